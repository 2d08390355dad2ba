"""What reads like a title: words that begin with capitals, without an end point, on a line or over several."""

from __future__ import annotations

import re
from collections.abc import Sequence

from teiencode.dates import read_dateline
from teiencode.line_shapes import ABBREVIATED

LITTLE = frozenset(
    [
        *("a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to"),
        *("under", "versus", "vs", "with", "without"),
        *("de", "des", "die", "du", "et", "la", "le", "les", "und"),
    ]
)
"""Words that have no capital in a title."""
MOST_WORDS = 14
MOST_WORDS_OVER_LINES = 40
LONGEST_LINE = 90
SHARE = 0.7
"""Of the longer words how many begin with a capital."""
SERIAL = re.compile(r"\b(?:(?:No|Nr|Number|Copy|Series|Box|Log)\b|N[°º'’])\.? ?[:#]?[A-Z-]*\d", re.IGNORECASE)
"""The number of a paper, of a copy, of a box; the sign after the N is misread at times."""
WORD_AND_NUMBER = re.compile(r"[^\W\d_]{3,}:? [A-Z]{0,3}[ -]?\d[\d/.-]*[A-Z]?")
"""A word and its number, and nothing else, as a form has it."""
SYMBOL = re.compile(r"(?:[A-Z]{2,} ){0,2}(?:[A-Z]{1,4}[^\w\n]{1,3}){0,3}\d[\d/.-]*[A-Z]?")
"""Letters and signs before a number, and perhaps a word or two in capitals before them."""
MARKS = "\"'“‘”’()[],.;:*"


def is_title(words: str) -> bool:
    """Whether the longer words start with capitals, as in a title; one sentence with a full stop may be one."""
    return len(words.split()) <= MOST_WORDS and words[-1:] not in ",;" and _has_capitals(words, fewest=1)


def is_title_over_lines(lines: Sequence[str]) -> bool:
    """Whether lines together read like a title: short ones, no end point, the longer words with capitals."""
    words = " ".join(lines)
    if not all(0 < len(line) <= LONGEST_LINE and "\t" not in line for line in lines):
        return False
    if len(words.split()) > MOST_WORDS_OVER_LINES or words[-1] in ",;?!":
        return False
    if words[-1] == "." and not words.isupper() and not ABBREVIATED.search(words):
        return False
    return _has_capitals(words, fewest=2)


def is_serial(bare: str) -> bool:
    """Whether a line is, or holds, the number of a paper, so that it is no title (`Dispatch 118`, `Copy No. 3`)."""
    return SERIAL.search(bare) is not None or WORD_AND_NUMBER.fullmatch(bare) is not None


def is_numbered_under(lines: Sequence[str]) -> bool:
    """Whether a symbol or a day stands alone on the last of several lines, as in a stamp of receipt."""
    if len(lines) < 2 or lines[-1][:1].islower() or not any(map(str.isdigit, lines[-1])):
        return False
    if SYMBOL.fullmatch(lines[-1]):
        return True
    found = read_dateline(lines[-1])
    return found is not None and found.place is None


def _has_capitals(words: str, fewest: int) -> bool:
    found = (word.strip(MARKS) for word in words.split())
    longer = [word for word in found if word and word.lower() not in LITTLE and word[0].isalpha()]
    return len(longer) >= fewest and sum(word[0].isupper() for word in longer) >= SHARE * len(longer)
