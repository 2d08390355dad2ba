"""Findings of encoded files: the line of the source they came from, and text that is no longer the source's."""

from __future__ import annotations

from pathlib import Path

import pytest

from teiencode import encode, validate
from teiencode.diagnostic import Place

SOURCE = Path(__file__).parents[1] / "seeds" / "frus1977-80v23-d127.txt"


@pytest.fixture
def tei(tmp_path: Path) -> Path:
    (tmp_path / SOURCE.name).write_bytes(SOURCE.read_bytes())
    file = tmp_path / f"{SOURCE.stem}.xml"
    file.write_bytes(encode(SOURCE, name=SOURCE.stem).xml)
    return file


def test_what_was_encoded_is_its_source(tei: Path) -> None:
    assert validate(tei) == []


def test_a_finding_names_the_line_of_the_source(tei: Path) -> None:
    text = tei.read_text(encoding="utf-8")
    before, body = text.split("<body>")
    tei.write_text(before + "<body>" + body.replace("<p>", '<p whn="x">', 1), encoding="utf-8")
    (finding,) = validate(tei)
    assert finding.source is not None
    assert finding.source.file == str(tei.with_suffix(".txt"))
    first = body.split("<p>", 1)[1][:20]
    line = SOURCE.read_text(encoding="utf-8").splitlines()[finding.source.line - 1]
    assert line[finding.source.column - 1 :].startswith(first)


def test_a_word_that_was_changed_is_found(tei: Path) -> None:
    text = tei.read_text(encoding="utf-8")
    at = text.index(" interest ", text.index("<body>")) + 1
    changed = f"{text[:at]}interests{text[at + len('interest') :]}"
    tei.write_text(changed, encoding="utf-8")
    (finding,) = validate(tei)
    assert (finding.code, finding.group) == ("TE889", "source")
    before = changed[:at]
    assert (finding.line, finding.column) == (before.count("\n") + 1, at - before.rfind("\n"))
    assert finding.suggestions[0] == 'Write "interest" again.'


def test_in_a_project_the_source_is_found_in_another_folder(tei: Path) -> None:
    text = tei.read_text(encoding="utf-8").replace(" interest ", " interests ")
    (tei.parent / "tei").mkdir()
    moved = tei.rename(tei.parent / "tei" / tei.name)
    moved.write_text(text, encoding="utf-8")
    (tei.parent / "texts").mkdir()
    tei.with_suffix(".txt").rename(tei.parent / "texts" / f"{tei.stem}.txt")
    assert validate(moved) == []
    (tei.parent / "teiencode.toml").write_text("")
    assert [finding.code for finding in validate(moved)] == ["TE889"]


def test_mark_up_that_an_editor_adds_changes_no_text(tei: Path) -> None:
    text = tei.read_text(encoding="utf-8")
    body = text.index("<body>")
    tei.write_text(text[:body] + text[body:].replace(" interest ", " <term>interest</term> "), encoding="utf-8")
    assert "TE889" not in {finding.code for finding in validate(tei)}


def test_other_peoples_files_name_no_source() -> None:
    assert validate((Path(__file__).parent / "validation" / "telegram.xml").read_bytes(), select=["source"]) == []


def test_a_source_that_is_not_there_is_named_without_a_folder(tmp_path: Path) -> None:
    (tmp_path / "tei").mkdir()
    tei = tmp_path / "tei" / "letter.xml"
    tei.write_bytes(encode("Dear Ann,\n\nI am well.\n", name="letter").xml.replace(b"well", b"<hi>well</hi>"))
    (finding,) = (each for each in validate(tei) if each.severity == "error")
    assert finding.source == Place("letter.txt", 3, 6)


def test_a_source_in_the_project_s_own_folder(tmp_path: Path) -> None:
    (tmp_path / "teiencode.toml").write_text('[encode]\nsources = "."\n')
    (tmp_path / "letter.txt").write_text("Dear Ann,\n\nI am well.\n")
    (tmp_path / "tei").mkdir()
    tei = tmp_path / "tei" / "letter.xml"
    tei.write_bytes(encode(tmp_path / "letter.txt", name="letter").xml.replace(b"well", b"ill"))
    assert [each.code for each in validate(tei) if each.group == "source"] == ["TE889"]
