"""Time and memory as a text grows: `python -m bench.growth`.

Each kind of text is made at one, two and four times a size, and encoded by a process of its own. Twice the text should
take twice the time; `doubled` is the time of the largest over the time of the one before it, start-up taken off. The
seconds are the processor's, for those are the same on a busy machine.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.data import OUTPUT
from bench.process import Run, run

Pieces = Callable[[int], Iterator[str]]
SIZES = (1, 2, 4)
DONE = (0, 1)
"""Exit statuses of a run that encoded the text: 1 only tells of something in it."""


def prose(times: int) -> Iterator[str]:
    """A megabyte of plain paragraphs a time."""
    for number in range(times * 2_500):
        yield f"Paragraph {number} holds some words about talks that went on without result. " * 5 + "\n\n"


def glued_digits(times: int) -> Iterator[str]:
    """Digits glued to every word, and the notes that each of them might call."""
    yield "1. Telegram From the Embassy1\n\n"
    for number in range(times * 8_000):
        yield f"word{number % 97} item{number % 89}. clause,{number % 83} November {number % 28}1 section{number}\n\n"
    for number in range(1, 98):
        yield f"  {number}. Source: a file, number {number}.\n\n"


def open_brackets(times: int) -> Iterator[str]:
    """Brackets and signs that open and never close."""
    yield "## MEMORANDUM\n\n"
    for number in range(times * 4_000):
        yield f"[{number} lines [[ ~~struck ^{{above **bold (b)(1 [REDACTED\n"
        if number % 5 == 0:
            yield "\n"


def notes(times: int) -> Iterator[str]:
    """2,500 calls and their notes a time."""
    count = times * 2_500
    yield "1. Telegram From the Embassy\n\n"
    for number in range(1, count + 1):
        yield f"The talks went on.{number}\n\n"
    for number in range(1, count + 1):
        yield f"  {number}. See the telegram of that day.\n\n"


def page_turns(times: int) -> Iterator[str]:
    """Pages of a scan, each with its running head and foot, and a sentence over every turn."""
    yield "## OUTGOING TELEGRAM Department of State\n\n"
    for number in range(2, times * 500 + 2):
        yield "TOP SECRET\n\nThe delegation was told that the matter would be\n\nSECRET\n\n"
        yield f"-{number}- 1991, November 28, 4 p.m., from New York.\n\ntaken up ~~at once~~ ^{{later}}.\n\n"


def one_line(times: int) -> Iterator[str]:
    """2.5 MB a time, and no line end."""
    for number in range(times * 28_500):
        yield f"word{number % 10} [1] (b) 12 ~~x~~ and so on without any end to the line, for a hundred characters. "


KINDS: tuple[tuple[str, Pieces, str], ...] = (
    ("prose", prose, "plain"),
    ("digits glued everywhere", glued_digits, "frus"),
    ("brackets never closed, scan", open_brackets, "scan"),
    ("brackets never closed, frus", open_brackets, "frus"),
    ("notes, up to 10,000", notes, "frus"),
    ("page turns, up to 2,000", page_turns, "scan"),
    ("one line, up to 10 MB, plain", one_line, "plain"),
    ("one line, up to 10 MB, frus", one_line, "frus"),
    ("one line, up to 10 MB, scan", one_line, "scan"),
)


def main() -> int:
    """Measure every kind at every size, print the table, and return the exit status."""
    folder = OUTPUT / "growth"
    folder.mkdir(parents=True, exist_ok=True)
    start = encode(write(folder / "nothing.txt", iter(["One line.\n"])), "plain")
    print(f"\ngrowth: processor seconds for 1, 2 and 4 times the text; start-up is {start.processor:.2f} s, {start.peak:.0f} MB")
    print(f"{'':32}{'MB':>6}{'1':>8}{'2':>8}{'4':>8}{'doubled':>9}{'peak MB':>9}{'MB a MB':>9}")
    faults = 0
    for name, pieces, profile in KINDS:
        texts = [write(folder / f"{profile}-{pieces.__name__}-{times}.txt", pieces(times)) for times in SIZES]
        runs = [encode(text, profile) for text in texts]
        faults += sum(one.status not in DONE for one in runs)
        print_row(name, texts[-1].stat().st_size / 1e6, runs, start)
    return 1 if faults else 0


def write(path: Path, pieces: Iterator[str]) -> Path:
    """Write a text piece by piece: a child's peak counts from its parent's, so this process must stay small."""
    with path.open("w", encoding="utf-8", newline="") as file:
        for batch in iter(lambda: list(itertools.islice(pieces, 1_000)), []):
            file.write("".join(batch))
    return path


def encode(text: Path, profile: str) -> Run:
    """A process that encodes one text."""
    arguments = ["encode", str(text), "--force", "--quiet", "--profile", profile, "--output", str(text.parent / "tei")]
    return run([sys.executable, "-m", "teiencode", *arguments])


def print_row(name: str, megabytes: float, runs: list[Run], start: Run) -> None:
    """Print the line of one kind of text; a run that failed is marked."""
    seconds = "".join(f"{one.processor:8.2f}" if one.status in DONE else f"{f'status {one.status}':>8}" for one in runs)
    *_, half, whole = (max(one.processor - start.processor, 0.001) for one in runs)
    peak = runs[-1].peak
    print(f"{name:32}{megabytes:6.1f}{seconds}{whole / half:9.1f}{peak:9.0f}{(peak - start.peak) / megabytes:9.1f}")


if __name__ == "__main__":
    sys.exit(main())
