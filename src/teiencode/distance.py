"""How far two strings are apart: insertions, deletions and substitutions of a character, counted with bits of an integer.

Myers, *A fast bit-vector algorithm for approximate string matching* (1999), in Hyyrö's form; Python's integers have no
word length, so a pattern of any length is one vector.
"""

from __future__ import annotations


def edit_distance(one: str, other: str) -> int:
    """The least number of single changes that make one string of the other."""
    return _least(one, other, anywhere=False)


def is_one_slip(one: str, other: str) -> bool:
    """Whether one sign too many, too few or wrong makes one string of the other, or two neighbours exchanged."""
    short, long = sorted((one, other), key=len)
    if one == other or len(long) - len(short) > 1:
        return False
    begin = next((at for at, (left, right) in enumerate(zip(short, long, strict=False)) if left != right), len(short))
    if len(short) < len(long):
        return short[begin:] == long[begin + 1 :]
    return one[begin + 1 :] == other[begin + 1 :] or are_exchanged(one, other)


def are_exchanged(one: str, other: str) -> bool:
    """Whether two strings differ in the order of two neighbouring signs alone."""
    wrong = [at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right]
    if len(one) != len(other) or len(wrong) != 2 or wrong[1] != wrong[0] + 1:
        return False
    first, second = wrong
    return one[first] == other[second] and one[second] == other[first]


def distance_within(part: str, whole: str) -> int:
    """The least number of single changes that make `part` a piece of `whole`, wherever it starts and ends in it."""
    return _least(part, whole, anywhere=True)


def _least(pattern: str, text: str, *, anywhere: bool) -> int:
    size = len(pattern)
    if not size:
        return 0 if anywhere else len(text)
    places: dict[str, int] = {}
    for index, character in enumerate(pattern):
        places[character] = places.get(character, 0) | 1 << index
    mask = (1 << size) - 1
    last = 1 << (size - 1)
    rises, falls = mask, 0
    score = least = size
    for character in text:
        matches = places.get(character, 0)
        diagonal = (((matches & rises) + rises) ^ rises) | matches | falls
        ups = falls | ~(diagonal | rises) & mask
        downs = rises & diagonal
        if ups & last:
            score += 1
        elif downs & last:
            score -= 1
        ups = (ups << 1) & mask if anywhere else ((ups << 1) | 1) & mask
        downs = (downs << 1) & mask
        rises = downs | ~(diagonal | ups) & mask
        falls = ups & diagonal
        least = min(least, score)
    return least if anywhere else score
