"""Grammars that nobody wrote, beside jing; and what they have brought to light, one by one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from bench.grammars import Count, by_program, compare

from teiencode.diagnostic import Diagnostic
from teiencode.validation.reading import read_document
from teiencode.validation.relaxng import follow_grammar, grammar_findings

JING = shutil.which("jing")
GRAMMARS = 16


@pytest.mark.skipif(JING is None, reason="needs jing")
def test_the_same_lines_by_grammars_that_nobody_wrote(tmp_path: Path) -> None:
    count = Count()
    for seed in range(GRAMMARS):
        compare(seed, tmp_path, by_program, count)
    assert count.differences == []
    assert count.grammars > GRAMMARS / 4
    assert count.invalid > 100


def findings(tmp_path: Path, grammar: str, document: str) -> list[Diagnostic]:
    """The findings, also what only follows from others."""
    schema = tmp_path / "schema.rng"
    schema.write_text(
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">'
        f"{grammar}</grammar>",
        encoding="utf-8",
    )
    run = follow_grammar(schema)
    read = read_document(document.encode(), run)
    assert not isinstance(read, Diagnostic)
    return grammar_findings(read, run, extent="all")[0]


def lines(tmp_path: Path, grammar: str, document: str) -> list[int | None]:
    """The lines where jing stands at its messages."""
    return [finding.end_line for finding in findings(tmp_path, grammar, document)]


def test_a_value_in_a_child_where_a_value_might_have_stood_is_read(tmp_path: Path) -> None:
    grammar = (
        '<start><element name="r"><choice><value>no</value><element name="a"><value>yes</value></element></choice>'
        "</element></start>"
    )
    assert lines(tmp_path, grammar, "<r>\n<a>yes</a></r>") == []
    assert lines(tmp_path, grammar, "<r>no</r>") == []


def test_values_of_several_children_are_read_where_none_may_stand(tmp_path: Path) -> None:
    grammar = (
        '<start><element name="r"><data type="integer"/></element></start>'
        '<define name="a"><element name="a"><value>yes</value></element></define>'
    )
    both = grammar.replace("<start>", '<start><choice><element name="s"><ref name="a"/></element>').replace(
        "</start>", "</choice></start>"
    )
    assert lines(tmp_path, both, "<r>\n<a>yes</a>\n<a>yes</a>\n</r>") == [2, 3, 4]


def test_after_an_end_that_came_too_early_only_what_the_element_may_have_been_goes_on(tmp_path: Path) -> None:
    grammar = (
        '<start><element name="r"><choice><ref name="with-b"/><group><ref name="with-c"/><ref name="with-c"/></group></choice>'
        "</element></start>"
        '<define name="with-b"><element name="a"><element name="b"><empty/></element></element></define>'
        '<define name="with-c"><element name="a"><element name="c"><empty/></element>'
        '<element name="d"><empty/></element></element></define>'
    )
    assert lines(tmp_path, grammar, "<r>\n<a><c/></a>\n</r>") == [2, 3]


def test_text_before_an_instruction_where_a_value_might_have_stood_has_its_place(tmp_path: Path) -> None:
    grammar = (
        '<start><element name="r"><choice><data type="integer"/><element name="a"><empty/></element></choice></element></start>'
    )
    assert [finding.span for finding in findings(tmp_path, grammar, "<r>\nwords\n<?turn over?><a/>\n</r>")] == [(4, 27)]


def test_a_tag_over_lines_that_end_in_a_carriage_return_alone(tmp_path: Path) -> None:
    grammar = '<start><element name="r"><empty/></element></start>'
    assert lines(tmp_path, grammar, '<r\r a="1"\r b="2"/>') == [3, 3]


def test_what_is_missing_and_needs_a_value_or_an_element_of_any_name_is_named_alone(tmp_path: Path) -> None:
    value = '<start><element name="r"><element name="a"><data type="integer"/></element></element></start>'
    assert lines(tmp_path, value, "<r></r>") == [1]
    anything = '<start><element name="r"><element name="a"><element><anyName/><empty/></element></element></element></start>'
    assert lines(tmp_path, anything, "<r></r>") == [1]
