"""One fault made in a document, and the elements of a document in which it can be made."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

_TAG = re.compile(
    r"""<!--.*?-->|<\?.*?\?>|<(?P<end>/?)(?P<name>[A-Za-z][\w.:-]*)(?P<attributes>(?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(?P<alone>/?)>""",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Element:
    """An element by offsets: its start tag is `begin` to `inside`, its end tag `last` to `end`; equal where it has none."""

    name: str
    begin: int
    inside: int
    last: int
    end: int
    parent: str
    in_text: bool


@dataclass(frozen=True, slots=True)
class Slip:
    """A document with one fault.

    `places`: offsets in `text` at any of which a finding is in its place, the best first. `cures`: words of which a
    suggestion must have one to be the cure. `data`: the file, where it is not `text` in UTF-8.
    """

    text: str
    places: tuple[int, ...]
    cures: tuple[str, ...]
    data: bytes | None = None

    @property
    def file(self) -> bytes:
        """The bytes of the file."""
        return self.text.encode() if self.data is None else self.data


class Page:
    """A valid document, and its elements in their order."""

    def __init__(self, text: str) -> None:
        """Find the elements of `text`, which must be well-formed and have no CDATA sections."""
        self.text = text
        self.elements = sorted(_elements(text), key=lambda element: element.begin)

    def some(self, pick: Random, *names: str, filled: bool = False, text: str = "") -> Element | None:
        """An element of these names within <text> (any, without names); `filled` ones have text of their own and no other tags.

        `text` is a regular expression that must be found in what stands between the tags. None where there is none.
        """
        fitting = [
            element
            for element in self.elements
            if element.in_text
            and (element.name in names or not names)
            and (not filled or _is_filled(self.text[element.inside : element.last]))
            and (not text or re.search(text, self.text[element.inside : element.last]))
        ]
        return pick.choice(fitting) if fitting else None

    def named(self, name: str, pick: Random | None = None) -> Element | None:
        """The first element of a name anywhere in the file, or any of them."""
        fitting = [element for element in self.elements if element.name == name]
        return (pick.choice(fitting) if pick else fitting[0]) if fitting else None

    def with_text(self, begin: int, end: int, new: str) -> str:
        """The document's text with a span of it replaced."""
        return self.text[:begin] + new + self.text[end:]


Kind = Callable[[Page, Random], Slip | None]
"""Makes a fault of one kind, or gives None where the document offers no place for it."""


def renamed(page: Page, element: Element, name: str) -> str:
    """The document's text with an element under another name."""
    text = page.text
    closing = f"</{name.split()[0]}>" if element.end > element.last else ""
    start = element.begin + 1
    return text[:start] + name + text[start + len(element.name) : element.last] + closing + text[element.end :]


def _is_filled(content: str) -> bool:
    return "<" not in content and len(content.strip()) > 2


def _elements(text: str) -> list[Element]:
    found: list[Element] = []
    waiting: list[tuple[str, int, int, str, bool]] = []
    for tag in _TAG.finditer(text):
        name = tag["name"]
        if name is None:
            continue
        if tag["end"]:
            opened, begin, inside, parent, in_text = waiting.pop()
            found.append(Element(opened, begin, inside, tag.start(), tag.end(), parent, in_text))
            continue
        parent = waiting[-1][0] if waiting else ""
        in_text = any(each[0] == "text" for each in waiting)
        if tag["alone"]:
            found.append(Element(name, tag.start(), tag.end(), tag.end(), tag.end(), parent, in_text))
        else:
            waiting.append((name, tag.start(), tag.end(), parent, in_text))
    return found
