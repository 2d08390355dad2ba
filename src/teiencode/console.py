"""What is printed, and where: results to standard output, progress and diagnostics to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import IO, Literal

import click

from teiencode.diagnostic import Diagnostic
from teiencode.reports.placed import Placed

Format = Literal["text", "json", "sarif", "junit", "github", "gitlab"]
"""The formats of a report; those beside text and JSON are for `validate` and `check` alone."""


class Console:
    """The two streams of a command. A reader that has gone away (`| head`) silences a stream and stops no work."""

    def __init__(self, *, quiet: bool = False, format: Format = "text", full: bool = False) -> None:
        """With `quiet` there is neither progress nor summary; diagnostics and results are printed all the same.

        `full`: of many diagnostics that say the same each is printed whole.
        """
        self.quiet = quiet
        self.format = format
        self._full = full
        self._progress = ""

    def result(self, text: str) -> None:
        """Print a result, as it is."""
        self._clear()
        _write(sys.stdout, text)

    def result_bytes(self, data: bytes) -> None:
        """Write a result that is no text of ours: bytes, untouched."""
        try:
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        except OSError as error:
            _given_up(sys.stdout, error)

    def say(self, line: str) -> None:
        """Tell how things went: a line for people only, not with `--quiet` or a machine's format."""
        if not self.quiet and self.format == "text":
            self._clear()
            _write(sys.stderr, line + "\n")

    def report(self, placed: Iterable[Placed], *, as_result: bool | None = None) -> None:
        """Print diagnostics: to standard output as a result, or to standard error.

        Where it is not said, a report for machines is a result, for somebody asked for it, and text is none.
        """
        if as_result is None:
            as_result = self.format != "text"
        stream = sys.stdout if as_result else sys.stderr
        self._clear()
        if self.format == "text":
            from teiencode.reports import text

            _write(stream, text.render(placed, colour=has_colour(stream), full=self._full))
        else:
            from importlib import import_module

            _write(stream, import_module(f"teiencode.reports.{self.format}").render(placed))

    def fail(self, failures: Iterable[Diagnostic]) -> None:
        """Print what could not be done, on standard error in any format."""
        from teiencode.reports import text

        self._clear()
        _write(sys.stderr, text.render(map(Placed, failures), colour=has_colour(sys.stderr)))

    def give_up(self, failures: Iterable[Diagnostic]) -> int:
        """Print why nothing was done at all, and the empty report that a machine waits for; the exit status for that."""
        self.fail(failures)
        self.report([])
        return 2

    def progress(self, what: str, done: int, total: int | None = None) -> None:
        """Show how far the work is, on a terminal."""
        if self.quiet or self.format != "text" or not sys.stderr.isatty():
            return
        line = f"{what} {done}" if total is None else f"{what} {done}/{total}"
        if line != self._progress:
            _write(sys.stderr, f"\r{line.ljust(len(self._progress))}")
            self._progress = line

    def _clear(self) -> None:
        if self._progress:
            _write(sys.stderr, "\r" + " " * len(self._progress) + "\r")
            self._progress = ""


def has_colour(stream: IO[str]) -> bool:
    """Whether a stream takes colour: a terminal does, unless `NO_COLOR` (no-color.org) or its own kind forbids it."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def prepare_streams() -> None:
    """Make the streams take any character: UTF-8 where a program reads, escapes where a terminal cannot show it.

    A stream that was closed before the program began (`>&-`) is there all the same. Standard input and output then fail
    when they are used, so that a result is never thrown away in silence; messages go nowhere.
    """
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def _write(stream: IO[str], text: str) -> None:
    if not text:
        return
    try:
        stream.write(text)
        stream.flush()
    except OSError as error:
        _given_up(stream, error)


def _open_closed_streams() -> None:
    for number, (name, access) in enumerate((("stdin", os.O_WRONLY), ("stdout", os.O_RDONLY), ("stderr", os.O_WRONLY))):
        if getattr(sys, name) is None:
            taken = os.open(os.devnull, access)
            if taken != number:
                os.dup2(taken, number)
                os.close(taken)
            setattr(sys, name, os.fdopen(number, "r" if number == 0 else "w", closefd=False))


def _given_up(stream: IO[str], error: OSError) -> None:
    """Nothing more is written to a stream that failed. Where results are lost it is said, unless nobody wants them."""
    silence(stream)
    if stream is sys.stdout and not isinstance(error, BrokenPipeError):
        raise click.ClickException(f"standard output cannot be written: {error.strerror}")


def silence(stream: IO[str]) -> None:
    """Send what a stream still holds, and all that follows, nowhere."""
    # The stream's descriptor is turned to nowhere, so that flushing at exit has nothing to complain of.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
