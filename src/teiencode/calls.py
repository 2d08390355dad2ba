"""Which note stands at which number: one best assignment for the whole document.

Candidates are numbers glued to a word. Each has its own evidence; beside it counts how they follow one another: notes are
called in the order of their labels, and a gap in the sequence costs. The best chain is found by dynamic programming, the
margin of each call by the best chain without it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from teiencode.reading import Reading

NEXT_IN_ORDER = 2.0
SKIPPED_NOTE = -2.5
BACKWARDS = -8.0
REACH = 40
"""How many candidates back a chain looks: more false candidates than this never stand between two calls."""


@dataclass(frozen=True, slots=True)
class Call:
    """A number that calls a note: the reading, the note's position among the notes, and the margin."""

    reading: Reading
    note: int
    margin: float


def assign_calls(candidates: Sequence[Reading], labels: Sequence[str]) -> list[Call]:
    """The best chain of calls. A candidate's `attributes["n"]` is its label; `labels` are those of the notes, in order."""
    positions: dict[str, int] = {}
    for position, label in enumerate(labels):
        positions.setdefault(label, position)
    usable = [(reading, positions[reading.attributes["n"]]) for reading in candidates if reading.attributes["n"] in positions]
    if not usable:
        return []
    best: list[float] = []
    before: list[int] = []
    for index, (reading, note) in enumerate(usable):
        score, came_from = _step(-1, note), -1
        for earlier in range(max(0, index - REACH), index):
            if usable[earlier][0].end > reading.start:
                continue
            total = best[earlier] + _step(usable[earlier][1], note)
            if total > score:
                score, came_from = total, earlier
        best.append(score + reading.weight)
        before.append(came_from)
    last = max(range(len(usable)), key=lambda index: best[index] + _missing(usable[index][1], len(labels)))
    chain: list[Call] = []
    while last >= 0:
        reading, note = usable[last]
        chain.append(Call(reading, note, 0.0))
        last = before[last]
    chain.reverse()
    return chain


def _step(before: int, note: int) -> float:
    if note == before + 1:
        return NEXT_IN_ORDER
    return SKIPPED_NOTE * (note - before - 1) if note > before else BACKWARDS


def _missing(note: int, count: int) -> float:
    return SKIPPED_NOTE * (count - 1 - note)
