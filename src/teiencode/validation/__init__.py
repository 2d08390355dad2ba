"""Validation of TEI: is the file well-formed, does it fit the schema, and does it keep the rules that no grammar can say?

`validate` is the whole of it. Findings are `teiencode.diagnostic.Diagnostic`; their kinds are in `CODES`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from teiencode.diagnostic import Finding
from teiencode.validation.choice import Catalogue, choose_schemas
from teiencode.validation.codes import CODES, GRAMMAR, LARGE, ROOT
from teiencode.validation.consequences import Consequences
from teiencode.validation.errors import RuleError, SchemaError
from teiencode.validation.held import Held
from teiencode.validation.reading import Document, UnreadableTreeError, read_document
from teiencode.validation.relaxng import Extent, follow_grammar, grammar_findings, load_grammar, with_other_lines
from teiencode.validation.run import GrammarRun

__all__ = ["CODES", "GROUPS", "LARGEST_TREE", "Catalogue", "SchemaError", "validate", "validate_bytes"]

GROUPS = (
    "wellformed",
    "relaxng",
    "schematron",
    "xsd",
    "ids",
    "pointers",
    "notes",
    "pages",
    "tables",
    "dates",
    "header",
    "source",
)
"""The groups of findings that `select` may name, beside the codes themselves."""


LARGEST_TREE = 50_000_000
"""In bytes, of a file. With its tree it takes some seven times as much."""

_TIMES = 5
"""A file's tree takes some four times the file's size. Where it takes more than so many times, the file counts
as a larger one."""

_AT_ONCE = 1_000
"""So many findings are held of a check before those are left out that only follow from others."""

NO_CATALOGUE = Catalogue()

_WITHOUT_TREE = frozenset(("wellformed", "relaxng"))
"""The groups whose findings are made while the file streams by."""


def validate(tei: bytes | Path, *, schema: Path | None = None, select: Collection[str] = ()) -> list[Finding]:
    """Validate a TEI file, and return what was found in the order of its lines.

    `tei` is the file or its bytes. `schema` takes the place of the schemas that the file names, or else of the project's own: a
    RELAX NG schema in XML syntax (`.rng`), a Schematron schema (`.sch`) or an XSD schema (`.xsd`). `select` keeps the findings of
    these groups and codes only, and spares the work for the others; that a file is no XML is told all the same. Each line that
    a grammar refuses has a finding, also where that only follows from another, which the finding then says. Places are
    lines and columns from 1, and spans of characters from 0.

    Raises `SchemaError` for a schema that cannot be used, `OSError` for a file that cannot be read, `ValueError` for an
    unknown name in `select`; nothing for what the file holds.
    """
    if isinstance(tei, bytes):
        return validate_bytes(tei, None, schema=schema, select=select, extent="lines")
    found = validate_bytes(tei.read_bytes(), tei, schema=schema, select=select, extent="lines")
    return [replace(finding, file=str(tei)) for finding in found]


def validate_bytes(
    data: bytes | Held,
    file: Path | None,
    *,
    schema: Path | None = None,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    catalogue: Catalogue = NO_CATALOGUE,
    largest_tree: int = LARGEST_TREE,
    phase: str | None = None,
    extent: Extent = "faults",
) -> list[Finding]:
    """What `validate` finds in the bytes of a file that lies at `file`, where it is one.

    Bytes that are `Held`, and by nobody else, are put aside while there is no need of them.
    `ignore`: groups and codes that are left out; the work for a whole group is spared, and for `schematron` Saxon is not even
    loaded. `catalogue`: what a project says of schemas. `largest_tree`: the size in bytes up to which the checks that need the
    whole tree are made. `phase`: that of a Schematron schema, in place of its default. `extent`: with `lines` there is
    a finding in each line that the grammar refuses, as in jing's list, with `all` also each that only follows from another.
    Raises as `validate` does.
    """
    wanted = _wanted(select).difference(ignore)
    if schema is not None:
        _use(schema, phase)
    held = data if isinstance(data, Held) else Held(data)
    del data
    schemas = (schema,) if schema is not None else choose_schemas(held.data, file, catalogue)
    grammar = next((each for each in schemas if each.suffix.lower() == ".rng"), None)
    run = follow_grammar(grammar) if grammar is not None and "relaxng" in wanted else None
    document = read_document(held, run)
    if isinstance(document, Finding):
        found, select = [document], ()  # nothing that was asked for can be looked at, and that is told
    else:
        try:
            needs_tree = bool(wanted - _WITHOUT_TREE)
            weight = max(document.size, document.size_of_tree // _TIMES) if needs_tree else 0
            too_large = weight > largest_tree
            groups = wanted & _WITHOUT_TREE if too_large else wanted
            rules = "schematron" not in ignore
            source = catalogue.tei_source
            found = _found(document, run, schemas, groups, phase, extent=extent, rules=rules, tei_source=source)
            if too_large:
                found.append(_too_large(document.size, weight, largest_tree))
            else:
                found = _from_source(document, held.data, file, found, wanted)
        except UnreadableTreeError as error:
            found, select = [error.finding], ()
    if select:
        # What could not be looked at is told as well.
        found = [finding for finding in found if {finding.code, finding.group} & {*select, LARGE.code}]
    found = [finding for finding in found if finding.code not in ignore and finding.group not in ignore]
    return sorted(found, key=lambda finding: (finding.line or 0, finding.column or 0, finding.code))


def _too_large(size: int, weight: int, largest: int) -> Finding:
    """The notice for a file that has so many bytes and counts as one of `weight` bytes."""
    has = f"The file has {size / 1e6:.0f} MB"
    if weight > size:
        has += f", and as many tags and attributes as one of {weight / 1e6:.0f} MB mostly has"
    most = f"{largest / 1e6:.0f} MB are the most for checks that need the whole tree"
    return LARGE.at(None, f"{has}; {most}: only the grammar was checked.")


def _found(
    document: Document,
    run: GrammarRun | None,
    schemas: Collection[Path],
    wanted: set[str],
    phase: str | None,
    *,
    extent: Extent,
    rules: bool,
    tei_source: Path | None,
) -> list[Finding]:
    """What there is to say of a well-formed document."""
    with_tree = bool(wanted - _WITHOUT_TREE)
    told = Consequences(document.piece)

    def complete(found: list[Finding]) -> list[Finding]:
        return found if extent == "all" else with_other_lines(told.with_lines(told.removed_from(found)), by_the_way)

    def pruned(found: Iterable[Finding]) -> Iterator[Finding]:
        """Findings without those that others before them explain: of very many only these take memory."""
        rest = iter(found)
        while some := list(islice(rest, _AT_ONCE)):
            yield from some if extent == "all" else told.removed_from(some)

    found: list[Finding] = []
    by_the_way: list[Finding] = []
    if run is not None:
        found, by_the_way = grammar_findings(document, run, extent=extent, with_tree=with_tree, tei_source=tei_source)
    roots = [finding for finding in found if finding.code == ROOT.code]
    if roots:
        return roots  # another language, or no namespace: nothing that follows could mean anything
    if not with_tree:
        return complete(found)
    found = list(pruned(found))
    from teiencode.validation.checks import CHECKS, OWN_CODES  # these need the tree
    from teiencode.validation.checks.index import Index

    if run is not None and "ids" in wanted:
        from teiencode.validation.id_types import id_findings, id_types

        found += pruned(id_findings(document, id_types(run.automaton.grammar)))
    index = Index(document)
    for group, check in CHECKS:
        if group in wanted:
            found += pruned(check(index))
    del index  # it holds many elements of the tree
    for schema in schemas:
        if schema.suffix.lower() == ".xsd" and "xsd" in wanted:
            from teiencode.validation.xsd import check_xsd

            found += check_xsd(document, schema)
        elif rules and schema.suffix.lower() != ".xsd" and wanted & {"schematron", "pointers", "notes"}:
            # Saxon takes long to load, and is not always wanted.
            from teiencode.validation.schematron import check_rules, not_checked

            try:
                broken = check_rules(document, schema, phase)
            except RuleError as error:
                if all(finding.group != GRAMMAR.group for finding in found):
                    raise
                # A rule takes for granted that values are what the grammar has them be.
                broken = [not_checked(schema, f"{error.reason}.", "Mend what the grammar refuses.")]
            found += pruned(finding for finding in broken if finding.code not in OWN_CODES)
    return complete(found)


def _from_source(document: Document, data: bytes, file: Path | None, found: list[Finding], wanted: set[str]) -> list[Finding]:
    """The findings with their places in the source text; without any, whether the text is still the source's."""
    if not found and "source" not in wanted:
        return found
    from teiencode.validation.checks.source import Source

    source = Source(document, data, file)
    if source.digest is None:
        return found
    # Where something is wrong elsewhere, that is why the text comes out otherwise.
    return [source.placed(finding) for finding in found] or list(source.differences())


