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

import re
from collections.abc import Iterator, Mapping

from teiencode.profile import Profile
from teiencode.reading import Evidence, Reading, View
from teiencode.rules.heads import head_blocks
from teiencode.rules.notes import NoteLines, notes_at_end

RUN = re.compile(r"[0-9]+(?:[a-z](?![^\W_]))?")
SYMBOLS = re.compile(r"(?<=\S)[*†‡§]{1,4}")
LETTERS = re.compile(r"(?<=[.,;:!?”’)\]])[a-z](?![^\W_])")
LOOK_BACK = 40
LOOK_AHEAD = 24

MONTH_BEFORE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?\s$"
)
YEAR_PLACE = re.compile(
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s\d{1,2})?,?"
    r"|in|of|since|by|from|through|until|during|to|early|late|mid|before|after)[\s-]$",
    re.IGNORECASE,
)
DAY_AND_COMMA = re.compile(r"(?:[A-Z][a-z]{2,8})\.?\s\d{1,2}(?:[–-]\d{1,2})?,\s?$")
UNIT = re.compile(
    r"\s?(?:[ap]\.\s?m\b|[ap]m\b|%|per\s?cent|million|billion|thousand|hundred|°|years?\b|months?\b|days?\b|weeks?\b|hours?\b|minutes?\b"
    r"|miles?\b|tons?\b|men\b|pages?\b|kilometers?\b|feet\b)"
)
FIGURE_GOES_ON = re.compile(r"[.,:]\d|[–/-]\d|[–-][A-Za-z]")
ENDS_SENTENCE = re.compile(r"[”’\"')\]]*(?:\s+[“‘\"(\[]?[A-Z]|\s*\n|\s*$)")
NUMBERED_PAPER = re.compile(
    r"(?:[A-Z][\w’']*tels?|[Tt]elegrams?|tels?|[Aa]irgrams?|[Dd]espatch(?:es)?|CA|Todep|Dulte|Tedul|Polto|Tosec|Secto"
    r"|[Nn]os?\.|NSC|NIE|NSAM|numbered|[Dd]ocuments?|[Ff]ootnotes?|[Pp]aras?|[Pp]aragraphs?|[Pp]ages?|pp?\.|[Ll]ot|[Bb]ox"
    r"|Resolution|Article)\s?(?:No\.\s)?(?:\d+(?:, | and ))*$"
)
DESIGNATION = re.compile(r"(?:^|[\s(“\"/–-])(?:[A-Z]|[A-Z]{2}|MIG|Mig|IL|TU|KC|SA|PL|MC)[–-]?$")
LETTER = re.compile(r"[^\W\d_]")
WORD_BEFORE = re.compile(r"([A-Z]\w{3,30})[’'”)]?[.,;:]?$")
NUMERAL = re.compile(r"\b[IVXLC]+:$")
CLOSING = frozenset(".,;:!?”’\"')]…*")
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
        yield from scorer.in_digits(run.start(), run.end())
    for pattern, name in ((SYMBOLS, "a sign of notes"), (LETTERS, "a letter after a closing mark")):
        if any(pattern.fullmatch(f".{label}", 1) for label in by_label):
            for found in pattern.finditer(view.text, 0, end):
                if found[0] in by_label:
                    yield scorer.reading(found.start(), found.end(), [name])


class _Scorer:
    """The evidence for calls in one text."""

    def __init__(self, text: str, notes: Mapping[str, NoteLines], weights: Mapping[str, float], heads: frozenset[int]) -> None:
        self.text = text
        self.notes = notes
        self.weights = weights
        self.heads = heads
        self.longest = max(len(label) for label in notes)
        self.figures: dict[str, frozenset[str]] = {}

    def reading(self, start: int, end: int, names: list[str], inner: tuple[Reading, ...] = ()) -> Reading:
        """A call with the evidence of these names."""
        evidence = tuple(Evidence(name, self.weights.get(name, 0.0)) for name in names)
        label = self.text[start:end]
        return Reading("note call", start, end, "note_calls", evidence, {"n": label}, content=(end, end), inner=inner)

    def in_digits(self, start: int, end: int) -> Iterator[Reading]:
        """The calls that a run of digits may hold: a suffix of it, or two in a row."""
        suffixes = [at for at in range(max(start, end - self.longest), end) if self.text[at:end] in self.notes]
        if not suffixes or self._excluded(start, end):
            return
        after = self._after(start, end)
        if after is None:
            return
        for at in suffixes:
            before = self._before(start, at, end)
            if before is not None:
                yield self.reading(at, end, before + after + self._named(start, at, end))
            for first in range(max(start, at - self.longest), at):
                if self._in_order(self.text[first:at], self.text[at:end]):
                    both = self._before(start, first, end)
                    if both is not None:
                        pair = (self.reading(first, at, []), self.reading(at, end, []))
                        yield self.reading(first, end, both + after, pair)

    def _in_order(self, first: str, second: str) -> bool:
        return first in self.notes and first.isdecimal() and second.isdecimal() and int(second) == int(first) + 1

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

    def _before(self, start: int, at: int, end: int) -> list[str] | None:
        """What stands before a call at `at` in the run from `start` to `end`; None where it cannot be one."""
        text = self.text
        mark = text[start - 1 : start]
        behind = text[max(0, start - LOOK_BACK) : start]
        if at == start:
            if not mark or mark.isspace():
                return None
            if LETTER.match(mark):
                return ["glued to a designation" if DESIGNATION.search(behind) else "glued to a word"]
            if mark not in CLOSING:
                return None
            if mark in ".,:" and behind[-2:-1].isdigit():
                if (mark == ":" and end - start == 2) or (mark == "," and end - start == 3):
                    return ["a figure goes on before it"]
                return ["after a figure and its mark"]
            if mark == "." and behind[-2:-1].isspace():
                return ["a figure goes on before it"]
            if mark == ":" and NUMERAL.search(behind):
                return ["after a numeral and its mark"]
            return ["after a mark in a line's middle" if mark in "’'\"*" else "after a closing mark"]
        return self._split(behind, text[start:at], text[start:end])

    def _split(self, behind: str, figure: str, whole: str) -> list[str] | None:
        """What speaks for a run of digits being a figure and a call."""
        mark = behind[-1:]
        if not behind or mark == "\n" or (mark.isspace() and behind[-2:-1] == "\n"):
            return None
        if figure[0] == "0" and len(figure) > 1 and mark not in ":.–-":
            return None
        if MONTH_BEFORE.search(behind):
            if 1 <= int(figure) <= 31:
                return ["a day before it" if _number(whole) > 31 else "the whole is a day"]
            if _is_year(figure):
                return ["a year before it"]
            return ["no day before it"]
        if DAY_AND_COMMA.search(behind):
            return ["a year before it"] if _is_year(figure) else None
        if mark == ":":
            return ["a clock time before it"] if len(figure) == 2 and behind[-2:-1].isdigit() else None
        if mark in ".," and behind[-2:-1].isdigit():
            if mark == "," and len(figure) == 3:
                return ["a group of thousands before it"]
            return None if mark == "," else ["splits a figure"]
        if _is_year(whole):
            return ["splits a year"]
        if _is_year(figure) and YEAR_PLACE.search(behind):
            return ["a year before it"]
        if mark == "$":
            return ["splits money"]
        return ["splits the number of a paper" if NUMBERED_PAPER.search(behind) else "splits a figure"]

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


def _number(digits: str) -> int:
    return int(digits[:6]) if digits[:6].isdecimal() else 0


def _is_year(figure: str) -> bool:
    return len(figure) == 4 and figure[:2] in ("17", "18", "19", "20")
