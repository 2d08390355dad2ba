"""Validation by a RELAX NG schema.

`check_grammar` is the only door: it hands out findings and hides how they are found. Today libxml2 gives the verdict, since it
is quick on a schema of this size, and a walk over the schema's patterns finds and words the faults of what it refuses.
Where the walk cannot read a schema, or sees nothing wrong, libxml2's bare message is shown.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from teiencode.diagnostic import Diagnostic
from teiencode.validation.codes import GRAMMAR
from teiencode.validation.errors import SchemaError
from teiencode.validation.faults import find_faults
from teiencode.validation.grammar import Grammar, UnreadableGrammarError
from teiencode.validation.ids import check_ids
from teiencode.validation.reading import Document
from teiencode.validation.wording import Wording


def check_grammar(document: Document, schema: Path) -> list[Diagnostic]:
    """Everything in which the document departs from the schema, in document order. Raises `SchemaError`."""
    validator = load_grammar(schema)
    if validator.validate(document.tree):
        return []
    grammar = _patterns(schema)
    if grammar is not None:
        faults = find_faults(document.tree.getroot(), grammar)
        if faults:
            wording = Wording(document, grammar)
            return [wording.finding(fault) for fault in faults]
        # libxml2 also counts ids, which is no matter of the grammar and has a check of its own.
        if check_ids(document):
            return []
    return [_bare(document, entry) for entry in validator.error_log]


@cache
def load_grammar(schema: Path) -> Any:
    """libxml2's validator by a schema file, once a process. Raises `SchemaError`."""
    try:
        return etree.RelaxNG(_schema_tree(schema))
    except etree.RelaxNGParseError as error:
        raise SchemaError(f"{schema}: is no RELAX NG schema: {error}") from error


@cache
def _patterns(schema: Path) -> Grammar | None:
    """The schema as patterns, where they can be read; only asked for once there is a fault to explain."""
    try:
        return Grammar(_schema_tree(schema).getroot())
    except UnreadableGrammarError:
        return None


def _schema_tree(schema: Path) -> etree._ElementTree:
    """The schema's XML, without comments. Raises `SchemaError`."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        return etree.parse(str(schema), parser)
    except OSError as error:
        raise SchemaError(f"{schema}: cannot be read: {error.strerror or error}") from error
    except etree.XMLSyntaxError as error:
        raise SchemaError(f"{schema}: is not well-formed: {error.msg}") from error


def _bare(document: Document, entry: Any) -> Diagnostic:
    """libxml2's own message at the element that it names."""
    found: Any = document.tree.xpath(entry.path) if entry.path else []
    element: etree._Element = found[0] if found else document.tree.getroot()
    finding = document.finding(GRAMMAR, element, document.start_tag(element), f"{entry.message}.")
    return replace(finding, suggestions=(GRAMMAR.cure,))
