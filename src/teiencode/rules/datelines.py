"""Datelines: where and when a document was written, in a block under its head.

Source:  A Telegram

         Washington, May 25, 1978, 4 p.m.

         Eyes only.
TEI:     <opener><dateline><placeName>Washington</placeName>, <date when="1978-05-25T16:00:00">May 25, 1978, 4
         p.m.</date></dateline></opener>
Not:     the date in a heading; a sentence that begins with a day; a letterhead within the text
Codes:   none
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from teiencode.dates import read_dateline
from teiencode.dates.dateline import Dateline, Piece
from teiencode.profile import Profile
from teiencode.reading import Evidence, Reading, View
from teiencode.rules.handling_lines import is_handling, is_symbol
from teiencode.rules.heads import is_given_as_typed, opening_blocks
from teiencode.rules.page_breaks import without_page_marks
from teiencode.solve import GOES_ON, evidence

KINDS: Mapping[str, str] = {"placeName": "place", "date": "date", "time": "time"}
PIECE_SURE = 6.0

FIT = 8.0
FIT_EXPECTED = -3.0
DIRECTLY_UNDER = 4.0
EACH_BLOCK_BETWEEN = -2.0
DATE_ALONE = -4.0
SECOND = -8.0
AS_TYPED = -12.0
MOST_BETWEEN = 3
"""Blocks between the head and a dateline: more cannot be made up for."""
SENTENCE = re.compile(r"\s[a-z’]{2,}(?:\s\S+)*[.?!]”?(?:\d{1,3})?$")
"""A sentence of the text: no dateline stands under one."""
RECEIVED = re.compile(r"\[Received [^\[\]\n]{3,60}\]\.?\d{0,2}")
"""When the paper came in, on a line of its own."""
RECEIPT = 8.0
MAY_DATE = re.compile(r"[0-9]|ndated|\bdate\b|\bn\. ?d\.", re.IGNORECASE)


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a reading for each block of the opening that reads as a place and a date."""
    between = 0
    second = False
    as_typed = is_given_as_typed(view)
    for block in opening_blocks(view):
        if between > MOST_BETWEEN:
            return
        words = without_page_marks(view.block_text(block))
        if second and RECEIVED.fullmatch(words):
            yield Reading("dateline", block.start, block.end, "datelines", evidence("the receipt, under a dateline", RECEIPT))
            continue
        found = read_dateline(words) if MAY_DATE.search(words) else None
        if found is None:
            if SENTENCE.search(words):
                return
            between += not (is_handling(words) or is_symbol(words))
            continue
        reasons = [
            Evidence("the words fit a dateline", FIT * found.fit + FIT_EXPECTED),
            Evidence("its lines belong together", GOES_ON * (block.last - block.first)),
        ]
        if between:
            reasons.append(Evidence("blocks between it and the head", EACH_BLOCK_BETWEEN * between))
            if found.place is None:
                reasons.append(Evidence("a date with no place, within the text", DATE_ALONE))
        else:
            reasons.append(Evidence("directly under the head", DIRECTLY_UNDER))
        if as_typed:
            reasons.append(Evidence("an edition that sets no dateline apart", AS_TYPED))
        if second:
            reasons.append(Evidence("a dateline above it", SECOND))
        inner = pieces_at(found, block.start)
        yield Reading("dateline", block.start, block.end, "datelines", tuple(reasons), inner=inner)
        second = True
        between += 1


def pieces_at(dateline: Dateline, start: int) -> tuple[Reading, ...]:
    """The place, the date and the times of a dateline whose words begin at offset `start`, as readings inside it."""
    return tuple(_piece(piece, start) for piece in dateline.pieces)


def _piece(piece: Piece, start: int) -> Reading:
    first, after = piece.span
    return Reading(
        KINDS[piece.kind],
        start + first,
        start + after,
        "datelines",
        evidence("a part of a dateline", PIECE_SURE),
        dict(piece.attributes),
    )
