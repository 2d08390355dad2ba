"""Faults in words that an editor can act on: what is wrong, and the likeliest cures first.

Cures come from the grammar itself: names that are nearly the same, the element that is missing around another, the values
that an attribute has. A few words of other vocabularies are known besides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cached_property, lru_cache

from lxml import etree

from teiencode.diagnostic import Code, Diagnostic
from teiencode.distance import edit_distance
from teiencode.validation import codes, derivatives, patterns
from teiencode.validation.datatype_words import described, likeliest
from teiencode.validation.faults import Fault, split_tag
from teiencode.validation.grammar import Grammar
from teiencode.validation.intended import intended_values
from teiencode.validation.names import Name, plain_names
from teiencode.validation.paths import local_name
from teiencode.validation.patterns import Pattern
from teiencode.validation.reading import Document
from teiencode.validation.required import needed
from teiencode.validation.vocabularies import COMMON, MISLED, OTHER_ATTRIBUTES, OTHER_VOCABULARIES, TYPICAL_OWNERS

_LONGEST_VALUE = 200
"""In characters: what a longer value was meant to be is not asked."""

FEW = 8
"""As many names as a message lists; of more it lists none."""

_XML = "{http://www.w3.org/XML/1998/namespace}"


class Wording:
    """Turns the faults of one document under one grammar into findings."""

    def __init__(self, document: Document, grammar: Grammar) -> None:
        """Take the document for places, the grammar for what it would have had."""
        self._document = document
        self._grammar = grammar

    def finding(self, fault: Fault) -> Diagnostic:
        """The finding for a fault, with its place, its words and its cures."""
        match fault.kind:
            case "root":
                return self._root(fault)
            case "unknown element":
                return self._unknown_element(fault)
            case "misplaced element":
                return self._misplaced_element(fault)
            case "incomplete":
                return self._incomplete(fault)
            case "text":
                return self._text(fault)
            case "unknown attribute":
                return self._unknown_attribute(fault)
            case "missing attribute":
                return self._missing_attribute(fault)
            case "attribute value":
                return self._attribute_value(fault)
            case "content value":
                return self._content_value(fault)

    def _root(self, fault: Fault) -> Diagnostic:
        namespace, local = split_tag(fault.name)
        allowed = list(dict.fromkeys(_element_names(derivatives.first(fault.expected))))
        message = f"A document cannot begin with {_tag(local)}{_but(allowed)}."
        cures: tuple[str, ...] = ()
        for option in derivatives.first(fault.expected):
            if isinstance(option.names, Name) and option.names.local == local:
                wanted = option.names.namespace
                message = f"{_tag(local)} is {f'in the namespace {namespace}' if namespace else 'in no namespace'}."
                cures = (f'Write <{local} xmlns="{wanted}">.',)
        return self._at_tag(codes.ROOT, fault.element, message, cures)

    def _unknown_element(self, fault: Fault) -> Diagnostic:
        namespace, local = split_tag(fault.name)
        allowed = _element_names(derivatives.first(fault.expected))
        everywhere = self._everywhere
        parent = fault.element.getparent()
        message = f"{_tag(local)} is no element of the schema."
        if local in everywhere:
            where = f"in the namespace {namespace}" if namespace else "in no namespace"
            message = f"{_tag(local)} stands {where}, where the schema does not have it."
            cures = [f'Declare the namespace on the outermost element, and remove xmlns="{namespace}" here.']
        else:
            near = (self._fitting(name) for name in _nearest(local, tuple(allowed), everywhere))
            cures = [f"Did you mean {_tag(name)}?" for name in dict.fromkeys(near)]
        if not cures and parent is not None and len(allowed) <= FEW:
            cures = [f"Use {_either(allowed)}."] if allowed else []
        return self._at_tag(codes.ELEMENT_UNKNOWN, fault.element, message, cures)

    def _misplaced_element(self, fault: Fault) -> Diagnostic:
        local = local_name(fault.name)
        parent = fault.element.getparent()
        holder = local_name(parent.tag) if parent is not None else ""
        next_here = derivatives.first(fault.expected)
        allowed = _element_names(next_here)
        cures = []
        if fault.until is not None:
            message = f"{_tag(local)} cannot follow {_tag(local_name(fault.until.tag))} in {_tag(holder)}."
            before = f"the {_tag(local_name(fault.until.tag))} of line {self._line(fault.until)}"
            if local_name(fault.until.tag) == local:
                cures += [f"Put what is in it into {before}: there is only one.", "Remove it."]
            else:
                cures.append(f"Move it before {before}.")
        elif local in _all_names(fault.pattern):
            message = f"{_tag(local)} cannot stand at this place in {_tag(holder)}{_but(allowed)}."
            missing = _element_names(fault.missing)
            behind = next((each for each in fault.element.itersiblings("*") if local_name(each.tag) in missing), None)
            if behind is not None:
                cures.append(f"Move it behind the {_tag(local_name(behind.tag))} of line {self._line(behind)}.")
            elif 0 < len(missing) <= FEW:
                cures.append(f"Put {_either(missing)} before it.")
        else:
            message = f"{_tag(local)} cannot stand in {_tag(holder)}{_but(allowed)}."
        # Around a word in running text another mark-up of words is no cure; a list around an item is.
        running = _mixed(fault.pattern)
        wrappers = [
            option for option in next_here if local in _all_names(option.content()) and not (running and _mixed(option.content()))
        ]
        names = _common_first(_element_names(wrappers), local)
        meant = MISLED.get(local)
        if meant is not None and _first_word(meant) in allowed:
            cures.insert(0, f"Did you mean {_tag(meant)}?")
        if local == holder:
            cures.append(f"End the <{holder}> before it: write </{holder}> first.")
        if fault.until is None and not fault.missing and names:
            cures.append(f"Put it in {_either(names[:3])}.")
        holders = _common_first(self._holders(local), local)
        if fault.until is None and not fault.missing and holders:
            cures.append(f"Move it out of {_tag(holder)}: it may stand in {_either(holders[:3])}.")
        if not cures:
            cures.append(f"Move it out of {_tag(holder)}, or remove it.")
        return self._at_tag(codes.ELEMENT_MISPLACED, fault.element, message, cures)

    def _incomplete(self, fault: Fault) -> Diagnostic:
        local = local_name(fault.name)
        missing = _element_names(needed(fault.expected))
        needs = _either(missing) if 0 < len(missing) <= FEW else "another element"
        message = f"{_tag(local)} {'ends too early: it' if len(fault.element) else 'is empty and'} needs {needs}."
        span = self._document.end_tag(fault.element)
        cures = [f"Add {_either(missing)}."] if 0 < len(missing) <= FEW else []
        return self._document.finding(codes.INCOMPLETE, fault.element, span, message, tuple(cures))

    def _text(self, fault: Fault) -> Diagnostic:
        local = local_name(fault.name)
        wrappers = [option for option in derivatives.first(fault.expected) if patterns.TEXT in patterns.parts(option.content())]
        names = _common_first(_element_names(wrappers), "")
        span = self._document.characters(*fault.span) if fault.span else self._document.start_tag(fault.element)
        message = f"Text cannot stand directly in {_tag(local)}{' here' if _mixed(fault.expected) else ''}."
        cures = (*([f"Put it in {_either(names[:3])}."] if names else []), "Remove it, or move it into another element.")
        return self._document.finding(codes.TEXT_MISPLACED, fault.element, span, message, cures)

    def _unknown_attribute(self, fault: Fault) -> Diagnostic:
        name, local = _written(fault.name), local_name(str(fault.element.tag))
        here = _attribute_names(fault.pattern)
        message = f"{_tag(local)} has no attribute {name}."
        cures = [f"Did you mean {near}?" for near in _nearest(name, tuple(here), tuple(here))]
        others = OTHER_ATTRIBUTES.get(name.lower(), ())
        meant = [other for other in others if other in here and fault.element.get(_expanded(other)) is None]
        cures[:0] = [f"Write {other}." for other in meant[:1]]
        names = _element_names(self._owners.get(name, ()))
        likely = [owner for owner in TYPICAL_OWNERS.get(name, ()) if owner in names]
        if name in here:
            message, cures = f"The attribute {name} of {_tag(local)} cannot stand beside the others.", []
        elif likely or (not cures and 0 < len(names) <= FEW):
            cures.append(f"It belongs on {_either(likely or names)}.")
        if not meant:
            cures += [f"Use {other} in its place." for other in others[:1] if other in here]
        if name.lower() in ("href", "src", "link", "url", "uri") and (not cures or local in MISLED) and "ref" in self._everywhere:
            cures.insert(0, 'Put the words in <ref target="…">.')
        cures.append("Remove it.")
        span = self._document.attribute(fault.element, fault.name)
        return self._document.finding(codes.ATTRIBUTE_UNKNOWN, fault.element, span, message, tuple(cures))

    def _missing_attribute(self, fault: Fault) -> Diagnostic:
        name, local = _written(fault.name), local_name(str(fault.element.tag))
        named = derivatives.attributes_named(fault.expected, *split_tag(fault.name))
        values = _described(attribute.value for attribute in named)
        literal = [value for value, is_literal in values if is_literal]
        cure = f'Add {name}="…".'
        if literal and len(literal) == len(values):
            cure = f"Add {name} with {_either(literal, quoted=True)}."
        elif values:
            cure = f"Add {name}: {values[0][0]}."
        return self._at_tag(codes.ATTRIBUTE_MISSING, fault.element, f"{_tag(local)} needs the attribute {name}.", (cure,))

    def _attribute_value(self, fault: Fault) -> Diagnostic:
        name, local = _written(fault.name), local_name(str(fault.element.tag))
        value = str(fault.element.get(fault.name, ""))
        message = f"{_shortened(value)} is no value of {name} on {_tag(local)}."
        span = self._document.attribute(fault.element, fault.name)
        named = derivatives.attributes_named(fault.expected, *split_tag(fault.name))
        cures = _value_cures(value, [attribute.value for attribute in named])
        return self._document.finding(codes.ATTRIBUTE_VALUE, fault.element, span, message, cures)

    def _content_value(self, fault: Fault) -> Diagnostic:
        text = " ".join((fault.element.text or "").split())
        message = f"{_shortened(text)} is no value of {_tag(local_name(fault.name))}."
        span = self._document.content(fault.element) if text else self._document.end_tag(fault.element)
        return self._document.finding(codes.CONTENT_VALUE, fault.element, span, message, _value_cures(text, [fault.expected]))

    def _at_tag(self, code: Code, element: etree._Element, message: str, cures: Iterable[str]) -> Diagnostic:
        return self._document.finding(code, element, self._document.start_tag(element), message, tuple(cures))

    def _line(self, element: etree._Element) -> int:
        return self._document.lines.place(self._document.start_tag(element)[0])[0]

    def _fitting(self, cure: str) -> str:
        """A cure of a name with an attribute; the name alone where the schema does not have the attribute with this value."""
        written = re.fullmatch(r'(\w+) (\w+)="(.*)"', cure)
        if written is None or written[3] == "…":
            return cure
        owners = (each for each in self._grammar.elements if isinstance(each.names, Name) and each.names.local == written[1])
        named = (part for owner in owners for part in derivatives.attributes_named(owner.content(), "", written[2]))
        return cure if any(derivatives.accepts(part.value, written[3]) for part in named) else written[1]

    @cached_property
    def _everywhere(self) -> tuple[str, ...]:
        """The names of all elements of the schema."""
        return tuple(_element_names(self._grammar.elements))

    @cached_property
    def _owners(self) -> dict[str, list[patterns.Element]]:
        """The elements that may have an attribute, by the attribute's name as it is written."""
        owners: dict[str, list[patterns.Element]] = {}
        for element in self._grammar.elements:
            for name in _attribute_names(element.content()):
                owners.setdefault(name, []).append(element)
        return owners

    def _holders(self, local: str) -> list[str]:
        """The names of the elements that an element of this name may stand in."""
        return _element_names(owner for owner in self._grammar.elements if local in _all_names(owner.content()))


