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
from collections.abc import Iterator, Sequence

from teiencode.profile import Profile
from teiencode.reading import Evidence, Reading, View
from teiencode.rules.notes import notes_at_end
from teiencode.rules.page_breaks import is_page_mark
from teiencode.solve import GOES_ON

LONGEST_LINE = 80
MOST_LINES = 40

LETTER = r"[\w.’'\[\]-]"
WORD = (
    rf"(?:(?:[dlDLO]['’]|Mc|Mac|St\. )?[A-ZÀ-Þ]{LETTER}{{0,24}}|[dlDL]['’][A-Z]\w{{1,20}}|\((?:[A-Z]\w{{1,12}})\)"
    rf"|[“\"][A-Z]\w{{1,12}}[”\"]|de|von|van|der|den|ten|la|le|du|da|dos|al|el|bin|ibn)"
)
NAME_END = r"(?:,? (?:Jr|Sr|Esq)\.?|,? I{1,3}|, 2d)?[.—]?[\])]?[ ]?(?:[0-9]{1,3}|[*†‡§])?"
NAME = re.compile(rf"(?:/s/ )?[\[(]?{WORD}(?: {{1,2}}{WORD}){{0,4}}{NAME_END}")
NAME_FOR_ANOTHER = re.compile(rf"\[?{WORD}(?: {WORD}){{1,4}} for {WORD}(?: {WORD}){{1,4}}{NAME_END}")
OFFICE = (
    r"(?:(?:Acting|Deputy|Assistant|Special|Executive|Under|Rear|Vice|Lieutenant|Brigadier|Major|First|Second|Third) )?"
    r"(?:Director|Chairman|Secretary|General|Admiral|Colonel|Captain|Major|Commander|Chief|Counselor|Ambassador|Minister"
    r"|President|Administrator|Assistant|Adviser|Representative|Officer)"
)
IN_WHOSE_NAME = re.compile(r"(?:For|By direction of|On behalf of) [A-Z\w][^.:]{2,60}:")
NAME_AND_RANK = re.compile(rf"{WORD}(?: {WORD}){{1,6}}, (?:U\.?S\.? ?)?[A-Z]\w{{1,12}}(?: [A-Z]\w{{1,12}})?{NAME_END}")
JOINING = r"(?:of|the|for|and|to|in|on|at|with|&)"
TITLE_WORD = r"[A-Z(“][\w.’'/&)(”-]*"
NAME_AND_OFFICE = re.compile(rf"{WORD}(?: {WORD}){{1,4}},? {OFFICE}(?:,? (?:{TITLE_WORD}|{JOINING})){{0,11}}[0-9]{{0,2}}")
TITLE = re.compile(rf"(?:{TITLE_WORD}|{JOINING})(?:,? (?:– )?(?:{TITLE_WORD}|{JOINING})){{0,11}}[.,]?[0-9]{{0,2}}")
NAMES = (NAME, NAME_AND_RANK, NAME_AND_OFFICE, NAME_FOR_ANOTHER)
NO_NAME = re.compile(
    r"(?:cc|bcc|copy|copies|attachments?|enclosures?|tab|annex|appendix|approved?|disapproved?|distribution|approval|page"
    r"|secret|confidential|top|end|signed|washington|undated|recommendations?|conclusions?|here|omitted|editorial|notes?"
    r"|summary|agenda|discussion|comments?|none|yes|no|ed)(?![^\W_])",
    re.IGNORECASE,
)


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a reading for the last block before the notes where it is a name; several names one after another all sign."""
    notes = notes_at_end(view)
    after = notes[0].first if notes else len(view.lines)
    for block in reversed(view.blocks):
        lines = view.lines[block.first : min(block.last + 1, after)]
        if not lines or is_page_mark(view.text[lines[0].start : lines[-1].end]):
            continue
        if not _is_name([view.line_text(line) for line in lines]):
            return
        evidence = (Evidence("a name in the last block", 6.0), Evidence("its lines belong together", GOES_ON * (len(lines) - 1)))
        yield Reading("signature", lines[0].start, lines[-1].end, "signatures", evidence)


def _is_name(lines: Sequence[str]) -> bool:
    """Whether the lines of a block are a name, with a title or more names under it."""
    if len(lines) > MOST_LINES or any(len(line) > LONGEST_LINE for line in lines):
        return False
    name, *titles = lines[1:] if len(lines) > 1 and IN_WHOSE_NAME.fullmatch(lines[0]) else lines
    if NO_NAME.match(name.lstrip("[")) or not any(shape.fullmatch(name) for shape in NAMES):
        return False
    return all(TITLE.fullmatch(title) for title in titles)
