"""`--split` and `decode --join`, and projects whose sources are split."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import Command, names
from test_split import CHAPTER, NOTE, TELEGRAM

PROJECT = '[encode]\nsources = "texts"\noutput = "tei"\nsplit = "{}"\n[publish]\noutput = "site"\nformats = ["html"]\n'
PARTS = ["north-chapter.xml", "north-d127.xml", "north-d128.xml", "north-d129.xml"]


@pytest.fixture(autouse=True)
def sources(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "north.txt").write_bytes(CHAPTER.encode())


def test_files_are_written_and_joined_again(teiencode: Command, tmp_path: Path) -> None:
    done = teiencode("encode", "texts", "--output", "tei", "--split", "files")
    assert done.status == 0
    assert "4 files written" in done.err
    assert names(tmp_path / "tei") == PARTS
    assert teiencode("decode", "tei", "--join").out == CHAPTER
    assert teiencode("decode", "tei", "--join", "--output", "back").status == 0
    assert (tmp_path / "back" / "north.txt").read_bytes() == CHAPTER.encode()
    assert teiencode("decode", "tei", "--output", "parts").status == 0
    assert "".join((tmp_path / "parts" / name.replace(".xml", ".txt")).read_text() for name in PARTS) == CHAPTER


def test_a_corpus_is_one_file(teiencode: Command, tmp_path: Path) -> None:
    assert teiencode("encode", "texts", "--output", "tei", "--split", "corpus").status == 0
    assert names(tmp_path / "tei") == ["north.xml"]
    assert teiencode("decode", "tei/north.xml").out == CHAPTER
    assert teiencode("validate", "tei").status == 0


def test_without_split_the_file_is_one_document_and_that_is_said(teiencode: Command, tmp_path: Path) -> None:
    done = teiencode("encode", "texts", "--output", "tei")
    assert names(tmp_path / "tei") == ["north.xml"]
    assert "TE110" in done.err


def test_diagnostics_stand_where_the_whole_text_has_them(teiencode: Command) -> None:
    done = teiencode("encode", "texts", "--output", "tei", "--split", "files", "--verbose")
    assert "north.txt:1:1: info TE114" in done.err


def test_a_document_with_the_name_of_another_input_is_refused(teiencode: Command, tmp_path: Path) -> None:
    (tmp_path / "texts" / "North-D128.txt").write_bytes(NOTE.encode())
    done = teiencode("encode", "texts", "--output", "tei", "--split", "files")
    assert done.status == 2
    assert "north-d128" in done.err
    assert names(tmp_path / "tei") == ["North-D128.xml"]


def test_a_part_that_was_edited_is_kept(teiencode: Command, tmp_path: Path) -> None:
    teiencode("encode", "texts", "--output", "tei", "--split", "files")
    part = tmp_path / "tei" / "north-d128.xml"
    edited = part.read_bytes().replace(b"The talks", b"These talks")
    part.write_bytes(edited)
    done = teiencode("encode", "texts", "--output", "tei", "--split", "files")
    assert done.status == 2
    assert "north-d128.xml" in done.err
    assert part.read_bytes() == edited
    joined = teiencode("decode", "tei", "--join")
    assert joined.status == 1
    assert joined.out == CHAPTER.replace("The talks", "These talks")


def test_parts_that_make_no_whole_fail(teiencode: Command, tmp_path: Path) -> None:
    teiencode("encode", "texts", "--output", "tei", "--split", "files")
    (tmp_path / "tei" / "north-d128.xml").unlink()
    done = teiencode("decode", "tei", "--join")
    assert done.status == 2
    assert "TE927" in done.err
    assert "missing: 3" in done.err
    assert done.out == ""


def test_a_name_that_leads_out_of_the_folder_is_refused(teiencode: Command, tmp_path: Path) -> None:
    teiencode("encode", "texts", "--output", "tei", "--split", "files")
    for part in (tmp_path / "tei").iterdir():
        part.write_bytes(part.read_bytes().replace(b'type="whole">north<', b'type="whole">../north<'))
    done = teiencode("decode", "tei", "--join", "--output", "back")
    assert done.status == 2
    assert not (tmp_path / "north.txt").exists()


@pytest.mark.parametrize("split", ["files", "corpus"])
def test_a_project_is_built_and_checked(teiencode: Command, tmp_path: Path, split: str) -> None:
    (tmp_path / "teiencode.toml").write_text(PROJECT.format(split))
    (tmp_path / "texts" / "one.txt").write_bytes(TELEGRAM.encode())
    assert teiencode("build").status == 0
    written = PARTS if split == "files" else ["north.xml"]
    assert names(tmp_path / "tei") == [*written, "one.xml"]
    assert teiencode("check").status == 0
    assert "unchanged" in teiencode("build").err
    (tmp_path / "texts" / "north.txt").write_bytes(CHAPTER.replace("to nothing", "to an end").encode())
    stale = teiencode("check")
    assert stale.status == 1
    assert "TE922" in stale.out + stale.err


def test_a_sidecar_of_a_part(teiencode: Command, tmp_path: Path) -> None:
    (tmp_path / "texts" / "north-d128.toml").write_text('[header]\ntitle = "The second meeting"\n')
    teiencode("encode", "texts", "--output", "tei", "--split", "files")
    assert b"<title>The second meeting</title>" in (tmp_path / "tei" / "north-d128.xml").read_bytes()


def test_a_word_that_split_does_not_know(teiencode: Command, tmp_path: Path) -> None:
    assert teiencode("encode", "texts", "--output", "tei", "--split", "all").status == 2
    (tmp_path / "teiencode.toml").write_text(PROJECT.format("file"))
    done = teiencode("build")
    assert done.status == 2
    assert "did you mean files" in done.err
