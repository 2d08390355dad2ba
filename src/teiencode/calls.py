"""Which note stands at which number: one best assignment for the whole document.

Candidates are numbers (or signs) glued to a word, each with its own evidence; beside it counts how they follow one another:
notes are called in the order in which they stand, a note that is passed over costs, and so does a step out of order. The best
chain is found by dynamic programming over the candidates, with one cell a note, so that a text twice as long takes twice as
long. The margin of a call is the best total less the best total in which its note is called elsewhere or not at all
(max-marginals, as in `teiencode.solve`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from teiencode.diagnostic import Code, Diagnostic
from teiencode.reading import Reading
from teiencode.solve import GIVEN, NEVER

NOTE_WITHOUT_CALL = Code(
    "TE201",
    "note-never-called",
    "notes",
    "warning",
    "A note's number was found nowhere in the text. The note stands as the last child of its division, with @cert='low'.",
    "Say in the sidecar where the note is called ([[calls]]), or mend its number in the source.",
)
CALL_WITHOUT_NOTE = Code(
    "TE202",
    "number-without-note",
    "notes",
    "warning",
    "A number stands where the next note should be called, and the text has no note of that number. It is left as text.",
    "Add the note to the source where it is lost; else nothing.",
)
CALL_UNSURE = Code(
    "TE203",
    "call-unsure",
    "notes",
    "warning",
    "Where a note is called was decided by little: another place, or none, is nearly as good. The note bears @cert='low'.",
    "Compare with the printed page, and give the place in the sidecar ([[calls]]).",
)
CODES = (NOTE_WITHOUT_CALL, CALL_WITHOUT_NOTE, CALL_UNSURE)


MOST_LOST = 20
"""How many missing notes are looked for."""

UNSURE = 2.0
"""A smaller margin (in log odds) is doubt."""

CHAIN: Mapping[str, float] = {
    "next in order": 2.0,
    "a note passed over": -7.0,
    "a note that may be lost": -4.0,
    "the same note again": -4.0,
    "out of order": -12.0,
    "two in a row": 0.0,
}
"""What one call after another gains or loses; a profile may give its own weights.

