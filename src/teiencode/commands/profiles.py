"""`teiencode profiles`: the profiles that there are."""

from __future__ import annotations

import click

from teiencode.commands import options
from teiencode.console import Console


@click.command(epilog=options.examples("teiencode profiles", "teiencode encode letter.txt --output tei --profile scan"))
@options.version
@options.unused("--config", "--quiet")
def command() -> int:
    """List the profiles, each with the kind of source that it reads."""
    from teiencode.profile import PROFILES, load_profile

    width = max(map(len, PROFILES)) + 2
    lines = [f"{name.ljust(width)}{load_profile(name).description}\n" for name in PROFILES]
    Console().result("".join([f"{'auto'.ljust(width)}one of these, by the signs that the text holds\n", *lines]))
    return options.DONE
