"""Enclosures: a line that says no more than `Attachment`, `[Enclosure]` or `Tab A` opens the paper that was sent along.

Source:  5. Memorandum

         See what is attached.

         [Enclosure 1]

         The paper.
TEI:     <div type="enclosure"> <head>[Enclosure 1]</head> <p>The paper.</p> </div>
Not:     such a line with other words (`Attachment: Issues Paper`); one with nothing after it
Codes:   none
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiencode.profile import Profile
from teiencode.reading import Reading, View
from teiencode.rules.heads import head_blocks
from teiencode.rules.notes import notes_at_end
from teiencode.solve import evidence

LINE = re.compile(
    r"\[?(?:(?:Sub)?[Ee]nclosure|Attachment|Annex|Appendix|Tab)(?: (?:No\. )?(?:[0-9]{1,2}|[A-Z]|[IVX]{1,4}))?\]?"
    r"(?:[0-9]{1,3}|[*†‡§])?"
)


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a reading for each such line that stands alone between two blocks of the text."""
    notes = notes_at_end(view)
    end = notes[0].first if notes else len(view.lines)
    heads = head_blocks(view)
    for before, block, after in zip(view.blocks, view.blocks[1:], view.blocks[2:], strict=False):
        alone = block.first == block.last and after.first < end
        if alone and LINE.fullmatch(view.block_text(block)) and not (heads and before.end <= heads[-1].end):
            yield Reading("enclosure head", block.start, block.end, "enclosures", evidence("a line of its own", 6.0))
