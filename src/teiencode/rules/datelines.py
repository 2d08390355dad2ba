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

from collections.abc import Iterator, Mapping

from teiencode.dates import read_dateline
from teiencode.dates.dateline import Piece
from teiencode.profile import Profile
from teiencode.reading import Evidence, Reading, View
from teiencode.rules.handling_lines import is_handling
from teiencode.rules.heads import opening_blocks
from teiencode.solve import evidence

KINDS: Mapping[str, str] = {"placeName": "place", "date": "date", "time": "time"}
DIRECTLY_UNDER = 4.0
FARTHER_DOWN = -4.0
PIECE_SURE = 6.0


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a reading for each block of the opening that reads as a place and a date."""
    between = 0
    for block in opening_blocks(view):
        words = view.block_text(block)
        found = read_dateline(words)
        if found is not None:
            reasons = (
                Evidence("the words fit a dateline", 8.0 * found.fit - 3.0),
                Evidence("blocks between it and the head", DIRECTLY_UNDER if not between else FARTHER_DOWN * between),
            )
            inner = tuple(_piece(piece, block.start) for piece in found.pieces)
            yield Reading("dateline", block.start, block.end, "datelines", reasons, inner=inner)
        elif not is_handling(words):
            between += 1


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
