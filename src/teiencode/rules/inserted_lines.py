"""Inserted lines: words written above a line of the page, which the machine read as a line of their own.

Source:  The talks began at once.

         unfulfilled

         1. The loose ends remaining ~~unfulfilled~~ in the original.
TEI:     <ab><add place="above" cert="medium" resp="#teiencode" corresp="#del1">unfulfilled</add></ab>
Not:     a catchword; in a text in capitals a word with no struck partner; DELETE among a form's names
Codes:   TE610 inserted-line
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from teiencode.diagnostic import Code, Diagnostic
from teiencode.marks import same_when_struck
from teiencode.profile import Profile
from teiencode.reading import Evidence, Reading, View
from teiencode.segments import Segment
from teiencode.solve import evidence
from teiencode.surroundings import Surroundings, surroundings

INSERTED = Code(
    "TE610",
    "inserted-line",
    "changes",
    "info",
    "A word stands alone on its line, and the text near it has the same word struck out, or the word fits no other use: it is "
    "encoded as an addition above the line, in the place where the machine read it.",
    "Move it to where it belongs in the TEI, or in the source as ^{word}.",
)
CODES = (INSERTED,)

STRUCK = re.compile(r"~~([^~]{1,80})~~")
MOST_WORDS = 3
REACH = 8
"""Lines between an inserted word and its struck partner."""
ATTRIBUTES = {"place": "above", "cert": "medium", "resp": "#teiencode"}


def propose_lines(view: View, profile: Profile) -> Iterator[Reading | Diagnostic]:
    """Yield an inserted line for each block of a word or three that the struck words or its shape mark as one."""
    around = surroundings(view, profile)
    for position, shape in enumerate(around.shapes):
        if not _may_be(around, position) or not around.alone(position):
            continue
        line = view.lines[position]
        partner = _partner(around, position)
        if partner is not None:
            reasons = [Evidence("the same words are struck out after it", 6.0)]
        elif shape.words == 1 and shape.lower_start and shape.bare.isalpha():
            reasons = [Evidence("a lone word in lower case", 2.0)]
        else:
            continue
        addition = Reading("addition", line.start, line.end, "inserted_lines", evidence("an inserted line", 10.0), ATTRIBUTES)
        yield Reading("inserted line", line.start, line.end, "inserted_lines", tuple(reasons), inner=(addition,))


def propose_inline(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield an addition for each first line of a block whose words stand struck out in the lines under it."""
    around = surroundings(view, profile)
    for block in view.blocks:
        if block.last == block.first or not _may_be(around, block.first):
            continue
        if _partner(around, block.first) is not None:
            line = view.lines[block.first]
            yield Reading("addition", line.start, line.end, "inserted_lines", evidence("struck out under it", 4.0), ATTRIBUTES)


def conclude(view: View, profile: Profile, segments: Sequence[Segment]) -> Iterator[Segment | Diagnostic]:
    """The segments as they are, and a diagnostic for each that was read as an inserted line."""
    for segment in segments:
        if segment.kind == "inserted line":
            words = " ".join(view.text[segment.start : segment.end].split())
            yield INSERTED.at((segment.start, segment.end), f"“{words}” is taken for words written above a line")
        yield segment


def _may_be(around: Surroundings, position: int) -> bool:
    shape = around.shapes[position]
    if around.marking(position) or around.struck(position):
        return False
    return 1 <= shape.words <= MOST_WORDS and len(shape.bare) <= 40 and not around.front[position] and shape.bare[0].isalpha()


def has_partner(around: Surroundings, position: int) -> bool:
    """Whether a line is of a few words that stand struck out in the text under it."""
    return _may_be(around, position) and _partner(around, position) is not None


def _partner(around: Surroundings, position: int) -> tuple[int, int] | None:
    """The span of the struck words that are the same as a line's, in the text that follows it."""
    view = around.view
    words = around.shapes[position].bare
    last = min(position + REACH, len(view.lines) - 1)
    for found in STRUCK.finditer(view.text, view.lines[position].end, view.lines[last].end):
        if same_when_struck(words, found[1]):
            return found.span()
    return None
