"""Closers: who signed, and the operator's and handling lines under it.

Source:  They agreed to meet again on Friday.

         STEVENSON

         CTW/3

         Note: Passed White House, 4:35 p.m.
TEI:     <closer><signed>STEVENSON</signed>
         <seg type="operator">CTW/3</seg>
         <seg type="handling">Note: Passed White House, 4:35 p.m.</seg></closer>
Not:     a title in capitals with text under it; PRIORITY on a form
Codes:   none
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiencode.profile import Profile
from teiencode.reading import Evidence, Reading, View
from teiencode.surroundings import Surroundings, surroundings

NAME = re.compile(r"[A-Z][A-Za-z.'’-]+(?:,? (?:[A-Z][A-Za-z.'’-]*|de|van|von|la|le|Jr\.?)){0,3}")
OPERATOR = re.compile(r"[A-Za-z]{1,5}(?:[/:][A-Za-z]{0,4}){0,2}[/:]\d{0,3}[A-Za-z]{0,3}|NNNN?|END(?: OF MESSAGE)?|BT|#\d{4}")
HANDLING = re.compile(r"(?:note|advance cop(?:y|ies)|passed|relayed|repeated|received|correction|cfn)\b", re.IGNORECASE)
ENCLOSURE = re.compile(r"(?:enclosures?|attachments?|encls?\.?|tabs?)\b ?\(?(?:\d|:|as stated)", re.IGNORECASE)
DISTRIBUTION = re.compile(r"(?:cc|copies to|copy to|distribution|bcc|info copies)\b ?:", re.IGNORECASE)
MOST_WORDS = 4


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield signatures for names alone near the end of a document, and for the lines of handling under them."""
    around = surroundings(view, profile)
    for block in view.blocks:
        shape = around.shapes[block.first]
        if (around.running[block.first] and shape.words > 14) or around.front[block.first] or not shape.bare:
            continue
        if block.first == block.last:
            yield from _name(around, block.first)
        yield from _under(around, block.first, block.last)


def _name(around: Surroundings, position: int) -> Iterator[Reading]:
    view, shape = around.view, around.shapes[position]
    if around.marking(position):
        return
    if not 1 <= shape.words <= MOST_WORDS or NAME.fullmatch(shape.bare) is None:
        return
    if around.next_running[position] < len(around.shapes) and not _ends_document(around, position):
        return
    reasons = [Evidence("a name alone after the text", 2.0)]
    if around.next_running[position] == len(around.shapes):
        reasons.append(Evidence("no text follows", 2.0))
    if shape.capitals and shape.words == 1:
        reasons.append(Evidence("one word in capitals", 1.0))
    if around.previous_running[position] == position - 1:
        reasons.append(Evidence("text stands just before", 1.0))
    line = view.lines[position]
    yield Reading("signature", line.start, line.end, "closers", tuple(reasons))


def _ends_document(around: Surroundings, position: int) -> bool:
    """Whether a document ends here, because another one's form stands before the next text."""
    return any(around.front[position : around.next_running[position]])


def _under(around: Surroundings, first: int, last: int) -> Iterator[Reading]:
    view, shape = around.view, around.shapes[first]
    start, end = view.lines[first].start, view.lines[last].end
    if first == last and OPERATOR.fullmatch(shape.bare):
        yield Reading("operator", start, end, "closers", (Evidence("an operator's initials", 2.5),))
    elif HANDLING.match(shape.bare):
        reasons = [Evidence("words of handling", 1.0)]
        if not around.running[first] or around.next_running[first] == len(around.shapes):
            reasons.append(Evidence("after the text", 1.0))
        yield Reading("closing handling", start, end, "closers", tuple(reasons))
    elif ENCLOSURE.match(shape.bare):
        yield Reading("enclosure line", start, end, "closers", (Evidence("names an enclosure", 2.0),))
    elif DISTRIBUTION.match(shape.bare):
        yield Reading("distribution", start, end, "closers", (Evidence("names who had copies", 3.0),))
