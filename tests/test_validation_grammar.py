"""The project's grammar: it is a part of TEI, and its documents and slips in them get the verdicts of libxml2 and jing."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path
from random import Random

import pytest
from grammar_samples import Samples, slips
from lxml import etree
from test_validation import JING, TEI_ALL

from teiencode.resources import folder
from teiencode.validation import patterns, validate
from teiencode.validation.grammar import Grammar
from teiencode.validation.names import Name
from teiencode.validation.relaxng import load_grammar

SCHEMA = folder("schema") / "teiencode.rng"


@cache
def grammar(path: Path) -> Grammar:
    return Grammar(path)


@cache
def samples(count: int) -> tuple[etree._Element, ...]:
    random = Random(7)
    supply = Samples(grammar(SCHEMA), random)
    return tuple(supply.document(random.choice((8, 10, 14)), 60) for _ in range(count))


def test_a_long_document_needs_no_more_states_than_a_short_one() -> None:
    text = (Path(__file__).parent / "validation" / "scan.xml").read_text(encoding="utf-8")
    block = text[text.index("<p>1. The") : text.index('<gap reason="redacted" ana')].replace(' xml:id="del1"', "")
    assert validate(text.encode(), select=["relaxng"]) == []
    automaton = load_grammar(SCHEMA)
    before = automaton.size
    assert validate(text.replace("<p>1. The", block * 2_000 + "<p>1. The", 1).encode(), select=["relaxng"]) == []
    assert automaton.size == before


def test_every_document_that_the_grammar_can_make_is_valid_and_every_slip_gets_one_verdict() -> None:
    validator = etree.RelaxNG(etree.parse(str(SCHEMA)))
    random = Random(11)
    refused = accepted = 0
    for sample in samples(12):
        assert validator.validate(sample)
        assert validate(etree.tostring(sample), select=["relaxng"]) == []
        for slip in slips(sample, random):
            valid = bool(validator.validate(slip))
            data = etree.tostring(slip)
            assert valid == (validate(data, select=["relaxng"]) == []), data
            refused, accepted = refused + (not valid), accepted + valid
    # Both kinds must be there, or agreement would mean little.
    assert refused > 20
    assert accepted > 20


@pytest.mark.skipif(JING is None or not TEI_ALL.is_file(), reason="needs jing and tei_all.rng")
def test_jing_takes_what_the_grammar_can_make_by_ours_and_by_the_whole_tei(tmp_path: Path) -> None:
    assert JING is not None
    for number, sample in enumerate(samples(12)):
        (tmp_path / f"{number}.xml").write_bytes(etree.tostring(sample))
    for schema in (SCHEMA, TEI_ALL):
        run = subprocess.run([JING, "-i", str(schema), *map(str, tmp_path.glob("*.xml"))], capture_output=True, text=True)
        assert (run.returncode, run.stdout) == (0, "")


def names(elements: tuple[patterns.Element, ...]) -> dict[str, list[patterns.Element]]:
    found: dict[str, list[patterns.Element]] = {}
    for element in elements:
        if isinstance(element.names, Name):
            found.setdefault(element.names.local, []).append(element)
    return found


def parts(elements: list[patterns.Element]) -> set[str]:
    """What the elements hold: attributes (@name), children and text."""
    held: set[str] = set()
    for element in elements:
        for part in patterns.parts(element.content()):
            if isinstance(part, patterns.Attribute | patterns.Element) and isinstance(part.names, Name):
                held.add("@" * isinstance(part, patterns.Attribute) + part.names.local)
            elif part is patterns.TEXT:
                held.add("text")
    return held


@pytest.mark.skipif(not TEI_ALL.is_file(), reason="needs tei_all.rng")
def test_no_element_holds_what_it_cannot_hold_in_tei() -> None:
    ours, tei = names(grammar(SCHEMA).elements), names(grammar(TEI_ALL).elements)
    assert set(ours) <= set(tei)
    strays = {name: parts(elements) - parts(tei[name]) for name, elements in ours.items()}
    assert {name: stray for name, stray in strays.items() if stray} == {}


IDS = """<element name="d" xmlns="http://relaxng.org/ns/structure/1.0"
  datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"><zeroOrMore><element name="e">
  <optional><attribute name="key"><data type="ID"/></attribute></optional>
  <optional><attribute name="to"><list><oneOrMore><data type="IDREF"/></oneOrMore></list></attribute></optional>
  <empty/></element></zeroOrMore></element>"""


@pytest.mark.parametrize(
    ("elements", "expected"),
    [
        ('<e key="a"/><e to="a"/><e key="b" to="a b"/>', []),
        ('<e key="a"/><e key=" a "/>', [("TE841", 19)]),
        ('<e to="b"/><e key="a"/>', [("TE842", 7)]),
        ('<e to="a c"/><e key="a"/>', [("TE842", 7)]),
    ],
)
def test_ids_and_references_by_datatype(tmp_path: Path, elements: str, expected: list[tuple[str, int]]) -> None:
    schema = tmp_path / "ids.rng"
    schema.write_text(IDS)
    found = validate(f"<d>{elements}</d>".encode(), schema=schema)
    assert [(finding.code, finding.column) for finding in found] == expected
