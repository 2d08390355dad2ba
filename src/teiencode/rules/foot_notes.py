"""Foot notes of a page: lines at a page's foot that open with a sign or number which stands in the text of that page.

Source:  *Pravda* gave it nine lines.* In the same month there was, with

         * Issue of March 26, 1946, page 4.

         SECRET

         - 2 -

         examples, a long article.
TEI:     gave it nine lines.<note place="bottom" n="*" xml:id="fn1">Issue of March 26, 1946, page 4.</note> In the same month
Not:     an item of a list; a numbered paragraph; a sign that stands nowhere or twice on the page
Codes:   none
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from teiencode.furniture import FURNITURE
from teiencode.profile import Profile
from teiencode.reading import Reading, View
from teiencode.rules.highlights import BOLD, ITALIC
from teiencode.segments import Segment
from teiencode.solve import evidence
from teiencode.surroundings import Surroundings, surroundings

OPENING = re.compile(r"([*†‡§]{1,3}|[¹²³⁴-⁹]{1,2}|\d{1,2}/?)([.)]?)(?<!/[.)])[ \t]*(?=[^\W\d_]|[\"“‘'(\[])")
CALL = re.compile(r"(?<=[^\W_]|[.,;:!?”\"’')\]])(?:[*†‡§]{1,3}|[¹²³⁴-⁹]{1,2}|\d{1,2}/?)(?=[\s.,;:)]|[-–—]|\Z)")
CALL_APART = re.compile(r"(?<=[^\W\d_] |[.,;:!?”\"’')\]] )\d{1,2}/(?=[\s.,;:)])")
BEFORE_NUMBER = re.compile(r"[a-z]{2}[”\"’')\]]?\Z|[^\W\d_]{3}[.,;:!?][”\"’')\]]?\Z|[^\W\d_][”\"’')\]][.,;:!?]?\Z")
"""What may stand before a number that calls a note: the end of a word, or its end point."""
ABBREVIATED = re.compile(r"\b(?:[Nn]os?|[Pp]p?|[Ff]ig|[Vv]ol|[Pp]aras?|[Aa]rts?|[Ss]ec|Doc|Res|Rev|Tel|Ser)[.]?\Z")
"""A word with which a number belongs."""
NUMBERED = {".": "numbered", ")": "numbered-bracket"}
FORM_FEED = "\x0c"
LONGEST_NOTE, LONGEST_PAGE = 6, 80
"""Lines of a note, and lines above it in which its call is sought."""
BEFORE_CALL = 12
HOLDERS = frozenset({"paragraph", "continuation", "item", "head", "section head", "head continued"})
OTHERWISE = frozenset({"item", "paragraph", "annotation"})


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a reading for each opening with a label that the lines above have, where a page's foot follows."""
    openings: dict[int, re.Match[str]] = {}
    for position, line in enumerate(view.lines):
        opening = OPENING.match(view.text, line.start, line.end)
        # A number that is glued to its word is none; a sign may be.
        if opening is not None and (opening.end() > opening.end(2) or opening[2] or not opening[1][0].isdecimal()):
            openings[position] = opening
    around = surroundings(view, profile)
    at_foot = _at_foot(around, openings)
    if not at_foot:
        return
    calls = _calls(view, {openings[position][1] for position in at_foot})
    form = max((line.end for at, line in enumerate(view.lines) if around.front[at] and around.label(at)), default=0)
    for position in at_foot:
        line, opening = view.lines[position], openings[position]
        places = calls.get(opening[1], ())
        above = max(form, view.lines[max(0, position - LONGEST_PAGE)].start)
        if bisect_left(places, above) == bisect_left(places, line.start):
            continue
        attributes = {"n": opening[1]} | ({"rend": NUMBERED[opening[2]]} if opening[2] else {})
        reasons = evidence("its label stands in the text above, and a page's foot follows", 11.0)
        yield Reading("foot note", line.start, line.end, "foot_notes", reasons, attributes, content=(opening.end(), line.end))


def _at_foot(around: Surroundings, openings: Mapping[int, re.Match[str]]) -> list[int]:
    """The openings of notes under whose lines, and those of other notes, a page's foot or the end of the text stands."""
    count = len(around.shapes)
    found: list[int] = []
    feet: set[int] = set()
    for position in reversed(list(openings)):
        end, last = position + 1, min(count, position + 1 + LONGEST_NOTE)
        while end < last and end not in openings and not _is_foot(around, end) and not around.starts_block(end):
            end += 1
        if end == count or end in feet or _is_foot(around, end):
            feet.add(position)
            found.append(position)
    found.reverse()
    return found


