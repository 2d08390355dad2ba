"""Sidecars of no text: a `NAME.toml` whose NAME is nearly that of a text beside it, and would be passed over in silence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from teiencode.diagnostic import Code, Diagnostic
from teiencode.files import Input, about
from teiencode.project import FILE_NAME
from teiencode.settings import nearest

STRAY = Code(
    code="TE907",
    name="sidecar-of-no-text",
    group="project",
    severity="warning",
    explanation="A TOML file beside the texts is no sidecar, though its name is like that of one: the sidecar of letter.txt is "
    "letter.toml. What it says has no effect.",
    cure="give it the name of its text, with the ending .toml",
)
CODES = (STRAY,)

SUFFIX = ".toml"
MOST_TOLD = 20
"""TOML files of a folder that are compared with the names of texts: a folder of hundreds holds other things."""


def stray_sidecars(inputs: Iterable[Input]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each TOML file beside the inputs that is none of their sidecars, and was meant to be one.

    The sidecar of a document of a text (`chapter-d127.toml` of `chapter.txt`) is none of these.
    """
    by_folder: dict[Path, dict[str, str]] = defaultdict(dict)
    for each in inputs:
        if each.path is not None:
            by_folder[each.path.parent][each.name] = each.path.name
    for folder, texts in by_folder.items():
        beside = [path.name for path in folder.iterdir()]
        named = {Path(name).stem for name in beside if not name.endswith(SUFFIX)}
        stems = sorted(Path(name).stem for name in beside if name.endswith(SUFFIX) and name != FILE_NAME)
        strays = [stem for stem in stems if stem not in named and not _is_of_a_document(stem, named)]
        without = sorted(texts.keys() - set(stems))
        by_file = {file: name for name, file in texts.items()}
        for stem in strays[:MOST_TOLD]:
            meant = by_file.get(stem) or nearest(stem, without)
            if meant:
                message = f"is the sidecar of no text; that of {texts[meant]} is called {meant}{SUFFIX}"
                yield about(str(folder / f"{stem}{SUFFIX}"), STRAY, message)


def _is_of_a_document(stem: str, named: Collection[str]) -> bool:
    """Whether a name is that of a document of a file: the file's, a hyphen, and what the document is called."""
    return any(stem[:at] in named for at, sign in enumerate(stem) if sign == "-")
