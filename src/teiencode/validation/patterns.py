"""Patterns of RELAX NG. Equal patterns are one object, so whatever is worked out about one is worked out once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from teiencode.validation.datatypes import Datatype
from teiencode.validation.names import NameClass
from teiencode.validation.schema_file import Node


class Pattern:
    """What may stand at a place. `nullable`: whether nothing may. `memo`: what has been worked out about it."""

    __slots__ = ("memo", "nullable")

    def __init__(self, nullable: bool) -> None:
        """Take what is known when the pattern is made."""
        self.nullable = nullable
        self.memo: dict[object, Any] = {}


class _Leaf(Pattern):
    """A pattern without parts."""

    __slots__ = ("name",)

    def __init__(self, nullable: bool, name: str) -> None:
        super().__init__(nullable)
        self.name = name


EMPTY = _Leaf(True, "empty")
NOT_ALLOWED = _Leaf(False, "notAllowed")
TEXT = _Leaf(True, "text")


class _Pair(Pattern):
    """A pattern of two parts."""

    __slots__ = ("left", "right")

    def __init__(self, nullable: bool, left: Pattern, right: Pattern) -> None:
        super().__init__(nullable)
        self.left = left
        self.right = right


class Choice(_Pair):
    """One of two."""

    __slots__ = ()


class Group(_Pair):
    """One after the other."""

    __slots__ = ()


class Interleave(_Pair):
    """Both, mingled."""

    __slots__ = ()


class OneOrMore(Pattern):
    """Once or again and again. `takes_text`: whether it may be text each time."""

    __slots__ = ("inner", "takes_text")

    def __init__(self, inner: Pattern) -> None:
        """Take what is repeated."""
        super().__init__(inner.nullable)
        self.inner = inner
        self.takes_text = any(option is TEXT for option in options(inner))


class Element(Pattern):
    """An element. `content` is the pattern of its attributes and children, set once the whole schema has been read."""

    __slots__ = ("_content", "names", "place")

    def __init__(self, names: NameClass, place: Node) -> None:
        """Take the names, and where in the schema the pattern stands."""
        super().__init__(False)
        self.names = names
        self.place = place
        self._content: Pattern = NOT_ALLOWED

    def content(self) -> Pattern:
        """What the element holds."""
        return self._content

    def set_content(self, content: Pattern) -> None:
        """Complete the element: elements may hold each other, so that this cannot be done when it is made."""
        self._content = content


class Attribute(Pattern):
    """An attribute and the pattern of its value."""

    __slots__ = ("names", "value")

    def __init__(self, names: NameClass, value: Pattern) -> None:
        """Take the parts."""
        super().__init__(False)
        self.names = names
        self.value = value


class Data(Pattern):
    """Text of a datatype, but for the values `excepted`."""

    __slots__ = ("excepted", "type")

    def __init__(self, type: Datatype, excepted: Pattern) -> None:
        """Take the parts."""
        super().__init__(False)
        self.type = type
        self.excepted = excepted

    @property
    def datatype(self) -> str:
        """The name of the datatype."""
        return self.type.name

    @property
    def facets(self) -> tuple[tuple[str, str], ...]:
        """The datatype's parameters."""
        return self.type.facets

    def accepts(self, text: str) -> bool:
        """Whether a text is of the datatype, wherever it stands."""
        return self.type.accepts(text, {})


class Value(Pattern):
    """One value, as the schema writes it."""

    __slots__ = ("key", "literal", "type")

    def __init__(self, type: Datatype, literal: str, key: object) -> None:
        """Take the value as written, and as the datatype's own value (`Datatype.value`)."""
        super().__init__(False)
        self.type = type
        self.literal = literal
        self.key = key


class ListOf(Pattern):
    """Words parted by white space."""

    __slots__ = ("inner",)

    def __init__(self, inner: Pattern) -> None:
        """Take the pattern of the words."""
        super().__init__(False)
        self.inner = inner


# ------------------------------------------------------------------------------------------------------------ construction

_known: dict[tuple[object, ...], Pattern] = {}
# A key holds the identities of a pattern's parts, which live as long as the pattern itself does.

MOST_KNOWN = 200_000
"""So many patterns are remembered; then all are forgotten, which costs time later and nothing else."""


def _remember(key: tuple[object, ...], pattern: Pattern) -> Pattern:
    if len(_known) >= MOST_KNOWN:
        _known.clear()
    _known[key] = pattern
    return pattern


def _one(key: tuple[object, ...], make: Callable[[], Pattern]) -> Pattern:
    """The one object for a pattern of these parts."""
    found = _known.get(key)
    if found is None:
        found = _remember(key, make())
    return found


