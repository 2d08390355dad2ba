"""Where the images of a document's pages are: a pattern in its sidecar becomes an address on each page break.

Source:  the pattern `https://example.org/reel-3/{nnn}.jpg`, and a page 7
TEI:     <pb n="7" facs="https://example.org/reel-3/007.jpg"/>
"""

from __future__ import annotations

import re
from urllib.parse import quote

from teiencode.tree import Tree

PLACE = re.compile(r"\{(n+)\}")
KIND = "page break"
FACSIMILE = "facsimile"


def name_images(tree: Tree, pattern: str) -> None:
    """Name the image of each page that has a number, in place; `{n}` is its number, `{nnn}` the number with three digits.

    Where some pages are those of a facsimile, only these have images.
    """
    breaks = [node for node in tree.nodes() if node.kind == KIND and node.attributes.get("n")]
    of_facsimile = [node for node in breaks if node.attributes.get("ed") == FACSIMILE]
    for node in of_facsimile or breaks:
        node.attributes = {**node.attributes, "facs": _address(pattern, node.attributes["n"])}


def _address(pattern: str, number: str) -> str:
    return PLACE.sub(lambda place: quote(number.zfill(len(place[1])), safe=""), pattern)
