"""What a wrong value was probably meant to be: a date in words, a time without seconds, a name with spaces in it.

Whatever is proposed here is a value that the schema takes: a guess that it does not take is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from teiencode.dates import find_dates

_TIME_WITHOUT_SECONDS = re.compile(r"(?:.*T)?\d\d:\d\d")
_PARTS_OF_DATE = re.compile(r"(\d{4})[-./]?(\d{1,2})[-./]?(\d{1,2})")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[_ ][A-Za-z0-9]{1,8})+")
_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NO_NAME_CHARACTER = re.compile(r"[^\w.-]+")


def intended_values(value: str, accepts: Callable[[str], bool]) -> list[str]:
    """Values that `accepts` takes and that say the same as `value` in another form; the likeliest first."""
    return [guess for guess in dict.fromkeys(_guesses(value)) if guess != value and accepts(guess)]


def _guesses(value: str) -> Iterator[str]:
    words = " ".join(value.split())
    yield words
    if "#" in words:
        # Pointers: several are parted by spaces, and each has one sign.
        yield " ".join(re.sub("#[# ]+", "#", words).replace(",", " ").replace(";", " ").split())
    yield words.lower()
    if _TIME_WITHOUT_SECONDS.fullmatch(words):
        yield words + ":00"
    parts = _PARTS_OF_DATE.fullmatch(words)
    if parts:
        yield f"{parts[1]}-{int(parts[2]):02}-{int(parts[3]):02}"
    if _LANGUAGE.fullmatch(words):
        yield re.sub("[_ ]", "-", words)
    if words.lower() in _NUMBERS:
        yield str(_NUMBERS.index(words.lower()))
    for date in find_dates(words):
        if date.dating.when is not None:
            yield date.dating.when
    number = re.search(r"\d+(?:\.\d+)?", words)
    if number and not number.start():
        yield number[0]
    name = _NO_NAME_CHARACTER.sub("-", words).strip("-")
    yield name
    yield f"id{name}"
