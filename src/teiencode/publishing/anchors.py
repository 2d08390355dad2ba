"""Names for the places that readers link to, so that an address holds when the text around it changes.

An element keeps its `xml:id`. Any other gets a name from what it says itself: a paragraph from its first words
(`p-mikoyan-started-off-referring`), a page from its number (`pg_272`), a note from its sign (`note-2`), an omission or
an addition from the block that it stands in (`p-mikoyan-started-off-referring-gap-1`). So what is put in or taken out before
an element leaves its name alone; only a change of its own first words gives it another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from teiencode.ncname import in_ncname, ncname

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"

BLOCKS = frozenset(("p", "ab", "head", "table", "list", "div", "lg", "quote", "figure", "opener", "closer", "postscript"))
"""Elements that are named after their first words, and that give names to what stands in them."""

WITHIN = frozenset(("gap", "add", "ptr", "anchor"))
"""Elements that are named after the block that they stand in."""

NAMED = BLOCKS | WITHIN | {"pb", "note"}
NOT_READ = frozenset(("note", "fw", "gap", "del"))
WORDS = 4
LONGEST = 48

_WORD = re.compile(r"[^\W_]+")
_NAME = re.compile(r"[^\W\d][\w.\-]*")
_APOSTROPHE = re.compile("['’]")


def name_places(root: etree._Element, reserved: frozenset[str] = frozenset()) -> None:
    """Give each element below a `text` of `root` that readers link to an `xml:id`, in place.

    An `xml:id` that stands twice (the file is invalid then) or is `reserved` for the page stays with its first bearer
    that may have it, and the other is named like an element without one; so is one whose `xml:id` is no name.
    """
    used = dict.fromkeys(reserved, 1)
    unnamed: list[tuple[etree._Element, str]] = []
    for element in root.iter(etree.Element):
        own = element.get(ID)
        if own is not None:
            if _NAME.fullmatch(own) and own not in used:
                used[own] = 1
            else:
                del element.attrib[ID]
    texts = list(root.iter(f"{TEI}text"))
    named = NAMED | {"text"} if len(texts) > 1 else NAMED
    for text in texts:
        if next(text.iterancestors(f"{TEI}text"), None) is None:
            for element in text.iter(etree.Element):
                tag = element.tag
                if element.get(ID) is None and isinstance(tag, str) and tag.startswith(TEI) and tag[len(TEI) :] in named:
                    unnamed.append((element, tag[len(TEI) :]))
    for element, kind in unnamed:
        element.set(ID, _free(_wanted(element, kind), used))


def _wanted(element: etree._Element, kind: str) -> str:
    if kind == "pb":
        return ncname("_".join(("pg", *filter(None, (element.get("ed"), element.get("n") or "unnumbered")))))
    if kind == "note" and element.get("n"):
        label = _slug([element.get("n") or ""])
        return f"note-{label}" if label else "note"
    if kind in WITHIN:
        around = next((each.get(ID) for each in element.iterancestors() if each.get(ID)), None)
        return f"{around or 'text'}-{kind}"
    words = _slug(_texts(element))
    return f"{kind}-{words}" if words else kind


def _free(wanted: str, used: dict[str, int]) -> str:
    """The name, with a number where it stands already. `used` maps each name to the last number that was tried with it."""
    name, number = wanted, used.get(wanted, 0)
    while name in used:
        number += 1
        name = f"{wanted}-{number}"
    used[wanted] = max(number, 1)
    used[name] = 1
    return name


def _slug(texts: Iterator[str] | list[str]) -> str:
    """The first words of the texts, in lower case, parted by hyphens."""
    words: list[str] = []
    length = 0
    for text in texts:
        for match in _WORD.finditer(_APOSTROPHE.sub("", text)):
            word = match[0].lower()
            length += len(word) + 1
            if words and length > LONGEST:
                return in_ncname("-".join(words))
            words.append(word[:LONGEST])
            if len(words) == WORDS:
                return in_ncname("-".join(words))
    return in_ncname("-".join(words))


def _texts(element: etree._Element) -> Iterator[str]:
    """The text that is read of an element, piece by piece; without recursion, for elements may be nested without end."""
    skipped = None
    for event, each in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            if skipped is None and each is not element and not _is_read(each):
                skipped = each
            if skipped is None and each.text and isinstance(each.tag, str):
                yield each.text
        else:
            if skipped is each:
                skipped = None
            if skipped is None and each is not element and each.tail:
                yield each.tail


def _is_read(element: etree._Element) -> bool:
    return isinstance(element.tag, str) and element.tag.removeprefix(TEI) not in NOT_READ
