"""Verse, plays, dictionaries, manuscripts, editions of texts: what a page adds to their words, and that it is marked as added."""

from __future__ import annotations

import io

import pypdf
import pytest
from bench.published_words import html_words, page_tree, tei_tree, tei_words
from lxml import etree

from teiencode.project import Edition
from teiencode.publishing.document import read_document
from teiencode.publishing.outputs import OUTPUTS, Work
from teiencode.publishing.pages import Setting
from teiencode.publishing.stylesheets import stylesheets


def made(body: str, header: str = "<teiHeader/>") -> dict[str, bytes]:
    """The pages and the PDF of a text, with no diagnostic told."""
    data = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}<text><body><div>{body}</div></body></text></TEI>'.encode()
    work = Work(data, read_document(data), Setting(name="text", edition=Edition(title="An edition")), stylesheets())
    files = {}
    for output in OUTPUTS:
        if output.format in ("html", "pdf"):
            files[output.file], told = output.make(work)
            assert told == ()
    assert "".join(html_words(files["diplomatic.html"])) == "".join(tei_words(tei_tree(data)))
    return files


def plain(element: etree._Element) -> str:
    return " ".join("".join(str(text) for text in element.itertext()).split())


def article(page: bytes) -> str:
    (found,) = page_tree(page).iter("article")
    return plain(found)


def classed(page: bytes, name: str) -> list[str]:
    return [plain(each) for each in page_tree(page).iter() if name in (each.get("class") or "").split()]


def printed(files: dict[str, bytes]) -> str:
    return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(files["{name}.pdf"])).pages)


def test_every_fifth_line_of_verse_has_its_number() -> None:
    lines = "".join(f'<l n="{number}">Line {number}</l>' for number in range(8, 17))
    page = made(f"<lg>{lines}<l n='15' part='F'>its end</l><l n='xv'>no number</l></lg>")["index.html"]
    assert classed(page, "line-number") == ["10", "15"]
    assert classed(page, "part-F") == ["its end"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("He said <q>go</q>.", "He said “go”."),
        ("He said <q>“go”</q>.", "He said “go”."),
        ("He said “<q>go</q>”.", "He said “go”."),
        ("A <soCalled>friend</soCalled>.", "A ‘friend’."),
        ("<q>I said <q>go</q> twice</q>", "“I said ‘go’ twice”"),
        ('<q rend="none">go</q>', "go"),
    ],
)
def test_a_quotation_without_marks_gets_them(text: str, shown: str) -> None:
    files = made(f"<p>{text}</p>")
    assert article(files["index.html"]) == article(files["diplomatic.html"]) == shown
    assert shown in " ".join(printed(files).split())


def test_of_two_forms_the_one_that_is_read_stands_without_brackets() -> None:
    text = "<p>Dear <choice><abbr>Sr</abbr><expan>Sir</expan></choice>, <choice><sic>teh</sic><corr>the</corr></choice> end.</p>"
    files = made(text)
    assert article(files["index.html"]) == "Dear Sir, the end."
    assert article(files["diplomatic.html"]) == "Dear Sr [Sir], teh [the] end."


def test_a_description_names_its_fields() -> None:
    files = made(
        """<msDesc><msIdentifier><settlement>Oxford</settlement><repository>Bodley</repository><idno>MS 7</idno></msIdentifier>
        <physDesc><objectDesc><supportDesc><support>Paper</support><extent>84 leaves
        <dimensions unit="mm"><height>312</height><width>198</width></dimensions></extent></supportDesc></objectDesc></physDesc>
        <history><origin>Suffolk</origin></history></msDesc>"""
    )
    assert classed(files["index.html"], "field-name") == ["Physical description", "Support", "Extent", "History", "Origin"]
    assert "312 × 198 mm" in article(files["index.html"])
    assert article(files["index.html"]).startswith("Oxford, Bodley, MS 7")
    words = " ".join(printed(files).split())
    for shown in ("Oxford · Bodley · MS 7", "Physical description", "Support Paper", "312 × 198 mm"):
        assert shown in words


