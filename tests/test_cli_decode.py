"""`teiencode decode`: the bytes of the source, and the text of an edited TEI file."""

import json
import os
from pathlib import Path

import pytest
from command_line import Command, names, process

TEXT = b"A letter.\r\n\r\nThe text \xc3\xa9 of it.\r\n"


@pytest.fixture
def tei(tmp_path: Path, teiencode: Command) -> Path:
    for name in ("letter", "other"):
        (tmp_path / f"{name}.txt").write_bytes(TEXT)
    assert teiencode("encode", "letter.txt", "other.txt", "--output", "tei").status == 0
    return tmp_path / "tei"


def test_one_file_to_standard_output(tei: Path) -> None:
    done = process("decode", "tei/letter.xml", cwd=tei.parent)
    assert (done.returncode, done.stdout, done.stderr) == (0, TEXT, b"")


def test_standard_input_to_standard_output(tei: Path) -> None:
    done = process("decode", "-", cwd=tei.parent, input=(tei / "letter.xml").read_bytes())
    assert (done.returncode, done.stdout) == (0, TEXT)


def test_a_folder(teiencode: Command, tei: Path) -> None:
    done = teiencode("decode", "tei", "--output", "back")
    assert (done.status, done.out, done.err) == (0, "", "2 files decoded to back\n")
    back = tei.parent / "back"
    assert names(back) == ["letter.txt", "other.txt"]
    assert all((back / name).read_bytes() == TEXT for name in names(back))


def test_two_files_need_a_folder(teiencode: Command, tei: Path) -> None:
    done = teiencode("decode", "tei/letter.xml", "tei/other.xml")
    assert done.status == 2
    assert "--output" in done.err


def test_an_edited_file_gives_its_text_and_says_so(teiencode: Command, tei: Path) -> None:
    path = tei / "letter.xml"
    path.write_bytes(path.read_bytes().replace(b"The text", b"The word"))
    done = teiencode("decode", "tei/letter.xml", "--format", "json")
    assert done.status == 1
    assert "The word" in done.out
    diagnostics = json.loads(done.err)
    assert {each["file"] for each in diagnostics} == {str(Path("tei/letter.xml"))}
    assert diagnostics[0]["code"] == "TE090"
    done = teiencode("decode", "tei", "--output", "back")
    assert done.status == 1
    assert "1 edited since" in done.err


@pytest.mark.parametrize(("content", "code"), [(b"<TEI", "TE920"), (b"<html/>", "TE920"), (None, "TE911")])
def test_what_is_no_tei_stops_nothing_else(teiencode: Command, tei: Path, content: bytes | None, code: str) -> None:
    if content is not None:
        (tei.parent / "bad.xml").write_bytes(content)
    done = teiencode("decode", "bad.xml", "tei", "--output", "back")
    assert done.status == 2
    assert done.err.startswith(f"bad.xml: error {code} ")
    assert len(names(tei.parent / "back")) == 2


def test_unchanged_output_is_not_rewritten(teiencode: Command, tei: Path) -> None:
    teiencode("decode", "tei", "--output", "back")
    target = tei.parent / "back/letter.txt"
    os.utime(target, (1, 1))
    teiencode("decode", "tei", "--output", "back")
    assert target.stat().st_mtime == 1
