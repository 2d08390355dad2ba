"""Is the grammar that came of an ODD a grammar? Unknown types and macros that hold themselves show only there."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from teiencode.odd.problems import WRONG_CONSTRUCT, Spot
from teiencode.odd.schema import Schema
from teiencode.validation.errors import SchemaError
from teiencode.validation.grammar import Grammar

_DEFINE = re.compile(r'<define name="([^"]*)"')


def check_grammar(schema: Schema, grammar: bytes) -> None:
    """Read the RELAX NG as a validator does. Raises `OddError`, at the specification where that is known."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "grammar.rng"
        path.write_bytes(grammar)
        try:
            Grammar(path)
        except SchemaError as error:
            said = re.fullmatch(r":?(\d+)?(?::\d+)?:? *(.*)", str(error).removeprefix(str(path)), re.DOTALL)
            line, message = (said[1], said[2]) if said else (None, str(error))
            at = _origin(schema, grammar.decode(), int(line)) if line else Spot(schema.file)
            cure = "correct the content, the datatype or the name that it speaks of"
            raise schema.problems.give_up(WRONG_CONSTRUCT, at, f"what comes of this is no RELAX NG: {message}", cure) from error


def _origin(schema: Schema, grammar: str, line: int) -> Spot:
    """The specification that the definition around a line of the grammar is made of."""
    names = _DEFINE.findall("\n".join(grammar.splitlines()[:line]))
    name = names[-1].removeprefix(schema.prefix) if names else ""
    parts = schema.parts
    for kind in (parts.elements, parts.macros, parts.datatypes, parts.classes):
        found = kind.get(name) or kind.get(re.sub(r"\.attributes?(\..*)?$", "", name))
        if found is not None:
            return found.at
    return Spot(schema.file)
