"""Ids: one name, one element. A grammar can only say what a single id looks like.

Example:  <p xml:id="a">…</p> <p xml:id="a">…</p>
Cure:     give the second an id of its own
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from difflib import get_close_matches
from itertools import count

from teiencode.diagnostic import Diagnostic
from teiencode.validation.checks.index import XML_ID, Index
from teiencode.validation.checks.pointers import POINTING
from teiencode.validation.codes import DUPLICATE_ID
from teiencode.validation.paths import local_name

MOST_LOST = 8
"""Pointers to more ids that are nowhere have another cause than an id that stands twice."""


def check_ids(index: Index) -> Iterator[Diagnostic]:
    """A finding at each `xml:id` that an earlier element of the file already bears."""
    document = index.document
    lost: list[str] | None = None
    numbers: dict[str, count[int]] = defaultdict(lambda: count(2))
    for element in document.elements():
        written = element.get(XML_ID)
        if written is None:
            continue
        name = written.strip()
        first = index.by_id[name]
        if first is element:
            continue
        message = f'The xml:id "{name}" is already that of <{local_name(first.tag)}> in line {index.line_of(name)}.'
        free = next(f"{name}-{number}" for number in numbers[name] if f"{name}-{number}" not in index.by_id)
        lost = _lost(index) if lost is None else lost
        meant = (
            f'Write xml:id="{each}" here, or in line {index.line_of(name)}: a pointer leads to it, and no element has it.'
            for each in (lost if len(lost) == 1 else get_close_matches(name, lost, 1))
        )
        cures = (
            *meant,
            f'Give this element an id of its own, such as "{free}".',
            "Remove the copy, if the element stands twice by mistake.",
        )
        yield document.finding(DUPLICATE_ID, element, document.attribute(element, XML_ID), message, cures)


def _lost(index: Index) -> list[str]:
    """The ids to which pointers lead and that no element has, where they are few: one changed into another's is among them."""
    values = (str(value) for element in index.of_tei() for key, value in element.attrib.items() if key in POINTING)
    found = {word[1:] for value in values for word in value.split() if word.startswith("#")} - index.by_id.keys()
    return sorted(found) if len(found) <= MOST_LOST else []
