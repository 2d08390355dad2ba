"""Tables: @rows and @cols that lie, and rows with a cell too few or too many.

Example:  <table rows="3" cols="2"> with two rows
Cure:     correct the number, or remove the attribute

A row of labels at the top may be counted or not.

A table in which a cell spans rows is not measured. A row is odd only where the table says how many columns it has, or where all
other rows, two at least, agree; where it does not, a first row of one cell is a title.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from teiencode.diagnostic import Diagnostic
from teiencode.validation.checks.index import TEI, Index
from teiencode.validation.checks.whole_numbers import whole_number
from teiencode.validation.codes_of_checks import TABLE_SIZE, TABLE_WIDTH

if TYPE_CHECKING:
    from lxml import etree


def check_tables(index: Index) -> Iterator[Diagnostic]:
    """Findings at attributes of tables that say another size, and at rows of another width."""
    for table in index.named("table"):
        rows = table.findall(f"{TEI}row")
        if not rows:
            continue
        stated = whole_number(table.get("rows"))
        # Some editors do not count the row of labels above the others.
        labels = len(list(takewhile(lambda row: row.get("role") == "label", rows)))
        if stated is not None and stated not in (len(rows), len(rows) - labels):
            yield _lie(index, table, "rows", stated, len(rows), "row")
        cells = [row.findall(f"{TEI}cell") for row in rows]
        if any(cell.get("rows") for row in cells for cell in row):
            continue
        widths = [sum(whole_number(cell.get("cols")) or 1 for cell in row) for row in cells]
        columns = whole_number(table.get("cols"))
        if columns is not None and columns not in widths and len(widths) > 0:
            yield _lie(index, table, "cols", columns, max(widths), "column")
            columns = None
        yield from _odd_rows(index, rows, widths, columns)


def _lie(index: Index, table: etree._Element, attribute: str, stated: int, real: int, what: str) -> Diagnostic:
    message = f"The table says {stated} {what}s ({attribute}) and has {real}."
    cures = (f'Write {attribute}="{real}".', f"Remove {attribute}.")
    return index.document.finding(TABLE_SIZE, table, index.document.attribute(table, attribute), message, cures)


def _odd_rows(index: Index, rows: list[etree._Element], widths: list[int], columns: int | None) -> Iterator[Diagnostic]:
    odd = [number for number, width in enumerate(widths) if columns is not None and width != columns]
    if columns is None:
        times = Counter(widths)
        is_one_odd = len(times) == 2 and len(widths) > 2
        odd = [number for number, width in enumerate(widths) if is_one_odd and times[width] == 1]
    for number in odd:
        wanted = columns if columns is not None else widths[number - 1]
        if number == 0 and widths[0] == 1 and columns is None:
            continue
        message = f"This row has {widths[number]} columns, and the table has {wanted}."
        cures = ("Add the cells that are missing, empty ones too.", "Say cols on a cell that spans several columns.")
        if widths[number] > wanted:
            cures = ("Remove the cell that is too many.", "Correct cols of the table or of a cell.")
        yield index.document.finding(TABLE_WIDTH, rows[number], index.document.start_tag(rows[number]), message, cures)
