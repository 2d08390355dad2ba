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
from teiencode.marked_lines import LABEL_SHAPE
from teiencode.profile import Profile
from teiencode.reading import Evidence, Reading, View
from teiencode.rules.datelines import KINDS
from teiencode.rules.salutations import is_salutation
from teiencode.solve import evidence
from teiencode.surroundings import Surroundings, surroundings

MAY_DATE = re.compile(r"[A-Za-z]{3}.*\d|\d.*[A-Za-z]{3}")
LONGEST = 90
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
            reasons.append(Evidence("on a form", -4.0))
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


def _greets(around: Surroundings, position: int) -> bool:
    end = min(position + REACH, around.next_running[position] + 1, len(around.shapes))
    return any(is_salutation(around.shapes[at].bare) for at in range(position + 1, end))
