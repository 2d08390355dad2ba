"""Names and values as they stand in the sentences of findings."""

from __future__ import annotations

from collections.abc import Iterable

from teiencode.validation.value_cures import listed

FEW = 8
"""As many names as a message lists; of more it lists none."""


def tag(local: str) -> str:
    """A start tag by its name."""
    return f"<{local}>"


def but(allowed: list[str]) -> str:
    """The end of a sentence: what may stand there, where that is little enough to say."""
    return f", where only {either(allowed)} may stand" if 0 < len(allowed) <= FEW else ""


def either(names: Iterable[str], *, quoted: bool = False) -> str:
    """Names in a sentence: a, b or c."""
    return listed([f'"{name}"' if quoted else tag(name) for name in names])


def shortened(value: str) -> str:
    """A value in quotes, its middle left out where it is long."""
    return f'"{value}"' if len(value) <= 60 else f'"{value[:40]} … {value[-15:]}"'
