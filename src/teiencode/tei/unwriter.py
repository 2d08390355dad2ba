"""The canonical text of a TEI document: what its profile would have written for it, sign by sign.

The fold is the one way back from TEI to text. `encode` compares its result with the source and keeps the difference (white
space only) as the residue; `decode` applies the residue to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

from teiencode.tei.conventions import START_OF_TEXT, item_sign, note_call, note_prefix, row_signs, signs
from teiencode.tei.elements import CONTAINERS, TIGHT

TEI_NAMESPACE = "{http://www.tei-c.org/ns/1.0}"
BLANK_LINE = re.compile(r"[ \t\r]*\n[ \t\r\n]*")
EDITORS_SIDE = frozenset({"corr", "reg", "expan"})
"""What an editor gives beside the source's own reading in a `choice`."""


def local_name(element: etree._Element) -> str:
    """An element's name without its namespace; empty for comments and processing instructions."""
    tag = element.tag
    return _without_namespace(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=256)
def _without_namespace(tag: str) -> str:
    return tag.rpartition("}")[2]


@dataclass(frozen=True)
class Canonical:
    """A canonical text, and where each element's own text starts and ends in it (when asked for)."""

    text: str
    spans: list[tuple[etree._Element, int, int]] = field(default_factory=list)


def canonical_text(
    root: etree._Element, profile: str, *, note_order: list[int] | None = None, with_spans: bool = False
) -> Canonical:
    """Write the text of a TEI document (or of its `text` element) as a source of `profile` would have it.

    Notes at the foot of a document stand at its end in the order of their numbers, or in `note_order`, which names them
    by their position in the TEI, from 0.
    """
    fold = _Fold(profile, note_order, with_spans)
    top = root if local_name(root) == "text" else root.find(f"{TEI_NAMESPACE}text")
    if top is not None:
        fold.element(top, "")
        fold.write_feet()
        fold.write_notes()
    return Canonical("".join(fold.out), fold.spans)


