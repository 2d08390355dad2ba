"""Page breaks: a bracketed mark says that a page of a printed edition begins.

Source:  previously, [Page 272] we believe
TEI:     previously, <pb n="272" xml:id="pg_272"/> we believe
Not:     [Page missing]; a reference such as [see Page 272]
Codes:   none
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiencode.ncname import in_ncname
from teiencode.profile import Profile
from teiencode.reading import Reading, View
from teiencode.solve import evidence

MARK = re.compile(r"\[(?:(Facsimile|Typeset) )?Page ([^\[\]\s]{1,12})\]")


def is_page_mark(words: str) -> bool:
    """Whether words are a page mark and nothing else."""
    return MARK.fullmatch(words) is not None


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a reading for each mark that stands alone on its line."""
    for found in view.matches(MARK):
        line = view.line_at.get(found.start())
        if line is not None and view.lines[line].end == found.end():
            yield _reading(found)


def propose_inline(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a reading for each mark; one in the middle of a paragraph stays inside it."""
    for found in view.matches(MARK):
        yield _reading(found)


def _reading(found: re.Match[str]) -> Reading:
    edition, number = (found[1] or "").lower(), found[2]
    attributes = {"ed": edition} if edition else {}
    attributes |= {"n": number, "xml:id": f"pg_{edition[:1]}{in_ncname(number)}"}
    return Reading(
        "page break",
        *found.span(),
        "page_breaks",
        evidence("a page mark", 10.0),
        attributes,
        content=(found.end(), found.end()),
    )
