"""Postscripts and trailers: what stands under a signature, and the words that say that a paper ends.

Source:  They will meet again on Friday.

         P.S. The photographs arrived safely.
TEI:     <postscript><p>P.S. The photographs arrived safely.</p></postscript>
Not:     PS, the initials of a typist; the end of the year
Codes:   none
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiencode.profile import Profile
from teiencode.reading import Evidence, Reading, View

POSTSCRIPT = re.compile(r"(?:P\. ?){1,2}S\.|PS[:.] ")
TRAILER = re.compile(
    r"[-–—* ]+(?:the )?end(?: of (?:message|text|document))?[-–—* ]+|# ?# ?#(?: ?#)*|[-–—] ?30 ?[-–—]", re.IGNORECASE
)


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a postscript for each block that calls itself one, and a trailer for the words of an end alone on a line."""
    for block in view.blocks:
        start, end = view.lines[block.first].start, view.lines[block.last].end
        if POSTSCRIPT.match(view.text, start):
            yield Reading("postscript", start, end, "postscripts", (Evidence("P.S.", 6.0),))
        elif block.first == block.last and TRAILER.fullmatch(view.text, start, end):
            yield Reading("trailer", start, end, "postscripts", (Evidence("says that the paper ends", 6.0),))
