"""Where an element or a text that stands wrongly could stand: what may be put around it, and what there is to move it into.

A cure that asks for another cure is none. So what is put around must be complete with what is in it, and what stands behind must
be able to follow; and where a file has the right place already, that is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from teiencode.validation import derivatives, patterns
from teiencode.validation.faults import split_tag
from teiencode.validation.grammar import Grammar
from teiencode.validation.names import holds
from teiencode.validation.patterns import Pattern
from teiencode.validation.schema_names import child_names

if TYPE_CHECKING:
    from lxml import etree

_MOST_BESIDE = 200
"""Among more elements no other place is sought for one: thousands may stray there."""

_MOST_CHILDREN = 30
"""Of so many children each place between two is tried."""


@dataclass(frozen=True, slots=True)
class Home:
    """An element of the file that may take another: at its end, or before one of its children."""

    element: etree._Element
    before: etree._Element | None


def wrapping(
    options: tuple[patterns.Element, ...], expected: Pattern, whole: Pattern, inner: str | None, following: etree._Element | None
) -> tuple[patterns.Element, ...]:
    """Those of `options` that one may put around `inner` (lxml's name of an element, or None for text) without another fault.

    `expected`: what the grammar has at the place, in an element of the pattern `whole`; `following`: the element behind it.
    """
    return _wrapping(options, expected, whole, inner, None if following is None else str(following.tag))


@lru_cache(maxsize=1_000)
def _wrapping(
    options: tuple[patterns.Element, ...], expected: Pattern, whole: Pattern, inner: str | None, following: str | None
) -> tuple[patterns.Element, ...]:
    return tuple(option for option in options if _completes(option, inner) and _goes_on(expected, whole, option, following))


def _completes(option: patterns.Element, inner: str | None) -> bool:
    """Whether an element that holds nothing else would be complete."""
    inside = derivatives.without_attributes(option.content(), forgiving=True)
    left = derivatives.after(inside, patterns.TEXT) if inner is None else after_element(inside, inner)
    return left.nullable


def _goes_on(expected: Pattern, whole: Pattern, option: patterns.Element, following: str | None) -> bool:
    """Whether what follows may follow the element, if it may stand in the element around at all."""
    if following is None or split_tag(following)[1] not in child_names(whole):
        return True
    return after_element(derivatives.after(expected, option), following) is not patterns.NOT_ALLOWED


def after_element(pattern: Pattern, tag: str) -> Pattern:
    """What is left of a pattern once an element of that name has been read."""
    key = ("after", tag)
    left: Pattern | None = pattern.memo.get(key)
    if left is None:
        name = split_tag(tag)
        read = [option for option in derivatives.first(pattern) if holds(option.names, *name)]
        left = pattern.memo[key] = patterns.either([derivatives.after(pattern, option) for option in read])
    return left


def goes_on_behind(element: etree._Element, other: etree._Element, pattern: Pattern) -> bool:
    """Whether all from an element to a later sibling may stand there once that sibling has been moved before it."""
    left = after_element(pattern, str(other.tag))
    for each in chain((element,), element.itersiblings("*")):
        if each is other or left is patterns.NOT_ALLOWED:
            return left is not patterns.NOT_ALLOWED
        left = after_element(left, str(each.tag))
    return False


def wrapping_two(
    options: Iterable[patterns.Element], expected: Pattern, whole: Pattern, inner: etree._Element
) -> tuple[tuple[patterns.Element, ...], etree._Element | None]:
    """Those of `options` that one may put around an element and the one behind it, which is given too.

    So <sp> around a speaker and what he says.

    `expected`, `whole`: as in `wrapping`.
    """
    second = next(inner.itersiblings("*"), None)
    if second is None or (inner.tail or "").strip():
        return (), second
    third = next(second.itersiblings("*"), None)
    tag = str(third.tag) if third is not None else None
    found = []
    for option in options:
        inside = derivatives.without_attributes(option.content(), forgiving=True)
        left = after_element(after_element(inside, str(inner.tag)), str(second.tag))
        if left.nullable and _goes_on(expected, whole, option, tag):
            found.append(option)
    return tuple(found), second


def home_in(section: etree._Element, stray: etree._Element, grammar: Grammar) -> Home | None:
    """The nearest element of a section that may take a stray one of it: beside it, then beside each that is around it.

    Only elements without words of their own are looked at: those are made for certain others.
    """
    for element in _near(section, stray):
        whole = grammar.content_anywhere(*split_tag(str(element.tag)))
        if split_tag(str(stray.tag))[1] in child_names(whole) and not derivatives.holds_text(whole):
            home = _place(element, stray, derivatives.without_attributes(whole, forgiving=True))
            if home is not None:
                return home
    return None


def earlier_place(
    stray: etree._Element, until: etree._Element, whole: Pattern, known: dict[tuple[etree._Element, str], bool]
) -> etree._Element | None:
    """The sibling before which a stray element may stand: `until`, or one further on; None where there is no such place.

    `whole` is the pattern of the element around; `known` keeps of a sibling what names may stand before it, for thousands may
    stray behind it.
    """
    parent = stray.getparent()
    assert parent is not None
    left = derivatives.without_attributes(whole, forgiving=True)
    key = (until, str(stray.tag))
    if key not in known:
        known[key] = _fits_before(stray, until, parent, left)
    if known[key]:
        return until
    place = _place(parent, stray, left)
    return place.before if place else None


def _fits_before(stray: etree._Element, other: etree._Element, parent: etree._Element, left: Pattern) -> bool:
    """Whether an element, and what stands there, may stand before a sibling."""
    state = left
    for child in parent.iterchildren("*"):
        if child is other:
            state = after_element(state, str(stray.tag))
            return after_element(state, str(other.tag)) is not patterns.NOT_ALLOWED
        following = after_element(state, str(child.tag))
        state = state if following is patterns.NOT_ALLOWED else following
    return False


def _near(section: etree._Element, stray: etree._Element) -> Iterator[etree._Element]:
    inner = stray
    while inner is not section and (around := inner.getparent()) is not None:
        if len(around) <= _MOST_BESIDE:
            beside = [*inner.itersiblings("*", preceding=True), *inner.itersiblings("*")]
            yield from beside
            yield from (child for each in beside for child in each.iterchildren("*"))
        inner = around


def _place(element: etree._Element, stray: etree._Element, left: Pattern) -> Home | None:
    """Where in an element the stray one may stand, the end before all; `left` is the pattern of what it holds.

    What does not fit for itself is left out of account.
    """
    if len(element) > _MOST_CHILDREN:
        return None
    children = [child for child in element.iterchildren("*") if child is not stray]
    before = [left]
    fitting: list[etree._Element] = []
    for child in children:
        state = after_element(before[-1], str(child.tag))
        if state is not patterns.NOT_ALLOWED:
            before.append(state)
            fitting.append(child)
    was_complete = before[-1].nullable
    for at in range(len(fitting), -1, -1):
        state = after_element(before[at], str(stray.tag))
        for child in fitting[at:]:
            state = after_element(state, str(child.tag))
        if state.nullable or (state is not patterns.NOT_ALLOWED and not was_complete):
            return Home(element, fitting[at] if at < len(fitting) else None)
    return None
