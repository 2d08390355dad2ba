"""Exemption codes: a reviewer's codes stand where words were withheld, and say by which exemption.

Source:  in the concurrent approach. (b)(1) (a)(3)
TEI:     in the concurrent approach. <gap reason="redacted" ana="#foia-b1 #eo12356-a3"><desc>(b)(1) (a)(3)</desc></gap>
Not:     (b) Cubans have been adamant; exempt under (b)(1); section (a)(3) of the act; ☐ (b)(1); 5 U.S.C. 552(b)(1)
Codes:   none
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from teiencode.profile import Profile
from teiencode.reading import Reading, View
from teiencode.solve import evidence

REDACTED = r"\[(?:REDACTED|[Rr]edacted|DELETED|EXCISED)\]"
CODE = (
    # exemptions of the Freedom of Information Act, categories of the orders on classification; `l` and `I` are misread ones
    r"(?:(?:\([a-cA-C]\)[ ]?|(?<!\w)b)\((?:\d{1,2}|[lI](?=\)))\)(?:[ ]?\([A-Fa-f]\)(?![ ]?\(\d))?"
    r"(?::? ?\d{1,2} U\.?S\.?C\.? ?\d{2,4})?|\([Xx]\)|\([A-C]\)(?! ?\w)"
    # codes of the 25-year and 50-year reviews, and the names that one agency's reviewers wrote
    r"|(?:25|50)X\d(?:[A-Z]\d?)?(?:-(?:HUM|WMD|E\.O\.))?|STAT(?:INTL|SPEC|OTHR)"
    # sections of the later orders
    r"|(?:(?<![^\n])[A-Z]{2,5} |(?<=[.?!)] )[A-Z]{2,5} )?(?:E\.?O\.? ?1\d{4}[ ,]*)?"
    r"[1-3]\.[3-6] ?\([a-h]\)(?: ?\(\d{1,2}\))?(?: ?[<>] ?\d\d ?Yrs\.?(?:\s\([CSU]\))?)?"
    r"|(?:E\.?O\.? ?)?[1-3]\.[3-6] ?[a-h]\(\d{1,2}\)"
    # sections of acts on records
    r"|(?:[Ss](?:ec|ection|EC|ECTION)?\.?|§) ?\d{1,3}(?:\.\d{1,2})?(?:\(\w{1,2}\)){1,3}"
    r"|P\.?L\.? ?\d{2,3}-\d{1,3}(?:/\d\d U\.?S\.?C\.? ?\d{2,4})?"
    rf"|{REDACTED})(?!\w)"
)
WITHOUT_BRACKETS = r"b[1-9][A-F]?(?!\w)"
"""As one agency's reviewers write them in the margin: a code alone on its lines, behind another, or behind a sentence."""
OF_AN_AGENCY = r"(?:(?:DOE|JCS|JS|OSD|CIA|NSA|NSC|DIA|FBI|NRO|USAF) {1,2})?"
"""By whose statute or guide a code holds."""
BETWEEN = r"[ \t]*[,;]?[ \t]*\r?\n?[ \t]*"
ROW = re.compile(
    rf"(?<![\w(/.]){OF_AN_AGENCY}{CODE}(?:{BETWEEN}{OF_AN_AGENCY}(?:{CODE}|{WITHOUT_BRACKETS}))*"
    rf"|(?:(?<=\n)|(?<=[.?!;:] )|(?<=[.?!;:]  )){WITHOUT_BRACKETS}(?:{BETWEEN}{WITHOUT_BRACKETS})*(?=[ \t]*(?:\n|\Z))"
    rf"|(?<=[a-z]){CODE}(?=[ \t]*(?:\n|\Z))"
)
MAY_BEGIN = re.compile(
    rf"{OF_AN_AGENCY}(?:\([a-cA-CXx]\)|[25][05]X|STAT|\[(?:[Rr]ed|RED|DEL|EXC)|E\.?O\.? ?[1-3]"
    r"|(?:\b[A-Z]{2,5} )?[1-3]\.[3-6] ?[(a-h]"
    r"|\b[Ss](?:ec|ection|EC|ECTION)?\.? ?\d|§|P\.?L\.? ?\d|\bb[1-9(])"
)
"""How a row begins: a quick look, so that the rows' own pattern is tried in few places."""
A_CODE = re.compile(f"{CODE}|\\b{WITHOUT_BRACKETS}")
A_CODE_BY_ITSELF = re.compile(r"\([bB]\)|b\(|[25][05]X|STAT|\[")
"""How a code begins that is one in the middle of a line too; `(a)(3)`, `(X)` and `3.3(b)` may be numbers of an outline there."""
A_SECTION = re.compile(r"[1-3]\.[3-6] ?\([a-h]\)")
"""A section of one of the later orders: a code where it ends a block, and else as likely a number of an outline."""
A_REDACTION = re.compile(REDACTED)
FOIA = re.compile(r"(?:\([bB]\)|b)[ ]?\(?(\d)\)?(?:[ ]?\(?([A-Fa-f])\)?)?")
EXECUTIVE_ORDER = re.compile(r"\([aA]\)[ ]?\((\d{1,2})\)")

