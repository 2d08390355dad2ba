"""Where a document leads: its pointers to other documents of the edition, and the images that are published with it.

    other.xml  other.xml#d9  folder/other.xml#pg_12      a file of the edition, as seen from this one, and a place in it
    other#d9                                             the same without the ending
    north.xml#d9                                         the document `north-d9`, where a volume was split into files
    #d9                                                  a place of another document of the same volume or corpus

A pointer that names nothing of these stays what it is: words without a link.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from teiencode.publishing.anchors import ID, TEI
from teiencode.publishing.images import Image, image_of, shown, surfaces_of

T = "{urn:teiencode:publishing}"
POINTERS = (f"{TEI}ref", f"{TEI}ptr")
_WEB = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//")


@dataclass(frozen=True, slots=True)
class Place:
    """A place in another document of the edition: that document's name, the id of the place (empty: the document), its title."""

    name: str
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Links:
    """What the pointers and the images of a document are, by their addresses as the file writes them."""

    pointers: tuple[tuple[str, Place], ...] = ()
    images: tuple[tuple[str, Image], ...] = ()

    @property
    def told(self) -> str:
        """All that a page shows of them, for a digest."""
        return repr((self.pointers, [(address, image.path, image.digest) for address, image in self.images]))


NO_LINKS = Links()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointing:
    """A document as its pointers see it: where its file lies, its places, and the pointers that lead out of it.

    `own` are the ids that stand for the document as a whole. `volume` is the name of the corpus that it is a part of.
    """

    name: str
    title: str
    file: Path
    pointers: Sequence[str]
    places: Collection[str]
    own: Collection[str]
    volume: str
    parted: bool


def leading_out(root: etree._Element) -> tuple[str, ...]:
    """The targets of pointers that are neither places of this file nor addresses of the web."""
    here = {each.get(ID) for each in root.iter(etree.Element)}
    found: dict[str, None] = {}
    for each in root.iter(*POINTERS):
        target = _first(each.get("target"))
        if target and not _WEB.match(target) and not (target.startswith("#") and target[1:] in here):
            found[target] = None
    return tuple(found)


def ids_of_whole(root: etree._Element) -> tuple[str, ...]:
    """The ids that name the document as a whole: of its root, its text, its body, and of the only division of that."""
    found = [root.get(ID)]
    text = root.find(f"{TEI}text")
    body = None if text is None else text.find(f"{TEI}body")
    if text is not None:
        found.append(text.get(ID))
    if body is not None:
        divisions = body.findall(f"{TEI}div")
        found += [body.get(ID), *(each.get(ID) for each in divisions if len(divisions) == 1)]
    return tuple(each for each in found if each)


def places_of(root: etree._Element) -> frozenset[str]:
    """The ids in the texts of a document."""
    return frozenset(own for text in root.iter(f"{TEI}text") for each in text.iter(etree.Element) if (own := each.get(ID)))


def links_between(documents: Iterable[Pointing]) -> Iterator[tuple[str, dict[str, Place], tuple[str, ...]]]:
    """For each document its name, where its pointers lead, and those that lead nowhere."""
    known = list(documents)
    of_file: dict[str, list[Pointing]] = defaultdict(list)
    of_volume: dict[str, list[Pointing]] = defaultdict(list)
    by_name = {each.name: each for each in known}
    for each in known:
        of_file[_normal(each.file)].append(each)
        for volume in _volumes(each):
            of_volume[volume].append(each)
    for each in known:
        led: dict[str, Place] = {}
        lost = []
        for target in each.pointers:
            place = _place(target, each, of_file, of_volume, by_name)
            if place is None:
                lost.append(target)
            elif place.name != each.name:
                led[target] = place
        yield each.name, led, tuple(lost)


def _place(
    target: str,
    document: Pointing,
    of_file: Mapping[str, list[Pointing]],
    of_volume: Mapping[str, list[Pointing]],
    by_name: Mapping[str, Pointing],
) -> Place | None:
    written, _, name = unquote(target).partition("#")
    if not written:
        return _only(name, [each for volume in _volumes(document) for each in of_volume.get(volume, ())])
    try:
        path = document.file.parent / written
    except ValueError:
        return None
    there = of_file.get(_normal(path)) or of_file.get(_normal(path.with_name(f"{path.name}.xml")), []) if path.name else []
    if not there:
        stem = path.name.removesuffix(".xml")
        other = by_name.get(f"{stem}-{name}")
        if other is not None:
            return Place(other.name, "", other.title)
        return _only(name, of_volume.get(stem, ()))
    whole = there[0]
    return (_only(name, there) if name else None) or Place(whole.name, "", whole.title)


def _only(name: str, documents: Iterable[Pointing]) -> Place | None:
    """The place of that id, where one document alone has it; the whole text of a corpus does not count beside its documents."""
    found = {each.name: each for each in documents if not each.parted and (name in each.places or name in each.own)}
    if len(found) != 1:
        return None
    (document,) = found.values()
    return Place(document.name, "" if name in document.own else name, document.title)


def _volumes(document: Pointing) -> tuple[str, ...]:
    """The names of what a document is a part of: its corpus, and the volume of which it was split (`north` of `north-d9`)."""
    split = (document.name.removesuffix(f"-{own}") for own in document.own if document.name.endswith(f"-{own}"))
    return tuple(dict.fromkeys(each for each in (document.volume, *split) if each))


def _normal(path: Path) -> str:
    return os.path.normcase(os.path.normpath(Path.cwd() / path))


def _first(target: str | None) -> str:
    return next(iter((target or "").split()), "")


def mark_links(root: etree._Element, links: Links, pointed: Collection[str] = ()) -> None:
    """Write on each pointer and each image where it leads, for the stylesheets, in place; and mark the places `pointed` to."""
    pointers, images = dict(links.pointers), dict(links.images)
    for each in root.iter(*POINTERS) if pointers else ():
        place = pointers.get(_first(each.get("target")))
        if place is not None:
            each.set(f"{T}document", place.name)
            each.set(f"{T}title", place.title)
            if place.id:
                each.set(f"{T}place", place.id)
    if images:
        surfaces = surfaces_of(root)
        for each in shown(root):
            image = images.get(image_of(each, surfaces))
            if image is not None:
                each.set(f"{T}image", image.address)
                if image.packed:
                    each.set(f"{T}packed", image.packed)
    if pointed:
        for each in root.iter(etree.Element):
            if each.get(ID) in pointed:
                each.set(f"{T}pointed", "true")
