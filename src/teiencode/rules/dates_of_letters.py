"""Dates of letters: where and when, on a line of its own above the salutation or under the letterhead.

Source:  Oslo, April 12, 1957

         Dear Bob:
TEI:     <opener><dateline><placeName>Oslo</placeName>, <date when="1957-04-12">April 12, 1957</date></dateline>
Not:     DATE: March 3, 1964, a field of a form; 1962/10/27, an archive's date
Codes:   none
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiencode.dates import read_dateline
from teiencode.letters import of_all_alphabets
from teiencode.marked_lines import LABEL_SHAPE
from teiencode.profile import Profile
from teiencode.reading import Evidence, Reading, View
from teiencode.rules.datelines import KINDS
from teiencode.rules.salutations import is_salutation
from teiencode.solve import evidence
from teiencode.surroundings import Surroundings, surroundings

MAY_DATE = re.compile(r"[A-Za-z]{3}.*\d|\d.*[A-Za-z]{3}")
LONGEST = 90
PLACE = re.compile(of_all_alphabets(r"(?:[A-ZÀ-Þ][\w.’'-]+,? {0,2}){1,5}"))
"""A place alone on its line: a few words with capitals."""
REACH = 14
"""Lines under a dateline among which the salutation stands."""


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a dateline for each line before the text, or above a salutation, that reads as a place and a date."""
    around = surroundings(view, profile)
    for position, shape in enumerate(around.shapes):
        if (
            not shape.bare
            or len(shape.bare) > LONGEST
            or not MAY_DATE.search(shape.bare)
            or around.label(position)
            or LABEL_SHAPE.match(shape.bare)
        ):
            continue
        greets = _greets(around, position)
        closes = around.next_running[position] == len(around.shapes) and around.alone(position) and not around.front[position]
        if not greets and not around.front[position] and not closes:
            continue
        if greets:
            yield from _over_two_lines(around, position)
        line = view.lines[position]
        found = read_dateline(view.line_text(line))
        if found is None:
            continue
        reasons = [Evidence("the words fit a dateline", 8.0 * found.fit - 4.0)]
        if greets:
            reasons.append(Evidence("a salutation follows", 2.0))
        elif closes:
            reasons.append(Evidence("no text follows", 1.0))
        elif around.in_form(position) and (around.named_first or around.previous_running[position] >= 0):
            reasons.append(Evidence("on a form", -1.0 if found.place is not None else -4.0))
        if not greets and not around.starts_block(position):
            reasons.append(Evidence("under another line of its block", -3.0))
        inner = tuple(
            Reading(
                KINDS[piece.kind],
                line.start + piece.span[0],
                line.start + piece.span[1],
                "dates_of_letters",
                evidence("a piece of a dateline", 6.0),
                dict(piece.attributes),
            )
            for piece in found.pieces
        )
        kind = "closing dateline" if closes and not greets else "dateline"
        yield Reading(kind, line.start, line.end, "dates_of_letters", tuple(reasons), inner=inner)


def _over_two_lines(around: Surroundings, position: int) -> Iterator[Reading]:
    """A place alone on a line of its own, and the day under it in the same block."""
    view = around.view
    above = position - 1
    if view.follows_blank_line(position) or not view.follows_blank_line(above) or not around.ends_block(position):
        return
    place, day = view.line_text(view.lines[above]), view.line_text(view.lines[position])
    alone = read_dateline(day)
    if not PLACE.fullmatch(place) or alone is None or alone.place is not None or around.names_office(place):
        return
    joined = read_dateline(f"{place}, {day}")
    if joined is None or joined.place is None:
        return
    first, second = view.lines[above].start, view.lines[position].start - len(place) - 2
    inner = []
    for piece in joined.pieces:
        start, end = piece.span
        offset = first if end <= len(place) else second
        if start < len(place) < end:
            return
        reasons = evidence("a piece of a dateline", 6.0)
        inner.append(
            Reading(KINDS[piece.kind], offset + start, offset + end, "dates_of_letters", reasons, dict(piece.attributes))
        )
    reasons = (Evidence("a place, and the day under it", 8.0 * joined.fit), Evidence("a salutation follows", 2.0))
    yield Reading("dateline", first, view.lines[position].end, "dates_of_letters", reasons, inner=tuple(inner))


def _greets(around: Surroundings, position: int) -> bool:
    end = min(position + REACH, around.next_running[position] + 1, len(around.shapes))
    return any(is_salutation(around.shapes[at].bare) for at in range(position + 1, end))
