"""The grammar's findings beside jing's on whole volumes: `python -m bench.volumes [VOLUMES]`.

Volumes of four megabytes are made of the hand-made documents, with some slips in one document of three and the looks of other
hands (tags over several lines, comments, CDATA, carriage returns). What is compared is the set of lines at which something is
wrong, by TEI as a whole, by the project's schema, and by two schemas made of ODDs (`bench/schemas`). Ours is counted twice: as
programs are told it (`--format json`, `validate`), and as a reader sees it, one finding a fault.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from bench.data import OUTPUT, REPOSITORY, collections, data_or_exit, tei_file
from bench.mutations import Mutations
from teiencode.diagnostic import Diagnostic
from teiencode.odd.customisation import compile_odd
from teiencode.odd.outputs import WRITERS
from teiencode.validation import validate
from teiencode.validation.reading import read_document
from teiencode.validation.relaxng import follow_grammar, grammar_findings

SIZE = 4_000_000
"""Characters of a volume."""

SHOWN = 12
"""Differences that are printed for a schema."""

_HEADER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="urn:papers" '
    'xmlns:t="http://www.tei-c.org/ns/1.0" xml:id="volume">\n'
    "<teiHeader><fileDesc><titleStmt><title>Papers</title></titleStmt>\n"
    "<publicationStmt><p>Office</p></publicationStmt>\n<sourceDesc><p>Volume</p></sourceDesc></fileDesc></teiHeader>\n<text><body>\n"
)
_MESSAGE = re.compile(r"(?P<file>.*?):(?P<line>\d+):(?P<column>\d+): (?P<severity>\w+ ?\w*): (?P<words>.*)")


@dataclass(slots=True)
class Count:
    """Lines that both have, that jing alone has, that we alone have; for all findings, and for those that are shown."""

    both: int = 0
    theirs: int = 0
    ours: int = 0
    again: int = 0
    shown: int = 0
    differences: list[str] = field(default_factory=list)


def main() -> int:
    """Compare, print the table, and return 1 where a line differs that jing does not merely repeat."""
    data, source, tei_all = data_or_exit(), tei_file("p5subset.xml"), tei_file("tei_all.rng")
    jing = shutil.which("jing")
    if source is None or tei_all is None or jing is None:
        sys.exit("volumes: needs jing, tei_all.rng and p5subset.xml (set TEIENCODE_TEI to the folder that holds them).")
    volumes = int(sys.argv[1]) if len(sys.argv) > 1 else 4
    folder = OUTPUT / "volumes"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    schemas = [tei_all, REPOSITORY / "schema" / "teiencode.rng"]
    for odd in sorted((REPOSITORY / "bench" / "schemas").glob("*.odd")):
        schemas.append(folder / f"{odd.stem}.rng")
        schemas[-1].write_bytes(WRITERS["rng"](compile_odd(odd, source)))
    documents = [
        re.sub(r"^<\?xml[^>]*\?>\s*", "", (collection.folder / f"{name}.gold.xml").read_text(encoding="utf-8"))
        for collection in collections(data)
        for name in collection.names
    ]
    print(f"{volumes} volumes of {SIZE / 1e6:.0f} MB a schema; lines with faults")
    print(f"{'schema':20}{'both':>9}{'jing alone':>12}{'repeated':>10}{'we alone':>10}{'shown':>9}")
    status = 0
    for schema in schemas:
        count = Count()
        for number in range(volumes):
            file = folder / f"{schema.stem}-{number}.xml"
            random = Random(f"{schema.stem} {number}")
            file.write_text("".join(volume(documents, schema, random)), encoding="utf-8", newline="")
            compare(schema, file, jing, count)
        print(f"{schema.stem:20}{count.both:9}{count.theirs:12}{count.again:10}{count.ours:10}{count.shown:9}")
        for difference in count.differences[:SHOWN]:
            print(f"  {difference}")
        status |= bool(count.theirs or count.ours)
    return status


def volume(documents: list[str], schema: Path, random: Random) -> Iterator[str]:
    """The pieces of a volume: documents by chance, with ids of their own, in chapters."""
    mutations = Mutations(schema.read_text(encoding="utf-8"), random)
    yield _HEADER
    size, number = 0, 0
    while size < SIZE:
        yield f'<div type="chapter" xml:id="chapter{number}">\n<head>Chapter</head>\n'
        for _ in range(random.randrange(5, 40)):
            number += 1
            text = random.choice(documents)
            if random.random() < 0.33:
                for _ in range(random.choice((1, 1, 1, 2, 3))):
                    # The whole of it is what slips are made in, so that none tears the volume.
                    text = mutations.slip(f"<div>{text}</div>")[5:-6] if "<" in text else text
            text = re.sub(r'( xml:id="[^"]*)"', rf'\1-{number}"', text)
            text = other_hand(text, random)
            size += len(text)
            yield f"{text}\n"
        yield "</div>\n"
    yield "</body></text></TEI>\n"


def other_hand(text: str, random: Random) -> str:
    """The same document as another program would have written it."""
    match random.randrange(12):
        case 0:
            return re.sub(r'(?<=") (?=[\w:]+="[^"]*"[^<>]*>)', "\n    ", text)
        case 1:
            return text.replace("</p>", "<!-- seen\n twice --></p>")
        case 2:
            return re.sub(r">([A-Z][a-z]+) ", r"><![CDATA[\1 ]]>", text)
        case 3:
            return text.replace("\n", "\r\n")
        case 4:
            return text.replace("<p>", "<?page turned?><p>").replace(" the ", " &#x74;he ")
        case 5:
            return re.sub(r"(</?)(persName|p|note|head|hi)(?=[\s>/])", r"\1t:\2", text)
        case 6:
            return re.sub(r"\s*(</(?:p|note|item|head)>)", r"\n\1", text)
    return text


def compare(schema: Path, file: Path, jing: str, count: Count) -> None:
    """Both on one volume."""
    run = subprocess.run([jing, "-i", str(schema), str(file)], capture_output=True, text=True)
    words: dict[int, list[str]] = {}
    seen: set[str] = set()
    repeated: set[int] = set()
    last = ""
    for row in run.stdout.splitlines():
        message = _MESSAGE.match(row)
        if message is None:
            continue
        line = int(message["line"])
        if message["words"] == last and line not in words:
            repeated.add(line)
        last = message["words"]
        words.setdefault(line, []).append(message["words"])
        seen.add(message["words"])
    follow = follow_grammar(schema)
    document = read_document(file.read_bytes(), follow)
    if isinstance(document, Diagnostic):
        count.differences.append(f"{file.name}: {document.line}: {document.message}; jing: {run.stdout[:200]}")
        count.ours += 1
        return
    every = validate(file, schema=schema, select=["relaxng"])
    ours: dict[int | None, list[str]] = {}
    for finding in every:
        ours.setdefault(finding.end_line, []).append(finding.message)
    count.shown += len({finding.end_line for finding in grammar_findings(document, follow)[0]} & words.keys())
    count.both += len(ours.keys() & words.keys())
    again = {line for line in words.keys() - ours.keys() if line in repeated}
    count.again += len(again)
    for line in sorted(words.keys() - ours.keys() - again):
        count.theirs += 1
        count.differences.append(f"{file.name}:{line} jing alone: {words[line][0][:200]}")
    for alone in sorted(line or 0 for line in ours.keys() - words.keys()):
        count.ours += 1
        count.differences.append(f"{file.name}:{alone} we alone: {ours[alone][0][:200]}")


if __name__ == "__main__":
    sys.exit(main())
