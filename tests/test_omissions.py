"""Notices of omission: what they say of an extent, in every wording, and what is no notice."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_body import body_of, codes_of, elements_of

from teiencode.extents import UNITS, extent_of, number_of, one_slip
from teiencode.rules.omissions import UNCLOSED, WITHOUT_EXTENT

BENCH = Path(os.environ.get("TEIENCODE_BENCH", Path(__file__).parents[2] / "shared" / "bench"))
NUMERIC = re.compile(r"\d+(\.\d+)?|\d+/\d+")

EXTENTS = [
    ("2 lines", "line quantity=2"),
    ("2 pages (31 lines)", "page quantity=2 extent=2 pages (31 lines)"),
    ("less than 1 line", "line atMost=1"),
    ("less than 1 line of source text", "line atMost=1"),
    ("less than a line", "line atMost=1"),
    ("lessthan1 line", "line atMost=1"),
    ("less that 1 line", "line atMost=1"),
    ("1½ lines", "line quantity=1.5"),
    ("1-1/2 lines", "line quantity=1.5"),
    ("1–1/2 lines of source text", "line quantity=1.5"),
    ("11/2 lines", "line quantity=1.5"),
    ("121/2 lines", "line quantity=12.5"),
    ("1 1/2 lines", "line quantity=1.5"),
    ("2-½ lines", "line quantity=2.5"),
    ("one and a half lines", "line quantity=1.5"),
    ("half a page", "page quantity=0.5"),
    ("1/2 line", "line quantity=0.5"),
    ("1/3 page", "page quantity=1/3"),
    ("13/4 pages", "page quantity=1.75"),
    ("1.5 pages", "page quantity=1.5"),
    ("11 lines", "line quantity=11"),
    ("two paragraphs", "paragraph quantity=2"),
    ("1,200 words", "word quantity=1200"),
    ("1-line", "line quantity=1"),
    ("1 handwritten word", "word quantity=1"),
    ("2-3 lines", "line atLeast=2 atMost=3"),
    ("2 to 3 words", "word atLeast=2 atMost=3"),
    ("more than 2 pages", "page atLeast=2"),
    ("about 3 lines", "line quantity=3 extent=about 3 lines"),
    ("1 paragraph (3 lines of source text)", "paragraph quantity=1 extent=1 paragraph (3 lines of source text)"),
    ("2 names and 1 line", "name quantity=2 extent=2 names and 1 line"),
    ("heading and 2 paragraphs (12 lines)", "paragraph quantity=2 extent=heading and 2 paragraphs (12 lines)"),
    ("3 sentences", "text extent=3 sentences"),
    ("name", "name"),
    ("names", "name"),
    ("name and title", "name"),
    ("initials", "initials"),
    ("3 initials", "initials quantity=3"),
    ("place", "place"),
    ("place name", "place"),
    ("dollar amount", "dollar-amount"),
    ("2 dollar amounts", "dollar-amount quantity=2"),
    ("text", "text"),
    ("1 pargraph (3 lines)", "paragraph quantity=1 extent=1 pargraph (3 lines)"),
    ("4 linse", "line quantity=4"),
    ("4 lnes", "line quantity=4"),
    ("dollar ammount", "dollar-amount"),
    ("handling restriction", ""),
    ("report number and date", ""),
    ("", ""),
]


def told(attributes: dict[str, str]) -> str:
    unit = attributes.pop("unit", "")
    return " ".join(filter(None, [unit, *(f"{key}={value}" for key, value in attributes.items())]))


@pytest.mark.parametrize(("words", "extent"), EXTENTS)
def test_what_the_words_say(words: str, extent: str) -> None:
    assert told(extent_of(words)) == extent


@given(st.text("0123456789 ½⅓-–/()abeglnopstwx,.", max_size=40))
def test_any_words_give_what_tei_allows(words: str) -> None:
    extent = extent_of(words)
    assert set(extent) <= {"unit", "quantity", "atLeast", "atMost", "extent"}
    assert extent.get("unit", "text") in UNITS.values()
    assert not ("quantity" in extent and ("atMost" in extent or "atLeast" in extent))
    assert all(NUMERIC.fullmatch(extent[key]) for key in ("quantity", "atLeast", "atMost") if key in extent)


@given(st.integers(0, 40), st.sampled_from([("½", 0.5), ("1/2", 0.5), ("-1/2", 0.5), ("–¼", 0.25), (" 3/4", 0.75)]))
def test_a_whole_number_and_a_fraction_are_added(whole: int, fraction: tuple[str, float]) -> None:
    assert float(number_of(f"{whole}{fraction[0]}")) == whole + fraction[1]


@pytest.mark.parametrize(
    ("written", "meant"), [("lnes", "lines"), ("liness", "lines"), ("linse", "lines"), ("pages", "papes"), ("a", "")]
)
def test_one_slip_of_the_pen(written: str, meant: str) -> None:
    assert one_slip(written, meant)


@pytest.mark.parametrize(("written", "meant"), [("lnse", "lines"), ("page", "name"), ("", "ab"), ("enils", "lines")])
def test_more_than_one_slip(written: str, meant: str) -> None:
    assert not one_slip(written, meant)


@pytest.mark.parametrize(
    "words",
    [
        "1 line not declassified",
        "1 line not yet declassified",
        "1 line not been declassified",
        "1 line not declasified",
        "1 line not declassifed",
        "1 line not delcassified",
        "1 line not de-classified",
        "1 line nto declassified",
        "1 line not\ndeclassified",
        "1 Line Not Declassified",
        " 1 line not declassified",
    ],
)
def test_each_spelling_is_a_notice(words: str) -> None:
    gap = f'<gap reason="redacted" unit="line" quantity="1"><desc>{words}</desc></gap>'
    assert body_of(f"He met [{words}] in May.", "frus").count(gap) == 1


@pytest.mark.parametrize("words", ["1 line illegible", "garble", "garbled", "illegible", "word illegible"])
def test_what_could_not_be_read(words: str) -> None:
    (gap,) = elements_of(f"He met [{words}] in May.", "frus", "gap")
    assert (gap.get("reason"), gap.xpath("string()")) == ("illegible", words)


@pytest.mark.parametrize(
    "text",
    [
        "[1] at any time",
        "neither he [nor Fomin] knew",
        "[Here follows discussion of unrelated matters.]",
        "[it was not decided]",
        "[he had not declared it]",
        "[declassified]",
        "1 line not declassified",
        "[1 line\n\nnot declassified]",
    ],
)
def test_other_brackets_stay_text(text: str) -> None:
    assert elements_of(text, "frus", "gap") == []


def test_in_a_head_a_note_and_an_item() -> None:
    text = "5. Letter to [name not declassified]\n\nIt is so.1\n\n  * one [1 word not declassified]\n  1. By [2 names illegible]."
    gaps = elements_of(text, "frus", "gap")
    assert [gap.xpath("local-name(..)") for gap in gaps] == ["head", "note", "item"]


def test_a_notice_without_extent_is_told() -> None:
    assert codes_of("He met [handling restriction not declassified].", "frus") == [WITHOUT_EXTENT.code]
    assert codes_of("He met [1 line not declassified].", "frus") == []


@pytest.mark.parametrize(
    "text", ["He met [1 line not declassified", "[1 line not declassified\n\nMore.", "[1 line not declassified [2]"]
)
def test_an_open_bracket_is_told(text: str) -> None:
    assert codes_of(text, "frus") == [UNCLOSED.code]
    assert elements_of(text, "frus", "gap") == []


@pytest.mark.skipif(not BENCH.is_dir(), reason="needs the bench (TEIENCODE_BENCH)")
def test_every_notice_of_the_bench_that_counts_has_a_unit() -> None:
    """The wordings of the bench: each that begins with a number has a unit and a number."""
    notices = {
        found[1]
        for text in (BENCH / "frus").glob("*.txt")
        for found in re.finditer(r"\[([^\[\]]{0,160}) not declassified\]", text.read_text("utf-8"))
    }
    assert len(notices) > 20
    counted = [words for words in notices if re.match(r"\s*(less than )?\d", words)]
    assert counted
    for words in counted:
        extent = extent_of(words)
        assert "unit" in extent and ("quantity" in extent or "atMost" in extent), words
