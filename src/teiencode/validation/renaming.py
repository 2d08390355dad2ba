"""The tags to write in place of an element that has a name of another vocabulary, or a slip in it."""

from __future__ import annotations

import re
from difflib import get_close_matches
from itertools import islice
from typing import TYPE_CHECKING

from teiencode.validation import derivatives
from teiencode.validation.faults import Fault, split_tag
from teiencode.validation.grammar import Grammar
from teiencode.validation.homes import wrapping
from teiencode.validation.names import Name
from teiencode.validation.nearest import first_word, names_of_the_same, typical_first
from teiencode.validation.next_elements import holders_next, next_names
from teiencode.validation.other_vocabularies import HELD, in_tei, plain_name
from teiencode.validation.paths import local_name
from teiencode.validation.patterns import Pattern
from teiencode.validation.reading import Document
from teiencode.validation.schema_names import SchemaNames, attribute_names, child_names, element_names, written
from teiencode.validation.translations import attributes_in_words
from teiencode.validation.value_cures import values_in_words
from teiencode.validation.vocabularies import OTHER_ATTRIBUTES

if TYPE_CHECKING:
    from lxml import etree

_SHORT_NUMBER = 12
"""In characters: so long is a number in an element that is to stand alone."""

SHORT_VALUE = 40
"""In characters: so long a value is repeated in a cure."""

_MOST_WITHIN = 50
"""So many elements within an unknown one are looked at."""


class Renaming:
    """Other names for the elements of one document under one grammar."""

    def __init__(self, document: Document, grammar: Grammar, names: SchemaNames) -> None:
        """Take the document for its tags, the grammar for what the other elements may have."""
        self._document = document
        self._grammar = grammar
        self._names = names

    def in_place_of(self, element: etree._Element, name: str) -> str:
        """The tags of another name for an element, with what that stands for where the schema says so."""
        other = first_word(name)
        alone = self._document.stands_alone(element) or not (len(element) or element.text)
        whole = self._with_attributes(element, name)
        number = " ".join((element.text or "").split())
        is_number = not alone and not len(element) and len(number) <= _SHORT_NUMBER and '"' not in number
        if is_number and self._is_empty(element, other):
            # <page>12</page>: what stands alone has its number in an attribute.
            whole, alone = f'{other} n="{number}"', True
        tags = f"<{whole}/>" if alone else f"<{whole}>…</{other}>"
        gloss = self._names.glosses.get(other, "")
        tags = f"{tags} ({gloss})" if gloss and gloss.lower() != other.lower() else tags
        inner = self._inner_names(element)
        return f"{tags}, with {' and '.join(f'<{new}> for <{old}>' for old, new in inner.items())}" if inner else tags

    def _is_empty(self, element: etree._Element, name: str) -> bool:
        """Whether the schema has an element of this name that holds nothing, and may have a number."""
        content = self._grammar.content_anywhere(split_tag(str(element.tag))[0], name)
        return "n" in attribute_names(content) and not child_names(content) and not derivatives.holds_text(content)

    def _with_attributes(self, element: etree._Element, name: str) -> str:
        """A name with the attributes that the element has, where one of them has another name there."""
        other = first_word(name)
        allowed = attribute_names(self._grammar.content_anywhere(split_tag(str(element.tag))[0], other))
        given = {written(str(each)): str(value) for each, value in element.attrib.items()}
        if name != other or all(each in allowed for each in given):
            return name
        kept: dict[str, str] = {}
        for each, value in given.items():
            new = each if each in allowed else next((one for one in other_attributes(each) if one in allowed), "")
            if new and '"' not in value and len(value) <= SHORT_VALUE:
                is_number = new == "xml:id" and value[:1].isdecimal()
                kept.setdefault(new, self._document.free_id(f"{other}-{value}") if is_number else value)
        return " ".join((other, *(f'{each}="{value}"' for each, value in kept.items())))

    def _inner_names(self, element: etree._Element) -> dict[str, str]:
        """Names of other vocabularies within an unknown element, of which nothing is told while that is unknown; and TEI's."""
        found: dict[str, str] = {}
        for inner in islice(element.iterdescendants("*"), _MOST_WITHIN):
            name = local_name(str(inner.tag))
            if name not in found and name not in self._names.everywhere:
                meant = [each for each in names_of_the_same(name, self._names.everywhere, {}) if " " not in each]
                found.update({name: meant[0]} if meant else {})
        return dict(islice(found.items(), 3))

    def fitting(self, cure: str) -> str:
        """A cure of a name with an attribute; the name alone where the schema does not have the attribute with this value."""
        parts = re.fullmatch(r'(\w+) (\w+)="(.*)"', cure)
        if parts is None or parts[3] == "…":
            return cure
        owners = (each for each in self._grammar.elements if isinstance(each.names, Name) and each.names.local == parts[1])
        named = (part for owner in owners for part in derivatives.attributes_named(owner.content(), "", parts[2]))
        return cure if any(derivatives.accepts(part.value, parts[3]) for part in named) else parts[1]

    def by_types(self, local: str, expected: Pattern) -> list[str]:
        """Elements that may stand here, and have such a word for their kind: div type="enclosure" for `enclosures`."""
        types: dict[str, str] | None = expected.memo.get("types next")
        if types is None:
            types = expected.memo["types next"] = {}
            for option in derivatives.first(expected):
                named = derivatives.attributes_named(option.content(), "", "type")
                for word, is_literal in values_in_words(attribute.value for attribute in named):
                    types.update(dict.fromkeys((word,) if is_literal else (), next(iter(element_names((option,))), "")))
        near = get_close_matches(local.lower(), types, n=1, cutoff=0.75)
        return [f'{types[word]} type="{word}"' for word in near]

    def around(self, fault: Fault, local: str) -> str:
        """What must be put around an element of this name at the place of another; nothing in running text."""
        if derivatives.holds_text(fault.pattern):
            return ""
        name = split_tag(fault.name)[1]
        held = HELD.get(plain_name(name), "")
        if held and local in in_tei(name) and first_word(held) in next_names(fault.expected):
            return f", in a <{held}>"
        tag = f"{{{split_tag(fault.name)[0]}}}{local}"
        options = holders_next(fault.expected, local)
        behind = next(fault.element.itersiblings("*"), None)
        fitting = typical_first(element_names(wrapping(options, fault.expected, fault.pattern, tag, behind)), local)
        fitting.sort(key=lambda each: each == "note")
        return f", in a <{fitting[0]}>" if fitting else ""


def other_attributes(name: str) -> tuple[str, ...]:
    """The attributes of TEI that say what one of another vocabulary or language says."""
    return (*OTHER_ATTRIBUTES.get(name.lower(), ()), *attributes_in_words(name))
