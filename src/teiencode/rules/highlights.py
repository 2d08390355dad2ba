"""Highlights: words set off by asterisks are in bold or italic type on the page.

Source:  **01278** and *John F. Kennedy*
TEI:     <hi rend="bold">01278</hi> and <hi rend="italic">John F. Kennedy</hi>
Not:     \\*This copy must be returned; 2 * 3 * 4; * * *
Codes:   none
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiencode.profile import Profile
from teiencode.reading import Reading, View
from teiencode.solve import evidence

BOLD = re.compile(r"(?<![*\\])\*\*(?![*\s])((?:[^*\n]|\n(?![ \t]*\n)|\*(?!\*)){1,400}?)(?<![\s\\])\*\*(?!\*)")
ITALIC = re.compile(r"(?<![*\\\w])\*(?![*\s])((?:[^*\n]|\n(?![ \t]*\n)(?!\* )){1,400}?)(?<![\s\\])\*(?![*\w])")


def propose_inline(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a reading for each pair of asterisks, or of pairs of them, in one block with words close inside."""
    for rend, pattern in (("bold", BOLD), ("italic", ITALIC)):
        for found in view.matches(pattern):
            yield Reading(
                "highlight", *found.span(), "highlights", evidence("asterisks", 3.0), {"rend": rend}, content=found.span(1)
            )
