"""`teiencode check`: whether the TEI of a project is what its sources encode to, and valid."""

from __future__ import annotations

from pathlib import Path

import click

from teiencode.commands import options
from teiencode.commands.options import counted
from teiencode.console import Console, Format


@click.command(epilog=options.examples("teiencode check", "teiencode check --format json --config edition/teiencode.toml"))
@options.strict
@options.format
@options.config
@options.quiet
@options.version
def command(strict: bool, format: Format, config: Path | None, quiet: bool) -> int:
    """Check a project's TEI, and write nothing.

    Exits with 1 where a TEI file is not what its source encodes to, does not decode to its source, or is invalid.
    """
    from teiencode.check import check

    console = Console(quiet=quiet, format=format)
    project, slips = options.load_project(config)
    if slips:
        return console.give_up(slips)
    checked = check(project, progress=console.progress)
    console.fail(checked.failures)
    console.report(checked.findings, as_result=True)
    if checked.documents:
        console.say(f"{counted(checked.documents, 'document')} checked, {counted(len(checked.findings), 'finding')}")
    return options.status((each.diagnostic for each in checked.findings), checked.failures, strict=strict)
