"""One file, several documents: where each begins, found for the whole file as one best chain of starts.

Every line that looks like the top of a document has its own evidence (`teiencode.document_starts`); beside it counts how the
numbers follow one another. The best chain is found by dynamic programming, with one cell a number, so that a file twice as
long takes twice as long. The margin of a start is the best total less the best total without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from teiencode.diagnostic import Code, Diagnostic, Span
from teiencode.document_starts import HEADINGS_BETWEEN, Start, Starts
from teiencode.profile import Profile
from teiencode.reading import View
from teiencode.rules.page_breaks import is_page_mark

SEVERAL = Code(
    "TE110",
    "several-documents",
    "structure",
    "warning",
    "The text looks like a file of several documents, and was encoded as one.",
    "split it with --split files or --split corpus (or `split` in teiencode.toml, [encode])",
)
NUMBERING_BREAKS = Code(
    "TE111",
    "document-numbers-break",
    "structure",
    "warning",
    "The number of a document is not the one after the number of the document before it. A document may be missing, may "
    "stand in another place, or its heading was not recognised.",
    "Compare with the table of contents; a heading is recognised by its number in a block of its own.",
)
START_UNSURE = Code(
    "TE112",
    "document-start-unsure",
    "structure",
    "warning",
    "Whether a document begins here was decided by little.",
    "Compare with the printed page; a document's number before its heading, or notes after the document before, leave no doubt.",
)
TEXT_AFTER_NOTES = Code(
    "TE113",
    "text-after-notes",
    "structure",
    "warning",
    "Text stands after the notes with which a document should end, and no heading of another document was recognised there.",
    "If another document begins there, put its number before its heading; else move the text before the notes.",
)
CHAPTER_MATERIAL = Code(
    "TE114",
    "chapter-material",
    "structure",
    "info",
    "Text before a document that belongs to none (the title of a chapter) is kept as a division of its own.",
    "Nothing to do.",
)
CODES = (SEVERAL, NUMBERING_BREAKS, START_UNSURE, TEXT_AFTER_NOTES, CHAPTER_MATERIAL)

UNSURE = 2.0
"""A smaller margin (in log odds) is doubt."""
REACH = 6
"""How many numbers may be passed over at once."""
MOST_BREAKS = 0.5
"""Of how many steps from one document to the next a number may be passed over before the file is a selection."""
SHOWN = 60
"""Characters of a line that a diagnostic shows."""

FIRST_NOTE = "\n  1. "
NOTES_BEGIN = re.compile(r"^ {1,6}(?:1|[*†a])\. \S", re.MULTILINE)
HEADS = re.compile(
    r"^\[?(?:\d{1,5}[a-z]?\. [A-Z][a-z]+ \w|[^\n/]{3,60}/\d{1,2}[–-]\d{2,4}\b|Editorial Note|Memorandum|The [A-Z])",
    re.MULTILINE,
)
NUMBER = re.compile(r"\d+")
NEVER = -1e9


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a file from `start` to `end` (characters): a document, or what stands before one (`chapter`).

    `number` is the document's as printed. `identifier` is unique in the file: `d127`, `doc3` for the third document where it
    has no number, `chapter`.
    """

    kind: Literal["document", "chapter"]
    start: int
    end: int
    number: str | None
    identifier: str


@dataclass(frozen=True, slots=True)
class Division:
    """A file's parts, in order and without gaps, and what is doubtful in them."""

    parts: tuple[Part, ...]
    diagnostics: tuple[Diagnostic, ...]


def divide(text: str, profile: Profile) -> Division:
    """Divide a text into its documents; one part where the profile knows none, or where fewer than two are found."""
    settings = profile.settings.get("documents")
    if settings is None or not _may_hold_several(text):
        return _whole(text)
    view = View(text)
    starts = Starts(view, re.compile(settings["kinds"]), settings["evidence"])
    chain = best_chain(list(starts.all()), settings["order"])
    chosen = chain.chosen
    if len(chosen) < 2:
        return _whole(text)
    parts = tuple(_parts(view, starts, chosen))
    return Division(parts, tuple(sorted(_doubts(view, starts, chain, parts), key=lambda each: each.span or (0, 0))))


def several_documents(text: str, profile: Profile) -> tuple[Diagnostic, ...]:
    """What is said of a text that is encoded as one document, and holds the notes of more than one."""
    if text.count(FIRST_NOTE) < 2:
        return ()
    count = sum(part.kind == "document" for part in divide(text, profile).parts)
    return (SEVERAL.at(None, f"the text looks like {count} documents, and was encoded as one"),) if count > 1 else ()


def _may_hold_several(text: str) -> bool:
    """Whether it is worth while to look: documents have notes, numbers or an archive's numbers."""
    return len(NOTES_BEGIN.findall(text)) > 1 or len(HEADS.findall(text)) > 1


def _whole(text: str) -> Division:
    return Division((Part("document", 0, len(text), None, "document"),), ())


# ---- the best chain


