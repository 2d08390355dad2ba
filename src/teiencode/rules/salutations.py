"""Salutations: how a letter, a speech or a note addresses its reader, on a line of its own.

Source:  Dear Mr. Chairman:

         I have carefully read your letter of October 26 and I find in it some encouragement.
TEI:     <opener><salute>Dear Mr. Chairman:</salute></opener>
Not:     Dear to the heart of every delegate; Sirs were present
Codes:   none
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiencode.profile import Profile
from teiencode.reading import Evidence, Reading, View
from teiencode.solve import GOES_ON
from teiencode.surroundings import surroundings

SALUTATION = re.compile(
    r"(?:my )?dear (?:[^\s:,.]+\.?,? ?){1,7}[:,—-]{0,2}|"
    r"(?:sirs?|gentlemen|madam|(?:your )?excellency|ladies and gentlemen|comrades|"
    r"mr\. (?:president|chairman|secretary|speaker)(?:,? [^:]{1,60})?|fellow [a-z]+|my fellow [a-z]+)[:,—]",
    re.IGNORECASE,
)
OF_A_SPEECH = re.compile(
    r"(?=[a-z])(?:[^.?!]|\b(?:mr|mrs|dr|gov|sen|gen)\.)*\b(?:gentlemen|friends|colleagues|citizens|guests|delegates|"
    r"members of the [a-z ]+):",
    re.IGNORECASE | re.DOTALL,
)
"""Those to whom a speaker turns, one after another."""
LONGEST_LINE = 80
LONGEST_OF_A_SPEECH, MOST_LINES = 200, 3


def is_salutation(bare: str) -> bool:
    """Whether a line is a salutation and nothing else."""
    return len(bare) <= LONGEST_LINE and (SALUTATION.fullmatch(bare) or OF_A_SPEECH.fullmatch(bare)) is not None


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a salutation for each line that is one and stands apart from the text under it."""
    around = surroundings(view, profile)
    for block in view.blocks:
        shapes = around.shapes[block.first : block.last + 1]
        words = " ".join(shape.bare for shape in shapes)
        if 1 < len(shapes) <= MOST_LINES and len(words) <= LONGEST_OF_A_SPEECH and OF_A_SPEECH.fullmatch(words):
            several = (Evidence("addresses many", 5.5), Evidence("its lines stand together", GOES_ON * (len(shapes) - 1)))
            yield Reading("salute", block.start, block.end, "salutations", several)
    for position, shape in enumerate(around.shapes):
        if not shape.bare or not is_salutation(shape.bare) or not around.starts_block(position):
            continue
        line = view.lines[position]
        reasons = [Evidence("addresses a reader", 4.0 if around.alone(position) else 2.0)]
        if shape.bare[-1] in ":,":
            reasons.append(Evidence("ends with a colon or a comma", 1.5))
        yield Reading("salute", line.start, line.end, "salutations", tuple(reasons))
