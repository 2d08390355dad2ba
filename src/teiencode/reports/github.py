"""Findings as GitHub shows them beside the lines of a change: workflow commands, the gravest first.

GitHub shows ten of a severity in a step, so no more are written; how many were left out is a notice.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from teiencode.diagnostic import Diagnostic
from teiencode.reports.placed import Placed

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
_SHOWN = 10


def render(placed: Iterable[Placed]) -> str:
    """A command a line; the empty text for none."""
    diagnostics = [each.diagnostic for each in placed]
    lines = []
    for severity in ("error", "warning", "info"):
        several = [diagnostic for diagnostic in diagnostics if diagnostic.severity == severity]
        lines += [_command(diagnostic) for diagnostic in several[:_SHOWN]]
        if len(several) > _SHOWN:
            left = f"{len(several) - _SHOWN} more of severity {severity} are not shown here; --format json has them all."
            lines.append(f"::notice title=teiencode::{_data(left)}")
    return "".join(f"{line}\n" for line in lines)


def _command(diagnostic: Diagnostic) -> str:
    properties = {
        "file": PurePath(diagnostic.file).as_posix() if diagnostic.file else None,
        "line": diagnostic.line,
        "endLine": diagnostic.end_line,
        "col": diagnostic.column,
        "endColumn": diagnostic.end_column if diagnostic.end_line == diagnostic.line else None,
        "title": f"teiencode {diagnostic.code}",
    }
    written = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items() if value is not None)
    told = "\n".join((diagnostic.message, *diagnostic.suggestions[:3]))
    return f"::{_COMMANDS[diagnostic.severity]} {written}::{_data(told)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
