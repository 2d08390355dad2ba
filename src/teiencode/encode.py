"""From a source to TEI: source, readings, solution, tree, TEI; then the proof that it comes back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from teiencode.decode import decode
from teiencode.diagnostic import Diagnostic
from teiencode.ids import free_of_clashes
from teiencode.placement import put_together
from teiencode.profile import Profile, load_profile, recognise
from teiencode.reading import INK, Reading, View
from teiencode.residue import difference, digest_of, write_edits
from teiencode.rules import RULES
from teiencode.segments import join_lines, spread
from teiencode.solve import solve_lines
from teiencode.source import Source, read_source
from teiencode.tei.conventions import item_sign, note_prefix, signs
from teiencode.tei.document import NO_DIGEST, PARSER, residue_element, write_document, xml_name
from teiencode.tei.elements import ELEMENTS
from teiencode.tei.unwriter import canonical_text
from teiencode.tei.writer import escape, write_text_element
from teiencode.transitions import Transitions
from teiencode.tree import Tree
from teiencode.version import __version__

SCHEMA = "../schema/teiencode.rng"


class RoundTripError(AssertionError):
    """The TEI does not decode to its source: a bug of teiencode; nothing must be written."""


@dataclass(frozen=True)
class Encoded:
    """A TEI file as bytes, what the encoder doubts (spans count characters of the source), and the profile it used."""

    xml: bytes
    diagnostics: tuple[Diagnostic, ...]
    profile: str


def encode(
    source: str | bytes | Path, *, profile: str | Profile = "auto", name: str = "text", encoding: str = "utf-8"
) -> Encoded:
    """Encode a transcription as TEI P5.

    Raises `SourceError` for bytes that are not of the encoding and for a lone surrogate, `ProfileError` for a profile that
    does not exist, `OSError` for a file that cannot be read, and `RoundTripError` where teiencode itself is at fault.
    """
    text = read_source(source, encoding)
    if isinstance(profile, str):
        profile = recognise(text.text).profile if profile == "auto" else load_profile(profile)
    tree, diagnostics = read(text.text, profile)
    xml = write(tree, text, profile, name)
    if decode(xml).data != text.data():
        raise RoundTripError(f"{name}: the encoded text does not come back as it was")
    return Encoded(xml, tuple(diagnostics), profile.name)


def read(text: str, profile: Profile) -> tuple[Tree, list[Diagnostic]]:
    """Read a text by a profile: the tree that its rules and the solver agree on, and what they have to tell."""
    view = View(text)
    diagnostics: list[Diagnostic] = []
    rules = [RULES[rule] for rule in profile.rules]
    lines = _proposals((rule.lines(view, profile) for rule in rules if rule.lines), text, profile, diagnostics)
    transitions = Transitions(profile)
    segments = spread(join_lines(solve_lines(view, lines, transitions.weight, transitions.following)))
    inline = _proposals((rule.inline(view, profile) for rule in rules if rule.inline), text, profile, diagnostics)
    return put_together(text, segments, inline, {}), diagnostics


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
    if reading.kind == "note":
        before, behind = note_prefix(reading.attributes["n"]), ""
    elif reading.kind == "item":
        before, behind = item_sign(reading.attributes.get("rend", "")), ""
    elif reading.kind == "note call":
        before, behind = reading.attributes["n"], ""
    elif reading.kind in ELEMENTS:
        element = ELEMENTS[reading.kind]
        attributes = {**element.attributes, **reading.attributes}
        before, behind = signs(element.name, attributes, profile, has_desc=after > first)
    else:
        before, behind = "", ""
    return _ink(before) == _ink(before_content) and _ink(behind) == _ink(after_content)


def _ink(text: str) -> str:
    return "".join(INK.findall(text))


def write(tree: Tree, source: Source, profile: Profile, name: str) -> bytes:
    """Write a tree as a TEI file, with the residue that its decoding needs."""
    free_of_clashes(tree, (xml_name(name), "teiencode"))
    body = write_text_element(tree.root, source.text)
    root = etree.fromstring(f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{body}</TEI>'.encode(), PARSER)
    canonical = canonical_text(root, profile.name).text
    attributes = {"digest": digest_of(canonical)}
    if source.bom:
        attributes["bom"] = "true"
    if source.crlf:
        attributes["crlf"] = "true"
    if source.encoding not in ("utf-8", "utf8"):
        attributes["encoding"] = source.encoding
    residue = residue_element(attributes, write_edits(difference(canonical, source.text)))
    header = _header(name, profile.name, source.sha256, residue)
    return write_document(name, header, body, SCHEMA)


def _header(name: str, profile: str, source_sha256: str, residue: str) -> str:
    return (
        f"<teiHeader><fileDesc><titleStmt><title>{escape(name)}</title></titleStmt><publicationStmt><publisher>unpublished"
        f"</publisher><idno>{xml_name(name)}</idno></publicationStmt><sourceDesc><p>Transcription</p></sourceDesc></fileDesc>"
        f'<encodingDesc><appInfo><application xml:id="teiencode" ident="teiencode" version="{__version__}">'
        f"<label>teiencode</label>"
        f'<desc type="profile">{profile}</desc><desc type="source-sha256">{source_sha256}</desc>'
        f'<desc type="tei-sha256">{NO_DIGEST}</desc></application></appInfo></encodingDesc>{residue}</teiHeader>'
    )
