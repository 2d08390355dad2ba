"""What a page tells machines, and how it says a document is cited."""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cache
from pathlib import Path

from bench.published_words import page_tree
from lxml import etree

from teiencode.project import Edition
from teiencode.publishing.document import read_document
from teiencode.publishing.pages import Setting, document_page
from teiencode.publishing.stylesheets import stylesheets

SAMPLES = Path(__file__).parent / "publishing"
EDITION = Edition(title="An </script> & edition", publisher="A publisher", editors=("Ada B.",), address="https://example.org/e")


@cache
def page(name: str, title: str = "") -> etree._Element:
    data = (SAMPLES / f"{name}.xml").read_bytes()
    if title:
        data = data.replace(b"<title>127. Telegram From", f"<title>{title} From".encode())
    sheets = stylesheets()
    setting = Setting(name=name, edition=EDITION, forms=("pdf",))
    return page_tree(document_page("reading", sheets.parse(read_document(data).xml), sheets, setting)[0])


def tags(name: str) -> dict[str, list[str]]:
    found = defaultdict(list)
    for element in page(name).iter("meta"):
        key = element.get("name") or element.get("property")
        if key:
            found[key].append(element.get("content") or "")
    return found


def citation(name: str, kind: str, title: str = "") -> str:
    box = next(element for element in page(name, title).iter("details") if element.get("class") == "cite")
    return next(
        "".join(str(text) for text in row[1].itertext()).strip()
        for row in box.iter("div")
        if row[0].tag == "dt" and row[0].text == kind
    )


def test_tags_that_library_programs_read() -> None:
    found = tags("telegram")
    assert found["citation_author"] == found["DC.creator"] == ["Department of State"]
    assert found["citation_publication_date"] == ["1980/12/11"]
    assert (found["citation_firstpage"], found["citation_lastpage"]) == (["271"], ["273"])
    assert found["citation_pdf_url"] == ["https://example.org/e/telegram/telegram.pdf"]
    assert found["og:url"] == found["DC.identifier"] == ["https://example.org/e/telegram/index.html"]


def test_linked_data_can_be_read_whatever_the_title_says() -> None:
    (script,) = [element for element in page("telegram").iter("script") if element.get("type") == "application/ld+json"]
    told = json.loads(script.text or "")
    assert told["@type"] == "Message"
    assert told["isPartOf"]["name"] == "An </script> & edition"
    assert [each["name"] for each in told["recipient"]] == ["U.S. Interests Section in Cuba"]


def test_citations_name_title_edition_pages_and_address() -> None:
    title = "127. Telegram From the Department of State to the U.S. Interests Section in Cuba"
    chicago = f"“{title},” 11 December 1980, in An </script> & edition, ed. Ada B. (A publisher, 2026), 271–273, "
    assert " ".join(citation("telegram", "Chicago").split()) == chicago + "https://example.org/e/telegram/index.html."
    assert "pp. 271–273" in citation("telegram", "MLA")
    (entry,) = json.loads(citation("telegram", "CSL-JSON"))
    assert entry["original-date"] == {"date-parts": [[1980, 12, 11]]}
    assert (entry["page"], entry["archive"]) == ("271–273", "Carter Library")


def test_bibtex_escapes_what_tex_would_read_as_a_command() -> None:
    entry = citation("telegram", "BibTeX", title="5 % of \\x_1 {a} #2")
    assert entry.startswith("@incollection{telegram,\n")
    assert r"title = {{5 \% of \textbackslash x\_1 \{a\} \#2 From" in entry
    assert "pages = {271--273}" in entry


def test_a_switch_shows_what_was_struck_out_where_there_is_something() -> None:
    for name in ("telegram", "scan"):
        switches = [element for element in page(name).iter("input") if element.get("id") == "page-changes"]
        struck = [element.text for element in page(name).iter("del")]
        assert len(switches) == 1
        assert struck
        assert all(element.get("data-generated") is not None for element in page(name).iter("del"))


def test_a_letter_of_several_senders_has_them_all() -> None:
    data = (SAMPLES / "telegram.xml").read_bytes()
    one = b"<orgName>Department of State</orgName>"
    assert one in data
    sheets = stylesheets()
    parsed = sheets.parse(read_document(data.replace(one, one + b"<persName>Tarnoff</persName>", 1)).xml)
    made = page_tree(document_page("reading", parsed, sheets, Setting(name="telegram", edition=EDITION))[0])
    authors = [each.get("content") for each in made.iter("meta") if each.get("name") == "citation_author"]
    assert authors == ["Department of State", "Tarnoff"]
