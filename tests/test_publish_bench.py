"""The stylesheets on documents that other hands encoded: the bench's, each wrapped as a document of its own."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest
from bench.published_words import html_words, tei_tree, tei_words
from bench.words import differences_of, differing_counts, differing_text, first_difference

from teiencode.project import Edition
from teiencode.publishing.document import read_document
from teiencode.publishing.pages import Setting, document_page
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


def test_every_form_has_the_words_of_every_fortieth_document() -> None:
    for path in GOLD[::40]:
        assert differences_of((path.name, wrapped(path))) == []


def test_a_word_that_is_lost_or_made_up_is_noticed() -> None:
    assert first_difference(["a", "b"], ["a", "c"]) == "'a b' became 'a c'"
    root = tei_tree(wrapped(GOLD[0]).replace(b"</body>", b"<p>lost</p></body>"))
    page, _ = document_page(
        "diplomatic",
        stylesheets().parse(read_document(wrapped(GOLD[0])).xml),
        stylesheets(),
        Setting(name="document", edition=EDITION),
    )
    assert "lost" in first_difference(tei_words(root), html_words(page))
    assert "pb" in differing_counts(tei_tree(wrapped(GOLD[0]).replace(b"</body>", b"<pb/></body>")), page)
    assert differing_text(root, " ".join(tei_words(root)[:-1])).startswith("lacks")
    assert differing_text(root, " ".join([*tei_words(root), "made-up"])) == "has 'made-up' too much"
