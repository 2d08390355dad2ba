"""How near the encoder comes to the hand-made TEI: `python -m bench.quality`.

Prints every row of the data's own scorer, then what must hold for every text: that it decodes to its bytes, and that
`--profile auto` chose the profile of its kind. Status 1 when one of these two does not hold.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from bench.data import OUTPUT, Collection, collections, data_or_exit

TEI = "{http://www.tei-c.org/ns/1.0}"
SHARES = ("text", "same_text", "same_structure")


@dataclass(frozen=True, slots=True)
class Facts:
    """What was counted over the encoded texts of a collection."""

    documents: int
    decoded: int
    auto_right: int
    without_residue: int
    residue_bytes: int
    source_bytes: int


def main() -> int:
    """Encode each collection, print its tables, and return the exit status."""
    data = data_or_exit()
    fault = False
    for collection in collections(data):
        encoded = encode(collection, OUTPUT / collection.name)
        facts = count(collection, encoded, decode(encoded))
        looked_at = set(collection.names) - collection.held_out
        print_scores(
            f"{collection.name}: {facts.documents} texts",
            {
                "all": score(data, collection, encoded, set(collection.names)),
                "looked at": score(data, collection, encoded, looked_at),
                "held out": score(data, collection, encoded, collection.held_out),
            },
        )
        print_facts(facts)
        fault |= facts.decoded < facts.documents or facts.auto_right < facts.documents
    return 1 if fault else 0


def encode(collection: Collection, output: Path, profile: str = "auto") -> Path:
    """Encode a collection from scratch into a folder, and return it."""
    fresh(output)
    teiencode(output.with_suffix(".txt"), "encode", str(collection.folder), "--profile", profile, "--output", str(output))
    return output


def decode(encoded: Path) -> Path:
    """Decode a folder of TEI and return the folder with the texts."""
    output = fresh(encoded.with_name(encoded.name + "-decoded"))
    teiencode(output.with_suffix(".txt"), "decode", str(encoded), "--output", str(output))
    return output


def count(collection: Collection, encoded: Path, decoded: Path) -> Facts:
    """Compare the decoded texts with the sources, and read profile and residue from the TEI."""
    same = right = clean = residue = size = 0
    for text in collection.texts:
        source = text.read_bytes()
        size += len(source)
        back = decoded / text.name
        same += back.is_file() and back.read_bytes() == source
        file = encoded / f"{text.stem}.xml"
        if file.is_file():
            header = etree.parse(file).getroot().find(f"{TEI}teiHeader")
            assert header is not None, f"{file} has no teiHeader"
            right += header.findtext(f".//{TEI}application/{TEI}desc[@type='profile']") == collection.name
            spent = sum(len(etree.tostring(child)) for child in header.findall(f"{TEI}xenoData/*"))
            clean += spent == 0
            residue += spent
    return Facts(len(collection.texts), same, right, clean, residue, size)


def score(data: Path, collection: Collection, encoded: Path, names: set[str]) -> dict[str, Any]:
    """The table that the data's scorer makes of the named texts."""
    gold = fresh(OUTPUT / "gold")
    gold.mkdir(parents=True)
    for name in names:
        shutil.copyfile(collection.folder / f"{name}.gold.xml", gold / f"{name}.gold.xml")
    table = OUTPUT / "score.json"
    command = [sys.executable, str(data / "score.py"), str(gold), str(encoded), "--json", str(table)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    result: dict[str, Any] = json.loads(table.read_bytes())
    return result


def worst(data: Path, collection: Collection, encoded: Path) -> str:
    """What the data's scorer says of each text with a fault: how many, the name, the rows."""
    every = str(len(collection.texts))
    command = [sys.executable, str(data / "score.py"), str(collection.folder), str(encoded), "--worst", every]
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    return said.partition("missing ")[2].partition("\n")[2].rstrip()


def print_scores(title: str, tables: dict[str, dict[str, Any]]) -> None:
    """Print the rows of several tables side by side; precision and recall for the first."""
    whole, *_ = tables.values()
    print(f"\n{title}\n{'row':15}{'gold':>8}{'P':>9}{'R':>9}" + "".join(f"{f'F1 {name}':>14}" for name in tables))
    for row in (row for row, cell in whole.items() if isinstance(cell, dict)):
        cell = whole[row]
        if cell["gold"] == 0 and cell["p"] == 1.0:
            print(f"{row:15}{0:8d}   none here, and none made")
            continue
        f1 = "".join(f"{table[row]['f1']:14.4f}" for table in tables.values())
        print(f"{row:15}{cell['gold']:8d}{cell['p']:9.4f}{cell['r']:9.4f}{f1}")
    for row in SHARES:
        print(f"{row.replace('_', ' '):41}" + "".join(f"{table[row]:14.4f}" for table in tables.values()))
    print(f"{'documents':41}" + "".join(f"{table['documents']:14d}" for table in tables.values()))


def print_facts(facts: Facts) -> None:
    """Print what was counted over a whole collection."""
    share = facts.residue_bytes / facts.source_bytes
    print(f"decode to their bytes    {facts.decoded} of {facts.documents}")
    print(f"profile auto is right    {facts.auto_right} of {facts.documents}")
    print(f"residue                  {share:.3%} of the source; none in {facts.without_residue} of {facts.documents}")


def fresh(folder: Path) -> Path:
    """The folder's path, with nothing there."""
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def teiencode(said: Path, *arguments: str) -> None:
    """Run the command, and keep what it says in the file `said`; what it could not do shows in the counts."""
    said.parent.mkdir(parents=True, exist_ok=True)
    with said.open("wb") as file:
        subprocess.run([sys.executable, "-m", "teiencode", *arguments], check=False, stderr=file)
    *_, summary = said.read_text(encoding="utf-8").splitlines() or ["nothing was said"]
    print(f"{said.name}: {summary}")


if __name__ == "__main__":
    sys.exit(main())
