"""The inside of a block: a span of the source and the readings in it become leaves and nodes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from teiencode.reading import Reading
from teiencode.tree import Leaf, Node

LINE_END = re.compile(r"\n")
BLANK_LINES = re.compile(r"[ \t\r]*\n[ \t\r\n]*\n[ \t\r]*")

NodeAt = Callable[[Reading], Node | None]
"""A node that stands at a reading though its words stand elsewhere: the note of a call."""


def inline_children(text: str, start: int, end: int, readings: Sequence[Reading], node_at: NodeAt) -> list[Node | Leaf]:
    """Children for the span from `start` to `end`: text, line breaks, and a node for each reading, in order.

    `readings` nest and do not cross; those within others stand in their `inner`.
    """
    children: list[Node | Leaf] = []
    at = start
    for reading in readings:
        children += text_leaves(text, at, reading.start)
        children.append(_node(text, reading, node_at))
        at = reading.end
    children += text_leaves(text, at, end)
    return children


def text_leaves(text: str, start: int, end: int) -> list[Node | Leaf]:
    """Text as leaves: a line end is a line break, a blank line is white space that the writer restores."""
    if text.find("\n", start, end) < 0:
        return [Leaf(start, end, "text")] if end > start else []
    children: list[Node | Leaf] = []
    at = start
    for line_end in LINE_END.finditer(text, start, end):
        here = line_end.start()
        if here < at:
            continue
        blank = BLANK_LINES.match(text, _white_before(text, at, here), end)
        first, after = blank.span() if blank else (here, here + 1)
        if first > at:
            children.append(Leaf(at, first, "text"))
        children.append(Leaf(first, after, "space") if blank else line_break(text, here))
        at = after
    if end > at:
        children.append(Leaf(at, end, "text"))
    return children


def _white_before(text: str, start: int, at: int) -> int:
    while at > start and text[at - 1] in " \t\r":
        at -= 1
    return at


def line_break(text: str, at: int) -> Node:
    """The break at the line feed at an offset; a word that a hyphen parts there goes on (`@break`, TEI P5, 3.11.3)."""
    parted = at > 1 and text[at - 1] == "-" and text[at - 2].isalpha() and text[at + 1 : at + 2].isalpha()
    return Node("line break", {"break": "no"} if parted else {}, [Leaf(at, at + 1, "sign")])


def _node(text: str, reading: Reading, node_at: NodeAt) -> Node:
    elsewhere = node_at(reading)
    if elsewhere is not None:
        return elsewhere
    first, after = reading.inside
    children: list[Node | Leaf] = []
    if first > reading.start:
        children.append(Leaf(reading.start, first, "sign"))
    if reading.kind == "gap":
        if after > first:
            children.append(Node("description", {}, [Leaf(first, after, "text")]))
    else:
        children += inline_children(text, first, after, reading.inner, node_at)
    if reading.end > after:
        children.append(Leaf(after, reading.end, "sign"))
    if reading.kind == "correction":
        corrected = Node("corrected", words=reading.attributes["words"])
        return Node("correction", children=[Node("fault", children=children), corrected])
    return Node(reading.kind, reading.attributes, children)
