"""The report of Schematron's rules (ISO/IEC 19757-3, annex D: SVRL) as a list of what is broken."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from sys import intern

from lxml import etree

_SVRL = "{http://purl.oclc.org/dsdl/svrl}"
_BROKEN = (f"{_SVRL}failed-assert", f"{_SVRL}successful-report")


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule that is broken at one place.

    `element`: the number in document order, from 0, of the element that it is about, or that holds what it is about; `attribute`:
    the name of an attribute of that, '' where it is none. `must`: whether the test failed, and not a report's test held.
    `rule`, `role`: the @id and the @role; '' where there is none. `words`: what the rule says; `diagnostics`: what it adds.
    """

    element: int
    attribute: str
    rule: str
    role: str
    test: str
    must: bool
    words: str
    diagnostics: tuple[str, ...]


def read_report(report: bytes) -> list[Broken]:
    """What is broken, in the order of the report. Of very many that say the same the words are held once."""
    found: list[Broken] = []
    for _, entry in etree.iterparse(BytesIO(report), tag=_BROKEN, huge_tree=True):
        number, _, attribute = entry.get("location", "").partition(" ")
        told = (intern(_plain(each.text)) for each in entry.iter(f"{_SVRL}diagnostic-reference"))
        found.append(
            Broken(
                int(number or 1) - 1,
                intern(attribute),
                intern(entry.get("id", "")),
                intern(entry.get("role", "")),
                intern(entry.get("test", "")),
                entry.tag == _BROKEN[0],
                intern(_plain(entry.findtext(f"{_SVRL}text"))),
                tuple(told),
            )
        )
        entry.clear()
        # The empty entries before it would be kept by what is around them.
        while entry.getprevious() is not None:
            del entry.getparent()[0]
    return found


def _plain(words: str | None) -> str:
    return " ".join((words or "").split())
