"""Faults by authors who did not know the program: the goal's judgement holds for each of their suites."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.data import tei_file
from bench.faults.count import Count
from bench.independent.__main__ import FOLDER, cases, judge

from teiencode.validation import validate

TEI_ALL = tei_file("tei_all.rng")


@pytest.mark.skipif(TEI_ALL is None, reason="needs tei_all.rng")
@pytest.mark.parametrize("suite", sorted(FOLDER.glob("*.json")), ids=lambda file: file.stem)
def test_the_judgement_holds(suite: Path) -> None:
    total = Count()
    for case in cases(suite):
        total.add(judge(case, validate(case.text.encode(), schema=TEI_ALL)))
    assert total.documents > 400
    assert total.found >= 0.98 * total.documents
    assert total.is_good


@pytest.mark.skipif(TEI_ALL is None, reason="needs tei_all.rng")
@pytest.mark.parametrize("document", sorted((FOLDER / "documents").glob("*.xml")), ids=lambda file: file.stem)
def test_nothing_is_found_in_what_is_right(document: Path) -> None:
    assert validate(document, schema=TEI_ALL) == []
