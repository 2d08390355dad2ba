"""Diagnostics for programs: one JSON list, `[]` for none."""

from __future__ import annotations

import json
from collections.abc import Iterable

from teiencode.reports.placed import Placed


def render(placed: Iterable[Placed]) -> str:
    """The list, an object a line; each object has all the keys, `null` where a place is unknown."""
    objects = [json.dumps(each.diagnostic.as_json(), ensure_ascii=False) for each in placed]
    return "[\n  " + ",\n  ".join(objects) + "\n]\n" if objects else "[]\n"
