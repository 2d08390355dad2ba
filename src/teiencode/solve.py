"""The best readings for the whole document, with the margin by which each won.

`solve_lines`: every line gets one reading; the best path through all proposed readings, by dynamic programming over their
evidence and the profile's transitions (Viterbi; Rabiner, *A tutorial on hidden Markov models*, 1989, section III.B, here with
readings of several lines). The margin of a decision is the best total less the best total with another kind at that place.

`solve_nesting`: inside the lines, the heaviest set of readings of which none cross (weighted interval scheduling).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from teiencode.reading import Evidence, Reading, View

GIVEN = 1e6
"""The weight of an editor's decision: more than any evidence."""

NEVER = -1e9

GOES_ON = 1.0
"""What speaks for a line of a block being more of the same."""

State = tuple[str, bool]
"""The kind of the last reading, and whether the last line of text ended in the middle of a sentence."""

START: State = ("start", False)


class Choice(NamedTuple):
    """A reading that won, the margin by which it did, and the strongest rival of another kind."""

    reading: Reading
    margin: float = 0.0
    rival: Reading | None = None


class _Edge(NamedTuple):
    reading: Reading
    first: int
    after: int
    weight: float


_Step = tuple[State, float, _Edge, State]
"""A reading taken in a state: the state, what is gained, the reading, the state after it."""

Transition = Callable[[State, Reading], float]
"""What a reading gains or loses by what stands before it; `NEVER` forbids it."""

Following = Callable[[State, Reading], State]
"""The state after a reading."""


def solve_lines(view: View, readings: Iterable[Reading], transition: Transition, following: Following) -> list[Choice]:
    """The best readings that cover each line of `view` once, in order.

    Every line can be read as (the rest of) a paragraph; `readings` must each cover whole lines, others are passed over.
    """
    edges = _edges(view, readings)
    count = len(view.lines)
    if not count:
        return []
    forward: list[dict[State, float]] = [{} for _ in range(count + 1)]
    back: list[dict[State, tuple[_Edge, State]]] = [{} for _ in range(count + 1)]
    steps: list[list[_Step]] = [[] for _ in range(count)]
    forward[0][START] = 0.0
    for position in range(count):
        for state, score in forward[position].items():
            for edge in edges[position]:
                gain = edge.weight + transition(state, edge.reading)
                if gain <= NEVER / 2:
                    continue
                after = following(state, edge.reading)
                steps[position].append((state, gain, edge, after))
                total = score + gain
                ahead = forward[edge.after]
                if total > ahead.get(after, NEVER):
                    ahead[after] = total
                    back[edge.after][after] = (edge, state)
    path: list[_Edge] = []
    state = max(forward[count], key=lambda state: forward[count][state])
    position = count
    while position:
        edge, state = back[position][state]
        path.append(edge)
        position = edge.first
    path.reverse()
    return _with_margins(path, forward, steps)


def _edges(view: View, readings: Iterable[Reading]) -> list[list[_Edge]]:
    edges: list[list[_Edge]] = [[] for _ in view.lines]
    starts = [line.start for line in view.lines]
    ends = [line.end for line in view.lines]
    for reading in readings:
        first = bisect_left(starts, reading.start)
        last = bisect_left(ends, reading.end)
        if first < len(starts) and starts[first] == reading.start and last < len(ends) and ends[last] == reading.end:
            weight = GIVEN if reading.given else reading.weight
            edges[first].append(_Edge(reading, first, last + 1, weight))
    for position, line in enumerate(view.lines):
        opens = ends_open(view.text, line.end)
        kinds = ("paragraph",) if view.follows_blank_line(position) else ("paragraph", "same")
        for kind in kinds:
            reading = Reading(kind, line.start, line.end, "default", opens=opens)
            edges[position].append(_Edge(reading, position, position + 1, 0.0))
    return edges


def _with_margins(path: list[_Edge], forward: list[dict[State, float]], steps: list[list[_Step]]) -> list[Choice]:
    """Max-marginals: for each decision the best total in which its first line is of another kind."""
    count = len(steps)
    best = max(forward[count].values())
    backward: list[dict[State, float]] = [{} for _ in range(count + 1)]
    backward[count] = dict.fromkeys(forward[count], 0.0)
    rivals: list[dict[str, tuple[float, Reading]]] = [{} for _ in range(count)]
    for position in range(count - 1, -1, -1):
        scores, here, rival = forward[position], backward[position], rivals[position]
        for state, gain, edge, after in steps[position]:
            onward = gain + backward[edge.after].get(after, NEVER)
            if onward > here.get(state, NEVER):
                here[state] = onward
            total = scores[state] + onward
            kind = edge.reading.kind
            if kind not in rival or total > rival[kind][0]:
                rival[kind] = (total, edge.reading)
    choices = []
    for edge in path:
        others = [pair for kind, pair in rivals[edge.first].items() if kind != edge.reading.kind and pair[0] > NEVER / 2]
        if others:
            total, reading = max(others, key=lambda pair: pair[0])
            choices.append(Choice(edge.reading, best - total, reading))
        else:
            choices.append(Choice(edge.reading, float("inf"), None))
    return choices


