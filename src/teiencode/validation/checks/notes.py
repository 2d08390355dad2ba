"""Notes and their calls: labels that differ, notes that nothing calls, numbers that come twice.

Example:  <note n="3">…</note> … <note n="3">…</note> on one page
Cure:     correct @n of the second
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from teiencode.diagnostic import Diagnostic
from teiencode.validation.checks.index import XML_ID, Index, in_text
from teiencode.validation.codes import CALL_LABEL, NOTE_CALL, NOTE_NUMBER
from teiencode.validation.paths import local_name

if TYPE_CHECKING:
    from lxml import etree


def check_notes(index: Index) -> Iterator[Diagnostic]:
    """Findings at notes and calls that do not pair, and at numbers that come twice."""
    yield from _labels(index)
    notes = [note for note in index.named("note") if note.get("n")]
    if not notes:
        return
    called = {word[1:] for each in (*index.named("ptr"), *index.named("ref")) for word in str(each.get("target", "")).split()}
    for note in notes:
        parent = note.getparent()
        if parent is None or not _between_blocks(parent) or not in_text(note):
            continue
        if note.get("cert") or note.get("target") or note.get("corresp") or note.get(XML_ID) in called:
            continue
        message = f'Nothing in the text calls the note "{note.get("n")}", which stands between blocks.'
        cures = ("Move the note to the place of its number in the text.", 'Say cert="low" if its place is not known.')
        yield index.document.finding(NOTE_CALL, note, index.document.start_tag(note), message, cures)
    yield from _numbers(index)


def _between_blocks(parent: etree._Element) -> bool:
    return local_name(str(parent.tag)) in ("div", "body", "back")


def _labels(index: Index) -> Iterator[Diagnostic]:
    """Calls whose label is not that of the note."""
    for call in (*index.named("ptr"), *index.named("ref")):
        label = call.get("n")
        if label is None or call.get("type") != "note":
            continue
        note = index.by_id.get(str(call.get("target", "")).removeprefix("#"))
        if note is None or local_name(str(note.tag)) != "note":
            continue
        number = note.get("n")
        if number is not None and number != label:
            message = f'The call is "{label}", but the note that it points at is "{number}".'
            cures = (f'Write n="{number}".', "Point at the note that is meant.")
            yield index.document.finding(CALL_LABEL, call, index.document.attribute(call, "n"), message, cures)


def _numbers(index: Index) -> Iterator[Diagnostic]:
    """Notes with the number of the note before them in the same division; a page may begin with note 1 again."""
    for (before, _), (element, turned), following in _in_rows(index):
        if before.get("n") != element.get("n") or before.get("place") != element.get("place"):
            continue
        if _division(before) is not _division(element):
            continue
        number = int(str(element.get("n")))
        # Notes that go on with 3, or whose ids do, were not counted anew from 1 on this page.
        goes_on = following == "3" or (_number_of_id(before), _number_of_id(element)) == ("1", "2")
        if turned and number == 1 and not goes_on:
            continue
        message = f"The note before this one is note {number} as well."
        cures = (f'Write n="{number + 1}", if this is the next note.', "Correct @n as it is printed.")
        yield index.document.finding(NOTE_NUMBER, element, index.document.attribute(element, "n"), message, cures)


def _number_of_id(note: etree._Element) -> str:
    found = re.search(r"[0-9]+$", str(note.get(XML_ID, "")))
    return found[0] if found else ""


_Numbered = tuple["etree._Element", bool]
"""A note with a number, and whether a page begins between the one before it and it."""


def _in_rows(index: Index) -> Iterator[tuple[_Numbered, _Numbered, str | None]]:
    """Each two notes with numbers that follow on each other, and the number of the next."""
    found: list[_Numbered] = []
    turned = False
    for element in index.of_tei("pb", "note"):
        if local_name(str(element.tag)) == "pb":
            turned = True
        elif str(element.get("n", "")).isdecimal():
            found.append((element, turned))
            turned = False
    numbers = [*(str(element.get("n")) for element, _ in found[2:]), None]
    for (one, other), following in zip(pairwise(found), numbers, strict=False):
        yield one, other, following


def _division(element: etree._Element) -> etree._Element | None:
    return next((each for each in element.iterancestors() if local_name(str(each.tag)) in ("div", "body", "front", "back")), None)
