"""A corpus of documents is published without the loss of a word."""

from __future__ import annotations

from pathlib import Path

from bench.published_words import TEI, element_words, html_words, missing_in_order, pdf_words, printed, tei_tree, tei_words
from test_split import CHAPTER

from teiencode import encode_all
from teiencode.project import Edition
from teiencode.publishing import publish
from teiencode.publishing.corpus import parts_of
from teiencode.publishing.document import read_document
from teiencode.publishing.pages import Setting, document_page
from teiencode.publishing.pdf import document_pdf
from teiencode.publishing.stylesheets import stylesheets

EDITION = Edition(title="An edition")


def test_pages_and_print_of_a_corpus_have_all_its_words() -> None:
    (corpus,) = encode_all(CHAPTER, split="corpus", profile="frus", name="north")
    read, sheets = read_document(corpus.xml), stylesheets()
    assert read.title == "Fisheries in the North"
    words = tei_words(tei_tree(corpus.xml))
    assert {"Fisheries", "129.", "[Attachment]"} <= set(words)
    for view in ("diplomatic", "reading"):
        page, diagnostics = document_page(view, sheets.parse(read.xml), sheets, Setting(name="north", edition=EDITION))
        assert diagnostics == ()
        assert html_words(page) == words
    pdf, _ = document_pdf(sheets.parse(read.xml), sheets, edition=EDITION, day="1961-05-03")
    found = pdf_words(pdf)
    assert missing_in_order(printed(tei_words(tei_tree(corpus.xml), without=("note",))), found) == []
    for note in tei_tree(corpus.xml).iter(f"{TEI}note"):
        assert missing_in_order(printed(element_words(note)), found) == []


def test_each_document_of_a_corpus_has_a_page_its_place_in_the_lists_and_its_neighbours(tmp_path: Path) -> None:
    (corpus,) = encode_all(CHAPTER, split="corpus", profile="frus", name="north")
    path = tmp_path / "north.xml"
    path.write_bytes(corpus.xml)
    published = publish([path], tmp_path / "site", edition=EDITION, formats=("html",))
    assert [each for each in published.diagnostics if each.severity == "error"] == []
    ids = [each.get("{http://www.w3.org/XML/1998/namespace}id") or "" for each in tei_tree(corpus.xml).iter(f"{TEI}TEI")]
    assert len(ids) >= 3
    assert sorted(published.documents) == sorted(each if each.startswith("north") else f"north-{each}" for each in ids)
    site = tmp_path / "site"
    front = (site / "index.html").read_text(encoding="utf-8")
    words: list[str] = []
    for name in published.documents:
        assert f'href="{name}/index.html"' in front
        words += html_words((site / name / "diplomatic.html").read_bytes())
        page = (site / name / "index.html").read_text(encoding="utf-8")
        assert ('rel="prev"' in page, 'rel="next"' in page) == (name != published.documents[0], name != published.documents[-1])
        assert 'href="../north/index.html"' in page
    assert sorted(words) == sorted(tei_words(tei_tree(corpus.xml)))
    assert html_words((site / "north" / "diplomatic.html").read_bytes()) == tei_words(tei_tree(corpus.xml))
    assert (site / "north" / "north.txt").read_text(encoding="utf-8") == CHAPTER
    assert publish([path], site, edition=EDITION, formats=("html",)).written == ()


def test_what_the_header_of_a_corpus_says_for_all_each_document_says() -> None:
    (corpus,) = encode_all(CHAPTER, split="corpus", profile="frus", name="north")
    for part in parts_of("north", corpus.xml):
        assert tei_tree(part.data).find(f".//{TEI}appInfo/{TEI}application") is not None


def test_addresses_of_a_corpus_hold_and_clash_with_nothing() -> None:
    header = "<teiHeader><fileDesc/></teiHeader>"
    text = f"{header}<text><body><p>x</p></body></text>"
    corpus = f"""<teiCorpus xmlns="{TEI[1:-1]}">{header}<TEI xml:id="d2">{text}</TEI><TEI>{text}</TEI>
      <teiCorpus>{header}<TEI xml:id="letters-d2">{text}</TEI></teiCorpus></teiCorpus>"""
    assert [each.name for each in parts_of("letters", corpus.encode(), {"letters-2"})] == [
        "letters-d2",
        "letters-2-1",
        "letters-d2-1",
    ]
    assert parts_of("letters", corpus.replace("teiCorpus", "other").encode()) == ()
    assert parts_of("letters", b"<teiCorpus") == ()
