"""The datatypes of XML Schema Part 2 (second edition): how each is written, what a text means, how values compare.

All patterns are for text whose white space has been normalised. `KINDS` has them by name.
"""

from __future__ import annotations

import base64
import re
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from teiencode.validation import moments
from teiencode.validation.addresses import is_address
from teiencode.validation.name_characters import NamePattern
from teiencode.validation.whitespace import collapsed, replaced

Reader = Callable[[str, Mapping[str, str]], object]
"""From normalised text, and the namespaces by prefix, to the value, or None where the text is none."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One datatype.

    `pattern`: what the normalised text must match; None lets all pass. `read`: the value of what has matched; None where the
    text itself is the value. `read_decides`: whether `read` may still refuse. `compare`: -1, 0 or 1, None where two values
    have no order. `measure`: the length that the facets of length mean. `digits`: how many digits, and how many of them
    after the point.
    """

    pattern: Callable[[str], re.Match[str] | None] | None = None
    normalise: Callable[[str], str] = collapsed
    read: Reader | None = None
    read_decides: bool = False
    needs_context: bool = False
    compare: Callable[[Any, Any], int | None] | None = None
    measure: Callable[[Any], int] | None = None
    digits: Callable[[str], tuple[int, int]] | None = None
    id_kind: str = field(default="")


_NCNAME = "[{start}][{next}]*"
_NMTOKEN = "[{next}:]+"


def _full(pattern: str) -> Callable[[str], re.Match[str] | None]:
    return re.compile(pattern).fullmatch


def _same(text: str, _: Mapping[str, str]) -> str:
    return text


