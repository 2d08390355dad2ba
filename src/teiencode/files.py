"""Files: what the user named, made a list of inputs; outputs that are there whole or not at all.

An output is written beside its place and renamed into it, so that a program killed at any moment leaves no half of a
file. What such a death leaves behind is a file called `.NAME.PID.teiencode-tmp`, which the next run sweeps away.
"""

from __future__ import annotations

import os
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from teiencode.diagnostic import Code, Diagnostic
from teiencode.project import FILE_NAME

MISSING = Code(
    code="TE911",
    name="missing-input",
    group="files",
    severity="error",
    explanation="A file or folder that was named does not exist.",
    cure="check the name; a relative one is taken from the folder that the command is run in",
)
UNREADABLE = Code(
    code="TE912",
    name="unreadable-input",
    group="files",
    severity="error",
    explanation="A file or folder exists, but the system does not let it be read.",
    cure="check the permissions of the file and of the folders above it",
)
NOTHING_THERE = Code(
    code="TE913",
    name="nothing-to-read",
    group="files",
    severity="error",
    explanation="A folder holds no file of the kind that the command reads (*.txt and *.md for encode, *.xml for TEI).",
    cure="name the folder that the files lie in; save texts of a word processor as plain text, in UTF-8",
)
SAME_NAME = Code(
    code="TE914",
    name="same-name",
    group="files",
    severity="error",
    explanation="Two inputs have the same NAME (the file's name without its ending, capitals and small letters alike): "
    "both would be written to the same file. Neither is done.",
    cure="rename one of the files, or send them to two output folders",
)
NO_FOLDER = Code(
    code="TE915",
    name="output-no-folder",
    group="files",
    severity="error",
    explanation="The output is to be a folder, and is something else, or cannot be made.",
    cure="name another folder with --output, or move away what stands there",
)
UNWRITABLE = Code(
    code="TE916",
    name="unwritable-output",
    group="files",
    severity="error",
    explanation="A file could not be written; what stood there before is as it was.",
    cure="check the permissions of the folder, and the space on the disk",
)
CODES = (MISSING, UNREADABLE, NOTHING_THERE, SAME_NAME, NO_FOLDER, UNWRITABLE)

TEXT_SUFFIXES = (".txt", ".md")
TEI_SUFFIXES = (".xml",)
FILE_SUFFIXES = frozenset({*TEXT_SUFFIXES, *TEI_SUFFIXES, ".html", ".pdf", ".epub", ".zip"})
"""Endings by which a name is known as that of a file, where a folder is asked for."""
STDIN = "stdin"

_TEMPORARY = re.compile(r"\..*\.(\d+)\.teiencode-tmp")
_STALE_AFTER = 3600.0
ENDINGS_SHOWN = 3
"""How many kinds of other files a message names, where a folder has none of the kind that is read."""


@dataclass(frozen=True, slots=True)
class Input:
    """A file to be read. `path` is `None` for standard input; `name` is the NAME of all that is made of it."""

    name: str
    path: Path | None = None

    @property
    def label(self) -> str:
        """How the input is called in a message."""
        return STDIN if self.path is None else str(self.path)

    @property
    def sidecar(self) -> Path | None:
        """Where the input's sidecar stands if it has one. A project file is nobody's sidecar."""
        if self.path is None:
            return None
        path = self.path.with_name(f"{self.name}.toml")
        return None if path.name == FILE_NAME else path

    def read(self) -> bytes:
        """The input's bytes. Raises `OSError`."""
        return sys.stdin.buffer.read() if self.path is None else self.path.read_bytes()


def collect(
    arguments: Iterable[str], suffixes: tuple[str, ...], *, unique_names: bool = True, besides: Iterable[Path] = ()
) -> tuple[list[Input], list[Diagnostic]]:
    """The inputs that `arguments` name (files, folders, `-`), in order, and what cannot be done.

    A folder gives its files of these suffixes, those of its own folders included, names sorted; hidden ones are left
    out, and so are the folders `besides`, where results go. A file named twice is one input. With `unique_names`, inputs
    that share a NAME are left out, with a diagnostic.
    """
    left_out = frozenset(os.path.realpath(each) for each in besides)
    inputs: dict[str, Input] = {}
    failures: list[Diagnostic] = []
    for argument in arguments:
        for each in _expand(argument, suffixes, left_out, failures):
            key = STDIN if each.path is None else os.path.realpath(each.path)
            inputs.setdefault(key, each)
    if not unique_names:
        return list(inputs.values()), failures
    by_name: dict[str, list[Input]] = {}
    for each in inputs.values():
        by_name.setdefault(folded(each.name), []).append(each)
    for same in by_name.values():
        if len(same) > 1:
            labels = " and ".join(each.label for each in same)
            failures.append(about(same[1].label, SAME_NAME, f"{labels} have one name, {same[1].name}; none is done"))
    clashing = {each for same in by_name.values() if len(same) > 1 for each in same}
    return [each for each in inputs.values() if each not in clashing], failures


