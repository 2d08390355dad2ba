"""The whole way as `teiencode.toml` says: sources to TEI, TEI validated, pages made of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from teiencode.batch import Task, encode_many
from teiencode.diagnostic import Code, Diagnostic
from teiencode.files import (
    MISSING,
    TEI_SUFFIXES,
    TEXT_SUFFIXES,
    Input,
    about,
    collect,
    make_folder,
    sweep,
)
from teiencode.findings import Wanted, catalogue_of, find_many, wrong_words
from teiencode.left_over import left_over, targets_of
from teiencode.project import Project
from teiencode.publishing import processes_for, publish
from teiencode.reports.placed import Placed
from teiencode.settings import nearest
from teiencode.stray_sidecars import stray_sidecars

NO_SOURCES = Code(
    code="TE905",
    name="project-without-sources",
    group="project",
    severity="error",
    explanation="`build` and `check` do what teiencode.toml says; there is none, or it does not say where the sources are.",
    cure='in the folder of your edition, write teiencode.toml with the line [encode] and under it the line sources = "texts"',
)
CODES = (NO_SOURCES,)

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many are done, and how many there are."""


@dataclass(kw_only=True)
class Built:
    """What a build did: how many files it wrote, what it has to tell, what it could not do, and the page to open.

    `written` are the published files that it wrote.
    """

    documents: int = 0
    encoded: int = 0
    written: tuple[Path, ...] = ()
    diagnostics: list[Placed] = field(default_factory=list)
    findings: list[Placed] = field(default_factory=list)
    failures: list[Diagnostic] = field(default_factory=list)
    entry: Path | None = None

    @property
    def pages(self) -> int:
        """How many published files it wrote."""
        return len(self.written)

    @property
    def unchanged(self) -> bool:
        """Whether all was there already, as it should be."""
        return not (self.encoded or self.pages or self.failures)


def source_inputs(project: Project) -> tuple[list[Input], list[Diagnostic]]:
    """The sources that the project file names: folders, files and patterns, from its own folder."""
    if not project.encode.sources:
        where = str(project.path) if project.path else "teiencode.toml"
        what = "[encode] names no sources" if project.path else "no such file here or in a folder above"
        return [], [about(where, NO_SOURCES, what)]
    arguments: list[str] = []
    missing: list[Diagnostic] = []
    for entry in project.encode.sources:
        path = project.root / entry
        is_pattern = any(map(entry.__contains__, "*?["))
        matches = [path] if path.exists() else sorted(project.root.glob(entry)) if is_pattern else []
        arguments += map(str, matches)
        if not matches:
            missing.append(_missing(project, entry, is_pattern=is_pattern))
    inputs, failures = collect(arguments, TEXT_SUFFIXES, besides=(project.tei, project.site))
    return inputs, [*missing, *failures]


def _missing(project: Project, entry: str, *, is_pattern: bool) -> Diagnostic:
    """That a source is not there, which the project file names."""
    beside = [path.name for path in project.root.iterdir() if not path.name.startswith(".")]
    near = None if is_pattern else nearest(entry, beside)
    cure = f"did you mean {near}?" if near else "check the name; it is taken from the folder of teiencode.toml"
    what = "no file has such a name" if is_pattern else "no such file or folder"
    return about(str(project.root / entry), MISSING, f"{what}; [encode] sources names it", cure)


def build(project: Project, *, force: bool = False, progress: Progress, halfway: Callable[[Built], bool] | None = None) -> Built:
    """Encode, validate and publish. What cannot be done is in `failures`; the rest is done all the same.

    `halfway` is called when all pages are made, and before what is made of all documents in one file (the book takes
    longest); where it says no, that stands as it was.
    """
    tei, site = project.tei, project.site
    inputs, failures = source_inputs(project)
    built = Built(documents=len(inputs), failures=[*failures, *wrong_words(project)])
    failure = make_folder(tei) if inputs else None
    if failure:
        built.failures.append(failure)
    if not inputs or failure:
        return built
    sweep(tei)
    built.diagnostics += map(Placed, stray_sidecars(inputs))
    targets = _encode(project, inputs, tei, force, built, progress)
    documents, failures = tei_inputs(tei)
    # A build has done what it was asked for: what is left over is no error of it.
    built.diagnostics += (Placed(replace(each, severity="warning")) for each in left_over(documents, targets))
    built.documents = max(len(inputs), len(documents))
    built.failures += failures
    _validate(project, documents, built, progress)
    _publish(project, documents, site, built, progress, together=halfway is None)
    if halfway is not None and halfway(built):
        _publish(project, documents, site, built, progress, together=True)
    return built


def _encode(
    project: Project, inputs: Sequence[Input], tei: Path, force: bool, built: Built, progress: Progress
) -> frozenset[Path]:
    """Encode the sources; the files that they are encoded to."""
    task = Task(
        output=tei,
        edition=project.edition,
        default_profile=project.encode.profile,
        encoding=project.encode.encoding,
        split=project.encode.split,
        force=force,
    )
    done = 0
    targets: set[Path] = set()
    for result in encode_many(inputs, task):
        done += result.last
        targets.update(targets_of(result))
        progress("encoding", done, len(inputs))
        built.encoded += result.state == "written"
        built.diagnostics += result.diagnostics
        built.failures += result.failures
    return frozenset(targets)


def tei_inputs(tei: Path) -> tuple[list[Input], list[Diagnostic]]:
    """The TEI files of the project: those that were encoded, and those that somebody put beside them."""
    return collect([str(tei)], TEI_SUFFIXES) if any(tei.glob("*.xml")) else ([], [])


def _validate(project: Project, documents: Sequence[Input], built: Built, progress: Progress) -> None:
    wanted = Wanted(ignore=project.validate.ignore, catalogue=catalogue_of(project))
    for done, outcome in enumerate(find_many(documents, wanted), 1):
        progress("validating", done, len(documents))
        built.findings += outcome.findings
        if outcome.failure is not None:
            built.failures.append(outcome.failure)


def _publish(
    project: Project, documents: Sequence[Input], site: Path, built: Built, progress: Progress, *, together: bool
) -> None:
    done = 0

    def count(_: str) -> None:
        nonlocal done
        done += 1
        progress("publishing", done, len(documents))

    progress("publishing", 0, len(documents))
    published = publish(
        [document.path for document in documents if document.path],
        site,
        edition=project.edition,
        formats=project.publish.formats,
        look=project.publish.look,
        jobs=processes_for(len(documents)),
        together=together,
        progress=count,
    )
    built.entry = published.front_page
    built.written += published.written
    for each in published.diagnostics:
        if each.severity != "error":
            built.diagnostics += [placed] if (placed := Placed(each)) not in built.diagnostics else []
        elif each not in built.failures:
            built.failures.append(each)
