"""Large files: what is found in them is what is found in small ones, though nothing of them is held twice."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from test_validation_schematron import OPENING, READERS, SECRET

from teiencode.diagnostic import Finding, LineIndex
from teiencode.files import Input
from teiencode.findings import Wanted, find
from teiencode.reports.placed import place, place_by_lines
from teiencode.validation import SchemaError, validate, validate_bytes
from teiencode.validation.held import Held
from teiencode.validation.reading import Document, read_document

RULES = """
  <ns prefix="t" uri="urn:t"/>
  <pattern>
    <rule context="t:line[@n] | t:line[. = 'two']"><report test="true()">numbered or two</report></rule>
    <rule context="t:line"><report test="true()">any line</report></rule>
  </pattern>
  <pattern><rule context="t:line | t:note | comment()"><report test="true()">second pattern</report></rule></pattern>
  <pattern><rule context="@n"><report test="number(.) gt 1">attribute</report></rule>
    <rule context="text()"><report test="contains(., 'é')">text</report></rule></pattern>
  <pattern><rule context="/"><assert test="processing-instruction('made')">nobody made it</assert></rule></pattern>
"""
FOUND = [
    *("any line", "attribute", "attribute", "numbered or two", "numbered or two", "numbered or two", "second pattern"),
    *("second pattern",) * 7,
    *("text", "text"),
]
LETTER = (
    '<?made here?><!-- before <!DOCTYPE x> --><letter xmlns="urn:t">\r\n<line n="1">one</line>\r\n<line>two</line>'
    '<!-- é -->\n<line>trés</line><note n="2"/><line n="3">é\r</line></letter><!-- after -->\n'
)
DECLARED = (
    "",
    '<?xml version="1.0"?>\n',
    '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE letter>',
    '<?a "sign"?><!DOCTYPE letter PUBLIC "a b" \'a > b.dtd\'\n[<!ATTLIST line n CDATA "]>"> <!-- > -->] >',
)


@pytest.fixture(params=[False, True], ids=["small", "large"])
def schema(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for rules; files of any size are taken for large ones in every second run."""
    if request.param:
        monkeypatch.setattr("teiencode.validation.reading._LARGE", 0)
    return tmp_path / "rules.sch"


def found_by(schema: Path, rules: str, document: str) -> list[Finding]:
    schema.write_text(f"{OPENING}{rules}</schema>", encoding="utf-8")
    return validate(document.encode(), schema=schema, select=["schematron"])


@pytest.mark.parametrize("declared", DECLARED)
def test_rules_speak_of_the_same_nodes(schema: Path, declared: str) -> None:
    found = found_by(schema, RULES, declared + LETTER)
    assert sorted(finding.message for finding in found) == FOUND
    lines = (declared + LETTER).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for finding in found:
        assert finding.line is not None
        assert finding.column is not None
        assert lines[finding.line - 1][finding.column - 1 :].startswith(("<", "n="))


@pytest.mark.parametrize("reader", READERS)
def test_a_strangers_rules_read_no_file(schema: Path, reader: str) -> None:
    secret = schema.with_name("secret.xml")
    secret.write_text(f"<s>{SECRET}</s>", encoding="utf-8")
    test = reader.replace("FOLDER", schema.parent.as_uri())
    rules = (
        '<ns prefix="f" uri="urn:f"/><xsl:function xmlns:f="urn:f" name="f:read"><xsl:source-document href="secret.xml">'
        '<xsl:copy-of select="."/></xsl:source-document></xsl:function>'
        f'<let name="first" value="{test}"/>'
        f'<pattern><rule context="letter"><report test="true()">so: <value-of select="{test}, $first"/></report></rule></pattern>'
    )
    try:
        found = found_by(schema, rules, "<letter/>")
    except SchemaError as error:
        assert SECRET not in str(error)
    else:
        assert SECRET not in "".join(finding.message for finding in found)


def test_what_is_put_aside_is_removed(schema: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    aside = schema.with_name("aside é with spaces")
    aside.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(aside))
    found = found_by(schema, '<pattern><rule context="a"><report test="true()">so</report></rule></pattern>', "<a/>")
    assert [finding.message for finding in found] == ["so"]
    assert list(aside.iterdir()) == []


