"""A schema made simple: from the nodes of its files to patterns (specification, sections 3 and 4).

Definitions are read when they are referred to, the content of elements once all definitions are known, so that elements may
hold each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

from teiencode.validation import patterns
from teiencode.validation.datatypes import Datatype, DatatypeError, datatype
from teiencode.validation.names import AnyName, Name, NameChoice, NameClass
from teiencode.validation.patterns import Pattern
from teiencode.validation.schema_file import XML, Node, read_schema, resolve
from teiencode.validation.schema_syntax import CONTENTS, INCLUDED, NAMES, PATTERNS, check_node, held, is_ncname

_XMLNS = "http://www.w3.org/2000/xmlns"

START = ""
"""The key of a grammar's start among its definitions: no definition can have this name."""


def read_patterns(file: Path) -> tuple[Pattern, Node, bool]:
    """The pattern of a document by a schema file, all its elements complete; the schema's outermost node; and whether any value
    in it depends on the namespaces that are declared where it stands.

    Raises `SchemaError` for whatever is wrong in the schema, with its place.
    """
    root = read_schema(file)
    reader = _Reader()
    check_node(root, PATTERNS, "")
    start = reader.pattern(root, None, (_key(file),))
    reader.complete()
    return start, root, reader.needs_context


def _key(file: Path) -> str:
    return str(file.resolve())


_GRAMMAR = frozenset(("grammar",))


@dataclass(frozen=True, slots=True)
class _Component:
    """A start or definition of a grammar: its name, its node, and the files that it was read by."""

    name: str
    node: Node
    files: tuple[str, ...]


class _Definition:
    """All definitions of one name in a grammar, and the pattern that they come to."""

    __slots__ = ("busy", "combine", "nodes", "pattern", "plain")

    def __init__(self) -> None:
        self.nodes: list[tuple[Node, tuple[str, ...]]] = []
        self.combine: str | None = None
        self.plain = False
        self.pattern: Pattern | None = None
        self.busy = False


class _Scope:
    """A grammar: its definitions by name, and the grammar around it."""

    __slots__ = ("definitions", "outer")

    def __init__(self, outer: _Scope | None) -> None:
        self.outer = outer
        self.definitions: dict[str, _Definition] = {}


