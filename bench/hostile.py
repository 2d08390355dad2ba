"""Hostile and large files: `python -m bench.hostile`. Seconds and megabytes at the peak, each in a process of its own.

Each of these must end in findings (status 1) or in none (0), and never in a traceback: a file of a hundred megabytes, a million
elements in each other, bombs of entities, entities and inclusions from outside, attributes of any size, wrong encodings.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

from bench.data import OUTPUT, data_or_exit, tei_file
from bench.faults.documents import hand_encoded
from bench.process import run
from bench.validation_speed import one_volume

MEGABYTE = 1_000_000
_TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"{more}>'
_HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>x</title></titleStmt><publicationStmt><publisher>x</publisher>"
    "<availability><licence>x</licence></availability></publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader>"
)
_OPEN = _TEI.format(more="") + _HEADER + "<text><body>"
_CLOSE = "</body></text></TEI>"

TREE_FACTOR = 8
"""So many times its own size a file may take, where the checks that need the tree are made."""


def hostile() -> Iterator[tuple[str, bytes]]:
    """Names and bytes of hostile files."""
    bomb = "".join(f'<!ENTITY e{number} "{f"&e{number - 1};" * 10}">' for number in range(1, 20))
    yield "entity bomb", f'<!DOCTYPE TEI [<!ENTITY e0 "x">{bomb}]>{_OPEN}<p>&e19;</p>{_CLOSE}'.encode()
    yield "external entity", f'<!DOCTYPE TEI [<!ENTITY e SYSTEM "file:///etc/passwd">]>{_OPEN}<p>&e;</p>{_CLOSE}'.encode()
    yield "parameter entity", f'<!DOCTYPE TEI [<!ENTITY % e SYSTEM "file:///etc/passwd"> %e;]>{_OPEN}<p>x</p>{_CLOSE}'.encode()
    yield "external DTD", f'<!DOCTYPE TEI SYSTEM "http://127.0.0.1:9/x.dtd">{_OPEN}<p>x</p>{_CLOSE}'.encode()
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>'
    yield "XInclude", f"{_OPEN}<p>{include}</p>{_CLOSE}".encode()
    yield "a million elements in each other", (_OPEN + "<div>" * MEGABYTE + "</div>" * MEGABYTE + _CLOSE).encode()
    yield "a million open elements", (_OPEN + "<div>" * MEGABYTE).encode()
    yield "an attribute of 50 MB", f'{_OPEN}<p n="{"x" * 50 * MEGABYTE}">x</p>{_CLOSE}'.encode()
    yield "a date of 10 MB", f'{_OPEN}<p><date when="{"1" * 10 * MEGABYTE}">x</date></p>{_CLOSE}'.encode()
    yield "a pointer of 5 MB", f'{_OPEN}<p corresp="{"#a " * (5 * MEGABYTE // 3)}">x</p>{_CLOSE}'.encode()
    attributes = "".join(f' a{number}="x"' for number in range(100_000))
    yield "a hundred thousand attributes", f"{_OPEN}<p{attributes}>x</p>{_CLOSE}".encode()
    yield "a hundred thousand unknown elements", (_OPEN + "<spam/>" * 100_000 + _CLOSE).encode()
    yield "a hundred thousand names", (_OPEN + "".join(f"<n{number}/>" for number in range(100_000)) + _CLOSE).encode()
    pointers = "".join(f'<hi corresp="#b{number}">x</hi>' for number in range(100_000))
    yield "a hundred thousand broken pointers", f'{_OPEN}<p><hi xml:id="a" corresp="#a"/>{pointers}</p>{_CLOSE}'.encode()
    yield "text without end", (_OPEN + "<p>" + "word " * (10 * MEGABYTE) + "</p>" + _CLOSE).encode()
    yield "random bytes", Random(1).randbytes(20 * MEGABYTE)
    yield "zeros", bytes(20 * MEGABYTE)
    yield "UTF-16 that ends in the middle", (_OPEN + "<p>x</p>").encode("utf-16")[:-1]
    yield "UTF-8 said to be UTF-16", b'<?xml version="1.0" encoding="UTF-16"?>' + (_OPEN + "<p>\u00e9</p>" + _CLOSE).encode()
    yield "Latin-1 said to be UTF-8", (_OPEN + "<p>\u00e9</p>" + _CLOSE).encode("latin-1")
    yield "a codec that is none of text", b'<?xml version="1.0" encoding="zlib"?>' + (_OPEN + "<p>x</p>" + _CLOSE).encode()
    yield "UTF-7", b'<?xml version="1.0" encoding="utf-7"?>' + (_OPEN + "<p>x</p>" + _CLOSE).encode()


def main() -> int:
    """Measure, print the table, and return 1 where a run fails or takes more than it may."""
    documents = [text for _, text in hand_encoded(data_or_exit())]
    folder = OUTPUT / "hostile"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    print(f"{'':44}{'MB':>7}{'seconds':>9}{'peak MB':>9}{'status':>8}")
    status = 0
    tei_all = tei_file("tei_all.rng")
    schema = ["--schema", str(tei_all)] if tei_all else []
    volume = one_volume(documents)
    body = volume.partition("<body>")[2].partition("</body>")[0]
    head, foot = volume.split(body)
    for size in (10, 100):
        file = folder / f"{size}.xml"
        file.write_text(head + body * (size * MEGABYTE // len(body)) + foot, encoding="utf-8")
        real = file.stat().st_size / MEGABYTE
        for what, options, most in (
            ("grammar", ["--select", "relaxng"], 3.0),
            ("all checks", [], TREE_FACTOR),
            ("above --max-tree", ["--max-tree", "5"], 3.0),
        ):
            status |= row(f"{size} MB, {what}", file, [*schema, *options], 100 + most * real)
        file.unlink()
    # The libraries of the checks themselves take most of what a small file takes.
    file = folder / "small.xml"
    file.write_text(f"{_OPEN}<p>x</p>{_CLOSE}", encoding="utf-8")
    base = 100 + run(command(file, [])).peak
    for number, (name, data) in enumerate(hostile()):
        file = folder / f"{number}.xml"
        file.write_bytes(data)
        status |= row(name, file, [], base + TREE_FACTOR * 2 * len(data) / MEGABYTE)
        file.unlink()
    return status


def command(file: Path, options: list[str]) -> list[str]:
    """The command that validates a file."""
    return [sys.executable, "-m", "teiencode", "validate", "--quiet", "--format", "json", *options, str(file)]


def row(name: str, file: Path, options: list[str], most: float) -> int:
    """One line of the table; 1 where the run failed or took more than `most` megabytes."""
    one = run(command(file, options))
    size = file.stat().st_size / MEGABYTE
    wrong = one.status not in (0, 1) or one.peak > most
    print(f"{name:44}{size:7.1f}{one.seconds:9.2f}{one.peak:9.0f}{one.status:8}{'  !' if wrong else ''}", flush=True)
    return int(wrong)


if __name__ == "__main__":
    sys.exit(main())
