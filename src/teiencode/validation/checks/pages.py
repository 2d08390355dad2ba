"""Page numbers that run backwards.

Example:  <pb n="272"/> … <pb n="271"/>
Cure:     correct @n, or move the page break

Pages of several editions (@ed) are several sequences. Labels that are no numbers (iv, 4a) are not compared, and page 1
may begin a new sequence. As few pages as possible are held to be wrong: where one number is too high it is that one, and not
all that follow. Pages that go on from a wrong one are not told again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import count
from typing import TYPE_CHECKING

from teiencode.diagnostic import Diagnostic
from teiencode.validation.checks.index import Index
from teiencode.validation.codes import PAGE_ORDER

if TYPE_CHECKING:
    from lxml import etree

_Row = list[tuple["etree._Element", int]]
"""Page breaks with their numbers, from a page 1 to the next."""


def check_pages(index: Index) -> Iterator[Diagnostic]:
    """A finding at each page whose number does not fit between those about it."""
    for row in _rows(index):
        kept = _rising([number for _, number in row])
        wrong = sorted(set(range(len(row))) - kept)
        for at in wrong:
            element, number = row[at]
            if at - 1 not in kept and at and number == row[at - 1][1] + 1:
                continue
            last = next((row[each][1] for each in range(at - 1, -1, -1) if each in kept), None)
            if last is not None and number < last:
                message, right = f"Page {number} follows page {last}.", last + 1
            else:
                after = next(row[each][1] for each in count(at + 1) if each in kept)
                message, right = f"Page {number} stands before page {after}.", after - 1 if last is None else last + 1
            cures: tuple[str, ...] = (f'Write n="{right}", if this is the next page.', "Correct @n, or move the page break.")
            if at and row[at - 1][1] == number + 1:
                cures = (f'Exchange the two: n="{number}" on the page before, n="{number + 1}" here.', *cures)
            yield index.document.finding(PAGE_ORDER, element, index.document.attribute(element, "n"), message, cures)


def _rows(index: Index) -> Iterator[_Row]:
    rows: dict[tuple[str | None, str | None], list[_Row]] = defaultdict(list)
    for element in index.named("pb"):
        written = str(element.get("n", ""))
        if not (written.isascii() and written.isdecimal()):
            continue
        several = rows[element.get("ed"), element.get("edRef")]
        if not several or int(written) <= 1:
            several.append([])
        several[-1].append((element, int(written)))
    for several in rows.values():
        yield from several


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
