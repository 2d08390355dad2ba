"""Form feet: what is printed at the foot of a form: warnings, instructions, tables with empty cells for a clerk to fill in.

Source:  The meeting ended.

         REPRODUCTION FROM THIS COPY IS
         PROHIBITED UNLESS "UNCLASSIFIED"
TEI:     <fw type="footer" place="bottom">REPRODUCTION FROM THIS COPY IS<lb/>PROHIBITED UNLESS "UNCLASSIFIED"</fw>
Not:     a table in the text; the boxes at the head of a form
Codes:   none
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from teiencode.furniture import aside, foot
from teiencode.marks import Marks, marks_of
from teiencode.profile import Profile
from teiencode.reading import Evidence, Reading, View
from teiencode.surroundings import Surroundings, surroundings

EMPTY_FIELD = re.compile(r"[^:]{2,40}:|[_\W]+")
NUMBER_OF_FORM = re.compile(
    r"(?:[A-Z]{2,6} {1,2})?(?:FORM|Form)\b.{0,12}\d|\d{1,2}-\d{2,4}[A-Z]? FORM\b|[A-Z]{2,4}[- ]FORM |(?:OPTIONAL|STANDARD) FORM "
)
"""The number of a printed form."""
MESSAGE_AND_DAY = re.compile(r"[A-Z][A-Z -]{1,10}\d{3,6}\s+\(\d{1,2} [A-Za-z]{3,9}\.? \d{2,4}\).*")
"""The number of a message and its day in brackets, at the foot of its pages (`CM-IN-3841 (18 Jan 46)`)."""
PRINTED_IN = re.compile(r"[A-Z][\w/. -]{1,40}\((?:[Rr]ev(?:ised|\.)?:? ?)?\d{1,2}-(?:\d{1,2}-)?\d{2,4}\)")
"""A form's number or name with the month of its printing (`FD-204 (Rev. 3-3-59)`, `NSC/S PROFILE (5-75)`)."""
PRINTED = re.compile(r"\(?(?:Rev(?:ised|\.)?:? ?)?(?:[A-Za-z]{3,9}\.?,? +(?:\d{1,2}, *)?|\d{1,2}[-/](?:\d{1,2}[-/])?)\d{2,4}\)?")
"""The month of a form's printing, on a line under its number."""
LONGEST_NUMBER = 80
MOST_LINES = 10
MOST_ROWS = 3
DAY = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}")


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a foot for each known first line, over as many lines of its block as belong to it, and for tab tables beside one."""
    around = surroundings(view, profile)
    known = marks_of(profile.settings.get("form_feet", {}).get("known", ()))
    feet: set[int] = set()
    named = False
    for position, shape in enumerate(around.shapes):
        if around.front[position]:
            named = named or around.label(position) is not None or "\t" in shape.bare
            yield from _number_on_form(around, position, under_fields=named)
        if position in feet or around.front[position] or not shape.bare or "\t" in shape.bare or shape.lower_start:
            continue
        likeness = known.likeness(shape.bare) if len(shape.bare) < 200 else 0.0
        if not likeness and not around.running[position] and is_number_of_form(shape.bare):
            likeness = 0.5
        if likeness:
            yield from _feet(around, position, likeness, known, feet)
    yield from _tables(around, known, feet)


def _number_on_form(around: Surroundings, position: int, *, under_fields: bool) -> Iterator[Reading]:
    """The number of a printed form on a line of the form itself, and the month of its printing there or on the next line."""
    bare = around.shapes[position].bare
    if len(bare) > LONGEST_NUMBER or not (PRINTED_IN.fullmatch(bare) or NUMBER_OF_FORM.match(bare)) or bare[-1] in ":.":
        return
    attributes = {"type": "footer", "place": "bottom"} if under_fields else {"type": "header", "place": "top"}
    reasons = [Evidence("the number of a printed form", 4.0)]
    yield aside(around.view, position, "form_feet", reasons, attributes)
    if not around.ends_block(position) and PRINTED.fullmatch(around.shapes[position + 1].bare):
        more = Evidence("the month of its printing under it", 3.0)
        yield aside(around.view, position, "form_feet", [*reasons, more], attributes, position + 1)


def is_number_of_form(bare: str) -> bool:
    """Whether a line begins with the number of a form or a message, with the month of its printing, or its day, in brackets."""
    return bool(NUMBER_OF_FORM.match(bare) or PRINTED_IN.fullmatch(bare) or MESSAGE_AND_DAY.fullmatch(bare))


def _feet(around: Surroundings, position: int, likeness: float, known: Marks, feet: set[int]) -> Iterator[Reading]:
    view = around.view
    reasons = [Evidence("words of a form's foot", 2.0 + 4.0 * likeness)]
    last = position
    while True:
        if last == position or _is_known(known, around.shapes[last].bare):
            feet.add(last)
        yield foot(view, position, "form_feet", reasons, "footer", last)
        middle = [*reasons, Evidence("in the middle of a page", -0.9)]
        yield aside(view, position, "form_feet", middle, {"type": "footer", "place": "bottom"}, last)
        if around.ends_block(last) or last - position >= MOST_LINES:
            return
        last += 1
        shape = around.shapes[last]
        of_a_foot = _is_known(known, shape.bare) or EMPTY_FIELD.fullmatch(shape.bare) or PRINTED.fullmatch(shape.bare)
        weight = 4.0 if of_a_foot else 1.2 if shape.capitals else -2.0
        reasons = [*reasons, Evidence(f"line {last - position + 1} is like the first", weight)]


def _is_known(known: Marks, bare: str) -> bool:
    """Whether a line starts like a known foot, or goes on with one."""
    return known.likeness(bare) > 0 or known.piece(bare)


def _has_a_day_filled_in(cells: Sequence[str]) -> bool:
    """Whether one cell is a day in figures, and the others are words."""
    with_figures = [cell for cell in cells if sum(map(str.isdigit, cell)) > 1]
    return len(with_figures) == 1 and DAY.fullmatch(with_figures[0].strip()) is not None


def _tables(around: Surroundings, known: Marks, feet: set[int]) -> Iterator[Reading]:
    """Blocks with tabs that stand beside a form's foot, hold its words, or cut a sentence."""
    view = around.view
    for block in view.blocks:
        if around.front[block.first] or "\t" not in view.block_text(block):
            continue
        if any("\t" not in view.line_text(line) for line in view.block_lines(block)):
            continue
        rows = block.last - block.first + 1
        reasons = [Evidence("a table with tabs", 8.0 * rows), Evidence("not in the text", -1.5)]
        cells = [cell for line in view.block_lines(block) for cell in view.line_text(line).split("\t")]
        if any(known.likeness(cell) > 0.5 for cell in cells if len(cell) > 3):
            reasons.append(Evidence("words of a form's foot", 4.0))
        if block.first - 1 in feet or block.last + 1 in feet:
            reasons.append(Evidence("beside a form's foot", 3.0))
        if around.cuts(block.first):
            reasons.append(Evidence("a sentence is cut here", 2.5))
        if rows <= MOST_ROWS and _has_a_day_filled_in(cells):
            reasons.append(Evidence("of its cells one is filled in, with a day", 2.5))
        printed = not any(any(character.islower() for character in cell) for cell in cells)
        if printed:
            reasons.append(Evidence("printed in capitals", 1.0))
        if block.last + 1 < len(around.marks) and around.marks[block.last + 1] and (printed or around.cuts(block.first)):
            reasons.append(Evidence("a mark stands under it", 2.5))
        yield foot(view, block.first, "form_feet", reasons, "footer", block.last)
