"""What docs/validation.md and docs/ci.md show is what the program prints."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import Command, environment
from lxml import etree

ROOT = Path(__file__).parents[1]

InCi = Callable[[str], subprocess.CompletedProcess[str]]


def blocks(page: str, language: str) -> list[str]:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.M | re.S)


def test_the_findings_of_the_page(teiencode: Command, tmp_path: Path) -> None:
    (letter,) = blocks("validation.md", "xml")
    shown, ill_formed = blocks("validation.md", "text")
    (tmp_path / "letter.xml").write_text(letter, encoding="utf-8")
    done = teiencode("validate", "letter.xml")
    assert done.out + done.err == shown
    (tmp_path / "bad.xml").write_text(letter.replace("<p>On", "<p>R & D on"), encoding="utf-8")
    assert teiencode("validate", "bad.xml").out == ill_formed


@pytest.fixture
def in_ci(tmp_path: Path) -> InCi:
    """Runs a line of a recipe in a folder with the faulty letter in it, as a server's shell does."""
    (tmp_path / "tei").mkdir()
    (tmp_path / "tei" / "letter.xml").write_text(blocks("validation.md", "xml")[0], encoding="utf-8")
    program = tmp_path / ".venv" / "bin" / "teiencode"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m teiencode "$@"\n')
    program.chmod(0o755)
    path = os.pathsep.join((str(program.parent), os.environ.get("PATH", "")))
    env = {**environment(), "PATH": path, "PATHS": "tei", "ARGUMENTS": ""}

    def run(line: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(["bash", "-eo", "pipefail", "-c", line], cwd=tmp_path, env=env, capture_output=True, text=True)

    return run


needs_bash = pytest.mark.skipif(shutil.which("bash") is None or sys.platform == "win32", reason="needs bash")


def line_with(text: str, part: str) -> str:
    """The one command of a recipe that has something in it."""
    (found,) = [line for line in text.splitlines() if "teiencode validate" in line and part in line]
    return re.sub(r"^\s*(?:- )?(?:run: )?", "", found)


@needs_bash
def test_the_steps_of_the_action(in_ci: InCi) -> None:
    done = in_ci(line_with((ROOT / "action.yml").read_text(encoding="utf-8"), "--format github"))
    assert (done.returncode, [done.stdout]) == (1, blocks("ci.md", "text"))


@needs_bash
def test_the_recipe_for_gitlab(in_ci: InCi, tmp_path: Path) -> None:
    assert in_ci(line_with("".join(blocks("ci.md", "yaml")), "--format gitlab")).returncode == 1
    (shown,) = blocks("ci.md", "json")
    report = json.loads((tmp_path / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    found = [{key: value for key, value in each.items() if key != "fingerprint"} for each in report]
    assert json.loads(shown) in found
    assert len({each["fingerprint"] for each in report}) == len(report) == 4


@needs_bash
def test_the_recipes_for_code_scanning_and_for_any_other_server(in_ci: InCi, tmp_path: Path) -> None:
    assert in_ci(line_with("".join(blocks("ci.md", "yaml")), "--format sarif")).returncode == 1
    assert len(json.loads((tmp_path / "teiencode.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]) == 4
    (shell,) = blocks("ci.md", "sh")
    assert in_ci(line_with(shell, "--format junit")).returncode == 1
    assert etree.parse(tmp_path / "teiencode.xml").getroot().get("failures") == "3"


@needs_bash
def test_what_pre_commit_shows(in_ci: InCi) -> None:
    """pre-commit puts three lines before what the hook says; the hook is run with the names of files."""
    hooks = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    name, entry = (re.findall(rf"^  {key}: (.*)$", hooks, re.M)[0] for key in ("name", "entry"))
    (shown,) = blocks("ci.md", "console")
    head, _, said = shown.partition("\n\n")
    assert head.startswith(name)
    assert "- hook id: teiencode-validate" in head
    done = in_ci(f"{entry} tei/letter.xml 2>&1")
    assert (done.returncode, done.stdout) == (1, said)


def test_every_group_stands_on_the_page() -> None:
    from teiencode.validation import GROUPS

    text = (ROOT / "docs" / "validation.md").read_text(encoding="utf-8")
    assert [group for group in GROUPS if f"`{group}`" not in text] == []
