"""Documents made from a grammar by chance (from a seed), and slips of an editor's hand made in them."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from lxml import etree

from teiencode.validation import patterns
from teiencode.validation.grammar import Grammar
from teiencode.validation.names import Name
from teiencode.validation.patterns import Pattern

VALUES = {
    "boolean": ("true", "false"),
    "ID": ("a1", "d127"),
    "NCName": ("subject", "x-1"),
    "Name": ("teiencode",),
    "NMTOKEN": ("dash", "2nd"),
    "anyURI": ("#a1", "https://example.org/a?b=c", "pages/1.png"),
    "date": ("1962-10-27",),
    "dateTime": ("1962-10-27T16:00:00", "1962-10-27T16:00:00Z"),
    "time": ("16:00:00",),
    "gYear": ("1962",),
    "gYearMonth": ("1962-10",),
    "gMonth": ("--10",),
    "gMonthDay": ("--10-27",),
    "gDay": ("---27",),
    "decimal": ("1", "1.5", "0"),
    "nonNegativeInteger": ("0", "12"),
    "positiveInteger": ("1", "12"),
    "language": ("en", "es-CU"),
}
"""Values of each datatype that the schema uses. Data with facets takes the first of these that fits, else a version number."""


ID = "{http://www.w3.org/XML/1998/namespace}id"


class Samples:
    """An endless supply of documents that the grammar accepts."""

    def __init__(self, grammar: Grammar, random: Random) -> None:
        self._grammar = grammar
        self._random = random
        self._ids = 0
        self._left = 0
        self._depths = self._minimal_depths()

    def document(self, budget: int = 12, size: int = 150) -> etree._Element:
        """One document; below `budget` levels, and after `size` elements, only what must be there is written."""
        self._left = size
        holder = etree.Element("holder")
        self._write(self._grammar.start, holder, budget)
        root = holder[0]
        holder.remove(root)
        return root

    def _minimal_depths(self) -> dict[patterns.Element, int]:
        """How many levels each element needs at least, so that writing comes to an end."""
        depths = dict.fromkeys(self._grammar.elements, 1000)
        while True:
            before = dict(depths)
            for element in self._grammar.elements:
                depths[element] = 1 + self._depth(element.content(), depths)
            if depths == before:
                return depths

    def _depth(self, pattern: Pattern, depths: dict[patterns.Element, int]) -> int:
        match pattern:
            case patterns.Element():
                return depths[pattern]
            case patterns.Choice():
                return min(self._depth(option, depths) for option in patterns.options(pattern))
            case patterns.Group(left=left, right=right) | patterns.Interleave(left=left, right=right):
                return max(self._depth(left, depths), self._depth(right, depths))
            case patterns.OneOrMore(inner=inner):
                return self._depth(inner, depths)
        return 0

    def _write(self, pattern: Pattern, into: etree._Element, budget: int) -> None:
        if self._left < 0:
            budget = 0
        match pattern:
            case patterns.Element(names=names):
                name = names if isinstance(names, Name) else Name("urn:other", "entry")
                self._left -= 1
                child = etree.SubElement(into, f"{{{name.namespace}}}{name.local}")
                self._write(pattern.content(), child, budget - 1)
            case patterns.Attribute(names=names, value=value):
                written = names if isinstance(names, Name) else Name("", "any")
                key = f"{{{written.namespace}}}{written.local}" if written.namespace else written.local
                self._ids += 1
                into.set(key, f"id{self._ids}" if key == ID else self._value(value))
            case patterns.Choice():
                options = [option for option in patterns.options(pattern) if self._depth(option, self._depths) < budget]
                if patterns.EMPTY in options and any(isinstance(option, patterns.Attribute) for option in options):
                    options += [patterns.EMPTY] * 4  # real elements have few attributes
                least = min(patterns.options(pattern), key=lambda option: self._depth(option, self._depths))
                self._write(self._random.choice(options) if options else least, into, budget)
            case patterns.Group(left=left, right=right) | patterns.Interleave(left=left, right=right):
                self._write(left, into, budget)
                self._write(right, into, budget)
            case patterns.OneOrMore(inner=inner):
                for _ in range(self._random.choice((1, 1, 2, 3)) if budget > 0 else 1):
                    self._write(inner, into, budget)
            case _:
                if pattern is patterns.TEXT:
                    self._say(into, self._random.choice(("words ", "Muñoz ", "1")))

    def _say(self, into: etree._Element, text: str) -> None:
        if len(into):
            into[-1].tail = (into[-1].tail or "") + text
        else:
            into.text = (into.text or "") + text

    def _value(self, pattern: Pattern) -> str:
        match pattern:
            case patterns.Choice():
                return self._value(self._random.choice(list(patterns.options(pattern))))
            case patterns.Value(literal=literal):
                return literal
            case patterns.ListOf(inner=inner):
                return self._value(inner)
            case patterns.OneOrMore(inner=inner):
                return " ".join(self._value(inner) for _ in range(self._random.choice((1, 1, 2))))
            case patterns.Data(datatype=datatype):
                fitting = [value for value in VALUES.get(datatype, ("1.0",)) if pattern.accepts(value)]
                return self._random.choice(fitting)
        return "text"


def slips(root: etree._Element, random: Random) -> Iterator[etree._Element]:
    """Copies of a document, each with one thing changed at a random place; some of them are still valid."""
    count = sum(1 for _ in root.iter("*"))
    for change in (_remove, _rename, _repeat, _swap, _wrap, _say, _attribute_added, _attribute_removed, _attribute_changed):
        copy = etree.fromstring(etree.tostring(root))
        elements = list(copy.iter("*"))
        change(elements[random.randrange(1, count)], random)
        yield copy


def _remove(element: etree._Element, _: Random) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def _rename(element: etree._Element, random: Random) -> None:
    names = ("p", "head", "closer", "item", "note", "persname", "pb", "div")
    element.tag = "{http://www.tei-c.org/ns/1.0}" + random.choice(names)


def _repeat(element: etree._Element, _: Random) -> None:
    again = etree.fromstring(etree.tostring(element, with_tail=False))
    for repeated in again.iter("*"):
        if ID in repeated.attrib:
            del repeated.attrib[ID]
    element.addnext(again)


def _swap(element: etree._Element, _: Random) -> None:
    following = element.getnext()
    if following is not None:
        following.addnext(element)


def _wrap(element: etree._Element, random: Random) -> None:
    wrapper = etree.Element("{http://www.tei-c.org/ns/1.0}" + random.choice(("hi", "p", "closer", "row")))
    element.addprevious(wrapper)
    wrapper.append(element)


def _say(element: etree._Element, _: Random) -> None:
    element.tail = (element.tail or "") + "stray"


def _attribute_added(element: etree._Element, random: Random) -> None:
    element.set(random.choice(("rend", "typ", "when", "place", "id")), "x")


def _attribute_removed(element: etree._Element, random: Random) -> None:
    if element.attrib:
        del element.attrib[random.choice(sorted(str(name) for name in element.attrib))]


def _attribute_changed(element: etree._Element, random: Random) -> None:
    if element.attrib:
        element.set(random.choice(sorted(str(name) for name in element.attrib)), random.choice(("no such", "", "-")))
