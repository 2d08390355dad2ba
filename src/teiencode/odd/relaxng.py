"""RELAX NG of a compiled ODD: a pattern for each element, class, macro and datatype, by the names that TEI's own schemas use."""

from __future__ import annotations

import re
from copy import deepcopy

from lxml import etree

from teiencode.odd.attributes import AttDef, Attribute, Attributes
from teiencode.odd.content import (
    Alternate,
    AnyElement,
    ClassRef,
    DataRef,
    ElementRef,
    Empty,
    Expansion,
    Grammar,
    MacroRef,
    Node,
    Sequence,
    Text,
    Times,
    Values,
)
from teiencode.odd.external import ExternalGrammar
from teiencode.odd.problems import OddError, Spot
from teiencode.odd.reading import RNG, SCH, TEI_NAMESPACE
from teiencode.odd.schema import Schema
from teiencode.odd.specifications import ClassSpec, ElementSpec

_DATATYPES = "http://www.w3.org/2001/XMLSchema-datatypes"
_EXAMPLES = "http://www.tei-c.org/ns/Examples"
_NOT_FOREIGN: tuple[tuple[str, str | None], ...] = ((TEI_NAMESPACE, None), (_EXAMPLES, "egXML"))
"""What `anyElement` leaves out where it does not say: TEI itself, whose elements have their own places."""

Pattern = etree._Element


def write_relaxng(schema: Schema) -> bytes:
    """The schema as RELAX NG in XML syntax: patterns in the order of the source, only those that are needed.

    Raises `OddError` for content that refers to what there is not.
    """
    writer = _Writer(schema)
    root = writer.grammar()
    if schema.problems.errors:
        raise OddError(schema.problems.errors)
    return _serialised(root, schema)


def _serialised(root: Pattern, schema: Schema) -> bytes:
    etree.indent(root)
    head = f"<!-- {schema.title}: made of its ODD by `teiencode schema build`. Change the ODD, and build again. -->"
    text = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n{text}\n'.encode()


def _make(kind: str, /, *parts: Pattern, **attributes: str) -> Pattern:
    element = etree.Element(RNG + kind, attributes)
    element.extend(parts)
    return element


def _grouped(name: str, parts: list[Pattern]) -> Pattern | None:
    """The parts in a group or choice, unless there is only one."""
    return None if not parts else parts[0] if len(parts) == 1 else _make(name, *parts)


def _so_often(pattern: Pattern, times: Times) -> list[Pattern]:
    """The pattern as often as it may stand, as patterns one after the other."""
    least, most = times.least, times.most
    if (least, most) == (0, 0):
        return []
    if most is None:
        if least == 0:
            return [_make("zeroOrMore", pattern)]
        return [*(deepcopy(pattern) for _ in range(least - 1)), _make("oneOrMore", pattern)]
    rest: Pattern | None = None
    for _ in range(most - least):
        inner = [deepcopy(pattern)] if rest is None else [deepcopy(pattern), rest]
        rest = _make("optional", *inner)
    return [*(deepcopy(pattern) for _ in range(least)), *([] if rest is None else [rest])]


