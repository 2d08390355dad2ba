"""`teiencode encode`: what it reads, what it writes, and what it never overwrites."""

import errno
import json
import os
import re
import stat
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from command_line import Command, names, process

from teiencode.decode import decode
from teiencode.diagnostic import Code
from teiencode.documents import encode_all
from teiencode.encode import RoundTripError

TEXT = "A letter.\n\nThe text of it.\n"

CHOSEN = "; 1 remark (--verbose shows them)"
"""Why `auto` chose the profile is a remark."""


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_bytes(TEXT.encode())
    return path


def edit(path: Path) -> bytes:
    path.write_bytes(path.read_bytes().replace(b"The text", b"The word"))
    return path.read_bytes()


def test_one_file(teiencode: Command, letter: Path, tmp_path: Path) -> None:
    done = teiencode("encode", "letter.txt", "--output", "deep/tei")
    assert (done.status, done.out, done.err) == (0, "", f"1 file written to deep/tei{CHOSEN}\n")
    tei = (tmp_path / "deep/tei/letter.xml").read_bytes()
    assert decode(tei).data == TEXT.encode()
    assert names(tmp_path / "deep/tei") == ["letter.xml"]


def test_the_digest_in_the_file_is_its_own(teiencode: Command, letter: Path, tmp_path: Path) -> None:
    teiencode("encode", "letter.txt", "--output", "tei")
    tei = (tmp_path / "tei/letter.xml").read_bytes()
    recorded = re.search(rb'type="tei-sha256">([0-9a-f]{64})<', tei)
    assert recorded
    assert sha256(tei.replace(recorded[1], b"0" * 64)).hexdigest().encode() == recorded[1]


def test_folders_are_walked_and_hidden_ones_are_not(teiencode: Command, tmp_path: Path) -> None:
    for name in ("b/two.md", "b/one.txt", "a.TXT", ".git/hidden.txt", "b/.hidden.txt", "b/other.rtf", "b/one.toml"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"" if name.endswith("toml") else TEXT.encode())
    assert teiencode("encode", "in", "--output", "tei").status == 0
    assert names(tmp_path / "tei") == ["a.xml", "one.xml", "two.xml"]


def test_a_file_named_twice_is_one_input(teiencode: Command, letter: Path) -> None:
    done = teiencode("encode", "letter.txt", "./letter.txt", ".", "--output", "tei")
    assert (done.status, done.err) == (0, f"1 file written to tei{CHOSEN}\n")


def test_standard_input(teiencode: Command, tmp_path: Path) -> None:
    assert teiencode("encode", "-", "--output", "tei", input=TEXT.encode()).status == 0
    assert decode(tmp_path / "tei/stdin.xml").data == TEXT.encode()


