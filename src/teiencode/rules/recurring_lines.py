"""Recurring lines: furniture that no table knows, found by its place, its shape and its coming again.

Source:  The delegates of both sides reached no agreement on the wording of

         ZONAL ARCHIVE 77/4

         the second article, which they left to the next of their meetings.
TEI:     <fw type="footer" place="bottom">ZONAL ARCHIVE 77/4</fw>
         <pb n="2" cert="medium" resp="#teiencode"/> the second article
Not:     the form, captions and signature that recur because two documents are in one file
Codes:   none
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from teiencode.distance import edit_distance
from teiencode.furniture import aside, foot, top
from teiencode.line_shapes import LABEL_OF_LIST, LONGEST_AGAIN
from teiencode.marked_lines import LABEL_SHAPE
from teiencode.marks import CONFUSED
from teiencode.message_heads import END_OF_MESSAGE
from teiencode.profile import Profile
from teiencode.reading import Evidence, Reading, View
from teiencode.rules.captions import SECTION_LINE
from teiencode.rules.page_numbers import ARCHIVE_MARK, is_page_number
from teiencode.solve import evidence
from teiencode.surroundings import Surroundings, surroundings

NUMBER = re.compile(r"\d+")
LONG_NUMBER = re.compile(r"(?<!\d)\d{3,6}(?!\d)")
NUMBER_FILLED_IN = re.compile(r"[^:]{1,30}: ?(?:[A-Za-z.°º-]{1,12} ?)?(\d{3,6})(?!\d)")
"""A number right after a form's printed name."""
NAMES_A_PAGE = re.compile(r"\b(?:page|p\.|seite|blatt) ?\d|[-–—] ?\d{1,3} ?[-–—]", re.IGNORECASE)
ENCLOSURE = re.compile(r"(?:enclosure|attachment|annex|appendix)s?:?", re.IGNORECASE)
"""The list of what is enclosed, and the head of what is."""
LONGEST = 90
MOST_LINES = 5
MOST_CODES = 60
CODE_LENGTH = (3, 9)
"""Characters of a code of one word, such as a downgrading mark."""
FEWEST = 2
MOST_WORDS, MOST_WORDS_OFTEN = 5, 9
"""Words of a symbol or a stamp on page 1: on later pages it may come again once, or often."""
OFTEN = 3
"""Times that a line comes again and is no caption for all its words."""


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a foot and a top for each short line that comes again, and for short lines that cut a sentence."""
    around = surroundings(view, profile)
    inside = {
        key: [position for position in positions if not around.front[position]] for key, positions in around.positions.items()
    }
    for number, times in around.blocks_again.items():
        yield from _block_again(around, view.blocks[number].first, view.blocks[number].last, times)
    alike = _alike(around, inside)
    own = _own_numbers(around)
    yield from _symbols_of_heads(around)
    for key, positions in around.positions.items():
        here = inside[key]
        counts = positions[0] in around.counting or (len(here) > 1 and _counts_upward(around, here))
        if here and (len(here) > 1 or around.marks[here[0]] or _beside_mark(around, here[0])):
            for position in positions:
                if around.front[position]:
                    yield from _symbol(around, position, here[0], len(here))
        for position in here:
            yield from _readings(around, position, max(len(positions), alike.get(key, 0)), counts, own)


def _symbols_of_heads(around: Surroundings) -> Iterator[Reading]:
    """On page 1 a paper's symbol alone, with which the running heads of later pages begin."""
    heads = [
        shape.bare
        for position, shape in enumerate(around.shapes)
        if not around.front[position] and shape.bare and len(shape.bare) <= LONGEST and NAMES_A_PAGE.search(shape.bare)
    ]
    for position, shape in enumerate(around.shapes):
        if not around.front[position]:
            return
        is_symbol = around.alone(position) and shape.words <= 3 and any(map(str.isdigit, shape.bare))
        if is_symbol and any(head.startswith(f"{shape.bare} ") for head in heads):
            reasons = [Evidence("later pages are headed with it", 5.0)]
            yield aside(around.view, position, "recurring_lines", reasons, {"type": "header", "place": "top"})


