"""What reads like a title: words that begin with capitals, without an end point, on a line or over several."""

from __future__ import annotations

from collections.abc import Sequence

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
MARKS = "\"'“‘”’()[],.;:*"


def is_title(words: str) -> bool:
    """Whether the longer words start with capitals, as in a title; one sentence with a full stop may be one."""
    return len(words.split()) <= MOST_WORDS and words[-1:] not in ",;" and _has_capitals(words, fewest=1)


def is_title_over_lines(lines: Sequence[str]) -> bool:
    """Whether lines together read like a title: short ones, no end point, the longer words with capitals."""
    words = " ".join(lines)
    if not all(0 < len(line) <= LONGEST_LINE and "\t" not in line for line in lines):
        return False
    if len(words.split()) > MOST_WORDS_OVER_LINES or words[-1] in ",;?!" or (words[-1] == "." and not words.isupper()):
        return False
    return _has_capitals(words, fewest=2)


def _has_capitals(words: str, fewest: int) -> bool:
    found = (word.strip(MARKS) for word in words.split())
    longer = [word for word in found if word and word.lower() not in LITTLE and word[0].isalpha()]
    return len(longer) >= fewest and sum(word[0].isupper() for word in longer) >= SHARE * len(longer)
