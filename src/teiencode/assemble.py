"""Segments become the tree: paragraphs whole across furniture, openers, closers and lists gathered, sections nested.

TEI's order inside a `div` (TEI P5, 4.2): heads and openers, then blocks, then closers; after a nested `div` only divs. What
comes in another order closes or opens a nested section, so that the result is valid whatever the order of the segments.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from teiencode.cells import cells_of, parted_by
from teiencode.diagnostic import Span
from teiencode.furniture import FURNITURE
from teiencode.inline import NodeAt, inline_children
from teiencode.reading import Reading
from teiencode.segments import Segment
from teiencode.tree import Leaf, Node, Tree

TOP, BODY, BOTTOM = 0, 1, 2

OPENERS = frozenset({"dateline", "salute", "handling line", "address"})
CLOSERS = frozenset(
    {"signature", "closing salute", "closing dateline", "operator", "closing handling", "enclosure line", "distribution"}
)
GLOBALS = FURNITURE | {"page break", "gap", "archive note"}
GATHERED: Mapping[str, str] = (
    {"item": "list", "list head": "list", "row": "table", "postscript line": "postscript", "quoted paragraph": "quotation"}
    | dict.fromkeys(OPENERS, "opener")
    | dict.fromkeys(CLOSERS, "closer")
)
"""Segments that stand in a container, by the container's kind."""

PHASES: Mapping[str, int] = {
    "head": TOP,
    "head number": TOP,
    "opener": TOP,
    "closer": BOTTOM,
    "trailer": BOTTOM,
    "postscript": BOTTOM,
}
"""Where in a division a node may stand; all others are blocks."""

TURNED = frozenset({"list", "table", "quotation"})
"""Containers that go on over a page break."""

CONTINUED: Mapping[str, frozenset[str]] = {
    "continuation": frozenset({"paragraph"}),
    "item continued": frozenset({"item"}),
    "head continued": frozenset({"head", "section head"}),
}
"""Segments that go on with a block before them, over what stands between, and the kinds of that block."""

NODE_OF: Mapping[str, str] = dict.fromkeys(FURNITURE, "furniture") | {
    "drafting field": "field",
    "continuation": "paragraph",
    "item continued": "paragraph",
    "foot note": "paragraph",
    "postscript line": "paragraph",
    "head continued": "section head",
}
"""The node of a segment of another kind: the solver tells feet from tops; what goes on with a block may find none."""

DIVISIONS: Mapping[str, str] = {"section head": "section", "enclosure head": "enclosed"}
"""Heads that open a division, and which."""

OF_THE_WHOLE: Mapping[str, frozenset[str]] = {
    "item": frozenset({"type", "rend"}),
    "list head": frozenset({"type", "rend"}),
    "row": frozenset({"rend"}),
}
"""Attributes that readings of items, list heads and rows give to their list or table."""
NOTHING: frozenset[str] = frozenset()


