"""Whether the encoder knows when it is unsure where a note is called: `python -m bench.calibration`.

Each call has a margin, in log odds; below `UNSURE` the encoder says so (TE203, `@cert="low"`). A place is right where the
hand-made TEI has the note. On whole texts hardly any is wrong, so the texts are damaged too: of every fifth note the number is
taken out of the text, and the encoder must leave the note without a call, or be unsure. Status 1 where a text does not
match its hand-made TEI, for then nothing was measured on it.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from bench.data import Collection, collections, data_or_exit
from bench.gold_calls import Place, gold_calls
from teiencode.calls import UNSURE
from teiencode.encode import place
from teiencode.profile import load_profile

BOUNDS = (0.5, 1.0, UNSURE, 4.0, 8.0)
"""Margins are counted up to each of these, and above the last."""
EVERY = 5
"""Of so many calls one is taken out."""


@dataclass(slots=True)
class Margins:
    """How many decisions had a margin of each size, and how many of them were wrong."""

    decided: Counter[int] = field(default_factory=Counter)
    wrong: Counter[int] = field(default_factory=Counter)
    missed: int = 0

    def take(self, text: str, right: frozenset[Place]) -> None:
        """Count the decisions on a text whose calls are known."""
        found = set()
        for call in place(text, load_profile("frus"), []).calls:
            span = (call.reading.start, call.reading.end)
            size = sum(call.margin >= bound for bound in BOUNDS)
            self.decided[size] += 1
            self.wrong[size] += span not in right
            found.add(span)
        self.missed += len(right - found)

    def small(self, counts: Counter[int]) -> int:
        """How many of `counts` had a margin that the encoder calls unsure."""
        return sum(counts[size] for size, bound in enumerate(BOUNDS) if bound <= UNSURE)


def main() -> int:
    """Measure on whole and damaged texts, all and held out, print the tables, and return the exit status."""
    (frus,) = (each for each in collections(data_or_exit()) if each.name == "frus")
    unmatched = 0
    print("\ncalibration: calls of notes by the margin of the decision, and how many of them were wrong")
    for damaged in (False, True):
        everywhere, held_out = Margins(), Margins()
        for name, text, right in known(frus):
            if right is None:
                unmatched += not damaged
                continue
            taken, left = take_out(text, right) if damaged else (text, right)
            everywhere.take(taken, left)
            if name in frus.held_out:
                held_out.take(taken, left)
        title = f"of every {EVERY}th note the number taken out" if damaged else "texts as they are"
        print_table(title, {"all": everywhere, "held out": held_out})
    print(f"  texts that are not their hand-made TEI, and were not measured: {unmatched}")
    return 1 if unmatched else 0


def known(frus: Collection) -> Iterator[tuple[str, str, frozenset[Place] | None]]:
    """Each text of the collection: its name, the text, and where its notes are called."""
    for path in frus.texts:
        text = path.read_text("utf-8")
        yield path.stem, text, gold_calls(text, path.with_suffix(".gold.xml"))


def take_out(text: str, calls: frozenset[Place]) -> tuple[str, frozenset[Place]]:
    """The text without the numbers of every fifth call, and the places of the others in it."""
    pieces, left = [], []
    at = gone = 0
    for count, (start, end) in enumerate(sorted(calls), 1):
        if count % EVERY:
            left.append((start - gone, end - gone))
        else:
            pieces.append(text[at:start])
            at, gone = end, gone + end - start
    return "".join([*pieces, text[at:]]), frozenset(left)


def print_table(title: str, rows: dict[str, Margins]) -> None:
    """Print a line for each group of texts, a column for each size of margin: decisions, and the wrong ones among them."""
    sizes = [*(f"< {bound:g}" for bound in BOUNDS), f">= {BOUNDS[-1]:g}"]
    print(f"  {title}")
    print(f"    {'margin':14}" + "".join(f"{size:>12}" for size in sizes) + f"{'not found':>12}")
    for name, margins in rows.items():
        cells = (f"{margins.decided[size]} ({margins.wrong[size]})" for size in range(len(sizes)))
        print(f"    {name:14}" + "".join(f"{cell:>12}" for cell in cells) + f"{margins.missed:12}")
    for name, margins in rows.items():
        wrong, small = margins.wrong.total(), margins.small(margins.decided)
        found = margins.small(margins.wrong)
        print(f"    {name}: {found} of {wrong} wrong decisions had a small margin; {found} of {small} small margins were wrong")


if __name__ == "__main__":
    sys.exit(main())
