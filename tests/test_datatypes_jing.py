"""The datatypes beside jing's: every datatype and facet over what the specification names and slips of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from bench.datatypes import compare, reason

JING = shutil.which("jing")


@pytest.mark.skipif(JING is None, reason="needs jing")
def test_what_jing_takes_and_refuses_is_taken_and_refused(tmp_path: Path) -> None:
    assert JING is not None
    taken, refused, differences = compare(tmp_path, JING, seed=6, many=12)
    assert taken > 5_000
    assert refused > 20_000
    assert [each for each in differences if reason(each) is None] == []
    assert len(differences) < 0.002 * (taken + refused)
