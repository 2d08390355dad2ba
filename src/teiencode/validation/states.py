"""The states of a validation within one element, and the steps between them, each worked out once.

A name may stand for several element patterns at once, of which only what follows tells which is meant. So a state has a row
of patterns: what is left of each that the element might be by. Where a pattern has failed it is `NOT_ALLOWED`, and where all
have, the document is at fault. Nothing in a state depends on the elements around: that is kept by the `Opening`, which knows
how the element around goes on after each of the row. So there are few states, however deep and long a document is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from teiencode.validation import derivatives, patterns
from teiencode.validation.grammar import Grammar
from teiencode.validation.names import holds
from teiencode.validation.patterns import NOT_ALLOWED, TEXT, Attribute, Element, Pattern

IGNORES: Final = 0
WATCHES: Final = 1
VALUE: Final = 2
"""What a state does with text: it changes nothing; it matters, unless it is white space; all of it is a value."""

MOST_VALUES = 2_000
LONGEST_VALUE = 200
"""So many values of an attribute are remembered in a state, and up to this length."""


class State:
    """What is left of each pattern that an element might be by. `dead`: nothing is, and nothing is known of the element."""

    __slots__ = (
        "_automaton",
        "_closed",
        "_text",
        "_texted",
        "alternatives",
        "dead",
        "listening",
        "nullable",
        "openings",
        "recoveries",
        "steps",
    )

    def __init__(self, automaton: Automaton, alternatives: tuple[Pattern, ...]) -> None:
        """Take the patterns; `Automaton.state` makes states."""
        self._automaton = automaton
        self.alternatives = alternatives
        self.dead = all(pattern is NOT_ALLOWED for pattern in alternatives)
        self.nullable = any(pattern.nullable for pattern in alternatives)
        self.openings: dict[str, Opening | None] = {}
        self.recoveries: dict[str, Opening] = {}
        self.steps: dict[str, Step | None] = {}
        self._text: State | None = None
        self._texted = False
        self._closed: State | None = None
        if any(derivatives.holds_value(pattern) for pattern in alternatives):
            self.listening = VALUE
        elif all(pattern is NOT_ALLOWED or derivatives.after(pattern, TEXT) is pattern for pattern in alternatives):
            self.listening = IGNORES
        else:
            self.listening = WATCHES

    @property
    def pattern(self) -> Pattern:
        """All that is left, as one pattern."""
        return patterns.either(self.alternatives)

    def after_text(self) -> State | None:
        """The state after text that is more than white space, or None where there may be none."""
        if not self._texted:
            left = tuple(derivatives.after(pattern, TEXT) for pattern in self.alternatives)
            self._text = self._automaton.alive(left)
            self._texted = True
        return self._text

    def open(self, name: str) -> Opening | None:
        """How an element of this name (as Expat writes it) goes on, or None where it may not stand here."""
        if name not in self.openings:
            namespace, local = split_name(name)
            elements = dict.fromkeys(
                element
                for pattern in self.alternatives
                for element in derivatives.first(pattern)
                if holds(element.names, namespace, local)
            )
            self.openings[name] = self._opening(elements, derivatives.after)
        return self.openings[name]

    def recover(self, name: str) -> Opening:
        """How an element goes on that may not stand here: as if what must come before it had come, else for itself."""
        found = self.recoveries.get(name)
        if found is None:
            found = self.recoveries[name] = self._recovery(name)
        return found

    def _recovery(self, name: str) -> Opening:
        namespace, local = split_name(name)
        elements = dict.fromkeys(
            part
            for pattern in self.alternatives
            for part in patterns.parts(pattern)
            if isinstance(part, Element) and holds(part.names, namespace, local)
            if derivatives.skipping(pattern, part) is not NOT_ALLOWED
        )
        opening = self._opening(elements, derivatives.skipping)
        if opening is not None:
            return opening
        content = self._automaton.grammar.content_anywhere(namespace, local)
        return Opening(self._automaton, self._automaton.state((content,)), (self,))

    def _opening(self, elements: Mapping[Element, None], after: derivatives.Derivative) -> Opening | None:
        if not elements:
            return None
        start = self._automaton.state(tuple(element.content() for element in elements))
        followers = [
            self._automaton.state(tuple(after(pattern, element) for pattern in self.alternatives)) for element in elements
        ]
        return Opening(self._automaton, start, tuple(followers))

    def step(self, name: str) -> Step | None:
        """What an attribute of this name (as Expat writes it) does, or None where there may be none."""
        if name not in self.steps:
            namespace, local = split_name(name)
            named = dict.fromkeys(
                attribute
                for pattern in self.alternatives
                for attribute in derivatives.attributes_named(pattern, namespace, local)
            )
            self.steps[name] = Step(self._automaton, self, tuple(named)) if named else None
        return self.steps[name]

    @property
    def closed(self) -> State | None:
        """The state when no attribute follows, or None where one must."""
        if self._closed is None:
            self._closed = self if self.dead else self.without_attributes()
        return self._closed

    def without_attributes(self, *, forgiving: bool = False) -> State | None:
        """The state when no attribute follows, or None where one must and `forgiving` does not take it as read."""
        left = tuple(derivatives.without_attributes(pattern, forgiving=forgiving) for pattern in self.alternatives)
        return self._automaton.alive(left)

    def widened(self, options: Mapping[Element, None]) -> State:
        """This state, or what is left of it after one of `options`: where one of them may have been meant by what was wrong."""
        return self._automaton.state(
            tuple(
                patterns.either([pattern, *(derivatives.after(pattern, option) for option in options)])
                for pattern in self.alternatives
            )
        )

    def widened_by(self, options: Mapping[Element, None]) -> State:
        """This state at a start tag, or that of any of `options`: where one of them may stand there under a wrong name."""
        contents = [option.content() for option in options]
        return self._automaton.state(tuple(patterns.either([pattern, *contents]) for pattern in self.alternatives))

    def merged(self, other: State) -> State:
        """The state in which whatever is right in either is right."""
        if other is self or len(other.alternatives) != len(self.alternatives):
            return self
        pairs = zip(self.alternatives, other.alternatives, strict=True)
        return self._automaton.state(tuple(patterns.choice(one, another) for one, another in pairs))


@dataclass(eq=False, slots=True)
class Opening:
    """An element that has begun: the state of its start tag, and how the element around it goes on after each of the row.

    `closed`: the state after a start tag without attributes, None where one is missing. `follower`: how the element around
    goes on, where there is only one way.
    """

    automaton: Automaton
    start: State
    followers: tuple[State, ...]
    closed: State | None = field(init=False)
    follower: State | None = field(init=False)
    _merged: dict[tuple[int, ...], State] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Work out what is asked for most."""
        self.closed = self.start.closed
        self.follower = self.followers[0] if len(self.followers) == 1 else None

    def follow(self, right: tuple[int, ...]) -> State:
        """How the element around goes on when those of the row, by their numbers, were right."""
        if self.follower is not None:
            return self.follower
        found = self._merged.get(right)
        if found is None:
            rows = zip(*(self.followers[number].alternatives for number in right), strict=True)
            found = self._merged[right] = self.automaton.state(tuple(patterns.either(row) for row in rows))
        return found

    def follow_all(self) -> State:
        """How the element around goes on when any of the row may have been right."""
        return self.follow(tuple(range(len(self.followers))))


