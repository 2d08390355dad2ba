"""Hostile texts: empty, endless, unclosed and deeply nested ones encode, come back, and take no more than their length.

Growth is told by counting work, and not by a clock: `sys.setprofile` sees each call of a Python or C function, and what a text
twice as long may cost is little more than twice as many. Work inside one call (a regular expression that tries again and again)
is not seen so; for it the whole run of a text of a megabyte has to end at all within the time that a test may take.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from teiencode.decode import decode
from teiencode.encode import encode
from teiencode.profile import PROFILES, load_profile
from teiencode.reading import View
from teiencode.rules import rule

MEGABYTE = 1_000_000
HUGE = "TEIENCODE_HUGE"
"""Set in the environment, it lets the test of a hundred megabytes run."""

ENDLESS = {
    "one line": "The castle of Zenda stands by a lake, and in it is a prisoner. ",
    "digits everywhere": "a1b2,3.4;56 7",
    "one run of digits": "0123456789",
    "open brackets": "[2 lines ",
    "open notices": "[2 lines not declassified ",
    "brackets in brackets": "[[[]",
    "open additions": "^{",
    "open and closed additions": "^{a}",
    "strikes": "~~",
    "strikes and words": "~~a ",
    "substitutions": "~~ab~~ ^{ba} ",
    "changes in changes": "~~ ^{ ",
    "changes in a row": "^{a} ~~b~~ ",
    "asterisks": "*",
    "asterisks and words": "*a **b ",
    "codes": "(b)(1)",
    "codes in a stack": "(b)(1)\n",
    "boxes": "☐ a ",
    "boxes and blanks": "☐ ____\n",
    "spaces": " ",
    "blank lines": "\n \n",
    "line feeds": "\n",
    "form feeds": "a\x0c\n",
    "control characters": "\x00\x01",
    "tabs": "a\t",
    "short lines": "a\n",
    "short blocks": "a\n\n",
    "items": "  * a\n",
    "dashes": "- a\n",
    "numbers": "1. a\n2. b\n",
    "number signs": "# a\n",
    "drawn lines": "a\n---\n\n",
    "page marks": "a [Page 1] ",
    "redactions": "[REDACTED]\n\n",
    "classification lines": "SECRET\n\n~~SECRET~~\n\n",
    "fields": "FROM: a\nTO: b\n",
    "calls by brackets": "a[^1] [1] ",
    "carriage returns": "a\r",
    "byte order marks": "\ufeff",
}


def work_of(run: Callable[[], object]) -> int:
    """How many calls of functions a run makes."""
    count = 0

    def seen(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        run()
    finally:
        sys.setprofile(before)
    return count


def comes_back(text: str, profile: str) -> None:
    assert decode(encode(text, profile=profile).xml).data.decode() == text


@pytest.mark.parametrize("profile", [*PROFILES, "auto"])
@pytest.mark.parametrize("text", ["", " ", "\n", "\t \n \r\n", "\x00", "\ufeff", "\x0c"], ids=repr)
def test_texts_without_words(text: str, profile: str) -> None:
    comes_back(text, profile)


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("name", ENDLESS)
def test_twice_the_text_is_twice_the_work(name: str, profile: str) -> None:
    piece = ENDLESS[name]

    def work(size: int) -> int:
        return work_of(lambda: comes_back(piece * (size // len(piece)), profile))

    once, twice, four_times = work(1000), work(2000), work(4000)
    assert twice <= 2.3 * once + 2000
    assert four_times <= 2.3 * twice + 2000


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("name", ENDLESS)
def test_long_texts_come_back(name: str, profile: str) -> None:
    """Long enough that work beyond the text's length would not end."""
    piece = ENDLESS[name]
    comes_back(piece * (10_000 // len(piece)), profile)


@pytest.mark.parametrize("profile", PROFILES)
def test_five_megabytes_in_one_line(profile: str) -> None:
    comes_back(ENDLESS["one line"] * (5 * MEGABYTE // len(ENDLESS["one line"])), profile)


def test_a_megabyte_of_codes_in_one_line() -> None:
    """A look through the whole line for each code would not end."""
    piece = "words (b)(1), more "
    propose = rule("exemption_codes").inline
    assert propose is not None
    codes = MEGABYTE // len(piece)
    assert len(list(propose(View(piece * codes), load_profile("scan")))) == codes


def test_a_row_of_many_cells_with_signs() -> None:
    """A search of all signs for each cell would not end."""
    comes_back("a\t[REDACTED] " * 12_000, "scan")


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("characters", ["a", "7", "(", "~", "=", "\u0301"])
def test_a_megabyte_of_one_character(characters: str, profile: str) -> None:
    comes_back(characters * MEGABYTE, profile)


def test_twenty_thousand_strikes() -> None:
    comes_back("a ~~b" * 20_000, "scan")


@pytest.mark.parametrize(("profile", "call", "note"), [("frus", "word{}", "  {}. Note."), ("plain", "word[^{}]", "[^{}]: Note.")])
def test_ten_thousand_notes(profile: str, call: str, note: str) -> None:
    numbers = range(1, 10_001)
    text = " ".join(call.format(number) for number in numbers) + "\n" + "\n".join(note.format(number) for number in numbers)
    encoded = encode(text, profile=profile)
    assert decode(encoded.xml).data.decode() == text
    assert encoded.xml.count(b"<note ") == 10_000


@pytest.mark.parametrize(
    "text", ["^{~~" * 3000 + "~~}" * 3000, "^{" * 5000 + "a" + "}" * 5000, "**a *b " * 3000, "~~ ^{ " * 5000]
)
def test_deep_nesting(text: str) -> None:
    comes_back(text, "scan")


@pytest.mark.skipif(HUGE not in os.environ, reason=f"takes a gigabyte and a minute; set {HUGE} to run it")
@pytest.mark.parametrize("profile", PROFILES)
def test_a_hundred_megabytes_in_one_line(profile: str) -> None:
    comes_back(ENDLESS["one line"] * (100 * MEGABYTE // len(ENDLESS["one line"])), profile)
