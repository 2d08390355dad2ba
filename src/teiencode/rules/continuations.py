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

from teiencode.line_shapes import LABEL_OF_LIST, Shape
from teiencode.profile import Profile
from teiencode.reading import Evidence, Reading, View
from teiencode.rules.lists import ITEM
from teiencode.surroundings import Surroundings, surroundings

MOST_WORDS = 4
"""Words of a line that stands for withheld ones."""


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
        withheld_above = _is_withheld(around.shapes[position - 1])
        if not first and around.running[position - 1] and not withheld_above:
            continue
        if shape.labelled or LABEL_OF_LIST.match(view.text, line.start):
            continue
        if _goes_on_in_item(around, position):
            reasons = [Evidence("starts in lower case, and an item is cut before it", 6.0)]
            yield Reading("item continued", line.start, line.end, "continuations", tuple(reasons), opens=shape.opens)
        reasons = [Evidence("starts in lower case", 3.0)] if shape.lower_start else []
        if not first and withheld_above:
            reasons.append(Evidence("in one block with what was withheld", 1.0))
        elif not first and not around.marks[position - 1]:
            reasons.append(Evidence("no blank line before it", -2.0))
        if not first and not around.running[position] and _is_right_above_mark(around, position):
            reasons.append(Evidence("one line between furniture and a mark", -2.5))
        if not around.running[position] and not shape.lower_start:
            reasons.append(Evidence("does not look like running text", -1.0))
        yield Reading("continuation", line.start, line.end, "continuations", tuple(reasons), opens=shape.opens)


def _is_right_above_mark(around: Surroundings, position: int) -> bool:
    """Whether a line is the last of its block, without an end point, and a mark stands under it: no page is of one line."""
    following = position + 1
    return around.ends_block(position) and around.shapes[position].opens and around.marks[following : following + 1] == [True]


def _is_withheld(shape: Shape) -> bool:
    """Whether a line is nothing but what stands for withheld words, in brackets."""
    return shape.bare[:1] in ("[", "(") and shape.bare[-1:] in ("]", ")") and shape.words <= MOST_WORDS


def _goes_on_in_item(around: Surroundings, position: int) -> bool:
    """Whether a line goes on in lower case with an item of a list that a page's turn has cut."""
    shape, before = around.shapes[position], around.previous_running[position]
    if not shape.lower_start or shape.labelled or before < 0 or before == position - 1 or not around.shapes[before].opens:
        return False
    first = around.view.blocks[around.block_of[before]].first
    return any(ITEM.match(around.view.text, line.start, line.end) for line in around.view.lines[first : before + 1])