def _is_foot(around: Surroundings, position: int) -> bool:
    """Whether a line is a mark of a page, a line that comes again, or the first of a page."""
    line = around.view.lines[position]
    if around.marks[position] or FORM_FEED in around.view.text[line.line_start : line.start]:
        return True
    shape = around.shapes[position]
    return not around.running[position] and not shape.labelled and len(around.positions.get(shape.key, ())) > 1


def _calls(view: View, labels: set[str]) -> dict[str, list[int]]:
    """Where each label stands behind a word, in order; an asterisk of a highlight is none."""
    found: dict[str, list[int]] = {}
    spans = [span for pattern in (BOLD, ITALIC) for span in (each.span() for each in view.matches(pattern))]
    spans.sort()
    ends = [end for _, end in spans]
    for pattern in (CALL, CALL_APART):
        for call in view.matches(pattern):
            label, at = call[0], call.start()
            if label not in labels:
                continue
            if label[0] == "*":
                index = bisect_right(spans, (at, len(view.text))) - 1
                if index >= 0 and at < ends[index]:
                    continue
            elif label.isdecimal():
                before = view.text[max(0, at - BEFORE_CALL) : at]
                if not BEFORE_NUMBER.search(before) or ABBREVIATED.search(before):
                    continue
            found.setdefault(label, []).append(at)
    for places in found.values():
        places.sort()
    return found


def conclude(view: View, profile: Profile, segments: Sequence[Segment]) -> Iterator[Segment]:
    """The segments, each foot note with its call; one that is called nowhere on its page, or twice, is none."""
    called = _called(view, segments)
    starts = [segment.start for segment in segments]
    for index, at in called.items():
        holder = segments[bisect_right(starts, at) - 1]
        label = segments[index].reading.attributes["n"]
        end = at + len(label)
        attributes = {"n": label, "note": str(segments[index].start)}
        call = Reading("foot note call", at, end, "foot_notes", (), attributes, content=(end, end), given=True)
        reading = holder.reading._replace(inner=(*holder.reading.inner, call))
        holder.choice = holder.choice._replace(reading=reading)
    for index, segment in enumerate(segments):
        if segment.kind == "foot note" and index not in called:
            segment.choice = segment.choice._replace(reading=_otherwise(segment))
        yield segment


def _called(view: View, segments: Sequence[Segment]) -> dict[int, int]:
    """For each note that stands at the foot of its page, by its index, where it is called.

    The notes of a page stand in the order of their calls, and nothing but the page's foot under them: so decoding puts
    them back there.
    """
    notes = [index for index, segment in enumerate(segments) if segment.kind == "foot note"]
    if not notes:
        return {}
    places = _calls(view, {segments[index].reading.attributes["n"] for index in notes})
    starts = [segment.start for segment in segments]
    page, calls = 0, dict[int, int]()
    for index, segment in enumerate(segments):
        if _ends_page(segment):
            page = segment.end
        elif segment.kind == "foot note":
            here = places.get(segment.reading.attributes["n"], [])
            here = here[bisect_left(here, page) : bisect_left(here, segment.start)]
            here = _decided(view, segment, here) or here
            if len(here) == 1:
                calls[index], page = here[0], here[0] + 1
    kept: dict[int, int] = {}
    for index in reversed(calls):
        at = calls[index]
        holder = segments[bisect_right(starts, at) - 1]
        last = index + 1 == len(segments) or index + 1 in kept or _ends_page(segments[index + 1])
        if last and holder.kind in HOLDERS and holder.inside[0] <= at < holder.inside[1]:
            kept[index] = at
    return {index: kept[index] for index in reversed(kept)}


def _decided(view: View, segment: Segment, places: Sequence[int]) -> list[int]:
    """The place, of those where a note's label stands on its page, at which an editor has decided that it is called."""
    label = segment.reading.attributes["n"]
    return [
        reading.start
        for reading in view.decided.inline
        if reading.kind == "note call" and reading.attributes["n"] == label and reading.start in places
    ]


def _ends_page(segment: Segment) -> bool:
    """Whether decoding writes a page's notes before a segment: a page break, or furniture that is no stamp."""
    if segment.kind == "page break":
        return True
    return segment.kind in FURNITURE and segment.reading.attributes.get("type") != "stamp"


def _otherwise(segment: Segment) -> Reading:
    """What a line is that is no note after all: the item that it may as well have been, or a paragraph."""
    rival = segment.choice.rival
    if rival is not None and rival.kind in OTHERWISE and (rival.start, rival.end) == (segment.reading.start, segment.reading.end):
        return rival
    return segment.reading._replace(kind="paragraph", attributes={}, content=None)
