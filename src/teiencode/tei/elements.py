"""What each kind of node is called in TEI, and which kinds may stand where.

Attributes that a reading gives are written after the fixed ones of its kind, in the order in which they are given.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from teiencode.furniture import FURNITURE


@dataclass(frozen=True, slots=True)
class Element:
    """A TEI element: its name, the attributes that its kind always has."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)


ELEMENTS: Mapping[str, Element] = {
    # divisions and what stands at their top
    "document": Element("div", {"type": "document"}),
    "chapter": Element("div", {"type": "chapter"}),
    "section": Element("div", {"type": "section"}),
    "enclosed": Element("div", {"type": "enclosure"}),
    "head": Element("head"),
    "head number": Element("head", {"type": "number"}),
    "section head": Element("head"),
    "enclosure head": Element("head"),
    "opener": Element("opener"),
    "dateline": Element("dateline"),
    "salute": Element("salute"),
    "address": Element("address"),
    "address line": Element("addrLine"),
    "handling line": Element("seg", {"type": "handling"}),
    # blocks
    "paragraph": Element("p"),
    "quotation": Element("quote"),
    "quoted paragraph": Element("p"),
    "field": Element("ab", {"type": "field"}),
    "handling": Element("ab", {"type": "handling"}),
    "annotation": Element("ab", {"type": "annotation"}),
    "opening caption": Element("ab", {"type": "opener"}),
    "stray signature": Element("ab", {"type": "signed"}),
    "inserted line": Element("ab"),
    "list": Element("list"),
    "list head": Element("head"),
    "item": Element("item"),
    "table": Element("table"),
    "row": Element("row"),
    "cell": Element("cell"),
    # the end of a division
    "closer": Element("closer"),
    "signature": Element("signed"),
    "closing salute": Element("salute"),
    "closing dateline": Element("dateline"),
    "operator": Element("seg", {"type": "operator"}),
    "closing handling": Element("seg", {"type": "handling"}),
    "enclosure line": Element("seg", {"type": "enclosure"}),
    "distribution": Element("seg", {"type": "distribution"}),
    "postscript": Element("postscript"),
    "trailer": Element("trailer"),
    # what stands anywhere
    "furniture": Element("fw"),
    "stamp": Element("stamp"),
    "page break": Element("pb"),
    "line break": Element("lb"),
    "gap": Element("gap"),
    "description": Element("desc"),
    "note": Element("note"),
    "foot note": Element("note", {"place": "bottom"}),
    "archive note": Element("note", {"type": "source", "rend": "inline"}),
    "second call": Element("ptr", {"type": "note"}),
    # inside a line
    "deletion": Element("del", {"rend": "strikethrough"}),
    "addition": Element("add", {"place": "above"}),
    "substitution": Element("subst"),
    "highlight": Element("hi"),
    "correction": Element("choice"),
    "fault": Element("sic"),
    "corrected": Element("corr"),
    "label": Element("label"),
    "checkbox": Element("metamark", {"function": "checkbox"}),
    "place": Element("placeName"),
    "date": Element("date"),
    "time": Element("time"),
}

CONTAINERS = frozenset(
    {"TEI", "text", "front", "body", "back", "group", "div", "opener", "closer", "list", "table", "row"}
    | {"postscript", "address", "quote", "lg", "floatingText"}
)
"""Elements that hold elements only: white space in them is layout."""

TIGHT = frozenset({"list", "table", "row", "address"})
"""Containers in which a line feed of the TEI is a line end of the source; in the others it is a blank line."""

FRAMED = frozenset({"div", "list", "table"})
"""Containers whose tags stand on lines of their own."""

EMPTY = frozenset({"pb", "lb", "ptr"})

INLINE = frozenset(
    {"deletion", "addition", "substitution", "highlight", "gap", "page break", "note call", "foot note call", "label", "checkbox"}
    | {"place", "date", "time", "furniture", "correction"}
)
"""Kinds that stand inside lines."""

_IN_FURNITURE = frozenset({"highlight", "deletion", "gap", "stamp", "checkbox", "correction"})
_IN_NAMES = frozenset({"page break", "note call", "gap", "correction"})

MAY_HOLD: Mapping[str, frozenset[str]] = dict.fromkeys(FURNITURE, _IN_FURNITURE) | {
    "stamp": _IN_FURNITURE - {"stamp"},
    "gap": frozenset(),
    "page break": frozenset(),
    "checkbox": frozenset(),
    "note call": frozenset(),
    "foot note call": frozenset(),
    "correction": frozenset({"deletion", "addition", "highlight", "gap", "page break"}),
    "label": frozenset({"deletion", "addition", "highlight", "gap", "correction"}),
    "deletion": frozenset({"addition", "highlight", "deletion", "gap", "page break", "foot note call", "correction"}),
    "addition": frozenset({"deletion", "highlight", "gap", "page break", "foot note call", "correction"}),
    "substitution": frozenset({"deletion", "addition"}),
    "highlight": frozenset(
        {"deletion", "addition", "highlight", "gap", "page break", "note call", "foot note call", "correction"}
    ),
    "place": _IN_NAMES,
    "date": _IN_NAMES,
    "time": _IN_NAMES,
}
"""Which kinds may stand inside a kind; a kind that is not listed is a block, and holds all that stands inside lines."""

LABELLED = frozenset({None, "field", "drafting field"})
"""What may hold a label: only a form's field has printed names."""


def may_hold(outer: str | None, inner: str) -> bool:
    """Whether a reading of kind `inner` may stand directly in one of kind `outer` (`None`: the text of a block)."""
    if inner == "label":
        return outer in LABELLED
    held = None if outer is None else MAY_HOLD.get(outer)
    return inner in (INLINE if held is None else held)
