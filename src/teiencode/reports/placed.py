"""A diagnostic in its place: with lines and columns, and the line of the file that it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from teiencode.diagnostic import Diagnostic, LineIndex

_WIDTH = 100
_BEFORE = 40
_LINE_END = re.compile(rb"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line of a file, or the piece of a very long one, and the span of it (characters from 0) that is meant.

    `cut_before`, `cut_behind`: whether the line begins before the piece, and goes on behind it.
    """

    text: str
    start: int
    end: int
    cut_before: bool = False
    cut_behind: bool = False


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
    index = LineIndex(text)
    placed = [each.placed(file, index) for each in diagnostics]
    ends = [*index.starts[1:], len(text)]
    lines = {number: text[index.starts[number - 1] : ends[number - 1]] for number in _numbers(placed) if number <= len(ends)}
    return tuple(Placed(each, _excerpt(each, lines)) for each in placed)


def place_by_lines(diagnostics: Iterable[Diagnostic], file: str, text: bytes) -> tuple[Placed, ...]:
    """The same for diagnostics that have their lines, in a text in UTF-8: no more of it than those lines is decoded."""
    placed = [replace(each, file=file) for each in diagnostics]
    wanted = _numbers(placed)
    lines: dict[int, str] = {}
    begin = 0
    ends = (found.end() for found in _LINE_END.finditer(text)) if wanted else ()
    for number, end in enumerate(chain(ends, (len(text),)), 1):
        if number in wanted:
            lines[number] = text[begin:end].decode("utf-8", "replace")
        begin = end
    return tuple(Placed(each, _excerpt(each, lines)) for each in placed)


def _numbers(diagnostics: Iterable[Diagnostic]) -> set[int]:
    return {each.line for each in diagnostics if each.line is not None and each.line > 0}


def _excerpt(diagnostic: Diagnostic, lines: Mapping[int, str]) -> Excerpt | None:
    """What is shown of the diagnostic's line; `lines` are the texts of lines by their numbers."""
    line = lines.get(diagnostic.line or 0)
    if line is None:
        return None
    first, last = 0, len(line.rstrip("\r\n"))
    at = min((diagnostic.column or 1) - 1, last)
    end = last
    if diagnostic.end_line == diagnostic.line and diagnostic.end_column is not None:
        end = min(diagnostic.end_column - 1, last)
    # A line may be the whole of a large file: only what stands about the place is shown.
    if last > _WIDTH:
        first = max(0, at - _BEFORE)
        last = min(last, first + _WIDTH)
    whole = len(line.rstrip("\r\n"))
    return Excerpt(line[first:last], at - first, max(at, min(end, last)) - first, first > 0, last < whole)