END_POINTS = ".?!:;"
WITHHELD = re.compile(
    r"(?:\[(?:REDACTED|redacted|illegible|unclear)\]|\([a-cA-C]\)\(\d{1,2}\)(?:\([A-F]\))?|\(X\)|[1-3]\.[3-6] ?\([a-h]\))\Z"
)
"""A sign of what was withheld or not read, where it stands last: the sentence ends, or does not, before it."""
CODES_AFTER_END_POINT = re.compile(
    r"(?:\w{3}|\d)[.?!][\"”')\]]*(?:[ \t]+(?:[A-Za-z]{1,5}\.? )?(?=\S*\d)(?=\S*[^\s\d])[(\[]?\w[\w.:()/-]{0,11})+\Z"
)
"""Letters and figures behind a sentence, as a reviewer writes them for withheld words: the sentence has ended before them."""
LONGEST_CODES = 48
"""Characters of a sentence's end and of the codes behind it; a line that is no longer is none of the text."""
AFTER_END_POINT = "\"'”’»)]}*~^_ \t"


def _in_brackets(text: str, end: int) -> bool:
    """Whether a line that ends at `end` is nothing but a remark in brackets, and no sign for withheld words."""
    start = text.rfind("\n", 0, end) + 1
    return text.find("[", start, end) == start and text.rfind("[", start, end) == start and not WITHHELD.search(text, start, end)


def _ends_in_codes(text: str, end: int) -> bool:
    """Whether codes of withheld words stand behind the last sentence of a line of the text that ends at `end`."""
    if end - text.rfind("\n", 0, end) <= LONGEST_CODES:
        return False
    return CODES_AFTER_END_POINT.search(text, end - LONGEST_CODES, end) is not None


def ends_open(text: str, end: int) -> bool:
    """Whether the text before offset `end` stops without an end point: closing quotes, brackets, signs, and what
    stands for withheld words do not count."""
    if text[end - 1 : end] == "]" and _in_brackets(text, end):
        return False
    if text[end - 1 : end].isalnum() and _ends_in_codes(text, end):
        return False
    at = end
    while at and end - at < 80 and text[at - 1] in AFTER_END_POINT:
        if text[at - 1] in ")]":
            withheld = WITHHELD.search(text, max(0, at - 24), at)
            if withheld is not None:
                at = withheld.start()
                continue
        at -= 1
    return at > 0 and text[at - 1] not in END_POINTS


def solve_nesting(
    readings: Sequence[Reading], may_hold: Callable[[str | None, str], bool], block: str | None = None
) -> list[Reading]:
    """The heaviest set of readings that nest or stand apart, the outermost in order, nested ones in `inner`.

    `may_hold(outer, inner)` tells which kind may stand in which; `block` is the kind that all stand in.
    """
    if not readings:
        return []
    ordered = sorted(readings, key=lambda reading: (reading.start, -reading.end))
    return _heaviest(ordered, block, may_hold, {})[1]


_Found = tuple[float, list[Reading]]


def _heaviest(
    ordered: Sequence[Reading],
    outer: str | None,
    may_hold: Callable[[str | None, str], bool],
    known: dict[int, _Found],
) -> _Found:
    """The best set among readings sorted by start, with its weight; each is weighed together with what it holds.

    What a reading holds does not depend on what holds it, so it is worked out once (`known`, by the reading's identity).
    """
    candidates: list[tuple[Reading, float]] = []
    starts = [reading.start for reading in ordered]
    for index, reading in enumerate(ordered):
        if not may_hold(outer, reading.kind):
            continue
        weight = GIVEN if reading.given else reading.weight
        start, end = reading.inside
        first = bisect_left(starts, start, index + 1)
        last = bisect_right(starts, end, first)
        within = [other for other in ordered[first:last] if other.end <= end and other is not reading]
        if within and not reading.inner:
            if id(reading) not in known:
                known[id(reading)] = _heaviest(within, reading.kind, may_hold, known)
            gained, inner = known[id(reading)]
            if inner:
                reading = reading._replace(inner=tuple(inner))
                weight += gained
        candidates.append((reading, weight))
    candidates.sort(key=lambda pair: pair[0].end)
    ends = [reading.end for reading, _ in candidates]
    best: list[tuple[float, int, bool]] = [(0.0, 0, False)]
    for index, (reading, weight) in enumerate(candidates):
        before = bisect_right(ends, reading.start, 0, index)
        taken = best[before][0] + weight
        best.append((taken, before, True) if taken > best[index][0] else (best[index][0], index, False))
    chosen: list[Reading] = []
    index = len(candidates)
    while index:
        _, before, taken_here = best[index]
        if taken_here:
            chosen.append(candidates[index - 1][0])
        index = before if taken_here else index - 1
    chosen.reverse()
    return best[-1][0], chosen


def evidence(name: str, weight: float) -> tuple[Evidence, ...]:
    """A single reason, for rules whose sign leaves no doubt."""
    return (Evidence(name, weight),)
