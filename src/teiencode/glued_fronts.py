"""Where blocks begin before the text, when no blank line parts a stamp, a paper's number, a letterhead, a title and a form."""

from __future__ import annotations

import re

from teiencode.dates import read_dateline
from teiencode.marked_lines import LABEL_SHAPE
from teiencode.marks import as_letters
from teiencode.message_heads import DATE_AND_TIME, DISTRIBUTED
from teiencode.rules.front_marks import NUMBER_OF_PAPER
from teiencode.rules.stamps import PARTICIPLE, STAMP_LINE
from teiencode.rules.titles import BEGINS
from teiencode.surroundings import LEAST_TITLE_WORDS, Surroundings
from teiencode.titles import LITTLE, SYMBOL

NAME_AND_VALUE = re.compile(r"(?:[a-z]{2,8} )?(?:date|no|number|time)\.? +\d", re.IGNORECASE)
"""A printed name whose colon was not printed, or not read."""
SYMBOL_OF_PAPER = re.compile(r"[A-Z]{1,5}(?:[./()-]{1,2}[A-Z\d]{1,6}){1,5}\)?\d*")
"""The symbol of a paper, with its organ and its series (`T/C.2/SR.88`)."""
OF_A_MESSAGE = re.compile(r"[A-Z]{3,8} {1,2}\d{4,6} .*\d{6}Z")
"""Over each page of a message from whom it is, its number, and its date and time."""
LEAST_WORDS = 3
"""Words of a title in capitals under a paper's number."""
SURE_FIT = 0.7
"""How well the words of a day must fit a dateline."""


def begins_block(around: Surroundings, position: int) -> bool:
    """Whether a line before the text begins a block, though another line stands right above it."""
    if not around.front[position] or around.starts_block(position):
        return False
    above = around.shapes[position - 1].bare
    if is_date(around.shapes[position].bare) and _is_number(above):
        return True
    if is_date(above) and around.starts_block(position - 1) and around.shapes[position].capitals:
        return True
    if is_date(above) or is_date(around.shapes[position].bare):
        return _holds_neither_form_nor_title(around, position)
    kind = above.isupper() and around.title_word(above.split()[-1])
    if kind and _is_number(around.shapes[position].bare):
        return not around.label(position)
    if _is_number(above) and not (STAMP_LINE.match(above) or DISTRIBUTED.match(above)) and not _is_named(around, position - 1):
        bare = around.shapes[position].bare
        message = DATE_AND_TIME.match(bare) or DISTRIBUTED.match(bare)
        capitals = bare.isupper() and len(bare.split()) >= LEAST_WORDS and not around.above_head(position)
        titled = _is_title(around, position) or capitals
        return bool(around.label(position) or message or titled or around.names_office(bare))
    ends = STAMP_LINE.match(above) or PARTICIPLE.fullmatch(above) or above[-1:] in ";."
    under_office = around.names_office(above) and (around.ends_block(position) or around.label(position + 1) is not None)
    return bool(ends or under_office) and _is_title(around, position)


def _holds_neither_form_nor_title(around: Surroundings, position: int) -> bool:
    """Whether the block of a line begins with no title, and has no printed name: a day may belong to either."""
    block = around.view.blocks[around.block_of[position]]
    lines = range(block.first, block.last + 1)
    return not around.title_word(around.shapes[block.first].bare) and not any(
        around.label(at) or LABEL_SHAPE.match(around.shapes[at].bare) for at in lines
    )


def is_date(bare: str) -> bool:
    """Whether a line is a day, not in capitals as clerks stamp it."""
    if bare.isupper() or not any(map(str.isdigit, bare)):
        return False
    found = read_dateline(bare)
    return found is not None and found.place is None and found.fit > SURE_FIT


def is_title_over_form(around: Surroundings, position: int) -> bool:
    """Whether a line in capitals is the title of a form whose first field stands under it."""
    shape = around.shapes[position]
    if not shape.capitals or not shape.opens or around.label(position) or shape.words < LEAST_TITLE_WORDS:
        return False
    words = shape.bare.split()
    if not (around.is_title(shape.bare, whole=True) or around.title_word(words[0]) or around.title_word(words[-1])):
        return False
    under = position + 1
    if under >= len(around.shapes) or around.starts_block(under):
        return False
    named = around.label(under) is not None or NAME_AND_VALUE.match(around.shapes[under].bare) is not None
    return named and (around.front[position] or (position > 0 and around.marks[position - 1]))


def _is_number(bare: str) -> bool:
    """Whether a line is the number of a paper, or its symbol, and nothing else."""
    if OF_A_MESSAGE.fullmatch(bare):
        return True
    if not LITTLE.isdisjoint(bare.lower().split()):
        return False
    return any(map(str.isdigit, bare)) and any(pattern.fullmatch(bare) for pattern in (NUMBER_OF_PAPER, SYMBOL, SYMBOL_OF_PAPER))


def _is_title(around: Surroundings, position: int) -> bool:
    """Whether a line is a form's title, or begins with the word for a kind of paper in capitals."""
    shape = around.shapes[position]
    if around.label(position) or not shape.opens or ":" in shape.bare:
        return False
    begins = BEGINS.match(as_letters(shape.bare))
    kind = begins is not None and around.title_word(begins[0]) and not any(map(str.isdigit, shape.bare))
    return around.is_title(shape.bare, whole=True) or kind


def _is_named(around: Surroundings, position: int) -> bool:
    """Whether a line begins with a printed name, a known one or any with a colon."""
    return around.label(position) is not None or LABEL_SHAPE.match(around.shapes[position].bare) is not None
