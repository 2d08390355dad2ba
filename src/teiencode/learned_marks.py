"""Marks of pages that no profile knows: a text itself shows them by how and where they come again.

A short mark stands at a page's foot and at the next one's top, so that it comes twice, one under the other, each time misread in
its own way. A marking of secrecy stands before the text and under its last words, or at foot and top of a page turn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from teiencode.counting_lines import counts
from teiencode.distance import edit_distance
from teiencode.handling_words import first_part, may_be_marking
from teiencode.line_shapes import DIGITS, LABEL_OF_LIST, Shape
from teiencode.marks import CONFUSED, Vocabulary, plain
from teiencode.rules.exemption_codes import is_row_of_codes

SHORT_MARK = (3, 16)
"""Characters of a short mark."""
MOST_WORDS = 3
FEWEST_CAPITALS = 2
"""Capitals of a short mark that begins with a small letter, as no words of the text do."""
LONG_ENOUGH = 4
"""Characters of a mark that may be misread; a shorter one comes again as it is."""
TWO_MISREAD = 6
"""Characters of a mark in which two may be misread."""
OFTEN = 3
"""Times that a marking stands alone."""
TURN = 8
"""Lines of a page turn."""
LONGEST_OF_TURN = 60
"""Characters of a line of a form or a page turn."""
FEWEST_OF_TEXT = 8
"""Words of a longer line that is one of the text, and no title with an office's name."""
MOST_MARKS = 60
"""Readings of short marks in one text."""
MOST_ALONE = 200
"""Different short lines of one text that are compared with one another."""
LOOK_ALIKE = ("O0QDC", "CG6", "I1LTJ", "S58", "B8R", "EF", "HNM", "VWU", "A4", "Z2")
"""Letters and digits that a machine takes for one another."""
SURE_DIGITS = "234679"
"""Digits that no letter is read as: they are the same in two readings of one mark."""

Edges = Sequence[tuple[int, Shape]]
"""The first and the last lines of blocks, each with its position."""
Alone = Sequence[tuple[int, Shape]]
"""The lines that are blocks of their own, each with its position."""


def short_marks_of(edges: Edges) -> frozenset[str]:
    """The short marks of a text, in all their readings: some stand right under one another, or often and misread.

    `edges` are the lines that begin or end a block; two of them stand under one another where a blank line is between.
    """
    lines = [(position, plain(shape.bare)) for position, shape in edges if _may_be_short_mark(shape)]
    counted = _counted(edges)
    lines = [(position, words) for position, words in lines if words not in counted]
    marks = {
        words for (position, words), (under, other) in pairwise(lines) if under == position + 1 and is_same_mark(words, other)
    }
    marks.update(_often_misread(Counter(words for _, words in lines)))
    if len(marks) > MOST_MARKS:
        return frozenset()
    return frozenset(
        shape.bare
        for _, shape in edges
        if _may_be_short_mark(shape)
        and (words := plain(shape.bare)) not in counted
        and any(is_same_mark(words, mark) for mark in marks)
    )


def is_misreading_of(one: str, other: str) -> bool:
    """Whether two marks differ in a letter or two that look alike, and in no others."""
    if len(one) != len(other) or len(one) < LONG_ENOUGH:
        return False
    apart = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    return 0 < len(apart) <= 2 and all(any(pair[0] in group and pair[1] in group for group in LOOK_ALIKE) for pair in apart)


def _often_misread(times: Counter[str]) -> Iterator[str]:
    """The lines that come again as often as a mark does, and not always with the same letters."""
    if len(times) <= MOST_ALONE:
        for words in times:
            readings = [other for other in times if other == words or is_misreading_of(words, other)]
            if len(readings) > 1 and sum(times[other] for other in readings) >= OFTEN:
                yield words


def is_short_mark_of(words: str, marks: frozenset[str]) -> bool:
    """Whether words are one of a text's short marks, or, in capitals, another reading of one."""
    if words in marks:
        return True
    if not (words.isupper() and SHORT_MARK[0] <= len(words) <= SHORT_MARK[1]):
        return False
    return any(is_same_mark(plain(words), plain(mark)) for mark in marks)


def _may_be_short_mark(shape: Shape) -> bool:
    bare = shape.bare
    if not SHORT_MARK[0] <= len(bare) <= SHORT_MARK[1] or shape.words > MOST_WORDS or is_row_of_codes(bare):
        return False
    if shape.lower_start and sum(map(str.isupper, bare)) < FEWEST_CAPITALS:
        return False
    return bare[0].isalnum() and bare[-1] not in ",;:?" and not LABEL_OF_LIST.match(bare) and sum(map(str.isalnum, bare)) > 2


def _counted(edges: Edges) -> frozenset[str]:
    """Lines that are alike but for a number that counts the pages."""
    alike: dict[str, list[str]] = {}
    for _, shape in edges:
        if shape.key and DIGITS.search(shape.bare):
            alike.setdefault(shape.key, []).append(shape.bare)
    return frozenset(plain(bare) for group in alike.values() if counts(group) for bare in group)


@lru_cache(maxsize=4096)
def is_same_mark(one: str, other: str) -> bool:
    """Whether two short marks, as `plain` has them, are one mark, read twice: in a longer one some letters may be misread."""
    if one == other:
        return True
    shorter = min(len(one), len(other))
    if shorter < LONG_ENOUGH or abs(len(one) - len(other)) > 1 or _sure_digits(one) != _sure_digits(other):
        return False
    return edit_distance(one.translate(CONFUSED), other.translate(CONFUSED)) <= (1 if shorter < TWO_MISREAD else 2)


def _sure_digits(words: str) -> str:
    return "".join(sign for sign in words if sign in SURE_DIGITS)


def levels_of(alone: Alone, shapes: Sequence[Shape], known: Vocabulary) -> frozenset[str]:
    """The levels of secrecy of a text that are not `known`: the first parts of its markings, as `plain` has them.

    `shapes` are those of all lines, `alone` those of blocks of one line.
    """
    markings: dict[str, list[int]] = {}
    for position, shape in alone:
        if _may_be_level(shape) and not known.marking(shape.bare):
            markings.setdefault(plain(first_part(shape.bare)), []).append(position)
    long = [
        position
        for position, shape in enumerate(shapes)
        if not shape.bare or (len(shape.bare) >= LONGEST_OF_TURN and shape.words >= FEWEST_OF_TEXT)
    ]
    long_lines = frozenset(long)
    again = frozenset(position for positions in markings.values() if len(positions) > 1 for position in positions)
    # What stands under a level of secrecy, or under what may be one, is of handling.
    handling = [at > 0 and (at - 1 in again or known.marking(shapes[at - 1].bare) > 0) for at in range(len(shapes))]
    found: set[str] = set()
    if long and not handling[-1]:
        found.update(
            words for words, positions in markings.items() if positions[0] < long[0] and positions[-1] == len(shapes) - 1
        )
    for words, positions in markings.items():
        under = sum(handling[position] for position in positions)
        if len(positions) >= OFTEN and 2 * under < len(positions) and any(_turns(positions, long_lines)):
            found.add(words)
    return frozenset(found - {""})


def _may_be_level(shape: Shape) -> bool:
    return may_be_marking(shape) and shape.capitals and not DIGITS.search(shape.bare)


def _turns(positions: Sequence[int], long: frozenset[int]) -> Iterator[bool]:
    """For each two places of a line, one after another, whether a page turns between them, with other marks there."""
    for before, after in pairwise(positions):
        yield 1 < after - before <= TURN and not any(between in long for between in range(before, after))