def _block_again(around: Surroundings, first: int, last: int, times: int) -> Iterator[Reading]:
    """A block of several lines that comes again word for word."""
    if (around.label(first) and not around.cuts(first)) or around.heads_message(first) or around.shapes[first].bare[0] in "[(":
        return
    if around.front[first]:
        if around.previous_running[first] < 0 and times > around.fronts_again(first, last):
            reasons = [
                Evidence("a block that comes again on later pages", 3.0),
                Evidence("its lines together", 1.5 * (last - first)),
            ]
            yield aside(around.view, first, "recurring_lines", reasons, {"type": "stamp"}, last)
        return
    reasons = [
        Evidence("a block that comes again", min(4.5, 1.5 * (times - 1))),
        Evidence("its lines together", 1.5 * (last - first)),
    ]
    if around.cuts(first):
        reasons.append(Evidence("a sentence is cut here", 1.0 * around.cuts(first)))
    yield foot(around.view, first, "recurring_lines", [*reasons, Evidence("of several lines", 0.5)], "footer", last)
    yield top(around.view, first, "recurring_lines", reasons, "header", last)


def _alike(around: Surroundings, inside: Mapping[str, Sequence[int]]) -> dict[str, int]:
    """For single words in capitals how often they, or words that are nearly the same, stand alone: one mark, misread."""
    single = [key for key, positions in inside.items() if positions and _is_code(around, positions[0])]
    if not 1 < len(single) <= MOST_CODES:
        return {}
    return {key: sum(len(inside[other]) for other in single if _is_same_code(key, other)) for key in single}


@lru_cache(maxsize=4096)
def _is_same_code(one: str, other: str) -> bool:
    """Whether two codes are one, read twice: of three letters one may be misread, of more two."""
    far = 1 if min(len(one), len(other)) <= CODE_LENGTH[0] else 2
    return abs(len(one) - len(other)) <= 1 and edit_distance(one.translate(CONFUSED), other.translate(CONFUSED)) <= far


def _is_code(around: Surroundings, position: int) -> bool:
    shape = around.shapes[position]
    return shape.words == 1 and shape.capitals and CODE_LENGTH[0] <= len(shape.bare) <= CODE_LENGTH[1]


def _symbol(around: Surroundings, position: int, again: int, times: int) -> Iterator[Reading]:
    """On page 1 a paper's symbol, or a stamp, that stands again with the marks of a later page (at `again`).

    Where a block stands under the stamp there, one stands under it on page 1 too.
    """
    shape = around.shapes[position]
    if around.marking(position) or not around.alone(position) or END_OF_MESSAGE.fullmatch(shape.bare):
        return
    if SECTION_LINE.search(shape.bare):
        return
    if position in around.counting:
        reasons = [Evidence("counts the pages with the marks of later ones", 6.0)]
        yield aside(around.view, position, "recurring_lines", reasons, {"type": "pageNum"})
        return
    if (
        around.heads_message(position)
        or shape.words > (MOST_WORDS if times < OFTEN else MOST_WORDS_OFTEN)
        or around.label(position)
        or LABEL_SHAPE.match(shape.bare)
    ):
        return
    reasons = [Evidence("comes again with the marks of later pages", 3.0 + min(2.0, 0.5 * (times - 1)))]
    if around.in_form(position) and around.marking(again - 1) and not any(map(str.isdigit, shape.bare)):
        reasons.append(Evidence("there right under a marking: as likely a caption", -3.0))
    kind = {"type": "header", "place": "top"} if any(map(str.isdigit, shape.bare)) else {"type": "stamp"}
    yield aside(around.view, position, "recurring_lines", reasons, kind)
    under, there = position + 1, again + 1
    if under >= len(around.shapes) or there >= len(around.shapes) or around.running[there] or around.marks[there]:
        return
    last = around.view.blocks[around.block_of[under]].last
    if around.alone(under) and LABEL_SHAPE.match(around.shapes[under].bare):
        return
    if around.is_marked_head(under) or around.is_title(around.shapes[under].bare):
        return
    numbered = any(any(map(str.isdigit, shape.bare)) for shape in around.shapes[under : last + 1])
    if numbered and around.front[under] and last - under < MOST_LINES and not around.marks[under] and not around.label(under):
        more = Evidence("a block under it, as there", 3.0)
        yield aside(around.view, position, "recurring_lines", [*reasons, more], {"type": "stamp"}, last)


def _own_numbers(around: Surroundings) -> frozenset[str]:
    """The numbers on the form, among which is the one by which the paper is called on its later pages."""
    filled_in = (
        shape.bare for position, shape in enumerate(around.shapes) if around.front[position] and around.in_form(position)
    )
    return frozenset(found[1] for bare in filled_in if (found := NUMBER_FILLED_IN.match(bare)))


