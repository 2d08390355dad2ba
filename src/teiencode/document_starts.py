"""Where in a text a document may begin: the lines that look like the top of one, each with its evidence.

Source:  The Soviets agreed.1

           1. Not printed.

         [Page 273]

         128. Telegram From the Embassy in Cuba to the Department of State1
Start:   the last line, for its number, its kind of paper, from whom to whom, and the notes that end above it
Not:     a numbered paragraph or heading of the text (`2. Secret—Entire text.`); the head of an enclosure; a list's item
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from teiencode.before_digits import MONTHS
from teiencode.reading import Evidence, View
from teiencode.rules.archive_notes import is_archive_note
from teiencode.rules.heads import LONG, LONGEST, document_number, is_number_alone, without_number
from teiencode.rules.notes import OPENING, SET_IN
from teiencode.rules.page_breaks import is_page_mark

FIRST_LABELS = frozenset({"1", "*", "†", "a"})
"""With which label the notes of a document begin."""

HEADINGS_BETWEEN = 5
"""How many short lines (a chapter's title) may stand between the notes of one document and the head of the next."""
LONGEST_HEADING = 200
"""Characters of such a line, at most."""
DATELINE_REACH = 4
"""How many lines under the head the dateline can be."""
LONGEST_DATELINE = 120

FROM_TO = re.compile(r"(?:\bFrom\b|^The\b|\bby\b|^[A-Z]\w+\b).{2,250}? to (?:the |all |certain |Mr\. |President )?[A-Z(]")
EDITORIAL_NOTE = re.compile(r"\[?Editorial Note\]?", re.IGNORECASE)
DATED = re.compile(
    rf"\b(?:{MONTHS})\b.{{0,4}}\d{{1,2}}\b.{{0,4}}\d{{4}}"
    rf"|\d{{1,2}} (?:{MONTHS}) \d{{4}}"
    r"|\b[Uu]ndated\b"
)
ENCLOSURE = re.compile(
    r"\W*(?:(?:Sub)?[Ee]nclosures?|ENCLOSURES?|[Aa]ttachments?|ATTACHMENTS?|T(?:ab|AB)|A(?:nnex|NNEX)|A(?:ppendix|PPENDIX))\b.{0,60}"
)
FIRST_CALL = re.compile(r"(?:[^\W\d_][)\]”’.,]{0,3}|\b(?:18|19|20)\d\d)[1*†]$")
NOTE_NUMBER = re.compile(r"(?<=\D)\d{1,3}$")
SENTENCE = re.compile(
    r"[a-z)”’](?<! [ap]\.m)(?<! [ap]\. m)(?<!\b[JS]r)[.;:?!][”’]?$"
    r"|[a-z]{3}[.;?!] [A-Z][a-z]+ "
    r"|\b(?:is|are|was|were|has|have|had|will|would|should|we|they|that)\b"
)
LONG_WORD = re.compile(r"\b[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Start:
    """A line at which a document may begin.

    `position`: that line, by its place in `View.lines`; `head`: the line of its heading (another one where an archive's
    number stands above it); `number`: the document's number as printed; `reasons`: the evidence for it.
    """

    position: int
    head: int
    number: str | None
    reasons: tuple[Evidence, ...]

    @property
    def weight(self) -> float:
        """The sum of the evidence."""
        return sum(reason.weight for reason in self.reasons)


class Starts:
    """The places of a text where a document may begin."""

    def __init__(self, view: View, kinds: re.Pattern[str], weights: Mapping[str, float]) -> None:
        """Look at the lines of `view`; `kinds` are the words with which heads begin, `weights` those of the evidence."""
        self.view = view
        self.kinds = kinds
        self.weights = weights
        self.words = [view.line_text(line) for line in view.lines]
        self.first_of_block = {block.first for block in view.blocks}
        self.is_note = self._lines_of_notes()
        self.head_passed = -1

    def _lines_of_notes(self) -> list[bool]:
        """For each line whether it is one of a note that is set in from the margin."""
        text, found, within = self.view.text, [], False
        for position, line in enumerate(self.view.lines):
            if OPENING.match(text, line.line_start, line.line_end):
                within = True
            elif within and SET_IN.match(text, line.line_start, line.line_end):
                pass
            else:
                within = within and position not in self.first_of_block and not self._is_head(position)
            found.append(within)
        return found

    def _is_head(self, position: int) -> bool:
        """Whether a line under a note, in one block with it, is a heading and not more of the note."""
        words = self.words[position]
        return is_page_mark(words) or is_archive_note(words) or bool(document_number(words) and self._kind(words))

    def is_heading(self, position: int) -> bool:
        """Whether a line may be a heading between documents: short, no sentence, and part of no note."""
        words = self.words[position]
        return not self.is_note[position] and len(words) <= LONGEST_HEADING and SENTENCE.search(words) is None

    def _kind(self, words: str) -> bool:
        return self.kinds.match(words) is not None

    def all(self) -> Iterator[Start]:
        """Each start, in the order of the text."""
        after_notes: int | None = None
        begins_anew = self._notes_that_begin_anew()
        for position in range(len(self.words)):
            if self.is_note[position]:
                after_notes = 0
                continue
            start = self._start(position, after_notes, begins_anew)
            if start is not None:
                yield start
            if after_notes is not None and not is_page_mark(self.words[position]):
                after_notes = after_notes + 1 if len(self.words[position]) <= LONGEST_HEADING else None
                if after_notes is not None and after_notes > HEADINGS_BETWEEN:
                    after_notes = None

    def _notes_that_begin_anew(self) -> list[bool]:
        """For each line whether the next note below it has the label with which notes begin."""
        text, found, label = self.view.text, [], ""
        for position in range(len(self.words) - 1, -1, -1):
            line = self.view.lines[position]
            opening = OPENING.match(text, line.line_start, line.line_end)
            if opening:
                label = opening[1]
            found.append(label in FIRST_LABELS)
        found.reverse()
        return found

    def _start(self, position: int, after_notes: int | None, begins_anew: list[bool]) -> Start | None:
        """The start at a line, where it can be one at all."""
        words = self.words[position]
        glued = position not in self.first_of_block and not (position and self.is_note[position - 1])
        if position == self.head_passed or (glued and not self._is_head(position)):
            return None
        if is_page_mark(words) or "\t" in words or len(words) > LONGEST:
            return None
        head, archive, number = position, is_archive_note(words), document_number(words)
        if is_number_alone(words):
            below = self._head_under_number(position)
            if below is None:
                return None
            head = self.head_passed = below
        elif archive:
            if self._is_under_a_head(position):
                return None
            below = self._next(position)
            if below is None or len(self.words[below]) > LONGEST:
                return None
            head = self.head_passed = below
        found = [
            self._evidence("a document begins", True),
            self._evidence("an archive’s number above the head", archive),
            self._evidence("no empty line above", glued),
        ]
        found += [self._evidence("a document’s number", number is not None and head != position)]
        found += self._of_the_head(head)
        found += self._of_what_is_around(position, head, after_notes, begins_anew)
        number = number or document_number(self.words[head])
        return Start(position, head, number, tuple(reason for reason in found if reason is not None))

    def _head_under_number(self, position: int) -> int | None:
        """The heading under a document's number, an archive's number between them or not; None where there is none."""
        below = self._next(position)
        if below is not None and is_archive_note(self.words[below]):
            below = self._next(below)
        if below is None or len(self.words[below]) > LONGEST:
            return None
        words = self.words[below]
        return below if self._kind(words) or FROM_TO.search(words) or EDITORIAL_NOTE.fullmatch(words) else None

    def _of_the_head(self, head: int) -> list[Evidence | None]:
        words = self.words[head]
        number = document_number(words)
        title = NOTE_NUMBER.sub("", without_number(words))
        editorial = EDITORIAL_NOTE.fullmatch(title) is not None
        long_words = LONG_WORD.findall(title)
        capitals = sum(word[0].isupper() for word in long_words) >= 0.6 * len(long_words)
        return [
            self._evidence("a document’s number", number is not None),
            self._evidence("an editorial note", editorial),
            self._evidence("a kind of paper", not editorial and self._kind(words)),
            self._evidence("the first note is called", number is not None and FIRST_CALL.search(words) is not None),
            self._evidence("from one to another", FROM_TO.search(title) is not None),
            self._evidence("no capitals of a title", not capitals),
            self._evidence("a sentence", SENTENCE.search(title) is not None),
            self._evidence("long for a heading", len(title) > LONG),
        ]

    def _of_what_is_around(
        self, position: int, head: int, after_notes: int | None, begins_anew: list[bool]
    ) -> list[Evidence | None]:
        before = self._before(position)
        return [
            self._evidence("the text begins", before is None),
            self._evidence("after the notes", after_notes == 0),
            self._evidence("headings after the notes", bool(after_notes)),
            self._evidence("notes begin anew", after_notes is not None and begins_anew[position]),
            self._evidence("a page begins", position > 0 and is_page_mark(self.words[position - 1])),
            self._evidence("a dateline under it", self._is_dated(head)),
            self._evidence("under a dateline", before is not None and self._is_dateline(before)),
            self._evidence("named as an enclosure", before is not None and ENCLOSURE.fullmatch(self.words[before]) is not None),
        ]

    def _evidence(self, name: str, holds: bool) -> Evidence | None:
        return Evidence(name, self.weights[name]) if holds else None

    def _is_under_a_head(self, position: int) -> bool:
        """Whether the line above an archive's number is the head that it belongs to."""
        before = self._before(position)
        if before is None or self.is_note[before] or before not in self.first_of_block:
            return False
        words = self.words[before]
        return is_archive_note(words) or (len(words) <= LONG and (self._kind(words) or FROM_TO.search(words) is not None))

    def _is_dated(self, head: int) -> bool:
        return any(self._is_dateline(line) for line in range(head + 1, min(head + 1 + DATELINE_REACH, len(self.words))))

    def _is_dateline(self, position: int) -> bool:
        words = self.words[position]
        return len(words) <= LONGEST_DATELINE and not self.is_note[position] and DATED.search(words) is not None

    def _before(self, position: int) -> int | None:
        return next((p for p in range(position - 1, -1, -1) if not is_page_mark(self.words[p])), None)

    def _next(self, position: int) -> int | None:
        return next((p for p in range(position + 1, len(self.words)) if not is_page_mark(self.words[p])), None)
