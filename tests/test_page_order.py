"""Page marks whose numbers do not rise are told, each edition's by itself; the marks are encoded as they stand."""

from __future__ import annotations

from teiencode import encode

TEXT = "16. Minutes\n\nWe met [Page 22] in May. [Facsimile Page 3] They left [Page 21] in June. [Facsimile Page 4]"


def told(text: str) -> list[str]:
    return [each.message for each in encode(text, profile="frus").diagnostics if each.code == "TE402"]


def test_a_page_below_the_one_before_is_told() -> None:
    assert told(TEXT) == ["page 21 stands after page 22"]


def test_the_marks_stay_where_they_stand() -> None:
    assert b'They left <pb n="21" xml:id="pg_21"/> in June.' in encode(TEXT, profile="frus").xml


def test_pages_that_rise_are_not_told() -> None:
    assert told(TEXT.replace("[Page 21]", "[Page 24]")) == []


def test_roman_numbers_are_not_compared() -> None:
    assert told(TEXT.replace("[Page 21]", "[Page xxi]")) == []
