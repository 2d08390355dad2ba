"""The command, run as a user runs it: in this process where that does, in one of its own where it must."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from teiencode.cli import run

SOURCES = Path(__file__).parents[1] / "src"


@dataclass(frozen=True)
class Outcome:
    """What a run left: its exit status and its two streams."""

    status: int
    out: str
    err: str


Command = Callable[..., Outcome]


def environment(**more: str) -> dict[str, str]:
    """The environment of a process that runs this very copy of the program."""
    return {**os.environ, "PYTHONPATH": str(SOURCES), "PYTHONWARNINGS": "error", **more}


def process(*arguments: str, cwd: Path, input: bytes = b"", **more: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "teiencode", *arguments],
        cwd=cwd,
        input=input,
        capture_output=True,
        env=environment(**more),
        check=False,
    )


def command_in(folder: Path, monkeypatch: pytest.MonkeyPatch, capture: pytest.CaptureFixture[bytes]) -> Command:
    """A function that runs the command in this process, with `folder` as its working folder."""
    monkeypatch.chdir(folder)

    def command(*arguments: str, input: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(input)))
        capture.readouterr()
        status = run(list(arguments))
        out, err = capture.readouterr()
        return Outcome(status, out.decode("utf-8", "surrogateescape"), err.decode())

    return command


def names(folder: Path) -> list[str]:
    """The names of what lies in a folder, sorted."""
    return sorted(each.name for each in folder.iterdir())
