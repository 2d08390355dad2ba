"""Validation as a whole: valid documents, one slip each with its code and place, files that are no XML, schemas that are none."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from teiencode.diagnostic import Finding
from teiencode.resources import folder
from teiencode.validation import CODES, GROUPS, SchemaError, validate, validate_bytes

DOCUMENTS = Path(__file__).parent / "validation"
TELEGRAM = (DOCUMENTS / "telegram.xml").read_text(encoding="utf-8")
SCAN = (DOCUMENTS / "scan.xml").read_text(encoding="utf-8")
TEI_ALL = Path(os.environ.get("TEIENCODE_TEI", Path(__file__).parents[2] / "shared" / "tei"))
TEI_ALL = TEI_ALL / "tei_all.rng" if TEI_ALL.is_dir() else TEI_ALL
JING = shutil.which("jing")


def codes(found: list[Finding]) -> list[str]:
    return [finding.code for finding in found]


@pytest.mark.parametrize("document", [TELEGRAM, SCAN], ids=["telegram", "scan"])
def test_a_document_by_the_contract_has_no_findings(document: str) -> None:
    assert validate(document.encode()) == []


def test_several_documents_of_one_file_are_a_corpus() -> None:
    header = "<teiHeader><fileDesc><titleStmt><title>Chapter</title></titleStmt><publicationStmt><publisher>Office</publisher>"
    header += "<availability><licence>Free</licence></availability></publicationStmt><sourceDesc><p>Pages</p></sourceDesc>"
    header += "</fileDesc></teiHeader>"
    document = header + '<text><body><div type="document" xml:id="ID-d"><p>x</p></div></body></text></TEI>'
    parts = "".join(
        f'<TEI xml:id="{name}">' + document.replace("ID-", name).replace("<availability>", f"<idno>{name}</idno><availability>")
        for name in ("one", "two")
    )
    corpus = f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0" xml:id="chapter">{header}{parts}</teiCorpus>'
    assert validate(corpus.encode()) == []


@pytest.mark.skipif(JING is None or not TEI_ALL.is_file(), reason="needs jing and tei_all.rng")
def test_jing_agrees_by_both_schemas() -> None:
    assert JING is not None
    for schema in (folder("schema") / "teiencode.rng", TEI_ALL):
        run = subprocess.run([JING, str(schema), *map(str, sorted(DOCUMENTS.glob("*.xml")))], capture_output=True, text=True)
        assert (run.returncode, run.stdout) == (0, "")


@dataclass(frozen=True)
class Slip:
    """A document with `old` replaced by `new` has one finding, of this code, whose place begins where `at` does in `new`.

    `cure`: words that one of the suggestions has.
    """

    old: str
    new: str
    code: str
    at: str
    cure: str
    document: str = TELEGRAM


SLIPS = [
    # element names
    Slip('<persName ref="#d41">Prado</persName>', "<persname>Prado</persname>", "TE812", "<persname", "<persName>"),
    Slip('<hi rend="italic">gap</hi>', "<b>gap</b>", "TE812", "<b>", '<hi rend="bold">'),
    Slip("<p>See enclosed.</p>", "<para>See enclosed.</para>", "TE812", "<para>", "<p>"),
    Slip("<signed>STEVENSON</signed>", "<signature>STEVENSON</signature>", "TE812", "<signature>", "<signed>", SCAN),
    Slip("<p>See enclosed.</p>", '<list type="gloss"><item>x</item></list>', "TE826", "<list", "Add a <label>", TELEGRAM),
    # places
    Slip("<closer><signed>Whitfield</signed></closer>", "<signed>Whitfield</signed>", "TE813", "<signed>", "<closer>"),
    Slip("<p>See enclosed.</p>", "<p>See enclosed.</p><head>Late</head>", "TE813", "<head>Late", "before the <p>"),
    Slip("<trailer>- END -</trailer>", "<trailer>- END -</trailer><p>After.</p>", "TE813", "<p>After", "Move it before"),
    Slip(
        "<row><cell>Alba</cell><cell>800</cell></row>",
        "<row><cell>Alba</cell><p>x</p><cell>800</cell></row>",
        "TE813",
        "<p>x",
        "<cell>",
    ),
    Slip("<publisher>Office of Examples</publisher>\n", "", "TE813", "<idno", "Put <publisher>"),
    Slip("<item>(a) one</item>", "<item>(a) one</item><p>x</p>", "TE813", "<p>", "<item>", SCAN),
    Slip("<desc>[Signature]</desc>", "<desc>[Signature]<lb/></desc>", "TE813", "<lb/>", "out of <desc>", SCAN),
    Slip("<label>FROM:</label> New York", "<p>FROM: New York</p>", "TE813", "<p>FROM", "out of <ab>", SCAN),
    # content
    Slip("<item>Ports and ships</item>", "", "TE814", "</list>", "<item>"),
    Slip(
        '<subst><add place="above">price</add> <del rend="strikethrough">prize</del></subst>',
        '<subst><add place="above">price</add></subst>',
        "TE814",
        "</subst>",
        "<del>",
        SCAN,
    ),
    Slip("<closer><signed>Whitfield", "<closer>By <signed>Whitfield", "TE815", "By ", "Put it in"),
    Slip("<p>1. Met", "stray words\n<p>1. Met", "TE815", "stray", "<p>"),
    # attributes
    Slip(
        '<gap reason="redacted"/>', '<gap reasons="redacted" reason="redacted"/>', "TE816", "reasons", "has reason already", SCAN
    ),
    Slip('<gap reason="redacted"/>', "<gap/>", "TE817", "<gap/>", '"redacted"', SCAN),
    Slip('<gap reason="redacted"/>', '<gap reason="redaction"/>', "TE818", "reason=", '"redacted"?', SCAN),
    Slip('type="subject"', 'type="the subject"', "TE818", "type=", "without spaces"),
    Slip("<change when", '<change type="encodding" when', "TE818", "type=", '"encoding"?'),
    Slip("<p>1. Met", '<p id="x">1. Met', "TE816", "id=", "xml:id"),
    Slip("<p>1. Met", '<p who="#d41">1. Met', "TE816", "who=", "<change>"),
    Slip('when="16:00:00"', 'when="16:00"', "TE818", "when=", "a time with seconds"),
    Slip('when="16:00:00"', 'when="16:00"', "TE818", "when=", '"16:00:00"?'),
    Slip('when="--11-28"', 'when="November 28, 1962"', "TE818", "when=", '"1962-11-28"?'),
    Slip('unit="page" quantity="2"', 'unit="page" quantity="2 pages"', "TE818", "quantity=", '"2"?'),
    Slip('type="subject"', 'type="the subject"', "TE818", "type=", '"the-subject"?'),
    Slip('when="--11-28"', 'when="1962-11-31"', "TE818", "when=", "a day (1962-10-27)"),
    Slip('<fw type="catch">', '<fw type="catchword">', "TE818", "type=", '"catch"?', SCAN),
    Slip('unit="line" atMost="1"', 'unit="lines" atMost="1"', "TE818", "unit=", '"line"?'),
    Slip('<div type="section">', '<div type="subsection">', "TE818", "type=", '"section"?', SCAN),
    Slip('xml:id="pg_273"', 'xml:id="273"', "TE818", "xml:id=", "does not begin with a digit"),
    Slip('version="0.1.0"', 'version="v1"', "TE818", "version=", "of the form", SCAN),
    Slip('when="--11-28"', 'when="28. November 1962"', "TE818", "when=", '"1962-11-28"?'),
    Slip('when="--11-28"', 'when="28/11/1962"', "TE818", "when=", '"1962-11-28"?'),
    Slip('when="--11-28"', 'when="1962/63"', "TE818", "when=", 'from="1962" to="1963"'),
    Slip('unit="page" quantity="2"', 'unit="page" quantity="two"', "TE818", "quantity=", '"2"?'),
    Slip('unit="page" quantity="2"', 'unit="page" number="2"', "TE816", "number=", "quantity?"),
    Slip('type="subject"', 'type=""', "TE818", "type=", "Remove type"),
    Slip("<p>1. Met", "<paragraphs>1. Met</paragraphs><p>", "TE812", "<para", "<p>"),
    # ids and pointers
    Slip('xml:id="d41fn3"', 'xml:id="d41fn2"', "TE841", "xml:id", "id of its own"),
    Slip('target="#d41fn2"', 'target="#d41fn9"', "TE851", "target", "Did you mean #d41fn"),
    Slip('corresp="#del1"', 'corresp="#del2"', "TE851", "corresp", "Did you mean #del1?", SCAN),
    Slip('ana="#foia-b1 #eo12356-a3"', 'ana="#foia-b1 #eo12356-a3 #del1"', "TE853", "ana", "category", SCAN),
    Slip("<p>1. The", '<p xml:id="eo12356-a3">1. The', "TE841", "xml:id", "id of its own", SCAN),
    Slip('target="#d41fn2"', 'target="#pg_272"', "TE852", "target", "of the note"),
    Slip('target="#d41fn2"', 'target="d41fn2"', "TE854", "target", 'Write target="#d41fn2".'),
    # rules
    Slip(
        '<ptr type="note" target="#d41fn2" n="2"/>', '<ptr type="note" target="#d41fn2" n="4"/>', "TE860", 'n="4"', 'Write n="2".'
    ),
    Slip('n="2" xml:id="d41fn2"', 'xml:id="d41fn2"', "TE861", "", "@n"),
    Slip(' cert="low">Not found', ">Not found", "TE862", "", "cert"),
    Slip('<note type="source" rend="inline">', '<note rend="inline">', "TE863", "<note", "@place"),
    Slip('atMost="1"', 'atMost="1" quantity="1"', "TE821", "quantity", "@quantity"),
    Slip('unit="page" quantity="2"', 'quantity="2"', "TE822", "", "@unit"),
    Slip("<p>See enclosed.</p>", "<p>See enclosed.</p><p> </p>", "TE824", "<p> </p>", "Remove"),
    Slip('<fw type="catch">ahead</fw>', '<fw type="catch"/>', "TE823", "<fw", "Remove", SCAN),
    Slip('ana="#foia-b1 #eo12356-a3"', 'ana="#foia-b1"', "TE825", "", "Remove the category", SCAN),
    Slip('n="273" xml:id="pg_273"', 'n="270" xml:id="pg_270"', "TE865", 'n="270"', "@n"),
    Slip("<row><cell>Alba</cell><cell>800</cell></row>", "<row><cell>Alba</cell></row>", "TE870", "<row>", "missing"),
    Slip('<table rows="2"', '<table rows="3"', "TE871", "rows", 'Write rows="2".'),
    Slip('cols="2"', 'cols="3"', "TE871", "cols", 'Write cols="2".'),
    Slip('notBefore="1958-03-01"', 'when="1958-03-02" notBefore="1958-03-01"', "TE875", "when", "Keep when"),
    Slip('notAfter="1958-03-03"', 'notAfter="1957-03-03"', "TE876", "notAfter", "Exchange"),
    Slip("<idno>scan</idno>", "<idno>other</idno>", "TE880", "", "idno", SCAN),
]
"""An empty `at` leaves the place to another test: it lies outside the change."""


@pytest.mark.parametrize("slip", SLIPS, ids=[f"{slip.code}-{number}" for number, slip in enumerate(SLIPS)])
def test_a_slip_is_one_finding_at_its_place_with_its_cure(slip: Slip) -> None:
    assert slip.document.count(slip.old) >= 1
    text = slip.document.replace(slip.old, slip.new, 1)
    found = validate_bytes(text.encode(), None)
    assert codes(found) == [slip.code]
    finding = found[0]
    assert any(slip.cure in suggestion for suggestion in finding.suggestions)
    assert finding.span is not None
    begin, end = finding.span
    before = text[:begin]
    assert (finding.line, finding.column) == (before.count("\n") + 1, begin - before.rfind("\n"))
    before = text[:end]
    assert (finding.end_line, finding.end_column) == (before.count("\n") + 1, end - before.rfind("\n"))
    if slip.at:
        changed = slip.document.index(slip.old)
        assert text.startswith(slip.at, begin)
        assert changed <= begin <= changed + max(len(slip.new), len(slip.old))


def test_every_code_of_grammar_and_rules_has_a_slip() -> None:
    elsewhere = {
        "TE810",
        "TE811",
        "TE819",
        "TE820",
        "TE830",
        "TE831",
        "TE842",
        "TE864",
        "TE866",
        "TE867",
        "TE877",
        "TE878",
        "TE881",
        "TE882",
        "TE883",
        "TE884",
        "TE885",
        "TE886",
        "TE887",
        "TE889",
    }
    covered = {slip.code for slip in SLIPS} | elsewhere
    assert {code.code for code in CODES if code.group != "wellformed"} == covered


def test_all_faults_are_found_in_one_run_in_the_order_of_lines() -> None:
    text = TELEGRAM
    for slip in [*SLIPS[:2], SLIPS[5], SLIPS[16]]:
        text = text.replace(slip.old, slip.new, 1)
    found = validate(text.encode())
    assert sorted(codes(found)) == sorted(["TE812", "TE812", "TE813", "TE815"])
    assert [finding.line for finding in found] == sorted(finding.line or 0 for finding in found)


def test_a_path_has_indexes_only_where_a_name_has_siblings() -> None:
    found = validate(TELEGRAM.replace("<p>See enclosed.</p>", "<p><b/></p><p>See.</p>").encode())
    assert found[0].path == "/TEI/text/body/div/div/p[1]/b"


def test_the_wrong_root_and_the_wrong_namespace() -> None:
    (html,) = validate(b"<html><p/></html>", select=["relaxng"])
    assert (html.code, html.line, html.column) == ("TE811", 1, 1)
    (bare,) = validate(TELEGRAM.replace(' xmlns="http://www.tei-c.org/ns/1.0"', "", 1).encode(), select=["relaxng"])
    assert bare.code == "TE811"
    assert bare.suggestions == ('Write <TEI xmlns="http://www.tei-c.org/ns/1.0">.',)


def test_no_licence_is_a_warning() -> None:
    begin, end = TELEGRAM.index("<availability"), TELEGRAM.index("</availability>") + len("</availability>")
    (finding,) = validate((TELEGRAM[:begin] + TELEGRAM[end:]).encode())
    assert (finding.code, finding.severity, finding.group) == ("TE881", "warning", "header")


# --------------------------------------------------------------------------------------------------------- no XML at all

ILL_FORMED = [
    (b"", "TE800", 1, 1),
    (b" \r\n\t", "TE800", 1, 1),
    (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "TE801", 1, 1),
    (b"PK\x03\x04\x14\x00\x06\x00", "TE801", 1, 1),
    (b"<TEI>\n<p>caf\xe9</p></TEI>", "TE802", 2, 7),
    (b'<?xml version="1.0" encoding="no-such"?><TEI/>', "TE802", 1, 21),
    (b"just words\nof a letter", "TE803", 1, 1),
    (b"<TEI>\n<p>R & D</p></TEI>", "TE803", 2, 6),
    (b"<TEI>\n<p>one<hi>two</p></TEI>", "TE803", 2, 14),
    (b"<TEI>\n<p>one", "TE803", 2, 7),
    (b"<TEI/>\n<TEI/>", "TE803", 2, 1),
    (b'<TEI n="1" n="2"/>', "TE803", 1, 12),
    (b"<TEI><x:p/></TEI>", "TE803", 1, 6),
    (b"<TEI>a\x01b</TEI>", "TE803", 1, 7),
    (b"<TEI>\n&eacute;</TEI>", "TE804", 2, 1),
    (b'<!DOCTYPE TEI SYSTEM "http://127.0.0.1:9/tei.dtd"><TEI>&eacute;</TEI>', "TE804", 1, 56),
    (b'<!DOCTYPE TEI [<!ENTITY e SYSTEM "file:///etc/hostname">]><TEI>&e;</TEI>', "TE804", 1, 16),
    (b'<!DOCTYPE TEI [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><TEI n="&b;"/>', "TE804", 1, 16),
    (b"<p>" * 1_000_000, "TE805", 1, 601),
]


@pytest.mark.parametrize(("data", "code", "line", "column"), ILL_FORMED, ids=[str(number) for number in range(len(ILL_FORMED))])
def test_what_cannot_be_read_is_one_clear_finding(data: bytes, code: str, line: int, column: int) -> None:
    (finding,) = validate(data)
    assert (finding.code, finding.group, finding.severity) == (code, "wellformed", "error")
    assert (finding.line, finding.column) == (line, column)
    assert finding.suggestions


def test_an_open_element_is_named_with_its_line() -> None:
    (finding,) = validate(b"<TEI>\n<p>one\n<hi>two</p></TEI>")
    assert "<hi>, opened in line 3" in finding.message
    assert finding.suggestions[0] == "Write </hi> before </p>."
    assert "line 3" in finding.message


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1"])
def test_places_count_characters_in_any_encoding(encoding: str) -> None:
    declared = {"utf-8-sig": "UTF-8", "utf-16": "UTF-16", "iso-8859-1": "ISO-8859-1"}[encoding]
    text = SCAN.replace("UTF-8", declared, 1).replace("☒", "x").replace("☐", "o").replace("New York", "Niña é <b/> New York", 1)
    (finding,) = validate(text.encode(encoding))
    line = text.splitlines()[(finding.line or 0) - 1]
    assert finding.code == "TE812"
    assert finding.column == line.index("<b/>") + 1


def test_places_beyond_the_plane_and_after_every_kind_of_line_end() -> None:
    text = SCAN.replace("New York", "😀é <b/> New York", 1).replace("\n", "\r\n")
    (finding,) = validate(text.encode())
    assert text.split("\r\n")[(finding.line or 0) - 1].index("<b/>") + 1 == finding.column


# ------------------------------------------------------------------------------------------------------------ the function


def test_what_is_no_xml_is_told_whatever_is_selected() -> None:
    (finding,) = validate(b"<TEI><p></TEI>", select=["relaxng"])
    assert finding.group == "wellformed"
    assert [each.group for each in validate(b"\0\1\2", select=["pages"])] == ["wellformed"]


def test_select_takes_groups_and_codes() -> None:
    text = TELEGRAM.replace("<p>1. Met", '<p id="x">1. Met').replace("#d41fn2", "#nowhere").encode()
    assert codes(validate(text)) == ["TE816", "TE851"]
    assert codes(validate(text, select=["relaxng"])) == ["TE816"]
    assert codes(validate(text, select=["pointers"])) == ["TE851"]
    assert codes(validate(text, select=["TE851", "TE816"])) == ["TE816", "TE851"]
    assert validate(text, select=["ids"]) == []
    with pytest.raises(ValueError, match="relaxing"):
        validate(text, select=["relaxing"])


def test_every_group_of_a_code_can_be_selected() -> None:
    assert {code.group for code in CODES} == set(GROUPS)


def test_a_path_gives_findings_their_file(tmp_path: Path) -> None:
    file = tmp_path / "bad.xml"
    file.write_bytes(b"<TEI>")
    assert [finding.file for finding in validate(file)] == [str(file)]
    with pytest.raises(FileNotFoundError):
        validate(tmp_path / "none.xml")


def test_another_schema_takes_the_place_of_ours(tmp_path: Path) -> None:
    schema = tmp_path / "letter.rng"
    schema.write_text(
        '<element name="letter" xmlns="http://relaxng.org/ns/structure/1.0" '
        'datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">'
        '<attribute name="date"><data type="date"/></attribute><oneOrMore><element name="line"><text/></element></oneOrMore>'
        '<optional><element name="pages"><data type="positiveInteger"/></element></optional></element>'
    )
    assert validate(b'<letter date="1962-10-27"><line/></letter>', schema=schema) == []
    found = validate(b'<letter date="October"><pages>none</pages></letter>', schema=schema)
    assert codes(found) == ["TE818", "TE813", "TE819"]
    assert found[1].suggestions == ("Put <line> before it.",)
    assert any("a whole number, 1 or more" in cure for cure in found[2].suggestions)


def test_a_schema_of_several_files_is_one(tmp_path: Path) -> None:
    (tmp_path / "inner.rng").write_text('<element name="line" xmlns="http://relaxng.org/ns/structure/1.0"><text/></element>')
    schema = tmp_path / "outer.rng"
    schema.write_text(
        '<element name="letter" xmlns="http://relaxng.org/ns/structure/1.0"><externalRef href="inner.rng"/></element>'
    )
    assert validate(b"<letter><line/></letter>", schema=schema) == []
    (found,) = validate(b"<letter>\n<word/></letter>", schema=schema)
    assert (found.code, found.line, found.column) == ("TE812", 2, 1)


SCHEMAS = [
    ("none.rng", None, "cannot be read"),
    ("open.rng", '<grammar xmlns="http://relaxng.org/ns/structure/1.0">', "1:54: is not well-formed"),
    ("html.rng", "<html/>", "no RELAX NG"),
    (
        "ref.rng",
        '<element name="a" xmlns="http://relaxng.org/ns/structure/1.0"><ref name="b"/></element>',
        "1:63: there is no definition",
    ),
    (
        "type.rng",
        '<element name="a" xmlns="http://relaxng.org/ns/structure/1.0" '
        'datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"><data type="dat"/></element>',
        "1:124: XML Schema has no datatype 'dat'",
    ),
    ("short.rnc", "start = element a { empty }", "compact"),
    ("letter.dtd", "<!ELEMENT a EMPTY>", "neither"),
    ("none.sch", None, "cannot be read"),
    ("open.sch", "<schema>", "not well-formed"),
    ("html.sch", "<html/>", "no Schematron"),
]


@pytest.mark.parametrize(("name", "content", "reason"), SCHEMAS, ids=[name for name, _, _ in SCHEMAS])
def test_a_schema_that_is_wrong_is_an_error_and_no_finding(tmp_path: Path, name: str, content: str | None, reason: str) -> None:
    schema = tmp_path / name
    if content is not None:
        schema.write_text(content)
    for data in (SCAN.encode(), b""):
        with pytest.raises(SchemaError, match=reason) as raised:
            validate(data, schema=schema)
        assert name in str(raised.value)


def test_validation_reads_no_other_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_text("<secret>never shown</secret>")
    text = SCAN.replace(
        "</div>\n</body>", f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{secret.as_uri()}"/></div>\n</body>'
    )
    found = validate(text.encode())
    assert codes(found) == ["TE812"]
    assert all("never shown" not in finding.message for finding in found)
