"""Times of the day and their zones: `4 p. m.`, `3–4:30 p.m.`, `11:30 a.m.–noon`, `0113Z`, `10:30 a.m. EST`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from teiencode.diagnostic import Code, Diagnostic, Span

IMPOSSIBLE_TIME = Code(
    "TE703",
    "impossible-time",
    "header",
    "warning",
    "The text states a time that no clock shows, such as 25:10. The words are kept and get no ISO value.",
    "compare the page; the date beside the time is used without it",
)

_DASH = r"\s?[-–—]\s?|\sto\s|\suntil\s"
_HALF = r"(?:a|p)\s?\.?\s?m(?![^\W\d_])\.?"
_ZONE = r"Z|GMT|UTC|UT|Zulu|[ECMP][SD]T|E\.[SD]\.T\."


def _clock(mark: str) -> str:
    """The pattern of one time, its groups marked by `mark`."""
    return rf"""(?:
        (?:12\s)?(?P<word{mark}>noon|midnight|midday)
      | (?P<military{mark}>\d{{4}})(?:\s?(?:hours|hrs\.?|h\b)|(?=\s?(?:{_ZONE})(?![^\W\d_])|{_DASH}\d{{4}}))
      | (?P<hour{mark}>\d{{1,2}})(?::(?P<minute{mark}>\d\d))?(?:\s?(?P<half{mark}>{_HALF})|\s?o['’]clock)?
    )"""


TIME = re.compile(
    rf"""
    (?:(?P<about>about|approximately|approx\.|circa|ca\.?|around)\s)?
    {_clock("1")}(?:(?P<dash>{_DASH}){_clock("2")})?
    (?:\s?(?P<zone>{_ZONE})(?![^\W\d_]))?
    (?:(?<=\D)|(?![\d:]))
    """,
    re.IGNORECASE | re.VERBOSE,
)

_OFFSETS = {"E": -5, "C": -6, "M": -7, "P": -8}


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of the day. `hour` may be 24, which is the next day's midnight.

    `zone` is `Z`, `-05:00` or empty (local).
    """

    hour: int
    minute: int
    zone: str = ""

    @property
    def iso(self) -> str:
        """`16:00:00`, `01:13:00Z`; 24:00 is `00:00:00`, and the day that goes with it is the next one."""
        return f"{self.hour % 24:02d}:{self.minute:02d}:00{self.zone}"

    @property
    def possible(self) -> bool:
        """Whether a clock can show it."""
        return (0 <= self.hour <= 23 or (self.hour, self.minute) == (24, 0)) and 0 <= self.minute <= 59


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time, or a range of two, found in a text. `span` counts characters of the text from 0."""

    span: Span
    first: Clock | None
    last: Clock | None = None
    about: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()


def read_time(text: str, start: int = 0) -> ClockTime | None:
    """The time that begins exactly at `start`, or None.

    A bare number is no time: it needs `p.m.`, minutes, a zone or a word.
    """
    match = TIME.match(text, start)
    if match is None or not _certain(match):
        return None
    if _is_of_either_half(match):
        return ClockTime(match.span(), None)
    zone = _offset(match["zone"])
    last = _reading(match, "2", zone, None) if match["dash"] else None
    first = _reading(match, "1", zone, _half(match["half2"]) if match["dash"] else None)
    if first and last and match["dash"] and not match["half1"] and match["hour1"] and first > last and first[0] >= 12:
        # `11–12:15 p.m.` begins in the morning: the half of the day that is named is the end's.
        first = (first[0] - 12, first[1])
    times = [Clock(*pair, zone) for pair in (first, last) if pair is not None]
    if any(not time.possible for time in times) or first is None:
        fault = IMPOSSIBLE_TIME.at(match.span(), f"{match[0].strip()!r} is a time that no clock shows")
        return ClockTime(match.span(), None, diagnostics=(fault,))
    return ClockTime(match.span(), times[0], times[1] if last else None, bool(match["about"]))


def find_time(text: str) -> ClockTime | None:
    """The first time that stands anywhere in `text`, or None."""
    for match in TIME.finditer(text):
        start = match.start()
        if (not start or not text[start - 1].isalnum()) and (found := read_time(text, start)):
            return found
    return None


def _certain(match: re.Match[str]) -> bool:
    """Whether the words can be nothing but a time."""
    marked = match["half1"] or match["half2"] or match["word1"] or match["military1"] or match["minute1"]
    return bool(marked or (match["dash"] and (match["word2"] or match["minute2"])) or "clock" in match[0])


def _is_of_either_half(match: re.Match[str]) -> bool:
    """Whether a range of hours names neither half of the day (`3–4:30`): it is a time, and tells none."""
    said = match["half1"] or match["half2"] or match["word1"] or match["word2"] or match["military1"] or match["zone"]
    return bool(match["dash"]) and not said and int(match["hour1"]) < 12


def _half(words: str | None) -> str | None:
    """`a` or `p` from `a. m.`, `PM`."""
    return words[0].lower() if words else None


def _reading(match: re.Match[str], mark: str, zone: str, inherited: str | None) -> tuple[int, int] | None:
    """Hour and minute of one of the two times, or None where the words contradict a twelve-hour clock."""
    word = (match[f"word{mark}"] or "").lower()
    if word:
        return (0, 0) if word == "midnight" else (12, 0)
    if military := match[f"military{mark}"]:
        return int(military[:2]), int(military[2:])
    hour, minute = int(match[f"hour{mark}"]), int(match[f"minute{mark}"] or 0)
    half = _half(match[f"half{mark}"])
    if half and hour > 12:
        return None
    half = half or (inherited if hour <= 12 else None)
    if half is None:
        return hour, minute
    return hour % 12 + (12 if half == "p" else 0), minute


def _offset(zone: str | None) -> str:
    """The ISO offset of a zone; local times without a zone have none, and no other abbreviation is unambiguous."""
    if not zone:
        return ""
    name = zone.upper().replace(".", "")
    if name in ("Z", "GMT", "UTC", "UT", "ZULU"):
        return "Z"
    return f"-{-(_OFFSETS[name[0]] + (name[1] == 'D')):02d}:00"
