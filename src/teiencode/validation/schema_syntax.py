"""What may stand where in a RELAX NG schema: the full syntax of section 3, as far as a name of an element decides it."""

from __future__ import annotations

from teiencode.validation.kinds import KINDS
from teiencode.validation.schema_file import Node

_HOLDERS = frozenset(
    ("group", "interleave", "choice", "optional", "zeroOrMore", "oneOrMore", "list", "mixed")  # hold patterns and nothing else
)
PATTERNS = _HOLDERS | frozenset(
    ("element", "attribute", "ref", "parentRef", "empty", "value", "data", "notAllowed", "externalRef", "grammar", "text")
)
NAMES = frozenset(("name", "anyName", "nsName", "choice"))
CONTENTS = frozenset(("start", "define", "div", "include"))
INCLUDED = frozenset(("start", "define", "div"))
"""What a grammar may hold, and what may stand in an `include` to take the place of what it brings."""

_NOTHING: frozenset[str] = frozenset()

_REQUIRED = {"ref": "name", "parentRef": "name", "define": "name", "param": "name", "data": "type"} | dict.fromkeys(
    ("externalRef", "include"), "href"
)
_OPTIONAL = {"element": "name", "attribute": "name", "value": "type", "start": "combine", "define": "combine"}
_COMBINATIONS = ("choice", "interleave")
_HOLDS_ONE = frozenset(("start", "attribute"))
_HOLDS_SOME = _HOLDERS | frozenset(("element", "define", "except", "start"))
_IS_NCNAME = KINDS["NCName"].pattern
assert _IS_NCNAME is not None

_CHILDREN = (
    dict.fromkeys((*_HOLDERS, "define", "start"), PATTERNS)
    | dict.fromkeys(("grammar", "div"), CONTENTS)
    | {"include": INCLUDED, "data": frozenset(("param", "except")), "element": PATTERNS, "attribute": PATTERNS}
    | {"anyName": frozenset(("except",)), "nsName": frozenset(("except",))}
)


def check_node(node: Node, allowed: frozenset[str], where: str) -> None:
    """Refuse a node that may not stand where it does (`allowed`, the kinds that may), or has attributes that are not its own.

    `where` is the kind of the node that holds it. Raises `SchemaError`.
    """
    kind = node.kind
    if kind not in allowed:
        node.wrong(f"<{kind}> cannot stand in <{where}>." if where else f"<{kind}> cannot begin a schema.")
    required, optional = _REQUIRED.get(kind), _OPTIONAL.get(kind)
    if node.attributes or required is not None:
        _check_attributes(node, required, optional)


def _check_attributes(node: Node, required: str | None, optional: str | None) -> None:
    attributes = node.attributes
    if required is not None and required not in attributes:
        node.wrong(f"<{node.kind}> needs the attribute {required}.")
    for name, value in attributes.items():
        if name not in (required, optional):
            node.wrong(f"<{node.kind}> has no attribute {name}.")
        if name == "combine" and value not in _COMBINATIONS:
            node.wrong(f'combine must be "choice" or "interleave", and is {value!r}.')
        if (name in ("type", "name") and node.kind not in ("element", "attribute")) and not is_ncname(value):
            node.wrong(f"{value!r} is no name without a colon.")


def is_ncname(text: str) -> bool:
    """Whether a text is a name without a colon."""
    assert _IS_NCNAME is not None
    return _IS_NCNAME(text) is not None


def held(node: Node) -> list[Node]:
    """The children of a node that holds patterns, checked: their kinds, and how many they are. Raises `SchemaError`."""
    children = node.children
    allowed = _CHILDREN.get(node.kind, _NOTHING)
    for child in children:
        check_node(child, allowed, node.kind)
    if not children and node.kind in _HOLDS_SOME:
        node.wrong(f"<{node.kind}> is empty, and must hold a pattern.")
    if len(children) > 1 and node.kind in _HOLDS_ONE:
        children[1].wrong(f"<{node.kind}> holds one pattern.")
    return children
