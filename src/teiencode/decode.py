"""From TEI back to the source: the canonical text of the profile, corrected by the residue."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from lxml import etree

from teiencode.diagnostic import Code, Diagnostic, LineIndex
from teiencode.residue import Edit, apply_edits, digest_of, place_again, read_edits
from teiencode.source import BOM
from teiencode.tei.document import PARSER, bears_a_digest, was_changed
from teiencode.tei.entities import spell_out_entities
from teiencode.tei.paths import element_paths
from teiencode.tei.portion import BETWEEN_DOCUMENTS, Portion, read_portion
from teiencode.tei.unwriter import canonical_text, local_name

TEI = "{http://www.tei-c.org/ns/1.0}"
RESIDUE = "{urn:teiencode:residue}residue"
CORPUS = "teiCorpus"
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
ENTITY = Code(
    "TE092",
    "entity-reference-decoded",
    "text",
    "warning",
    "The TEI refers to an entity that its own document type would have to declare. Entities are never read, for they may lead "
    "out of the file; the reference stands in the text as it is written.",
    "Put the characters themselves in place of the reference.",
)
CODES = (EDITED, LOST_WHITE_SPACE, ENTITY)


class DecodeError(ValueError):
    """A file that is no TEI document, or whose residue is damaged; the message says where and how to mend it."""


@dataclass(frozen=True, slots=True)
class _Document:
    """One TEI document on its way back: its element, how it is written, the residue, and its text as it came."""

    root: etree._Element
    profile: str
    followed: bool
    edits: tuple[Edit, ...]
    note_order: list[int] | None
    bom: bool
    crlf: bool
    encoding: str
    text: str

    def spans(self, paths: dict[etree._Element, str]) -> Iterator[tuple[str, int, int]]:
        """The span of each of its elements, with the element's path: characters of its text as it came, from 0."""
        canonical = canonical_text(self.root, self.profile, note_order=self.note_order, with_spans=True)
        edit_starts = [edit.at for edit in self.edits]
        edit_ends = [edit.at + edit.cut for edit in self.edits]
        grown, total = [], 0
        for edit in self.edits:
            total += len(edit.put) - edit.cut
            grown.append(total)
        text = apply_edits(canonical.text + BETWEEN_DOCUMENTS * self.followed, self.edits)
        starts = LineIndex(text).starts if self.crlf else []

        def to_source(at: int, passed: int) -> int:
            at += grown[passed - 1] if passed else 0
            return at + (bisect_right(starts, at) - 1 if self.crlf else 0) + self.bom

        for element, start, end in canonical.spans:
            first = to_source(start, bisect_right(edit_ends, start))
            yield paths[element], first, max(first, to_source(end, bisect_left(edit_starts, end)))


@dataclass(frozen=True)
class Decoded:
    """The source of a TEI document: its bytes, whether the TEI was edited since, and what could not be put back.

    `portion` says which part of a file the source is, where it is not a whole one.
    """

    data: bytes
    edited: bool
    diagnostics: tuple[Diagnostic, ...]
    portion: Portion | None
    _root: etree._Element = field(repr=False)
    _documents: tuple[_Document, ...] = field(repr=False)

    @property
    def text(self) -> str:
        """The source as characters, to which `offsets` refers."""
        return "".join(document.text for document in self._documents)

    @cached_property
    def offsets(self) -> dict[str, tuple[int, int]]:
        """The span of the source of each element, by its path: characters of the source as it came, from 0."""
        paths = element_paths(self._root)
        spans: dict[str, tuple[int, int]] = {}
        before = 0
        for document in self._documents:
            spans |= {path: (before + start, before + end) for path, start, end in document.spans(paths)}
            before += len(document.text)
        return spans


