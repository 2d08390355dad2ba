"""An edition's own stylesheets: XSLT that imports ours and says otherwise what it will.

They lie in one folder. A file with the name of one of ours (`reading.xsl`) is run in its stead, and imports it by the address
`teiencode:reading.xsl`; any other file is a module that these include. They may have come from anywhere, so they reach nothing
but the document at hand: no file, no address, no variable of the system, nothing written beside the page. What is read while a
stylesheet is compiled (document types, static expressions, packages) is refused outright, for it cannot be confined.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from lxml import etree

from teiencode.diagnostic import Diagnostic
from teiencode.files import UNREADABLE, about
from teiencode.publishing.codes import NOT_USED_STYLESHEET, WRONG_STYLESHEET
from teiencode.settings import nearest

XSL = "{http://www.w3.org/1999/XSL/Transform}"
SCHEME = "teiencode:"
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
REFUSED = {"use-package": "packages", "import-schema": "schemas", "package": "packages"}

_OURS = re.compile(r"[A-Za-z][A-Za-z-]*(?:/[A-Za-z][A-Za-z-]*)?\.xsl")
_ADDRESS = re.compile(rb"""(\bhref\s*=\s*["'])teiencode:""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Overrides:
    """The stylesheets of an edition: their folder, and each file (a path below it, with `/`) with the digest of its bytes."""

    folder: str = ""
    files: tuple[tuple[str, str], ...] = ()

    def has(self, name: str) -> bool:
        """Whether the edition has a stylesheet of its own in the stead of the one called `name`."""
        return any(file == f"{name}.xsl" for file, _ in self.files)

    def path(self, file: str) -> Path:
        """Where a file of the edition's lies."""
        return Path(self.folder, file)

    def assemble(self, folder: Path, ours: Path) -> None:
        """Put copies into `folder` that a compiler can follow: the addresses of our stylesheets are those of files in `ours`.

        Lines keep their numbers. Raises `OSError`.
        """
        address = f"{ours.as_uri()}/".encode()
        for file, _ in self.files:
            copy = folder / file
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(_ADDRESS.sub(lambda match: match[1] + address, self.path(file).read_bytes()))


NONE = Overrides()


def read_overrides(folder: Path | None, ours: Path, names: frozenset[str]) -> tuple[Overrides, list[Diagnostic]]:
    """The stylesheets in `folder`, and what is wrong with them. `ours` is the folder of ours, `names` what can be overridden."""
    if folder is None:
        return NONE, []
    if not folder.is_dir():
        return NONE, [about(str(folder), UNREADABLE, "no such folder; publish.stylesheets names it")]
    files, diagnostics, included = [], [], set[str]()
    for path in sorted(folder.rglob("*.xsl")):
        name = path.relative_to(folder).as_posix()
        try:
            data = path.read_bytes()
            root = etree.fromstring(data, PARSER)
        except OSError as error:
            diagnostics.append(about(str(path), UNREADABLE, f"cannot be read: {error.strerror}"))
            continue
        except etree.XMLSyntaxError as error:
            line, column = error.position
            diagnostics.append(fault(path, line, f"not well-formed: {error.msg}", column=max(column, 1)))
            continue
        files.append((name, sha256(data).hexdigest()))
        diagnostics += _reaches_out(root, path)
        diagnostics += _wrong_addresses(root, path, folder, ours, included)
    for name, _ in files:
        if name.removesuffix(".xsl") not in names and name not in included:
            near = nearest(name.removesuffix(".xsl"), names)
            cure = f"did you mean {near}.xsl?" if near else f"ours are: {', '.join(sorted(names))}"
            what = "is run for nothing: none of ours has this name, and no stylesheet includes it"
            diagnostics.append(about(str(folder / name), NOT_USED_STYLESHEET, what, cure))
    return Overrides(folder=str(folder), files=tuple(files)), diagnostics


def fault(path: Path, line: int | None, message: str, *, column: int | None = None, cure: str | None = None) -> Diagnostic:
    """A fault in a stylesheet of the edition, in its place."""
    diagnostic = WRONG_STYLESHEET.at(None, message, suggestions=[cure] if cure else ())
    return replace(diagnostic, file=str(path), line=line, column=column if line else None)


def _line(element: etree._Element) -> int | None:
    # The stubs of lxml have a number that they do not name.
    line = str(element.sourceline)
    return int(line) if line.isdigit() else None


def _reaches_out(root: etree._Element, path: Path) -> Iterator[Diagnostic]:
    """What would read something while the stylesheet is compiled."""
    if root.getroottree().docinfo.internalDTD is not None:
        yield fault(
            path, 1, "a document type is not allowed here, for entities can read files", cure="write the characters themselves"
        )
    for element in root.iter(etree.Element):
        line = _line(element)
        name = str(element.tag).removeprefix(XSL)
        own = element.tag.startswith(XSL)
        if own and name in REFUSED:
            yield fault(path, line, f"xsl:{name} is not allowed here: an edition's stylesheets read no {REFUSED[name]}")
        for attribute in map(str, element.attrib):
            static = own and attribute == "static" and str(element.get(attribute)).strip() in {"yes", "true", "1"}
            shadow = own and attribute.startswith("_")
            if static or shadow or attribute in {f"{XSL}use-when", "use-when" if own else f"{XSL}use-when"}:
                what = etree.QName(attribute).localname
                yield fault(path, line, f"{what} is not allowed here, for it is worked out before anything can be confined")
            if attribute == "{http://www.w3.org/XML/1998/namespace}base":
                yield fault(path, line, "xml:base is not allowed here: it would turn the addresses of modules elsewhere")


def _wrong_addresses(root: etree._Element, path: Path, folder: Path, ours: Path, included: set[str]) -> Iterator[Diagnostic]:
    """Modules that are imported or included from elsewhere, or are not there; the edition's own go into `included`."""
    for element in root.iter(f"{XSL}import", f"{XSL}include"):
        href = element.get("href") or ""
        line = _line(element)
        if href.startswith(SCHEME):
            name = href.removeprefix(SCHEME)
            if not _OURS.fullmatch(name) or not (ours / name).is_file():
                near = nearest(name, sorted(each.relative_to(ours).as_posix() for each in ours.rglob("*.xsl")))
                cure = f"did you mean {SCHEME}{near}?" if near else f"for example {SCHEME}reading.xsl"
                yield fault(path, line, f"teiencode has no stylesheet {name}", cure=cure)
            continue
        target = (path.parent / href).resolve()
        inside = folder.resolve() in target.parents and not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|/", href)
        if not inside or target.suffix != ".xsl" or not target.is_file():
            why = "there is no such stylesheet" if inside else "it does not lie in the edition's folder of stylesheets"
            yield fault(path, line, f"{href or 'nothing'} cannot be taken in: {why}")
        else:
            included.add(target.relative_to(folder.resolve()).as_posix())
