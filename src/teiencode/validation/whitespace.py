"""White space as XML has it: four characters, and none of the many others that Unicode knows."""

from __future__ import annotations

import re

SPACES = " \t\r\n"

_RUN = re.compile(r"[ \t\r\n]+")
_ONE = re.compile(r"[\t\r\n]")


def collapsed(text: str) -> str:
    """Without white space around it, and one space for each run within."""
    return _RUN.sub(" ", text).strip(" ")


def replaced(text: str) -> str:
    """Every white space character a space."""
    return _ONE.sub(" ", text)


def words(text: str) -> list[str]:
    """The words between white space."""
    return [word for word in _RUN.split(text) if word]
