"""The rules, one phenomenon a file. A profile names those it uses, in its own order.

`propose_lines(view, profile)` yields readings that cover whole lines; `propose_inline(view, profile)` yields readings inside
lines; both may yield diagnostics. A rule is added by a file here, a line in `RULES`, and its name in a profile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from teiencode.diagnostic import Code, Diagnostic
from teiencode.profile import Profile
from teiencode.reading import Reading, View
from teiencode.rules import (
    archive_notes,
    bracketed_notes,
    changes,
    checkboxes,
    datelines,
    exemption_codes,
    handling_lines,
    heads,
    highlights,
    labels,
    lists,
    marked_heads,
    note_calls,
    notes,
    numbered_lists,
    omissions,
    page_breaks,
    redactions,
    signatures,
    tables,
)

Proposals = Iterable[Reading | Diagnostic]
Propose = Callable[[View, Profile], Proposals]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: what it proposes for lines, what it proposes inside them, and the codes of its diagnostics."""

    lines: Propose | None = None
    inline: Propose | None = None
    codes: tuple[Code, ...] = ()


RULES: Mapping[str, Rule] = {
    "page_breaks": Rule(page_breaks.propose_lines, page_breaks.propose_inline),
    "notes": Rule(notes.propose_lines),
    "archive_notes": Rule(archive_notes.propose_lines),
    "heads": Rule(heads.propose_lines, codes=heads.CODES),
    "datelines": Rule(datelines.propose_lines),
    "handling_lines": Rule(handling_lines.propose_lines),
    "lists": Rule(lists.propose_lines),
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
    "marked_heads": Rule(marked_heads.propose_lines),
    "numbered_lists": Rule(numbered_lists.propose_lines),
    "bracketed_notes": Rule(bracketed_notes.propose_lines, bracketed_notes.propose_inline),
}
