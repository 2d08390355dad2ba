"""Feet that read like text: blocks printed above a page's marks, known by how their lines are set and by what they cut.

A warning at the foot of a form may be a whole sentence (`This message must not be quoted / to any unauthorised person`).
Its lines are broken where the text's would run on, or stand in the middle of a sentence that goes on below the marks.
"""

from __future__ import annotations

from functools import cached_property

from teiencode.line_shapes import LABEL_OF_LIST, LEAST_OF_TEXT, LONGEST, LONGEST_AGAIN
from teiencode.marked_lines import MarkedLines
from teiencode.profile import Profile
from teiencode.reading import View

MOST_LINES = 3
MOST_ABOVE_FOOT = 6
"""Lines from the last one of the text to a form's foot: a catchword, a table of the form."""
SHARE_OF_WIDTH, SHARE_OF_SHORT = 0.8, 0.6
WIDER_THAN_TEXT = 1.25
UNWRAPPED = 150
TURN = 12
"""Lines from the foot of a page to the text of the next one."""
MOST_WORDS_OF_MARK = 9
HARD_BREAK = "  "
"""With two blanks at its end a line of Markdown is broken there by whoever set it."""
MOST_BROKEN = 0.3
"""Of the lines of a text the part that may end in blanks where they break lines: more often they say nothing."""


class FeetInText(MarkedLines):
    """Lines with their marks, and which blocks among the text are a form's feet."""

    def __init__(self, view: View, profile: Profile) -> None:
        """Measure how long the lines of the text are."""
        super().__init__(view, profile)
        self.width = _width(view)
        self.feet_in_cuts: set[int] = set()
        """The first lines of feet that a cut sentence shows."""
        self.feet_set_by_hand: set[int] = set()
        """The first lines of feet that their line breaks show."""

    def find_foot(self, first: int, last: int, before: int) -> bool:
        """Whether a block over a mark is a form's foot; `before` is the last line of running text above it, or -1.

        Its lines are shorter than those of the text, or longer, or in small letters where the text is in capitals.
        """
        shapes = self.shapes
        if before < 0 or last + 1 >= len(shapes) or last - first >= MOST_LINES or not self._is_mark(last + 1):
            return False
        lines = shapes[first : last + 1]
        if shapes[first].lower_start or LABEL_OF_LIST.match(lines[0].bare) or first - before > MOST_ABOVE_FOOT:
            return False
        if any(not 0 < len(shape.bare) <= LONGEST_AGAIN for shape in lines):
            return False
        below = range(last + 1, min(last + TURN, len(shapes)))
        after = next((at for at in below if shapes[at].lower_start or shapes[at].words > MOST_WORDS_OF_MARK), None)
        if last > first and after is not None and self._is_set_by_hand(first, last):
            self.feet_set_by_hand.add(first)
            return True
        if shapes[before].opens and self._is_unlike_text(first, last, after):
            self.feet_in_cuts.add(first)
            return True
        return False

    def _is_unlike_text(self, first: int, last: int, after: int | None) -> bool:
        """Whether lines in a cut sentence, which goes on at `after`, are set in another way than the text."""
        lines = self.shapes[first : last + 1]
        if any(len(shape.bare) > LONGEST and shape.bare[-1] not in ".)" for shape in lines):
            return False
        if self.capitals:
            return not lines[0].capitals
        if any(SHARE_OF_WIDTH * self.width <= len(shape.bare) <= WIDER_THAN_TEXT * self.width for shape in lines):
            return False
        if last > first and self.width >= UNWRAPPED:
            # A paragraph of this text is one long line.
            return True
        if after is None:
            return False
        return self.shapes[after].lower_start or (not self.shapes[after].bare and self._starts_low(after))

    def _starts_low(self, position: int) -> bool:
        return self.view.text[self.view.lines[position].start].islower()

    def _is_set_by_hand(self, first: int, last: int) -> bool:
        """Whether all lines of a block but the last are broken by signs, as those of the text are not."""
        return all(position in self._hard_breaks for position in range(first, last))

    @cached_property
    def _hard_breaks(self) -> frozenset[int]:
        """The lines that end in a sign for a line break; none where lines of the text end so too."""
        text, lines = self.view.text, self.view.lines
        broken = [at for at, line in enumerate(lines) if text.startswith(HARD_BREAK, line.end)]
        long = [at for at, line in enumerate(lines) if line.end - line.start >= LEAST_OF_TEXT]
        among_text = len(frozenset(long).intersection(broken))
        return frozenset(broken if len(broken) <= MOST_BROKEN * len(lines) and among_text < len(long) / 2 else ())


def _width(view: View) -> int:
    """How long the lines of the running text are: of the lines that are no shorter than a mark the one in the middle."""
    lengths = sorted(length for line in view.lines if (length := line.end - line.start) >= LEAST_OF_TEXT)
    return lengths[len(lengths) // 2] if lengths else 0
