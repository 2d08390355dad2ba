"""What validation raises: never for what a document holds, only for a schema that cannot be used."""

from __future__ import annotations


class SchemaError(Exception):
    """A schema is missing, is not well-formed, is wrong in itself, or is of a kind that is not known.

    The message names the file and the reason; the command shows it and ends with status 2.
    """
