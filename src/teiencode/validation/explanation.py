"""What is wrong with a file that is no XML: how it is told, and what there is to say of entities and characters."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from html.entities import html5

ENTITY = re.compile(r"&(#?[\w.\-]+);?")
"""A reference as people write it, its semicolon forgotten or not."""

NAME = r"[^\W\d][\w.\-]*(?::[\w.\-]+)?"
START = re.compile(rf"<({NAME})")
"""The beginning of a start tag."""

_OF_XML = ("amp", "lt", "gt", "quot", "apos")
_MOST_OTHERS = 8

_NUMBER = re.compile(r"&(?:\s?#\s*(?P<x>[xX]?)\s*|(?=\d{3})|(?P<u>[xXuU])(?=[0-9A-Fa-f]{4}))(?P<digits>[0-9A-Fa-fOlI]+)\s*;")
"""The number of a character, its signs wrong, parted by spaces, or forgotten."""

_MISREAD = str.maketrans("OlI", "011")

_REFERENCE = re.compile(r"&(?:#[0-9]+|#x[0-9A-Fa-f]+|[^\W\d][\w.\-]*);")


@dataclass(frozen=True, slots=True)
class Explanation:
    """What is wrong: a span of the text in characters, a sentence, and the cures, the likeliest first."""

    begin: int
    end: int
    message: str
    cures: tuple[str, ...]
    is_entity: bool = False


@dataclass(frozen=True, slots=True)
class OpenTag:
    """An element that was open where reading stopped: its name as written, the offset of its start tag, its line."""

    name: str
    begin: int
    line: int


def undefined(text: str, at: int) -> Explanation:
    """An entity that nobody has declared: mostly one of HTML."""
    number = _number(text, at)
    if number is not None:
        return number
    found = ENTITY.match(text, at)
    name = found[1] if found else ""
    sign = html5.get(f"{name};")
    cures = [
        "Write the character itself; XML knows only &amp; &lt; &gt; &quot; &apos;.",
        f"Write &amp;{name}; if you mean the sign &.",
    ]
    if sign is not None:
        numbers = "".join(f"&#{ord(each)};" for each in sign)
        cures[0] = f"Write {numbers}." if _written(sign) == numbers else f"Write {sign} itself (or {numbers})."
    others = [f"&{each}; is {_written(html5[f'{each};'])}" for each in _other_entities(text, name)]
    if others:
        cures.insert(
            1, f"The others in the file: {', '.join(others[:_MOST_OTHERS])}{' …' if len(others) > _MOST_OTHERS else ''}."
        )
    return Explanation(
        at, found.end() if found else at + 1, f"The entity &{name}; is not declared; XML does not know it.", tuple(cures), True
    )


def _other_entities(text: str, name: str) -> list[str]:
    """The other entities of HTML in a text: each would else be told of when the one before it had been mended."""
    names = dict.fromkeys(found[1] for found in ENTITY.finditer(text) if found[0].endswith(";"))
    return [each for each in names if f"{each};" in html5 and each not in (name, *_OF_XML)]


def _written(sign: str) -> str:
    """A character as one may write it: itself, or by its number where nobody would see it."""
    return "".join(f"&#{ord(each)};" for each in sign) if sign.isspace() or not sign.isprintable() else sign


def no_character(text: str, at: int, sign: re.Pattern[str]) -> Explanation:
    """A character that XML cannot hold, written as `sign` or for itself."""
    found = sign.match(text, at)
    shown = found[0] if found else f"U+{ord(text[at]):04X}"
    message = f"{shown} is a character that XML cannot hold."
    return Explanation(
        at,
        found.end() if found else at + 1,
        message,
        ("Remove it.", "Write a <gap/> or an <unclear> if it stands for something."),
    )


def ampersand(text: str, at: int) -> Explanation:
    """An & that begins no entity."""
    number = _number(text, at)
    if number is not None:
        return number
    found = re.compile(r"&(?:(?:amp|lt|gt|quot|apos)\b|#x[0-9A-Fa-f]+|#[0-9]+)").match(text, at)
    if found:
        message = f"{found[0]} lacks its semicolon."
        return Explanation(at, found.end(), message, (f"Write {found[0]};.",))
    message = "A bare & stands in the text; in XML it begins the name of a character."
    return Explanation(at, at + 1, message, ("Write &amp;.",))


def _number(text: str, at: int) -> Explanation | None:
    """The number of a character that is not written as XML has it; None where none stands here."""
    number = _NUMBER.match(text, at)
    reference = _reference_meant(number) if number else ""
    if number is None or not reference:
        return None
    message = f"{number[0]} names no character, but {reference} does."
    return Explanation(at, number.end(), message, (f"Write {reference}.", "Write &amp; if you mean the sign &."))


def _reference_meant(number: re.Match[str]) -> str:
    """The reference that was meant by a number written wrongly; '' where that is none of a character.

    A number with letters is a hexadecimal one that lacks its x, or has misread figures.
    """
    digits = number["digits"]
    for each in (digits, digits.translate(_MISREAD)):
        if not (number["x"] or number["u"]) and each.isdecimal() and each.isascii():
            value, reference = int(each), f"&#{each};"
        elif re.fullmatch("[0-9A-Fa-f]+", each):
            value, reference = int(each, 16), f"&#x{each};"
        else:
            continue
        if 0 < value <= sys.maxunicode and not is_illegal(chr(value)):
            return reference
    return ""


def bare_less_than(at: int, otherwise: str) -> Explanation:
    """A < that begins no tag; `otherwise` is what to do where it was meant to."""
    message = "A bare < stands in the text; in XML it begins a tag."
    return Explanation(at, at + 1, message, ("Write &lt;.", otherwise))


def is_bare(text: str, at: int) -> bool:
    """Whether an & stands here that begins no reference."""
    return text[at : at + 1] == "&" and not _REFERENCE.match(text, at)


def is_illegal(character: str) -> bool:
    """Whether XML has no place for a character."""
    return (character < " " and character not in "\t\n\r") or character in "\ufffe\uffff" or "\ud800" <= character <= "\udfff"