class _Reader:
    """Reads nodes into patterns. `files`, as a parameter, are the files now being read, each named by the one before it."""

    def __init__(self) -> None:
        self._waiting: list[tuple[patterns.Element, Sequence[Node], _Scope | None, tuple[str, ...]]] = []
        self._scopes: list[_Scope] = []
        self._reachable = True
        self.needs_context = False
        self._kinds: dict[str, Callable[[Node, _Scope | None, tuple[str, ...]], Pattern]] = {
            "element": self._element,
            "attribute": self._attribute,
            "ref": self._reference,
            "parentRef": self._parent_reference,
            "group": self._sequence,
            "choice": self._choice,
            "interleave": self._interleave,
            "optional": self._optional,
            "zeroOrMore": self._zero_or_more,
            "oneOrMore": self._one_or_more,
            "mixed": self._mixed,
            "list": self._list,
            "text": lambda node, *_: self._leaf(node, patterns.TEXT),
            "empty": lambda node, *_: self._leaf(node, patterns.EMPTY),
            "notAllowed": lambda node, *_: self._leaf(node, patterns.NOT_ALLOWED),
            "value": self._value,
            "data": self._data,
            "externalRef": self._external,
            "grammar": self._grammar,
        }

    def pattern(self, node: Node, scope: _Scope | None, files: tuple[str, ...]) -> Pattern:
        """The pattern that a node stands for."""
        return self._kinds[node.kind](node, scope, files)

    def complete(self) -> None:
        """Read what has not been read: the content of elements, and definitions that nothing refers to."""
        self._complete_elements()
        self._reachable = False
        done = 0
        while done < len(self._scopes):
            scope = self._scopes[done]
            for name, definition in scope.definitions.items():
                self._defined(name, definition, scope, definition.nodes[0][0])
            done += 1
            self._complete_elements()

    def _complete_elements(self) -> None:
        while self._waiting:
            element, content, scope, files = self._waiting.pop()
            element.set_content(self._joined(patterns.group, content, scope, files))

    # ------------------------------------------------------------------------------------------------------ plain patterns

    def _all(self, nodes: Sequence[Node], scope: _Scope | None, files: tuple[str, ...]) -> list[Pattern]:
        return [self._kinds[node.kind](node, scope, files) for node in nodes]

    def _joined(
        self,
        join: Callable[[Pattern, Pattern], Pattern],
        nodes: Sequence[Node],
        scope: _Scope | None,
        files: tuple[str, ...],
    ) -> Pattern:
        return patterns.joined(join, self._all(nodes, scope, files))

    def _sequence(self, node: Node, scope: _Scope | None, files: tuple[str, ...]) -> Pattern:
        return self._joined(patterns.group, held(node), scope, files)

    def _choice(self, node: Node, scope: _Scope | None, files: tuple[str, ...]) -> Pattern:
        return patterns.either(self._all(held(node), scope, files))

    def _interleave(self, node: Node, scope: _Scope | None, files: tuple[str, ...]) -> Pattern:
        return self._joined(patterns.interleave, held(node), scope, files)

    def _optional(self, node: Node, scope: _Scope | None, files: tuple[str, ...]) -> Pattern:
        return patterns.choice(self._sequence(node, scope, files), patterns.EMPTY)

    def _zero_or_more(self, node: Node, scope: _Scope | None, files: tuple[str, ...]) -> Pattern:
        return patterns.choice(patterns.one_or_more(self._sequence(node, scope, files)), patterns.EMPTY)

    def _one_or_more(self, node: Node, scope: _Scope | None, files: tuple[str, ...]) -> Pattern:
        return patterns.one_or_more(self._sequence(node, scope, files))

    def _mixed(self, node: Node, scope: _Scope | None, files: tuple[str, ...]) -> Pattern:
        return patterns.interleave(self._sequence(node, scope, files), patterns.TEXT)

    def _list(self, node: Node, scope: _Scope | None, files: tuple[str, ...]) -> Pattern:
        return patterns.list_of(self._sequence(node, scope, files))

    def _leaf(self, node: Node, pattern: Pattern) -> Pattern:
        held(node)
        return pattern

    # ------------------------------------------------------------------------------------------- elements, attributes, names

    def _element(self, node: Node, scope: _Scope | None, files: tuple[str, ...]) -> Pattern:
        names, content = _named(node)
        if not content:
            node.wrong("<element> must hold a pattern, if only <empty/>.")
        element = patterns.Element(names, node)
        self._waiting.append((element, content, scope, files))
        return element

    def _attribute(self, node: Node, scope: _Scope | None, files: tuple[str, ...]) -> Pattern:
        names, content = _named(node)
        if len(content) > 1:
            content[1].wrong("<attribute> holds one pattern.")
        _refuse_xmlns(node, names)
        value = self.pattern(content[0], scope, files) if content else patterns.TEXT
        return patterns.attribute(names, value)

    # -------------------------------------------------------------------------------------------------------------- values

    def _value(self, node: Node, *_: object) -> Pattern:
        held(node)
        written = node.attributes.get("type")
        type = self._datatype(node, "" if written is None else node.library, written or "token", ())
        context = {"": node.namespace, **{prefix: address for prefix, address in node.prefixes.items() if prefix}}
        key = type.value(node.text, context)
        if key is None:
            node.wrong(f"{node.text!r} is no value of the datatype {type.name}.")
        return patterns.value(type, node.text, key)

    def _data(self, node: Node, scope: _Scope | None, files: tuple[str, ...]) -> Pattern:
        facets: list[tuple[str, str]] = []
        excepted: Node | None = None
        for child in held(node):
            if excepted is not None:
                child.wrong("nothing may follow <except> in <data>.")
            if child.kind == "param":
                held(child)
                facets.append((child.attributes["name"], child.text))
            else:
                excepted = child
        type = self._datatype(node, node.library, node.attributes["type"], tuple(facets))
        if excepted is None:
            return patterns.data(type)
        for child in excepted.children:
            check_node(child, PATTERNS, "except")
        if not excepted.children:
            excepted.wrong("<except> is empty.")
        return patterns.data(type, patterns.either(self._all(excepted.children, scope, files)))

    def _datatype(self, node: Node, library: str, name: str, facets: tuple[tuple[str, str], ...]) -> Datatype:
        try:
            type = datatype(library, name, facets)
        except DatatypeError as error:
            node.wrong(f"{error}.")
        self.needs_context = self.needs_context or type.needs_context
        return type

    # ---------------------------------------------------------------------------------------------------- files and grammars

    def _external(self, node: Node, scope: _Scope | None, files: tuple[str, ...]) -> Pattern:
        held(node)
        root, files = _opened(node, files)
        check_node(root, PATTERNS, "externalRef")
        return self.pattern(root, scope, files)

    def _grammar(self, node: Node, outer: _Scope | None, files: tuple[str, ...]) -> Pattern:
        scope = _Scope(outer)
        for component in self._components(node, files, CONTENTS):
            _define(scope, component)
        self._scopes.append(scope)
        start = scope.definitions.get(START)
        if start is None:
            node.wrong("the grammar has no <start>.")
        return self._defined(START, start, scope, node)

    def _components(self, holder: Node, files: tuple[str, ...], allowed: frozenset[str]) -> Iterator[_Component]:
        """The starts and definitions that a grammar holds, with those of the files that it includes."""
        for child in holder.children:
            check_node(child, allowed, holder.kind)
            match child.kind:
                case "div":
                    yield from self._components(child, files, allowed)
                case "include":
                    yield from self._included(child, files)
                case "start":
                    yield _Component(START, child, files)
                case _:
                    yield _Component(child.attributes["name"], child, files)

    def _included(self, node: Node, files: tuple[str, ...]) -> Iterator[_Component]:
        """What another grammar's file holds, with what stands in the `include` itself in place of the file's own."""
        root, inner = _opened(node, files)
        check_node(root, _GRAMMAR, "include")
        brought = list(self._components(root, inner, CONTENTS))
        own = list(self._components(node, files, INCLUDED))
        names = {component.name for component in brought}
        for component in own:
            if component.name not in names:
                what = repr(component.name) if component.name else "<start>"
                component.node.wrong(f"the included file has no {what} that this could replace.")
        replaced = {component.name for component in own}
        yield from (component for component in brought if component.name not in replaced)
        yield from own

    def _reference(self, node: Node, scope: _Scope | None, files: tuple[str, ...]) -> Pattern:
        if node.children:
            held(node)
        name = node.attributes["name"]
        definition = scope.definitions.get(name) if scope is not None else None
        if definition is None or scope is None:
            node.wrong(f"there is no definition of {name!r}.")
        return definition.pattern or self._defined(name, definition, scope, node)

    def _parent_reference(self, node: Node, scope: _Scope | None, files: tuple[str, ...]) -> Pattern:
        if scope is None or scope.outer is None:
            node.wrong("there is no grammar around this one.")
        return self._reference(node, scope.outer, files)

    def _defined(self, name: str, definition: _Definition, scope: _Scope, user: Node) -> Pattern:
        if definition.pattern is None:
            if definition.busy:
                if not self._reachable:
                    return patterns.NOT_ALLOWED  # what nothing uses may refer to itself (section 4.19)
                user.wrong(f"{name!r} refers to itself, with no element between." if name else "<start> refers to itself.")
            definition.busy = True
            made = [self._joined(patterns.group, held(node), scope, files) for node, files in definition.nodes]
            join = patterns.interleave if definition.combine == "interleave" else patterns.choice
            definition.pattern = reduce(join, made)
            definition.busy = False
        return definition.pattern


