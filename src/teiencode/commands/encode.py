"""`teiencode encode`: texts to TEI files."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from teiencode.commands import lines, options
from teiencode.commands.options import counted
from teiencode.console import Console, Format
from teiencode.reports.placed import Placed

if TYPE_CHECKING:
    from teiencode.project import Split


def _encoding(context: click.Context, parameter: click.Parameter, name: str | None) -> str | None:
    if name is not None:
        from teiencode.source import is_text_encoding

        if not is_text_encoding(name):
            raise click.BadParameter(f'no encoding of text is called "{name}"; try utf-8, windows-1252 or iso-8859-1')
    return name


def _profile(context: click.Context, parameter: click.Parameter, name: str | None) -> str | None:
    from teiencode.profile import PROFILES

    if name is not None and name not in ("auto", *PROFILES):
        from teiencode.settings import nearest

        near = nearest(name, ("auto", *PROFILES))
        hint = f'did you mean "{near}"?' if near else f"there are: auto, {', '.join(PROFILES)}"
        raise click.BadParameter(f'no profile is called "{name}"; {hint}')
    return name


@click.command(
    epilog=options.examples(
        "teiencode encode seeds --output tei",
        "teiencode encode page.txt --explain",
    )
)
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@options.folder_option("Where the TEI files go (default: what teiencode.toml says).")
@click.option("--profile", callback=_profile, help="auto, frus, scan or plain (default: the sidecar, else auto).")
@click.option(
    "--split",
    type=click.Choice(("no", "files", "corpus")),
    help="Several documents in one file: one TEI document all the same, a file for each, or one teiCorpus (default: no).",
)
@click.option("--encoding", callback=_encoding, help="The texts' encoding (default: utf-8).")
@click.option("--jobs", "-j", type=click.IntRange(min=1), help="Processes (default: one, several for thousands of texts).")
@click.option("--force", is_flag=True, help="Overwrite TEI files that have been edited.")
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@click.option("--diff", is_flag=True, help="Show how the TEI files would change, and write nothing; exit with 1 if any does.")
@click.option("--explain", is_flag=True, help="Print why each line is read as it is: evidence, runner-up, margin; write nothing.")
@click.option("--verbose", "-v", is_flag=True, help="Show diagnostics of severity info too.")
@options.strict
@options.format
@options.config
@options.quiet
@options.version
def command(
    inputs: tuple[str, ...],
    output: Path | None,
    profile: str | None,
    split: Split | None,
    encoding: str | None,
    jobs: int | None,
    force: bool,
    dry_run: bool,
    diff: bool,
    explain: bool,
    verbose: bool,
    strict: bool,
    format: Format,
    config: Path | None,
    quiet: bool,
) -> int:
    """Encode texts as TEI.

    INPUT is a file, a folder (its *.txt and *.md), or - for standard input. DIR/NAME.xml is written for each, unless it
    has been edited since teiencode wrote it. NAME.toml beside a text (its sidecar) says what the text does not, and what
    is read wrongly. With --split files a text of several documents becomes DIR/NAME-d127.xml and the like, one a document.
    """
    from teiencode.batch import Task, encode_many
    from teiencode.files import TEXT_SUFFIXES, collect, make_folder, sweep
    from teiencode.stray_sidecars import stray_sidecars

    console = Console(quiet=quiet, format=format)
    project, failures = options.load_project(config)
    if explain:
        given, problems = collect(inputs, TEXT_SUFFIXES)
        settings = project.encode
        failures += problems
        failures += lines.explain(
            console, given, profile=profile, default=settings.profile, encoding=encoding or settings.encoding
        )
        console.fail(failures)
        return options.status((), failures)
    folder = output or (project.tei if project.path else None)
    if folder is None:
        raise click.UsageError("where to? Name a folder: --output tei")
    given, problems = collect(inputs, TEXT_SUFFIXES, besides=(folder, project.site))
    failures += problems
    writes = not (dry_run or diff)
    if writes and given:
        problem = make_folder(folder)
        if problem:
            return console.give_up([*failures, problem])
        sweep(folder)
    task = Task(
        output=folder,
        edition=project.edition,
        profile=profile,
        default_profile=project.encode.profile,
        encoding=encoding or project.encode.encoding,
        split=split or project.encode.split,
        force=force,
        write=writes,
        compare=diff,
    )
    found: list[Placed] = [Placed(each) for each in stray_sidecars(given)]
    states: Counter[str] = Counter()
    console.fail(failures)
    failed = list(failures)
    done = 0
    for result in encode_many(given, task, processes=jobs):
        done += result.last
        console.progress("encoding", done, len(given))
        states[result.state] += 1
        found += result.diagnostics
        failed += result.failures
        console.fail(result.failures)
        if diff:
            console.result(result.difference)
        elif dry_run and format == "text":
            console.result(f"{_WOULD[result.state]} {result.target}\n")
    shown = found if verbose or format == "json" else [each for each in found if each.diagnostic.severity != "info"]
    console.report(shown)
    differs = diff and states["written"] > 0
    done_with = "would change in" if diff else "written to" if writes else "to be written to"
    if given:
        console.say(_summary(states, found, len(shown), f"{done_with} {folder}"))
    return max(options.status((each.diagnostic for each in found), failed, strict=strict), int(differs))


_WOULD = {"written": "would write", "unchanged": "unchanged", "kept": "would keep", "failed": "cannot do"}


def _summary(states: Counter[str], found: list[Placed], shown: int, done_with: str) -> str:
    parts = [f"{counted(states['written'], 'file')} {done_with}"]
    parts += [f"{states[state]} {word}" for state, word in _STATES if states[state]]
    severities = Counter(each.diagnostic.severity for each in found)
    told = [counted(severities[each], each) for each in ("error", "warning") if severities[each]]
    if severities["info"]:
        told.append(counted(severities["info"], "remark") + (" (--verbose shows them)" if shown < len(found) else ""))
    return ", ".join(parts) + ("; " + ", ".join(told) if told else "")


_STATES = (("unchanged", "unchanged"), ("kept", "kept as edited"), ("failed", "not done"))
