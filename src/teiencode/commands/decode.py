"""`teiencode decode`: TEI files back to the texts they were made from."""

from __future__ import annotations

from pathlib import Path

import click

from teiencode.commands import options
from teiencode.commands.options import counted
from teiencode.console import Console, Format
from teiencode.diagnostic import Code
from teiencode.reports.placed import Placed, place

NOT_TEI = Code(
    code="TE920",
    name="not-tei",
    group="files",
    severity="error",
    explanation="A file to be decoded is no well-formed TEI document, or what it keeps for decoding is damaged.",
    cure="teiencode validate shows where; or take the file from before the damage",
)
CODES = (NOT_TEI,)


@click.command(
    epilog=options.examples(
        "teiencode decode tei/letter.xml",
        "teiencode decode tei --output texts",
    )
)
@click.argument("inputs", nargs=-1, required=True, metavar="FILE...")
@options.folder_option("Where the texts go; without it, the bytes of the one file go to standard output.")
@options.strict
@options.format
@options.quiet
@options.version
@options.unused("--config")
def command(inputs: tuple[str, ...], output: Path | None, strict: bool, format: Format, quiet: bool) -> int:
    """Decode TEI files to their texts, byte for byte.

    FILE is a TEI file, a folder (its *.xml), or - for standard input. Exits with 1 where the TEI has been edited since
    it was written: what comes then is the text of the TEI as it is now.
    """
    from teiencode.decode import DecodeError, decode
    from teiencode.files import TEI_SUFFIXES, UNREADABLE, UNWRITABLE, about, collect, make_folder, sweep, write_changed

    console = Console(quiet=quiet, format=format)
    given, failures = collect(inputs, TEI_SUFFIXES)
    if output is None and max(len(given), len(inputs)) > 1:
        raise click.UsageError("more than one file: name a folder for the texts with --output")
    if output is not None and given:
        problem = make_folder(output)
        if problem:
            console.fail([*failures, problem])
            return options.FAILED
        sweep(output)
    found: list[Placed] = []
    edited = 0
    for done, each in enumerate(given, 1):
        console.progress("decoding", done, len(given))
        try:
            tei = each.read()
        except OSError as error:
            failures.append(about(each.label, UNREADABLE, f"cannot be read: {error.strerror}"))
            continue
        try:
            decoded = decode(tei)
        except DecodeError as error:
            failures.append(about(each.label, NOT_TEI, str(error)))
            continue
        found += place(decoded.diagnostics, each.label, tei.decode("utf-8", "replace"))
        edited += decoded.edited
        if output is None:
            console.result_bytes(decoded.data)
            continue
        target = output / f"{each.name}.txt"
        try:
            write_changed(target, decoded.data)
        except OSError as error:
            failures.append(about(str(target), UNWRITABLE, f"cannot be written: {error.strerror}"))
    console.fail(failures)
    # Standard output is taken where the decoded bytes go there.
    console.report(found, as_result=False if output is None else None)
    if output is not None:
        console.say(f"{counted(len(given), 'file')} decoded to {output}" + (f", {edited} edited since" if edited else ""))
    return max(options.status((each.diagnostic for each in found), failures, strict=strict), int(edited > 0))
