"""Where a document departs from a grammar: every fault in one walk, with what the grammar would have had there.

After a fault the walk goes on as if it were not there: an element in a wrong place is passed over (and checked inside by
its own pattern), a wrong value is taken for a right one. So one slip is one fault, and the next is found as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from teiencode.validation import patterns
from teiencode.validation.grammar import Grammar
from teiencode.validation.patterns import Pattern

Kind = Literal[
    "root",
    "unknown element",
    "misplaced element",
    "incomplete",
    "text",
    "unknown attribute",
    "missing attribute",
    "attribute value",
    "content value",
]

_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
"""Attributes by which a file names its XSD; a grammar need not know them."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One departure.

    `element`: where it is (for text and what is incomplete, the element that holds it). `name`: the element or attribute
    concerned, as lxml writes it. `after`: for text, the child that it follows, or None. `expected`: what the grammar has at
    this place. `pattern`: the element's own pattern (attributes and content) where it has one. `until`: for a misplaced
    element, the sibling from which on the grammar no longer has it, where it had it before; `missing`: elements after any of
    which it could stand.
    """

    kind: Kind
    element: etree._Element
    name: str
    expected: Pattern = patterns.EMPTY
    pattern: Pattern = patterns.EMPTY
    after: etree._Element | None = None
    until: etree._Element | None = None
    missing: tuple[patterns.Element, ...] = ()


def split_name(tag: str) -> tuple[str, str]:
    """lxml's name as namespace and local name."""
    namespace, brace, local = tag.rpartition("}")
    return (namespace[1:], local) if brace else ("", local)


def find_faults(root: etree._Element, grammar: Grammar) -> list[Fault]:
    """All faults of the document whose outermost element is `root`, in document order; none where it is valid."""
    walk = _Walk(grammar)
    fitting = walk.fitting(grammar.start, root)
    if not fitting:
        return [Fault("root", root, str(root.tag), expected=grammar.start)]
    return walk.best(root, fitting)[1]


