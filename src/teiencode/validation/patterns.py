"""Patterns of RELAX NG, and what is left of a pattern once an attribute, an element or text has been read.

This is the method of derivatives (Brzozowski 1964; Clark, "An algorithm for RELAX NG validation"): the pattern that is left
after a child says exactly what may come next, which is what an editor wants to know. Equal patterns are one object, so each
derivative is worked out once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar
from weakref import WeakValueDictionary

# ------------------------------------------------------------------------------------------------------------ name classes


@dataclass(frozen=True, slots=True)
class Name:
    """One name."""

    namespace: str
    local: str


@dataclass(frozen=True, slots=True)
class AnyName:
    """Every name (of one namespace, where `namespace` is not None) but those excepted."""

    namespace: str | None
    excepted: tuple[NameClass, ...]


@dataclass(frozen=True, slots=True)
class NameChoice:
    """The names of each of several classes."""

    options: tuple[NameClass, ...]


NameClass = Name | AnyName | NameChoice


def holds(names: NameClass, namespace: str, local: str) -> bool:
    """Whether a name is in a name class."""
    match names:
        case Name():
            return names.local == local and names.namespace == namespace
        case AnyName():
            if names.namespace is not None and names.namespace != namespace:
                return False
            return not any(holds(excepted, namespace, local) for excepted in names.excepted)
        case NameChoice():
            return any(holds(option, namespace, local) for option in names.options)


# ---------------------------------------------------------------------------------------------------------------- patterns


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Pattern:
    """What may stand at a place. `nullable`: whether nothing may."""

    nullable: bool
    memo: dict[object, Any] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class _Leaf(Pattern):
    name: str = ""


EMPTY = _Leaf(True, name="empty")
NOT_ALLOWED = _Leaf(False, name="notAllowed")
TEXT = _Leaf(True, name="text")


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Choice(Pattern):
    """One of two."""

    left: Pattern = EMPTY
    right: Pattern = EMPTY


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Group(Pattern):
    """One after the other."""

    left: Pattern = EMPTY
    right: Pattern = EMPTY


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Interleave(Pattern):
    """Both, mingled."""

    left: Pattern = EMPTY
    right: Pattern = EMPTY


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class OneOrMore(Pattern):
    """Once or again and again."""

    inner: Pattern = EMPTY


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Element(Pattern):
    """An element; `content` builds the pattern of its attributes and children when it is first asked for."""

    names: NameClass = Name("", "")
    content: Callable[[], Pattern] = lambda: EMPTY


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Attribute(Pattern):
    """An attribute and the pattern of its value."""

    names: NameClass = Name("", "")
    value: Pattern = EMPTY


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Data(Pattern):
    """Text of a datatype: `accepts` decides, `excepted` are values that it would accept and must not."""

    datatype: str = ""
    facets: tuple[tuple[str, str], ...] = ()
    accepts: Callable[[str], bool] = lambda _: False
    excepted: Pattern = NOT_ALLOWED


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Value(Pattern):
    """One literal value."""

    literal: str = ""
    exact: bool = False


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class ListOf(Pattern):
    """Words parted by white space."""

    inner: Pattern = EMPTY


# ------------------------------------------------------------------------------------------------------------ construction

_known: WeakValueDictionary[tuple[type[Pattern], int, int], Pattern] = WeakValueDictionary()
# A key holds the identities of a pattern's parts, which live as long as the pattern itself does.

_Made = TypeVar("_Made", bound=Pattern)


def _one(kind: type[_Made], left: Pattern, right: Pattern, make: Callable[[], _Made]) -> Pattern:
    """The one object for a pattern of these parts."""
    key = (kind, id(left), id(right))
    found = _known.get(key)
    if found is None:
        found = _known[key] = make()
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
    kept = list(dict.fromkeys([*options(left), *options(right)]))
    if EMPTY in kept and any(option.nullable for option in kept if option is not EMPTY):
        kept.remove(EMPTY)
    made = kept.pop()
    while kept:
        made = _choice(kept.pop(), made)
    return made


def _choice(first: Pattern, rest: Pattern) -> Pattern:
    return _one(Choice, first, rest, lambda: Choice(first.nullable or rest.nullable, left=first, right=rest))


def either(alternatives: Iterable[Pattern]) -> Pattern:
    """Any of several, without going as deep as there are alternatives."""
    made: Pattern = NOT_ALLOWED
    for alternative in alternatives:
        made = choice(made, alternative)
    return made


def group(left: Pattern, right: Pattern) -> Pattern:
    """One after the other."""
    if left is NOT_ALLOWED or right is NOT_ALLOWED:
        return NOT_ALLOWED
    if left is EMPTY:
        return right
    if right is EMPTY:
        return left
    return _one(Group, left, right, lambda: Group(left.nullable and right.nullable, left=left, right=right))


def interleave(left: Pattern, right: Pattern) -> Pattern:
    """Both, mingled."""
    if left is NOT_ALLOWED or right is NOT_ALLOWED:
        return NOT_ALLOWED
    if left is EMPTY:
        return right
    if right is EMPTY:
        return left
    return _one(Interleave, left, right, lambda: Interleave(left.nullable and right.nullable, left=left, right=right))


def one_or_more(inner: Pattern) -> Pattern:
    """Once or more."""
    if inner in (EMPTY, NOT_ALLOWED, TEXT) or isinstance(inner, OneOrMore):
        return inner
    return _one(OneOrMore, inner, EMPTY, lambda: OneOrMore(inner.nullable, inner=inner))


def optional(inner: Pattern) -> Pattern:
    """Once or not."""
    return choice(inner, EMPTY)


# ------------------------------------------------------------------------------------------------------------- derivatives


def after(pattern: Pattern, leaf: Pattern) -> Pattern:
    """What is left once `leaf` has been read: an `Element` of the pattern, or `TEXT`."""
    left: Pattern | None = pattern.memo.get(leaf)
    if left is None:
        left = pattern.memo[leaf] = _after(pattern, leaf)
    return left


def _after(pattern: Pattern, leaf: Pattern) -> Pattern:
    match pattern:
        case Element():
            return EMPTY if pattern is leaf else NOT_ALLOWED
        case Choice():
            return either(after(option, leaf) for option in options(pattern))
        case Group(left=left, right=right):
            taken = group(after(left, leaf), right)
            return choice(taken, after(right, leaf)) if left.nullable else taken
        case Interleave(left=left, right=right):
            return choice(interleave(after(left, leaf), right), interleave(left, after(right, leaf)))
        case OneOrMore(inner=inner):
            return group(after(inner, leaf), optional(pattern))
    return TEXT if pattern is TEXT and leaf is TEXT else NOT_ALLOWED


def attributes_named(pattern: Pattern, namespace: str, local: str) -> tuple[Attribute, ...]:
    """The attributes of that name that the pattern has, in whatever place."""
    key = ("attributes", namespace, local)
    found: tuple[Attribute, ...] | None = pattern.memo.get(key)
    if found is None:
        named = (part for part in parts(pattern) if isinstance(part, Attribute) and holds(part.names, namespace, local))
        found = pattern.memo[key] = tuple(dict.fromkeys(named))
    return found


def after_attributes(pattern: Pattern, read: frozenset[Attribute]) -> Pattern:
    """What is left once an attribute has been read that any of `read` holds. Attributes have no order."""
    if not _has_attributes(pattern):
        return NOT_ALLOWED
    left: Pattern | None = pattern.memo.get(read)
    if left is None:
        left = pattern.memo[read] = _after_attributes(pattern, read)
    return left


def _after_attributes(pattern: Pattern, read: frozenset[Attribute]) -> Pattern:
    match pattern:
        case Attribute():
            return EMPTY if pattern in read else NOT_ALLOWED
        case Choice():
            return either(after_attributes(option, read) for option in options(pattern))
        case Group(left=left, right=right):
            return choice(group(after_attributes(left, read), right), group(left, after_attributes(right, read)))
        case Interleave(left=left, right=right):
            return choice(interleave(after_attributes(left, read), right), interleave(left, after_attributes(right, read)))
        case OneOrMore(inner=inner):
            return group(after_attributes(inner, read), optional(pattern))
    return NOT_ALLOWED


def _has_attributes(pattern: Pattern) -> bool:
    """Whether there is any attribute in the pattern: most of it is children, and need not be entered."""
    found: bool | None = pattern.memo.get("has attributes")
    if found is None:
        found = pattern.memo["has attributes"] = any(isinstance(part, Attribute) for part in parts(pattern))
    return found


def without_attributes(pattern: Pattern, *, forgiving: bool = False) -> Pattern:
    """What is left when no attribute follows: nothing where one is required, unless `forgiving` takes it as read."""
    if not _has_attributes(pattern):
        return pattern
    key = ("without", forgiving)
    left: Pattern | None = pattern.memo.get(key)
    if left is None:
        left = pattern.memo[key] = _without_attributes(pattern, forgiving)
    return left


def _without_attributes(pattern: Pattern, forgiving: bool) -> Pattern:
    match pattern:
        case Attribute():
            return EMPTY if forgiving else NOT_ALLOWED
        case Choice():
            return either(without_attributes(option, forgiving=forgiving) for option in options(pattern))
        case Group(left=left, right=right):
            return group(without_attributes(left, forgiving=forgiving), without_attributes(right, forgiving=forgiving))
        case Interleave(left=left, right=right):
            return interleave(without_attributes(left, forgiving=forgiving), without_attributes(right, forgiving=forgiving))
        case OneOrMore(inner=inner):
            return one_or_more(without_attributes(inner, forgiving=forgiving))
    return pattern


# ------------------------------------------------------------------------------------------------------------------ values


def accepts(pattern: Pattern, text: str) -> bool:
    """Whether a value (of an attribute, or of an element that holds a value) fits."""
    match pattern:
        case Choice():
            return any(accepts(option, text) for option in options(pattern))
        case Data():
            return pattern.accepts(text) and not accepts(pattern.excepted, text)
        case Value():
            return text == pattern.literal if pattern.exact else text.split() == pattern.literal.split()
        case ListOf(inner=inner):
            for word in text.split():
                inner = _after_word(inner, word)
            return inner.nullable
    return pattern is TEXT or (pattern is EMPTY and not text.strip())


def _after_word(pattern: Pattern, word: str) -> Pattern:
    """What is left of a list's pattern once a word has been read."""
    match pattern:
        case Data() | Value():
            return EMPTY if accepts(pattern, word) else NOT_ALLOWED
        case Choice():
            return either(_after_word(option, word) for option in options(pattern))
        case Group(left=left, right=right):
            taken = group(_after_word(left, word), right)
            return choice(taken, _after_word(right, word)) if left.nullable else taken
        case OneOrMore(inner=inner):
            return group(_after_word(inner, word), optional(pattern))
    return NOT_ALLOWED


def holds_value(pattern: Pattern) -> bool:
    """Whether the content is a value (data, a literal, a list), so that no element can stand in it."""
    found: bool | None = pattern.memo.get("holds value")
    if found is None:
        found = pattern.memo["holds value"] = any(isinstance(part, (Data, Value, ListOf)) for part in parts(pattern))
    return found


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


def first(pattern: Pattern) -> tuple[Element, ...]:
    """The elements that may come next, in the schema's order."""
    found: tuple[Element, ...] | None = pattern.memo.get("first")
    if found is None:
        found = pattern.memo["first"] = tuple(dict.fromkeys(_first(pattern)))
    return found


def _first(pattern: Pattern) -> Iterator[Element]:
    match pattern:
        case Element():
            yield pattern
        case Choice():
            for option in options(pattern):
                yield from first(option)
        case Interleave(left=left, right=right):
            yield from first(left)
            yield from first(right)
        case Group(left=left, right=right):
            yield from first(left)
            if left.nullable:
                yield from first(right)
        case OneOrMore(inner=inner):
            yield from first(inner)
