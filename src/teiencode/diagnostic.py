"""What is said to the user about a text: one class for the encoder's doubts, a validator's findings, a publisher's gaps.

A rule declares its codes beside itself (`Code`), and makes diagnostics from them with `Code.at`. Offsets become lines and
columns only when a diagnostic is shown (`Diagnostic.placed`).
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal

Severity = Literal["error", "warning", "info"]

Span = tuple[int, int]
"""A half-open span of a text, in characters from 0."""


@dataclass(frozen=True, slots=True)
class Place:
    """A line and a column of a file, both counted from 1, columns in characters."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One thing to tell. `span` counts characters of the text that was read (the source, or the TEI file) from 0."""

    code: str
    group: str
    severity: Severity
    message: str
    span: Span | None = None
    suggestions: tuple[str, ...] = ()
    path: str | None = None
    source: Place | None = None
    file: str | None = None
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None

    def placed(self, file: str, lines: LineIndex) -> Diagnostic:
        """The same diagnostic with `file`, and with lines and columns worked out from its span."""
        if self.span is None or self.line is not None:
            return replace(self, file=file)
        line, column = lines.place(self.span[0])
        end_line, end_column = lines.place(self.span[1])
        return replace(self, file=file, line=line, column=column, end_line=end_line, end_column=end_column)

    def as_json(self) -> dict[str, Any]:
        """The diagnostic as the JSON object that the interface fixes (`null` where a place is unknown)."""
        source = self.source and {"file": self.source.file, "line": self.source.line, "column": self.source.column}
        return {
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "end_line": self.end_line,
            "end_column": self.end_column,
            "code": self.code,
            "group": self.group,
            "severity": self.severity,
            "message": self.message,
            "path": self.path,
            "suggestions": list(self.suggestions),
            "source": source,
        }


Finding = Diagnostic
"""What a validator reports: the same class, by the name that the field uses."""


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of diagnostic: its stable code, its name, and what `teiencode explain CODE` prints."""

    code: str
    name: str
    group: str
    severity: Severity
    explanation: str
    cure: str

    def at(self, span: Span | None, message: str, *, suggestions: Iterable[str] = (), path: str | None = None) -> Diagnostic:
        """A diagnostic of this kind; without `suggestions` the kind's own cure is the suggestion."""
        return Diagnostic(
            code=self.code,
            group=self.group,
            severity=self.severity,
            message=message,
            span=span,
            path=path,
            suggestions=tuple(suggestions) or (self.cure,),
        )


class LineIndex:
    """Lines and columns of a text's offsets. A line ends at LF, CRLF or a lone CR, as in XML."""

    def __init__(self, text: str) -> None:
        """Index `text` in one pass."""
        self.starts = array("q", [0])
        self.length = 0
        self._add(text)

    @classmethod
    def of_pieces(cls, pieces: Iterable[str]) -> LineIndex:
        """The index of a text that comes in pieces, which end where lines end."""
        index = cls("")
        for piece in pieces:
            index._add(piece)
        return index

    def _add(self, text: str) -> None:
        at = self.length
        for line in text.splitlines(keepends=True) if "\r" in text else ():
            at += len(line)
            if line.endswith(("\n", "\r")):
                self.starts.append(at)
        if "\r" not in text:
            end = text.find("\n")
            while end >= 0:
                self.starts.append(at + end + 1)
                end = text.find("\n", end + 1)
        self.length += len(text)

    def place(self, offset: int) -> tuple[int, int]:
        """The line and the column, both from 1, of an offset in characters from 0."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1
