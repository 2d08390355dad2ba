"""Handling lines: under the head or the dateline, how the paper was classified, how fast it was sent, its number.

Source:  The Secretary of State to the Embassy in France

         top secret

         No. 298

         Refer to your telegram.
TEI:     <opener><seg type="handling">top secret</seg> <seg type="handling">No. 298</seg></opener>
Not:     a caption that begins a paragraph (`Secret—Entire text.`); a number with no other line of an opener beside it
Codes:   none
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiencode.profile import Profile
from teiencode.reading import Evidence, Reading, View
from teiencode.rules.heads import opening_blocks

WORDS = re.compile(
    r"(?:(?:top |most )?(?:secret|confidential|restricted|unclassified|immediate|urgent|priority|routine)|us urgent|niact|plain"
    r"|operational|operations|emergency|personal|private|official|informal|eyes only|limited|limit|distribution|use|only|nodis"
    r"|exdis|noforn|security|information|via|air|pouch|courier|triple|double|and|for|the|secretary|under|acting|extract"
    r"|very|strictly|no)"
)
LINE = re.compile(rf"{WORDS.pattern}(?:[ ,;/—–-]+{WORDS.pattern}){{0,8}}\.?\d{{0,2}}")
SURE = re.compile(
    r"secret|confidential|restricted|classified|urgent|priority|niact|immediate|routine|official|personal|plain|eyes"
)
SMALL = re.compile(r"[a-z][a-z’-]+(?:[ ,;/—–-]+[a-z’-]+){0,5}\.?\d{0,2}")
"""A short line in small letters only: so the capitals of handling lines are printed, and nothing else at a text's top."""
NUMBER = re.compile(r"No\.? [A-Z]{0,2}[–-]?\d{1,5}\d{0,1}")
SYMBOL = re.compile(r"(?:No\. )?(?:[A-Z]{1,6}[a-z]{0,3}[A-Z]{0,3}[/ .–-]){0,4}\d[\w/.–()-]{0,12}")
"""The symbol of a paper above its dateline: `US/MC/14`, `SNIE 36.1–58`, `No. 1391/72`."""

UNDATED = re.compile(r"undated|no date|date ")
"""Words of a dateline in small letters."""


def is_handling(words: str) -> bool:
    """Whether a line is in the words of a handling line, or a paper's number."""
    if UNDATED.match(words):
        return False
    if NUMBER.fullmatch(words) or (LINE.fullmatch(words) and SURE.search(words)):
        return True
    return SMALL.fullmatch(words) is not None


def is_symbol(words: str) -> bool:
    """Whether a line is the symbol of a paper, as offices and conferences give them."""
    return SYMBOL.fullmatch(words) is not None


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a reading for each handling line of the opening; a number alone is none."""
    numbers: list[Reading] = []
    sure = False
    for block in opening_blocks(view):
        words = view.block_text(block)
        if words.startswith(("* ", "- ")):
            break
        if NUMBER.fullmatch(words):
            numbers.append(_reading(block.start, block.end, "a paper's number beside a handling line", 6.0))
        elif is_handling(words):
            sure = True
            yield _reading(block.start, block.end, "words of a handling line", 8.0)
    if sure:
        yield from numbers


def _reading(start: int, end: int, name: str, weight: float) -> Reading:
    return Reading("handling line", start, end, "handling_lines", (Evidence(name, weight),))
