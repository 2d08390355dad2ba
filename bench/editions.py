"""How near the encoder comes to documents of a printed edition that were written beforehand: `python -m bench.editions`.

`tests/editions` holds whole documents as an encoder by hand would leave them, invented, of the kinds that the volumes of such
an edition have. Their source texts are made of the TEI here, as those of the bench data were made of theirs, and scored by
the data's own scorer. Prints its rows, then the documents with a fault.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from lxml import etree

from bench.data import OUTPUT, REPOSITORY, Collection, data_or_exit
from bench.gold_calls import PAGE_MARKS
from bench.quality import encode, fresh, print_scores, score, worst

TEI = "{http://www.tei-c.org/ns/1.0}"
EDITIONS = REPOSITORY / "tests" / "editions"
HOLDERS = frozenset({"div", "opener", "closer", "quote", "postscript", "list"})
"""What holds blocks and is none."""
CALL, LINE_END = "\x01", "\x02"
"""Marks that no text holds: of a note's number, which is glued to what stands before it, and of a line's end."""


def main() -> int:
    """Write the documents, encode and score them, and print the tables."""
    data = data_or_exit()
    documents = Collection("editions", fresh(OUTPUT / "editions-written"))
    documents.folder.mkdir(parents=True)
    for name, division in divisions():
        (documents.folder / f"{name}.txt").write_text(source(division), encoding="utf-8")
        (documents.folder / f"{name}.gold.xml").write_bytes(etree.tostring(division, encoding="utf-8", with_tail=False))
    encoded = encode(documents, OUTPUT / "editions", profile="frus")
    kinds = sorted({name.rpartition("-")[0] for name in documents.names})
    for kind in kinds:
        names = {name for name in documents.names if name.rpartition("-")[0] == kind}
        share = score(data, documents, encoded, names)["same_structure"]
        print(f"{kind:20}{len(names):4d} documents, the same structure {share:.3f}")
    print_scores(f"{len(documents.names)} documents", {"all": score(data, documents, encoded, set(documents.names))})
    print(worst(data, documents, encoded))
    return 0


def divisions() -> Iterator[tuple[str, etree._Element]]:
    """Each document with a name, the file's and its own id."""
    for path in sorted(EDITIONS.glob("*.xml")):
        for division in etree.parse(path).getroot():
            yield f"{path.stem}-{division.get('{http://www.w3.org/XML/1998/namespace}id')}", division


def source(division: etree._Element) -> str:
    """The text that an online edition shows of a document: blocks parted by empty lines, then the notes."""
    notes: list[etree._Element] = []
    text = "\n\n".join(block for block in _blocks(division, notes) if block)
    lines = [f"  {note.get('n')}. {_line(_words(note, []))}" for note in notes]
    return "\n".join([text, *lines]) + "\n"


def _blocks(holder: etree._Element, notes: list[etree._Element]) -> Iterator[str]:
    items: list[str] = []
    for element in holder:
        name = etree.QName(element).localname
        if name == "item":
            items.append(f"  * {_line(_words(element, notes))}")
        elif name == "table":
            yield "\n".join("\t".join(_line(_words(cell, notes)) for cell in row) for row in element)
        elif name in HOLDERS:
            yield from _blocks(element, notes)
        elif name == "pb":
            yield _page_mark(element).strip()
        elif name != "lb":
            yield _line(_words(element, notes))
    yield "\n".join(items)


def _words(element: etree._Element, notes: list[etree._Element]) -> str:
    """The words of a block; notes that are called in it are put to the others."""
    words = element.text or ""
    for child in element:
        name = etree.QName(child).localname
        if name == "note":
            notes.append(child)
            words += CALL + child.get("n", "")
        elif name == "pb":
            words += _page_mark(child)
        elif name == "lb":
            words += LINE_END
        elif name == "gap":
            words += f"[{_words(child, notes)}]"
        else:
            words += f" {_words(child, notes)} " if name == "p" else _words(child, notes)
        words += child.tail or ""
    return words


def _page_mark(element: etree._Element) -> str:
    return f" {PAGE_MARKS[element.get('ed', '')].format(element.get('n'))} "


def _line(words: str) -> str:
    parted = " ".join(words.split()).replace(f" {CALL}", CALL).replace(CALL, "")
    return "\n".join(line.strip() for line in parted.split(LINE_END))


if __name__ == "__main__":
    sys.exit(main())
