"""`teiencode explain`: what a code means, and what to do about it."""

from __future__ import annotations

import textwrap

import click

from teiencode.commands import options
from teiencode.console import Console


@click.command(epilog=options.examples("teiencode explain TE917", "teiencode explain edited-tei"))
@click.argument("code", required=False)
@options.version
@options.unused("--config", "--quiet")
def command(code: str | None) -> int:
    """Explain what a code means.

    CODE is a code or its name. Without one, all codes are listed.
    """
    from teiencode.codes import all_codes

    console = Console()
    codes = all_codes()
    if code is None:
        console.result("".join(f"{each.code}  {each.severity:<8}{each.name}\n" for each in codes))
        return options.DONE
    for each in codes:
        if code.lower() in (each.code.lower(), each.name):
            explained = f"{textwrap.fill(each.explanation, 100)}\n\n{textwrap.fill('Cure: ' + each.cure, 100)}\n"
            console.result(f"{each.code} {each.name} ({each.severity}, group {each.group})\n\n{explained}")
            return options.DONE
    from teiencode.settings import nearest

    near = nearest(code.upper(), [each.code for each in codes]) or nearest(code.lower(), [each.name for each in codes])
    hint = f"did you mean {near}?" if near else '"teiencode explain" lists them all'
    raise click.UsageError(f"no code {code}; {hint}")
