"""What the subcommands share: options, the project file, the exit status."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from teiencode.diagnostic import Diagnostic
    from teiencode.project import Project
    from teiencode.reports.placed import Placed

Command = TypeVar("Command", bound=Callable[..., Any])

DONE, FOUND, FAILED = 0, 1, 2


def _as_above(context: click.Context, parameter: click.Parameter, value: Any) -> Any:
    """The value, or what stands before the name of the subcommand: `teiencode --quiet build`."""
    return value or context.find_root().params.get(parameter.name or "")


def _print_version(context: click.Context, parameter: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        from teiencode import __version__

        click.echo(f"teiencode {__version__}")
        context.exit()


version = click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Print the version and exit.",
)
quiet = click.option("--quiet", "-q", is_flag=True, callback=_as_above, help="No progress and no summary.")
strict = click.option("--strict", is_flag=True, help="Exit with 1 on warnings too.")
format = click.option(
    "--format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How what was found is reported; json goes to standard output.",
)
report_format = click.option(
    "--format",
    type=click.Choice(["text", "json", "sarif", "junit", "github", "gitlab"]),
    default="text",
    show_default=True,
    help="How what was found is reported; all but text are for programs.",
)
baseline = click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Only what is not in this baseline counts.",
)
write_baseline = click.option(
    "--write-baseline",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write what is found into a baseline, and count nothing.",
)
config = click.option(
    "--config",
    type=click.Path(path_type=Path),
    metavar="FILE",
    callback=_as_above,
    help="The project file (default: the nearest teiencode.toml here or in a folder above).",
)


def unused(*names: str) -> Callable[[Command], Command]:
    """Options that every command takes, for one on which they have no bearing: scripts need not know which do."""

    def decorate(command: Command) -> Command:
        for name in names:
            command = click.option(name, is_flag=name != "--config", expose_value=False, hidden=True)(command)
        return command

    return decorate


def folder_option(help: str) -> Callable[[Command], Command]:
    """The option `--output DIR`."""
    return click.option("--output", "-o", type=click.Path(path_type=Path), metavar="DIR", help=help)


def examples(*lines: str) -> str:
    """The epilogue of a help page."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def load_project(path: Path | None) -> tuple[Project, list[Diagnostic]]:
    """The project file that was named, or the nearest; an empty project where there is none, and the slips in it."""
    from teiencode.project import Project, find_project, read_project

    path = path or find_project()
    if path is None:
        return Project(), []
    project, slips = read_project(path)
    return project, list(slips)


def status(diagnostics: Iterable[Diagnostic], failures: Iterable[Diagnostic], *, strict: bool = False) -> int:
    """The exit status: 2 where something could not be done, 1 where something was found."""
    if any(True for _ in failures):
        return FAILED
    grave = ("error", "warning") if strict else ("error",)
    return FOUND if any(each.severity in grave for each in diagnostics) else DONE


def against_baseline(placed: list[Placed], baseline: Path | None, write_to: Path | None) -> tuple[list[Placed], list[Diagnostic]]:
    """The findings that count, by the options `--baseline` and `--write-baseline`, and what could not be done."""
    from teiencode.baseline import BaselineError, without_known, write_baseline
    from teiencode.files import UNREADABLE, UNWRITABLE, about

    if write_to is not None:
        try:
            write_baseline(write_to, placed)
        except OSError as error:
            return placed, [about(str(write_to), UNWRITABLE, f"cannot be written: {error.strerror}")]
        return [], []
    if baseline is not None:
        try:
            return without_known(baseline, placed), []
        except BaselineError as error:
            return placed, [about(str(baseline), UNREADABLE, str(error))]
    return placed, []


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun: `1 file`, `2 files`."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"
