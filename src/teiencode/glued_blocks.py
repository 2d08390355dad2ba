"""Blocks that furniture is glued to: no blank line stands about it, so that a block holds marks and text line by line.

A machine that reads a page often writes no blank line between a page's foot, its marks and the text. What rules see of blocks
(which line is alone, which lines belong together) would then say nothing. So blocks are parted before any rule looks at them:
at lines that are surely marks by themselves, and where running text begins and ends. The solver still may join what was parted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiencode.feet_in_text import SHARE_OF_SHORT, SHARE_OF_WIDTH
from teiencode.glued_fronts import begins_block, is_title_over_form
from teiencode.line_shapes import LONGEST, mostly_lower
from teiencode.marked_lines import LABEL_SHAPE, PAGE_MARK
from teiencode.marks import COMPANION, LEVEL, Marks, marks_of
from teiencode.profile import Profile
from teiencode.reading import Block, View
from teiencode.rules.captions import SECTION_LINE
from teiencode.rules.closers import OPERATOR
from teiencode.rules.form_feet import is_number_of_form
from teiencode.rules.inserted_lines import has_partner
from teiencode.rules.stamps import PARTICIPLE, RECEIVED, STAMP_LINE
from teiencode.surroundings import RUNNING_HEAD, Surroundings, surroundings
from teiencode.titles import is_serial

MOST_PASSES = 4
"""What is parted shows more of what its neighbours are; more often than this it never does."""
HEAD_OF_PAGE = re.compile(
    r"\S.*\s[-–—]{1,2} ?\d{1,3}[a-z]? ?[-–—]{1,2}(?:\s\S.*)?|(?:\S.{0,60}\s)?(?:page|pg\.) ?\d{1,3}(?: of \d{1,3})?",
    re.IGNORECASE,
)
"""Words and a page's number between dashes, or at the line's end after *page*."""
NUMBER_WITH_POINT = re.compile(r"\d{1,3}\.")
PAGE_FIRST = re.compile(r"(?:PAGE|Page) ?\d{1,3} [^a-z]+")
CATCHWORD = re.compile(r"/[a-z]{2,}")
"""The first word of the next page, as typists of one country set it."""
NUMBER_ALONE = re.compile(r"\d{2,7}[A-Z]?|\d{1,4}([./-])\d{1,2}\1\d{2,4}")
"""A number or a day in figures: before the text a stamp, for no field of a form has it without its name."""
PATTERNS = (PAGE_MARK, HEAD_OF_PAGE, PAGE_FIRST, CATCHWORD)
STAMP_OR_FOOT = (("stamps", "declassification"), ("stamps", "others"), ("form_feet", "known"))
SURE = 0.6
"""Likeness with a known mark from which a line is taken for one."""
MOST_WORDS = 12
MOST_WORDS_OF_PIECE = 3
LEAST_WORDS_OF_TITLE = 4
MOST_UNDER_RECEIVED = 2
"""Lines under the first one of a stamp of receipt among which the day stands."""
FEWEST_SHORT, MOST_SHORT = 2, 5
LONGEST_VALUE = 45
"""Characters of a line with a form's value; a longer one may go on under it."""
FEWEST_JOTTED, LONGEST_JOTTED = 4, 24
"""Lines of a note by hand, and the characters of each."""
LEAST_OF_TEXT, LEAST_WORDS_OF_TEXT = 60, 9
"""Characters and words of a line of running text."""


def part_glued_blocks(view: View, profile: Profile) -> View:
    """A view whose blocks hold furniture or text, as if blank lines stood between them; the same one where they do already.

    Only for profiles that know of marks; `text` and lines stay what they are.
    """
    if "classification" not in profile.settings:
        return view
    settings = profile.settings
    tables = [marks_of(settings.get(part, {}).get(name, ())) for part, name in STAMP_OR_FOOT]
    for _ in range(MOST_PASSES):
        blocks = [block for block in view.blocks if block.last > block.first]
        if not blocks:
            return view
        around = surroundings(view, profile)
        starts = {start for block in blocks for start in _starts(around, block, tables) if block.first < start <= block.last}
        if not starts:
            return view
        view = view.parted(starts)
    return view


