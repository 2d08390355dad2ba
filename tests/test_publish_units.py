"""Several documents in one file: each can be reached, and has notes of its own."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pypdf
import pytest
from bench.published_words import html_words, page_tree, read_words, tei_tree, tei_words
from lxml import etree

from teiencode.project import Edition
from teiencode.publishing import publish

HEADER = """<teiHeader><fileDesc><titleStmt><title>{title}</title></titleStmt><publicationStmt><p>For tests.</p></publicationStmt>
<sourceDesc><p>Written for tests.</p></sourceDesc></fileDesc></teiHeader>"""
NOTED = "<p>{words} words<note>The note of {words}.</note>, <hi>{words}</hi> again<note>The second.</note>.</p>"
GROUP = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEADER.format(title="Three songs")}<text>
<front><p>A preface<note>Of the whole.</note>.</p></front><group>
<text xml:id="spring"><body><head>Spring</head>{NOTED.format(words="Spring")}</body></text>
<group><text><body><div><head>Summer</head>{NOTED.format(words="Summer")}</div></body></text>
<text><body>{NOTED.format(words="Autumn")}</body></text></group></group></text></TEI>"""
VOLUME = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEADER.format(title="A volume")}<text><body><head>A volume</head>
<div type="document" xml:id="d1"><head>1. One</head>{NOTED.format(words="Spring")}</div>
<div type="chapter"><head>A chapter</head><div type="document" xml:id="d2"><head>2. Two</head>{NOTED.format(words="Summer")}</div>
<div type="document" xml:id="d3"><head>3. Three</head>{NOTED.format(words="Autumn")}</div></div></body></text></TEI>"""
CORPUS = f"""<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">{HEADER.format(title="A corpus")}
<TEI xml:id="a">{HEADER.format(title="First")}<text><body>{NOTED.format(words="Spring")}</body></text></TEI>
<TEI xml:id="b">{HEADER.format(title="Second")}<text><body><head>Second</head>{NOTED.format(words="Summer")}</body></text></TEI>
<TEI xml:id="c">{HEADER.format(title="Third")}<text><body>{NOTED.format(words="Autumn")}</body></text></TEI></teiCorpus>"""
EVERY = pytest.mark.parametrize(
    ("text", "titles"),
    [
        (GROUP, ["Spring", "Summer", "Text 3"]),
        (VOLUME, ["1. One", "2. Two", "3. Three"]),
        (CORPUS, ["First", "Second", "Third"]),
    ],
    ids=["group", "volume", "corpus"],
)


def made(folder: Path, text: str) -> Path:
    (folder / "all.xml").write_text(text, encoding="utf-8")
    published = publish(
        [folder / "all.xml"], folder / "site", edition=Edition(title="An edition"), formats=("html", "pdf", "epub", "text")
    )
    assert [each.message for each in published.diagnostics if each.severity != "info"] == []
    return folder / "site" / "all"


def plain(element: etree._Element) -> str:
    return " ".join("".join(str(text) for text in element.itertext()).split())


@EVERY
def test_every_document_can_be_reached_and_has_its_own_notes(tmp_path: Path, text: str, titles: list[str]) -> None:
    site = made(tmp_path, text)
    for view in ("index.html", "diplomatic.html"):
        root = page_tree((site / view).read_bytes())
        (contents,) = [each for each in root.iter("nav") if each.get("class") == "contents"]
        assert [plain(each) for each in contents.iter("a")] == titles
        places = {each.get("id"): each for each in root.iter() if each.get("id")}
        assert [titles[at] in plain(places[(link.get("href") or "")[1:]]) for at, link in enumerate(contents.iter("a"))] == [
            True
        ] * 3
    for view in ("index.html", "print.html"):
        root = page_tree((site / view).read_bytes())
        units = [each for each in root.iter("section") if each.get("class") == "unit"]
        assert len(units) == 3
        for unit, words in zip(units, ("Spring", "Summer", "Autumn"), strict=True):
            (notes,) = [each for each in unit.iter("section") if each.get("class") == "notes"]
            assert [plain(each) for each in notes.iter("li")] == [f"1The note of {words}.", "2The second."]
        ids = [each.get("id") for each in root.iter() if each.get("id")]
        assert len(ids) == len(set(ids))


@EVERY
def test_no_word_is_lost_and_none_is_added(tmp_path: Path, text: str, titles: list[str]) -> None:
    site = made(tmp_path, text)
    assert html_words((site / "diplomatic.html").read_bytes()) == tei_words(tei_tree(text.encode()))
    assert html_words((site / "index.html").read_bytes()) == tei_words(tei_tree(text.encode()))
    with zipfile.ZipFile(site / "all.epub") as archive:
        page = archive.read("EPUB/text.xhtml")
    assert html_words(page) == read_words(tei_tree(text.encode()))
    with zipfile.ZipFile(site / "all.epub") as archive:
        contents = page_tree(archive.read("EPUB/nav.xhtml"))
    entries = [plain(each) for each in contents.iter("a") if "#" in (each.get("href") or "")]
    assert [each for each in entries if each in titles] == titles
    assert "Notes" not in entries
    headings = [plain(each) for each in page_tree(page).iter("h3", "h2") if each.get("data-generated") is not None]
    assert [each for each in headings if each in titles][-3:] == titles
    print_of_it = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO((site / "all.pdf").read_bytes())).pages)
    assert all(title in print_of_it for title in titles)


@EVERY
def test_in_the_plain_text_the_notes_stand_below_their_document(tmp_path: Path, text: str, titles: list[str]) -> None:
    lines = (made(tmp_path, text) / "all.reading.txt").read_text(encoding="utf-8").splitlines()
    at = [lines.index(f"[^1]: The note of {words}.") for words in ("Spring", "Summer", "Autumn")]
    assert at == sorted(at)
    assert lines.index(titles[1]) in range(at[0], at[1])


def test_documents_within_a_document_have_pages_of_their_own(tmp_path: Path) -> None:
    inner = CORPUS.replace("teiCorpus", "TEI")
    (tmp_path / "all.xml").write_text(inner, encoding="utf-8")
    published = publish([tmp_path / "all.xml"], tmp_path / "site", edition=Edition(title="An edition"), formats=("html",))
    assert sorted(published.documents) == ["all-a", "all-b", "all-c"]
