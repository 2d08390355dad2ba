"""How near the encoder comes to made scans with other marks: `python -m bench.variants`.

Every mark, form and stamp of the made scans is changed into one of another archive, in the text and in the hand-made TEI alike
(`bench/marks.py`, `bench/archives/*.toml`); the running text stays. `related`: the same kinds of marks, other words and numbers.
`others`: other archives and other countries; `unseen`, `further`, `newest`, `sixth` and `seventh`: others again, each written
later. Every fourth text is held out, and so is every fourth archive, since the archives take turns. Prints every row of the
data's own scorer. Status 1 when a text does not decode to its bytes.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable

from lxml import etree

from bench.data import OUTPUT, Collection, data_or_exit
from bench.marks import CODE, FAMILIES, Archive, Kind, archives
from bench.quality import count, decode, encode, fresh, print_facts, print_scores, score

TEI = "{http://www.tei-c.org/ns/1.0}"
MARKED = frozenset({"fw", "ab", "head", "seg", "signed"})
"""Elements whose text is a mark, or words on a form."""
SIGNS = re.compile(
    r"~~|\*\*|\^\{|\}|^#{1,6} |^- |\[REDACTED\]|\[illegible\]|\([a-c]\)\(\d\)(?:\([A-F]\))?|\(X\)|\s+", re.MULTILINE
)
"""What is no text in the source: signs, what stands for withheld words, white space."""


def main() -> int:
    """Make each family, encode it, print its tables, and return the exit status."""
    data = data_or_exit()
    fault = False
    for family in FAMILIES:
        collection = make(Collection("scan", data / "scan"), family)
        encoded = encode(collection, OUTPUT / "variants" / f"{family}-tei")
        facts = count(collection, encoded, decode(encoded))
        looked_at = set(collection.names) - collection.held_out
        print_scores(
            f"{family}: {facts.documents} texts with the marks of {len(archives(family))} archives",
            {
                "all": score(data, collection, encoded, set(collection.names)),
                "looked at": score(data, collection, encoded, looked_at),
                "held out": score(data, collection, encoded, collection.held_out),
            },
        )
        print_facts(facts)
        fault |= facts.decoded < facts.documents
    return 1 if fault else 0


def make(scans: Collection, family: str) -> Collection:
    """Write a family's variants of the scans, with their TEI, and return them as a collection of their own."""
    folder = fresh(OUTPUT / "variants" / family)
    folder.mkdir(parents=True)
    taking_turns = archives(family)
    for number, source in enumerate(scans.texts):
        archive = taking_turns[number % len(taking_turns)]
        gold = source.with_name(f"{source.stem}.gold.xml")
        text, tei = vary(source.read_text(encoding="utf-8"), gold.read_bytes(), archive)
        (folder / source.name).write_text(text, encoding="utf-8", newline="")
        (folder / gold.name).write_bytes(tei)
    return Collection(scans.name, folder)


def vary(text: str, gold: bytes, archive: Archive) -> tuple[str, bytes]:
    """A scan and its TEI with the marks of another archive."""
    root = etree.fromstring(gold)
    for element in list(root.iter()):
        if isinstance(element.tag, str) and element.tag.removeprefix(TEI) in MARKED:
            _vary_element(element, archive)
    return change(text, archive), etree.tostring(root, encoding="utf-8")


def change(text: str, archive: Archive) -> str:
    """A text with each mark changed once; a stamp's own words are never taken for marks of another kind."""
    done: list[str] = []
    for kind in archive.kinds:
        text = kind.pattern.sub(_keeper(kind, done), text)
    text = CODE.sub(lambda found: archive.codes.get(found[0], found[0]), text)
    return KEPT.sub(lambda found: done[ord(found[0]) - FIRST], text)


FIRST = 0xF0000
"""The first of the private characters that stand for changed marks until all are changed."""
KEPT = re.compile("[\U000f0000-\U000ffffd]")


def _keeper(kind: Kind, done: list[str]) -> Callable[[re.Match[str]], str]:
    """A function that puts what stands for a mark of this kind into `done`, and a private character in its place."""

    def keep(found: re.Match[str]) -> str:
        done.append(kind.replace(found))
        return chr(FIRST + len(done) - 1)

    return keep


def _vary_element(element: etree._Element, archive: Archive) -> None:
    if any(child.tag == f"{TEI}metamark" for child in element):
        for sign in element.iter(f"{TEI}metamark"):
            words = (sign.tail or "").rstrip()
            sign.tail = change(f"{sign.text}{words}", archive).removeprefix(sign.text or "") + (sign.tail or "")[len(words) :]
        return
    if any(child.tag not in (f"{TEI}lb", f"{TEI}fw") for child in element):
        return
    for line_end in element.findall(f"{TEI}lb"):
        line_end.tail = f"\n{line_end.tail or ''}"
    etree.strip_tags(element, f"{TEI}lb")
    # A stamp in a head's line stands in an element of its own, and is seen there.
    beside = " \x01" if len(element) else ""
    element.text = change((element.text or "").strip() + beside, archive).removesuffix("\x01")


def differences(text: str, gold: bytes, codes: Iterable[str] = ()) -> str:
    """Where a source and its TEI first hold other characters; empty where they never do.

    White space, signs and what stands for withheld words, the archive's `codes` among them, are left out.
    """
    for code in sorted(codes, key=len, reverse=True):
        text = text.replace(code, "")
    root = etree.fromstring(gold)
    for withheld in root.iter(f"{TEI}desc"):
        withheld.text = None
    source, tei = SIGNS.sub("", text), SIGNS.sub("", "".join(map(str, root.itertext())))
    if source == tei:
        return ""
    at = next((at for at, pair in enumerate(zip(source, tei, strict=False)) if pair[0] != pair[1]), min(len(source), len(tei)))
    near = slice(max(0, at - 20), at + 40)
    return f"{source[near]!r} in the source is {tei[near]!r} in the TEI"


if __name__ == "__main__":
    sys.exit(main())