class Assembly:
    """A document in the making: the divisions that are open, each with the phase it has reached."""

    def __init__(self, text: str, node_at: NodeAt, attributes: Mapping[str, str]) -> None:
        """Start a document whose characters are those of `text`."""
        self.text = text
        self.node_at = node_at
        self.root = Node("document", attributes)
        self.open: list[tuple[Node, int]] = [(self.root, TOP)]
        self.lists: list[Node] = []
        self.at = 0

    def add(self, segment: Segment) -> None:
        """Take the next segment, in the order of the source."""
        white = Leaf(self.at, segment.start, "space") if segment.start > self.at else None
        self.at = segment.end
        kind = segment.kind
        if kind in CONTINUED:
            self._continue(segment, white)
        elif kind in DIVISIONS:
            self._open_section(white, DIVISIONS[kind])
            self._put(self._block(segment), None)
        elif kind in GATHERED:
            self._gather(segment, white)
        else:
            self._put(self._block(segment), white)

    def pass_over(self, segment: Segment) -> Leaf:
        """Go past a note, which stands at its call; what is returned is the sign before its words."""
        sign = Leaf(self.at, segment.inside[0], "sign")
        self.at = segment.end
        return sign

    def finish(self, notes: Sequence[Node]) -> Tree:
        """The tree, with the notes that found no call as the last children of the document."""
        if len(self.text) > self.at:
            self.root.children.append(Leaf(self.at, len(self.text), "space"))
        self.root.children += notes
        for made in self.lists:
            if _has_no_item(made):
                _make_field(made)
        return Tree(self.root, len(self.text))

    # ---- nodes

    def _block(self, segment: Segment) -> Node:
        attributes = segment.reading.attributes
        if segment.kind == "foot note":
            attributes = {}
        if segment.kind in OF_THE_WHOLE:
            attributes = {key: value for key, value in attributes.items() if key not in OF_THE_WHOLE[segment.kind]}
        if segment.kind == "postscript":
            return Node("postscript", attributes, [Node("paragraph", {}, self._inside(segment))])
        if segment.kind == "address":
            return Node("address", attributes, self._address_lines(segment))
        return Node(NODE_OF.get(segment.kind, segment.kind), attributes, self._inside(segment))

    def _address_lines(self, segment: Segment) -> list[Node | Leaf]:
        """Each line of an address as an element of its own."""
        children: list[Node | Leaf] = []
        for (start, stop), within in self._pieces(segment, parted_by("\n", self.text, segment.start, segment.end)):
            if children:
                children.append(Leaf(start - 1, start, "space"))
            children.append(Node("address line", {}, inline_children(self.text, start, stop, within, self.node_at)))
        return children

    def _pieces(self, segment: Segment, spans: Sequence[Span]) -> Iterator[tuple[Span, list[Reading]]]:
        """The pieces of a segment, which have these spans, each with the readings inside it."""
        starts = [start for start, _ in spans]
        within: list[list[Reading]] = [[] for _ in spans]
        for reading in segment.inline:
            piece = bisect_right(starts, reading.start) - 1
            if piece >= 0 and reading.end <= spans[piece][1]:
                within[piece].append(reading)
        return zip(spans, within, strict=True)

    def _inside(self, segment: Segment) -> list[Node | Leaf]:
        first, after = segment.inside
        if segment.kind == "foot note":
            first = segment.start  # nothing calls it, so that its label is text
        children: list[Node | Leaf] = []
        if segment.kind == "row":
            return self._cells(segment)
        if first > segment.start:
            children.append(Leaf(segment.start, first, "sign"))
        if segment.kind == "gap":
            if after > first:
                children.append(Node("description", {}, [Leaf(first, after, "text")]))
        else:
            children += inline_children(self.text, first, after, segment.inline, self.node_at)
        if segment.end > after:
            children.append(Leaf(after, segment.end, "sign"))
        return children

    def _cells(self, segment: Segment) -> list[Node | Leaf]:
        """The cells of a row; what stands before, between and behind them are signs."""
        children: list[Node | Leaf] = []
        row = cells_of(self.text, segment.start, segment.end, segment.reading.attributes)
        at = segment.start
        for ((start, stop), within), rend in zip(self._pieces(segment, row.cells), row.rends, strict=True):
            if start > at:
                children.append(Leaf(at, start, "sign"))
            attributes = {"rend": rend} if rend else {}
            children.append(Node("cell", attributes, inline_children(self.text, start, stop, within, self.node_at)))
            at = stop
        if segment.end > at:
            children.append(Leaf(at, segment.end, "sign"))
        return children

    # ---- places

    def _put(self, node: Node, white: Leaf | None) -> None:
        """Put a node into the division that may hold it."""
        if node.kind in GLOBALS:
            self._append(node, white)
            return
        phase = _phase(node)
        reached = self.open[-1][1]
        if phase < reached:
            self._open_section(white)
            reached, white = TOP, None
        if phase == BOTTOM and reached == TOP:
            node = _as_block(node)
            phase = BODY
        self._append(node, white)
        self.open[-1] = (self.open[-1][0], max(phase, reached))

    def _append(self, node: Node, white: Leaf | None) -> None:
        children = self.open[-1][0].children
        if white is not None:
            children.append(white)
        children.append(node)

    def _open_section(self, white: Leaf | None, kind: str = "section") -> None:
        """Close the section that is open, and open one beside it (or the first one) in the document, after `white`."""
        if len(self.open) == 1 and self.open[0][1] == BOTTOM:
            self._enclose_blocks()
        del self.open[1:]
        section = Node(kind)
        self._append(section, white)
        self.open.append((section, TOP))

    def _enclose_blocks(self) -> None:
        """A division cannot follow a closer, so blocks that end in one become a section of their own."""
        children = self.root.children
        first = next(index for index, child in enumerate(children) if isinstance(child, Node) and _phase(child) >= BODY)
        self.root.children = [*children[:first], Node("section", {}, children[first:])]

    def _gather(self, segment: Segment, white: Leaf | None) -> None:
        """Put a segment into the opener, closer, list or table that stands just before, or into a new one."""
        kind = GATHERED[segment.kind]
        node = self._block(segment)
        given = {
            key: value for key, value in segment.reading.attributes.items() if key in OF_THE_WHOLE.get(segment.kind, NOTHING)
        }
        before = self._last(kind)
        if before is None and kind in TURNED:
            before = self._cut_by_a_page(kind, segment, given)
        if before is None or not _goes_on(before, segment, given):
            container = Node(kind, given, [node])
            if kind == "list":
                self.lists.append(container)
            self._put(container, white)
            return
        before.attributes = {**before.attributes, **given}
        if white is not None:
            before.children.append(white)
        before.children.append(node)

    def _last(self, kind: str) -> Node | None:
        children = self.open[-1][0].children
        last = children[-1] if children else None
        return last if isinstance(last, Node) and last.kind == kind else None

    def _cut_by_a_page(self, kind: str, segment: Segment, given: Mapping[str, str]) -> Node | None:
        """The list, table or quotation that a page break on a line of its own cuts in two: it takes the break in.

        Around the break in a list or table there is no blank line.
        """
        children = self.open[-1][0].children
        back = len(children) - 1
        while back > 0 and self._is_turn(children[back], kind):
            back -= 1
        before = children[back] if back >= 0 else None
        if not isinstance(before, Node) or before.kind != kind or not _goes_on(before, segment, given):
            return None
        if kind == "list" and _has_no_item(before):
            return None
        before.children += children[back + 1 :]
        del children[back + 1 :]
        return before

    def _is_turn(self, child: Node | Leaf, kind: str) -> bool:
        if isinstance(child, Node):
            return child.kind in ("page break", "furniture")
        if kind == "quotation":
            return True
        return self.text.count("\n", child.start, child.end) < 2

    def _continue(self, segment: Segment, white: Leaf | None) -> None:
        """Go on with the paragraph before, taking in what stood between."""
        children = self.open[-1][0].children
        back = len(children) - 1
        while back >= 0 and _passed_over(children[back]):
            back -= 1
        paragraph = children[back] if back >= 0 else None
        if isinstance(paragraph, Node) and paragraph.kind == "list" and segment.kind == "item continued":
            last = _last_item(paragraph)
            if last is not None:
                last.children += children[back + 1 :]
                del children[back + 1 :]
                paragraph = last
        if not isinstance(paragraph, Node) or paragraph.kind not in CONTINUED[segment.kind]:
            self._put(self._block(segment), white)
            return
        paragraph.children += children[back + 1 :]
        del children[back + 1 :]
        if white is not None:
            paragraph.children.append(white)
        paragraph.children += self._inside(segment)


