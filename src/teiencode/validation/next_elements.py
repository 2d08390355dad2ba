"""The elements that may come next in a pattern: their names, and those that hold words, or others; worked out once a pattern."""

from __future__ import annotations

from functools import lru_cache

from teiencode.validation import derivatives, patterns
from teiencode.validation.names import holds, plain_names, wildcards
from teiencode.validation.nearest import common_first
from teiencode.validation.patterns import Pattern
from teiencode.validation.required import needed
from teiencode.validation.schema_names import child_names, element_names
from teiencode.validation.vocabularies import ROOTS

_DEEPEST = 5
"""So many elements in each other are shown where each needs the next."""


def next_names(pattern: Pattern) -> list[str]:
    """The local names of the elements that may come next."""
    found: list[str] | None = pattern.memo.get("next names")
    if found is None:
        found = pattern.memo["next names"] = element_names(derivatives.first(pattern))
    return found


def speaking_next(pattern: Pattern) -> tuple[patterns.Element, ...]:
    """The elements that may come next and hold words."""
    found: tuple[patterns.Element, ...] | None = pattern.memo.get("speaking next")
    if found is None:
        options = derivatives.first(pattern)
        found = pattern.memo["speaking next"] = tuple(each for each in options if derivatives.holds_text(each.content()))
    return found


def holders_next(pattern: Pattern, local: str, *, without_words: bool = False) -> tuple[patterns.Element, ...]:
    """The elements that may come next and hold one of a name; `without_words`: only those that hold no words."""
    key = ("holders next", local, without_words)
    found: tuple[patterns.Element, ...] | None = pattern.memo.get(key)
    if found is None:
        found = pattern.memo[key] = tuple(
            each
            for each in derivatives.first(pattern)
            if local in child_names(each.content()) and not (without_words and derivatives.holds_text(each.content()))
        )
    return found


def other_namespaces(pattern: Pattern, namespace: str, local: str) -> list[str]:
    """Other namespaces than that of the document, in which an element of this name may come next."""
    key = ("other namespaces", namespace, local)
    found: list[str] | None = pattern.memo.get(key)
    if found is None:
        options = derivatives.first(pattern)
        wild = [each.namespace for option in options for each in wildcards(option.names)]
        plain = [name.namespace for option in options for name in plain_names(option.names) if name.local == local]
        known = ROOTS.get(local)
        anywhere = [known] if known and any(holds(option.names, known, local) for option in options) else []
        others = dict.fromkeys(each for each in (*anywhere, *plain, *wild) if each and each != namespace)
        found = pattern.memo[key] = list(others)
    return found


@lru_cache(maxsize=1_000)
def with_what_it_needs(expected: patterns.Pattern, name: str) -> str:
    """The tags of an element that is missing, with that in it without which it would be incomplete itself."""
    names, _ = _needed_within(expected, name)
    return _tags(names) if len(names) > 1 else f"<{name}>"


@lru_cache(maxsize=1_000)
def nested_around(expected: patterns.Pattern, name: str, inner: str | None) -> str:
    """The tags of an element and of what it needs, so that the innermost may hold words, or an element of the name `inner`.

    So a row with a cell in it. '' where the element itself may, or none of them.
    """
    names, left = _needed_within(expected, name)
    holds = derivatives.holds_text(left) if inner is None else inner in child_names(left)
    return _tags(names) if holds and len(names) > 1 else ""


def _tags(names: list[str]) -> str:
    """The tags of elements in each other."""
    return "".join(f"<{each}>" for each in names) + "…" + "".join(f"</{each}>" for each in reversed(names))


def _needed_within(expected: patterns.Pattern, name: str) -> tuple[list[str], patterns.Pattern]:
    """The names of an element and of those in it without which it would be incomplete, and what the innermost holds."""
    names = [name]
    left = _content_of(expected, name)
    while not left.nullable and not derivatives.holds_text(left) and len(names) < _DEEPEST:
        inner = [each for each in common_first(element_names(needed(left))) if each not in names]
        if not inner:
            break  # a value is needed, or an element of any name
        names.append(inner[0])
        left = _content_of(left, names[-1])
    return names, left


def _content_of(expected: patterns.Pattern, name: str) -> patterns.Pattern:
    """What an element of this name holds that may stand at a place, its attributes taken as given."""
    for option in derivatives.first(expected):
        if name in element_names((option,)):
            return derivatives.without_attributes(option.content(), forgiving=True)
    return patterns.EMPTY
