"""A document's elements by name and by id, looked up once for all checks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from teiencode.validation.reading import Document

if TYPE_CHECKING:
    from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

CALLS = ("note", "noteAnchor", "noteRef")
"""What @type says of a ptr or a ref that is the call of a note."""


class Index:
    """`document` with its elements by name and by id. Only elements of TEI's namespace have names here."""

    def __init__(self, document: Document) -> None:
        """Take the document."""
        self.document = document
        self._named: dict[str, list[etree._Element]] = {}

    @cached_property
    def by_id(self) -> dict[str, etree._Element]:
        """The first element of each `xml:id`."""
        found: dict[str, etree._Element] = {}
        for element in self.document.elements():
            name = element.get(XML_ID)
            if name is not None:
                found.setdefault(name.strip(), element)
        return found

    @cached_property
    def doubled(self) -> frozenset[str]:
        """The ids that several elements have."""
        names = Counter(name.strip() for element in self.document.elements() if (name := element.get(XML_ID)) is not None)
        return frozenset(name for name, times in names.items() if times > 1)

    @cached_property
    def ids_in_small_letters(self) -> dict[str, str]:
        """The ids by their form in small letters; of several that differ in case only, the first."""
        found: dict[str, str] = {}
        for name in self.by_id:
            found.setdefault(name.lower(), name)
        return found

    def of_tei(self, *names: str) -> Iterator[etree._Element]:
        """The TEI elements of these local names, or all, in document order.

        lxml keeps the name of an element that was asked for it; so it is rather told which names are wanted.
        """
        return self.document.tree.iter(*(f"{TEI}{name}" for name in names or ("*",)))

    def named(self, name: str) -> list[etree._Element]:
        """The TEI elements of a local name, in document order."""
        if name not in self._named:
            self._named[name] = list(self.of_tei(name))
        return self._named[name]

    def line_of(self, name: str) -> int:
        """The line of the element with an id."""
        return self.document.lines.place(self.document.start_tag(self.by_id[name])[0])[0]

    @property
    def root_name(self) -> str:
        """The local name of the outermost element, '' where it is none of TEI's."""
        tag = str(self.document.root.tag)
        return tag[len(TEI) :] if tag.startswith(TEI) else ""


def in_text(element: etree._Element) -> bool:
    """Whether the element stands in a text, and not in a header."""
    return any(str(each.tag) == f"{TEI}text" for each in element.iterancestors())


def has_words(element: etree._Element) -> bool:
    """Whether there is any text in the element that is more than white space."""
    return any(str(text).strip() for text in element.itertext("*"))
