"""The rules, one phenomenon a file, listed in `RULES`. A profile names those it uses, in its own order.

Of a rule's file these count where it has them: `propose_lines(view, profile)` yields readings that cover whole lines;
`propose_inline(view, profile)` yields readings inside lines; `conclude(view, profile, segments)` takes what was decided and may
put more segments between. All may yield diagnostics, whose kinds are in its `CODES`. A rule is added by a file here, its name in
`RULES`, and its name in a profile; it is loaded where a profile that names it is used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from teiencode.diagnostic import Code, Diagnostic
from teiencode.profile import Profile, ProfileError
from teiencode.reading import Reading, View
from teiencode.segments import Segment

Proposals = Iterable[Reading | Diagnostic]
Propose = Callable[[View, Profile], Proposals]
Conclude = Callable[[View, Profile, Sequence[Segment]], Iterable[Segment | Diagnostic]]


RULES: tuple[str, ...] = (
    "quotations",
    "page_breaks",
    "notes",
    "archive_notes",
    "heads",
    "datelines",
    "handling_lines",
    "lists",
    "subject_lines",
    "enclosures",
    "tables",
    "piped_tables",
    "signatures",
    "note_calls",
    "omissions",
    "redactions",
    "exemption_codes",
    "codes_by_place",
    "changes",
    "highlights",
    "checkboxes",
    "labels",
    "form_feeds",
    "marked_heads",
    "numbered_lists",
    "bracketed_notes",
    "classification_lines",
    "running_heads",
    "page_numbers",
    "stamps",
    "short_marks",
    "form_feet",
    "form_fields",
    "captions",
    "section_heads",
    "titles",
    "front_marks",
    "catchwords",
    "continuations",
    "inserted_lines",
    "addresses",
    "dates_of_letters",
    "postscripts",
    "labelled_lines",
    "lines_between_marks",
    "letterheads",
    "salutations",
    "closers",
    "marginalia",
    "recurring_lines",
    "doubts",
    "page_turns",
    "foot_notes",
    "misread_marks",
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: what it proposes for lines and inside them, what it concludes from decided segments, its diagnostics' codes."""

    lines: Propose | None = None
    inline: Propose | None = None
    segments: Conclude | None = None
    codes: tuple[Code, ...] = ()


@cache
def rule(name: str) -> Rule:
    """The rule of that name. Raises `ProfileError` when there is none."""
    home = f"{__name__}.{name}"
    try:
        module = import_module(home)
    except ModuleNotFoundError as error:
        if error.name != home:
            raise
        raise ProfileError(f"no rule is called {name!r}; there are: {', '.join(RULES)}") from None
    return Rule(
        lines=getattr(module, "propose_lines", None),
        inline=getattr(module, "propose_inline", None),
        segments=getattr(module, "conclude", None),
        codes=getattr(module, "CODES", ()),
    )
