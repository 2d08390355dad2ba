"""From a source to TEI: source, readings, solution, tree, TEI; then the proof that it comes back."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree

from teiencode.decisions import decide_on, lines_without_effect, without_effect
from teiencode.decode import decode
from teiencode.diagnostic import Diagnostic
from teiencode.facts import facts_of
from teiencode.glued_blocks import part_glued_blocks
from teiencode.ids import document_attributes, free_of_clashes
from teiencode.ncname import ncname
from teiencode.page_images import name_images
from teiencode.placement import Placed, put_together
from teiencode.profile import Profile, load_profile
from teiencode.project import Edition
from teiencode.reading import INK, NOTHING_DECIDED, Decided, Reading, View
from teiencode.recognition import recognise
from teiencode.residue import difference, digest_of, write_edits
from teiencode.rules import rule
from teiencode.rules.heads import document_number
from teiencode.segments import Segment, join_lines, spread
from teiencode.sidecar import Sidecar
from teiencode.solve import Choice, solve_lines
from teiencode.source import Source, read_source
from teiencode.split import several_documents
from teiencode.struck_partners import link_struck_partners
from teiencode.tei.conventions import item_sign, note_call, note_prefix, signs
from teiencode.tei.document import PARSER, residue_element, write_document
from teiencode.tei.elements import ELEMENTS
from teiencode.tei.header import Application, day_of_epoch, write_header
from teiencode.tei.portion import BETWEEN_DOCUMENTS, Portion
from teiencode.tei.taxonomies import HEADER_IDS
from teiencode.tei.unwriter import canonical_note_order, canonical_text
from teiencode.tei.writer import write_text_element
from teiencode.transitions import Transitions
from teiencode.tree import Leaf, Tree
from teiencode.unlikely_sources import unlikely
from teiencode.version import __version__


class RoundTripError(AssertionError):
    """The TEI does not decode to its source: a bug of teiencode; nothing must be written."""


@dataclass(frozen=True)
class Encoded:
    """A TEI file as bytes, what the encoder doubts (spans count characters of the source), and the profile it used.

    `name` is the NAME of the file: that of the source, or of the part of it that was encoded.
    """

    xml: bytes
    diagnostics: tuple[Diagnostic, ...]
    profile: str
    name: str = "text"


def encode(
    source: str | bytes | Path,
    *,
    profile: str | Profile = "auto",
    sidecar: Sidecar | None = None,
    edition: Edition | None = None,
    name: str = "text",
    encoding: str = "utf-8",
) -> Encoded:
    """Encode a transcription as TEI P5.

    `sidecar` holds an editor's decisions on this document (its profile counts where `profile` is `auto`), `edition` what is
    the same for all of an edition. The day of the encoding is told only where the environment has `SOURCE_DATE_EPOCH`: no
    clock is read.

    Raises `SourceError` for bytes that are not of the encoding and for a lone surrogate, `ProfileError` for a profile that
    does not exist, `SettingsError` for a sidecar's decision on words that the text does not have, `OSError` for a file that
    cannot be read, and `RoundTripError` where teiencode itself is at fault.
    """
    text = read_source(source, encoding)
    chosen, told = choose_profile(text.text, profile, sidecar)
    encoded = encode_source(text, chosen, name=name, sidecar=sidecar, edition=edition or Edition())
    several = several_documents(text.text, chosen)
    return replace(encoded, diagnostics=(*unlikely(text.text), *told, *encoded.diagnostics, *several))


def choose_profile(text: str, profile: str | Profile, sidecar: Sidecar | None) -> tuple[Profile, tuple[Diagnostic, ...]]:
    """The profile that was asked for, where that is `auto` the sidecar's or the one that the text's signs speak for."""
    if profile == "auto" and sidecar and sidecar.profile:
        profile = sidecar.profile
    if profile == "auto":
        recognised = recognise(text)
        return recognised.profile, (recognised.diagnostic,)
    return (load_profile(profile) if isinstance(profile, str) else profile), ()


def encode_source(
    source: Source,
    profile: Profile,
    *,
    name: str,
    sidecar: Sidecar | None,
    edition: Edition,
    kind: str = "document",
    portion: Portion | None = None,
    first_line: int = 1,
) -> Encoded:
    """Encode a source that has been read as one document of a `kind` of division, which may be a part of a file.

    `first_line` is the number of its first line in the file.
    """
    decided = decide_on(source.text, sidecar, profile.name, first_line=first_line)
    tree, diagnostics = read(source.text, profile, kind=kind, decided=decided)
    facts, doubts = facts_of(tree, source.text)
    identifier = document_id(name)
    link_struck_partners(tree, source.text, free_of_clashes(tree, (identifier, *HEADER_IDS)))
    if sidecar and sidecar.images:
        name_images(tree, sidecar.images)
    body = write_text_element(tree.root, source.text)

    def document(residue: str) -> bytes:
        header = write_header(
            facts,
            name=name,
            identifier=identifier,
            application=Application(version=__version__, profile=profile.name, source_sha256=source.sha256, portion=portion),
            edition=edition,
            sidecar=sidecar,
            residue=residue,
            encoded=day_of_epoch(os.environ.get("SOURCE_DATE_EPOCH")),
        )
        return write_document(identifier, header, body, edition.schema)

    # A canonical text needs no residue, so its proof is looked for first: most texts are read back once, not twice.
    xml, data = document(""), source.data()
    if decode(xml).data != data:
        xml = document(residue_of(body, tree, source, profile, followed=portion is not None and portion.followed))
        if decode(xml).data != data:
            raise RoundTripError(f"{name}: the encoded text does not come back as it was")
    return Encoded(xml, (*diagnostics, *doubts), profile.name, name)


def read(
    text: str,
    profile: Profile,
    *,
    kind: str = "document",
    identifier: str | None = None,
    decided: Decided = NOTHING_DECIDED,
) -> tuple[Tree, list[Diagnostic]]:
    """Read a text by a profile: the tree that its rules and the solver agree on, and what they have to tell.

    `kind` is that of the division at its root; only a `document` has a number. `identifier` is the division's id where it
    is not to be made of that number. `decided` is what an editor has decided.
    """
    diagnostics: list[Diagnostic] = []
    placed = place(text, profile, diagnostics, kind=kind, identifier=identifier, decided=decided)
    return placed.tree, [*diagnostics, *placed.diagnostics, *without_effect(decided, placed.tree)]


def place(
    text: str,
    profile: Profile,
    diagnostics: list[Diagnostic],
    *,
    kind: str = "document",
    identifier: str | None = None,
    decided: Decided = NOTHING_DECIDED,
) -> Placed:
    """Read a text as `read` does, and give the calls of its notes too; what the rules tell is put to `diagnostics`."""
    view = part_glued_blocks(View(text, decided), profile)
    joined = join_lines(spread(decide(view, profile, diagnostics)))
    segments = _settled(joined, view, profile, diagnostics)
    proposing = (rule(name).inline for name in profile.rules)
    inline = _proposals((propose(view, profile) for propose in proposing if propose), text, profile, diagnostics)
    inline += decided.inline
    number = _document_number(text, segments, profile) if kind == "document" else None
    attributes = document_attributes(number, identifier)
    placed = put_together(text, segments, inline, attributes, profile.settings.get("note_calls", {}).get("chain", {}))
    placed.tree.root.kind = kind
    return placed


def decide(view: View, profile: Profile, diagnostics: list[Diagnostic]) -> list[Choice]:
    """The reading of each line that is best for the whole document; what the rules tell of lines is put to `diagnostics`."""
    proposing = (rule(name).lines for name in profile.rules)
    lines = _proposals((propose(view, profile) for propose in proposing if propose), view.text, profile, diagnostics)
    lines += view.decided.lines
    transitions = Transitions(profile)
    choices = solve_lines(view, lines, transitions.weight, transitions.following)
    diagnostics += lines_without_effect(view.decided, choices)
    return choices


def _document_number(text: str, segments: Iterable[Segment], profile: Profile) -> str | None:
    """The number in the document's heading, where the profile's documents have one."""
    if "heads" not in profile.rules:
        return None
    heads = (segment for segment in segments if segment.kind in ("head number", "head"))
    return next((number for head in heads if (number := document_number(text[head.start : head.end]))), None)


def _settled(segments: Sequence[Segment], view: View, profile: Profile, diagnostics: list[Diagnostic]) -> Sequence[Segment]:
    """The segments with those that rules conclude from them; the diagnostics are put aside."""
    for name in profile.rules:
        conclude = rule(name).segments
        if conclude is not None:
            concluded = list(conclude(view, profile, segments))
            diagnostics += [item for item in concluded if isinstance(item, Diagnostic)]
            segments = [item for item in concluded if isinstance(item, Segment)]
    return segments


def _proposals(
    proposed: Iterable[Iterable[Reading | Diagnostic]], text: str, profile: Profile, diagnostics: list[Diagnostic]
) -> list[Reading]:
    """The readings whose signs would be written back as they stand; the diagnostics are put aside."""
    readings: list[Reading] = []
    for proposals in proposed:
        for item in proposals:
            if isinstance(item, Diagnostic):
                diagnostics.append(item)
            elif is_restored(item, text, profile.name):
                readings.append(item)
    return readings


def is_restored(reading: Reading, text: str, profile: str) -> bool:
    """Whether the signs of a reading are those that the profile's writer gives for it, white space apart."""
    if not all(is_restored(inner, text, profile) for inner in reading.inner):
        return False
    first, after = reading.inside
    before_content, after_content = text[reading.start : first], text[after : reading.end]
    if reading.kind in ("note", "foot note"):
        before, behind = note_prefix(reading.attributes["n"], profile, reading.attributes.get("rend", "")), ""
    elif reading.kind == "item":
        before, behind = item_sign(reading.attributes.get("rend", ""), reading.attributes.get("n", "")), ""
    elif reading.kind == "note call":
        before, behind = note_call(reading.attributes["n"], profile), ""
    elif reading.kind in ELEMENTS:
        element = ELEMENTS[reading.kind]
        attributes = {**element.attributes, **reading.attributes}
        before, behind = signs(element.name, attributes, profile, has_desc=after > first)
    else:
        before, behind = "", ""
    return _same_ink(before, before_content) and _same_ink(behind, after_content)


