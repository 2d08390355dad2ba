"""Notes: the notes at the end of a text, each set in from the margin with its number before it.

Source:  5. Editorial Note

         Signed at Paris.1
           1. Not printed.
TEI:     Signed at Paris.<note n="1" xml:id="d5fn1" place="bottom" type="editorial">Not printed.</note>
Not:     a numbered paragraph of the text (`1. Secret`), which is not set in
Codes:   none
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from teiencode.profile import Profile
from teiencode.reading import Reading, View
from teiencode.solve import evidence

OPENING = re.compile(r"[ ]{1,6}([0-9]{1,5}[a-z]?|[*†‡§]{1,4}|[a-z])\.[ \t]+(?=\S)")
SET_IN = re.compile(r"[ \t]{3,}")


@dataclass(frozen=True, slots=True)
class NoteLines:
    """A note at the end of a text: its label, the positions of its lines in `View.lines`, and the span of its words."""

    label: str
    first: int
    last: int
    start: int
    end: int


@lru_cache(maxsize=1)
def notes_at_end(view: View) -> tuple[NoteLines, ...]:
    """The notes with which a text ends, in order.

    A line belongs to the note above it where it goes on in the same block, or is set in itself.
    """
    text = view.text
    openings: list[tuple[int, re.Match[str]]] = []
    for block in reversed(view.blocks):
        here = [
            (position, opening)
            for position, line in enumerate(view.block_lines(block), block.first)
            if (opening := OPENING.match(text, line.line_start, line.line_end)) is not None
        ]
        openings += reversed(here)
        above = view.lines[block.first : here[0][0] if here else block.last + 1]
        if not all(SET_IN.match(text, line.line_start, line.line_end) for line in above):
            break
    if not openings:
        return ()
    openings.reverse()
    ends = [position - 1 for position, _ in openings[1:]] + [len(view.lines) - 1]
    return tuple(
        NoteLines(opening[1], position, last, opening.end(), view.lines[last].end)
        for (position, opening), last in zip(openings, ends, strict=True)
    )


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a reading for each note at the end of the text, its number as the sign."""
    for note in notes_at_end(view):
        yield Reading(
            "note",
            view.lines[note.first].start,
            note.end,
            "notes",
            evidence("a number set in, at the end of the text", 10.0),
            {"n": note.label},
            content=(note.start, note.end),
        )
