"""Slips of the hand at whatever tag or attribute of a document chance picks: what a typist does without looking at names."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from random import Random

from bench.data import tei_file
from bench.faults.slip import Element, Kind, Page, Slip

Made = tuple[int, int, str, tuple[int, ...], tuple[str, ...]]
"""A span of the document, what stands there instead, the places of the fault, and the words of its cure."""

_ATTRIBUTE = re.compile(r"""\s+(?P<name>[\w.:-]+)\s*=\s*(?P<value>"[^"]*"|'[^']*')""")
_NEIGHBOURS = dict(zip("abcdefghijklmnopqrstuvwxyz", "svxsrthjuklkjnipqetryexetx", strict=True))
_LETTERS_NEEDED = 4
_TRIES = 40


def at_element(change: Callable[[Page, Element, Random], Made | None]) -> Kind:
    """A kind that tries elements by chance until a change can be made."""

    def kind(page: Page, pick: Random) -> Slip | None:
        elements = [each for each in page.elements if not _is_strange(page, each)]
        for element in pick.sample(elements, min(_TRIES, len(elements))):
            made = change(page, element, pick)
            if made is not None:
                begin, end, new, places, cures = made
                return Slip(page.with_text(begin, end, new), places, cures)
        return None

    return kind


def at_attribute(change: Callable[[Page, Element, re.Match[str], Random], Made | None]) -> Kind:
    """A kind that tries attributes by chance, but for namespaces; the match begins at the white space before."""

    def at(page: Page, element: Element, pick: Random) -> Made | None:
        found = [
            each
            for each in _ATTRIBUTE.finditer(page.text, element.begin, element.inside)
            if not each["name"].startswith("xmlns") and element.name != "TEI"
        ]
        return change(page, element, pick.choice(found), pick) if found else None

    return at_element(at)


def renamed(wrong: Callable[[str, Random], str | None]) -> Kind:
    """Elements under a wrong name, in both tags."""

    def change(page: Page, element: Element, pick: Random) -> Made | None:
        name = wrong(element.name, pick)
        if name is None or name in _known():
            return None
        closing = f"</{name}>" if element.end > element.last else ""
        inner = page.text[element.begin + 1 + len(element.name) : element.last]
        return element.begin, element.end, f"<{name}{inner}{closing}", (element.begin,), (element.name,)

    return at_element(change)


def attribute_renamed(wrong: Callable[[str, Random], str | None]) -> Kind:
    """Attributes under a wrong name."""

    def change(_page: Page, _element: Element, found: re.Match[str], pick: Random) -> Made | None:
        name = wrong(found["name"], pick)
        if name is None or name in _known():
            return None
        return found.start("name"), found.end("name"), name, (found.start("name"),), (found["name"],)

    return at_attribute(change)


def misspelt(name: str, pick: Random) -> str | None:
    """A name with a letter left out, twice, of its neighbour on the keyboard, or in its neighbour's place."""
    if len(name) < _LETTERS_NEEDED or ":" in name:
        return None
    at = pick.randrange(1, len(name) - 1)
    return pick.choice(
        (
            name[:at] + name[at + 1 :],
            name[:at] + name[at] + name[at:],
            name[:at] + _NEIGHBOURS.get(name[at].lower(), "e") + name[at + 1 :],
            name[:at] + name[at + 1] + name[at] + name[at + 2 :],
        )
    )


def in_other_case(name: str, pick: Random) -> str | None:
    """A name in capitals, in lower case, or with a capital first."""
    forms = [form for form in (name.upper(), name.lower(), name[0].upper() + name[1:]) if form != name]
    return pick.choice(forms) if ":" not in name else None


def parent(page: Page, element: Element) -> Element | None:
    """The element around an element."""
    around = [each for each in page.elements if each.begin < element.begin and each.end > element.end]
    return min(around, key=lambda each: each.end - each.begin) if around else None


@cache
def _known() -> frozenset[str]:
    """The names of all elements and attributes of TEI, so that no slip gives a right name."""
    grammar = tei_file("tei_all.rng")
    return (
        frozenset(re.findall(r'<(?:element|attribute) name="([^"]+)"', grammar.read_text(encoding="utf-8")))
        if grammar
        else frozenset()
    )


def _is_strange(page: Page, element: Element) -> bool:
    """Whether an element is of another vocabulary than TEI, or stands in one."""
    return element.name in ("residue", "egXML") or any(
        each.name in ("egXML", "xenoData") and each.begin < element.begin and each.end > element.end for each in page.elements
    )
