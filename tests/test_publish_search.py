"""The index of the edition's own search, and the lists of the edition."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from bench.published_words import page_tree

from teiencode.project import Edition
from teiencode.publishing import publish

SAMPLES = Path(__file__).parent / "publishing"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("edition")
    shutil.copytree(SAMPLES, folder / "tei")
    publish([folder / "tei"], folder / "site", edition=Edition(title="An edition"), formats=("html",))
    return folder / "site"


def test_the_index_holds_the_text_that_is_read_as_it_stands(output: Path) -> None:
    script = (output / "search-index.js").read_text(encoding="utf-8")
    assert script.startswith("window.teiencodeIndex = ")
    index = json.loads(script.removeprefix("window.teiencodeIndex = ").rstrip(";\n"))
    texts = {each["name"]: each["text"] for each in index["documents"]}
    assert "an orderly departure program with us" in texts["telegram"]
    assert "regularized procedures for authorized" in texts["telegram"], "a page turn parts no word"
    assert "Jose Luis Padron" in texts["telegram"], "notes are searched"
    assert "list, costs $5 * 2, and is kept" in texts["telegram"], "what was struck out is not"
    telegram = next(each for each in index["documents"] if each["name"] == "telegram")
    assert (telegram["sender"], telegram["recipient"]) == (["Department of State"], ["U.S. Interests Section in Cuba"])
    assert telegram["classification"] == ["Secret", "Cherokee", "Immediate", "Nodis"]


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("correspondents", "Department of State"),
        ("classification", "Secret"),
        ("collections", "Carter Library, National Security Affairs, Staff Material, North/South, Pastor"),
    ],
)
def test_a_list_leads_to_each_document(output: Path, name: str, heading: str) -> None:
    page = page_tree((output / f"{name}.html").read_bytes())
    headings = [" ".join("".join(str(text) for text in each.itertext()).split()) for each in page.iter("h2")]
    assert heading in headings
    linked = {each.get("href") for each in page.iter("a") if each.get("class") == "document"}
    assert linked == {"telegram/index.html", "scan/index.html"}


def test_the_picture_of_time_says_what_it_shows(output: Path) -> None:
    (picture,) = page_tree((output / "index.html").read_bytes()).iter("svg")
    assert picture.get("aria-label") == "Documents by year. 1962: 1; 1980: 1"
    assert len(list(picture.iter("rect"))) == 2
