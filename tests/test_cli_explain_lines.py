"""`teiencode encode --explain`: why each line is read as it is, and nothing written."""

import json
from pathlib import Path

import pytest
from command_line import Command, names

PAGE = """TO: Secretary of State

SUBJECT: Boats

The delegates of both sides reached no agreement on the wording of

SECRET

- 2 -

the second article, which they left to the next of their meetings.
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_a_page_of_reasons_is_printed_and_nothing_written(teiencode: Command, page: Path, tmp_path: Path) -> None:
    done = teiencode("encode", "page.txt", "--explain", "--profile", "scan")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("page.txt: profile scan\n")
    entry = done.out[done.out.index("7: SECRET") : done.out.index("9: - 2 -")]
    assert 'foot type="footer" place="bottom"  (classification_lines)' in entry
    assert "+4.0  words of a marking only" in entry
    assert "rather than top" in entry or "rather than aside" in entry
    assert names(tmp_path) == ["page.txt"]


def test_json_has_every_decision_with_its_margin_and_rival(teiencode: Command, page: Path) -> None:
    done = teiencode("encode", "page.txt", "--explain", "--profile", "scan", "--format", "json")
    decisions = json.loads(done.out)
    assert [each["line"] for each in decisions] == [1, 3, 5, 7, 9, 11]
    last = decisions[-1]
    assert last["kind"] == "continuation"
    assert last["after"] == "top"
    assert last["rival"]["kind"] == "paragraph"
    assert last["margin"] > 0
    assert {"name": "starts in lower case", "weight": 3.0} in last["evidence"]


def test_what_cannot_be_read_is_told_and_the_rest_explained(teiencode: Command, page: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.txt").write_bytes(b"\xff\xfe\xff")
    done = teiencode("encode", "missing.txt", "broken.txt", "page.txt", "--explain")
    assert done.status == 2
    assert "missing.txt" in done.err
    assert "TE918" in done.err
    assert done.out.startswith("page.txt: profile ")
