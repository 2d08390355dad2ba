"""What the rules for page furniture share: a foot, a top, or an aside, over one line or several.

The solver knows three kinds of `fw`: a *foot* stands at the end of a page, a *top* at the start of the next one, an *aside*
says nothing of a page turn (a stamp in the middle, the marks before the text). Page turns follow from their order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from teiencode.reading import Evidence, Reading, View

FURNITURE = frozenset({"furniture", "foot", "top", "aside", "drafting foot"})
"""Kinds of page furniture, which stand anywhere: what stands at a page's foot, at its top, or says nothing of a page turn."""


def foot(
    view: View,
    position: int,
    rule: str,
    reasons: Sequence[Evidence],
    kind: str,
    last: int | None = None,
    *,
    inner: tuple[Reading, ...] = (),
) -> Reading:
    """Lines at a page's foot, from `position` to `last`, as an `fw` of a type."""
    attributes = {"type": kind} if kind != "footer" else {"type": kind, "place": "bottom"}
    return _over("foot", view, position, last, rule, reasons, attributes, inner)


def top(
    view: View,
    position: int,
    rule: str,
    reasons: Sequence[Evidence],
    kind: str,
    last: int | None = None,
    *,
    inner: tuple[Reading, ...] = (),
) -> Reading:
    """Lines at a page's top, from `position` to `last`, as an `fw` of a type."""
    attributes = {"type": kind} if kind != "header" else {"type": kind, "place": "top"}
    return _over("top", view, position, last, rule, reasons, attributes, inner)


def aside(
    view: View,
    position: int,
    rule: str,
    reasons: Sequence[Evidence],
    attributes: Mapping[str, str],
    last: int | None = None,
    *,
    inner: tuple[Reading, ...] = (),
) -> Reading:
    """Lines that are furniture and turn no page, from `position` to `last`."""
    return _over("aside", view, position, last, rule, reasons, attributes, inner)


def _over(
    kind: str,
    view: View,
    position: int,
    last: int | None,
    rule: str,
    reasons: Sequence[Evidence],
    attributes: Mapping[str, str],
    inner: tuple[Reading, ...],
) -> Reading:
    start = view.lines[position].start
    end = view.lines[position if last is None else last].end
    return Reading(kind, start, end, rule, tuple(reasons), attributes, inner=inner)
