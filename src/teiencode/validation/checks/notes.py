"""Notes and their calls: labels that differ, notes that nothing calls, numbers that come twice.

Example:  <note n="3">…</note> … <note n="3">…</note> on one page
Cure:     correct @n of the second
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from teiencode.diagnostic import Diagnostic
from teiencode.validation.checks.index import TEI, XML_ID, Index, in_text
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
    before: etree._Element | None = None
    turned = False
    for element in index.document.elements:
        name = str(element.tag)
        if name == f"{TEI}pb":
            turned = True
        if name != f"{TEI}note" or not str(element.get("n", "")).isdecimal():
            continue
        same = before is not None and before.get("n") == element.get("n") and before.get("place") == element.get("place")
        again = turned and element.get("n") == "1"
        if before is not None and same and not again and _division(before) is _division(element):
            number = int(str(element.get("n")))
            message = f"The note before this one is note {number} as well."
            cures = (f'Write n="{number + 1}", if this is the next note.', "Correct @n as it is printed.")
            yield index.document.finding(NOTE_NUMBER, element, index.document.attribute(element, "n"), message, cures)
        before, turned = element, False


def _division(element: etree._Element) -> etree._Element | None:
    return next((each for each in element.iterancestors() if local_name(str(each.tag)) in ("div", "body", "front", "back")), None)
