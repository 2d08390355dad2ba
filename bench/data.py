"""The bench data: where it lies, which texts it has, and which of them are held out."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
OUTPUT = REPOSITORY / "bench-out"


@dataclass(frozen=True, slots=True)
class Collection:
    """Texts of one kind with their TEI made by hand (`NAME.txt`, `NAME.gold.xml`), and the profile that fits them."""

    name: str
    folder: Path

    @property
    def texts(self) -> list[Path]:
        """The source texts, by name."""
        return sorted(self.folder.glob("*.txt"))

    @property
    def names(self) -> list[str]:
        """The names of the texts, in order."""
        return [text.stem for text in self.texts]

    @property
    def held_out(self) -> set[str]:
        """The names of the texts that are measured and never looked at: those of every fourth volume.

        A volume is what stands before the last hyphen of a name (`frus1948v01p1-d112`). Where all names share one
        volume (`scan-dev-000`), every fourth text is held out.
        """
        volumes = sorted({name.rpartition("-")[0] for name in self.names})
        if len(volumes) == 1:
            return set(self.names[3::4])
        return {name for name in self.names if name.rpartition("-")[0] in volumes[3::4]}


def find_data() -> Path | None:
    """The folder of the bench data, or None where there is none."""
    folder = Path(os.environ.get("TEIENCODE_BENCH") or REPOSITORY.parent / "shared" / "bench")
    return folder if (folder / "score.py").is_file() else None


def data_or_exit() -> Path:
    """The folder of the bench data; without it, say how to name it and end with status 2."""
    folder = find_data()
    if folder is None:
        sys.exit("bench: no data. Set TEIENCODE_BENCH to the folder that holds score.py, frus/ and scan/.")
    return folder


def collections(data: Path) -> list[Collection]:
    """The collections of the bench data: printed editions saved from the web, and scans read by a machine."""
    return [Collection(name, data / name) for name in ("frus", "scan")]


def tei_file(name: str) -> Path | None:
    """A file of TEI's own (`tei_all.rng`, `p5subset.xml`), or None where there is none; `TEIENCODE_TEI` names their folder."""
    named = Path(os.environ.get("TEIENCODE_TEI") or REPOSITORY.parent / "shared" / "tei")
    file = (named if named.is_dir() else named.parent) / name
    return file if file.is_file() else None
