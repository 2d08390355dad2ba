"""Numbered lists: lines that begin with the numbers 1, 2, 3 in order.

Source:  Bring:

         1. a rope
         2. a lamp
TEI:     <list rend="numbered"> <item n="1">a rope</item> <item n="2">a lamp</item> </list>
Not:     1914. The war; a single `1.`; numbers out of order
Codes:   none
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiencode.profile import Profile
from teiencode.reading import Line, Reading, View
from teiencode.solve import evidence

NUMBER = re.compile(r"(\d{1,3})([.)])[ \t]+(?=\S)")
REND = {".": "numbered", ")": "numbered-bracket"}


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a reading for each item of a run of two or more that begins with 1 (or 0) and counts on.

    Between two items may stand only lines that belong to the first one's block.
    """
    first_of_block = {block.first for block in view.blocks}
    run: list[tuple[Line, re.Match[str]]] = []
    for position, line in enumerate(view.lines):
        found = NUMBER.match(view.text, line.start, line.end)
        if found is None:
            if position in first_of_block:
                yield from _items(run)
                run = []
        elif run and int(found[1]) == int(run[-1][1][1]) + 1 and found[2] == run[-1][1][2]:
            run.append((line, found))
        else:
            yield from _items(run)
            run = [(line, found)] if found[1] in ("0", "1") else []
    yield from _items(run)


def _items(run: list[tuple[Line, re.Match[str]]]) -> Iterator[Reading]:
    if len(run) < 2:
        return
    for line, found in run:
        attributes = {"rend": REND[found[2]], "n": found[1]}
        reasons = evidence("numbers in order", 8.0)
        yield Reading("item", line.start, line.end, "numbered_lists", reasons, attributes, content=(found.end(), line.end))
