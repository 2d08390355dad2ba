"""What to write in place of a value that the grammar does not take, and the values that it takes, in words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING

from teiencode.validation import derivatives, patterns
from teiencode.validation.datatype_words import described, likeliest
from teiencode.validation.intended import day_in_words, intended_values
from teiencode.validation.nearest import LONGEST
from teiencode.validation.patterns import Pattern

if TYPE_CHECKING:
    from lxml import etree

_BOUNDS = {
    **dict.fromkeys(("before", "ante", "vor", "avant", "until", "bis"), "notAfter"),
    **dict.fromkeys(("after", "post", "nach", "après", "since", "seit", "depuis"), "notBefore"),
}
"""What is said before a year that a date was before, or after."""

DATES = ("when", "notBefore", "notAfter", "from", "to")
"""The attributes that are dates, or parts of one."""

_LONGEST_DATE = 80
"""In characters: the words of a date; longer ones say more than one."""

_MOST = 16
"""As many values of a closed list as a cure lists."""


def values_in_words(values: Iterable[Pattern]) -> list[tuple[str, bool]]:
    """The values that patterns have: literals (True), and datatypes in words (False)."""
    return list(dict.fromkeys(each for value in values for each in _in_words(value)))


def _in_words(value: Pattern) -> tuple[tuple[str, bool], ...]:
    """The literals and datatypes of one pattern."""
    known: tuple[tuple[str, bool], ...] | None = value.memo.get("in words")
    if known is None:
        found: dict[tuple[str, bool], None] = {}
        for part in patterns.parts(value):
            match part:
                case patterns.Value():
                    found[part.literal, True] = None
                case patterns.Data():
                    found[described(part.datatype, part.facets), False] = None
                case patterns.ListOf(inner=inner):
                    found.update(dict.fromkeys(_in_words(inner)))
        known = value.memo["in words"] = tuple(found)
    return known


def span_of_dates(value: str) -> tuple[str, str] | None:
    """The beginning and the end of a span of years or days that stands in one value: "1838-1839", "1838/39"."""
    found = re.fullmatch(
        r"\s*(\d{4}(?:-\d\d-\d\d)?)\s*[-\u2013\u2014/]\s*(\d{4}(?:-\d\d-\d\d)?|(?<=/)\d\d|(?<=\u2013)\d\d)\s*", value
    )
    if found is None:
        return None
    return found[1], found[1][: 4 - len(found[2])] + found[2] if len(found[2]) == len("39") else found[2]


def vague_date(value: str) -> tuple[tuple[str, str], ...]:
    """The attributes and the years of a date that is known by its decade or century, or by what it was before or after.

    196?, 1960s, 18th century, before 1900.
    """
    words = " ".join(value.lower().split()).strip(" .[]()")
    cut = re.fullmatch(r"(\d{2})([x?_*-])\2|(\d{3})[x?_*-]", words)
    if cut:
        return _within(int(cut[1] or cut[3]) * (100 if cut[1] else 10), 99 if cut[1] else 9)
    decade = re.fullmatch(r"(?:the )?(\d{3}0)['’]?s", words)
    if decade:
        is_century = decade[1].endswith("00")
        return _within(int(decade[1]), 99 if is_century else 9)
    century = re.fullmatch(
        r"(?:the )?(\d{1,2})(?:st|nd|rd|th|\.|e|ème)? ?(?:cent(?:ury)?\.?|c\.?|jh\.?|jahrhundert|siècle|s\.?)", words
    )
    if century and int(century[1]) > 1:
        return _within(int(century[1]) * 100 - 99, 99)
    bound = re.fullmatch(r"(\w+) (\d{4}(?:-\d\d(?:-\d\d)?)?)", words)
    side = _BOUNDS.get(bound[1]) if bound else None
    return ((side, bound[2]),) if bound and side else ()


def _within(first: int, more: int) -> tuple[tuple[str, str], ...]:
    return ("notBefore", f"{first:04}"), ("notAfter", f"{first + more:04}")


def stated_date(element: etree._Element, name: str) -> str:
    """The day that the words of an element give for one of its attributes; '' where they name none, or several."""
    words = " ".join("".join(map(str, element.itertext())).split())
    return day_in_words(words, name) if len(words) <= _LONGEST_DATE else ""


@lru_cache(maxsize=1_000)
def value_cures(value: str, allowed: tuple[Pattern, ...], stated: str = "", *, is_surely: bool = False) -> tuple[str, ...]:
    """What to write in place of a value: what was probably meant first, then what there is.

    `stated`: what the element's own words say, which comes first where the value may be read so, or can be read as nothing
    (`is_surely`: also where it can).
    """
    values = values_in_words(allowed)
    literal = [one for one, is_literal in values if is_literal and one]
    kinds = [one for one, is_literal in values if not is_literal]
    if len(value) > LONGEST:
        return (f"Write {', or '.join(kinds[:3])}.",) if kinds else ()
    near = [one for one in literal if one.lower() == value.strip().lower()]
    near += get_close_matches(value, literal, n=2, cutoff=0.6)
    near += [one for one in literal if one.lower() in re.findall(r"[\w-]+", value.lower())]
    near += intended_values(value, lambda guess: any(derivatives.accepts(pattern, guess) for pattern in allowed))
    if stated and (stated in near or not near or is_surely) and any(derivatives.accepts(pattern, stated) for pattern in allowed):
        near.insert(0, stated)
    cures = [f'Did you mean "{guess}"?' for guess in dict.fromkeys(near)][:2]
    if 0 < len(literal) <= _MOST:
        quoted = [f'"{one}"' for one in literal]
        cures.append(f"Write {listed(quoted)}.")
    if kinds:
        cures.append(f"Write {', or '.join(likeliest(value, kinds)[:3])}.")
    return tuple(cures)


def listed(shown: list[str]) -> str:
    """Names or values in a sentence: a, b or c."""
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} or {shown[-1]}"
