"""Which schema a file is validated by."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from command_line import Command

from teiencode.validation import validate, validate_bytes
from teiencode.validation.choice import Catalogue, choose_schemas, own_schemas

VALIDATION = Path(__file__).parent / "validation"

RNG = '<element name="letter" xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>'


def named(*addresses: str) -> bytes:
    return "".join(f'<?xml-model href="{address}" type="application/xml"?>\n' for address in addresses).encode() + b"<letter/>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "own.rng").write_text(RNG)
    (tmp_path / "tei").mkdir()
    return tmp_path


def test_a_file_names_its_schemas(folder: Path) -> None:
    file = folder / "tei" / "a.xml"
    file.write_bytes(named("../own.rng"))
    assert validate(file) == []
    file.write_bytes(named("../own.rng").replace(b"<letter/>", b"<note/>"))
    assert [finding.code for finding in validate(file)] == ["TE811"]


def test_the_network_is_never_asked(folder: Path) -> None:
    address = "https://example.org/own.rng"
    file = folder / "tei" / "a.xml"
    assert choose_schemas(named(address), file, Catalogue()) == own_schemas()
    known = Catalogue(addresses={address: folder / "own.rng"})
    assert choose_schemas(named(address), file, known) == (folder / "own.rng",)


@pytest.mark.parametrize("data", [b"", b"<letter/>", b"<?xml-model?><letter/>", named("none.rng", "own.rnc"), named("")])
def test_without_a_schema_that_can_be_read_it_is_the_projects_or_ours(folder: Path, data: bytes) -> None:
    assert choose_schemas(data, folder / "a.xml", Catalogue()) == own_schemas()
    default = Catalogue(default=folder / "own.rng")
    assert choose_schemas(data, folder / "a.xml", default) == (folder / "own.rng",)


def test_our_own_are_known_wherever_a_file_says_that_they_lie(folder: Path) -> None:
    data = named("https://example.org/schema/teiencode.rng", "../schema/teiencode.sch")
    assert choose_schemas(data, None, Catalogue()) == own_schemas()


def test_an_instruction_within_the_document_is_none(folder: Path) -> None:
    data = b"<letter>" + named("own.rng") + b"</letter>"
    assert choose_schemas(data, folder / "a.xml", Catalogue()) == own_schemas()


def test_the_projects_schema(teiencode: Command, folder: Path) -> None:
    (folder / "a.xml").write_bytes(b"<letter/>")
    assert teiencode("validate", "a.xml").status == 1
    (folder / "teiencode.toml").write_text('[validate]\nschema = "own.rng"\n')
    assert teiencode("validate", "a.xml").status == 0
    (folder / "teiencode.toml").write_text(
        '[validate]\ncatalogue = [{ address = "http://example.org/a.rng", file = "own.rng" }]\n'
    )
    (folder / "a.xml").write_bytes(named("http://example.org/a.rng"))
    assert teiencode("validate", "a.xml").status == 0


def test_a_named_schema_that_is_wrong_stops_no_other_file(teiencode: Command, folder: Path) -> None:
    (folder / "wrong.rng").write_text("<grammar")
    (folder / "a.xml").write_bytes(named("wrong.rng"))
    (folder / "b.xml").write_bytes(named("own.rng").replace(b"<letter/>", b"<note/>"))
    done = teiencode("validate", "a.xml", "b.xml")
    assert done.status == 2
    assert "a.xml: error TE906" in done.err
    assert "b.xml:2:1: error TE811" in done.out


def test_a_file_too_large_for_a_tree_is_checked_by_its_grammar(folder: Path) -> None:
    data = b'<letter n="1"/>'
    found = validate_bytes(data, None, schema=folder / "own.rng", largest_tree=10)
    assert [(finding.code, finding.severity) for finding in found] == [("TE806", "info"), ("TE816", "error")]


def test_saxon_is_not_loaded_where_its_rules_are_ignored(tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    file.write_text('<TEI xmlns="http://www.tei-c.org/ns/1.0"/>', encoding="utf-8")
    program = (
        "import sys; from pathlib import Path; from teiencode.validation import validate_bytes;"
        f"found = validate_bytes(Path({str(file)!r}).read_bytes(), None, ignore=['schematron', 'relaxng']);"
        "print(sorted({one.code for one in found}), 'saxonche' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[] False\n"


def test_a_large_file_is_told_the_same_though_its_tree_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    data = (VALIDATION / "telegram.xml").read_bytes()
    for old, new in (
        (b"<p>1. Met", b'<p>&#233;<hi rend="x" who="y">a</hi></p><item>b</item>stray<p subtype="z">1. Met<hi xml:id=""/>'),
        (b"<dateline>", b"<!-- c --><datelin/><dateline>"),
        (b"</titleStmt>", b"</titleStmt><author>B</author><licence>free</licence>"),
        (b"</fileDesc>", b"</fileDesc><persname>x</persname>"),
        (b"</closer>", b"<head>late</head></closer><p><subst><add place='above'>x</add></subst></p>"),
    ):
        assert old in data
        data = data.replace(old, new, 1)
    tei_rules = VALIDATION.parent.parent / "schema" / "teiencode.rng"
    together = validate_bytes(data, None)
    alone = validate_bytes(data, None, schema=tei_rules, select=["relaxng"])
    assert alone == [finding for finding in together if finding.group == "relaxng"]
    assert len(alone) > 4
    monkeypatch.setattr("teiencode.validation.reading._LARGE", 0)
    assert validate_bytes(data, None) == together
    assert validate_bytes(data, None, schema=tei_rules, select=["relaxng"]) == alone
