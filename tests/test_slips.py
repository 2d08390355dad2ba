"""Slips that somebody makes who uses the program for the first time: each is told, and nothing surprising is written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from command_line import Command, command_in

from teiencode import encode


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Command:
    (tmp_path / "letter.txt").write_text("Dear Ann,\n\nI am well.\n")
    return command_in(tmp_path, monkeypatch, capfdbinary)


def codes(text: str) -> list[str]:
    return [each.code for each in encode(text).diagnostics if each.severity != "info"]


@pytest.mark.parametrize("arguments", [("encode", "letter.txt"), ("decode", "tei/letter.xml")])
def test_an_output_that_is_called_like_a_file_is_no_folder(command: Command, tmp_path: Path, arguments: tuple[str, str]) -> None:
    command("encode", "letter.txt", "--output", "tei")
    done = command(*arguments, "--output", "other/letter.xml")
    assert done.status == 2
    assert "TE915 the output is a folder, and letter.xml is the name of a file" in done.err
    assert "help: name the folder alone, such as other: " in done.err
    assert not (tmp_path / "other").exists()


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (
            '[encode]\nsources = "text"',
            "text: error TE911 no such file or folder; [encode] sources names it\n  help: did you mean texts?",
        ),
        ('[encode]\nsources = "t/*.txt"', "t/*.txt: error TE911 no file has such a name; [encode] sources names it\n"),
        ('[encode]\nsources = "texts"\n[validate]\nignore = ["date"]', 'help: did you mean "dates"?'),
        ('[encode]\nsources = "texts"\n[validate]\nignore = ["te86"]', 'help: did you mean "TE8'),
        ('[encode]\nsources = "texts"\noutput = "tei.xml"', "help: name the folder alone, such as tei: "),
        ('[encode]\nsources = "texts"\n[publish]\nlogo = "none.svg"', "help: check the name; it is taken from the folder of"),
    ],
)
def test_slips_in_the_project_file(command: Command, tmp_path: Path, settings: str, told: str) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "letter.txt").rename(tmp_path / "texts/letter.txt")
    (tmp_path / "teiencode.toml").write_text(settings)
    done = command("build")
    assert done.status == 2
    assert told in done.err


def test_a_folder_may_be_called_like_a_file(command: Command, tmp_path: Path) -> None:
    (tmp_path / "tei.xml").mkdir()
    assert command("encode", "letter.txt", "--output", "tei.xml").status == 0


@pytest.mark.parametrize("text", ["", " \n\n", "\f\n"])
def test_a_text_without_words_is_told(text: str) -> None:
    assert codes(text) == ["TE012"]


@pytest.mark.parametrize("text", ['<?xml version="1.0"?>\n<TEI/>', "\n<html>\n<p>x</p>", "<!DOCTYPE html>\n", "<tei>"])
def test_markup_is_told(text: str) -> None:
    assert codes(text) == ["TE013"]


@pytest.mark.parametrize("text", ["letter.txt", "texts/Brief-an-Müller.TXT\n"])
def test_a_name_in_place_of_a_text_is_told(text: str) -> None:
    assert codes(text) == ["TE015"]


@pytest.mark.parametrize("text", ["See letter.txt", "letter.txt\n\nis gone", "<illegible> and on", "< 5 tons", "5 > 3"])
def test_angle_brackets_are_no_markup(text: str) -> None:
    assert codes(text) == []


def test_tei_of_another_program_was_not_edited(command: Command, tmp_path: Path) -> None:
    (tmp_path / "other.xml").write_text('<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>Hi</p></body></text></TEI>')
    done = command("decode", "other.xml")
    assert (done.status, done.out) == (1, "Hi")
    assert "the TEI was not written by teiencode" in done.err


@pytest.mark.parametrize("name", ["leter.toml", "letter.txt.toml"])
def test_a_sidecar_of_no_text_is_told(command: Command, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text('profile = "plain"\n')
    assert f"{name}: warning TE907 is the sidecar of no text; that of letter.txt is called letter.toml" in told(command)


@pytest.mark.parametrize("name", ["letter.toml", "letter-d1.toml", "pyproject.toml", "letters.toml"])
def test_other_toml_files_are_not(command: Command, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("")
    (tmp_path / "letters.text").write_text("another text")
    assert "TE907" not in told(command)


def told(command: Command) -> str:
    return command("encode", ".", "--output", "tei").err


def test_the_folders_of_a_project_hold_for_every_command(command: Command, tmp_path: Path) -> None:
    (tmp_path / "teiencode.toml").write_text('[encode]\nsources = "letter.txt"\n')
    assert command("encode", "letter.txt").status == 0
    assert (tmp_path / "tei/letter.xml").is_file()
    assert command("publish", "tei").status == 0
    assert (tmp_path / "site/index.html").is_file()


def test_a_site_of_nothing_is_not_to_be_opened(command: Command, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<html/>")
    done = command("publish", "page.html", "--output", "site")
    assert done.status == 2
    assert "open" not in done.err


def test_a_schema_that_cannot_be_read_is_named_once(command: Command) -> None:
    command("encode", "letter.txt", "--output", "tei")
    assert command("validate", "tei", "--schema", "none.rng").err.startswith("none.rng: error TE906 cannot be read: No such file")
    assert command("schema", "build", "none.odd").err.startswith("none.odd: error TE960 cannot be read: No such file")


def test_a_title_has_no_blank_in_a_word_that_a_line_end_parts() -> None:
    title = "MEMORANDUM FOR: The Director\nSUBJECT: Meeting with the Swed-\nish Ambassador\n\nHe called.\n"
    assert b"<title>Meeting with the Swed-ish Ambassador</title>" in encode(title, profile="scan").xml


def test_a_text_in_place_of_tei_is_told(command: Command) -> None:
    assert "help: Make TEI of this text with teiencode encode." in command("validate", "letter.txt").out


def test_what_is_made_is_no_source(command: Command, tmp_path: Path) -> None:
    (tmp_path / "teiencode.toml").write_text('[encode]\nsources = "."\n[publish]\nformats = ["html"]\n')
    assert command("build").status == 0
    assert (tmp_path / "site/letter/letter.txt").is_file()
    for again in (("build",), ("check",), ("encode", "."), ("publish", ".", "--output", "site")):
        assert command(*again).status == 0, again


def test_an_edited_file_without_its_text_is_published(command: Command, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("Dear Bob,\n")
    (tmp_path / "teiencode.toml").write_text('[encode]\nsources = "*.txt"\n[publish]\nformats = ["html"]\n')
    command("build")
    tei = tmp_path / "tei/letter.xml"
    tei.write_text(tei.read_text().replace("well", "ill"))
    assert command("build").status == 2
    assert command("check").status == 1
    (tmp_path / "letter.txt").unlink()
    done = command("build")
    assert done.status == 0
    assert "2 documents: " in done.err
    assert command("check").status == 0
    assert "I am ill." in (tmp_path / "site/letter/index.html").read_text()


def test_a_build_tells_of_tei_whose_text_is_gone(command: Command, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("Dear Bob,\n")
    (tmp_path / "teiencode.toml").write_text('[encode]\nsources = "*.txt"\n[publish]\nformats = ["html"]\n')
    assert "TE925" not in command("build").err
    (tmp_path / "other.txt").unlink()
    done = command("build")
    assert done.status == 0
    assert f"{Path('tei/other.xml')}: warning TE925 teiencode wrote this, and its source is gone" in done.err
    assert command("check").status == 1
    (tmp_path / "tei/other.xml").unlink()
    assert "TE925" not in command("build").err


def test_a_slip_in_the_sidecar_of_several_documents_leaves_none_of_them_over(command: Command, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("1. Letter From Ann to Bob\n\nAll is well.\n\n2. Letter From Bob to Ann\n\nGood.\n")
    settings = '[encode]\nsources = "*.txt"\nsplit = "files"\nprofile = "frus"\n[publish]\nformats = ["html"]\n'
    (tmp_path / "teiencode.toml").write_text(settings)
    command("build")
    assert len(list((tmp_path / "tei").iterdir())) == 2
    (tmp_path / "letter-d2.toml").write_text("[heder]\n")
    for again in ("build", "check"):
        done = command(again)
        assert (done.status, "TE925" in done.err + done.out) == (2, False)


def test_a_folder_of_other_files_says_which(command: Command, tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    for name in ("a.docx", "b.docx", "c.pdf", "d", ".hidden"):
        (tmp_path / "papers" / name).touch()
    assert "TE913 no *.txt or *.md in this folder, but 2 *.docx, 1 *.pdf\n" in command("encode", "papers", "--output", "tei").err


def test_the_schema_can_be_had_for_an_editor(command: Command, tmp_path: Path) -> None:
    command("encode", "letter.txt", "--output", "tei")
    assert command("schema", "copy").status == 0
    named = re.findall(rb'<\?xml-model href="([^"]+)"', (tmp_path / "tei/letter.xml").read_bytes())
    assert [(tmp_path / "tei" / each.decode()).resolve().is_file() for each in named] == [True, True]
    assert command("schema", "copy", "--output", "letter.txt").status == 2
    assert command("schema", "copy", "--quiet").err == ""


def test_the_edition_that_the_readme_shows_is_built(command: Command, tmp_path: Path) -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    (project,) = re.findall(r"^```toml\n(.*?)^```", readme, re.MULTILINE | re.DOTALL)
    (tmp_path / "teiencode.toml").write_text(project)
    (tmp_path / "texts").mkdir()
    (tmp_path / "letter.txt").rename(tmp_path / "texts/letter.txt")
    assert command("build").status == 0
    assert (tmp_path / "tei/letter.xml").is_file()
    assert (tmp_path / "site/letter/index.html").is_file()
    assert command("check").status == 0
