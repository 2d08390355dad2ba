"""Readings inside lines find their segment, calls find their note, and the tree is put together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from teiencode.assemble import Assembly
from teiencode.calls import CALL_UNSURE, CHAIN, NOTE_WITHOUT_CALL, UNSURE, Call, assign_calls, lost_notes
from teiencode.diagnostic import Diagnostic
from teiencode.ids import XML_ID, note_ids
from teiencode.inline import inline_children
from teiencode.reading import Reading
from teiencode.segments import Segment, widen_rows
from teiencode.solve import solve_nesting
from teiencode.tei.elements import may_hold
from teiencode.tree import Leaf, Node, Tree

SOURCE = "Source:"
"""How the note begins that tells where the paper is."""

WORDS_SHOWN = 30
"""Characters before a call that a diagnostic shows."""


@dataclass(frozen=True)
class Placed:
    """The tree of a document, what its making has to tell, and where its notes are called, with the margin of each call."""

    tree: Tree
    diagnostics: tuple[Diagnostic, ...]
    calls: tuple[Call, ...] = ()


def put_together(
    text: str,
    segments: Sequence[Segment],
    inline: Sequence[Reading],
    attributes: Mapping[str, str],
    weights: Mapping[str, float] = CHAIN,
) -> Placed:
    """The tree of a document: `segments` in the source's order, each with those of the `inline` readings it can hold.

    `attributes` are the document's own (`n`, `xml:id`); `weights` those of `teiencode.calls.assign_calls`.
    """
    widen_rows(text, segments)
    notes = [segment for segment in segments if segment.kind == "note"]
    within = _by_segment(segments, inline)
    candidates = [
        reading
        for segment, held in zip(segments, within, strict=True)
        for reading in held
        if reading.kind == "note call" and segment.kind != "note"
    ]
    calls = _with_one_place(assign_calls(candidates, [note.reading.attributes["n"] for note in notes], weights))
    ends = [call.reading.end for call in calls]
    taken = 0
    for segment, held in zip(segments, within, strict=True):
        settled = [reading for reading in held if reading.kind != "note call"]
        # A call whose sign is lost has no width, and may stand at the very end of its segment.
        first, taken = max(taken, bisect_left(ends, segment.start)), bisect_right(ends, segment.end)
        settled += [call.reading._replace(given=True) for call in calls[first:taken]]
        segment.inline = solve_nesting([*segment.reading.inner, *settled], may_hold, segment.kind)
    document = _Document(text, segments, notes, calls, attributes)
    tree = document.tree()
    return Placed(tree, tuple(document.diagnostics()), tuple(calls))


def _with_one_place(calls: Sequence[Call]) -> list[Call]:
    """The calls without those that have no sign, where their note has another such: no element could stand for them."""
    signless: set[int] = set()
    kept = []
    for call in calls:
        if _has_no_sign(call):
            if call.note in signless:
                continue
            signless.add(call.note)
        kept.append(call)
    return kept


def _has_no_sign(call: Call) -> bool:
    return call.reading.start == call.reading.end


def _by_segment(segments: Sequence[Segment], inline: Sequence[Reading]) -> list[list[Reading]]:
    """For each segment the readings inside its content."""
    ordered = sorted(inline, key=lambda reading: (reading.start, -reading.end))
    starts = [reading.start for reading in ordered]
    within = []
    for segment in segments:
        first, after = segment.inside
        low = bisect_left(starts, first)
        here = ordered[low : bisect_right(starts, after, low)]
        within.append([reading for reading in here if reading.end <= after and may_hold(segment.kind, reading.kind)])
    return within


class _Document:
    """Segments and notes on their way into the tree."""

    def __init__(
        self,
        text: str,
        segments: Sequence[Segment],
        notes: Sequence[Segment],
        calls: Sequence[Call],
        attributes: Mapping[str, str],
    ) -> None:
        self.text = text
        self.segments = segments
        self.notes = notes
        self.calls = {(call.reading.start, call.reading.end): call for call in calls}
        # A note stands at its first call, or at the one that has no sign: a pointer would write the sign.
        first = {call.note: call for call in reversed(calls)}
        self.standing = first | {call.note: call for call in calls if _has_no_sign(call)}
        self.attributes = attributes
        self.ids = note_ids([note.reading.attributes["n"] for note in notes], attributes.get(XML_ID, ""))
        self.source_note = self._source_note(calls)
        self.signs = self._signs_of_notes()
        self.feet = {str(segment.start): segment for segment in segments if segment.kind == "foot note"}
        self.moved: set[int] = set()
        self.called: set[int] = set()

    def _source_note(self, calls: Sequence[Call]) -> int | None:
        """The note that tells where the paper is: one that says so, or else the first that hangs on the head."""
        for index, note in enumerate(self.notes):
            if self.text.startswith(SOURCE, note.inside[0]):
                return index
        heads = [segment for segment in self.segments if segment.kind == "head"][:1]
        return next((c.note for s in heads for c in calls if s.start <= c.reading.start < s.end), None)

    def _signs_of_notes(self) -> dict[int, Leaf]:
        """For each note the white space and the label before its words."""
        found: dict[int, Leaf] = {}
        at = 0
        for segment in self.segments:
            if segment.kind in ("note", "foot note"):
                found[id(segment)] = Leaf(at, segment.inside[0], "sign")
            at = segment.end
        return found

    def tree(self) -> Tree:
        """The whole document."""
        assembly = Assembly(self.text, self.node_at, self.attributes)
        for segment in self.segments:
            if segment.kind == "note" or id(segment) in self.moved:
                assembly.pass_over(segment)
            else:
                assembly.add(segment)
        uncalled = [self._note(index, None) for index in range(len(self.notes)) if index not in self.called]
        return assembly.finish(uncalled)

    def node_at(self, reading: Reading) -> Node | None:
        """The note that a call calls; where it is called once more, a pointer to it."""
        if reading.kind == "foot note call":
            return self._foot_note(reading)
        if reading.kind != "note call":
            return None
        call = self.calls[reading.start, reading.end]
        sign = Leaf(reading.start, reading.end, "sign")
        if call is not self.standing[call.note]:
            return Node("second call", {"target": f"#{self.ids[call.note]}", "n": reading.attributes["n"]}, [sign])
        self.called.add(call.note)
        return self._note(call.note, call)

    def _foot_note(self, call: Reading) -> Node:
        """The note at the foot of the page that a call in the text above it calls."""
        segment = self.feet[call.attributes["note"]]
        self.moved.add(id(segment))
        attributes = {**segment.reading.attributes, XML_ID: f"{self.attributes.get(XML_ID, '')}fn{len(self.moved)}"}
        words = inline_children(self.text, *segment.inside, segment.inline, self.node_at)
        return Node("foot note", attributes, [Leaf(call.start, call.end, "sign"), self.signs[id(segment)], *words])

    def _note(self, index: int, call: Call | None) -> Node:
        segment = self.notes[index]
        kind = "source" if index == self.source_note else "editorial"
        attributes = {"n": segment.reading.attributes["n"], XML_ID: self.ids[index], "place": "bottom", "type": kind}
        if call is None or call.margin < UNSURE:
            attributes["cert"] = "low"
        if call is not None and _has_no_sign(call):
            attributes["anchored"] = "false"
        words = inline_children(self.text, *segment.inside, segment.inline, self.node_at)
        sign = [] if call is None else [Leaf(call.reading.start, call.reading.end, "sign")]
        return Node("note", attributes, [*sign, self.signs[id(segment)], *words])

    def diagnostics(self) -> Iterator[Diagnostic]:
        """What is to be said of the notes, once the tree is made."""
        for index, note in enumerate(self.notes):
            if index not in self.called:
                label = note.reading.attributes["n"]
                yield NOTE_WITHOUT_CALL.at((note.start, note.end), f"note {label} is called nowhere in the text")
        for call in self.calls.values():
            if call.margin < UNSURE and not call.again:
                yield unsure(self.text, call)
        if self.notes:
            labels = [note.reading.attributes["n"] for note in self.notes]
            yield from lost_notes(self.text, self.notes[0].start, labels, list(self.calls.values()))


def _around(text: str, reading: Reading) -> str:
    """The last words up to a call, on one line."""
    first = max(0, reading.start - WORDS_SHOWN)
    blank = text.find(" ", first, reading.start) if first else -1
    return " ".join(text[max(first, blank) : reading.end].split())


def unsure(text: str, call: Call) -> Diagnostic:
    """What is said of a call with a small margin: where it stands, and the best other place."""
    label = call.reading.attributes["n"]
    rival = f"nearly as good: “{_around(text, call.rival)}”" if call.rival else "it may as well be called nowhere"
    span = (call.reading.start, call.reading.end)
    return CALL_UNSURE.at(span, f"note {label} is called at “{_around(text, call.reading)}”, but {rival}")
