"""The documents of an edition, read once for what its other pages say of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from teiencode.diagnostic import Diagnostic
from teiencode.files import UNREADABLE, about, folded
from teiencode.project import Edition
from teiencode.publishing.codes import LEADS_NOWHERE, NO_IMAGE
from teiencode.publishing.corpus import parts_of
from teiencode.publishing.document import Document, NotPublishableError, day_of, read_document
from teiencode.publishing.images import found_images
from teiencode.publishing.links import Links, Pointing, links_between
from teiencode.publishing.pages import Neighbour
from teiencode.publishing.pdf import pdf_day

NO_CORPUS = Neighbour()
MOST_TOLD = 5
"""How many of a document's pointers that lead nowhere are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A document of the edition, before it is rendered; its text is read again then, so that memory stays flat.

    `source` is the file that it was read from, `path` a file of its own: for a document of a corpus another. `whole` is the
    corpus that it is a part of. A corpus whose documents have pages of their own is `parted`: it keeps its own page, and the
    lists have its documents.
    """

    name: str
    path: Path
    header: str
    digest: str
    title: str
    date: str
    day: str
    published: str
    own: bool
    images: tuple[str, ...]
    pointers: tuple[str, ...]
    places: frozenset[str]
    own_ids: tuple[str, ...]
    source: Path
    whole: Neighbour = NO_CORPUS
    parted: bool = False

    @property
    def order(self) -> tuple[bool, str, str]:
        """By date; what has no year comes last; then by name."""
        dated = self.date[:1].isdigit()
        return not dated, self.date if dated else "", self.name


def links_of(entries: Sequence[Entry], images: Path | None, diagnostics: list[Diagnostic]) -> dict[str, Links]:
    """Where each document leads, by its name. `images` is the folder of the edition's images, where it names one.

    Images that are not published and pointers that lead to no document are put to `diagnostics`.
    """
    found = {}
    by_name = {each.name: each for each in entries}
    for name, pointers, lost in links_between(map(_pointing, entries)):
        entry = by_name[name]
        published, amiss = found_images(entry.images, entry.source.parent, images)
        for address, why in amiss:
            diagnostics.append(about(str(entry.path), NO_IMAGE, f"the image {address} is not published: {why}"))
        if lost and not entry.whole.name:
            told = f"{', '.join(lost[:MOST_TOLD])}{' and others' if len(lost) > MOST_TOLD else ''}"
            diagnostics.append(
                about(str(entry.path), LEADS_NOWHERE, f"no document of the edition has {told}; the words stand without a link")
            )
        found[name] = Links(tuple(pointers.items()), tuple(published.items()))
    return found


def _pointing(entry: Entry) -> Pointing:
    return Pointing(
        name=entry.name,
        title=entry.title,
        file=entry.source,
        pointers=entry.pointers,
        places=entry.places,
        own=entry.own_ids,
        volume=entry.whole.name,
        parted=entry.parted,
    )


def read_entries(
    named: Sequence[tuple[str, Path]], alone: Path, edition: Edition, diagnostics: list[Diagnostic]
) -> Iterator[Entry]:
    """The documents; those of a corpus follow it, each as a file in the folder `alone`.

    What cannot be read is put to `diagnostics`.
    """
    taken = {folded(name) for name, _ in named}
    for name, path in named:
        try:
            data = path.read_bytes()
            whole = _entry(name, path, data, edition)
        except OSError as error:
            diagnostics.append(about(str(path), UNREADABLE, f"cannot be read: {error.strerror or error}"))
            continue
        except NotPublishableError as error:
            diagnostics.append(replace(error.diagnostic, file=str(path)))
            continue
        parts = parts_of(name, data, taken)
        yield replace(whole, parted=bool(parts))
        for part in parts:
            taken.add(folded(part.name))
            written = alone / f"{part.name}.xml"
            written.write_bytes(part.data)
            # Its source is that of the corpus, which the corpus's own page has.
            yield replace(
                _entry(part.name, written, part.data, edition), own=False, source=path, whole=Neighbour(name, whole.title)
            )


def _entry(name: str, path: Path, data: bytes, edition: Edition) -> Entry:
    document: Document = read_document(data)
    return Entry(
        name=name,
        path=path,
        header=document.header,
        digest=document.digest,
        title=document.title,
        date=document.date,
        day=pdf_day(document, edition),
        published=document.published or day_of(edition.date or ""),
        own=document.own,
        images=document.images,
        pointers=document.pointers,
        places=document.places,
        own_ids=document.own_ids,
        source=path,
    )
