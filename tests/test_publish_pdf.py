"""The PDF: tagged, dated by the document, the same bytes each time, whatever characters the text holds."""

from __future__ import annotations

import io
import zlib
from datetime import date

import page
import pypdf
import pytest
import typst
from bench.published_words import missing_in_order, pdf_words

from teiencode.diagnostic import Diagnostic
from teiencode.project import Edition
from teiencode.publishing.document import read_document
from teiencode.publishing.pdf import UNDATED, TypesettingError, attachment_of, document_pdf, pdf_day, typeset
from teiencode.publishing.streams import AMBIGUOUS, with_plain_ends
from teiencode.publishing.stylesheets import stylesheets

EDITION = Edition(title="An edition", editors=("An editor",))


def tei(text: str, published: str = "", made: str = "1962-11-28T16:00:00") -> bytes:
    return f"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A title</title></titleStmt>
<publicationStmt><publisher>P</publisher><date when="{published}"/></publicationStmt></fileDesc>
<profileDesc><creation><date when="{made}"/></creation></profileDesc></teiHeader>
<text><body><div><head>A title</head>{text}</div></body></text></TEI>""".encode()


def pdf(document: bytes, day: str = "1962-11-28") -> tuple[bytes, tuple[Diagnostic, ...]]:
    sheets = stylesheets()
    return document_pdf(sheets.parse(read_document(document).xml), sheets, edition=EDITION, day=day)


def test_it_is_tagged_titled_and_in_a_language() -> None:
    made, diagnostics = pdf(tei("<p>Some words.</p>"))
    assert diagnostics == ()
    reader = pypdf.PdfReader(io.BytesIO(made))
    root = reader.root_object
    assert str(root["/Lang"]) == "en"
    assert "/StructTreeRoot" in root
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("A title", "An editor")
    created = reader.metadata.creation_date
    assert created is not None
    assert created.date() == date(1962, 11, 28)


def test_the_same_bytes_each_time() -> None:
    document = tei('<p>Some words.<note n="1">A note.</note></p>')
    assert pdf(document) == pdf(document)


def test_the_date_is_the_publications_else_the_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    dated = Edition(date="2026-11-24")
    assert pdf_day(read_document(tei("", published="2026-01-02")), dated) == "2026-01-02"
    assert pdf_day(read_document(tei("")), dated) == "2026-11-24"
    assert pdf_day(read_document(tei("")), EDITION) == "1962-11-28"
    assert pdf_day(read_document(tei("", made="1962-11")), EDITION) == "1962-11-01"
    assert pdf_day(read_document(tei("", made="1962")), EDITION) == "1962-01-01"
    assert pdf_day(read_document(tei("", made="--11-28")), EDITION) == UNDATED
    assert pdf_day(read_document(tei("", made="")), EDITION) == UNDATED
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert pdf_day(read_document(tei("")), dated) == "2023-11-14"


def test_it_keeps_the_rules_for_readers_and_for_archives() -> None:
    text = '<p>Some <hi rend="italic">words</hi>.<note n="1">A note.</note><pb n="2"/></p><list><item>a</item></list>'
    made, _ = pdf(tei(text + "<table><row role='label'><cell>x</cell></row><row><cell>y</cell></row></table>"))
    for profile in ("ua1", "3a"):
        report = page.validate_pdf_bytes(made, profile=profile)
        assert report.rules.total > 20
        assert [failure.message for failure in report.failures] == []


def test_a_file_that_breaks_the_rules_is_noticed() -> None:
    made = typst.compile(b"Words", format="pdf", pdf_tags=False)
    assert not page.is_pdf_compliant_bytes(made, profile="ua1")
    assert not page.is_pdf_compliant_bytes(made, profile="3a")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_the_tei_is_in_the_file(encoding: str) -> None:
    text = '<?xml version="1.0" encoding="{}"?>{}'.format(encoding, tei("<p>“Some” \\ words.</p>").decode())
    data = text.encode(encoding)
    document, sheets = read_document(data), stylesheets()
    made, _ = document_pdf(
        sheets.parse(document.xml), sheets, edition=EDITION, day="1962-11-28", attached=attachment_of("one", data, document)
    )
    reader = pypdf.PdfReader(io.BytesIO(made))
    assert list(reader.attachments) == ["one.xml"]
    inside = reader.attachments["one.xml"][0]
    assert inside == (data if encoding == "utf-8" else document.xml.encode())
    assert page.is_pdf_compliant_bytes(made, profile="3a")


def test_text_that_looks_like_markup_is_set_as_text() -> None:
    made, _ = pdf(
        tei(r"""<p>#let x = 1; "quoted" \ back\u{41} *star* _under_ `code` $5$ = head // no @ref &lt;label> [x] ~ --- #</p>""")
    )
    wanted = r"""#let x = 1; "quoted" \ back\u{41} *star* _under_ `code` $5$ = head @ref <label> [x] ~"""
    found = pdf_words(made)
    assert [word for word in wanted.split() if word not in found] == []


