"""Classification levels and handling marks.

Source:  Top Secret; Niact; Limit Distribution.    TOP SECRET - SENSITIVE    secret    NIACT
Says:    levels `top-secret`, `secret`; handling `Niact`, `Limit Distribution`, `SENSITIVE`
Not:     a sentence that speaks of a secret; `No classification marking`, which is no level
"""

from __future__ import annotations

import re

from teiencode.facts.records import Classification
from teiencode.facts.words import one_line
from teiencode.marks import together

LEVELS: dict[str, str] = {
    "top-secret": "Top secret: disclosure could be expected to cause exceptionally grave damage to national security",
    "secret": "Secret: disclosure could be expected to cause serious damage to national security",
    "confidential": "Confidential: disclosure could be expected to cause damage to national security",
    "restricted": "Restricted: the lowest level of defence information, in use until 1953",
    "limited-official-use": "Limited official use: not classified, yet kept within the offices concerned",
    "official-use-only": "Official use only: not classified, yet not for the public",
    "administratively-restricted": "Administratively restricted: kept within the agency for reasons of its business",
    "unclassified": "Unclassified: marked as open",
}
"""The levels, by the last part of their ids (`class-secret`), and what each means."""

_LEVEL_WORDS = (
    ("top-secret", r"top[\s-]?secret"),
    ("limited-official-use", r"limited\s+official\s+use(?:\s+only)?"),
    ("official-use-only", r"(?:for\s+)?official\s+use\s+only"),
    ("administratively-restricted", r"administratively\s+(?:restricted|confidential)"),
    ("unclassified", r"unclassified"),
    ("secret", r"secret"),
    ("confidential", r"confidential"),
    ("restricted", r"restricted(?!\s+(?:data|distribution|dissem))"),
)
LEVEL = re.compile("|".join(f"(?P<{name.replace('-', '_')}>\\b{words}\\b)" for name, words in _LEVEL_WORDS), re.IGNORECASE)
NO_LEVEL = re.compile(r"\bno\s+classification(?:\s+marking)?\b", re.IGNORECASE)

# Marks on how a paper is to be sent and who may see it: Department of State and military telegraphic usage.
_HANDLING = re.compile(
    r"""\b(?:
        (?:literally\s+)?eyes[\s-]only(?:\s+for\s+(?:the\s+)?\w+(?:\s+(?:of\s+state|and\s+\w+|\w+))?)?
      | no\s?dis|ex\s?dis|lim\s?dis|(?:no\s)?stadis|no\s?forn|orcon|wnintel|specat|codeword|roger\s+channel|cherokee|double\s+plus
      | (?:no\sforeign\s|controlled\s)?dissem(?:ination)?
      | limit(?:ed)?\s+distribution|no\s+distribution(?:\s+outside\s+(?:the\s+)?department)?|exclusive\s+distribution
      | presidential\s+handling|niact(?:\s+immediate)?|flash|immediate|operational\s+immediate|emergency|priority|routine|deferred
      | u\.?\s?s\.?\s+urgent|urgent|rush|sensitive|personal|private|entire\s+text|plain|circular|paraphrase|verbatim\s+text
      | (?:formerly\s+)?restricted\s+(?:data|distribution|dissem\w*)|handling\s+restriction\s+not\s+declassified
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
# What stands in quotation marks is spoken of (`prohibited unless "UNCLASSIFIED"`).
_QUOTED = re.compile(r"[\"“”]")
LONGEST_LINE = 300
"""Characters of a line of marks, at most."""

_JOINED = re.compile(r"^and\s|\sand$", re.IGNORECASE)
_GOES_ON = re.compile(r"\s(?:without|outside|within|except|of|for|to|by|the)$", re.IGNORECASE)
"""How a line ends that goes on with the next one, and is no mark by itself."""
_STOPS = " \t\n.,;:-–—/()[]*~#"
_PARTS = re.compile(r"\s*[;/]\s*|\s+[-–—]+\s+|\s*\n\s*|,\s+")


def read_classification(text: str) -> Classification | None:
    """What a line of marks (a page's head, a handling line, the second sentence of a source note) says.

    None where the line holds other words than marks: then it is a sentence that speaks of them, and classifies nothing.
    """
    if len(text) > LONGEST_LINE or _QUOTED.search(text):
        return None
    levels: list[str] = []
    handling: list[str] = []
    for part in _PARTS.split(together(text).strip(_STOPS)):
        mark = one_line(part).strip(_STOPS)
        if not mark or NO_LEVEL.fullmatch(mark):
            continue
        level = LEVEL.search(mark)
        if level and level.lastgroup:
            levels.append(level.lastgroup.replace("_", "-"))
            mark = _JOINED.sub("", f"{mark[: level.start()]}{mark[level.end() :]}".strip(_STOPS))
        if not mark:
            continue
        known = _HANDLING.match(mark)
        if known is None and (not levels or not _like_a_mark(mark)):
            return None
        if known is not None and (len(mark) - known.end() > 60 or _GOES_ON.search(mark)):
            return None
        handling.append(mark)
    if not levels and not handling and not NO_LEVEL.search(text):
        return None
    return Classification(levels=tuple(dict.fromkeys(levels)), handling=tuple(dict.fromkeys(handling)))


def merged(*parts: Classification) -> Classification:
    """Several readings as one, each level and mark once, in order; marks that differ in case only are one."""
    levels = dict.fromkeys(level for part in parts for level in part.levels)
    handling: dict[str, str] = {}
    for part in parts:
        for mark in part.handling:
            handling.setdefault(mark.casefold().rstrip("."), mark)
    return Classification(levels=tuple(levels), handling=tuple(handling.values()))


def _like_a_mark(words: str) -> bool:
    """Whether words beside a level can be a mark that no list knows: at most four, each with a capital."""
    parts = words.split()
    return len(parts) <= 4 and all(part[0].isupper() or not part[0].isalpha() for part in parts)
