"""Capital and small letters of all alphabets in regular expressions, whose classes know only ranges of codes.

A pattern is written with the ranges of Western Europe (`A-ZÀ-Þ`, `a-zß-ÿ`, `A-Za-zÀ-ÿ`); `of_all_alphabets` puts every other
letter of Latin, Greek and Cyrillic beside them, where capitals and small letters take turns.
"""

from __future__ import annotations

BEYOND = range(0x100, 0x530)
"""The codes of Latin letters beyond Western Europe, of Greek and of Cyrillic."""
CAPITALS = "".join(letter for letter in map(chr, BEYOND) if letter.isupper())
SMALL = "".join(letter for letter in map(chr, BEYOND) if letter.islower())
WIDENED = {"À-Þ": f"À-Þ{CAPITALS}", "ß-ÿ": f"ß-ÿ{SMALL}", "À-ÿ": f"À-ÿ{CAPITALS}{SMALL}"}


def of_all_alphabets(pattern: str) -> str:
    """The pattern with the letters of other alphabets in each class that has the accented ones of Western Europe."""
    for western, every in WIDENED.items():
        pattern = pattern.replace(western, every)
    return pattern
