"""The one writer of text: a tree becomes the TEI of its body.

Layout that `teiencode.decode` reads back: between blocks a line feed is a blank line of the source, nothing is a line end,
a space is a space; in lists and tables each line feed is a line end; inside running text a line feed is a blank line and
`lb` a line end.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from teiencode.tei.elements import CONTAINERS, ELEMENTS, EMPTY, FRAMED, TIGHT
from teiencode.tree import Leaf, Node

UNHOLDABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that XML 1.0 cannot hold (section 2.2); they go to the residue."""

NEEDS_ESCAPE = re.compile("[&<>\r\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def escape(text: str) -> str:
    """Text as XML content; characters that XML cannot hold are left out, a carriage return is kept by reference."""
    if NEEDS_ESCAPE.search(text) is None:
        return text
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")
    return UNHOLDABLE.sub("", text)


def escape_attribute(value: str) -> str:
    """Text as the value of an attribute in double quotes."""
    return escape(value).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def write_attributes(*groups: Mapping[str, str]) -> str:
    """Attributes as XML, a later group's value in place of an earlier one's."""
    if not any(groups):
        return ""
    merged = {key: value for group in groups for key, value in group.items()}
    return "".join(f' {key}="{escape_attribute(value)}"' for key, value in merged.items())


def write_text_element(root: Node, text: str) -> str:
    """The `text` element of a document as XML, its characters taken from `text` by the leaves' spans."""
    out: list[str] = ["<text><body>\n"]
    _write(root, text, out)
    out.append("\n</body></text>")
    return "".join(out)


def _write(node: Node, text: str, out: list[str]) -> None:
    element = ELEMENTS[node.kind]
    name = element.name
    out.append(f"<{name}{write_attributes(element.attributes, node.attributes)}")
    tag = len(out)
    out.append(">\n" if name in FRAMED else ">")
    if name not in EMPTY:
        if node.words:
            out.append(escape(node.words))
        for child in node.children:
            if isinstance(child, Leaf):
                _write_leaf(child, name, text, out)
            else:
                _write(child, text, out)
    if len(out) == tag + 1:
        out[tag] = "/>"
    else:
        out.append(f"\n</{name}>" if name in FRAMED else f"</{name}>")
    if name == "pb" and not node.children and out[tag - 2].endswith("\n"):
        out.append("\n")  # a break without a sign stands on a line of its own, where it stands between blocks


def _write_leaf(leaf: Leaf, parent: str, text: str, out: list[str]) -> None:
    if leaf.role == "text":
        out.append(escape(text[leaf.start : leaf.end]))
    elif leaf.role == "space":
        out.append(_layout(text[leaf.start : leaf.end], parent))


def _layout(white: str, parent: str) -> str:
    lines = white.count("\n")
    if parent in TIGHT:
        return "\n" * lines
    if lines > 1:
        return "\n"
    if lines == 1:
        return "" if parent in CONTAINERS else "<lb/>"
    return " " if white else ""
