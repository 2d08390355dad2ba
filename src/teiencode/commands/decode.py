"""`teiencode decode`: TEI files back to the texts they were made from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

import click

from teiencode.commands import options
from teiencode.commands.options import counted
from teiencode.console import Console, Format
from teiencode.diagnostic import Code, Diagnostic
from teiencode.reports.placed import Placed, place

if TYPE_CHECKING:
    from teiencode.decode import Decoded

NOT_TEI = Code(
    code="TE920",
    name="not-tei",
    group="files",
    severity="error",
    explanation="A file to be decoded is no well-formed TEI document, or what it keeps for decoding is damaged.",
    cure="name a TEI file; where it is one, teiencode validate shows what is wrong with it",
)
NO_WHOLE = Code(
    code="TE927",
    name="parts-make-no-whole",
    group="files",
    severity="error",
    explanation="The documents that are to be joined are not all the parts of one file that was split: one is missing, is "
    "given twice, or is of another file.",
    cure="give all the parts of the file; each says in its header (appInfo) which one it is",
)
CODES = (NOT_TEI, NO_WHOLE)


@click.command(
    epilog=options.examples(
        "teiencode decode tei/letter.xml",
        "teiencode decode tei --output texts",
    )
)
@click.argument("inputs", nargs=-1, required=True, metavar="FILE...")
@options.folder_option("Where the texts go; without it, the bytes of the one file go to standard output.")
@click.option("--join", is_flag=True, help="Put the documents of a file that was split together again, in their order.")
@options.strict
@options.format
@options.quiet
@options.version
@options.unused("--config")
def command(inputs: tuple[str, ...], output: Path | None, join: bool, strict: bool, format: Format, quiet: bool) -> int:
    """Decode TEI files to their texts, byte for byte.

    FILE is a TEI file, a folder (its *.xml), or - for standard input. Exits with 1 where the TEI has been edited since
    it was written: what comes then is the text of the TEI as it is now.
    """
    from teiencode.decode import DecodeError, decode
    from teiencode.files import TEI_SUFFIXES, UNREADABLE, UNWRITABLE, about, collect, make_folder, sweep, write_changed

    console = Console(quiet=quiet, format=format)
    given, failures = collect(inputs, TEI_SUFFIXES)
    if output is None and not join and max(len(given), len(inputs)) > 1:
        raise click.UsageError("more than one file: name a folder for the texts with --output, or --join what was split")
    if output is not None and given:
        problem = make_folder(output)
        if problem:
            return console.give_up([*failures, problem])
        sweep(output)

    delivered = 0

    def deliver(name: str, data: bytes) -> None:
        nonlocal delivered
        delivered += 1
        if output is None and delivered > 1:
            raise click.UsageError("more than one text: name a folder for them with --output")
        if output is None:
            console.result_bytes(data)
            return
        target = output / f"{name}.txt"
        try:
            write_changed(target, data)
        except OSError as error:
            failures.append(about(str(target), UNWRITABLE, f"cannot be written: {error.strerror}"))

    found: list[Placed] = []
    decoded_files = edited = 0
    parts: list[Decoded] = []
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
        decoded_files += 1
        edited += decoded.edited
        if join and decoded.portion is not None:
            parts.append(decoded)
        else:
            deliver(each.name, decoded.data)
    for name, data in _joined(parts, failures):
        deliver(name, data)
    console.fail(failures)
    # Standard output is taken where the decoded bytes go there.
    console.report(found, as_result=False if output is None else None)
    if output is not None:
        console.say(f"{counted(decoded_files, 'file')} decoded to {output}" + (f", {edited} edited since" if edited else ""))
    return max(options.status((each.diagnostic for each in found), failures, strict=strict), int(edited > 0))


def _joined(parts: Sequence[Decoded], failures: list[Diagnostic]) -> Iterator[tuple[str, bytes]]:
    """The NAME and the bytes of each file that was split; why there is none is put to the failures."""
    from teiencode.files import about
    from teiencode.joining import JoinError, join

    by_whole: dict[str, list[Decoded]] = {}
    for part in parts:
        if part.portion is not None:
            by_whole.setdefault(part.portion.whole, []).append(part)
    for name, members in by_whole.items():
        try:
            data = join(members)
        except JoinError as error:
            failures.append(about(name, NO_WHOLE, str(error)))
            continue
        # The name is what the file says: it must not lead out of the folder.
        if name != Path(name).name or name != PureWindowsPath(name).name:
            failures.append(about(name, NO_WHOLE, "this is no name that a file can be given"))
        else:
            yield name, data
