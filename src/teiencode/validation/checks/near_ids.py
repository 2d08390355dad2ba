"""Ids that were probably meant by a pointer to one that is nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING

from teiencode.distance import are_exchanged, is_one_slip
from teiencode.validation.checks.index import CALLS
from teiencode.validation.paths import local_name

if TYPE_CHECKING:
    from lxml import etree

_MOST_ALIKE = 20
_ALIKE = 0.75

_SHORT = 5
"""Ids up to this length have little in common with what one slip makes of them."""

_LONGEST_LABEL = 8
"""In characters: longer words of a pointer are no label of what it points at."""


def near_ids(name: str, ids: Mapping[str, str]) -> list[str]:
    """The ids that are nearly a name, the nearest first. `ids`: all of them by their form in small letters."""
    small = name.lower()
    alike = get_close_matches(small, ids, n=_MOST_ALIKE, cutoff=_ALIKE)
    slips = list(_slips(small, ids)) if len(small) <= _SHORT else []
    # Letters that were exchanged are more telling than letters in common.
    found = sorted(dict.fromkeys((*alike, *slips)), key=lambda each: not are_exchanged(small, each))
    return [ids[each] for each in found]


def _slips(name: str, ids: Mapping[str, str]) -> Iterator[str]:
    """The ids that one slip makes of a short name, but for another figure: that is the id of something else."""
    for each in ids:
        if abs(len(each) - len(name)) <= 1 and is_one_slip(name, each):
            wrong = [pair for pair in zip(name, each, strict=False) if pair[0] != pair[1]]
            is_other_number = len(name) == len(each) and len(wrong) == 1 and "".join(wrong[0]).isdecimal()
            if not is_other_number and (len(name) > 1 or len(each) > 1):
                yield each


def likeliest_ids(near: list[str], pointer: etree._Element, by_id: Mapping[str, etree._Element]) -> list[str]:
    """Near ids in the order in which a pointer may mean them: first those of the number that it shows, and notes for a call."""
    label = pointer.get("n") or "".join(map(str, pointer.itertext())).strip()
    is_call = pointer.get("type") in CALLS

    def unlikely(each: str) -> tuple[bool, bool]:
        target = by_id[each]
        is_named = 0 < len(label) <= _LONGEST_LABEL and target.get("n") == label
        return is_call and local_name(str(target.tag)) != "note", not is_named

    return sorted(near, key=unlikely)
