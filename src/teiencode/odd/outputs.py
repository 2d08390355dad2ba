"""What is made of a compiled ODD, by the endings of the files."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from teiencode.odd.documentation import write_documentation
from teiencode.odd.relaxng import write_relaxng
from teiencode.odd.schema import Schema
from teiencode.odd.schematron import write_schematron
from teiencode.odd.xsd import write_xsd

WRITERS: Mapping[str, Callable[[Schema], bytes]] = {
    "rng": write_relaxng,
    "sch": write_schematron,
    "xsd": write_xsd,
    "html": write_documentation,
}
"""The formats, each with what writes it; a writer raises `OddError`."""