class _Walk:
    """One walk over a document. Where several patterns could hold an element, that with the fewest faults is taken."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._values: dict[tuple[patterns.Attribute, str], bool] = {}
        self._checked: dict[tuple[etree._Element, patterns.Element], list[Fault]] = {}

    def fitting(self, pattern: Pattern, element: etree._Element) -> list[patterns.Element]:
        """The element patterns that may come next and hold an element of this name."""
        key = ("fitting", element.tag)
        found: list[patterns.Element] | None = pattern.memo.get(key)
        if found is None:
            namespace, local = split_name(str(element.tag))
            found = pattern.memo[key] = [
                option for option in patterns.first(pattern) if patterns.holds(option.names, namespace, local)
            ]
        return found

    def best(self, element: etree._Element, fitting: list[patterns.Element]) -> tuple[patterns.Element, list[Fault]]:
        """The pattern that holds the element with the fewest faults, and those faults."""
        kept: tuple[patterns.Element, list[Fault]] | None = None
        for option in fitting:
            faults = self._check(element, option)
            if kept is None or len(faults) < len(kept[1]):
                kept = option, faults
            if not faults:
                break
        assert kept is not None  # `fitting` is never empty
        return kept

    def _check(self, element: etree._Element, pattern: patterns.Element) -> list[Fault]:
        """The faults of an element and all that it holds, under one pattern; worked out once."""
        key = (element, pattern)
        if key not in self._checked:
            faults: list[Fault] = []
            self._checked[key] = faults
            content = self._attributes(element, pattern.content(), faults)
            if patterns.holds_value(content):
                self._value(element, content, faults)
            else:
                self._children(element, content, pattern.content(), faults)
        return self._checked[key]

    def _attributes(self, element: etree._Element, content: Pattern, faults: list[Fault]) -> Pattern:
        """Check the attributes; return what the grammar has for the children."""
        left = content
        for name, value in element.attrib.items():
            namespace, local = split_name(str(name))
            if namespace == _INSTANCE:
                continue
            named = patterns.attributes_named(left, namespace, local)
            if not named:
                faults.append(Fault("unknown attribute", element, str(name), expected=left, pattern=content))
                continue
            fitting = [attribute for attribute in named if self._accepts(attribute, str(value))]
            if not fitting:
                faults.append(Fault("attribute value", element, str(name), expected=left, pattern=content))
            left = patterns.after_attributes(left, frozenset(fitting or named))
        closed = patterns.without_attributes(left)
        if closed is not patterns.NOT_ALLOWED:
            return closed
        for missing in required(left):
            faults.append(Fault("missing attribute", element, missing, expected=left, pattern=content))
        return patterns.without_attributes(left, forgiving=True)

    def _accepts(self, attribute: patterns.Attribute, value: str) -> bool:
        """Whether the attribute can have this value; what has been asked before is remembered."""
        key = (attribute, value)
        if key not in self._values:
            self._values[key] = patterns.accepts(attribute.value, value)
        return self._values[key]

    def _value(self, element: etree._Element, content: Pattern, faults: list[Fault]) -> None:
        """Check an element whose text is a value."""
        children = list(element.iterchildren("*"))
        for child in children:
            self._stray(child, content, content, faults, [])
        text = (element.text or "") + "".join(child.tail or "" for child in element)
        if not children and not patterns.accepts(content, text):
            faults.append(Fault("content value", element, str(element.tag), expected=content))

    def _children(self, element: etree._Element, content: Pattern, whole: Pattern, faults: list[Fault]) -> None:
        """Check the children and the text between them."""
        left = content
        states: list[tuple[etree._Element | None, Pattern]] = [(None, left)]
        for piece in _pieces(element):
            if isinstance(piece, _Text):
                taken = patterns.after(left, patterns.TEXT)
                if taken is patterns.NOT_ALLOWED:
                    faults.append(Fault("text", element, str(element.tag), expected=left, after=piece.after))
                else:
                    left = taken
                continue
            fitting = self.fitting(left, piece)
            if not fitting:
                left = self._stray(piece, left, whole, faults, states)
                states.append((piece, left))
                continue
            option, found = self.best(piece, fitting)
            faults += found
            left = patterns.after(left, option)
            states.append((piece, left))
        if not left.nullable:
            faults.append(Fault("incomplete", element, str(element.tag), expected=left))

    def _stray(
        self,
        child: etree._Element,
        left: Pattern,
        whole: Pattern,
        faults: list[Fault],
        states: list[tuple[etree._Element | None, Pattern]],
    ) -> Pattern:
        """An element that cannot stand here: one fault; return what may follow it.

        What it holds is checked by its own pattern elsewhere. What follows is taken as if the mending were done: the element
        that is missing before it had come, or that is missing around it, or whose name is misspelt.
        """
        namespace, local = split_name(str(child.tag))
        elsewhere = [
            option
            for option in self._grammar.elements
            if isinstance(option.names, patterns.Name) and patterns.holds(option.names, namespace, local)
        ]
        if not elsewhere:
            faults.append(Fault("unknown element", child, str(child.tag), expected=left, pattern=whole))
            return patterns.choice(left, patterns.either(patterns.after(left, option) for option in patterns.first(left)))
        missing = tuple(option for option in needed(left) if self.fitting(patterns.after(left, option), child))
        until = self._until(states, child)
        name = str(child.tag)
        faults.append(Fault("misplaced element", child, name, left, whole, until=until, missing=missing))
        faults += self.best(child, elsewhere)[1]
        if missing:
            left = patterns.either(patterns.after(left, option) for option in missing)
            return patterns.either(patterns.after(left, option) for option in self.fitting(left, child))
        around = [option for option in patterns.first(left) if self._holds(option, child)]
        return patterns.choice(left, patterns.either(patterns.after(left, option) for option in around))

    def _holds(self, option: patterns.Element, child: etree._Element) -> bool:
        """Whether an element of this pattern could have `child` within it."""
        namespace, local = split_name(str(child.tag))
        return any(
            isinstance(part, patterns.Element) and patterns.holds(part.names, namespace, local)
            for part in patterns.parts(option.content())
        )

    def _until(self, states: list[tuple[etree._Element | None, Pattern]], child: etree._Element) -> etree._Element | None:
        """The sibling after which `child` could no longer stand, or None where it never could."""
        for (_, before), (sibling, after) in zip(reversed(states[:-1]), reversed(states[1:]), strict=True):
            if self.fitting(before, child) and not self.fitting(after, child):
                return sibling
        return None


@dataclass(frozen=True, slots=True)
class _Text:
    """A run of text that is more than white space, after a child or at the element's beginning."""

    after: etree._Element | None


def _pieces(element: etree._Element) -> Iterator[etree._Element | _Text]:
    """Child elements and runs of text in order. Comments and instructions part no text."""
    if element.text and element.text.strip():
        yield _Text(None)
    last: etree._Element | None = None
    for child in element.iterchildren():
        if isinstance(child.tag, str):
            yield child
            last = child
        if child.tail and child.tail.strip():
            yield _Text(last)


def needed(left: Pattern) -> tuple[patterns.Element, ...]:
    """Of the elements that may come next, those that complete the content, else those that bring it further at all."""
    following = {option: patterns.after(left, option) for option in patterns.first(left)}
    completing = tuple(option for option, then in following.items() if then.nullable and not left.nullable)
    return completing or tuple(option for option, then in following.items() if then is not left)


def required(pattern: Pattern) -> list[str]:
    """Names of the attributes that are required and have not come; of alternatives, those that ask for the fewest."""
    if patterns.without_attributes(pattern) is not patterns.NOT_ALLOWED:
        return []
    match pattern:
        case patterns.Attribute(names=patterns.Name() as name):
            return [f"{{{name.namespace}}}{name.local}" if name.namespace else name.local]
        case patterns.Choice():
            return min((required(option) for option in patterns.options(pattern)), key=len)
        case patterns.Group(left=left, right=right) | patterns.Interleave(left=left, right=right):
            return [*required(left), *required(right)]
        case patterns.OneOrMore(inner=inner):
            return required(inner)
    return []