def _make_field(heads: Node) -> None:
    """A list needs an item (TEI P5, 3.8): heads without one are a field of a form."""
    heads.kind, heads.attributes = "field", {}
    heads.children = [c for child in heads.children for c in _children_of(child)]


def _phase(node: Node) -> int:
    if node.kind in GLOBALS:
        return TOP
    return PHASES.get("head" if node.kind in DIVISIONS else node.kind, BODY)


def _as_block(ending: Node) -> Node:
    """What ends a division cannot stand in one that has no block yet: a signature, a trailer, a postscript."""
    if ending.kind == "trailer":
        return Node("paragraph", ending.attributes, ending.children)
    return Node("stray signature", {}, [c for child in ending.children for c in _children_of(child)])


def _children_of(child: Node | Leaf) -> list[Node | Leaf]:
    return child.children if isinstance(child, Node) else [child]


def _passed_over(child: Node | Leaf) -> bool:
    return isinstance(child, Leaf) or child.kind in GLOBALS


def _goes_on(container: Node, segment: Segment, given: Mapping[str, str]) -> bool:
    """Whether a segment belongs to the container before it: items and rows of one have the same sign, and one row of labels."""
    if container.kind == "table":
        return container.attributes.get("rend") == given.get("rend") and segment.reading.attributes.get("role") != "label"
    if container.kind != "list":
        return True
    if segment.kind == "list head":
        return False
    return _has_no_item(container) or container.attributes.get("rend") == given.get("rend")


def _last_item(container: Node) -> Node | None:
    """The item with which a list ends, if it does."""
    last = container.children[-1]
    return last if isinstance(last, Node) and last.kind == "item" else None


def _has_no_item(container: Node) -> bool:
    return not any(isinstance(child, Node) and child.kind == "item" for child in container.children)
