"""Page numbers that run backwards, or come twice.

Example:  <pb n="272"/> … <pb n="271"/>
Cure:     correct @n, or move the page break

Pages of several editions (@ed, @source, @type) are several sequences, and so are those of several texts in a corpus or a group.
Labels that are no numbers (iv, 4a) are not compared. Page 1 may begin a new sequence (an enclosure has pages of its own), and so
may a division of which two numbers came before (a translation beside its original, a part with pages of its own). A number
between two that leave room for one other is misread, and that one is meant. As few pages as possible are held to be wrong: where
one number is too high it is that one, and not all that follow. Pages that go on from a wrong one are not told again. A page may
turn in a note and in the text beside it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from teiencode.diagnostic import Diagnostic
from teiencode.validation.checks.index import TEI, Index
from teiencode.validation.checks.sequences import misread
from teiencode.validation.checks.whole_numbers import whole_number
from teiencode.validation.codes_of_checks import PAGE_ORDER, PAGE_TWICE

if TYPE_CHECKING:
    from lxml import etree

_OF_EDITIONS = ("ed", "edRef", "source", "type")
"""Attributes that say whose pages these are."""

_OFTEN = 3
"""Of so many pages one comes twice where they are counted so."""

_Row = list[tuple["etree._Element", int]]
"""Page breaks with their numbers."""


def check_pages(index: Index) -> Iterator[Diagnostic]:
    """A finding at each page whose number does not fit between those about it."""
    for pages in _of_editions(index):
        numbers = [number for _, number in pages]
        meant = misread(numbers)
        for at, right in meant.items():
            yield _misread(index, pages, at, right)
        told = {id(pages[at][0]) for at in meant}
        for row in _rows([(element, meant.get(at, number)) for at, (element, number) in enumerate(pages)]):
            yield from _backwards(index, row, told)
        again = list(_twice(index, pages, meant))
        # Where every page comes twice, as its two sides, that is how they are counted.
        yield from again if len(again) < 2 or _OFTEN * len(again) < len(pages) else ()


def _misread(index: Index, pages: _Row, at: int, right: int) -> Diagnostic:
    """The finding at a number in the place of which its neighbours leave room for one other."""
    element, number = pages[at]
    code, message = PAGE_ORDER, f"Page {number} stands before page {pages[at + 1][1]}."
    if number in (right - 1, right + 1):
        code, message = PAGE_TWICE, f"Page {number} comes twice in a row."
    elif at:
        message = f"Page {number} stands between the pages {right - 1} and {right + 1}."
    cures = (f'Write n="{right}".', "Correct @n, or move the page break.")
    return index.document.finding(code, element, index.document.attribute(element, "n"), message, cures)


def _backwards(index: Index, row: _Row, told: set[int]) -> Iterator[Diagnostic]:
    """Findings in a row of pages that should rise. `told`: the elements of which something has been said."""
    kept = _rising([number for _, number in row])
    ordered = sorted(kept)
    last: int | None = None
    for at, (element, number) in enumerate(row):
        if at in kept:
            last = number
            continue
        if id(element) in told or (at - 1 not in kept and at and number == row[at - 1][1] + 1):
            continue
        if last is not None and number < last:
            message, right = f"Page {number} follows page {last}.", last + 1
        else:
            after = row[ordered[bisect_right(ordered, at)]][1]
            message, right = f"Page {number} stands before page {after}.", after - 1 if last is None else last + 1
        cures: tuple[str, ...] = (f'Write n="{right}", if this is the next page.', "Correct @n, or move the page break.")
        if at and row[at - 1][1] == number + 1:
            cures = (f'Exchange the two: n="{number}" on the page before, n="{number + 1}" here.', *cures)
        yield index.document.finding(PAGE_ORDER, element, index.document.attribute(element, "n"), message, cures)


def _twice(index: Index, pages: _Row, meant: dict[int, int]) -> Iterator[Diagnostic]:
    """Findings at pages that bear the number of the one before; `meant`: what was to stand where a number was misread."""
    for at, ((before, _), (element, number)) in enumerate(pairwise(pages), 1):
        alike = meant.get(at - 1, pages[at - 1][1]) == meant.get(at, number)
        # Two enclosures of one page each have two pages 1.
        if not alike or number == 1 or _in_note(before) is not _in_note(element):
            continue
        message = f"Page {number} comes twice in a row."
        cures = (f'Write n="{number + 1}", if this is the next page.', "Remove this page break, if the page does not begin here.")
        yield index.document.finding(PAGE_TWICE, element, index.document.attribute(element, "n"), message, cures)


def _in_note(element: etree._Element) -> bool:
    return next(element.iterancestors(f"{TEI}note"), None) is not None


def _of_editions(index: Index) -> Iterator[_Row]:
    """The numbered pages of each edition, in the order of the file."""
    editions: dict[tuple[object, ...], _Row] = defaultdict(list)
    for element in index.named("pb"):
        number = whole_number(element.get("n"))
        if number is not None:
            text = next(element.iterancestors(f"{TEI}text"), None)
            editions[text, *(element.get(name) for name in _OF_EDITIONS)].append((element, number))
    yield from editions.values()


def _rows(pages: _Row) -> Iterator[_Row]:
    """The pages from a page 1 to the next; a page 0 is the first where page 1 follows it. 2, 1, 3 are no two sequences.

    A division of which two numbers came before is counted by itself, or has the same pages in another language.
    """
    numbers = [number for _, number in pages]
    row: _Row = []
    seen: set[int] = set()
    for at, (element, number) in enumerate(pages):
        following = numbers[at + 1 : at + 2]
        is_first = number == 1 and not (at == 1 and numbers[:3] == [2, 1, 3])
        if row and (is_first or (number == 0 and following == [1]) or _is_counted_anew(pages, at, seen)):
            yield row
            row, seen = [], set()
        row.append((element, number))
        seen.add(number)
    yield row


def _is_counted_anew(pages: _Row, at: int, seen: set[int]) -> bool:
    """Whether a division begins with this page, which goes back, and two of its numbers at least are `seen`: it was not moved."""
    if not _begins_division(pages, at) or pages[at][1] > pages[at - 1][1]:
        return False
    division = _division(pages[at][0])
    inside = takewhile(lambda page: _division(page[0]) is division, (pages[each] for each in range(at, len(pages))))
    return len(seen.intersection(number for _, number in inside)) > 1


def _begins_division(pages: _Row, at: int) -> bool:
    """Whether a page stands in another division than the one before."""
    return at > 0 and _division(pages[at][0]) is not _division(pages[at - 1][0])


def _division(element: etree._Element) -> etree._Element | None:
    return next(element.iterancestors(f"{TEI}div"), None)


def _rising(numbers: Sequence[int]) -> set[int]:
    """The places of the numbers that rise: those that are not below one before, unless more are kept otherwise."""
    kept: list[int] = []
    for at, number in enumerate(numbers):
        if not kept or number >= numbers[kept[-1]]:
            kept.append(at)
    # The longest rising sequence: `lowest[n]` is the lowest number in which one of n + 1 numbers may end.
    lowest: list[int] = []
    places: list[int] = []
    before: list[int | None] = []
    for at, number in enumerate(numbers):
        length = bisect_right(lowest, number)
        before.append(places[length - 1] if length else None)
        lowest[length : length + 1] = [number]
        places[length : length + 1] = [at]
    if len(kept) == len(lowest):
        return set(kept)
    longest: set[int] = set()
    at_end: int | None = places[-1]
    while at_end is not None:
        longest.add(at_end)
        at_end = before[at_end]
    return longest
