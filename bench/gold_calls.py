"""Where each note is called, by the hand-made TEI, as offsets of the source text.

The source of a printed edition is its TEI written as plain text, so the TEI, written so again without white space, is the
source without white space; what stands where a note stood is its number.
"""

from __future__ import annotations

from pathlib import Path

from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
PAGE_MARKS = {"": "[Page {}]", "facsimile": "[Facsimile Page {}]", "typeset": "[Typeset Page {}]"}
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, collect_ids=False)

Place = tuple[int, int]
"""The span of a call in the source, characters from 0."""


def gold_calls(text: str, gold: Path) -> frozenset[Place] | None:
    """The calls in `text` by the TEI in `gold`; None where that TEI is not the text."""
    root = etree.parse(gold, PARSER).getroot()
    pieces: list[str] = []
    calls: list[Place] = []
    _flatten(root, pieces, calls)
    flat = "".join(pieces)
    offsets = [offset for offset, character in enumerate(text) if not character.isspace()]
    if [text[offset] for offset in offsets[: len(flat)]] != list(flat):
        return None
    return frozenset((offsets[start], offsets[end - 1] + 1) for start, end in calls)


def _flatten(element: etree._Element, pieces: list[str], calls: list[Place]) -> None:
    """Append what the source has for an element, without white space, and the calls in it as offsets of the whole."""
    name = element.tag.removeprefix(TEI) if isinstance(element.tag, str) else ""
    if name in ("", "teiHeader"):
        return
    if name == "note" and element.get("n"):
        start = sum(map(len, pieces))
        pieces.append(element.get("n", ""))
        calls.append((start, start + len(pieces[-1])))
        return
    if name == "pb":
        pieces.append(_inked(PAGE_MARKS.get(element.get("ed", ""), "").format(element.get("n", ""))))
    if name == "item":
        pieces.append("*")
    pieces.append(_inked(element.text or ""))
    for child in element:
        _flatten(child, pieces, calls)
        pieces.append(_inked(child.tail or ""))


def _inked(words: str) -> str:
    return "".join(words.split())
