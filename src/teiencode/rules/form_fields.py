"""Form fields: the filled-in lines of a printed form, its printed names with no value, and values alone.

Source:  FROM: New York
TEI:     <ab type="field"><label>FROM:</label> New York</ab>
Not:     The elements are these: (1) a Soviet declaration
Codes:   none
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiencode.letters import of_all_alphabets
from teiencode.marked_lines import LABEL_SHAPE, label_pattern
from teiencode.marks import marks_of, plain
from teiencode.profile import Profile
from teiencode.reading import Evidence, Reading, View
from teiencode.solve import GOES_ON
from teiencode.surroundings import Surroundings, surroundings

BOX = re.compile("[☐☑☒]")
BLANK = re.compile("_{3,}")
VALUE_ALONE = re.compile(
    of_all_alphabets(
        r"\d{1,2}[:.]\d\d ?[AaPp]\. ?[Mm]\.?|"
        r"(?!.*\b(?:PAGE|COPY|BOX|FILE|REEL|ROLL|SERIES|VOLUME) )"
        r"(?:[A-ZÀ-Þ]{4,} \d{2,6}|(?:[A-ZÀ-Þ]{2,} ){0,2}[A-ZÀ-Þ]{4,} \d{1,4})"
    )
)
"""A time of receipt, or words of precedence with the message's number, whose printed name stands elsewhere or was not read."""
LABEL_WITHOUT_VALUE = re.compile(rf"{LABEL_SHAPE.pattern}\s*")
LONGEST_LINE = 110
FEW_WORDS = 4
SHORTEST_NAME = 4
"""A shorter one (`NO`, `TO`) is too often a word like any other."""
MOST_LINES = 12


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a field for each block of a form: before the text, and in the drafting box at a page's foot.

    In a cut sentence a drafting box is furniture: the solver decides by the sentence.
    """
    around = surroundings(view, profile)
    settings = profile.settings.get("form_fields", {})
    drafting = label_pattern(tuple(settings.get("drafting", ())))
    officers = marks_of(settings.get("drafting", ()))
    names = frozenset(plain(each) for each in settings.get("labels", ()) if len(each) >= SHORTEST_NAME)
    in_box = -2
    for block in view.blocks:
        if block.last - block.first >= MOST_LINES or (around.running[block.first] and not around.label(block.first)):
            continue
        if around.front[block.first]:
            yield from _front(around, block.first, block.last, names)
            continue
        shape = around.shapes[block.first]
        starts_box = drafting.match(shape.bare) or officers.likeness(shape.bare) > 0.6
        if starts_box or (in_box == block.first - 1 and len(shape.bare) <= 60 and shape.words <= 9):
            weight = 5.0 if starts_box else 2.0
            in_box = block.last
            yield from _drafting(view, block.first, block.last, weight)
        elif BOX.search(view.block_text(block)):
            yield _field(view, block.first, block.last, [Evidence("boxes to tick", 6.0)])
        elif BLANK.search(shape.bare) and block.last - block.first < 3 and len(shape.bare) < LONGEST_LINE:
            yield _field(view, block.first, block.last, [Evidence("blanks to fill in", 3.0)])
        elif name := around.label(block.first):
            reasons = [Evidence("a printed name with a value", 1.5), *_together(around, block.first, block.last)]
            if name[1].isupper() and not around.capitals:
                reasons.append(Evidence("in capitals, as the text is not", 2.0))
            yield _field(view, block.first, block.last, reasons)


def _front(around: Surroundings, first: int, last: int, names: frozenset[str]) -> Iterator[Reading]:
    view, shape = around.view, around.shapes[first]
    reasons = [Evidence("before the text, on a form", 1.0) if around.in_form(first) else Evidence("before the text", -1.0)]
    if around.label(first):
        reasons.append(Evidence("a printed name", 4.0))
    elif LABEL_SHAPE.match(shape.bare):
        reasons.append(Evidence("a name with a colon", 2.0))
    under = sum(around.label(at) is not None for at in range(first + 1, last + 1))
    if under:
        reasons.append(Evidence("printed names under it", 1.5 * under))
    if len(reasons) > 1 and last > first:
        reasons.append(Evidence("its lines stand together", GOES_ON * (last - first)))
    if around.heads_message(first):
        reasons.append(Evidence("the head of a message, line by line", 4.0 + 3.0 * (last - first)))
    if first and LABEL_WITHOUT_VALUE.fullmatch(around.shapes[first - 1].bare):
        reasons.append(Evidence("under a name with a colon and no value", 2.0))
    if VALUE_ALONE.fullmatch(shape.bare):
        reasons.append(Evidence("a time or a numbered precedence alone", 5.0))
    if BOX.search(view.text, view.lines[first].start, view.lines[last].end):
        reasons.append(Evidence("boxes to tick", 5.0))
    if shape.words <= FEW_WORDS and names & set(plain(shape.bare).split()):
        reasons.append(Evidence("a printed name among its few words", 1.5))
    if len(reasons) == 1 and shape.bare.endswith(".") and "." not in shape.bare[:-1]:
        if shape.words > 1:
            reasons.append(Evidence("ends like a sentence", -1.5))
        elif first and around.shapes[first - 1].words > 1 and around.shapes[first - 1].capitals and not around.label(first - 1):
            reasons.append(Evidence("ends like a sentence, under a caption", -1.5))
    if len(shape.bare) > LONGEST_LINE:
        reasons.append(Evidence("a long line", -3.0))
    yield _field(view, first, last, reasons)


def _together(around: Surroundings, first: int, last: int) -> Iterator[Evidence]:
    """What speaks for the lines of a block that have printed names too being one field."""
    if last > first and any(around.label(at) or LABEL_SHAPE.match(around.shapes[at].bare) for at in range(first + 1, last + 1)):
        yield Evidence("its lines stand together", GOES_ON * (last - first))


def _drafting(view: View, first: int, last: int, weight: float) -> Iterator[Reading]:
    start, end = view.lines[first].start, view.lines[last].end
    reasons = (Evidence("in a drafting box", weight),)
    yield Reading("drafting field", start, end, "form_fields", reasons, {"type": "field"})
    yield Reading("drafting foot", start, end, "form_fields", reasons, {"type": "footer", "place": "bottom"})


def _field(view: View, first: int, last: int, reasons: list[Evidence]) -> Reading:
    return Reading("field", view.lines[first].start, view.lines[last].end, "form_fields", tuple(reasons))
