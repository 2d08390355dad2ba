"""Lists of values: closed, half open (`semi`: these are suggested) or open (these are examples)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from lxml import etree

from teiencode.odd.documentation_of import Documentation, read_documentation
from teiencode.odd.modes import Mode, read_mode
from teiencode.odd.problems import WRONG_CONSTRUCT, Problems, Spot, spot
from teiencode.odd.reading import children

Openness = Literal["open", "semi", "closed"]
OPENNESS: tuple[Openness, ...] = ("open", "semi", "closed")


@dataclass(frozen=True, slots=True)
class ValItem:
    """One value, and what it means."""

    ident: str
    name: str
    mode: Mode
    documentation: Documentation
    at: Spot


@dataclass(frozen=True, slots=True)
class ValList:
    """Values, in their order. `openness` is `None` where a change leaves it as it was."""

    openness: Openness | None
    items: tuple[ValItem, ...]
    mode: Mode
    at: Spot

    @property
    def words(self) -> tuple[str, ...]:
        """The values as they stand in documents."""
        return tuple(item.name for item in self.items)


def read_val_list(element: etree._Element, problems: Problems) -> ValList:
    """A `valList`; without a type it is open, as TEI has it."""
    mode, given = read_mode(element, problems), element.get("type")
    openness = next((known for known in OPENNESS if known == given), None)
    if given is not None and openness is None:
        problems.unknown(spot(element), "type of a list of values", given, OPENNESS, "the types are open, semi and closed")
    if openness is None and mode != "change":
        openness = "open"
    items = []
    for item in children(element, "valItem"):
        ident = item.get("ident")
        if ident is None:
            problems.add(WRONG_CONSTRUCT, spot(item), "this valItem has no ident", 'name the value: <valItem ident="…"/>')
            continue
        documentation = read_documentation(item)
        items.append(ValItem(ident, documentation.name or ident, read_mode(item, problems), documentation, spot(item)))
    return ValList(openness, tuple(items), mode, spot(element))


def merge_val_lists(old: ValList | None, new: ValList, problems: Problems) -> ValList | None:
    """The list after a change to it."""
    if new.mode == "delete":
        return None
    if old is None or new.mode in ("add", "replace"):
        return replace(new, openness=new.openness or "open", items=tuple(item for item in new.items if item.mode != "delete"))
    items = {item.ident: item for item in old.items}
    for item in new.items:
        if item.mode == "delete":
            if items.pop(item.ident, None) is None:
                problems.unknown(item.at, "value", item.ident, items)
        elif item.mode == "change" and item.ident in items:
            before = items[item.ident]
            merged = before.documentation.changed(item.documentation)
            items[item.ident] = replace(before, documentation=merged, name=merged.name or item.ident)
        elif item.mode == "change":
            problems.unknown(item.at, "value", item.ident, items)
        else:
            items[item.ident] = item
    return ValList(new.openness or old.openness, tuple(items.values()), old.mode, new.at)
