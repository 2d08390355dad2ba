"""Known marks: the words that stamps, forms and classifications are known by, as the profile lists them, misread or not.

A machine that reads a page misreads its marks like anything else (`NO TELGRAM`, `OALR`), so a mark is recognised by its
distance from a known one. The tables are data of the profile, which an editor can extend; nothing here knows an archive.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from unicodedata import combining, normalize

from teiencode.distance import distance_within, edit_distance

WORD = re.compile(r"[^\W_]+")
LEVEL, COMPANION = 2, 1
LEAST_MISREAD = 6
"""Letters of a word that may have one misread."""

STROKES = str.maketrans("ŁłØøĐđ", "LlOoDd")
NOT_LETTERS = re.compile(r"[^A-Z0-9]+")
CONFUSED = str.maketrans("0158", "OISB")
"""Digits that stand for letters in a misread word."""

PART = 0.26
"""Of a mark's characters the part that may be misread."""

LEAST_START = 10
"""A line that is only the start of a mark, or starts with a mark and goes on, has at least this many characters of it."""

AFTER_SHORT = re.compile(r" (?:N[O0] ?)?(?:[A-Z]{2,9} )?[\dOISB]{1,4}\b")
MOST_REMEMBERED = 20_000


def unaccented(text: str) -> str:
    """A text with its letters as the Latin alphabet has them, without accents and strokes."""
    if text.isascii():
        return text
    return "".join(sign for sign in normalize("NFD", text.translate(STROKES)) if not combining(sign))


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """A line as marks are compared: capitals without accents and digits only, one space between words."""
    text = unaccented(text)
    return NOT_LETTERS.sub(" ", text.upper()).strip()


def same_when_struck(words: str, struck: str) -> bool:
    """Whether struck words are those that stand above them, or hold the one word that does; short words must be all."""
    above, under = plain(words), plain(struck)
    return under == above or (len(above) > 3 and above in under.split())


def _pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters: strings that are nearly alike share nearly all of them."""
    return frozenset(text[at : at + 2] for at in range(len(text) - 1))


AMONG_LETTERS = re.compile(r"(?<=[A-Za-z])[01]|[01](?=[A-Za-z])")
SPELLED = re.compile(r"\b[A-Z](?:[ -][A-Z]){4,}\b")
"""A word with its letters apart, as in `C O N F I D E N T I A L`."""

JOINED = re.compile(r" ?(?:[-–—]{1,2}|/{1,2}|&) ?|[,.] | (?:and|AND) ")
"""What stands between a level of secrecy and the words of handling after it."""
PAGE_AT_END = re.compile(r"\s+[-–—] ?\d{1,3} ?[-–—]?$")
"""A page's number at the end of a marking's line, apart from it."""
BARE_PAGE_AT_END = re.compile(r"\s+\d{1,3}$")
"""The same without dashes: only behind a level of secrecy, for a caption may end in a number of its own."""


def as_letters(text: str) -> str:
    """A text with the digits that stand among letters read as the letters that they look like; its length is kept."""
    return AMONG_LETTERS.sub(lambda digit: "O" if digit[0] == "0" else "l", text)


def together(text: str) -> str:
    """A text in which words with their letters apart (`S-E-C-R-E-T`) are written as words."""
    return SPELLED.sub(lambda word: word[0].replace(" ", "").replace("-", ""), text)


class Marks:
    """A table of known marks."""

    def __init__(self, marks: Iterable[str]) -> None:
        """Take the marks as the profile writes them."""
        entries = dict.fromkeys(plain(mark).translate(CONFUSED) for mark in marks)
        self._marks = tuple((mark, _pairs(mark)) for mark in entries if mark)
        self._known: dict[str, float] = {}
        self._pieces: dict[str, bool] = {}

    def likeness(self, text: str) -> float:
        """How surely a line is one of the marks, or starts with one: 1 as printed, less the more is misread, 0 for none.

        A line may also be the start of a longer mark, as where a mark runs over several lines.
        """
        found = self._known.get(text)
        if found is None:
            if len(self._known) > MOST_REMEMBERED:
                self._known.clear()
            found = self._known[text] = self._compare(plain(text).translate(CONFUSED))
        return found

    def _compare(self, line: str) -> float:
        pairs = _pairs(line)
        best = 0.0
        for mark, its_pairs in self._marks:
            shared = min(len(line), len(mark))
            if shared < 3 or (shared < len(mark) and shared < LEAST_START):
                if line == mark:
                    return 1.0
                continue
            limit = int(shared * PART)
            if len(pairs & its_pairs) < shared - 1 - 2 * limit - shared // 10:
                continue
            best = max(best, _alike(line, mark, shared, limit))
            if best == 1.0:
                break
        return best

    def only_starts(self, text: str) -> bool:
        """Whether a line is as printed the first words of a longer mark, and no mark itself."""
        line = plain(text).translate(CONFUSED)
        return any(mark.startswith(f"{line} ") for mark, _ in self._marks) and all(mark != line for mark, _ in self._marks)

    def starts(self, text: str) -> bool:
        """Whether a line starts with one of the marks as printed, and goes on with another word."""
        line = plain(text).translate(CONFUSED) + " "
        return any(line.startswith(f"{mark} ") for mark, _ in self._marks)

    def is_whole(self, text: str) -> bool:
        """Whether a line is one of the marks as printed, all of it."""
        line = plain(text).translate(CONFUSED)
        return any(line == mark for mark, _ in self._marks)

    def piece(self, text: str) -> bool:
        """Whether a line is a piece of a mark, cut at either end."""
        found = self._pieces.get(text)
        if found is None:
            if len(self._pieces) > MOST_REMEMBERED:
                self._pieces.clear()
            line = plain(text).translate(CONFUSED)
            limit = len(line) // 5
            pairs = _pairs(line)
            found = self._pieces[text] = len(line) >= 5 and any(
                len(pairs & its_pairs) >= len(line) - 1 - 2 * limit - len(line) // 10 and distance_within(line, mark) <= limit
                for mark, its_pairs in self._marks
            )
        return found


def _alike(line: str, mark: str, shared: int, limit: int) -> float:
    """How alike a line and a mark are over the length that they share; a longer line goes on with another word."""
    if len(line) > len(mark):
        if len(mark) < LEAST_START:
            # A short mark is only known with a number or a date behind it: `COPY NO 7`.
            return 1.0 if line.startswith(f"{mark} ") and AFTER_SHORT.match(line, len(mark)) else 0.0
        if line.startswith(mark) and line[len(mark)] == " ":
            return 1.0
    apart = min(edit_distance(line[:length], mark[:shared]) for length in {shared, min(len(line), shared + 1)})
    return 1.0 - apart / (limit + 1) * 0.7 if apart <= limit else 0.0


@lru_cache(maxsize=256)
def _table(marks: tuple[str, ...]) -> Marks:
    return Marks(marks)


def marks_of(entries: Iterable[str]) -> Marks:
    """The table with these entries, made once."""
    return _table(tuple(entries))


def is_misreading(word: str, mark: str, distance: int) -> bool:
    """Whether a word is a known one with at most `distance` characters misread; digits may stand for letters."""
    if abs(len(word) - len(mark)) > distance:
        return False
    return edit_distance(word.translate(CONFUSED), mark.translate(CONFUSED)) <= distance


def words_of_marking(line: str) -> list[str]:
    """The words of a line as markings are compared: in capitals, letters that stand apart put together, no page's number."""
    line = PAGE_AT_END.sub("", line)
    return WORD.findall(together(line.upper()))


