"""Words of running text: white space made one, sentences told apart from abbreviations, and the language."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ABBREVIATION = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Jr|Sr|St|Gen|Col|Maj|Capt|Lt|Adm|Brig|Sen|Rep|Gov|Amb|Vol|vol|No|no|Nos|Doc|Docs|pt|Pt"
    r"|pp|p|ed|cf|vs|etc|Inc|Co|Ltd|Ibid|ibid|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec|approx|ca|incl|fol|fols|Rev|U\.S|U\.N"
    r"|a\.\s?m|p\.\s?m))\.$"
)
_STOP = re.compile(r"[.?!]['\"”’)\]]{0,3}(?=\s{1,3}[\[(“\"'‘]?[A-Z0-9À-Þ])")

# The commonest small words of a language: what a text of two lines is sure to hold.
_SMALL_WORDS = {
    "en": "the of and to in that is was with for on by it from this be are which have not",
    "fr": "le la les des et du une que qui dans est pour sur par au il avec pas cette nous",
    "de": "der die das und den von zu ist nicht mit dem des ein eine auf für im sich als auch",
    "es": "el la los las de y que en del por con una para se no su es al lo como",
}
_COMMON = {tag: frozenset(words.split()) for tag, words in _SMALL_WORDS.items()}
_SMALL = frozenset().union(*_COMMON.values())
_BLANKS = re.compile(r"([(\[]) | (?=[)\],;])")
_LOOSE = re.compile(r" [)\],;]")
_PARTED = re.compile(r"(?<=[^\W\d_]-)[ \t\r]*\n[ \t]*(?=[^\W\d_])")
"""The line end in a word that a hyphen parts."""
_SAMPLE = 1600
"""Characters of a text that are enough to know its language."""


def one_line(text: str) -> str:
    """The text with every run of white space made one blank, and the blanks inside brackets `( Caffery )` taken out.

    A word that a hyphen parts at a line's end keeps its hyphen, and has no blank.
    """
    if "-" in text:
        text = _PARTED.sub("", text)
    line = " ".join(text.split())
    if "( " in line or "[ " in line or _LOOSE.search(line):
        return _BLANKS.sub(r"\1", line)
    return line


def sentences(text: str) -> Iterator[str]:
    """The sentences of a paragraph. A stop after an initial or a common abbreviation ends none."""
    start = 0
    for stop in _STOP.finditer(text):
        if stop[0][0] == "." and _ABBREVIATION.search(text, max(start, stop.start() - 12), stop.start() + 1):
            continue
        yield text[start : stop.end()].strip()
        start = stop.end()
    if rest := text[start:].strip():
        yield rest


def read_language(text: str) -> str:
    """The language of a text as a BCP 47 tag, from its commonest small words; `und` where they do not decide."""
    words = list(filter(_SMALL.__contains__, text[:_SAMPLE].casefold().split()))
    counts = {tag: sum(map(common.__contains__, words)) for tag, common in _COMMON.items()}
    best = max(counts, key=lambda tag: counts[tag])
    second = max(count for tag, count in counts.items() if tag != best)
    return best if counts[best] >= 3 and counts[best] >= 1.5 * second else "und"
