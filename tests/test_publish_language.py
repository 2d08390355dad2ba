"""Every word that the stylesheets add can be said in another language: none is left in English."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from bench.published_words import page_tree
from lxml import etree

from teiencode import encode
from teiencode.project import Edition, Look
from teiencode.publishing import publish
from teiencode.publishing.stylesheets import OVERRIDABLE

WORDS = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="urn:teiencode:publishing" exclude-result-prefixes="#all">
  <xsl:variable name="t:page-language" as="xs:string" select="'ru'"/>
  <xsl:function name="t:word" as="xs:string"><xsl:param name="english" as="xs:string"/>
    <xsl:sequence select="translate($english, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ',
      'абцдефгхийклмнопярстувшхызАБЦДЕФГХИЙКЛМНОПЯРСТУВШХЫЗ')"/></xsl:function>
</xsl:stylesheet>"""
SHEET = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="teiencode:{}.xsl"/><xsl:include href="words.xsl"/></xsl:stylesheet>"""
DOCUMENT = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Письмо {n}</title>
<respStmt><resp>Перо</resp><name>Иванов</name></respStmt></titleStmt>
<publicationStmt><publisher>Архив</publisher><idno>7</idno></publicationStmt>
<sourceDesc><msDesc><msIdentifier><repository>Архив</repository></msIdentifier></msDesc></sourceDesc></fileDesc>
<encodingDesc><editorialDecl><p>Как есть.</p></editorialDecl><classDecl><taxonomy xml:id="t"><category xml:id="foia-b1">
<catDesc>Тайна</catDesc></category></taxonomy></classDecl></encodingDesc>
<profileDesc><creation><date when="190{n}-05-03"/></creation><langUsage><language ident="ru"/></langUsage>
<correspDesc><correspAction type="sent"><persName>Анна</persName></correspAction>
<correspAction type="received"><persName>Борис</persName></correspAction></correspDesc></profileDesc></teiHeader>
<text><body><div><p>Слова<note>Одно.</note> <del>были</del> <add cert="low" resp="#teiencode">есть</add>
<gap reason="redacted" ana="#foia-b1" unit="line" quantity="2"/> <gap reason="illegible" unit="word" atMost="3"/>
<pb n="2" cert="low"/>
<choice><abbr>г.</abbr><expan>город</expan></choice> <persName>Анна</persName> <placeName>Омск</placeName>
<note>Два.</note><graphic url="https://example.org/1.png"/></p><table><row><cell>1</cell></row></table></div></body></text></TEI>"""
KNOWN = re.compile(r"\b(?:PDF|EPUB|TEI|P5|XML|CMIF|MODS|Dublin Core|teiencode \S+|plain)\b|\S*/\S*")
"""What is no English: names of formats, addresses."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("edition")
    (folder / "xslt").mkdir()
    (folder / "tei").mkdir()
    (folder / "xslt" / "words.xsl").write_text(WORDS, encoding="utf-8")
    for name in OVERRIDABLE:
        (folder / "xslt" / f"{name}.xsl").write_text(SHEET.format(name), encoding="utf-8")
    for number in (1, 2):
        (folder / "tei" / f"{number}.xml").write_text(DOCUMENT.format(n=number), encoding="utf-8")
    encoded = encode("Письмо.\n\nСлова его.\n", profile="plain", name="3")
    (folder / "tei" / "3.xml").write_bytes(encoded.xml)
    edition = Edition(title="Письма", publisher="Архив", editors=("Иванов",), address="https://example.org/", licence="Свободно")
    look = Look(stylesheets=folder / "xslt")
    published = publish([folder / "tei"], folder / "site", edition=edition, formats=("html", "pdf", "epub", "text"), look=look)
    assert [each.message for each in published.diagnostics if each.severity != "info"] == []
    # The book without the document whose header is in English.
    publish(
        [folder / "tei" / f"{number}.xml" for number in (1, 2)], folder / "book", edition=edition, formats=("pdf",), look=look
    )
    return folder / "site"


def is_markup(element: etree._Element) -> bool:
    around = [element, *element.iterancestors()]
    return any(
        each.tag.rpartition("}")[2] in ("script", "style", "pre", "code") or each.get("id") == "page-cite" for each in around
    )


def added(root: etree._Element) -> Iterator[str]:
    """All that a page says to its readers and is not in markup or a citation, attributes included."""
    for each in root.iter(etree.Element):
        if not is_markup(each):
            yield each.text or ""
            yield from (each.get(name) or "" for name in ("aria-label", "title", "alt", "data-close"))
        parent = each.getparent()
        if parent is not None and not is_markup(parent):
            yield each.tail or ""


def english(texts: Iterator[str]) -> list[str]:
    return [word for text in texts for word in re.findall(r"[A-Za-z]{2,}[A-Za-z ]*", KNOWN.sub(" ", text))]


def test_no_page_is_left_in_english(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) == 5 + 3 * 4
    # The header that the encoder writes is in English.
    for page in (each for each in pages if each.parent.name != "3" or each.name == "tei.html"):
        root = page_tree(page.read_bytes())
        assert root.get("lang") == "ru"
        assert english(added(root)) == [], page.relative_to(site)


def test_no_book_is_left_in_english(site: Path) -> None:
    for epub in (site / "edition.epub", site / "1" / "1.epub"):
        with zipfile.ZipFile(epub) as archive:
            for name in archive.namelist():
                if name.endswith(".xhtml") and name != "EPUB/text-3.xhtml":
                    assert english(added(etree.fromstring(archive.read(name)))) == [], name
    for pdf in (site.with_name("book") / "edition.pdf", site / "1" / "1.pdf"):
        read = pypdf.PdfReader(io.BytesIO(pdf.read_bytes()))
        words = english(page.extract_text() for page in read.pages)
        assert [word for word in words if not re.fullmatch(r"[ivxlc]+", word)] == []


def test_the_plain_text_is_not_left_in_english(site: Path) -> None:
    assert english(iter([(site / "1" / "1.reading.txt").read_text(encoding="utf-8")])) == []
