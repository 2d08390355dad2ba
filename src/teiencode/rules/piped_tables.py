"""Tables with pipes: lines whose cells stand between pipes, as machines write them.

Source:  | Town | Votes |
         | --- | ---: |
         | Lyme | 214 |
TEI:     <table rend="pipes">
         <row role="label"><cell>Town</cell><cell rend="right">Votes</cell></row>
         <row><cell>Lyme</cell><cell>214</cell></row> </table>
Not:     a line alone; lines with other numbers of cells, unless hyphens are drawn under the first; `|2|`
Codes:   none
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from teiencode.cells import PIPES, between_pipes, rules_under
from teiencode.profile import Profile
from teiencode.reading import Line, Reading, View
from teiencode.solve import evidence

ROW = re.compile(r"\|(?:[^|\n]*\|)+")
FEWEST_CELLS = 2


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a reading for each row, that of the labels with the line of hyphens under it."""
    if "|" not in view.text:
        return
    for block in view.blocks:
        run: list[Line] = []
        for line in view.block_lines(block):
            if ROW.fullmatch(view.text, line.start, line.end):
                run.append(line)
            else:
                yield from _rows(view.text, run)
                run = []
        yield from _rows(view.text, run)


def _rows(text: str, run: Sequence[Line]) -> Iterator[Reading]:
    """The rows of lines that stand under each other, each between pipes."""
    if len(run) < 2:
        return
    numbers = [len(between_pipes(text, line.start, line.end)) for line in run]
    if numbers[0] == numbers[1] and rules_under(text, run[1].start, run[1].end):
        reasons = evidence("labels between pipes, over hyphens", 9.0)
        yield Reading("row", run[0].start, run[1].end, "piped_tables", reasons, {"role": "label", "rend": PIPES})
        below = run[2:]
    elif min(numbers) < FEWEST_CELLS or len(set(numbers)) > 1:
        return
    else:
        below = run
    for line in below:
        yield Reading("row", line.start, line.end, "piped_tables", evidence("cells between pipes", 9.0), {"rend": PIPES})
