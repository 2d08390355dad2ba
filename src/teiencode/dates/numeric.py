"""Dates in figures, as stamps and forms have them: `10/19/79`, `1962/10/27`, `5-16-97`, `13.3.1993`, `NOV 28 1962`.

A year of two figures is read by what can be known: no act on a document is older than the document, and records of the
government are open at the latest after 75 years (E.O. 13526, sec. 3.3(h)). Where that leaves one century the year is
taken, with `@cert`; where it leaves none the date is reported and not invented.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from teiencode.dates.calendar import IMPOSSIBLE_DATE, Day, find_dates, month_number
from teiencode.dates.dating import UNDATED, Cert, Dating
from teiencode.diagnostic import Code, Diagnostic, Span

UNCERTAIN_CENTURY = Code(
    "TE704",
    "uncertain-century",
    "header",
    "info",
    "A date with a two-figure year fits no century: it would be older than the document, or from a time when no record "
    "of its age is closed any more.",
    "compare the page: a figure is probably misread",
)

LONGEST_CLOSURE = 75
"""Years after which records are open at the latest, without a special permission (E.O. 13526, sec. 3.3(h))."""

FIRST_ACTS = 1946
"""No act of release under a public information law is older (60 Stat. 238): for documents of an unknown year."""

_YEAR_FIRST = re.compile(r"(?<![\w/.-])(?P<y>1[0-9]\d\d|20\d\d)(?P<s>[/.-])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?![\d/])")
_YEAR_LAST = re.compile(
    r"(?<![\w/.-])(?P<a>\d{1,2})\s?(?P<s>[/.-])\s?(?P<b>\d{1,2})\s?(?P=s)\s?(?P<y>(?:1[0-9]|20)\d\d|['’]?\d{2})(?![\d/])"
)
_SHORT_WORDS = re.compile(r"(?P<day>\d{1,2})[\s-](?P<month>[A-Za-z]{3})[a-z]{0,6}\.?[\s-]['’]?(?P<y>\d{2})(?!\d)")


@dataclass(frozen=True, slots=True)
class StampDate:
    """A date in figures: its span (characters of the text from 0), the day, the dating, and what is doubtful."""

    span: Span
    day: Day | None
    dating: Dating
    diagnostics: tuple[Diagnostic, ...] = ()


def find_stamp_date(text: str, start: int = 0, *, written: int | None = None) -> StampDate | None:
    """The first date, in figures or in words, at or after `start`.

    `written` is the year of the document, where known.
    """
    hits = [(m.start(), m) for p in (_YEAR_FIRST, _YEAR_LAST) if (m := p.search(text, start))]
    words = next(find_dates(text, start), None)
    if words and words.first.year and words.first.day and (not hits or words.span[0] < min(h[0] for h in hits)):
        return StampDate(words.span, words.first, words.dating, words.diagnostics)
    if hits:
        return _from_figures(min(hits, key=lambda hit: hit[0])[1], written)
    return _from_short_words(_SHORT_WORDS.search(text, start), written)


def _from_figures(match: re.Match[str], written: int | None) -> StampDate:
    """The date that three figures say.

    Month first, as American offices write, unless the figures forbid it or are dotted.
    """
    if match.re is _YEAR_FIRST:
        return _checked(match, int(match["y"]), int(match["m"]), int(match["d"]), written, False)
    month, day = int(match["a"]), int(match["b"])
    day_first = match["s"] == "." and day <= 12
    if day_first or (month > 12 >= day):
        month, day = day, month
    year = match["y"].lstrip("'’")
    return _checked(match, int(year), month, day, written, len(year) == 2)


def _from_short_words(match: re.Match[str] | None, written: int | None) -> StampDate | None:
    """`13 Mar 93`."""
    month = month_number(match["month"]) if match else None
    if match is None or month is None:
        return None
    return _checked(match, int(match["y"]), month, int(match["day"]), written, True)


def _checked(match: re.Match[str], year: int, month: int, day: int, written: int | None, short: bool) -> StampDate:
    """The date with its century, or without a value and with a report where there is no such day or no such century."""
    words, cert = match[0].strip(), None
    if not Day(2000 if short else year, month, day).possible:
        fault = IMPOSSIBLE_DATE.at(match.span(), f"{words!r} is a day that no calendar has")
        return StampDate(match.span(), None, UNDATED, (fault,))
    if short:
        resolved, cert = century(year, written)
        if resolved is None or not Day(resolved, month, day).possible:
            fault = UNCERTAIN_CENTURY.at(match.span(), f"the year of {words!r} fits no century, for a document of {written}")
            return StampDate(match.span(), None, UNDATED, (fault,))
        year = resolved
    stated = Day(year, month, day)
    return StampDate(match.span(), stated, Dating(when=stated.iso, cert=cert))


def century(year: int, written: int | None) -> tuple[int | None, Cert]:
    """The full year of a two-figure one, and how sure it is; None where no century fits.

    `written` is the document's year, where known.
    """
    low = FIRST_ACTS if written is None else written
    span = 99 if written is None else LONGEST_CLOSURE
    full = low + (year - low) % 100
    if full > low + span:
        return None, "low"
    return full, "low" if written is None else "medium"
