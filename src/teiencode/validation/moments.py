"""Dates, times and durations of XML Schema Part 2: their values, and their order.

A moment is kept as days and seconds since a day, moved to UTC where the zone is known. Between a moment with a zone and one
without there is an order only where it holds in every zone, 14 hours either way (Part 2, section 3.2.7.4).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

_ZONE = r"(?P<zone>Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))?"
_YEAR = r"(?P<year>-?(?:[1-9][0-9]{4,8}|[0-9]{4}))"  # nobody dates by years of more digits
_MONTH = r"(?P<month>0[1-9]|1[0-2])"
_DAY = r"(?P<day>0[1-9]|[12][0-9]|3[01])"
_TIME = (
    r"(?:(?P<hour>[01][0-9]|2[0-3]):(?P<minute>[0-5][0-9]):(?P<second>[0-5][0-9](?:\.[0-9]+)?)|(?P<midnight>24:00:00(?:\.0+)?))"
)

_PATTERNS = {
    "dateTime": f"{_YEAR}-{_MONTH}-{_DAY}T{_TIME}",
    "time": _TIME,
    "date": f"{_YEAR}-{_MONTH}-{_DAY}",
    "gYearMonth": f"{_YEAR}-{_MONTH}",
    "gYear": _YEAR,
    "gMonthDay": f"--{_MONTH}-{_DAY}",
    "gDay": f"---{_DAY}",
    "gMonth": f"--{_MONTH}",
}

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

_FOURTEEN_HOURS = 14 * 3600


@dataclass(frozen=True, slots=True)
class Moment:
    """Seconds since the beginning of the year before the year 1, in the calendar of today, in UTC where `zoned`."""

    seconds: Decimal
    zoned: bool


def _reader(pattern: str) -> Callable[[str], Moment | None]:
    match = re.compile(pattern + _ZONE).fullmatch

    def read(text: str) -> Moment | None:
        found = match(text)
        if found is None:
            return None
        parts = found.groupdict()
        written = parts.get("year")
        if written is not None and not written.strip("-0"):
            return None  # there is no year 0
        # A leap year stands in for years that are not written, so that February has 29 days. There is no year 0 before the year
        # 1, so the years before it are one less far than they are written.
        year = int(written or "1972")
        year += year < 0
        month, day = int(parts.get("month") or 1), int(parts.get("day") or 1)
        leap = _is_leap(year)
        if day > _DAYS[month - 1] or (month == 2 and day == 29 and not leap):
            return None
        seconds = Decimal(86400 * _days(year, month, day, leap))
        if parts.get("midnight"):
            seconds += 86400 if "day" in parts else 0
        elif parts.get("hour"):
            seconds += int(parts["hour"]) * 3600 + int(parts["minute"]) * 60 + Decimal(parts["second"])
        zone = parts["zone"]
        return Moment(seconds - _offset(zone), zone is not None)

    return read


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days(year: int, month: int, day: int, leap: bool) -> int:
    """Days before this day since the beginning of the year before the year 1."""
    before = year - 1
    days = year * 365 + before // 4 - before // 100 + before // 400
    return days + sum(_DAYS[: month - 1]) - (month > 2 and not leap) + day - 1


def _offset(zone: str | None) -> int:
    """What a zone is ahead of UTC, in seconds."""
    if zone is None or zone == "Z":
        return 0
    seconds = int(zone[1:3]) * 3600 + int(zone[4:]) * 60
    return -seconds if zone[0] == "-" else seconds


READERS: dict[str, Callable[[str], Moment | None]] = {name: _reader(pattern) for name, pattern in _PATTERNS.items()}
"""For each datatype the function from a text to its moment, or to None where it is none."""


def compare(one: Moment, other: Moment) -> int | None:
    """-1, 0 or 1 as one moment is before the other, the same, or after it; None where that depends on the zone."""
    difference = one.seconds - other.seconds
    if one.zoned == other.zoned:
        return (difference > 0) - (difference < 0)
    if abs(difference) <= _FOURTEEN_HOURS:
        return None
    return 1 if difference > 0 else -1


_DURATION = re.compile(
    r"(?P<sign>-)?P(?=.)(?:(?P<years>[0-9]+)Y)?(?:(?P<months>[0-9]+)M)?(?:(?P<days>[0-9]+)D)?"
    r"(?:T(?=.)(?:(?P<hours>[0-9]+)H)?(?:(?P<minutes>[0-9]+)M)?(?:(?P<seconds>[0-9]+(?:\.[0-9]+)?)S)?)?"
)

_LONGEST_DURATION = 200
"""In characters. Longer ones are refused: their numbers could be of any size, and mean nothing."""

_STARTS = ((1696, 9), (1697, 2), (1903, 3), (1903, 7))
"""Years and months that two durations are added to: they are in order where they are so from each (section 3.2.6.2)."""


@dataclass(frozen=True, slots=True)
class Duration:
    """A span of time: months and seconds have no fixed ratio."""

    months: int
    seconds: Decimal


def read_duration(text: str) -> Duration | None:
    """The duration that a text is, or None."""
    found = _DURATION.fullmatch(text)
    if found is None or len(text) > _LONGEST_DURATION:
        return None
    years, months, days, hours, minutes = (int(found[name] or 0) for name in ("years", "months", "days", "hours", "minutes"))
    sign = -1 if found["sign"] else 1
    seconds = ((days * 24 + hours) * 60 + minutes) * 60 + Decimal(found["seconds"] or 0)
    return Duration(sign * (years * 12 + months), sign * seconds)


def compare_durations(one: Duration, other: Duration) -> int | None:
    """-1, 0 or 1 as one is shorter than the other, as long, or longer; None where that depends on the months."""
    orders = set()
    for year, month in _STARTS:
        first, second = (_added(year, month, duration) for duration in (one, other))
        orders.add((first > second) - (first < second))
    return orders.pop() if len(orders) == 1 else None


def _added(year: int, month: int, duration: Duration) -> Decimal:
    """Seconds from the beginning of the calendar to the end of a duration that begins with a month."""
    months = year * 12 + month - 1 + duration.months
    then = months // 12
    return Decimal(86400 * _days(then, months % 12 + 1, 1, _is_leap(then))) + duration.seconds
