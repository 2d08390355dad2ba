"""Labelled lines: in a block without blank lines a number or a letter after an end point begins a new paragraph.

Source:  The Council agreed to raise the dues;
         (b) it asked the Treasurer to report in June.
TEI:     <p>The Council agreed to raise the dues;</p><p>(b) it asked the Treasurer to report in June.</p>
Not:     a figure at the start of a line in the middle of a sentence
Codes:   none
"""

from __future__ import annotations

from collections.abc import Iterator

from teiencode.line_shapes import LABEL_OF_LIST
from teiencode.profile import Profile
from teiencode.reading import Evidence, Reading, View
from teiencode.solve import ends_open
from teiencode.surroundings import surroundings


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a paragraph for each line inside a block that opens with a label where a sentence has ended before it."""
    around = surroundings(view, profile)
    for position, line in enumerate(view.lines):
        shape = around.shapes[position]
        if not shape.labelled or around.starts_block(position) or around.shapes[position - 1].opens:
            continue
        if LABEL_OF_LIST.match(view.text, line.start):
            reasons = (Evidence("a label after an end point", 2.5),)
            yield Reading("paragraph", line.start, line.end, "labelled_lines", reasons, opens=ends_open(view.text, line.end))