def options(pattern: Pattern) -> Iterator[Pattern]:
    """The alternatives of a pattern, from left to right."""
    while isinstance(pattern, Choice):
        yield pattern.left
        pattern = pattern.right
    yield pattern


def choice(left: Pattern, right: Pattern) -> Pattern:
    """Either; alternatives that are there twice are kept once."""
    if left is NOT_ALLOWED or left is right:
        return right
    if right is NOT_ALLOWED:
        return left
    return either((left, right))


def either(alternatives: Iterable[Pattern]) -> Pattern:
    """Any of several, each kept once; `EMPTY` is left out where another may be empty already."""
    kept: dict[Pattern, None] = {}
    for alternative in alternatives:
        if isinstance(alternative, Choice):
            kept.update(dict.fromkeys(options(alternative)))
        elif alternative is not NOT_ALLOWED:
            kept[alternative] = None
    if EMPTY in kept and any(option.nullable for option in kept if option is not EMPTY):
        del kept[EMPTY]
    if not kept:
        return NOT_ALLOWED
    made, _ = kept.popitem()
    while kept:
        made = _choice(kept.popitem()[0], made)
    return made


def _choice(first: Pattern, rest: Pattern) -> Pattern:
    key = (Choice, id(first), id(rest))
    found = _known.get(key)
    if found is None:
        found = _remember(key, Choice(first.nullable or rest.nullable, first, rest))
    return found


def group(left: Pattern, right: Pattern) -> Pattern:
    """One after the other."""
    if left is NOT_ALLOWED or right is NOT_ALLOWED:
        return NOT_ALLOWED
    if left is EMPTY:
        return right
    if right is EMPTY:
        return left
    if left is TEXT and isinstance(right, OneOrMore) and right.takes_text:
        return right  # text before it is text in it, so that a paragraph is in one state, whatever text it has had
    return _one((Group, id(left), id(right)), lambda: Group(left.nullable and right.nullable, left, right))


def interleave(left: Pattern, right: Pattern) -> Pattern:
    """Both, mingled."""
    if left is NOT_ALLOWED or right is NOT_ALLOWED:
        return NOT_ALLOWED
    if left is EMPTY:
        return right
    if right is EMPTY:
        return left
    return _one((Interleave, id(left), id(right)), lambda: Interleave(left.nullable and right.nullable, left, right))


def joined(join: Callable[[Pattern, Pattern], Pattern], made: Sequence[Pattern]) -> Pattern:
    """Several patterns joined by `group` or `interleave`, as a tree that is no deeper than it must be."""
    if not made:
        return EMPTY
    while len(made) > 1:
        pairs = [join(left, right) for left, right in zip(made[::2], made[1::2], strict=False)]
        made = [*pairs, made[-1]] if len(made) % 2 else pairs
    return made[0]


def one_or_more(inner: Pattern) -> Pattern:
    """Once or more."""
    if inner is EMPTY or inner is NOT_ALLOWED or inner is TEXT or isinstance(inner, OneOrMore):
        return inner
    return _one((OneOrMore, id(inner)), lambda: OneOrMore(inner))


def optional(inner: Pattern) -> Pattern:
    """Once or not."""
    return inner if inner.nullable else choice(inner, EMPTY)


def attribute(names: NameClass, value: Pattern) -> Pattern:
    """An attribute; one whose value nothing can be is not allowed."""
    return NOT_ALLOWED if value is NOT_ALLOWED else _one((Attribute, names, id(value)), lambda: Attribute(names, value))


def data(type: Datatype, excepted: Pattern = NOT_ALLOWED) -> Pattern:
    """Text of a datatype."""
    return _one((Data, type, id(excepted)), lambda: Data(type, excepted))


def value(type: Datatype, literal: str, key: object) -> Pattern:
    """One value. `key` is `literal` as a value of the datatype."""
    return _one((Value, type, literal, key), lambda: Value(type, literal, key))


def list_of(inner: Pattern) -> Pattern:
    """Words parted by white space."""
    return NOT_ALLOWED if inner is NOT_ALLOWED else _one((ListOf, id(inner)), lambda: ListOf(inner))


# ------------------------------------------------------------------------------------------------------------------- parts


def parts(pattern: Pattern) -> Iterator[Pattern]:
    """The leaves of a pattern, from left to right: elements, attributes, text and values, none entered."""
    waiting = [pattern]
    while waiting:
        part = waiting.pop()
        match part:
            case Choice(left=left, right=right) | Group(left=left, right=right) | Interleave(left=left, right=right):
                waiting += (right, left)
            case OneOrMore(inner=inner):
                waiting.append(inner)
            case _:
                yield part
