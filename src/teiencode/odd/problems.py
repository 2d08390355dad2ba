"""What is wrong in an ODD, gathered so that one run tells all of it, each with file, line and cure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from lxml import etree

from teiencode.diagnostic import Code, Diagnostic
from teiencode.settings import nearest

UNREADABLE = Code(
    code="TE960",
    name="odd-unreadable",
    group="schema",
    severity="error",
    explanation="A file that the ODD needs (itself, the source that it changes, a group of specifications) cannot be used: "
    "it is missing, is not well-formed XML, or is no ODD.",
    cure="name the file of an ODD; TEI's own source is p5subset.xml, from https://tei-c.org/Vault/P5/current/xml/tei/odd/",
)
UNKNOWN_NAME = Code(
    code="TE961",
    name="odd-unknown-name",
    group="schema",
    severity="error",
    explanation="The ODD names a module, element, class, macro, datatype or attribute that its source does not have.",
    cure='correct the name, or define it with mode="add"',
)
WRONG_MODE = Code(
    code="TE962",
    name="odd-wrong-mode",
    group="schema",
    severity="error",
    explanation="The mode of a specification is none of add, change, replace and delete, or does not fit what is there: "
    "a thing can be added once, and only what is there can be changed.",
    cure='write mode="change" for what is there already, and mode="add" for what is new',
)
WRONG_CONSTRUCT = Code(
    code="TE963",
    name="odd-wrong-construct",
    group="schema",
    severity="error",
    explanation="An element of the ODD stands where it means nothing, lacks an attribute that it needs, or has a value that is "
    "not allowed.",
    cure="see the TEI Guidelines, chapter 23, Documentation Elements",
)
WITHOUT_EFFECT = Code(
    code="TE964",
    name="odd-without-effect",
    group="schema",
    severity="warning",
    explanation="A specification changes nothing: what it deletes or changes is not part of the schema.",
    cure="remove it, or include what it speaks of",
)
WIDER_XSD = Code(
    code="TE965",
    name="odd-wider-xsd",
    group="schema",
    severity="info",
    explanation="XSD 1.0 cannot say what the ODD says of an element: the XSD takes more than the RELAX NG does, never less.",
    cure="validate by the RELAX NG where it matters; the XSD is for programs that take nothing else",
)
CODES = (UNREADABLE, UNKNOWN_NAME, WRONG_MODE, WRONG_CONSTRUCT, WITHOUT_EFFECT, WIDER_XSD)


class OddError(Exception):
    """An ODD cannot be compiled; `problems` says why, all of it that was found."""

    def __init__(self, problems: Iterable[Diagnostic]) -> None:
        """With everything that is to be told."""
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{each.file}:{each.line}: {each.message}" for each in self.problems))


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a file something is said: lines from 1; `None` for the file as a whole."""

    file: str
    line: int | None = None


def spot(element: etree._Element) -> Spot:
    """Where an element stands."""
    line: Any = element.sourceline
    return Spot(element.getroottree().docinfo.URL or "", line if isinstance(line, int) else None)


_FEW = 15
"""So many names can be told in a message."""


@dataclass(slots=True)
class Problems:
    """What was found so far, in order."""

    found: list[Diagnostic] = field(default_factory=list)

    def add(self, code: Code, at: Spot, message: str, cure: str | None = None) -> None:
        """Note something; without a cure of its own it gets that of its code. The same is said once a place."""
        said = replace(code.at(None, message, suggestions=[cure] if cure else ()), file=at.file, line=at.line)
        if said not in self.found:
            self.found.append(said)

    def unknown(self, at: Spot, kind: str, name: str, known: Iterable[str], cure: str | None = None) -> None:
        """Note a name of nothing, with the nearest that there is."""
        known = tuple(known)
        near = nearest(name, list(known))
        if cure is None and len(known) <= _FEW:
            cure = f"there are: {', '.join(known)}"
        self.add(UNKNOWN_NAME, at, f'there is no {kind} "{name}"', f'did you mean "{near}"?' if near else cure)

    def give_up(self, code: Code, at: Spot, message: str, cure: str | None = None) -> OddError:
        """The exception for something after which nothing can be done, with all that was noted before."""
        self.add(code, at, message, cure)
        return OddError(self.errors)

    @property
    def errors(self) -> list[Diagnostic]:
        """Only that for which nothing can be made."""
        return [each for each in self.found if each.severity == "error"]
