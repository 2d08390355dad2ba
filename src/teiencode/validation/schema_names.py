"""The names of a schema: of elements and attributes, who has them, and what they stand for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, cached_property
from pathlib import Path

from teiencode.validation import derivatives, patterns
from teiencode.validation.glosses import read_glosses
from teiencode.validation.grammar import Grammar
from teiencode.validation.names import plain_names
from teiencode.validation.paths import local_name
from teiencode.validation.patterns import Pattern

XML = "{http://www.w3.org/XML/1998/namespace}"
"""The namespace of xml:id and xml:lang, as lxml writes it."""


@cache
def names_of(grammar: Grammar, tei_source: Path | None = None) -> SchemaNames:
    """The names of a schema, worked out once a process."""
    return SchemaNames(grammar, tei_source)


class SchemaNames:
    """What there is to say of a schema's names. Each property is worked out where it is first asked for."""

    def __init__(self, grammar: Grammar, tei_source: Path | None) -> None:
        """Take the grammar, and a source that says what names stand for where the grammar does not."""
        self._grammar = grammar
        self._files = grammar.files if tei_source is None else (*grammar.files, tei_source)

    @cached_property
    def glosses(self) -> dict[str, str]:
        """What the names of elements stand for."""
        return {name: gloss for name, (gloss, _) in read_glosses(self._files).items() if gloss}

    @cached_property
    def owner_names(self) -> dict[str, frozenset[str]]:
        """The names of the elements that may have an attribute, by the attribute's name as it is written."""
        return {name: frozenset(element_names(owners)) for name, owners in self.owners.items()}

    @cached_property
    def everywhere(self) -> tuple[str, ...]:
        """The names of all elements of the schema."""
        return tuple(element_names(self._grammar.elements))

    @cached_property
    def owners(self) -> dict[str, list[patterns.Element]]:
        """The elements that may have an attribute, by the attribute's name as it is written."""
        owners: dict[str, list[patterns.Element]] = {}
        for element in self._grammar.elements:
            for name in attribute_names(element.content()):
                owners.setdefault(name, []).append(element)
        return owners

    def holders(self, local: str) -> list[str]:
        """The names of the elements that an element of this name may stand in."""
        return self._holders.get(local, [])

    @cached_property
    def _holders(self) -> dict[str, list[str]]:
        holders: dict[str, dict[str, None]] = {}
        for owner in self._grammar.elements:
            names = element_names((owner,))
            for local in child_names(owner.content()):
                holders.setdefault(local, {}).update(dict.fromkeys(names))
        return {local: list(names) for local, names in holders.items()}


def element_names(elements: Iterable[patterns.Element]) -> list[str]:
    """The local names of element patterns, each once; wildcards have none."""
    return list(dict.fromkeys(local for element in elements for local in _locals(element)))


def _locals(element: patterns.Element) -> tuple[str, ...]:
    """The local names that an element pattern spells out."""
    found: tuple[str, ...] | None = element.memo.get("locals")
    if found is None:
        found = element.memo["locals"] = tuple(name.local for name in plain_names(element.names))
    return found


def child_names(pattern: Pattern) -> frozenset[str]:
    """The local names of all elements that the pattern has as children, in whatever order."""
    found: frozenset[str] | None = pattern.memo.get("names")
    if found is None:
        found = pattern.memo["names"] = frozenset(element_names(derivatives.children(pattern)))
    return found


def attribute_names(pattern: Pattern) -> list[str]:
    """The attributes of an element's pattern, as they are written."""
    found: list[str] | None = pattern.memo.get("attribute names")
    if found is None:
        names = [name for attribute in derivatives.attributes(pattern) for name in plain_names(attribute.names)]
        found = pattern.memo["attribute names"] = list(
            dict.fromkeys(written(f"{{{name.namespace}}}{name.local}" if name.namespace else name.local) for name in names)
        )
    return found


def written(name: str) -> str:
    """An attribute's name as it is written in a file."""
    return "xml:" + name[len(XML) :] if name.startswith(XML) else local_name(name)
