"""Datatypes of RELAX NG: its own two, and those of XML Schema Part 2 (second edition) with their facets.

`datatype` makes one. A `Datatype` says of a text whether it is a value (`accepts`), and which (`value`), so that `1` and `01`
are one integer. Enumerations and white space are no parameters in RELAX NG (guidelines for using W3C XML Schema datatypes).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from teiencode.validation import expressions
from teiencode.validation.kinds import KINDS, Kind

XSD = "http://www.w3.org/2001/XMLSchema-datatypes"

Test = Callable[[str, object], bool]
"""Whether a value passes a facet; it is given as normalised text and as a value."""


class DatatypeError(ValueError):
    """A datatype that does not exist, or a parameter that it does not have. The message says which."""


class Datatype:
    """A datatype with its parameters."""

    __slots__ = ("_kind", "_tests", "facets", "library", "name")

    def __init__(self, library: str, name: str, facets: tuple[tuple[str, str], ...], kind: Kind, tests: tuple[Test, ...]) -> None:
        """Take the parts; `datatype` makes them."""
        self.library = library
        self.name = name
        self.facets = facets
        self._kind = kind
        self._tests = tests

    @property
    def needs_context(self) -> bool:
        """Whether a value depends on the namespaces that are declared where it stands."""
        return self._kind.needs_context

    @property
    def is_text(self) -> bool:
        """Whether every text is a value."""
        return self._kind.pattern is None and self._kind.read is None and not self._tests

    def accepts(self, text: str, context: Mapping[str, str]) -> bool:
        """Whether `text` is a value; `context` are the namespaces by prefix where it stands."""
        kind = self._kind
        text = kind.normalise(text)
        if kind.pattern is not None and kind.pattern(text) is None:
            return False
        if not self._tests and (kind.read is None or not kind.read_decides):
            return True
        value = text if kind.read is None else kind.read(text, context)
        return value is not None and all(test(text, value) for test in self._tests)

    def value(self, text: str, context: Mapping[str, str]) -> object:
        """The value that `text` is, to be compared with others of this datatype; None where it is none."""
        if not self.accepts(text, context):
            return None
        text = self._kind.normalise(text)
        return text if self._kind.read is None else self._kind.read(text, context)


@cache
def datatype(library: str, name: str, facets: tuple[tuple[str, str], ...] = ()) -> Datatype:
    """The datatype `name` of a library ('' is RELAX NG's own) with parameters. Raises `DatatypeError`."""
    if library == "":
        if name not in ("string", "token"):
            raise DatatypeError(f"RELAX NG itself has the datatypes string and token, and no {name!r}")
        if facets:
            raise DatatypeError(f"the datatype {name} of RELAX NG itself has no parameters")
    elif library != XSD:
        raise DatatypeError(f"the library of datatypes {library!r} is not known")
    kind = KINDS.get(name)
    if kind is None:
        raise DatatypeError(f"XML Schema has no datatype {name!r}")
    tests: list[Test] = []
    for facet, written in facets:
        try:
            tests.append(_test(kind, name, facet, written))
        except expressions.ExpressionError as error:
            raise DatatypeError(str(error)) from error
    return Datatype(library, name, facets, kind, tuple(tests))


def _test(kind: Kind, name: str, facet: str, written: str) -> Test:
    """The test for one parameter."""
    match facet:
        case "pattern":
            matches = expressions.matcher(written)
            return lambda text, _: matches(text)
        case "length" | "minLength" | "maxLength":
            return _length(kind, name, facet, written)
        case "minInclusive" | "maxInclusive" | "minExclusive" | "maxExclusive":
            return _bound(kind, name, facet, written)
        case "totalDigits" | "fractionDigits":
            return _digits(kind, name, facet, written)
    raise DatatypeError(f"the datatype {name} has no parameter {facet!r}")


def _number(facet: str, written: str, least: int) -> int:
    text = written.strip(" \t\r\n").removeprefix("+")
    if not (text.isascii() and text.isdigit()) or len(text) > 18 or int(text) < least:
        raise DatatypeError(f"{written!r} is no value of the parameter {facet}")
    return int(text)


def _length(kind: Kind, name: str, facet: str, written: str) -> Test:
    measure = kind.measure
    if measure is None:
        raise DatatypeError(f"the datatype {name} has no parameter {facet!r}")
    wanted = _number(facet, written, 0)
    match facet:
        case "length":
            return lambda _, value: measure(value) == wanted
        case "minLength":
            return lambda _, value: measure(value) >= wanted
    return lambda _, value: measure(value) <= wanted


def _bound(kind: Kind, name: str, facet: str, written: str) -> Test:
    compare, read = kind.compare, kind.read
    if compare is None or read is None:
        raise DatatypeError(f"the datatype {name} has no parameter {facet!r}")
    text = kind.normalise(written)
    bound = read(text, {}) if kind.pattern is None or kind.pattern(text) is not None else None
    if bound is None:
        raise DatatypeError(f"the parameter {facet} must be of the datatype {name}, and {written!r} is not")
    wanted = {"minInclusive": (0, 1), "maxInclusive": (0, -1), "minExclusive": (1,), "maxExclusive": (-1,)}[facet]
    return lambda _, value: compare(value, bound) in wanted


def _digits(kind: Kind, name: str, facet: str, written: str) -> Test:
    digits = kind.digits
    if digits is None:
        raise DatatypeError(f"the datatype {name} has no parameter {facet!r}")
    most = _number(facet, written, 1 if facet == "totalDigits" else 0)
    part = 0 if facet == "totalDigits" else 1
    return lambda text, _: digits(text)[part] <= most
