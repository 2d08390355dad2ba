"""`teiencode publish`: pages of TEI files, as the project file says."""

from pathlib import Path

import pytest
from command_line import Command, names


@pytest.fixture
def tei(tmp_path: Path, teiencode: Command) -> Path:
    (tmp_path / "letter.txt").write_bytes(b"A letter.\n\nThe text of it.\n")
    (tmp_path / "teiencode.toml").write_text('[publish]\nformats = ["html"]\n')
    assert teiencode("encode", "letter.txt", "--output", "tei").status == 0
    return tmp_path / "tei"


def test_a_folder_of_tei(teiencode: Command, tei: Path) -> None:
    done = teiencode("publish", "tei", "--output", "site")
    assert (done.status, done.out) == (0, "")
    assert done.err.startswith("1 document published, ")
    assert done.err.endswith(f"open {Path('site/index.html')}\n")
    assert {"index.html", "diplomatic.html", "letter.xml", "letter.txt"} <= set(names(tei.parent / "site" / "letter"))


def test_the_project_file_names_the_folder(teiencode: Command, tei: Path) -> None:
    (tei.parent / "teiencode.toml").rename(tei.parent / "other.toml")
    done = teiencode("publish", "tei")
    assert done.status == 2
    assert "--output" in done.err
    (tei.parent / "teiencode.toml").write_text('[publish]\nformats = ["html"]\noutput = "pages"\n')
    assert teiencode("publish", "tei", "--quiet").err == ""
    assert (tei.parent / "pages" / "index.html").is_file()


def test_nothing_to_publish_leaves_the_pages_as_they_are(teiencode: Command, tei: Path) -> None:
    teiencode("publish", "tei", "--output", "site")
    before = (tei.parent / "site" / "index.html").read_bytes()
    done = teiencode("publish", "tey", "--output", "site")
    assert done.status == 2
    assert done.err.startswith("tey: error TE911 ")
    assert (tei.parent / "site" / "index.html").read_bytes() == before


def test_what_is_no_tei_stops_nothing_else(teiencode: Command, tei: Path) -> None:
    (tei / "bad.xml").write_bytes(b"<TEI")
    done = teiencode("publish", "tei", "none.xml", "--output", "site")
    assert done.status == 2
    assert done.err.count(" error ") == 2
    assert (tei.parent / "site" / "letter" / "index.html").is_file()


def test_an_output_that_is_a_file(teiencode: Command, tei: Path) -> None:
    (tei.parent / "site").write_bytes(b"mine")
    done = teiencode("publish", "tei", "--output", "site")
    assert done.status == 2
    assert done.err.startswith("site: error TE915 ")
    assert (tei.parent / "site").read_bytes() == b"mine"


def test_standard_input_has_no_name_for_a_page(teiencode: Command, tei: Path) -> None:
    assert teiencode("publish", "-", "--output", "site").status == 2
