"""Marginalia: handwriting in a margin, which the machine read as short broken lines, or as words put in that stand alone.

Source:  Withdrawing
         all other
         copies sent
         back to
TEI:     <ab type="annotation">Withdrawing<lb/>all other<lb/>copies sent<lb/>back to</ab>
Not:     a stack of exemption codes; an address; the foot of a form
Codes:   none
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiencode.marked_lines import LABEL_SHAPE
from teiencode.profile import Profile
from teiencode.reading import Evidence, Reading, View
from teiencode.solve import GOES_ON
from teiencode.surroundings import Surroundings, surroundings

LONGEST_LINE = 24
FEWEST_LINES = 3
MOST_JOTTED = 6
SPOKEN_TO = re.compile(r"[A-Z][A-Za-z]{0,3}: [^:]*\Z")
"""The initials of who is asked, and no other colon."""
PUT_IN = re.compile(r"(?=.{10,90}\Z)\^\{[^{}\s]+(?:\s+[^{}\s]+){3,}\}", re.DOTALL)
"""A few words between the signs of an addition; a longer one is a paragraph that was put in, a shorter one a word of the text."""
SHORTEST = 10
"""Characters of a line that is hardly more than initials or a date."""


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield an annotation for each block of three or more lines that are all very short."""
    around = surroundings(view, profile)
    for block in view.blocks:
        lines = view.block_lines(block)
        if PUT_IN.fullmatch(view.block_text(block)):
            by_hand = Evidence("words put in by hand, and nothing else", 4.0)
            reasons = [by_hand, Evidence("its lines stand together", GOES_ON * (len(lines) - 1))]
            yield Reading("annotation", block.start, block.end, "marginalia", tuple(reasons))
            continue
        if _is_jotted(around, block.first, block.last):
            jotted = (
                Evidence("short broken lines", 1.0),
                Evidence("jotted: words in small letters, no sentence", 1.5),
                Evidence("its lines stand together", GOES_ON * (len(lines) - 1)),
            )
            yield Reading("annotation", block.start, block.end, "marginalia", jotted)
        if len(lines) < FEWEST_LINES or any(line.end - line.start > LONGEST_LINE for line in lines):
            continue
        if any(around.label(position) or around.shapes[position].labelled for position in range(block.first, block.last + 1)):
            continue
        if (
            sum(LABEL_SHAPE.match(around.shapes[position].bare) is not None for position in range(block.first, block.last + 1))
            > 1
        ):
            continue
        reasons = [Evidence("short broken lines", 1.0)]
        if around.front[block.first]:
            printed = all(around.shapes[at].capitals for at in range(block.first, block.last + 1))
            reasons.append(Evidence("before the text, each line", (0.9 if printed else 1.8) * len(lines)))
            if printed and any(around.title_word(around.shapes[at].bare) for at in range(block.first, block.last + 1)):
                reasons.append(Evidence("the word for a kind of paper", -2.0))
        if len(lines) > 4:
            reasons.append(Evidence("many of them", 1.0))
        yield Reading("annotation", block.start, block.end, "marginalia", tuple(reasons))


def _is_jotted(around: Surroundings, first: int, last: int) -> bool:
    """Whether a block on any page is two or more short lines that go on in small letters or are no more than initials."""
    shapes = around.shapes[first : last + 1]
    if not 1 < len(shapes) <= MOST_JOTTED or around.front[first] or (around.capitals and shapes[0].capitals):
        return False
    if any(not 0 < len(shape.bare) <= LONGEST_LINE or shape.words > 4 or shape.labelled for shape in shapes):
        return False
    if any(around.label(at) or around.marking(at) or "\t" in around.shapes[at].bare for at in range(first, last + 1)):
        return False
    signs = around.view.text[around.view.lines[first].start : around.view.lines[last].end]
    if (
        any(sign in signs for sign in ("[", "~~", "^{", "("))
        or (":" in signs and not SPOKEN_TO.match(signs))
        or around.cuts(first)
    ):
        return False
    return any(shape.lower_start for shape in shapes[1:]) or all(len(shape.bare) <= SHORTEST for shape in shapes)
