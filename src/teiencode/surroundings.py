"""What can be seen of each line without reading it: its shape, what recurs, what stands around it, where a sentence is cut.

Rules use it as evidence. It decides nothing: a line that looks like running text may still be read as a stamp.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from weakref import WeakKeyDictionary

from teiencode.feet_in_text import SHARE_OF_SHORT, SHARE_OF_WIDTH, FeetInText
from teiencode.letters import of_all_alphabets
from teiencode.line_shapes import ABBREVIATED, LABEL_OF_LIST, LONGEST, LONGEST_AGAIN, is_sentence, mostly_lower, only_marks
from teiencode.marked_lines import LABEL_SHAPE, LONGEST_HEAD_LINES, PAGE_MARK
from teiencode.marks import plain
from teiencode.message_heads import END_OF_MESSAGE
from teiencode.profile import Profile
from teiencode.reading import View
from teiencode.solve import ends_open
from teiencode.titles import is_title_over_lines

RUNNING_HEAD = re.compile(r"[-–—]{1,2} ?(?:\d{1,3}|[ZSlIO])[a-z]? ?[-–—]{1,2},? ?\S")
"""A page's number between dashes, perhaps misread as a letter, and words."""
TITLE_IN_CAPITALS = re.compile(of_all_alphabets(r"(?:[A-ZÀ-Þ]{3,}[ :]+)*?([A-ZÀ-Þ]{4,})\b"))
"""The words in capitals with which a title begins; the last of them is looked up."""
MOST_TITLE_LINES = 6
SECTION = re.compile(
    of_all_alphabets(
        r"(?:(?:Part|PART) )?[IVX]{1,5}\. {0,2}[A-Z](?!\.)|"
        r"(?:\(\d{1,4}\)|\d{1,2}\.) [A-ZÀ-Þ]{3,}[A-ZÀ-Þ ,.'’&-]{3,}$"
    )
)
"""A section's number and title, with which the text begins; after a number in figures it is in capitals."""
END_OF_PAGE = re.compile(
    r"(?:declass|auth|by\b|date\b|approved)|[A-Za-z]{1,6}[IVX1l ]*\d{1,4} ?/ ?\d{1,4}|[A-Za-z]{1,5}[/:]", re.IGNORECASE
)
"""Lines that stand above a second form, and are none of it: stamps, an archive's mark, an operator's initials."""
MOST_WORDS_OF_VALUE = 5
MOST_WORDS_OF_NAME = 3
MOST_WORDS_AGAIN = 6
"""Words of a line glued to a text that comes again, and so is none of it."""
LEAST_TITLE_WORDS = 2
OFTEN = 3
"""Times that a short line stands alone in the text and must be a mark of its pages."""
MOST_BETWEEN = 3
"""Lines between two marks that are no page."""
FEWEST_NAMES = 2
"""Printed names that make a form."""


