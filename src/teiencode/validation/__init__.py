"""Validation of TEI: is the file well-formed, does it fit the schema, and does it keep the rules that no grammar can say?

`validate` is the whole of it. Findings are `teiencode.diagnostic.Diagnostic`; their kinds are in `CODES`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from teiencode import resources
from teiencode.diagnostic import Finding
from teiencode.validation.codes import CODES, ROOT
from teiencode.validation.consequences import without_consequences
from teiencode.validation.errors import SchemaError
from teiencode.validation.reading import Document, UnreadableTreeError, read_document
from teiencode.validation.relaxng import follow_grammar, grammar_findings, load_grammar
from teiencode.validation.run import GrammarRun

__all__ = ["CODES", "GROUPS", "SchemaError", "validate"]

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


def validate(tei: bytes | Path, *, schema: Path | None = None, select: Collection[str] = ()) -> list[Finding]:
    """Validate a TEI file, and return what was found in the order of its lines.

    `tei` is the file or its bytes. `schema` takes the place of the project's own schemas: a RELAX NG schema in XML
    syntax (`.rng`), a Schematron schema (`.sch`) or an XSD schema (`.xsd`).
    `select` keeps the findings of these groups and codes only, and
    spares the work for the others. Places are lines and columns from 1, and spans of characters from 0.

    Raises `SchemaError` for a schema that cannot be used, `OSError` for a file that cannot be read, `ValueError` for an
    unknown name in `select`; nothing for what the file holds.
    """
    wanted = _wanted(select)
    grammar, rules = _schemas(schema)
    data = tei if isinstance(tei, bytes) else tei.read_bytes()
    run = follow_grammar(grammar) if grammar is not None and "relaxng" in wanted else None
    document = read_document(data, run)
    if isinstance(document, Finding):
        found = [document]
    else:
        try:
            found = _found(document, run, rules, wanted)
            found = _from_source(document, data, tei if isinstance(tei, Path) else None, found, wanted)
        except UnreadableTreeError as error:
            found = [error.finding]
    if select:
        found = [finding for finding in found if finding.code in select or finding.group in select]
    if isinstance(tei, Path):
        found = [replace(finding, file=str(tei)) for finding in found]
    return sorted(found, key=lambda finding: (finding.line or 0, finding.column or 0, finding.code))


def _found(document: Document, run: GrammarRun | None, rules: Path | None, wanted: set[str]) -> list[Finding]:
    """What there is to say of a well-formed document."""
    found = grammar_findings(document, run) if run is not None else []
    roots = [finding for finding in found if finding.code == ROOT.code]
    if roots:
        return roots  # another language, or no namespace: nothing that follows could mean anything
    if not wanted - {"wellformed", "relaxng"}:
        return without_consequences(found)
    from teiencode.validation.checks import CHECKS, OWN_CODES  # these need the tree
    from teiencode.validation.checks.index import Index

    if run is not None and "ids" in wanted:
        from teiencode.validation.id_types import id_findings, id_types

        found += id_findings(document, id_types(run.automaton.grammar))
    index = Index(document)
    for group, check in CHECKS:
        if group in wanted:
            found += check(index)
    if rules is not None and rules.suffix.lower() == ".xsd":
        if "xsd" in wanted:
            from teiencode.validation.xsd import check_xsd

            found += check_xsd(document, rules)
    elif rules is not None and wanted - {"wellformed", "relaxng", "ids"}:
        from teiencode.validation.schematron import check_rules  # Saxon takes long to load, and is not always wanted

        found += [finding for finding in check_rules(document, rules) if finding.code not in OWN_CODES]
    return without_consequences(found)


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


def _schemas(schema: Path | None) -> tuple[Path | None, Path | None]:
    """The RELAX NG and the Schematron to validate by. A schema that cannot be used raises here, whatever the document is."""
    if schema is None:
        folder = resources.folder("schema")
        return folder / "teiencode.rng", folder / "teiencode.sch"
    match schema.suffix.lower():
        case ".rng":
            load_grammar(schema)
            return schema, schema
        case ".sch":
            from teiencode.validation.schematron import load_rules

            load_rules(schema)
            return None, schema
        case ".xsd":
            from teiencode.validation.xsd import load_xsd

            load_xsd(schema)
            return None, schema
        case ".rnc":
            raise SchemaError(f"{schema}: is in the compact syntax: convert it to .rng first (trang a.rnc a.rng).")
        case _:
            raise SchemaError(f"{schema}: is neither a RELAX NG (.rng), a Schematron (.sch) nor an XSD (.xsd) schema.")
