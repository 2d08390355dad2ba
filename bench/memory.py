"""Peak memory of `teiencode validate` as files grow: `python -m bench.memory`.

Each run is a process of its own, start-up included, and starts no other.
Files of 20, 45 and 100 MB by tei_all and its rules: hand-encoded documents that are nearly valid; the same with every pointer
into other files, so that there is a finding in every other line; and words that are all elements with two attributes, as
linguists have them, which make the largest tree that there is. `times` is the peak over the size of the file.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.data import OUTPUT, data_or_exit, tei_file
from bench.faults.documents import hand_encoded
from bench.hostile import MEGABYTE
from bench.process import run
from bench.validation_speed import one_volume

SIZES = (20, 45, 100)
RUNS: tuple[tuple[str, list[str]], ...] = (
    ("grammar", ["--select", "relaxng"]),
    ("no Schematron", ["--ignore", "schematron", "--max-tree", "1000"]),
    ("all", ["--max-tree", "1000"]),
    ("all, by default", []),
)
_POINTER = re.compile(r' (?!target="http)[\w:]+="[^"]*#[^"]*"')


def main() -> int:
    """Measure and print the table; 1 where a run fails."""
    schema = tei_file("tei_all.rng")
    options = ["--schema", str(schema)] if schema else []
    folder = OUTPUT / "memory"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    print(f"\n{'':32}{'MB':>6}" + "".join(f"{name:>22}" for name, _ in RUNS))
    print(f"{'':38}" + f"{'MB  times  secs':>22}" * len(RUNS))
    status = 0
    for name, pieces in _kinds([text for _, text in hand_encoded(data_or_exit())]):
        for size in SIZES:
            file = _write(folder / "volume.xml", pieces, size * MEGABYTE)
            real = file.stat().st_size / MEGABYTE
            print(f"{name:32}{real:6.0f}", end="", flush=True)
            for _, more in RUNS:
                command = [sys.executable, "-m", "teiencode", "validate", "--quiet", "--format", "json", *options, *more]
                one = run([*command, str(file)])
                status |= one.status not in (0, 1)
                print(f"{one.peak:9.0f}{one.peak / real:7.1f}{one.seconds:6.1f}", end="", flush=True)
            print()
            file.unlink()
    return status


def _kinds(documents: list[str]) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """Names of kinds of files, with what stands before, over and over, and behind."""
    volume = one_volume(documents)
    body = volume.partition("<body>")[2].partition("</body>")[0]
    head, foot = volume.split(body)
    yield "nearly valid", (head, _POINTER.sub("", body), foot)
    yield "a finding in every other line", (head, body, foot)
    words = "".join(f'<w lemma="word{number}" pos="NN">words</w>\n' for number in range(20))
    yield "every word an element", (head, f"<div><p>{words}</p></div>\n", foot)


def _write(file: Path, pieces: tuple[str, str, str], size: int) -> Path:
    """A file of this size and no larger."""
    head, again, foot = pieces
    with file.open("w", encoding="utf-8", newline="") as writing:
        writing.write(head)
        for _ in range(max(1, size // len(again.encode()))):
            writing.write(again)
        writing.write(foot)
    return file


if __name__ == "__main__":
    sys.exit(main())
