"""A diagnostic in its place: with lines and columns, and the line of the file that it speaks of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from teiencode.diagnostic import Diagnostic, LineIndex

_WIDTH = 100
_BEFORE = 40


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line of a file, or the piece of a very long one, and the span of it (characters from 0) that is meant."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A diagnostic with its file and line, and the excerpt where there is one."""

    diagnostic: Diagnostic
    excerpt: Excerpt | None = None


def place(diagnostics: Iterable[Diagnostic], file: str, text: str) -> tuple[Placed, ...]:
    """Put diagnostics of the file `file` in their places in its `text`, which their spans count."""
    diagnostics = tuple(diagnostics)
    if all(each.span is None and each.line is None for each in diagnostics):
        return tuple(Placed(replace(each, file=file)) for each in diagnostics)
    lines = LineIndex(text)
    placed = [each.placed(file, lines) for each in diagnostics]
    return tuple(Placed(each, _excerpt(each, text, lines.starts)) for each in placed)


def _excerpt(diagnostic: Diagnostic, text: str, starts: list[int]) -> Excerpt | None:
    line, column = diagnostic.line, diagnostic.column
    if line is None or not 0 < line <= len(starts):
        return None
    first = starts[line - 1]
    last = starts[line] if line < len(starts) else len(text)
    while last > first and text[last - 1] in "\r\n":
        last -= 1
    at = min(first + (column or 1) - 1, last)
    end = last
    if diagnostic.end_line == line and diagnostic.end_column is not None:
        end = min(first + diagnostic.end_column - 1, last)
    # A line may be the whole of a large file: only what stands about the place is shown.
    if last - first > _WIDTH:
        first = max(first, at - _BEFORE)
        last = min(last, first + _WIDTH)
    return Excerpt(text[first:last], at - first, max(at, min(end, last)) - first)
