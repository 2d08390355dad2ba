"""What docs/validation.md and docs/ci.md show is what the program prints."""

from __future__ import annotations

import re
from pathlib import Path

from command_line import Command

ROOT = Path(__file__).parents[1]


def blocks(page: str, language: str) -> list[str]:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.M | re.S)


def test_the_findings_of_the_page(teiencode: Command, tmp_path: Path) -> None:
    (letter,) = blocks("validation.md", "xml")
    shown, ill_formed = blocks("validation.md", "text")
    (tmp_path / "letter.xml").write_text(letter, encoding="utf-8")
    done = teiencode("validate", "letter.xml")
    assert done.out + done.err == shown
    (tmp_path / "bad.xml").write_text(letter.replace("<p>On", "<p>R & D on"), encoding="utf-8")
    assert teiencode("validate", "bad.xml").out == ill_formed


def test_the_commands_for_github(teiencode: Command, tmp_path: Path) -> None:
    (tmp_path / "letter.xml").write_text(blocks("validation.md", "xml")[0], encoding="utf-8")
    assert [teiencode("validate", "letter.xml", "--format", "github").out] == blocks("ci.md", "text")


def test_every_group_stands_on_the_page() -> None:
    from teiencode.validation import GROUPS

    text = (ROOT / "docs" / "validation.md").read_text(encoding="utf-8")
    assert [group for group in GROUPS if f"`{group}`" not in text] == []
