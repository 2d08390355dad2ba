"""Checkboxes: a printed box, ticked or not, with the words beside it.

Source:  ☒ RELEASE ☐ EXCISE
TEI:     <metamark function="checkbox" rend="checked">☒</metamark> <label>RELEASE</label>
         <metamark function="checkbox" rend="unchecked">☐</metamark> <label>EXCISE</label>
Not:     [x] in running text
Codes:   none
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiencode.profile import Profile
from teiencode.reading import Reading, View
from teiencode.solve import evidence

CHECKED, UNCHECKED = "☒☑", "☐"
BOX = re.compile("[☒☑☐]")
WORDS_AFTER = re.compile(r"(?<=[☒☑☐])[ \t]*([^\s_☒☑☐](?:[^\n_☒☑☐]{0,60}[^\s_☒☑☐])?)")


def propose_inline(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a reading for each box and one for the words that follow it up to the next box, a blank or the line's end."""
    for found in view.matches(BOX):
        rend = "checked" if found[0] in CHECKED else "unchecked"
        yield Reading("checkbox", *found.span(), "checkboxes", evidence("a box", 10.0), {"rend": rend})
    for found in view.matches(WORDS_AFTER):
        yield Reading("label", *found.span(1), "checkboxes", evidence("words beside a box", 1.0))
