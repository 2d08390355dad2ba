"""Validation by Schematron: rules that no grammar can say, compiled to XSLT 3.0 by `schematron.xsl` and run by Saxon.

Saxon is shut off from files, network and environment, and is only given documents that `reading` has parsed, so that neither a
document nor a stranger's rules can read anything else.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree
from saxonche import PySaxonApiError

from teiencode.diagnostic import Diagnostic, Severity
from teiencode.validation import saxon
from teiencode.validation.codes import BY_CODE, LARGE, RULE
from teiencode.validation.errors import RuleError, SchemaError
from teiencode.validation.reading import Document, give_back
from teiencode.validation.schematron_cures import cures_of_test
from teiencode.validation.schematron_source import SCHEMATRON, read_rules
from teiencode.validation.svrl import Broken, read_report

_SCH = SCHEMATRON
_XSL = "{http://www.w3.org/1999/XSL/Transform}"

_SEVERITIES: dict[str, Severity] = {
    "warning": "warning",
    "warn": "warning",
    "info": "info",
    "information": "info",
    "nonfatal": "warning",
}
"""What a rule's @role means; without a role, or with any other, a broken rule is an error."""

_REFERENCES = (
    ("pattern", "is-a", "pattern"),
    ("extends", "rule", "rule"),
    ("assert", "diagnostics", "diagnostic"),
    ("active", "pattern", "pattern"),
)
"""Elements of a schema, the attribute by which they refer to another, and what that must be the id of."""


def check_rules(document: Document, schema: Path, phase: str | None = None) -> list[Diagnostic]:
    """Every broken rule, in the order in which the schema has them; `phase` is as for `load_rules`. Raises `SchemaError`."""
    if document.is_large:
        document.let_go()
        give_back()
    stylesheet = _stylesheet(schema, phase)
    if stylesheet is None:
        return []
    try:
        if document.is_large:
            report = _of_a_large_file(document, stylesheet, schema)
        else:
            with saxon.silenced():
                node = saxon.processor().parse_xml(xml_text=b"".join(document.handed_over()).decode())
            report = _report(load_rules(schema, phase), node, schema)
            del node
    except PySaxonApiError as error:  # a tag with more than 200 attributes, for example
        return [not_checked(schema, f"Saxon does not read the file: {saxon.plain(error)}", "Validate its parts by themselves.")]
    except OSError as error:
        why = f"no file can be written beside it: {error.strerror or error}"
        return [not_checked(schema, why, "Make room in the folder for temporary files (TMPDIR).")]
    told = read_report(report)
    del report
    if document.is_let_go and told:
        document.keep_only(each.element for each in told)
    elif told:
        document.hold(each.element for each in told)
    found: dict[tuple[int, str, str, int], Diagnostic] = {}
    for broken in told:
        # TEI says some things in several languages: one test of an attribute at one place is one finding.
        key = (broken.element, broken.attribute, broken.test, 0 if "@" in broken.test else len(found))
        if key not in found:
            found[key] = _finding(document, broken)
    return list(found.values())


def _of_a_large_file(document: Document, stylesheet: str, schema: Path) -> bytes:
    """What rules say of a document that is not in the memory meanwhile but in Saxon's tree."""
    with saxon.as_a_file(document.handed_over()) as file, document.aside():
        with saxon.silenced():
            own, node = saxon.read_by_its_own(file)
            rules = _compiled(own, stylesheet)
        return _report(rules, node, schema)


def _report(rules: Any, node: Any, schema: Path) -> bytes:
    """What compiled rules say of a document. Raises `RuleError` where they cannot be worked out."""
    try:
        with saxon.silenced():
            report = rules.transform_to_string(xdm_node=node)
    except PySaxonApiError as error:
        raise RuleError(schema, f"a rule cannot be worked out: {saxon.plain(error)}") from error
    if not report:
        raise SchemaError(f"{schema}: its rules give no report.")
    return str(report).encode()


def not_checked(schema: Path, why: str, cure: str) -> Diagnostic:
    """The notice that the rules of a schema were not asked about a document."""
    return LARGE.at(None, f"The rules of {schema.name} were not checked, for {why}", suggestions=(cure,))


