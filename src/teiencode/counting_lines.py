"""Lines that count: they are alike but for a number that grows from one page to the next."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from teiencode.line_shapes import DIGITS, LABEL_OF_LIST

LONGEST_STEP = 4
"""Pages from one mark that counts them to the next that was read."""
MOST_DIGITS = 9


def counts(lines: Sequence[str]) -> bool:
    """Whether one of the numbers in lines that are otherwise alike, two or more, grows from each to the next by a few.

    Numbers alone, and numbers that open a paragraph, count something else.
    """
    rows = [[int(number[:MOST_DIGITS]) for number in DIGITS.findall(line)] for line in lines]
    if len(rows) < 2 or not rows[0] or any(len(row) != len(rows[0]) for row in rows) or LABEL_OF_LIST.match(lines[0]):
        return False
    if any(not any(map(str.isalpha, line)) for line in lines):
        return False
    return any(
        all(0 < after - before <= LONGEST_STEP for before, after in pairwise(column)) for column in zip(*rows, strict=True)
    )
