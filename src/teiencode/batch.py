"""Many texts to TEI files: read, encode, compare with what stands there, write; in one process or in several.

The encoder is imported where a text is encoded: the parent of several processes never needs it, and its import takes as
long as a hundred short texts.
"""

from __future__ import annotations

import gc
import os
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from teiencode.diagnostic import Code, Diagnostic
from teiencode.files import SAME_NAME, UNREADABLE, UNWRITABLE, Input, about, folded, write
from teiencode.processes import in_processes, interrupts_held, worthwhile
from teiencode.project import Edition, Split
from teiencode.reports.placed import Placed, place
from teiencode.settings import SettingsError
from teiencode.sidecar import Sidecar, read_sidecar
from teiencode.source import SourceError, read_source

if TYPE_CHECKING:
    from teiencode.encode import Encoded

EDITED = Code(
    code="TE917",
    name="edited-tei",
    group="files",
    severity="error",
    explanation="The TEI file is not what teiencode wrote last: the digest in its header does not agree with it, or "
    "there is none. Somebody has worked on it, so it is left as it is.",
    cure="put the changes into the source or its sidecar, or move the file away; --diff shows what would change, "
    "and --force overwrites it",
)
NOT_TEXT = Code(
    code="TE918",
    name="not-text",
    group="files",
    severity="error",
    explanation="The source's bytes are not text in the encoding that was asked for (UTF-8 unless --encoding says "
    "otherwise), or would not come back byte for byte.",
    cure="name the file's own encoding with --encoding, or save it as UTF-8",
)
INTERNAL = Code(
    code="TE919",
    name="internal-error",
    group="files",
    severity="error",
    explanation="teiencode failed at this text, or its result would not have decoded to the same bytes. Nothing was "
    "written for it. This is a fault of the program, never of the text.",
    cure="please report it, with the text if that may be shared",
)
CODES = (EDITED, NOT_TEXT, INTERNAL)

_LARGE = 2_000_000
"""Bytes of text from which several processes win more than they cost to start."""

