"""The head of a message as a network carried it: when it was filed, whence it came, to whom it went.

Source:  R 141630Z JAN 75 / FM AMEMBASSY ANKARA / TO SECSTATE WASHDC 7421
Says:    from AMEMBASSY ANKARA to SECSTATE WASHDC, 1975-01-14T16:30:00Z
Not:     a line of the text that begins with TO; INFO, which names who else had a copy
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from teiencode.dates import UNDATED, Dating

_FILED = re.compile(
    r"(?:^|(?<=\n))[ \t]*(?:[A-Z]{1,2} ){0,2}(?P<day>\d{2})(?P<hour>\d{2})(?P<minute>\d{2})(?P<zone>Z?) ?"
    r"(?P<month>JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6} (?P<year>\d{4}|\d{2})\b"
)
_FROM = re.compile(r"\n[ \t]*(?:FM|FROM) +(?P<name>[A-Z][^\n:]{2,80})")
_TO = re.compile(r"\n[ \t]*(?:TO|RU\w+/) *(?P<name>[A-Z][^\n:]{2,80}?)(?: +\d{1,5})?[ \t]*(?=\n|$)")
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
FIRST_YEAR = 50
"""A year of two figures from this one on is of the twentieth century: networks write so since the 1950s."""
LONGEST_HEAD = 1200


@dataclass(frozen=True, slots=True)
class NetworkHead:
    """What the head of a message says: names as they stand, when it was filed and its words."""

    sender: str
    receiver: str | None
    filed: Dating
    filed_text: str


def read_network_head(text: str) -> NetworkHead | None:
    """The head of a message in a block of text, or None where the block has no date and sender in a network's form."""
    words = text[:LONGEST_HEAD]
    filed = _FILED.search(words)
    sender = _FROM.search(words, filed.end()) if filed else None
    if filed is None or sender is None:
        return None
    receiver = _TO.search(words, sender.end())
    return NetworkHead(
        sender["name"].strip(), receiver["name"].strip() if receiver else None, _dating(filed), " ".join(filed[0].split())
    )


def _dating(filed: re.Match[str]) -> Dating:
    """The day and the minute, in Greenwich's time where the sign for it stands; no day that does not exist."""
    short = len(filed["year"]) == 2
    year = int(filed["year"]) + (1900 if int(filed["year"]) >= FIRST_YEAR else 2000) * short
    try:
        moment = datetime(year, _MONTHS.index(filed["month"]) + 1, int(filed["day"]), int(filed["hour"]), int(filed["minute"]))
    except ValueError:
        return UNDATED
    return Dating(when=moment.isoformat() + filed["zone"], cert="high" if short else None)
