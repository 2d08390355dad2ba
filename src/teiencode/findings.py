"""Findings of TEI files, in their places, without what the user does not want to hear."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from teiencode.diagnostic import Code, Diagnostic
from teiencode.files import Input, about
from teiencode.project import Project
from teiencode.reports.placed import Placed, place
from teiencode.settings import WRONG_VALUE
from teiencode.validation import CODES as FINDINGS
from teiencode.validation import GROUPS, LARGEST_TREE, Catalogue, validate_bytes

SCHEMA = Code(
    code="TE906",
    name="unusable-schema",
    group="project",
    severity="error",
    explanation="The schema to validate by is missing, is wrong in itself, or is of a kind that teiencode does not read.",
    cure="give --schema a RELAX NG schema in XML syntax (.rng), a Schematron schema (.sch) or an XSD schema (.xsd)",
)
CODES = (SCHEMA,)


def wrong_words(project: Project) -> list[Diagnostic]:
    """A diagnostic for each word of the project's `[validate]` that names no findings."""
    return [
        about(str(project.path), WRONG_VALUE, f'validate.ignore: "{word}" is neither a group nor a code of findings')
        for word in unknown_words(project.validate.ignore)
    ]


def catalogue_of(project: Project) -> Catalogue:
    """What a project says of schemas."""
    default = project.validate.schema
    addresses = {address: file.absolute() for address, file in project.validate.catalogue}
    return Catalogue(default=default and default.absolute(), addresses=addresses)


def unknown_words(words: Collection[str]) -> list[str]:
    """Those of `words` that are neither a group of findings nor the code of one."""
    known = {*GROUPS, *(code.code for code in FINDINGS)}
    return [word for word in words if word not in known]


def find(
    document: Input,
    tei: bytes,
    *,
    schema: Path | None = None,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    catalogue: Catalogue | None = None,
    largest_tree: int = LARGEST_TREE,
) -> list[Placed]:
    """What a validator finds in a document whose bytes are `tei`; `select` and `ignore` name groups and codes.

    `catalogue`: what the project says of schemas. `largest_tree`: in bytes, as for `validate_bytes`.

    Raises `SchemaError`.
    """
    findings = [
        finding
        for finding in validate_bytes(
            tei,
            document.path,
            schema=schema,
            select=select,
            catalogue=catalogue or Catalogue(),
            largest_tree=largest_tree,
        )
        if finding.group not in ignore and finding.code not in ignore
    ]
    return list(place(findings, document.label, tei.decode("utf-8-sig", "replace"))) if findings else []
