"""Validation by a RELAX NG schema: the door to the engine.

`load_grammar` reads a schema, `follow_grammar` makes what goes along with the reading of a document, and `grammar_findings` puts
into words what it has found.
"""

from __future__ import annotations

import gc
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Literal

from teiencode.diagnostic import Diagnostic
from teiencode.validation.codes import GRAMMAR
from teiencode.validation.grammar import Grammar
from teiencode.validation.reading import Document
from teiencode.validation.run import GrammarRun
from teiencode.validation.states import Automaton

Extent = Literal["faults", "lines", "all"]
"""How much is told: one finding a fault; besides one in each other line that the grammar refuses; or all that follows as well."""

FOLLOWS = "It may be right once the faults before it are mended."
"""The cure of a finding that only follows from others: what else it might need would be too much once those are mended."""


@cache
def load_grammar(schema: Path) -> Automaton:
    """A schema file and those that it names, once a process. Raises `SchemaError` for what is wrong in them."""
    collecting = gc.isenabled()
    # A schema is many small objects that all stay: looking for garbage among them takes a third of the time.
    gc.disable()
    try:
        return Automaton(Grammar(schema))
    finally:
        if collecting:
            gc.enable()


def follow_grammar(schema: Path) -> GrammarRun:
    """A run of a schema, to go along with the reading of one document. Raises `SchemaError`."""
    return GrammarRun(load_grammar(schema))


def grammar_findings(
    document: Document,
    run: GrammarRun,
    *,
    extent: Extent = "faults",
    with_tree: bool = True,
    tei_source: Path | None = None,
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """Everything in which the document departs from the schema, in document order; and the same with all that only follows.

    The second list is for `with_other_lines`, and empty but for the extent `lines`.
    `with_tree`: the document's tree is wanted for other checks too; else only the parts of it are read that are wrong.
    `tei_source` says what names stand for where the schema does not. Raises `UnreadableTreeError`.
    """
    departures = [departure for departure in run.departures if extent != "faults" or not departure.follows]
    if not departures:
        return [], []
    from teiencode.validation.faults import Faults  # words take long to load, and most documents need none
    from teiencode.validation.too_early import one_for_each
    from teiencode.validation.wording import Wording

    numbers = (departure.element for departure in departures)
    if not with_tree and document.is_large:
        document.keep_only(numbers)
    else:
        document.hold(numbers)
    faults = Faults(document, run.automaton, by_line=extent != "faults")
    wording = Wording(document, run.automaton.grammar, tei_source)
    found = [faults.fault(departure) for departure in departures if extent == "all" or not departure.follows]
    told = [wording.finding(fault) for fault in (found if extent == "all" else one_for_each(found))]
    if extent != "lines":
        return told, []
    # Of those that stand behind what stands too early only the first has been told.
    others = [fault for fault in found if fault.until is not None]
    others += (faults.fault(departure) for departure in departures if departure.follows)
    return told, [*told, *map(wording.finding, others)]


def with_other_lines(found: list[Diagnostic], by_the_way: list[Diagnostic]) -> list[Diagnostic]:
    """The findings, and of what is found by the way the first of each line in which the grammar has refused nothing yet.

    The line is that in which a finding ends, as jing counts.
    """
    lines = {finding.end_line for finding in found if finding.group == GRAMMAR.group}
    others: dict[int | None, Diagnostic] = {}
    for finding in by_the_way:
        if finding.end_line not in lines:
            others.setdefault(finding.end_line, finding)
    return [*found, *(replace(finding, suggestions=(FOLLOWS,)) for finding in others.values())]