def _define(scope: _Scope, component: _Component) -> None:
    """Note a definition, if it may be combined with those that are there (section 4.17)."""
    node, combine = component.node, component.node.attributes.get("combine")
    definition = scope.definitions.setdefault(component.name, _Definition())
    what = repr(component.name) if component.name else "<start>"
    if combine is None:
        if definition.plain:
            node.wrong(f"{what} is defined twice without combine.")
        definition.plain = True
    elif definition.combine not in (None, combine):
        node.wrong(f"{what} is combined in two ways.")
    definition.combine = definition.combine or combine
    definition.nodes.append((node, component.files))


def _opened(node: Node, files: tuple[str, ...]) -> tuple[Node, tuple[str, ...]]:
    """The root of the file that a node names, and the files now being read."""
    file = resolve(node, node.attributes["href"])
    key = _key(file)
    if key in files:
        node.wrong(f"{file} includes itself.")
    return read_schema(file, node.namespace), (*files, key)


# ----------------------------------------------------------------------------------------------------------------- names


def _named(node: Node) -> tuple[NameClass, Sequence[Node]]:
    """The names of an element or attribute, and the nodes of its patterns, checked."""
    written = node.attributes.get("name")
    children: Sequence[Node] = node.children
    if written is None:
        if not children:
            node.wrong(f"<{node.kind}> has neither a name nor a name class.")
        names, children = _name_class(children[0], node.kind, ""), children[1:]
    else:
        # An attribute's name has no namespace unless its own pattern says so.
        namespace = node.own_namespace or "" if node.kind == "attribute" else node.namespace
        names = _name(node, written, namespace)
    for child in children:
        check_node(child, PATTERNS, node.kind)
    return names, children