def _readings(around: Surroundings, position: int, times: int, counts: bool, own: frozenset[str]) -> Iterator[Reading]:
    shape = around.shapes[position]
    if around.marking(position) or around.is_short_mark(position) or around.heads_message(position):
        return
    named = not around.running[position] and around.alone(position) and own.intersection(LONG_NUMBER.findall(shape.bare))
    if END_OF_MESSAGE.fullmatch(shape.bare) or ENCLOSURE.fullmatch(shape.bare) or SECTION_LINE.search(shape.bare):
        return
    if (
        (LABEL_OF_LIST.match(shape.bare) and not named)
        or len(shape.bare) > (LONGEST_AGAIN if times >= FEWEST else LONGEST)
        or not (shape.opens or named or times >= FEWEST)
    ):
        return
    reasons = []
    if counts:
        reasons.append(Evidence("comes again with a number that counts upward", 3.5))
    elif times >= FEWEST:
        reasons.append(Evidence("comes again", min(4.5, 0.9 * (times - 1))))
        after = around.next_running[position]
        in_text = after < len(around.shapes) and not around.front_before_text(position)
        so_many = shape.words > MOST_WORDS_OFTEN and not LABEL_SHAPE.match(shape.bare)
        if in_text and so_many and _beside_mark(around, position):
            reasons.append(Evidence("so many words come again by no chance", 2.0))
    if around.struck(position):
        reasons.append(Evidence("capitals struck out from end to end", 3.0))
    cuts = around.cuts(position)
    if cuts:
        reasons.append(Evidence("a sentence is cut here", 1.5 * cuts))
    if named:
        reasons.append(Evidence("names the paper's own number", 3.0))
    if not reasons:
        return
    if _is_code(around, position):
        twins = [other for other in (position - 1, position + 1) if 0 <= other < len(around.shapes)]
        if any(_is_code(around, other) and _is_same_code(around.shapes[other].key, shape.key) for other in twins):
            reasons.append(Evidence("twice, one under the other", 2.0))
    if shape.lower_start and not counts:
        reasons.append(Evidence("starts in lower case", -2.0))
    if _beside_mark(around, position):
        reasons.append(Evidence("beside a known mark", 1.5))
    elif not around.alone(position) and _beside_text(around, position):
        reasons.append(Evidence("in a block of running text", -4.0))
    if not around.alone(position):
        reasons.append(Evidence("one line of a block", -1.0))
    reasons.append(Evidence("no known mark", -1.5))
    before, after = around.stretch(position)
    first = [*reasons, Evidence("nearer to the text before", 0.5)] if position - before < after - position else reasons
    line = around.view.lines[position]
    inner: tuple[Reading, ...] = ()
    at_foot, at_top = "footer", "header"
    if is_page_number(shape.bare) or ARCHIVE_MARK.fullmatch(shape.bare):
        at_foot = at_top = "pageNum"
    elif around.is_stamp(position, position):
        at_foot = at_top = "stamp"
        whole = evidence("the whole of it", 10.0)
        inner = (Reading("stamp", line.start, line.end, "recurring_lines", whole, {"type": "declassification"}),)
    yield foot(around.view, position, "recurring_lines", first, at_foot, inner=inner)
    last = [*reasons, Evidence("nearer to the text after", 0.5)] if position - before > after - position else [*reasons]
    if any(around.front[other] for other in around.positions.get(shape.key, ())):
        last.append(Evidence("stands above the text of the first page too", 1.5))
    yield top(around.view, position, "recurring_lines", last, at_top, inner=inner)


def _beside_mark(around: Surroundings, position: int) -> bool:
    return any(0 <= other < len(around.shapes) and around.marks[other] for other in (position - 1, position + 1))


def _beside_text(around: Surroundings, position: int) -> bool:
    return around.block_runs[around.block_of[position]]


def _counts_upward(around: Surroundings, positions: list[int]) -> bool:
    """Whether one of the numbers in lines that are otherwise alike grows by one from line to line."""
    rows = [[int(number[:9]) for number in NUMBER.findall(around.shapes[position].bare)] for position in positions]
    if not rows[0] or any(len(row) != len(rows[0]) for row in rows):
        return False
    for column in zip(*rows, strict=True):
        steps = [after - before for before, after in itertools.pairwise(column)]
        if sum(1 for step in steps if step in (1, 2)) >= 0.6 * len(steps):
            return True
    return False
