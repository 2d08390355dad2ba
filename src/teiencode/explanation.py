"""Why each line of a text is read as it is: the evidence of the reading that won, the runner-up, and the margin between them.

This is for people: an editor sees which mark, which shape or which neighbour decided, and so what to add to a profile or to
mend in a source.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from teiencode.encode import decide
from teiencode.glued_blocks import part_glued_blocks
from teiencode.profile import Profile
from teiencode.reading import NOTHING_DECIDED, Decided, Evidence, Reading, View
from teiencode.solve import START, Choice, State
from teiencode.transitions import Transitions


@dataclass(frozen=True, slots=True)
class Explained:
    """One decision: the lines from `line` to `last_line` (from 1), their text, and what they are read as.

    `place` is what the reading gains or loses by what stands before it, `margin` by how much the whole document would be
    worse with another kind here; `rival` is that other reading, and `None` where nothing else was possible.
    """

    line: int
    last_line: int
    words: str
    reading: Reading
    after: str
    place: float
    margin: float
    rival: Reading | None

    @property
    def kind(self) -> str:
        """What the line is read as."""
        return self.reading.kind

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The reasons for it, by name and weight (log odds)."""
        return evidence_of(self.reading)


def evidence_of(reading: Reading) -> tuple[Evidence, ...]:
    """The reasons for a reading; for several pieces on one line those of each piece too."""
    return (*reading.evidence, *(reason for piece in reading.inner if reading.kind == "several" for reason in piece.evidence))


def explain_lines(text: str, profile: Profile, decided: Decided = NOTHING_DECIDED) -> Iterator[Explained]:
    """Each decision on the lines of `text` that are not blank, in the text's order, as `encode` takes it with that profile."""
    view = part_glued_blocks(View(text, decided), profile)
    transitions = Transitions(profile)
    state: State = START
    for choice in decide(view, profile, []):
        reading = choice.reading
        yield _explained(view, choice, state[0], transitions.weight(state, reading))
        state = transitions.following(state, reading)


def _explained(view: View, choice: Choice, after: str, place: float) -> Explained:
    reading = choice.reading
    first, last = view.line_of(reading.start), view.line_of(reading.end - 1)
    words = view.text[reading.start : reading.end]
    return Explained(first.number + 1, last.number + 1, words, reading, after, place, choice.margin, choice.rival)
