"""`teiencode build` and `teiencode check`: the whole way as the project file says, and whether it was gone."""

import json
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from command_line import Command, environment, names, process

from teiencode.decode import decode
from teiencode.tei.document import was_changed

SEEDS = Path(__file__).parents[1] / "seeds"
PROJECT = """\
[edition]
title = "Two documents"
publisher = "An Archive"
licence = "https://creativecommons.org/publicdomain/zero/1.0/"
[encode]
sources = "texts"
[publish]
formats = ["html"]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "teiencode.toml").write_text(PROJECT)
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "cuba.txt").write_bytes((SEEDS / "frus1977-80v23-d127.txt").read_bytes())
    (tmp_path / "texts" / "letter.txt").write_bytes(b"A letter.\n\nThe text of it.\n")
    return tmp_path


def edit(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"The text", b"The word"))


def state_of(folder: Path) -> dict[str, tuple[bytes, int]]:
    """The bytes and the time of every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_build_encodes_validates_publishes_and_sums_up(teiencode: Command, project: Path) -> None:
    done = teiencode("build")
    assert done.status == 0, done.err
    assert done.out == ""
    assert names(project / "tei") == ["cuba.xml", "letter.xml"]
    assert (project / "site" / "letter" / "index.html").is_file()
    documents, diagnostics, findings, entry = done.err.splitlines()[-4:]
    assert re.fullmatch(r"2 documents: 2 TEI files and \d+ pages written \(\d+\.\d s\)", documents)
    assert re.match(r"\d+ diagnostics?(: TE\d{3} \d+|$)", diagnostics)
    assert re.match(r"\d+ findings?(: TE\d{3} \d+|$)", findings)
    assert entry == f"open {Path('site/index.html')}"


def test_a_second_build_has_nothing_to_do(teiencode: Command, project: Path) -> None:
    teiencode("build")
    before = state_of(project)
    done = teiencode("build")
    assert done.status == 0
    assert "2 documents: unchanged, nothing to do" in done.err
    assert state_of(project) == before


def test_only_what_has_changed_is_written(teiencode: Command, project: Path) -> None:
    teiencode("build")
    before = state_of(project / "tei")
    (project / "texts" / "letter.txt").write_bytes(b"Another letter.\n")
    done = teiencode("build")
    assert "1 TEI file and " in done.err
    after = state_of(project / "tei")
    assert after["cuba.xml"] == before["cuba.xml"]
    assert decode(after["letter.xml"][0]).data == b"Another letter.\n"
    assert b"Another letter." in (project / "site" / "letter" / "index.html").read_bytes()


def test_an_edited_file_is_kept_validated_and_published(teiencode: Command, project: Path) -> None:
    teiencode("build")
    edit(project / "tei" / "letter.xml")
    (project / "texts" / "cuba.txt").write_bytes(b"Changed.\n")
    done = teiencode("build")
    assert done.status == 2
    assert "letter.xml: error TE917 " in done.err
    assert "--force" in done.err
    assert decode(project / "tei" / "cuba.xml").data == b"Changed.\n"
    assert b"The word" in (project / "site" / "letter" / "index.html").read_bytes()
    assert teiencode("build", "--force").status == 0
    assert b"The text" in (project / "tei" / "letter.xml").read_bytes()


def test_a_build_in_a_folder_below_does_the_same(teiencode: Command, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project / "texts")
    done = teiencode("build", "--quiet")
    assert (done.status, done.out) == (0, "")
    assert names(project / "tei") == ["cuba.xml", "letter.xml"]


def test_sources_may_be_patterns(teiencode: Command, project: Path) -> None:
    (project / "teiencode.toml").write_text('[encode]\nsources = ["texts/l*.txt"]\n[publish]\nformats = ["html"]\n')
    assert teiencode("build").status == 0
    assert names(project / "tei") == ["letter.xml"]


@pytest.mark.parametrize("name", ["build", "check"])
@pytest.mark.parametrize(
    ("settings", "start"),
    [
        (None, "teiencode.toml: error TE905 "),
        ("", "teiencode.toml: error TE905 "),
        ('[encode]\nsources = "none"\n', "none: error TE911 "),
        ('[encode]\nsources = "none/*.txt"\n', f"{Path('none/*.txt')}: error TE911 "),
        ('[encode]\nsource = "texts"\n', "teiencode.toml:2:1: error TE902 "),
        ('[encode]\nsources = "texts"\nprofile = "fruz"\n', "teiencode.toml:3:1: error TE903 "),
        ("[encode\n", "teiencode.toml:1:8: error TE901 "),
    ],
)
def test_a_project_that_cannot_be_built_is_told_in_one_message(
    teiencode: Command, project: Path, name: str, settings: str | None, start: str
) -> None:
    if settings is None:
        (project / "teiencode.toml").unlink()
    else:
        (project / "teiencode.toml").write_text(settings)
    done = teiencode(name, "--quiet")
    assert done.status == 2
    assert done.err.startswith(start)
    assert done.err.count(" error ") == 1
    assert not (project / "tei").exists()
    assert not (project / "site").exists()


def test_an_output_that_is_a_file(teiencode: Command, project: Path) -> None:
    (project / "tei").write_bytes(b"mine")
    done = teiencode("build", "--quiet")
    assert (done.status, done.err.count(" error ")) == (2, 1)
    assert done.err.startswith("tei: error TE915 ")