BEFORE_A_CODE_SPOKEN_OF = re.compile(
    r"(?:\b(?:under|pursuant to|within|exempt(?:ed|ions?)?(?: (?:by|from|codes?))?|(?:sub)?sections?|secs?\.|(?:sub)?paragraphs?"
    r"|paras?\.?|clauses?|provisions?(?: of)?|categor(?:y|ies)|criteri(?:on|a)|codes?|per|see|cf\.|cit(?:e[sd]?|ing)"
    r"|references?|refs?\.?|reftels?|items?|options?|alternatives?|annex(?:es)?|exhibits?|parts?|points?|articles?|attachments?"
    r"|invok(?:e[sd]?|ing)|claim(?:s|ed|ing)?|FOIA|Act|Order|U\.?S\.?C\.?(?: 552)?|marked)|§)[\s,:;_(]*$",
    re.IGNORECASE,
)
AFTER_A_CODE_SPOKEN_OF = re.compile(
    r"\s*(?:exempt|of (?:(?:the|this|that) )?(?:Act\b|Freedom|FOIA|section|statute|Order\b|E\.?O|Executive|5 U)"
    r"|appl(?:y|ies|ied)\b|above\b|below\b|codes?\b|categor"
    r"|claims?\b|provides?\b|requires?\b|criteri|review)",
    re.IGNORECASE,
)
BETWEEN_CODES_SPOKEN_OF = re.compile(r"[\s,;]*(?:and|or|through|to)?[\s,;]*")
BOXES = re.compile("[☐☒☑]")
END_POINT = re.compile(r"(?:[.?!:;]|--|—|–)[\"'”’»)\]*]*\s*$")
REACH = 32
"""Characters before and after a row in which words that speak of a code are looked for."""


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a reading for each row or stack of codes that stands alone on its lines."""
    ends = {line.end for line in view.lines}
    for found in _withholding(view):
        if found.start() in view.line_at and found.end() in ends:
            yield _reading(found)


def propose_inline(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a reading for each row of codes that stands where words lack; a label at a block's start is none."""
    starts = {block.start for block in view.blocks}
    ends = {line.end for line in view.lines}
    block_ends = {block.end for block in view.blocks}
    # Sections of the orders that stand alone on a line somewhere are a reviewer's; then those in a sentence are too.
    reviewed = any(A_SECTION.match(row[0]) and row.start() in view.line_at and row.end() in ends for row in _withholding(view))
    for found in _withholding(view):
        if found.start() in starts and _is_label(view, found):
            continue
        at_a_sentence_end = found.end() in ends and END_POINT.search(_before(view.text, found.start()))
        ends_a_block = found.end() in block_ends and A_SECTION.match(found[0])
        in_a_sentence = reviewed and A_SECTION.match(found[0]) and _in_a_sentence(view.text, *found.span())
        if (
            at_a_sentence_end
            or ends_a_block
            or in_a_sentence
            or any(A_CODE_BY_ITSELF.match(code) for code in A_CODE.findall(found[0]))
        ):
            yield _reading(found)