def test_the_empty_file(teiencode: Command, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    assert teiencode("encode", "empty.txt", "--output", "tei").status == 0
    assert decode(tmp_path / "tei/empty.xml").data == b""


def test_unchanged_output_is_not_rewritten(teiencode: Command, letter: Path, tmp_path: Path) -> None:
    teiencode("encode", "letter.txt", "--output", "tei")
    os.utime(tmp_path / "tei/letter.xml", (1, 1))
    done = teiencode("encode", "letter.txt", "--output", "tei")
    assert (done.status, done.err) == (0, f"0 files written to tei, 1 unchanged{CHOSEN}\n")
    assert (tmp_path / "tei/letter.xml").stat().st_mtime == 1
    letter.write_bytes(b"Another text.\n")
    assert teiencode("encode", "letter.txt", "--output", "tei").err == f"1 file written to tei{CHOSEN}\n"


def test_an_edited_file_is_never_overwritten(teiencode: Command, letter: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_bytes(TEXT.encode())
    teiencode("encode", ".", "--output", "tei")
    edited = edit(tmp_path / "tei/letter.xml")
    (tmp_path / "other.txt").write_bytes(b"Changed.\n")
    done = teiencode("encode", ".", "--output", "tei")
    assert done.status == 2
    assert "tei/letter.xml: error TE917 " in done.err.replace(os.sep, "/")
    assert "--force" in done.err
    assert (tmp_path / "tei/letter.xml").read_bytes() == edited
    assert decode(tmp_path / "tei/other.xml").data == b"Changed.\n"
    done = teiencode("encode", "letter.txt", "--output", "tei", "--force")
    assert done.status == 0
    assert decode(tmp_path / "tei/letter.xml").data == TEXT.encode()


@pytest.mark.parametrize(
    "standing",
    [
        b"<TEI/>",
        b"",
        b'<desc type="tei-sha256">' + b"0" * 64 + b"</desc>",
        b'<desc type="tei-sha256">zz</desc>',
    ],
)
def test_a_file_of_somebody_else_counts_as_edited(teiencode: Command, letter: Path, tmp_path: Path, standing: bytes) -> None:
    (tmp_path / "tei").mkdir()
    (tmp_path / "tei/letter.xml").write_bytes(standing)
    assert teiencode("encode", "letter.txt", "--output", "tei").status == 2
    assert (tmp_path / "tei/letter.xml").read_bytes() == standing


def test_two_inputs_of_one_name(teiencode: Command, letter: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.md").write_bytes(TEXT.encode())
    (tmp_path / "other.txt").write_bytes(TEXT.encode())
    done = teiencode("encode", "letter.txt", "letter.md", "other.txt", "--output", "tei")
    assert done.status == 2
    assert done.err.count("error TE914 ") == 1
    assert "letter.txt and letter.md have one name, letter" in done.err
    assert names(tmp_path / "tei") == ["other.xml"]


def test_names_that_differ_in_case_alone_are_one(teiencode: Command, tmp_path: Path) -> None:
    for name in ("a/LETTER.txt", "b/letter.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_bytes(TEXT.encode())
    assert teiencode("encode", "a", "b", "--output", "tei").status == 2


@pytest.mark.parametrize(
    ("argument", "code"),
    [("none.txt", "TE911"), ("empty", "TE913"), ("latin.txt", "TE918"), ("x" * 5000, "TE912")],
)
def test_what_cannot_be_read_stops_nothing_else(
    teiencode: Command, letter: Path, tmp_path: Path, argument: str, code: str
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "latin.txt").write_bytes("schön".encode("latin-1"))
    done = teiencode("encode", argument, "letter.txt", "--output", "tei")
    assert done.status == 2
    assert done.err.startswith(f"{argument}: error {code} ")
    assert done.err.count(" error ") == 1
    assert names(tmp_path / "tei") == ["letter.xml"]


def test_a_file_that_may_not_be_read(teiencode: Command, letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_bytes(TEXT.encode())
    read_bytes = Path.read_bytes

    def refused(path: Path) -> bytes:  # and no mode of the file: root may read everything
        if path.name == secret.name:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    done = teiencode("encode", "secret.txt", "letter.txt", "--output", "tei")
    assert done.status == 2
    assert done.err.startswith("secret.txt: error TE912 cannot be read: ")
    assert names(tmp_path / "tei") == ["letter.xml"]


def test_bytes_that_are_not_utf8_name_the_offset_and_the_option(teiencode: Command, tmp_path: Path) -> None:
    (tmp_path / "latin.txt").write_bytes("sch\u00f6n\n".encode("latin-1"))
    done = teiencode("encode", "latin.txt", "--output", "tei")
    assert "offset 3" in done.err
    assert "--encoding" in done.err
    assert teiencode("encode", "latin.txt", "--output", "tei", "--encoding", "latin-1").status == 0
    assert decode(tmp_path / "tei/latin.xml").data == "sch\u00f6n\n".encode("latin-1")


def test_an_encoding_that_there_is_not(teiencode: Command, letter: Path) -> None:
    done = teiencode("encode", "letter.txt", "--output", "tei", "--encoding", "latin-99")
    assert done.status == 2
    assert 'no encoding of text is called "latin-99"' in done.err


def test_an_output_that_is_a_file(teiencode: Command, letter: Path, tmp_path: Path) -> None:
    (tmp_path / "tei").write_bytes(b"mine")
    for output in ("tei", "tei/deeper"):
        done = teiencode("encode", "letter.txt", "--output", output)
        assert done.status == 2
        assert done.err.startswith(f"{Path(output)}: error TE915 ")
    assert (tmp_path / "tei").read_bytes() == b"mine"


def test_a_folder_in_the_place_of_an_output(teiencode: Command, letter: Path, tmp_path: Path) -> None:
    (tmp_path / "tei/letter.xml").mkdir(parents=True)
    (tmp_path / "other.txt").write_bytes(TEXT.encode())
    done = teiencode("encode", ".", "--output", "tei")
    assert done.status == 2
    assert "letter.xml: error TE916 " in done.err
    assert (tmp_path / "tei/other.xml").is_file()


def test_no_output_and_no_project(teiencode: Command, letter: Path) -> None:
    done = teiencode("encode", "letter.txt")
    assert done.status == 2
    assert "--output" in done.err


def test_dry_run_writes_nothing(teiencode: Command, letter: Path, tmp_path: Path) -> None:
    done = teiencode("encode", "letter.txt", "--output", "tei", "--dry-run")
    assert (done.status, done.out) == (0, f"would write {Path('tei/letter.xml')}\n")
    assert names(tmp_path) == ["letter.txt"]


def test_diff_shows_the_change_and_writes_nothing(teiencode: Command, letter: Path, tmp_path: Path) -> None:
    teiencode("encode", "letter.txt", "--output", "tei")
    assert teiencode("encode", "letter.txt", "--output", "tei", "--diff").out == ""
    edited = edit(tmp_path / "tei/letter.xml")
    done = teiencode("encode", "letter.txt", "--output", "tei", "--diff")
    assert done.status == 1
    assert done.out.startswith(f"--- {Path('tei/letter.xml')}\n+++ ")
    lines = done.out.splitlines()
    assert "-<p>The word of it.</p>" in lines
    assert "+<p>The text of it.</p>" in lines
    assert (tmp_path / "tei/letter.xml").read_bytes() == edited


def test_quiet_is_quiet(teiencode: Command, letter: Path) -> None:
    done = teiencode("encode", "letter.txt", "--output", "tei", "--quiet")
    assert (done.status, done.out, done.err) == (0, "", "")


def test_a_wrong_sidecar_stops_its_own_text_only(teiencode: Command, letter: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_bytes(TEXT.encode())
    (tmp_path / "letter.toml").write_text('[header]\ntitel = "x"\n')
    done = teiencode("encode", "letter.txt", "other.txt", "--output", "tei")
    assert done.status == 2
    assert done.err.startswith("letter.toml:2:1: error TE902 unknown key header.titel\n  help: did you mean title?\n")
    assert names(tmp_path / "tei") == ["other.xml"]


@pytest.mark.parametrize("kind", ["link", "folder"])
def test_a_sidecar_that_cannot_be_read_is_told(teiencode: Command, letter: Path, tmp_path: Path, kind: str) -> None:
    if kind == "link":
        (tmp_path / "letter.toml").symlink_to("gone.toml")
    else:
        (tmp_path / "letter.toml").mkdir()
    done = teiencode("encode", "letter.txt", "--output", "tei")
    assert done.status == 2
    assert done.err.startswith("letter.toml: error TE904 cannot be read: ")
    assert names(tmp_path / "tei") == []


@pytest.mark.parametrize("name", ["hex", "rot13", "undefined", "utf-9", "a\0b"])
def test_what_is_no_encoding_of_text_is_refused(teiencode: Command, letter: Path, name: str) -> None:
    done = teiencode("encode", "letter.txt", "--output", "tei", "--encoding", name)
    assert done.status == 2
    assert "no encoding of text is called" in done.err


@pytest.mark.parametrize(
    ("data", "cure"),
    [
        ("Ж is here".encode("utf-16"), "--encoding utf-16-"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is no text file"),
        (b"caf\xe9", "--encoding windows-1252"),
    ],
)
def test_the_cure_for_bytes_that_are_no_utf8_fits_them(teiencode: Command, tmp_path: Path, data: bytes, cure: str) -> None:
    (tmp_path / "page.txt").write_bytes(data)
    done = teiencode("encode", "page.txt", "--output", "tei")
    assert done.status == 2
    message, help, *_ = done.err.splitlines()
    assert message.startswith("page.txt: error TE918 byte 0x") and cure in help


def test_nothing_done_is_an_empty_list_in_json(teiencode: Command, letter: Path, tmp_path: Path) -> None:
    (tmp_path / "teiencode.toml").write_text("[edition\n")
    (tmp_path / "tei").write_text("a file")
    (tmp_path / "empty").mkdir()
    for command in ("build", "check", "encode letter.txt --output tei", "decode letter.txt --output tei", "publish empty"):
        done = teiencode(*command.split(), "--format", "json", *(["--output", "site"] if command == "publish empty" else []))
        assert (done.status, done.out) == (2, "[]\n")


def test_the_command_line_is_above_the_sidecar_and_that_above_the_project(
    teiencode: Command, letter: Path, tmp_path: Path
) -> None:
    def profile(*more: str) -> str:
        assert teiencode("encode", "letter.txt", "--output", "tei", *more).status == 0
        used = re.search(r'type="profile">(\w+)<', (tmp_path / "tei/letter.xml").read_text())
        assert used
        return used[1]

    (tmp_path / "teiencode.toml").write_text('[encode]\nprofile = "scan"\n')
    assert profile() == "scan"
    (tmp_path / "letter.toml").write_text('profile = "frus"\n')
    assert profile() == "frus"
    assert profile("--profile", "plain") == "plain"


def test_the_project_file_is_found_above_and_names_the_output(
    teiencode: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "teiencode.toml").write_text('[encode]\noutput = "tei"\n')
    (tmp_path / "deep/er").mkdir(parents=True)
    (tmp_path / "deep/er/letter.txt").write_bytes(TEXT.encode())
    monkeypatch.chdir(tmp_path / "deep/er")
    assert teiencode("encode", "letter.txt").status == 0
    assert names(tmp_path / "tei") == ["letter.xml"]


@pytest.mark.parametrize("slip", ["[encode]\nsorces = 3\n", "[encode]\nprofile = 3\n", "[encode\n"])
def test_a_wrong_project_file_is_told_once_and_the_texts_are_done(
    teiencode: Command, letter: Path, tmp_path: Path, slip: str
) -> None:
    (tmp_path / "mine.toml").write_text(slip)
    done = teiencode("encode", "letter.txt", "--output", "tei", "--config", "mine.toml")
    assert done.status == 2
    assert re.match(r"mine\.toml:\d+:\d+: error TE90\d ", done.err)
    assert done.err.count(" error ") == 1
    assert names(tmp_path / "tei") == ["letter.xml"]


def test_a_project_file_that_is_not_there(teiencode: Command, letter: Path) -> None:
    done = teiencode("encode", "letter.txt", "--output", "tei", "--config", "none.toml")
    assert done.status == 2
    assert done.err.startswith("none.toml: error TE904 cannot be read: ")


def test_several_processes_give_the_same_bytes(tmp_path: Path) -> None:
    for number in range(9):
        (tmp_path / f"text{number}.txt").write_text(TEXT * (number + 1))
    (tmp_path / "text3.txt").write_bytes(b"\xff")
    for jobs in ("1", "2"):
        done = process("encode", ".", "--output", f"tei{jobs}", "--jobs", jobs, cwd=tmp_path)
        assert done.returncode == 2
        assert done.stderr.count(b"error TE918") == 1
    made = names(tmp_path / "tei1")
    assert len(made) == 8
    assert made == names(tmp_path / "tei2")
    for name in made:
        assert (tmp_path / "tei1" / name).read_bytes() == (tmp_path / "tei2" / name).read_bytes()


def test_a_fault_of_the_program_writes_nothing_and_stops_nothing_else(
    teiencode: Command, letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    def wrong(source: bytes, **options: Any) -> object:
        if options["name"] == "letter":
            raise RoundTripError("letter: it does not come back")
        if options["name"] == "other":
            raise ZeroDivisionError("division by zero")
        return encode_all(source, **options)

    for name in ("other", "third"):
        (tmp_path / f"{name}.txt").write_bytes(TEXT.encode())
    monkeypatch.setattr("teiencode.documents.encode_all", wrong)
    done = teiencode("encode", ".", "--output", "tei")
    assert done.status == 2
    assert done.err.count("error TE919 internal error: ") == 2
    assert "ZeroDivisionError" in done.err
    assert "report" in done.err
    assert names(tmp_path / "tei") == ["third.xml"]


def test_json_gives_a_diagnostic_with_all_keys(teiencode: Command, letter: Path, monkeypatch: pytest.MonkeyPatch) -> None:

    code = Code("TE399", "made-up", "omissions", "warning", "Made up.", "Do something.")

    def doubtful(source: bytes, **options: Any) -> object:
        (encoded,) = encode_all(source, **options)
        return [replace(encoded, diagnostics=(code.at((15, 19), "is that so?"),))]

    monkeypatch.setattr("teiencode.documents.encode_all", doubtful)
    done = teiencode("encode", "letter.txt", "--output", "tei", "--format", "json")
    assert (done.status, done.err) == (0, "")
    assert json.loads(done.out) == [
        {
            "file": "letter.txt",
            "line": 3,
            "column": 5,
            "end_line": 3,
            "end_column": 9,
            "code": "TE399",
            "group": "omissions",
            "severity": "warning",
            "message": "is that so?",
            "path": None,
            "suggestions": ["Do something."],
            "source": None,
        }
    ]
    done = teiencode("encode", "letter.txt", "--output", "tei", "--strict")
    assert done.status == 1
    assert done.err == (
        "letter.txt:3:5: warning TE399 is that so?\n"
        "  The text of it.\n"
        "      ^^^^\n"
        "  help: Do something.\n"
        "0 files written to tei, 1 unchanged; 1 warning\n"
    )


def test_a_written_file_has_ordinary_permissions(teiencode: Command, letter: Path, tmp_path: Path) -> None:
    teiencode("encode", "letter.txt", "--output", "tei")
    plain = tmp_path / "plain"
    plain.touch()
    assert stat.S_IMODE((tmp_path / "tei/letter.xml").stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)
