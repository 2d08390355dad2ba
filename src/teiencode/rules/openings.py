"""The opening of a document: the blocks between its head and its first paragraph, where datelines and handling lines stand."""

from __future__ import annotations

from collections.abc import Iterator

from teiencode.reading import Block, View
from teiencode.rules.archive_notes import is_archive_note
from teiencode.rules.heads import head_blocks
from teiencode.rules.page_breaks import is_page_mark

LONGEST_LINE = 120
REACH = 14
"""How many blocks from the text's start an opening can hold."""


def blocks_under_the_head(view: View) -> Iterator[Block]:
    """The first blocks under the head, in order, without page marks and archive notes, as long as they are short."""
    heads = list(head_blocks(view))
    if not heads:
        return
    head = heads[-1]
    for block in view.blocks[:REACH]:
        if block.start <= head.start:
            continue
        words = view.block_text(block)
        if is_page_mark(words) or is_archive_note(words):
            continue
        if len(words) > LONGEST_LINE:
            return
        yield block
