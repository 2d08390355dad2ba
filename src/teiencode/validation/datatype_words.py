"""What the datatypes of XML Schema are called in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

DATE_FORMS_IN_WORDS = "a day (1962-10-27), a month (1962-10), a year (1962), or a day and a time (1962-10-27T16:00:00)"

ID_EXAMPLE = "d127"

_UNITS = re.compile(r"\((?:[a-z%]+\|)+[a-z%]+\)")
"""The units of a measure, in the pattern of its datatype."""

_WORDS = {
    "ID": f"a name without spaces or colons that does not begin with a digit, such as {ID_EXAMPLE}",
    "NCName": "a name without spaces or colons that does not begin with a digit",
    "Name": "a name without spaces that does not begin with a digit",
    "NMTOKEN": "a word of letters, digits, and . - _ :",
    "anyURI": "an address, or a # with the xml:id of an element",
    "date": "a day (1962-10-27)",
    "dateTime": "a day and a time with seconds (1962-10-27T16:00:00)",
    "time": "a time with seconds (16:00:00)",
    "gYear": "a year (1962)",
    "gYearMonth": "a month (1962-10)",
    "gMonth": "a month of any year (--10)",
    "gMonthDay": "a day of any year (--10-27)",
    "gDay": "a day of any month (---27)",
    "decimal": "a number",
    "double": "a number",
    "integer": "a whole number",
    "nonNegativeInteger": "a whole number, 0 or more",
    "positiveInteger": "a whole number, 1 or more",
    "boolean": "true or false",
    "language": "a language code, such as en or es-CU",
    "token": "some text",
    "string": "some text",
}


_FORMS = {
    r"[^\p{C}\p{Z}]+": "a word without spaces",
    r"(\-?[\d]+/\-?[\d]+)": "a fraction (3/4)",
    r"(\p{L}|\p{N}|\p{P}|\p{S})+": "a word without spaces",
}
"""Patterns that TEI's own datatypes have, in words."""


def described(datatype: str, facets: tuple[tuple[str, str], ...]) -> str:
    """What a value of the datatype is, in words: 'a day (1962-10-27)'."""
    words = _WORDS.get(datatype, f"a value of type {datatype}")
    patterns = [value for name, value in facets if name == "pattern" and value != r"\S+"]
    if patterns and _UNITS.search(patterns[0]):
        return f"a number with its unit ({', '.join(f'12{unit}' for unit in units(patterns[0])[:4])})"
    if patterns and patterns[0] in _FORMS:
        return _FORMS[patterns[0]]
    return f"{words} of the form {patterns[0]}" if patterns else words


def units(pattern: str) -> list[str]:
    """The units that the pattern of a measure has, as TEI's own for widths and heights."""
    found = _UNITS.search(pattern)
    return found[0][1:-1].split("|") if found else []


def likeliest(value: str, kinds: Iterable[str]) -> list[str]:
    """Descriptions of datatypes, first those whose example looks like `value`: for "16:00", that of a time."""
    shape = re.sub(r"\d", "9", value)

    def likeness(kind: str) -> float:
        example = re.search(r"\(([^)]*)\)", kind)
        return SequenceMatcher(None, shape, re.sub(r"\d", "9", example[1]) if example else "").ratio()

    # What is like none of the examples leaves them in the schema's order.
    return sorted(kinds, key=lambda kind: likeness(kind) if likeness(kind) > 0.6 else 0.0, reverse=True)
