"""Acts of declassification and release, as stamps on the page record them.

Source:  DECLASSIFIED / Authority NND 383319 / By JW NARA Date 10/19/79
Says:    the words on one line, the day 1979-10-19 with its certainty (two figures of a year)
Not:     a receipt stamp; an archive's number
"""

from __future__ import annotations

import re

from teiencode.dates import UNDATED, find_stamp_date
from teiencode.diagnostic import Diagnostic
from teiencode.facts.records import Release
from teiencode.facts.words import one_line

LONGEST_STAMP = 600
"""Characters of a stamp that are read."""

_ACT = re.compile(
    r"declassif|approved\s+for\s+release|\breleased?\b|\bdowngraded\b|\bunclassified\s+(?:by|per|on)\b|\bsanitized\b|\bauthority\b.*\b[nm]ara\b",
    re.IGNORECASE | re.DOTALL,
)
_TO_COME = re.compile(
    r"(?:excluded\s+from\s+)?automatic(?:ally)?\s+(?:downgrad\w+\s+and\s+)?declassif\w+|downgraded\s+at\s+\d{1,2}[\s-]?years?\s+intervals?",
    re.IGNORECASE,
)
"""What is to happen to a paper, or not, after some years: no act yet."""
_DATED = re.compile(r"\bdated?\b[:.\s]*(?=\d)", re.IGNORECASE)


def read_release(text: str, *, written: int | None = None) -> tuple[Release | None, tuple[Diagnostic, ...]]:
    """The act that a stamp records, or None, and what is doubtful about its date.

    `written` is the year of the document, where known: it decides the century of a year of two figures. The date with a
    label (`Date 5/16/97`) counts before others. Diagnostics have spans in characters of `text` from 0.
    """
    words = text[:LONGEST_STAMP]
    if not _ACT.search(_TO_COME.sub("", words)):
        return None, ()
    label = _DATED.search(words)
    date = find_stamp_date(words, label.end() if label else 0, written=written)
    plain = one_line(re.sub(r"[*~]{1,2}|\\(?=\*)", "", words))
    return Release(text=plain, dating=date.dating if date else UNDATED), date.diagnostics if date else ()