class _Fold:
    def __init__(self, profile: str, note_order: list[int] | None, with_spans: bool) -> None:
        self.profile = profile
        self.note_order = note_order
        self.out: list[str] = []
        self.length = 0
        self.boundary = False
        self.layout = ""
        self.tight = False
        self.notes: list[etree._Element] = []
        self.feet: list[etree._Element] = []
        self.notes_written = 0
        self.with_spans = with_spans
        self.spans: list[tuple[etree._Element, int, int]] = []
        self.waiting: list[list[int]] = []

    def emit(self, text: str) -> None:
        """Write text of the source, after the white space that is due before it."""
        if not text:
            return
        if self.boundary:
            self._write(self._separator())
            self.boundary, self.layout = False, ""
        for start in self.waiting:
            start[0] = self.length
        self.waiting.clear()
        self._write(text)

    def _write(self, text: str) -> None:
        self.out.append(text)
        self.length += len(text)

    def _separator(self) -> str:
        if not self.out:
            return START_OF_TEXT.get(self.profile, "")
        if self.tight:
            return "\n" * max(1, self.layout.count("\n"))
        if "\n" in self.layout:
            return "\n\n"
        return " " if self.layout else "\n"

    def element(self, element: etree._Element, parent: str) -> None:
        """Write an element that stands in one called `parent`."""
        name = local_name(element)
        if not name or name == "teiHeader":
            return
        in_container = parent in CONTAINERS
        if name == "note" and element.get("place") == "bottom":
            if not in_container and element.get("anchored") != "false":
                self.emit(note_call(element.get("n", ""), self.profile))
            (self.feet if self.profile == "scan" and not in_container else self.notes).append(element)
            return
        if self.feet and (name == "pb" or (name == "fw" and element.get("type") != "stamp")):
            self.write_feet()
        start = [-1]
        if self.with_spans:
            self.waiting.append(start)
        if in_container:
            self.boundary = True
        self._content(element, name, parent)
        if self.with_spans:
            if start[0] < 0:
                self.waiting = [other for other in self.waiting if other is not start]
                start[0] = self.length
            self.spans.append((element, start[0], self.length))

    def _content(self, element: etree._Element, name: str, parent: str) -> None:
        if name in CONTAINERS:
            self._container(element, name)
        elif name == "lb":
            self.emit("\n")
        elif name == "ptr":
            self.emit(note_call(element.get("n", ""), self.profile) if element.get("type") == "note" else "")
        elif name == "gap":
            self._gap(element)
        elif name == "choice":
            for child in element:
                if local_name(child) not in EDITORS_SIDE:
                    self.element(child, name)
        else:
            before, after = signs(name, element.attrib, self.profile)
            if name == "item":
                above = element.getparent()
                before = item_sign(above.get("rend", "") if above is not None else "", element.get("n", ""))
            self.emit(before)
            self._mixed(element, name)
            self.emit(after)

    def _container(self, element: etree._Element, name: str) -> None:
        tight = name in TIGHT
        before, between, behind = _signs_of_row(element) if name == "row" else ("", "", "")
        self.emit(before)
        following = False
        for child in element:
            if following:
                if name == "row" and local_name(child) == "cell":
                    self.emit(between)
                self.tight = tight
            self._child_of_container(child, name)
            following = True
            # White space before the end tag only frames the container.
            if child.tail and child.getnext() is not None:
                self.layout += child.tail
        self.emit(behind)
        if name == "div" and element.get("type") == "document":
            self.write_notes()

    def _child_of_container(self, child: etree._Element, name: str) -> None:
        if name == "row" and local_name(child) == "cell" and not self.boundary:
            self._mixed(child, "cell")
        else:
            self.element(child, name)

    def _mixed(self, element: etree._Element, name: str) -> None:
        self._text(element.text)
        for child in element:
            self.element(child, name)
            self._text(child.tail)

    def _text(self, text: str | None) -> None:
        if not text:
            return
        if "\n" not in text:
            self.emit(text)
            return
        first, *rest = BLANK_LINE.split(text)
        self.emit(first)
        for part in rest:
            self.boundary, self.layout, self.tight = True, "\n", False
            self.emit(part)

    def _gap(self, element: etree._Element) -> None:
        words = next((child for child in element if local_name(child) == "desc"), None)
        before, after = signs("gap", element.attrib, self.profile, has_desc=words is not None)
        self.emit(before)
        if words is not None:
            self.emit("".join(map(str, words.itertext())))
        self.emit(after)

    def write_notes(self) -> None:
        """Write the notes that have been met since the last call, each on a line of its own."""
        notes = self.notes[self.notes_written :]
        self.notes_written = len(self.notes)
        order = canonical_note_order([note.get("n", "") for note in notes])
        if self.note_order is not None:
            # Notes that an editor added or took out since: none is left out, none written twice.
            kept = [index for index in dict.fromkeys(self.note_order) if index < len(notes)]
            order = kept + [index for index in order if index not in set(kept)]
        for index in order:
            self._write_note(notes[index], "")

    def write_feet(self) -> None:
        """Write the notes of a page before what stands at its foot, each as a block."""
        notes, self.feet = self.feet, []
        for note in notes:
            self._write_note(note, "\n")
            self.boundary, self.layout, self.tight = True, "\n", False

    def _write_note(self, note: etree._Element, layout: str) -> None:
        self.boundary, self.layout, self.tight = bool(self.out), layout, False
        start = [-1]
        if self.with_spans:
            self.waiting.append(start)
        self.emit(note_prefix(note.get("n", ""), self.profile, note.get("rend", "")))
        self._mixed(note, "note")
        if self.with_spans:
            self.spans.append((note, start[0], self.length))


def _signs_of_row(row: etree._Element) -> tuple[str, str, str]:
    """What stands before, between and behind the cells of a row."""
    table = row.getparent()
    labels = [cell.get("rend", "") for cell in row] if row.get("role") == "label" else None
    return row_signs(table.get("rend", "") if table is not None else "", labels)


def canonical_note_order(labels: list[str]) -> list[int]:
    """The order in which notes stand at the end of a text: by number where each number is given once, else as called."""
    if all(label.isdecimal() for label in labels) and len(set(labels)) == len(labels):
        return sorted(range(len(labels)), key=lambda index: int(labels[index]))
    return list(range(len(labels)))
