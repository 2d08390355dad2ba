"""A compiled ODD: the specifications that are left, and what follows from them (members of classes, attributes of elements)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from teiencode.odd.attributes import Attribute, apply_own
from teiencode.odd.constraints import Constraint
from teiencode.odd.documentation_of import Documentation
from teiencode.odd.library import Library
from teiencode.odd.problems import UNKNOWN_NAME, Problems
from teiencode.odd.reading import TEI_NAMESPACE
from teiencode.odd.specifications import ClassSpec, ElementSpec


@dataclass(slots=True)
class Schema:
    """What an ODD makes of its sources. `title` is its ident; `start` are the elements that a document may begin with."""

    title: str
    start: tuple[str, ...]
    parts: Library
    prefix: str = ""
    namespace: str = TEI_NAMESPACE
    language: str = "en"
    constraints: tuple[Constraint, ...] = ()
    documentation: Documentation = field(default_factory=Documentation)
    problems: Problems = field(default_factory=Problems)
    file: str = ""
    """The file of the customisation."""
    _members: dict[str, tuple[ElementSpec | ClassSpec, ...]] | None = None
    _attributes: dict[str, dict[str, Attribute]] = field(default_factory=dict)

    @property
    def elements(self) -> Mapping[str, ElementSpec]:
        """The elements by their idents, in the order of the source."""
        return self.parts.elements

    @property
    def classes(self) -> Mapping[str, ClassSpec]:
        """The classes by their idents."""
        return self.parts.classes

    def members(self, key: str) -> tuple[ElementSpec | ClassSpec, ...]:
        """What belongs to a class directly: elements, and classes of elements."""
        if self._members is None:
            found: dict[str, list[ElementSpec | ClassSpec]] = {}
            everything: list[ElementSpec | ClassSpec] = [*self.elements.values(), *self.classes.values()]
            for each in everything:
                for each_key in each.memberships.keys if each.memberships else ():
                    found.setdefault(each_key, []).append(each)
            self._members = {each_key: tuple(members) for each_key, members in found.items()}
        return self._members.get(key, ())

    def elements_of(self, key: str, within: tuple[str, ...] = ()) -> Iterator[ElementSpec]:
        """All elements that belong to a class, also by way of other classes."""
        for member in self.members(key):
            if isinstance(member, ElementSpec):
                yield member
            elif member.ident not in within:
                yield from self.elements_of(member.ident, (*within, key))

    def is_inhabited(self, key: str) -> bool:
        """Whether any element belongs to a class, of the schema or of a grammar that is joined to it."""
        return next(self.elements_of(key), None) is not None or self._is_extended(key, ())

    def _is_extended(self, key: str, within: tuple[str, ...]) -> bool:
        """Whether a grammar from elsewhere is joined to a class, or to a class in it."""
        if any(key in grammar.extended for grammar in self.parts.grammars):
            return True
        inner = (each.ident for each in self.members(key) if isinstance(each, ClassSpec) and each.ident not in within)
        return bool(self.parts.grammars) and any(self._is_extended(each, (*within, key)) for each in inner)

    def attribute_classes(self, thing: ElementSpec | ClassSpec) -> list[str]:
        """The classes of attributes that something belongs to and that the schema has."""
        keys = thing.memberships.keys if thing.memberships else ()
        return [key for key in keys if key in self.classes and self.classes[key].kind != "model"]

    def attributes_of_class(self, key: str) -> dict[str, Attribute]:
        """The attributes that a class gives, those that it has from others included, by their idents."""
        found = self._attributes.get(key)
        if found is None:
            self._attributes[key] = {}  # a class that is its own ancestor gives nothing more
            found = self._attributes[key] = self._attributes_of(self.classes[key], key)
        return found

    def attributes_of(self, element: ElementSpec) -> dict[str, Attribute]:
        """The attributes of an element, by their idents."""
        return self._attributes_of(element, None)

    def _attributes_of(self, thing: ElementSpec | ClassSpec, of_class: str | None) -> dict[str, Attribute]:
        has: dict[str, Attribute] = {}
        for key in self.attribute_classes(thing):
            for ident, attribute in self.attributes_of_class(key).items():
                has.setdefault(ident, attribute)
        for reference in thing.attributes.references:
            has.update(self._referred(reference.of_class, reference.ident))
        return apply_own(has, thing.attributes, of_class)

    def _referred(self, key: str, ident: str | None) -> dict[str, Attribute]:
        attributes = self.attributes_of_class(key) if key in self.classes else {}
        return attributes if ident is None else {ident: attributes[ident]} if ident in attributes else {}

    def check(self) -> None:
        """Note references to what there is not, and attribute lists that have no effect."""
        everything: list[ElementSpec | ClassSpec] = [*self.elements.values(), *self.classes.values()]
        for thing in everything:
            inherited: dict[str, Attribute] = {}
            for key in self.attribute_classes(thing):
                inherited.update(self.attributes_of_class(key))
            for reference in thing.attributes.references:
                referred = self._referred(reference.of_class, reference.ident)
                if not referred and reference.ident is not None:
                    self.problems.add(
                        UNKNOWN_NAME,
                        reference.at,
                        f'no class "{reference.of_class}" has an attribute "{reference.ident}"',
                        "include the class, or remove this attRef",
                    )
                inherited.update(referred)
            if thing.at.file == self.file:  # of what the source itself has nobody need be told
                apply_own(inherited, thing.attributes, None, self.problems, self.file)
