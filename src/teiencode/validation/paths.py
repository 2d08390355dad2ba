"""The address of an element: an XPath with prefix-free names, as findings show it.

A step has an index, counted from 1, only where the element has siblings of the same local name, whatever their namespace:
`/TEI/text/body/div/p[7]`. The same element has the same address in any file that has the same structure.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree


def local_name(tag: str) -> str:
    """The name of an element or attribute without its namespace."""
    return tag.rpartition("}")[2]


_MOST_COUNTED = 200
"""The children of so many elements are kept counted: those of all would take more than their tree."""


class Addresses:
    """The addresses of one tree's elements. Of neighbours, the children of what is around them are counted once."""

    def __init__(self) -> None:
        """Begin with none counted."""
        # That which was asked for last stands last.
        self._steps: dict[etree._Element, dict[etree._Element, str]] = {}

    def path(self, element: etree._Element) -> str:
        """The path from the root to `element`, which must be an element and no comment or instruction."""
        steps = []
        step: etree._Element | None = element
        while step is not None:
            parent = step.getparent()
            steps.append(local_name(step.tag) if parent is None else self._children(parent)[step])
            step = parent
        return "/" + "/".join(reversed(steps))

    def _children(self, parent: etree._Element) -> dict[etree._Element, str]:
        """The step to each child; it also keeps lxml's proxies alive, whose identity is the key."""
        found = self._steps.pop(parent, None)
        if found is None:
            children = list(parent.iterchildren("*"))
            names = [local_name(child.tag) for child in children]
            many = Counter(names)
            seen: Counter[str] = Counter()
            found = {}
            for child, name in zip(children, names, strict=True):
                seen[name] += 1
                found[child] = f"{name}[{seen[name]}]" if many[name] > 1 else name
            if len(self._steps) >= _MOST_COUNTED:
                del self._steps[next(iter(self._steps))]
        self._steps[parent] = found
        return found
