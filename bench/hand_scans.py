"""How near the encoder comes to scans of other kinds and other archives, written by hand: `python -m bench.hand_scans`.

Prints F1 for each row, for the scans in `tests/scans` that were looked at and for those kept aside, and the worst of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from bench.measures import ROWS, Events, events_of, f_scores
from teiencode.encode import encode

SCANS = Path(__file__).parents[1] / "tests" / "scans"
PARTS = ("looked-at", "kept-aside")


def compare(part: str) -> Iterator[tuple[str, Events, Events]]:
    """For each scan of a part its name, what is right, and what the encoder makes of it."""
    for source in sorted((SCANS / part).glob("*.txt")):
        made = encode(source.read_bytes(), profile="scan", name=source.stem).xml
        right = etree.fromstring(source.with_suffix(".gold.xml").read_bytes())
        yield source.stem, events_of(right), events_of(etree.fromstring(made))


def main() -> None:
    """Print the two tables."""
    for part in PARTS:
        compared = list(compare(part))
        scores = f_scores((right, made) for _, right, made in compared)
        print(f"{part}, {len(compared)} scans: " + "  ".join(f"{row} {scores[row]:.3f}" for row in ROWS))
        for name, right, made in compared:
            alone = f_scores([(right, made)])
            faulty = [f"{row} {alone[row]:.2f}" for row in ROWS if alone[row] < 1]
            print(f"  {name}: {', '.join(faulty) or 'the same'}")


if __name__ == "__main__":
    main()
