"""Changes: what a writer struck out, what was put in above the line, and where the one replaces the other.

Source:  as ^{price} ~~prize~~ for inspection
TEI:     as <subst><add place="above">price</add> <del rend="strikethrough">prize</del></subst> for inspection
Not:     a single `~~` or `^{`; signs in two blocks; `~~` beside further tildes
Codes:   TE601 sign-of-change-unclosed
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from teiencode.diagnostic import Code, Diagnostic
from teiencode.profile import Profile
from teiencode.reading import Evidence, Reading, View
from teiencode.solve import evidence

SIGN_UNCLOSED = Code(
    "TE601",
    "sign-of-change-unclosed",
    "changes",
    "warning",
    "A ~~ or ^{ has no partner in its block, so it stays text: nothing tells how far the change reaches.",
    "close the sign in the source where the change ends, or leave it as text",
)
CODES = (SIGN_UNCLOSED,)

STRIKE = re.compile(r"(?<!~)~~(?!~)")
BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
ADDITION = re.compile(r"\^\{((?:[^{}\n]|\n(?![ \t\r]*\n))*)\}")
OPEN_ADDITION = re.compile(r"\^\{")
LONGEST_MARKING_LINE, LONGEST_MARK = 120, 6
WORD = re.compile(r"[A-Z0-9]+")
ONLY_WHITE = re.compile(r"\s*")
LONGEST_COMPARED = 80
"""Characters of two changes that are compared: a longer change has no single word that it replaces."""

CLASSIFICATION = re.compile(
    r"(?:TOP SECRET|SECRET|CONFIDENTIAL|RESTRICTED|LIMITED OFFICIAL USE|OFFICIAL USE ONLY|UNCLASSIFIED|SENSITIVE|EYES ONLY|"
    r"NODIS|EXDIS|LIMDIS|NOFORN|STADIS|NO FOREIGN DISSEM|[-–—/,. \t])+(?![A-Za-z])"
)
"""Words of a classification marking, with what parts them."""


def propose_inline(view: View, profile: Profile) -> Iterator[Reading | Diagnostic]:
    """Yield deletions, additions and substitutions; none crosses a blank line.

    Where three changes stand in a row each pair of them is proposed, and what is alike in the two speaks for it.
    """
    deletions, unpaired = _deletions(view)
    additions = [_addition(found) for found in view.matches(ADDITION) if found[1].strip()]
    yield from deletions
    yield from additions
    yield from _substitutions(view.text, deletions, additions)
    closed = {reading.start for reading in additions}
    for at in sorted([*unpaired, *(found.start() for found in view.matches(OPEN_ADDITION) if found.start() not in closed)]):
        sign = view.text[at : at + 2]
        yield SIGN_UNCLOSED.at((at, at + 2), f"{sign} is not closed in its block, and stays text")


def _deletions(view: View) -> tuple[list[Reading], list[int]]:
    """A deletion for each two strikes in a row in one block, and the strikes that no partner is left for."""
    text = view.text
    deletions: list[Reading] = []
    unpaired: list[int] = []
    before, in_block = -1, 0
    for found in view.matches(STRIKE):
        at = found.start()
        if before >= 0 and BLANK_LINE.search(text, before, at) is None:
            in_block += 1
            if text[before + 2 : at].strip():
                deletions.append(_deletion(text, before, at))
        else:
            unpaired += [before] if in_block % 2 else []
            in_block = 1
        before = at
    return deletions, [*unpaired, before] if in_block % 2 else unpaired


def _deletion(text: str, opening: int, closing: int) -> Reading:
    """A deletion; a strike that touches its words outside and not inside rather closes or opens another."""
    reasons = [Evidence("two strikes", 4.0)]
    if text[opening + 2].isspace():
        reasons.append(Evidence("white space after the first strike", -1.5))
    if text[closing - 1].isspace():
        reasons.append(Evidence("white space before the second strike", -1.5))
    attributes = {"type": "declassification"} if _is_marking(text, opening, closing) else {}
    return Reading("deletion", opening, closing + 2, "changes", tuple(reasons), attributes, content=(opening + 2, closing))


def _is_marking(text: str, opening: int, closing: int) -> bool:
    """Whether the struck words are a classification marking, alone on its line or with one mark more (`~~SECRET~~ OADR`)."""
    if CLASSIFICATION.fullmatch(text, opening + 2, closing) is None:
        return False
    from_here, to_here = max(0, opening - LONGEST_MARKING_LINE), closing + LONGEST_MARKING_LINE
    start, end = text.rfind("\n", from_here, opening) + 1 or from_here, text.find("\n", closing, to_here)
    if end < 0:
        end = min(to_here, len(text))
    if end - start > LONGEST_MARKING_LINE:
        return False
    rest = CLASSIFICATION.sub("", text[start:end].replace("~~", "")).strip()
    return rest == "" or (len(rest) <= LONGEST_MARK and WORD.fullmatch(rest) is not None)


def _addition(found: re.Match[str]) -> Reading:
    return Reading("addition", *found.span(), "changes", evidence("^{ and }", 4.0), content=found.span(1))


def _substitutions(text: str, deletions: Sequence[Reading], additions: Sequence[Reading]) -> Iterator[Reading]:
    """A substitution for each deletion and addition with only white space between them, in either order."""
    changes = sorted([*deletions, *additions], key=lambda reading: reading.start)
    starting = {reading.start: reading for reading in changes}
    paired: Reading | None = None
    for first in changes:
        white = ONLY_WHITE.match(text, first.end)
        second = starting.get(white.end() if white else first.end)
        if second is None or second.kind == first.kind or text.count("\n", first.end, second.start) > 1:
            continue
        alike = SequenceMatcher(None, _words(text, first), _words(text, second), autojunk=False).ratio()
        reasons = [Evidence("one replaces the other", 2.0), Evidence("alike", alike)]
        if first is paired:
            reasons.append(Evidence("the first may belong to the change before it", -0.01))
        yield Reading("substitution", first.start, second.end, "changes", tuple(reasons))
        paired = second


def _words(text: str, change: Reading) -> str:
    start, end = change.inside
    return text[start : min(end, start + LONGEST_COMPARED)].casefold()
