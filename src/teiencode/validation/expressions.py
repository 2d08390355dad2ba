"""Regular expressions of XML Schema (Part 2, appendix F) as functions on texts.

They are turned into Python's. What differs: the whole text must match, `^` and `$` are plain characters, `.` is all but line
ends, a class may have another subtracted from it, `\\i` and `\\c` are the characters of names, and `\\p{..}` are categories
and blocks of Unicode. A category has thousands of characters; so a class is written out for ASCII, and for the pages of 256
characters that the texts at hand have come to.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from teiencode.validation.name_characters import NamePattern

CharacterTest = Callable[[str], bool]
"""Whether a character is in a class."""

ASCII = frozenset({0})
"""The numbers of the pages of 256 characters that every class is written out for."""


class ExpressionError(ValueError):
    """A regular expression that is none."""


@cache
def matcher(expression: str) -> Callable[[str], bool]:
    """A function that says whether the whole of a text matches. Raises `ExpressionError`."""
    translated = _Translation(expression, ASCII)
    if not translated.classes:
        return _compiled(translated.text, expression)
    pages = ASCII
    compiled = _compiled(translated.text, expression)

    def matches(text: str) -> bool:
        nonlocal pages, compiled
        if not text.isascii():
            needed = pages.union(ord(character) >> 8 for character in text)
            if needed != pages:
                pages = needed
                compiled = _compiled(_Translation(expression, pages).text, expression)
        return compiled(text)

    return matches


def _compiled(text: str, expression: str) -> Callable[[str], bool]:
    try:
        found = re.compile(text).fullmatch
    except (re.error, OverflowError, RecursionError) as error:
        raise ExpressionError(f"{expression!r} is no regular expression of XML Schema: {error}") from error
    return lambda value: found(value) is not None


_NAME_START = NamePattern("[{start}:]")
_NAME_CHARACTER = NamePattern("[{next}:]")

_ESCAPES: dict[str, CharacterTest] = {
    "s": lambda character: character in " \t\n\r",
    "i": lambda character: _NAME_START(character) is not None,
    "c": lambda character: _NAME_CHARACTER(character) is not None,
    "d": lambda character: unicodedata.category(character) == "Nd",
    "w": lambda character: unicodedata.category(character)[0] not in "PZC",
}

_PLAIN = {"s": r"[ \t\n\r]", "S": r"[^ \t\n\r]", "d": r"\d"}
"""Escapes for which Python has a short form."""

_CATEGORIES = frozenset(
    part + kind
    for part, kinds in {"L": "ultmo", "M": "nce", "N": "dlo", "P": "cdseifo", "Z": "slp", "S": "mcko", "C": "cfon"}.items()
    for kind in ("", *kinds)
)

_SINGLE = {"n": "\n", "r": "\r", "t": "\t"} | {character: character for character in r"\|.-^?*+{}()[]"}

_QUANTITY = re.compile(r"\{(\d+)(,(\d*))?\}")


class _Translation:
    """One expression read from left to right. `classes`: whether it has classes that depend on the pages."""

    def __init__(self, expression: str, pages: frozenset[int]) -> None:
        self._expression = expression
        self._at = 0
        self._pages = pages
        self.classes = False
        self.text = self._branches()
        if self._at < len(expression):
            raise self._wrong("a ) that closes nothing")

    def _wrong(self, reason: str) -> ExpressionError:
        return ExpressionError(f"{self._expression!r} is no regular expression of XML Schema: {reason}")

    def _next(self) -> str:
        if self._at >= len(self._expression):
            raise self._wrong("it ends too early")
        self._at += 1
        return self._expression[self._at - 1]

    def _peek(self) -> str:
        return self._expression[self._at : self._at + 1]

    def _branches(self) -> str:
        """Pieces up to the end or a closing bracket."""
        made: list[str] = []
        while self._peek() not in ("", ")"):
            character = self._next()
            if character == "|":
                made.append("|")
                continue
            made.append(self._atom(character) + self._quantifier())
        return "".join(made)

    def _atom(self, character: str) -> str:
        match character:
            case "(":
                inner = self._branches()
                if self._next() != ")":
                    raise self._wrong("a ( that is not closed")
                return f"(?:{inner})"
            case ".":
                return r"[^\n\r]"
            case "[":
                return self._written(self._class())
            case "\\":
                return self._escaped()
            case "?" | "*" | "+" | "{" | "}" | "]":
                raise self._wrong(f"a {character} with nothing before it")
        return re.escape(character)

    def _escaped(self) -> str:
        """An escape outside of a class."""
        letter = self._peek()
        if letter in _PLAIN:
            self._at += 1
            return _PLAIN[letter]
        found = self._escape()
        return re.escape(found) if isinstance(found, str) else self._written(found)

    def _quantifier(self) -> str:
        character = self._peek()
        if character in ("?", "*", "+") and character:
            self._at += 1
            return character
        if character == "{":
            found = _QUANTITY.match(self._expression, self._at)
            if not found or (found[3] and int(found[3]) < int(found[1])):
                raise self._wrong("a quantity that is none")
            self._at = found.end()
            return found[0]
        return ""

    def _escape(self) -> str | CharacterTest:
        """What follows a backslash: one character, or a class."""
        letter = self._next()
        if letter in _SINGLE:
            return _SINGLE[letter]
        if letter.lower() in _ESCAPES:
            test = _ESCAPES[letter.lower()]
            return test if letter.islower() else lambda character: not test(character)
        if letter in ("p", "P"):
            if self._next() != "{":
                raise self._wrong(rf"\{letter} without a category")
            end = self._expression.find("}", self._at)
            if end < 0:
                raise self._wrong("a category that does not end")
            name, self._at = self._expression[self._at : end], end + 1
            inside = self._property(name)
            return inside if letter == "p" else lambda character: not inside(character)
        raise self._wrong(rf"\{letter} is no escape")

    def _property(self, name: str) -> CharacterTest:
        """A category or a block of Unicode."""
        if name in _CATEGORIES:
            return lambda character: unicodedata.category(character).startswith(name)
        if name.startswith("Is"):
            from teiencode.validation.blocks import block  # only a rare expression needs the table

            bounds = block(name[2:])
            if bounds is not None:
                return lambda character: bounds[0] <= ord(character) <= bounds[1]
        raise self._wrong(f"{name!r} is neither a category nor a block of Unicode")

    def _class(self) -> CharacterTest:
        """A class after its opening bracket."""
        negative = self._peek() == "^"
        self._at += negative
        tests: list[CharacterTest] = []
        subtracted: CharacterTest | None = None
        begun = False
        while True:
            character = self._next()
            if character == "]" and begun:
                break
            if character == "-" and self._peek() == "[" and begun:
                self._at += 1
                subtracted = self._class()
                if self._next() != "]":
                    raise self._wrong("a subtracted class must stand last")
                break
            tests.append(self._member(character, begun))
            begun = True

        def inside(character: str) -> bool:
            found = any(test(character) for test in tests) != negative
            return found and not (subtracted is not None and subtracted(character))

        return inside

    def _member(self, character: str, begun: bool) -> CharacterTest:
        """One member of a class: a character, a range or an escape."""
        if character in ("[", "]"):
            raise self._wrong(f"a {character} within a class")
        if character == "-" and begun and self._peek() != "]":
            raise self._wrong("a - that is neither first nor last in its class")
        low: str | CharacterTest = self._escape() if character == "\\" else character
        if not isinstance(low, str):
            return low
        if self._peek() == "-" and self._expression[self._at + 1 : self._at + 2] not in ("]", "[", ""):
            self._at += 1
            last = self._next()
            high = self._escape() if last == "\\" else last
            if not isinstance(high, str) or high < low or "-" in (character, last):
                raise self._wrong("a range that has no end, or ends before it begins")
            return lambda character: low <= character <= high
        return lambda character: character == low

    def _written(self, test: CharacterTest) -> str:
        """A class as Python writes it, for the characters of the pages."""
        self.classes = True
        ranges: list[str] = []
        for page in sorted(self._pages):
            codes = [code for code in range(page << 8, (page << 8) + 256) if test(chr(code))]
            ranges += _ranges(codes)
        return f"[{''.join(ranges)}]" if ranges else r"(?!)"


def _ranges(codes: list[int]) -> list[str]:
    """Numbers of characters, which ascend, as ranges of a class."""
    made: list[str] = []
    begin = 0
    for index in range(1, len(codes) + 1):
        if index == len(codes) or codes[index] != codes[index - 1] + 1:
            low, high = codes[begin], codes[index - 1]
            made.append(_code(low) if low == high else f"{_code(low)}-{_code(high)}")
            begin = index
    return made


def _code(code: int) -> str:
    return f"\\U{code:08x}"
