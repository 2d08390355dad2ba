"""The check of a project: is its TEI what its sources encode to, does it decode to them, is it valid?"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from teiencode.batch import Result, Task, encode_many
from teiencode.build import Progress, source_inputs, tei_inputs
from teiencode.decode import decode
from teiencode.diagnostic import Code, Diagnostic
from teiencode.files import about
from teiencode.findings import Wanted, catalogue_of, find_many, wrong_words
from teiencode.left_over import left_over, targets_of
from teiencode.project import Project
from teiencode.reports.placed import Placed

NOT_ENCODED = Code(
    code="TE921",
    name="not-encoded",
    group="project",
    severity="error",
    explanation="A source has no TEI file.",
    cure="run teiencode build, and commit what it writes",
)
STALE = Code(
    code="TE922",
    name="stale-tei",
    group="project",
    severity="error",
    explanation="A TEI file is not what its source encodes to today: the source, its sidecar, the project file or "
    "teiencode has changed since it was written.",
    cure="run teiencode build, and commit what it writes",
)
EDITED = Code(
    code="TE923",
    name="edited-tei-checked",
    group="project",
    severity="error",
    explanation="A TEI file has been edited since teiencode wrote it, so that its source no longer encodes to it.",
    cure="put the change into the source or its sidecar and build again with --force, or take the source away",
)
NOT_ITS_SOURCE = Code(
    code="TE924",
    name="decodes-otherwise",
    group="project",
    severity="error",
    explanation="A TEI file names a source with this digest, but does not decode to its bytes.",
    cure="compare the two with teiencode decode, and undo what was changed by mistake",
)
CODES = (NOT_ENCODED, STALE, EDITED, NOT_ITS_SOURCE)

_SOURCE_DIGEST = re.compile(rb'<desc type="source-sha256">([0-9a-f]{64})</desc>')


@dataclass(kw_only=True)
class Checked:
    """What a check found: `findings` of the TEI files, and `failures` where something could not be looked at."""

    documents: int = 0
    findings: list[Placed] = field(default_factory=list)
    failures: list[Diagnostic] = field(default_factory=list)


def check(project: Project, *, progress: Progress) -> Checked:
    """Compare the TEI of a project with its sources, and validate it. Writes nothing."""
    folder = project.tei
    inputs, failures = source_inputs(project)
    checked = Checked(documents=len(inputs), failures=[*failures, *wrong_words(project)])
    if not inputs:
        return checked
    task = Task(
        output=folder,
        edition=project.edition,
        default_profile=project.encode.profile,
        encoding=project.encode.encoding,
        split=project.encode.split,
        write=False,
    )
    expected: set[Path] = set()
    compared = 0
    for result in encode_many(inputs, task):
        compared += result.last
        progress("comparing", compared, len(inputs))
        expected.update(targets_of(result))
        if result.state == "failed":
            checked.failures += result.failures
        elif result.state != "unchanged":
            checked.findings += _differences(result)
    documents, failures = tei_inputs(folder)
    checked.failures += failures
    wanted = Wanted(ignore=project.validate.ignore, catalogue=catalogue_of(project))
    checked.findings += map(Placed, left_over(documents, expected))
    for done, outcome in enumerate(find_many(documents, wanted), 1):
        progress("validating", done, len(documents))
        checked.findings += outcome.findings
        if outcome.failure is not None:
            checked.failures.append(outcome.failure)
    return checked


def _differences(result: Result) -> list[Placed]:
    label, source = str(result.target), result.input.label
    try:
        tei = result.target.read_bytes()
        data = result.input.read()
    except FileNotFoundError:
        return [Placed(about(label, NOT_ENCODED, f"{source} has not been encoded"))]
    if result.state == "kept":
        found = [about(label, EDITED, f"edited since it was written; {source} does not encode to it")]
    else:
        found = [about(label, STALE, f"{source} no longer encodes to this")]
    recorded = _SOURCE_DIGEST.search(tei)
    # Where the source itself has changed, of course the TEI decodes to the old one.
    if recorded and recorded[1].decode() == sha256(data).hexdigest() and not _decodes_to(tei, data):
        found.append(about(label, NOT_ITS_SOURCE, f"does not decode to {source}"))
    return [Placed(each) for each in found]


def _decodes_to(tei: bytes, data: bytes) -> bool:
    try:
        return decode(tei).data == data
    except ValueError:
        return False
