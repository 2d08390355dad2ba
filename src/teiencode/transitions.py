"""What may follow what: a profile's weights for one reading of lines after another.

`"head > dateline" = 2.0` counts where a dateline follows a head; `*` stands for any kind before, `start` for the text's start,
`open` and `closed` for whether the last line of text ended in the middle of a sentence. All that match are added up, but of
`head > x` and `* > x` only the former.
"""

from __future__ import annotations

from teiencode.profile import Profile
from teiencode.reading import Reading
from teiencode.solve import GOES_ON, NEVER, State

JOINED = frozenset({"paragraph", "continuation", "item", "item continued", "annotation", "note", "foot note"})
"""Kinds that go on over the line ends of a block."""

AFTER_A_NOTE = frozenset({"note", "same"})
"""Notes stand at the end of a text: decoding puts them back there, so nothing else can follow one."""


class Transitions:
    """A profile's transitions, looked up once a pair."""

    def __init__(self, profile: Profile) -> None:
        """Read the weights of `profile`."""
        self._weights = profile.transitions
        self._keeps_sentence = profile.keeps_sentence
        self._known: dict[tuple[State, str], float] = {}

    def weight(self, state: State, reading: Reading) -> float:
        """What `reading` gains or loses by the state before it; the pieces of one line follow one another."""
        if reading.kind == "several":
            total = 0.0
            for piece in reading.inner:
                total += self.weight(state, piece)
                state = self.following(state, piece)
            return total
        key = (state, reading.kind)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._look_up(state, reading.kind)
        return found

    def _look_up(self, state: State, kind: str) -> float:
        before, in_sentence = state
        if kind == "same":
            return GOES_ON if before in JOINED else NEVER
        if before == "note" and kind not in AFTER_A_NOTE:
            return NEVER
        weights = self._weights
        pair = weights.get(f"{before} > {kind}", weights.get(f"* > {kind}", 0.0))
        return pair + weights.get(f"{'open' if in_sentence else 'closed'} > {kind}", 0.0)

    def following(self, state: State, reading: Reading) -> State:
        """The state after `reading`; furniture and the like leave a cut sentence open."""
        kind = reading.kind
        if kind == "several":
            for piece in reading.inner:
                state = self.following(state, piece)
            return state
        if kind == "same":
            return state if state[0] in self._keeps_sentence else (state[0], reading.opens)
        return kind, state[1] if kind in self._keeps_sentence else reading.opens
