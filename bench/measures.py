"""What two encodings of one page have in common, row by row: for scans written by hand, without the data's own scorer.

An event is known by its words, not by its place, so that one fault does not shift all that follows it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
BLOCKS = frozenset({"head", "p", "ab", "item", "cell", "dateline", "signed", "salute"})
SPANS = frozenset({"dateline", "item", "signed", "del", "add", "subst"})
ROWS = (
    *("pb", "block", "head", "heads", "subhead", "item", "signed", "dateline", "gap", "del", "add", "subst", "fw", "note"),
    "anchor",
)
REACH = 24
"""Characters before a page break, a gap or a note by which it is known."""


@dataclass
class Events:
    """The running text without white space, and for each row how often each event stands there."""

    text: str = ""
    rows: dict[str, Counter[tuple[str, ...]]] = field(default_factory=lambda: {row: Counter() for row in ROWS})


def events_of(root: etree._Element) -> Events:
    """The events of a TEI document, or of the division of one."""
    events = Events()
    _walk(root, events)
    return events


def _walk(element: etree._Element, events: Events) -> None:
    name = str(element.tag).removeprefix(TEI) if isinstance(element.tag, str) else ""
    if not name or name == "teiHeader":
        return
    before = events.text[-REACH:]
    if name == "fw":
        for word in _words(element):
            events.rows["fw"][(word,)] += 1
    elif name == "note":
        events.rows["note"][(element.get("n", ""), "".join(_words(element)))] += 1
        events.rows["anchor"][(before, element.get("n", ""))] += 1
    elif name == "gap":
        events.rows["gap"][(before, element.get("reason", ""))] += 1
    elif name == "pb":
        events.rows["pb"][(before, element.get("n", ""))] += 1
    else:
        start = len(events.text)
        events.text += "".join((element.text or "").split())
        for child in element:
            _walk(child, events)
            events.text += "".join((child.tail or "").split())
        _count(element, name, events, events.text[start:])


def _count(element: etree._Element, name: str, events: Events, words: str) -> None:
    if not words:
        return
    above = element.getparent()
    if name in BLOCKS or (name == "seg" and above is not None and above.tag == f"{TEI}opener"):
        events.rows["block"][(words,)] += 1
    if name in SPANS:
        events.rows[name][(words,)] += 1
    if name == "head":
        events.rows["heads"][(words,)] += 1
        if above is not None and above.tag in (f"{TEI}list", f"{TEI}table"):
            events.rows["subhead"][(words,)] += 1
        elif not events.rows["head"]:
            events.rows["head"][(words,)] += 1


def _words(element: etree._Element) -> list[str]:
    """The words of furniture or a note; a gap is none, and a line end parts words."""
    parts: list[str] = []

    def collect(inner: etree._Element) -> None:
        name = str(inner.tag).removeprefix(TEI)
        if name == "gap":
            return
        parts.append(" " if name == "lb" else inner.text or "")
        for child in inner:
            collect(child)
            parts.append(child.tail or "")

    collect(element)
    return "".join(parts).split()


def f_scores(pairs: Iterable[tuple[Events, Events]]) -> Mapping[str, float]:
    """F1 for each row over pairs of what is right and what was made; a row of which there is nothing has 1."""
    found = {row: [0, 0, 0] for row in ROWS}
    for right, made in pairs:
        for row in ROWS:
            common = (right.rows[row] & made.rows[row]).total()
            found[row][0] += common
            found[row][1] += made.rows[row].total()
            found[row][2] += right.rows[row].total()
    return {row: 2 * common / (made + right) if made + right else 1.0 for row, (common, made, right) in found.items()}
