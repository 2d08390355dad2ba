"""A RELAX NG schema in XML syntax, read into patterns.

What `explain` needs is here: one grammar in one file. `include`, `externalRef` and a grammar within a grammar are refused
with `UnreadableGrammarError`; libxml2 still validates by such a schema, and its own words are shown.
"""

from __future__ import annotations

from functools import reduce
from typing import NoReturn

from lxml import etree

from teiencode.validation import patterns
from teiencode.validation.datatypes import RELAXNG, checker
from teiencode.validation.patterns import AnyName, Name, NameChoice, NameClass, Pattern

_XML = "http://www.w3.org/XML/1998/namespace"


class UnreadableGrammarError(Exception):
    """A schema uses a part of RELAX NG that this reader does not have."""


class Grammar:
    """A schema as patterns: where a document begins, and every element that the schema speaks of."""

    def __init__(self, root: etree._Element) -> None:
        """Read the schema whose outermost element is `root`. Raises `UnreadableGrammarError`."""
        self._defines: dict[str, list[etree._Element]] = {}
        self._references: dict[str, Pattern] = {}
        self._elements: dict[etree._Element, patterns.Element] = {}
        starts: list[etree._Element] = []
        if _kind(root) == "grammar":
            self._collect(root, starts)
            self.start = self._combined(starts)
        else:
            self.start = self._pattern(root)
        # Elements are read as they are reached: all of them now, so that what cannot be read is known at once.
        self.elements = self._reachable()

    def _reachable(self) -> tuple[patterns.Element, ...]:
        """All element patterns of the schema that can be reached from its start, in the order in which they are met."""
        met: dict[patterns.Element, None] = {}
        waiting = [self.start]
        while waiting:
            for part in patterns.parts(waiting.pop()):
                if isinstance(part, patterns.Element) and part not in met:
                    met[part] = None
                    waiting.append(part.content())
        return tuple(met)

    def _collect(self, parent: etree._Element, starts: list[etree._Element]) -> None:
        """Note the starts and definitions of a grammar; `div` only groups them."""
        for child in _children(parent):
            match _kind(child):
                case "start":
                    starts.append(child)
                case "define":
                    self._defines.setdefault(child.get("name", "").strip(), []).append(child)
                case "div":
                    self._collect(child, starts)
                case other:
                    raise UnreadableGrammarError(f"{other} within a grammar")

    def _combined(self, sources: list[etree._Element]) -> Pattern:
        """Several definitions of one name as one pattern."""
        combine = {source.get("combine") for source in sources} - {None}
        join = patterns.interleave if combine == {"interleave"} else patterns.choice
        return reduce(join, [self._sequence(source) for source in sources]) if sources else patterns.NOT_ALLOWED

    def _reference(self, name: str) -> Pattern:
        if name not in self._references:
            if name not in self._defines:
                raise UnreadableGrammarError(f"a reference to {name!r}, which is not defined")
            self._references[name] = self._combined(self._defines[name])
        return self._references[name]

    def _sequence(self, node: etree._Element, skip: int = 0) -> Pattern:
        """The patterns within a node, one after the other, without the first `skip` of them."""
        made: Pattern = patterns.EMPTY
        for child in reversed(_children(node)[skip:]):
            made = patterns.group(self._pattern(child), made)
        return made

    def _pattern(self, node: etree._Element) -> Pattern:
        match _kind(node):
            case "element":
                return self._element(node)
            case "attribute":
                return self._attribute(node)
            case "ref":
                return self._reference(node.get("name", "").strip())
            case "group":
                return self._sequence(node)
            case "choice":
                return patterns.either(self._pattern(child) for child in _children(node))
            case "interleave":
                return reduce(patterns.interleave, [self._pattern(child) for child in _children(node)])
            case "optional":
                return patterns.optional(self._sequence(node))
            case "zeroOrMore":
                return patterns.optional(patterns.one_or_more(self._sequence(node)))
            case "oneOrMore":
                return patterns.one_or_more(self._sequence(node))
            case "mixed":
                return patterns.interleave(self._sequence(node), patterns.TEXT)
            case "list":
                inner = self._sequence(node)
                return patterns.ListOf(False, inner=inner)
            case "text":
                return patterns.TEXT
            case "empty":
                return patterns.EMPTY
            case "notAllowed":
                return patterns.NOT_ALLOWED
            case "value":
                exact = node.get("type") == "string"
                return patterns.Value(False, literal=node.text or "", exact=exact)
            case "data":
                return self._data(node)
            case other:
                raise UnreadableGrammarError(other)

    def _element(self, node: etree._Element) -> Pattern:
        if node not in self._elements:
            # Content is read when it is asked for, because elements may hold each other.
            names, skip = self._names_of(node)
            content: list[Pattern] = []

            def read() -> Pattern:
                if not content:
                    content.append(self._sequence(node, skip))
                return content[0]

            self._elements[node] = patterns.Element(False, names=names, content=read)
        return self._elements[node]

    def _attribute(self, node: etree._Element) -> Pattern:
        names, skip = self._names_of(node)
        value = self._sequence(node, skip) if len(_children(node)) > skip else patterns.TEXT
        return patterns.Attribute(False, names=names, value=value)

    def _data(self, node: etree._Element) -> Pattern:
        datatype = node.get("type", "")
        facets = tuple((child.get("name", ""), child.text or "") for child in _children(node) if _kind(child) == "param")
        excepted: Pattern = patterns.NOT_ALLOWED
        for child in _children(node):
            if _kind(child) == "except":
                excepted = patterns.either(self._pattern(value) for value in _children(child))
        library = _inherited(node, "datatypeLibrary")

        def accepts(text: str) -> bool:
            return checker(library, datatype, facets)(text)

        return patterns.Data(False, datatype=datatype, facets=facets, accepts=accepts, excepted=excepted)

    def _names_of(self, node: etree._Element) -> tuple[NameClass, int]:
        """The names of an element or attribute pattern, and how many of its children they take."""
        written = node.get("name")
        if written is None:
            return _name_class(_children(node)[0]), 1
        # An attribute's name has no namespace unless its own pattern says so.
        default = node.get("ns", "") if _kind(node) == "attribute" else _inherited(node, "ns")
        return _name(node, written, default), 0


