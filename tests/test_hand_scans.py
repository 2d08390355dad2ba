"""Scans of ten kinds of papers and of archives that no table knows, written by hand with their TEI (`tests/scans`)."""

from pathlib import Path

import pytest
from bench.hand_scans import PARTS, SCANS, compare
from bench.measures import f_scores

from teiencode.decode import decode
from teiencode.encode import encode
from teiencode.validation import validate

ROWS = {"pb": 0.85, "block": 0.85, "fw": 0.80, "gap": 0.90, "del": 0.95, "add": 0.92, "subst": 0.92, "head": 0.80, "item": 0.85}
LEAST = {"looked-at": ROWS | {"head": 0.95, "block": 0.98, "pb": 0.98, "fw": 0.98, "gap": 0.99, "item": 0.99}, "kept-aside": ROWS}
"""What is wanted of scans that nobody has looked at; of those that were looked at more is."""


@pytest.mark.parametrize("part", PARTS)
def test_the_rows_that_count(part: str) -> None:
    compared = list(compare(part))
    assert len(compared) >= 10
    scores = f_scores((right, made) for _, right, made in compared)
    low = {row: round(scores[row], 3) for row, least in LEAST[part].items() if scores[row] < least}
    assert not low


@pytest.mark.parametrize("source", sorted(SCANS.glob("*/*.txt")), ids=lambda path: path.stem)
def test_each_comes_back_and_is_valid(source: Path) -> None:
    xml = encode(source.read_bytes(), profile="scan", name=source.stem).xml
    assert decode(xml).data == source.read_bytes()
    assert validate(xml) == []
