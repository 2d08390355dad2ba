"""Marginalia: handwriting in a margin, which the machine read as short broken lines.

Source:  Withdrawing
         all other
         copies sent
         back to
TEI:     <ab type="annotation">Withdrawing<lb/>all other<lb/>copies sent<lb/>back to</ab>
Not:     a stack of exemption codes; an address; the foot of a form
Codes:   none
"""

from __future__ import annotations

from collections.abc import Iterator

from teiencode.profile import Profile
from teiencode.reading import Evidence, Reading, View
from teiencode.surroundings import surroundings

LONGEST_LINE = 24
FEWEST_LINES = 3


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield an annotation for each block of three or more lines that are all very short."""
    around = surroundings(view, profile)
    for block in view.blocks:
        lines = view.block_lines(block)
        if len(lines) < FEWEST_LINES or any(line.end - line.start > LONGEST_LINE for line in lines):
            continue
        if any(around.label(position) or around.shapes[position].labelled for position in range(block.first, block.last + 1)):
            continue
        reasons = [Evidence("short broken lines", 1.0)]
        if around.front[block.first]:
            reasons.append(Evidence("before the text, each line", 1.8 * len(lines)))
        if len(lines) > 4:
            reasons.append(Evidence("many of them", 1.0))
        yield Reading("annotation", block.start, block.end, "marginalia", tuple(reasons))
