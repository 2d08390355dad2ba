"""Notes and their calls: labels that differ, notes that nothing calls, numbers that come twice or out of order.

Example:  <note n="3">…</note> … <note n="3">…</note> on one page
Cure:     correct @n of the second
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from teiencode.diagnostic import Code, Diagnostic
from teiencode.validation.checks.call_forms import CallForms
from teiencode.validation.checks.index import CALLS, TEI, XML_ID, XML_LANG, Index, in_text
from teiencode.validation.checks.sequences import misread
from teiencode.validation.checks.whole_numbers import whole_number
from teiencode.validation.codes_of_checks import CALL_LABEL, NOTE_CALL, NOTE_NUMBER, NOTE_ORDER
from teiencode.validation.paths import local_name

if TYPE_CHECKING:
    from lxml import etree

_IN_COMMENTARIES = ("head", "pb", "cb", "lb", "milestone")
"""What stands between notes in a division that has nothing else."""

_OF_AUTHORS = ("type", "resp", XML_LANG)
"""Attributes of notes that may each have numbers of their own."""

_COUNTED_APART = tuple(f"{TEI}{name}" for name in ("table", "floatingText", "rdg", "note"))
"""Elements in which notes have numbers of their own."""


def check_notes(index: Index) -> Iterator[Diagnostic]:
    """Findings at notes and calls that do not pair, and at numbers that come twice or out of order."""
    yield from _labels(index)
    notes = [note for note in index.named("note") if note.get("n")]
    if not notes:
        return
    called = {word[1:] for each in (*index.named("ptr"), *index.named("ref")) for word in str(each.get("target", "")).split()}
    forms = None
    lists: dict[etree._Element, bool] = {}
    for note in notes:
        parent = note.getparent()
        if parent is None or not _between_blocks(parent) or not in_text(note):
            continue
        if parent not in lists:
            lists[parent] = _is_commentary(parent, called)
        if lists[parent] or note.get("anchored") == "false":
            continue
        if note.get("cert") or note.get("target") or note.get("corresp") or note.get(XML_ID) in called:
            continue
        message = f'Nothing in the text calls the note "{note.get("n")}", which stands between blocks.'
        forms = forms or CallForms(index)
        call = forms.call_of(note)
        cures = [f"Add {call} at the place of its number in the text."] if call else []
        cures += ["Move the note to the place of its number in the text.", 'Say cert="low" if its place is not known.']
        yield index.document.finding(NOTE_CALL, note, index.document.start_tag(note), message, tuple(cures))
    yield from _numbers(index)


def _between_blocks(parent: etree._Element) -> bool:
    return local_name(str(parent.tag)) in ("div", "body", "back")


def _is_commentary(parent: etree._Element, called: set[str]) -> bool:
    """Whether a division holds notes alone, several, and none is called: their numbers are those of lines or of pages."""
    children = list(parent.iterchildren("*"))
    notes = [child for child in children if child.tag == f"{TEI}note"]
    others = {local_name(str(child.tag)) for child in children} - {"note", *_IN_COMMENTARIES}
    return len(notes) > 1 and not others and called.isdisjoint(str(note.get(XML_ID)) for note in notes)


def _labels(index: Index) -> Iterator[Diagnostic]:
    """Calls whose label is not that of the note: the one in @n, or a number that is all there is between the tags."""
    document = index.document
    by_number: dict[str, list[str]] = defaultdict(list)
    for each in index.named("note"):
        if each.get("n") and each.get(XML_ID):
            by_number[str(each.get("n"))].append(str(each.get(XML_ID)))
    for call in (*index.named("ptr"), *index.named("ref")):
        if call.get("type") not in CALLS:
            continue
        note = index.by_id.get(str(call.get("target", "")).removeprefix("#"))
        if note is None or local_name(str(note.tag)) != "note":
            continue
        number, label = note.get("n"), call.get("n")
        words = "".join(str(text) for text in call.itertext("*")).strip(" \t\r\n()[].")
        if number is None or label == number or (label is None and not (words.isdecimal() and number.isdecimal())):
            continue
        if label is None and words == number:
            continue
        said, span = (words, document.content(call)) if label is None else (label, document.attribute(call, "n"))
        cure = f"Write {number} between the tags." if label is None else f'Write n="{number}".'
        meant = by_number.get(said, [])
        other = f' (target="#{meant[0]}")' if len(meant) == 1 else ""
        message = f'The call is "{said}", but the note that it points at is "{number}".'
        yield document.finding(CALL_LABEL, call, span, message, (cure, f"Point at the note that is meant{other}."))


@dataclass(frozen=True)
class _Numbered:
    """A note with its number, how many pages began before it, and the division or table in which it is counted."""

    element: etree._Element
    number: int
    page: int
    division: etree._Element | None


def _numbers(index: Index) -> Iterator[Diagnostic]:
    """Notes whose numbers do not follow on each other; a page, a division or a table may begin with note 1 again."""
    for row in _in_rows(index):
        meant = misread([note.number for note in row])
        by_page = _are_counted_by_page(row)
        for at, note in enumerate(row):
            found = _misread(row, at, meant[at]) if at in meant else _beside(row, at, meant, by_page=by_page)
            if found is not None:
                code, message, cures = found
                span = index.document.attribute(note.element, "n")
                yield index.document.finding(code, note.element, span, message, (*cures, "Correct @n as it is printed."))


_Said = tuple[Code, str, tuple[str, ...]]
"""What a finding says: its kind, its message, its cures."""


def _misread(row: list[_Numbered], at: int, right: int) -> _Said:
    """What is said of a number in the place of which its neighbours leave room for one other."""
    number = row[at].number
    cures = (f'Write n="{right}".',)
    if at and number == right - 1:
        return NOTE_NUMBER, f"The note before this one is note {number} as well.", cures
    if number == right + 1:
        return NOTE_NUMBER, f"The note behind this one is note {number} as well.", cures
    if at == 0:
        return NOTE_ORDER, f"Note {number} stands before note {row[1].number}.", cures
    return NOTE_ORDER, f"Note {number} stands between the notes {right - 1} and {right + 1}.", cures


def _are_counted_by_page(row: list[_Numbered]) -> bool:
    """Whether notes begin anew with 1 in the middle of a division, on a page that is not marked."""
    return any(one.number > 1 == other.number and not _may_begin(one, other) for one, other in pairwise(row))


def _beside(row: list[_Numbered], at: int, meant: dict[int, int], *, by_page: bool) -> _Said | None:
    """What is said of a number that is not above the one before; `meant`: what was to stand where a number was misread.

    `by_page`: whether a page may begin between any two notes.
    """
    if at == 0:
        return None
    before, note = row[at - 1], row[at]
    last, number = meant.get(at - 1, before.number), note.number
    following = row[at + 1].number if at + 1 < len(row) else None
    if number == last:
        # Notes that go on with 3, or whose ids do, were not counted anew from 1 on this page.
        ids = [_number_of_id(each.element) for each in row[at - 1 : at + 2]]
        goes_on = following == 3 or (ids[:2] == ["1", "2"] and (following is None or ids[2:] == [str(following)]))
        if number == 1 and (by_page or before.page != note.page) and not goes_on:
            return None
        if before.division is not note.division and (number == 1 or any(each.number == 1 for each in row[1:])):
            return None
        return (
            NOTE_NUMBER,
            f"The note before this one is note {number} as well.",
            (f'Write n="{number + 1}", if this is the next note.',),
        )
    # Two are exchanged that have the one before them, and the one behind, as their neighbours.
    is_exchanged = number == last - 1 and (row[at - 2].number == number - 1 if at > 1 else following == last + 1)
    # Where no page is marked, note 1 may still be the first of one; some volumes count to 99 and begin again.
    if not (1 < number < last or is_exchanged) or (_may_begin(before, note) and not (is_exchanged and number > 1)):
        return None
    cures: tuple[str, ...] = (f'Write n="{last + 1}", if this is the next note.',)
    if is_exchanged or (at == 1 and number == last - 1):
        cures = (f'Exchange the two: n="{number}" on the note before, n="{last}" here.', *cures)
    return NOTE_ORDER, f"Note {number} follows note {last}.", cures


def _may_begin(before: _Numbered, note: _Numbered) -> bool:
    """Whether a page, a division or a table begins between two notes, or ends."""
    return before.page != note.page or before.division is not note.division


def _number_of_id(note: etree._Element) -> str:
    found = re.search(r"[0-9]+$", str(note.get(XML_ID, "")))
    return found[0] if found else ""


def _in_rows(index: Index) -> Iterator[list[_Numbered]]:
    """The notes with numbers that are counted together, in the order of the file; those of a table or a reading by themselves."""
    rows: dict[tuple[str | None, etree._Element | None], list[_Numbered]] = defaultdict(list)
    page = 0
    for element in index.of_tei("pb", "note"):
        if local_name(str(element.tag)) == "pb":
            page += 1
        elif (number := whole_number(element.get("n"))) is not None:
            apart = next(element.iterancestors(*_COUNTED_APART), None)
            note = _Numbered(element, number, page, _division(element))
            rows[element.get("place"), apart].append(note)
    for row in rows.values():
        yield from _by_author(row)


def _by_author(row: list[_Numbered]) -> Iterator[list[_Numbered]]:
    """The notes of one place as a whole, or those of each kind, author and language where several numbers come again."""
    kinds: dict[tuple[str | None, ...], list[_Numbered]] = defaultdict(list)
    for note in row:
        kinds[tuple(note.element.get(name) for name in _OF_AUTHORS)].append(note)
    met = Counter(
        number for several in kinds.values() for number in {(note.page, note.division, note.number) for note in several}
    )
    # One number that comes again is a slip.
    yield from kinds.values() if sum(times > 1 for times in met.values()) > 1 else [row]


def _division(element: etree._Element) -> etree._Element | None:
    return next((each for each in element.iterancestors() if local_name(str(each.tag)) in ("div", "body", "front", "back")), None)
