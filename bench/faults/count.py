"""What the findings of many documents with one fault each are worth."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Count:
    """How many documents of a kind, and of how many the fault was found, at its line, at its column, with its cure."""

    documents: int = 0
    found: int = 0
    line: int = 0
    column: int = 0
    cure: int = 0
    too_many: int = 0

    def add(self, other: Count) -> None:
        """Add the numbers of another count."""
        self.documents += other.documents
        self.found += other.found
        self.line += other.line
        self.column += other.column
        self.cure += other.cure
        self.too_many += other.too_many

    @property
    def is_good(self) -> bool:
        """Whether the judgement of the project's goal is met, but for what is not found at all."""
        enough = self.line >= 0.98 * self.documents and self.column >= 0.95 * self.documents and self.cure >= 0.8 * self.documents
        return enough and self.too_many <= 0.1 * self.documents


def row(count: Count) -> str:
    """A line of a table, behind its name."""
    many = count.too_many / max(1, count.documents)
    return f"{count.documents:10}{_share(count.found, count)}{_share(count.line, count)}{_share(count.column, count)}" + (
        f"{_share(count.cure, count)}{many:10.2f}"
    )


def _share(part: int, count: Count) -> str:
    return f"{part / max(1, count.documents):8.1%}"
