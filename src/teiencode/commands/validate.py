"""`teiencode validate`: what is wrong in TEI files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from teiencode.commands import options
from teiencode.commands.options import counted
from teiencode.console import Console, Format
from teiencode.reports.placed import Placed

if TYPE_CHECKING:  # the engine takes long to load
    from teiencode.validation.relaxng import Extent


def _words(context: click.Context, parameter: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    words = tuple(word.strip() for each in given for word in each.split(",") if word.strip())
    if words:
        from teiencode.findings import meant, unknown_words

        for word in unknown_words(words):
            raise click.BadParameter(f'"{word}" is neither a group nor a code of findings; {meant(word)}')
    return words


@click.command(
    epilog=options.examples(
        "teiencode validate tei",
        "teiencode validate letter.xml --schema tei_all.rng --format json",
    )
)
@click.argument("inputs", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--schema",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A schema: .rng, .sch or .xsd (default: those that the file names, else teiencode's own).",
)
@click.option("--select", multiple=True, callback=_words, metavar="WHAT", help="Only these groups and codes.")
@click.option("--ignore", multiple=True, callback=_words, metavar="WHAT", help="Not these groups and codes.")
@options.strict
@click.option("--max", "most", type=click.IntRange(min=1), metavar="N", help="Report N findings at most, the gravest first.")
@click.option(
    "--max-tree",
    type=click.IntRange(min=1),
    metavar="MB",
    default=50,
    show_default=True,
    help="Larger files are checked by their grammar alone.",
)
@click.option("--phase", metavar="NAME", help="The phase of a Schematron schema (default: its defaultPhase, else all patterns).")
@click.option("--all", "every", is_flag=True, help="Each of many alike, and what only follows from another finding.")
@click.option("--jobs", "-j", type=click.IntRange(min=1), help="Processes (default: one, several for large collections).")
@options.baseline
@options.write_baseline
@options.report_format
@options.config
@options.quiet
@options.version
def command(
    inputs: tuple[str, ...],
    schema: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    strict: bool,
    most: int | None,
    max_tree: int,
    phase: str | None,
    every: bool,
    jobs: int | None,
    baseline: Path | None,
    write_baseline: Path | None,
    format: Format,
    config: Path | None,
    quiet: bool,
) -> int:
    """Validate TEI files, and report all faults in one run.

    PATH is a file, a folder (its *.xml), or - for standard input. WHAT is a group such as relaxng, or a code such as
    TE811; several stand with commas.
    """
    from teiencode.files import TEI_SUFFIXES, collect
    from teiencode.findings import Wanted, catalogue_of, find_many, wrong_words

    console = Console(quiet=quiet, format=format, full=every)
    project, failures = options.load_project(config)
    failures += wrong_words(project)
    given, problems = collect(inputs, TEI_SUFFIXES, unique_names=False)
    failures += problems
    wanted = Wanted(
        schema=schema,
        select=select,
        ignore=(*project.validate.ignore, *ignore),
        catalogue=catalogue_of(project),
        largest_tree=max_tree * 1_000_000,
        phase=phase,
        extent=_extent(format, every=every, compared=baseline is not None or write_baseline is not None),
    )
    found: list[Placed] = []
    validated = 0
    for done, outcome in enumerate(find_many(given, wanted, processes=jobs), 1):
        console.progress("validating", done, len(given))
        found += outcome.findings
        if outcome.failure is not None:
            failures.append(outcome.failure)
            if outcome.unusable and schema is not None:
                return console.give_up(failures)
            continue  # a schema that this file names cannot be used; the others may not name it
        validated += 1
    found, slips = options.against_baseline(found, baseline, write_baseline)
    failures += slips
    console.fail(failures)
    shown = _gravest(found, most)
    console.report(shown, as_result=True)
    if given:
        left = f", of which {len(shown)} are shown" if len(shown) < len(found) else ""
        console.say(f"{counted(validated, 'file')} validated, {counted(len(found), 'finding')}{left}{_unread(found)}")
    return options.status((each.diagnostic for each in found), failures, strict=strict)


def _extent(format: Format, *, every: bool, compared: bool) -> Extent:
    """How much is told: people are told each fault once, programs of each line; a baseline holds what people are told."""
    if every:
        return "all"
    return "lines" if format == "json" and not compared else "faults"


def _unread(found: list[Placed]) -> str:
    """That there may be more in files that are no XML: of each only the first fault can be told."""
    told = (each.diagnostic for each in found)
    torn = len({each.file for each in told if each.group == "wellformed" and each.severity == "error"})
    return f"; {counted(torn, 'file')} ill-formed, of which the rest can be checked once this is mended" if torn else ""


def _gravest(found: list[Placed], most: int | None) -> list[Placed]:
    """So many findings, errors before warnings, in the order in which they were found."""
    if most is None or len(found) <= most:
        return found
    order = {"error": 0, "warning": 1, "info": 2}
    numbers = sorted(range(len(found)), key=lambda number: (order[found[number].diagnostic.severity], number))[:most]
    return [found[number] for number in sorted(numbers)]
