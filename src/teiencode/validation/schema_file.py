"""A RELAX NG schema file as a tree of nodes: annotations left out, what is inherited written on each node.

Expat reads it, so every node knows its line and column. This does what sections 4.1 to 4.4, 4.8 and 4.9 of the specification
ask for. Files are read from the disk only, and only those that the schema names by a path relative to itself.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NoReturn
from xml.parsers import expat

from teiencode.validation.errors import SchemaError
from teiencode.validation.whitespace import SPACES

RELAXNG = "http://relaxng.org/ns/structure/1.0"
XML = "http://www.w3.org/XML/1998/namespace"

MAX_DEPTH = 500
"""How deep the elements of a schema may stand in each other."""

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
_MARK = f"{RELAXNG} "
_BASE = f"{XML} base"
_WITH_TEXT = frozenset({"name", "param", "value"})
_TRIMMED = ("name", "type", "combine")


class Source:
    """A schema file with its bytes, from which a line and a column are worked out only when they are asked for."""

    __slots__ = ("data", "file")

    def __init__(self, file: Path, data: bytes) -> None:
        """Take the file and what it holds."""
        self.file = file
        self.data = data

    def wrong(self, byte: int, reason: str) -> NoReturn:
        """Raise `SchemaError` for what stands at a byte."""
        before = self.data[:byte]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        raise SchemaError(f"{self.file}:{line}:{column}: {reason}")


class Node:
    """One element of a schema, in RELAX NG's namespace.

    `kind`: its local name. `attributes`: those in no namespace, without `ns` and `datatypeLibrary`, which are inherited into
    `namespace` and `library`; `own_namespace` is the `ns` written on it. `prefixes`: namespaces by prefix, '' the default.
    `base`: what a relative address is relative to. `byte`: where its tag begins in `source`.
    """

    __slots__ = (
        *(
            "attributes",
            "base",
            "byte",
            "children",
            "kind",
            "library",
            "namespace",
            "own_namespace",
            "prefixes",
            "source",
            "text",
        ),
    )

    def __init__(self, kind: str, attributes: dict[str, str], source: Source, byte: int) -> None:
        """Take what stands in the tag; the reader sets the rest."""
        self.kind = kind
        self.attributes = attributes
        self.source = source
        self.byte = byte
        self.children: list[Node] = []
        self.text = ""
        self.namespace = ""
        self.own_namespace: str | None = None
        self.library = ""
        self.base = ""
        self.prefixes: dict[str, str] = {}

    def wrong(self, reason: str) -> NoReturn:
        """Raise `SchemaError` for this node."""
        self.source.wrong(self.byte, reason)


def read_schema(file: Path, namespace: str = "") -> Node:
    """The outermost node of a schema file; `namespace` is what it inherits as `ns`. Raises `SchemaError`."""
    try:
        data = file.read_bytes()
    except OSError as error:
        raise SchemaError(f"{file}: cannot be read: {error.strerror or error}") from error
    return _Reader(Source(file, data), namespace).read()


def resolve(node: Node, address: str) -> Path:
    """The file that an address of a node names: always one beside or around the schema, never on the network."""
    if "#" in address:
        node.wrong(f"the address {address!r} has a fragment, and only whole files can be named.")
    if _ABSOLUTE.match(node.base) or _ABSOLUTE.match(address) or address.startswith("/") or node.base.startswith("/"):
        node.wrong(f"the file {address!r} is not read: only files that are named relative to the schema are.")
    if "%" in address or "%" in node.base:
        from urllib.parse import unquote

        return node.source.file.parent / unquote(_joined(node.base, address))
    return node.source.file.parent / _joined(node.base, address)


def _joined(base: str, address: str) -> str:
    """A relative address against a relative base: the base counts up to its last slash."""
    return base[: base.rfind("/") + 1] + address if address else base


class _Reader:
    """Expat's handlers, which build the tree."""

    def __init__(self, source: Source, namespace: str) -> None:
        self._source = source
        self._foreign = 0
        self._open: list[Node] = []
        self._root: Node | None = None
        self._inherited = namespace
        self._prefixes: dict[str, str] = {}
        self._outer_prefixes: list[tuple[str, str | None]] = []
        self._parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartNamespaceDeclHandler = self._declare
        parser.EndNamespaceDeclHandler = self._undeclare
        parser.buffer_text = True

    def read(self) -> Node:
        """Parse the file."""
        try:
            self._parser.Parse(self._source.data, True)
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code)
            raise SchemaError(f"{self._source.file}:{error.lineno}:{error.offset + 1}: is not well-formed: {reason}.") from error
        assert self._root is not None  # what is well-formed has a root
        return self._root

    def _wrong(self, reason: str) -> NoReturn:
        self._source.wrong(self._parser.CurrentByteIndex, reason)

    def _declare(self, prefix: str | None, address: str | None) -> None:
        key = prefix or ""
        self._outer_prefixes.append((key, self._prefixes.get(key)))
        self._prefixes = {**self._prefixes, key: address or ""}

    def _undeclare(self, prefix: str | None) -> None:
        key, before = self._outer_prefixes.pop()
        self._prefixes = {name: address for name, address in self._prefixes.items() if name != key}
        if before is not None:
            self._prefixes[key] = before

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self._foreign or not name.startswith(_MARK):
            if not self._open:
                self._wrong(f"is no RELAX NG schema: it begins with <{name.rpartition(' ')[2]}>.")
            if self._open[-1].kind in _WITH_TEXT and not self._foreign:
                self._wrong(f"<{self._open[-1].kind}> holds text alone.")
            self._foreign += 1
            return
        if len(self._open) == MAX_DEPTH:
            self._wrong(f"more than {MAX_DEPTH} elements stand in each other.")
        kind = name[len(_MARK) :]
        base = attributes.get(_BASE)
        node = Node(kind, attributes, self._source, self._parser.CurrentByteIndex)
        if self._open:
            parent = self._open[-1]
            node.namespace, node.library, node.base = parent.namespace, parent.library, parent.base
            if parent.kind in _WITH_TEXT:
                node.wrong(f"<{parent.kind}> holds text alone.")
            parent.children.append(node)
        else:
            node.namespace = self._inherited
            self._root = node
        if attributes:
            self._take_attributes(node, base)
        node.prefixes = self._prefixes
        self._open.append(node)

    def _take_attributes(self, node: Node, base: str | None) -> None:
        """Sort the attributes of a node into its own and those that are inherited."""
        written = node.attributes
        node.attributes = {}
        for name, value in written.items():
            if " " in name:
                if name.startswith(_MARK):
                    node.wrong(f"the attribute {name[len(_MARK) :]} stands in RELAX NG's namespace, and must stand in none.")
            elif name == "ns":
                node.namespace = node.own_namespace = value
            elif name == "datatypeLibrary":
                node.library = _library(node, value)
            else:
                node.attributes[name] = value.strip(SPACES) if name in _TRIMMED else value
        if base is not None:
            node.base = base if _ABSOLUTE.match(base) or base.startswith("/") else _joined(node.base, base)

    def _end(self, _: str) -> None:
        if self._foreign:
            self._foreign -= 1
        else:
            self._open.pop()

    def _text(self, text: str) -> None:
        if self._foreign or not self._open:
            return
        node = self._open[-1]
        if node.kind in _WITH_TEXT:
            node.text += text
        elif text.strip(SPACES):
            self._wrong(f"text cannot stand in <{node.kind}>.")


_LIBRARY = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:(?:[^%#]|%[0-9A-Fa-f]{2})+", re.S)


def _library(node: Node, written: str) -> str:
    """The address of a library of datatypes (section 4.3): absolute, without a fragment, or empty."""
    if written and not _LIBRARY.fullmatch(written):
        node.wrong(f"{written!r} is no absolute address without a fragment, as datatypeLibrary must be.")
    return written