def _name_class(node: Node, where: str, inside: str) -> NameClass:
    """A name class. `inside`: the kind of wildcard whose `except` it stands in, or ''."""
    check_node(node, NAMES, where)
    match node.kind:
        case "name":
            return _name(node, node.text.strip(" \t\r\n"), node.namespace)
        case "choice":
            if not node.children:
                node.wrong("<choice> is empty.")
            return NameChoice(tuple(_name_class(child, "choice", inside) for child in node.children))
        case kind:
            if inside and (kind == "anyName" or inside == "nsName"):
                node.wrong(f"<{kind}> cannot stand in the <except> of <{inside}>.")
            excepted = _excepted(node)
            return AnyName(None if kind == "anyName" else node.namespace, excepted)


def _excepted(node: Node) -> tuple[NameClass, ...]:
    """What a wildcard leaves out."""
    if not node.children:
        return ()
    for child in node.children:
        check_node(child, frozenset(("except",)), node.kind)
    if len(node.children) > 1:
        node.children[1].wrong("there can be one <except> only.")
    (holder,) = node.children
    if not holder.children:
        holder.wrong("<except> is empty.")
    return tuple(_name_class(child, "except", node.kind) for child in holder.children)


def _name(node: Node, written: str, namespace: str) -> Name:
    """A name as the schema writes it, its prefix resolved (section 4.10)."""
    prefix, colon, local = written.partition(":")
    if not colon:
        prefix, local = "", written
    if not is_ncname(local) or (colon and not is_ncname(prefix)):
        node.wrong(f"{written!r} is no name.")
    if not colon:
        return Name(namespace, local)
    address = XML if prefix == "xml" else node.prefixes.get(prefix)
    if address is None:
        node.wrong(f"the prefix {prefix!r} is not declared.")
    return Name(address, local)


def _refuse_xmlns(node: Node, names: NameClass) -> None:
    """Namespaces are declared by what looks like attributes, and are none (section 4.16)."""
    match names:
        case Name(namespace=namespace, local=local):
            if namespace.rstrip("/") == _XMLNS or (not namespace and local == "xmlns"):
                node.wrong("xmlns is no attribute that a pattern could stand for.")
        case AnyName(namespace=space, excepted=excepted):
            if space is not None and space.rstrip("/") == _XMLNS:
                node.wrong("xmlns is no attribute that a pattern could stand for.")
            for inner in excepted:
                _refuse_xmlns(node, inner)
        case NameChoice(options=options):
            for inner in options:
                _refuse_xmlns(node, inner)
