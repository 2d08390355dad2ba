"""Note calls: the number (or sign) of a note glued to the word or the mark before it.

Source:  5. Telegram From Havana, November 281

         You may approach JLP.23
           1. Source: Carter Library.
           2. Jose Luis Padron.
           3. Not found.
TEI:     November 28<note n="1" xml:id="d5fn1" place="bottom" type="source">Source: Carter Library.</note></head>
         <p>You may approach JLP.<note n="2" xml:id="d5fn2" place="bottom" type="editorial">Jose Luis Padron.</note><note
         n="3" xml:id="d5fn3" place="bottom" type="editorial">Not found.</note></p>
Not:     a figure; a number in a page mark or an omission; one before `p.m.`, `million`, `percent`
Codes:   none
"""

from __future__ import annotations

import heapq
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from teiencode.before_digits import LOOK_BACK, BeforeDigits
from teiencode.profile import Profile
from teiencode.reading import Evidence, Reading, View
from teiencode.rules.heads import head_blocks
from teiencode.rules.notes import NoteLines, notes_at_end

RUN = re.compile(r"[0-9]+(?:[a-z](?![^\W_]))?")
SYMBOLS = re.compile(r"(?<=\S)[*†‡§]{1,4}")
LETTERS = re.compile(r"(?<=[.,;:!?”’)\]])[a-z](?![^\W_])")
MOST_PLACES = 40
"""Of how many places each note's own is sought, where its number stands all over a text."""
LOOK_AHEAD = 24

UNIT = re.compile(
    r"\s?(?:[ap]\.\s?m\b|[ap]m\b|%|per\s?cent|million|billion|thousand|hundred|°|years?\b|months?\b|days?\b|weeks?\b|hours?\b|minutes?\b"
    r"|miles?\b|tons?\b|men\b|pages?\b|kilometers?\b|feet\b)"
)
FIGURE_GOES_ON = re.compile(r"[.,:]\d|[–/-]\d|[–/-][A-Za-z]")
ENDS_SENTENCE = re.compile(r"[”’\"')\]]*(?:\s+[“‘\"(\[]?[A-Z]|\s*\n|\s*$)")
LETTER = re.compile(r"[^\W\d_]")
WORD_BEFORE = re.compile(r"([A-Z]\w{3,30})[’'”)]?[.,;:]?$")
CLOSING = frozenset(".,;:!?”’\"')]…*%°½¼¾")
FIGURE = re.compile(r"[0-9]+")
REFERENCE = 300
"""Characters of a note's words in which a figure before its call is looked for."""


