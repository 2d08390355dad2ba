"""A page is read the same whatever its machine made of white space and of heads: Windows line ends, form feeds, Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from bench.hand_scans import SCANS
from bench.measures import Events, events_of
from lxml import etree

from teiencode.decode import decode
from teiencode.encode import encode

SOURCES = sorted((SCANS / "looked-at").glob("*.txt"))


def encoded(text: str) -> bytes:
    xml = encode(text, profile="scan", name="scan").xml
    assert decode(xml).text == text
    return xml


def events(text: str) -> Events:
    return events_of(etree.fromstring(encoded(text)))


def spans(text: str, name: str) -> list[tuple[int, int]]:
    """Where the elements of one name stand in a text, the last one first."""
    offsets = decode(encoded(text)).offsets
    wanted = re.compile(rf".*/{name}(?:\[\d+\])?")
    found = [span for path, span in offsets.items() if wanted.fullmatch(path)]
    return sorted(found, reverse=True)


def with_form_feeds(text: str) -> str:
    """A form feed before the first words of each page but the first."""
    for start, _ in spans(text, "pb")[:-1]:
        words = re.compile(r"\S").search(text, len(text[:start].rstrip()))
        assert words is not None
        text = f"{text[: words.start()]}\f{text[words.start() :]}"
    return text


def with_marked_heads(text: str, before: str, after: str) -> str:
    """Signs around each head of one line in which no sign stands."""
    for start, end in sorted(spans(text, "div/head") + spans(text, r"div\[\d+\]/head"), reverse=True):
        head = text[start:end]
        if "\n" not in head and head[0] != "#" and "*" not in head and not text[text.rfind("\n", 0, start) + 1 : start].strip():
            text = f"{text[:start]}{before}{head}{after}{text[end:]}"
    return text


LAYOUTS: dict[str, Callable[[str], str]] = {
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "spaces at line ends": lambda text: re.sub(r"(?<=\S)$", "  ", text, flags=re.MULTILINE),
    "more blank lines": lambda text: text.replace("\n\n", "\n\n\n"),
    "doubled spaces": lambda text: re.sub(r"(?<=[a-zA-Z,;.]) (?=[A-Za-z])", "  ", text),
    "form feeds": with_form_feeds,
    "heads after number signs": lambda text: with_marked_heads(text, "## ", ""),
    "heads in bold type": lambda text: with_marked_heads(text, "**", "**"),
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_the_layout_makes_no_difference(source: Path, layout: str) -> None:
    text = source.read_text(encoding="utf-8")
    changed = LAYOUTS[layout](text)
    if layout == "form feeds" and len(spans(text, "pb")) == 1:
        assert changed == text
    made, wanted = events(changed), events(text)
    assert made.text == wanted.text
    assert made.rows == wanted.rows


def test_the_layouts_do_change_the_texts() -> None:
    for name, layout in LAYOUTS.items():
        changed = sum(layout(text) != text for text in (source.read_text(encoding="utf-8") for source in SOURCES))
        assert changed >= len(SOURCES) / 2, name


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("~~SECRFT~~", "“SECRFT” is taken for “SECRET”, misread"),
        ("FR0M: Paris", "“FR0M:” is taken for the printed name “FROM:”, misread"),
    ],
)
def test_misread_marks_are_told_and_not_mended(line: str, told: str) -> None:
    text = f"{line}\n\nTO: Oslo\n\nThe two delegations met this morning and found no common ground between them.\n"
    result = encode(text, profile="scan")
    assert [each.message for each in result.diagnostics if each.code == "TE502"] == [told]
    assert line.strip("~").partition(":")[0].encode() in result.xml


def test_marks_as_they_are_printed_are_not_told_of() -> None:
    text = "~~SECRET~~\n\nFROM: Paris\n\nThe two delegations met this morning and found no common ground between them.\n"
    assert "TE502" not in [each.code for each in encode(text, profile="scan").diagnostics]
