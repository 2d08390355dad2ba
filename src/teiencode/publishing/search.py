"""The index of the edition's own search: a script, so that it works from a folder that no server serves."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from teiencode.publishing.anchors import NOT_READ, TEI
from teiencode.tei.document import PARSER

_HEADER = f"{TEI}teiHeader/{TEI}profileDesc"
_NAMES = frozenset(f"{TEI}{name}" for name in ("persName", "orgName", "name", "rs"))
_UNREAD = frozenset(f"{TEI}{name}" for name in NOT_READ - {"note"})
_PARTED = frozenset(
    f"{TEI}{name}"
    for name in (
        *("p", "ab", "l", "lg", "lb", "list", "item", "label", "table", "row", "cell", "note", "head", "figure", "figDesc", "sp"),
        *("stage", "speaker", "floatingText", "rdg", "opener", "closer", "salute", "signed", "dateline", "addrLine", "seg"),
    )
)
"""Elements that white space parts from the words around them, also where these stand beside them in one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexed:
    """A document for the index: its TEI file, and what a result shows. `date` is ISO."""

    name: str
    path: Path
    title: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What is searched of a document: the text that the reading view shows, and what the results can be narrowed by."""

    text: str
    senders: tuple[str, ...]
    recipients: tuple[str, ...]
    classification: tuple[str, ...]


def read_document_words(document: Indexed) -> Read:
    """Read a document for an index. Raises `OSError`."""
    root = etree.fromstring(document.path.read_bytes(), PARSER)
    return Read(
        text=" ".join(" ".join(_read(root)).split()),
        senders=tuple(_correspondents(root, "sent")),
        recipients=tuple(_correspondents(root, "received")),
        classification=tuple(_classification(root)),
    )


def index_script(documents: Iterable[Indexed]) -> bytes:
    """The index: the text of each document as it stands, and what the results can be narrowed by. Raises `OSError`.

    The page that searches folds the words itself, so that it can show them as they stand.
    """
    entries = []
    for each in documents:
        read = read_document_words(each)
        entries.append(
            {
                "name": each.name,
                "title": each.title,
                "date": each.date[:10],
                "sender": read.senders,
                "recipient": read.recipients,
                "classification": read.classification,
                "text": read.text,
            }
        )
    data = json.dumps({"documents": entries}, ensure_ascii=False, separators=(",", ":"))
    return f"window.teiencodeIndex = {data};\n".encode()


def _read(root: etree._Element) -> Iterator[str]:
    """The text that the reading view shows, notes included, block by block.

    In a line of words an element is part of it: `<placeName>London</placeName>, for`. Where an element holds others alone, these
    are parted.
    """
    for text in root.iter(f"{TEI}text"):
        if next(text.iterancestors(f"{TEI}text"), None) is not None:
            continue
        pieces: list[str] = []
        skipped = None
        in_line = [False]
        for event, each in etree.iterwalk(text, events=("start", "end", "comment", "pi")):
            if event in ("comment", "pi"):
                if skipped is None:
                    pieces.append(each.tail or "")
            elif event == "start":
                if skipped is None and each.tag in _UNREAD:
                    skipped = each
                if skipped is None:
                    pieces += ["" if _is_in_line(each, in_line[-1]) else " ", each.text or ""]
                in_line.append(_holds_words(each))
            else:
                in_line.pop()
                if skipped is None:
                    pieces.append("" if _is_in_line(each, in_line[-1]) else " ")
                elif skipped is each:
                    skipped = None
                if skipped is None and each is not text:
                    pieces.append(each.tail or "")
        yield "".join(pieces)


def _is_in_line(element: etree._Element, words_around: bool) -> bool:
    return element.get("break") == "no" or (words_around and element.tag not in _PARTED)


def _holds_words(element: etree._Element) -> bool:
    return any(text and not text.isspace() for text in (element.text, *(child.tail for child in element)))


def _plain(element: etree._Element) -> str:
    return " ".join("".join(str(text) for text in element.itertext()).split())


def _correspondents(root: etree._Element, kind: str) -> list[str]:
    actions = root.iterfind(f"{_HEADER}/{TEI}correspDesc/{TEI}correspAction")
    return [
        name
        for action in actions
        if action.get("type") == kind
        for each in action
        if each.tag in _NAMES
        if (name := _plain(each))
    ]


def _classification(root: etree._Element) -> list[str]:
    """The levels and marks, named as the pages name them: a description up to its colon, and the keywords."""
    categories = {each.get("{http://www.w3.org/XML/1998/namespace}id"): each for each in root.iter(f"{TEI}category")}
    found = []
    for reference in root.iterfind(f"{_HEADER}/{TEI}textClass/{TEI}catRef"):
        for target in (reference.get("target") or "").split():
            category = categories.get(target.partition("#")[2])
            description = None if category is None else category.find(f"{TEI}catDesc")
            if description is not None:
                found.append(re.sub(r"^([^:]{1,40}):.*$", r"\1", _plain(description)))
    found += [_plain(term) for term in root.iterfind(f"{_HEADER}/{TEI}textClass/{TEI}keywords/{TEI}term")]
    return list(dict.fromkeys(found))
