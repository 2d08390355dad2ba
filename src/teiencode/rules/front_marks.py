"""Marks before the text: a paper's own number, or words of its handling, where no form has printed names.

Source:  C.O.S. (49) 117

         COALING STATIONS IN THE SOUTHERN OCEAN

         As instructed, we have examined what would be needed to bring three stations into use again.
TEI:     <fw type="header" place="top">C.O.S. (49) 117</fw>
Not:     a title; a field of a form; a date; the first words of the text
Codes:   none
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiencode.furniture import aside
from teiencode.line_shapes import LABEL_OF_LIST
from teiencode.marked_lines import LABEL_SHAPE
from teiencode.profile import Profile
from teiencode.reading import Evidence, Reading, View
from teiencode.rules.salutations import is_salutation
from teiencode.surroundings import Surroundings, surroundings

NUMBER_OF_PAPER = re.compile(
    r"(?:[A-Z][A-Za-z./-]{0,12}[ ,]*){0,4}"
    r"(?:(?:[Nn]o\.?|NO\.?|[Nn]umber)[ ]?[A-Z-]{0,4}\d[\dA-Z/.-]*|\(\d{2,4}\) ?\d{1,4}[A-Z]?)(?: of \d{1,4})?"
)
"""Letters and a number after *No.*, or after a year in brackets (`C.O.S. (49) 117`, `OIR Report No. 5811`)."""
LONGEST_LINE = 60
MOST_WORDS = 8
MOST_LINES = 3


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield an aside for each short block before the text that is a paper's number, or that no printed name explains."""
    around = surroundings(view, profile)
    header = {"type": "header", "place": "top"}
    for block in view.blocks:
        if not around.front[block.first] or block.last - block.first >= MOST_LINES:
            continue
        shapes = around.shapes[block.first : block.last + 1]
        if any(not 0 < len(shape.bare) <= LONGEST_LINE or shape.words > MOST_WORDS for shape in shapes):
            continue
        if any(LABEL_SHAPE.match(shape.bare) or around.label(at) for at, shape in enumerate(shapes, block.first)):
            continue
        numbered = [NUMBER_OF_PAPER.fullmatch(shape.bare) is not None for shape in shapes]
        together = Evidence("its lines stand together", 1.0 * (len(shapes) - 1))
        if numbered[0]:
            yield aside(view, block.first, "front_marks", [Evidence("a paper's number", 3.5)], header)
        if len(numbered) > 1 and all(numbered):
            yield aside(view, block.first, "front_marks", [Evidence("a paper's number", 3.5), together], header, block.last)
        elif not numbered[0] and shapes[-1].opens and _is_unexplained(around, block.first):
            reasons = [Evidence("short, before the text", 0.7), together]
            yield aside(view, block.first, "front_marks", reasons, header, block.last)


def _is_unexplained(around: Surroundings, position: int) -> bool:
    """Whether a line stands before a text, on no form, and is no label's and no salutation."""
    if around.in_form(position) or around.next_running[position] == len(around.shapes):
        return False
    bare = around.shapes[position].bare
    return not LABEL_OF_LIST.match(bare) and not is_salutation(bare)
