"""What rules see (`View`) and what they say (`Reading`): proposals for spans of the source, with their evidence.

A rule never touches a tree, never sees TEI, and never inserts, drops or moves a character: it says that a span may be read
as something, and why. Whether it is read so is decided for the whole document by `teiencode.solve`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Set
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from teiencode.diagnostic import Span

WHITE = "".join(map(chr, range(0x21))) + "\ufffe\uffff"
"""White space of XML, and the characters that XML 1.0 cannot hold (section 2.2): what is restored and not written."""
INK = re.compile(f"[^{re.escape(WHITE)}]")
"""A character that a reader sees: it always stands in the TEI."""


class Evidence(NamedTuple):
    """One reason for a reading: its name, and its weight in log odds (positive speaks for the reading)."""

    name: str
    weight: float


NOTHING_STATED: Mapping[str, str] = MappingProxyType({})
"""The attributes of a reading that gives none."""

NOTHING_NUMBERED: Mapping[int, str] = MappingProxyType({})


class Reading(NamedTuple):
    """A span of the source read as `kind`.

    `content` is the part of the span that stays text; what is outside it are signs (`[Page 272]`, the `~~` around a
    deletion, the `  * ` before an item), which the profile's writer restores. Without `content` the whole span is text; an
    empty content makes the whole span a sign. `inner` are readings inside the content that come with this one.
    `opens`: the text ends in the middle of a sentence. `given`: an editor's decision, which is not weighed.
    """

    kind: str
    start: int
    end: int
    rule: str
    evidence: tuple[Evidence, ...] = ()
    attributes: Mapping[str, str] = NOTHING_STATED
    content: Span | None = None
    inner: tuple[Reading, ...] = ()
    opens: bool = False
    given: bool = False

    @property
    def weight(self) -> float:
        """The sum of the evidence."""
        return sum(reason.weight for reason in self.evidence)

    @property
    def inside(self) -> Span:
        """The span of the content."""
        return (self.start, self.end) if self.content is None else self.content


class Line(NamedTuple):
    """A line that is not blank: its number (from 0, blank lines counted too) and its span without white space around it."""

    number: int
    start: int
    end: int
    line_start: int
    line_end: int


class Block(NamedTuple):
    """Lines with no blank line between them, or a part of such: `first` and `last` are positions in `View.lines`, inclusive."""

    first: int
    last: int
    start: int
    end: int


class Decided(NamedTuple):
    """What an editor has decided of a text: readings of lines and inside them, and numbers of pages by their count."""

    lines: tuple[Reading, ...] = ()
    inline: tuple[Reading, ...] = ()
    pages: Mapping[int, str] = NOTHING_NUMBERED

    def page_number(self, count: int) -> str:
        """The number of the page that is the `count`th of the text: the editor's, or counted on from the last before it."""
        before = [page for page, number in self.pages.items() if page <= count and (page == count or number.isdecimal())]
        if not before:
            return str(count)
        page = max(before)
        return self.pages[page] if page == count else str(int(self.pages[page]) + count - page)


NOTHING_DECIDED = Decided()


class View:
    """A source as rules see it: its text, its lines that are not blank, its blocks, and what an editor has decided of it."""

    def __init__(self, text: str, decided: Decided = NOTHING_DECIDED) -> None:
        """Divide `text` into lines and blocks."""
        self.text = text
        self.decided = decided
        self.lines: list[Line] = []
        self.blocks: list[Block] = []
        self._divide()

    def _divide(self) -> None:
        lines = self.lines
        at = 0
        first: int | None = None
        for number, line in enumerate(self.text.split("\n")):
            end = at + len(line)
            from_ink = line.lstrip(WHITE)
            if from_ink:
                if first is None:
                    first = len(lines)
                start = end - len(from_ink)
                lines.append(Line(number, start, start + len(from_ink.rstrip(WHITE)), at, end))
            elif first is not None:
                self._close_block(first)
                first = None
            at = end + 1
        if first is not None:
            self._close_block(first)

    def _close_block(self, first: int) -> None:
        last = len(self.lines) - 1
        self.blocks.append(Block(first, last, self.lines[first].start, self.lines[last].end))

    def parted(self, starts: Set[int]) -> View:
        """The same text and lines, in which blocks begin at the lines at these positions too."""
        other = View("", self.decided)
        other.text, other.lines = self.text, self.lines
        for block in self.blocks:
            first = block.first
            for at in range(block.first + 1, block.last + 2):
                if at in starts or at > block.last:
                    other.blocks.append(Block(first, at - 1, self.lines[first].start, self.lines[at - 1].end))
                    first = at
        return other

    def follows_blank_line(self, position: int) -> bool:
        """Whether a blank line, or the text's start, stands before a line."""
        return not position or self.lines[position].number > self.lines[position - 1].number + 1

    def line_text(self, line: Line) -> str:
        """The text of a line without white space around it."""
        return self.text[line.start : line.end]

    def block_text(self, block: Block) -> str:
        """The text of a block without white space around it, line ends included."""
        return self.text[block.start : block.end]

    def block_lines(self, block: Block) -> list[Line]:
        """The lines of a block."""
        return self.lines[block.first : block.last + 1]

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """All matches of a pattern in the text, in order."""
        return pattern.finditer(self.text)

    def line_of(self, offset: int) -> Line:
        """The line that an offset of ink stands in. Found by halves: a line may be the whole of a large text."""
        return self.lines[bisect_right(self._line_starts, offset) - 1]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [line.line_start for line in self.lines]

    @cached_property
    def line_at(self) -> dict[int, int]:
        """The position in `lines` of the line that starts with ink at an offset."""
        return {line.start: position for position, line in enumerate(self.lines)}
