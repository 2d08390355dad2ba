"""Inserted lines that name the struck words they stand above."""

from __future__ import annotations

import re

from inline_body import body_of

from teiencode.decode import decode
from teiencode.encode import encode
from teiencode.validation import validate

PAIR = "The talks began at once.\n\nunfulfilled\n\n1. The loose ends remaining ~~unfulfilled~~ in the original are few.\n"
INSERTED = '<add place="above" cert="medium" resp="#teiencode"'


def test_an_inserted_line_names_the_deletion_of_the_same_words() -> None:
    body = body_of(PAIR, "scan")
    assert f'<ab>{INSERTED} corresp="#del1">unfulfilled</add></ab>' in body
    assert '<del rend="strikethrough" xml:id="del1">unfulfilled</del>' in body


def test_the_first_line_of_a_block_names_it_too() -> None:
    body = body_of("He went home.\n\nAlternatively\nof time. ~~Alternatively~~ a brief resolution\nmay do.\n", "scan")
    assert f'<p>{INSERTED} corresp="#del1">Alternatively</add><lb/>of time. <del rend="strikethrough" xml:id="del1">' in body


def test_two_inserted_lines_never_name_one_deletion() -> None:
    between = "1. The talks went on for a week.\n\n"
    struck = "2. The loose ends ~~unfulfilled~~ in the original and ~~unfulfilled~~ in the copy are few.\n"
    body = body_of(f"The talks began at once.\n\nunfulfilled\n\n{between}unfulfilled\n\n{struck}", "scan")
    assert re.findall(r'corresp="#(\w+)"', body) == re.findall(r'xml:id="(\w+)"', body) == ["del1", "del2"]


def test_without_a_struck_partner_there_is_no_pointer() -> None:
    body = body_of("The talks began at once.\n\nunfulfilled\n\n1. The loose ends ~~remaining~~ are few.\n", "scan")
    assert f"{INSERTED}>unfulfilled</add>" in body
    assert "corresp=" not in body and "xml:id=" not in body


def test_an_addition_with_its_own_signs_has_no_pointer() -> None:
    body = body_of("The ^{price} paid was ~~price~~ small, and it was paid.\n", "scan")
    assert "corresp=" not in body and "xml:id=" not in body


def test_an_id_that_is_taken_is_passed_over() -> None:
    encoded = encode(PAIR, profile="scan", name="del1")
    assert b'xml:id="del2">unfulfilled</del>' in encoded.xml and b'corresp="#del2"' in encoded.xml
    assert validate(encoded.xml) == []
    assert decode(encoded.xml).data == PAIR.encode()
