"""A corpus of documents is published without the loss of a word."""

from __future__ import annotations

from bench.published_words import TEI, element_words, html_words, missing_in_order, pdf_words, printed, tei_tree, tei_words
from test_split import CHAPTER

from teiencode import encode_all
from teiencode.project import Edition
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
