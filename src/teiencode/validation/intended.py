"""What a wrong value was probably meant to be: a date in words, a time without seconds, a name with spaces in it.

Whatever is proposed here is a value that the schema takes: a guess that it does not take is dropped.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from teiencode.validation.impossible_dates import last_day
from teiencode.validation.language_codes import REGISTERED
from teiencode.validation.value_words import DURATIONS, LANGUAGES, MONTHS, NUMBERS, ORDINALS

_TIME = re.compile(
    r"(?:(?P<day>.*\d)(?:T\s*|,?\s+(?:at\s+)?)|T)?"
    r"(?:(?P<hour>\d{1,2})(?:\s*[:.h]\s*(?P<minute>\d\d|\d(?=:))(?:[:.](?P<second>\d\d?)(?:[.,]\d+)?)?|(?=\s*(?:[ap]\.?\s*m|uhr|h\b)))"
    r"|(?P<hour_in_name>\d\d)[-_](?P<minute_in_name>\d\d)[-_](?P<second_in_name>\d\d)"
    r"|(?:(?<=T)|(?=\d{4}\s*(?:h|uhr)))(?P<hours>\d\d)(?P<minutes>\d\d)(?P<seconds>\d\d)?)"
    r"\s*(?:h|hrs\.?|hours)?\s*(?P<half>[ap])?\.?\s*(?:m\.?|uhr)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?",
    re.I,
)
"""A time of the day, alone or behind a day: with colons, points or an h, with dashes as in names of files, or with no sign."""

_YEAR_FIRST = re.compile(r"(\d{4})[-./_,: ]?(\d{1,2})[-./_,: ]?(\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(\d{1,2})[-./ ]+(\d{1,2})[-./ ]+(\d{4})")
_ANY_YEAR = re.compile(r"--(\d\d)-\d\d")
_MONTH_DAY = re.compile(r"(\d\d)-(\d\d)")
_SHORT_YEAR = re.compile(
    r"(?P<before>-)?(?P<year>\d{1,4})\s*(?P<era>b\.?\s*c\.?(?:\s*e\.?)?|a\.?\s*d|c\.?\s*e|[vn]\.?\s*chr)?\.?", re.I
)
"""A year of fewer figures than four, or with its era: -44, 44 BC, 800 AD."""

_YEAR_MONTH = re.compile(r"(\d{4})[-./ ](\d{1,2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[-./](\d{4})")
_MONTH_IN_WORDS = re.compile(
    r"(?:(?P<before>\d{1,2})\D{0,5}\s)?\W*(?P<month>[^\W\d]{3,})\W*(?:(?P<after>\d{1,2})(?!\d)\D{1,4})?(?P<year>\d{4})?"
)
_YEAR_MONTH_IN_WORDS = re.compile(r"(\d{4})[-./\s]+([^\W\d]{3,})[-./\s]+(\d{1,2})")
_FIGURES_AND_LETTERS = re.compile(r"(?=.*\d)[\dlIoO.:/T+Z-]*[lIoO][\dlIoO.:/T+Z-]*")
_MISREAD = str.maketrans("lIoO", "1100")
"""Letters that are typed, or read by a machine, for figures."""

_DASH = re.compile("[\u2010-\u2015\u2212\u2043\ufe58\ufe63]")
_SPACED_SIGN = re.compile(r"(?<=\d)\s*([-/.:])\s*(?=\d)")
_DOUBLED_SIGN = re.compile(r"(?<=\d)([-/.:])\1+")
_ABOUT = re.compile(r"[^\W\d]{1,7}\.?\s*(\d+(?:[.,]\d+)?)")
_FRACTION = re.compile(r"(\d*)\s*(?:([¼½¾⅓⅔⅛⅜⅝⅞])|(?<!\d)(\d)/(\d)(?!\d))")
_WRITTEN_RIGHT = re.compile(r"(?<!\d)\d{4}-\d\d(?:-\d\d)?(?![\d-])")
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_ ./\\][A-Za-z0-9]{1,8})+")
_DURATION = re.compile(r"P?T?(\d+(?:[.,]\d+)?)\s*([^\W\d]+)\.?")
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,4})(?:XC|XL|L?X{0,4})(?:IX|IV|V?I{0,4})", re.I)
_NO_NAME_CHARACTER = re.compile(r"[^\w.-]+")
_SCHEME = re.compile(r"(?:mailto|https?|ftp|urn|doi|tel) ?:", re.I)
_NO_ADDRESS = re.compile(r"%(?![0-9A-Fa-f]{2})|[\s\[\]<>{}|\\^`\"]")


def intended_values(value: str, accepts: Callable[[str], bool]) -> list[str]:
    """Values that `accepts` takes and that say the same as `value` in another form; the likeliest first."""
    takes_words = accepts("some_word") or accepts("some word")
    found = [
        guess for guess in dict.fromkeys(_guesses(value, takes_words=takes_words)) if guess and guess != value and accepts(guess)
    ]
    if found:
        # What only says a part of what another says is no guess of its own: 1962 beside 1962-10-27.
        return [one for one in found if not any(other.startswith((f"{one}-", f"{one}T")) for other in found)]
    name = _name(value)
    # Figures without their signs are another figure, and no name.
    joined = name.replace("-", "") if not name.replace("-", "").isdecimal() else ""
    names = [guess for guess in (name, joined) if guess and guess != value and accepts(guess)]
    return list(dict.fromkeys(names)) or [guess for guess in (f"id{name}",) if name and accepts(guess)]


def _guesses(value: str, *, takes_words: bool) -> Iterator[str]:
    """What a value may be meant for; where words may stand, no word is a number, or a month."""
    words = " ".join(value.split())
    bare = words.strip(" .,;:!?()[]{}\"'“”„‘’<>~")
    yield words
    if "#" in words:
        # Pointers: several are parted by spaces, and each has one sign.
        several = re.sub("#[# ]+", "#", words).replace(",", " ").replace(";", " ").split()
        yield " ".join(re.sub("(?<=.)#", " #", word) if word.startswith("#") else word for word in several)
        yield from several if len(several) > 1 else ()  # where only one may stand
    yield words.lower()
    yield bare
    if _SCHEME.match(words):
        yield words.replace(" ", "")  # an address has none
    escaped = _NO_ADDRESS.sub(lambda sign: f"%{ord(sign[0]):02X}", words)
    if escaped != words and re.search(r"[/.#:]", words):
        yield escaped
    if takes_words:
        yield from (day for day in _days(bare) if _WRITTEN_RIGHT.fullmatch(day))
        return
    # Signs as wide as a letter of Chinese, dashes of all lengths, and spaces beside them, are those of a number or a date.
    mended = _SPACED_SIGN.sub(r"\1", _DASH.sub("-", unicodedata.normalize("NFKC", bare)))
    mended = _DOUBLED_SIGN.sub(r"\1", mended)
    mended = mended.translate(_MISREAD) if _FIGURES_AND_LETTERS.fullmatch(mended) else mended
    if mended != bare:
        yield mended
        yield from _times(mended)
        yield from _days(mended)
    yield from _times(words)
    yield from _durations(words)
    yield from _days(bare)
    yield from _languages(bare)
    yield from _numbers(bare)
    if re.search(r"\d \D", words):
        yield words.replace(" ", "")  # a measure with its unit
    if re.fullmatch(r"\d+(?:[.,]\d+)?", words):
        yield f"{words.replace(',', '.')}px"  # a width without its unit, as HTML has it


def _times(words: str) -> Iterator[str]:
    found = _TIME.fullmatch(words)
    if found is None:
        return
    parts = found.groupdict()
    hour, minute, second = (
        int(parts[part] or parts[f"{part}_in_name"] or parts[f"{part}s"] or 0) for part in ("hour", "minute", "second")
    )
    half = (found["half"] or "").lower()
    hour += 12 if half == "p" and hour < 12 else 0
    hour = 0 if half == "a" and hour == 12 else hour
    time = f"{hour:02}:{minute:02}:{second:02}{_zone(found['zone'] or '')}"
    if found["day"] is None:
        yield time
    else:
        yield from (f"{day}T{time}" for day in _days(found["day"]))


def _zone(written: str) -> str:
    """How far a place is ahead of UTC, as TEI writes it."""
    if not written or written[0].isalpha():
        return "Z" if written else ""
    return f"{written[:3]}:{written[3:].strip(':') or '00'}"


def _durations(words: str) -> Iterator[str]:
    found = _DURATION.fullmatch(words)
    unit = DURATIONS.get(found[2].lower()) if found else None
    if found and unit:
        yield f"P{unit[0]}{found[1].replace(',', '.')}{unit[1]}"
        yield f"PT{found[1].replace(',', '.')}{found[2].upper()}"


def _days(words: str) -> Iterator[str]:
    """Days, months and years in the ways of several countries; where two are meant equally often, both."""
    from teiencode.dates import find_dates  # takes longer to load than a file of 100 kB to be read

    parts = _YEAR_FIRST.match(words)
    if parts:
        first, second = parts[2], parts[3]
        month, day = (second, first) if int(first) > 12 else (first, second)
        yield _day(parts[1], month, day)
        last = last_day(parts[1], int(month))
        if int(day) > last > 0:
            yield f"{_day(parts[1], month, str(last))}{words[parts.end() :]}"
            yield _day(parts[1], month, str(last))
        yield f"{parts[1]}-{int(month):02}"  # where the day is none
    parts = _ANY_YEAR.fullmatch(words)
    if parts:
        yield f"--{parts[1]}-{last_day('', int(parts[1])):02}"
    parts = _YEAR_LAST.fullmatch(words)
    if parts:
        one, other = parts[1], parts[2]
        in_english_order = "/" in words
        orders = ((one, other), (other, one)) if in_english_order else ((other, one), (one, other))
        for month, day in orders:
            yield _day(parts[3], month, day)
            last = last_day(parts[3], int(month))
            if int(day) > last > 0:
                yield _day(parts[3], month, str(last))
    parts = _SHORT_YEAR.fullmatch(words)
    if parts and (parts["before"] or parts["era"]):
        is_before = parts["before"] or parts["era"].lower()[0] in "bv"
        yield f"{'-' if is_before else ''}{int(parts['year']):04}"
    parts = _MONTH_DAY.fullmatch(words)
    if parts and int(parts[2]) <= last_day("", int(parts[1])):
        yield f"--{parts[1]}-{parts[2]}"
    parts = _YEAR_MONTH.fullmatch(words)
    if parts:
        yield f"{parts[1]}-{int(parts[2]):02}"
    parts = _MONTH_YEAR.fullmatch(words)
    if parts:
        yield f"{parts[2]}-{int(parts[1]):02}"
    written = _WRITTEN_RIGHT.search(words)
    if written:
        yield written[0]
    for date in find_dates(words):
        if date.dating.when is not None:
            yield date.dating.when
    yield from _months(words)
    year = _YEAR.search(words)
    if year:
        yield year[1]
    if _ROMAN.fullmatch(words) and len(words) > 1:
        yield f"{_roman(words):04}"


def day_in_words(words: str, attribute: str) -> str:
    """The day that the words of an element give for an attribute of its date: '' where they name none, or several."""
    from teiencode.dates import find_dates

    stated = [dict(date.dating.attributes).get(attribute, "") for date in find_dates(words)]
    if attribute == "when" and not stated:
        stated = list(dict.fromkeys(_months(words)))
    is_one_day = len(stated) == 1 and _WRITTEN_RIGHT.fullmatch(stated[0]) and stated[0].count("-") == len("--")
    return stated[0] if is_one_day else ""


def _day(year: str, month: str, day: str) -> str:
    return f"{year}-{int(month):02}-{int(day):02}"


def _months(words: str) -> Iterator[str]:
    """Days with the name of a month in one of several languages."""
    in_order = _YEAR_MONTH_IN_WORDS.fullmatch(words)
    number = MONTHS.get(in_order[2].lower()) if in_order else None
    if in_order and number:
        yield _day(in_order[1], str(number), in_order[3])
        return
    for found in _MONTH_IN_WORDS.finditer(words):
        number = MONTHS.get(found["month"].lower()) or MONTHS.get(found["month"].lower()[:3])
        if number is None:
            continue
        day = found["before"] or found["after"]
        month = f"{number:02}"
        if found["year"]:
            yield f"{found['year']}-{month}-{int(day):02}" if day else f"{found['year']}-{month}"
        elif day:
            yield f"--{month}-{int(day):02}"
        else:
            yield f"--{month}"


def _languages(words: str) -> Iterator[str]:
    several = several_languages(words)
    yield from several
    if _LANGUAGE.fullmatch(words) and not several:
        language, *others = re.split(r"[-_ ./\\]", words)
        # Of two letters: a country, in capitals.
        yield "-".join((language, *(each.upper() if len(each) == len("GB") else each for each in others)))
        yield "-".join((language, *others))
    for word in (words, *re.findall(r"[^\W\d_]+", words)):
        code = LANGUAGES.get(word.lower())
        if code:
            yield code


def several_languages(words: str) -> tuple[str, ...]:
    """The codes of several languages that stand in one value; nothing where it has one: en GB, en_fr."""
    codes = [each for each in re.split(r"[\s,;/+&|]+|\band\b", words) if each]
    return tuple(codes) if len(codes) > 1 and all(each in REGISTERED for each in codes) else ()


def _numbers(words: str) -> Iterator[str]:
    lower = words.lower()
    if lower in NUMBERS:
        yield str(NUMBERS.index(lower))
    if lower in ORDINALS:
        yield str(ORDINALS.index(lower))
    parted = re.fullmatch(r"(\d{1,3}(?:[,.' ]\d{3})+)(?:[.,](\d+))?", words)
    if parted:
        yield re.sub(r"\D", "", parted[1]) + (f".{parted[2]}" if parted[2] else "")
    number = re.match(r"-?\d+(?:[.,]\d+)?(?!\d|[-/]\d)", words)  # and no part of a date
    if number:
        yield number[0].replace(",", ".")
    whole = re.fullmatch(r"(\d+)[.,]0+", words)
    if whole:
        yield whole[1]
    number = _ABOUT.fullmatch(words)
    if number:
        yield number[1].replace(",", ".")
    fraction = _FRACTION.fullmatch(words)
    if fraction:
        part = unicodedata.numeric(fraction[2]) if fraction[2] else int(fraction[3]) / max(1, int(fraction[4]))
        yield f"{int(fraction[1] or 0) + part:.5g}"
    if words and _ROMAN.fullmatch(words):
        yield str(_roman(words))


def _roman(words: str) -> int:
    """The number that Roman numerals are."""
    values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}[letter] for letter in words.upper()]
    return sum(-one if one < other else one for one, other in zip(values, (*values[1:], 0), strict=True))


def _name(value: str) -> str:
    """A name of what a value has of the characters of names."""
    return _NO_NAME_CHARACTER.sub("-", " ".join(value.split())).strip("-")
