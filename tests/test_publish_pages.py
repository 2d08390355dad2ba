"""The HTML pages: sound structure, links that lead somewhere, nothing fetched, marks where readers need them."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from bench.published_words import html_words, page_tree
from lxml import etree

from teiencode.diagnostic import Diagnostic
from teiencode.project import Edition
from teiencode.publishing.document import read_document
from teiencode.publishing.pages import Neighbour, Setting, document_page
from teiencode.publishing.stylesheets import stylesheets

SAMPLES = Path(__file__).parent / "publishing"
EDITION = Edition(title="An edition", publisher="A publisher", licence="https://creativecommons.org/publicdomain/zero/1.0/")
VIEWS = ("reading", "diplomatic")
EVERY_PAGE = pytest.mark.parametrize(
    ("name", "view"), [(path.stem, view) for path in sorted(SAMPLES.glob("*.xml")) for view in VIEWS]
)
PHRASES_ONLY = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "span", "a", "i", "b", "sup", "sub", "time"}
BLOCKS = {"p", "div", "ul", "ol", "dl", "table", "section", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figure"}


def render(tei: bytes, view: str) -> tuple[bytes, tuple[Diagnostic, ...]]:
    sheets = stylesheets()
    return document_page(
        view,
        sheets.parse(read_document(tei).xml),
        sheets,
        Setting(
            name="sample",
            edition=EDITION,
            forms=("pdf", "txt"),
            previous=Neighbour("before & after", "The one before"),
            following=Neighbour("after", "The one after"),
        ),
    )


@cache
def sample(name: str, view: str) -> etree._Element:
    page, _ = render((SAMPLES / f"{name}.xml").read_bytes(), view)
    return page_tree(page)


def body(text: str) -> bytes:
    header = "<fileDesc><titleStmt><title>A title</title></titleStmt></fileDesc>"
    app = "<encodingDesc><appInfo><application ident='teiencode' version='1'/></appInfo></encodingDesc>"
    return (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>{header}{app}</teiHeader>'
        f"<text><body><div>{text}</div></body></text></TEI>"
    ).encode()


def elements(root: etree._Element, name: str) -> list[etree._Element]:
    return [element for element in root.iter() if name in (element.get("class") or "").split()]


@EVERY_PAGE
def test_one_heading_and_the_landmarks(name: str, view: str) -> None:
    tags = Counter(str(element.tag) for element in sample(name, view).iter())
    assert tags["h1"] == tags["main"] == tags["footer"] == tags["article"] == 1
    levels = [int(str(element.tag)[1]) for element in sample(name, view).iter() if re.fullmatch("h[1-6]", str(element.tag))]
    assert levels[0] == 1
    assert all(following - level <= 1 for level, following in itertools.pairwise(levels))


@EVERY_PAGE
def test_ids_are_unique_and_links_within_the_page_lead_to_them(name: str, view: str) -> None:
    ids = Counter(element.get("id") for element in sample(name, view).iter() if element.get("id"))
    assert {each for each, times in ids.items() if times > 1} == set()
    targets = [element.get("href") or "" for element in sample(name, view).iter("a")]
    assert [target for target in targets if target.startswith("#") and target[1:] not in ids] == []


@EVERY_PAGE
def test_nothing_is_fetched_from_elsewhere(name: str, view: str) -> None:
    for element in sample(name, view).iter():
        assert element.tag not in {"iframe", "img", "object"}
        if element.tag == "script":
            assert element.get("type") == "application/ld+json" or element.get("src") == "../edition.js"
        else:
            assert element.get("src") is None
        if element.tag == "link":
            assert not (element.get("href") or "").startswith("http") or element.get("rel") == "canonical"


@EVERY_PAGE
def test_no_block_stands_in_a_paragraph_or_phrase(name: str, view: str) -> None:
    # A browser would tear such a page apart; lxml's parser would too, so the serialised page itself is read.
    page, _ = render((SAMPLES / f"{name}.xml").read_bytes(), view)
    open_tags: list[str] = []
    void = {"br", "meta", "link", "hr", "img", "input"}
    for closing, tag in re.findall(r"<(/?)([a-z][a-z0-9]*)[^>]*>", page.decode()):
        if closing:
            assert open_tags.pop() == tag
        elif tag not in void:
            if tag in BLOCKS:
                assert not PHRASES_ONLY & set(open_tags), f"{tag} in {open_tags}"
            open_tags.append(tag)
    assert open_tags == []


def test_a_note_can_be_reached_and_left() -> None:
    page = sample("telegram", "reading")
    calls = elements(page, "call")
    assert [call.text for call in calls] == ["1", "2", "*", "4"]
    for call in calls:
        note = next(element for element in page.iter("li") if f"#{element.get('id')}" == call.get("href"))
        assert next(link.get("href") for link in note.iter("a")) == f"#{call.get('id')}"
    again = next(element for element in page.iter("sup") if "tei-ptr" in (element.get("class") or ""))
    assert [link.get("href") for link in again.iter("a")] == ["#d127fn3"]
    uncalled = next(element for element in page.iter("li") if element.get("id") == "d127fn5")
    assert "A note whose number stands nowhere" in "".join(str(text) for text in uncalled.itertext())


def test_page_breaks_are_linked_to_themselves() -> None:
    page = sample("telegram", "reading")
    assert [mark.get("id") for mark in elements(page, "tei-pb")] == ["pg_272", "pg_f3", "pg_273"]
    assert [next(mark.iter("a")).get("href") for mark in elements(page, "tei-pb")] == ["#pg_272", "#pg_f3", "#pg_273"]


def test_an_omission_tells_its_extent_and_what_its_codes_mean() -> None:
    assert [gap.get("title") for gap in elements(sample("telegram", "reading"), "tei-gap")] == [
        "at most 1 line withheld",
        "illegible",
    ]
    titles = [gap.get("title") or "" for gap in elements(sample("scan", "diplomatic"), "tei-gap")]
    assert "withheld. Information kept secret in the interest of national defense or foreign policy" in titles[1]
    meanings = next(element for element in sample("scan", "reading").iter("section") if element.get("class") == "omissions")
    assert [term.text for term in meanings.iter("dt")] == ["(b)(1)", "(a)(3)"]


def test_doubt_is_marked_with_its_reason() -> None:
    page = sample("scan", "reading")
    assert {mark.get("title") for mark in elements(page, "uncertain")} == {"Inferred by the encoder, certainty medium"}
    listed = next(element for element in page.iter("section") if element.get("class") == "doubts")
    assert [link.get("href") for link in listed.iter("a")] == ["#ab-unfulfilled-add", "#pg_2"]


def test_the_reading_view_has_whole_sentences() -> None:
    page, _ = render((SAMPLES / "scan.xml").read_bytes(), "reading")
    words = " ".join(html_words(page))
    assert "for inspection and UN-TIL they are ahead of time, (b)(1) (a)(3) and no further points were agreed." in words


def test_the_header_is_told() -> None:
    told = next(element for element in sample("telegram", "reading").iter("section") if element.get("class") == "about")
    values = ["".join(str(text) for text in value.itertext()) for value in told.iter("dd")]
    assert values[:5] == [
        "11 December 1980",
        "Department of State, Washington",
        "U.S. Interests Section in Cuba",
        "Secret; Cherokee; Immediate; Nodis",
        "Carter Library, National Security Affairs, Staff Material, North/South, Pastor, Country, Box 16, Cuba, 1/81",
    ]


def test_the_way_to_the_neighbours_is_escaped() -> None:
    targets = [element.get("href") for element in sample("scan", "reading").iter("a") if element.get("rel") in {"prev", "next"}]
    assert targets == ["../before%20%26%20after/index.html", "../after/index.html"]


@pytest.mark.parametrize("view", VIEWS)
def test_an_unknown_element_is_shown_and_reported(view: str) -> None:
    page, diagnostics = render(body("<p>One <fs>two</fs></p><eTree><p>three</p></eTree>"), view)
    assert html_words(page) == ["One", "two", "three"]
    assert [(each.code, each.path) for each in diagnostics] == [
        ("TE951", "/TEI/text/body/div/p/fs"),
        ("TE951", "/TEI/text/body/div/eTree"),
    ]


@pytest.mark.parametrize("view", VIEWS)
def test_text_that_looks_like_markup_stays_text(view: str) -> None:
    page, _ = render(
        body("<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp;copy; <ref target='javascript:alert(1)'>link</ref></p>"), view
    )
    assert html_words(page) == ["<script>alert(1)</script>", "&copy;", "link"]
    assert b"javascript:" not in page


@pytest.mark.parametrize("view", VIEWS)
def test_control_characters_reach_the_reader_as_they_are(view: str) -> None:
    page, _ = render(body("<p>a&#x85;b&#x80;c&#xE000;d&#x2028;e</p>"), view)
    assert "a\x85b\x80c\ue000d\u2028e" in page.decode()


def test_a_paragraph_with_a_list_in_it_is_no_html_paragraph() -> None:
    page, _ = render(
        body("<p>Points:<list><item>one</item></list> and <note n='1'>with <list><item>two</item></list></note></p>"),
        "diplomatic",
    )
    assert b'<div class="tei-p"' in page
    assert html_words(page) == ["Points:", "one", "and", "with", "two"]


@pytest.mark.parametrize(
    ("head", "headings"),
    [("7. The Embassy ( <hi rend='italic'>Smith</hi> ) to Home", 1), ("The Embassy (Smith) to Home", 1), ("8 ships to Home", 2)],
)
def test_a_head_that_says_the_title_is_the_heading_of_the_page(head: str, headings: int) -> None:
    text = f"<text><body><div><head>{head}</head><p>Words.</p></div></body></text>"
    title = "<titleStmt><title>The Embassy (Smith) to Home</title></titleStmt>"
    document = f"<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc>{title}</fileDesc></teiHeader>{text}</TEI>"
    page, _ = render(document.encode(), "reading")
    found = [element for element in page_tree(page).iter("h1", "h2") if not (element.get("id") or "").startswith("page-")]
    assert len(found) == headings
