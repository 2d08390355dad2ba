"""The address of an element: an XPath with prefix-free names, as findings show it.

A step has an index, counted from 1, only where the element has siblings of the same local name, whatever their namespace:
`/TEI/text/body/div/p[7]`. The same element has the same address in any file that has the same structure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree


def local_name(tag: str) -> str:
    """The name of an element or attribute without its namespace."""
    return tag.rpartition("}")[2]


def element_path(element: etree._Element) -> str:
    """The path from the root to `element`, which must be an element and no comment or instruction."""
    steps = []
    step: etree._Element | None = element
    while step is not None:
        name = local_name(step.tag)
        parent = step.getparent()
        steps.append(name if parent is None else name + _index(step, parent, name))
        step = parent
    return "/" + "/".join(reversed(steps))


def _index(element: etree._Element, parent: etree._Element, name: str) -> str:
    """The index of one step in brackets, or nothing where no sibling has its name."""
    position = others = 0
    for sibling in parent.iterchildren("*"):
        if local_name(sibling.tag) == name:
            others += 1
            if sibling is element:
                position = others
    return f"[{position}]" if others > 1 else ""
