"""All codes that teiencode has to tell, from the modules that declare them."""

from __future__ import annotations

from importlib import import_module

from teiencode.diagnostic import Code

MODULES = (
    "teiencode.batch",
    "teiencode.build",
    "teiencode.calls",
    "teiencode.check",
    "teiencode.commands.decode",
    "teiencode.findings",
    "teiencode.dates",
    "teiencode.decisions",
    "teiencode.decode",
    "teiencode.files",
    "teiencode.left_over",
    "teiencode.odd.problems",
    "teiencode.project",
    "teiencode.publishing.codes",
    "teiencode.recognition",
    "teiencode.rules.changes",
    "teiencode.rules.heads",
    "teiencode.rules.doubts",
    "teiencode.rules.inserted_lines",
    "teiencode.rules.misread_marks",
    "teiencode.rules.omissions",
    "teiencode.rules.page_breaks",
    "teiencode.rules.page_turns",
    "teiencode.rules.short_marks",
    "teiencode.serving.codes",
    "teiencode.settings",
    "teiencode.split",
    "teiencode.stray_sidecars",
    "teiencode.unlikely_sources",
    "teiencode.validation.codes",
)
"""The modules with a tuple `CODES`; a test finds the one that is missing here."""


def all_codes() -> tuple[Code, ...]:
    """Every code, in the order of the codes."""
    codes = {code for module in MODULES for code in import_module(module).CODES}
    return tuple(sorted(codes, key=lambda code: code.code))
