"""The reading text as plain text: its words are those of the TEI, its notes stand below."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from bench.published_words import TEI, element_words, missing_in_order, tei_tree, tei_words

from teiencode.publishing.document import read_document
from teiencode.publishing.stylesheets import stylesheets

HERE = Path(__file__).resolve().parent
BENCH = Path(os.environ.get("TEIENCODE_BENCH") or HERE.parents[1] / "shared" / "bench")
FILES = sorted((HERE / "publishing").glob("*.xml")) + sorted((HERE.parent / "tei").glob("*.xml"))
GOLD = (sorted(BENCH.glob("frus/*.gold.xml")) + sorted(BENCH.glob("scan/*.gold.xml")))[::20]
CALL = re.compile(r"\[\^[^\]]*\]:?")


def made(xml: str) -> str:
    sheets = stylesheets()
    text, messages = sheets.run("text", sheets.parse(xml), {})
    assert messages == ()
    return text


def body(text: str) -> str:
    return "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader/><text><body>" + text + "</body></text></TEI>"


def words(text: str) -> list[str]:
    """Words without the brackets that omissions get, the dashes of items and the calls of notes."""
    return [word for word in (each.strip("[]") for each in CALL.sub("", text).split()) if word not in {"", "-"}]


def check(xml: str) -> None:
    root = tei_tree(xml)
    found = words(made(xml))
    text = words(" ".join(tei_words(root, without=("fw", "del", "note"))))
    assert missing_in_order(text, found) == []
    notes = [
        words(" ".join(element_words(note, without=("fw", "del", "note")))) for note in root.iterfind(f".//{TEI}text//{TEI}note")
    ]
    for note in notes:
        assert missing_in_order(note, found) == []
    empty = len([gap for gap in root.iter(f"{TEI}gap") if not element_words(gap)])
    assert len(text) + sum(map(len, notes)) <= len(found) <= len(text) + sum(map(len, notes)) + 3 * empty


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_words_are_those_of_the_tei(path: Path) -> None:
    check(read_document(path.read_bytes()).xml)


@pytest.mark.skipif(not GOLD, reason="no bench data: set TEIENCODE_BENCH to the folder that holds them")
def test_words_are_those_of_documents_by_other_hands() -> None:
    for path in GOLD:
        check(body(path.read_text(encoding="utf-8")))


def test_the_shape() -> None:
    text = (
        "<div><head>A  head</head><p>Some<note n='1'>A note.</note> <del>old</del>words<lb/>here, UN-<lb break='no'/>TIL.</p>"
        "<fw type='header'>SECRET</fw><list><head>To</head><item>a</item><item>b</item></list>"
        "<table><row><cell>x</cell><cell>y</cell></row></table><gap reason='redacted'/>"
        "<closer><signed>Muskie<lb/>Secretary</signed></closer></div>"
    )
    assert made(body(text)) == (
        "A head\n\nSome[^1] words here, UN-TIL.\n\nTo\n\n- a\n\n- b\n\nx\ty\n\n[redacted]\n\nMuskie\nSecretary\n\n[^1]: A note.\n"
    )
