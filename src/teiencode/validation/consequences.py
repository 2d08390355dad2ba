"""One finding a fault: what only says again what another finding says is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from teiencode.diagnostic import Diagnostic
from teiencode.validation import codes
from teiencode.validation.codes import GRAMMAR, RULE


def without_consequences(found: list[Diagnostic]) -> list[Diagnostic]:
    """The findings without those that another explains.

    - an attribute that is missing where a misspelt one stands that was meant for it;
    - text in an element of which an attribute tells that another was meant;
    - what a check or a rule says of an element that the grammar refuses, or of what stands in it;
    - what a check says of a table in which the grammar refuses something, and of a date or a pointer that the grammar refuses;
    - a rule of a schema about the same attribute as a check of ours (TEI's own rules on dates and on spanTo);
    - a category that nothing points at, where a pointer or an attribute is wrong.
    """
    if len(found) < 2:
        return found
    context = _Context(found)
    return [finding for finding in found if not context.explains(finding)]


@dataclass(init=False)
class _Context:
    """What the findings together say of places: those that the grammar refuses, those that checks speak of."""

    refused: set[str]
    around: set[str]
    spans: set[tuple[int, int] | None]
    ours: set[str | None]
    meant: set[tuple[str | None, str]]
    translated: set[str | None]
    lost: bool

    def __init__(self, found: Iterable[Diagnostic]) -> None:
        found = tuple(found)
        grammar = [finding for finding in found if finding.group == GRAMMAR.group]
        self.refused = {finding.path for finding in grammar if finding.path is not None}
        self.around = {above for refused in self.refused for above in _above(refused)}
        self.spans = {finding.span for finding in grammar}
        self.ours = {finding.path for finding in found if finding.code in (codes.DATE_FORMS.code, codes.POINTER.code)}
        self.meant = {
            (finding.path, word.strip("?.,"))
            for finding in grammar
            if finding.code == codes.ATTRIBUTE_UNKNOWN.code
            for suggestion in finding.suggestions
            for word in suggestion.split()
        }
        self.translated = {
            finding.path
            for finding in grammar
            if finding.code == codes.ATTRIBUTE_UNKNOWN.code and finding.suggestions[0].startswith("Put the words in")
        }
        self.lost = bool(grammar) or any(finding.group == codes.POINTER.group for finding in found)

    def explains(self, finding: Diagnostic) -> bool:
        """Whether another finding says what this one says."""
        path = finding.path or ""
        if finding.code == codes.ATTRIBUTE_MISSING.code:
            return any((finding.path, word.rstrip(".")) in self.meant for word in finding.message.split())
        if finding.code == codes.TEXT_MISPLACED.code:
            return finding.path in self.translated
        if finding.group == GRAMMAR.group:
            return False
        if finding.code == codes.UNUSED_CATEGORY.code:
            return self.lost
        if finding.group == codes.TABLE_SIZE.group:
            return path in self.around
        if finding.code in (codes.DATE_IMPOSSIBLE.code, codes.POINTER.code):
            return finding.span in self.spans
        if finding.code == RULE.code:
            again = finding.path in self.ours and "@" in finding.message
            return again or any(above in self.refused for above in _above(path))
        return finding.severity != "error" and path in self.refused


def _above(path: str) -> Iterator[str]:
    """A path, and those of the elements around it."""
    while path:
        yield path
        path = path.rpartition("/")[0]