class Step:
    """An attribute's name in a state. `attributes`: the patterns that have it."""

    __slots__ = ("_automaton", "_by_value", "_next", "_state", "attributes", "context_free")

    def __init__(self, automaton: Automaton, state: State, attributes: tuple[Attribute, ...]) -> None:
        """Take the parts."""
        self._automaton = automaton
        self._state = state
        self.attributes = attributes
        self.context_free = not automaton.grammar.needs_context
        self._by_value: dict[str, State | None] = {}
        self._next: dict[frozenset[Attribute], State] = {}

    def take(self, value: str, context: Mapping[str, str]) -> State | None:
        """The state after the attribute with this value, or None where it may not have it."""
        try:
            return self._by_value[value]
        except KeyError:
            fitting = frozenset(one for one in self.attributes if derivatives.accepts(one.value, value, context))
            state = self._after(fitting) if fitting else None
            if self.context_free and len(value) <= LONGEST_VALUE and len(self._by_value) < MOST_VALUES:
                self._by_value[value] = state
            return state

    def pass_over(self) -> State:
        """The state after the attribute, whatever its value."""
        return self._after(frozenset(self.attributes))

    def _after(self, read: frozenset[Attribute]) -> State:
        found = self._next.get(read)
        if found is None:
            left = tuple(derivatives.after_attributes(pattern, read) for pattern in self._state.alternatives)
            found = self._next[read] = self._automaton.state(left)
        return found


class Automaton:
    """The states of a grammar, made as documents reach them."""

    def __init__(self, grammar: Grammar) -> None:
        """Take the grammar."""
        self.grammar = grammar
        self._states: dict[tuple[Pattern, ...], State] = {}
        self.start = self.state((grammar.start,))

    @property
    def size(self) -> int:
        """How many states have been made."""
        return len(self._states)

    def state(self, alternatives: tuple[Pattern, ...]) -> State:
        """The one state of these patterns."""
        found = self._states.get(alternatives)
        if found is None:
            found = self._states[alternatives] = State(self, alternatives)
        return found

    def alive(self, alternatives: tuple[Pattern, ...]) -> State | None:
        """The state of these patterns, or None where nothing is left of any."""
        return None if all(pattern is NOT_ALLOWED for pattern in alternatives) else self.state(alternatives)


def split_name(name: str) -> tuple[str, str]:
    """Expat's name (namespace, space, local name) as its two parts."""
    namespace, _, local = name.rpartition(" ")
    return namespace, local


def as_lxml(name: str) -> str:
    """Expat's name as lxml writes it."""
    namespace, local = split_name(name)
    return f"{{{namespace}}}{local}" if namespace else local
