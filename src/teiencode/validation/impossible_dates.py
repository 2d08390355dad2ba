"""Days that no month has, and hours that no day has: what is said of them, and the last day that the month does have."""

from __future__ import annotations

import re
from calendar import month_name, monthrange

_DAY = re.compile(r"\s*(?:-?(?P<year>\d{4})|-)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")
_CLOCK = re.compile(r"(?:[\d-]+T|\s*)(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?![\d:])")
_MOST = (("hour", "day", 23), ("minute", "hour", 59), ("second", "minute", 59))
"""The parts of a time, what each is a part of, and the last of them."""


def why_impossible(value: str) -> str:
    """The end of a sentence on a date that is written right and yet none; '' for others.

    It says how long the month is, or the year, or how many hours a day has.
    """
    return _why_no_day(value) or _why_no_time(value)[0]


def cure_of_time(value: str) -> str:
    """What to write in place of a time of which one part is none; '' for others."""
    return _why_no_time(value)[1]


def _why_no_day(value: str) -> str:
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


def _why_no_time(value: str) -> tuple[str, str]:
    """Why a time is none, and what to write."""
    found = _CLOCK.match(value)
    if found is None:
        return "", ""
    for part, whole, most in _MOST:
        number = int(found[part] or 0)
        if number > most:
            is_midnight = part == "hour" and number == most + 1
            why = f": no {whole} has {'an' if part == 'hour' else 'a'} {part} {number}"
            return "" if is_midnight else why, f"Write the {part} as a number from 00 to {most}."
    return "", ""


def last_day(year: str, month: int) -> int:
    """How many days a month has; of a year that is not written, in a leap year. 0 for a month that is none."""
    if not 1 <= month < len(month_name) or (year and not 1 <= int(year) <= 9999):
        return 0
    return monthrange(int(year or "2000"), month)[1]
