"""`teiencode build`: the whole way, as the project file says."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from teiencode.commands import options
from teiencode.commands.options import counted
from teiencode.console import Console, Format
from teiencode.reports.placed import Placed

if TYPE_CHECKING:
    from teiencode.build import Built


@click.command(epilog=options.examples("teiencode build", "teiencode build --config edition/teiencode.toml --force"))
@click.option("--force", is_flag=True, help="Overwrite TEI files that have been edited.")
@options.strict
@options.format
@options.config
@options.quiet
@options.version
def command(force: bool, strict: bool, format: Format, config: Path | None, quiet: bool) -> int:
    """Encode, validate and publish, as teiencode.toml says."""
    from teiencode.build import build

    started = time.perf_counter()
    console = Console(quiet=quiet, format=format)
    project, slips = options.load_project(config)
    if slips:
        return console.give_up(slips)
    built = build(project, force=force, progress=console.progress)
    placed = [*built.diagnostics, *built.findings]
    console.fail(built.failures)
    console.report(placed if format == "json" else [each for each in placed if each.diagnostic.severity != "info"])
    for line in _summary(built, time.perf_counter() - started):
        console.say(line)
    return options.status((each.diagnostic for each in placed), built.failures, strict=strict)


def _summary(built: Built, seconds: float) -> list[str]:
    if not built.documents:
        return []
    if built.unchanged:
        done = "unchanged, nothing to do"
    else:
        done = f"{counted(built.encoded, 'TEI file')} and {counted(built.pages, 'page')} written"
    lines = [f"{counted(built.documents, 'document')}: {done} ({seconds:.1f} s)"]
    lines.append(f"{counted(len(built.diagnostics), 'diagnostic')}{_by_code(built.diagnostics)}")
    lines.append(f"{counted(len(built.findings), 'finding')}{_by_code(built.findings)}")
    if built.failures:
        lines.append(f"{counted(len(built.failures), 'thing')} could not be done, see above")
    if built.entry and built.entry.is_file():
        lines.append(f"open {built.entry}")
    return lines


def _by_code(placed: list[Placed]) -> str:
    codes = Counter(each.diagnostic.code for each in placed)
    if not codes:
        return ""
    counted_codes = ", ".join(f"{code} {number}" for code, number in sorted(codes.items()))
    return f": {counted_codes} (teiencode explain {min(codes)} says what it means)"
