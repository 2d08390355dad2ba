"""Whole documents of a printed edition, invented, with their TEI as it is made by hand (`tests/editions`)."""

import pytest
from bench.editions import divisions, source
from bench.measures import ROWS, events_of
from lxml import etree

from teiencode.decode import decode
from teiencode.encode import encode
from teiencode.validation import validate

DOCUMENTS = dict(divisions())
OTHERWISE = {"conversations-d213": "two notes seem to be called in a row after a decimal (`7.34 billion`)"}
"""Documents that are not yet read as they should be, and why."""


def wrong_rows(name: str) -> list[str]:
    """The rows in which the encoder makes another document of a source than the one that is right."""
    right = events_of(DOCUMENTS[name])
    made = events_of(etree.fromstring(encode(source(DOCUMENTS[name]), profile="frus", name=name).xml))
    return ["text"] * (right.text != made.text) + [row for row in ROWS if row != "heads" and right.rows[row] != made.rows[row]]


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name not in OTHERWISE])
def test_the_document_is_encoded_as_by_hand(name: str) -> None:
    assert not wrong_rows(name)


@pytest.mark.parametrize("name", OTHERWISE)
def test_what_is_not_yet_right_is_still_known(name: str) -> None:
    assert wrong_rows(name)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_it_comes_back_and_is_valid(name: str) -> None:
    xml = encode(source(DOCUMENTS[name]), profile="frus", name=name).xml
    assert decode(xml).data.decode() == source(DOCUMENTS[name])
    assert validate(xml) == []


def test_there_are_many_documents() -> None:
    assert len(DOCUMENTS) > 80
