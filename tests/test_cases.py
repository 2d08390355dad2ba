"""The cases in `tests/cases/PROFILE/*.md`: prose with a source, the TEI of its body, and what the encoder has to tell.

A case is a section of the file: a heading, some words, then blocks fenced by three backticks and named `source`, `tei` and,
where there is something to tell, `diagnostics` (one a line: `line:column CODE message`). The TEI may be any part of the body.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from teiencode.decode import decode
from teiencode.diagnostic import LineIndex
from teiencode.encode import encode
from teiencode.validation import validate

CASES = Path(__file__).parent / "cases"
SECTION = re.compile(r"^## (?P<title>.+)\n(?P<text>(?:(?!## ).*\n?)*)", re.MULTILINE)
FENCED = re.compile(r"^```(?P<name>\w+)\n(?P<words>.*?)\n?^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Case:
    """A section of a case file: the profile to read its source with, and what is expected."""

    profile: str
    source: str
    tei: str
    diagnostics: str


def cases() -> list[object]:
    found: list[object] = []
    for file in sorted(CASES.glob("*/*.md")):
        for section in SECTION.finditer(file.read_text("utf-8")):
            parts = {part["name"]: part["words"] for part in FENCED.finditer(section["text"])}
            case = Case(file.parent.name, parts["source"], parts["tei"], parts.get("diagnostics", ""))
            found.append(pytest.param(case, id=f"{file.parent.name}/{file.stem}: {section['title']}"))
    return found


def told(source: str, profile: str) -> str:
    lines = LineIndex(source)
    rows = []
    for diagnostic in encode(source, profile=profile, name="case").diagnostics:
        line, column = lines.place(diagnostic.span[0] if diagnostic.span else 0)
        rows.append((line, column, f"{line}:{column} {diagnostic.code} {diagnostic.message}"))
    return "\n".join(row for _, _, row in sorted(rows))


@pytest.mark.parametrize("case", cases())
def test_the_case_is_encoded_as_it_says(case: Case) -> None:
    xml = encode(case.source, profile=case.profile, name="case").xml.decode()
    body = xml[xml.index("<body>") : xml.index("</body>")]
    assert case.tei in body, body


@pytest.mark.parametrize("case", cases())
def test_the_case_tells_what_it_says(case: Case) -> None:
    assert told(case.source, case.profile) == case.diagnostics


@pytest.mark.parametrize("case", cases())
def test_the_case_is_valid_and_comes_back(case: Case) -> None:
    xml = encode(case.source, profile=case.profile, name="case").xml
    assert not validate(xml)
    assert decode(xml).data.decode() == case.source


def test_there_are_cases() -> None:
    assert len(cases()) > 20