def _name_class(node: etree._Element) -> NameClass:
    excepted = tuple(_name_class(inner) for child in _children(node) if _kind(child) == "except" for inner in _children(child))
    match _kind(node):
        case "name":
            return _name(node, node.text or "", _inherited(node, "ns"))
        case "anyName":
            return AnyName(None, excepted)
        case "nsName":
            return AnyName(_inherited(node, "ns"), excepted)
        case "choice":
            return NameChoice(tuple(_name_class(child) for child in _children(node)))
        case other:
            raise UnreadableGrammarError(f"{other} as a name class")


def _name(node: etree._Element, written: str, default: str) -> Name:
    """A name as the schema writes it, its prefix resolved."""
    prefix, colon, local = written.strip().rpartition(":")
    if not colon:
        return Name(default, local)
    namespace = _XML if prefix == "xml" else node.nsmap.get(prefix)
    if namespace is None:
        _undeclared(prefix)
    return Name(namespace, local)


def _undeclared(prefix: str) -> NoReturn:
    raise UnreadableGrammarError(f"the prefix {prefix!r}, which is not declared")


def _inherited(node: etree._Element, attribute: str) -> str:
    """The nearest value of an attribute upward, or ''."""
    at: etree._Element | None = node
    while at is not None:
        value = at.get(attribute)
        if value is not None:
            return str(value)
        at = at.getparent()
    return ""


def _children(node: etree._Element) -> list[etree._Element]:
    """The RELAX NG elements within a node; annotations are left out."""
    return [child for child in node.iterchildren("*") if child.tag.startswith(f"{{{RELAXNG}}}")]


def _kind(node: etree._Element) -> str:
    """The local name of a RELAX NG element."""
    return str(node.tag).rpartition("}")[2]
