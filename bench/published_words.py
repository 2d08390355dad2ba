"""The words of a TEI text, of a page made of it, of a PDF and of an EPUB, taken apart at the same places."""

from __future__ import annotations

import copy
import io
import re
import zipfile
from collections.abc import Collection, Iterator

import pypdf
from lxml import etree, html

TEI = "{http://www.tei-c.org/ns/1.0}"
APART = {
    "p", "ab", "head", "item", "cell", "row", "list", "table", "div", "fw", "note", "signed", "dateline", "salute", "opener",
    "closer", "addrLine", "l", "lg", "quote", "postscript", "trailer", "figure", "figDesc", "label", "body", "text",
}  # fmt: skip
"""Elements that stand apart from the words around them."""

READ_FOR = {"sic": "corr", "orig": "reg", "abbr": "expan"}
"""Of two that stand in a `choice` a reader reads the second."""


def _stands_apart(name: str, parent: str) -> bool:
    return name in APART or (name in {"seg", "gap"} and parent in {"opener", "closer", "div"})


def tei_tree(data: str | bytes) -> etree._Element:
    """A TEI file, its elements and text alone."""
    return etree.fromstring(data, etree.XMLParser(remove_comments=True, remove_pis=True, huge_tree=True))


def page_tree(page: bytes) -> etree._Element:
    """A page, its elements and text alone."""
    return html.fromstring(page, parser=html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True))


def tei_words(root: etree._Element, without: Collection[str] = ()) -> list[str]:
    """The words of the texts of a TEI document or corpus, without those in elements of the given names."""
    outer = [text for text in root.iter(f"{TEI}text") if next(text.iterancestors(f"{TEI}text"), None) is None]
    return [word for text in outer for word in element_words(text, without)]


def element_words(element: etree._Element, without: Collection[str] = ()) -> list[str]:
    """The words of one element, without those in elements of the given names below it."""

    def pieces(each: etree._Element) -> Iterator[str]:
        name = each.tag.removeprefix(TEI)
        parent = each.getparent()
        apart = " " if _stands_apart(name, "" if parent is None else parent.tag.removeprefix(TEI)) else ""
        yield apart
        if name == "lb" and each.get("break") != "no":
            yield " "
        if each is element or name not in without:
            yield each.text or ""
            for child in each:
                yield from pieces(child)
                yield child.tail or ""
        yield apart

    return "".join(pieces(element)).split()


def html_words(page: bytes) -> list[str]:
    """The words that a page has from the TEI: what stands in `[data-tei]`, without what stands in `[data-generated]`."""
    return marked_words(page_tree(page))


def epub_words(epub: bytes) -> list[str]:
    """The words that an EPUB has from the TEI, in the order of its spine."""
    return [word for root in epub_texts(epub) for word in marked_words(root)]


def epub_texts(epub: bytes) -> list[etree._Element]:
    """The content files of an EPUB in the order of its spine, read as XML, their elements by plain names."""
    opf = "{http://www.idpf.org/2007/opf}"
    with zipfile.ZipFile(io.BytesIO(epub)) as archive:
        package = etree.fromstring(archive.read("EPUB/package.opf"))
        files = {item.get("id"): item.get("href") for item in package.iter(f"{opf}item")}
        roots = [etree.fromstring(archive.read(f"EPUB/{files[each.get('idref')]}")) for each in package.iter(f"{opf}itemref")]
    for root in roots:
        for element in root.iter(etree.Element):
            element.tag = etree.QName(element).localname
    return roots


def read_words(root: etree._Element) -> list[str]:
    """The words of a TEI text as one reads them: no furniture, no deletions, choices made, footnotes below the text."""
    root = copy.deepcopy(root)
    for passed_over, read in READ_FOR.items():
        for element in list(root.iter(f"{TEI}{passed_over}")):
            choice = element.getparent()
            if choice is not None and choice.tag == f"{TEI}choice" and choice.find(f"{TEI}{read}") is not None:
                _take_out(element)
    for name in ("fw", "del"):
        for element in list(root.iter(f"{TEI}{name}")):
            _take_out(element)
    notes = take_out_footnotes(root)
    return tei_words(root) + [word for note in notes for word in element_words(note)]


def take_out_footnotes(root: etree._Element) -> list[etree._Element]:
    """The footnotes of a TEI text, taken out of it."""
    notes = [each for each in root.iter(f"{TEI}note") if _is_footnote(each)]
    for note in notes:
        _take_out(note)
    return notes


def _is_footnote(note: etree._Element) -> bool:
    in_text = next(note.iterancestors(f"{TEI}text"), None) is not None
    return in_text and "inline" not in {note.get("rend"), note.get("place")}


def _take_out(element: etree._Element) -> None:
    """Take an element out of its tree; the text after it stays."""
    parent, tail = element.getparent(), element.tail
    assert parent is not None
    before = element.getprevious()
    element.tail = None
    if before is not None:
        before.tail = (before.tail or "") + (tail or "")
    else:
        parent.text = (parent.text or "") + (tail or "")
    parent.remove(element)


def marked_words(root: etree._Element) -> list[str]:
    """The words below elements with `data-tei`, without those with `data-generated`."""

    def names(element: etree._Element) -> list[str]:
        return [each.removeprefix("tei-") for each in (element.get("class") or "").split() if each.startswith("tei-")]

    def pieces(element: etree._Element) -> Iterator[str]:
        if element.get("data-generated") is not None:
            return
        if element.tag == "br" and element.get("class") != "within-word":
            yield " "
        parent = element.getparent()
        above = names(parent) if parent is not None else []
        apart = element.tag == "aside" or any(_stands_apart(name, (above or [""])[0]) for name in names(element))
        yield " " if apart else ""
        yield element.text or ""
        for child in element:
            yield from pieces(child)
            yield child.tail or ""
        yield " " if apart else ""

    marked = [element for element in root.iter(etree.Element) if element.get("data-tei") is not None]
    return " ".join("".join(pieces(element)) for element in marked).split()


def pdf_words(pdf: bytes) -> list[str]:
    """The words of a PDF, page by page, as `printed` gives those of the TEI."""
    return printed("\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages).split())


def printed(words: list[str]) -> list[str]:
    """Words as they can be compared with those of print: a line may end at a hyphen, a dash or a stroke, so these stand alone.

    A soft hyphen of the text counts as a hyphen, for in the fonts of print they are one.
    """
    return re.sub("([-–—/])", r" \1 ", " ".join(words).replace("\u00ad", "-")).split()


def missing_in_order(wanted: list[str], found: list[str]) -> list[str]:
    """The first words that are wanted and not found in their order; empty where all are there."""
    at = 0
    for position, word in enumerate(wanted):
        try:
            at = found.index(word, at) + 1
        except ValueError:
            return wanted[position : position + 8]
    return []
