"""The mode of a specification: is it new, a change, another in its place, or is the thing to go?"""

from __future__ import annotations

from typing import Literal

from lxml import etree

from teiencode.odd.problems import WRONG_MODE, Problems, spot
from teiencode.settings import nearest

Mode = Literal["add", "change", "replace", "delete"]
MODES: tuple[Mode, ...] = ("add", "change", "replace", "delete")


def read_mode(element: etree._Element, problems: Problems, default: Mode = "add") -> Mode:
    """The mode that an element has; without one the default (TEI Guidelines, att.combinable)."""
    given = element.get("mode")
    if given is None:
        return default
    for mode in MODES:
        if mode == given:
            return mode
    near = nearest(given, MODES)
    cure = f'did you mean "{near}"?' if near else "the modes are add, change, replace and delete"
    problems.add(WRONG_MODE, spot(element), f'"{given}" is no mode', cure)
    return default
