"""Elements that mark words, and have none.

Example:  <p/>, <persName></persName>, <repository></repository>
Cure:     write the words, or remove the element

What TEI has for no words (gap, space, an empty sic or corr, a date with its @when, what is copied from elsewhere) is left alone.
In a header it is titles, publishers, repositories and names without words that are told, where no attribute says whom they mean.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from teiencode.diagnostic import Diagnostic
from teiencode.validation.checks.index import TEI, Index, has_words, in_text
from teiencode.validation.codes import EMPTY_BLOCK
from teiencode.validation.paths import local_name

if TYPE_CHECKING:
    from lxml import etree

_WITH_WORDS = frozenset(
    (
        *("p", "head", "item", "dateline", "signed", "salute", "ab", "note", "q", "quote", "l", "label", "trailer", "byline"),
        *(
            "speaker",
            "stage",
            "hi",
            "emph",
            "foreign",
            "mentioned",
            "soCalled",
            "term",
            "seg",
            "title",
            "abbr",
            "expan",
            "unclear",
        ),
        *("persName", "placeName", "orgName", "name", "rs", "surname", "forename", "geogName"),
        *("add", "del", "date", "docDate"),
    )
)
"""Elements of a text that stand for their words."""

_OF_HEADERS = frozenset(
    (
        *(
            "title",
            "publisher",
            "authority",
            "distributor",
            "author",
            "editor",
            "principal",
            "sponsor",
            "funder",
            "resp",
            "edition",
        ),
        *("persName", "orgName", "placeName", "name", "surname", "forename", "pubPlace", "country", "region", "settlement"),
        *("institution", "repository", "collection", "date", "term", "idno"),
    )
)
"""Elements of a header that stand for their words, where no attribute says who or what it is."""

_NAMING = frozenset(("ref", "key", "corresp", "target"))
"""Attributes that in a header say who or what an element without words stands for."""

_WITHOUT_WORDS = frozenset(
    ("sameAs", "copyOf", "when", "notBefore", "notAfter", "from", "to", "when-iso", "when-custom", "period", "dur")
)
"""Attributes that say what the words would: those of another element, a time."""


def check_empty_elements(index: Index) -> Iterator[Diagnostic]:
    """A finding at each element that holds neither a word nor another element."""
    for name in sorted(_WITH_WORDS | _OF_HEADERS):
        for element in index.named(name):
            if len(element) or (element.text or "").strip() or not _WITHOUT_WORDS.isdisjoint(str(key) for key in element.attrib):
                continue
            cures: tuple[str, ...] = ("Fill it with its words.", "Remove it.")
            if in_text(element):
                if name not in _WITH_WORDS:
                    continue
                cures = (*cures, "Write <gap/> in it for words that are lost or withheld.")
            elif name not in _OF_HEADERS or not _says_nothing(element):
                continue
            message = f"This <{name}> is empty."
            yield index.document.finding(EMPTY_BLOCK, element, index.document.start_tag(element), message, cures)


def _says_nothing(element: etree._Element) -> bool:
    """Whether an empty element of a header has no attribute to say what it stands for, and no other rule tells of it."""
    if any(name in element.attrib for name in _NAMING):
        return False
    parent = element.getparent()
    around = "" if parent is None else local_name(str(parent.tag))
    if parent is not None and around == "titleStmt" and element.tag == f"{TEI}title":
        # That a document has no title at all is told by another rule; and so is that it has no identifier.
        return any(has_words(each) for each in parent.iterchildren(str(element.tag)))
    return around != "publicationStmt" or element.tag != f"{TEI}idno"
