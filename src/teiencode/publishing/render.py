"""One document of an edition: every file that is made of it, written where it belongs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from teiencode.decode import DecodeError
from teiencode.diagnostic import Diagnostic
from teiencode.files import UNREADABLE, UNWRITABLE, about, make_folder, write_changed
from teiencode.publishing.codes import NOT_SET
from teiencode.publishing.document import NotPublishableError, read_document
from teiencode.publishing.outputs import OUTPUTS, Made, Work
from teiencode.publishing.overrides import NONE, Overrides
from teiencode.publishing.pages import Setting
from teiencode.publishing.pdf import TypesettingError
from teiencode.publishing.stamps import Stamp
from teiencode.publishing.stylesheets import StylesheetError, Stylesheets, stylesheets


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What is to be made of the TEI file at `path`.

    `wanted` maps the names of the files to make (without their folder) to the digests of their inputs; the document's
    folder is `folder`.
    """

    path: Path
    folder: Path
    wanted: dict[str, str]
    setting: Setting
    overrides: Overrides = NONE


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
        document = read_document(data, task.setting.links)
    except OSError as error:
        return _nothing(task, about(str(task.path), UNREADABLE, f"cannot be read: {error.strerror or error}"))
    except NotPublishableError as error:
        return _nothing(task, replace(error.diagnostic, file=str(task.path)))
    if failure := make_folder(task.folder):
        return _nothing(task, failure)
    stamps: dict[str, Stamp] = {}
    changed: list[str] = []
    diagnostics: dict[Diagnostic, None] = dict.fromkeys(document.diagnostics)
    for file_name, made in _files(task, Work(data, document, task.setting, _sheets(task))):
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
    return Rendered(name=task.setting.name, stamps=stamps, changed=tuple(changed), diagnostics=found)


def _sheets(task: Task) -> Stylesheets:
    """The stylesheets that the wanted files need."""
    wanted = [output for output in OUTPUTS if output.called(task.setting.name) in task.wanted]
    return stylesheets(task.overrides, {name for output in wanted for name in output.sheets})


def _nothing(task: Task, diagnostic: Diagnostic) -> Rendered:
    return Rendered(name=task.setting.name, stamps={}, changed=(), diagnostics=(diagnostic,))


def _files(task: Task, work: Work) -> Iterator[tuple[str, Made | Diagnostic]]:
    """Each wanted file with its bytes and what was told while it was made, or why it could not be made."""
    for output in OUTPUTS:
        file_name = output.called(task.setting.name)
        if file_name not in task.wanted:
            continue
        try:
            yield file_name, output.make(work)
        except StylesheetError as error:
            yield from (
                (file_name, each) for each in error.faults or [NOT_SET.at(None, f"the {output.what} could not be made: {error}")]
            )
        except (TypesettingError, DecodeError) as error:
            yield file_name, NOT_SET.at(None, f"the {output.what} could not be made: {error}")
