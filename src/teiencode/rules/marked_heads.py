"""Marked heads: lines after number signs, and lines with a drawn line under them.

Source:  Castles
         =======

         ## Zenda
TEI:     <head rend="double-underlined-7">Castles</head> <div type="section"> <head rend="h2">Zenda</head>
Not:     #zenda; a line of hyphens alone; a drawn line under several lines of text
Codes:   none
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiencode.profile import Profile
from teiencode.reading import Reading, View
from teiencode.solve import evidence

NUMBER_SIGNS = re.compile(r"(#{1,6})[ \t]+(?=[^\s#])")
DRAWN_LINE = re.compile(r"={3,120}|-{3,120}")
LONGEST_HEAD = 120


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a reading for each marked head; those after the text's first line begin a section."""
    first_of_block = {block.first for block in view.blocks}
    for position, line in enumerate(view.lines):
        kind = "section head" if position else "head"
        signs = NUMBER_SIGNS.match(view.text, line.start, line.end)
        if signs is not None:
            reasons = evidence("number signs before it", 10.0)
            attributes = {"rend": f"h{len(signs[1])}"}
            yield Reading(kind, line.start, line.end, "marked_heads", reasons, attributes, content=(signs.end(), line.end))
        elif position + 1 < len(view.lines) and position in first_of_block and position + 1 not in first_of_block:
            under = view.lines[position + 1]
            short = line.end - line.start <= LONGEST_HEAD and DRAWN_LINE.fullmatch(view.text, line.start, line.end) is None
            if short and DRAWN_LINE.fullmatch(view.text, under.start, under.end):
                drawn = "double-underlined" if view.text[under.start] == "=" else "underlined"
                attributes = {"rend": f"{drawn}-{under.end - under.start}"}
                reasons = evidence("a drawn line under it", 10.0)
                yield Reading(kind, line.start, under.end, "marked_heads", reasons, attributes, content=(line.start, line.end))