class Vocabulary:
    """The words of markings, each with its rank; a long word may have a letter misread."""

    def __init__(self, levels: tuple[str, ...], companions: tuple[str, ...], little_words: tuple[str, ...]) -> None:
        """Take the phrases apart."""
        self._ranks: dict[str, int | None] = {}
        self._ranks |= {word: COMPANION for phrase in companions for word in plain(phrase).split()}
        self._ranks |= {word: LEVEL for phrase in levels for word in plain(phrase).split()}
        # With their letters apart (`T O P  S E C R E T`) the words of a phrase run together.
        self._ranks |= {plain(phrase).replace(" ", ""): COMPANION for phrase in companions}
        self._ranks |= {plain(phrase).replace(" ", ""): LEVEL for phrase in levels}
        self._ranks |= dict.fromkeys(little_words, 0)
        self._printed = frozenset(self._ranks)
        self._long = [(word, rank) for word, rank in self._ranks.items() if len(word) >= LEAST_MISREAD and rank]

    def marking(self, line: str, learned: frozenset[str] = frozenset()) -> int:
        """How much of a marking a line is: 2 with a level of secrecy, 1 with words of handling only, 0 for any other line.

        `learned` are words of handling in this text, which no profile knows.
        """
        found = self._marking(line, learned)
        if not found and line[-1:].isdigit() and self._marking(BARE_PAGE_AT_END.sub("", line), learned) == LEVEL:
            return LEVEL
        return found

    def _marking(self, line: str, learned: frozenset[str]) -> int:
        best = 0
        for word in words_of_marking(line):
            rank = self.rank(word)
            if rank is None:
                if word not in learned:
                    return 0
                rank = COMPANION
            best = max(best, rank)
        return best

    def beside_level(self, line: str) -> frozenset[str]:
        """The words of a line that no profile knows, where a level of secrecy begins or ends a part of it; else none."""
        parts = [words for part in JOINED.split(line) if (words := words_of_marking(part))]
        if not any(LEVEL in (self.rank(words[0]), self.rank(words[-1])) for words in parts):
            return frozenset()
        return frozenset(word for words in parts for word in words if self.rank(word) is None)

    def misread(self, line: str) -> list[tuple[str, str]]:
        """The words of a marking that are not as they are printed, each with the word that it is taken for."""
        words = [word for word in WORD.findall(together(line.upper())) if word not in self._printed]
        known = ((word, next((each for each, _ in self._long if is_misreading(word, each, 1)), None)) for word in words)
        return [(word, each) for word, each in known if each is not None]

    def rank(self, word: str) -> int | None:
        """The rank of a word in capitals, `None` for a word of no marking."""
        if word not in self._ranks and len(word) >= LEAST_MISREAD:
            near = [rank for known, rank in self._long if is_misreading(word, known, 1)]
            self._ranks[word] = max(near, default=None)
        elif word not in self._ranks and AMONG_LETTERS.search(word):
            self._ranks[word] = self._ranks.get(word.translate(CONFUSED))
        return self._ranks.get(word)


@cache
def vocabulary(levels: tuple[str, ...], companions: tuple[str, ...], little_words: tuple[str, ...]) -> Vocabulary:
    """The vocabulary of a profile, made once."""
    return Vocabulary(levels, companions, little_words)