@cache
def load_rules(schema: Path, phase: str | None = None) -> Any | None:
    """The compiled rules of a schema file, once a process; None where a grammar has none in it. Raises `SchemaError`.

    `phase` takes the place of the schema's default phase; `#ALL` is all patterns.
    """
    stylesheet = _stylesheet(schema, phase)
    if stylesheet is None:
        return None
    try:
        with saxon.silenced():
            return _compiled(saxon.processor(), stylesheet)
    except PySaxonApiError as error:
        raise _uncompilable(schema, error) from error


@cache
def _stylesheet(schema: Path, phase: str | None) -> str | None:
    """A schema's rules as a stylesheet, once a process; None where it has none. Raises `SchemaError`."""
    root = read_rules(schema)
    if root is None:
        return None
    _refuse_unknown(root, schema)
    if phase is not None:
        _choose_phase(root, phase, schema)
    try:
        with saxon.silenced():
            source = saxon.processor().parse_xml(xml_text=etree.tostring(root, encoding="unicode"))
            return str(_compiler().transform_to_string(xdm_node=source))
    except PySaxonApiError as error:
        raise _uncompilable(schema, error) from error


def _compiled(processor: Any, stylesheet: str) -> Any:
    return processor.new_xslt30_processor().compile_stylesheet(stylesheet_text=stylesheet)


def _uncompilable(schema: Path, error: PySaxonApiError) -> SchemaError:
    return SchemaError(f"{schema}: cannot be compiled: {saxon.plain(error)}")


def _refuse_unknown(root: etree._Element, schema: Path) -> None:
    """Refuse what would be passed over in silence: other query languages, included files, phases, names of nothing."""
    if root.tag != f"{_SCH}schema":
        raise SchemaError(f"{schema}: is no Schematron schema: it begins with {root.tag}.")
    binding = root.get("queryBinding", "xslt").lower()
    if binding not in ("xslt2", "xslt3", "xpath2", "xpath3", "xpath31"):
        raise SchemaError(f"{schema}: has the query binding {binding!r}; xslt2 and xslt3 are known.")
    for found in root.iter(f"{_XSL}include", f"{_XSL}import", f"{_XSL}import-schema", f"{_XSL}use-package"):
        name = etree.QName(found).localname
        raise SchemaError(f"{schema}:{found.sourceline}: xsl:{name} is not read: rules cannot bring in other files.")
    for found in root.iter(f"{_SCH}library"):
        raise SchemaError(f"{schema}:{found.sourceline}: sch:library is not known here.")
    for found in root.iter(f"{_SCH}pattern"):
        if found.get("documents"):
            raise SchemaError(f"{schema}:{found.sourceline}: other files are never read.")
    for name, attribute, target in _REFERENCES:
        known = {element.get("id") for element in root.iter(f"{_SCH}{target}")}
        for found in root.iter(f"{_SCH}{name}"):
            for reference in (found.get(attribute) or "").split():
                if reference not in known:
                    raise SchemaError(f"{schema}:{found.sourceline}: there is no {target} {reference!r}.")


def _choose_phase(root: etree._Element, phase: str, schema: Path) -> None:
    """Make a phase the default of a schema. One that it does not have is refused, unless it has none at all."""
    phases = [str(each.get("id")) for each in root.iter(f"{_SCH}phase")]
    if phase in phases or phase == "#ALL" or (not phases and schema.suffix.lower() != ".sch"):
        root.set("defaultPhase", phase)
        return
    known = f"its phases are {', '.join(phases)}" if phases else "it has no phases"
    raise SchemaError(f"{schema}: has no phase {phase!r}; {known}.")


@cache
def _compiler() -> Any:
    """The stylesheet that turns Schematron into a stylesheet."""
    text = Path(__file__).with_name("schematron.xsl").read_text(encoding="utf-8")
    return _compiled(saxon.processor(), text)


def _finding(document: Document, broken: Broken) -> Diagnostic:
    """The finding for one entry of the report."""
    element = document.element(broken.element)
    span = document.attribute(element, broken.attribute) if broken.attribute else document.start_tag(element)
    code = BY_CODE.get(broken.rule, RULE)
    message, cures = broken.words, broken.diagnostics
    if code is RULE:
        message = f"{message} [{broken.rule}]" if broken.rule else message
        present = [str(name) for name in element.attrib]
        cures = (*cures, *cures_of_test(broken.test, must=broken.must, message=message, present=present))
    found = document.finding(code, element, span, message, cures)
    return replace(found, severity=_SEVERITIES.get(broken.role.lower(), "error"))
