"""Inserted words name the struck words that they stand above (`@corresp`), which bear an id for it.

    <ab><add place="above" cert="medium" resp="#teiencode" corresp="#del1">unfulfilled</add></ab>
    <p>The loose ends still remaining <del rend="strikethrough" xml:id="del1">unfulfilled</del> …</p>

An addition that was read from `^{word}` needs no pointer: it stands beside its deletion.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from teiencode.ids import XML_ID
from teiencode.marks import same_when_struck
from teiencode.tree import Leaf, Node, Tree

INKED_LINE = re.compile(r"\S[^\n]*")
REACH = 8
"""Lines between inserted words and the struck ones."""


def link_struck_partners(tree: Tree, text: str, taken: set[str]) -> None:
    """Point each inserted line of `tree` at the deletion after it that holds the same words.

    Each deletion is named once. Its id is that of its document and `del1`, `del2` … in the order of the inserted lines; ids
    in `taken` are passed over, and those given are added. Offsets in the tree are those of `text`.
    """
    changes = [node for node in tree.nodes() if node.kind == "deletion" or _is_inserted(node)]
    if all(node.kind == "deletion" for node in changes):
        return
    ends = [line.end() for line in INKED_LINE.finditer(text)]
    document = tree.root.attributes.get(XML_ID, "")
    number = 0
    for index, added in enumerate(changes):
        struck = _partner(changes, index, text, ends) if added.kind == "addition" else None
        if struck is None:
            continue
        number += 1
        while (identifier := f"{document}del{number}") in taken:
            number += 1
        taken.add(identifier)
        struck.attributes = {**struck.attributes, XML_ID: identifier}
        added.attributes = {**added.attributes, "corresp": f"#{identifier}"}


def _is_inserted(node: Node) -> bool:
    return node.kind == "addition" and "resp" in node.attributes


def _partner(changes: list[Node], index: int, text: str, ends: list[int]) -> Node | None:
    """The next deletion with the words of the addition at `index` that no other addition names."""
    words = _words(changes[index], text)
    first = bisect_left(ends, _start(changes[index]))
    for node in changes[index + 1 :]:
        if bisect_left(ends, _start(node)) - first > REACH:
            return None
        if node.kind == "deletion" and XML_ID not in node.attributes and same_when_struck(words, _words(node, text)):
            return node
    return None


def _leaves(node: Node) -> Iterator[Leaf]:
    for child in node.children:
        if isinstance(child, Leaf):
            yield child
        else:
            yield from _leaves(child)


def _start(node: Node) -> int:
    return min(leaf.start for leaf in _leaves(node))


def _words(node: Node, text: str) -> str:
    return "".join(text[leaf.start : leaf.end] if leaf.role == "text" else " " for leaf in _leaves(node))
