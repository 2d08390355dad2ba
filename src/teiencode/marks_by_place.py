"""What a mark of a page is by its place among the others, once all lines are decided: a foot, a top, or neither.

The solver looks from line to line. Only the whole stretch between two texts shows that a stamp stands there alone, or on which
side of a form feed a mark is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from teiencode.furniture import FURNITURE
from teiencode.marks import plain
from teiencode.reading import View
from teiencode.segments import Segment
from teiencode.surroundings import Surroundings

TEXT = frozenset(
    {"paragraph", "same", "continuation", "item", "item continued", "inserted line", "row", "gap", "section head", "foot note"}
)
FORM_FEED = "\f"
SIDES = {"foot": ("footer", "bottom"), "top": ("header", "top")}
"""The type of a running head or foot on each side of a page turn, and its place."""


def is_paged(text: str, segments: Sequence[Segment]) -> bool:
    """Whether a form feed before the last words shows where pages end: a program that writes one writes it at each end."""
    return bool(segments) and FORM_FEED in text[: segments[-1].end]


def marks_by_place(view: View, around: Surroundings, segments: Sequence[Segment]) -> list[Segment]:
    """The segments of a text; feet and tops among them as what they are by their place.

    Around a form feed a mark is a foot before it and a top behind it. Stamps that stand in a text alone, with no other mark, and
    only once, between two pieces of text, say nothing of a page turn.
    """
    paged = is_paged(view.text, segments)
    placed: list[Segment] = []
    at = first = 0
    while first < len(segments):
        after = first
        while after < len(segments) and segments[after].kind in FURNITURE:
            after += 1
        run = segments[first:after]
        if paged:
            turned = False
            feed = FORM_FEED in view.text[at : (segments[after].start if after < len(segments) else len(view.text))]
            for segment in run:
                turned = turned or FORM_FEED in view.text[at : segment.start]
                at = segment.end
                placed.append(_on_side(segment, ("top" if turned else "foot") if feed and segment.kind != "aside" else "aside"))
        elif run and _is_in_text(segments, first, after) and all(_is_stamp_once(view, around, segment) for segment in run):
            placed += [_on_side(segment, "aside") for segment in run]
        else:
            placed += _turned_on_form(view, run) if first and after < len(segments) else run
        if after < len(segments):
            placed.append(segments[after])
            at = segments[after].end
        first = after + 1
    return placed


def _turned_on_form(view: View, run: Sequence[Segment]) -> Sequence[Segment]:
    """Marks before the text, among which one marking of secrecy comes twice: the foot of one page, and the next one's top."""
    markings = [index for index, segment in enumerate(run) if _is_marking(segment)]
    if len(markings) < 2 or any(segment.kind != "aside" for segment in run):
        return run
    foot, top = markings[0], markings[-1]
    if plain(view.text[run[foot].start : run[foot].end]) != plain(view.text[run[top].start : run[top].end]):
        return run
    return [_on_side(segment, "foot" if index <= foot else "top") for index, segment in enumerate(run)]


def _is_marking(segment: Segment) -> bool:
    return segment.reading.rule == "classification_lines" and segment.reading.attributes.get("type") == "header"


def _is_in_text(segments: Sequence[Segment], first: int, after: int) -> bool:
    """Whether the segments from `first` on, up to the one at `after`, stand between two pieces of one text."""
    return first > 0 and after < len(segments) and segments[first - 1].kind in TEXT and segments[after].kind in TEXT


def _is_stamp_once(view: View, around: Surroundings, segment: Segment) -> bool:
    if segment.reading.attributes.get("type") != "stamp":
        return False
    position = view.line_at.get(segment.start)
    return position is not None and not around.again(position) and not around.is_short_mark(position)


def _on_side(segment: Segment, side: str) -> Segment:
    """A mark as what it is on this side of a page turn; a stamp stays a stamp."""
    reading = segment.reading
    if reading.kind not in (*SIDES, "aside") or reading.kind == side:
        return segment
    attributes = reading.attributes
    if side in SIDES and attributes.get("type") in ("header", "footer"):
        kind, place = SIDES[side]
        attributes = {**attributes, "type": kind, "place": place}
    return replace(segment, choice=segment.choice._replace(reading=reading._replace(kind=side, attributes=attributes)))