class _Writer:
    """Patterns of one schema. What is referred to is defined, and nothing else."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self.needed: dict[str, None] = {}
        self.foreign: dict[AnyElement, str] = {}

    def grammar(self) -> Pattern:
        root = etree.fromstring(f'<grammar xmlns="{RNG[1:-1]}"/>')
        root.set("ns", self.schema.namespace)
        root.set("datatypeLibrary", _DATATYPES)
        for grammar in self.schema.parts.grammars:
            self._check_joins(grammar)
        start = [self._refer(name) for name in self.schema.start if name in self.schema.elements]
        root.append(_make("start", *start) if len(start) == 1 else _make("start", _make("choice", *start)))
        defined: dict[str, list[Pattern]] = {}
        while True:
            waiting = [name for name in self.needed if name not in defined]
            if not waiting:
                break
            for name in waiting:
                defined[name] = self._body(name)
        for name in sorted(defined, key=self._rank()):
            root.append(_make("define", *(defined[name] or [_make("empty")]), name=self._pattern_name(name)))
        for grammar in self.schema.parts.grammars:
            root.extend(deepcopy(grammar.defines))
            root.extend(self._join(each) for each in grammar.joins if each.get("name") in defined)
        return root

    def _join(self, define: Pattern) -> Pattern:
        """A definition that joins a grammar from elsewhere to the schema; it refers to both."""
        join = deepcopy(define)
        join.set("name", self._pattern_name(str(define.get("name"))))
        return join

    def _check_joins(self, grammar: ExternalGrammar) -> None:
        """Tell of names in the definitions of a moduleRef that neither the grammar nor the schema has."""
        defined = {str(each.get("name")) for each in grammar.defines}
        for join in grammar.joins:
            names = [str(join.get("name")), *(str(each.get("name")) for each in join.iter(f"{RNG}ref"))]
            for name in names:
                if name in defined:
                    continue
                bare = name.removeprefix(self.schema.prefix)
                if self._is_pattern(bare):
                    self.needed.setdefault(bare)
                    continue
                known = (*defined, *self.schema.elements, *self.schema.classes, *self.schema.parts.macros)
                self.schema.problems.unknown(
                    grammar.at, "pattern", name, known, "refer to a pattern of the grammar or of the schema"
                )

    def _rank(self) -> _Rank:
        return _Rank(self.schema)

    def _refer(self, name: str) -> Pattern:
        self.needed[name] = None
        return _make("ref", name=self._pattern_name(name))

    def _pattern_name(self, name: str) -> str:
        """The name of a pattern, which can hold no colon: TEI writes `att.global.attribute.xmlid`."""
        return self.schema.prefix + name.replace(":", "")

    # ------------------------------------------------------------ definitions

    def _body(self, name: str) -> list[Pattern]:
        """What a name means."""
        schema = self.schema
        if name in schema.elements:
            return [self._element(schema.elements[name])]
        for macros in (schema.parts.macros, schema.parts.datatypes):
            if name in macros:
                content = macros[name].content
                return [] if content is None else self._content(content)
        if name in schema.classes:
            found = self._expanded(name, "alternate")
            return [found if found is not None else _make("notAllowed")]
        for foreign, of_name in self.foreign.items():
            if of_name == name:
                return [self._foreign(foreign, name)]
        key, _, ident = name.partition(".attribute.")
        if ident:
            return [self._attribute(schema.attributes_of_class(key)[ident].definition)]
        return self._attributes_of_class(schema.classes[name.removesuffix(".attributes")])

    def _element(self, spec: ElementSpec) -> Pattern:
        element = _make("element", name=spec.name)
        if spec.namespace and spec.namespace != self.schema.namespace:
            element.set("ns", spec.namespace)
        element.extend(self._attributes(spec, self.schema.attributes_of(spec), None))
        content = self._content(spec.content) if spec.content is not None else []
        element.extend(content or [_make("empty")])
        return element

    # ------------------------------------------------------------ attributes

    def _attributes_of_class(self, spec: ClassSpec) -> list[Pattern]:
        return self._attributes(spec, self.schema.attributes_of_class(spec.ident), spec.ident)

    def _attributes(self, spec: ElementSpec | ClassSpec, has: dict[str, Attribute], of_class: str | None) -> list[Pattern]:
        """The attributes of something: whole classes where nothing of them is changed, else one by one."""
        patterns: list[Pattern] = []
        written: set[str] = set()
        for key in self.schema.attribute_classes(spec):
            given = self.schema.attributes_of_class(key)
            if not given:
                continue
            kept = [ident for ident, attribute in given.items() if has.get(ident) == attribute and ident not in written]
            if len(kept) == len(given):
                patterns.append(self._refer(f"{key}.attributes"))
            else:
                patterns += [self._refer_to_attribute(given[ident], ident) for ident in kept]
            written.update(kept)
        own = {ident: attribute for ident, attribute in has.items() if ident not in written}
        return patterns + self._own(spec.attributes, own, of_class)

    def _own(self, declared: Attributes, own: dict[str, Attribute], of_class: str | None) -> list[Pattern]:
        """Attributes that no class as a whole gives; of alternatives, a choice."""
        patterns: list[Pattern] = []
        done: set[str] = set()
        for groups in declared.alternatives:
            idents = [[ident for ident in group if ident in own] for group in groups]
            if sum(map(bool, idents)) > 1:
                choices = [
                    _grouped("group", [self._one(own[ident], ident, of_class) for ident in group]) for group in idents if group
                ]
                patterns.append(_make("choice", *(each for each in choices if each is not None)))
                done.update(ident for group in idents for ident in group)
        return [*(self._one(attribute, ident, of_class) for ident, attribute in own.items() if ident not in done), *patterns]

    def _one(self, attribute: Attribute, ident: str, of_class: str | None) -> Pattern:
        if attribute.of_class is None:
            return self._attribute(attribute.definition)
        return self._refer_to_attribute(attribute, ident)

    def _refer_to_attribute(self, attribute: Attribute, ident: str) -> Pattern:
        return self._refer(f"{attribute.of_class}.attribute.{ident}")

    def _attribute(self, definition: AttDef) -> Pattern:
        attribute = _make("attribute", self._value(definition), name=definition.name)
        if definition.namespace:
            attribute.set("ns", definition.namespace)
        return attribute if definition.required else _make("optional", attribute)

    def _value(self, definition: AttDef) -> Pattern:
        """The values that an attribute may have: those listed, those of its datatype, or both."""
        listed = definition.values
        node, times = definition.datatype or (None, Times())
        words = [] if listed is None or listed.openness == "open" else [_make_value(word) for word in listed.words]
        typed = self._content(node) if node is not None and not (words and listed and listed.openness == "closed") else []
        choices = [*words, *typed]
        if not choices:
            return _make("text")
        pattern = choices[0] if len(choices) == 1 else _make("choice", *choices)
        if times == Times():
            return pattern
        return _make("list", *_so_often(pattern, times))

    # ------------------------------------------------------------ content

    def _content(self, node: Node) -> list[Pattern]:
        """A content model as patterns one after the other; none where nothing of it is left in the schema."""
        match node:
            case Text():
                return [_make("text")]
            case Empty():
                return [_make("empty")]
            case Grammar(pattern=pattern, at=at):
                return [self._embedded(pattern, at)]
            case Values(values=values):
                return [found] if (found := _grouped("choice", [_make_value(word) for word in values.words])) is not None else []
            case Sequence(parts=parts, times=times, ordered=ordered):
                inner = [pattern for part in parts for pattern in self._content(part)]
                if times == Times() and ordered:
                    return inner
                found = _grouped("group" if ordered else "interleave", inner)
                return [] if found is None else _so_often(found, times)
            case Alternate(parts=parts, times=times):
                choices = [_grouped("group", self._content(part)) for part in parts]
                found = _grouped("choice", [each for each in choices if each is not None])
                return [] if found is None else _so_often(found, times)
            case ElementRef(key=key, times=times, at=at):
                return _so_often(self._refer(key), times) if self._has(key, "element", at) else []
            case MacroRef(key=key, times=times, at=at):
                return _so_often(self._refer(key), times) if self._has(key, "macro", at) else []
            case ClassRef():
                return self._class(node)
            case DataRef():
                return self._data(node)
            case AnyElement(times=times):
                return _so_often(self._refer(self._foreign_name(node)), times)

    def _has(self, key: str, word: str, at: Spot) -> bool:
        """Whether the schema has something; what only the source has may be referred to, and is then left out."""
        schema = self.schema
        known = schema.elements if word == "element" else schema.classes if word == "class" else schema.parts.macros
        if key in known:
            return True
        if at.file == schema.file:  # in the customisation itself it is a slip
            schema.problems.unknown(at, word, key, known, f"the schema has no such {word}: include it, or remove this")
        return False

    def _class(self, node: ClassRef) -> list[Pattern]:
        if not self._has(node.key, "class", node.at) or not self.schema.is_inhabited(node.key):
            return []
        if node.expand == "alternate" and node.include is None and not node.without:
            return _so_often(self._refer(node.key), node.times)
        found = self._expanded(node.key, node.expand, node.include, node.without)
        return [] if found is None else _so_often(found, node.times)

    def _expanded(
        self, key: str, expand: Expansion, include: tuple[str, ...] | None = None, without: tuple[str, ...] = ()
    ) -> Pattern | None:
        """The members of a class as a choice or a sequence, those of its classes in their places."""
        each_time = {
            "sequenceOptional": Times(0, 1),
            "sequenceOptionalRepeatable": Times(0, None),
            "sequenceRepeatable": Times(1, None),
        }.get(expand, Times())
        patterns: list[Pattern] = []
        for member in self.schema.members(key):
            if member.ident in without or not (isinstance(member, ElementSpec) or self.schema.is_inhabited(member.ident)):
                continue
            chosen = include is None or member.ident in include
            if isinstance(member, ElementSpec):
                if chosen:
                    patterns += _so_often(self._refer(member.ident), each_time)
            elif expand == "alternate" and not without and chosen:
                patterns.append(self._refer(member.ident))
            else:
                inner = self._expanded(member.ident, expand, None if chosen else include, without)
                if inner is not None:
                    patterns.append(inner)
        return _grouped("choice" if expand == "alternate" else "group", patterns)

    def _data(self, node: DataRef) -> list[Pattern]:
        if node.name is not None:
            data = _make("data", *(_param(name, value) for name, value in node.facets), type=node.name)
            return _so_often(data, node.times)
        assert node.key is not None
        known = self.schema.parts.datatypes
        if node.key not in known:
            cure = "include the module tei, which has the datatypes"
            self.schema.problems.unknown(node.at, "datatype", node.key, known, cure)
            return []
        return _so_often(self._refer(node.key), node.times)

    def _embedded(self, pattern: Pattern, at: Spot) -> Pattern:
        """A RELAX NG pattern of the ODD, without what is no RELAX NG; what it refers to is defined."""
        copy = deepcopy(pattern)
        copy.tail = None
        etree.strip_elements(copy, etree.Comment, f"{SCH}*", with_tail=False)
        for reference in copy.iter(f"{RNG}ref"):
            name = re.sub(r"(?<=\.attribute\.xml)(?=\w)", ":", reference.get("name", ""))
            if not self._is_pattern(name):
                known = (*self.schema.elements, *self.schema.classes, *self.schema.parts.macros, *self.schema.parts.datatypes)
                self.schema.problems.unknown(
                    at, "pattern", name, known, "refer to an element, class, macro or datatype of the schema"
                )
                continue
            self.needed[name] = None
            reference.set("name", self._pattern_name(name))
        etree.cleanup_namespaces(copy)
        return copy

    def _is_pattern(self, name: str) -> bool:
        parts = self.schema.parts
        if name in parts.elements or name in parts.classes or name in parts.macros or name in parts.datatypes:
            return True
        key, _, ident = name.partition(".attribute.")
        if ident:
            return key in parts.classes and ident in self.schema.attributes_of_class(key)
        return name.endswith(".attributes") and name.removesuffix(".attributes") in parts.classes

    # ------------------------------------------------------------ elements from elsewhere

    def _foreign_name(self, node: AnyElement) -> str:
        key = AnyElement((), node.without if node.without is not None else _NOT_FOREIGN, Times())
        # Never the bare word: TEI has an element of that name.
        return self.foreign.setdefault(key, f"anyElement_{len(self.foreign) + 1}")

    def _foreign(self, node: AnyElement, name: str) -> Pattern:
        names = _make("anyName")
        if node.without:
            names.append(_make("except", *(_name_class(namespace, element) for namespace, element in node.without)))
        return _make(
            "element",
            names,
            _make("zeroOrMore", _make("attribute", _make("anyName"))),
            _make("zeroOrMore", _make("choice", _make("text"), self._refer(name))),
        )


class _Rank:
    """The order of definitions: macros and datatypes, classes with their attributes, elements, elements from elsewhere."""

    def __init__(self, schema: Schema) -> None:
        parts = schema.parts
        names = (*parts.macros, *parts.datatypes, *parts.classes, *parts.elements)
        self.ranks = {name: rank for rank, name in enumerate(names)}

    def __call__(self, name: str) -> tuple[int, int, str]:
        if name in self.ranks:
            return self.ranks[name], 0, name
        key, _, ident = name.partition(".attribute.")
        if ident:
            return self.ranks[key], 2, ident
        return self.ranks.get(name.removesuffix(".attributes"), len(self.ranks)), 1, name


def _make_value(word: str) -> Pattern:
    value = _make("value")
    value.text = word
    return value


def _param(name: str, value: str) -> Pattern:
    param = _make("param", name=name)
    param.text = value
    return param


def _name_class(namespace: str, element: str | None) -> Pattern:
    if element is None:
        return _make("nsName", ns=namespace)
    name = _make("name", ns=namespace)
    name.text = element
    return name
