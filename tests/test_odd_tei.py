"""The compiler on TEI's own source: the whole of TEI is the TEI Consortium's schema again, and our own schemas are fresh."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from random import Random

import pytest
from bench.mutations import Mutations
from command_line import Command
from lxml import etree
from test_relaxng_jing import BENCH, COUNT, bench_documents, by_jing, own_documents
from test_validation import DOCUMENTS, JING, TEI_ALL
from test_validation_grammar import names, parts

from teiencode.diagnostic import Diagnostic
from teiencode.odd.customisation import compile_odd
from teiencode.odd.library import read_library
from teiencode.odd.outputs import WRITERS
from teiencode.odd.problems import Problems, Spot
from teiencode.odd.reading import read_odd
from teiencode.odd.relaxng import write_relaxng
from teiencode.odd.xsd import write_xsd
from teiencode.resources import folder
from teiencode.validation.grammar import Grammar
from teiencode.validation.reading import read_document
from teiencode.validation.relaxng import follow_grammar

TEI_SOURCE = TEI_ALL.with_name("p5subset.xml")
needs_source = pytest.mark.skipif(not TEI_SOURCE.is_file(), reason="needs p5subset.xml")
needs_both = pytest.mark.skipif(not (TEI_SOURCE.is_file() and TEI_ALL.is_file()), reason="needs p5subset.xml and tei_all.rng")


@cache
def modules() -> list[str]:
    return sorted(read_library(read_odd(TEI_SOURCE, Problems()), Spot(""), Problems()).modules)


def whole_tei(at: Path) -> Path:
    """All of TEI, compiled."""
    odd = at / "tei_all.odd"
    every = "".join(f'<moduleRef key="{module}"/>' for module in modules())
    start = 'start="TEI teiCorpus"'
    odd.write_text(f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><schemaSpec ident="tei_all" {start}>{every}</schemaSpec></TEI>')
    schema = at / "compiled.rng"
    schema.write_bytes(write_relaxng(compile_odd(odd, TEI_SOURCE)))
    return schema


def takes(schema: Path, data: bytes) -> bool | None:
    """Whether a schema takes a document; `None` where it is ill-formed."""
    run = follow_grammar(schema)
    document = read_document(data, run)
    return None if isinstance(document, Diagnostic) else not run.departures


@needs_both
def test_each_element_of_tei_has_the_same_parts(tmp_path: Path) -> None:
    ours, theirs = names(Grammar(whole_tei(tmp_path)).elements), names(Grammar(TEI_ALL).elements)
    assert set(ours) == set(theirs)
    assert len(ours) > 500
    assert {name: parts(elements) for name, elements in ours.items()} == {
        name: parts(elements) for name, elements in theirs.items()
    }


@needs_both
def test_the_whole_of_tei_takes_and_refuses_the_same(tmp_path: Path) -> None:
    schema = whole_tei(tmp_path)
    random = Random(23)
    mutations = Mutations(TEI_ALL.read_text(encoding="utf-8"), random)
    documents = [*own_documents(), *(bench_documents() if BENCH.is_dir() else ())]
    verdicts = {True: 0, False: 0}
    sample: list[Path] = []
    for number in range(2 * COUNT):
        text = random.choice(documents)
        for _ in range(random.choice((1, 1, 2))):
            text = mutations.slip(text)
        verdict = takes(schema, text.encode())
        assert verdict == takes(TEI_ALL, text.encode()), text
        if verdict is not None:
            verdicts[verdict] += 1
        if len(sample) < 40:
            sample.append(tmp_path / f"{number}.xml")
            sample[-1].write_text(text, encoding="utf-8")
    # Both kinds must be there, or agreement would mean little.
    assert min(verdicts.values()) > COUNT / 5
    if JING is not None:
        refused = [set(by_jing(each, sample)) for each in (schema, TEI_ALL)]
        assert refused[0] == refused[1]


@needs_source
@pytest.mark.parametrize("ending", ["rng", "sch"])
def test_our_schemas_are_what_their_odd_makes(ending: str) -> None:
    odd = folder("schema") / "teiencode.odd"
    made = WRITERS[ending](compile_odd(odd, TEI_SOURCE))
    assert (folder("schema") / f"teiencode.{ending}").read_bytes() == made, "build it again: see docs/schema.md"


@needs_both
def test_our_odd_is_tei(teiencode: Command) -> None:
    odd = folder("schema") / "teiencode.odd"
    done = teiencode("validate", str(odd), "--schema", str(TEI_ALL), "--select", "wellformed,relaxng,ids")
    assert (done.status, done.out) == (0, "")


@needs_source
def test_our_xsd_takes_our_documents() -> None:
    schema = compile_odd(folder("schema") / "teiencode.odd", TEI_SOURCE)
    judge = etree.XMLSchema(etree.fromstring(write_xsd(schema)))
    assert schema.problems.found == []  # it is as narrow in the order of children as the grammar
    files = [*sorted((Path(__file__).parents[1] / "tei").glob("*.xml")), *sorted(DOCUMENTS.glob("*.xml"))]
    assert len(files) > 5
    for file in files:
        assert judge.validate(etree.parse(str(file))), (file, judge.error_log)


@needs_source
def test_the_same_bytes_from_another_run(tmp_path: Path) -> None:
    from subprocess import run
    from sys import executable

    script = (
        "import sys; from pathlib import Path; from teiencode.odd.customisation import compile_odd;"
        "from teiencode.odd.outputs import WRITERS; schema = compile_odd(Path(sys.argv[1]), Path(sys.argv[2]));"
        "[Path(sys.argv[3], each).write_bytes(writer(schema)) for each, writer in WRITERS.items()]"
    )
    odd = folder("schema") / "teiencode.odd"
    for seed in ("1", "2"):
        (tmp_path / seed).mkdir()
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[1] / "src")}
        run([executable, "-c", script, str(odd), str(TEI_SOURCE), str(tmp_path / seed)], check=True, env=environment)
    for ending in WRITERS:
        assert (tmp_path / "1" / ending).read_bytes() == (tmp_path / "2" / ending).read_bytes()