def _items(text: str, _: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(text.split(" "))


def _order(one: Any, other: Any) -> int:
    return int(one > other) - int(one < other)


# ----------------------------------------------------------------------------------------------------------------- numbers


def _decimal(text: str, _: Mapping[str, str]) -> Decimal:
    return Decimal(text)


def _decimal_digits(text: str) -> tuple[int, int]:
    """Digits in all and after the point, without zeros that say nothing."""
    whole, _, fraction = text.lstrip("+-").partition(".")
    fraction = fraction.rstrip("0")
    return len(whole.lstrip("0")) + len(fraction), len(fraction)


def _within(low: int, high: int) -> Reader:
    def read(text: str, _: Mapping[str, str]) -> Decimal | None:
        value = Decimal(text)
        return value if low <= value <= high else None

    return read


_DECIMAL = Kind(_full(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)"), read=_decimal, compare=_order, digits=_decimal_digits)
_INTEGER = replace(_DECIMAL, pattern=_full(r"[+-]?[0-9]+"))


def _bounded(low: int, high: int) -> Kind:
    return replace(_INTEGER, read=_within(low, high), read_decides=True)


def _double(text: str, _: Mapping[str, str]) -> object:
    # Not a number equals itself here, and nothing else.
    return "NaN" if text == "NaN" else float(text)


def _float(text: str, context: Mapping[str, str]) -> object:
    value = _double(text, context)
    if not isinstance(value, float):
        return value
    try:
        return struct.unpack("f", struct.pack("f", value))[0]
    except OverflowError:
        return float("inf") if value > 0 else float("-inf")


def _compare_doubles(one: object, other: object) -> int | None:
    if "NaN" in (one, other):
        return 0 if one == other else None
    return _order(one, other)


_DOUBLE = Kind(
    _full(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|-?INF|NaN"), read=_double, compare=_compare_doubles
)

# ------------------------------------------------------------------------------------------------------------ other values


def _boolean(text: str, _: Mapping[str, str]) -> bool:
    return text in ("true", "1")


def _hexadecimal(text: str, _: Mapping[str, str]) -> bytes:
    return bytes.fromhex(text)


# Groups of four, a space after any; in a last group that is not full, bits that stand for nothing are 0.
_BASE64 = (
    r"(?:(?:[A-Za-z0-9+/] ?){4})*(?:(?:[A-Za-z0-9+/] ?){3}[A-Za-z0-9+/]|(?:[A-Za-z0-9+/] ?){2}[AEIMQUYcgkosw048] ?=|"
    r"[A-Za-z0-9+/] ?[AQgw] ?= ?=)?"
)


def _base64(text: str, _: Mapping[str, str]) -> bytes:
    return base64.b64decode(text.replace(" ", ""))


def _qualified(text: str, context: Mapping[str, str]) -> tuple[str, str] | None:
    prefix, _, local = text.rpartition(":")
    if prefix == "xml":
        return "http://www.w3.org/XML/1998/namespace", local
    namespace = context.get(prefix, None if prefix else "")
    return None if namespace is None else (namespace, local)


def _address(text: str, _: Mapping[str, str]) -> str | None:
    return text if is_address(text) else None


def _moment(read: Callable[[str], object]) -> Reader:
    return lambda text, _: read(text)


def _dated(name: str) -> Kind:
    read = moments.READERS[name]
    return Kind(read=_moment(read), read_decides=True, compare=moments.compare)


def _nothing(text: str, _: Mapping[str, str]) -> None:
    """Entities are never read, so no text names one."""


_STRING = Kind(normalise=str, measure=len)
_TOKEN = Kind(measure=len)
_NAMES = f"{_NCNAME}(?: {_NCNAME})*"
_NCNAMES = replace(_TOKEN, pattern=NamePattern(_NCNAME))
_QNAME = Kind(NamePattern(f"(?:{_NCNAME}:)?{_NCNAME}"), read=_qualified, read_decides=True, needs_context=True)
_BYTES = Kind(measure=len)

KINDS: dict[str, Kind] = {
    "string": _STRING,
    "normalizedString": replace(_STRING, normalise=replaced),
    "token": _TOKEN,
    "language": replace(_TOKEN, pattern=_full(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")),
    "NMTOKEN": replace(_TOKEN, pattern=NamePattern(_NMTOKEN)),
    "NMTOKENS": replace(_TOKEN, pattern=NamePattern(f"{_NMTOKEN}(?: {_NMTOKEN})*"), read=_items),
    "Name": replace(_TOKEN, pattern=NamePattern("[{start}:][{next}:]*")),
    "NCName": _NCNAMES,
    "ID": replace(_NCNAMES, id_kind="ID"),
    "IDREF": replace(_NCNAMES, id_kind="IDREF"),
    "IDREFS": replace(_TOKEN, pattern=NamePattern(_NAMES), read=_items, id_kind="IDREF"),
    "ENTITY": replace(_NCNAMES, read=_nothing, read_decides=True),
    "ENTITIES": replace(_NCNAMES, pattern=NamePattern(_NAMES), read=_nothing, read_decides=True),
    "boolean": Kind(_full("true|false|0|1"), read=_boolean),
    "decimal": _DECIMAL,
    "integer": _INTEGER,
    "nonPositiveInteger": replace(_INTEGER, pattern=_full(r"-[0-9]+|\+?0+")),
    "negativeInteger": replace(_INTEGER, pattern=_full(r"-0*[1-9][0-9]*")),
    "nonNegativeInteger": replace(_INTEGER, pattern=_full(r"\+?[0-9]+|-0+")),
    "positiveInteger": replace(_INTEGER, pattern=_full(r"\+?0*[1-9][0-9]*")),
    "long": _bounded(-(2**63), 2**63 - 1),
    "int": _bounded(-(2**31), 2**31 - 1),
    "short": _bounded(-(2**15), 2**15 - 1),
    "byte": _bounded(-(2**7), 2**7 - 1),
    "unsignedLong": _bounded(0, 2**64 - 1),
    "unsignedInt": _bounded(0, 2**32 - 1),
    "unsignedShort": _bounded(0, 2**16 - 1),
    "unsignedByte": _bounded(0, 2**8 - 1),
    "double": _DOUBLE,
    "float": replace(_DOUBLE, read=_float),
    "duration": Kind(read=_moment(moments.read_duration), read_decides=True, compare=moments.compare_durations),
    "hexBinary": replace(_BYTES, pattern=_full(r"(?:[0-9A-Fa-f]{2})*"), read=_hexadecimal),
    "base64Binary": replace(_BYTES, pattern=_full(_BASE64), read=_base64),
    "anyURI": Kind(read=_address, read_decides=True, measure=len),
    "QName": _QNAME,
    "NOTATION": _QNAME,
} | {name: _dated(name) for name in moments.READERS}
