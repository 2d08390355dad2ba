"""Form feeds: page turns between blocks, lines and words."""

from __future__ import annotations

import pytest
from inline_body import body_of, elements_of

TURN = '<pb n="{}" resp="#teiencode"/>'


@pytest.mark.parametrize(
    ("text", "tei"),
    [
        ("One.\n\n\fTwo.", f"<p>One.</p>\n{TURN.format(2)}\n<p>Two.</p>"),
        ("One.\f\n\nTwo.", f"<p>One.</p>\n{TURN.format(2)}\n<p>Two.</p>"),
        ("one\ftwo", f"<p>one{TURN.format(2)}two</p>"),
        ("one\n\ftwo", f"<p>one<lb/>{TURN.format(2)}two</p>"),
        ("One.\n\fTwo.", f"<p>One.</p>{TURN.format(2)}<p>Two.</p>"),
        ("a\fb\n\n\fC", f"<p>a{TURN.format(2)}b</p>\n{TURN.format(3)}\n<p>C</p>"),
        ("One.\f\n", "<p>One.</p>"),
    ],
)
def test_in_plain_text(text: str, tei: str) -> None:
    assert body_of(text, "plain") == tei


def test_on_a_scan_a_sentence_goes_on_over_it() -> None:
    text = "SECRET\n\nThe moat of the castle\n\fis deep.\n\fThe lake is not.\n"
    assert [(turn.get("n"), turn.xpath("local-name(..)")) for turn in elements_of(text, "scan", "pb")] == [
        ("1", "div"),
        ("2", "p"),
        ("3", "div"),
    ]


def test_pages_are_counted_where_there_is_a_form_feed_only() -> None:
    assert len(elements_of("One.\n\n\fTwo.", "plain", "pb")) == 2
    assert elements_of("One.\n\nTwo.\f", "plain", "pb") == []