A text that is whole calls each of its notes, so one that is passed over costs much. In a damaged one a number may be lost: for
the margin of a call it counts less that its note might be called nowhere.
"""

OCCURRENCES = 4
"""How many notes of one label, nearest to where the best chain stands, a candidate may call."""


@dataclass(frozen=True, slots=True)
class Call:
    """A call: its reading, the position of its note, the margin, and the best other place for the note.

    `again`: the note is called here once more.
    """

    reading: Reading
    note: int
    margin: float
    rival: Reading | None = None
    again: bool = False


@dataclass(slots=True)
class _Step:
    """A candidate at work: the notes that it calls, the best total up to it, and where that chain comes from."""

    reading: Reading
    notes: tuple[int, ...]
    own: float
    total: float
    before: _Step | None
    reach: tuple[float, ...] = ()
    through: float = NEVER

    @property
    def calls(self) -> tuple[Reading, ...]:
        """The readings of the single calls."""
        return self.reading.inner or (self.reading,)


def assign_calls(candidates: Iterable[Reading], labels: Sequence[str], weights: Mapping[str, float] = CHAIN) -> list[Call]:
    """The best chain of calls for notes with these labels, in the order of the notes.

    A candidate's label is its `attributes["n"]`, or those of its `inner` where two calls stand in a row. Candidates that end
    at the same offset exclude one another.
    """
    runs: dict[int, list[Reading]] = defaultdict(list)
    for candidate in candidates:
        runs[candidate.end].append(candidate)
    chain = _Chain(labels, {**CHAIN, **weights})
    ordered = [runs[end] for end in sorted(runs)]
    steps = [step for run in ordered if (step := chain.forward(run))]
    path = chain.best_path()
    if not path:
        return []
    chain.backward(steps, path)
    calls = _calls(path, steps, chain)
    again = list(_second_calls(ordered, calls, {**CHAIN, **weights}["the same note again"]))
    return sorted([*calls, *again], key=lambda call: call.reading.start)


def _second_calls(runs: Sequence[Sequence[Reading]], calls: Sequence[Call], cost: float) -> Iterator[Call]:
    """Numbers beside the chain that call a note which has been called before them: pointers to it."""
    taken = {call.reading.end for call in calls}
    ends = [call.reading.end for call in calls]
    called: dict[str, int] = {}
    at = 0
    for run in runs:
        end = run[0].end
        while at < len(calls) and ends[at] < end:
            called[calls[at].reading.attributes["n"]] = calls[at].note
            at += 1
        best = max((reading for reading in run if not reading.inner), key=lambda reading: reading.weight, default=None)
        if best is None or end in taken or best.attributes["n"] not in called:
            continue
        margin = GIVEN if best.given else best.weight + cost
        if margin > 0 and not any(best.start < place <= end for place in ends[max(0, at - 1) : at + 2]):
            yield Call(best, called[best.attributes["n"]], margin, None, True)


class _Chain:
    """The dynamic programme: the best chain that ends (or begins) with each note."""

    def __init__(self, labels: Sequence[str], weights: Mapping[str, float]) -> None:
        self.count = len(labels)
        self.positions: dict[str, list[int]] = defaultdict(list)
        for position, label in enumerate(labels):
            self.positions[label].append(position)
        self.next = weights["next in order"]
        self.skip = weights["a note passed over"]
        self.lost = weights["a note that may be lost"] - self.skip
        self.jump = weights["out of order"]
        self.row = weights["two in a row"]
        self.ends: list[tuple[float, _Step | None]] = [(NEVER, None)] * self.count
        self.top: tuple[float, _Step | None] = (NEVER, None)
        self.starts = [NEVER] * self.count
        self.start_top = NEVER
        self.uncalled: dict[int, float] = {}

    def between(self, before: int, note: int) -> float:
        """What a call of `note` gains or loses after one of `before` (-1: none yet; `count`: the end)."""
        if note == before + 1:
            return self.next if note < self.count else 0.0
        return max(self.jump, self.skip * (note - before - 1)) if note > before else self.jump

    def forward(self, run: Sequence[Reading]) -> list[_Step]:
        """Take the candidates that share one end; returns them as steps."""
        steps = [self._step(reading, notes) for reading in run for notes in self._notes_of(reading)]
        for step in steps:
            last = step.notes[-1]
            if step.total > self.ends[last][0]:
                self.ends[last] = (step.total, step)
            if step.total > self.top[0]:
                self.top = (step.total, step)
        return steps

    def _notes_of(self, reading: Reading) -> list[tuple[int, ...]]:
        calls = reading.inner or (reading,)
        first, *others = (call.attributes["n"] for call in calls)
        found: list[tuple[int, ...]] = []
        for position in self._near(first):
            notes = [position]
            for label in others:
                after = next((p for p in self.positions.get(label, ()) if p == notes[-1] + 1), None)
                if after is None:
                    break
                notes.append(after)
            else:
                found.append(tuple(notes))
        return found

    def _near(self, label: str) -> Sequence[int]:
        """The notes of a label, where there are many those nearest to where the best chain stands."""
        positions = self.positions.get(label, ())
        if len(positions) <= OCCURRENCES:
            return positions
        here = self.top[1].notes[-1] if self.top[1] else 0
        low = 0
        high = len(positions)
        while low < high:
            middle = (low + high) // 2
            if positions[middle] < here:
                low = middle + 1
            else:
                high = middle
        first = max(0, min(low - 1, len(positions) - OCCURRENCES))
        return positions[first : first + OCCURRENCES]

    def _step(self, reading: Reading, notes: tuple[int, ...]) -> _Step:
        own = GIVEN if reading.given else reading.weight
        own += (self.row + self.next) * (len(notes) - 1)
        first = notes[0]
        total, before = self.between(-1, first), None
        reach = [max(self.jump, self.skip * (first + 1))]
        for earlier in range(max(0, first - 4), first):
            score, step = self.ends[earlier]
            if step is not None:
                reach.append(score + self.skip * (first - earlier))
                score += self.between(earlier, first)
                if score > total:
                    total, before = score, step
        if self.top[1] is not None and self.top[0] + self.jump > total:
            total, before = self.top[0] + self.jump, self.top[1]
        return _Step(reading, notes, own, total + own, before, tuple(reach))

    def best_path(self) -> list[_Step]:
        """The steps of the best chain, in the order of the text; none where no call is better than none."""
        best, last = self.between(-1, self.count), None
        for note, (score, step) in enumerate(self.ends):
            total = score + self.between(note, self.count)
            if step is not None and total > best:
                best, last = total, step
        self.best = best
        path = []
        while last is not None:
            path.append(last)
            last = last.before
        path.reverse()
        return path

    def ahead(self, note: int) -> float:
        """The best that can follow a call of `note`."""
        best = max(self.between(note, self.count), self.start_top + self.jump)
        for later in range(note + 1, min(self.count, note + 5)):
            best = max(best, self.starts[later] + self.between(note, later))
        return best

    def backward(self, runs: Sequence[Sequence[_Step]], path: Sequence[_Step]) -> None:
        """Fill in each step's best total of a whole chain through it, and for each step of the path the best without it."""
        on_path = {id(step) for step in path}
        for run in reversed(runs):
            found = []
            for step in run:
                ahead = self.ahead(step.notes[-1])
                step.through = step.total + ahead
                if id(step) in on_path:
                    without = max(step.reach) + self.ahead_without(step.notes[-1])
                    self.uncalled[id(step)] = without
                found.append((step.notes[0], step.own + ahead))
            for note, score in found:
                self.starts[note] = max(self.starts[note], score)
                self.start_top = max(self.start_top, score)

    def ahead_without(self, note: int) -> float:
        """The best that can follow where `note` itself is not called; passing it over is counted before it."""
        best = self.skip * (self.count - note - 1)
        for later in range(note + 1, min(self.count, note + 4)):
            best = max(best, self.starts[later] + self.skip * (later - note - 1))
        return max(best, self.start_top + self.jump)


