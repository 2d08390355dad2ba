"""Validation by a RELAX NG schema: the door to the engine.

`load_grammar` reads a schema, `follow_grammar` makes what goes along with the reading of a document, and `grammar_findings` puts
into words what it has found.
"""

from __future__ import annotations

import gc
from functools import cache
from pathlib import Path

from teiencode.diagnostic import Diagnostic
from teiencode.validation.grammar import Grammar
from teiencode.validation.reading import Document
from teiencode.validation.run import GrammarRun
from teiencode.validation.states import Automaton


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
    all_consequences: bool = False,
    with_tree: bool = True,
    tei_source: Path | None = None,
) -> list[Diagnostic]:
    """Everything in which the document departs from the schema, in document order.

    `all_consequences` also gives what only follows from another finding, as jing does. `with_tree`: the document's tree is wanted
    for other checks too; else only the parts of it are read that are wrong. `tei_source` says what names stand for where the
    schema does not. Raises `UnreadableTreeError`.
    """
    departures = [departure for departure in run.departures if all_consequences or not departure.follows]
    if not departures:
        return []
    from teiencode.validation.faults import Faults  # words take long to load, and most documents need none
    from teiencode.validation.too_early import one_for_each
    from teiencode.validation.wording import Wording

    if not with_tree and document.is_large:
        document.keep_only(departure.element for departure in departures)
    faults = Faults(document, run.automaton, by_line=all_consequences)
    wording = Wording(document, run.automaton.grammar, tei_source)
    found = (faults.fault(departure) for departure in departures)
    return [wording.finding(fault) for fault in (found if all_consequences else one_for_each(found))]
