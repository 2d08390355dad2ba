"""The images of pages that lie beside a TEI file, so that they can be published with it.

A file says where they are, and may have come from anywhere: only images in the folder of the file, or below it, are published.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from teiencode.publishing.anchors import ID, TEI

_LOCAL = re.compile(r"(?!/)[^:?#]+\.(?:jpe?g|png|webp|avif|gif)", re.IGNORECASE)


def named_images(root: etree._Element) -> tuple[str, ...]:
    """The addresses of images that are no addresses of the web, as page breaks and the surfaces they point to name them."""
    named: dict[str, None] = {}
    surfaces = {each.get(ID): each for each in root.iter(f"{TEI}surface", f"{TEI}graphic", f"{TEI}zone")}
    for each in root.iter(f"{TEI}pb"):
        address = next(iter((each.get("facs") or "").split()), "")
        if address.startswith("#") and (surface := surfaces.get(address[1:])) is not None:
            address = next((graphic.get("url") or "" for graphic in surface.iter(f"{TEI}graphic")), "")
        if _LOCAL.fullmatch(address):
            named[address] = None
    return tuple(named)


def found_images(named: Iterable[str], folder: Path) -> tuple[dict[str, Path], tuple[tuple[str, str], ...]]:
    """The files of images, by their paths below the folder of the TEI file; and what cannot be published, with the reason."""
    found: dict[str, Path] = {}
    amiss: list[tuple[str, str]] = []
    for address in named:
        parts = [part for part in unquote(address).split("/") if part not in {"", "."}]
        path = folder.joinpath(*parts)
        try:
            inside = ".." not in parts and "\0" not in address and folder.resolve() in path.resolve().parents
            if not inside:
                amiss.append((address, "it does not lie in the folder of the TEI file"))
            elif not path.is_file():
                amiss.append((address, "there is no such file"))
            else:
                found["/".join(parts)] = path
        except (OSError, ValueError):
            amiss.append((address, "it is no name of a file"))
    return found, tuple(amiss)