@dataclass(slots=True)
class Chain:
    """The starts that won, each with its margin, and the starts that lost by little."""

    chosen: list[Start] = field(default_factory=list)
    margins: list[float] = field(default_factory=list)
    nearly: list[Start] = field(default_factory=list)


Total = tuple[float, int]
"""The best total of a chain, and the start at its end."""
NONE: Total = (NEVER, -1)


class _Best:
    """The best totals of chains by the number of the start at their end, with those of all numbers below another.

    Read backward (`step` 1) chains begin there, and it is the numbers above that count.
    """

    def __init__(self, numbers: Sequence[int | None], step: int) -> None:
        self.step = step
        in_order = sorted({number for number in numbers if number is not None}, reverse=step > 0)
        self.ranks = {number: rank for rank, number in enumerate(in_order, 1)}
        self.of_number: dict[int, Total] = {}
        self.below: list[Total] = [NONE] * (len(self.ranks) + 1)
        self.numbered = NONE
        self.unnumbered = NONE

    def put(self, number: int | None, total: Total) -> None:
        """Take up a chain."""
        if number is None:
            self.unnumbered = max(self.unnumbered, total)
            return
        self.numbered = max(self.numbered, total)
        self.of_number[number] = max(self.of_number.get(number, NONE), total)
        rank = self.ranks[number]
        # A tree of maxima by the bits of the rank (Fenwick, 1994).
        while rank < len(self.below):
            self.below[rank] = max(self.below[rank], total)
            rank += rank & -rank

    def options(self, number: int | None) -> Iterator[Total]:
        """The chains of which one is the best to be followed by a start of this number."""
        yield self.unnumbered
        yield self.numbered
        if number is None:
            return
        for distance in range(REACH + 1):
            yield self.of_number.get(number + self.step * distance, NONE)
        rank = self.ranks[number] - 1
        while rank:
            yield self.below[rank]
            rank -= rank & -rank


def best_chain(starts: Sequence[Start], order: Mapping[str, float]) -> Chain:
    """The chain of starts with the best total of their evidence and of how their numbers follow one another."""
    if not starts:
        return Chain()
    numbers = [_number(start) for start in starts]
    forward, before = _totals(starts, numbers, order, range(len(starts)), -1)
    ahead, _ = _totals(starts, numbers, order, range(len(starts) - 1, -1, -1), 1)
    last = max(range(len(starts)), key=forward.__getitem__)
    best = forward[last]
    if best <= 0:
        return Chain()
    path = []
    while last >= 0:
        path.append(last)
        last = before[last]
    path.reverse()
    through = [forward[i] + ahead[i] - starts[i].weight for i in range(len(starts))]
    on_path = set(path)
    nearly = [starts[i] for i in range(len(starts)) if i not in on_path and best - through[i] < UNSURE]
    margins = [best - _without(path, at, starts, numbers, order, forward, ahead) for at in range(len(path))]
    return Chain([starts[i] for i in path], margins, nearly)


def _totals(
    starts: Sequence[Start], numbers: Sequence[int | None], order: Mapping[str, float], indices: Sequence[int], step: int
) -> tuple[list[float], list[int]]:
    """For each start the best total of a chain that reaches it, and the start beside it in that chain.

    `step` -1: chains from the beginning, in the order of `indices`; 1: chains from the end.
    """
    totals, beside, best = [0.0] * len(starts), [-1] * len(starts), _Best(numbers, step)
    for index in indices:
        number = numbers[index]
        total, neighbour = 0.0, -1
        for other_total, other in best.options(number):
            if other < 0:
                continue
            pair = (other, index) if step < 0 else (index, other)
            gained = other_total + _follows(starts[pair[0]], starts[pair[1]], numbers[pair[0]], numbers[pair[1]], order)
            if gained > total:
                total, neighbour = gained, other
        totals[index], beside[index] = total + starts[index].weight, neighbour
        best.put(number, (totals[index], index))
    return totals, beside


def _follows(first: Start, second: Start, number: int | None, after: int | None, order: Mapping[str, float]) -> float:
    """What a start gains or loses by the number of the start before it."""
    if after is None:
        return 0.0 if number is None else order["no number among numbered documents"]
    if number is None:
        return order["a number among documents without"]
    if _is_next(first, second):
        return order["next in order"]
    if number >= after:
        return order["out of order"]
    return max(order["a number passed over"] * (after - number), order["many numbers passed over"])


def _is_next(first: Start, second: Start) -> bool:
    """Whether two numbered starts follow each other: 127 and 128, 127 and 127a, 127a and 128."""
    number, after = _number(first), _number(second)
    if number is None or after is None:
        return False
    return after == number + 1 or (after == number and (first.number or "") < (second.number or ""))


