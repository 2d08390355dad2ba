"""Page breaks: a bracketed mark says that a page of a printed edition begins.

Source:  previously, [Page 272] we believe
TEI:     previously, <pb n="272" xml:id="pg_272"/> we believe
Not:     [Page missing]; a reference such as [see Page 272]
Codes:   TE402 page-number-out-of-order
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiencode.diagnostic import Code, Diagnostic
from teiencode.ncname import in_ncname
from teiencode.profile import Profile
from teiencode.reading import Reading, View
from teiencode.solve import evidence

OUT_OF_ORDER = Code(
    "TE402",
    "page-number-out-of-order",
    "pages",
    "warning",
    "The number in a page mark is not above that of the mark before it in the same edition: pages stand in another order, stand "
    "twice, or the number is wrong.",
    "Compare with the printed volume; the mark is encoded as it stands.",
)
CODES = (OUT_OF_ORDER,)

MARK = re.compile(r"\[(?:(Facsimile|Typeset) )?Page ([^\[\]\s]{1,12})\]")

HALF_BEFORE = re.compile(r"(?<![^\W_])([^\W\d_]{2,20}) ?$")
HALF_AFTER = re.compile(r" ?([a-zß-öø-ÿ]{2,20})(?![^\W_])")
LONGEST_HALF = 24
NEIGHBOURHOOD = 20_000
"""Characters before and after a mark in which the word that it parts is looked for."""


def is_page_mark(words: str) -> bool:
    """Whether words are a page mark and nothing else."""
    return MARK.fullmatch(words) is not None


def without_page_marks(words: str) -> str:
    """Words with blanks in place of the page marks in them: what stands around a mark keeps its offset."""
    return MARK.sub(lambda mark: " " * len(mark[0]), words) if "Page " in words else words


def propose_lines(view: View, profile: Profile) -> Iterator[Reading | Diagnostic]:
    """Yield a reading for each mark that stands alone on its line; tell of numbers that do not rise."""
    last: dict[str, int] = {}
    for found in view.matches(MARK):
        edition, number = found[1] or "", found[2]
        if number.isdecimal():
            before = last.get(edition)
            last[edition] = int(number)
            if before is not None and int(number) <= before:
                yield OUT_OF_ORDER.at(found.span(), f"page {number} stands after page {before}")
        line = view.line_at.get(found.start())
        if line is not None and view.lines[line].end == found.end():
            yield _reading(found)


def propose_inline(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a reading for each mark; one in the middle of a paragraph stays inside it."""
    for found in view.matches(MARK):
        yield _reading(found, parts_a_word=_parts_a_word(view.text, *found.span()))


def _parts_a_word(text: str, start: int, end: int) -> bool:
    """Whether a mark stands in the middle of a word: its two halves make a word that the text has, and the first is none."""
    before = HALF_BEFORE.search(text, max(0, start - LONGEST_HALF), start)
    after = HALF_AFTER.match(text, end) if before else None
    if before is None or after is None:
        return False
    first, last = max(0, start - NEIGHBOURHOOD), end + NEIGHBOURHOOD
    if text.find(before[1] + after[1], first, last) < 0:
        return False
    half = re.compile(rf"(?<![^\W_]){before[1]}(?![^\W_]| ?\[)")
    return half.search(text, first, last) is None


def _reading(found: re.Match[str], *, parts_a_word: bool = False) -> Reading:
    edition, number = (found[1] or "").lower(), found[2]
    attributes = {"ed": edition} if edition else {}
    attributes |= {"n": number, "xml:id": f"pg_{edition[:1]}{in_ncname(number)}"}
    if parts_a_word:
        attributes |= {"break": "no", "cert": "medium"}
    return Reading(
        "page break",
        *found.span(),
        "page_breaks",
        evidence("a page mark", 10.0),
        attributes,
        content=(found.end(), found.end()),
    )
