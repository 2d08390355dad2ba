"""The documents of a corpus, each as a TEI file of its own, so that each has its page, its place in the lists and its neighbours.

What stands once in the corpus's header and holds for all (categories, the program, the principles) goes into the header of each.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from lxml import etree

from teiencode.files import folded
from teiencode.ncname import in_ncname
from teiencode.publishing.anchors import ID, TEI
from teiencode.tei.document import PARSER

SEVERAL = re.compile(rb"<(?:[\w.-]+:)?TEI[\s>]")
"""How a document begins in a file; a corpus has several of them."""
HEADER, ENCODING = f"{TEI}teiHeader", f"{TEI}encodingDesc"


@dataclass(frozen=True, slots=True)
class Part:
    """A document of a corpus: its name in addresses, and its bytes as a file of its own."""

    name: str
    data: bytes


def parts_of(name: str, data: bytes, taken: Collection[str] = ()) -> tuple[Part, ...]:
    """The documents of the corpus called `name`, in their order; none where the file is no corpus of several.

    A document is named after its `xml:id`, with the corpus's name before it where it does not begin with that; without an id
    after its place. Names that are `taken` (folded), or stand twice, get a number.
    """
    if len(SEVERAL.findall(data)) < 2:
        return ()
    try:
        root = etree.fromstring(data, PARSER)
    except etree.XMLSyntaxError:
        return ()
    texts = [each for each in root.iter(f"{TEI}TEI") if each.find(f"{TEI}text") is not None]
    if root.tag not in {f"{TEI}teiCorpus", f"{TEI}TEI"} or len(texts) < 2:
        return ()
    used = {*taken, folded(name)}
    parts = []
    for place, text in enumerate(texts, 1):
        wanted = _wanted(name, text, place)
        given, number = wanted, 0
        while folded(given) in used:
            number += 1
            given = f"{wanted}-{number}"
        used.add(folded(given))
        parts.append(Part(given, _alone(text)))
    return tuple(parts)


def _wanted(name: str, text: etree._Element, place: int) -> str:
    own = in_ncname((text.get(ID) or "").strip()) or str(place)
    return own if folded(own).startswith(folded(name)) else f"{name}-{own}"


def _alone(text: etree._Element) -> bytes:
    """The document as a file of its own."""
    alone = copy.deepcopy(text)
    alone.tail = None
    for other in alone.findall(f"{TEI}TEI"):
        alone.remove(other)
    header = alone.find(HEADER)
    if header is not None:
        for above in _headers_above(text):
            _take_over(header, above)
    return etree.tostring(alone, encoding="utf-8", xml_declaration=True)


def _headers_above(text: etree._Element) -> Iterator[etree._Element]:
    for corpus in text.iterancestors(f"{TEI}teiCorpus", f"{TEI}TEI"):
        header = corpus.find(HEADER)
        if header is not None:
            yield header


def _take_over(header: etree._Element, above: etree._Element) -> None:
    """What the header above says of the encoding, and this one does not."""
    said = above.find(ENCODING)
    if said is None:
        return
    own = header.find(ENCODING)
    if own is None:
        own = etree.Element(ENCODING)
        header.insert(1, own)
    present = {each.tag for each in own}
    own.extend(copy.deepcopy(each) for each in said if each.tag not in present)
