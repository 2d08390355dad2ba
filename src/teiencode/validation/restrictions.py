"""What a simplified schema must not do (specification, section 7), each pattern looked at once.

The restrictions see to it that an element's content is either a value or children and text, that attributes have no twins,
and that no element or text of an interleave could belong to either side.
"""

from __future__ import annotations

from dataclasses import dataclass

from teiencode.validation import patterns
from teiencode.validation.names import Name, NameClass, overlap, plain_names, wildcards
from teiencode.validation.patterns import Pattern
from teiencode.validation.schema_file import Node


class Has:
    """Kinds of patterns within a pattern, elements not entered; each a bit, for a set of them is made for every pattern."""

    NOTHING = 0
    ELEMENT = 1
    ATTRIBUTE = 2
    TEXT = 4
    VALUE = 8
    LIST = 16
    GROUP = 32
    INTERLEAVE = 64
    REPEATED = 128
    EMPTY = 256
    JOINED_ATTRIBUTE = 512
    WILD_ATTRIBUTE = 1024


_WORDS = {
    Has.ELEMENT: "an element",
    Has.ATTRIBUTE: "an attribute",
    Has.TEXT: "text",
    Has.VALUE: "a value",
    Has.LIST: "a list",
    Has.GROUP: "a group",
    Has.INTERLEAVE: "an interleave",
    Has.REPEATED: "a repetition",
    Has.EMPTY: "<empty/>",
}

_IN_START = Has.ATTRIBUTE | Has.TEXT | Has.VALUE | Has.LIST | Has.GROUP | Has.INTERLEAVE | Has.REPEATED | Has.EMPTY
_IN_EXCEPT = Has.ATTRIBUTE | Has.ELEMENT | Has.LIST | Has.TEXT | Has.GROUP | Has.INTERLEAVE | Has.REPEATED | Has.EMPTY
_IN_LIST = Has.LIST | Has.ELEMENT | Has.ATTRIBUTE | Has.TEXT | Has.INTERLEAVE
_IN_ATTRIBUTE = Has.ELEMENT | Has.ATTRIBUTE

_NONE, _EMPTY, _COMPLEX, _SIMPLE = range(4)
"""Types of content (section 7.2)."""


class _BrokenError(Exception):
    """A restriction is broken; the message says how."""


@dataclass(frozen=True, slots=True)
class _Summary:
    """What is known of a pattern: what it has, its type of content, and the names of its attributes."""

    has: int
    content: int
    names: frozenset[Name] = frozenset()
    wild: tuple[NameClass, ...] = ()


_LEAVES: dict[Pattern, _Summary] = {
    patterns.EMPTY: _Summary(Has.EMPTY, _EMPTY),
    patterns.TEXT: _Summary(Has.TEXT, _COMPLEX),
    patterns.NOT_ALLOWED: _Summary(Has.NOTHING, _EMPTY),
}
_ELEMENT = _Summary(Has.ELEMENT, _COMPLEX)
_VALUE = _Summary(Has.VALUE, _SIMPLE)


def check_restrictions(start: Pattern, root: Node, elements: tuple[patterns.Element, ...]) -> None:
    """Refuse a schema that breaks a restriction: `start` is its pattern, `elements` are those that it reaches.

    The place is the element pattern in which the fault lies. Raises `SchemaError`.
    """
    check = _Check()
    try:
        _refuse(check.summary(start).has, _IN_START, "the start")
    except _BrokenError as broken:
        root.wrong(f"{broken}.")
    for element in elements:
        try:
            found = check.summary(element.content())
            if found.content == _NONE:
                raise _BrokenError("a value stands beside other content")
            if found.has & Has.WILD_ATTRIBUTE:
                raise _BrokenError("an attribute with a wildcard for its name must be repeated (oneOrMore)")
        except _BrokenError as broken:
            element.place.wrong(f"{broken}.")


def _refuse(has: int, refused: int, where: str) -> None:
    for kind in _WORDS:
        if has & refused & kind:
            raise _BrokenError(f"{_WORDS[kind]} cannot stand in {where}")


