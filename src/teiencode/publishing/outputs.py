"""The files that a document is published as: one list, with how each is made and what it depends on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial

from saxonche import PyXdmNode

from teiencode.decode import Decoded, DecodeError, decode
from teiencode.diagnostic import Diagnostic
from teiencode.publishing.document import Document
from teiencode.publishing.epub import Content, document_epub
from teiencode.publishing.images import Image
from teiencode.publishing.pages import Setting, document_page, edition_parameters, unknown_elements
from teiencode.publishing.pdf import attachment_of, document_pdf, pdf_day
from teiencode.publishing.proofreading import proof
from teiencode.publishing.stylesheets import Stylesheets

Made = tuple[bytes, tuple[Diagnostic, ...]]
"""The bytes of a file, and what was told while it was made."""


class Work:
    """A document while its files are made. What several of them need is made once, and at the first need."""

    def __init__(self, data: bytes, document: Document, setting: Setting, sheets: Stylesheets) -> None:
        """The bytes of the TEI file, the document read of them, and its place in the edition."""
        self.data, self.document, self.setting, self.sheets = data, document, setting, sheets

    @cached_property
    def parsed(self) -> PyXdmNode:
        """The document for the stylesheets."""
        return self.sheets.parse(self.document.xml)

    @cached_property
    def decoded(self) -> Decoded:
        """The source of the document. Raises `DecodeError`."""
        return decode(self.data)

    @property
    def figures(self) -> tuple[Image, ...]:
        """The images of its figures: those of its pages stand on the web alone."""
        return tuple(image for address, image in self.setting.links.images if address in self.document.figures)

    def page(self, view: str, document: PyXdmNode) -> Made:
        """A page by the stylesheet `view`. Raises `StylesheetError`."""
        return document_page(view, document, self.sheets, self.setting)


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """A file of a document. `file` is its name, with `{name}` for the document's.

    `what` names it in messages, `sheets` are the stylesheets that make it. It is made where `format` is asked for (`None`:
    always), and only of files that teiencode wrote where `own` is set. `around` tells whether it depends on neighbours and
    other forms, `styled` on the stylesheets and the edition, `dated` on the day of publication.
    """

    file: str
    what: str
    make: Callable[[Work], Made]
    sheets: tuple[str, ...] = ()
    format: str | None = None
    own: bool = False
    styled: bool = True
    around: bool = False
    dated: bool = False

    def called(self, name: str) -> str:
        """The file's name for the document of that name."""
        return self.file.replace("{name}", name)


def _tei(work: Work) -> Made:
    return work.data, ()


def _source(work: Work) -> Made:
    return work.decoded.data, ()


def _reading_text(work: Work) -> Made:
    text, _ = work.sheets.run("text", work.parsed, {})
    return text.encode(), ()


def _view(view: str, work: Work) -> Made:
    return work.page(view, work.parsed)


def _proof(work: Work) -> Made:
    decoded: Decoded | None = None
    if work.document.own:
        try:
            decoded = work.decoded
        except DecodeError:
            # The source text tells of it; the file itself can be shown all the same.
            decoded = None
    return work.page("tei", work.sheets.parse(proof(work.data, work.document.header, decoded)))


def _pdf(work: Work) -> Made:
    edition = work.setting.edition
    attached = attachment_of(work.setting.name, work.data, work.document)
    day, images = pdf_day(work.document, edition), work.figures
    return document_pdf(work.parsed, work.sheets, edition=edition, day=day, attached=attached, images=images)


def _record(sheet: str, work: Work) -> Made:
    record, _ = work.sheets.run(sheet, work.parsed, edition_parameters(work.setting.edition) | {"name": work.setting.name})
    return record.encode(), ()


def _epub(work: Work) -> Made:
    edition = work.setting.edition
    text, messages = work.sheets.run("epub", work.parsed, edition_parameters(edition))
    content = Content(name=work.setting.name, header=work.document.header, text=text)
    images = {image.packed: image.file.read_bytes() for image in work.figures if image.packed}
    epub = document_epub(content, work.sheets, edition=edition, day=pdf_day(work.document, edition), images=images)
    return epub, unknown_elements(messages)


OUTPUTS = (
    Output(file="{name}.xml", what="TEI", make=_tei, styled=False),
    Output(file="{name}.txt", what="source text", make=_source, own=True, styled=False),
    Output(
        file="index.html", what="reading view", make=partial(_view, "reading"), sheets=("reading",), format="html", around=True
    ),
    Output(
        file="diplomatic.html",
        what="diplomatic view",
        make=partial(_view, "diplomatic"),
        sheets=("diplomatic",),
        format="html",
        around=True,
    ),
    Output(file="tei.html", what="TEI view", make=_proof, sheets=("tei",), format="html", around=True),
    Output(file="print.html", what="print view", make=partial(_view, "print-view"), sheets=("print-view",), format="html"),
    Output(file="{name}.mods.xml", what="MODS record", make=partial(_record, "mods"), sheets=("mods",), format="html"),
    Output(file="{name}.dc.xml", what="Dublin Core record", make=partial(_record, "dc"), sheets=("dc",), format="html"),
    Output(file="{name}.reading.txt", what="reading text", make=_reading_text, sheets=("text",), format="text"),
    Output(file="{name}.pdf", what="PDF", make=_pdf, sheets=("print",), format="pdf", dated=True),
    Output(file="{name}.epub", what="EPUB", make=_epub, sheets=("epub", "epub-package"), format="epub", dated=True),
)
