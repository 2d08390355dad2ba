"""What validation raises: only for a schema that cannot be used."""

from __future__ import annotations

from pathlib import Path


class SchemaError(Exception):
    """A schema is missing, is not well-formed, is wrong in itself, or is of a kind that is not known.

    The message names the file and the reason; the command shows it and ends with status 2.
    """


class RuleError(SchemaError):
    """A rule cannot be worked out for a document: it takes for granted what the document does not have."""

    def __init__(self, file: Path, reason: str) -> None:
        """Take the schema's file, and why."""
        super().__init__(f"{file}: {reason}")
        self.reason = reason
