"""Heads: the first block that is no page mark and no archive's number is the document's heading.

Source:  127. Telegram From the Department of State to the U.S. Interests Section in Cuba

         Eyes only.
TEI:     <div type="document" n="127" xml:id="d127"> <head>127. Telegram From the Department of State to the U.S. Interests
         Section in Cuba</head>
Not:     the first paragraph of a text that has no heading: a long one, or one that ends like a sentence
Codes:   TE101 head-missing
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiencode.diagnostic import Code, Diagnostic
from teiencode.profile import Profile
from teiencode.reading import Block, Evidence, Reading, View
from teiencode.rules.archive_notes import is_archive_note
from teiencode.rules.notes import OPENING
from teiencode.rules.page_breaks import is_page_mark

LONGEST = 700
LONG = 400
REACH = 6
"""How many blocks from the text's start the head can be."""

NUMBERED = re.compile(r"([0-9]{1,5}[a-z]?)\. (?=[^\W\d_]|\[)")

HEAD_MISSING = Code(
    "TE101",
    "head-missing",
    "structure",
    "info",
    "No block at the start of the text can be its heading, so the document has none.",
    "Nothing to do where the page has no heading; else put it in a block of its own before the text.",
)
CODES = (HEAD_MISSING,)


def document_number(head: str) -> str | None:
    """The number with which a document's heading begins (`127` of `127. Telegram From …`), or None."""
    found = NUMBERED.match(head)
    return found[1] if found else None


def head_blocks(view: View) -> Iterator[Block]:
    """The blocks that may be the head: the first that is no page mark, and where an archive's number it may be, the next."""
    for block in view.blocks[:REACH]:
        words = view.block_text(block)
        if is_page_mark(words):
            continue
        if len(words) > LONGEST or OPENING.match(view.text, view.lines[block.first].line_start) or block.last - block.first > 3:
            return
        yield block
        if not is_archive_note(words):
            return


def propose_lines(view: View, profile: Profile) -> Iterator[Reading | Diagnostic]:
    """Yield a reading for each block that may be the head; the solver takes one."""
    proposed = False
    for block in head_blocks(view):
        words = view.block_text(block)
        found = [Evidence("a first block", 8.0)]
        if NUMBERED.match(words):
            found.append(Evidence("a document's number before it", 4.0))
        if len(words) > LONG:
            found.append(Evidence("long for a heading", -4.0))
        proposed = True
        yield Reading("head", block.start, block.end, "heads", tuple(found))
    if not proposed and view.blocks:
        yield HEAD_MISSING.at((view.blocks[0].start, view.blocks[0].start), "the text begins with no heading")
