"""Dates: forms that exclude each other, ends before beginnings, days that no calendar has.

Example:  <date from="1962-10-28" to="1962-10-27">
Cure:     exchange the two
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from teiencode.diagnostic import Diagnostic
from teiencode.validation import moments
from teiencode.validation.checks.index import Index
from teiencode.validation.codes_of_checks import DATE_FORMS, DATE_IMPOSSIBLE, DATE_ORDER
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


def _impossible(index: Index, element: etree._Element, written: dict[str, str]) -> Iterator[Diagnostic]:
    for name, value in written.items():
        text = " ".join(value.split())
        if _RUN_TOGETHER.fullmatch(text) or not any(read(text) is not None for read in moments.READERS.values()):
            from teiencode.validation.datatype_words import DATE_FORMS_IN_WORDS
            from teiencode.validation.impossible_days import why_impossible
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
        if first in written and last in written and _is_before(written[last], written[first]):
            message = f"{last} ({written[last]}) of <{tag}> is before {first} ({written[first]})."
            cures = (f'Exchange the two: {first}="{written[last]}" {last}="{written[first]}".', "Correct one of the two dates.")
            yield document.finding(DATE_ORDER, element, document.attribute(element, last), message, cures)


def _is_before(one: str, other: str) -> bool:
    """Whether one date is before another of the same form."""
    for read in moments.READERS.values():
        first, second = read(one), read(other)
        if first is not None and second is not None:
            return moments.compare(first, second) == -1
    # Of dates of different length that part is compared which both have: 1962 and 1963-04.
    length = min(len(one), len(other), len("1962-10-27"))
    return one[:4].isdecimal() and other[:4].isdecimal() and length in (4, 7, 10) and one[:length] < other[:length]
