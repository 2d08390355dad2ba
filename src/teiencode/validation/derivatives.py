"""What is left of a pattern once an attribute, an element or text has been read, and whether a text is a value of a pattern.

This is the method of derivatives (Brzozowski 1964; Clark, "An algorithm for RELAX NG validation"): the pattern that is left
after a child says exactly what may come next, which is what an editor wants to know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from teiencode.validation.names import holds
from teiencode.validation.patterns import (
    EMPTY,
    NOT_ALLOWED,
    TEXT,
    Attribute,
    Choice,
    Data,
    Element,
    Group,
    Interleave,
    ListOf,
    OneOrMore,
    Pattern,
    Value,
    choice,
    either,
    group,
    interleave,
    one_or_more,
    optional,
    options,
)
from teiencode.validation.whitespace import SPACES, words


def after(pattern: Pattern, leaf: Pattern) -> Pattern:
    """What is left once `leaf` has been read: an `Element` of the pattern, or `TEXT`."""
    left: Pattern | None = pattern.memo.get(leaf)
    if left is None:
        left = pattern.memo[leaf] = _after(pattern, leaf)
    return left


def _after(pattern: Pattern, leaf: Pattern) -> Pattern:
    if leaf is not TEXT and leaf not in first(pattern):
        return NOT_ALLOWED
    match pattern:
        case Element():
            return EMPTY if pattern is leaf else NOT_ALLOWED
        case Choice():
            return either([after(option, leaf) for option in options(pattern)])
        case Group(left=left, right=right):
            taken = group(after(left, leaf), right)
            return choice(taken, after(right, leaf)) if left.nullable else taken
        case Interleave(left=left, right=right):
            return choice(interleave(after(left, leaf), right), interleave(left, after(right, leaf)))
        case OneOrMore(inner=inner):
            return group(after(inner, leaf), optional(pattern))
    return TEXT if pattern is TEXT and leaf is TEXT else NOT_ALLOWED


Derivative = Callable[[Pattern, Element], Pattern]
"""From a pattern and an element of it to what is left."""


def skipping(pattern: Pattern, leaf: Element) -> Pattern:
    """What is left once `leaf` has been read, where what a group has before it may be missing (jing recovers so)."""
    key = ("skipping", leaf)
    left: Pattern | None = pattern.memo.get(key)
    if left is None:
        left = pattern.memo[key] = _skipping(pattern, leaf)
    return left


def _skipping(pattern: Pattern, leaf: Element) -> Pattern:
    match pattern:
        case Element():
            return EMPTY if pattern is leaf else NOT_ALLOWED
        case Choice():
            return either([skipping(option, leaf) for option in options(pattern)])
        case Group(left=left, right=right):
            return choice(group(skipping(left, leaf), right), skipping(right, leaf))
        case Interleave(left=left, right=right):
            return choice(interleave(skipping(left, leaf), right), interleave(left, skipping(right, leaf)))
        case OneOrMore(inner=inner):
            return group(skipping(inner, leaf), optional(pattern))
    return NOT_ALLOWED


def attributes_named(pattern: Pattern, namespace: str, local: str) -> tuple[Attribute, ...]:
    """The attributes of that name that the pattern has, in whatever place."""
    key = ("named", namespace, local)
    found: tuple[Attribute, ...] | None = pattern.memo.get(key)
    if found is None:
        named = tuple(part for part in attributes(pattern) if holds(part.names, namespace, local))
        found = pattern.memo[key] = named
    return found


def attributes(pattern: Pattern) -> tuple[Attribute, ...]:
    """The attributes that the pattern has, each once."""
    found: tuple[Attribute, ...] | None = pattern.memo.get("attributes")
    if found is None:
        match pattern:
            case Attribute():
                found = (pattern,)
            case Choice():
                found = tuple(dict.fromkeys(part for option in options(pattern) for part in attributes(option)))
            case Group() | Interleave():
                found = tuple(dict.fromkeys(attributes(pattern.left) + attributes(pattern.right)))
            case OneOrMore():
                found = attributes(pattern.inner)
            case _:
                found = ()
        pattern.memo["attributes"] = found
    return found


def after_attributes(pattern: Pattern, read: frozenset[Attribute]) -> Pattern:
    """What is left once an attribute has been read that any of `read` holds. Attributes have no order."""
    if read.isdisjoint(attributes(pattern)):
        return NOT_ALLOWED
    left: Pattern | None = pattern.memo.get(read)
    if left is None:
        left = pattern.memo[read] = _after_attributes(pattern, read)
    return left


def _after_attributes(pattern: Pattern, read: frozenset[Attribute]) -> Pattern:
    match pattern:
        case Attribute():
            return EMPTY
        case Choice():
            return either([after_attributes(option, read) for option in options(pattern)])
        case Group(left=left, right=right):
            return choice(group(after_attributes(left, read), right), group(left, after_attributes(right, read)))
        case Interleave(left=left, right=right):
            return choice(interleave(after_attributes(left, read), right), interleave(left, after_attributes(right, read)))
        case OneOrMore(inner=inner):
            return group(after_attributes(inner, read), optional(pattern))
    return NOT_ALLOWED


def without_attributes(pattern: Pattern, *, forgiving: bool = False) -> Pattern:
    """What is left when no attribute follows: nothing where one is required, unless `forgiving` takes it as read."""
    if not attributes(pattern):
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
            return either([without_attributes(option, forgiving=forgiving) for option in options(pattern)])
        case Group(left=left, right=right):
            return group(without_attributes(left, forgiving=forgiving), without_attributes(right, forgiving=forgiving))
        case Interleave(left=left, right=right):
            return interleave(without_attributes(left, forgiving=forgiving), without_attributes(right, forgiving=forgiving))
        case OneOrMore(inner=inner):
            return one_or_more(without_attributes(inner, forgiving=forgiving))
    return pattern


# ------------------------------------------------------------------------------------------------------------------ values


def accepts(pattern: Pattern, text: str, context: Mapping[str, str] | None = None) -> bool:
    """Whether a value (of an attribute, or of an element without children) fits.

    `context` are the namespaces by prefix where the value stands; only names with prefixes need them.
    """
    match pattern:
        case Choice():
            return any(accepts(option, text, context) for option in options(pattern))
        case Data(type=type, excepted=excepted):
            if not type.accepts(text, context or {}):
                return False
            return excepted is NOT_ALLOWED or not accepts(excepted, text, context)
        case Value(type=type, key=key):
            return type.value(text, context or {}) == key
        case ListOf(inner=inner):
            left = inner
            for word in words(text):
                left = _after_word(left, word, context)
                if left is NOT_ALLOWED:
                    return False
            return left.nullable
    if not text.strip(SPACES):
        return pattern.nullable
    return after(pattern, TEXT).nullable


def _after_word(pattern: Pattern, word: str, context: Mapping[str, str] | None) -> Pattern:
    """What is left of a list's pattern once a word has been read."""
    match pattern:
        case Data() | Value():
            return EMPTY if accepts(pattern, word, context) else NOT_ALLOWED
        case Choice():
            return either([_after_word(option, word, context) for option in options(pattern)])
        case Group(left=left, right=right):
            taken = group(_after_word(left, word, context), right)
            return choice(taken, _after_word(right, word, context)) if left.nullable else taken
        case OneOrMore(inner=inner):
            return group(_after_word(inner, word, context), optional(pattern))
    return NOT_ALLOWED