def _starts(around: Surroundings, block: Block, tables: list[Marks]) -> Iterator[int]:
    """The lines of a block with which another begins: at marks, and where running text begins and ends."""
    if _is_written_by_hand(around, block):
        return
    lines = range(block.first, block.last + 1)
    marks = {position for position in lines if _is_mark_by_itself(around, position)}
    if not marks and around.is_stamp(block.first, block.last):
        return
    for position in lines:
        if position in marks and not (position - 1 in marks and _is_one_marking(around, position)):
            yield position
        if position - 1 in marks and position not in marks:
            yield position
        if begins_block(around, position):
            yield position
        if position > block.first and _has_tabs(around, position) is not _has_tabs(around, position - 1):
            yield position
    if around.next_running[block.last] == len(around.shapes) and not around.running[block.first]:
        # Under the name that signs, each on its line.
        yield from (at for at in lines if OPERATOR.fullmatch(around.shapes[at].bare))
    known = {position for position in lines if _is_known(around, position, tables)}
    known |= {at - 1 for at in known if at > block.first and _is_piece(around, at - 1, tables)}
    yield from _text_under_form(around, block)
    yield from (position for position in known if position - 1 not in known and _may_end_above(around, position))
    for above in known:
        done = PARTICIPLE.fullmatch(around.shapes[above].bare) is not None and around.running[block.first]
        if done or _is_received(around, above):
            yield from (at for at in range(above + 1, block.last + 1) if around.running[at] and not around.running[at - 1])
        # Under a stamp or a foot the first printed name begins a block; the names under it belong to that.
        below = next((at for at in range(above + 1, block.last + 1) if at in known or around.label(at)), None)
        if below is not None and _is_field(around, below):
            yield below
        if _ends_by_itself(around, above, tables):
            yield above + 1
    if marks or known - {block.first}:
        return
    yield from _at_edges(around, block)


def _is_written_by_hand(around: Surroundings, block: Block) -> bool:
    """Whether a block before the text is broken lines that go on in small letters: what is jotted there may hold a number."""
    shapes = around.shapes[block.first : block.last + 1]
    if not around.front[block.first] or len(shapes) < FEWEST_JOTTED:
        return False
    return all(len(shape.bare) <= LONGEST_JOTTED for shape in shapes) and sum(shape.lower_start for shape in shapes) > 1


def _text_under_form(around: Surroundings, block: Block) -> Iterator[int]:
    """The first long line of running text under the short lines of a form, which go on with no printed name's value."""
    if around.label(block.first) is None:
        return
    for position in range(block.first + 1, block.last + 1):
        shape, above = around.shapes[position], around.shapes[position - 1]
        under = around.shapes[position + 1] if position < block.last else shape
        if LABEL_SHAPE.match(shape.bare) or len(above.bare) >= LONGEST_VALUE or not mostly_lower(shape.bare):
            continue
        if len(shape.bare) >= LEAST_OF_TEXT and shape.words >= LEAST_WORDS_OF_TEXT and len(under.bare) >= LONGEST_VALUE:
            yield position
            return


def _is_one_marking(around: Surroundings, position: int) -> bool:
    """Whether a level of secrecy goes on with words of handling on the line under it (`TOP SECRET`, `EYES ONLY`)."""
    in_order = around.marking(position - 1) == LEVEL and around.marking(position) == COMPANION
    return in_order and not around.marking_words(position - 1) & around.marking_words(position)


def _has_tabs(around: Surroundings, position: int) -> bool:
    return "\t" in around.shapes[position].bare


def _is_mark_by_itself(around: Surroundings, position: int) -> bool:
    """Whether a line is a mark of a page whatever stands about it, or a marked head."""
    shape = around.shapes[position]
    if around.is_marked_head(position):
        return True
    if shape.capitals and SECTION_LINE.search(shape.bare):
        return True
    if not 0 < len(shape.bare) <= LONGEST or shape.words > MOST_WORDS:
        return False
    if around.is_short_mark(position) or around.struck(position):
        return True
    level = around.marking(position)
    if level:
        beside = (other for other in (position - 1, position + 1) if 0 <= other < len(around.shapes))
        return shape.capitals and (level == LEVEL or any(around.marking(other) == LEVEL for other in beside))
    if NUMBER_WITH_POINT.fullmatch(shape.bare) and not around.ends_block(position):
        return around.shapes[position + 1].lower_start
    if shape.bare[-1] in ",;:.?":
        return False
    if is_title_over_form(around, position):
        return True
    if NUMBER_ALONE.fullmatch(shape.bare) and around.front[position]:
        return around.starts_block(position) or (shape.bare.isdigit() and around.ends_block(position))
    return any(pattern.fullmatch(shape.bare) for pattern in PATTERNS) or bool(RUNNING_HEAD.match(shape.bare))


def _is_known(around: Surroundings, position: int, tables: list[Marks]) -> bool:
    """Whether a line begins a stamp or a form's foot that the profile knows."""
    shape = around.shapes[position]
    if _is_received(around, position):
        return True
    if PARTICIPLE.fullmatch(shape.bare) and not around.ends_block(position):
        return around.label(position) is None
    if not 0 < len(shape.bare) <= LONGEST or shape.lower_start or "\t" in shape.bare or around.label(position):
        return False
    if around.front[position] and is_serial(shape.bare):
        return False
    if is_number_of_form(shape.bare):
        return True
    return any(table.likeness(shape.bare) >= SURE for table in tables)


