"""How near the encoder comes to scans that have no blank line about their furniture: `python -m bench.dense`.

The blank lines above and under each mark of a scan are taken out, above the marks alone, under them alone, and both; the
words stay. What is furniture is known by the encoder's own reading of the scan as it was, so that the scans written by hand
serve too. Prints the rows of the data's own scorer for the made scans, and of `bench.hand_scans` for the others.
"""

from __future__ import annotations

import re
import shutil
import sys

from lxml import etree

from bench.data import OUTPUT, Collection, data_or_exit
from bench.hand_scans import PARTS, SCANS
from bench.measures import ROWS, events_of, f_scores
from bench.quality import encode as encode_all
from bench.quality import fresh, print_scores, score
from teiencode.decode import decode
from teiencode.encode import encode

FURNITURE = re.compile(r"fw(?:\[\d+\])?")
BLANK_LINES = re.compile(r"\n[ \t\n]*\n")
PLACES = {"above": (True, False), "under": (False, True), "above and under": (True, True)}
"""Where no blank line stands: above the furniture, under it, or neither."""


def without_blank_lines(text: str, *, above: bool, under: bool) -> str:
    """A scan with no blank lines above, or under, what the encoder reads as furniture."""
    offsets = decode(encode(text, profile="scan", name="scan").xml).offsets
    spans = sorted(span for path, span in offsets.items() if FURNITURE.fullmatch(path.rpartition("/")[2]))
    cuts: set[tuple[int, int]] = set()
    for start, end in spans:
        before, after = len(text[:start].rstrip()), len(text) - len(text[end:].lstrip())
        if above and before and BLANK_LINES.match(text, before):
            cuts.add((before, start))
        if under and after < len(text) and BLANK_LINES.match(text, end):
            cuts.add((end, after))
    for start, end in sorted(cuts, reverse=True):
        kept = text[start:end].rpartition("\n")[2]
        text = f"{text[:start]}\n{kept}{text[end:]}"
    return text


def main() -> int:
    """Print a table of the made scans and one of the hand-written ones for each place."""
    data = data_or_exit()
    scans = Collection("scan", data / "scan")
    for place, (above, under) in PLACES.items():
        folder = fresh(OUTPUT / "dense")
        folder.mkdir(parents=True)
        for source in scans.texts:
            changed = without_blank_lines(source.read_text(encoding="utf-8"), above=above, under=under)
            (folder / source.name).write_text(changed, encoding="utf-8", newline="")
            shutil.copyfile(source.with_name(f"{source.stem}.gold.xml"), folder / f"{source.stem}.gold.xml")
        collection = Collection(scans.name, folder)
        encoded = encode_all(collection, OUTPUT / "dense-tei")
        looked_at = set(collection.names) - collection.held_out
        print_scores(
            f"no blank lines {place} furniture",
            {
                "all": score(data, collection, encoded, set(collection.names)),
                "looked at": score(data, collection, encoded, looked_at),
                "held out": score(data, collection, encoded, collection.held_out),
            },
        )
        for part in PARTS:
            compared = []
            for source in sorted((SCANS / part).glob("*.txt")):
                changed = without_blank_lines(source.read_text(encoding="utf-8"), above=above, under=under)
                right = etree.fromstring(source.with_suffix(".gold.xml").read_bytes())
                made = etree.fromstring(encode(changed, profile="scan", name="scan").xml)
                compared.append((events_of(right), events_of(made)))
            scores = f_scores(compared)
            print(f"{part}, {len(compared)} scans: " + "  ".join(f"{row} {scores[row]:.3f}" for row in ROWS))
    return 0


if __name__ == "__main__":
    sys.exit(main())
