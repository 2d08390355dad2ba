"""A TEI file as publishing reads it: safe to hand to a stylesheet, with what the edition's other pages say of it."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from hashlib import sha256

from lxml import etree

from teiencode.diagnostic import Diagnostic
from teiencode.publishing.anchors import name_places
from teiencode.publishing.codes import ENTITY, NOT_PUBLISHABLE
from teiencode.publishing.images import named_images
from teiencode.publishing.links import NO_LINKS, Links, ids_of_whole, leading_out, mark_links, places_of
from teiencode.tei.document import PARSER
from teiencode.tei.entities import spell_out_entities

NAMESPACE = "http://www.tei-c.org/ns/1.0"
NS = {"t": NAMESPACE}
ROOTS = {f"{{{NAMESPACE}}}TEI", f"{{{NAMESPACE}}}teiCorpus"}
NO_HEADER = f'<teiHeader xmlns="{NAMESPACE}"/>'
TITLE = "string(t:teiHeader/t:fileDesc/t:titleStmt/t:title[1])"
MADE = "string((t:teiHeader/t:profileDesc/t:creation/t:date/@*[name()='when' or name()='notBefore' or name()='from'])[1])"
PUBLISHED = "string(t:teiHeader/t:fileDesc/t:publicationStmt/t:date/@when)"
OWN = "t:teiHeader/t:encodingDesc/t:appInfo/t:application[@ident='teiencode']"
RESERVED = frozenset(("page-text", "page-notes", "page-omissions", "page-doubts", "page-cite", "page-changes", "page-search"))
"""Ids that the pages have for their own parts."""

FULL_DATE = re.compile(r"\d{4}-\d\d-\d\d")


class NotPublishableError(ValueError):
    """A file that no page can be made of; `diagnostic` says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        """Say why with `diagnostic`."""
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One TEI file, read.

    `xml` is the file without its document type, so that no parser can be led out of it, and with an `xml:id` on each element
    that readers link to; `header` its `teiHeader` as XML.
    `date` is when the document was made, ISO, as far as the header tells; `published` the full date of its publication;
    `images` the addresses of its images that are not on the web, `figures` those of them that are no pages; `pointers` the
    targets that lie in other files, `places` the ids of its texts, `own_ids` the ids of the document as a whole.
    """

    digest: str
    xml: str
    header: str
    title: str
    date: str
    published: str
    own: bool
    images: tuple[str, ...]
    figures: frozenset[str]
    pointers: tuple[str, ...]
    places: frozenset[str]
    own_ids: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


def _described(root: etree._Element) -> str:
    name = etree.QName(root)
    return f"{name.localname} in {f'the namespace {name.namespace}' if name.namespace else 'no namespace'}"


def read_document(data: bytes, links: Links = NO_LINKS, pointed: Collection[str] = ()) -> Document:
    """Read a TEI file's bytes. Raises `NotPublishableError` where they are not well-formed or no TEI.

    `links` are marked in its `xml`, and so are the places that other documents of a book have `pointed` to.
    """
    try:
        root = etree.fromstring(data, PARSER)
    except etree.XMLSyntaxError as error:
        raise NotPublishableError(NOT_PUBLISHABLE.at(None, f"not well-formed: {error.msg}")) from None
    if root.tag not in ROOTS:
        what = f"the root is {_described(root)}, not TEI or teiCorpus in the TEI's namespace"
        raise NotPublishableError(NOT_PUBLISHABLE.at(None, what))
    diagnostics = tuple(
        ENTITY.at(None, f"the entity reference {written} is shown as it is written") for written in spell_out_entities(root)
    )
    name_places(root, RESERVED)
    images, pointers, places = named_images(root), leading_out(root), places_of(root)
    mark_links(root, links, pointed)
    header = root.find("t:teiHeader", NS)
    return Document(
        digest=sha256(data).hexdigest(),
        xml=etree.tostring(root, encoding="unicode"),
        header=NO_HEADER if header is None else etree.tostring(header, encoding="unicode", with_tail=False),
        title=_words(root, TITLE) or "Untitled document",
        date=_words(root, MADE),
        published=_full_date(_words(root, PUBLISHED)),
        own=bool(root.xpath(OWN, namespaces=NS)),
        images=images,
        figures=frozenset(named_images(root, pages=False)),
        pointers=pointers,
        places=places,
        own_ids=ids_of_whole(root),
        diagnostics=diagnostics,
    )


def _words(root: etree._Element, path: str) -> str:
    return " ".join(str(root.xpath(path, namespaces=NS)).split())


def _full_date(when: str) -> str:
    match = FULL_DATE.match(when)
    return match[0] if match else ""


def day_of(date: str) -> str:
    """The day of an ISO date or moment, `1962-11-28`; empty where it tells less than a day."""
    return _full_date(date)
