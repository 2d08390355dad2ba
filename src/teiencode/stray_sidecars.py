"""Sidecars of no text: a `NAME.toml` whose NAME is nearly that of a text beside it, and would be passed over in silence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
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


def stray_sidecars(inputs: Iterable[Input]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each TOML file beside the inputs that is none of their sidecars, and was meant to be one.

    The sidecar of a document of a text (`chapter-d127.toml` of `chapter.txt`) is none of these.
    """
    by_folder: dict[Path, dict[str, str]] = defaultdict(dict)
    for each in inputs:
        if each.path is not None:
            by_folder[each.path.parent][each.name] = each.path.name
    for folder, texts in by_folder.items():
        beside = sorted(folder.iterdir())
        names = {path.stem for path in beside if path.suffix != ".toml"}
        for path in beside:
            if path.suffix != ".toml" or path.name == FILE_NAME or path.stem in names:
                continue
            if any(path.stem.startswith(f"{name}-") for name in names):
                continue
            whole = next((name for name, file in texts.items() if path.stem == file), None)
            meant = whole or nearest(path.stem, [name for name in texts if not (folder / f"{name}.toml").exists()])
            if meant:
                message = f"is the sidecar of no text; that of {texts[meant]} is called {meant}.toml"
                yield about(str(path), STRAY, message)
