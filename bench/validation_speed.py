"""`teiencode validate --select relaxng` beside jing and lxml, whole processes: `python -m bench.validation_speed`.

All hand-made documents, each with a header, by tei_all and by the project's schema; and one file of four megabytes made of them.
lxml says less (it stops in an element at the first fault), and takes long to read tei_all.
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

from bench.data import OUTPUT, REPOSITORY, data_or_exit, tei_file
from bench.faults.documents import hand_encoded
from bench.process import Run, run

REPEATS = 3
VOLUME = 4_000_000
"""Characters."""

_LXML = (
    "import sys; from lxml import etree; schema = etree.RelaxNG(etree.parse(sys.argv[1]));"
    "[schema.validate(etree.parse(file, etree.XMLParser(collect_ids=False, huge_tree=True))) for file in sys.argv[2:]]"
)


def main() -> int:
    """Measure, print the table, and return 0."""
    documents = list(hand_encoded(data_or_exit()))
    folder = OUTPUT / "validation"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    files = [folder / f"{name}.xml" for name, _ in documents]
    for file, (_, text) in zip(files, documents, strict=True):
        file.write_text(text, encoding="utf-8")
    volume = folder / "volume.xml"
    volume.write_text(one_volume([text for _, text in documents]), encoding="utf-8")
    schemas = [REPOSITORY / "schema" / "teiencode.rng", tei_file("tei_all.rng")]
    print(
        f"\nvalidation: whole processes, best of {REPEATS}; {len(files)} files, and one of {volume.stat().st_size / 1e6:.1f} MB"
    )
    print(f"{'':44}{'teiencode':>11}{'jing':>9}{'lxml':>9}   seconds")
    for schema in filter(None, schemas):
        for what, given in ((f"{len(files)} files", files), ("one volume", [volume])):
            row(f"{schema.name}, {what}", schema, given)
    return 0


def one_volume(texts: list[str]) -> str:
    """A document with the bodies of others, one after the other, until it is large enough; their ids are left out."""
    head, _, rest = texts[0].partition("<body>")
    bodies: list[str] = []
    size = 0
    while size < VOLUME:
        for text in texts:
            body = re.sub(r' xml:id="[^"]*"', "", text.partition("<body>")[2].partition("</body>")[0])
            bodies.append(body)
            size += len(body)
            if size >= VOLUME:
                break
    return f"{head}<body>{''.join(bodies)}</body>{rest.partition('</body>')[2]}"


def row(name: str, schema: Path, files: list[Path]) -> None:
    """One line of the table."""
    given = [*map(str, files)]
    ours = best(
        [sys.executable, "-m", "teiencode", "validate", "--quiet", "--select", "relaxng", "--schema", str(schema), *given]
    )
    jing = best([shutil.which("jing") or "jing", str(schema), *given]) if shutil.which("jing") else None
    lxml = best([sys.executable, "-c", _LXML, str(schema), *given], 1)
    print(f"{name:44}{ours.seconds:11.2f}{jing.seconds if jing else float('nan'):9.2f}{lxml.seconds:9.2f}")


def best(command: list[str], repeats: int = REPEATS) -> Run:
    """The quickest of several runs."""
    return min((run(command) for _ in range(repeats)), key=lambda one: one.seconds)


if __name__ == "__main__":
    sys.exit(main())
