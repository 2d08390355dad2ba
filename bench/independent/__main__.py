"""The table: for each suite what was found, where, with which cures, and what was said too many."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.data import tei_file
from bench.faults.count import Count, row
from teiencode.diagnostic import Finding
from teiencode.validation import validate

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Case:
    """A document with one fault, and what its author expects to be told."""

    kind: str
    text: str
    places: frozenset[tuple[int, int]]
    cures: tuple[str, ...]


def main() -> int:
    """Measure, print the table, and return 1 where the judgement of the project's goal is not met."""
    schema = tei_file("tei_all.rng")
    if schema is None:
        sys.exit("independent: no tei_all.rng (set TEIENCODE_TEI to the folder that holds it).")
    print(f"{'suite':32}{'documents':>10}{'found':>8}{'line':>8}{'column':>8}{'cure':>8}{'too many':>10}")
    every, status = Count(), 0
    for file in sorted(FOLDER.glob("*.json")):
        total, kinds = Count(), set()
        for case in cases(file):
            kinds.add(case.kind)
            total.add(judge(case, validate(case.text.encode(), schema=schema), explain=case.kind in sys.argv[1:]))
        print(f"{f'{file.stem}: {len(kinds)} kinds':32}{row(total)}")
        every.add(total)
        status |= not total.is_good
    print(f"{'all':32}{row(every)}")
    return status


def cases(file: Path) -> Iterator[Case]:
    """The cases of a suite, in its order."""
    documents = {each.name: each.read_text(encoding="utf-8") for each in (FOLDER / "documents").glob("*.xml")}
    for case in json.loads(file.read_text(encoding="utf-8")):
        text = documents[case["document"]]
        for begin, end, instead in reversed(case["edits"]):
            text = text[:begin] + instead + text[end:]
        yield Case(case["kind"], text, frozenset((line, column) for line, column in case["places"]), tuple(case["cures"]))


def judge(case: Case, findings: list[Finding], *, explain: bool = False) -> Count:
    """What the findings of one document are worth; the first of them is what an editor reads."""
    told = [finding for finding in findings if finding.severity != "info"]
    first = told[0] if told else None
    at_line = first is not None and any(first.line == line for line, _ in case.places)
    at_column = first is not None and (first.line, first.column) in case.places
    cured = first is not None and any(_has(cure, "\n".join((first.message, *first.suggestions[:3]))) for cure in case.cures)
    if explain and not (at_column and cured and len(told) == 1):
        print(f"  {case.kind}: {sorted(case.places)} {case.cures}")
        for finding in told:
            print(f"     {finding.line}:{finding.column} {finding.code} {finding.message} {finding.suggestions}")
    return Count(1, first is not None, at_line, at_column, cured, max(0, len(told) - 1))


def _has(cure: str, words: str) -> bool:
    """Whether a cure stands among words: one word as a whole word, others as they are; capitals or not."""
    if re.fullmatch(r"\w+", cure):
        return re.search(rf"(?<!\w){cure}(?!\w)", words, re.IGNORECASE) is not None
    return cure.lower() in words.lower()


if __name__ == "__main__":
    sys.exit(main())
