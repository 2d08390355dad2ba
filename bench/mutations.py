"""Slips made in the text of a document: one each time, at a random place, by a seed. Some leave it valid, some ill-formed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

_TAG = re.compile(r"""<(/?)([A-Za-z][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(/?)>""")
_ATTRIBUTE = re.compile(r"""\s+([\w.:-]+)\s*=\s*(?:"([^"]*)"|'[^']*')""")
_TEXTS = ("stray", "two words\nover lines", "\n x &amp; y", "\u00a0", "é\n\nü")
_VALUES = ("", " ", "x", "x y", "#x", "1", "-1", "1962", "1962-13-01", "1962-10-27", "yes", "é", "below")
_UNKNOWN = ("foo", "para", "persname", "B")


@dataclass(frozen=True)
class Tag:
    """The start tag of an element, and where the element ends."""

    begin: int
    end: int
    name: str
    inside: int
    """Where the content ends, and the end tag begins; `end` where there is no end tag."""
    last: int


class Mutations:
    """An endless supply of slips, with the names of a schema."""

    def __init__(self, schema: str, random: Random) -> None:
        """Take the names from a schema's text, and what is left to chance from `random`."""
        self._elements: list[str] = re.findall(r'<element name="([\w.-]+)"', schema)
        self._attributes: list[str] = sorted({*re.findall(r'<attribute name="([\w.:-]+)"', schema), "foo", "xml:id"})
        self._random = random
        self._kinds: tuple[Callable[[str, Tag], str], ...] = (
            *(
                self._rename,
                self._remove,
                self._unwrap,
                self._say,
                self._repeat,
                self._swap,
                self._insert,
                self._clear,
                self._mute,
            ),
            *(self._add_attribute, self._remove_attribute, self._change_value, self._rename_attribute),
        )

    def slip(self, text: str) -> str:
        """The document with one slip more."""
        tags = self.tags(text)
        while True:
            changed = self._random.choice(self._kinds)(text, self._random.choice(tags))
            if changed != text:
                return changed

    def tags(self, text: str) -> list[Tag]:
        """The elements that slips are made in: all but the root."""
        found: list[Tag] = []
        open_tags: list[tuple[int, int, str]] = []
        for tag in _TAG.finditer(text):
            closing, name, _, alone = tag.groups()
            if closing:
                begin, end, opened = open_tags.pop()
                found.append(Tag(begin, end, opened, tag.start(), tag.end()))
            elif alone:
                found.append(Tag(tag.start(), tag.end(), name, tag.end(), tag.end()))
            else:
                open_tags.append((tag.start(), tag.end(), name))
        return [tag for tag in found if tag.last < max(other.last for other in found)]

    def _rename(self, text: str, tag: Tag) -> str:
        name = self._random.choice(self._elements if self._random.random() < 0.7 else _UNKNOWN)
        closing = f"</{name}>" if tag.last > tag.inside else ""
        return text[: tag.begin + 1] + name + text[tag.begin + 1 + len(tag.name) : tag.inside] + closing + text[tag.last :]

    def _remove(self, text: str, tag: Tag) -> str:
        return text[: tag.begin] + text[tag.last :]

    def _unwrap(self, text: str, tag: Tag) -> str:
        return text[: tag.begin] + text[tag.end : tag.inside] + text[tag.last :]

    def _say(self, text: str, tag: Tag) -> str:
        at = self._random.choice((tag.begin, tag.end, tag.inside, tag.last))
        return text[:at] + self._random.choice(_TEXTS) + text[at:]

    def _repeat(self, text: str, tag: Tag) -> str:
        return text[: tag.last] + re.sub(r' xml:id="[^"]*"', "", text[tag.begin : tag.last]) + text[tag.last :]

    def _swap(self, text: str, tag: Tag) -> str:
        following = next(
            (other for other in self.tags(text) if text[tag.last : other.begin].isspace() and other.begin > tag.last), None
        )
        if following is None:
            return text
        one, other = text[tag.begin : tag.last], text[following.begin : following.last]
        return text[: tag.begin] + other + text[tag.last : following.begin] + one + text[following.last :]

    def _insert(self, text: str, tag: Tag) -> str:
        return f"{text[: tag.begin]}<{self._random.choice(self._elements)}/>{text[tag.begin :]}"

    def _clear(self, text: str, tag: Tag) -> str:
        return text[: tag.end] + text[tag.inside :]

    def _mute(self, text: str, tag: Tag) -> str:
        return text[: tag.end] + re.sub(r"[^<>]+(?=<)", "", text[tag.end : tag.inside]) + text[tag.inside :]

    def _add_attribute(self, text: str, tag: Tag) -> str:
        name, at = self._random.choice(self._attributes), tag.begin + 1 + len(tag.name)
        if re.search(rf"\s{name}\s*=", text[at : tag.end]):
            return text
        return f'{text[:at]} {name}="{self._random.choice(_VALUES)}"{text[at:]}'

    def _attribute(self, text: str, tag: Tag) -> re.Match[str] | None:
        inside = [found for found in _ATTRIBUTE.finditer(text, tag.begin, tag.end) if not found[1].startswith("xmlns")]
        return self._random.choice(inside) if inside else None

    def _remove_attribute(self, text: str, tag: Tag) -> str:
        found = self._attribute(text, tag)
        return text if found is None else text[: found.start()] + text[found.end() :]

    def _change_value(self, text: str, tag: Tag) -> str:
        found = self._attribute(text, tag)
        if found is None or found[2] is None:
            return text
        before = str(found[2])
        value = self._random.choice((*_VALUES, before + "x", before + " "))
        return text[: found.start(2)] + value + text[found.end(2) :]

    def _rename_attribute(self, text: str, tag: Tag) -> str:
        found, name = self._attribute(text, tag), self._random.choice(self._attributes)
        if found is None or re.search(rf"\s{name}\s*=", text[tag.begin : tag.end]):
            return text
        return text[: found.start(1)] + name + text[found.end(1) :]
