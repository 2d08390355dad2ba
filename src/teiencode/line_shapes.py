"""Shapes of lines: what can be seen of a line by itself, without signs and without reading it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from teiencode.letters import of_all_alphabets
from teiencode.marks import plain
from teiencode.reading import Line, View
from teiencode.solve import ends_open

SIGNS = re.compile(r"~~|\*\*|\\|\^\{|\}|^#{1,6} ")
CAPITAL, SMALL = re.compile(of_all_alphabets("[A-ZÀ-Þ]")), re.compile(of_all_alphabets("[a-zß-ÿ]"))
DIGITS = re.compile(r"\d+")
LABEL_OF_LIST = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)](?=\s)|\([a-zA-Z0-9]{1,4}\)|--|—|–|-\s|•|\*\s")
ABBREVIATED = re.compile(r"\b(?:[a-zA-Z]|\d[ap]m|Inc|Co|Corp|Jr|Sr|No|Dept|St)\.$|\b[A-Z]\.[A-Z]\.\d{1,2}\.$")
LONGEST = 100
"""Characters of a line that may still be a mark, a field or a head."""
LEAST_OF_TEXT = 50
"""Characters of a line of running text."""
LONGEST_AGAIN = 200
"""Characters of a line that is looked for again: what is printed on each page may be a sentence."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A line's shape. `bare`: without signs; `key`: as lines that recur are compared, each number as `9`."""

    bare: str
    key: str
    words: int
    capitals: bool
    opens: bool
    lower_start: bool
    labelled: bool


def shape_of(view: View, line: Line) -> Shape:
    """The shape of a line of `view`; of a very long one only how it starts and ends."""
    text = view.text
    if line.end - line.start > 3 * LONGEST:
        opens = ends_open(text, line.end)
        start = line.start
        return Shape("", "", 99, False, opens, text[start].islower(), LABEL_OF_LIST.match(text, start) is not None)
    raw = text[line.start : line.end]
    bare = " ".join(SIGNS.sub("", raw).split(" ")) if raw else raw
    words = bare.split()
    bare = " ".join(words) if "\t" not in bare else bare
    return Shape(
        bare,
        DIGITS.sub("9", plain(bare)) if len(bare) <= LONGEST_AGAIN else "",
        len(words),
        _in_capitals(bare),
        ends_open(text, line.end),
        bare[:1].islower(),
        LABEL_OF_LIST.match(bare) is not None,
    )


def is_sentence(bare: str) -> bool:
    """Whether a short line reads as a sentence: an end point that is no abbreviation's, and words in lower case."""
    return bare[-1:] in ".?!" and not ABBREVIATED.search(bare) and mostly_lower(bare)


def mostly_lower(bare: str) -> bool:
    """Whether at least half the words of a line start in lower case."""
    words = bare.split()
    return sum(word[0].islower() for word in words) >= 0.5 * len(words)


def _in_capitals(bare: str) -> bool:
    """Whether a line is in capitals; a small letter in a name (`McCLOY`) does not count."""
    return bare.isupper() or (len(bare) > 6 and len(CAPITAL.findall(bare)) > 8 * len(SMALL.findall(bare)))


def only_marks(shape: Shape) -> bool:
    """Whether a line is a few words in capitals."""
    return shape.capitals and shape.words <= 4
