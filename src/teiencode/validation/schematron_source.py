"""The rules of a Schematron schema as one tree, wherever they stand: in a file of their own, in a RELAX NG grammar, in an ODD.

Files are read from the disk only, and only those that a schema names by a path relative to itself (`include`, `extends`).
"""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

from teiencode.validation.errors import SchemaError

SCHEMATRON = "{http://purl.oclc.org/dsdl/schematron}"
"""The namespace of ISO Schematron, as lxml writes it."""

_TEI = "{http://www.tei-c.org/ns/1.0}"
_RELAXNG = "{http://relaxng.org/ns/structure/1.0}"
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:|/")
MOST_INCLUDES = 50
"""As many files as a schema may be made of."""


def read_rules(schema: Path) -> etree._Element | None:
    """The outermost element of a Schematron schema, with what it includes; of a grammar or an ODD a schema made of its rules.

    None where a grammar or an ODD has no rules. Raises `SchemaError` for a file that cannot be read.
    """
    if schema.suffix.lower() != ".sch":
        try:
            if b"dsdl/schematron" not in schema.read_bytes():
                return None
        except OSError as error:
            raise SchemaError(f"{schema}: cannot be read: {error.strerror or error}") from error
    root = _parse(schema)
    if root.tag != f"{SCHEMATRON}schema":
        return _gathered(root) if root.tag.startswith((_RELAXNG, _TEI)) else root
    _include(root, schema, [schema.resolve()])
    return root


def _parse(file: Path) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, collect_ids=False)
    try:
        return etree.parse(str(file), parser).getroot()
    except OSError as error:
        raise SchemaError(f"{file}: cannot be read: {error.strerror or error}") from error
    except etree.XMLSyntaxError as error:
        raise SchemaError(f"{file}: is not well-formed: {error.msg}") from error


def _include(root: etree._Element, file: Path, files: list[Path]) -> None:
    """Put what is included in the place of what names it: `include` the whole element, `extends` what is in it."""
    for found in [each for each in root.iter(f"{SCHEMATRON}include", f"{SCHEMATRON}extends") if each.get("href")]:
        address, _, fragment = str(found.get("href")).partition("#")
        where = f"{file}:{found.sourceline}"
        if _ABSOLUTE.match(address):
            raise SchemaError(f"{where}: the file {address!r} is not read: only files that are named relative to the schema are.")
        other = (file.parent / address).resolve() if address else file.resolve()
        if other in files or len(files) > MOST_INCLUDES:
            raise SchemaError(f"{where}: the file {address!r} includes itself, or too many files are included.")
        included = _parse(other)
        if fragment:
            wanted = [each for each in included.iter("*") if fragment in (each.get("id"), each.get(f"{{{_XML}}}id"))]
            if not wanted:
                raise SchemaError(f"{where}: {address!r} has no element with the id {fragment!r}.")
            included = wanted[0]
        _include(included, other, [*files, other])
        parent = found.getparent()
        if parent is None:
            continue
        at = parent.index(found)
        parent.remove(found)
        parts = list(included) if found.tag == f"{SCHEMATRON}extends" or included.tag == f"{SCHEMATRON}schema" else [included]
        for number, part in enumerate(parts):
            parent.insert(at + number, part)


_XML = "http://www.w3.org/XML/1998/namespace"


def _gathered(root: etree._Element) -> etree._Element | None:
    """A schema of all patterns, rules and namespaces in a grammar or an ODD; None where there is no rule."""
    schema = etree.Element(f"{SCHEMATRON}schema", {"queryBinding": "xslt3"})
    prefixes = {"tei": _TEI[1:-1], "xs": "http://www.w3.org/2001/XMLSchema"}
    for found in root.iter(f"{SCHEMATRON}ns"):
        prefixes[found.get("prefix", "")] = found.get("uri", "")
    for prefix, address in prefixes.items():
        etree.SubElement(schema, f"{SCHEMATRON}ns", {"prefix": prefix, "uri": address})
    schema.extend(each for each in root.iter(f"{SCHEMATRON}phase") if not _is_within(each, f"{SCHEMATRON}schema"))
    for name in ("{http://www.w3.org/1999/XSL/Transform}key", "{http://www.w3.org/1999/XSL/Transform}function"):
        schema.extend(each for each in root.iter(name) if not _is_within(each, f"{SCHEMATRON}schema"))
    for found in list(root.iter(f"{SCHEMATRON}pattern", f"{SCHEMATRON}rule", f"{SCHEMATRON}assert", f"{SCHEMATRON}report")):
        if _is_within(found, f"{SCHEMATRON}pattern") or _is_within(found, f"{SCHEMATRON}rule"):
            continue
        if found.tag == f"{SCHEMATRON}pattern":
            schema.append(found)
            continue
        pattern = etree.SubElement(schema, f"{SCHEMATRON}pattern")
        context = _context(found)
        if found.tag != f"{SCHEMATRON}rule" and context:
            pattern = etree.SubElement(pattern, f"{SCHEMATRON}rule", {"context": context})
        if found.tag == f"{SCHEMATRON}rule" or context:
            pattern.append(found)
    for found in list(root.iter(f"{SCHEMATRON}diagnostics")):
        schema.append(found)
    return schema if any(True for _ in schema.iter(f"{SCHEMATRON}rule")) else None


def _is_within(element: etree._Element, tag: str) -> bool:
    return any(each.tag == tag for each in element.iterancestors())


def _context(element: etree._Element) -> str:
    """What a bare assertion in an ODD is about: the element that is specified around it, or its attribute."""
    steps = {each.tag: str(each.get("ident", "")) for each in element.iterancestors(f"{_TEI}elementSpec", f"{_TEI}attDef")}
    name = steps.get(f"{_TEI}elementSpec")
    attribute = steps.get(f"{_TEI}attDef")
    return f"tei:{name}/@{attribute}" if name and attribute else f"tei:{name}" if name else ""