def _wanted(select: Collection[str]) -> set[str]:
    """The groups that `select` asks for, by their names or by codes; all where it is empty."""
    group_of = {code.code: code.group for code in CODES}
    unknown = [name for name in select if name not in group_of and name not in GROUPS]
    if unknown:
        raise ValueError(f"{unknown[0]!r} is neither a group ({', '.join(GROUPS)}) nor the code of a finding.")
    return {group_of.get(name, name) for name in select} or set(GROUPS)


def _use(schema: Path, phase: str | None) -> None:
    """Read a schema that was asked for: one that cannot be used raises here, whatever the documents are."""
    match schema.suffix.lower():
        case ".rng":
            load_grammar(schema)
        case ".sch" | ".odd":
            from teiencode.validation.schematron import load_rules

            if load_rules(schema, phase) is None:
                raise SchemaError(f"{schema}: has no rules in it: make a .rng of it first (teiencode schema build).")
        case ".xsd":
            from teiencode.validation.xsd import load_xsd

            load_xsd(schema)
        case ".rnc":
            raise SchemaError(f"{schema}: is in the compact syntax: convert it to .rng first (trang a.rnc a.rng).")
        case _:
            raise SchemaError(f"{schema}: is neither a RELAX NG (.rng), a Schematron (.sch) nor an XSD (.xsd) schema.")