def decode(tei: bytes | Path) -> Decoded:
    """The source of a TEI document or corpus, byte for byte; where the TEI was edited since, the text as it now is.

    Raises `DecodeError` for what is no TEI document, `OSError` for a file that cannot be read.
    """
    data = tei.read_bytes() if isinstance(tei, Path) else tei
    try:
        root = etree.fromstring(data, PARSER)
    except etree.XMLSyntaxError as error:
        raise DecodeError(f"not well-formed XML: {error.msg}") from None
    if local_name(root) not in ("TEI", CORPUS):
        raise DecodeError(f"no TEI document: its root is <{local_name(root)}>, not <TEI> or <teiCorpus>")
    diagnostics: list[Diagnostic] = []
    edited = was_changed(data)
    if edited:
        since = "was edited since teiencode wrote it" if bears_a_digest(data) else "was not written by teiencode"
        diagnostics.append(EDITED.at(None, f"the TEI {since}; its text is decoded as it now is"))
    references = spell_out_entities(root)
    diagnostics += [ENTITY.at(None, f"the entity reference {each} is kept as it is written") for each in references]
    portion = read_portion(root)
    profile = _profile(root) or DEFAULT_PROFILE
    elements = list(_documents(root))
    documents = tuple(
        _decode(element, profile, diagnostics, followed=number < len(elements) or (portion is not None and portion.followed))
        for number, element in enumerate(elements, 1)
    )
    written = b"".join(_bytes(document) for document in documents)
    return Decoded(written, edited, tuple(diagnostics), portion, root, documents)


def _documents(element: etree._Element) -> Iterator[etree._Element]:
    """The documents of a corpus, or the one that the element is, in order."""
    if local_name(element) != CORPUS:
        yield element
        return
    for child in element:
        if local_name(child) in ("TEI", CORPUS):
            yield from _documents(child)


def _profile(root: etree._Element) -> str | None:
    return next((desc.text or "" for desc in root.iter(f"{TEI}desc") if desc.get("type") == "profile"), None)


def _decode(root: etree._Element, profile: str, diagnostics: list[Diagnostic], *, followed: bool) -> _Document:
    profile = _profile(root) or profile
    residue = next(root.iter(RESIDUE), None)
    kept = {} if residue is None else {str(key): str(value) for key, value in residue.attrib.items()}
    note_order = _note_order(kept.get("order"))
    canonical = canonical_text(root, profile, note_order=note_order).text + BETWEEN_DOCUMENTS * followed
    edits = _edits(residue, canonical, diagnostics)
    text = apply_edits(canonical, edits)
    bom, crlf = kept.get("bom") == "true", kept.get("crlf") == "true"
    if crlf:
        text = text.replace("\n", "\r\n")
    if bom:
        text = BOM + text
    return _Document(root, profile, followed, tuple(edits), note_order, bom, crlf, kept.get("encoding", "utf-8"), text)


def _damaged(what: object) -> DecodeError:
    return DecodeError(f"the residue in xenoData is damaged ({what}); take the file from before the damage")


def _note_order(written: str | None) -> list[int] | None:
    if written is None:
        return None
    if not all(index.isdecimal() for index in written.split()):
        raise _damaged(f"its order of the notes is {written!r}")
    return [int(index) for index in written.split()]


def _bytes(document: _Document) -> bytes:
    try:
        return document.text.encode(document.encoding)
    except LookupError:
        raise _damaged(f"no encoding is called {document.encoding!r}") from None
    except UnicodeEncodeError as error:
        raise DecodeError(
            f"the source was {document.encoding}, which cannot hold {error.object[error.start]!r} of the edited text; "
            "take the character out, or set the residue's encoding to utf-8"
        ) from None


def _edits(residue: etree._Element | None, canonical: str, diagnostics: list[Diagnostic]) -> list[Edit]:
    if residue is None:
        return []
    try:
        edits = read_edits(residue.text or "")
    except ValueError as error:
        raise _damaged(error) from None
    if residue.get("digest") == digest_of(canonical):
        return edits
    placed, lost = place_again(canonical, edits)
    diagnostics += [
        LOST_WHITE_SPACE.at(None, f"white space could not be put back (entry {edits.index(edit) + 1} of the residue)")
        for edit in lost
    ]
    return placed
