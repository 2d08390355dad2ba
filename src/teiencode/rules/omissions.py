"""Omissions: a bracketed notice says that words were not declassified, or could not be read.

Source:  met [2 pages (31 lines) not declassified] and [less than 1 line not declassified]
TEI:     met <gap reason="redacted" unit="page" quantity="2" extent="2 pages (31 lines)"><desc>2 pages (31 lines) not
         declassified</desc></gap> and <gap reason="redacted" unit="line" atMost="1"><desc>less than 1 line not
         declassified</desc></gap>
Not:     [sic]; [Enclosure 1]; [Here follows discussion of unrelated matters]; a notice over a blank line
Codes:   TE310 redaction-without-extent, TE311 redaction-unclosed
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from teiencode.diagnostic import Code, Diagnostic
from teiencode.extents import extent_of
from teiencode.profile import Profile
from teiencode.reading import Reading, View
from teiencode.solve import evidence

WITHOUT_EXTENT = Code(
    "TE310",
    "redaction-without-extent",
    "omissions",
    "info",
    "A notice says that something was withheld, but not how much of what: the gap has neither unit nor quantity.",
    "nothing to mend where the source says no more; a unit can be given in the TEI",
)
UNCLOSED = Code(
    "TE311",
    "redaction-unclosed",
    "omissions",
    "warning",
    "The bracket of a notice of omission is not closed before its block ends, so the notice stays text.",
    "close the bracket in the source where the notice ends",
)
CODES = (WITHOUT_EXTENT, UNCLOSED)

BRACKET = re.compile(r"\[([^\[\]]{3,250})(\]?)")
BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
VERB = re.compile(
    r"(?P<withheld>\b(?:not?|nor|nto|ont|bot)\s+(?:yet\s+|been\s+)*(?P<verb>de-?[a-z]{7,13}))\b|(?P<unread>illegible|garbled?)",
    re.I,
)
DECLASSIFIED = "declassified"
ALIKE = 0.85
"""How alike a word and `declassified` must be: two slips of the pen at most."""


def propose_inline(view: View, profile: Profile) -> Iterator[Reading | Diagnostic]:
    """Yield a reading for each notice, wherever it stands in a block; none crosses a blank line.

    A notice without a countable extent is still an omission: TE310 is reported rather than a quantity guessed.
    """
    for found in view.matches(BRACKET):
        words = found[1]
        verb = next(filter(_withholds, VERB.finditer(words)), None)
        if verb is None:
            continue
        blank = BLANK_LINE.search(words)
        if found[2] and blank is None:
            yield from _omission(found, verb, profile)
        elif blank is None or blank.start() >= verb.end():
            end = found.start(1) + verb.end()
            yield UNCLOSED.at((found.start(), end), f"the bracket before {words[: verb.end()]!r} is not closed")


def _withholds(verb: re.Match[str]) -> bool:
    """Whether what looks like a notice's verb is one: `not declassified` in any spelling."""
    if verb["unread"]:
        return True
    word = verb["verb"].lower().replace("-", "")
    return word == DECLASSIFIED or SequenceMatcher(None, word, DECLASSIFIED, autojunk=False).ratio() >= ALIKE


def _omission(found: re.Match[str], verb: re.Match[str], profile: Profile) -> Iterator[Reading | Diagnostic]:
    words = found[1]
    reason = "illegible" if verb["unread"] else "redacted"
    extent = extent_of(words[: verb.start()]) or extent_of(words[verb.end() :].lstrip(" ,:;-–—("))
    if reason == "redacted" and not extent:
        yield WITHOUT_EXTENT.at(found.span(), f"[{words}] does not say how much is withheld")
    # The writer of scans sets no brackets around a redaction's words: they are kept with them.
    content = found.span() if reason == "redacted" and profile.name == "scan" else found.span(1)
    reasons = evidence("a notice of omission", 10.0)
    yield Reading("gap", *found.span(), "omissions", reasons, {"reason": reason, **extent}, content=content)
