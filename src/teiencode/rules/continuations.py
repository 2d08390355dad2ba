"""Continuations: a block that goes on with the sentence that a page turn, furniture or a withheld passage has cut.

Source:  Support was given to other forces attempting to

         invade the island that summer.
TEI:     <p>Support was given to other forces attempting to
         <pb n="2" cert="medium" resp="#teiencode"/> invade the island that summer.</p>
Not:     a block after an end point; one that opens with a number or a letter, as (b) or 3.
Codes:   none
"""

from __future__ import annotations

from collections.abc import Iterator

from teiencode.line_shapes import LABEL_OF_LIST
from teiencode.profile import Profile
from teiencode.reading import Evidence, Reading, View
from teiencode.surroundings import surroundings


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a continuation for each line that may go on with what stood before it.

    Whether a sentence is open there is for the solver, which knows what the lines before it are.
    """
    around = surroundings(view, profile)
    for position, line in enumerate(view.lines):
        if not position or around.front[position]:
            continue
        shape = around.shapes[position]
        first = around.starts_block(position)
        if not first and not _may_follow_furniture(around.running, position):
            continue
        if shape.labelled or LABEL_OF_LIST.match(view.text, line.start):
            continue
        reasons = [Evidence("starts in lower case", 3.0)] if shape.lower_start else []
        if not first and not around.marks[position - 1]:
            reasons.append(Evidence("no blank line before it", -2.0))
        if not around.running[position] and not shape.lower_start:
            reasons.append(Evidence("does not look like running text", -1.0))
        yield Reading("continuation", line.start, line.end, "continuations", tuple(reasons), opens=shape.opens)


def _may_follow_furniture(running: list[bool], position: int) -> bool:
    return not running[position - 1]
