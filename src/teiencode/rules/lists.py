"""Lists: lines with an item's sign before them, and the caption above (`SUBJECT`, `PARTICIPANTS`).

Source:  SUBJECT

           * Aid for India
           * Other business
TEI:     <list type="subject"> <head>SUBJECT</head> <item>Aid for India</item> <item>Other business</item> </list>
Not:     a caption with its words on the same line (`SUBJECT: Aid`), which is a field; a dash glued to its paragraph (`—We`)
Codes:   none
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiencode.profile import Profile
from teiencode.reading import Evidence, Line, Reading, View
from teiencode.solve import evidence

STAR = "  * "
"""An item's sign as saved pages have it; a star that stands elsewhere on its line is another kind of list."""

ITEM = re.compile(r"(?:(?P<star>[*])|(?P<dash>-))[ \t]+(?!\d{1,3}[a-z]? ?[-–—](?:\s|$)|[^\n]{1,30} [-–—]$|[*\s-]*$)(?=\S)")
CAPTION = re.compile(r"(?P<words>[A-Z][^\W\d_A-Z]*(?:[ ,/&’'-]{1,2}(?:[A-Z][^\W\d_]*|and|of|the|were|by|for|at)){0,6}):?\d{0,2}")
CALL = re.compile(r":?[0-9*†]{0,3}:?$")
LONGEST_CAPTION = 50


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a reading for each item, and for the line above the first item of a list that is its caption."""
    types: dict[str, str] = profile.settings.get("lists", {}).get("types", {})
    above: Line | None = None
    for line in view.lines:
        item = ITEM.match(view.text, line.start, line.end)
        if item is None:
            above = line
            continue
        if above is not None:
            yield from _caption(view, above, types)
            above = None
        rend = _rend(view, line, item)
        attributes = {"rend": rend} if rend else {}
        yield Reading(
            "item", line.start, line.end, "lists", evidence("an item's sign", 8.0), attributes, content=(item.end(), line.end)
        )


def _rend(view: View, line: Line, item: re.Match[str]) -> str:
    """The `@rend` of a list whose items have this sign."""
    if item["dash"]:
        return "dash"
    return "" if view.text[line.line_start : item.end()] == STAR else "star"


def _caption(view: View, line: Line, types: dict[str, str]) -> Iterator[Reading]:
    words = view.line_text(line)
    if len(words) > LONGEST_CAPTION:
        return
    bare = CALL.sub("", words)
    listed = next((value for key, value in types.items() if key in bare.casefold()), None)
    if listed is not None and bare.isupper():
        reasons = (Evidence("a caption in capitals over items", 8.0),)
    elif listed is not None and bare.casefold() in types:
        reasons = (Evidence("a caption over items", 4.0),)
    elif bare.isupper() and CAPTION.fullmatch(words):
        reasons = (Evidence("capitals over items", 5.0),)
    else:
        return
    attributes = {"type": listed} if listed else {}
    yield Reading("list head", line.start, line.end, "lists", reasons, attributes)
