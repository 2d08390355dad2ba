"""Bracketed notes: notes at the end of a text whose labels stand in brackets, or are raised figures or signs, there and at
their calls.

Source:  Zenda[^a] lies by a lake.

         [^a]: A castle.
TEI:     <p>Zenda<note n="a" xml:id="fn1" place="bottom" type="editorial">A castle.</note> lies by a lake.</p>
Not:     [1] at any time, without a note [1] at the end; a note between paragraphs; `* an item` of a list, in a text with
         no asterisk, or with more than one
Codes:   none
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from teiencode.profile import Profile
from teiencode.reading import Reading, View
from teiencode.solve import evidence

CARET = re.compile(r"\[\^([\w-]{1,20})\]:[ \t]*(?=\S)")
BRACKET = re.compile(r"(\[\d{1,3}\])[ \t]+(?=\S)")
RAISED = re.compile(r"([¹²³⁰⁴-⁹]{1,3}|[*†‡§]{1,3})[ \t]+(?=\S)")
OPENINGS = (CARET, BRACKET, RAISED)
CALLS = {
    CARET: re.compile(r"\[\^([\w-]{1,20})\](?!:)"),
    BRACKET: re.compile(r"(?<=\S)(\[\d{1,3}\])"),
    RAISED: re.compile(r"(?<=\S)([¹²³⁰⁴-⁹]{1,3}|(?<![*†‡§])[*†‡§]{1,3}(?![\w*†‡§]))"),
}
SIGN = re.compile(r"[*†‡§]+")

A_LABEL, A_LABEL_AGAIN = 30.0, 8.0
"""The note stands where its label is met first; the others point to it."""


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a reading for each note of the row with which the text ends."""
    for _, first, last, opening in _notes(view):
        end = view.lines[last].end
        reasons = evidence("a label in brackets, at the end of the text", 12.0)
        yield Reading(
            "note", view.lines[first].start, end, "bracketed_notes", reasons, {"n": opening[1]}, content=(opening.end(), end)
        )


def propose_inline(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a call for each label of a note in the text before the notes."""
    notes = list(_notes(view))
    if not notes:
        return
    pattern, first, _, _ = notes[0]
    labels = {opening[1] for _, _, _, opening in notes}
    called: set[str] = set()
    for found in CALLS[pattern].finditer(view.text, 0, view.lines[first].start):
        label = found[1]
        if label in labels:
            reasons = evidence("the label of a note", A_LABEL_AGAIN if label in called else A_LABEL)
            called.add(label)
            yield Reading(
                "note call", *found.span(), "bracketed_notes", reasons, {"n": label}, content=(found.end(), found.end())
            )


def _notes(view: View) -> Iterator[tuple[re.Pattern[str], int, int, re.Match[str]]]:
    """The notes at the end, in order: the pattern of their labels, the positions of their first and last lines, the opening."""
    first_of_block = {block.first for block in view.blocks}
    for pattern in OPENINGS:
        found: list[tuple[int, int, re.Match[str]]] = []
        last = len(view.lines) - 1
        for position in range(len(view.lines) - 1, -1, -1):
            line = view.lines[position]
            opening = pattern.match(view.text, line.start, line.end)
            if opening is not None:
                found.append((position, last, opening))
                last = position - 1
            elif position in first_of_block:
                break
        if found and _all_called(view, pattern, found):
            for first, end, opening in reversed(found):
                yield pattern, first, end, opening
            return


def _all_called(view: View, pattern: re.Pattern[str], found: list[tuple[int, int, re.Match[str]]]) -> bool:
    """Whether labels that could be text as well are each called: figures once or more, signs once and as nothing else."""
    if pattern is CARET:
        return True
    text = view.text[: view.lines[found[-1][0]].start]
    called = set(CALLS[pattern].findall(text))
    signs = Counter(SIGN.findall(text))
    labels = Counter(opening[1] for _, _, opening in found)
    return all(
        label in called and (label[0] not in "*†‡§" or (number == 1 and signs[label] == 1)) for label, number in labels.items()
    )
