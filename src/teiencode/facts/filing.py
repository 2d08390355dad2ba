"""The date in a decimal file number of the Department of State: `611.93/8–855` was filed under August 8, 1955.

From 1944 to January 1963 the number after the stroke is the document's date: month, day and the last two figures of the
year (National Archives, RG 59, Central Decimal File). An answer is at times filed under the paper that it answers, so the
date is a witness and no proof: measured on 93 papers that also state their date, it was the same in 85 %, and mostly within
a week in the rest.
"""

from __future__ import annotations

import re

from teiencode.dates import UNDATED, Dating, Day

FIRST_YEAR, LAST_YEAR = 44, 63
"""The years of the century in which the file numbers hold the date."""

_NUMBER = re.compile(r"\b\d{2,3}[A-Z]{0,2}\.[\w.()\s–-]{1,60}/(?P<month>\d{1,2})[–—-](?P<day>\d{1,2})(?P<year>\d\d)(?!\d)")


def filed_date(shelfmark: str) -> Dating:
    """The date that a file number holds, with `@cert`; an empty dating where it holds none."""
    match = _NUMBER.search(shelfmark[:200])
    if match is None or not FIRST_YEAR <= int(match["year"]) <= LAST_YEAR:
        return UNDATED
    day = Day(1900 + int(match["year"]), int(match["month"]), int(match["day"]))
    return Dating(when=day.iso, cert="medium") if day.possible else UNDATED
