"""Segments: the chosen readings of lines, with the lines of one block joined to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from teiencode.reading import Reading
from teiencode.solve import Choice


@dataclass(slots=True)
class Segment:
    """A piece of the document from `start` to `end`, as it was decided; `inline` is filled when its inside is read."""

    choice: Choice
    start: int
    end: int
    inline: list[Reading] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """The kind of the reading that won."""
        return self.choice.reading.kind

    @property
    def reading(self) -> Reading:
        """The reading that won."""
        return self.choice.reading

    @property
    def inside(self) -> tuple[int, int]:
        """The span of the content: what stands before it are signs."""
        return self.reading.inside[0], self.end if self.end > self.reading.end else self.reading.inside[1]


def join_lines(choices: Iterable[Choice]) -> list[Segment]:
    """Each decision as a segment; lines that are only more of the same are joined to the one before."""
    segments: list[Segment] = []
    for choice in choices:
        reading = choice.reading
        if reading.kind == "same" and segments:
            segments[-1].end = reading.end
        else:
            if reading.kind == "same":
                choice = choice._replace(reading=reading._replace(kind="paragraph"))
            segments.append(Segment(choice, reading.start, reading.end))
    return segments


def spread(choices: Iterable[Choice]) -> Iterator[Choice]:
    """Decisions with each `several` reading (pieces of different kinds on one line) replaced by its pieces."""
    for choice in choices:
        if choice.reading.kind == "several":
            yield from (choice._replace(reading=piece) for piece in choice.reading.inner)
        else:
            yield choice


def widen_rows(text: str, segments: Sequence[Segment]) -> None:
    """Take into each row the tabs before its first words and after its last: they part off cells that are empty."""
    at = 0
    for segment in segments:
        if segment.kind == "row":
            while segment.start > at and text[segment.start - 1] == "\t":
                segment.start -= 1
            while text.startswith("\t", segment.end):
                segment.end += 1
        at = segment.end
