"""Addresses: the lines above a salutation that say to whom a letter goes.

Source:  Mr. Robert Hale
         Washington, D.C.

         Dear Bob:
TEI:     <opener><address> <addrLine>Mr. Robert Hale</addrLine> <addrLine>Washington, D.C.</addrLine> </address>
Not:     a letterhead, which names the sender; a field of a form
Codes:   none
"""

from __future__ import annotations

from collections.abc import Iterator

from teiencode.dates import read_dateline
from teiencode.profile import Profile
from teiencode.reading import Evidence, Reading, View
from teiencode.rules.salutations import is_salutation
from teiencode.surroundings import surroundings

LONGEST_LINE = 64
MOST_LINES = 7


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield an address for each block of short lines just above a salutation."""
    around = surroundings(view, profile)
    for number, block in enumerate(view.blocks[1:], 1):
        if not is_salutation(around.shapes[block.first].bare):
            continue
        above = view.blocks[number - 1]
        shapes = around.shapes[above.first : above.last + 1]
        if len(shapes) > MOST_LINES or any(around.running[above.first : above.last + 1]) or around.label(above.first):
            continue
        if len(shapes) == 1 and (read_dateline(shapes[0].bare) or around.title_word(shapes[0].bare)):
            continue
        if any(shape.lower_start or not 0 < len(shape.bare) <= LONGEST_LINE for shape in shapes) or any(
            around.marking(position) or around.is_short_mark(position) for position in range(above.first, above.last + 1)
        ):
            continue
        reasons = [Evidence("just above a salutation", 4.5), Evidence("lines of an address", 1.5 * (len(shapes) - 1))]
        yield Reading("address", above.start, above.end, "addresses", tuple(reasons))
