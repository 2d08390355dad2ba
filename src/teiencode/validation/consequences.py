"""One finding a fault: what only says again what another finding says is left out."""

from __future__ import annotations

from teiencode.diagnostic import Diagnostic
from teiencode.validation.codes import DATE_FORMS, DATE_IMPOSSIBLE, GRAMMAR, POINTER, POINTER_SIGN, RULE, UNUSED_CATEGORY


def without_consequences(found: list[Diagnostic]) -> list[Diagnostic]:
    """The findings without those that another explains.

    - what a check or a rule warns of at an element that the grammar refuses, and a date there that the grammar refuses too;
    - a rule of a schema about the same attribute as a check of ours (TEI's own rules on dates and on spanTo);
    - a category that nothing points at, where a pointer goes nowhere.
    """
    refused = {finding.path for finding in found if finding.group == GRAMMAR.group}
    spans = {finding.span for finding in found if finding.group == GRAMMAR.group}
    ours = {finding.path for finding in found if finding.code in (DATE_FORMS.code, POINTER.code)}
    lost = any(finding.code in (POINTER.code, POINTER_SIGN.code) for finding in found)
    return [finding for finding in found if not _is_explained(finding, refused, spans, ours, lost=lost)]


def _is_explained(
    finding: Diagnostic, refused: set[str | None], spans: set[tuple[int, int] | None], ours: set[str | None], *, lost: bool
) -> bool:
    if finding.group == GRAMMAR.group:
        return False
    if finding.code == UNUSED_CATEGORY.code:
        return lost
    if finding.code == RULE.code:
        return finding.path in ours and "@" in finding.message
    if finding.code == DATE_IMPOSSIBLE.code:
        return finding.span in spans
    return finding.severity != "error" and finding.path in refused