def test_a_word_that_names_no_findings(teiencode: Command, project: Path) -> None:
    with (project / "teiencode.toml").open("a") as file:
        file.write('[validate]\nignore = ["relaxg"]\n')
    done = teiencode("build")
    assert done.status == 2
    assert '"relaxg" is neither a group nor a code' in done.err


def test_a_build_killed_at_any_moment_leaves_whole_files(project: Path) -> None:
    for number in range(12):
        (project / "texts" / f"text{number}.txt").write_text(f"Text {number}.\n\n" + "A sentence of it. " * 200)
    begun = time.monotonic()
    assert process("build", cwd=project).returncode == 0
    whole = time.monotonic() - begun
    for round_ in range(3):
        for path in (project / "texts").iterdir():
            path.write_bytes(path.read_bytes() + b"More. ")
        program = subprocess.Popen([sys.executable, "-m", "teiencode", "build", "--quiet"], cwd=project, env=environment())
        time.sleep(whole * (0.35 + 0.25 * round_))
        program.kill()
        program.wait()
        for path in (project / "tei").glob("*.xml"):
            assert not was_changed(path.read_bytes())
        for path in (project / "site").rglob("*.html"):
            assert path.read_bytes().rstrip().endswith(b"</html>")
    assert process("build", cwd=project).returncode == 0
    assert process("check", cwd=project).returncode == 0
    assert not list(project.rglob("*.teiencode-tmp"))


@pytest.fixture
def built(teiencode: Command, project: Path) -> Path:
    assert teiencode("build").status == 0
    return project


def codes(teiencode: Command) -> list[str]:
    """The codes that `check` finds, which must end with 1 where there are any; those of the validator are left out."""
    done = teiencode("check", "--format", "json")
    assert done.err == ""
    found = [each["code"] for each in json.loads(done.out) if each["code"] < "TE8" or each["code"] >= "TE9"]
    assert done.status == int(bool(found))
    return found


def test_check_of_a_fresh_build_finds_nothing_and_writes_nothing(teiencode: Command, built: Path) -> None:
    before = state_of(built)
    done = teiencode("check")
    assert done.status == 0, done.out
    assert done.err.startswith("2 documents checked, ")
    assert codes(teiencode) == []
    assert state_of(built) == before


def test_check_of_a_source_without_tei(teiencode: Command, built: Path) -> None:
    (built / "tei" / "cuba.xml").unlink()
    assert codes(teiencode) == ["TE921"]
    assert names(built / "tei") == ["letter.xml"]


@pytest.mark.parametrize("changed", ["texts/letter.txt", "texts/letter.toml", "teiencode.toml"])
def test_check_of_what_has_changed_since(teiencode: Command, built: Path, changed: str) -> None:
    additions = {"texts/letter.txt": "More.\n", "texts/letter.toml": 'profile = "scan"\n', "teiencode.toml": ""}
    path = built / changed
    before = path.read_text() if path.exists() else ""
    if changed == "teiencode.toml":
        before = before.replace("An Archive", "Another Archive")
    path.write_text(before + additions[changed])
    found = codes(teiencode)
    assert found
    assert set(found) == {"TE922"}


def test_check_of_an_edited_file(teiencode: Command, built: Path) -> None:
    edit(built / "tei" / "letter.xml")
    assert codes(teiencode) == ["TE923", "TE924"]


def test_check_of_an_edit_that_leaves_the_text_alone(teiencode: Command, built: Path) -> None:
    path = built / "tei" / "letter.xml"
    path.write_bytes(path.read_bytes().replace(b"</TEI>", b"<!-- seen --></TEI>"))
    assert codes(teiencode) == ["TE923"]


def test_check_of_tei_whose_source_is_gone(teiencode: Command, built: Path) -> None:
    (built / "texts" / "letter.txt").unlink()
    assert codes(teiencode) == ["TE925"]
    edit(built / "tei" / "letter.xml")
    assert codes(teiencode) == [], "an edited file may stand alone"


def test_check_of_an_invalid_file(teiencode: Command, built: Path) -> None:
    (built / "tei" / "other.xml").write_bytes(b"<TEI xmlns='http://www.tei-c.org/ns/1.0'><spam/></TEI>")
    done = teiencode("check")
    assert done.status == 1
    assert f"{Path('tei/other.xml')}:1:" in done.out


def test_check_of_a_file_that_is_no_xml(teiencode: Command, built: Path) -> None:
    (built / "tei" / "letter.xml").write_bytes(b"<TEI")
    done = teiencode("check")
    assert done.status == 1
    assert " TE923 " in done.out
    assert " TE80" in done.out


def test_check_of_a_source_that_cannot_be_read(teiencode: Command, built: Path) -> None:
    (built / "texts" / "letter.txt").write_bytes(b"\xff")
    done = teiencode("check")
    assert done.status == 2
    assert "letter.txt: error TE918 " in done.err


def test_a_page_that_was_removed_is_made_again(teiencode: Command, built: Path) -> None:
    (built / "site" / "index.html").unlink()
    assert teiencode("build").status == 0
    assert (built / "site" / "index.html").is_file()
