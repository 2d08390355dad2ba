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
from functools import lru_cache

from teiencode.dates import read_dateline
from teiencode.diagnostic import Code, Diagnostic
from teiencode.profile import Profile
from teiencode.reading import Block, Evidence, Reading, View
from teiencode.rules.archive_notes import is_archive_note
from teiencode.rules.notes import notes_at_end
from teiencode.rules.page_breaks import is_page_mark
from teiencode.solve import GOES_ON, evidence

LONGEST = 700
LONG = 400
REACH = 6
"""How many blocks from the text's start the head can be."""

OPENING_REACH = 14
LONGEST_OPENING = 300
"""How many blocks from the text's start an opening can hold, and how long each can be."""

NUMBER = r"[0-9]{1,5}[a-z]?"
NUMBERED = re.compile(rf"(?:({NUMBER})\. |\[({NUMBER})\.?\]\s|No\. ({NUMBER})\n)(?=[^\W\d_]|\[)")
NUMBER_ALONE = re.compile(rf"\[({NUMBER})\.?\]|No\. ({NUMBER})")
"""A document's number in a block of its own above the heading, as many volumes of the 1940s and 1950s have it."""

TWO_CALLS = re.compile(r"[a-zA-Z.,)\]’]12$")
"""The calls of notes 1 and 2 at the end of a heading."""

ENDS_DATED = re.compile(
    r",? (?:undated|[A-Z][a-z]+ \d{1,2}, \d{4}(?:, (?:\d{4}Z|[\d:–-]{1,11} [ap]\.m|noon|midnight))?)[.,]{0,2}"
    r"(?: \[[^\[\]]{3,40}\])?[.,]?\d{0,2}$"
)
"""A heading that ends with a day."""
OF_A_WRITER = re.compile(
    r"^(?!.*\b(?:Conversations?|Conference|Discussions?|Meetings?|Luncheon|Talks?)\b)"
    r".*\b(?:From|Prepared|Estimate|(?:Study|Decision|Action) Memorandum)\b",
    re.DOTALL,
)
"""A heading of a paper that says who wrote it; those of meetings say where and when in other editions too."""

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
    """The number with which a document's heading begins, or which stands alone above it; None where there is none.

    `127. Telegram From …`, `[127] Telegram From …`, `No. 127`.
    """
    found = NUMBERED.match(head) or NUMBER_ALONE.fullmatch(head)
    return next(number for number in found.groups() if number) if found else None


def without_number(head: str) -> str:
    """A document's heading without the number with which it begins."""
    found = NUMBERED.match(head)
    return head[found.end() :] if found else head


def is_number_alone(words: str) -> bool:
    """Whether words are a document's number and nothing else."""
    return NUMBER_ALONE.fullmatch(words) is not None


@lru_cache(maxsize=1)
def head_blocks(view: View) -> tuple[Block, ...]:
    """The blocks that may be the head: the first that is no page mark, and where an archive's number it may be, the next."""
    found: list[Block] = []
    notes = notes_at_end(view)
    end = notes[0].first if notes else len(view.lines)
    for block in view.blocks[:REACH]:
        last = min(block.last, end - 1)
        if last < block.first:
            break
        if last < block.last:
            block = block._replace(last=last, end=view.lines[last].end)
        words = view.block_text(block)
        if is_page_mark(words):
            continue
        if len(words) > LONGEST or last - block.first > 3 or "\t" in words:
            break
        found.append(block)
        if not is_archive_note(words) and (len(found) > 1 or not is_number_alone(words)):
            break
    return tuple(found)


@lru_cache(maxsize=1)
def opening_blocks(view: View) -> tuple[Block, ...]:
    """The first blocks under the head, without page marks and archive notes, as long as they are short.

    Datelines and handling lines stand there.
    """
    found: list[Block] = []
    heads = head_blocks(view)
    if not heads:
        return ()
    for block in view.blocks[:OPENING_REACH]:
        if block.start <= heads[-1].start:
            continue
        words = view.block_text(block)
        if is_page_mark(words) or is_archive_note(words):
            continue
        if len(words) > LONGEST_OPENING:
            break
        found.append(block)
    return tuple(found)


def is_given_as_typed(view: View) -> bool:
    """Whether the paper is of an edition whose headings give place and date, and call two notes, of source and of summary.

    There papers stand as they were typed: no dateline and no signature is set apart. Where place and day stand right under the
    heading of a meeting, they are.
    """
    heads = head_blocks(view)
    if not heads:
        return False
    words = view.block_text(heads[-1])
    if ENDS_DATED.search(words) is None:
        return False
    if OF_A_WRITER.match(words):
        return True
    labels = [note.label for note in notes_at_end(view)]
    return labels[:2] == ["1", "2"] and TWO_CALLS.search(words) is not None and not _has_dateline(view)


def _has_dateline(view: View) -> bool:
    """Whether place and day stand right under the heading."""
    found = [read_dateline(view.block_text(block)) for block in opening_blocks(view)[:1]]
    return any(dateline is not None and dateline.place is not None for dateline in found)


def propose_lines(view: View, profile: Profile) -> Iterator[Reading | Diagnostic]:
    """Yield a reading for each block that may be the head; the solver takes one."""
    proposed = False
    blocks = head_blocks(view)
    for block in blocks:
        words = view.block_text(block)
        found = [Evidence("a first block", 8.0)]
        if NUMBERED.match(words):
            found.append(Evidence("a document's number before it", 4.0))
        if len(words) > LONG:
            found.append(Evidence("long for a heading", -4.0))
        found.append(Evidence("its lines belong together", GOES_ON * (block.last - block.first)))
        proposed = True
        if block is not blocks[-1] and is_number_alone(words):
            yield Reading("head number", block.start, block.end, "heads", evidence("a document's number above its heading", 14.0))
        yield Reading("head", block.start, block.end, "heads", tuple(found))
    if not proposed and view.blocks:
        yield HEAD_MISSING.at((view.blocks[0].start, view.blocks[0].start), "the text begins with no heading")
