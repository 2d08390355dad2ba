"""How far two strings are apart: insertions, deletions and substitutions of a character, counted with bits of an integer.

Myers, *A fast bit-vector algorithm for approximate string matching* (1999), in Hyyrö's form; Python's integers have no
word length, so a pattern of any length is one vector.
"""

from __future__ import annotations


def edit_distance(one: str, other: str) -> int:
    """The least number of single changes that make one string of the other."""
    return _least(one, other, anywhere=False)


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
