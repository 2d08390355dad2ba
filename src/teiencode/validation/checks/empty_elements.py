"""Elements that mark words, and have none.

Example:  <p/>, <persName></persName>
Cure:     write the words, or remove the element

In a header it is titles, publishers and names without words that are told, where no attribute says whom they mean.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from teiencode.diagnostic import Diagnostic
from teiencode.validation.checks.index import Index, has_words, in_text
from teiencode.validation.codes import EMPTY_BLOCK
from teiencode.validation.paths import local_name

if TYPE_CHECKING:
    from lxml import etree

_WITH_WORDS = (
    *(
        "p",
        "head",
        "item",
        "dateline",
        "signed",
        "salute",
        "ab",
        "hi",
        "emph",
        "persName",
        "placeName",
        "orgName",
        "note",
        "q",
        "quote",
    ),
    *("title", "speaker", "l", "label", "foreign", "mentioned", "soCalled", "trailer", "byline", "seg"),
)


_OF_HEADERS = frozenset(
    ("title", "publisher", "authority", "distributor", "author", "editor", "persName", "orgName", "placeName")
)
"""Elements of a header that stand for their words, where no attribute says who or what it is."""


_NAMING = ("ref", "key", "corresp", "sameAs", "copyOf")
"""Attributes that say who or what an element without words stands for."""


def check_empty_elements(index: Index) -> Iterator[Diagnostic]:
    """A finding at each element that holds neither a word nor another element."""
    for name in dict.fromkeys((*_WITH_WORDS, *sorted(_OF_HEADERS))):
        for element in index.named(name):
            if len(element) or (element.text or "").strip() or not (in_text(element) or _says_nothing(element)):
                continue
            message = f"This <{name}> is empty."
            cures = ("Fill it with its words.", "Remove it.", "Write <gap/> in it for words that are lost or withheld.")
            yield index.document.finding(EMPTY_BLOCK, element, index.document.start_tag(element), message, cures)


def _says_nothing(element: etree._Element) -> bool:
    """Whether an empty element of a header is one that stands for its words, and has no attribute to say them."""
    if any(name in element.attrib for name in _NAMING):
        return False
    name, parent = local_name(str(element.tag)), element.getparent()
    if name == "title":
        # That a document has no title at all is told by another rule.
        return parent is not None and any(has_words(each) for each in parent.iterchildren(str(element.tag)))
    return name in _OF_HEADERS
