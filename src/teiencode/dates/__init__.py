"""Dates, times and datelines: what a text says of a time, where it says so, and the ISO value in TEI's attributes."""

from teiencode.dates.calendar import IMPOSSIBLE_DATE, WEEKDAY_CONTRADICTED, CalendarDate, Day, find_dates, month_number
from teiencode.dates.clock import IMPOSSIBLE_TIME, Clock, ClockTime, find_time, read_time
from teiencode.dates.dateline import LONGEST_DATELINE, Dateline, Piece, read_dateline
from teiencode.dates.dating import UNDATED, Cert, Dating
from teiencode.dates.numeric import UNCERTAIN_CENTURY, StampDate, find_stamp_date
from teiencode.dates.places import KNOWN_PLACES, is_known_place, looks_like_place

CODES = (IMPOSSIBLE_DATE, WEEKDAY_CONTRADICTED, IMPOSSIBLE_TIME, UNCERTAIN_CENTURY)
"""The diagnostics that dates raise."""

__all__ = [
    "CODES",
    "KNOWN_PLACES",
    "LONGEST_DATELINE",
    "UNDATED",
    "CalendarDate",
    "Cert",
    "Clock",
    "ClockTime",
    "Dateline",
    "Dating",
    "Day",
    "Piece",
    "StampDate",
    "find_dates",
    "find_stamp_date",
    "find_time",
    "is_known_place",
    "looks_like_place",
    "month_number",
    "read_dateline",
    "read_time",
]
