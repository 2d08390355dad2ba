"""Acts of declassification and release, as stamps on the page record them.

Source:  DECLASSIFIED / Authority NND 383319 / By JW NARA Date 10/19/79
Says:    the words on one line, the day 1979-10-19 with its certainty (two figures of a year), the initials JW
Not:     a receipt stamp; an archive's number
"""

from __future__ import annotations

import re

from teiencode.dates import UNDATED, Dating, find_stamp_date
from teiencode.diagnostic import Diagnostic
from teiencode.facts.records import Release
from teiencode.facts.words import one_line

LONGEST_STAMP = 600
"""Characters of a stamp that are read."""

_ACT = re.compile(
    r"declassif|approved\s+for\s+release|\breleased?\b|\bdowngraded\b|\bunclassified\s+(?:by|per|on)\b|\bsanitized\b|\bauthority\b.*\b[nm]ara\b",
    re.IGNORECASE | re.DOTALL,
)
_SIGNATURE = r"\[(?:signature|illegible|unclear)\]"
_BY = re.compile(rf"\bby\b:?\s*(?P<who>{_SIGNATURE}|[A-Z][\w./&-]{{0,11}}(?:\s?[A-Z]\.?)?)(?=[\s,;]|$)", re.IGNORECASE)
_NO_INITIALS = re.compile(r"^(?:nara|mara|nars|date|the|authority|of|cia|nsc|state|department)$", re.IGNORECASE)


def read_release(text: str, *, written: int | None = None) -> tuple[Release | None, tuple[Diagnostic, ...]]:
    """The act that a stamp records, or None, and what is doubtful about its date.

    `written` is the year of the document, where known: it decides the century of a year of two figures. Diagnostics
    have spans in characters of `text` from 0. A signature that could not be read gives no initials.
    """
    words = text[:LONGEST_STAMP]
    if not _ACT.search(words):
        return None, ()
    date = find_stamp_date(words, written=written)
    dating: Dating = date.dating if date else UNDATED
    by = _BY.search(words)
    initials = by["who"] if by and not _NO_INITIALS.match(by["who"]) and not by["who"].startswith("[") else None
    plain = one_line(re.sub(r"[*~]{1,2}|\\(?=\*)", "", words))
    return Release(text=plain, dating=dating, initials=initials), date.diagnostics if date else ()
