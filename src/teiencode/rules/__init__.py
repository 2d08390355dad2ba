"""The rules, one phenomenon a file. A profile names those it uses, in its own order.

`propose_lines(view, profile)` yields readings that cover whole lines; `propose_inline(view, profile)` yields readings inside
lines; `segments` takes what was decided and may put more segments between; all may yield diagnostics. A rule is added by a
file here, a line in `RULES`, and its name in a profile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from teiencode.diagnostic import Code, Diagnostic
from teiencode.profile import Profile
from teiencode.reading import Reading, View
from teiencode.rules import (
    addresses,
    archive_notes,
    bracketed_notes,
    captions,
    catchwords,
    changes,
    checkboxes,
    classification_lines,
    closers,
    continuations,
    datelines,
    dates_of_letters,
    doubts,
    enclosures,
    exemption_codes,
    form_feeds,
    form_feet,
    form_fields,
    handling_lines,
    heads,
    highlights,
    inserted_lines,
    labelled_lines,
    labels,
    letterheads,
    lines_between_marks,
    lists,
    marginalia,
    marked_heads,
    note_calls,
    notes,
    numbered_lists,
    omissions,
    page_breaks,
    page_numbers,
    page_turns,
    postscripts,
    quotations,
    recurring_lines,
    redactions,
    running_heads,
    salutations,
    section_heads,
    signatures,
    stamps,
    subject_lines,
    tables,
)
from teiencode.segments import Segment

Proposals = Iterable[Reading | Diagnostic]
Propose = Callable[[View, Profile], Proposals]
Settle = Callable[[View, Profile, Sequence[Segment]], Iterable[Segment | Diagnostic]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: what it proposes for lines and inside them, what it concludes from decided segments, its diagnostics' codes."""

    lines: Propose | None = None
    inline: Propose | None = None
    segments: Settle | None = None
    codes: tuple[Code, ...] = ()


RULES: Mapping[str, Rule] = {
    "quotations": Rule(quotations.propose_lines),
    "page_breaks": Rule(page_breaks.propose_lines, page_breaks.propose_inline, codes=page_breaks.CODES),
    "notes": Rule(notes.propose_lines),
    "archive_notes": Rule(archive_notes.propose_lines),
    "heads": Rule(heads.propose_lines, codes=heads.CODES),
    "datelines": Rule(datelines.propose_lines),
    "handling_lines": Rule(handling_lines.propose_lines),
    "lists": Rule(lists.propose_lines),
    "subject_lines": Rule(subject_lines.propose_lines),
    "enclosures": Rule(enclosures.propose_lines),
    "tables": Rule(tables.propose_lines),
    "signatures": Rule(signatures.propose_lines),
    "note_calls": Rule(inline=note_calls.propose_inline),
    "omissions": Rule(inline=omissions.propose_inline, codes=omissions.CODES),
    "redactions": Rule(redactions.propose_lines, redactions.propose_inline),
    "exemption_codes": Rule(exemption_codes.propose_lines, exemption_codes.propose_inline),
    "changes": Rule(inline=changes.propose_inline, codes=changes.CODES),
    "highlights": Rule(inline=highlights.propose_inline),
    "checkboxes": Rule(checkboxes.propose_lines, checkboxes.propose_inline),
    "labels": Rule(inline=labels.propose_inline),
    "form_feeds": Rule(form_feeds.propose_lines, form_feeds.propose_inline, form_feeds.turn_pages),
    "marked_heads": Rule(marked_heads.propose_lines),
    "numbered_lists": Rule(numbered_lists.propose_lines),
    "bracketed_notes": Rule(bracketed_notes.propose_lines, bracketed_notes.propose_inline),
    "classification_lines": Rule(classification_lines.propose_lines),
    "running_heads": Rule(running_heads.propose_lines),
    "page_numbers": Rule(page_numbers.propose_lines),
    "stamps": Rule(stamps.propose_lines, stamps.propose_inline, codes=stamps.CODES),
    "form_feet": Rule(form_feet.propose_lines),
    "form_fields": Rule(form_fields.propose_lines),
    "captions": Rule(captions.propose_lines),
    "section_heads": Rule(section_heads.propose_lines),
    "catchwords": Rule(catchwords.propose_lines),
    "continuations": Rule(continuations.propose_lines),
    "inserted_lines": Rule(
        inserted_lines.propose_lines, inserted_lines.propose_inline, inserted_lines.tell, codes=inserted_lines.CODES
    ),
    "addresses": Rule(addresses.propose_lines),
    "dates_of_letters": Rule(dates_of_letters.propose_lines),
    "postscripts": Rule(postscripts.propose_lines),
    "labelled_lines": Rule(labelled_lines.propose_lines),
    "lines_between_marks": Rule(lines_between_marks.propose_lines),
    "letterheads": Rule(letterheads.propose_lines),
    "salutations": Rule(salutations.propose_lines),
    "closers": Rule(closers.propose_lines),
    "marginalia": Rule(marginalia.propose_lines),
    "recurring_lines": Rule(recurring_lines.propose_lines),
    "doubts": Rule(segments=doubts.find_doubts, codes=doubts.CODES),
    "page_turns": Rule(form_feeds.propose_lines, segments=page_turns.turn_pages, codes=page_turns.CODES),
}