def is_row_of_codes(words: str) -> bool:
    """Whether words are codes of exemption and nothing else."""
    return ROW.fullmatch(words) is not None


def _in_a_sentence(text: str, start: int, end: int) -> bool:
    """Whether small letters stand before and after a row on its line, as where it takes the place of a name."""
    return text[start - 2 : start - 1].islower() and text[start - 1 : start] == " " and text[end + 1 : end + 2].islower()


def _rows(text: str) -> Iterator[re.Match[str]]:
    at = 0
    for beginning in MAY_BEGIN.finditer(text):
        row = ROW.match(text, beginning.start()) if beginning.start() >= at else None
        if row is not None:
            yield row
            at = row.end()


@lru_cache(maxsize=1)
def _withholding(view: View) -> tuple[re.Match[str], ...]:
    """The rows of codes that stand for withheld words; those that the text speaks of, and those beside boxes, do not."""
    text = view.text
    boxes = [box.start() for box in view.matches(BOXES)]
    rows: list[re.Match[str]] = []
    spoken_until = -1
    for found in _rows(text):
        if A_REDACTION.fullmatch(found[0]):
            continue
        start, end = found.span()
        after_another = spoken_until >= 0 and BETWEEN_CODES_SPOKEN_OF.fullmatch(text, spoken_until, start)
        spoken_of = (
            after_another
            or BEFORE_A_CODE_SPOKEN_OF.search(_before(text, start))
            or AFTER_A_CODE_SPOKEN_OF.match(text, end, end + REACH)
            or _beside_a_box(view, boxes, start, end)
        )
        if spoken_of and not A_REDACTION.search(found[0]):
            spoken_until = end
        else:
            rows.append(found)
    return tuple(rows)


def _before(text: str, at: int) -> str:
    """The words before an offset in the same block."""
    return text[max(0, at - REACH, text.rfind("\n\n", max(0, at - REACH), at) + 1) : at]


def _beside_a_box(view: View, boxes: Sequence[int], start: int, end: int) -> bool:
    first = bisect_left(boxes, view.line_of(start).line_start)
    return first < len(boxes) and boxes[first] < view.line_of(end - 1).line_end


def _is_label(view: View, found: re.Match[str]) -> bool:
    """Whether a single code at a block's start is the number of what follows on its line, and begins a sentence."""
    line = view.lines[view.line_at[found.start()]]
    following = view.text[found.end() : line.end].lstrip()
    return len(A_CODE.findall(found[0])) == 1 and following[:1].isupper()


def _reading(found: re.Match[str]) -> Reading:
    reasons = evidence("exemption codes", 12.0)
    return Reading("gap", *found.span(), "exemption_codes", reasons, attributes_of(found[0]), content=found.span())


def attributes_of(codes: str) -> dict[str, str]:
    """The attributes of the gap that codes stand for: `@ana` points to the categories among them that are known."""
    categories = dict.fromkeys(category for code in A_CODE.findall(codes) if (category := category_of(code)))
    ana = {"ana": " ".join(f"#{category}" for category in categories)} if categories else {}
    return {"reason": "redacted"} | ana


def category_of(code: str) -> str | None:
    """The id of the category that a code names, in the taxonomies of exemptions; `None` where it names none that is known."""
    foia, order = FOIA.fullmatch(code), EXECUTIVE_ORDER.fullmatch(code)
    if foia and foia[1] != "0":
        if foia[2] is None:
            return f"foia-b{foia[1]}"
        return "foia-b7C" if foia[1] == "7" and foia[2].upper() == "C" else None
    if order and 1 <= int(order[1]) <= 10:
        return f"eo12356-a{int(order[1])}"
    return None
