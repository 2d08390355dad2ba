"""Words of handling that no profile knows: a text itself shows them, beside the levels of secrecy on its pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from teiencode.line_shapes import DIGITS, Shape
from teiencode.marks import JOINED, LEVEL, Vocabulary, words_of_marking

LONGEST_MARKING = 60
MOST_WORDS = 9


def may_be_marking(shape: Shape) -> bool:
    """Whether a line is no longer than a marking, and ends like one."""
    return 0 < len(shape.bare) <= LONGEST_MARKING and shape.words <= MOST_WORDS and shape.bare[-1] not in ".,;:?"


def words_of_handling(known: Vocabulary, alone: Sequence[Shape]) -> frozenset[str]:
    """The words of handling that `known` lacks, from the lines of a text that stand alone, in order.

    They stand beside a level of secrecy on a line that comes again, are joined to one by a dash, or come again right under one.
    """
    times = Counter(shape.key for shape in alone)
    found: set[str] = set()
    under_level = False
    for shape in alone:
        if not may_be_marking(shape):
            under_level = False
            continue
        again = times[shape.key] > 1
        if shape.capitals and not DIGITS.search(shape.bare):
            words = known.beside_level(shape.bare)
            if words and (again or JOINED.search(shape.bare)):
                found |= words
            elif under_level and again:
                found.update(words_of_marking(shape.bare))
        under_level = known.marking(shape.bare) == LEVEL
    return frozenset(found)
