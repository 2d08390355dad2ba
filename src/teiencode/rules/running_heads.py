"""Running heads: a page's number with other words on one line, at the top of a page.

Source:  -2- 1991, November 28, 4 p.m., from New York.
TEI:     <fw type="header" place="top">-2- 1991, November 28, 4 p.m., from New York.</fw>
Not:     - 2 rifles; 2. The Soviet Union would make a declaration
Codes:   none
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiencode.furniture import aside, top
from teiencode.profile import Profile
from teiencode.reading import Evidence, Reading, View
from teiencode.surroundings import Surroundings, surroundings

DASHED = re.compile(r"[-–—]{1,2} ?(\d{1,3}|[ZSlIO])[a-z]? ?[-–—]{1,2} ?\S")
PAGE_WORD = re.compile(r"(?:\bpage|\bpg\.?|\bp\.) ?(\d{1,3})\b(?: ?(?:of|/) ?\d{1,3})?", re.IGNORECASE)
DASHED_END = re.compile(r"\S.* [-–—]{1,2} ?(\d{1,3})[a-z]? ?[-–—]{1,2}$")
DASHED_BETWEEN = re.compile(r"[^\W\d_][^;:?!]*\s[-–—]{1,2} ?(\d{1,3})[a-z]? ?[-–—]{1,2}\s+\S")
"""As on the later pages of letters: to whom, the page, the day."""
LONGEST_HEAD = 90


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a top for each short line that names a page beside other words."""
    around = surroundings(view, profile)
    for position, shape in enumerate(around.shapes):
        if not shape.bare or len(shape.bare) > LONGEST_HEAD or (around.running[position] and shape.words > 12):
            continue
        found = DASHED.match(shape.bare) or DASHED_END.match(shape.bare) or DASHED_BETWEEN.match(shape.bare)
        if found:
            reasons = [Evidence("a number between dashes, and words", 6.0)]
        else:
            found = PAGE_WORD.search(shape.bare)
            if found is None or shape.words < 3 or shape.bare[-1] in ";,:." or _in_sentence(shape.bare, found):
                continue
            reasons = [Evidence("names a page, and words", 3.0)]
        yield _reading(around, position, reasons)


def _in_sentence(bare: str, found: re.Match[str]) -> bool:
    """Whether a page is spoken of, as in "see page 3 of the report."."""
    return not (found.start() == 0 or found.end() >= len(bare) - 1) or bare.count(" ") > 9


def _reading(around: Surroundings, position: int, reasons: list[Evidence]) -> Reading:
    if around.front[position]:
        return aside(around.view, position, "running_heads", reasons, {"type": "header", "place": "top"})
    return top(around.view, position, "running_heads", reasons, "header")
