"""Tables: lines whose cells are parted by tabs.

Source:  Those who voted for

         Australia⇥Iceland
         Belgium⇥Italy
TEI:     <table><row><cell>Australia</cell><cell>Iceland</cell></row><row><cell>Belgium</cell><cell>Italy</cell></row></table>
Not:     columns parted by spaces (`⇥` shows a tab here)
Codes:   none
"""

from __future__ import annotations

from collections.abc import Iterator

from teiencode.profile import Profile
from teiencode.reading import Reading, View
from teiencode.solve import evidence


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a reading for each line with a tab before, in or after its words."""
    if "\t" not in view.text:
        return
    for line in view.lines:
        if "\t" in view.text[line.line_start : line.line_end]:
            yield Reading("row", line.start, line.end, "tables", evidence("cells parted by tabs", 8.0))