def test_senses_and_witnesses_have_their_signs_and_a_stage_direction_stands_in_its_line() -> None:
    files = made(
        """<listWit><witness xml:id="A">London</witness></listWit>
        <entry><form><orth>grist</orth></form><sense n="1"><def>corn</def></sense><sense n="2"><def>flour</def></sense></entry>
        <sp><speaker>Kate</speaker><p>I <stage>aside</stage> come.</p></sp><castList><head>Persons</head><castItem>Kate</castItem>
        </castList>"""
    )
    for page in (files["index.html"], files["diplomatic.html"]):
        labels = [plain(each) for each in page_tree(page).iter("span") if each.get("class") == "label"]
        assert labels == ["A", "1", "2"]
        assert [each.tag for each in page_tree(page).iter() if each.get("class") == "tei-stage"] == ["span"]
        assert [each.tag for each in page_tree(page).iter() if (each.get("class") or "").startswith("tei-head")] == ["p"]
    assert "grist 1 corn 2 flour" in " ".join(printed(files).split())


def test_an_author_is_told_and_cited() -> None:
    header = (
        "<teiHeader><fileDesc><titleStmt><title>The Mill</title><author>Anne Hale</author></titleStmt></fileDesc></teiHeader>"
    )
    page = made("<p>Words.</p>", header)["index.html"].decode()
    assert "<dt>Author</dt><dd>Anne Hale</dd>" in page
    assert "Anne Hale. “The Mill,” in" in page
    assert '<meta name="citation_author" content="Anne Hale">' in page
    assert "author = {{Anne Hale}}" in page


def test_editors_are_cited_one_by_one_and_the_year_is_the_editions() -> None:
    data = (
        b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A letter</title></titleStmt></fileDesc>'
        b'<profileDesc><creation><date when="1714"/></creation><correspDesc><correspAction type="sent"><persName>Anne</persName>'
        b'</correspAction><correspAction type="received"><orgName>A mill</orgName></correspAction></correspDesc></profileDesc>'
        b"</teiHeader><text><body><p>Words.</p></body></text></TEI>"
    )
    edition = Edition(title="An edition", editors=("Jane Doe", "John Roe", "Ann Poe"), publisher="A press", date="2026-11-28")
    work = Work(data, read_document(data), Setting(name="text", edition=edition), stylesheets())
    made = {output.file: output.make(work)[0].decode() for output in OUTPUTS if output.file in ("index.html", "{name}.dc.xml")}
    page = made["index.html"]
    assert ", ed. Jane Doe, John Roe, and Ann Poe (A press, 2026)." in page
    assert "editor = {{Jane Doe} and {John Roe} and {Ann Poe}}" in page
    assert page.count('<meta name="citation_editor"') == 3
    assert '"sender":[{"@type":"Person","name":"Anne"}],"recipient":[{"@type":"Organization","name":"A mill"}]' in page
    alone = data.replace(data[data.index(b"<correspDesc>") : data.index(b"</profileDesc>")], b"")
    work = Work(alone, read_document(alone), Setting(name="text", edition=edition), stylesheets())
    (record,) = [output.make(work)[0].decode() for output in OUTPUTS if output.file == "{name}.dc.xml"]
    assert "<dc:date>1714</dc:date>" in record
    assert "dc:description" not in record


def test_lists_of_words_and_of_numbers_are_set_as_such() -> None:
    files = made(
        """<list><label>mill</label><item>a machine</item><label>race</label><item>the water</item></list>
        <list rend="numbered"><item>first</item><item>second</item></list>"""
    )
    words = " ".join(printed(files).split())
    assert "mill a machine race the water 1. first 2. second" in words
    assert "•" not in words


def test_a_closing_is_not_parted_by_the_end_of_a_page() -> None:
    lines = "".join(f"<p>Paragraph {number}.</p>" for number in range(1, 44))
    closer = "<closer><salute>Yours ever,</salute><signed>Anne Hale</signed></closer>"
    for length in range(30, 44):
        text = "".join(lines.partition(f"<p>Paragraph {length}.")[:1])
        pdf = made(f"{text}<postscript><p>More.</p></postscript>{closer}")["{name}.pdf"]
        pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
        assert ["Yours ever," in page for page in pages] == ["Anne Hale" in page or "Anne hale" in page for page in pages]


def test_the_pieces_of_a_name_and_of_a_citation_are_parted() -> None:
    files = made(
        """<listPerson><person><persName><surname>Hale</surname><forename>Anne</forename></persName></person></listPerson>
        <epigraph><cit><quote>Words.</quote><bibl>Somebody</bibl></cit></epigraph>"""
    )
    assert article(files["index.html"]) == "Hale Anne “Words.” Somebody"
