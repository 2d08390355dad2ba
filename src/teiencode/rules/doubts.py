"""Doubts: where a line was nearly read as something else, the element says so, and a diagnostic names the rival.

Source:  FROM: New York

         SIGNAL PAPER

         The two delegations met this morning and found no common ground.
TEI:     <ab type="field"
Not:     a foot or a top of a page, which are one element
Codes:   TE102 unsure-line
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from teiencode.diagnostic import Code, Diagnostic
from teiencode.furniture import FURNITURE
from teiencode.profile import Profile
from teiencode.reading import View
from teiencode.segments import Segment

UNSURE = Code(
    "TE102",
    "unsure-line",
    "structure",
    "info",
    "The evidence for how a line is read is hardly stronger than that for another reading. The element that was chosen has "
    'cert="low".',
    "Compare with the page; where the other reading is right, change the element, or the source.",
)
CODES = (UNSURE,)

SMALL_MARGIN = 0.75
"""Log odds between the best reading of the whole document and the best one in which this line is of another kind."""

ONE_OF_A_KIND = (
    FURNITURE,
    frozenset({"head", "section head", "head continued"}),
    frozenset({"field", "handling", "drafting field"}),
    frozenset({"paragraph", "same", "continuation"}),
)
"""Kinds that the TEI hardly tells apart."""
CALLED = dict.fromkeys(FURNITURE, "page furniture") | {
    "continuation": "the rest of the paragraph before",
    "same": "a line of the block before",
    "handling": "a caption",
    "annotation": "handwriting",
    "head continued": "the rest of a heading",
    "section head": "a heading",
    "head": "a heading",
    "drafting field": "a field",
    "row": "a row of a table",
}
"""What a user calls a kind."""
HOLDS_CERT = FURNITURE | {
    "field",
    "handling",
    "head",
    "section head",
    "signature",
    "annotation",
    "inserted line",
    "drafting field",
}


def conclude(view: View, profile: Profile, segments: Sequence[Segment]) -> Iterator[Segment | Diagnostic]:
    """The segments, those that were nearly read otherwise marked as unsure, and a diagnostic for each of these."""
    for segment in segments:
        rival = segment.choice.rival
        if rival is None or segment.choice.margin >= SMALL_MARGIN or _of_a_kind(segment.kind, rival.kind):
            yield segment
            continue
        words = " ".join(view.text[segment.start : min(segment.end, segment.start + 40)].split())
        message = f"“{words}” is read as {_called(segment.kind)}, but may as well be {_called(rival.kind)}"
        yield UNSURE.at((segment.start, segment.end), message)
        if segment.kind in HOLDS_CERT:
            reading = segment.reading._replace(attributes={**segment.reading.attributes, "cert": "low"})
            segment.choice = segment.choice._replace(reading=reading)
        yield segment


def _of_a_kind(one: str, other: str) -> bool:
    return one == other or any(one in kinds and other in kinds for kinds in ONE_OF_A_KIND)


def _called(kind: str) -> str:
    return CALLED.get(kind, f"an {kind}" if kind[0] in "aeiou" else f"a {kind}")
