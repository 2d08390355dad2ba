"""Findings for code hosts and editors: SARIF 2.1.0 (OASIS), one run with a rule for each code that was found."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from teiencode.diagnostic import Diagnostic
from teiencode.reports.fingerprint import fingerprints
from teiencode.reports.placed import Placed
from teiencode.version import __version__

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def render(placed: Iterable[Placed]) -> str:
    """The log as JSON; without findings it has an empty list of results."""
    from teiencode.codes import all_codes

    placed = list(placed)
    used = {each.diagnostic.code for each in placed}
    rules = [
        {
            "id": code.code,
            "name": code.name,
            "shortDescription": {"text": code.name.replace("-", " ")},
            "fullDescription": {"text": code.explanation},
            "help": {"text": code.cure},
            "defaultConfiguration": {"level": _LEVELS[code.severity]},
        }
        for code in all_codes()
        if code.code in used
    ]
    numbers = {rule["id"]: number for number, rule in enumerate(rules)}
    log = {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "teiencode", "version": __version__, "rules": rules}},
                "columnKind": "unicodeCodePoints",
                "results": [
                    _result(each.diagnostic, mark, numbers) for each, mark in zip(placed, fingerprints(placed), strict=True)
                ],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _result(diagnostic: Diagnostic, fingerprint: str, numbers: dict[Any, int]) -> dict[str, Any]:
    cures = "".join(f"\n{suggestion}" for suggestion in diagnostic.suggestions[:3])
    result: dict[str, Any] = {
        "ruleId": diagnostic.code,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": diagnostic.message + cures},
        "partialFingerprints": {"teiencode/v1": fingerprint},
    }
    if diagnostic.code in numbers:
        result["ruleIndex"] = numbers[diagnostic.code]
    if diagnostic.file is not None:
        location: dict[str, Any] = {"physicalLocation": {"artifactLocation": {"uri": address(diagnostic.file)}}}
        region = {
            "startLine": diagnostic.line,
            "startColumn": diagnostic.column,
            "endLine": diagnostic.end_line,
            "endColumn": diagnostic.end_column,
        }
        if diagnostic.line is not None:
            location["physicalLocation"]["region"] = {key: value for key, value in region.items() if value is not None}
        if diagnostic.path is not None:
            location["logicalLocations"] = [{"fullyQualifiedName": diagnostic.path, "kind": "element"}]
        result["locations"] = [location]
    return result


def address(file: str) -> str:
    """A file's name as a relative address."""
    return quote(PurePath(file).as_posix())
