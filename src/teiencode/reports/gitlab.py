"""Findings for GitLab's merge requests: its code quality report, a list of objects with a fingerprint each."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import PurePath

from teiencode.reports.fingerprint import fingerprints
from teiencode.reports.placed import Placed

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def render(placed: Iterable[Placed]) -> str:
    """The list as JSON. GitLab merges findings of one fingerprint without a word, so no two have the same."""
    placed = list(placed)
    objects = [
        {
            "description": " ".join((each.diagnostic.message, *each.diagnostic.suggestions[:1])),
            "check_name": each.diagnostic.code,
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[each.diagnostic.severity],
            "location": {
                "path": PurePath(each.diagnostic.file or "-").as_posix(),
                # GitLab takes no finding without a line.
                "lines": {"begin": each.diagnostic.line or 1, "end": each.diagnostic.end_line or each.diagnostic.line or 1},
            },
        }
        for each, fingerprint in zip(placed, fingerprints(placed), strict=True)
    ]
    return json.dumps(objects, ensure_ascii=False, indent=1) + "\n"