def _same_ink(one: str, other: str) -> bool:
    return one == other or INK.findall(one) == INK.findall(other)


def residue_of(body: str, tree: Tree, source: Source, profile: Profile, *, followed: bool) -> str:
    """The `xenoData` with the residue that decoding needs for a tree whose `text` element is `body` (or nothing).

    `followed`: another document of the same file comes after it.
    """
    root = etree.fromstring(f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{body}</TEI>'.encode(), PARSER)
    order = note_order(tree)
    canonical = canonical_text(root, profile.name, note_order=order).text + BETWEEN_DOCUMENTS * followed
    attributes = {"digest": digest_of(canonical)}
    if order is not None:
        attributes["order"] = " ".join(map(str, order))
    if source.bom:
        attributes["bom"] = "true"
    if source.crlf:
        attributes["crlf"] = "true"
    if source.encoding not in ("utf-8", "utf8"):
        attributes["encoding"] = source.encoding
    return residue_element(attributes, write_edits(difference(canonical, source.text)))


def note_order(tree: Tree) -> list[int] | None:
    """The notes in the source's order, each by its position in the TEI, where decoding would write them in another order."""
    notes = [node for node in tree.nodes() if node.kind == "note"]
    starts = [max(child.start for child in note.children if isinstance(child, Leaf) and child.role == "sign") for note in notes]
    in_source = sorted(range(len(notes)), key=starts.__getitem__)
    return in_source if in_source != canonical_note_order([note.attributes["n"] for note in notes]) else None


def document_id(name: str) -> str:
    """The `xml:id` of the document with that NAME: the name as an NCName, and none that the header uses itself."""
    identifier = ncname(name)
    return f"{identifier}-1" if identifier in HEADER_IDS else identifier