def holds_value(pattern: Pattern) -> bool:
    """Whether the content may be a value (data, a literal, a list), so that white space counts."""
    return _has(pattern, "holds value", lambda leaf: isinstance(leaf, (Data, Value, ListOf)))


def holds_text(pattern: Pattern) -> bool:
    """Whether text may stand anywhere in the pattern."""
    return _has(pattern, "holds text", lambda leaf: leaf is TEXT)


def _has(pattern: Pattern, what: str, is_one: Callable[[Pattern], bool]) -> bool:
    """Whether a leaf of the pattern is such a one. Patterns share their parts, so each part is asked once."""
    found: bool | None = pattern.memo.get(what)
    if found is None:
        match pattern:
            case Choice():
                found = any(_has(option, what, is_one) for option in options(pattern))
            case Group(left=left, right=right) | Interleave(left=left, right=right):
                found = _has(left, what, is_one) or _has(right, what, is_one)
            case OneOrMore(inner=inner):
                found = _has(inner, what, is_one)
            case _:
                found = is_one(pattern)
        pattern.memo[what] = found
    return found


def children(pattern: Pattern) -> frozenset[Element]:
    """The elements that the pattern has, in whatever place."""
    found: frozenset[Element] | None = pattern.memo.get("children")
    if found is None:
        match pattern:
            case Element():
                found = frozenset((pattern,))
            case Choice():
                found = frozenset().union(*(children(option) for option in options(pattern)))
            case Group() | Interleave():
                found = children(pattern.left) | children(pattern.right)
            case OneOrMore():
                found = children(pattern.inner)
            case _:
                found = frozenset()
        pattern.memo["children"] = found
    return found


def first(pattern: Pattern) -> Mapping[Element, None]:
    """The elements that may come next, in the schema's order."""
    found: dict[Element, None] | None = pattern.memo.get("first")
    if found is None:
        found = pattern.memo["first"] = dict.fromkeys(_first(pattern))
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
