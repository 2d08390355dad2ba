"""Dates in words: `May 25, 1978`, `21 March 1961`, `October 8–9, 1960`, `[May 1962?]`, `March 2/15, 1917`, `undated`.

A year that the editors mend (`May 5, 1953 [1954]`) is the one in brackets; a group of day and time, as messages have it
(`051930Z May 65`), is one moment.

Every pattern is anchored on the name of a month or on a fixed word, and every repetition in it is bounded, so that
the time grows with the length of the text and no more.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from teiencode.dates.dating import UNDATED, Cert, Dating
from teiencode.diagnostic import Code, Diagnostic, Span

IMPOSSIBLE_DATE = Code(
    "TE701",
    "impossible-date",
    "header",
    "warning",
    "The text states a day that no calendar has, such as February 30. The words are kept and get no ISO value.",
    "compare the page; if the page is wrong too, state the date in the document's sidecar file",
)
WEEKDAY_CONTRADICTED = Code(
    "TE702",
    "weekday-contradicted",
    "header",
    "info",
    "The text names a day of the week which the date beside it was not. The ISO value follows the date.",
    "compare the page, and state the date in the document's sidecar file where it is misread",
)

# The languages that American and European diplomatic papers were written in; English comes first where two share a form,
# and slips of the typewriter stand behind the name they are of.
_MONTHS = (
    "january janurary januray jan januar jänner janvier enero",
    "february febuary febrary feburary feb februar février fevrier febrero",
    "march mar märz maerz mars marzo",
    "april arpil aprl apr avril abril",
    "may mai mayo",
    "june jun juni juin junio",
    "july jul juli juillet julio",
    "august agust auguest aug août aout agosto",
    "september septmber septemeber setpember sept sep septembre septiembre setiembre",
    "october ocotber octobor oct oktober octobre octubre",
    "november novmeber novemeber novmber nov novembre noviembre",
    "december decmeber decemeber decmber dec dezember décembre decembre diciembre",
)
MONTHS: dict[str, int] = {}
for _number, _names in enumerate(_MONTHS, start=1):
    for _name in _names.split():
        MONTHS.setdefault(_name, _number)

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}

EARLIEST_SHORT_YEAR = 40
"""Groups of day and time came into use in the 1940s: a lower year of two figures is one of the next century."""

_ENGLISH = "|".join(sorted((n for names in _MONTHS for n in names.split()), key=len, reverse=True))
_MONTH = rf"(?:{_ENGLISH})(?![^\W\d_])\.?"
_YEAR = r"(?:1[0-9]|20)\d\d(?!\s?(?:Z|GMT|UTC|Zulu|hours|hrs)\b)"
# A note's number may be glued to the last figure (`November 281`, `19621`): a day of three figures stands only
# at the end.
_DAY = r"(?:\d{1,2}(?![\d:])(?!\s?[ap]\.?\s?m\b)|(?:3[01]|[12]\d|[1-9])(?=\d{1,2}\W{0,3}$))(?:st|nd|rd|th)?"
_DASH = r"\s?[-–—]\s?|\s(?:to|and|or|&)\s|\s?/\s?"

_DATE = re.compile(
    rf"""
    (?:(?P<weekday>{"|".join(_WEEKDAYS)})\b[,.]?\s{{1,2}}(?:the\s)?)?
    (?:(?P<doubt>circa|ca\.?|c\.|about|around|approximately|approx\.|probably|possibly|presumably|on\sor\sabout)\s)?
    (?:(?P<bound>before|after|prior\sto|not\slater\sthan|no\slater\sthan|not\sbefore|by|until|since)\s)?
    (?:(?P<part>early|mid|middle\sof|late|beginning\sof|end\sof)[\s-]{{1,2}})?
    (?P<core>(?:
        (?:(?P<month_c1>{_MONTH})(?:\s(?P<year_c1>{_YEAR}))?\s?[-–—]\s?)?(?P<month_c>{_MONTH})\??\]?(?:,|\sof)?\s{{1,2}}\[?(?P<year_c>{_YEAR})(?![/–-]\d)
      | (?P<month_a>{_MONTH})(?:,(?=\s\d{{1,2}},\s[12]))?\s{{0,2}}\[?(?P<day_a>{_DAY})(?P<doubt_a>\s?\[?\(?\?[\])]{{0,2}})?
        (?:\s?\[(?:(?P<new_month>{_MONTH})\s)?(?P<new_day>\d{{1,2}})\]|\](?=,\s[12]))?
        (?:\s?(?:[,.]{{0,2}}\]?\s{{1,2}}\[?|[,.]\[?|\[)(?P<mid_year>{_YEAR}))?
        (?:(?:(?:,\s\d{{1,2}}(?!\d)){{1,5}},?)?(?P<dash_a>{_DASH})(?:(?P<month_a2>{_MONTH})\s{{1,2}}|(?(mid_year)(?!)))(?P<day_a2>{_DAY})
        (?:\s?[,.]{{0,2}}\s{{0,2}}\[?(?P<year_a>{_YEAR}))?)?
      | (?<![,.])(?P<day_b>{_DAY})(?:(?P<dash_b>{_DASH})(?P<day_b2>{_DAY}))?[.]?(?:\s{{1,2}}(?:day\s)?(?:of\s|de\s)?|-)
        (?P<month_b>{_MONTH})(?:(?:\s?[,.]?\s{{1,2}}(?:de\s)?\[?|-|,)(?P<year_b>{_YEAR}))?
      | (?P<day_d>\d\d)(?P<clock_d>\d{{4}})(?P<zone_d>Z)\s(?P<month_d>{_MONTH})\s(?P<year_d>(?:1[0-9]|20)?\d\d)(?!\d)
      | (?P<season>spring|summer|autumn|fall)(?:\sof)?,?\s(?P<year_s>{_YEAR})
      | (?P<none>undated|no\sdate|n\.\s?d\.|date\s(?:unknown|not\s(?:indicated|given)|illegible))
    )(?:\s\[(?P<new_year>{_YEAR})\])?)
    (?P<call>\d{{1,3}}(?=\W{{0,3}}$))?
    (?P<close>\s?\(?\?[\])]?)?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_YEAR_ALONE = re.compile(
    rf"(?:(?P<doubt>circa|ca\.?|c\.|about|around|probably)\s)?(?P<year>{_YEAR})(?P<close>\s?\(?\?[\])]?)?(?!\d)",
    re.IGNORECASE,
)

# A date is looked for only around a word that can be in one, and begins at most so many characters before that word.
_WORD = re.compile(r"[^\W\d_]+")
_WORD_START = re.compile(r"(?<![^\W_])[^\W_]")
_ANCHORS = frozenset([*MONTHS, *_SEASONS, "undated", "date", "n"])
_LONGEST_OPENING = 45


@dataclass(frozen=True, slots=True)
class Day:
    """A day, a month or a year as far as it is stated: what is not stated is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str:
        """The W3C form that TEI wants: `1962-11-28`, `1962-11`, `1962`, `--11-28`, `--11`."""
        if self.year is None:
            return f"--{self.month:02d}" + (f"-{self.day:02d}" if self.day else "")
        return f"{self.year:04d}" + (f"-{self.month:02d}" if self.month else "") + (f"-{self.day:02d}" if self.day else "")

    @property
    def possible(self) -> bool:
        """Whether a calendar has it; February 29 without a year may be."""
        if self.month is None:
            return self.year is not None
        if not 1 <= self.month <= 12:
            return False
        return self.day is None or 1 <= self.day <= monthrange(self.year or 2000, self.month)[1]

    @property
    def as_date(self) -> date | None:
        """The day as a `datetime.date`, or None where a part of it is not stated."""
        if self.year is None or self.month is None or self.day is None or not self.possible:
            return None
        return date(self.year, self.month, self.day)

    def bounds(self) -> tuple[Day, Day]:
        """The first and the last day of the month or the year that is stated."""
        if self.year is None or self.day is not None:
            return self, self
        low, high = self.month or 1, self.month or 12
        return Day(self.year, low, 1), Day(self.year, high, monthrange(self.year, high)[1])


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A date found in a text. `last` is the end of a stated range; `span` counts characters of the text from 0."""

    span: Span
    first: Day
    last: Day | None = None
    dating: Dating = UNDATED
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def undated(self) -> bool:
        """Whether it is the word that no date is known."""
        return self.first == Day()

    @property
    def exact(self) -> bool:
        """Whether it is one day (with or without its year), so that a time beside it belongs to it."""
        return self.last is None and self.first.day is not None and self.dating.when is not None

    def shifted(self, offset: int) -> CalendarDate:
        """The same date with its span moved by `offset` characters."""
        moved = tuple(replace(d, span=(d.span[0] + offset, d.span[1] + offset)) if d.span else d for d in self.diagnostics)
        return replace(self, span=(self.span[0] + offset, self.span[1] + offset), diagnostics=moved)


def month_number(name: str) -> int | None:
    """The number of a month, 1 to 12, from its name or an abbreviation in English, French, German or Spanish."""
    return MONTHS.get(name.strip().rstrip(".").lower())


def find_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[CalendarDate]:
    """The dates in words that stand in `text[start:end]`, in order. Spans count characters of `text` from 0."""
    stop = len(text) if end is None else end
    free = start
    for word in _WORD.finditer(text, start, stop):
        if word.start() < free or word[0].casefold() not in _ANCHORS:
            continue
        for first in _WORD_START.finditer(text, max(free, word.start() - _LONGEST_OPENING), word.end()):
            match = _DATE.match(text, first.start(), stop)
            if match:
                yield _calendar_date(match)
                free = match.end()
                break
        else:
            # What begins no date here begins none for the next word either: no place is tried twice.
            free = word.end()


def year_alone(text: str) -> CalendarDate | None:
    """A text that is nothing but a year (`1959`, `circa 1959`), as a date; None when it is more than that."""
    match = _YEAR_ALONE.fullmatch(text.strip())
    if match is None:
        return None
    start = len(text) - len(text.lstrip())
    cert: Cert | None = "medium" if match["close"] else "low" if match["doubt"] else None
    year = Day(int(match["year"]))
    return CalendarDate((start, start + match.end()), year, None, Dating(when=year.iso, cert=cert))


def _calendar_date(match: re.Match[str]) -> CalendarDate:
    """The date that a match of `_DATE` says, read and checked."""
    end = match.end("close") if match["close"] else match.end("core")
    opened = "[" in match["core"]
    if match["close"] and match["close"].endswith("]") and not opened:
        end -= 1
    elif opened and "]" not in match[0] and match.string.startswith("]", end):
        end += 1
    span = (match.start(), end)
    if match["none"]:
        return CalendarDate(span, Day(), None, UNDATED)
    first, last = _days(match)
    if match["new_year"]:
        first = replace(first, year=int(match["new_year"]))
        last = last and replace(last, year=first.year)
    faults = [
        IMPOSSIBLE_DATE.at(span, f"{match[0].strip()!r} is a day that no calendar has")
        for day in (first, last)
        if day is not None and not day.possible
    ][:1]
    if faults:
        return CalendarDate(span, first, last, UNDATED, tuple(faults))
    stated = first.as_date
    if match["weekday"] and stated and last is None and _WEEKDAYS[stated.weekday()] != match["weekday"].lower():
        really = _WEEKDAYS[stated.weekday()].title()
        faults.append(WEEKDAY_CONTRADICTED.at(span, f"{first.iso} was a {really}, not a {match['weekday']}"))
    return CalendarDate(span, first, last, _dating(match, first, last), tuple(faults))


def _days(match: re.Match[str]) -> tuple[Day, Day | None]:
    """The first and, of a range, the last day that a match states."""
    if match["season"]:
        low, high = _SEASONS[match["season"].lower()]
        year = int(match["year_s"])
        return Day(year, low), Day(year, high)
    if match["month_c"]:
        last = Day(int(match["year_c"]), month_number(match["month_c"]))
        if not match["month_c1"]:
            return last, None
        return Day(int(match["year_c1"] or match["year_c"]), month_number(match["month_c1"])), last
    if match["month_d"]:
        year = int(match["year_d"])
        year += 0 if year > 99 else 1900 if year >= EARLIEST_SHORT_YEAR else 2000
        return Day(year, month_number(match["month_d"]), int(match["day_d"])), None
    if match["month_b"]:
        year_b = int(match["year_b"]) if match["year_b"] else None
        month = month_number(match["month_b"])
        first = Day(year_b, month, _figure(match["day_b"]))
        return _range(first, Day(year_b, month, _figure(match["day_b2"])) if match["day_b2"] else None, match["dash_b"])
    last_year = int(match["year_a"] or match["mid_year"] or 0) or None
    first_year = int(match["mid_year"] or 0) or last_year
    month = month_number(match["month_a"])
    first = Day(first_year, month, _figure(match["day_a"]))
    if match["new_day"]:
        new_month = month_number(match["new_month"]) if match["new_month"] else month
        return Day(first_year, new_month, _figure(match["new_day"])), None
    if not match["day_a2"]:
        return first, None
    last_month = month_number(match["month_a2"]) if match["month_a2"] else month
    if last_year and month and last_month and last_month < month and not match["mid_year"]:
        first = Day(last_year - 1, month, first.day)
    return _range(first, Day(last_year, last_month, _figure(match["day_a2"])), match["dash_a"])


def _range(first: Day, last: Day | None, dash: str | None) -> tuple[Day, Day | None]:
    """A range as it stands.

    But `March 2/15`, twelve or thirteen days apart, is one day in the old and the new style.
    """
    if last is None or dash is None or "/" not in dash or first.day is None or last.day is None or first.month is None:
        return first, last
    length = monthrange(first.year or 1917, first.month)[1]
    if last.day - first.day in (12, 13):
        return last, None
    if last.month == first.month and last.day + length - first.day in (12, 13):
        year, month = first.year, first.month + 1
        return Day(year + 1 if year and month == 13 else year, 1 if month == 13 else month, last.day), None
    return first, last


def _figure(words: str) -> int:
    """The number in `5`, `05` or `5th`."""
    return int(re.sub(r"\D", "", words))


def _dating(match: re.Match[str], first: Day, last: Day | None) -> Dating:
    """The dating attributes of a date that a calendar has."""
    if match["month_d"]:
        hour, minute = int(match["clock_d"][:2]), int(match["clock_d"][2:])
        return Dating(when=f"{first.iso}T{hour:02d}:{minute:02d}:00Z" if hour < 24 and minute < 60 else first.iso)
    asked = bool(match["close"] or match["doubt_a"] or "?" in match["core"])
    doubt = (match["doubt"] or "").lower()
    cert: Cert | None = "medium" if asked else None
    if doubt:
        cert = "medium" if doubt in ("probably", "presumably") else "low"
    bound = (match["bound"] or "").lower()
    if bound in ("before", "prior to", "not later than", "no later than", "by", "until"):
        return Dating(not_after=(last or first).iso, cert=cert)
    if bound:
        return Dating(not_before=first.iso, cert=cert)
    if match["part"] and first.day is None and first.month is not None and first.year is not None:
        low, high = _part(match["part"].lower(), *first.bounds())
        return Dating(not_before=low.iso, not_after=high.iso, cert=cert or "medium")
    if last is not None:
        if match["season"]:
            return Dating(not_before=first.bounds()[0].iso, not_after=last.bounds()[1].iso, cert=cert or "medium")
        if cert or re.search(r"and|or|&|/", match["dash_a"] or match["dash_b"] or ""):
            # Two days named together are no span of time of which every day counts; a doubtful range is two bounds.
            return Dating(not_before=first.iso, not_after=last.iso, cert=cert)
        return Dating(from_=first.iso, to=last.iso)
    if cert and first.day is None and first.year is not None:
        low, high = first.bounds()
        return Dating(not_before=low.iso, not_after=high.iso, cert=cert)
    return Dating(when=first.iso, cert=cert)


def _part(part: str, low: Day, high: Day) -> tuple[Day, Day]:
    """The third of a month that `early`, `mid` and `late` mean."""
    if part in ("early", "beginning of"):
        return low, replace(low, day=10)
    if part in ("late", "end of"):
        return replace(low, day=21), high
    return replace(low, day=11), replace(low, day=20)