State = Literal["written", "unchanged", "kept", "failed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What is to be done with each of many texts.

    `profile` is what the command line says, and `None` where it says nothing: then the sidecar decides, else
    `default_profile`. `split` is what becomes of a text that holds several documents, and `names` are the NAMEs of all
    inputs, which no document may take (`folded`). Without `write` nothing is written (`--dry-run`), and with `compare` the
    difference to the file that stands there is worked out instead (`--diff`).
    """

    output: Path
    edition: Edition
    profile: str | None = None
    default_profile: str = "auto"
    encoding: str = "utf-8"
    split: Split = "no"
    names: frozenset[str] = frozenset()
    force: bool = False
    write: bool = True
    compare: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of one text, or of one document of it. `kept`: its TEI file had been edited, and stands as it was.

    `last`: it is the last result of its input. What is told of an input is told with its first.
    """

    input: Input
    target: Path
    state: State
    profile: str | None = None
    diagnostics: tuple[Placed, ...] = ()
    failures: tuple[Diagnostic, ...] = ()
    difference: str = ""
    last: bool = True


def encode_many(inputs: Sequence[Input], task: Task, *, processes: int | None = None) -> Iterator[Result]:
    """Encode each input, in order; without a number, in as many processes as pay for the size of the work.

    Where texts are split into files an input has a result for each of them.
    """
    if task.split == "files":
        task = replace(task, names=frozenset(folded(each.name) for each in inputs))
    if processes is None:
        processes = worthwhile(inputs, _LARGE)
    # Standard input belongs to this process.
    if processes == 1 or len(inputs) < 2 or any(each.path is None for each in inputs):
        _collect_seldom()
        for each in inputs:
            yield from encode_one(each, task)
    else:
        yield from _in_processes(inputs, task, processes)


def encode_one(given: Input, task: Task) -> tuple[Result, ...]:
    """Encode one input and write its TEI, unless that has been edited. Raises nothing: failures are in the results."""
    from teiencode.encode import RoundTripError

    target = task.output / f"{given.name}.xml"
    try:
        data = given.read()
        encoded = encode_data(given, data, task)
        clash = _clash(given, encoded, task)
    except SettingsError as error:
        return (Result(input=given, target=target, state="failed", failures=error.diagnostics),)
    except OSError as error:
        failure = about(given.label, UNREADABLE, f"cannot be read: {error.strerror or error}")
    except SourceError as error:
        failure = about(given.label, NOT_TEXT, error.what, error.cure)
    except RoundTripError as error:
        failure = about(given.label, INTERNAL, f"internal error: the TEI would not decode to its source: {error}")
    except Exception as error:  # one text's failure must not end the others
        failure = about(given.label, INTERNAL, f"internal error: {_described(error)}")
    else:
        if clash is None:
            told = placed_in_source([d for each in encoded for d in each.diagnostics], given, data, task.encoding)
            return tuple(_results(given, encoded, told, task))
        failure = clash
    return (Result(input=given, target=target, state="failed", failures=(failure,)),)


def _results(given: Input, encoded: Sequence[Encoded], told: tuple[Placed, ...], task: Task) -> Iterator[Result]:
    """Write each TEI file that was made of an input."""
    for number, each in enumerate(encoded, 1):
        result = Result(
            input=given,
            target=task.output / f"{each.name}.xml",
            state="unchanged",
            profile=each.profile,
            diagnostics=told if number == 1 else (),
            last=number == len(encoded),
        )
        yield _delivered(result, each.xml, task)


def _clash(given: Input, encoded: Sequence[Encoded], task: Task) -> Diagnostic | None:
    """Why the documents of an input cannot be written: one has the NAME of another input."""
    for each in encoded:
        if each.name != given.name and folded(each.name) in task.names:
            message = f"its document {each.name} has the name of another input; none of its documents is written"
            return about(given.label, SAME_NAME, message, "rename one of the files, or send them to two output folders")
    return None


def encode_data(given: Input, data: bytes, task: Task) -> list[Encoded]:
    """The TEI of an input whose bytes are `data`. Raises what `encode_all` and `read_sidecar` raise."""
    from teiencode.documents import encode_all

    sidecar = sidecar_of(given)
    profile = task.profile or (sidecar and sidecar.profile) or task.default_profile
    return encode_all(
        data,
        split=task.split,
        profile=profile,
        # The profile is settled here, so that --profile stands above the sidecar's.
        sidecar=sidecar and replace(sidecar, profile=None),
        sidecar_of=lambda name: sidecar_of(replace(given, name=name)),
        edition=task.edition,
        name=given.name,
        encoding=task.encoding,
    )


def sidecar_of(given: Input) -> Sidecar | None:
    """The input's sidecar, if it has one. Raises `SettingsError`."""
    path = given.sidecar
    # A link to nowhere and a folder of that name are slips of somebody who meant to say something.
    return read_sidecar(path) if path and os.path.lexists(path) else None


def placed_in_source(diagnostics: Sequence[Diagnostic], given: Input, data: bytes, encoding: str) -> tuple[Placed, ...]:
    """The encoder's diagnostics with their lines in the source."""
    if not diagnostics:
        return ()
    located = any(diagnostic.span is not None for diagnostic in diagnostics)
    return place(diagnostics, given.label, read_source(data, encoding).text if located else "")


def _delivered(result: Result, xml: bytes, task: Task) -> Result:
    from teiencode.tei.document import was_changed

    target = result.target
    try:
        standing: bytes | None = target.read_bytes()
    except FileNotFoundError:
        standing = None
    except OSError as error:
        failure = about(str(target), UNWRITABLE, f"cannot be written: {error.strerror}")
        return replace(result, state="failed", failures=(failure,))
    if standing == xml:
        return result
    if task.compare:
        return replace(result, state="written", difference=_difference(standing, xml, target))
    if standing is not None and not task.force and was_changed(standing):
        failure = about(str(target), EDITED, "has been edited since teiencode wrote it, and is left as it is (see --force)")
        return replace(result, state="kept", failures=(failure,))
    if task.write:
        try:
            write(target, xml)
        except OSError as error:
            failure = about(str(target), UNWRITABLE, f"cannot be written: {error.strerror}")
            return replace(result, state="failed", failures=(failure,))
    return replace(result, state="written")


def _difference(standing: bytes | None, xml: bytes, target: Path) -> str:
    from difflib import unified_diff  # slow to import, and needed for --diff alone

    before = os.devnull if standing is None else str(target)
    return "".join(unified_diff(_lines(standing or b""), _lines(xml), before, str(target)))


def _lines(data: bytes) -> list[str]:
    *whole, last = data.decode("utf-8", "backslashreplace").split("\n")
    return [f"{line}\n" for line in whole] + ([f"{last}\n\\ No newline at end of file\n"] if last else [])


def _described(error: Exception) -> str:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({Path(frame.filename).name}, line {frame.lineno})"


def _in_processes(inputs: Sequence[Input], task: Task, processes: int) -> Iterator[Result]:
    for chunk, results in in_processes(partial(_encode_chunk, task), inputs, processes, _collect_seldom):
        if results is not None:
            yield from results
            continue
        for each in chunk:
            failure = about(each.label, INTERNAL, "a worker process died", "try again with --jobs 1")
            yield Result(input=each, target=task.output / f"{each.name}.xml", state="failed", failures=(failure,))


def _collect_seldom() -> None:
    """What is imported never becomes garbage, and a text's own objects go with the text: to look for cycles costs a tenth."""
    # An interrupt in the middle of the import of a C library may be swallowed there: it is delivered after it.
    with interrupts_held():
        import_module("teiencode.documents")

    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def _encode_chunk(task: Task, inputs: Sequence[Input]) -> list[Result]:
    return [result for each in inputs for result in encode_one(each, task)]
