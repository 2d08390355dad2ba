"""Dates, times and datelines: forms, ISO values, spans, doubts, faults, time."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from teiencode.dates import (
    CODES,
    find_dates,
    find_stamp_date,
    find_time,
    looks_like_place,
    read_dateline,
    read_time,
)
from teiencode.dates.numeric import century

BENCH = Path(os.environ.get("TEIENCODE_BENCH", Path(__file__).parents[2] / "shared" / "bench"))
TEI = "{http://www.tei-c.org/ns/1.0}"

DATELINES = [
    ("Paris , April 1, 1948—9 p. m.", "Paris", "April 1, 1948—9 p. m.", {"when": "1948-04-01T21:00:00"}),
    ("London , March 18, 1948—11 a. m", "London", "March 18, 1948—11 a. m", {"when": "1948-03-18T11:00:00"}),
    ("Washington, undated.", "Washington", "undated", {}),
    ("[Washington,] May 5, 1954.", "Washington", "May 5, 1954", {"when": "1954-05-05"}),
    ("[Washington, September 3, 1948.]", "Washington", "September 3, 1948", {"when": "1948-09-03"}),
    ("Tokyo, 21 March 1961, 10 a.m.", "Tokyo", "21 March 1961, 10 a.m.", {"when": "1961-03-21T10:00:00"}),
    ("Washington, May 25, 1978, 1515Z", "Washington", "May 25, 1978, 1515Z", {"when": "1978-05-25T15:15:00Z"}),
    ("Washington, May 25, 1978, 0113Z.", "Washington", "May 25, 1978, 0113Z", {"when": "1978-05-25T01:13:00Z"}),
    ("Ottawa, July 8, 1958,4 p.m.", "Ottawa", "July 8, 1958,4 p.m.", {"when": "1958-07-08T16:00:00"}),
    ("Amman, July 25, 1958–7 p.m.", "Amman", "July 25, 1958–7 p.m.", {"when": "1958-07-25T19:00:00"}),
    ("Beirut, July 14, 1958—noon.", "Beirut", "July 14, 1958—noon", {"when": "1958-07-14T12:00:00"}),
    ("Washington, October 8–9, 1960", "Washington", "October 8–9, 1960", {"from": "1960-10-08", "to": "1960-10-09"}),
    ("Lima, June 2 and 3, 1960", "Lima", "June 2 and 3, 1960", {"notBefore": "1960-06-02", "notAfter": "1960-06-03"}),
    (
        "Bonn, December 31, 1959–January 2, 1960.",
        "Bonn",
        "December 31, 1959–January 2, 1960",
        {"from": "1959-12-31", "to": "1960-01-02"},
    ),
    (
        "Bonn, December 31–January 2, 1960",
        "Bonn",
        "December 31–January 2, 1960",
        {"from": "1959-12-31", "to": "1960-01-02"},
    ),
    ("[place not declassified], April 28, 1954.", "[place not declassified]", "April 28, 1954", {"when": "1954-04-28"}),
    ("Camp David, Maryland, July 25, 1965, 5 p.m.", "Camp David, Maryland", None, {"when": "1965-07-25T17:00:00"}),
    ("Washington, May 5, 1962, 24:00", "Washington", "May 5, 1962, 24:00", {"when": "1962-05-06T00:00:00"}),
    ("Washington, June 8, 1972—11:45 p.m.1", "Washington", "June 8, 1972—11:45 p.m.", {"when": "1972-06-08T23:45:00"}),
    ("Washington, May 25, 19781", "Washington", "May 25, 1978", {"when": "1978-05-25"}),
    ("Washington, November 281", "Washington", "November 28", {"when": "--11-28"}),
    ("Petrograd, March 2/15, 1917—6 p. m.", "Petrograd", None, {"when": "1917-03-15T18:00:00"}),
    ("St. Petersburg, January 26 [February 8], 1905.", "St. Petersburg", None, {"when": "1905-02-08"}),
    ("Paris, le 5 mai 1914", "Paris", "5 mai 1914", {"when": "1914-05-05"}),
    ("London, 5th May, 1868", "London", "5th May, 1868", {"when": "1868-05-05"}),
    ("Washington, March 14, 1977, 10:30 a.m. EST", "Washington", None, {"when": "1977-03-14T10:30:00-05:00"}),
    ("At sea, August 10, 1941", "At sea", "August 10, 1941", {"when": "1941-08-10"}),
    (
        "Department of State,\nWashington, May 4, 1870.",
        "Department of State,\nWashington",
        None,
        {"when": "1870-05-04"},
    ),
    (
        "Washington, [May 1962?]",
        "Washington",
        "May 1962?",
        {"notBefore": "1962-05-01", "notAfter": "1962-05-31", "cert": "medium"},
    ),
    ("Washington, May [5?], 1962.", "Washington", "May [5?], 1962", {"when": "1962-05-05", "cert": "medium"}),
    ("Washington, circa May 5, 1950.", "Washington", "circa May 5, 1950", {"when": "1950-05-05", "cert": "low"}),
    (
        "Washington, early May 1950",
        "Washington",
        None,
        {"notBefore": "1950-05-01", "notAfter": "1950-05-10", "cert": "medium"},
    ),
    ("Rome, before May 5, 1950", "Rome", "before May 5, 1950", {"notAfter": "1950-05-05"}),
    ("Washington, 1959", "Washington", "1959", {"when": "1959"}),
    (
        "Washington, Spring 1960",
        "Washington",
        None,
        {"notBefore": "1960-03-01", "notAfter": "1960-05-31", "cert": "medium"},
    ),
    ("Rome, March–May 1960", "Rome", "March–May 1960", {"from": "1960-03", "to": "1960-05"}),
    ("Washington, May [1962].", "Washington", "May [1962]", {"when": "1962-05"}),
]


@pytest.mark.parametrize(("line", "place", "words", "attributes"), DATELINES, ids=[row[0] for row in DATELINES])
def test_a_dateline_has_its_place_and_its_date(line: str, place: str, words: str | None, attributes: dict[str, str]) -> None:
    dateline = read_dateline(line)
    assert dateline is not None
    assert dateline.place is not None
    assert line[slice(*dateline.place)] == place
    date = next(piece for piece in dateline.pieces if piece.kind == "date")
    assert words is None or line[slice(*date.span)] == words
    assert dict(date.attributes) == attributes
    assert dateline.fit >= 0.5


@pytest.mark.parametrize(
    "line",
    [
        "I arrived in Paris on May 5, 1962, and left the next day for London.",
        "143. Memorandum of a Conversation, The White House, Washington, January 31, 1956, 1 p.m.",
        "Telegram 1991 from USUN, November 28",
        "Memorandum, May 6, 1963",
        "No date stands in this line.",
        "1959",
        "",
        "Washington, May 5, 1962. " * 40,
    ],
)
def test_other_lines_are_no_datelines(line: str) -> None:
    found = read_dateline(line)
    assert found is None or found.fit < 0.5


def test_a_range_of_hours_is_a_time_beside_the_date() -> None:
    line = "New Delhi, January 8, 1964, 3–4:30 p.m."
    dateline = read_dateline(line)
    assert dateline is not None
    assert [(p.kind, line[slice(*p.span)], dict(p.attributes)) for p in dateline.pieces] == [
        ("placeName", "New Delhi", {}),
        ("date", "January 8, 1964", {"when": "1964-01-08"}),
        ("time", "3–4:30 p.m.", {"from": "15:00:00", "to": "16:30:00"}),
    ]


def test_without_a_year_date_and_time_stand_apart() -> None:
    line = "November 28, 4 p.m."
    dateline = read_dateline(line)
    assert dateline is not None
    assert [(line[slice(*p.span)], dict(p.attributes)) for p in dateline.pieces] == [
        ("November 28", {"when": "--11-28"}),
        ("4 p.m.", {"when": "16:00:00"}),
    ]


@pytest.mark.parametrize(
    ("line", "received"),
    [
        ("Tokyo, December 16, 1949. [Received December 26—2:02 p. m.]", "1949-12-26T14:02:00"),
        ("Tokyo, December 30, 1949—6 p. m. [Received January 2—2:02 p. m.]", "1950-01-02T14:02:00"),
        ("Moscow, January 15, 1945—6 p. m. [Received 11:40 p. m.]", "1945-01-15T23:40:00"),
        ("Peking, December 3, 1900. (Received January 20, 1901.)", "1901-01-20"),
    ],
)
def test_the_time_of_receipt_is_read_and_is_no_piece(line: str, received: str) -> None:
    dateline = read_dateline(line)
    assert dateline is not None
    assert dateline.received is not None
    assert dateline.received.when == received
    assert len(dateline.pieces) == 2


@pytest.mark.parametrize(
    ("line", "code", "attributes"),
    [
        ("Washington, February 30, 1962.", "TE701", {}),
        ("Washington, February 29, 1962.", "TE701", {}),
        ("Washington, May 5, 1962, 25:10.", "TE703", {"when": "1962-05-05"}),
        ("Washington, Friday, May 5, 1962", "TE702", {"when": "1962-05-05"}),
    ],
)
def test_what_cannot_be_is_reported_and_not_invented(line: str, code: str, attributes: dict[str, str]) -> None:
    dateline = read_dateline(line)
    assert dateline is not None
    assert [d.code for d in dateline.diagnostics] == [code]
    assert code in {each.code for each in CODES}
    assert dict(next(p for p in dateline.pieces if p.kind == "date").attributes) == attributes


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("9 p. m.", "21:00:00", None),
        ("12 p.m.", "12:00:00", None),
        ("12:05 a.m.", "00:05:00", None),
        ("12 noon", "12:00:00", None),
        ("midnight", "00:00:00", None),
        ("1600 hours", "16:00:00", None),
        ("0900 GMT", "09:00:00Z", None),
        ("11:30 a.m.–noon", "11:30:00", "12:00:00"),
        ("11–12:15 p.m.", "11:00:00", "12:15:00"),
        ("12–12:55 p.m.", "12:00:00", "12:55:00"),
        ("10:20 a.m. to 12:05 p.m.", "10:20:00", "12:05:00"),
        ("10 o'clock", "10:00:00", None),
    ],
)
def test_times(words: str, first: str, last: str | None) -> None:
    time_ = read_time(words)
    assert time_ is not None
    assert time_.first is not None
    assert time_.first.iso == first
    assert (time_.last.iso if time_.last else None) == last
    assert time_.span == (0, len(words))


def test_a_bare_number_is_no_time() -> None:
    assert read_time("1991") is None
    assert read_time("4") is None
    assert find_time("Passed White House, 4:35 p.m.") is not None
    impossible = read_time("13 p.m.")
    assert impossible is not None and impossible.first is None


@pytest.mark.parametrize(
    ("stamp", "written", "attributes"),
    [
        ("Authority NND 383319 By JW NARA Date 10/19/79", 1962, {"when": "1979-10-19", "cert": "medium"}),
        ("Date: 3/13/93", 1962, {"when": "1993-03-13", "cert": "medium"}),
        ("Date: 3/13/93", None, {"when": "1993-03-13", "cert": "low"}),
        ("By [Signature] NARA Date 5-16-02", 1962, {"when": "2002-05-16", "cert": "medium"}),
        ("1962/10/27", None, {"when": "1962-10-27"}),
        ("NOV 28 1962", None, {"when": "1962-11-28"}),
        ("13.3.1993", None, {"when": "1993-03-13"}),
        ("25/12/1993", None, {"when": "1993-12-25"}),
        ("28 Nov 62", 1962, {"when": "1962-11-28", "cert": "medium"}),
        ("Date 9-25-57", 1962, {}),
        ("Date 13/32/79", 1962, {}),
    ],
)
def test_dates_in_figures(stamp: str, written: int | None, attributes: dict[str, str]) -> None:
    found = find_stamp_date(stamp, written=written)
    assert found is not None
    assert dict(found.dating.attributes) == attributes
    assert bool(found.diagnostics) == (not attributes)


def test_a_century_is_taken_only_where_one_fits() -> None:
    assert century(79, 1962) == (1979, "medium")
    assert century(62, 1962) == (1962, "medium")
    assert century(5, 1962) == (2005, "medium")
    assert century(57, 1962)[0] is None
    assert century(62, 1850) == (1862, "medium")


def test_no_date_no_stamp_date() -> None:
    assert find_stamp_date("BEST COPY AVAILABLE 12345") is None
    assert list(find_dates("The march in May of the marching band")) == []


def test_places_have_a_shape() -> None:
    assert looks_like_place("U.S.S. Augusta")
    assert looks_like_place("Rio de Janeiro")
    assert not looks_like_place("Memorandum of Conversation")
    assert not looks_like_place("in the morning")


@given(st.text(alphabet=" \n,.–—-[]()?/0123456789abpmZMayJunotilyWashgrd’'*é\x00", max_size=300))
def test_any_text_is_read_within_its_bounds(text: str) -> None:
    dateline = read_dateline(text)
    if dateline is not None:
        spans = [piece.span for piece in dateline.pieces]
        assert spans == sorted(spans)
        assert all(0 <= a < b <= len(text) for a, b in spans)
        assert all(left[1] <= right[0] for left, right in pairwise(spans))
    find_stamp_date(text, written=1962)


@pytest.mark.parametrize("piece", ["May ", "1", "Washington, ", "[", "12:", "a.m. ", "A–", "\n", "12/12/", "circa ", "May 1,"])
def test_a_very_long_line_is_read_to_its_end(piece: str) -> None:
    """A pattern that looks back and forth over the whole line would not come to an end here in hours."""
    line = piece * 20_000 + " May 5, 1954"
    *_, last = find_dates(line)
    assert line[slice(*last.span)] == "May 5, 1954"
    find_stamp_date(line)
    find_time(line)
    assert read_dateline(line) is None


@pytest.mark.skipif(not (BENCH / "frus").is_dir(), reason="the bench is not here")
def test_dates_of_the_bench_agree_with_its_editors() -> None:
    """All datelines of the hand-made files: words and day of the date. Faults of theirs count against us too."""
    right = wrong = 0
    for path in sorted((BENCH / "frus").glob("*.gold.xml")):
        for element in etree.parse(str(path)).iter(f"{TEI}dateline"):
            if any(etree.QName(child).localname in ("note", "pb") for child in element.iter(etree.Element)):
                continue
            dates = [d for d in element.iter(f"{TEI}date") if d.get("when")]
            line = " ".join("".join(str(t) for t in element.itertext()).split())
            dateline = read_dateline(line)
            found = [p for p in dateline.pieces if p.kind == "date" and p.dating.when] if dateline else []
            theirs = {(" ".join("".join(map(str, d.itertext())).split()).rstrip(".,"), str(d.get("when"))[:10]) for d in dates}
            ours = {(line[slice(*p.span)].rstrip(".,"), str(p.dating.when)[:10]) for p in found}
            right += len(theirs & ours)
            wrong += len(theirs ^ ours)
    assert right >= 200
    assert 2 * right / (2 * right + wrong) > 0.98
