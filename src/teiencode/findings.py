"""Findings of TEI files, in their places, without what the user does not want to hear."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from teiencode.diagnostic import Code, Diagnostic
from teiencode.files import UNREADABLE, Input, about
from teiencode.processes import in_processes, worthwhile
from teiencode.project import Project
from teiencode.reports.placed import Placed, place, place_by_lines
from teiencode.settings import WRONG_VALUE, nearest
from teiencode.validation import CODES as FINDINGS
from teiencode.validation import GROUPS, LARGEST_TREE, Catalogue, SchemaError, validate_bytes
from teiencode.validation.decoding import utf8
from teiencode.validation.held import Held
from teiencode.validation.relaxng import Extent

SCHEMA = Code(
    code="TE906",
    name="unusable-schema",
    group="project",
    severity="error",
    explanation="The schema to validate by is missing, is wrong in itself, or is of a kind that teiencode does not read.",
    cure="give --schema a RELAX NG schema in XML syntax (.rng), a Schematron schema (.sch) or an XSD schema (.xsd)",
)
CODES = (SCHEMA,)

_LARGE = 8_000_000
"""Bytes of TEI from which several processes win more than they cost: each reads the schemas anew."""


def wrong_words(project: Project) -> list[Diagnostic]:
    """A diagnostic for each word of the project's `[validate]` that names no findings."""
    return [
        about(str(project.path), WRONG_VALUE, f'validate.ignore: "{word}" is neither a group nor a code of findings', meant(word))
        for word in unknown_words(project.validate.ignore)
    ]


def catalogue_of(project: Project) -> Catalogue:
    """What a project says of schemas."""
    default = project.validate.schema
    addresses = {address: file.absolute() for address, file in project.validate.catalogue}
    source = project.validate.tei_source
    return Catalogue(default=default and default.absolute(), addresses=addresses, tei_source=source and source.absolute())


def unknown_words(words: Collection[str]) -> list[str]:
    """Those of `words` that are neither a group of findings nor the code of one."""
    known = {*GROUPS, *(code.code for code in FINDINGS)}
    return [word for word in words if word not in known]


def meant(word: str) -> str:
    """What to do about a word that is neither a group nor a code: the one that is most like it, else all groups."""
    is_code = any(map(str.isdigit, word))
    near = nearest(word.upper(), [code.code for code in FINDINGS]) if is_code else nearest(word.lower(), GROUPS)
    return f'did you mean "{near}"?' if near else f"the groups are {', '.join(GROUPS)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """How files are validated. `select`, `ignore`: groups and codes. The rest is as for `validate_bytes`."""

    schema: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    catalogue: Catalogue = field(default_factory=Catalogue)
    largest_tree: int = LARGEST_TREE
    phase: str | None = None
    extent: Extent = "faults"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one file: what was found in it, or why it was not validated. `unusable`: its schema was the reason."""

    findings: tuple[Placed, ...] = ()
    failure: Diagnostic | None = None
    unusable: bool = False


def find_many(inputs: Sequence[Input], wanted: Wanted, *, processes: int | None = None) -> Iterator[Outcome]:
    """Validate each input, in order; without a number, in as many processes as pay for the size of the files."""
    if processes is None:
        processes = worthwhile(inputs, _LARGE)
    # Standard input belongs to this process.
    if processes == 1 or len(inputs) < 2 or any(each.path is None for each in inputs):
        for each in inputs:
            yield find(each, wanted)
        return
    for chunk, outcomes in in_processes(partial(_find_in_chunk, wanted), inputs, processes):
        if outcomes is not None:
            yield from outcomes
            continue
        for each in chunk:
            yield Outcome(failure=about(each.label, UNREADABLE, "a worker process died", "try again with --jobs 1"))


def _find_in_chunk(wanted: Wanted, inputs: Sequence[Input]) -> list[Outcome]:
    return [find(each, wanted) for each in inputs]


def find(document: Input, wanted: Wanted) -> Outcome:
    """What a validator finds in one file. Raises nothing: failures are in the outcome."""
    try:
        tei = Held(document.read())
    except OSError as error:
        return Outcome(failure=about(document.label, UNREADABLE, f"cannot be read: {error.strerror}"))
    try:
        found = validate_bytes(
            tei,
            document.path,
            schema=wanted.schema,
            select=wanted.select,
            ignore=wanted.ignore,
            catalogue=wanted.catalogue,
            largest_tree=wanted.largest_tree,
            phase=wanted.phase,
            extent=wanted.extent,
        )
    except SchemaError as error:
        label = document.label if wanted.schema is None else str(wanted.schema)
        return Outcome(failure=about(label, SCHEMA, str(error).removeprefix(f"{label}: ")), unusable=True)
    if not found:
        return Outcome()
    text = utf8(tei.data)
    if isinstance(text, Diagnostic):  # what is no text is shown as well as it can be
        return Outcome(findings=place(found, document.label, tei.data.decode("utf-8-sig", "replace")))
    return Outcome(findings=place_by_lines(found, document.label, text))
