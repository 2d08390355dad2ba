"""The documents of one file: encoded each as a TEI file of its own, or kept together as one `teiCorpus`.

Each part is a slice of the file, and encoded as if it were a file: so it decodes to its own bytes, and the parts in their
order, joined, are the whole. In a corpus the ids of pages and notes bear the document's id, and what the header says of
the program and of categories stands once, in the corpus's own header (TEI Guidelines, chapter 15.1).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from teiencode.decisions import decide_on, misplaced
from teiencode.decode import decode
from teiencode.diagnostic import Diagnostic
from teiencode.encode import (
    Encoded,
    RoundTripError,
    choose_profile,
    document_id,
    encode_source,
    read,
    residue_of,
)
from teiencode.facts import Facts, facts_of
from teiencode.ids import XML_ID, bear, free_of_clashes
from teiencode.profile import Profile
from teiencode.project import Edition, Split
from teiencode.sidecar import HeaderOverrides, Sidecar
from teiencode.source import Source, SourceError, read_source
from teiencode.split import Part, divide, several_documents
from teiencode.struck_partners import link_struck_partners
from teiencode.tei.document import write_document
from teiencode.tei.header import Application, day_of_epoch, overridden, write_header
from teiencode.tei.portion import Portion
from teiencode.tei.taxonomies import HEADER_IDS
from teiencode.tei.writer import write_text_element
from teiencode.unlikely_sources import unlikely
from teiencode.version import __version__

SidecarOf = Callable[[str], Sidecar | None]
"""The sidecar of a part, by its NAME (`chapter-d127`)."""


def encode_all(
    source: str | bytes | Path,
    *,
    split: Split = "files",
    profile: str | Profile = "auto",
    sidecar: Sidecar | None = None,
    sidecar_of: SidecarOf | None = None,
    edition: Edition | None = None,
    name: str = "text",
    encoding: str = "utf-8",
) -> list[Encoded]:
    """Encode a file of one or several documents as TEI P5.

    `split` says what becomes of several: `files` one `Encoded` for each document, called NAME-d127 and the like; `corpus`
    one `teiCorpus`; `no` one document all the same. A file in which only one document is found is encoded as `encode`
    does it. Spans of diagnostics count characters of the whole file, as `encode`'s do.

    `sidecar` is the file's: for files of their own it settles the profile and what all of them have in common (editors,
    publisher, licence, language); `sidecar_of` gives those of the parts. Raises what `encode` raises.
    """
    whole = read_source(source, encoding)
    edition = edition or Edition()
    chosen, told = choose_profile(whole.text, profile, sidecar)
    told = (*unlikely(whole.text), *told)
    division = divide(whole.text, chosen) if split != "no" else None
    if division is None or len(division.parts) < 2:
        encoded = encode_source(whole, chosen, name=name, sidecar=sidecar, edition=edition)
        unsplit = several_documents(whole.text, chosen) if split == "no" else ()
        return [replace(encoded, diagnostics=(*told, *encoded.diagnostics, *unsplit))]
    if sidecar and sidecar.decides_on_the_text:
        raise misplaced(sidecar, name, [part_name(name, part) for part in division.parts])
    pieces = _pieces(whole, division.parts)
    file = _File(name, whole, division.parts, pieces, chosen, edition, sidecar, sidecar_of or _no_sidecar)
    encoded_parts = [file.corpus()] if split == "corpus" else file.documents()
    first, *others = encoded_parts
    return [replace(first, diagnostics=(*told, *division.diagnostics, *first.diagnostics)), *others]


def part_name(name: str, part: Part) -> str:
    """The NAME of a part of the file NAME."""
    return f"{name}-{part.identifier}"


def _no_sidecar(name: str) -> Sidecar | None:
    return None


def _pieces(whole: Source, parts: Sequence[Part]) -> list[Source]:
    """Each part of a file as a source of its own. Raises `SourceError` where the encoding's bytes cannot be cut."""
    text = whole.as_it_came
    ends = [whole.offset(part.end) for part in parts[:-1]] + [len(text)]
    starts = [0, *ends[:-1]]
    slices = [text[start:end].encode(whole.encoding) for start, end in zip(starts, ends, strict=True)]
    if b"".join(slices) != whole.data():
        raise SourceError(f"a file in {whole.encoding} cannot be cut into its documents; convert it to UTF-8 first")
    return [read_source(data, whole.encoding) for data in slices]


