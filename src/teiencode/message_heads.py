"""The head of a message as a network carried it: its date and time, and lines that say whence and whither.

R 141630Z JAN 75
FM AMEMBASSY ANKARA
TO SECSTATE WASHDC 7421
"""

from __future__ import annotations

import re
from collections.abc import Sequence

DATE_AND_TIME = re.compile(r"(?:[A-Z]{1,2} ){1,2}\d{6}Z? ?[A-Z]?(?: [A-Z]{3} \d{2,4})?\b")
DISTRIBUTED = re.compile(r"(?:ACTION|INFO|ORIGIN) [A-Z]{1,6}-\d\d\b")
"""Who has the copies of a message, each office with their number."""
LINE = re.compile(rf"(?:FM|TO|INFO|ZEN|SUBJ|SUBJECT:?|TAGS:|REF:|E\.?O\.? ?\d{{5}}:) ?[A-Z]|{DISTRIBUTED.pattern}")
"""Lines of such a head: whence, whither, who else, of what."""
END_OF_MESSAGE = re.compile(r"NNNN?|BT|E(?:ND|nd)(?: OF MESSAGE)?")
"""An operator's sign that a message, or a section of one, ends."""
LONGEST_LINE = 60
FEWEST_LINES = 2


def is_message_head(lines: Sequence[str]) -> bool:
    """Whether the lines of a block are such a head: it begins with date and time, or most lines are as a network writes them."""
    if not lines or len(lines[0]) > LONGEST_LINE:
        return False
    if DATE_AND_TIME.match(lines[0]):
        return True
    named = sum(LINE.match(line) is not None for line in lines)
    return named >= max(FEWEST_LINES, len(lines) / 2) or DISTRIBUTED.match(lines[0]) is not None
