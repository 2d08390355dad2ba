"""Readings inside lines find their segment, calls find their note, and the tree is put together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from teiencode.assemble import Assembly
from teiencode.calls import Call, assign_calls
from teiencode.inline import inline_children
from teiencode.reading import Reading
from teiencode.segments import Segment
from teiencode.solve import solve_nesting
from teiencode.tei.elements import may_hold
from teiencode.tree import Leaf, Node, Tree


def put_together(text: str, segments: Sequence[Segment], inline: Sequence[Reading], attributes: Mapping[str, str]) -> Tree:
    """The tree of a document: `segments` in the source's order, each with those of the `inline` readings it can hold.

    `attributes` are the document's own (`n`, `xml:id`).
    """
    notes = [segment for segment in segments if segment.kind == "note"]
    within = _by_segment(segments, inline)
    candidates = [
        reading
        for segment, held in zip(segments, within, strict=True)
        for reading in held
        if reading.kind == "note call" and segment.kind != "note"
    ]
    calls = assign_calls(candidates, [note.reading.attributes["n"] for note in notes])
    chosen = {(call.reading.start, call.reading.end): call for call in calls}
    for segment, held in zip(segments, within, strict=True):
        settled = [r for r in held if r.kind != "note call" or (r.start, r.end) in chosen]
        segment.inline = solve_nesting([*segment.reading.inner, *settled], may_hold)
    return _Document(text, segments, notes, chosen).tree(attributes)


def _by_segment(segments: Sequence[Segment], inline: Sequence[Reading]) -> list[list[Reading]]:
    """For each segment the readings inside its content."""
    ordered = sorted(inline, key=lambda reading: (reading.start, -reading.end))
    starts = [reading.start for reading in ordered]
    within = []
    for segment in segments:
        first, after = segment.inside
        here = ordered[bisect_left(starts, first) : bisect_right(starts, after)]
        within.append([reading for reading in here if reading.end <= after and may_hold(segment.kind, reading.kind)])
    return within


class _Document:
    """Segments and notes on their way into the tree."""

    def __init__(
        self,
        text: str,
        segments: Sequence[Segment],
        notes: Sequence[Segment],
        calls: Mapping[tuple[int, int], Call],
    ) -> None:
        self.text = text
        self.segments = segments
        self.notes = notes
        self.calls = calls
        self.signs = self._signs_of_notes()
        self.called: set[int] = set()

    def _signs_of_notes(self) -> dict[int, Leaf]:
        """For each note the white space and the label before its words."""
        found: dict[int, Leaf] = {}
        at = 0
        for segment in self.segments:
            if segment.kind == "note":
                found[id(segment)] = Leaf(at, segment.inside[0], "sign")
            at = segment.end
        return found

    def tree(self, attributes: Mapping[str, str]) -> Tree:
        """The whole document."""
        assembly = Assembly(self.text, self.node_at, attributes)
        for segment in self.segments:
            if segment.kind == "note":
                assembly.pass_over(segment)
            else:
                assembly.add(segment)
        uncalled = [self._note(index, None) for index in range(len(self.notes)) if index not in self.called]
        return assembly.finish(uncalled)

    def node_at(self, reading: Reading) -> Node | None:
        """The note that a call calls."""
        if reading.kind != "note call":
            return None
        call = self.calls[reading.start, reading.end]
        self.called.add(call.note)
        return self._note(call.note, Leaf(reading.start, reading.end, "sign"))

    def _note(self, index: int, call: Leaf | None) -> Node:
        segment = self.notes[index]
        attributes = {**segment.reading.attributes, "place": "bottom"}
        if call is None:
            attributes["cert"] = "low"
        words = inline_children(self.text, *segment.inside, segment.inline, self.node_at)
        return Node("note", attributes, [*([call] if call else []), self.signs[id(segment)], *words])
