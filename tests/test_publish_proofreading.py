"""The TEI view: the file as it is, the source as it is, and each word of one shown at its place in the other."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from bench.published_words import page_tree
from lxml import etree

from teiencode import encode
from teiencode.decode import decode
from teiencode.project import Edition
from teiencode.publishing.document import read_document
from teiencode.publishing.outputs import OUTPUTS, Work
from teiencode.publishing.pages import Setting
from teiencode.publishing.stylesheets import stylesheets

SAMPLES = sorted((Path(__file__).parent / "publishing").glob("*.xml"))
SEEDS = sorted((Path(__file__).resolve().parent.parent / "seeds").glob("*.txt"))
VIEW = next(output for output in OUTPUTS if output.file == "tei.html")
EVERY_SEED = pytest.mark.parametrize("path", SEEDS, ids=[path.stem for path in SEEDS])


@cache
def encoded(path: Path) -> bytes:
    return encode(path, name=path.stem).xml


def page(data: bytes) -> etree._Element:
    made, diagnostics = VIEW.make(Work(data, read_document(data), Setting(name="sample", edition=Edition()), stylesheets()))
    assert diagnostics == ()
    return page_tree(made)


def text_of(element: etree._Element) -> str:
    return "".join(str(text) for text in element.itertext())


def file_of(root: etree._Element) -> str:
    return "\n".join(text_of(element) for element in root.iter("code"))


def runs(root: etree._Element) -> list[tuple[int, str]]:
    """The places and texts of the words of the TEI that are found in the source."""
    return [
        (int(str(element.get("data-at"))), text_of(element))
        for code in root.iter("code")
        for element in code.iterfind(".//span[@data-at]")
    ]


@pytest.mark.parametrize("path", SAMPLES, ids=[path.stem for path in SAMPLES])
def test_the_file_is_shown_as_it_is(path: Path) -> None:
    assert file_of(page(path.read_bytes())) == path.read_text(encoding="utf-8")


@EVERY_SEED
def test_file_and_source_are_shown_to_the_last_character(path: Path) -> None:
    data = encoded(path)
    root = page(data)
    assert file_of(root) == data.decode()
    source = path.read_bytes().decode()
    lines: dict[int, str] = {}
    for element in root.iter("span"):
        if element.get("class") == "words":
            lines[int(str(element.get("data-at")))] = text_of(element)
    for at, text in lines.items():
        assert source[at : at + len(text)] == text
    assert "".join(text for _, text in sorted(lines.items())) == source.replace("\n", "")


@EVERY_SEED
def test_every_word_of_the_text_is_found_at_its_place_in_the_source(path: Path) -> None:
    data = encoded(path)
    source = decode(data).text
    found = runs(page(data))
    assert [text for at, text in found if source[at : at + len(text)] != text] == []
    text = etree.fromstring(data).find("{http://www.tei-c.org/ns/1.0}text")
    assert text is not None
    words = "".join("".join(str(each) for each in text.itertext()).split())
    escaped = sum(words.count(character) for character in "&<>")
    shown = "".join("".join(run.split()) for _, run in found)
    assert len(shown) == len(words) - escaped


def test_a_note_is_found_where_the_source_has_it_and_the_text_goes_on_behind_its_sign() -> None:
    source = "127. Telegram From X to Y1\n\nWashington, May 25, 1978.\n\nOne word.2 1 more.\n\n"
    source += "  1. Source: A library.\n  2. Not printed.\n"
    root = page(encode(source, profile="frus", name="d127").xml)
    found = {text: at for at, text in runs(root)}
    assert found["Not printed."] == source.index("Not printed.")
    assert found["1 more."] == source.index("1 more.")
    assert [text_of(element).split() for element in root.iter("p") if element.get("class") == "see"] == [
        ["Note", "1,", "line", find_line(root, "Source: A")],
        ["Note", "2,", "line", find_line(root, "Not printed.")],
    ]


def find_line(root: etree._Element, words: str) -> str:
    ids = [
        element.get("id") or "" for element in root.iter("div") if element.get("class") == "markup" and words in text_of(element)
    ]
    return ids[-1].removeprefix("line-")


def test_windows_line_ends_and_characters_that_xml_lacks_keep_the_places_right() -> None:
    source = "One\r\ntwo.\r\n\r\nThree\x0bfour & five.\r\n"
    root = page(encode(source, name="text").xml)
    at = {text: at for at, text in runs(root)}
    assert at["two."] == source.index("two.")
    assert at["five."] == source.index("five.")
    words = [text_of(element) for element in root.iter("span") if element.get("class") == "words"]
    assert words == ["One", "two.", "", "Three\u240bfour & five."]


def test_a_file_of_another_program_is_shown_alone() -> None:
    data = b"""<?xml version="1.0"?><!-- a > b --><TEI xmlns="http://www.tei-c.org/ns/1.0"
  n='&lt;'><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc></teiHeader>
<text><body><p><![CDATA[<x>]]> y</p></body></text></TEI>"""
    root = page(data)
    assert file_of(root) == data.decode()
    assert runs(root) == []
    assert list(root.iter("script")) == []


def test_a_file_that_was_edited_is_still_found_as_far_as_it_goes() -> None:
    edited = encode("One two three.\n\nFour five.\n", name="text").xml.replace(b"two", b"2")
    root = page(edited)
    assert file_of(root) == edited.decode()
    assert [text for _, text in runs(root)] == ["One 2 three.", "Four five."]