def folded(name: str) -> str:
    """A NAME as file systems that know no capitals compare it."""
    return unicodedata.normalize("NFC", name).casefold()


def _expand(argument: str, suffixes: tuple[str, ...], left_out: frozenset[str], failures: list[Diagnostic]) -> Iterator[Input]:
    if argument == "-":
        yield Input(STDIN)
        return
    path = Path(argument)
    try:
        is_folder = path.is_dir()
        exists = is_folder or path.exists()
    except OSError as error:
        failures.append(about(argument, UNREADABLE, f"cannot be read: {error.strerror}"))
        return
    if is_folder:
        found = False
        for each in _walk(path, suffixes, left_out, failures):
            found = True
            yield Input(each.stem, each)
        if not found and not any(failure.file == argument for failure in failures):
            kinds = " or ".join(f"*{suffix}" for suffix in suffixes)
            others = f", but {others}" if (others := _endings(path)) else ""
            failures.append(about(argument, NOTHING_THERE, f"no {kinds} in this folder{others}"))
    elif exists:
        yield Input(path.stem, path)
    else:
        failures.append(about(argument, MISSING, "no such file or folder"))


def _endings(folder: Path) -> str:
    """The commonest endings of the files in a folder."""
    with os.scandir(folder) as entries:
        endings = Counter(Path(each.name).suffix for each in entries if each.is_file() and not each.name.startswith("."))
    return ", ".join(f"{number} *{ending}" for ending, number in endings.most_common(ENDINGS_SHOWN) if ending)


def _walk(folder: Path, suffixes: tuple[str, ...], left_out: frozenset[str], failures: list[Diagnostic]) -> Iterator[Path]:
    def unreadable(error: OSError) -> None:
        failures.append(about(str(error.filename), UNREADABLE, f"cannot be read: {error.strerror}"))

    for parent, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(
            each for each in folders if not each.startswith(".") and os.path.realpath(Path(parent, each)) not in left_out
        )
        for name in sorted(names):
            if name.lower().endswith(suffixes) and not name.startswith("."):
                yield Path(parent, name)


def about(file: str, code: Code, message: str, cure: str | None = None) -> Diagnostic:
    """A diagnostic about a file as a whole."""
    return replace(code.at(None, message, suggestions=[cure] if cure else ()), file=file)


def make_folder(folder: Path) -> Diagnostic | None:
    """Make the folder, with those above it; a diagnostic says why where that cannot be.

    A name such as `letter.xml` is taken for a slip, unless a folder of that name is there: a folder would be a surprise.
    """
    if folder.suffix.lower() in FILE_SUFFIXES and not folder.exists():
        message = f"the output is a folder, and {folder.name} is the name of a file"
        cure = f"name the folder alone, such as {folder.parent / 'tei' if folder.parent == Path() else folder.parent}: "
        cure += "a file in it has the name of its input"
        return about(str(folder), NO_FOLDER, message, cure)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        return about(str(folder), NO_FOLDER, "the output must be a folder, and this is a file")
    except OSError as error:
        return about(str(folder), NO_FOLDER, f"the output folder cannot be made: {error.strerror}")
    return None


def write(path: Path, data: bytes) -> None:
    """Put `data` at `path`, whole or not at all. Raises `OSError`, and then `path` is as it was."""
    # Shortened, so that a name as long as the system allows still has room for what is added.
    temporary = path.with_name(f".{path.name[:40]}.{os.getpid()}.teiencode-tmp")
    try:
        temporary.write_bytes(data)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def write_changed(path: Path, data: bytes) -> bool:
    """Put `data` at `path` unless it stands there already, so that an unchanged file keeps its time; whether it did.

    Raises `OSError`.
    """
    try:
        if path.read_bytes() == data:
            return False
    except FileNotFoundError:
        pass
    write(path, data)
    return True


def sweep(folder: Path) -> None:
    """Remove what runs that were killed left in `folder`; files of runs that are alive are left alone."""
    try:
        # Names alone, no Path for each of thousands.
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries]
    except OSError:
        return
    for name in names:
        match = _TEMPORARY.fullmatch(name)
        if match and _is_left_over(folder / name, int(match[1])):
            # Another run may have swept it in between.
            (folder / name).unlink(missing_ok=True)


def _is_left_over(path: Path, process: int) -> bool:
    try:
        old = time.time() - path.stat().st_mtime > _STALE_AFTER
    except OSError:
        return False
    return old or process == os.getpid() or not _is_alive(process)


def _is_alive(process: int) -> bool:
    if sys.platform == "win32":
        return True  # signal 0 would end the process there, so only age decides
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
