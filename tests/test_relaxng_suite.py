"""James Clark's test suite for RELAX NG 1.0: every schema and every instance gets the verdict that the suite states."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree

from teiencode.validation import SchemaError, validate
from teiencode.validation.grammar import Grammar

SUITE = Path(__file__).parent / "schemas" / "relaxng-spectest.xml"


@dataclass(frozen=True)
class Case:
    """A schema with the files that it names, and documents with their verdicts."""

    line: int
    correct: bool
    schema: bytes
    files: dict[str, bytes]
    instances: tuple[tuple[bytes, bool], ...]


def content(element: etree._Element) -> bytes:
    return etree.tostring(element[0], encoding="utf-8", with_tail=False)


def files(element: etree._Element, folder: str = "") -> Iterator[tuple[str, bytes]]:
    for child in element:
        if child.tag == "resource":
            yield folder + child.get("name", ""), content(child)
        elif child.tag == "dir":
            yield from files(child, f"{folder}{child.get('name')}/")


def cases() -> list[Case]:
    found = []
    for case in etree.parse(SUITE).iter("testCase"):
        schema = next(one for one in case if one.tag in ("correct", "incorrect"))
        instances = tuple((content(one), one.tag == "valid") for one in case if one.tag in ("valid", "invalid"))
        assert isinstance(schema.sourceline, int)
        found.append(Case(schema.sourceline, schema.tag == "correct", content(schema), dict(files(case)), instances))
    return found


CASES = cases()


def written(case: Case, folder: Path) -> Path:
    for name, data in case.files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    schema = folder / "schema.rng"
    schema.write_bytes(case.schema)
    return schema


@pytest.mark.parametrize("case", CASES, ids=[f"line-{case.line}" for case in CASES])
def test_a_case_of_the_suite(case: Case, tmp_path: Path) -> None:
    schema = written(case, tmp_path)
    if not case.correct:
        with pytest.raises(SchemaError, match=r"\.rng:\d+:\d+: |/\w+:\d+:\d+: "):
            Grammar(schema)
        return
    for data, valid in case.instances:
        found = validate(data, schema=schema, select=["relaxng"])
        assert (found == []) == valid, data


def test_the_suite_is_whole() -> None:
    instances = [valid for case in CASES for _, valid in case.instances]
    assert [case.correct for case in CASES].count(True) == 172
    assert (len(CASES), len(instances), instances.count(True)) == (385, 580, 289)
