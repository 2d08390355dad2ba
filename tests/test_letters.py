"""Capitals and small letters of other alphabets count as such in the rules for scans."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from teiencode.encode import encode
from teiencode.letters import of_all_alphabets


@pytest.mark.parametrize("word", ["Došlo", "Ürün", "Łódź", "Ψήφος", "Кому", "Ãgua", "Word"])
def test_a_word_begins_with_a_capital_and_goes_on_in_small_letters(word: str) -> None:
    assert re.fullmatch(of_all_alphabets("[A-ZÀ-Þ][a-zß-ÿ]+"), word)
    assert not re.fullmatch(of_all_alphabets("[A-ZÀ-Þ][a-zß-ÿ]+"), word.upper())
    assert re.fullmatch(of_all_alphabets("[A-Za-zÀ-ÿ]+"), word)


def test_a_printed_name_is_one_in_any_alphabet() -> None:
    form = "## TELEGRAM\n\nVÝCHODISKO: Ženeva\n\nDošlo: November 9, 1962"
    text = f"{form}\n\nThe talks were resumed on Monday, as all had hoped they would be.\n"
    root = etree.fromstring(encode(text, profile="scan").xml)
    assert [label.text for label in root.iterfind(".//{*}ab/{*}label")] == ["VÝCHODISKO:", "Došlo:"]
    assert root.find(".//{*}dateline") is None
