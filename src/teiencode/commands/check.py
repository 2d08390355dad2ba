"""`teiencode check`: whether the TEI of a project is what its sources encode to, and valid."""

from __future__ import annotations

from pathlib import Path

import click

from teiencode.commands import options
from teiencode.commands.options import counted
from teiencode.console import Console, Format


@click.command(epilog=options.examples("teiencode check", "teiencode check --format json --config edition/teiencode.toml"))
@options.strict
@options.report_format
@options.baseline
@options.write_baseline
@options.config
@options.quiet
@options.version
def command(
    strict: bool, format: Format, baseline: Path | None, write_baseline: Path | None, config: Path | None, quiet: bool
) -> int:
    """Check a project's TEI, and write nothing.

    Exits with 1 where a TEI file is not what its source encodes to, does not decode to its source, or is invalid.
    """
    from teiencode.check import check

    console = Console(quiet=quiet, format=format)
    project, slips = options.load_project(config)
    if slips:
        return console.give_up(slips)
    checked = check(project, progress=console.progress)
    findings, slips = options.against_baseline(checked.findings, baseline, write_baseline)
    checked.failures += slips
    console.fail(checked.failures)
    console.report(findings, as_result=True)
    if checked.documents:
        console.say(f"{counted(checked.documents, 'document')} checked, {counted(len(findings), 'finding')}")
    return options.status((each.diagnostic for each in findings), checked.failures, strict=strict)
