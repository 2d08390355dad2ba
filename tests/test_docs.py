"""What the README and the pages in docs/ show is what the program does."""

from __future__ import annotations

import json
import re
import sys
import tomllib
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import teiencode
from teiencode import project, sidecar
from teiencode.encode import encode
from teiencode.profile import load_profile
from teiencode.rules import rule as rule_called
from teiencode.tei import conventions
from teiencode.validation import validate

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])


def blocks(page: Path, language: str) -> list[str]:
    """The blocks of code of one language."""
    return re.findall(rf"^```{language}\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def test_the_readme_shows_what_the_encoder_writes() -> None:
    (source,) = blocks(ROOT / "README.md", "text")
    (shown,) = blocks(ROOT / "README.md", "xml")
    encoded = encode(source)
    assert encoded.profile == "frus"
    assert validate(encoded.xml) == []
    body = re.search(r"<body>\n(.*)</body>", encoded.xml.decode(), re.DOTALL)
    assert body is not None
    # Lines of the page are broken for the eye, which in the file they are not.
    assert re.sub(r"\n +", " ", shown) == body[1]


def test_the_python_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (code,) = blocks(ROOT / "README.md", "python")
    (tmp_path / "letter.txt").write_text(blocks(ROOT / "README.md", "text")[0], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    exec(code, names)  # the page's own code
    assert names["encoded"].profile == "frus"


def test_the_rule_that_the_page_shows_does_what_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    page = ROOT / "docs" / "adding-a-convention.md"
    (code,) = blocks(page, "python")
    (sign,) = re.findall(r'^ +"plain": (\{.*\}),$', page.read_text(encoding="utf-8"), re.MULTILINE)
    rule = ModuleType("underlinings")
    exec(code, rule.__dict__)  # the page's own code
    monkeypatch.setitem(sys.modules, "teiencode.rules.underlinings", rule)
    monkeypatch.setattr(conventions, "HIGHLIGHTS", {**conventions.HIGHLIGHTS, "plain": json.loads(sign)})
    rule_called.cache_clear()
    plain = load_profile("plain")
    profile = replace(plain, rules=(*plain.rules, "underlinings"))
    assert rule.__doc__ is not None
    source, told = (rule.__doc__.split(part)[1].partition("\n")[0].strip() for part in ("Source:", "TEI:"))
    encoded = encode(source, profile=profile)
    assert f"<p>{told}</p>" in encoded.xml.decode()
    assert validate(encoded.xml) == []
    for other in ("Write snake_case here.", "Sign here: _____"):
        assert f"<p>{other}</p>" in encode(other, profile=profile).xml.decode()
    rule_called.cache_clear()


def test_the_settings_that_the_page_shows_are_read(tmp_path: Path) -> None:
    project_file, sidecar_file, decisions = blocks(ROOT / "docs" / "sidecar-and-project.md", "toml")
    (tmp_path / "teiencode.toml").write_text(project_file, encoding="utf-8")
    _, slips = project.read_project(tmp_path / "teiencode.toml")
    assert slips == ()
    (tmp_path / "letter.toml").write_text(sidecar_file, encoding="utf-8")
    read = sidecar.read_sidecar(tmp_path / "letter.toml")
    assert read.header.title == tomllib.loads(sidecar_file)["header"]["title"]
    (tmp_path / "letter.toml").write_text(decisions, encoding="utf-8")
    read = sidecar.read_sidecar(tmp_path / "letter.toml")
    assert [len(each) for each in (read.pages, read.lines, read.calls, read.corrections)] == [2, 1, 1, 1]


def test_every_key_of_a_sidecar_stands_on_the_page() -> None:
    text = (ROOT / "docs" / "sidecar-and-project.md").read_text(encoding="utf-8")
    for key in sidecar.HeaderOverrides.__dataclass_fields__:
        assert re.search(rf"\b{key}\b", text), f"{key} is not on the page"
    for kind in sidecar.LINE_KINDS:
        assert f"`{kind}`" in text, f"{kind} is not on the page"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target.partition("#")[0]).exists(), f"{page.name}: {target}"


def test_every_decision_is_in_the_list() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = set(re.findall(r"\]\((\S+\.md)\)", (folder / "README.md").read_text(encoding="utf-8")))
    assert listed == {page.name for page in folder.glob("*.md")} - {"README.md"}


def test_the_readme_tells_every_command() -> None:
    from teiencode.cli import COMMANDS

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert {name for name in COMMANDS if f"`teiencode {name}" not in readme} == set()
    assert set(re.findall(r"`teiencode ([a-z]+)", readme)) <= set(COMMANDS)
    assert teiencode.__version__ in readme


def test_the_page_on_editions_shows_what_the_encoder_doubts() -> None:
    page = ROOT / "docs" / "editions.md"
    sources, shown = blocks(page, "source"), blocks(page, "told")
    assert len(sources) == len(shown) == 5
    for source, told in zip(sources, shown, strict=True):
        said = [f"{each.code} {each.message}" for each in encode(source, profile="frus").diagnostics]
        assert sorted(said) == sorted(told.splitlines())