def test_a_full_disk_is_a_notice(schema: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("teiencode.validation.reading._LARGE", 0)
    monkeypatch.setattr(tempfile, "tempdir", str(schema.with_name("nowhere")))
    (found,) = found_by(schema, '<pattern><rule context="a"><report test="true()">so</report></rule></pattern>', "<a/>")
    assert (found.code, found.severity) == ("TE806", "info")
    assert "The rules of rules.sch were not checked" in found.message
    assert found.suggestions == ("Make room in the folder for temporary files (TMPDIR).",)


def test_a_file_that_saxon_does_not_read_is_a_notice(schema: Path) -> None:
    deep = "<a>" * 150 + "</a>" * 150
    (found,) = found_by(schema, '<pattern><rule context="b"><report test="true()">so</report></rule></pattern>', deep)
    assert (found.code, found.suggestions) == ("TE806", ("Validate its parts by themselves.",))


def test_bytes_that_were_put_aside_come_back() -> None:
    held = Held("trés\n".encode() * 1000)
    whole = held.data
    with pytest.raises(KeyError), held.aside():
        assert held.data == b""
        raise KeyError
    assert held.data == whole


def test_bytes_that_cannot_be_put_aside_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    held = Held(b"here")
    with pytest.raises(OSError, match="nowhere"), held.aside():
        pass
    assert held.data == b"here"


@pytest.mark.parametrize("stretch", [1, 2, 3, 7, 4096])
def test_a_piece_is_that_of_the_whole_text(monkeypatch: pytest.MonkeyPatch, stretch: int) -> None:
    monkeypatch.setattr("teiencode.validation.reading._STRETCH", stretch)
    text = "<a>one é 𝔘𝔙 \u2028ώ<b/>" + "日本語é" * 5 + "</a>"
    document = read_document(text.encode())
    assert isinstance(document, Document)
    for begin in range(len(text) + 1):
        for end in (begin, begin + 1, begin + 5, len(text) + 9):
            assert document.piece(begin, end) == text[begin:end]


WORDS = "<p>" + '<w lemma="a" pos="b">a</w>' * 40_000 + "</p>"
LINES = "<p>" + "<lb/>words that go on to the end of the line, as they mostly do, with few tags between them\n" * 11_500 + "</p>"


@pytest.mark.parametrize(("text", "weight"), [(WORDS, 6), (LINES, 1)])
def test_many_tags_weigh_as_much_as_a_larger_file(text: str, weight: int) -> None:
    data = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{text}</body></text></TEI>'.encode()
    assert round(len(data) / 1e6) == 1
    small, large = (weight * 1_000_000 + room for room in (-300_000, 300_000))
    (notice,) = validate_bytes(data, None, select=["pages"], largest_tree=small)
    assert notice.code == "TE806"
    assert ("as many tags and attributes as one of 6 MB" in notice.message) is (weight > 1)
    assert validate_bytes(data, None, select=["pages"], largest_tree=large) == []


def test_the_size_of_a_tree_is_known_without_it() -> None:
    document = read_document(b"<a b=\"c\">d<e/>f<g h='i'/></a>")
    assert isinstance(document, Document)
    assert document.size_of_tree == 3 * 120 + 3 * 120 + 2 * 232 + document.size


TEXTS = ("one\ntwo\r\nthree\rfour\u2028still\n\nlast", "", "\n", "é\r\r\nö", "no end")


@pytest.mark.parametrize("text", TEXTS)
def test_lines_are_the_same_in_pieces(text: str) -> None:
    pieces = text.split("\n")
    whole = LineIndex(text)
    parted = LineIndex.of_pieces([*(f"{piece}\n" for piece in pieces[:-1]), pieces[-1]])
    assert (whole.starts, whole.length) == (parted.starts, parted.length)


@pytest.mark.parametrize("text", TEXTS)
def test_excerpts_are_the_same_by_lines(text: str) -> None:
    index = LineIndex(text)
    found = []
    for at in range(len(text)):
        finding = Finding(code="TE1", group="g", severity="error", message="m", span=(at, at + 1))
        found.append(finding.placed("a.xml", index))
    assert place(found, "a.xml", text) == place_by_lines(found, "a.xml", text.encode())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_an_excerpt_is_of_the_text_whatever_its_encoding(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "a.xml"
    declared = "latin-1" if encoding == "latin-1" else encoding[:6]
    text = f'<?xml version="1.0" encoding="{declared}"?>\n<letter>\n<é/></letter>'
    file.write_bytes(text.encode(encoding))
    schema = tmp_path / "a.rng"
    schema.write_text('<element name="letter" xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>', encoding="utf-8")
    (placed,) = find(Input(file.name, file), Wanted(schema=schema)).findings
    assert placed.excerpt is not None
    assert placed.excerpt.text == "<é/></letter>"


def test_very_many_unknown_names_are_told_and_not_sought() -> None:
    attributes = "".join(f' wen{number}="x"' for number in range(700))
    elements = "".join(f"<spam{number}/>" for number in range(700))
    text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><date{attributes} whenn="1962"/>{elements}</body></text></TEI>'
    found = validate_bytes(text.encode(), None, select=["relaxng"])
    unknown = [finding for finding in found if finding.code in ("TE812", "TE816")]
    assert len(unknown) == 1401
    assert all(finding.suggestions for finding in unknown)
    assert unknown[700].suggestions == ("Remove it.",)
