"""Days that no month has: what is said of them, and the last day that the month does have."""

from __future__ import annotations

import re
from calendar import month_name, monthrange

_DAY = re.compile(r"\s*(?:-?(?P<year>\d{4})|-)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")


def why_impossible(value: str) -> str:
    """The end of a sentence on a date that is written right and yet none: how long the month is, or the year; '' for others."""
    found = _DAY.match(value)
    if found is None:
        return ""
    month, day = int(found["month"]), int(found["day"])
    if month > len(month_name) - 1:
        return f": a year has {len(month_name) - 1} months"
    last = last_day(found["year"] or "", month) if month else 0
    if not last or day <= last:
        return ""
    name = " ".join((month_name[month], *(each for each in (found["year"],) if each)))
    return f": {name} has {last} days"


def last_day(year: str, month: int) -> int:
    """How many days a month has; of a year that is not written, in a leap year. 0 for a month that is none."""
    if not 1 <= month < len(month_name) or (year and not 1 <= int(year) <= 9999):
        return 0
    return monthrange(int(year or "2000"), month)[1]
