"""Quotations set apart: paragraphs that each open with a quotation mark, of which only the last closes it.

Source:  5. Telegram

         The note reads:

         “The talks are open.

         “They end in May.”
TEI:     <quote><p>“The talks are open.</p> <p>“They end in May.”</p></quote>
Not:     words quoted in one paragraph; paragraphs that are each closed, as where several people speak
Codes:   none
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiencode.profile import Profile
from teiencode.reading import Block, Reading, View
from teiencode.rules.archive_notes import end_of_text
from teiencode.rules.page_breaks import is_page_mark
from teiencode.solve import GOES_ON, evidence

CLOSED = re.compile(r"”[\d*†‡§.,;:)\]]{0,5}$")
"""A paragraph's end with the closing mark, and the number of a note behind it."""


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a reading for each paragraph of a quotation of two paragraphs or more; page marks may stand between them."""
    end = end_of_text(view)
    run: list[Block] = []
    for block in view.blocks:
        if block.last >= end:
            return
        words = view.block_text(block)
        if is_page_mark(words):
            continue
        if not words.startswith("“") or "\t" in words:
            run = []
            continue
        run.append(block)
        if words.count("“") > words.count("”"):
            continue
        if len(run) > 1 and CLOSED.search(words):
            yield from map(_reading, run)
        run = []


def _reading(block: Block) -> Reading:
    weight = 2.0 + GOES_ON * (block.last - block.first)
    return Reading("quoted paragraph", block.start, block.end, "quotations", evidence("a quotation that goes on", weight))