def _element_names(elements: Iterable[patterns.Element]) -> list[str]:
    """The local names of element patterns, each once; wildcards have none."""
    return list(dict.fromkeys(name.local for element in elements for name in plain_names(element.names)))


def _all_names(pattern: Pattern) -> frozenset[str]:
    """The local names of all elements that the pattern has as children, in whatever order."""
    found: frozenset[str] | None = pattern.memo.get("names")
    if found is None:
        found = pattern.memo["names"] = frozenset(_element_names(derivatives.children(pattern)))
    return found


def _attribute_names(pattern: Pattern) -> list[str]:
    """The attributes of an element's pattern, as they are written."""
    found: list[str] | None = pattern.memo.get("attribute names")
    if found is None:
        names = [name for attribute in derivatives.attributes(pattern) for name in plain_names(attribute.names)]
        found = pattern.memo["attribute names"] = list(
            dict.fromkeys(_written(f"{{{name.namespace}}}{name.local}" if name.namespace else name.local) for name in names)
        )
    return found


def _described(values: Iterable[Pattern]) -> list[tuple[str, bool]]:
    """The values that patterns have: literals (True), and datatypes in words (False)."""
    found: dict[tuple[str, bool], None] = {}
    for value in values:
        for part in patterns.parts(value):
            match part:
                case patterns.Value():
                    found[part.literal, True] = None
                case patterns.Data():
                    found[described(part.datatype, part.facets), False] = None
                case patterns.ListOf(inner=inner):
                    found.update(dict.fromkeys(_described([inner])))
    return list(found)


