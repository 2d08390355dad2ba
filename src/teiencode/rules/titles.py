"""Titles: what a paper or a form is called, on a line or over several, before its text.

What tells a title is one of these, the strongest that holds: a form's title that the profile knows, the word for a kind of paper
at its start, capitals before an office's name, or only the words of a title. What stands around it counts for the last alone.

Source:  RESTRICTED

         THE FISHING FLEETS OF THE WHITE SEA:
         NUMBERS, PORTS AND MANNING

         The fleets were rebuilt after the war with vessels from three countries.
TEI:     <head>THE FISHING FLEETS OF THE WHITE SEA:<lb/>NUMBERS, PORTS AND MANNING</head>
Not:     the name of an office, which is a letterhead; a caption under the fields of a form; a date, a paper's number
Codes:   none
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from teiencode.dates import read_dateline
from teiencode.letters import of_all_alphabets
from teiencode.line_shapes import LABEL_OF_LIST, Shape
from teiencode.marked_lines import BOLD_LINE, LABEL_SHAPE
from teiencode.profile import Profile
from teiencode.reading import Block, Evidence, Reading, View
from teiencode.rules.form_fields import LABEL_WITHOUT_VALUE
from teiencode.rules.salutations import is_salutation
from teiencode.surroundings import Surroundings, surroundings
from teiencode.titles import is_numbered_under, is_serial, is_title, is_title_over_lines

MOST_LINES = 6
MOST_LINES_OF_KIND = 3
FEWEST_WORDS = 3
MOST_WORDS_OF_CAPTION = 6
FEWEST_WORDS_WITH_COLON = 6
"""Words of a title in capitals with a colon, as no field of a form has it."""
FEWEST_WORDS_OVER_TEXT = 4
OF_A_CAPTION = frozenset({"EYES", "PASS", "FOR", "FROM", "ONLY", "PRIORITY", "DISTRIBUTION"})
TYPIST = re.compile(r"\b[A-Z]{2,4}[/:][a-z]{2,4}\b")
"""The initials of who wrote a paper and of who typed it."""
LONGEST_HEAD = 120
BEGINS = re.compile(of_all_alphabets(r"(?:[A-ZÀ-Þ-]{2,}[ :]+)*[A-ZÀ-Þ-]{4,}\b"))
TITLE_AND_OFFICE = re.compile(
    of_all_alphabets(
        r"[A-ZÀ-Þ]{3,}(?: [A-ZÀ-Þ]{2,}){0,3} [A-ZÀ-Þ][a-zß-ÿ]{2,}(?:['’]s)?"
        r"(?: (?:[A-ZÀ-Þ][a-zß-ÿ]+(?:['’]s)?|[a-zß-ÿ]{2,3})){1,5}"
    )
)


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a head for each block before the text, or its first line, that is what a paper or a form is called."""
    around = surroundings(view, profile)
    named = titled = False
    for block in view.blocks:
        if not around.front[block.first]:
            named = titled = False
            continue
        if _is_in_bold(around, block):
            bold = [Evidence("in bold type, alone before the text", 5.0), *_together(around.shapes[block.first : block.last + 1])]
            yield Reading("head", block.start, block.end, "titles", tuple(bold))
        for last, found in _by_name(around, block):
            yield Reading("head", block.start, view.lines[last].end, "titles", tuple(found))
        if _has_words_of_title(around, block):
            reasons = [Evidence("words of a title, before the text", 1.0), *_around_it(around, block)]
            if named:
                reasons.append(Evidence("under the fields of a form", -2.5))
            if not titled and _is_named(around, block.last + 1):
                reasons.append(Evidence("above the first field of a form", 1.5))
            titled = True
            yield Reading("head", block.start, block.end, "titles", tuple(reasons))
        named = named or _is_named(around, block.first)


def _is_in_bold(around: Surroundings, block: Block) -> bool:
    """Whether each line of a block before the text is in bold type: words without figures, no marking, no printed name."""
    lines = range(block.first, block.last + 1)
    if len(lines) > MOST_LINES or not all(BOLD_LINE.fullmatch(around.view.line_text(around.view.lines[at])) for at in lines):
        return False
    if sum(around.shapes[at].words for at in lines) < FEWEST_WORDS or around.shapes[block.last].bare[-1:] == ":":
        return False
    if any(any(map(str.isdigit, around.shapes[at].bare)) for at in lines):
        return False
    return not any((around.marking(at) and not around.is_learned(at)) or around.label(at) for at in lines)


# ---- what is known by its name


def _by_name(around: Surroundings, block: Block) -> Iterator[tuple[int, list[Evidence]]]:
    """The last line and the evidence of each title that a block has by the words for it."""
    shapes = around.shapes[block.first : block.last + 1]
    bare = shapes[0].bare
    if not bare or any(len(shape.bare) > LONGEST_HEAD or "\t" in shape.bare for shape in shapes) or around.label(block.first):
        return
    if ":" not in bare and around.is_title(bare) and not is_serial(bare):
        yield from _of_form(around, block, shapes)
    if around.in_form(block.first) and len(shapes) == 1 and TITLE_AND_OFFICE.fullmatch(bare):
        yield block.last, [Evidence("a title in capitals before an office's name", 3.0)]
    if _is_of_kind(around, block, shapes):
        reasons = [Evidence("the word for a kind of paper", 3.5), *_together(shapes)]
        if around.in_form(block.first) and is_numbered_under([shape.bare for shape in shapes]):
            reasons.append(Evidence("a number or day under it, as in a stamp", -3.0))
        yield block.last, reasons


