"""Content as XSD has it: particles of elements without text, and whether a parser always knows which one it reads.

XSD 1.0 asks that each element of a document be known by its name alone as one place of the content model (*unique particle
attribution*). That is the determinism of Brüggemann-Klein and Wood, *One-unambiguous regular languages* (1998): no place may be
followed by two places of one name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Leaf:
    """An element: its name in documents, and the name of its type; no type is an element of another namespace."""

    name: str
    type: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """Particles one after the other; none is nothing."""

    parts: tuple[Particle, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """One of several particles."""

    parts: tuple[Particle, ...]


@dataclass(frozen=True, slots=True)
class Often:
    """A particle optional, or any number of times, or both."""

    inner: Particle
    optional: bool
    repeated: bool


@dataclass(frozen=True, slots=True)
class Named:
    """A particle with a name of its own."""

    name: str
    inner: Particle


Particle = Leaf | Row | Either | Often | Named
NOTHING = Row(())


def leaves(particle: Particle) -> Iterator[Leaf]:
    """All elements of a particle, in their order; some more than once."""
    match particle:
        case Leaf():
            yield particle
        case Row(parts=parts) | Either(parts=parts):
            for part in parts:
                yield from leaves(part)
        case Often(inner=inner) | Named(inner=inner):
            yield from leaves(inner)


def is_deterministic(particle: Particle) -> bool:
    """Whether each element is known by its name as one place of the particle."""
    return _Places().are_distinct(particle)


class _Places:
    def __init__(self) -> None:
        self.names: list[str] = []
        self.follow: list[set[int]] = []

    def are_distinct(self, particle: Particle) -> bool:
        _, first, _ = self._read(particle)
        return all(self._distinct(places) for places in (first, *self.follow))

    def _distinct(self, places: set[int]) -> bool:
        return len({self.names[place] for place in places}) == len(places)

    def _read(self, particle: Particle) -> tuple[bool, set[int], set[int]]:
        """Whether a particle may be empty, and its first and last places."""
        match particle:
            case Leaf(name=name):
                self.names.append(name)
                self.follow.append(set())
                return False, {len(self.names) - 1}, {len(self.names) - 1}
            case Named(inner=inner):
                return self._read(inner)
            case Often(inner=inner, optional=optional, repeated=repeated):
                empty, first, last = self._read(inner)
                if repeated:
                    for place in last:
                        self.follow[place] |= first
                return empty or optional, first, last
            case Either(parts=parts):
                read = [self._read(part) for part in parts]
                firsts = {place for _, first, _ in read for place in first}
                return any(empty for empty, _, _ in read), firsts, {place for _, _, last in read for place in last}
            case Row(parts=parts):
                empty, first, last = True, set[int](), set[int]()
                for part in parts:
                    part_empty, part_first, part_last = self._read(part)
                    for place in last:
                        self.follow[place] |= part_first
                    first = first | part_first if empty else first
                    last = last | part_last if part_empty else part_last
                    empty = empty and part_empty
                return empty, first, last
