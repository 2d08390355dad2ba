"""A RELAX NG schema ready for use: its patterns, all checked."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from teiencode.validation import patterns
from teiencode.validation.errors import SchemaError
from teiencode.validation.names import plain_names, specificity
from teiencode.validation.patterns import Pattern
from teiencode.validation.restrictions import check_restrictions
from teiencode.validation.simplification import read_patterns


class Grammar:
    """A schema as patterns: where a document begins (`start`), and every element that can be reached from there.

    `needs_context`: whether any value depends on the namespaces that are declared where it stands.
    """

    def __init__(self, file: Path) -> None:
        """Read a schema file and those that it names. Raises `SchemaError` for whatever is wrong in them."""
        try:
            self.start, root, self.needs_context = read_patterns(file)
            self.elements = _reachable(self.start)
            check_restrictions(self.start, root, self.elements)
        except RecursionError as error:
            raise SchemaError(f"{file}: its patterns stand too deep in each other.") from error
        self._named: dict[tuple[str, str], Pattern] = {}

    def content_anywhere(self, namespace: str, local: str) -> Pattern:
        """What an element of this name holds wherever the schema has it: of those patterns that mean the name most closely.

        Nothing (`NOT_ALLOWED`) where the schema has no such element.
        """
        key = (namespace, local)
        found = self._named.get(key)
        if found is None:
            by_closeness: dict[int, list[Pattern]] = {}
            for element in self.elements:
                by_closeness.setdefault(specificity(element.names, namespace, local), []).append(element.content())
            by_closeness.pop(-1, None)
            found = patterns.either(by_closeness[max(by_closeness)]) if by_closeness else patterns.NOT_ALLOWED
            self._named[key] = found
        return found

    @cached_property
    def files(self) -> tuple[Path, ...]:
        """The files that the elements stand in."""
        return tuple(dict.fromkeys(element.place.source.file for element in self.elements))

    @cached_property
    def names(self) -> frozenset[tuple[str, str]]:
        """The namespaces and local names of the elements that the schema names; those of wildcards have none."""
        return frozenset((name.namespace, name.local) for element in self.elements for name in plain_names(element.names))


def _reachable(start: Pattern) -> tuple[patterns.Element, ...]:
    """All element patterns that can be reached from the start, in the order in which they are met."""
    met: dict[patterns.Element, None] = {}
    seen: set[Pattern] = set()
    waiting = [start]
    while waiting:
        part = waiting.pop()
        if part in seen:
            continue
        seen.add(part)
        match part:
            case patterns.Element():
                met[part] = None
                waiting.append(part.content())
            case patterns.Choice(left=left, right=right) | patterns.Group(left=left, right=right):
                waiting += (right, left)
            case patterns.Interleave(left=left, right=right):
                waiting += (right, left)
            case patterns.OneOrMore(inner=inner):
                waiting.append(inner)
    return tuple(met)
