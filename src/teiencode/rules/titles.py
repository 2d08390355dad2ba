"""Titles: what a paper is called, on a line or over several, before its text.

Source:  RESTRICTED

         THE FISHING FLEETS OF THE WHITE SEA:
         NUMBERS, PORTS AND MANNING

         The fleets were rebuilt after the war with vessels from three countries.
TEI:     <head>THE FISHING FLEETS OF THE WHITE SEA:<lb/>NUMBERS, PORTS AND MANNING</head>
Not:     the name of an office, which is a letterhead; a caption under the fields of a form; a date, a paper's number
Codes:   none
"""

from __future__ import annotations

from collections.abc import Iterator

from teiencode.line_shapes import LABEL_OF_LIST
from teiencode.marked_lines import LABEL_SHAPE
from teiencode.profile import Profile
from teiencode.reading import Block, Evidence, Reading, View
from teiencode.rules.salutations import is_salutation
from teiencode.surroundings import Surroundings, surroundings
from teiencode.titles import is_numbered_under, is_serial, is_title_over_lines

MOST_LINES = 6
FEWEST_WORDS = 3
MOST_WORDS_OF_CAPTION = 6


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a head for each block before the text that reads like a title."""
    around = surroundings(view, profile)
    named = titled = False
    for block in view.blocks:
        if not around.front[block.first]:
            named = titled = False
            continue
        if _may_be(around, block):
            reasons = [Evidence("words of a title, before the text", 1.0), *_reasons(around, block)]
            if around.under_title(block.first) and around.in_form(block.first) and block.first == block.last:
                reasons.append(Evidence("one line, under the form's own title", -1.5))
            elif around.in_form(block.first) and _is_caption(around, block):
                reasons.append(Evidence("on a form, a few words in capitals that name no kind of paper", -1.0))
            if named:
                reasons.append(Evidence("under the fields of a form", -2.5))
            if not titled and _is_named(around, block.last + 1):
                reasons.append(Evidence("above the first field of a form", 1.5))
            titled = True
            yield Reading("head", block.start, block.end, "titles", tuple(reasons))
        named = named or _is_named(around, block.first)


def _may_be(around: Surroundings, block: Block) -> bool:
    shapes = around.shapes[block.first : block.last + 1]
    if len(shapes) > MOST_LINES or sum(shape.words for shape in shapes) < FEWEST_WORDS or LABEL_OF_LIST.match(shapes[0].bare):
        return False
    if any(around.marking(at) or around.is_short_mark(at) for at in range(block.first, block.last + 1)):
        return False
    if around.label(block.first) or is_salutation(shapes[0].bare) or around.is_stamp(block.first, block.last):
        return False
    if any(is_serial(shape.bare) for shape in shapes) or around.heads_message(block.first):
        return False
    if any((found := LABEL_SHAPE.match(shape.bare)) and found.end() < len(shape.bare) for shape in shapes):
        return False
    return is_title_over_lines([shape.bare for shape in shapes])


def _is_caption(around: Surroundings, block: Block) -> bool:
    """Whether a block is a line of few words in capitals without the word for a kind of paper, as a form has many."""
    shape = around.shapes[block.first]
    return (
        block.first == block.last
        and shape.capitals
        and shape.words <= MOST_WORDS_OF_CAPTION
        and not around.title_word(shape.bare)
    )


def _reasons(around: Surroundings, block: Block) -> Iterator[Evidence]:
    shapes = around.shapes[block.first : block.last + 1]
    if len(shapes) > 1:
        yield Evidence("its lines stand together", 1.5 * (len(shapes) - 1))
    if all(shape.capitals for shape in shapes):
        yield Evidence("in capitals", 0.5)
    if any(around.title_word(shape.bare) for shape in shapes):
        yield Evidence("the word for a kind of paper", 1.0)
    under = around.under(block.last)
    if under < len(around.shapes) and around.running[under]:
        yield Evidence("the text stands under it", 1.5)
    if around.capitals:
        yield Evidence("the text is in capitals too", -1.0)
    if around.in_form(block.first) and is_numbered_under([shape.bare for shape in shapes]):
        yield Evidence("a number or day under it, as in a stamp", -3.0)
    if any(map(str.isdigit, "".join(shape.bare for shape in shapes))):
        yield Evidence("with figures, like a date or a symbol", -1.0)


def _is_named(around: Surroundings, position: int) -> bool:
    """Whether a line is a field of a form, with its printed name."""
    if position >= len(around.shapes) or not around.front[position]:
        return False
    return around.label(position) is not None or LABEL_SHAPE.match(around.shapes[position].bare) is not None
