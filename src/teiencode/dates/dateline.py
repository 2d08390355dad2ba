"""Datelines: where and when a document was written, as one line of it says.

Source:  Paris, April 1, 1948—9 p. m.
TEI:     <placeName>Paris</placeName>, <date when="1948-04-01T21:00:00">April 1, 1948—9 p. m.</date>
Not:     a sentence that mentions a day; a heading (`Telegram From X to Y, May 5, 1962`)
Codes:   TE701 impossible-date, TE702 weekday-contradicted, TE703 impossible-time
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from teiencode.dates.calendar import CalendarDate, Day, find_dates, year_alone
from teiencode.dates.clock import ClockTime, read_time
from teiencode.dates.dating import UNDATED, Cert, Dating
from teiencode.dates.places import is_known_place, looks_like_place
from teiencode.diagnostic import Diagnostic, Span

LONGEST_DATELINE = 400
"""No dateline is longer, in characters: beyond it the text is prose, and is not read."""

PieceKind = Literal["placeName", "date", "time"]

# What may stand in a dateline around the place and the date: brackets of the editors, a number before, stops.
_LEAD = re.compile(
    r"[\s\[(]*(?:(?:No|Nr|Serial|Telegram|Tel)\.?\s?(?:No\.?\s?)?(?=[\w./-]{0,19}\d)[\w./-]{1,20}\.?\s?\]?[\s,.:;—–-]*)?[\s\[(]*",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(
    r"[\s,;:.\[\](){}—–/-]*(?:(?<=[,;.])\d{1,2}(?=\s)[\s\[(]*)?(?:(?<![^\W_])(?:at|of|the|on|le|den|am|el|dated)\s)?[\s\[(]*",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s?[\])]?\s?[,;.—–/-]?\s{0,3}(?:(?:at|from)\s|\()?", re.IGNORECASE)
_MORE = re.compile(r"\s?(?:,|;|and|,\s?and|&)\s{1,3}", re.IGNORECASE)
_BEGINS_SENTENCE = re.compile(r"(?:On|In|By|At|Since|During|After|Before|Until)\s")
_NOTICE = re.compile(r"[a-z]|Place |No place")
"""How a notice in a place's stead begins: `[place not declassified]`, `[No place]`."""
_ABBREVIATED = re.compile(r"(?<![^\W_])(?:[A-Z]\.\s?)+[A-Z]\Z")
"""Initials whose last stop belongs to them: `Washington, D.C.`"""
_DAY_NAME = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_HOUR_BEFORE = re.compile(
    r",\s\d{1,2}(?::\d\d)?\s?[ap]\.\s?m\.?$|,\s(?:noon|midnight)$"
    rf"|,\s(?:the\s)?(?:{_DAY_NAME}\s)?(?:morning|afternoon|evening|night|week|weekend)(?:\sof)?$",
    re.IGNORECASE,
)
"""An hour or a part of the day between the place and the date: `Saigon, 5 p.m., May 3, 1963`, `Bonn, Friday night, May 3`."""
_ANNOUNCES = re.compile(r":\d?\s*$")
"""The colon of a day that heads what was done on it: `Sunday, July 15:`."""
_MORE_DATES = re.compile(r"\s?(?:,\s?(?:and|to|through)|,|;|and|to|through)\s", re.IGNORECASE)
_CALL = re.compile(r"(?:\d{1,3}|[*†‡§]{1,3})(?=\W{0,3}$)")
_RECEIVED = re.compile(
    r"[\s,.;—–-]*[\[(]?\s?(?:received|rec['’]?d\.?)\b[:,]?\s?(?:in\s\w+\s)?(?P<words>[^\])]{0,120})[\])]?\.?",
    re.IGNORECASE,
)
_CLOSE = re.compile(r"[\s.,;\])*†‡§]*")
_WITHHELD = re.compile(
    r"\[?(?:(?P<place>[^\W\d_][^,()\[\]\n]{1,40}[^\W_])\]?,?\s)?"
    r"[\[(](?:(?:place|location) and )?date (?:and \w+ )?"
    r"(?:not (?:given|declassified|indicated|legible|known)|illegible|missing)\.?[\])]"
    r"\.?\d{0,2}",
    re.IGNORECASE,
)
_ZONE_NOTE = re.compile(r"\s?[\[(](?:[^\])]{0,40}\btime|[A-Z]{2,4})[\])]|,?\s(?:[\w.]{1,20}\s){1,3}time\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a dateline: the element that TEI has for it, its span (characters from 0), and what it says."""

    kind: PieceKind
    span: Span
    dating: Dating = UNDATED

    @property
    def attributes(self) -> tuple[tuple[str, str], ...]:
        """The TEI attributes, in a fixed order."""
        return self.dating.attributes


@dataclass(frozen=True, slots=True)
class Dateline:
    """A line read as a dateline.

    `pieces` stand in the order of the text and do not overlap. `received` is what `[Received …]` says, for the
    header: no piece, since the date of the dateline is the sender's. `fit` is from 0 to 1: how much a dateline it is,
    and nothing else.
    """

    pieces: tuple[Piece, ...]
    fit: float
    received: Dating | None = None
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def place(self) -> Span | None:
        """The span of the place, or None."""
        return next((piece.span for piece in self.pieces if piece.kind == "placeName"), None)

    @property
    def dating(self) -> Dating:
        """What the dateline says of the time: its first date that says something."""
        dates = [piece.dating for piece in self.pieces if piece.kind == "date"]
        return next((dating for dating in dates if dating.stated), dates[0] if dates else UNDATED)


@lru_cache(maxsize=512)
def read_dateline(text: str) -> Dateline | None:
    """Read a line, or a block of a few lines, as a dateline; None where it holds no date, or clearly more than one.

    Spans count characters of `text` from 0. A note's number at the very end, or glued to the year, stays outside all
    pieces. A date that no calendar has is a piece without attributes, and a diagnostic. TEI Guidelines, 4.2.2 and
    13.4. What is read is kept: several rules ask of the same line.
    """
    if not text or len(text) > LONGEST_DATELINE or _ANNOUNCES.search(text):
        return None
    found = _first_date(text)
    if found is None:
        return _withheld_date(text)
    place, place_fit = _place(text, found.span[0])
    if place is None and place_fit == 0.0:
        return _withheld_date(text)
    time, at = _time(text, found.span[1])
    pieces, diagnostics = _pieces(text, found, time)
    times, at = _further_times(text, at, time)
    dates, at = _further_dates(text, at)
    times += dates
    if found.undated and (supplied := next(find_dates(text, at), None)):
        # `undated [December 1962]`: what the editors supply stands beside the word.
        times.append(Piece("date", supplied.span, supplied.dating))
        at = supplied.span[1]
    received, at = _received(text, at, found.first)
    rest = text[_end_of_line(text, at) :]
    over = sum(1 for word in rest.split() if not word.strip(",.;").isdigit())
    if over and place is None and (found.first.year is None or _BEGINS_SENTENCE.match(text)) and not found.undated:
        return None
    fit = place_fit * _date_fit(found, time) * max(0.0, 1 - over / 4)
    if fit < 0.05:
        return None
    parts = ([Piece("placeName", place)] if place else []) + pieces + times
    return Dateline(tuple(parts), round(fit, 3), received, tuple(diagnostics))


def _withheld_date(text: str) -> Dateline | None:
    """A known place with a notice of the editors where the date stands: `Washington, [date not declassified].`"""
    match = _WITHHELD.fullmatch(text)
    if match is None or (match["place"] and not is_known_place(match["place"])):
        return None
    pieces = (Piece("placeName", match.span("place")),) if match["place"] else ()
    return Dateline(pieces, 0.6)


def _first_date(text: str) -> CalendarDate | None:
    """The date of the line: the first in words, else a year after a place (`Washington, 1959`)."""
    for found in find_dates(text):
        return found
    head, comma, tail = text.rpartition(",")
    year = year_alone(tail.strip(" .[]\n")) if comma else None
    if year is None or not is_known_place(head):
        return None
    start = len(text) - len(tail) + (len(tail) - len(tail.lstrip(" [\n")))
    return year.shifted(start)


def _place(text: str, end: int) -> tuple[Span | None, float]:
    """The span of the place before the date, and how well the words before the date fit a dateline (0: not at all)."""
    lead = _LEAD.match(text, 0, end)
    start = lead.end() if lead else 0
    stop = start
    # The separator is found from the right: the last run of stops and brackets that reaches the date.
    for match in _SEPARATOR.finditer(text, start, end):
        if match.end() == end and match.end() > match.start():
            stop = match.start()
            break
    else:
        stop = end
    if hour := _HOUR_BEFORE.search(text[start:stop]):
        stop = start + hour.start()
    words = text[start:stop]
    if not words.strip():
        return None, 0.8
    left, right = len(words) - len(words.lstrip()), len(words.rstrip())
    span = (start + left, start + right)
    span = _with_brackets(text, span)
    name = text[span[0] : span[1]]
    if not looks_like_place(name):
        return None, 0.0
    return span, 1.0 if is_known_place(name) else 0.9 if len(name.split()) <= 3 else 0.7


def _with_brackets(text: str, span: Span) -> Span:
    """The span with the bracket that closes one left open in the name, or with both of a notice in its stead."""
    start, end = span
    for opening, closing in ("[]", "()"):
        if text.startswith(closing, end) and text.count(opening, start, end) > text.count(closing, start, end):
            return start, end + 1
    if text.startswith(".,", end) and _ABBREVIATED.search(text, start, end):
        return start, end + 1
    if start and text[start - 1] == "[" and text.startswith("]", end) and _NOTICE.match(text, start):
        return start - 1, end + 1
    return span


def _time(text: str, at: int) -> tuple[ClockTime | None, int]:
    """The time that follows the date, and where reading goes on."""
    call = _CALL.match(text, at)
    if call:
        return None, at
    between = _BETWEEN.match(text, at)
    start = between.end() if between else at
    time = read_time(text, start)
    return (time, time.span[1]) if time else (None, at)


def _pieces(text: str, found: CalendarDate, time: ClockTime | None) -> tuple[list[Piece], list[Diagnostic]]:
    """The date as a piece, with its time in it where the two make one value, else the time as a piece of its own."""
    start, end = found.span
    diagnostics = list(found.diagnostics)
    if time is None:
        return [Piece("date", found.span, found.dating)], diagnostics
    diagnostics += time.diagnostics
    one = found.exact and found.first.year is not None and time.last is None and "]" not in text[end : time.span[0]]
    if one and time.first is not None:
        dating = replace(found.dating, when=_moment(found.first, time))
        if time.about and dating.cert is None:
            dating = replace(dating, cert="low")
        return [Piece("date", (start, time.span[1]), dating)], diagnostics
    if one:
        return [Piece("date", (start, time.span[1]), found.dating)], diagnostics
    return [Piece("date", found.span, found.dating), Piece("time", time.span, _time_dating(time))], diagnostics


def _time_dating(time: ClockTime) -> Dating:
    """The dating of a `time` element."""
    if time.first is None:
        return UNDATED
    cert: Cert | None = "low" if time.about else None
    if time.last is None:
        return Dating(when=time.first.iso, cert=cert)
    return Dating(from_=time.first.iso, to=time.last.iso, cert=cert)


def _moment(day: Day, time: ClockTime) -> str:
    """Day and time as one ISO value; 24:00 is the next day's 00:00."""
    stated = day.as_date
    assert time.first is not None and stated is not None
    if time.first.hour == 24 and stated < date.max:
        stated += timedelta(days=1)
    return f"{stated.isoformat()}T{time.first.iso}"


def _further_times(text: str, at: int, first: ClockTime | None) -> tuple[list[Piece], int]:
    """More times of the same line (`10 a.m.–noon and 2:30–4 p.m.`), each a piece; at most four."""
    pieces: list[Piece] = []
    while first is not None and len(pieces) < 4 and (more := _MORE.match(text, at)):
        time = read_time(text, more.end())
        if time is None:
            break
        pieces.append(Piece("time", time.span, _time_dating(time)))
        at = time.span[1]
    return pieces, at


def _further_dates(text: str, at: int) -> tuple[list[Piece], int]:
    """More days of the same line (`June 3, 1961, 3 p.m., and June 4, 1961, 10 a.m.`), each with its time; at most four."""
    pieces: list[Piece] = []
    while len(pieces) < 4 and (more := _MORE_DATES.match(text, at)):
        found = next(find_dates(text, more.end()), None)
        if found is None or found.span[0] != more.end():
            break
        time, at = _time(text, found.span[1])
        pieces += _pieces(text, found, time)[0]
    return pieces, at


def _received(text: str, at: int, sent: Day) -> tuple[Dating | None, int]:
    """What `[Received …]` says, with the year of sending, or the next one where December is followed by January."""
    match = _RECEIVED.match(text, at)
    if match is None:
        return None, at
    words = match["words"]
    day, time = sent, read_time(words, 0)
    for found in find_dates(words):
        day = found.first
        if day.year is None and sent.year is not None and day.month and sent.month:
            day = replace(day, year=sent.year + (day.month < sent.month))
        between = _BETWEEN.match(words, found.span[1])
        time = read_time(words, between.end() if between else found.span[1])
        break
    if day.as_date is None:
        return None, match.end()
    single = time is not None and time.first is not None and time.last is None
    return Dating(when=_moment(day, time) if single and time else day.iso), match.end()


def _end_of_line(text: str, at: int) -> int:
    """Where what belongs to a dateline ends: after a zone in words, a note's number, stops and brackets."""
    for pattern in (_ZONE_NOTE, _CLOSE, _CALL, _CLOSE):
        if match := pattern.match(text, at):
            at = match.end()
    return at


def _date_fit(found: CalendarDate, time: ClockTime | None) -> float:
    """How well the date itself fits a dateline: the more it states, the better."""
    if found.undated:
        return 0.95
    if found.first.year is None:
        return 0.6 if found.first.day is None or time is not None else 0.5
    return 1.0 if found.first.day else 0.6