def test_characters_without_a_glyph_stand_as_their_codes() -> None:
    made, diagnostics = pdf(tei("<p>before \u4e2d\u6587 \U0001f600 \ue000 \x85 after</p>"))
    assert [each.code for each in diagnostics] == ["TE954"]
    assert "U+4E2D, U+6587" in diagnostics[0].message
    words = " ".join(pdf_words(made))
    assert "before" in words
    assert "after" in words
    assert "U+4E2D" in words.replace(" ", "")


@pytest.mark.parametrize("text", ["", "<p/>", "<table><row/></table>", "<list><item/></list>", "<note n='1'/>", "<p><note/></p>"])
def test_what_is_empty_can_be_set(text: str) -> None:
    made, _ = pdf(tei(text))
    assert made.startswith(b"%PDF")


def test_a_long_note_runs_over_pages_and_keeps_all_its_words() -> None:
    note = " ".join(f"word{number}" for number in range(1500))
    made, _ = pdf(tei(f'<p>Text<note n="1">{note}</note> goes on.</p>'))
    assert len(pypdf.PdfReader(io.BytesIO(made)).pages) > 2
    assert missing_in_order(note.split(), pdf_words(made)) == []


def test_markup_that_typst_refuses_is_an_error() -> None:
    with pytest.raises(TypesettingError):
        typeset("#no-such-function()")


def test_no_stream_ends_with_what_looks_like_its_line_end() -> None:
    # The check sum at the end of the compressed TEI ends with a carriage return: 1 text in 256 has one.
    for number in range(2000):
        document = tei(f"<p>Words {number}.</p>")
        if zlib.adler32(document) & 0xFF == 0x0D:
            break
    sheets = stylesheets()
    read = read_document(document)
    attached = attachment_of("sample", document, read)
    markup, _ = sheets.run("print", sheets.parse(read.xml), {"attached": "sample.xml", "date": "1962-11-28"})
    made, _ = typeset(markup, {"tei": attached.text})
    assert AMBIGUOUS not in made
    for profile in ("ua1", "3a"):
        assert [failure.message for failure in page.validate_pdf_bytes(made, profile=profile).failures] == []
    assert pypdf.PdfReader(io.BytesIO(made)).attachments == {"sample.xml": [document]}
    assert typeset(markup, {"tei": attached.text})[0] == made


def test_a_file_without_such_a_stream_is_left_as_it_is() -> None:
    assert with_plain_ends(b"%PDF-1.7\nendstream") == b"%PDF-1.7\nendstream"


TURN_OF_A_PAGE = """<fw type="footer">* This copy must be returned to RM/R central files with notation <del>CONFIDENTIAL -
SECURITY COPY IS PROHIBITED UNLESS UNCLASSIFIED</del></fw>
<fw type="footer">ACTION ACTION TOP SECRET PROMINENT COPY IS PROHIBITED UNLESS UNCLASSIFIED<lb/>ASSIGNED TO: NAME OF OFFICER
DATE OF ACTION DIRECTIONS<lb/>NAME OF OFFICER OFFICE SYMBOL TO RM/R</fw>
<pb n="4"/>
<fw type="stamp"><stamp>DECLASSIFIED Authority 1400-1000-7  <lb/>By SA-2 MARA Date 10/10/74</stamp></fw>
<fw type="pageNum">CU III 15/4</fw>
<fw type="header">TOP SECRET</fw>
<fw type="header">-2- 1991, November 28, 8 p.m., from New York.</fw>"""


def test_wide_pieces_of_furniture_stay_within_the_text_block() -> None:
    made, _ = pdf(tei(f"<p>A sentence that\n{TURN_OF_A_PAGE}\ngoes on.</p>"))
    begins: dict[str, float] = {}

    def visit(text: str, moved: list[float], *_: object) -> None:
        begins[text.strip()] = moved[4]

    for leaf in pypdf.PdfReader(io.BytesIO(made)).pages:
        leaf.extract_text(visitor_text=visit)
    del begins[""], begins["4"]
    margin = 29 / 25.4 * 72
    assert len(begins) >= 10
    # What is too wide goes over both edges, for furniture is centred.
    assert {text: x for text, x in begins.items() if x < margin - 3} == {}
