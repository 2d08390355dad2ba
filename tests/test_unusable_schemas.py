"""A schema that a project or a file names and that cannot be used stops the validation of that file, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

from command_line import Command

LETTER = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>By hand.</p></body></text></TEI>'


def project(folder: Path) -> None:
    (folder / "seeds").mkdir()
    (folder / "seeds/page.txt").write_bytes(b"A line of it.\n")
    (folder / "tei").mkdir()
    (folder / "tei/letter.xml").write_text(LETTER)
    (folder / "teiencode.toml").write_text('[encode]\nsources = "seeds"\noutput = "tei"\n[validate]\nschema = "gone.rng"\n')


def test_build_does_the_rest(teiencode: Command, tmp_path: Path) -> None:
    project(tmp_path)
    done = teiencode("build")
    assert done.status == 2
    assert "tei/letter.xml: error TE906 " in done.err and "gone.rng" in done.err
    assert (tmp_path / "tei/page.xml").is_file()


def test_check_says_so(teiencode: Command, tmp_path: Path) -> None:
    project(tmp_path)
    done = teiencode("check")
    assert done.status == 2
    assert "tei/letter.xml: error TE906 " in done.err


def test_a_report_for_machines_is_there_all_the_same(teiencode: Command, tmp_path: Path) -> None:
    (tmp_path / "letter.xml").write_text(LETTER)
    done = teiencode("validate", "letter.xml", "--schema", "gone.rng", "--format", "sarif")
    assert done.status == 2
    assert json.loads(done.out)["runs"][0]["results"] == []
    assert "TE906" in done.err
