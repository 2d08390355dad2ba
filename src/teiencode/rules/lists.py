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
from collections.abc import Iterator, Mapping

from teiencode.dates import read_dateline
from teiencode.profile import Profile
from teiencode.reading import Evidence, Line, Reading, View
from teiencode.rules.heads import head_blocks
from teiencode.rules.page_breaks import is_page_mark, without_page_marks
from teiencode.solve import evidence
from teiencode.surroundings import surroundings

STAR = "  * "
"""An item's sign as saved pages have it; a star that stands elsewhere on its line is another kind of list."""

ITEM = re.compile(r"(?:(?P<star>[*])|(?P<dash>-))[ \t]+(?!\d{1,3}[a-z]? ?[-–—](?:\s|$)|[^\n]{1,30} [-–—]$|[*\s-]*$)(?=\S)")
CAPITALS = re.compile(r"[^\W\d_a-z](?:[^\W\d_a-z]|[.’'])*(?:[ ,/&–-]{1,3}(?:[^\W\d_a-z]|[.’'])+){0,6}")
SIDE = re.compile(r"(?:For )?(?:[^\W\d_a-z][\w.’'-]*|of|the|and)(?: (?:[^\W\d_a-z][\w.’'-]*|of|the|and)){0,4}")
"""A side at a meeting (`United States`, `U.S. Side`): a few words that begin with a capital."""
FEW_WORDS = re.compile(r"[A-Z]\w+(?: \w+){0,2}")
WORD = re.compile(r"[^\W\d_]+")
CALL = re.compile(r":?[0-9*†]{0,3}:?$")
LONGEST_CAPTION = 50
SENTENCE = re.compile(r"[a-z]{2}[.;]”?\d{0,2}$|[a-z]{2}[.?!] [A-Z]")
LONG_LINE = 120
"""A line of the opening with more characters is the text's first."""


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a reading for each item, and for the line above the first item of a list that is its caption."""
    types: dict[str, str] = profile.settings.get("lists", {}).get("types", {})
    above: Line | None = None
    listed: str | None = None
    top = _head_end(view, types)
    opening = True
    for line in view.lines:
        item = ITEM.match(view.text, line.start, line.end)
        if item is None:
            if line.start >= top and not is_page_mark(view.line_text(line)):
                opening = opening and not _is_text(view.line_text(line))
                listed = _listed(view.line_text(above), types) if above is not None else listed
                above = line
            continue
        if above is not None:
            if not _is_of_a_scan(view, profile, above):
                yield from _caption(view.line_text(above), above, types, opening=opening, beside=listed)
            listed = _listed(view.line_text(above), types) or listed
            above = None
        rend = _rend(view, line, item)
        attributes = {"rend": rend} if rend else {}
        yield Reading(
            "item", line.start, line.end, "lists", evidence("an item's sign", 8.0), attributes, content=(item.end(), line.end)
        )


def _is_of_a_scan(view: View, profile: Profile, line: Line) -> bool:
    """Whether a line above items, on a page of a scan, stands under text, or on a form and names no part of a paper."""
    if "form_fields" not in profile.settings:
        return False
    around, position = surroundings(view, profile), view.line_at[line.start]
    on_form = around.in_form(position) and not around.names_part(view.line_text(line))
    return on_form or around.previous_running[position] >= 0


def _head_end(view: View, types: Mapping[str, str]) -> int:
    """Where the heading of the text ends: nothing before it is a list's caption, but a known caption is no heading."""
    heads = head_blocks(view)
    words = view.block_text(heads[-1]) if heads else ""
    return heads[-1].end if words and not (words.isupper() and _listed(words, types)) else 0


def _is_text(words: str) -> bool:
    """Whether a line is one of running text, and none of an opening's captions."""
    return len(words) > LONG_LINE or (SENTENCE.search(words) is not None and read_dateline(words) is None)


def _rend(view: View, line: Line, item: re.Match[str]) -> str:
    """The `@rend` of a list whose items have this sign."""
    if item["dash"]:
        return "dash"
    return "" if view.text[line.line_start : item.end()] == STAR else "star"


def _listed(caption: str, types: Mapping[str, str]) -> str | None:
    """The type of list of which a caption speaks: of the first of the profile's words that it holds."""
    if len(caption) > LONGEST_CAPTION:
        return None
    words = f" {' '.join(WORD.findall(caption.casefold()))} "
    return next((value for key, value in types.items() if f" {key} " in words), None)


def _caption(words: str, line: Line, types: Mapping[str, str], *, opening: bool, beside: str | None) -> Iterator[Reading]:
    """A reading for the line above items where it is their caption.

    `opening`: no running text stands above it. `beside`: the type of the list that stands above it, or of the caption there.
    """
    words = " ".join(without_page_marks(words).split())
    if len(words) > LONGEST_CAPTION:
        return
    bare = CALL.sub("", words)
    listed = _listed(bare, types)
    if listed is not None and bare.isupper():
        reason = Evidence("a caption in capitals over items", 8.0)
    elif listed is not None and bare.casefold() in types:
        reason = Evidence("a caption over items", 4.0)
    elif opening and CAPITALS.fullmatch(bare):
        reason = Evidence("capitals over items, before the text", 5.0)
    elif opening and listed is not None and (SIDE.fullmatch(bare) or FEW_WORDS.fullmatch(bare)):
        reason = Evidence("a caption over items, before the text", 3.0)
    elif opening and beside is not None and SIDE.fullmatch(bare):
        listed = beside
        reason = Evidence("the name of a side over items", 3.0)
    else:
        return
    attributes = {"type": listed} if listed else {}
    yield Reading("list head", line.start, line.end, "lists", (reason,), attributes)
