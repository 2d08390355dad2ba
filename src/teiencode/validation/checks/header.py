"""What libraries ask of a header: a title, a licence, a source, an identifier.

Example:  <publicationStmt><publisher>…</publisher></publicationStmt>
Cure:     add availability with a licence

A publicationStmt of prose says in words what these rules look for in elements; it is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from teiencode.diagnostic import Diagnostic
from teiencode.validation.checks.index import TEI, XML_ID, Index, has_words
from teiencode.validation.codes_of_checks import DOCUMENT_ID, NO_LICENCE, NO_SOURCE, NO_TITLE

if TYPE_CHECKING:
    from lxml import etree


def check_header(index: Index) -> Iterator[Diagnostic]:
    """Findings at what a header lacks."""
    for header in index.named("teiHeader"):
        description = header.find(f"{TEI}fileDesc")
        if description is not None:
            yield from _description(index, header, description)


def _description(index: Index, header: etree._Element, description: etree._Element) -> Iterator[Diagnostic]:
    document = index.document
    titles = description.findall(f"{TEI}titleStmt/{TEI}title")
    if titles and not any(has_words(title) for title in titles):
        words = ("Write the title of the document between <title> and </title>.",)
        yield document.finding(NO_TITLE, titles[0], document.start_tag(titles[0]), "The document has no title.", words)
    publication = description.find(f"{TEI}publicationStmt")
    if publication is None or not any(publication.findall(f"{TEI}{name}") for name in ("publisher", "authority", "distributor")):
        return
    availability = publication.findall(f"{TEI}availability")
    if not any(each.find(f"{TEI}licence") is not None or has_words(each) for each in availability):
        message = "No licence says what may be done with the text."
        cures = (
            'Add <availability><licence target="…">…</licence></availability>.',
            'In teiencode.toml: [edition] licence = "…".',
        )
        yield document.finding(NO_LICENCE, publication, document.start_tag(publication), message, cures)
    root = header.getparent()
    name = root.get(XML_ID) if root is not None else None
    is_document = root is not None and str(root.tag) == f"{TEI}TEI"
    if (
        root is not None
        and is_document
        and name
        and name not in [(each.text or "").strip() for each in publication.iter(f"{TEI}idno")]
    ):
        message = f'No idno in publicationStmt is "{name}", the xml:id of the document.'
        yield document.finding(
            DOCUMENT_ID, root, document.attribute(root, XML_ID), message, (f"Add <idno>{name}</idno> to publicationStmt.",)
        )
    for source in description.findall(f"{TEI}sourceDesc"):
        if not has_words(source) and not any(child.attrib for child in source.iter("*")):
            message = "The header does not say what was transcribed."
            words = ("Describe the source in sourceDesc: its archive, box and folder, or its publication.",)
            yield document.finding(NO_SOURCE, source, document.start_tag(source), message, words)
