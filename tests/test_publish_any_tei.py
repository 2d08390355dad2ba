"""Any valid TEI, not only what the encoder writes: each word is shown, and what the stylesheets do not know is told."""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

import page
import pypdf
import pytest
from bench.published_words import TEI, page_tree, tei_tree
from lxml import etree

from teiencode.diagnostic import Diagnostic
from teiencode.project import Edition
from teiencode.publishing.document import read_document
from teiencode.publishing.outputs import OUTPUTS, Work
from teiencode.publishing.pages import Setting
from teiencode.publishing.stylesheets import stylesheets

FILES = sorted((Path(__file__).parent / "any-tei").glob("*.xml"))
EVERY = pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
NOT_READ = ("fw", "del")
XML = "http://www.w3.org/XML/1998/namespace"
RIGHT_TO_LEFT = ("ar", "fa", "he")
READ_FOR = {"sic": "corr", "orig": "reg", "abbr": "expan"}
"""Of two that stand in a `choice` a reader reads the second."""


@cache
def made(path: Path) -> dict[str, tuple[bytes, tuple[Diagnostic, ...]]]:
    data = path.read_bytes()
    work = Work(data, read_document(data), Setting(name=path.stem, edition=Edition(title="An edition")), stylesheets())
    return {output.file: output.make(work) for output in OUTPUTS if output.format and output.format != "epub"}


def words(root: etree._Element, without: Collection[str] = (), read: bool = False) -> Iterator[str]:
    """The words of each text node below the texts, in their order."""
    for text in root.iter(f"{TEI}text"):
        if next(text.iterancestors(f"{TEI}text"), None) is None:
            yield from _words(text, without, read)


def name_of(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _words(element: etree._Element, without: Collection[str], read: bool) -> Iterator[str]:
    yield from (element.text or "").split()
    names = {name_of(child) for child in element}
    for child in element:
        name = name_of(child)
        passed_over = read and element.tag == f"{TEI}choice" and READ_FOR.get(name) in names
        if name not in without and not passed_over:
            yield from _words(child, without, read)
        yield from (child.tail or "").split()


def lacking(wanted: Iterator[str], text: str) -> list[str]:
    """The first words that do not stand in the text in their order; its spaces do not count."""
    squeezed = "".join(text.split()).replace("\u00ad", "-")
    at = 0
    for word in wanted:
        plain = word.replace("\u00ad", "-")
        found = [place for each in (plain, plain[::-1]) if (place := squeezed.find(each, at)) >= 0]
        if not found:
            return [word, squeezed[at : at + 40]]
        at = min(found) + len(word)
    return []


def out_of_order(root: etree._Element) -> list[str]:
    """Takes out what a PDF draws in another order (cells over several rows, text from right to left), and returns its words."""
    found = []
    for element in list(root.iter(etree.Element)):
        if (element.get("rows", "1") != "1" and element.tag == f"{TEI}cell") or element.get(f"{{{XML}}}lang") in RIGHT_TO_LEFT:
            found += [word for text in element.itertext() for word in str(text).split()]
            tail = element.tail
            for child in list(element):
                element.remove(child)
            element.text, element.tail = None, tail
    return found


def shown(html: bytes) -> str:
    """What a page has from the TEI, without what the stylesheets add."""

    def pieces(element: etree._Element) -> Iterator[str]:
        if element.get("data-generated") is None:
            yield " " if element.tag in ("br", "div", "p", "li", "td", "th", "dt", "dd", "figure") else ""
            yield element.text or ""
            for child in element:
                yield from pieces(child)
                yield child.tail or ""
            yield " " if element.tag in ("div", "p", "li", "td", "th", "dt", "dd", "figure") else ""

    return "".join(piece for each in page_tree(html).iter() if each.get("data-tei") is not None for piece in pieces(each))


@EVERY
def test_the_diplomatic_view_has_all_its_words_and_no_other(path: Path) -> None:
    text = shown(made(path)["diplomatic.html"][0])
    wanted = list(words(tei_tree(path.read_bytes())))
    assert len(wanted) > 20
    assert "".join(text.split()) == "".join(wanted)
    # What white space parts in the TEI is parted on the page.
    missing = [word for word in text.split() if word not in "".join(wanted)]
    assert missing == []


@EVERY
def test_the_reading_view_and_text_lack_what_is_not_read_and_nothing_else(path: Path) -> None:
    root = tei_tree(path.read_bytes())
    assert "".join(shown(made(path)["index.html"][0]).split()) == "".join(words(root, NOT_READ, read=True))
    text = made(path)["{name}.reading.txt"][0].decode()
    assert lacking(words(root, (*NOT_READ, "note"), read=True), text) == []
    for note in root.iterfind(f"./{TEI}text//{TEI}note"):
        if not any(each.tag in {f"{TEI}fw", f"{TEI}del"} for each in note.iterancestors()):
            assert lacking(_words(note, (*NOT_READ, "note"), True), text) == []


@EVERY
def test_the_pdf_has_all_its_words_and_keeps_the_rules(path: Path) -> None:
    root = tei_tree(path.read_bytes())
    pdf, told = made(path)["{name}.pdf"]
    for each in told:
        # A character that the fonts lack stands as its code, and that is told.
        for code in re.findall(r"U\+([0-9A-F]+)", each.message):
            for element in root.iter(etree.Element):
                element.text = (element.text or "").replace(chr(int(code, 16)), f"U+{code}")
    text = "\n".join(each.extract_text() for each in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    anywhere = out_of_order(root)
    for word in anywhere:
        assert lacking(iter([word]), text) == []
    assert lacking(words(root, ("note",)), text) == []
    for note in root.iterfind(f"./{TEI}text//{TEI}note"):
        assert lacking(_words(note, ("note",), False), text) == []
    for profile in ("ua1", "3a"):
        assert [failure.message for failure in page.validate_pdf_bytes(pdf, profile=profile).failures] == []


@EVERY
def test_what_the_stylesheets_do_not_know_is_told_with_its_place(path: Path) -> None:
    told = {file: diagnostics for file, (_, diagnostics) in made(path).items()}
    for diagnostic in (each for diagnostics in told.values() for each in diagnostics):
        assert diagnostic.code in {"TE951", "TE954"}, diagnostic.message
        assert diagnostic.code == "TE954" or diagnostic.path
