"""Where a document departs from a grammar, in terms of its tree, with what the grammar would have had there."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from teiencode.validation import derivatives, patterns
from teiencode.validation.names import holds
from teiencode.validation.patterns import Pattern
from teiencode.validation.reading import Document
from teiencode.validation.required import needed
from teiencode.validation.run import Departure, Kind
from teiencode.validation.states import Automaton, State, split_name


@dataclass(frozen=True, slots=True)
class Fault:
    """One departure.

    `element`: where it is (for text and what is incomplete, the element that holds it). `name`: the element or attribute
    concerned, as lxml writes it; '' where that is of no one name. `expected`: what the grammar has at this place. `pattern`: the
    whole pattern of the element (of the one around, where the fault is that an element stands there). `span`: of text, in
    bytes. `until`: for a misplaced element, the sibling from which on the grammar no longer has it, where it had it before;
    `later`: the sibling behind which that one may be moved instead; `missing`: elements after any of which it could stand.
    """

    kind: Kind
    element: etree._Element
    name: str
    expected: Pattern
    pattern: Pattern
    span: tuple[int, int] | None = None
    until: etree._Element | None = None
    missing: tuple[patterns.Element, ...] = ()
    later: etree._Element | None = None


class Faults:
    """Makes faults of the departures that a run has found in a document."""

    def __init__(self, document: Document, automaton: Automaton, *, by_line: bool) -> None:
        """Take the document for its tree, the automaton for what stands before a fault.

        `by_line`: a fault of text ends where its first line does, for the others have faults of their own.
        """
        self._by_line = by_line
        self._document = document
        self._automaton = automaton
        self._lasts: dict[tuple[etree._Element, str], dict[etree._Element, etree._Element | None]] = {}

    def fault(self, departure: Departure) -> Fault:
        """The fault of a departure."""
        element = self._document.element(departure.element)
        until: etree._Element | None = None
        missing: tuple[patterns.Element, ...] = ()
        if departure.kind == "misplaced element":
            name = str(element.tag)[1:].replace("}", " ", 1) if str(element.tag).startswith("{") else str(element.tag)
            until = self._until(element, name, departure.pattern)
            missing = _missing(departure.expected, name)
        return Fault(
            departure.kind,
            element,
            departure.name or str(element.tag),
            departure.expected,
            departure.pattern,
            self._span(departure),
            until,
            missing,
        )

    def _span(self, departure: Departure) -> tuple[int, int] | None:
        if departure.span is None or self._by_line:
            return departure.span
        return departure.span[0], max(departure.span[1], departure.end)

    def _until(self, child: etree._Element, name: str, whole: Pattern) -> etree._Element | None:
        """The sibling after which an element of this name could no longer stand, or None where it never could."""
        parent = child.getparent()
        if parent is None:
            return None
        key = (parent, name)
        if key not in self._lasts:
            self._lasts[key] = self._last(parent, name, whole)
        return self._lasts[key][child]

    def _last(self, parent: etree._Element, name: str, whole: Pattern) -> dict[etree._Element, etree._Element | None]:
        """For each child that sibling before it after which an element of this name could no longer stand."""
        state: State = self._automaton.state((derivatives.without_attributes(whole, forgiving=True),))
        last: etree._Element | None = None
        found: dict[etree._Element, etree._Element | None] = {}
        for child in parent.iterchildren("*"):
            found[child] = last
            tag = str(child.tag)
            opening = state.open(tag[1:].replace("}", " ", 1) if tag.startswith("{") else tag)
            if opening is None:
                continue
            following = opening.follow_all()
            if state.open(name) is not None and following.open(name) is None:
                last = child
            elif following.open(name) is not None:
                last = None
            state = following
        return found


def _missing(expected: Pattern, name: str) -> tuple[patterns.Element, ...]:
    """Of the elements that are needed next, those after any of which an element of this name could stand."""
    key = ("missing", name)
    found: tuple[patterns.Element, ...] | None = expected.memo.get(key)
    if found is None:
        namespace, local = split_name(name)
        found = expected.memo[key] = tuple(
            option
            for option in needed(expected)
            if any(holds(next.names, namespace, local) for next in derivatives.first(derivatives.after(expected, option)))
        )
    return found


def split_tag(tag: str) -> tuple[str, str]:
    """lxml's name as namespace and local name."""
    namespace, brace, local = tag.rpartition("}")
    return (namespace[1:], local) if brace else ("", local)