def _without(
    path: Sequence[int],
    at: int,
    starts: Sequence[Start],
    numbers: Sequence[int | None],
    order: Mapping[str, float],
    forward: Sequence[float],
    ahead: Sequence[float],
) -> float:
    """The best total in which a start of the path is left out, or another between its neighbours is taken for it."""
    first = path[at - 1] if at else -1
    last = path[at + 1] if at + 1 < len(path) else len(starts)

    def follows(one: int, other: int) -> float:
        if one < 0 or other == len(starts):
            return 0.0
        return _follows(starts[one], starts[other], numbers[one], numbers[other], order)

    base = (forward[first] if first >= 0 else 0.0) + (ahead[last] if last < len(starts) else 0.0)
    best = base + follows(first, last)
    for rival in range(first + 1, last):
        if rival != path[at]:
            best = max(best, base + follows(first, rival) + starts[rival].weight + follows(rival, last))
    return best


def _number(start: Start) -> int | None:
    found = NUMBER.match(start.number or "")
    return int(found[0]) if found else None


# ---- the parts


def _parts(view: View, starts: Starts, chosen: Sequence[Start]) -> Iterator[Part]:
    taken: dict[str, int] = {}
    documents = 0
    cuts = list(_cuts(view, starts, chosen))
    for index, (position, start) in enumerate(cuts):
        first = view.lines[position].line_start if index else 0
        after = view.lines[cuts[index + 1][0]].line_start if index + 1 < len(cuts) else len(view.text)
        if start is None:
            yield Part("chapter", first, after, None, _unique("chapter", taken))
        else:
            documents += 1
            wanted = f"doc{documents}" if start.number is None else f"d{start.number}"
            yield Part("document", first, after, start.number, _unique(wanted, taken))


def _unique(wanted: str, taken: dict[str, int]) -> str:
    """An identifier that is used up: `d127`, and where it is met again `d127-1`, `d127-2` …"""
    number = taken.get(wanted, 0)
    taken[wanted] = number + 1
    return f"{wanted}-{number}" if number else wanted


def _cuts(view: View, starts: Starts, chosen: Sequence[Start]) -> Iterator[tuple[int, Start | None]]:
    """The first line of each part, with the start of its document; None where it is no document."""
    last = -1
    for start in chosen:
        first = start.position
        while first and is_page_mark(starts.words[first - 1]):
            first -= 1
        heading = first
        while heading > last + 1 and first - heading < HEADINGS_BETWEEN and starts.is_heading(heading - 1):
            heading -= 1
        if last < 0 < first:
            yield 0, None
        elif last >= 0 and heading < first and starts.is_note[heading - 1]:
            yield heading, None
        yield first, start
        last = start.head


# ---- what is doubtful


def _doubts(view: View, starts: Starts, chain: Chain, parts: Sequence[Part]) -> Iterator[Diagnostic]:
    yield from _breaks(view, chain.chosen)
    for start, margin in zip(chain.chosen, chain.margins, strict=True):
        if margin < UNSURE:
            yield START_UNSURE.at(_span(view, start), f"a document may begin at “{_shown(starts, start)}”: taken for one")
    for start in chain.nearly:
        yield START_UNSURE.at(_span(view, start), f"a document may begin at “{_shown(starts, start)}”: not taken for one")
    yield from _texts_after_notes(view, starts, parts)
    for part in parts:
        if part.kind == "chapter":
            yield CHAPTER_MATERIAL.at((part.start, part.end), "kept as a division of its own, which belongs to no document")


def _breaks(view: View, starts: Sequence[Start]) -> Iterator[Diagnostic]:
    """What is said of the numbers of documents: each break, or where most numbers are passed over, that once."""
    numbered = [start for start in starts if start.number]
    pairs = list(pairwise(numbered))
    passed_over = [pair for pair in pairs if not _is_next(*pair) and (_number(pair[0]) or 0) < (_number(pair[1]) or 0)]
    selection = len(passed_over) > max(2, len(pairs) * MOST_BREAKS)
    if selection:
        first, last = passed_over[0][0].number, passed_over[-1][1].number
        message = f"{len(passed_over)} times numbers are passed over between document {first} and document {last}"
        yield NUMBERING_BREAKS.at(_span(view, passed_over[0][1]), message)
    for before, start in pairs:
        if not _is_next(before, start) and not (selection and (before, start) in passed_over):
            yield NUMBERING_BREAKS.at(_span(view, start), f"document {start.number} follows document {before.number}")


def _texts_after_notes(view: View, starts: Starts, parts: Sequence[Part]) -> Iterator[Diagnostic]:
    """What is said of documents that go on after notes."""
    rest = iter(parts)
    part = next(rest)
    notes_passed = False
    for position, line in enumerate(view.lines):
        while line.start >= part.end:
            part, notes_passed = next(rest), False
        if starts.is_note[position]:
            notes_passed = True
        elif notes_passed:
            shown = starts.words[position][:SHOWN]
            yield TEXT_AFTER_NOTES.at((line.start, line.end), f"“{shown}” stands after the notes of its document")
            notes_passed = False


def _span(view: View, start: Start) -> Span:
    line = view.lines[start.head]
    return line.start, line.end


def _shown(starts: Starts, start: Start) -> str:
    return starts.words[start.head][:SHOWN]
