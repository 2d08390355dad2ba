"""Page numbers that run backwards.

Example:  <pb n="272"/> … <pb n="271"/>
Cure:     correct @n, or move the page break

Pages of several editions (@ed) are several sequences. Labels that are no numbers (iv, 4a) are not compared, and page 1
may begin a new sequence.
"""

from __future__ import annotations

from collections.abc import Iterator

from teiencode.diagnostic import Diagnostic
from teiencode.validation.checks.index import Index
from teiencode.validation.codes import PAGE_ORDER


def check_pages(index: Index) -> Iterator[Diagnostic]:
    """A finding at each page whose number is lower than that of the page before in its sequence."""
    before: dict[tuple[str | None, str | None], int] = {}
    for element in index.named("pb"):
        written = str(element.get("n", ""))
        sequence = (element.get("ed"), element.get("edRef"))
        if not (written.isascii() and written.isdecimal()):
            continue
        number = int(written)
        last = before.get(sequence)
        if last is not None and number < last and number > 1:
            message = f"Page {number} follows page {last}."
            cures = (f'Write n="{last + 1}", if this is the next page.', "Correct @n, or move the page break.")
            yield index.document.finding(PAGE_ORDER, element, index.document.attribute(element, "n"), message, cures)
            continue  # the sequence goes on from the page before, so that one wrong number is one finding
        before[sequence] = number
