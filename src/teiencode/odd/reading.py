"""ODD files as trees: read without network, entities or other files, and with their lines."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from teiencode.odd.problems import UNREADABLE, Problems, Spot, spot

TEI = "{http://www.tei-c.org/ns/1.0}"
TEI_NAMESPACE = TEI[1:-1]
XML = "{http://www.w3.org/XML/1998/namespace}"
RNG = "{http://relaxng.org/ns/structure/1.0}"
SCH = "{http://purl.oclc.org/dsdl/schematron}"
XSD = "{http://www.w3.org/2001/XMLSchema}"
XSLT = "{http://www.w3.org/1999/XSL/Transform}"


def read_odd(path: Path, problems: Problems, said: Spot | None = None) -> etree._Element:
    """The root of an ODD file. `said` is where another file names it. Raises `OddError`."""
    at = said or Spot(str(path))
    try:
        data = path.read_bytes()
    except OSError as error:
        raise problems.give_up(UNREADABLE, at, f"cannot be read: {error.strerror}") from error
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, collect_ids=False)
    try:
        root = etree.fromstring(data, parser, base_url=str(path))
    except etree.XMLSyntaxError as error:
        raise problems.give_up(UNREADABLE, Spot(str(path), error.lineno), f"not well-formed: {error.msg}", _MEND) from error
    if not root.tag.startswith(TEI):
        raise problems.give_up(UNREADABLE, spot(root), f"no ODD: its root is {_shown(root)}")
    return root


_MEND = "mend the XML first; `teiencode validate FILE` shows the place"


def _shown(element: etree._Element) -> str:
    name = etree.QName(element)
    return f'"{name.localname}" in no namespace' if not name.namespace else f'"{name.localname}" in {name.namespace}'


def children(element: etree._Element, *names: str) -> list[etree._Element]:
    """The TEI children of these names, in order; of any name where none is given."""
    wanted = {TEI + name for name in names}
    return [
        child
        for child in element
        if isinstance(child.tag, str) and (child.tag in wanted if wanted else child.tag.startswith(TEI))
    ]


def child(element: etree._Element, name: str) -> etree._Element | None:
    """The first TEI child of that name."""
    return element.find(TEI + name)


def local(element: etree._Element) -> str:
    """An element's name without its namespace; the empty name for comments and instructions."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
