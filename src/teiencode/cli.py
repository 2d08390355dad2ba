"""The command `teiencode`: its subcommands, each in a module of `teiencode.commands` that is loaded when it is run."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from teiencode.commands import options
from teiencode.console import prepare_streams, silence

COMMANDS = ("encode", "decode", "validate", "publish", "build", "check", "serve", "profiles", "explain", "schema")


class Commands(click.Group):
    """The group of subcommands, in the order of the work; none is imported before it is needed."""

    def list_commands(self, context: click.Context) -> list[str]:
        """The names of the subcommands."""
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """The subcommand of that name."""
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(f"teiencode.commands.{name}").command
        return command

    def resolve_command(self, context: click.Context, arguments: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """The subcommand that the arguments begin with; a misspelt one is answered with the nearest."""
        if arguments and arguments[0] not in COMMANDS and not arguments[0].startswith("-"):
            from teiencode.settings import nearest

            near = nearest(arguments[0], COMMANDS)
            hint = f'did you mean "{near}"?' if near else f"there are: {', '.join(COMMANDS)}"
            context.fail(f'no command is called "{arguments[0]}"; {hint}')
        return super().resolve_command(context, arguments)


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="\b\nExamples:\n  teiencode encode seeds --output tei\n  teiencode build",
)
@options.version
@options.config
@options.quiet
def cli(config: Path | None, quiet: bool) -> None:
    """Turn raw transcriptions into TEI P5 XML, validate it, and publish it."""


def run(arguments: list[str]) -> int:
    """Run the command with these arguments, and return its exit status.

    0: done. 1: something was found. 2: something could not be done. 130: interrupted.
    """
    try:
        status: Any = cli.main(arguments, prog_name="teiencode", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        print("interrupted", file=sys.stderr)
        return 130
    except OSError as error:
        # The commands meet the errors of their own files; a help page has only the stream that it is printed on.
        silence(sys.stdout)
        print(f"Error: {error.filename or 'standard output'}: {error.strerror}", file=sys.stderr)
        return 2
    return status if isinstance(status, int) else 0


def main() -> None:
    """The entry point of the command."""
    prepare_streams()
    sys.exit(run(sys.argv[1:]))