class Surroundings(FeetInText):
    """All lines of a view with their shapes; positions are those of `View.lines`."""

    def __init__(self, view: View, profile: Profile) -> None:
        """Look at every line once."""
        super().__init__(view, profile)
        count = len(view.lines)
        self._times = Counter(
            shape.key for position, shape in enumerate(self.shapes) if shape.opens or self._stands_over_mark(position)
        )
        self.running = [False] * count
        self._last_running = -1
        self.blocks_again = self._find_blocks_again()
        for number, block in enumerate(view.blocks):
            if number not in self.blocks_again:
                self._find_running(block.first, block.last)
                running = [position for position in range(block.first, block.last + 1) if self.running[position]]
                self._last_running = running[-1] if running else self._last_running
        self.previous_running, self.next_running = _neighbours(self.running)
        self.front = self._find_fronts()
        self.block_runs = [any(self.running[block.first : block.last + 1]) for block in view.blocks]
        self.positions: dict[str, list[int]] = {}
        for position, shape in enumerate(self.shapes):
            if shape.key and not self.running[position]:
                self.positions.setdefault(shape.key, []).append(position)

    def _is_printed(self, position: int) -> bool:
        """Whether a line alone is no text for all its words: it comes again, or stands in capitals before all text."""
        shape = self.shapes[position]
        if not self.alone(position) or not 0 < len(shape.bare) <= LONGEST_AGAIN:
            return False
        of_a_mark = shape.opens and len(shape.bare) <= LONGEST
        if shape.key and self._times[shape.key] > 1 and (of_a_mark or self._stands_over_mark(position)):
            return True
        if not shape.opens or len(shape.bare) > LONGEST:
            return False
        if self._last_running < 0:
            return shape.capitals
        return self._is_under_a_cut(position)

    def _stands_over_mark(self, position: int) -> bool:
        """Whether a line alone, of several words from the first of a sentence on, stands right above a mark."""
        shape, under = self.shapes[position], position + 1
        if under >= len(self.shapes) or shape.words <= MOST_WORDS_AGAIN or shape.lower_start or not self.alone(position):
            return False
        return bool(shape.bare) and self._is_mark(under)

    def _is_under_a_cut(self, position: int) -> bool:
        """Whether a line without an end point stands between a cut sentence and a mark: no page is of one line only."""
        following = position + 1
        if following >= len(self.shapes) or self.shapes[position].lower_start or not self._is_mark(following):
            return False
        return self.shapes[self._last_running].opens

    def _is_between_marks(self, first: int, last: int) -> bool:
        """Whether a few lines without an end point stand right between two marks: no page is so short."""
        if not first or last + 1 >= len(self.shapes) or last - first >= MOST_BETWEEN or not self.shapes[last].opens:
            return False
        if not self._is_mark(first - 1) or not self._is_mark(last + 1):
            return False
        return all(0 < len(shape.bare) <= LONGEST for shape in self.shapes[first : last + 1])

    def _is_glued_to_a_cut(self, first: int, last: int) -> bool:
        """Whether a few short lines, without a blank line above them, stand under a sentence that breaks off in a full line."""
        above = first - 1
        if last == first or self.view.follows_blank_line(first) or self._last_running != above or not self.shapes[above].opens:
            return False
        if self.shapes[first].lower_start or len(self.shapes[above].bare) < SHARE_OF_WIDTH * self.width:
            return False
        return all(0 < len(shape.bare) < SHARE_OF_SHORT * self.width for shape in self.shapes[first : last + 1])

    def _find_running(self, first: int, last: int) -> None:
        """Mark the lines of a block that look like running text."""
        shapes, lines = self.shapes, self.view.lines
        if self._is_printed(first) or self._is_between_marks(first, last) or self._is_glued_to_a_cut(first, last):
            return
        if self.find_foot(first, last, self._last_running):
            return
        lengths = [line.end - line.start for line in lines[first : last + 1]]
        if self.is_marked_head(first) or any("\t" in shapes[position].bare for position in range(first, last + 1)):
            return
        if (
            self.heads_message(first)
            or self._names_its_kind(first, last)
            or self.is_stamp(first, last)
            or self._is_title_before_text(first, last)
        ):
            return
        label = self.label(first)
        if (label and lengths[0] < LONGEST) or (self._closing.match(shapes[first].bare) and last - first < 3):
            return
        if (
            last > first
            and sum(LABEL_SHAPE.match(shape.bare) is not None for shape in shapes[first : last + 1]) > len(lengths) / 2
        ):
            return
        total, words = sum(lengths), sum(shapes[position].words for position in range(first, last + 1))
        closed = not shapes[last].opens
        flowing = (self.capitals and shapes[first].capitals) or any(shape.lower_start for shape in shapes[first + 1 : last + 1])
        wrapped = last - first >= 2 and total / len(lengths) >= 34 and flowing
        abbreviated = ABBREVIATED.search(shapes[last].bare) is not None
        sentence = closed and (
            (total >= 45 and words >= 8 and not (abbreviated and last > first)) or (words >= 3 and is_sentence(shapes[last].bare))
        )
        flows = any(shapes[at + 1].lower_start and lengths[at - first] >= 35 for at in range(first, last))
        rest = first == last and shapes[first].lower_start and closed and total > 3
        for offset, length in enumerate(lengths):
            shape = shapes[first + offset]
            goes_on = bool(offset) and self.running[first + offset - 1] and shapes[first + offset - 1].opens
            fills = (wrapped or sentence or flows) and (length >= 20 or sentence)
            long = length >= 75 and shape.words >= 10
            sure = (self.capitals and shape.capitals) or shape.labelled or (shape.words >= 9 and mostly_lower(shape.bare))
            phrase = length >= 50 and shape.words >= 7 and sure
            if 0 < len(shape.bare) < 16 and (not any(map(str.isalpha, shape.bare)) or PAGE_MARK.fullmatch(shape.bare)):
                continue
            if self.is_learned_short_mark(shape.bare):
                continue
            if RUNNING_HEAD.match(shape.bare) and len(shape.bare) < LONGEST:
                continue
            at_an_edge = first + offset in (first, last) and last > first
            if at_an_edge and shape.words <= MOST_WORDS_AGAIN and not shape.lower_start and self.again(first + offset):
                continue
            self.running[first + offset] = (
                long or phrase or rest or ((goes_on or fills) and (self.capitals or not only_marks(shape)))
            )

    def _names_its_kind(self, first: int, last: int) -> bool:
        """Whether a block at the head of a paper is a title that begins with its kind in capitals (`SUMMARY RECORD of`)."""
        if self.capitals or self._last_running >= 0 or last - first >= LONGEST_HEAD_LINES or not self.shapes[last].opens:
            return False
        words = TITLE_IN_CAPITALS.match(self.shapes[first].bare)
        return words is not None and plain(words[1]) in self._title_words

    def _is_title_before_text(self, first: int, last: int) -> bool:
        """Whether a block at the head of a paper has the words of a title, over several lines or on a long one."""
        if self.capitals or self._last_running >= 0 or last - first >= MOST_TITLE_LINES:
            return False
        return is_title_over_lines([shape.bare for shape in self.shapes[first : last + 1]])

    def fronts_again(self, first: int, last: int) -> int:
        """How often the lines of a block stand before a text, as one block."""
        return self._blocks_of_fronts[tuple(shape.key for shape in self.shapes[first : last + 1])]

    @cached_property
    def _blocks_of_fronts(self) -> Counter[tuple[str, ...]]:
        """The blocks that stand before a text and come again, each with how often it stands so."""
        blocks = (self.view.blocks[number] for number in self.blocks_again)
        return Counter(
            tuple(shape.key for shape in self.shapes[block.first : block.last + 1]) for block in blocks if self.front[block.first]
        )

    def _find_fronts(self) -> list[bool]:
        """Lines where a form or a letterhead stands before the text: at the start, and where a second form starts."""
        count = len(self.shapes)
        front = [False] * count
        first = 0
        while first < count and not self.running[first] and not SECTION.match(self.shapes[first].bare):
            front[first] = True
            first += 1
        while first and self.bold_alone(first - 1):
            first -= 1
            front[first] = False
        self._first_names = {name for position in range(first) if (name := self._printed_name(position))}
        known = any(self.label(at) or self.is_marked_head(at) or self.heads_message(at) for at in range(first))
        self.form_first = known or len(self._first_names) >= FEWEST_NAMES
        self.named_first = any(self.label(at) or self.heads_message(at) for at in range(first)) or len(self._first_names) > 1
        at = first
        while at < count:
            if self.running[at]:
                at += 1
                continue
            end = self.next_running[at]
            self._find_front(at, end, front)
            at = end
        return front

    def _find_front(self, first: int, end: int, front: list[bool]) -> None:
        # What stands above the end of a message is none of the next one's form, and above a paper's title none of its.
        ended = [at + 1 for at in range(first, end) if END_OF_MESSAGE.fullmatch(self.shapes[at].bare) and self.alone(at)]
        titles = [at for at in range(first, end) if self._is_kind_of_paper(at)]
        first = max([first, *ended, *titles])
        labels = set()
        start = end
        for position in range(first, end):
            shape = self.shapes[position]
            label = self.label(position)
            marked = self.is_marked_head(position)
            again = self._printed_name(position) in self._first_names
            message = self.heads_message(position)
            titled = position in titles
            if label:
                labels.add(plain(label[1]))
            elif message:
                labels.add(shape.key)
            elif again:
                labels.add(self._printed_name(position))
            if (label or message or again or marked or self.is_title(shape.bare) or titled) and start == end:
                start = position
        titled = start in titles
        if len(labels) >= 3 or (len(labels) >= 2 and self.is_marked_head(start)) or (labels and titled):
            for position in range(self._start_of_form(first, start), end):
                front[position] = True

    def _is_kind_of_paper(self, position: int) -> bool:
        """Whether a line alone, under a mark, is a title in capitals with the word for a kind of paper."""
        shape = self.shapes[position]
        if not self.alone(position) or not shape.capitals or not shape.opens or shape.words < LEAST_TITLE_WORDS:
            return False
        if self.again(position) or not self.title_word(shape.bare):
            return False
        return position > 0 and self._is_mark(position - 1)

    def _start_of_form(self, first: int, named: int) -> int:
        """Where a form starts whose first printed name or title stands at `named`: values alone may stand above it.

        Above it end the page before and its furniture: the last mark of an archive or a reviewer, or the first marking of two.
        """
        counted = [position for position in range(first, named) if position in self.counting]
        if counted:
            return counted[-1] + 1
        markings = [position for position in range(first, named) if self.marking(position)]
        below = markings[0] if len(markings) > 1 or (markings and self._are_closers(first, markings[0])) else first - 1
        start = named
        while start - 1 > below:
            shape = self.shapes[start - 1]
            if not shape.bare or END_OF_MESSAGE.fullmatch(shape.bare) or self._closing.match(shape.bare):
                break
            if not LABEL_SHAPE.match(shape.bare) and (shape.words > MOST_WORDS_OF_VALUE or END_OF_PAGE.match(shape.bare)):
                break
            start -= 1
        return start

    def _are_closers(self, first: int, after: int) -> bool:
        """Whether the lines from `first` on, up to another, are those of a signature and of what stands under it."""
        shapes = self.shapes[first:after]
        return bool(shapes) and all(
            shape.words <= MOST_WORDS_OF_NAME or END_OF_PAGE.match(shape.bare) or self._closing.match(shape.bare)
            for shape in shapes
        )

    def _printed_name(self, position: int) -> str:
        """What has the shape of a printed name at the start of a block of one line or two; empty where there is none."""
        found = LABEL_SHAPE.match(self.shapes[position].bare) if self.starts_block(position) else None
        block = self.view.blocks[self.block_of[position]]
        if found is None or (block.last > position and LABEL_SHAPE.match(self.shapes[position + 1].bare)):
            return ""
        return plain(found[1])

    def under_title(self, position: int) -> bool:
        """Whether the title of a form stands above a line, with nothing of the text between."""
        return position in self._under_titles

    @cached_property
    def _under_titles(self) -> frozenset[int]:
        found: set[int] = set()
        titled = False
        for position, shape in enumerate(self.shapes):
            if titled and self.front[position]:
                found.add(position)
            titled = self.front[position] and (titled or self.is_marked_head(position) or self.is_title(shape.bare, whole=True))
        return frozenset(found)

    def above_head(self, position: int) -> bool:
        """Whether a form's title with the sign of a head stands under a line, and nothing of the text between."""
        return position in self._above_heads

    @cached_property
    def _above_heads(self) -> frozenset[int]:
        found: set[int] = set()
        headed = False
        for position in range(len(self.shapes) - 1, -1, -1):
            headed = self.front[position] and self.named_first and (headed or self.is_marked_head(position))
            if headed and not self.is_marked_head(position):
                found.add(position)
        return frozenset(found)

    def in_form(self, position: int) -> bool:
        """Whether a line stands before the text, and on a form: one that has a printed name or a marked title."""
        return self.front[position] and (self.form_first or self.previous_running[position] >= 0)

    @cached_property
    def marks(self) -> list[bool]:
        """Lines that are surely marks of a page: of secrecy, of its number, of an archive, or alone again and again."""
        found = [not self.running[position] and self._is_mark(position) for position in range(len(self.shapes))]
        for position in self.counting:
            found[position] = found[position] or not self.front[position]
        for positions in self.positions.values():
            inside = [position for position in positions if not self.front[position] and self.alone(position)]
            first = self.shapes[positions[0]]
            if END_OF_MESSAGE.fullmatch(first.bare):
                continue
            if len(inside) >= OFTEN and first.words <= 5 and first.bare[0] not in "[(" and first.opens:
                for position in inside:
                    found[position] = True
        return found

    def again(self, position: int) -> bool:
        """Whether a line without an end point stands in the text more than once, its numbers apart."""
        return self._times[self.shapes[position].key] > 1 if self.shapes[position].key else False

    def under(self, position: int) -> int:
        """The next line that is no marking and no short mark; the number of lines where there is none."""
        position += 1
        while position < len(self.shapes) and (self.marking(position) or self.is_short_mark(position)):
            position += 1
        return position

    def front_before_text(self, position: int) -> bool:
        """Whether another form or letterhead stands between a line and the next running text."""
        after = self.next_running[position]
        return after > position + 1 and self.front[after - 1]

    # ---- what stands around a line

    def stretch(self, position: int) -> tuple[int, int]:
        """The positions before and after the lines around a line that are no running text."""
        return self.previous_running[position], self.next_running[position]

    def cuts(self, position: int) -> int:
        """How surely a sentence is cut here: 2 where it goes on in lower case, 1 where it only has no end point, else 0."""
        before, after = self.stretch(position)
        if before < 0 or after >= len(self.shapes):
            return 0
        line = self.view.lines[before]
        if not ends_open(self.view.text, line.end):
            return 0
        start = self.view.lines[after].start
        if LABEL_OF_LIST.match(self.view.text, start):
            return 0
        return 2 if self.view.text[start].islower() else 1


def _neighbours(running: list[bool]) -> tuple[list[int], list[int]]:
    count = len(running)
    before, after = [-1] * count, [count] * count
    last = -1
    for position in range(count):
        before[position] = last
        if running[position]:
            last = position
    last = count
    for position in range(count - 1, -1, -1):
        after[position] = last
        if running[position]:
            last = position
    return before, after


_known: WeakKeyDictionary[View, tuple[Profile, Surroundings]] = WeakKeyDictionary()


def surroundings(view: View, profile: Profile) -> Surroundings:
    """The surroundings of a view's lines, worked out once for a view and a profile."""
    found = _known.get(view)
    if found is None or found[0] is not profile:
        found = _known[view] = (profile, Surroundings(view, profile))
    return found[1]
