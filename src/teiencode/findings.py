"""Findings of TEI files, in their places, without what the user does not want to hear."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from teiencode.files import Input
from teiencode.reports.placed import Placed, place
from teiencode.validation import CODES, GROUPS, validate


def unknown_words(words: Collection[str]) -> list[str]:
    """Those of `words` that are neither a group of findings nor the code of one."""
    known = {*GROUPS, *(code.code for code in CODES)}
    return [word for word in words if word not in known]


def find(
    document: Input,
    tei: bytes,
    *,
    schema: Path | None = None,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
) -> list[Placed]:
    """What a validator finds in a document whose bytes are `tei`; `select` and `ignore` name groups and codes.

    Raises `SchemaError`.
    """
    findings = [
        finding
        for finding in validate(tei, schema=schema, select=select)
        if finding.group not in ignore and finding.code not in ignore
    ]
    return list(place(findings, document.label, tei.decode("utf-8", "replace"))) if findings else []
