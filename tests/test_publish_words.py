"""No word is lost: the words of each form of a document against the words of its TEI."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from bench.published_words import (
    TEI,
    element_words,
    html_words,
    missing_in_order,
    page_tree,
    pdf_words,
    printed,
    tei_tree,
    tei_words,
)
from lxml import etree

from teiencode.project import Edition
from teiencode.publishing.document import Document, read_document
from teiencode.publishing.pages import Setting, document_page
from teiencode.publishing.pdf import document_pdf
from teiencode.publishing.stylesheets import stylesheets

SAMPLES = Path(__file__).parent / "publishing"
ENCODED = Path(__file__).resolve().parent.parent / "tei"
FILES = sorted(SAMPLES.glob("*.xml")) + sorted(ENCODED.glob("*.xml"))
EDITION = Edition(title="An edition")
EVERY = pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])


@cache
def document(path: Path) -> tuple[Document, etree._Element]:
    read = read_document(path.read_bytes())
    return read, tei_tree(read.xml)


@cache
def page(path: Path, view: str) -> bytes:
    read, _ = document(path)
    sheets = stylesheets()
    made, diagnostics = document_page(view, sheets.parse(read.xml), sheets, Setting(name=path.stem, edition=EDITION))
    assert diagnostics == ()
    return made


@EVERY
def test_diplomatic_view_has_the_words_of_the_tei_and_no_other(path: Path) -> None:
    assert html_words(page(path, "diplomatic")) == tei_words(document(path)[1])


@EVERY
def test_reading_view_lacks_furniture_and_deletions_and_nothing_else(path: Path) -> None:
    assert html_words(page(path, "reading")) == tei_words(document(path)[1], without=("fw", "del"))


@EVERY
def test_marks_are_counted_alike_in_the_tei_and_the_diplomatic_view(path: Path) -> None:
    text = document(path)[1].find(f"{TEI}text")
    assert text is not None
    shown = Counter(
        token for element in page_tree(page(path, "diplomatic")).iter() for token in (element.get("class") or "").split()
    )
    for name in ("pb", "gap", "note", "del", "add", "fw", "stamp", "metamark", "table", "list"):
        assert shown[f"tei-{name}"] == len(list(text.iter(f"{TEI}{name}"))), name


@EVERY
def test_blank_lines_of_the_source_are_seen_in_the_diplomatic_view(path: Path) -> None:
    root = document(path)[1]
    expected = sum(
        (text or "").count("\n")
        for name in ("p", "head", "ab", "fw", "note", "signed")
        for element in root.iter(f"{TEI}{name}")
        for text in (element.text, *(child.tail for child in element))
    )
    lines = [element for element in page_tree(page(path, "diplomatic")).iter("span") if element.get("class") == "blank-line"]
    assert len(lines) >= expected


@EVERY
def test_pdf_has_the_words_of_the_text_in_order(path: Path) -> None:
    read, root = document(path)
    sheets = stylesheets()
    pdf, diagnostics = document_pdf(sheets.parse(read.xml), sheets, edition=EDITION, day="1962-11-28")
    assert diagnostics == ()
    found = pdf_words(pdf)
    text = printed(tei_words(root, without=("note",)))
    notes = [printed(words) for words in note_words(root)]
    assert missing_in_order(text, found) == []
    for words in notes:
        assert missing_in_order(words, found) == []
    # And nothing more, but what the page adds: numbers, signs of notes and lists, brackets, the title in its running heads.
    added = Counter(found) - Counter(text) - Counter(word for words in notes for word in words)
    heads = set(printed(f"{read.title} {EDITION.title}".lower().split())) | {
        "redacted",
        "illegible",
        "facsimile",
        "typeset",
    }
    strange = [word for word in added if word.lower() not in heads and not re.fullmatch(r"[\W\d]+[a-z]?|\w*…", word)]
    assert strange == []


def note_words(root: etree._Element) -> Iterator[list[str]]:
    for note in root.iter(f"{TEI}note"):
        yield element_words(note, without=("note",))


def test_a_word_that_is_missing_is_noticed() -> None:
    assert missing_in_order(["a", "b", "c"], ["a", "x", "c"]) == ["b", "c"]
    assert missing_in_order(["a", "b"], ["b", "a"]) == ["b"]
