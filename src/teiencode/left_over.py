"""TEI files whose source is gone: teiencode wrote them, and nothing encodes to them any more."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from glob import escape
from pathlib import Path

from teiencode.batch import Result
from teiencode.diagnostic import Code, Diagnostic
from teiencode.files import Input, about
from teiencode.tei.document import was_changed

NO_SOURCE = Code(
    code="TE925",
    name="tei-without-source",
    group="project",
    severity="error",
    explanation="teiencode wrote this TEI file, and its source is gone. It is published all the same; `build` only warns of it.",
    cure="remove the TEI file, or bring the source back",
)
CODES = (NO_SOURCE,)


def targets_of(result: Result) -> Iterator[Path]:
    """The TEI files of a source: the one that was made, or where none could be made all that it may have been made into."""
    yield result.target
    if result.state == "failed":
        yield from result.target.parent.glob(f"{escape(result.input.name)}-*.xml")


def left_over(documents: Iterable[Input], expected: Collection[Path]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each TEI file that is as teiencode wrote it, and not among the `expected` ones."""
    for document in documents:
        if document.path not in expected and _is_ours(document):
            yield about(document.label, NO_SOURCE, "teiencode wrote this, and its source is gone")


def _is_ours(document: Input) -> bool:
    """Whether a file is as teiencode wrote it."""
    try:
        return not was_changed(document.read())
    except OSError:
        return False  # that it cannot be read is told by its validation
