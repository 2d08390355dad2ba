"""Faults in attributes in words: what was meant by one that an element does not have, by its value, and what to add."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from teiencode.diagnostic import Diagnostic
from teiencode.distance import edit_distance
from teiencode.validation import codes, derivatives, patterns
from teiencode.validation.datatype_words import ID_EXAMPLE
from teiencode.validation.faults import Fault, split_tag
from teiencode.validation.grammar import Grammar
from teiencode.validation.impossible_dates import cure_of_time, why_impossible
from teiencode.validation.intended import several_languages
from teiencode.validation.name_characters import squeezed
from teiencode.validation.nearest import UnknownNames, nearest_names
from teiencode.validation.other_vocabularies import in_tei
from teiencode.validation.paths import local_name
from teiencode.validation.patterns import Pattern
from teiencode.validation.phrases import FEW, either, shortened, tag
from teiencode.validation.reading import Document
from teiencode.validation.renaming import SHORT_VALUE, Renaming, other_attributes
from teiencode.validation.required import required
from teiencode.validation.schema_names import XML, SchemaNames, attribute_names, child_names, element_names, written
from teiencode.validation.value_cures import DATES, span_of_dates, stated_date, vague_date, value_cures, values_in_words
from teiencode.validation.vocabularies import MISLED, OTHER_ATTRIBUTES, PARTNERS, TYPICAL_OWNERS

_ABBREVIATED = "expan"
"""What HTML says of an abbreviation in its title."""

_MANY = 60
"""An attribute that so many elements have says much the same of each."""


class AttributeWording:
    """Turns the faults in attributes of one document under one grammar into findings."""

    def __init__(self, document: Document, grammar: Grammar, names: SchemaNames, renaming: Renaming) -> None:
        """Take the document for places, the grammar and its names for what it would have had, other tags for its elements."""
        self._document = document
        self._grammar = grammar
        self._names = names
        self._renaming = renaming
        self._unknown = UnknownNames()
        # A volume says the same wrong thing thousands of times.
        self._meant: dict[tuple[Pattern, str, str, tuple[str, ...], str], list[str]] = {}

    def unknown(self, fault: Fault) -> Diagnostic:
        """An attribute that the element does not have: what was meant, where it belongs, or what says the same."""
        name, local = written(fault.name), local_name(str(fault.element.tag))
        message = f"{tag(local)} has no attribute {name}."
        if self._unknown.are_too_many(name):
            span = self._document.attribute(fault.element, fault.name)
            return self._document.finding(codes.ATTRIBUTE_UNKNOWN, fault.element, span, message, ("Remove it.",))
        value = str(fault.element.get(fault.name, ""))
        here = attribute_names(fault.pattern)
        free = [other for other in here if fault.element.get(_expanded(other)) is None]
        cures = [f"Did you mean {near}?" for near in self._attributes_meant(fault, name, value, here, free)]
        cures += self._as_look(name, free)
        others = other_attributes(name)
        taken = self._taken(name, here, free, others)
        if taken and (not cures or taken.removeprefix("xml:") == name):
            cures.insert(0, f"Remove it: {tag(local)} has {taken} already.")
        meant = [other for other in others if other in free]
        names = element_names(self._names.owners.get(name, ()))
        likely = [owner for owner in TYPICAL_OWNERS.get(name, ()) if owner in names]
        if name in here:
            message, cures = f"The attribute {name} of {tag(local)} cannot stand beside the others.", []
        elif likely or (not cures and 0 < len(names) <= FEW):
            cures.append(f"It belongs on {either(likely or names)}: remove it here.")
        partner = _ABBREVIATED if (local, name) == ("abbr", "title") and _ABBREVIATED in self._names.everywhere else name
        inner = child_names(self._grammar.content_anywhere(*split_tag(str(fault.element.tag))))
        may_stand = PARTNERS.get(partner) == local or partner in inner
        if partner in self._names.everywhere and may_stand and name not in here and not likely:
            cures.insert(0 if PARTNERS.get(partner) == local else len(cures), self._as_element(local, partner, value))
        parent = fault.element.getparent()
        if parent is not None and name in attribute_names(self._grammar.content_anywhere(*split_tag(str(parent.tag)))):
            # What many elements have was seldom meant for just that one.
            cures.insert(
                1 if len(names) <= _MANY else len(cures), f"Move it to the {tag(local_name(str(parent.tag)))} around it."
            )
        if local in MISLED and name not in here and name.lower() in OTHER_ATTRIBUTES:
            cures.insert(0, f"Did you mean {self._renaming.in_place_of(fault.element, MISLED[local])}?")
        addresses = ("href", "src", "link", "url", "uri")
        if name.lower() in addresses and (not cures or local in MISLED) and "ref" in self._names.everywhere and not meant:
            cures.insert(0, 'Put the words in <ref target="…">.')
        if name.lower() in addresses and "graphic" in inner and not {"target", "url"}.intersection(meant):
            cures.insert(0, f'Write <graphic url="{value}"/> in the {tag(local)}, and remove it here.')
        if not any(cure.startswith("Remove it:") for cure in cures):
            cures.append("Remove it.")
        span = self._document.attribute(fault.element, fault.name)
        return self._document.finding(codes.ATTRIBUTE_UNKNOWN, fault.element, span, message, tuple(cures))

    def _as_look(self, name: str, free: list[str]) -> Iterator[str]:
        """The cures of an attribute that is called as another vocabulary calls an element: bold="true"."""
        yield from (f'Write {look[1]}="{look[2]}" in its place.' for look in _looks(name) if look[1] in free)

    def _taken(self, name: str, here: list[str], free: list[str], others: Iterable[str]) -> str:
        """The attribute that the element has already where one was meant by another name; '' where there is none."""
        present = {other.removeprefix("xml:"): other for other in here if other not in free}
        if name in here:
            return ""
        near = [present[each] for each in nearest_names(name, tuple(present), tuple(present), {}, 1)]
        return next((each for each in (*near, *others) if each in present.values()), "")

    def _attributes_meant(self, fault: Fault, name: str, value: str, here: list[str], free: list[str]) -> list[str]:
        """Attributes of the element that were probably meant by one that it does not have, the likeliest first.

        One that is required and missing, and takes the value; one that says the same in TEI; one of nearly the same name; one
        that alone takes such a value.
        """
        key = (fault.pattern, name, value, tuple(free), local_name(str(fault.element.tag)))
        found = self._meant.get(key)
        if found is None:
            found = self._meant[key] = self._likely_attributes(fault, name, value, here, free)
        return found

    def _likely_attributes(self, fault: Fault, name: str, value: str, here: list[str], free: list[str]) -> list[str]:
        lacking = [
            each for each in required(fault.pattern) if fault.element.get(each) is None and self._takes(fault, each, value)
        ]
        others = [other for other in other_attributes(name) if other in free]
        plain = {other.removeprefix("xml:"): other for other in reversed(here)}
        bare = re.sub(r"^xml[:._-]?", "", name) or name
        near = [plain[each] for each in nearest_names(bare, tuple(plain), tuple(plain), {}) if each in plain]
        known = near or [other for other in other_attributes(name) if other in here]
        near = [each for each in near if each in free]
        if name in self._names.owners:
            # An attribute that is on the wrong element is seldom also misspelt.
            near = [each for each in near if edit_distance(each.removeprefix("xml:"), name) <= 1]
        literal = [each for each in free if value and value in self._literals(fault, each)]
        plain_free = (each for each in free if "-" not in each)  # when-iso is rarer than what it was made after
        typed = [] if known or literal else [each for each in plain_free if self._takes_nothing_else(fault, each, value)]
        typed.sort(key=lambda each: local_name(str(fault.element.tag)) not in TYPICAL_OWNERS.get(each, ()))
        found = [*(written(each) for each in lacking), *others[:1], *near, *others[1:], *literal[:1], *typed[:2]]
        return list(dict.fromkeys(found))[:3]

    def _takes_nothing_else(self, fault: Fault, name: str, value: str) -> bool:
        """Whether an attribute takes a value of this kind, and no word: a number, or a date."""
        return self._takes(fault, _expanded(name), value) and not self._takes(fault, _expanded(name), "word")

    def _takes(self, fault: Fault, name: str, value: str) -> bool:
        """Whether an attribute of the element takes a value."""
        named = derivatives.attributes_named(fault.pattern, *split_tag(name))
        return any(derivatives.accepts(attribute.value, value) for attribute in named)

    def _literals(self, fault: Fault, name: str) -> list[str]:
        """The values that the schema spells out for an attribute of the element."""
        named = derivatives.attributes_named(fault.pattern, *split_tag(_expanded(name)))
        return [one for one, is_literal in values_in_words(attribute.value for attribute in named) if is_literal]

    def _as_element(self, local: str, name: str, value: str) -> str:
        """The cure for an attribute that TEI has as an element: `<sic corr="…">`."""
        said = value if 0 < len(value) <= SHORT_VALUE else "…"
        if "choice" in self._names.everywhere and PARTNERS.get(name) == local:
            pair = (f"<{local}>…</{local}>", f"<{name}>{said}</{name}>")
            return f"Write <choice>{''.join(pair)}</choice>."
        return f"Write it as an element: <{name}>{said}</{name}>."

    def missing(self, fault: Fault) -> Diagnostic:
        """An attribute that the element needs, and its values."""
        name, local = written(fault.name), local_name(str(fault.element.tag))
        named = derivatives.attributes_named(fault.expected, *split_tag(fault.name))
        values = values_in_words(attribute.value for attribute in named)
        literal = [value for value, is_literal in values if is_literal]
        cure = f'Add {name}="…".'
        if literal and len(literal) == len(values):
            cure = f"Add {name} with {either(literal, quoted=True)}."
        elif values:
            cure = f"Add {name}: {values[0][0]}."
        return self._document.finding(
            codes.ATTRIBUTE_MISSING,
            fault.element,
            self._document.start_tag(fault.element),
            f"{tag(local)} needs the attribute {name}.",
            (cure,),
        )

    def value(self, fault: Fault) -> Diagnostic:
        """A value that the attribute does not take: what was meant by it, and why it is none."""
        name, local = written(fault.name), local_name(str(fault.element.tag))
        value = str(fault.element.get(fault.name, ""))
        named = derivatives.attributes_named(fault.expected, *split_tag(fault.name))
        is_date = name in DATES and not any(derivatives.accepts(attribute.value, "word") for attribute in named)
        why = why_impossible(value) if is_date else ""
        if name == "xml:lang" and several_languages(value):
            why = ": it has room for one language"
        message = f"{shortened(value)} is no value of {name} on {tag(local)}{why}."
        span = self._document.attribute(fault.element, fault.name)
        stated = stated_date(fault.element, name) if is_date else ""
        cures = value_cures(value, tuple(attribute.value for attribute in named), stated, is_surely=bool(why))
        if is_date and cure_of_time(value):
            cures = (cure_of_time(value), *cures)
        meant = [
            look[2] for look in _looks("".join(value.split())) if look[1] == name and self._takes(fault, fault.name, look[2])
        ]
        cures = tuple(dict.fromkeys((*(f'Did you mean "{each}"?' for each in meant), *cures)))
        if name == "xml:id":
            cures = self._free_ids(cures, local)
            if self._document.is_pointed_at(squeezed(value)):
                cures = tuple(dict.fromkeys((f'Did you mean "{squeezed(value)}"?', *cures)))
        joined = re.fullmatch(r"(\S*)\s+([\w:.-]+)=([^\s=]+)", value)
        if joined and joined[2] in self._names.owners:
            cures = (f'Write {name}="{joined[1]}" {joined[2]}="{joined[3]}".', *cures)
        vague = vague_date(value) if name == "when" else ()
        if vague and all(each in attribute_names(fault.pattern) for each, _ in vague):
            told = " ".join(f'{each}="{day}"' for each, day in vague)
            cures = (f"Write {told} in its place.", *cures)
        dates = span_of_dates(value)
        if name == "when" and dates and "from" in attribute_names(fault.pattern):
            cures = (f'Write from="{dates[0]}" to="{dates[1]}" in its place.', *cures)
        if not value.strip():
            # An attribute that says nothing is mostly one that was to be filled later.
            optional = derivatives.without_attributes(fault.expected) is not patterns.NOT_ALLOWED
            cures = (f"Remove {name}, or give it a value.", *cures) if optional else cures
        return self._document.finding(codes.ATTRIBUTE_VALUE, fault.element, span, message, cures)

    def _free_ids(self, cures: tuple[str, ...], local: str) -> tuple[str, ...]:
        """Cures of an id with ids that no other element has."""
        free = [re.sub('(?<=Did you mean ")[^"]+', lambda guess: self._document.free_id(guess[0]), cure) for cure in cures]
        return tuple(cure.replace(ID_EXAMPLE, self._document.free_id(f"{local}-1")) for cure in free)


def _looks(name: str) -> Iterator[re.Match[str]]:
    """The attributes (1) and their values (2) by which TEI says what another vocabulary says by the name of an element."""
    for said in in_tei(name):
        found = re.fullmatch(r'\w+ (\w+)="(\w+)"', said)
        if found:
            yield found


def _expanded(name: str) -> str:
    """An attribute's name as lxml has it."""
    return f"{XML}{name[len('xml:') :]}" if name.startswith("xml:") else name
