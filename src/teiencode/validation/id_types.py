"""Ids and references that a grammar declares by datatype (RELAX NG DTD Compatibility, section 5).

Each id stands once, and no reference is lost. `xml:id` is everybody's id and is checked whatever the grammar says; here are the
others.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from teiencode.diagnostic import Diagnostic
from teiencode.validation import derivatives, patterns
from teiencode.validation.codes import DUPLICATE_ID, ID_LOST
from teiencode.validation.faults import split_tag
from teiencode.validation.grammar import Grammar
from teiencode.validation.kinds import KINDS
from teiencode.validation.names import Name, plain_names
from teiencode.validation.paths import local_name
from teiencode.validation.patterns import Pattern
from teiencode.validation.reading import Document

_XML_ID = Name("http://www.w3.org/XML/1998/namespace", "id")

IdTypes = dict[tuple[str, str], dict[str, str]]
"""For each element, by namespace and local name, its attributes as lxml writes them with `ID` or `IDREF`."""


@cache
def id_types(grammar: Grammar) -> IdTypes:
    """The attributes that a grammar types as ids or references to them, `xml:id` left out."""
    found: IdTypes = {}
    for element in grammar.elements:
        for attribute in derivatives.attributes(element.content()):
            kind = _kind(attribute.value)
            names = [name for name in plain_names(attribute.names) if name != _XML_ID] if kind else []
            for name in names:
                written = f"{{{name.namespace}}}{name.local}" if name.namespace else name.local
                for owner in plain_names(element.names):
                    found.setdefault((owner.namespace, owner.local), {})[written] = kind
    return found


def _kind(value: Pattern) -> str:
    """`ID`, `IDREF` or nothing: what the first typed part of an attribute's value is."""
    for part in patterns.parts(value):
        if isinstance(part, patterns.ListOf):
            return _kind(part.inner)
        if isinstance(part, patterns.Data):
            kind = KINDS[part.datatype].id_kind
            if kind:
                return kind
    return ""


def id_findings(document: Document, types: IdTypes) -> Iterator[Diagnostic]:
    """A finding at each id that an earlier element has, and at each reference to none."""
    if not types:
        return
    known: set[str] = {str(element.get(f"{{{_XML_ID.namespace}}}id", "")).strip() for element in document.elements()}
    seen: set[str] = set()
    tags = [f"{{{namespace}}}{local}" if namespace else local for namespace, local in types]
    typed = [(element, types[split_tag(str(element.tag))]) for element in document.tree.iter(*tags)]
    for element, attributes in typed:
        for name, kind in attributes.items():
            value = " ".join(str(element.get(name, "")).split())
            if kind != "ID" or not value:
                continue
            if value in seen or value in known:
                message = f'The id "{value}" is already that of another element.'
                yield document.finding(DUPLICATE_ID, element, document.attribute(element, name), message)
            seen.add(value)
    for element, attributes in typed:
        for name, kind in attributes.items():
            lost = [word for word in str(element.get(name, "")).split() if word not in seen and word not in known]
            if kind == "IDREF" and lost:
                message = f'"{lost[0]}" in {local_name(name)} is the id of no element of this file.'
                yield document.finding(ID_LOST, element, document.attribute(element, name), message)
