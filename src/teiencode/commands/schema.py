"""`teiencode schema build`: an ODD made into schemas."""

from __future__ import annotations

from pathlib import Path

import click

from teiencode.commands import options
from teiencode.console import Console, Format
from teiencode.reports.placed import Placed


@click.group(
    name="schema",
    epilog=options.examples(
        "teiencode schema copy --output schema",
        "teiencode schema build my.odd --tei-source p5subset.xml",
    ),
)
@options.version
@options.unused("--config", "--quiet")
def command() -> None:
    """Make schemas of an ODD, or copy teiencode's own."""


OWN = ("teiencode.rng", "teiencode.sch", "teiencode.odd")
"""teiencode's own schema: the two that TEI files name, and what they are made of."""


@command.command(
    epilog=options.examples(
        "teiencode schema copy",
        "teiencode schema copy --output edition/schema",
    )
)
@options.folder_option("Where the schema goes (default: schema).")
@options.quiet
@options.version
@options.unused("--config")
def copy(output: Path | None, quiet: bool) -> int:
    """Copy teiencode's own schema, so that an XML editor finds it.

    The TEI files name it as ../schema/teiencode.rng, unless teiencode.toml says otherwise.
    """
    from teiencode import resources
    from teiencode.files import UNWRITABLE, about, make_folder, sweep, write_changed

    console = Console(quiet=quiet)
    folder = output or Path("schema")
    if failure := make_folder(folder):
        return console.give_up([failure])
    sweep(folder)
    for name in OWN:
        try:
            write_changed(folder / name, (resources.folder("schema") / name).read_bytes())
        except OSError as error:
            return console.give_up([about(str(folder / name), UNWRITABLE, f"cannot be written: {error.strerror}")])
    console.say(f"{', '.join(OWN)} are in {folder}")
    return options.DONE


def _formats(context: click.Context, parameter: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    from teiencode.odd.outputs import WRITERS
    from teiencode.settings import nearest

    words = tuple(word.strip() for each in given for word in each.split(",") if word.strip())
    for word in words:
        if word not in WRITERS:
            near = nearest(word.lower(), WRITERS)
            hint = f'did you mean "{near}"?' if near else f"there are: {', '.join(WRITERS)}"
            raise click.BadParameter(f'"{word}" is no format; {hint}')
    return tuple(dict.fromkeys(words)) or tuple(WRITERS)


@command.command(
    epilog=options.examples(
        "teiencode schema build my.odd --tei-source p5subset.xml",
        "teiencode schema build my.odd --tei-source p5subset.xml --output schema --only rng,sch",
    )
)
@click.argument("odd", type=click.Path(path_type=Path), metavar="ODD")
@click.option("--tei-source", type=click.Path(path_type=Path), metavar="FILE", help="TEI's own source, p5subset.xml.")
@options.folder_option("Where the schemas go (default: beside the ODD).")
@click.option("--only", multiple=True, callback=_formats, metavar="WHAT", help="Only these: rng, sch, xsd, html.")
@options.strict
@options.format
@options.quiet
@options.version
@options.unused("--config")
def build(
    odd: Path,
    tei_source: Path | None,
    output: Path | None,
    only: tuple[str, ...],
    strict: bool,
    format: Format,
    quiet: bool,
) -> int:
    """Compile an ODD to RELAX NG, Schematron, XSD, and documentation in HTML.

    my.odd becomes my.rng, my.sch, my.xsd and my.html. TEI's source is p5subset.xml; nothing is fetched from the network.
    """
    from teiencode.files import UNWRITABLE, about, make_folder, sweep, write_changed
    from teiencode.odd.customisation import compile_odd
    from teiencode.odd.outputs import WRITERS
    from teiencode.odd.problems import OddError
    from teiencode.odd.soundness import check_grammar

    console = Console(quiet=quiet, format=format)
    folder = output or odd.parent
    steps = 0

    def progress(what: str) -> None:
        nonlocal steps
        steps += 1
        console.progress(what, steps)

    try:
        schema = compile_odd(odd, tei_source, progress)
        made = {}
        for ending in only:
            progress(f"writing {odd.stem}.{ending}")
            made[ending] = WRITERS[ending](schema)
        progress("reading the grammar")
        check_grammar(schema, made.get("rng") or WRITERS["rng"](schema))
    except OddError as error:
        return console.give_up(error.problems)
    failure = make_folder(folder)
    if failure:
        return console.give_up([failure])
    sweep(folder)
    failures = []
    written = []
    for ending, data in made.items():
        path = folder / f"{odd.stem}.{ending}"
        try:
            changed = write_changed(path, data)
        except OSError as error:
            failures.append(about(str(path), UNWRITABLE, f"cannot be written: {error.strerror}"))
            continue
        written.append(f"{path}{'' if changed else ' (unchanged)'}")
    console.fail(failures)
    noted = schema.problems.found
    console.report([Placed(each) for each in noted])
    elements = options.counted(len(schema.elements), "element")
    console.say(f"{elements} of {len(schema.parts.modules)} modules: {', '.join(written)}")
    return options.status(noted, failures, strict=strict)
