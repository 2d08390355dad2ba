"""One document of an edition: every file that is made of it, written where it belongs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from teiencode.decode import DecodeError, decode
from teiencode.diagnostic import Diagnostic
from teiencode.files import UNREADABLE, UNWRITABLE, about, make_folder, write_changed
from teiencode.project import Edition
from teiencode.publishing.codes import NOT_SET
from teiencode.publishing.document import Document, NotPublishableError, read_document
from teiencode.publishing.pages import VIEWS, Neighbour, document_page
from teiencode.publishing.pdf import TypesettingError, document_pdf, pdf_day
from teiencode.publishing.stamps import Stamp
from teiencode.publishing.stylesheets import StylesheetError, stylesheets


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What is to be made of the TEI file at `path`.

    `wanted` maps the names of the files to make (without their folder) to the digests of their inputs; the document's
    folder is `folder`. `forms` are the forms besides HTML and TEI that its pages link to.
    """

    path: Path
    name: str
    folder: Path
    wanted: dict[str, str]
    edition: Edition
    forms: tuple[str, ...]
    previous: Neighbour
    following: Neighbour


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """What became of a document: the stamps of its files, those of them whose bytes changed, and what there is to tell."""

    name: str
    stamps: dict[str, Stamp]
    changed: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


def render(task: Task) -> Rendered:
    """Make and write the wanted files. Raises nothing for one document's sake: what failed is among the diagnostics."""
    try:
        data = task.path.read_bytes()
        document = read_document(data)
    except OSError as error:
        return _nothing(task, about(str(task.path), UNREADABLE, f"cannot be read: {error.strerror or error}"))
    except NotPublishableError as error:
        return _nothing(task, replace(error.diagnostic, file=str(task.path)))
    if failure := make_folder(task.folder):
        return _nothing(task, failure)
    stamps: dict[str, Stamp] = {}
    changed: list[str] = []
    diagnostics: dict[Diagnostic, None] = dict.fromkeys(document.diagnostics)
    for file_name, made in _files(task, document, data):
        if isinstance(made, Diagnostic):
            diagnostics[made] = None
            continue
        output, told = made
        diagnostics |= dict.fromkeys(told)
        try:
            if write_changed(task.folder / file_name, output):
                changed.append(file_name)
        except OSError as error:
            path = str(task.folder / file_name)
            diagnostics[about(path, UNWRITABLE, f"cannot be written: {error.strerror or error}")] = None
            continue
        stamps[file_name] = Stamp(task.wanted[file_name], sha256(output).hexdigest())
    found = tuple(each if each.file else replace(each, file=str(task.path)) for each in diagnostics)
    return Rendered(name=task.name, stamps=stamps, changed=tuple(changed), diagnostics=found)


def _nothing(task: Task, diagnostic: Diagnostic) -> Rendered:
    return Rendered(name=task.name, stamps={}, changed=(), diagnostics=(diagnostic,))


Made = tuple[bytes, tuple[Diagnostic, ...]]


def _files(task: Task, document: Document, data: bytes) -> Iterator[tuple[str, Made | Diagnostic]]:
    """Each wanted file with its bytes and what was told while it was made, or why it could not be made."""
    if f"{task.name}.xml" in task.wanted:
        yield f"{task.name}.xml", (data, ())
    if f"{task.name}.txt" in task.wanted:
        try:
            yield f"{task.name}.txt", (decode(data).data, ())
        except DecodeError as error:
            yield f"{task.name}.txt", NOT_SET.at(None, f"the source text could not be decoded: {error}")
    sheets = stylesheets()
    parsed = sheets.parse(document.xml)
    for file_name, view in VIEWS.items():
        if file_name in task.wanted:
            try:
                page = document_page(
                    view,
                    parsed,
                    sheets,
                    edition=task.edition,
                    name=task.name,
                    forms=task.forms,
                    previous=task.previous,
                    following=task.following,
                )
            except StylesheetError as error:
                yield file_name, NOT_SET.at(None, f"the {view} view could not be made: {error}")
            else:
                yield file_name, page
    if f"{task.name}.pdf" in task.wanted:
        try:
            yield f"{task.name}.pdf", document_pdf(parsed, sheets, edition=task.edition, day=pdf_day(document, task.edition))
        except (StylesheetError, TypesettingError) as error:
            yield f"{task.name}.pdf", NOT_SET.at(None, f"the PDF could not be made: {error}")
