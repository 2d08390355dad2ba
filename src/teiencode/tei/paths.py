"""The address of an element: an XPath with names free of prefixes, as findings and offsets show it.

A step has an index, from 1, only where siblings share its name: `/TEI/text/body/div/p[7]`.
"""

from __future__ import annotations

from collections import Counter

from lxml import etree

from teiencode.tei.unwriter import local_name


def element_paths(root: etree._Element) -> dict[etree._Element, str]:
    """The path of every element of a document, in one pass over it."""
    paths: dict[etree._Element, str] = {root: f"/{local_name(root)}"}
    for parent in root.iter(etree.Element):
        names = [local_name(child) for child in parent]
        twins, seen = Counter(names), Counter[str]()
        for child, name in zip(parent, names, strict=True):
            if name:
                seen[name] += 1
                index = f"[{seen[name]}]" if twins[name] > 1 else ""
                paths[child] = f"{paths[parent]}/{name}{index}"
    return paths
