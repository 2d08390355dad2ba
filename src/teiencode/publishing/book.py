"""The edition as a book: one PDF with front matter, all documents in their order, and indexes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from teiencode.project import Edition
from teiencode.publishing.document import read_document
from teiencode.publishing.links import NO_LINKS, Links
from teiencode.publishing.overrides import NONE, Overrides
from teiencode.publishing.pages import Listed, edition_document, edition_parameters
from teiencode.publishing.pdf import attachment_of, pictures_of, typeset, without_glyph
from teiencode.publishing.stylesheets import book_stylesheets

DOCUMENTS = "//documents\n"
"""The line of the book's own markup where the documents stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A document of the book: its name, its TEI file, its header as XML, and where its pointers and images lead."""

    name: str
    path: Path
    header: str
    links: Links = NO_LINKS


def book_pdf(chapters: Sequence[Chapter], *, edition: Edition, day: str, overrides: Overrides = NONE) -> bytes:
    """The PDF of a whole edition, dated `day`. What the stylesheets do not know or cannot show, each document's own PDF tells.

    Raises `OSError`, `NotPublishableError`, `StylesheetError` and `TypesettingError`.
    """
    sheets = book_stylesheets(overrides)
    parameters = edition_parameters(edition) | {"date": day}
    listed = [Listed(name=each.name, header=each.header, forms=()) for each in chapters]
    frame, _ = sheets.run("book", sheets.parse(edition_document(listed)), parameters | {"published": edition.date or ""})
    before, _, after = frame.partition(DOCUMENTS)
    parts = [before]
    inputs = {}
    pictures: dict[str, bytes] = {}
    pointed: dict[str, set[str]] = defaultdict(set)
    for each in chapters:
        for _, led in each.links.pointers:
            pointed[led.name].add(led.id)
    parameters["places"] = "\n".join(each.name for each in chapters)
    for place, each in enumerate(chapters, 1):
        data = each.path.read_bytes()
        document = read_document(data, each.links, pointed[each.name])
        taken, refused = pictures_of(image for address, image in each.links.images if address in document.figures)
        pictures |= taken
        parameters["refused"] = "\n".join(image.packed for image in refused)
        attached = attachment_of(each.name, data, document)
        inputs[f"tei{place}"] = attached.text
        own = parameters | {"attached": attached.name, "place": str(place)}
        markup, _ = sheets.run("print", sheets.parse(document.xml), own)
        parts.append(markup)
    markup = "".join((*parts, after))
    pdf, _ = typeset(markup, inputs, without_glyph(markup), pictures)
    return pdf
