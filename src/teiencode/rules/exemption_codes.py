"""Exemption codes: a reviewer's codes beside withheld words say by which exemption they were withheld.

Source:  in the concurrent approach. (b)(1) (a)(3)
TEI:     in the concurrent approach. <gap reason="redacted" ana="#foia-b1 #eo12356-a3"><desc>(b)(1) (a)(3)</desc></gap>
Not:     (b) Cubans have been adamant; exempt under (b)(1); section (a)(3) of the act
Codes:   none
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiencode.profile import Profile
from teiencode.reading import Reading, View
from teiencode.solve import evidence

CODE = (
    r"(?:\([a-cA-C]\)[ ]?\(\d{1,2}\)(?:[ ]?\([A-Fa-f]\)(?![ ]?\(\d))?|\(X\)|25X\d|50X\d(?:-HUM|-WMD)?"
    r"|STATINTL|STATOTHR|\[REDACTED\])"
)
ROW = re.compile(rf"(?<![\w(]){CODE}(?:[ \t]*[,;]?[ \t]*\r?\n?[ \t]*{CODE})*(?![\w(])")
SPOKEN_OF = re.compile(
    r"\b(?:under|exemptions?|sections?|sec\.|§|paragraphs?|subsections?|part|of|by|per|see|codes?|to|and|or|in|with)\s*$",
    re.IGNORECASE,
)
REDACTED = "[REDACTED]"
FOIA = re.compile(r"\([bB]\)[ ]?\((\d)\)(?:[ ]?\(([A-Fa-f])\))?")
EXECUTIVE_ORDER = re.compile(r"\([aA]\)[ ]?\((\d{1,2})\)")
A_CODE = re.compile(CODE)
END_POINT = re.compile(r"(?:[.?!:;]|--|—|–)[\"'”’»)\]]*\s*$")


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a reading for each row or stack of codes that stands alone on its lines."""
    ends = {line.end for line in view.lines}
    for found in _rows(view):
        if found.start() in view.line_at and found.end() in ends:
            yield _reading(found)


def propose_inline(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a reading for each row of codes at a line's end; where the words before speak of a code it stays text."""
    ends = {line.end for line in view.lines}
    for found in _rows(view):
        before = view.text[max(0, found.start() - 24) : found.start()]
        if SPOKEN_OF.search(before) is None and (found.end() in ends or END_POINT.search(before)):
            yield _reading(found)


def _rows(view: View) -> Iterator[re.Match[str]]:
    for found in view.matches(ROW):
        if any(code != REDACTED for code in A_CODE.findall(found[0])):
            yield found


def _reading(found: re.Match[str]) -> Reading:
    attributes = {"reason": "redacted"}
    categories = list(dict.fromkeys(category for code in A_CODE.findall(found[0]) if (category := category_of(code))))
    if categories:
        attributes["ana"] = " ".join(f"#{category}" for category in categories)
    return Reading("gap", *found.span(), "exemption_codes", evidence("exemption codes", 12.0), attributes, content=found.span())


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
