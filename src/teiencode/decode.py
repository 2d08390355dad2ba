"""From TEI back to the source: the canonical text of the profile, corrected by the residue."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from lxml import etree

from teiencode.diagnostic import Code, Diagnostic, LineIndex
from teiencode.residue import Edit, apply_edits, digest_of, place_again, read_edits
from teiencode.source import BOM
from teiencode.tei.document import PARSER, was_changed
from teiencode.tei.paths import element_paths
from teiencode.tei.unwriter import Canonical, canonical_text, local_name

TEI = "{http://www.tei-c.org/ns/1.0}"
RESIDUE = "{urn:teiencode:residue}residue"
DEFAULT_PROFILE = "plain"

EDITED = Code(
    "TE090",
    "edited",
    "text",
    "info",
    "The TEI file is not as teiencode wrote it: somebody has edited it since, or another program wrote it. What is decoded "
    "is the text of the TEI as it now is.",
    "Nothing to do where the edits are meant; else encode the source again.",
)
LOST_WHITE_SPACE = Code(
    "TE091",
    "residue-not-placed",
    "text",
    "warning",
    "White space of the source could not be put back, because the words around it were edited or are no longer unique.",
    "Compare the decoded text with the source at this place.",
)
CODES = (EDITED, LOST_WHITE_SPACE)


class DecodeError(ValueError):
    """A file that is no TEI document, or whose residue is damaged; the message says where and how to mend it."""


@dataclass(frozen=True)
class Decoded:
    """The source of a TEI document: its bytes, whether the TEI was edited since, and what could not be put back."""

    data: bytes
    edited: bool
    diagnostics: tuple[Diagnostic, ...]
    _root: etree._Element = field(repr=False)
    _profile: str = field(repr=False)
    _edits: tuple[Edit, ...] = field(repr=False)
    _note_order: list[int] | None = field(repr=False)
    _bom: bool = field(repr=False)
    _crlf: bool = field(repr=False)

    @cached_property
    def offsets(self) -> dict[str, tuple[int, int]]:
        """The span of the source of each element, by its path: characters of the source as it came, from 0."""
        canonical = canonical_text(self._root, self._profile, note_order=self._note_order, with_spans=True)
        edit_starts = [edit.at for edit in self._edits]
        edit_ends = [edit.at + edit.cut for edit in self._edits]
        grown, total = [], 0
        for edit in self._edits:
            total += len(edit.put) - edit.cut
            grown.append(total)
        text = apply_edits(canonical.text, self._edits)
        starts = LineIndex(text).starts if self._crlf else []

        def to_source(at: int, passed: int) -> int:
            at += grown[passed - 1] if passed else 0
            return at + (bisect_right(starts, at) - 1 if self._crlf else 0) + self._bom

        paths = element_paths(self._root)
        spans = {}
        for element, start, end in canonical.spans:
            first = to_source(start, bisect_right(edit_ends, start))
            spans[paths[element]] = first, max(first, to_source(end, bisect_left(edit_starts, end)))
        return spans


def decode(tei: bytes | Path) -> Decoded:
    """The source of a TEI document, byte for byte; where the TEI was edited since, the text as it now is.

    Raises `DecodeError` for what is no TEI document, `OSError` for a file that cannot be read.
    """
    data = tei.read_bytes() if isinstance(tei, Path) else tei
    try:
        root = etree.fromstring(data, PARSER)
    except etree.XMLSyntaxError as error:
        raise DecodeError(f"not well-formed XML: {error.msg}") from None
    if local_name(root) != "TEI":
        raise DecodeError(f"no TEI document: its root is <{local_name(root)}>, not <TEI>")
    profile = next((desc.text or "" for desc in root.iter(f"{TEI}desc") if desc.get("type") == "profile"), DEFAULT_PROFILE)
    residue = next(root.iter(RESIDUE), None)
    kept = {} if residue is None else dict(residue.attrib)
    note_order = [int(index) for index in kept["order"].split()] if "order" in kept else None
    canonical: Canonical = canonical_text(root, profile, note_order=note_order)
    diagnostics: list[Diagnostic] = []
    edited = was_changed(data)
    if edited:
        diagnostics.append(EDITED.at(None, "the TEI was edited since teiencode wrote it; its text is decoded as it now is"))
    edits = _edits(residue, canonical.text, diagnostics)
    text = apply_edits(canonical.text, edits)
    if kept.get("crlf") == "true":
        text = text.replace("\n", "\r\n")
    if kept.get("bom") == "true":
        text = BOM + text
    return Decoded(
        text.encode(kept.get("encoding", "utf-8")),
        edited,
        tuple(diagnostics),
        root,
        profile,
        tuple(edits),
        note_order,
        kept.get("bom") == "true",
        kept.get("crlf") == "true",
    )


def _edits(residue: etree._Element | None, canonical: str, diagnostics: list[Diagnostic]) -> list[Edit]:
    if residue is None:
        return []
    try:
        edits = read_edits(residue.text or "")
    except ValueError as error:
        raise DecodeError(f"the residue in xenoData is damaged ({error}); take the file from before the damage") from None
    if residue.get("digest") == digest_of(canonical):
        return edits
    placed, lost = place_again(canonical, edits)
    diagnostics += [
        LOST_WHITE_SPACE.at(None, f"white space could not be put back (entry {edits.index(edit) + 1} of the residue)")
        for edit in lost
    ]
    return placed
