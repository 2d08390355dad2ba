"""Ids: one name, one element. A grammar can only say what a single id looks like.

Example:  <p xml:id="a">…</p> <p xml:id="a">…</p>
Cure:     give the second an id of its own
"""

from __future__ import annotations

from collections.abc import Iterator

from teiencode.diagnostic import Diagnostic
from teiencode.validation.checks.index import XML_ID, Index
from teiencode.validation.codes import DUPLICATE_ID
from teiencode.validation.paths import local_name


def check_ids(index: Index) -> Iterator[Diagnostic]:
    """A finding at each `xml:id` that an earlier element of the file already bears."""
    document = index.document
    for element in document.elements:
        written = element.get(XML_ID)
        if written is None:
            continue
        name = written.strip()
        first = index.by_id[name]
        if first is element:
            continue
        line, _ = document.lines.place(document.start_tag(first)[0])
        message = f'The xml:id "{name}" is already that of <{local_name(first.tag)}> in line {line}.'
        free = next(f"{name}-{number}" for number in range(2, len(index.by_id) + 3) if f"{name}-{number}" not in index.by_id)
        cures = (
            f'Give this element an id of its own, such as "{free}".',
            "Remove the copy, if the element stands twice by mistake.",
        )
        yield document.finding(DUPLICATE_ID, element, document.attribute(element, XML_ID), message, cures)
