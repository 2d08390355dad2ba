"""Classification lines: a marking of secrecy or handling alone on its line, at a page's foot or top; struck or not.

Source:  ~~TOP SECRET~~ - SENSITIVE
TEI:     <fw type="header" place="top"><del rend="strikethrough" type="declassification">TOP SECRET</del> - SENSITIVE</fw>
Not:     keep this secret; EYES ONLY FOR SECRETARY, a caption that was sent
Codes:   none
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiencode.furniture import aside, foot, top
from teiencode.marks import BARE_PAGE_AT_END, COMPANION, LEVEL, PAGE_AT_END
from teiencode.profile import Profile
from teiencode.reading import Evidence, Reading, View
from teiencode.rules.page_numbers import is_page_number
from teiencode.surroundings import Surroundings, surroundings


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a foot, a top and, before the text, a marking of the front, for each line that holds marking words only."""
    around = surroundings(view, profile)
    rank = {position: kind for position in range(len(view.lines)) if (kind := around.marking(position))}
    groups: dict[tuple[int, int], tuple[set[int], set[int]]] = {}
    for position, kind in rank.items():
        stretch = around.stretch(position)
        if stretch not in groups:
            groups[stretch] = _groups(around, *stretch, rank)
        yield from _readings(around, position, kind, rank, *groups[stretch])


def _readings(
    around: Surroundings, position: int, kind: int, rank: dict[int, int], first_group: set[int], last_group: set[int]
) -> Iterator[Reading]:
    for reading in _markings(around, position, kind, rank, first_group, last_group):
        text = around.view.text[reading.start : reading.end]
        number = PAGE_AT_END.search(text)
        if number is None and not _stands_so_again(around, position):
            number = BARE_PAGE_AT_END.search(text)
        yield reading if number is None else _with_number(reading, number)


def _stands_so_again(around: Surroundings, position: int) -> bool:
    """Whether a line stands again with the same number, which so is none of a page."""
    shape = around.shapes[position]
    return sum(around.shapes[other].bare == shape.bare for other in around.positions.get(shape.key, ())) > 1


def _with_number(marking: Reading, number: re.Match[str]) -> Reading:
    """A marking and the page's number behind it on the line: two pieces of furniture."""
    start = marking.end - len(number[0].lstrip())
    words = marking._replace(end=marking.start + number.start())
    page = Reading(marking.kind, start, marking.end, marking.rule, (), {"type": "pageNum"})
    return Reading("several", marking.start, marking.end, marking.rule, marking.evidence, inner=(words, page))


def _markings(
    around: Surroundings, position: int, kind: int, rank: dict[int, int], first_group: set[int], last_group: set[int]
) -> Iterator[Reading]:
    view, shape = around.view, around.shapes[position]
    line = view.lines[position]
    reasons = [Evidence("words of a marking only", 4.0 if kind == LEVEL else 1.5)]
    struck = view.text.startswith("~~", line.start)
    if struck:
        reasons.append(Evidence("struck out", 2.0))
    if not shape.capitals:
        reasons.append(Evidence("not in capitals", -2.0))
    # Before the text a caption may stand above the marking, and is none of it.
    beside = [
        other for other in (position - 1, position + 1) if other in rank and not (around.front[position] and other > position)
    ]
    if kind == COMPANION and any(rank[other] == LEVEL for other in beside):
        reasons.append(Evidence("beside a level of secrecy", 2.5))
    if around.front[position]:
        if kind == COMPANION and around.in_form(position) and not struck and not any(rank[other] == LEVEL for other in beside):
            reasons.append(Evidence("as likely a caption", -2.0))
        yield aside(view, position, "classification_lines", reasons, {"type": "header", "place": "top"})
        return
    if kind == COMPANION and around.cuts(position):
        reasons.append(Evidence("a sentence is cut here", 2.0))
    if kind == COMPANION and len(around.positions.get(shape.key, ())) > 2:
        reasons.append(Evidence("recurs", 1.0))
    at_foot, at_top = list(reasons), list(reasons)
    if not first_group:
        at_foot.append(Evidence("stands alone more often at the foot", 0.7))
    elif position in first_group:
        at_foot.append(Evidence("first of two markings", 2.0))
    if around.next_running[position] == len(view.lines):
        at_top.append(Evidence("no text follows", -3.0))
    if not first_group and position + 1 < len(around.shapes) and is_page_number(around.shapes[position + 1].bare):
        at_top.append(Evidence("right above a page's number", 1.0))
    if position in last_group:
        at_top.append(Evidence("last of two markings", 2.0))
    yield foot(view, position, "classification_lines", at_foot, "footer")
    yield top(view, position, "classification_lines", at_top, "header")
    middle = [*reasons, Evidence("in the middle of a page", -2.0)]
    yield aside(view, position, "classification_lines", middle, {"type": "header", "place": "top"})


def _groups(around: Surroundings, before: int, after: int, rank: dict[int, int]) -> tuple[set[int], set[int]]:
    """The lines of the first and of the last marking in a stretch; both empty where it has only one.

    A marking may run over lines that stand together, each with words of its own.
    """
    groups: list[list[int]] = []
    for position in range(before + 1, after):
        if position not in rank:
            continue
        together = groups and groups[-1][-1] == position - 1
        if together and not any(around.marking_words(position) & around.marking_words(other) for other in groups[-1]):
            groups[-1].append(position)
        else:
            groups.append([position])
    return (set(groups[0]), set(groups[-1])) if len(groups) > 1 else (set(), set())
