"""Signatures: the short last block of a document is the name of who signed it, with his title under it.

Source:  A Telegram

         We agree.

         G. Frederick Reinhardt
         Ambassador
TEI:     <closer><signed>G. Frederick Reinhardt<lb/>Ambassador</signed></closer>
Not:     `[Here follows …]`, `cc: …`, `Attachment`, `[signed] X`, a notice of a name withheld, a last sentence
Codes:   none
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiencode.profile import Profile
from teiencode.reading import Block, Evidence, Reading, View
from teiencode.rules.notes import notes_at_end
from teiencode.rules.page_breaks import is_page_mark

LONGEST_LINE = 80
MOST_LINES = 40

WORD = (
    r"(?:(?:[dlDO]['’]|Mc|Mac|St\. )?[A-ZÀ-Þ][\w.’'-]{0,20}|[A-Z]\.|[A-Z]{2,5}"
    r"|(?:Mc)?[A-Z]\.(?:[A-Z]\.){0,3}|de|von|van|der|la|du)"
)
NAME = re.compile(rf"\[?{WORD}(?:[ ]{{0,2}}{WORD}){{0,4}}(?:, (?:Jr|Sr)\.?|, I{{1,3}})?\.?\]?[ ]?(?:[0-9]{{1,3}}|[*†‡§])?")
JOINING = r"(?:of|the|for|and|to|in|on|&)"
TITLE = re.compile(rf"(?:[A-Z(][\w.’'-]*\)?|{JOINING}|[a-z]{{2,3}})(?:,? (?:[A-Z(][\w.’'/&–-]*\)?|{JOINING})){{0,9}}[0-9]{{0,2}}")
NO_NAME = re.compile(
    r"(?:cc|bcc|copy|copies|attachments?|enclosures?|tab|annex|appendix|approved?|disapproved?|distribution|approval|page|secret"
    r"|confidential|top|end|signed|washington|undated|recommendations?|conclusions?|here|omitted|editorial|note|notes)\b",
    re.IGNORECASE,
)


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a reading for the last block before the notes where it is a name; several names one after another all sign."""
    notes = notes_at_end(view)
    end = notes[0].first if notes else len(view.lines)
    for block in reversed(view.blocks):
        if block.first >= end or is_page_mark(view.block_text(block)):
            continue
        last = min(block.last, end - 1)
        if not _is_name(view, block, last):
            return
        yield Reading(
            "signature",
            block.start,
            view.lines[last].end,
            "signatures",
            (Evidence("a name in the last block", 6.0),),
        )


def _is_name(view: View, block: Block, last: int) -> bool:
    first, *titles = [view.line_text(line) for line in view.lines[block.first : last + 1]]
    if len(titles) > MOST_LINES or any(len(line) > LONGEST_LINE for line in (first, *titles)):
        return False
    if NO_NAME.match(first.lstrip("[")) or NAME.fullmatch(first) is None:
        return False
    return all(TITLE.fullmatch(title) for title in titles)
