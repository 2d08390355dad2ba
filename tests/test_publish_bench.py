"""The stylesheets on documents that other hands encoded: the bench's, each wrapped as a document of its own."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest
from bench.published_words import TEI, element_words, html_words, missing_in_order, pdf_words, printed, tei_tree, tei_words

from teiencode.project import Edition
from teiencode.publishing.document import read_document
from teiencode.publishing.pages import Setting, document_page
from teiencode.publishing.pdf import UNDATED, document_pdf
from teiencode.publishing.stylesheets import stylesheets

BENCH = Path(os.environ.get("TEIENCODE_BENCH") or Path(__file__).resolve().parents[2] / "shared" / "bench")
GOLD = sorted(BENCH.glob("frus/*.gold.xml")) + sorted(BENCH.glob("scan/*.gold.xml"))
EDITION = Edition(title="An edition")

pytestmark = pytest.mark.skipif(not GOLD, reason="no bench data: set TEIENCODE_BENCH to the folder that holds them")


@cache
def wrapped(path: Path) -> bytes:
    header = "<teiHeader><fileDesc><titleStmt><title>A document</title></titleStmt></fileDesc></teiHeader>"
    text = path.read_text(encoding="utf-8")
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}<text><body>{text}</body></text></TEI>'.encode()


def test_both_views_have_the_words_of_every_third_document() -> None:
    sheets = stylesheets()
    for path in GOLD[::3]:
        root = tei_tree(wrapped(path))
        parsed = sheets.parse(read_document(wrapped(path)).xml)
        for view, without in (("diplomatic", ()), ("reading", ("fw", "del"))):
            page, diagnostics = document_page(view, parsed, sheets, Setting(name="document", edition=EDITION))
            assert diagnostics == (), path.name
            assert html_words(page) == tei_words(root, without), f"{path.name}, {view}"


def test_the_pdf_has_the_words_of_every_thirtieth_document() -> None:
    sheets = stylesheets()
    for path in GOLD[::30]:
        root = tei_tree(wrapped(path))
        parsed = sheets.parse(read_document(wrapped(path)).xml)
        pdf, diagnostics = document_pdf(parsed, sheets, edition=EDITION, day=UNDATED)
        assert diagnostics == (), path.name
        found = pdf_words(pdf)
        assert missing_in_order(printed(tei_words(root, without=("note",))), found) == [], path.name
        for note in root.iter(f"{TEI}note"):
            assert missing_in_order(printed(element_words(note, without=("note",))), found) == [], path.name
