"""Page turns: where one page ends and the next begins, concluded from what stands at its foot and at the next one's top.

Source:  The first page ends in the middle of a sentence of the

         SECRET

         - 2 -

         paper, and the second goes on.
TEI:     of the
         <fw type="footer" place="bottom">SECRET</fw>
         <pb n="2" cert="medium" resp="#teiencode"/><fw type="pageNum">- 2 -</fw>
         paper,
Not:     [REDACTED] alone in a sentence; a stamp in the middle of a page
Codes:   TE401 page-number-contradicted
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from teiencode.diagnostic import Code, Diagnostic
from teiencode.furniture import FURNITURE
from teiencode.marks_by_place import is_paged, marks_by_place
from teiencode.profile import Profile
from teiencode.reading import Decided, Reading, View
from teiencode.rules import form_feeds
from teiencode.segments import Segment
from teiencode.solve import Choice
from teiencode.surroundings import surroundings

CONTRADICTED = Code(
    "TE401",
    "page-number-contradicted",
    "pages",
    "warning",
    "Pages are counted 1, 2, 3 from one page turn to the next. A number printed or stamped on the page says otherwise: a page "
    "turn was missed or wrongly found before this place, a page is missing from the scan, or the number was misread.",
    "Compare the page with its image. A page's number can be given in the document's sidecar: under [pages], 2 = \"3\".",
)
CODES = (CONTRADICTED,)

TEXT = frozenset({"paragraph", "continuation", "item", "item continued", "inserted line"})
FORM = frozenset({"field", "handling", "head", "salute"})
"""With what a second document in a file begins."""
CLOSERS = frozenset({"signature", "operator"})
"""With what the first one ends."""
OWN_NUMBER = re.compile(r"^[-–— (]*(?:page |pg\.? ?|p\. ?)?(\d{1,3})[a-z]?[-–— ).]", re.IGNORECASE)
ARCHIVE_NUMBER = re.compile(r"/ ?(\d{1,3})$")


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield what `form_feeds` does for lines: a form feed is the surest sign of a turn."""
    return form_feeds.propose_lines(view, profile)


def conclude(view: View, profile: Profile, segments: Sequence[Segment]) -> Iterator[Segment | Diagnostic]:
    """The segments with page breaks among them, numbered from 1."""
    text = view.text
    yield _break(0, 1, view.decided)
    number, numbers = 1, _Numbers(view.decided)
    foot = False
    text_on_page = signed = False
    before: Segment | None = None
    at = 0
    around = surroundings(view, profile)
    segments = marks_by_place(view, around, segments)
    paged = is_paged(text, segments)
    last = max((index for index, segment in enumerate(segments) if segment.kind not in FURNITURE), default=-1)
    for index, segment in enumerate(segments):
        kind = segment.kind
        turned = paged and "\x0c" in text[at : segment.start] and before is not None
        if paged:
            pass
        elif kind == "top":
            # What is stamped under the last words of a document is on its last page.
            turned = (foot or text_on_page) and index < last
        elif kind not in ("foot", "drafting foot", "aside"):
            turned = foot or (kind == "continuation" and before is not None and before.kind in TEXT)
        line = view.line_at.get(segment.start)
        # Another form begins on a page of its own; but a network's messages stand one under the other.
        another = line is not None and around.front[line] and not around.heads_message(line)
        turned = turned or (another and signed and not paged)
        signed = signed and not (line is not None and around.front[line])
        at = segment.end
        if turned:
            number += 1
            foot = text_on_page = signed = False
            yield _break(segment.start, number, view.decided)
        if kind == "foot":
            foot = text_on_page
        elif kind == "top":
            yield from numbers.compare(text, segment, number)
        elif kind not in ("aside", "drafting foot"):
            text_on_page = True
            signed = signed or kind in CLOSERS
            # A second document in the file begins its own count again.
            numbers.begins_again = numbers.begins_again or (number > 1 and kind in FORM)
        yield segment
        before = segment


class _Numbers:
    """The pages' own numbers, which run beside the count from 1 with a constant difference for each kind of mark."""

    def __init__(self, decided: Decided) -> None:
        self._decided = decided
        self._difference: dict[str, int] = {}
        self.begins_again = False

    def compare(self, text: str, segment: Segment, count: int) -> Iterator[Diagnostic]:
        """Report a number that does not fit the count, or that of the editor."""
        label = self._decided.page_number(count)
        if not label.isdecimal():
            return
        number = int(label)
        words = text[segment.start : segment.end].replace("~~", "")
        archive = ARCHIVE_NUMBER.search(words) if segment.reading.attributes.get("type") == "pageNum" else None
        found = archive or OWN_NUMBER.match(words + " ")
        if found is None:
            return
        kind = "archive" if archive else "own"
        difference = int(found[1]) - number
        expected = self._difference.get(kind, 0)
        self._difference[kind] = difference
        begins_again = kind == "own" and (self.begins_again or int(found[1]) == 1) and difference < expected
        if kind == "own":
            self.begins_again = False
        if difference != expected and not begins_again:
            counted = "by the sidecar" if self._decided.pages else "counted from the start of the file"
            message = f"this page says that it is {found[1]}; {counted} it is {number}"
            yield CONTRADICTED.at((segment.start, segment.end), message)


def _break(at: int, count: int, decided: Decided) -> Segment:
    attributes = {"n": decided.page_number(count)}
    if count > 1:
        attributes |= {"cert": "medium", "resp": "#teiencode"}
    reading = Reading("page break", at, at, "page_turns", (), attributes, content=(at, at))
    return Segment(Choice(reading), at, at)
