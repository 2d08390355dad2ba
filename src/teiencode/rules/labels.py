"""Labels: the printed names of a form's fields, with their colons, or before a blank to be filled in.

Source:  Passed by: F. Sapt ☒
TEI:     <ab type="field"><label>Passed by:</label> F. Sapt <metamark
Not:     a colon in running text: only a line that is a field of a form has labels
Codes:   none
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiencode.profile import Profile
from teiencode.reading import Reading, View
from teiencode.solve import evidence

PRINTED_NAME = re.compile(r"(?:\n|\A)[ \t]*((?:\*\*)?[A-Z][^\s:*][^\n:*]{0,38}(?:\*\*:|:\*\*|(?<=\S):)|(?:TO|NO) ?:)(?![/\d])")
NAME_AFTER_A_GAP = re.compile(r"(?:\t|(?<! ) {3,})([A-Z][^\s:][^\n:\t]{0,28}?:)(?![/\d])")

NAME_BEFORE_A_BLANK = re.compile(r"(?:\n|\A|_)[ \t]*([A-Z][^\n_:☐☒☑]{0,28}[^\s_:☐☒☑])(?=[ \t]*_{3,})")


def propose_inline(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a reading for each printed name at a line's start, or after a wide gap; it counts in a field of a form only."""
    for pattern in (PRINTED_NAME, NAME_AFTER_A_GAP, NAME_BEFORE_A_BLANK):
        for found in view.matches(pattern):
            yield Reading("label", *found.span(1), "labels", evidence("a printed name with its colon", 2.0))
