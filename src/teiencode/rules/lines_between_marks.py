"""Lines between marks: what stands between the mark at a page's foot and the one at the next page's top is furniture too.

Source:  The first page ends in the middle of a sentence of the

         SECRET

         OPENED TO READERS
         Order: 11/1/87

         - 2 -

         paper, and the second goes on.
TEI:     <fw type="stamp">OPENED TO READERS<lb/>Order: 11/1/87</fw>
Not:     the number of a section, a withheld passage, a second document's form
Codes:   none
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiencode.furniture import aside, foot, top
from teiencode.profile import Profile
from teiencode.reading import Evidence, Reading, View
from teiencode.rules.page_numbers import is_page_number
from teiencode.surroundings import Surroundings, surroundings

ROMAN_NUMBER = re.compile(r"[IVX]{1,5}\.?")
MOST_LINES = 8
FEWEST_WORDS = 2
"""Words of a marking that no profile knows; one word alone may be a name."""
FEWEST_OF_SENTENCE = 3
"""Words of the end of a sentence."""
LONGEST_LINE = 100
SHORT_LINE = 45


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a foot and a top for each block, or piece of one, between the first and the last mark of a page turn."""
    around = surroundings(view, profile)
    position = 0
    while position < len(view.lines):
        if around.running[position]:
            position += 1
            continue
        end = around.next_running[position]
        if end < len(view.lines):
            yield from _between(around, position, end)
            yield from _under_a_cut(around, position, end)
            form = next((at for at in range(position, end) if around.front[at]), position)
            yield from _after_all(around, position, form)
        else:
            yield from _after_all(around, position, end)
        position = end


def _between(around: Surroundings, start: int, end: int) -> Iterator[Reading]:
    marks = [at for at in range(start, end) if not around.front[at] and (around.marks[at] or _comes_again(around, at))]
    if len(marks) < 2:
        return
    for first, last in _pieces(around, marks[0] + 1, marks[-1]):
        shapes = around.shapes[first : last + 1]
        if len(shapes) > MOST_LINES or any(not 0 < len(shape.bare) <= LONGEST_LINE for shape in shapes):
            continue
        if ROMAN_NUMBER.fullmatch(shapes[0].bare):
            continue
        reasons = [Evidence("between two marks of pages", 1.5), Evidence("its lines stand together", 3.0 * (last - first))]
        if any(len(around.positions.get(shape.key, ())) > 1 for shape in shapes):
            reasons.append(Evidence("comes again", 2.5))
        elif any(any(map(str.isdigit, shape.bare)) for shape in shapes):
            reasons.append(Evidence("with figures", 1.5))
        if around.cuts(first):
            reasons.append(Evidence("a sentence is cut here", 1.0))
        if shapes[0].lower_start:
            reasons.append(Evidence("starts in lower case", -1.5))
        if _ends_a_sentence(around, first, last):
            reasons.append(Evidence("ends the sentence that is cut", -3.0))
        if any(around.title_word(shape.bare) for shape in shapes):
            reasons.append(Evidence("a word for a kind of paper, as in a head", -1.0))
        yield foot(around.view, first, "lines_between_marks", reasons, "stamp", last)
        heads = (
            first == last and is_page_number(around.shapes[last + 1].bare) and len(around.positions.get(shapes[0].key, ())) > 1
        )
        if heads:
            reasons = [*reasons, Evidence("over the number of each page", 0.5)]
        yield top(around.view, first, "lines_between_marks", reasons, "header" if heads else "stamp", last)


def _ends_a_sentence(around: Surroundings, first: int, last: int) -> bool:
    """Whether lines end with a full stop under a sentence that has none."""
    above = around.previous_running[first]
    words = sum(shape.words for shape in around.shapes[first : last + 1])
    return above >= 0 and around.shapes[above].opens and around.shapes[last].bare[-1] == "." and words >= FEWEST_OF_SENTENCE


def _comes_again(around: Surroundings, position: int) -> bool:
    """Whether a line of capitals alone stands elsewhere too, and is neither a field nor a name that signs twice."""
    shape = around.shapes[position]
    if not shape.capitals or shape.words < FEWEST_WORDS or not around.alone(position) or around.label(position):
        return False
    return len(around.positions.get(shape.key, ())) > 1


def _under_a_cut(around: Surroundings, start: int, end: int) -> Iterator[Reading]:
    """Blocks of several short lines between a sentence that breaks off and the first mark of the page's foot."""
    first_mark = next((at for at in range(start, end) if around.marks[at]), end)
    for first, last in _pieces(around, start, first_mark):
        shapes = around.shapes[first : last + 1]
        if first in around.feet_in_cuts:
            reasons = [Evidence("a sentence is cut here, and a mark stands under it", 4.0), Evidence("unlike the text", 2.0)]
            yield foot(around.view, first, "lines_between_marks", reasons, "footer", last)
            continue
        if first in around.feet_set_by_hand:
            reasons = [Evidence("a mark stands under it", 4.0), Evidence("lines broken by hand, unlike the text", 2.0)]
            yield foot(around.view, first, "lines_between_marks", reasons, "footer", last)
            continue
        if not 1 < len(shapes) <= MOST_LINES or around.cuts(first) < 2 or shapes[0].lower_start:
            continue
        if any(not 0 < len(shape.bare) <= SHORT_LINE for shape in shapes):
            continue
        short = Evidence("short lines", 1.0 * len(shapes))
        if first_mark == end:
            # Without the mark of a page it is a stamp in a sentence.
            reasons = [Evidence("a sentence is cut here", 4.0), short]
            yield aside(around.view, first, "lines_between_marks", reasons, {"type": "stamp"}, last)
            continue
        reasons = [Evidence("a sentence is cut here, and a mark stands under it", 4.0), short]
        yield foot(around.view, first, "lines_between_marks", reasons, "footer", last)


def _after_all(around: Surroundings, start: int, end: int) -> Iterator[Reading]:
    """Blocks under the last marking of a paper, under which no text stands, or another paper's form."""
    marking = next((at for at in range(end - 1, start - 1, -1) if around.marking(at) and not around.front[at]), None)
    if marking is None or around.previous_running[marking] < 0:
        return
    for first, last in _pieces(around, marking + 1, end):
        shapes = around.shapes[first : last + 1]
        if len(shapes) > MOST_LINES or any(not 0 < len(shape.bare) <= LONGEST_LINE for shape in shapes):
            continue
        reasons = [Evidence("under the last marking, and no text follows", 1.0), Evidence("short lines", 1.0 * len(shapes))]
        yield foot(around.view, first, "lines_between_marks", reasons, "stamp", last)


def _pieces(around: Surroundings, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines from `start` up to `end` that are no marks, block by block."""
    first = start
    for at in range(start, end + 1):
        if at == end or around.marks[at] or around.front[at]:
            if first < at:
                yield first, at - 1
            first = at + 1
        elif around.starts_block(at) and first < at:
            yield first, at - 1
            first = at
