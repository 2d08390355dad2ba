"""What can be seen of each line by its words: markings, short marks, printed names, titles; and which lines come again.

What a profile knows, and what a text itself shows, are looked for alike. Nothing here knows which lines are running text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from teiencode.counting_lines import counts
from teiencode.handling_words import LONGEST_MARKING, first_part, may_be_marking, words_of_handling
from teiencode.learned_marks import is_short_mark_of, levels_of, short_marks_of
from teiencode.letters import of_all_alphabets
from teiencode.line_shapes import CAPITAL, SMALL, shape_of
from teiencode.marks import LEVEL, as_letters, is_misreading, marks_of, plain, together, vocabulary, words_of_marking
from teiencode.message_heads import is_message_head
from teiencode.profile import Profile
from teiencode.reading import Block, View

LABEL_SHAPE = re.compile(of_all_alphabets(r"([A-ZÀ-Þ][A-Za-zÀ-ÿ.'’/&()°-]*(?: [A-Za-zÀ-ÿ.'’/&()°-]+){0,3}) ?:(?=\s|$)"))
"""What has the shape of a printed name with its colon."""
PAGE_MARK = re.compile(
    r"[-–—]{1,2} ?\d{1,3} ?[a-zA-Z]? ?[-–—]{1,2}(?: ?\S.*)?|[-–—] ?[ivx]{1,5} ?[-–—]|(?:page|p\.) ?\d{1,3}(?: of \d{1,3})?|"
    r"[A-Z]{1,6}[IVX1l]*(?: [A-Z]{1,4}){0,2} ?\d{1,4} ?/ ?\d{1,4}",
    re.IGNORECASE,
)
"""A page's number alone or before a running head, or an archive's mark with a file's number and a page's."""
BOLD_LINE = re.compile(r"\*\*[^*\n]+\*\*:?")
LONGEST_STAMP_LINE = 160
MOST_AGAIN = 6
"""Lines of a block that is looked for again."""
FEWEST, FEWEST_OF_NAMED = 2, 3
"""Times that a line stands on pages that it counts; one with a printed name may be a field of two forms."""
LEAST_PIECE = 7
"""Characters of a piece of a title."""
LONGEST_HEAD_LINES = 3
MOST_STAMP_LINES = 5


class MarkedLines:
    """All lines of a view with their shapes and marks; positions are those of `View.lines`."""

    def __init__(self, view: View, profile: Profile) -> None:
        """Look at every line once."""
        self.view = view
        self.shapes = [shape_of(view, line) for line in view.lines]
        count = len(view.lines)
        self.block_of = [0] * count
        for number, block in enumerate(view.blocks):
            for position in range(block.first, block.last + 1):
                self.block_of[position] = number
        labels = profile.settings.get("form_fields", {}).get("labels", ())
        self._label = label_pattern(tuple(labels))
        self._closing = label_pattern(tuple(profile.settings.get("closers", {}).get("labels", ())))
        settings = profile.settings.get("classification", {})
        self._words = vocabulary(*(tuple(settings.get(name, ())) for name in ("levels", "companions", "little_words")))
        self._short_marks = tuple(profile.settings.get("stamps", {}).get("short", {}).items())
        self._titles = marks_of(profile.settings.get("heads", {}).get("titles", ()))
        self._title_words = frozenset(map(plain, profile.settings.get("heads", {}).get("words", ())))
        self._parts = frozenset(map(plain, profile.settings.get("heads", {}).get("parts", ())))
        self._offices = tuple(map(plain, profile.settings.get("letterheads", {}).get("offices", ())))
        self._stamp_words = tuple(f"{plain(words)} " for words in profile.settings.get("stamps", {}).get("words", ()))
        self.capitals = self._mostly_capitals()
        self._messages = {number for number, block in enumerate(view.blocks) if self._heads_message(block)}
        alone = [(position, shape) for position, shape in enumerate(self.shapes) if self.alone(position)]
        self._levels = levels_of(alone, self.shapes, self._words)
        self._learned = words_of_handling(self._words, self._levels, [shape for _, shape in alone], self._begins_as_stamp)
        edges = [each for each in enumerate(self.shapes) if self.starts_block(each[0]) or self.ends_block(each[0])]
        self._learned_short = short_marks_of([each for each in edges if not self.marking(each[0])])
        self.counting = frozenset(self._find_counting())

    def _find_blocks_again(self) -> dict[int, int]:
        """Blocks of a few short lines that stand more than once, word for word, and how often."""
        keys: dict[tuple[str, ...], list[int]] = {}
        for number, block in enumerate(self.view.blocks):
            key = tuple(shape.key for shape in self.shapes[block.first : block.last + 1][: MOST_AGAIN + 1])
            if 1 < len(key) <= MOST_AGAIN and all(key):
                keys.setdefault(key, []).append(number)
        return {number: len(numbers) for numbers in keys.values() if len(numbers) > 1 for number in numbers}

    def _find_counting(self) -> Iterator[int]:
        """Lines that are alike but for a number that grows from page to page: an archive's marks, running heads."""
        alike: dict[str, list[int]] = {}
        for position, shape in enumerate(self.shapes):
            if shape.key and (self.alone(position) or self.marks_beside(position)) and not self.label(position):
                alike.setdefault(shape.key, []).append(position)
        for positions in alike.values():
            fewest = FEWEST_OF_NAMED if self._is_like_a_field(positions) else FEWEST
            if len(positions) >= fewest and counts([self.shapes[position].bare for position in positions]):
                yield from positions

    def _is_like_a_field(self, positions: list[int]) -> bool:
        """Whether lines have a name with a colon before what counts, and no number at their end beside a marking."""
        bare = self.shapes[positions[0]].bare
        if LABEL_SHAPE.match(bare) is None:
            return False
        return not bare[-1].isdigit() or not any(map(self.marks_beside, positions))

    def _heads_message(self, block: Block) -> bool:
        """Whether a block is the head of a message: its date and time, or most lines as a network writes them."""
        shapes = self.shapes[block.first : block.last + 1]
        return shapes[0].capitals and is_message_head([shape.bare for shape in shapes])

    def heads_message(self, position: int) -> bool:
        """Whether a line stands in the head of a message, as the network carried it."""
        return self.block_of[position] in self._messages

    def is_stamp(self, first: int, last: int) -> bool:
        """Whether a block is no sentence and begins with a word of release in capitals or with a capital letter."""
        bare = self.shapes[first].bare
        if (
            not self._stamp_words
            or not 0 < len(bare) <= LONGEST_STAMP_LINE
            or last - first >= MOST_STAMP_LINES
            or bare[-1] == "."
        ):
            return False
        return bare[0].isupper() and self._begins_as_stamp(bare)

    def _begins_as_stamp(self, bare: str) -> bool:
        """Whether a line begins with a word of release."""
        return bool(self._stamp_words) and f"{plain(bare)} ".startswith(self._stamp_words)

    def title_word(self, bare: str) -> bool:
        """Whether a line holds the word for a kind of paper (`AIRGRAM`, `Memorandum`, `Vermerk`)."""
        return not self._title_words.isdisjoint(plain(bare).split())

    def names_office(self, bare: str) -> bool:
        """Whether a line in capitals holds the word for an office (`DEPARTMENT`, `COUNCIL`)."""
        return bare.isupper() and any(f" {office} " in f" {plain(bare)} " for office in self._offices)

    def names_part(self, bare: str) -> bool:
        """Whether a line is the name of a part of a paper (`BACKGROUND`, `Summary:`) and nothing else."""
        return len(bare) <= LONGEST_MARKING and plain(bare) in self._parts

    def bold_alone(self, position: int) -> bool:
        """Whether a line is all in bold, and a block of its own."""
        return self.alone(position) and BOLD_LINE.fullmatch(self.view.line_text(self.view.lines[position])) is not None

    def is_marked_head(self, position: int) -> bool:
        """Whether a line has the sign of a head before it."""
        return self.view.text.startswith("#", self.view.lines[position].start)

    def marking(self, position: int) -> int:
        """How much of a marking of secrecy a line is: `LEVEL`, `COMPANION`, or 0 for any other line."""
        shape = self.shapes[position]
        if not may_be_marking(shape):
            return 0
        found = self._words.marking(shape.bare, self._learned)
        return LEVEL if found < LEVEL and self._has_learned_level(shape.bare) else found

    def _has_learned_level(self, bare: str) -> bool:
        """Whether a line begins with one of the levels that the text itself shows, and holds no other words but of handling."""
        level = first_part(bare)
        return plain(level) in self._levels and self._learned.issuperset(words_of_marking(bare[len(level) :]))

    def is_learned(self, position: int) -> bool:
        """Whether a line is a marking only by words that this text itself shows to be of markings."""
        return bool(self.marking(position)) and not self._words.marking(self.shapes[position].bare)

    def marking_words(self, position: int) -> set[str]:
        """The words of a line that is a marking, misread ones as what they are taken for."""
        taken = dict(self.misread_words(position))
        return {taken.get(word, word) for word in plain(together(self.shapes[position].bare)).split()}

    def misread_words(self, position: int) -> list[tuple[str, str]]:
        """The misread words of a line that is a marking, each with what it is taken for."""
        return self._words.misread(self.shapes[position].bare)

    def is_short_mark(self, position: int) -> bool:
        """Whether a line is a short mark, misread or not: one of the profile's, of a single word, or one that the text shows."""
        word = self.shapes[position].bare
        return self.is_learned_short_mark(word) or (
            2 < len(word) <= 6 and word.isupper() and any(is_misreading(word, mark, far) for mark, far in self._short_marks)
        )

    def is_learned_short_mark(self, words: str) -> bool:
        """Whether words are one of the short marks that the text itself shows."""
        return is_short_mark_of(words, self._learned_short)

    def struck(self, position: int) -> bool:
        """Whether a line of capitals is struck out from end to end, as only a marking of secrecy is."""
        line = self.view.lines[position]
        text = self.view.text
        return self.shapes[position].capitals and text.startswith("~~", line.start) and text.endswith("~~", line.start, line.end)

    def marks_beside(self, position: int) -> bool:
        """Whether a line of a block stands beside a marking or a short mark of it."""
        return any(
            0 <= other < len(self.shapes) and (self.marking(other) or self.is_short_mark(other))
            for other in (position - 1, position + 1)
        )

    def _is_mark(self, position: int) -> bool:
        if self.marking(position) or self.is_short_mark(position) or self.struck(position) or position in self.counting:
            return True
        return PAGE_MARK.fullmatch(self.shapes[position].bare) is not None

    def is_title(self, bare: str, *, whole: bool = False) -> bool:
        """Whether a line is a form's title, misread or cut; `whole`: not cut."""
        if self._titles.only_starts(bare) and not self.title_word(bare):
            return False
        if self._titles.likeness(bare) > 0.4 or self._titles.starts(bare):
            return True
        return not whole and len(bare) >= LEAST_PIECE and self._titles.piece(bare)

    def label(self, position: int) -> re.Match[str] | None:
        """The printed name of a form's field with which a line starts, if it is a known one."""
        return self._label.match(as_letters(self.shapes[position].bare))

    def _mostly_capitals(self) -> bool:
        long = (line for line in self.view.lines if line.end - line.start >= 40)
        joined = "".join(self.view.text[line.start : min(line.end, line.start + 400)] for line in islice(long, 40))
        return len(CAPITAL.findall(joined)) > 4 * len(SMALL.findall(joined))

    def starts_block(self, position: int) -> bool:
        """Whether a line is the first of its block."""
        return self.view.blocks[self.block_of[position]].first == position

    def ends_block(self, position: int) -> bool:
        """Whether a line is the last of its block."""
        return self.view.blocks[self.block_of[position]].last == position

    def alone(self, position: int) -> bool:
        """Whether a line is a block of its own."""
        block = self.view.blocks[self.block_of[position]]
        return block.first == block.last


@cache
def label_pattern(labels: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for the printed name of a field, with its colon or full stop, at a line's start."""
    names = "|".join(re.escape(label) for label in sorted(labels, key=len, reverse=True)) or r"(?!)"
    return re.compile(rf"({names})\b\.?(?:\s*:|(?=\s*$)|\.(?=\s))", re.IGNORECASE)