def _of_form(around: Surroundings, block: Block, shapes: Sequence[Shape]) -> Iterator[tuple[int, list[Evidence]]]:
    """The title of a form, alone or over the lines of its block that read like a title too."""
    whole = around.is_title(shapes[0].bare, whole=True)
    known = Evidence("the title of a form", 4.5) if whole else Evidence("a piece of a form's title", 3.0)
    others = shapes[1:]
    if not others or whole:
        yield block.first, [known]
    if others and len(others) <= MOST_LINES_OF_KIND and all(shape.capitals and is_title(shape.bare) for shape in others):
        yield block.last, [known, Evidence("its block is in capitals", 1.0)]
    elif others and len(others) < MOST_LINES and is_title_over_lines([shape.bare for shape in shapes]):
        yield block.last, [known, *_together(shapes)]


def _is_of_kind(around: Surroundings, block: Block, shapes: Sequence[Shape]) -> bool:
    """Whether a block holds the word for a kind of paper, and has capitals or begins its words with them."""
    if len(shapes) > MOST_LINES_OF_KIND or not shapes[-1].opens or around.marking(block.first):
        return False
    if any(is_serial(shape.bare) or TYPIST.search(shape.bare) or not shape.bare for shape in shapes):
        return False
    first = shapes[0].bare
    begins = BEGINS.match(first)
    return (begins is not None and around.title_word(begins[0])) or (around.title_word(first) and is_title(first))


def _together(shapes: Sequence[Shape]) -> Iterator[Evidence]:
    if len(shapes) > 1:
        yield Evidence("its lines stand together", 1.5 * (len(shapes) - 1))


# ---- what only reads like one


def _has_words_of_title(around: Surroundings, block: Block) -> bool:
    shapes = around.shapes[block.first : block.last + 1]
    if len(shapes) > MOST_LINES or sum(shape.words for shape in shapes) < FEWEST_WORDS or LABEL_OF_LIST.match(shapes[0].bare):
        return False
    if any(around.marking(at) or around.is_short_mark(at) for at in range(block.first, block.last + 1)):
        return False
    if block.first and LABEL_WITHOUT_VALUE.fullmatch(around.shapes[block.first - 1].bare):
        return False
    if around.label(block.first) or is_salutation(shapes[0].bare) or around.is_stamp(block.first, block.last):
        return False
    if any(is_serial(shape.bare) or TYPIST.search(shape.bare) for shape in shapes) or around.heads_message(block.first):
        return False
    if any((found := LABEL_SHAPE.match(shape.bare)) and found.end() < len(shape.bare) for shape in shapes):
        in_capitals = all(shape.capitals for shape in shapes) and not around.capitals and not around.named_first
        if not in_capitals or sum(shape.words for shape in shapes) < FEWEST_WORDS_WITH_COLON:
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


def _is_title_over_text(around: Surroundings, block: Block) -> bool:
    shapes = around.shapes[block.first : block.last + 1]
    words = " ".join(shape.bare for shape in shapes).split()
    return len(words) >= FEWEST_WORDS_OVER_TEXT and all(shape.capitals for shape in shapes) and OF_A_CAPTION.isdisjoint(words)


def _around_it(around: Surroundings, block: Block) -> Iterator[Evidence]:
    """What speaks for words of a title being one, and against it, by their shape and their place."""
    shapes = around.shapes[block.first : block.last + 1]
    yield from _together(shapes)
    if around.under_title(block.first) and around.in_form(block.first) and block.first == block.last:
        yield Evidence("one line, under the form's own title", -1.5)
    elif around.in_form(block.first) and _is_caption(around, block):
        yield Evidence("on a form, a few words in capitals that name no kind of paper", -1.0)
    if all(shape.capitals for shape in shapes):
        yield Evidence("in capitals", 0.5)
    if any(around.title_word(shape.bare) for shape in shapes):
        yield Evidence("the word for a kind of paper", 1.0)
    elif any(around.names_office(shape.bare) for shape in shapes):
        yield Evidence("names an office", -2.5)
    under = around.under(block.last)
    in_capitals = all(shape.capitals for shape in shapes)
    if in_capitals and under < len(around.shapes) and read_dateline(around.shapes[under].bare) is not None:
        yield Evidence("in capitals, over a day", 1.5)
    if under < len(around.shapes) and around.bold_alone(under) and not in_capitals:
        yield Evidence("the head of the first section stands under it", 1.5)
    if under < len(around.shapes) and around.running[under]:
        yield Evidence("the text stands under it", 1.5)
        if not around.capitals and _is_title_over_text(around, block):
            yield Evidence("words in capitals that are none of a caption, right above a text that is not", 2.0)
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
