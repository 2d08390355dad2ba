"""Numbers that follow on each other, as those of pages and of notes do: which of them was misread.

Example:  1, 2, 13, 4
Cure:     3, for those about it say what it is
"""

from __future__ import annotations

from collections.abc import Sequence


def misread(numbers: Sequence[int]) -> dict[int, int]:
    """The places of numbers that do not fit between their neighbours, with the one number that does.

    A number is misread where those before and behind it leave room for one other; the first one, where it is above the second and
    the numbers go on from that. Where a new sequence begins with 1 the numbers go on from that, and not from the old ones.
    """
    mended = list(numbers)
    found: dict[int, int] = {}
    if len(numbers) > 2 and numbers[0] > numbers[1] > 1 and numbers[2] == numbers[1] + 1:
        found[0] = mended[0] = numbers[1] - 1
    for at in range(1, len(numbers) - 1):
        right = mended[at - 1] + 1
        if numbers[at] != right and numbers[at + 1] == right + 1:
            found[at] = mended[at] = right
    return found
