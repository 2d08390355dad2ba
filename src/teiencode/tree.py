"""The tree between the source and the TEI: nodes over leaves, and the leaves tile the source.

Sorted by offset the leaves cover every character of the source once: as text, as a sign that an element stands for, or as
white space that the writer restores. Their order in the tree is the TEI's: a note stands at its call.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Role = Literal["text", "sign", "space"]


class Leaf(NamedTuple):
    """A span of the source (characters from 0) and what it is in the TEI."""

    start: int
    end: int
    role: Role


@dataclass(slots=True)
class Node:
    """An element to be: its kind in the field's words, the attributes that the reading gives it, its children in TEI's order.

    `words` are an editor's own, which no source has; they stand before the children.
    """

    kind: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: list[Node | Leaf] = field(default_factory=list)
    words: str = ""


class TilingError(AssertionError):
    """The leaves of a tree do not cover the source exactly: a bug of teiencode, never of a source."""


@dataclass(frozen=True)
class Tree:
    """A whole document; making one raises `TilingError` unless its leaves tile the source of `length` characters."""

    root: Node
    length: int

    def __post_init__(self) -> None:
        """Refuse a tree that would lose or double a character."""
        at = 0
        for leaf in sorted(self.leaves(), key=lambda leaf: (leaf.start, leaf.end)):
            if leaf.start != at:
                raise TilingError(f"characters {min(at, leaf.start)} to {max(at, leaf.start)} are lost or doubled")
            at = leaf.end
        if at != self.length:
            raise TilingError(f"characters {at} to {self.length} are lost")

    def leaves(self) -> Iterator[Leaf]:
        """All leaves in the tree's own order."""
        stack: list[Node | Leaf] = [self.root]
        while stack:
            item = stack.pop()
            if isinstance(item, Leaf):
                yield item
            else:
                stack.extend(reversed(item.children))

    def nodes(self) -> Iterator[Node]:
        """All nodes in the tree's own order, parents first."""
        stack = [self.root]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(child for child in reversed(node.children) if isinstance(child, Node))
