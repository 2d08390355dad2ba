"""Archive notes: above or under the head, the archive's number of the paper or the name of the file series that holds it.

Source:  501.BB Interim/1–348: Telegram

         The Secretary of State to the Embassy in France
TEI:     <note type="source" rend="inline">501.BB Interim/1–348: Telegram</note>
Not:     a head that begins with a document's number (`501. Telegram From …`); a sentence that names a file;
         a paper for the files (`Memorandum for the Files, by …`)
Codes:   none
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiencode.profile import Profile
from teiencode.reading import Evidence, Reading, View
from teiencode.rules.notes import notes_at_end
from teiencode.rules.page_breaks import is_page_mark

LONGEST = 160
SOURCE = "Source: "
"""How a note begins that says where the paper is, and bears no number of its own."""
LONGEST_SOURCE = 2_000
REACH = 6
"""How many blocks from the text's start an archive note can be."""

DECIMAL_FILE = re.compile(
    r"\[?(?:FW )?(?:[A-Z]{2,3} )?[0-9]{1,4}[A-Z]{0,2}(?:[. ][\w .,()/–&-]{0,60})?"
    r"/[0-9]{1,2}[–-][0-9]{1,4}(?![0-9])\]?[^.\]]{0,30}"
)
FILED_UNDER = re.compile(
    r"\b(?:[Ff]iles?\b(?! (?:a|the|for)\b)|[Ll]ot (?:No\. )?[\dMF]|[Ll]ibrary\b|[Pp]apers\b|[Cc]ollection\b)"
)
SENT_AS = re.compile(r"(?:[0-9]|Lot )[^:\n]{2,80}: (?:Circular )?(?:[Tt]elegram|[Aa]irgram|[Dd]espatch|[Ii]nstruction)")
"""A file that has neither date nor series in its name: `123 Kennan, George F.: Telegram`."""
OF_A_PERSON = re.compile(r"[0-9]{3} [A-Z][\w’-]{1,24}, [A-Z][\w.’-]*(?: [A-Z][\w.’-]*){0,3}")
"""The file on a person: `123 Kennan, George F.`"""
SENTENCE = re.compile(r"[a-z)\]”][.?!]\d{0,3}$|[.?!] [A-Z][a-z]+ [a-z]+ [a-z]|\b(?:is|are|was|were|has|have|will)\b")
NUMBERED = re.compile(r"[0-9]{1,4}[a-z]?\. [^\W\d_]")
PAPER = re.compile(
    r"(?:The )?(?:[A-Z][\w’-]+ ){0,2}(?:Memorand(?:um|a)|Letters?|Messages?|Telegrams?|Airgrams?|Despatch|Minutes|Notes?|Reports?"
    r"|Papers?|Statements?|Drafts?|Records?|Conversations?|Summary|Extracts?|Instructions?) (?:[A-Z]\w+ )?"
    r"(?:by|for|from|From|to|of|on|in|at|between|Prepared|prepared|Submitted|With|with)\b"
)
"""A heading that says what paper it is, and by or for whom: `Memorandum for the Files, by Mr. Smith`."""


def archive_evidence(words: str) -> tuple[Evidence, ...]:
    """The evidence that a block is an archive's number or the name of a file series; empty where nothing speaks for it."""
    found: list[Evidence] = []
    if words.startswith(SOURCE) and len(words) <= LONGEST_SOURCE:
        return (Evidence("the word that opens a source note", 14.0),)
    if len(words) > LONGEST:
        return ()
    if DECIMAL_FILE.fullmatch(words):
        found.append(Evidence("the number of a decimal file, with a date", 14.0))
    elif SENT_AS.fullmatch(words) or OF_A_PERSON.fullmatch(words):
        found.append(Evidence("a file, and how the paper was sent", 12.0))
    elif FILED_UNDER.search(words):
        found.append(Evidence("the name of a file series", 12.0))
    else:
        return ()
    if NUMBERED.match(words):
        found.append(Evidence("the number of a document", -12.0))
    if PAPER.match(words):
        found.append(Evidence("a kind of paper, and whose it is", -14.0))
    if SENTENCE.search(words):
        found.append(Evidence("a sentence", -12.0))
    return tuple(found)


def is_archive_note(words: str) -> bool:
    """Whether the evidence speaks for an archive note."""
    return sum(reason.weight for reason in archive_evidence(words)) > 0


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a reading for each such block above the head, for those right under it, and for a last line of that form."""
    yield from _last_line(view)
    head_passed = False
    for block in view.blocks[:REACH]:
        words = view.block_text(block)
        if is_page_mark(words):
            continue
        if is_archive_note(words):
            yield Reading("archive note", block.start, block.end, "archive_notes", archive_evidence(words))
        elif head_passed:
            return
        head_passed = True


def end_of_text(view: View) -> int:
    """The position in `View.lines` of the first line after the text: of its notes, or of a source note without a number."""
    notes = notes_at_end(view)
    end = notes[0].first if notes else len(view.lines)
    return end - 1 if end > 1 and view.text.startswith(SOURCE, view.lines[end - 1].start) else end


def _last_line(view: View) -> Iterator[Reading]:
    """The last line before the notes where it is a source note that bears no number."""
    line = view.lines[end_of_text(view)] if end_of_text(view) < len(view.lines) else None
    reasons = archive_evidence(view.line_text(line)) if line and view.text.startswith(SOURCE, line.start) else ()
    if line and reasons:
        yield Reading("archive note", line.start, line.end, "archive_notes", reasons)
