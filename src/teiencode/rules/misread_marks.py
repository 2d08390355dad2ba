"""Misread marks: a word of a marking, or a printed name on a form, that the machine read with a wrong letter, is told of.

Source:  ~~SECRFT~~

         FR0M: Paris

         The two delegations met this morning and found no common ground.
TEI:     SECRFT</del></fw> <ab type="field"><label>FR0M:</label> Paris</ab>
Not:     a word that is as the profile has it; running text, in which nothing is looked for
Codes:   TE502 misread-word
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from teiencode.diagnostic import Code, Diagnostic
from teiencode.furniture import FURNITURE
from teiencode.profile import Profile
from teiencode.reading import View
from teiencode.segments import Segment
from teiencode.surroundings import Surroundings, surroundings

MISREAD = Code(
    "TE502",
    "misread-word",
    "furniture",
    "info",
    "A word of a marking of secrecy, or a printed name on a form, is not as it is printed, and was recognised all the same. It "
    "stands in the TEI as it was read: nothing is mended.",
    "Compare with the page; mend it in the source, or in the sidecar ([[corrections]]), which keeps both readings.",
)
CODES = (MISREAD,)
FIELDS = frozenset({"field", "drafting field", "drafting foot"})


def conclude(view: View, profile: Profile, segments: Sequence[Segment]) -> Iterator[Segment | Diagnostic]:
    """The segments as they are, and a diagnostic for each misread word of a marking and each misread printed name."""
    around = surroundings(view, profile)
    positions = view.line_at
    for segment in segments:
        yield segment
        if segment.kind not in FURNITURE and segment.kind not in FIELDS:
            continue
        position = positions.get(segment.start)
        while position is not None and position < len(view.lines) and view.lines[position].start < segment.end:
            yield from _misread(around, position, segment.kind)
            position += 1


def _misread(around: Surroundings, position: int, kind: str) -> Iterator[Diagnostic]:
    line = around.view.lines[position]
    span = (line.start, line.end)
    if kind in FIELDS:
        label = around.label(position)
        printed = around.shapes[position].bare[: label.end()] if label else ""
        if label is not None and label[0] != printed:
            yield MISREAD.at(span, f"“{printed}” is taken for the printed name “{label[0]}”, misread")
    elif around.marking(position):
        for word, known in around.misread_words(position):
            yield MISREAD.at(span, f"“{word}” is taken for “{known}”, misread")
