"""What libraries ask of a header: a title, a licence, a source, an identifier, a language.

Example:  <publicationStmt><publisher>…</publisher></publicationStmt>
Cure:     add availability with a licence

A publicationStmt of prose says in words what these rules look for in elements; such a header is left alone. What is
missing is told at the end tag of the element that lacks it.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING

from teiencode.diagnostic import Diagnostic
from teiencode.validation.checks.index import TEI, XML_ID, XML_LANG, Index, has_words
from teiencode.validation.codes_of_checks import DOCUMENT_ID, IDENTIFIER_TWICE, NO_LANGUAGE, NO_LICENCE, NO_SOURCE, NO_TITLE

if TYPE_CHECKING:
    from lxml import etree


def check_header(index: Index) -> Iterator[Diagnostic]:
    """Findings at what a header lacks, or has twice."""
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
        cures: tuple[str, ...] = (
            'Add <availability><licence target="…">…</licence></availability>.',
            'In teiencode.toml: [edition] licence = "…".',
        )
        at, span = publication, document.end_tag(publication)
        if availability:
            at, span = availability[0], document.start_tag(availability[0])
            cures = ('Write <licence target="…">…</licence> in it, or in words what may be done.',)
        yield document.finding(NO_LICENCE, at, span, message, cures)
    yield from _identifiers(index, header, publication)
    yield from _language(index, header.find(f"{TEI}profileDesc"))
    for source in description.findall(f"{TEI}sourceDesc"):
        if not has_words(source) and not any(child.attrib for child in source.iter("*")):
            message = "The header does not say what was transcribed."
            words = ("Describe the source in sourceDesc: its archive, box and folder, or its publication.",)
            yield document.finding(NO_SOURCE, source, document.start_tag(source), message, words)


def _identifiers(index: Index, header: etree._Element, publication: etree._Element) -> Iterator[Diagnostic]:
    """Findings where the document's id is none of its identifiers, and at identifiers that stand twice."""
    document, root = index.document, header.getparent()
    identifiers = list(publication.iter(f"{TEI}idno"))
    names = [(each.text or "").strip() for each in identifiers]
    id_of_root = root.get(XML_ID) if root is not None and str(root.tag) == f"{TEI}TEI" else None
    if root is not None and id_of_root and id_of_root not in names:
        message = f'No idno in publicationStmt is "{id_of_root}", the xml:id of the document.'
        cures = (f"Add <idno>{id_of_root}</idno> to publicationStmt.",)
        empty = next((each for each in identifiers if not has_words(each)), None)
        if empty is not None:
            cures = (f"Write {id_of_root} between <idno> and </idno>.",)
            at, span = empty, document.start_tag(empty)
        # An identifier that is nearly the same, or of no other kind, contradicts the id; else it is missing.
        elif get_close_matches(id_of_root, names, 1) or any("type" not in each.attrib for each in identifiers):
            at, span = root, document.attribute(root, XML_ID)
        else:
            at, span = publication, document.end_tag(publication)
        yield document.finding(DOCUMENT_ID, at, span, message, cures)
    seen: set[tuple[etree._Element | None, str | None, str]] = set()
    for identifier, name in zip(identifiers, names, strict=True):
        key = identifier.getparent(), identifier.get("type"), name
        if name and key in seen:
            message = f'The identifier "{name}" stands here already.'
            words = ("Remove the second.", "Correct it, or give it another type, if another identifier is meant.")
            yield document.finding(IDENTIFIER_TWICE, identifier, document.start_tag(identifier), message, words)
        seen.add(key)


def _language(index: Index, profile: etree._Element | None) -> Iterator[Diagnostic]:
    """A finding where a profileDesc has no langUsage, and nothing else says in which language the text is."""
    stated = any(element.get(XML_LANG) for name in ("TEI", "teiCorpus", "text", "body", "div") for element in index.named(name))
    if profile is not None and not stated and index.named("text") and not index.named("langUsage"):
        message = "Nothing says in which language the text is."
        cures = ('Add <langUsage><language ident="en">English</language></langUsage>, with the code and name of the language.',)
        yield index.document.finding(NO_LANGUAGE, profile, index.document.end_tag(profile), message, cures)
