"""Whole numbers in attributes: of pages, of notes, of rows and columns."""

from __future__ import annotations

_MOST_DIGITS = 9


def whole_number(written: str | None) -> int | None:
    """The number that is written in plain figures; None where there is none, or one that nothing has so many of."""
    plain = written is not None and written.isascii() and written.isdecimal() and len(written) <= _MOST_DIGITS
    return int(written) if written is not None and plain else None
