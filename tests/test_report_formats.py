"""The formats for other programs: SARIF, JUnit, GitHub, GitLab, and baselines."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from command_line import Command
from lxml import etree

from teiencode.diagnostic import Code, Diagnostic
from teiencode.reports import github, gitlab, junit, sarif
from teiencode.reports.placed import Placed, place

ERROR = Code("TE812", "element-unknown", "relaxng", "error", "Unknown.", "Use another, 100 %: so.")
WARNING = Code("TE824", "block-empty", "schematron", "warning", "Empty.", "Remove it.")
TEXT = "<p>\n<b>é</b>\n<q/></p>"


def placed(count: int = 1) -> tuple[Placed, ...]:
    found = [ERROR.at((4, 7), "<b> is unknown.", path="/p/b")] * count + [WARNING.at((13, 17), "This <q> is empty.")]
    return place(found, "a folder/ü.xml", TEXT)


def nowhere() -> tuple[Placed, ...]:
    return (Placed(Diagnostic(code="TE922", group="project", severity="error", message="stale", file="b.xml")),)


@pytest.mark.parametrize("found", [(), placed(), placed(3), nowhere()], ids=["none", "two", "four", "without place"])
def test_sarif_keeps_to_its_schema(found: tuple[Placed, ...]) -> None:
    log = json.loads(sarif.render(found))
    schema = json.loads((Path(__file__).parent / "schemas" / "sarif-schema-2.1.0.json").read_bytes())
    jsonschema.validate(log, schema)
    results = log["runs"][0]["results"]
    assert len(results) == len(found)
    assert len({result["partialFingerprints"]["teiencode/v1"] for result in results}) == len(found)


def test_sarif_says_where() -> None:
    (result, _) = json.loads(sarif.render(placed()))["runs"][0]["results"]
    physical = result["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"]["uri"] == "a%20folder/%C3%BC.xml"
    assert physical["region"] == {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 4}


def test_junit() -> None:
    root = etree.fromstring(junit.render(placed()).encode())
    assert (root.get("name"), root.get("tests"), root.get("failures")) == ("teiencode", "2", "1")
    (failure,) = root.iter("failure")
    assert failure.get("message") == "<b> is unknown. Use another, 100 %: so."
    assert [case.get("name") for case in root.iter("testcase")] == ["TE812 a folder/ü.xml:2:1", "TE824 a folder/ü.xml:3:1"]


def test_junit_without_findings_has_passed() -> None:
    root = etree.fromstring(junit.render(()).encode())
    assert (root.get("tests"), root.get("failures")) == ("1", "0")


def test_github() -> None:
    lines = github.render(placed()).splitlines()
    assert lines[0] == (
        "::error file=a folder/ü.xml,line=2,endLine=2,col=1,endColumn=4,title=teiencode TE812"
        "::<b> is unknown.%0AUse another, 100 %25: so."
    )
    assert lines[1].startswith("::warning ")


def test_github_says_how_many_it_leaves_out() -> None:
    lines = github.render(placed(13)).splitlines()
    assert sum(line.startswith("::error") for line in lines) == 10
    assert "::notice title=teiencode::3 more of severity error" in lines[10]


def test_gitlab() -> None:
    objects = json.loads(gitlab.render([*placed(3), *nowhere()]))
    assert [each["severity"] for each in objects] == ["major"] * 3 + ["minor", "major"]
    assert objects[0]["location"] == {"path": "a folder/ü.xml", "lines": {"begin": 2, "end": 2}}
    assert len({each["fingerprint"] for each in objects}) == 5


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.xml").write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0">\n<text><body><p><ref target="#x">y</ref></p></body></text></TEI>'
    )
    return tmp_path


@pytest.mark.parametrize("format", ["sarif", "junit", "github", "gitlab", "json"])
def test_validate_writes_each_format(teiencode: Command, folder: Path, format: str) -> None:
    done = teiencode("validate", "a.xml", "--format", format)
    assert (done.status, done.err) == (1, "")
    assert "TE81" in done.out


def test_a_baseline_lets_only_new_findings_fail(teiencode: Command, folder: Path) -> None:
    assert teiencode("validate", "a.xml", "--write-baseline", "known.json").status == 0
    assert teiencode("validate", "a.xml", "--baseline", "known.json").out == ""
    text = (folder / "a.xml").read_text()
    (folder / "a.xml").write_text(text.replace("<text>", "\n\n<text>").replace("</p>", "</p><b/>"))
    done = teiencode("validate", "a.xml", "--baseline", "known.json", "--format", "json")
    assert done.status == 1
    (finding,) = json.loads(done.out)
    assert finding["code"] == "TE812"


@pytest.mark.parametrize("content", [None, "[]", "{}", "x", '{"teiencode-baseline": 9, "findings": {}}'])
def test_a_baseline_that_is_none_is_told(teiencode: Command, folder: Path, content: str | None) -> None:
    if content is not None:
        (folder / "known.json").write_text(content)
    done = teiencode("validate", "a.xml", "--baseline", "known.json")
    assert done.status == 2
    assert "known.json: error TE912 " in done.err


def test_max_keeps_the_gravest(teiencode: Command, folder: Path) -> None:
    whole = json.loads(teiencode("validate", "a.xml", "--format", "json").out)
    assert len(whole) > 1
    done = teiencode("validate", "a.xml", "--max", "1")
    assert done.status == 1
    assert done.out.count(" error TE") == 1
    assert f"{len(whole)} findings, of which 1 are shown" in done.err