def _calls(path: Sequence[_Step], runs: Sequence[Sequence[_Step]], chain: _Chain) -> list[Call]:
    rivals: dict[int, list[_Step]] = defaultdict(list)
    for run in runs:
        for step in run:
            for note in step.notes:
                kept = rivals[note]
                kept.append(step)
                if len(kept) > 2 * OCCURRENCES:
                    kept.sort(key=lambda other: -other.through)
                    del kept[OCCURRENCES:]
    calls = []
    for step in path:
        for reading, note in zip(step.calls, step.notes, strict=True):
            others = [other for other in rivals[note] if not _same_place(other, note, reading)]
            rival = max(others, key=lambda other: other.through, default=None)
            uncalled = chain.uncalled[id(step)] + chain.lost * len(step.notes)
            second = max(uncalled, rival.through if rival else NEVER)
            place = None
            if rival is not None and rival.through >= uncalled:
                place = rival.calls[rival.notes.index(note)]
            calls.append(Call(reading, note, max(0.0, chain.best - second), place))
    return calls


def _same_place(step: _Step, note: int, reading: Reading) -> bool:
    other = step.calls[step.notes.index(note)]
    return (other.start, other.end) == (reading.start, reading.end)


# The label comes first, so that it is searched for as a word and what stands before it is looked at where it is found.
GLUED = (
    r"{label}(?:(?<=[^\W\d_]{label})|(?<=[^\W\d_\s][.,;:!?”’)\]]{label})|(?<=[^\W\d_\s][.,;:!?”’)\]][.,;:!?”’)\]]{label}))"
    r"(?!\w|[.,:–-]\w|%)"
)
AFTER_SENTENCE = (
    r"{label}(?:(?<=[^\W\d_][.?!]{label})|(?<=[^\W\d_][.?!]”{label})|(?<=[^\W\d_][”’)][.?!]{label})"
    r"|(?<=[^\W\d_][”’)][.?!]”{label}))(?=\s+[“(\[]?[A-Z]|\s*\Z|\n)"
)


def lost_notes(text: str, end: int, labels: Sequence[str], calls: Sequence[Call]) -> Iterator[Diagnostic]:
    """Tell of numbers in the text before `end` that stand where a note is called that the text does not have.

    Only notes numbered in order tell which one is missing: a number between two of them, or the one after the last.
    """
    if not all(label.isdecimal() and len(label) < 6 for label in labels):
        return
    numbers = [int(label) for label in labels]
    if any(after <= before for before, after in pairwise(numbers)):
        return
    places = {int(call.reading.attributes["n"]): call.reading for call in calls if not call.again}
    last = numbers[-1] if numbers else 0
    missing = [n for before, after in pairwise(numbers) for n in range(before + 1, after)][:MOST_LOST]
    for number in [*missing, last + 1]:
        pattern = GLUED if number < last else AFTER_SENTENCE
        first = places[number - 1].end if number - 1 in places else 0
        stop = min((place.start for n, place in places.items() if n > number), default=end)
        found = re.compile(pattern.format(label=number)).search(text, first, stop)
        if found is not None and places:
            yield CALL_WITHOUT_NOTE.at(found.span(), f"{number} may call a note, but the text has no note {number}")
