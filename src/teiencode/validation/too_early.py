"""Elements that stand too early: a closer in the midst of a section, behind which nothing may stand that follows it.

What follows is right, however much it is: so it is one fault, and one cure, to move that element behind all of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from teiencode.validation import derivatives, patterns
from teiencode.validation.faults import Fault
from teiencode.validation.homes import after_element
from teiencode.validation.patterns import Pattern

if TYPE_CHECKING:
    from lxml import etree

_MOST_STEPS = 100_000
"""So many siblings are looked at before an element is left where it is."""


def _later_place(early: etree._Element, whole: Pattern) -> etree._Element | None:
    """The first sibling behind which an element may be moved so that all that follows it may stand where it does.

    None where there is no such place. `whole` is the pattern of the element around.
    """
    behind = list(early.itersiblings("*"))
    state = derivatives.without_attributes(whole, forgiving=True)
    for sibling in reversed(list(early.itersiblings("*", preceding=True))):
        following = after_element(state, str(sibling.tag))
        state = state if following is patterns.NOT_ALLOWED else following
    steps = 0
    for at, sibling in enumerate(behind):
        state = after_element(state, str(sibling.tag))
        following = after_element(state, str(early.tag))
        last = at
        while following is not patterns.NOT_ALLOWED and last + 1 < len(behind) and steps < _MOST_STEPS:
            last, steps = last + 1, steps + 1
            following = after_element(following, str(behind[last].tag))
        if following is not patterns.NOT_ALLOWED and last + 1 == len(behind):
            return sibling
        if state is patterns.NOT_ALLOWED or steps >= _MOST_STEPS:
            return None
    return None


def one_for_each(faults: Iterable[Fault]) -> Iterator[Fault]:
    """The faults, of those that the move of one element mends the first alone, with the place to move that to."""
    places: dict[etree._Element, etree._Element | None] = {}
    for fault in faults:
        if fault.until is None:
            yield fault
        elif fault.until not in places:
            places[fault.until] = _later_place(fault.until, fault.pattern)
            yield replace(fault, later=places[fault.until])
        elif places[fault.until] is None:
            yield fault