class _Check:
    """Summaries of patterns, each worked out once."""

    def __init__(self) -> None:
        self._known: dict[Pattern, _Summary] = dict(_LEAVES)

    def summary(self, pattern: Pattern) -> _Summary:
        """What there is to know of a pattern. Raises `_BrokenError`."""
        if isinstance(pattern, patterns.Element):
            return _ELEMENT
        found = self._known.get(pattern)
        if found is None:
            found = self._known[pattern] = self._summary(pattern)
        return found

    def _summary(self, pattern: Pattern) -> _Summary:
        match pattern:
            case patterns.Choice():
                return self._choice(pattern)
            case patterns.Group(left=left, right=right):
                return self._joined(self.summary(left), self.summary(right), Has.GROUP)
            case patterns.Interleave(left=left, right=right):
                one, other = self.summary(left), self.summary(right)
                if one.has & other.has & Has.TEXT:
                    raise _BrokenError("text stands on both sides of an interleave")
                if one.has & other.has & Has.ELEMENT:
                    _refuse_shared_elements(left, right)
                return self._joined(one, other, Has.INTERLEAVE)
            case patterns.OneOrMore(inner=inner):
                return self._repeated(self.summary(inner))
            case patterns.Attribute():
                return self._attribute(pattern)
            case patterns.ListOf(inner=inner):
                found = self.summary(inner)
                _refuse(found.has, _IN_LIST, "a list")
                return _Summary(Has.LIST, _SIMPLE)
            case patterns.Data(excepted=excepted) if excepted is not patterns.NOT_ALLOWED:
                _refuse(self.summary(excepted).has, _IN_EXCEPT, "the <except> of <data>")
        return _VALUE

    def _choice(self, pattern: Pattern) -> _Summary:
        parts = [self.summary(option) for option in patterns.options(pattern)]
        has = Has.NOTHING
        for part in parts:
            has |= part.has
        content = _NONE if any(part.content == _NONE for part in parts) else max(part.content for part in parts)
        if not has & Has.ATTRIBUTE:
            return _Summary(has, content)
        names = frozenset().union(*(part.names for part in parts))
        return _Summary(has, content, names, tuple(dict.fromkeys(one for part in parts for one in part.wild)))

    def _joined(self, one: _Summary, other: _Summary, kind: int) -> _Summary:
        if one.has & other.has & Has.ATTRIBUTE:
            _refuse_shared_attributes(one, other)
        has = one.has | other.has | kind
        if has & Has.ATTRIBUTE:
            has |= Has.JOINED_ATTRIBUTE
        content = max(one.content, other.content)
        joinable = _EMPTY in (one.content, other.content) or one.content == other.content == _COMPLEX
        if not joinable or _NONE in (one.content, other.content):
            content = _NONE
        return _Summary(has, content, one.names | other.names, one.wild + other.wild)

    def _repeated(self, inner: _Summary) -> _Summary:
        if inner.has & Has.JOINED_ATTRIBUTE:
            raise _BrokenError("an attribute cannot stand in a group or an interleave that is repeated")
        content = inner.content if inner.content in (_EMPTY, _COMPLEX) else _NONE
        return _Summary((inner.has | Has.REPEATED) & ~Has.WILD_ATTRIBUTE, content, inner.names, inner.wild)

    def _attribute(self, pattern: patterns.Attribute) -> _Summary:
        value = self.summary(pattern.value)
        _refuse(value.has, _IN_ATTRIBUTE, "an attribute")
        if value.content == _NONE:
            raise _BrokenError("the value of an attribute stands beside another value")
        wild = tuple(wildcards(pattern.names))
        has = Has.ATTRIBUTE | Has.WILD_ATTRIBUTE if wild else Has.ATTRIBUTE
        return _Summary(has, _EMPTY, frozenset(plain_names(pattern.names)), wild)


def _refuse_shared_attributes(one: _Summary, other: _Summary) -> None:
    shared = one.names & other.names
    for name in sorted(shared, key=lambda name: name.local):
        raise _BrokenError(f"the attribute {name.local!r} is there twice")
    for wild, names in ((one.wild, other), (other.wild, one)):
        if any(overlap(each, name) for each in wild for name in (*names.names, *names.wild)):
            raise _BrokenError("an attribute's wildcard holds the name of another attribute")


def _refuse_shared_elements(left: Pattern, right: Pattern) -> None:
    one, other = ([part for part in patterns.parts(side) if isinstance(part, patterns.Element)] for side in (left, right))
    plain = {name for element in one for name in plain_names(element.names)}
    for element in other:
        for name in plain_names(element.names):
            if name in plain:
                raise _BrokenError(f"the element {name.local!r} stands on both sides of an interleave")
    wild = [(element, rest) for element, rest in ((element, other) for element in one) if any(wildcards(element.names))]
    wild += [(element, rest) for element, rest in ((element, one) for element in other) if any(wildcards(element.names))]
    if any(overlap(element.names, against.names) for element, rest in wild for against in rest):
        raise _BrokenError("a wildcard holds an element that stands on the other side of an interleave")
