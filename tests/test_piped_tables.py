"""Tables with pipes: what is one, and that an edited one is written back."""

from __future__ import annotations

import pytest
from lxml import etree

from teiencode.decode import decode
from teiencode.encode import encode

GRID = "| Town | Votes | |\n|:---|------:|---|\n| Lyme | 214 ||\n|  | ^{x} | [REDACTED]|"


def rows(text: str, profile: str = "scan") -> list[list[str]]:
    """The words of each cell of each row, a gap as `…`, an addition in plus signs; the source must come back."""
    encoded = encode(text, profile=profile).xml
    assert decode(encoded).data.decode() == text
    root = etree.fromstring(encoded)
    for gap in root.findall(".//{*}gap"):
        gap.text = "…"
    return [["".join(map(str, cell.itertext())) for cell in row] for row in root.findall(".//{*}row")]


def test_cells_stand_between_pipes_and_hold_what_stands_inside_lines() -> None:
    assert rows(GRID) == [["Town", "Votes", ""], ["Lyme", "214", ""], ["", "x", "…"]]


def test_the_line_of_hyphens_is_kept_without_the_residue() -> None:
    root = etree.fromstring(encode(GRID, profile="scan").xml)
    labels = root.findall(".//{*}row[@role='label']/{*}cell")
    assert [cell.get("rend") for cell in labels] == ["left", "right rule-6", None]
    for residue in root.findall(".//{*}xenoData"):
        above = residue.getparent()
        assert above is not None
        above.remove(residue)
    back = decode(etree.tostring(root)).data.decode()
    assert back.replace(" ", "").strip() == GRID.replace(" ", "")


def test_plain_texts_have_them_too() -> None:
    assert rows("Before.\n\n| a | b |\n| --- | --- |\n| c | d |\n\nAfter.", "plain") == [["a", "b"], ["c", "d"]]


@pytest.mark.parametrize(
    "text", ["|2|", "| a | b |", "a | b |\n| c | d", "| a | b |\n| c |", "|a|\n|b|", "|---|---|\n|---|"], ids=repr
)
def test_other_lines_with_pipes_stay_text(text: str) -> None:
    assert rows(f"Before.\n\n{text}\n\nAfter.") == []


def test_two_rows_of_labels_begin_two_tables() -> None:
    text = "| a | b |\n| --- | --- |\n| c | d |\n\n| e | f |\n| --- | --- |\n| g | h |\n"
    root = etree.fromstring(encode(text, profile="plain").xml)
    assert len(root.findall(".//{*}table")) == 2


def test_a_row_that_an_editor_adds_is_written_as_its_table_is() -> None:
    xml = encode("| a | b |\n| --- | --- |\n| c | d |\n", profile="plain").xml.decode()
    edited = xml.replace("</row>\n</table>", "</row>\n<row><cell>e</cell><cell>f</cell></row>\n</table>")
    assert edited != xml
    assert decode(edited.encode()).data.decode().startswith("| a | b |\n| --- | --- |\n| c | d |\n| e | f |")
