"""One `teiencode encode` over all printed documents beside pandoc on the same texts: `python -m bench.speed`.

pandoc is asked for TEI from Markdown, once with a call for each document, as scripts do, and once with all documents
joined in one call, which spares it every start but one and makes one document of them all.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pypandoc

from bench.data import OUTPUT, Collection, data_or_exit
from bench.process import Run, run

REPEATS = 5
"""Runs of ours, between which pandoc's calls are spread: a machine is not equally quick at all times."""


def main() -> int:
    """Measure, print the table, and return the exit status."""
    texts = Collection("frus", data_or_exit() / "frus").texts
    megabytes = sum(text.stat().st_size for text in texts) / 1e6
    ours, calls = [], []
    for first in range(REPEATS):
        ours.append(encode(texts, "auto"))
        calls += [pandoc([text]) for text in texts[first::REPEATS]]
    single = together("pandoc, once a text", calls)
    joined = pandoc(texts)
    middle = sorted(ours, key=lambda one: one.seconds)[REPEATS // 2]
    print(f"\nspeed: {len(texts)} texts, {megabytes:.1f} MB, process start included")
    print(f"{'':34}{'seconds':>9}{'ms a text':>11}{'processor':>11}{'peak MB':>9}{'of pandoc':>11}")
    row(f"teiencode, median of {REPEATS} runs", middle, len(texts), single)
    row("pandoc, a call for each text", single, len(texts), single)
    row("pandoc, all texts in one call", joined, len(texts), single)
    # Status 1 of ours tells of something found in the texts; all were encoded.
    faults = [one for one in (*ours, joined, single) if one.status not in ((0, 1) if one in ours else (0,))]
    for one in faults:
        print(f"speed: a command ended with status {one.status}: {one.command}", file=sys.stderr)
    return 1 if faults else 0


def encode(texts: list[Path], profile: str) -> Run:
    """One process that encodes all texts into an empty folder."""
    output = OUTPUT / "speed"
    shutil.rmtree(output, ignore_errors=True)
    arguments = [sys.executable, "-m", "teiencode", "encode", "--quiet", "--profile", profile, "--output", str(output)]
    return run([*arguments, *map(str, texts)])


def pandoc(texts: list[Path]) -> Run:
    """One call for the texts, which pandoc joins."""
    command = [pypandoc.get_pandoc_path(), "--from", "markdown", "--to", "tei"]
    return run([*command, "--output", str(OUTPUT / "pandoc.xml"), *map(str, texts)])


def together(name: str, calls: list[Run]) -> Run:
    """Many calls as one."""
    return Run(
        name,
        sum(call.seconds for call in calls),
        sum(call.processor for call in calls),
        max(call.peak for call in calls),
        max(call.status for call in calls),
    )


def row(name: str, run: Run, texts: int, other: Run) -> None:
    """Print one line of the table, with the time as a share of another's."""
    per_text = run.seconds / texts * 1000
    share = run.seconds / other.seconds
    print(f"{name:34}{run.seconds:9.2f}{per_text:11.2f}{run.processor:11.2f}{run.peak:9.0f}{share:11.3f}")


if __name__ == "__main__":
    sys.exit(main())
