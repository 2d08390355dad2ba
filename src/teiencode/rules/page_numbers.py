"""Page numbers: a number alone on its line, or an archive's mark that counts the pages upward, misread or not.

Source:  CU III 15/3
TEI:     <fw type="pageNum">CU III 15/3</fw>
Not:     1. The loose ends; IV alone before a title; 557 alone on page 1, which is a stamp
Codes:   none
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiencode.furniture import aside, foot, top
from teiencode.profile import Profile
from teiencode.reading import Evidence, Reading, View
from teiencode.surroundings import Surroundings, surroundings

IN_WORDS = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
MARKED_NUMBER = re.compile(
    r"(?:[-–—]{1,2} ?\d{1,3} ?[a-zA-Z]? ?[-–—]{1,2}|\d{1,3}\.|\(\d{1,3}\)|(?:page|pg\.?|p\.) ?\d{1,3}(?: of \d{1,3})?|"
    rf"page {IN_WORDS}(?: of {IN_WORDS})?(?: pages)?)",
    re.IGNORECASE,
)
BARE_NUMBER = re.compile(r"\d{1,4}(?:-\d{1,4})?")
ARCHIVE_MARK = re.compile(r"[A-Z]{1,6}[IVX1l]*(?: [A-Z]{1,4}){0,2} ?\d{1,4} ?[/.] ?\d{1,4}[A-Z]?")
ROMAN_PAGE = re.compile(r"[-–—] ?[ivx]{1,5} ?[-–—]")


def is_page_number(bare: str) -> bool:
    """Whether a line is a page's number and nothing else."""
    return any(pattern.fullmatch(bare) for pattern in (MARKED_NUMBER, ROMAN_PAGE, BARE_NUMBER))


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a top and a foot for each number or mark that stands alone on its line; on page 1 an aside."""
    around = surroundings(view, profile)
    for position, shape in enumerate(around.shapes):
        bare = shape.bare
        if not bare or len(bare) > 24 or around.running[position]:
            continue
        if is_page_number(bare) and not BARE_NUMBER.fullmatch(bare):
            yield from _readings(around, position, Evidence("a page's number alone", 5.0))
        elif BARE_NUMBER.fullmatch(bare):
            yield from _bare(around, position)
        elif ARCHIVE_MARK.fullmatch(bare):
            reason = Evidence("letters, a file's number and a page's", 4.0)
            yield from _readings(around, position, reason, leans_to_top=True)


def _bare(around: Surroundings, position: int) -> Iterator[Reading]:
    view = around.view
    if around.front[position]:
        yield aside(view, position, "page_numbers", [Evidence("a number alone on page 1", 4.0)], {"type": "stamp"})
    elif around.alone(position) or around.cuts(position):
        yield from _readings(around, position, Evidence("a number alone", 4.0))


def _readings(around: Surroundings, position: int, reason: Evidence, *, leans_to_top: bool = False) -> Iterator[Reading]:
    view = around.view
    if around.front[position]:
        yield aside(view, position, "page_numbers", [reason], {"type": "pageNum"})
        return
    yield top(
        view,
        position,
        "page_numbers",
        [reason, Evidence("stands mostly at the top", 2.0)] if leans_to_top else [reason],
        "pageNum",
    )
    yield foot(view, position, "page_numbers", [reason], "pageNum")
