"""Recurring lines: furniture that no table knows, found by its place, its shape and its coming again.

Source:  The delegates of both sides reached no agreement on the wording of

         ZONAL ARCHIVE 77/4

         the second article, which they left to the next of their meetings.
TEI:     <fw type="footer" place="bottom">ZONAL ARCHIVE 77/4</fw>
         <pb n="2" cert="medium" resp="#teiencode"/>the second article
Not:     the form, captions and signature that recur because two documents are in one file
Codes:   none
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from teiencode.furniture import aside, foot, top
from teiencode.profile import Profile
from teiencode.reading import Evidence, Reading, View
from teiencode.surroundings import LABEL_OF_LIST, Surroundings, surroundings

PAGE = re.compile(r"[-–—]{1,2} ?\d{1,3} ?[a-z]? ?[-–—]{1,2}|[Pp](?:age|\.) ?\d{1,3}|\d{1,3}\.?")
"""A page's number alone on its line."""
NUMBER = re.compile(r"\d+")
LONGEST = 90
FEWEST = 2


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a foot and a top for each short line that comes again, and for short lines that cut a sentence."""
    around = surroundings(view, profile)
    for positions in around.positions.values():
        inside = [position for position in positions if not around.front[position]]
        counts = _counts_upward(around, inside) if len(inside) > 1 else False
        if inside:
            yield from _symbols(around, [position for position in positions if around.front[position]])
        for position in inside:
            yield from _readings(around, position, len(positions), len(inside), counts)


def _symbols(around: Surroundings, positions: list[int]) -> Iterator[Reading]:
    """A paper's symbol on page 1, where it stands again at the top of later pages."""
    for position in positions:
        shape = around.shapes[position]
        if shape.words <= 5 and NUMBER.search(shape.bare) and not around.label(position) and around.alone(position):
            reasons = [Evidence("a symbol that comes again on later pages", 3.0)]
            yield aside(around.view, position, "recurring_lines", reasons, {"type": "header", "place": "top"})


def _readings(around: Surroundings, position: int, times: int, inside: int, counts: bool) -> Iterator[Reading]:
    shape = around.shapes[position]
    if LABEL_OF_LIST.match(shape.bare) or len(shape.bare) > LONGEST or (not shape.opens and inside < FEWEST):
        return
    reasons = []
    if counts:
        reasons.append(Evidence("comes again with a number that counts upward", 3.5))
    elif inside >= FEWEST:
        reasons.append(Evidence("comes again", min(3.0, 0.8 * (times - 1))))
    cuts = around.cuts(position)
    if cuts:
        reasons.append(Evidence("a sentence is cut here", 1.5 * cuts))
    if not reasons:
        return
    if shape.lower_start:
        reasons.append(Evidence("starts in lower case", -2.0))
    if _beside_mark(around, position):
        reasons.append(Evidence("beside a known mark", 1.5))
    elif not around.alone(position) and _beside_text(around, position):
        reasons.append(Evidence("in a block of running text", -4.0))
    reasons.append(Evidence("no known mark", -1.5))
    before, after = around.stretch(position)
    first = [*reasons, Evidence("nearer to the text before", 0.5)] if position - before < after - position else reasons
    yield foot(around.view, position, "recurring_lines", first, "footer")
    last = [*reasons, Evidence("nearer to the text after", 0.5)] if position - before > after - position else reasons
    yield top(around.view, position, "recurring_lines", last, "header")


def _beside_mark(around: Surroundings, position: int) -> bool:
    others = [other for other in (position - 1, position + 1) if 0 <= other < len(around.shapes)]
    return any(
        around.marking(other) or around.is_short_mark(other) or PAGE.fullmatch(around.shapes[other].bare) for other in others
    )


def _beside_text(around: Surroundings, position: int) -> bool:
    return around.block_runs[around.block_of[position]]


def _counts_upward(around: Surroundings, positions: list[int]) -> bool:
    """Whether one of the numbers in lines that are otherwise alike grows by one from line to line."""
    rows = [[int(number[:9]) for number in NUMBER.findall(around.shapes[position].bare)] for position in positions]
    if not rows[0] or any(len(row) != len(rows[0]) for row in rows):
        return False
    for column in zip(*rows, strict=True):
        steps = [after - before for before, after in itertools.pairwise(column)]
        if sum(1 for step in steps if step in (1, 2)) >= 0.6 * len(steps):
            return True
    return False
