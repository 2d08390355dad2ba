"""A source of specifications: TEI itself, or what another ODD makes of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from teiencode.odd.external import ExternalGrammar
from teiencode.odd.problems import UNREADABLE, Problems, Spot
from teiencode.odd.reading import TEI
from teiencode.odd.specifications import WORDS, AnySpec, ClassSpec, ElementSpec, MacroSpec, read_specification


@dataclass(slots=True)
class Library:
    """Specifications by their idents, each kind for itself, in the order of the source."""

    elements: dict[str, ElementSpec] = field(default_factory=dict)
    classes: dict[str, ClassSpec] = field(default_factory=dict)
    macros: dict[str, MacroSpec] = field(default_factory=dict)
    datatypes: dict[str, MacroSpec] = field(default_factory=dict)
    modules: dict[str, None] = field(default_factory=dict)
    grammars: list[ExternalGrammar] = field(default_factory=list)
    """RELAX NG that was brought in from elsewhere."""

    def kind(self, name: str) -> Mapping[str, AnySpec]:
        """The specifications of a kind, by the name of the element that makes one."""
        kinds: dict[str, Mapping[str, AnySpec]] = {
            "elementSpec": self.elements,
            "classSpec": self.classes,
            "macroSpec": self.macros,
        }
        return kinds.get(name, self.datatypes)

    def take(self, name: str, ident: str) -> None:
        """Take a specification out."""
        for kind in (self.elements, self.classes, self.macros if name == "macroSpec" else self.datatypes):
            if kind is self.kind(name):
                del kind[ident]

    def order(self, name: str, ranks: Mapping[str, int]) -> None:
        """Put the specifications of a kind in this order; those without a rank come last, as they are."""
        ordered = sorted(self.kind(name).values(), key=lambda each: ranks.get(each.ident, len(ranks)))
        for each in ordered:
            self.take(name, each.ident)
            self.put(name, each)

    def put(self, name: str, specification: AnySpec) -> None:
        """Add a specification, or put it in the place of the one of the same ident."""
        match specification:
            case ElementSpec():
                self.elements[specification.ident] = specification
            case ClassSpec():
                self.classes[specification.ident] = specification
            case MacroSpec():
                macros = self.macros if name == "macroSpec" else self.datatypes
                macros[specification.ident] = specification

    def of_module(self, name: str, module: str) -> Iterator[AnySpec]:
        """The specifications of a kind that belong to a module."""
        yield from (each for each in self.kind(name).values() if each.module == module)


def read_library(root: etree._Element, at: Spot, problems: Problems) -> Library:
    """All specifications of a file that is no customisation, such as TEI's `p5subset.xml`. Raises `OddError`."""
    library = Library()
    for element in root.iter(*(TEI + name for name in (*WORDS, "moduleSpec"))):
        name = element.tag.removeprefix(TEI)
        if name == "moduleSpec":
            library.modules[element.get("ident", "")] = None
            continue
        specification = read_specification(element, problems)
        if specification is not None:
            library.put(name, specification)
            if specification.module:
                library.modules.setdefault(specification.module)
    if not library.elements:
        raise problems.give_up(UNREADABLE, at, f"{at.file}: declares no elements, so it is no source for an ODD")
    return library
