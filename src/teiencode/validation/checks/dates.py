"""Dates: forms that exclude each other, ends before beginnings, days that no calendar has, words that name another day.

Example:  <date from="1962-10-28" to="1962-10-27">
Cure:     exchange the two
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from teiencode.dates import Dating, find_dates
from teiencode.diagnostic import Diagnostic
from teiencode.validation import moments
from teiencode.validation.checks.index import Index
from teiencode.validation.codes_of_checks import DATE_CONTRADICTED, DATE_FORMS, DATE_IMPOSSIBLE, DATE_ORDER
from teiencode.validation.paths import local_name

if TYPE_CHECKING:
    from lxml import etree

_DATES = ("when", "notBefore", "notAfter", "from", "to")
_ELEMENTS_WITH_OTHER_ENDS = frozenset(
    ("span", "app", "biblScope", "citedRange", "locus", "rt", "arc", "index", "graph", "witDetail")
)
"""Elements whose @from and @to are places and no dates."""
_RUN_TOGETHER = re.compile(r"[12]\d{3}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
"""A day without its hyphens, which a grammar takes for a year."""
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")
_OF_OTHER_CALENDARS = frozenset(("calendar", "datingMethod", "when-custom", "cert", "precision", "notBefore", "notAfter"))
"""Attributes that say that the words and @when need not be the same day."""
_PLAIN = frozenset(("hi", "lb", "num", "seg", "day", "month", "year"))
"""Elements that change nothing in the words of a date."""
_LAST_JULIAN = 1924
"""The year after that in which Greece, as the last country of Europe, gave up the Julian calendar."""
_ONCE = ("dateTime", "date", "gYearMonth", "gYear")
"""The forms of dates that come but once."""
_EXCLUDING = (("when", ("notBefore", "notAfter", "from", "to")), ("from", ("notBefore",)), ("to", ("notAfter",)))
_BOUNDS = (("from", "to"), ("notBefore", "notAfter"))


def check_dates(index: Index) -> Iterator[Diagnostic]:
    """Findings at dates that are impossible, or contradict another of the same element."""
    for element in index.of_tei():
        attributes = element.attrib
        written = {name: str(attributes[name]) for name in _DATES if name in attributes}
        if written and local_name(str(element.tag)) not in _ELEMENTS_WITH_OTHER_ENDS:
            yield from _impossible(index, element, written)
            yield from _contradictions(index, element, written)
            if local_name(str(element.tag)) in ("date", "docDate"):
                yield from _other_words(index, element, written)


def _impossible(index: Index, element: etree._Element, written: dict[str, str]) -> Iterator[Diagnostic]:
    for name, value in written.items():
        text = " ".join(value.split())
        if _RUN_TOGETHER.fullmatch(text) or not any(read(text) is not None for read in moments.READERS.values()):
            from teiencode.validation.datatype_words import DATE_FORMS_IN_WORDS
            from teiencode.validation.impossible_dates import why_impossible
            from teiencode.validation.intended import intended_values

            guesses = intended_values(value, lambda guess: any(read(guess) is not None for read in moments.READERS.values()))
            why = why_impossible(text)
            cures = (*(f'Did you mean "{guess}"?' for guess in guesses[:2]), f"Write {DATE_FORMS_IN_WORDS}.")
            span = index.document.attribute(element, name)
            yield index.document.finding(DATE_IMPOSSIBLE, element, span, f'"{value}" in {name} is no date{why}.', cures)


def _contradictions(index: Index, element: etree._Element, written: dict[str, str]) -> Iterator[Diagnostic]:
    document, tag = index.document, local_name(str(element.tag))
    for name, others in _EXCLUDING:
        beside = [other for other in others if other in written]
        if name in written and beside:
            message = f"{name} of <{tag}> cannot stand beside {beside[0]}."
            cures = (f"Keep {name}, or keep {' and '.join(beside)}.", f"Remove {name}.")
            yield document.finding(DATE_FORMS, element, document.attribute(element, name), message, cures)
            return
    for first, last in _BOUNDS:
        if first in written and last in written and is_before(written[last], written[first]):
            message = f"{last} ({written[last]}) of <{tag}> is before {first} ({written[first]})."
            cures = (f'Exchange the two: {first}="{written[last]}" {last}="{written[first]}".', "Correct one of the two dates.")
            yield document.finding(DATE_ORDER, element, document.attribute(element, last), message, cures)


def is_before(one: str, other: str) -> bool:
    """Whether one date is before another of the same form. What comes every year or day (--12-24, 22:00:00) is before none."""
    for name in _ONCE:
        first, second = moments.READERS[name](one), moments.READERS[name](other)
        if first is not None and second is not None:
            return moments.compare(first, second) == -1
    # Of dates of different length that part is compared which both have: 1962 and 1963-04.
    length = min(len(one), len(other), len("1962-10-27"))
    return one[:4].isdecimal() and other[:4].isdecimal() and length in (4, 7, 10) and one[:length] < other[:length]


def _other_words(index: Index, element: etree._Element, written: dict[str, str]) -> Iterator[Diagnostic]:
    """A finding where the words of a date are one day, and @when is another of the same calendar."""
    if "when" not in written or not _OF_OTHER_CALENDARS.isdisjoint(str(key) for key in element.attrib):
        return
    if any(local_name(str(each.tag)) not in _PLAIN for each in element.iterdescendants()):
        return
    stated = _day(written["when"])
    named = _day_in_words(" ".join("".join(str(text) for text in element.itertext()).split()))
    if stated is None or named is None or stated == named or _is_old_style(stated, named):
        return
    # A time of Greenwich may be that of the day before or behind.
    if "T" in written["when"] and abs((stated - named).days) == 1:
        return
    message = f"The words of this date are {named.isoformat()}, and its when is {written['when']}."
    cures = (f'Write when="{named.isoformat()}".', "Correct the words of the date, if they are not those of the page.")
    yield index.document.finding(DATE_CONTRADICTED, element, index.document.attribute(element, "when"), message, cures)


def _day_in_words(words: str) -> date | None:
    """The one day that words name with its month and year (`June 18, 1978`, `1978-06-18`), without a doubt; else None."""
    bare = words.strip(" ,.;:()")
    if _ISO.fullmatch(bare):
        return _day(bare)
    found = list(find_dates(bare))
    if len(found) != 1 or found[0].span != (0, len(bare)) or found[0].diagnostics or not found[0].exact:
        return None
    return found[0].first.as_date if found[0].dating == Dating(when=found[0].first.iso) else None


def _day(written: str) -> date | None:
    """The day of an ISO date, with or without a time."""
    try:
        return date.fromisoformat(written.strip()[:10]) if _ISO.match(written.strip()) else None
    except ValueError:
        return None


def _is_old_style(one: date, other: date) -> bool:
    """Whether two days may be one day in the Julian and the Gregorian calendar, or in a year that began in March."""
    apart = abs((one - other).days)
    begun = one.year < 1753 and one.month <= 3 and (one.month, one.day) == (other.month, other.day)
    return (10 <= apart <= 13 and one.year < _LAST_JULIAN) or (begun and abs(one.year - other.year) == 1)
