"""What no grammar says of a TEI file: one module a group of findings, each a function from a document to its findings.

They read any TEI, whatever its schema. `CHECKS` is the list, by the group that switches each on and off. An assertion of a
Schematron schema that says the same under the same code is left to the check, whose places and cures are better.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from teiencode.diagnostic import Diagnostic
from teiencode.validation.checks.dates import check_dates
from teiencode.validation.checks.empty_elements import check_empty_elements
from teiencode.validation.checks.events import check_events
from teiencode.validation.checks.header import check_header
from teiencode.validation.checks.ids import check_ids
from teiencode.validation.checks.index import Index
from teiencode.validation.checks.languages import check_languages
from teiencode.validation.checks.notes import check_notes
from teiencode.validation.checks.pages import check_pages
from teiencode.validation.checks.pointers import check_pointers
from teiencode.validation.checks.tables import check_tables
from teiencode.validation.codes import CALL_TARGET, EMPTY_BLOCK, POINTER
from teiencode.validation.codes_of_checks import (
    CALL_LABEL,
    DATE_FORMS,
    DATE_ORDER,
    DOCUMENT_ID,
    NO_LICENCE,
    NOTE_CALL,
    PAGE_ORDER,
    TABLE_SIZE,
    TABLE_WIDTH,
)

Check = Callable[[Index], Iterator[Diagnostic]]
"""From a document with its index to what is wrong in it, in any order."""

CHECKS: tuple[tuple[str, Check], ...] = (
    ("ids", check_ids),
    ("pointers", check_pointers),
    ("notes", check_notes),
    ("pages", check_pages),
    ("tables", check_tables),
    ("dates", check_dates),
    ("dates", check_events),
    ("schematron", check_empty_elements),
    ("header", check_header),
    ("header", check_languages),
)
"""Every check with the group of its findings."""

OWN_CODES = frozenset(
    code.code
    for code in (
        *(EMPTY_BLOCK, POINTER, CALL_TARGET, CALL_LABEL, NOTE_CALL, PAGE_ORDER),
        *(TABLE_WIDTH, TABLE_SIZE, DATE_FORMS, DATE_ORDER, DOCUMENT_ID, NO_LICENCE),
    )
)
"""Codes that only checks give: an assertion of a Schematron schema with such an id says nothing new."""
