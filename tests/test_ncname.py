"""Ids: whatever a name holds, its NCName is one that an XML parser accepts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from teiencode.encode import encode
from teiencode.ncname import in_ncname, ncname


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_any_name_becomes_one_that_a_parser_accepts(name: str) -> None:
    made = ncname(name)
    etree.fromstring(f'<a xml:id="{made}"/>'.encode())
    assert ncname(made) == made
    assert len(in_ncname(name)) == len(name)


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("a b", "a_b"),
        ("1962", "_1962"),
        ("", "_"),
        ("-a", "_-a"),
        ("Décembre", "Décembre"),
        ("½", "_"),
        ("Ș", "_"),
        ("a¹ª", "a__"),
        ("κ٣", "κ٣"),
    ],
)
def test_names(name: str, made: str) -> None:
    assert ncname(name) == made


@pytest.mark.parametrize("number", ["272", "xii", "¹", "½", "ª", "é", "a/b"])
def test_the_ids_of_pages(number: str) -> None:
    etree.fromstring(encode(f"on the page [Page {number}] of it", profile="frus").xml)
