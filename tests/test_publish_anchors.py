"""Addresses of places: made of what stands there, so that they hold when something else changes."""

from __future__ import annotations

import time

from lxml import etree

from teiencode.publishing.anchors import ID, name_places
from teiencode.tei.document import PARSER

TEI = "http://www.tei-c.org/ns/1.0"


def named(body: str, reserved: frozenset[str] = frozenset()) -> list[str]:
    root = etree.fromstring(f'<TEI xmlns="{TEI}"><text><body>{body}</body></text></TEI>', PARSER)
    name_places(root, reserved)
    return [element.get(ID) or "" for element in root.iter() if element.get(ID) is not None]


FIRST = "<p>The talks went on. <gap reason='redacted'/> and <gap reason='illegible'/></p>"
SECOND = "<p><pb n='3'/>Don’t wait<note n='2'>A <gap/> file.</note> for us in the harbour.</p>"
NAMES = [
    "p-the-talks-went-on",
    "p-the-talks-went-on-gap",
    "p-the-talks-went-on-gap-2",
    "p-dont-wait-for-us",
    "pg_3",
    "note-2",
    "note-2-gap",
]


def test_places_are_named_after_what_they_say() -> None:
    assert named(FIRST + SECOND) == NAMES


def test_what_is_put_in_before_changes_no_name() -> None:
    added = "<p>Another <gap/> <pb n='2'/> paragraph<note n='1'>And a note.</note>.</p>"
    assert [name for name in named(FIRST + added + SECOND) if name in NAMES] == NAMES
    assert [name for name in named(added + FIRST + SECOND) if name in NAMES] == NAMES


def test_a_change_in_the_middle_of_a_paragraph_changes_no_name() -> None:
    assert named((FIRST + SECOND).replace("harbour", "port").replace("<gap reason='redacted'/>", "<gap/> there")) == NAMES


def test_names_that_stand_twice_are_numbered_and_own_ones_kept() -> None:
    assert named("<p>No.</p><p>No.</p><p xml:id='p-no-2'>x</p><p xml:id='p-no-2'>Yes</p><p/><p>¹</p>") == [
        "p-no",
        "p-no-3",
        "p-no-2",
        "p-yes",
        "p",
        "p-_",
    ]


def test_names_of_the_page_are_not_for_the_text() -> None:
    assert named("<p xml:id='page-text'>One</p>", frozenset({"page-text"})) == ["p-one"]


def test_many_equal_paragraphs_and_deep_ones_take_no_longer_than_others() -> None:
    started = time.perf_counter()
    assert len(set(named("<p>Same words.</p>" * 20_000))) == 20_000
    assert len(named("<p>" + "<hi>" * 200 + "deep" + "</hi>" * 200 + "</p>")) == 1
    assert time.perf_counter() - started < 5
