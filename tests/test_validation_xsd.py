"""Validation by an XSD schema, and what is kept of it for the next start."""

from __future__ import annotations

from pathlib import Path

import pytest

from teiencode.validation import SchemaError, validate
from teiencode.validation.xsd import load_xsd

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:l"
xmlns="urn:l" elementFormDefault="qualified">
<xs:element name="letter"><xs:complexType><xs:sequence>
<xs:element name="line" maxOccurs="unbounded"><xs:complexType><xs:simpleContent><xs:extension base="xs:string">
<xs:attribute name="n" type="xs:integer"/></xs:extension></xs:simpleContent></xs:complexType></xs:element>
</xs:sequence></xs:complexType></xs:element></xs:schema>"""


@pytest.fixture
def schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    load_xsd.cache_clear()
    file = tmp_path / "letter.xsd"
    file.write_text(SCHEMA)
    return file


@pytest.mark.parametrize(
    ("content", "code", "column"),
    [('<line n="1">x</line>', None, 0), ('<line n="x"/>', "TE831", 9), ('<line/><lime n="1"/>', "TE830", 10), ("", "TE830", 1)],
)
def test_findings_have_their_place(schema: Path, content: str, code: str | None, column: int) -> None:
    found = validate(f'<letter xmlns="urn:l">\n  {content}</letter>'.encode(), schema=schema)
    assert [finding.code for finding in found] == ([code] if code else [])
    if code:
        assert (found[0].line, found[0].column) == ((2, column) if content else (1, 1))
    assert all(finding.group == "xsd" for finding in found)


@pytest.mark.parametrize(
    ("content", "cure"),
    [
        ('<line n="two">x</line>', 'Did you mean "2"?'),
        ("<line/><lime/>", "Did you mean <line>?"),
        ("", "Add <line>."),
        ('<line num="1"/>', "Did you mean n?"),
        ("<letter/>", "Put <line> before it."),
        ("<line/>x", "Put the text in an element of its own."),
    ],
)
def test_findings_say_what_may_be_done(schema: Path, content: str, cure: str) -> None:
    (found,) = validate(f'<letter xmlns="urn:l">{content}</letter>'.encode(), schema=schema, select=["xsd"])
    assert cure in found.suggestions


@pytest.mark.parametrize(
    ("attributes", "cure"),
    [("", 'Add type="…".'), ('type="drafts"', 'Did you mean "draft"?'), ('type="x"', 'Write "draft" or "final".')],
)
def test_attributes_that_must_stand_and_their_values(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, attributes: str, cure: str
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    schema = tmp_path / "note.xsd"
    schema.write_text(
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="note"><xs:complexType>'
        '<xs:attribute name="type" use="required"><xs:simpleType><xs:restriction base="xs:token"><xs:enumeration value="draft"/>'
        '<xs:enumeration value="final"/></xs:restriction></xs:simpleType></xs:attribute></xs:complexType></xs:element>'
        "</xs:schema>"
    )
    found = validate(f"<note {attributes}/>".encode(), schema=schema, select=["xsd"])
    assert cure in found[0].suggestions


def test_the_second_start_builds_nothing(schema: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load_xsd(schema)
    assert len(list((tmp_path / "cache").rglob("*.pickle"))) == 1
    load_xsd.cache_clear()
    monkeypatch.setattr("teiencode.validation.xsd._build", lambda schema: pytest.fail("built again"))
    assert [finding.code for finding in validate(b'<letter xmlns="urn:l"/>', schema=schema)] == ["TE830"]


def test_a_schema_that_has_changed_is_built_again(schema: Path) -> None:
    assert validate(b'<note xmlns="urn:l"/>', schema=schema)
    load_xsd.cache_clear()
    schema.write_text(SCHEMA.replace('"letter"', '"note"'))
    assert [finding.code for finding in validate(b'<note xmlns="urn:l"><line/></note>', schema=schema)] == []


def test_a_damaged_cache_is_no_fault(schema: Path, tmp_path: Path) -> None:
    load_xsd(schema)
    for file in (tmp_path / "cache").rglob("*.pickle"):
        file.write_bytes(b"x")
    load_xsd.cache_clear()
    assert [finding.code for finding in validate(b'<letter xmlns="urn:l"/>', schema=schema)] == ["TE830"]


@pytest.mark.parametrize("text", ["<x/>", "<xs:schema", SCHEMA.replace("xs:integer", "xs:nothing")])
def test_a_wrong_schema_is_told(schema: Path, text: str) -> None:
    schema.write_text(text)
    with pytest.raises(SchemaError, match=r"letter\.xsd"):
        validate(b"<letter/>", schema=schema)