def propose_inline(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a reading for each place where a note of the text may be called: each split of a run of digits is one."""
    notes = notes_at_end(view)
    if not notes:
        return
    weights = profile.settings.get("note_calls", {})
    by_label: dict[str, NoteLines] = {}
    for note in notes:
        by_label.setdefault(note.label, note)
    end = view.lines[notes[0].first].start
    heads = frozenset(block.end for block in head_blocks(view))
    scorer = _Scorer(view.text, by_label, weights.get("evidence", {}), heads)
    for run in RUN.finditer(view.text, 0, end):
        scorer.look_at_digits(run.start(), run.end())
    for pattern, name in ((SYMBOLS, "a sign of notes"), (LETTERS, "a letter after a closing mark")):
        if any(pattern.fullmatch(f".{label}", 1) for label in by_label):
            for found in pattern.finditer(view.text, 0, end):
                if found[0] in by_label:
                    scorer.add(found.start(), found.end(), (name,))
    yield from scorer.readings(Counter(note.label for note in notes))


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A place that may be a call: its span, the names of its evidence, their sum; `middle`: where the second of two begins."""

    start: int
    end: int
    names: tuple[str, ...]
    weight: float
    middle: int = 0


class _Scorer:
    """The evidence for calls in one text."""

    def __init__(self, text: str, notes: Mapping[str, NoteLines], weights: Mapping[str, float], heads: frozenset[int]) -> None:
        self.text = text
        self.notes = notes
        self.weights = weights
        self.heads = heads
        self.longest = max(len(label) for label in notes)
        self.figures: dict[str, frozenset[str]] = {}
        self.known: dict[str, Evidence] = {}
        self.sums: dict[tuple[str, ...], float] = {}
        self.candidates: dict[str, list[_Candidate]] = {}

    def add(self, start: int, end: int, names: tuple[str, ...], middle: int = 0) -> None:
        """Take a place as a candidate, under the label that it would call first."""
        weight = self.sums.get(names)
        if weight is None:
            weight = self.sums[names] = sum(self.weights.get(name, 0.0) for name in names)
        label = self.text[start : middle or end]
        self.candidates.setdefault(label, []).append(_Candidate(start, end, names, weight, middle))

    def readings(self, notes: Mapping[str, int]) -> Iterator[Reading]:
        """The candidates as readings; of a label that stands everywhere only the strongest, so many for each of its notes."""
        for label, candidates in self.candidates.items():
            most = MOST_PLACES * notes[label]
            if len(candidates) > most:
                candidates = heapq.nlargest(most, candidates, key=lambda candidate: candidate.weight)
            yield from map(self._reading, candidates)

    def _reading(self, candidate: _Candidate) -> Reading:
        start, middle, end = candidate.start, candidate.middle, candidate.end
        evidence = tuple(map(self._evidence, candidate.names))
        inner = (self._call(start, middle), self._call(middle, end)) if middle else ()
        return self._call(start, end, evidence, inner)

    def _call(self, start: int, end: int, evidence: tuple[Evidence, ...] = (), inner: tuple[Reading, ...] = ()) -> Reading:
        label = {"n": self.text[start:end]}
        return Reading("note call", start, end, "note_calls", evidence, label, content=(end, end), inner=inner)

    def _evidence(self, name: str) -> Evidence:
        if name not in self.known:
            self.known[name] = Evidence(name, self.weights.get(name, 0.0))
        return self.known[name]

    def look_at_digits(self, start: int, end: int) -> None:
        """Take the calls that a run of digits may hold: a suffix of it, or two in a row."""
        text, notes = self.text, self.notes
        glued = start > 0 and not text[start - 1].isspace()
        first = start if glued else start + 1
        suffixes = [at for at in range(max(first, end - self.longest), end) if text[at:end] in notes]
        if not suffixes or self._excluded(start, end):
            return
        after = self._after(start, end)
        if after is None:
            return
        behind = BeforeDigits(text, start)
        for at in suffixes:
            before = self._before(behind, start, at, end)
            if before is not None:
                self.add(at, end, (*before, *after, *self._named(start, at, end)))
            for earlier in range(max(first, at - self.longest), at):
                if text[earlier:at] in notes and self._in_order(text[earlier:at], text[at:end]):
                    both = self._before(behind, start, earlier, end)
                    if both is not None:
                        self.add(earlier, end, (*both, *after), at)

    @staticmethod
    def _in_order(first: str, second: str) -> bool:
        return first.isdecimal() and second.isdecimal() and int(second) == int(first) + 1

    def _excluded(self, start: int, end: int) -> bool:
        """Whether the run stands in a page mark, or in a bracket that tells of an omission."""
        text = self.text
        if text[end : end + 1] == "]" and text[max(0, start - 5) : start] == "Page ":
            return True
        bracket = text.rfind("[", max(0, start - LOOK_BACK), start)
        if bracket < 0 or text.find("]", bracket, start) >= 0:
            return False
        close = text.find("]", end, end + 2 * LOOK_AHEAD)
        return close > 0 and "declassified" in text[end:close]

    def _after(self, start: int, end: int) -> list[str] | None:
        """What stands after the run; None where no call can."""
        text = self.text
        ahead = text[end : end + LOOK_AHEAD]
        if ahead[:1].islower() or ahead[:1] == "_":
            return None
        found = []
        if LETTER.match(ahead):
            found.append("a letter after it")
        if UNIT.match(ahead):
            found.append("a unit after it")
        if FIGURE_GOES_ON.match(ahead):
            found.append("the figure goes on")
        if ENDS_SENTENCE.match(ahead):
            found.append("a sentence or line ends")
        if end in self.heads:
            found.append("at the end of the head")
        if ahead[:1] in ("(", "[", "“"):
            found.append("an opening mark after it")
        return found

    def _before(self, behind: BeforeDigits, start: int, at: int, end: int) -> tuple[str, ...] | None:
        """What stands before a call at `at` in the run from `start` to `end`; None where it cannot be one."""
        whole = self.text[start:end]
        name = self._split(behind, self.text[start:at], whole) if at > start else _glued(behind, len(whole))
        return None if name is None else (name,)

    def _split(self, behind: BeforeDigits, figure: str, whole: str) -> str | None:
        """What speaks for a run of digits being a figure and a call."""
        mark = behind.mark
        if behind.opens_line:
            return None
        if behind.month:
            if 1 <= _number(figure) <= 31:
                return "a day before it" if _number(whole) > 31 else "the whole is a day"
            return "a year before it" if _is_year(figure) else "no day before it"
        if behind.day_and_comma:
            return "a year before it" if _is_year(figure) else None
        if mark == ":":
            return "a clock time before it" if len(figure) == 2 and behind.digit_and_mark else "splits a figure"
        if mark in ".," and behind.digit_and_mark:
            if mark == "," and len(figure) == 3:
                return "a group of thousands before it"
            return None if mark == "," else "splits a figure"
        if _is_year(whole):
            return "splits a year"
        if _is_year(figure) and behind.year_place:
            return "a year before it"
        if mark == "$":
            return "splits money"
        return "splits the number of a paper" if behind.numbered_paper else "splits a figure"

    def _named(self, start: int, at: int, end: int) -> list[str]:
        """Whether the note's own words speak of what stands before its call."""
        text = self.text
        label = text[at:end]
        if at > start + 1:
            figures = self._figures_of(label)
            if text[start:end] in figures:
                return ["the note names the whole"]
            return ["the note names the figure"] if text[start:at] in figures else []
        if at > start:
            return []
        word = WORD_BEFORE.search(text, max(0, start - LOOK_BACK), start)
        return ["the note names the word"] if word and word[1] in self._words_of(label) else []

    def _words_of(self, label: str) -> str:
        note = self.notes[label]
        return self.text[note.start : min(note.end, note.start + REFERENCE)]

    def _figures_of(self, label: str) -> frozenset[str]:
        """The figures in a note's words."""
        if label not in self.figures:
            self.figures[label] = frozenset(FIGURE.findall(self._words_of(label)))
        return self.figures[label]


def _glued(behind: BeforeDigits, length: int) -> str | None:
    """What speaks for a whole run of digits, of that length, being a call: what it is glued to."""
    mark = behind.mark
    if not mark or mark.isspace():
        return None
    if LETTER.match(mark):
        return "glued to a designation" if behind.designation else "glued to a word"
    if mark not in CLOSING:
        return None
    if mark in ".,:" and behind.digit_and_mark:
        goes_on = (mark == ":" and length == 2) or (mark == "," and length == 3)
        return "a figure goes on before it" if goes_on else "after a figure and its mark"
    if mark == "." and behind.words[-2:-1].isspace():
        return "a figure goes on before it"
    if behind.numeral:
        return "after a numeral and its mark"
    return "after a mark in a line's middle" if mark in "’'\"*" else "after a closing mark"


def _number(digits: str) -> int:
    return int(digits[:6]) if digits[:6].isdecimal() else 0


def _is_year(figure: str) -> bool:
    return len(figure) == 4 and figure[:2] in ("17", "18", "19", "20")
