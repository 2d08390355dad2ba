"""Redactions: a bracketed word stands for what was withheld, or for what could not be read.

Source:  His overt actions [REDACTED] are compatible with [illegible] thesis. [2 words unclear]
TEI:     His overt actions <gap reason="redacted"/> are compatible with <gap reason="illegible"/> thesis.
         <gap reason="illegible" unit="word" quantity="2"><desc>2 words unclear</desc></gap>
Not:     [nor Fomin]; [1] at any time; [handwritten]
Codes:   none
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiencode.extents import extent_of
from teiencode.profile import Profile
from teiencode.reading import Reading, View
from teiencode.solve import evidence

WORDS = r"(?:[\w.,:;'’/()½-]+ ){0,5}"
NOTICE = re.compile(
    rf"\[ ?(?P<before>{WORDS})"
    r"(?:(?P<withheld>redacted|excised|saniti[sz]ed|withheld|deleted)"
    r"|illegible|unclear|unreadable|unintelligible|in?decipherable|garbled?|signature|initials)"
    r"(?P<after>(?:[ ,:;–-]+[\w.,'’()½]+){0,5}) ?\]",
    re.IGNORECASE,
)
PLAIN = {"[REDACTED]": "redacted", "[illegible]": "illegible"}
"""Notices that a gap alone stands for; the words of others are kept in its description."""

ALONE = 10.0
A_SIGNATURE = 2.0
"""`[signature]` alone on its line may as well be who signs."""


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a reading for each notice that stands alone on its line."""
    for found in view.matches(NOTICE):
        line = view.line_at.get(found.start())
        if line is not None and view.lines[line].end == found.end():
            yield _reading(found, ALONE if found[0] in PLAIN else A_SIGNATURE)


def propose_inline(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a reading for each notice."""
    for found in view.matches(NOTICE):
        yield _reading(found, ALONE)


def _reading(found: re.Match[str], weight: float) -> Reading:
    start, end = found.span()
    reason = "redacted" if found["withheld"] else "illegible"
    # A gap without words is the plain notice itself; of a redaction the brackets are kept with the words.
    content = (end, end) if found[0] in PLAIN else (start, end) if reason == "redacted" else (start + 1, end - 1)
    extent = extent_of(found["before"]) or extent_of(found["after"].strip(" ,:;–-("))
    attributes = {"reason": reason, **extent}
    return Reading("gap", start, end, "redactions", evidence("a notice in brackets", weight), attributes, content=content)
