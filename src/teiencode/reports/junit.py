"""Findings for servers that run tests: JUnit's XML, a suite for each file and a test case for each finding.

A file without findings is not told of, for the report knows only what was found; a run without any has one test that has passed.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

from teiencode.diagnostic import Diagnostic
from teiencode.reports.placed import Placed
from teiencode.reports.text import printable


def render(placed: Iterable[Placed]) -> str:
    """The report as XML."""
    files: dict[str, list[Diagnostic]] = {}
    for each in placed:
        files.setdefault(each.diagnostic.file or "-", []).append(each.diagnostic)
    tests = sum(map(len, files.values())) or 1
    failures = sum(diagnostic.severity == "error" for several in files.values() for diagnostic in several)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<testsuites name="teiencode" tests="{tests}" failures="{failures}">']
    for file, several in files.items():
        failed = sum(diagnostic.severity == "error" for diagnostic in several)
        lines.append(f'  <testsuite name={_quoted(file)} tests="{len(several)}" failures="{failed}" errors="0" skipped="0">')
        lines += [_case(file, diagnostic) for diagnostic in several]
        lines.append("  </testsuite>")
    if not files:
        lines.append('  <testsuite name="teiencode" tests="1" failures="0" errors="0" skipped="0">')
        lines.append('    <testcase classname="teiencode" name="no findings"/>')
        lines.append("  </testsuite>")
    return "\n".join([*lines, "</testsuites>", ""])


def _case(file: str, diagnostic: Diagnostic) -> str:
    place = ":".join(str(each) for each in (file, diagnostic.line, diagnostic.column) if each is not None)
    name = _quoted(f"{diagnostic.code} {place}")
    told = _quoted(f"{diagnostic.message} {' '.join(diagnostic.suggestions[:3])}".strip())
    # What is no error is told and fails nothing.
    inner = f"<failure type={_quoted(diagnostic.severity)} message={told}/>"
    if diagnostic.severity != "error":
        inner = f"<system-out>{_text(diagnostic)}</system-out>"
    return f"    <testcase classname={_quoted(file)} name={name}>{inner}</testcase>"


def _text(diagnostic: Diagnostic) -> str:
    text = printable(f"{diagnostic.severity}: {diagnostic.message}")
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _quoted(text: str) -> str:
    return quoteattr(printable(text))
