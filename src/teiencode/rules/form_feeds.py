"""Form feeds: the character that ends a page, in the text of programs that read PDF files.

Source:  The first page,␌and the second.
TEI:     <pb n="1"/><p>The first page,<pb n="2" resp="#teiencode"/>and the second.</p>
Not:     a form feed after the last words, which ends the last page
Codes:   none

In the pair `␌` is the character. XML cannot hold it (XML 1.0, 2.2): the residue keeps it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from teiencode.profile import Profile
from teiencode.reading import Decided, Line, Reading, View
from teiencode.segments import Segment
from teiencode.solve import Choice, ends_open, evidence

FORM_FEED = "\f"
LONGEST_MARKING = 40


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a reading for each line of a block that a form feed stands before, so that the page turns between two lines.

    The paragraph goes on there in mid sentence; after an end point another one begins.
    """
    if FORM_FEED not in view.text:
        return
    first_of_block = {block.first for block in view.blocks}
    for position, line in enumerate(view.lines):
        if (
            position not in first_of_block
            and FORM_FEED in view.text[line.line_start : line.start]
            and _is_running_text(view, line)
        ):
            in_sentence = ends_open(view.text, view.lines[position - 1].end)
            yield Reading(
                "continuation" if in_sentence else "paragraph",
                line.start,
                line.end,
                "form_feeds",
                evidence("a form feed before it", 2.6),
                opens=ends_open(view.text, line.end),
            )


def _is_running_text(view: View, line: Line) -> bool:
    """Whether a line is long, or not all in capitals: a short line in capitals at a page's top is rather a marking."""
    return line.end - line.start > LONGEST_MARKING or not view.line_text(line).isupper()


def propose_inline(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a page break for each form feed; those between blocks are the business of `conclude`."""
    number, at = 1, view.text.find(FORM_FEED)
    while at >= 0:
        number += 1
        yield _page_break(at, at + 1, number, view.decided)
        at = view.text.find(FORM_FEED, at + 1)


def conclude(view: View, profile: Profile, segments: Sequence[Segment]) -> Iterator[Segment]:
    """The segments with a page break at the start and for each form feed between two of them, where there is any."""
    paged = FORM_FEED in view.text[: segments[-1].end] if segments else False
    if paged:
        yield _segment(0, 1, view.decided)
    number, at = 1, 0
    for segment in segments:
        for _ in range(view.text.count(FORM_FEED, at, segment.start)):
            number += 1
            yield _segment(segment.start, number, view.decided)
        number += view.text.count(FORM_FEED, segment.start, segment.end)
        at = segment.end
        yield segment


def _segment(at: int, count: int, decided: Decided) -> Segment:
    return Segment(Choice(_page_break(at, at, count, decided)), at, at)


def _page_break(start: int, end: int, count: int, decided: Decided) -> Reading:
    attributes = {"n": decided.page_number(count)} | ({"resp": "#teiencode"} if count > 1 else {})
    return Reading("page break", start, end, "form_feeds", evidence("a form feed", 10.0), attributes, content=(end, end))
