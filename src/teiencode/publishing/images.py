"""The images that lie beside a TEI file, of pages and of figures, so that they can be published with it.

A file says where they are, and may have come from anywhere: only images in the folder of the file, or below it, are published,
and those in the folder that the edition itself names for them. Whether a file is an image its first bytes tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote, unquote

from lxml import etree

from teiencode.publishing.anchors import ID, TEI

SUFFIXES = frozenset((".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif"))
"""How the names of images end that browsers show."""

IN_PRINT = frozenset(("png", "jpeg", "gif", "webp"))
"""The kinds that an EPUB may hold, and that the typesetter knows."""

OF_EDITION = "edition-images"
"""Where in a document's folder the images are that lie in the folder of the edition's images."""

_LOCAL = re.compile(r"(?!/)[^:?#]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """An image that is published: its path below the document's folder, its file, the digest of its bytes, its kind."""

    path: str
    file: Path
    digest: str
    kind: str

    @property
    def address(self) -> str:
        """The address of the image, as seen from the document's pages."""
        return quote(self.path)

    @property
    def packed(self) -> str:
        """The name of the image in an EPUB, and for the typesetter; empty where these do not know its kind."""
        return f"images/{self.digest[:20]}.{self.kind}" if self.kind in IN_PRINT else ""


def kind_of(data: bytes) -> str:
    """What kind of image the bytes are, `png`, `jpeg`, `gif`, `webp` or `avif`; empty where they are none of these."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return "avif" if data[4:12] in {b"ftypavif", b"ftypavis"} else ""


def image_of(element: etree._Element, surfaces: dict[str, etree._Element]) -> str:
    """The address of the image that a page break or a graphic names, where it is the name of a file; empty where there is none.

    `surfaces` are those of the file, by their ids.
    """
    if element.tag == f"{TEI}graphic":
        address = (element.get("url") or "").strip()
        return address if _LOCAL.fullmatch(address) else ""
    address = next(iter((element.get("facs") or "").split()), "")
    if address.startswith("#") and (surface := surfaces.get(address[1:])) is not None:
        address = next((graphic.get("url") or "" for graphic in surface.iter(f"{TEI}graphic")), "")
    return address if _LOCAL.fullmatch(address) and Path(address).suffix.lower() in SUFFIXES else ""


def surfaces_of(root: etree._Element) -> dict[str, etree._Element]:
    """The elements that page breaks point to for the images of their pages, by their ids."""
    return {each.get(ID, ""): each for each in root.iter(f"{TEI}surface", f"{TEI}graphic", f"{TEI}zone")}


def shown(root: etree._Element) -> Iterable[etree._Element]:
    """The page breaks and graphics of the texts below `root`; a graphic of a facsimile is not shown by itself."""
    for text in root.iter(f"{TEI}text"):
        if next(text.iterancestors(f"{TEI}text"), None) is None:
            yield from text.iter(f"{TEI}pb", f"{TEI}graphic")


def named_images(root: etree._Element, *, pages: bool = True) -> tuple[str, ...]:
    """The addresses of images that are files, as figures name them and, with `pages`, page breaks and surfaces."""
    surfaces = surfaces_of(root)
    named = (image_of(each, surfaces) for each in shown(root) if pages or each.tag == f"{TEI}graphic")
    return tuple(dict.fromkeys(filter(None, named)))


def found_images(
    named: Iterable[str], folder: Path, more: Path | None = None
) -> tuple[dict[str, Image], tuple[tuple[str, str], ...]]:
    """The images by their addresses, and the addresses of those that cannot be published, with the reason.

    `folder` is that of the TEI file, `more` another whose images the edition publishes.
    """
    found: dict[str, Image] = {}
    amiss: list[tuple[str, str]] = []
    for address in named:
        try:
            image = _image(address, folder, more)
        except OSError as error:
            image = f"it cannot be read: {error.strerror or error}"
        except ValueError:
            image = "it is no name of a file"
        if isinstance(image, str):
            amiss.append((address, image))
        else:
            found[address] = image
    return found, tuple(amiss)


def _image(address: str, folder: Path, more: Path | None) -> Image | str:
    """The image at an address, or why it is not published. Raises `OSError`, `ValueError`."""
    path = folder / unquote(address)
    if path.suffix.lower() not in SUFFIXES:
        return "it is of no kind that browsers show (jpg, png, webp, avif, gif)"
    whole = path.resolve()
    inside = next((each for each in (folder, more) if each is not None and each.resolve() in whole.parents), None)
    if inside is None:
        told = f" nor in {more}, which publish.images names" if more else ", and publish.images names no other folder"
        return f"it does not lie in the folder of the TEI file{told}"
    if not whole.is_file():
        return "there is no such file"
    data = whole.read_bytes()
    kind = kind_of(data)
    if not kind:
        return "its bytes are no image"
    below = whole.relative_to(inside.resolve()).as_posix()
    # The folder of the edition's images has a place of its own beside what lies below the TEI file.
    place = below if inside is folder else f"{OF_EDITION}/{below}"
    return Image(path=place, file=whole, digest=sha256(data).hexdigest(), kind=kind)