class _File:
    """A file of several documents, on its way to TEI."""

    def __init__(
        self,
        name: str,
        whole: Source,
        parts: Sequence[Part],
        pieces: Sequence[Source],
        profile: Profile,
        edition: Edition,
        sidecar: Sidecar | None,
        sidecar_of: SidecarOf,
    ) -> None:
        self.name = name
        self.whole = whole
        self.parts = parts
        self.pieces = pieces
        self.profile = profile
        self.edition = edition
        self.sidecar = sidecar
        self.sidecar_of = sidecar_of
        self.encoded = day_of_epoch(os.environ.get("SOURCE_DATE_EPOCH"))

    def documents(self) -> list[Encoded]:
        """A TEI file for each part. Raises `RoundTripError` where the parts would not make the whole again."""
        found = []
        in_common = self.sidecar and Sidecar(header=_in_common(self.sidecar.header))
        for number, (part, piece) in enumerate(zip(self.parts, self.pieces, strict=True), 1):
            name = part_name(self.name, part)
            portion = Portion(number=number, count=len(self.parts), whole=self.name, sha256=self.whole.sha256)
            encoded = encode_source(
                piece,
                self.profile,
                name=name,
                sidecar=self.sidecar_of(name) or in_common,
                edition=self.edition,
                kind=part.kind,
                portion=portion,
                first_line=self._first_line(part),
            )
            found.append(replace(encoded, diagnostics=self._in_the_whole(encoded.diagnostics, number - 1)))
        return found

    def corpus(self) -> Encoded:
        """One `teiCorpus`. Raises `RoundTripError` where it would not decode to the file."""
        identifier = document_id(self.name)
        ids = [identifier, *HEADER_IDS, *(document_id(part_name(self.name, part)) for part in self.parts)]
        diagnostics: list[Diagnostic] = []
        documents: list[str] = []
        all_facts: list[Facts] = []
        for index, (part, piece) in enumerate(zip(self.parts, self.pieces, strict=True)):
            name = part_name(self.name, part)
            sidecar = self.sidecar_of(name)
            decided = decide_on(piece.text, sidecar, self.profile.name, first_line=self._first_line(part))
            tree, told = read(piece.text, self.profile, kind=part.kind, identifier=part.identifier, decided=decided)
            bear(tree, part.identifier)
            link_struck_partners(tree, piece.text, free_of_clashes(tree, ids))
            ids += [node.attributes[XML_ID] for node in tree.nodes() if XML_ID in node.attributes]
            facts, doubts = facts_of(tree, piece.text)
            all_facts.append(overridden(facts, sidecar.header if sidecar else HeaderOverrides()))
            body = write_text_element(tree.root, piece.text)
            residue = residue_of(body, tree, piece, self.profile, followed=index + 1 < len(self.parts))
            header = write_header(
                facts,
                name=name,
                identifier=document_id(name),
                application=self._application(piece),
                edition=self.edition,
                sidecar=sidecar,
                residue=residue,
                encoded=self.encoded,
                within_corpus=True,
            )
            documents.append(f'<TEI xml:id="{document_id(name)}">\n{header}\n{body}\n</TEI>')
            diagnostics += self._in_the_whole((*told, *doubts), index)
        header = self._header(identifier, all_facts)
        xml = write_document(identifier, header, "\n".join(documents), self.edition.schema, "teiCorpus")
        if decode(xml).data != self.whole.data():
            raise RoundTripError(f"{self.name}: the corpus does not come back as it was")
        return Encoded(xml, tuple(diagnostics), self.profile.name, self.name)

    def _header(self, identifier: str, documents: Sequence[Facts]) -> str:
        """The corpus's own header: its title, the program, and the categories that its documents use."""
        categories = [f"class-{level}" for facts in documents for level in facts.classification.levels]
        categories += [category for facts in documents for category in facts.categories]
        title = documents[0].title if self.parts[0].kind == "chapter" else None
        facts = Facts(title=title, language=documents[0].language, categories=tuple(dict.fromkeys(categories)))
        return write_header(
            facts,
            name=self.name,
            identifier=identifier,
            application=self._application(self.whole),
            edition=self.edition,
            sidecar=self.sidecar,
            encoded=self.encoded,
        )

    def _application(self, source: Source) -> Application:
        return Application(version=__version__, profile=self.profile.name, source_sha256=source.sha256)

    def _first_line(self, part: Part) -> int:
        """The number of a part's first line in the file."""
        return 1 + self.whole.text.count("\n", 0, part.start)

    def _in_the_whole(self, diagnostics: Sequence[Diagnostic], index: int) -> tuple[Diagnostic, ...]:
        """Diagnostics of a part, with spans that count characters of the whole file's text."""
        piece, start = self.pieces[index], self.parts[index].start
        first = index == 0

        def place(at: int) -> int:
            # A part may be CRLF throughout in a file that is not, and begin with a byte order mark where none belongs.
            if self.whole.crlf:
                return start + at + (piece.bom and not first)
            return start + piece.offset(at) - (piece.bom and first)

        return tuple(
            each if each.span is None else replace(each, span=(place(each.span[0]), place(each.span[1]))) for each in diagnostics
        )


def _in_common(header: HeaderOverrides) -> HeaderOverrides:
    """What a file's sidecar says of all its documents alike."""
    return HeaderOverrides(
        editors=header.editors,
        publisher=header.publisher,
        licence=header.licence,
        published=header.published,
        language=header.language,
        editorial=header.editorial,
    )