def _value_cures(value: str, allowed: list[Pattern]) -> tuple[str, ...]:
    """What to write in place of a value: what was probably meant first, then what there is."""
    values = _described(allowed)
    literal = [one for one, is_literal in values if is_literal and one]
    kinds = [one for one, is_literal in values if not is_literal]
    if len(value) > _LONGEST_VALUE:
        return (f"Write {', or '.join(kinds[:3])}.",) if kinds else ()
    near = get_close_matches(value, literal, n=2, cutoff=0.6)
    near += intended_values(value, lambda guess: any(derivatives.accepts(pattern, guess) for pattern in allowed))
    cures = [f'Did you mean "{guess}"?' for guess in dict.fromkeys(near)][:2]
    if 0 < len(literal) <= 2 * FEW:
        cures.append(f"Write {_either(literal, quoted=True)}.")
    if kinds:
        cures.append(f"Write {', or '.join(likeliest(value, kinds)[:3])}.")
    return tuple(cures)


@lru_cache(maxsize=1_000)
def _nearest(name: str, allowed: tuple[str, ...], everywhere: tuple[str, ...]) -> list[str]:
    """Names that were probably meant: the same in other case, the same thing of another vocabulary, one slip away."""
    if len(name) > _LONGEST_VALUE:
        return []
    same_case = [other for other in everywhere if other.lower() == name.lower()]
    known = OTHER_VOCABULARIES.get(name.lower())
    translated = [known] if known is not None and _first_word(known) in everywhere else []
    if known in ("code", "term") and not translated and "hi" in everywhere:
        translated = ["hi"]
    misread = [other for table in _MISREAD if (other := name.translate(table)) != name and other in everywhere]
    close = get_close_matches(name, allowed, n=2, cutoff=0.72) or get_close_matches(name, everywhere, n=2, cutoff=0.72)
    short = _one_off(name, allowed) if len(name) <= _SHORT else []
    found = list(dict.fromkeys((*same_case, *translated, *misread, *short, *close)))
    # What may stand here was more probably meant than what may not.
    return sorted(found, key=lambda each: _first_word(each) not in allowed)[:3]


