"""The engine beside jing on documents with slips: the same verdicts, and the same lines but for one habit of jing's.

Inside an unknown element jing says its last message again at the end of each child that it knows.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
from bench.mutations import Mutations
from test_validation import DOCUMENTS, JING, TEI_ALL

from teiencode.diagnostic import Diagnostic
from teiencode.resources import folder
from teiencode.validation.reading import read_document
from teiencode.validation.relaxng import follow_grammar, grammar_findings

SCHEMA = folder("schema") / "teiencode.rng"
BENCH = Path(os.environ.get("TEIENCODE_BENCH", Path(__file__).parents[2] / "shared" / "bench"))
COUNT = int(os.environ.get("TEIENCODE_MUTATIONS", "250"))
"""Documents a schema; each has one to three slips."""

_MESSAGE = re.compile(r"(?P<file>.*?):(?P<line>\d+):(?P<column>\d+): (?P<severity>\w+ ?\w*): (?P<words>.*)")
_HEADER = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>x</title></titleStmt>\n'
    "<publicationStmt><p/></publicationStmt>\n<sourceDesc><p/></sourceDesc></fileDesc></teiHeader>\n<text><body>"
)


@dataclass(frozen=True)
class Said:
    """One message of jing's."""

    line: int
    fatal: bool
    words: str


def by_jing(schema: Path, files: list[Path]) -> dict[str, list[Said]]:
    assert JING is not None
    run = subprocess.run([JING, "-i", str(schema), *map(str, files)], capture_output=True, text=True)
    found: dict[str, list[Said]] = defaultdict(list)
    for row in run.stdout.splitlines():
        message = _MESSAGE.match(row)
        assert message is not None, row
        found[Path(message["file"]).name].append(Said(int(message["line"]), message["severity"] != "error", message["words"]))
    return found


def own_documents() -> list[str]:
    return [file.read_text(encoding="utf-8") for file in sorted(DOCUMENTS.glob("*.xml"))]


def bench_documents() -> list[str]:
    files = sorted(BENCH.glob("*/*.gold.xml"))[::5]
    texts = [re.sub(r"^<\?xml[^>]*\?>\s*", "", file.read_text(encoding="utf-8")) for file in files]
    return [f"{_HEADER}{text}</body></text></TEI>" for text in texts if len(text) < 15_000]


def compare(schema: Path, documents: list[str], tmp_path: Path) -> None:
    random = Random(6)
    mutations = Mutations(schema.read_text(encoding="utf-8"), random)
    files = []
    for number in range(COUNT):
        text = random.choice(documents)
        for _ in range(random.choice((1, 1, 1, 2, 3))):
            text = mutations.slip(text)
        files.append(tmp_path / f"{number}.xml")
        files[-1].write_text(text, encoding="utf-8")
    theirs = by_jing(schema, files)
    verdicts = {True: 0, False: 0}
    same = 0
    for file in files:
        said = theirs[file.name]
        run = follow_grammar(schema)
        document = read_document(file.read_bytes(), run)
        if any(one.fatal for one in said):
            assert isinstance(document, Diagnostic), file.read_text()
            continue
        assert not isinstance(document, Diagnostic), document
        every = grammar_findings(document, run, extent="all")[0]
        shown, _ = grammar_findings(document, run)
        assert bool(every) == bool(shown) == bool(said), file.read_text()
        verdicts[bool(said)] += 1
        ours, jing = {finding.end_line for finding in every}, {one.line for one in said}
        assert {finding.end_line for finding in shown} <= ours
        again = {one.line for number, one in enumerate(said) if one.words in [before.words for before in said[:number]]}
        unknown = any("not allowed anywhere" in one.words for one in said)
        same += ours == jing or (unknown and ours <= jing and jing - ours <= again)
    assert verdicts[True] > COUNT / 4
    assert verdicts[False] > COUNT / 10
    assert same >= 0.995 * verdicts[True]


@pytest.mark.skipif(JING is None, reason="needs jing")
def test_the_projects_schema(tmp_path: Path) -> None:
    compare(SCHEMA, own_documents(), tmp_path)


@pytest.mark.skipif(JING is None or not TEI_ALL.is_file(), reason="needs jing and tei_all.rng")
def test_the_whole_tei_on_the_projects_documents(tmp_path: Path) -> None:
    compare(TEI_ALL, own_documents(), tmp_path)


@pytest.mark.skipif(JING is None or not TEI_ALL.is_file() or not BENCH.is_dir(), reason="needs jing, tei_all.rng and the bench")
def test_the_whole_tei_on_hand_encoded_documents(tmp_path: Path) -> None:
    compare(TEI_ALL, bench_documents(), tmp_path)
