"""Twice the faults take twice the work, and not four times: a volume says the same wrong thing thousands of times.

Work is counted, and not timed: `sys.settrace` sees each operation of Python, those within a comprehension too.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from teiencode.validation import validate

HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>A letter</title></titleStmt><publicationStmt><p>Printed.</p></publicationStmt>"
    "<sourceDesc><p>A box.</p></sourceDesc></fileDesc></teiHeader>"
)


class Operations:
    """Counts the operations of all functions that are called while it traces."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, frame: FrameType, event: str, argument: Any) -> Operations:
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        self.count += event == "opcode"
        return self


def notes_of_other_numbers(times: int) -> str:
    """Calls that show another number than their notes have."""
    pieces = (f'<ref type="note" target="#n{at}">{at + 1}</ref><note xml:id="n{at}" n="{at}">y</note>\n' for at in range(times))
    return f"<div><p>x{''.join(pieces)}</p></div>"


def pages_that_fall(times: int) -> str:
    """Pages that run backwards."""
    pages = "".join(f'<pb n="{2 * at}"/>\n' for at in range(times, 0, -1))
    return f"<div><p>{pages}</p></div>"


def paragraphs_behind_a_closer(times: int) -> str:
    """Paragraphs where none may stand."""
    paragraphs = "<p>x</p>\n" * times
    return f"<div><closer><signed>y</signed></closer>{paragraphs}</div>"


def ids_that_are_none(times: int) -> str:
    """Elements with ids that the grammar refuses, and pointers to them."""
    pieces = (f'<p xml:id="1a{at}">x <ref target="#1a{at}">y</ref></p>\n' for at in range(times))
    return f'<div><p xml:id="a">x <ref target="#a">y</ref></p>{"".join(pieces)}</div>'


def strays_in_a_header(times: int) -> str:
    """Notes where a header has none."""
    return HEADER.replace("<fileDesc>", "<fileDesc>" + "<note>x</note>\n" * times)


def parts_of_a_header_before_the_first(times: int) -> str:
    """Statements that wait for the title."""
    title = "<titleStmt><title>x</title></titleStmt>"
    return f"<teiHeader><fileDesc>{'<publicationStmt><p>x</p></publicationStmt>' * times}{title}</fileDesc></teiHeader>"


@pytest.mark.parametrize(
    ("body", "groups"),
    [
        (notes_of_other_numbers, ["notes"]),
        (pages_that_fall, ["pages"]),
        (paragraphs_behind_a_closer, ["relaxng"]),
        (ids_that_are_none, ["relaxng", "pointers"]),
        (strays_in_a_header, ["relaxng"]),
        (parts_of_a_header_before_the_first, ["relaxng"]),
    ],
)
def test_twice_the_faults_are_twice_the_work(body: Callable[[int], str], groups: list[str]) -> None:
    def work(times: int) -> int:
        made = body(times)
        header, rest = (made, "<p>x</p>") if made.startswith("<teiHeader>") else (HEADER, made)
        text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="x">{header}<text><body>{rest}</body></text></TEI>'
        seen, before = Operations(), sys.gettrace()
        sys.settrace(seen)
        try:
            validate(text.encode(), select=groups)
        finally:
            sys.settrace(before)
        return seen.count

    work(10)  # the schema is read, and what it means is found out
    once, twice = work(600), work(1200)
    assert twice <= 2.2 * once
