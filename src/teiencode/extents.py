"""How much a notice says is withheld: a small grammar of quantities and units, misspellings included.

    extent    = [bound] [quantity] {qualifier} unit [ "(" extent ")" | "and" extent ]
    bound     = "less than" | "more than" | "at least" | "up to" | "about" …
    quantity  = number | number fraction | number-word | "a" | quantity ("–" | "to") quantity

`extent_of` gives it as the attributes of TEI's `gap` (TEI P5, att.dimensions and att.ranging): `unit`, `quantity`, `atLeast`,
`atMost`, and `extent` with the words themselves where number and unit do not say all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import cache

UNITS: Mapping[str, str] = {
    "word": "word",
    "line": "line",
    "paragraph": "paragraph",
    "para": "paragraph",
    "page": "page",
    "name": "name",
    "initial": "initials",
    "dollar amount": "dollar-amount",
    "dollar figure": "dollar-amount",
    "place": "place",
    "place name": "place",
    "location": "place",
    "text": "text",
}
"""Units that are counted or named, in the singular, and the value of `@unit` for each."""

OTHER_MEASURES = (
    "sentence",
    "phrase",
    "section",
    "column",
    "table",
    "footnote",
    "item",
    "entry",
    "document",
    "volume",
    "chart",
    "row",
)
"""Measures for which `@unit` has no value of its own: their count is kept in `@extent`."""

_UP_TO_TWELVE = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBER_WORDS: Mapping[str, Fraction] = {
    **{word: Fraction(number) for number, word in enumerate(_UP_TO_TWELVE)},
    **dict.fromkeys(("a", "an"), Fraction(1)),
    **dict.fromkeys(("half", "half a", "half of a", "one-half", "one half"), Fraction(1, 2)),
}

VULGAR: Mapping[str, Fraction] = {
    "½": Fraction(1, 2),
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
    "⅛": Fraction(1, 8),
}

_DASH = r"[-‐‑–—]"
_FRACTION = r"(?:[½⅓⅔¼¾⅛]|[1-3][/⁄][2348](?!\d))"
_HALF = r"(?:[ ](?:and[ ](?:a|one)[ -]half)\b)?"
_WORDS = rf"(?:{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})(?!\w){_HALF}"
_WHOLE = r"(?:\d{1,3}(?:,\d{3})+|\d{1,4})(?:\.\d{1,2})?"
_NUMBER = rf"(?:\d{{1,4}}?[ ]?{_DASH}?[ ]?(?:and[ ])?{_FRACTION}|{_FRACTION}|{_WHOLE}|{_WORDS})"
LESS = ("less than", "fewer than", "under", "up to", "at most", "not more than", "no more than")
MORE = ("more than", "over", "at least")
ROUGHLY = ("about", "approximately", "approx.", "some", "nearly", "almost")
_BOUND = (
    rf"(?P<less>less[ ]?th?[ae]h?[nt]|{'|'.join(LESS)})"
    rf"|(?P<more>{'|'.join(MORE)})"
    rf"|(?P<roughly>{'|'.join(map(re.escape, ROUGHLY))})"
)
_RANGE = rf"(?P<first>{_NUMBER})(?:[ ]?(?:{_DASH}|to|or)[ ]?(?P<last>{_NUMBER}))?"
QUANTITY = re.compile(rf"(?<![\w/.])(?:(?:{_BOUND})[ ]?)?(?<!\d){_RANGE}[ ]?{_DASH}?[ ]?(?=[a-z])", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+")
QUALIFIERS = frozenset(
    {"full", "short", "long", "typed", "typewritten", "handwritten", "printed", "additional", "further", "other", "more"}
)
SPACES = re.compile(r"\s+")
FRACTION = re.compile(_FRACTION)


def extent_of(words: str) -> dict[str, str]:
    """What `words` (those of a notice, without its verb) say of an extent, as attributes of `gap`; empty when nothing.

    `unit`, `quantity`, `atLeast` and `atMost` come of the first count; what else is said of the extent stands in `extent`.
    """
    words = SPACES.sub(" ", words).strip()
    for found in QUANTITY.finditer(words):
        measure = _measure_at(words, found.end())
        if measure is not None:
            unit, end = measure
            return _counted(words, found, unit, end)
    named = _unit_named(words)
    return {"unit": named} if named else {}


def number_of(written: str) -> Fraction:
    """The value of a quantity as it is written: `1½`, `1-1/2` and `11/2` (a whole number glued to a fraction) are 3/2."""
    written = written.strip().lower()
    if written in NUMBER_WORDS:
        return NUMBER_WORDS[written]
    word, _, rest = written.partition(" ")
    if word in NUMBER_WORDS:
        return NUMBER_WORDS[word] + (Fraction(1, 2) if rest else 0)
    part = FRACTION.search(written)
    if part is None:
        return Fraction(written.replace(",", ""))
    whole = re.match(r"\d+", written[: part.start()])
    return (Fraction(whole[0]) if whole else Fraction(0)) + _fraction(part[0])


def _fraction(written: str) -> Fraction:
    return VULGAR[written] if written in VULGAR else Fraction(written.replace("⁄", "/"))


def _counted(words: str, found: re.Match[str], unit: str, end: int) -> dict[str, str]:
    first = _written(number_of(found["first"]))
    says_more = found.start() > 0 or _has_count(words[end:])
    said = words if says_more else words[:end]
    if unit not in UNITS.values():
        return {"unit": "text", "extent": said}
    attributes = {"unit": unit}
    if found["more"]:
        attributes["atLeast"] = first
    elif found["last"]:
        attributes |= {"atLeast": first, "atMost": _written(number_of(found["last"]))}
    else:
        attributes["atMost" if found["less"] else "quantity"] = first
    if says_more or found["roughly"]:
        attributes["extent"] = said
    return attributes


def _has_count(words: str) -> bool:
    return any(_measure_at(words, found.end()) for found in QUANTITY.finditer(words))


def _measure_at(words: str, start: int) -> tuple[str, int] | None:
    """The unit whose name stands at `start` of `words`, perhaps after a qualifier, and where it ends."""
    first = WORD.match(words, start)
    for _ in range(2):
        if first is None or first[0].lower() not in QUALIFIERS:
            break
        first = WORD.match(words, first.end() + 1)
    if first is None:
        return None
    second = WORD.match(words, first.end() + 1)
    if second is not None:
        unit = unit_called(f"{first[0]} {second[0]}")
        if unit is not None:
            return unit, second.end()
    unit = unit_called(first[0])
    return None if unit is None else (unit, first.end())


def _unit_named(words: str) -> str | None:
    """The unit that is named without a count: the first thing that is said to be withheld."""
    found = _measure_at(words, 0)
    return found[0] if found and found[0] in UNITS.values() else None


@cache
def unit_called(name: str) -> str | None:
    """The unit of that name, in singular or plural and with at most one slip of the pen; other measures by their own name."""
    name = name.lower()
    names = {**UNITS, **{other: other for other in OTHER_MEASURES}}
    for known, unit in names.items():
        if name in (known, f"{known}s"):
            return unit
    for known, unit in names.items():
        if len(known) > 3 and (one_slip(name, known) or one_slip(name, f"{known}s")) and name[:1] == known[:1]:
            return unit
    return None


def one_slip(written: str, meant: str) -> bool:
    """Whether two words differ by one letter put in, left out, put for another, or by two that changed places."""
    if abs(len(written) - len(meant)) > 1:
        return False
    at = 0
    while at < min(len(written), len(meant)) and written[at] == meant[at]:
        at += 1
    one, other = written[at:], meant[at:]
    return (
        one[1:] == other[1:]
        or one[1:] == other
        or one == other[1:]
        or (len(one) > 1 and one[:2] == other[1::-1] and one[2:] == other[2:])
    )


def _written(number: Fraction) -> str:
    """A number as TEI has it (teidata.numeric): whole, decimal, or a ratio where no decimal is exact."""
    if number.denominator == 1:
        return str(number.numerator)
    return str(float(number)) if 1000 % number.denominator == 0 else str(number)