_SHORT = 3
"""Names up to this length have little in common with what one slip makes of them."""

_MISREAD = tuple(str.maketrans(digits, letters) for digits, letters in (("015", "ols"), ("015", "ois")))
"""Digits that stand where a letter was read wrongly."""


def _one_off(name: str, allowed: tuple[str, ...]) -> list[str]:
    """Common names of the same length that differ in one letter."""
    return [each for each in COMMON if each in allowed and len(each) == len(name) and edit_distance(each, name) == 1][:2]


def _first_word(cure: str) -> str:
    """The name in a cure that may have attributes too."""
    return cure.split()[0]


_MADE_FOR = {"signed": "closer", "salute": "opener", "dateline": "opener", "seg": "closer", "row": "table", "cell": "row"}


def _common_first(names: list[str], inner: str) -> list[str]:
    """Elements that may hold another: the one that is made for it, then common ones; rare ones only where there are no others."""
    common = [name for name in COMMON if name in names]
    made = [name for name in names if _MADE_FOR.get(inner) == name]
    return list(dict.fromkeys([*made, *common])) or sorted(names)


def _mixed(pattern: Pattern) -> bool:
    """Whether text may stand anywhere in the pattern."""
    return any(part is patterns.TEXT for part in patterns.parts(pattern))


def _written(name: str) -> str:
    """An attribute's name as it is written in a file."""
    return "xml:" + name[len(_XML) :] if name.startswith(_XML) else local_name(name)


def _expanded(name: str) -> str:
    """An attribute's name as lxml has it."""
    return f"{_XML}{name[len('xml:') :]}" if name.startswith("xml:") else name


def _tag(local: str) -> str:
    return f"<{local}>"


def _but(allowed: list[str]) -> str:
    """The end of a sentence: what may stand there, where that is little enough to say."""
    return f", where only {_either(allowed)} may stand" if 0 < len(allowed) <= FEW else ""


def _either(names: Iterable[str], *, quoted: bool = False) -> str:
    """Names in a sentence: a, b or c."""
    shown = [f'"{name}"' if quoted else _tag(name) for name in names]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} or {shown[-1]}"


def _shortened(value: str) -> str:
    """A value in quotes, its middle left out where it is long."""
    return f'"{value}"' if len(value) <= 60 else f'"{value[:40]} … {value[-15:]}"'
