"""`teiencode publish`: pages of TEI files."""

from __future__ import annotations

from pathlib import Path

import click

from teiencode.commands import options
from teiencode.commands.options import counted
from teiencode.console import Console, Format
from teiencode.reports.placed import Placed


@click.command(
    epilog=options.examples(
        "teiencode publish tei --output site",
        "teiencode publish letter.xml --output letter --config edition/teiencode.toml",
    )
)
@click.argument("inputs", nargs=-1, required=True, metavar="PATH...")
@options.folder_option("Where the pages go (default: what teiencode.toml says).")
@options.strict
@options.format
@options.config
@options.quiet
@options.version
def command(
    inputs: tuple[str, ...],
    output: Path | None,
    strict: bool,
    format: Format,
    config: Path | None,
    quiet: bool,
) -> int:
    """Publish TEI files as web pages and PDF.

    PATH is a file or a folder (its *.xml). DIR/index.html is the page to open.
    """
    from teiencode.files import TEI_SUFFIXES, collect
    from teiencode.publishing import processes_for, publish

    console = Console(quiet=quiet, format=format)
    if "-" in inputs:
        raise click.UsageError("publish needs files, and reads no standard input: a page's name is its file's")
    project, failures = options.load_project(config)
    folder = output or (project.site if project.path else None)
    if folder is None:
        raise click.UsageError("where to? Name a folder: --output site")
    done = 0

    def progress(_: str) -> None:
        nonlocal done
        done += 1
        console.progress("publishing", done)

    given, problems = collect(inputs, TEI_SUFFIXES, besides=(folder,))
    failures += problems
    if not given:
        return console.give_up(failures)
    published = publish(
        [each.path for each in given if each.path],
        folder,
        edition=project.edition,
        formats=project.publish.formats,
        look=project.publish.look,
        jobs=processes_for(len(given)),
        progress=progress,
    )
    failures += [each for each in published.diagnostics if each.severity == "error"]
    found = [Placed(each) for each in published.diagnostics if each.severity != "error"]
    console.fail(failures)
    console.report(found if format == "json" else [each for each in found if each.diagnostic.severity != "info"])
    written = f"{counted(len(published.written), 'page')} written, {len(published.unchanged)} unchanged"
    console.say(f"{counted(len(published.documents), 'document')} published, {written}")
    if published.documents and published.front_page.is_file():
        console.say(f"open {published.front_page}")
    return options.status((each.diagnostic for each in found), failures, strict=strict)