def _is_received(around: Surroundings, position: int) -> bool:
    """Whether a line begins with what was done to the paper, in capitals, and has the day under it, perhaps under an office."""
    shape = around.shapes[position]
    if not shape.bare or not shape.capitals or not PARTICIPLE.fullmatch(shape.bare.split()[0]):
        return False
    last = around.view.blocks[around.block_of[position]].last
    below = around.shapes[position + 1 : min(last, position + MOST_UNDER_RECEIVED) + 1]
    return any(RECEIVED.fullmatch(line.bare) for line in below) and all(line.capitals for line in below[:1])


def _is_field(around: Surroundings, position: int) -> bool:
    """Whether a line begins with a form's printed name, and is none of a stamp (`Date: 10/19/79`)."""
    if around.label(position) is None:
        return False
    return STAMP_LINE.match(around.shapes[position].bare) is None


def _ends_by_itself(around: Surroundings, position: int, tables: list[Marks]) -> bool:
    """Whether a line is the whole of a known stamp, and the one under it no line of one: a title, an office, a long line."""
    under = position + 1
    if around.ends_block(position) or not any(table.is_whole(around.shapes[position].bare) for table in tables):
        return False
    shape = around.shapes[under]
    if STAMP_LINE.match(shape.bare) or RECEIVED.fullmatch(shape.bare) or any(table.piece(shape.bare) for table in tables):
        return False
    return (shape.capitals and shape.words >= LEAST_WORDS_OF_TITLE) or around.names_office(shape.bare)


def _may_end_above(around: Surroundings, position: int) -> bool:
    """Whether a stamp may begin at a line: on a form, under text, or under the printed name of a field."""
    first = around.view.blocks[around.block_of[position]].first
    named = any(around.label(above) is not None for above in range(first, position))
    bare = around.shapes[position].bare
    sure = PARTICIPLE.fullmatch(bare) is not None or is_number_of_form(bare)
    return sure or named or around.front[position] or around.running[position - 1]


def _is_piece(around: Surroundings, position: int, tables: list[Marks]) -> bool:
    """Whether a short line is a piece of a known mark, as above another line of it."""
    shape = around.shapes[position]
    return shape.capitals and shape.words <= MOST_WORDS_OF_PIECE and any(table.piece(shape.bare) for table in tables)


def _at_edges(around: Surroundings, block: Block) -> Iterator[int]:
    """Where furniture stands above or under the running text of a block, without a mark that the profile knows."""
    running = [position for position in range(block.first, block.last + 1) if around.running[position]]
    if not running:
        # A word or two with which a page begins are no running text, but what comes again above them is none of it.
        above, under = around.shapes[block.first], around.shapes[block.first + 1]
        of_a_stamp = STAMP_LINE.match(above.bare) or STAMP_LINE.match(under.bare)
        alone = around.again(block.first) and not around.again(block.first + 1) and not of_a_stamp
        if alone and block.last == block.first + 1 and block.first and around.marks[block.first - 1]:
            yield block.first + 1
        return
    first, last = running[0], running[-1]
    if first > block.first and _may_be_furniture(around, block.first, first - 1, block.first - 1):
        yield first
    short = _short_lines_at_end(around, block)
    if short is not None:
        yield short
    if last < block.last and _may_be_furniture(around, last + 1, block.last, block.last + 1):
        yield last + 1


def _short_lines_at_end(around: Surroundings, block: Block) -> int | None:
    """The first of some short lines at the end of a block of text whose sentence breaks off above them in a full line."""
    width, first = around.width, block.last + 1
    while first > block.first and len(around.shapes[first - 1].bare) < SHARE_OF_SHORT * width:
        first -= 1
    lines = around.shapes[first : block.last + 1]
    if not FEWEST_SHORT <= len(lines) <= MOST_SHORT or first - block.first < FEWEST_SHORT or lines[0].lower_start:
        return None
    above = around.shapes[first - 1]
    full = above.opens and len(above.bare) >= SHARE_OF_WIDTH * width and around.running[first - 1]
    return first if full and not any(shape.labelled for shape in lines) else None


def _may_be_furniture(around: Surroundings, first: int, last: int, beside: int) -> bool:
    """Whether lines at the edge of a text come again, or stand glued to a mark (at `beside`)."""
    shapes = around.shapes[first : last + 1]
    if any(around.again(position) for position in range(first, last + 1)):
        return True
    if not 0 <= beside < len(around.shapes) or not around.marks[beside]:
        return False
    inserted = len(shapes) == 1 and (has_partner(around, first) or (shapes[0].words == 1 and not shapes[0].capitals))
    return not inserted and not any(shape.labelled for shape in shapes)
