"""Captions: what was sent with a message for its handling, before the text.

Source:  FROM: New York

         DEPT PASS TO WHITE HOUSE
TEI:     <ab type="handling">DEPT PASS TO WHITE HOUSE</ab>
Not:     EYES ONLY at the top of a later page, which is furniture
Codes:   none
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiencode.marks import marks_of, plain, together
from teiencode.profile import Profile
from teiencode.reading import Evidence, Reading, View
from teiencode.surroundings import surroundings

LONGEST_CAPTION = 80
MOST_WORDS = 12
COUNT = r"(?:\d{1,2}|[IVX]{1,4}|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT)"
SECTION_LINE = re.compile(rf"\b(?:(?:SECTION|PART|SECT) {COUNT}|FINAL SECTION) OF {COUNT}\b")
"""A section's number on a message sent in several, which stands again before each of them."""


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a handling block for each short block of capitals before the text."""
    around = surroundings(view, profile)
    settings = profile.settings.get("captions", {})
    known = marks_of(settings.get("known", ()))
    words = frozenset(plain(word) for word in settings.get("words", ()))
    for position, shape in enumerate(around.shapes):
        may_be = shape.capitals and len(shape.bare) <= LONGEST_CAPTION and len(together(shape.bare).split()) <= MOST_WORDS
        if may_be and not around.front[position] and around.alone(position) and SECTION_LINE.search(shape.bare):
            line = view.lines[position]
            yield Reading("handling", line.start, line.end, "captions", (Evidence("a section of a message", 4.0),))
    for block in view.blocks:
        shape = around.shapes[block.first]
        if not around.front[block.first] or block.last - block.first > 2 or not shape.bare or len(shape.bare) > LONGEST_CAPTION:
            continue
        if not shape.capitals or not around.in_form(block.first):
            continue
        reasons = [Evidence("capitals before the text", 0.5)]
        if SECTION_LINE.search(shape.bare):
            reasons.append(Evidence("a section of a message", 4.0))
        likeness = known.likeness(shape.bare)
        if likeness:
            reasons.append(Evidence("a known caption", 6.0 * likeness))
            if shape.bare[-1].isdigit():
                reasons.append(Evidence("a number at its end", -2.0))
        elif shape.bare.endswith(".") and not words & set(plain(shape.bare).split()):
            continue
        elif words & set(plain(shape.bare).split()):
            reasons.append(Evidence("words of a caption", 2.0))
        start, end = view.lines[block.first].start, view.lines[block.last].end
        yield Reading("handling", start, end, "captions", tuple(reasons))
