"""Words of handling that no profile knows: a text itself shows them, beside the levels of secrecy on its pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from teiencode.line_shapes import DIGITS, Shape
from teiencode.marks import JOINED, LEVEL, Vocabulary, plain, words_of_marking
from teiencode.message_heads import END_OF_MESSAGE

LONGEST_MARKING = 60
MOST_WORDS = 9
NUMBER_AT_END = re.compile(r"(?<=[A-Z]) \d$")
MOST_WORDS_WITH_POINT = 3
"""Words of a marking that ends with a point, as typists of one country set it."""


def may_be_marking(shape: Shape) -> bool:
    """Whether a line is no longer than a marking, and ends like one."""
    return (
        0 < len(shape.bare) <= LONGEST_MARKING
        and shape.words <= MOST_WORDS
        and (shape.bare[-1] not in ".,;:?" or (shape.bare[-1] == "." and shape.capitals and shape.words <= MOST_WORDS_WITH_POINT))
    )


def _without_number(bare: str) -> str:
    """A marking without the small number at its end, where words of handling are joined to it (`SECRET - SIGMA 1`)."""
    return NUMBER_AT_END.sub("", bare) if JOINED.search(bare) else bare


def first_part(bare: str) -> str:
    """The words of a marking before those of handling that are joined to them: its level of secrecy."""
    return JOINED.split(bare, maxsplit=1)[0]


def words_of_handling(
    known: Vocabulary, levels: frozenset[str], alone: Sequence[Shape], is_stamp: Callable[[str], bool]
) -> frozenset[str]:
    """The words of handling that `known` lacks, from the lines of a text that stand alone, in order.

    `levels` are words of secrecy that the text itself shows. Words of handling stand beside a level on a line that comes again,
    are joined to one by a dash or the like, or come again right under one.
    """
    times = Counter(shape.key for shape in alone)
    found: set[str] = set()
    under_level = False
    for shape in alone:
        if not may_be_marking(shape) or END_OF_MESSAGE.fullmatch(shape.bare) or is_stamp(shape.bare):
            under_level = False
            continue
        again = times[shape.key] > 1
        if JOINED.sub("", shape.bare).isupper() and not DIGITS.search(_without_number(shape.bare)):
            words = known.beside_level(shape.bare) or _after_level(known, levels, shape.bare)
            if words and (again or JOINED.search(shape.bare)):
                found |= words
            elif under_level and again:
                found.update(words_of_marking(shape.bare))
        under_level = known.marking(shape.bare) == LEVEL or plain(shape.bare) in levels
    return frozenset(found)


def _after_level(known: Vocabulary, levels: frozenset[str], bare: str) -> frozenset[str]:
    """The words of a line after one of the `levels`, without those that are known."""
    level = first_part(bare)
    if plain(level) not in levels:
        return frozenset()
    return frozenset(word for word in words_of_marking(bare[len(level) :]) if known.rank(word) is None)
