"""Checkboxes: a printed box, ticked or not, with the words beside it.

Source:  ☒ RELEASE ☐ EXCISE
TEI:     <ab type="field"><metamark function="checkbox" rend="checked">☒</metamark> <label>RELEASE</label> <metamark
         function="checkbox" rend="unchecked">☐</metamark> <label>EXCISE</label></ab>
Not:     [x] in running text; a box in the middle of a long line
Codes:   none

The words of a box are those after it, or those before it where the line ends with a box.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiencode.profile import Profile
from teiencode.reading import Line, Reading, View
from teiencode.solve import evidence

CHECKED, BOXES = "☒☑", "☐☒☑"
BOX = re.compile(f"[{BOXES}]")
WORDS = re.compile(rf"[^\s_{BOXES}](?:[^\n_{BOXES}]{{0,80}}[^\s_{BOXES}])?")
BLANK = "___"
SHORT = 100
"""A line of a form with a box in it is no longer than this, in characters, unless the box begins or ends it."""
PRINTED_NAME = re.compile(r"[^:]{1,40}:")


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a field for each run of lines of one block that hold boxes, lines with blanks after them included."""
    if BOX.search(view.text) is None:
        return
    for block in view.blocks:
        run: list[Line] = []
        for line in view.block_lines(block):
            if _is_of_boxes(view.line_text(line), after_boxes=bool(run)):
                run.append(line)
            elif run:
                yield _field(run)
                run = []
        if run:
            yield _field(run)


def _is_of_boxes(line: str, *, after_boxes: bool) -> bool:
    if BOX.search(line) is None:
        return after_boxes and BLANK in line
    return len(line) <= SHORT or line[0] in BOXES or line[-1] in BOXES


def _field(lines: list[Line]) -> Reading:
    return Reading("field", lines[0].start, lines[-1].end, "checkboxes", evidence("boxes", 6.0 * len(lines)))


def propose_inline(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a reading for each box, and one for the words that belong to it."""
    boxes_of: dict[Line, list[int]] = {}
    for found in view.matches(BOX):
        rend = "checked" if found[0] in CHECKED else "unchecked"
        yield Reading("checkbox", *found.span(), "checkboxes", evidence("a box", 10.0), {"rend": rend})
        boxes_of.setdefault(view.line_of(found.start()), []).append(found.start())
    for line, boxes in boxes_of.items():
        yield from _labels(view.text, line.line_start, line.line_end, boxes)


def _labels(text: str, start: int, end: int, boxes: list[int]) -> Iterator[Reading]:
    """The words between boxes, blanks and the ends of a line; what precedes the first box is a printed name or its words."""
    first = WORDS.search(text, start, boxes[0])
    before_their_boxes = first is not None and not text[boxes[-1] + 1 : end].strip()
    if first is not None and (before_their_boxes or PRINTED_NAME.fullmatch(first[0])):
        yield _label(first)
    for box, stop in zip(boxes, [*boxes[1:], end], strict=True):
        words = WORDS.search(text, box + 1, stop)
        if words is not None:
            yield _label(words)


def _label(words: re.Match[str]) -> Reading:
    return Reading("label", *words.span(), "checkboxes", evidence("words beside a box", 1.0))
