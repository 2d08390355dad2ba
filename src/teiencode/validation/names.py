"""Name classes of RELAX NG: the names that an element or attribute pattern stands for (specification, sections 6.2.1 and 7.3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

_NO_NAMESPACE = "\0 none"
_NO_LOCAL = "\0"
"""A namespace and a local name that nobody writes: they stand for all that two classes do not mention."""


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
    return specificity(names, namespace, local) >= 0


def specificity(names: NameClass, namespace: str, local: str) -> int:
    """How closely a class means a name: 2 by the name itself, 1 by its namespace, 0 as any name; -1 where it does not hold it."""
    match names:
        case Name():
            return 2 if names.local == local and names.namespace == namespace else -1
        case AnyName():
            if names.namespace is not None and names.namespace != namespace:
                return -1
            if any(holds(excepted, namespace, local) for excepted in names.excepted):
                return -1
            return 0 if names.namespace is None else 1
        case NameChoice():
            return max(specificity(option, namespace, local) for option in names.options)


def plain_names(names: NameClass) -> Iterator[Name]:
    """The names that a class spells out."""
    match names:
        case Name():
            yield names
        case NameChoice():
            for option in names.options:
                yield from plain_names(option)


def wildcards(names: NameClass) -> Iterator[AnyName]:
    """The parts of a class that have no end of names."""
    match names:
        case AnyName():
            yield names
        case NameChoice():
            for option in names.options:
                yield from wildcards(option)


def overlap(one: NameClass, other: NameClass) -> bool:
    """Whether some name is in both classes.

    Two classes that have any name in common have one in common that either mentions, or one that stands for all that
    neither does: in a namespace that one mentions, or in none of these.
    """
    return any(
        holds(one, name.namespace, name.local) and holds(other, name.namespace, name.local)
        for names in (one, other)
        for name in _examples(names)
    )


def _examples(names: NameClass) -> Iterator[Name]:
    match names:
        case Name():
            yield names
        case AnyName():
            yield Name(_NO_NAMESPACE if names.namespace is None else names.namespace, _NO_LOCAL)
            for excepted in names.excepted:
                yield from _examples(excepted)
        case NameChoice():
            for option in names.options:
                yield from _examples(option)
