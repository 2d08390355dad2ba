"""A grammar's run over a document: Expat's events in, departures from the grammar out.

After a fault the run goes on, as jing does: an element that may not stand here is taken as if what is missing before it had
come, or else for itself, by its own pattern, while the element around waits; an unknown one is passed over; a wrong value is
taken for a right one. jing then also tells what only follows from a fault, as that an element is incomplete whose one child has
a misspelt name. So a second, wider state is kept beside each that has seen a fault, in which the likely cures are made: what is
no fault there is marked as following.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from xml.parsers import expat

from teiencode.validation import derivatives, patterns
from teiencode.validation.names import holds
from teiencode.validation.patterns import Element, Pattern
from teiencode.validation.required import needed, required
from teiencode.validation.states import IGNORES, VALUE, WATCHES, Automaton, Opening, State, as_lxml, split_name
from teiencode.validation.whitespace import SPACES

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


@dataclass(slots=True, eq=False)
class Departure:
    """One departure from a grammar, as the run sees it.

    `element`: the number of the element in document order, from 0. `name`: the element or attribute, as lxml writes it;
    '' where it is of no one name. `expected`: what might have stood there. `pattern`: the whole pattern of the element (of the
    one around, where the fault is that an element stands there). `span`: of text, in bytes, to the end of its first line that is
    not blank; `end`: where the rest of it ends. `follows`: whether it only follows from another departure.
    """

    kind: Kind
    element: int
    name: str
    expected: Pattern
    pattern: Pattern
    span: tuple[int, int] | None = None
    follows: bool = False
    end: int = -1


class GrammarRun:
    """Handlers for one document. `departures` is complete once the document has been parsed."""

    __slots__ = (
        *(
            "_careful",
            "_context",
            "_data",
            "_elements",
            "_excuse",
            "_lenient",
            "_lenients",
            "_listening",
            "_openings",
            "_said",
            "_strays",
        ),
        *("_open", "_outer", "_parser", "_state", "_text", "_text_at", "_value", "automaton", "departures"),
    )

    def __init__(self, automaton: Automaton) -> None:
        """Take the grammar's states."""
        self.automaton = automaton
        self.departures: list[Departure] = []
        self._state = automaton.start
        self._openings: list[Opening] = []
        self._open: list[int] = []
        self._elements = -1
        self._listening = IGNORES
        self._value: list[str] | None = None
        self._said: tuple[int, int] | None = None
        self._lenient: State | None = None
        self._excuse: State | None = None
        self._lenients: dict[int, State] = {}
        self._strays: dict[int, frozenset[Element]] = {}
        self._careful = False
        self._text: Departure | None = None
        self._text_at: tuple[int, int] | None = None
        self._context: dict[str, str] = {}
        self._outer: list[tuple[str, str | None]] = []

    def attach(self, parser: expat.XMLParserType, data: bytes) -> None:
        """Listen to a parser that is about to parse `data`. Start and end of elements are handed on by the caller."""
        self._parser = parser
        self._data = data
        if self.automaton.grammar.needs_context:
            parser.StartNamespaceDeclHandler = self._declare
            parser.EndNamespaceDeclHandler = self._undeclare

    def detach(self) -> None:
        """Let go of the parser and of what it has parsed."""
        del self._parser, self._data

    # ------------------------------------------------------------------------------------------------------------- elements

    def start(self, name: str, attributes: list[str]) -> None:
        """An element begins; `attributes` are names and values by turns, in their order."""
        self._elements += 1
        opening = self._state.openings.get(name)
        if opening is None or self._careful:
            opening = self._begin(name)
        state = self._attributes(opening.start, attributes) if attributes else opening.closed
        if state is None:
            state = self._without(opening.start, opening.start)
        self._openings.append(opening)
        self._open.append(self._elements)
        self._state = state
        if self._excuse is not None:
            self._lenient, self._excuse = self._excuse.without_attributes(forgiving=True), None
            self._careful = True
        if state.listening != self._listening:
            self._listen(state.listening)

    def end(self) -> None:
        """The innermost element ends."""
        opening = self._openings.pop()
        follower = opening.follower
        if self._careful or follower is None or not self._state.nullable or len(self._openings) in self._lenients:
            follower = self._finish(opening)
        self._open.pop()
        self._state = follower
        if follower.listening != self._listening:
            self._listen(WATCHES if follower.listening == VALUE else follower.listening)

    def _listen(self, listening: int) -> None:
        """Have text told only where it matters."""
        # A value is heard by what watches; each is begun anew, also that of a child where one was begun in the element around.
        self._listening = WATCHES if listening == VALUE else listening
        self._parser.CharacterDataHandler = None if listening == IGNORES else self._hear
        if listening == VALUE:
            self._value = []
            self._said = None
            self._careful = True

    def _begin(self, name: str) -> Opening:
        """What `start` does where something is not as usual: nothing is known yet, or there is a fault, or text waits."""
        if self._value is not None:
            self._flush()
        state, wide, depth = self._state, self._lenient, len(self._openings)
        opening = state.open(name)
        mended = wide.open(name) if wide is not None else None
        if opening is None:
            opening = state.recover(name)
            if not state.dead or not self._openings:
                self._misplaced(name, opening, follows=mended is not None)
        else:
            self._strays.pop(depth, None)
        if self._lenient is not None:
            if mended is not None:
                self._lenients[depth] = mended.follow_all()
            else:
                # As if it were not there, or as if what is missing before it were.
                self._lenients[depth] = self._lenient.merged(self._lenient.recover(name).follow_all())
        self._lenient = None
        self._careful = False
        return opening

    def _misplaced(self, name: str, opening: Opening, *, follows: bool) -> None:
        """Note an element that may not stand here, and widen the state by what may have been meant."""
        state = self._state
        known = split_name(name) in self.automaton.grammar.names
        kind: Kind = "misplaced element" if known else "unknown element"
        if not self._openings:
            kind = "root"
        around = self._openings[-1].start.pattern if self._openings else state.pattern
        meant = derivatives.first(state.pattern)
        if kind == "misplaced element":
            if opening.follower is state:
                # It may be another element under a wrong name, and what it holds be right for that.
                self._excuse = opening.start.widened_by(meant)
            wrappers = [option for option in meant if _may_hold(option, *split_name(name))]
            follows = self._goes_on(frozenset(wrappers)) or follows
            meant = dict.fromkeys([*wrappers, *needed(state.pattern)])
        self._note(kind, self._elements, as_lxml(name), state.pattern, around, follows=follows)
        self._lenient = (self._lenient or state).merged(state).widened(meant)

    def _goes_on(self, wrappers: frozenset[Element]) -> bool:
        """Whether what may not stand here goes on with what has just been found so: words and their mark-up without a paragraph.

        `wrappers` are the elements that might stand here and could hold it. One of them around all of it is one cure.
        """
        depth = len(self._openings)
        before = self._strays.get(depth, wrappers)
        shared = before & wrappers
        goes_on = depth in self._strays and bool(shared)
        self._strays[depth] = shared if goes_on else wrappers
        return goes_on

    def _finish(self, opening: Opening) -> State:
        """What `end` does where something is not as usual."""
        state = self._state
        value, self._value = self._value, None
        if state.dead:
            right: tuple[int, ...] = ()
        elif value is not None:
            text = "".join(value)
            right = tuple(
                number
                for number, pattern in enumerate(state.alternatives)
                if pattern is not patterns.NOT_ALLOWED and derivatives.accepts(pattern, text, self._context)
            )
            if not right:
                self._note("content value", self._open[-1], "", state.pattern, opening.start.pattern)
        else:
            right = tuple(number for number, pattern in enumerate(state.alternatives) if pattern.nullable)
            if not right:
                follows = self._lenient is not None and self._lenient.nullable
                self._note("incomplete", self._open[-1], "", state.pattern, opening.start.pattern, follows=follows)
        # Where all are wrong, those are out that were wrong before the end: what stood in the element told which was meant.
        alive = tuple(number for number, pattern in enumerate(state.alternatives) if pattern is not patterns.NOT_ALLOWED)
        follower = opening.follow(right or alive) if right or alive else opening.follow_all()
        depth = len(self._openings)
        self._lenient = None
        self._strays.pop(depth + 1, None)
        if depth in self._lenients:
            self._lenient = follower.merged(self._lenients.pop(depth))
        self._careful = self._lenient is not None
        return follower

    # ----------------------------------------------------------------------------------------------------------- attributes

    def _attributes(self, start: State, attributes: list[str]) -> State:
        """The state after a start tag with attributes."""
        state = start
        if start.dead:
            return start
        for at in range(0, len(attributes), 2):
            name = attributes[at]
            step = state.steps.get(name) or state.step(name)
            if step is None:
                follows = self._excuse is not None and self._excuse.step(name) is not None
                self._note("unknown attribute", self._elements, as_lxml(name), state.pattern, start.pattern, follows=follows)
                continue
            following = step.take(attributes[at + 1], self._context)
            if following is None:
                self._note("attribute value", self._elements, as_lxml(name), state.pattern, start.pattern)
                following = step.pass_over()
            state = following
        return self._without(state, start)

    def _without(self, state: State, start: State) -> State:
        """The state behind a start tag. An attribute that is missing is a fault, and taken as read."""
        closed = state.closed
        if closed is not None:
            return closed
        for name in required(state.pattern) or [""]:
            follows = self._excuse is not None
            self._note("missing attribute", self._elements, name, state.pattern, start.pattern, follows=follows)
        forgiven = state.without_attributes(forgiving=True)
        return state if forgiven is None else forgiven

    # ----------------------------------------------------------------------------------------------------------------- text

    def _hear(self, text: str) -> None:
        """A piece of text; Expat parts it at least at line ends."""
        if self._value is not None:
            self._value.append(text)
        if text.strip(SPACES):
            begin = self._parser.CurrentByteIndex
            end = self._end_of_text(begin, text)
            begin += len(text) - len(text.lstrip(SPACES))
            if self._value is None:
                self._read(begin, end)
            else:
                self._said = (self._said[0] if self._said else begin, end)

    def _end_of_text(self, begin: int, text: str) -> int:
        if self._data[begin : begin + 1] == b"&":
            return self._data.index(b";", begin) + 1
        return begin + len(text.rstrip(SPACES).encode())

    def _read(self, begin: int, end: int) -> None:
        """Text that is more than white space."""
        following = self._state.after_text()
        if following is not None:
            self._state = following
            if self._lenient is not None:
                self._lenient = self._lenient.after_text() or following
            if following.listening != self._listening and following.listening != VALUE:
                self._listen(following.listening)
            return
        run = (self._elements, len(self._openings))
        same = run == self._text_at
        self._text_at = run
        if same and self._text is not None:
            # The second line of what is one fault already; jing tells of every line.
            self._text.end = end
        mended = self._lenient.after_text() if self._lenient is not None else None
        meant = [option for option in derivatives.first(self._state.pattern) if derivatives.holds_text(option.content())]
        follows = self._goes_on(frozenset(meant)) or same or mended is not None
        completing = [option for option in needed(self._state.pattern) if option in meant]
        self._lenient = mended or (self._lenient or self._state).widened(dict.fromkeys(completing))
        self._careful = True
        whole = self._openings[-1].start.pattern
        self._note("text", self._open[-1], "", self._state.pattern, whole, span=(begin, end), follows=follows)
        if not same:
            self._text = self.departures[-1]

    def _flush(self) -> None:
        """Text that waited to be a value, and is none, for an element follows it."""
        self._value = None
        if self._said is not None:
            begin, end = self._said
            # It is told where the tag is, if that ends in a later line.
            last = self._data.find(b">", self._parser.CurrentByteIndex) + 1
            self._read(begin, last if len(self._data[end:last].splitlines()) > 1 else end)
        if self._lenient is None:
            self._careful = False

    # ------------------------------------------------------------------------------------------------------------ the rest

    def _note(
        self,
        kind: Kind,
        element: int,
        name: str,
        expected: Pattern,
        pattern: Pattern,
        *,
        span: tuple[int, int] | None = None,
        follows: bool = False,
    ) -> None:
        self.departures.append(Departure(kind, element, name, expected, pattern, span, follows))

    def _declare(self, prefix: str | None, namespace: str | None) -> None:
        key = prefix or ""
        self._outer.append((key, self._context.get(key)))
        self._context[key] = namespace or ""

    def _undeclare(self, prefix: str | None) -> None:
        key, before = self._outer.pop()
        if before is None:
            self._context.pop(key, None)
        else:
            self._context[key] = before


def _may_hold(option: Element, namespace: str, local: str) -> bool:
    """Whether an element of this pattern could have a child of that name."""
    key = ("may hold", namespace, local)
    found: bool | None = option.memo.get(key)
    if found is None:
        found = any(holds(child.names, namespace, local) for child in derivatives.children(option.content()))
        option.memo[key] = found
    return found
