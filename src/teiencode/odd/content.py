"""Content models: what a `content` or a `datatype` says, as values.

Pure ODD (TEI Guidelines 23.5.1): text, nothing, references, sequences and alternations of them, each so many times; beside it
RELAX NG patterns, which are kept as they stand.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lxml import etree

from teiencode.odd.problems import WRONG_CONSTRUCT, Problems, Spot, spot
from teiencode.odd.reading import RNG, TEI, children, local
from teiencode.odd.values import ValList, read_val_list

Expansion = Literal["alternate", "sequence", "sequenceOptional", "sequenceOptionalRepeatable", "sequenceRepeatable"]
EXPANSIONS: tuple[Expansion, ...] = (
    "alternate",
    "sequence",
    "sequenceOptional",
    "sequenceOptionalRepeatable",
    "sequenceRepeatable",
)


@dataclass(frozen=True, slots=True)
class Times:
    """How often something may stand: `most` is `None` for any number."""

    least: int = 1
    most: int | None = 1


ONCE = Times()
_MOST = 100
"""Grammars count by saying things again, so they cannot count far."""


@dataclass(frozen=True, slots=True)
class Text:
    """Any text (`textNode`)."""


@dataclass(frozen=True, slots=True)
class Empty:
    """Nothing (`empty`)."""


@dataclass(frozen=True, slots=True)
class ElementRef:
    """An element of the schema."""

    key: str
    times: Times
    at: Spot


@dataclass(frozen=True, slots=True)
class ClassRef:
    """The members of a class, in one of five ways; `include` and `without` choose among them."""

    key: str
    times: Times
    at: Spot
    expand: Expansion = "alternate"
    include: tuple[str, ...] | None = None
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MacroRef:
    """A content model with a name."""

    key: str
    times: Times
    at: Spot


@dataclass(frozen=True, slots=True)
class DataRef:
    """A datatype: one of TEI's or of the ODD's (`key`), or one of XML Schema (`name`) with facets."""

    key: str | None
    name: str | None
    facets: tuple[tuple[str, str], ...]
    times: Times
    at: Spot


@dataclass(frozen=True, slots=True)
class Sequence:
    """One after the other; in any order where `ordered` is false."""

    parts: tuple[Node, ...]
    times: Times
    ordered: bool = True


@dataclass(frozen=True, slots=True)
class Alternate:
    """One of several."""

    parts: tuple[Node, ...]
    times: Times


@dataclass(frozen=True, slots=True)
class AnyElement:
    """Elements from elsewhere: of the namespaces `require`, or not of `without` (namespaces, or prefixed names of elements)."""

    require: tuple[str, ...]
    without: tuple[tuple[str, str | None], ...] | None
    times: Times


@dataclass(frozen=True, slots=True)
class Values:
    """A list of words."""

    values: ValList


@dataclass(frozen=True, slots=True)
class Grammar:
    """A RELAX NG pattern, as it stands in the ODD."""

    pattern: etree._Element
    at: Spot


Node = Text | Empty | ElementRef | ClassRef | MacroRef | DataRef | Sequence | Alternate | AnyElement | Values | Grammar

_KNOWN = (
    "textNode",
    "empty",
    "elementRef",
    "classRef",
    "macroRef",
    "dataRef",
    "sequence",
    "alternate",
    "anyElement",
    "valList",
)


def read_content(content: etree._Element, problems: Problems) -> Node:
    """The content model in a `content`: what stands in it, one after the other."""
    parts = _parts(content, problems)
    if not parts:
        return Empty()
    return parts[0] if len(parts) == 1 else Sequence(parts, ONCE)


def read_datatype(datatype: etree._Element, problems: Problems) -> tuple[Node, Times] | None:
    """What a `datatype` holds, and how often as a list of words; nothing where it holds nothing."""
    parts = _parts(datatype, problems)
    return (parts[0], _times(datatype, problems)) if parts else None


def _parts(element: etree._Element, problems: Problems) -> tuple[Node, ...]:
    return tuple(node for each in element if isinstance(each.tag, str) for node in [_node(each, problems)] if node is not None)


def _node(element: etree._Element, problems: Problems) -> Node | None:
    if element.tag.startswith(RNG):
        return Grammar(element, spot(element))
    name = local(element)
    if not element.tag.startswith(TEI) or name not in _KNOWN:
        problems.unknown(spot(element), "part of a content model", name, _KNOWN)
        return None
    match name:
        case "textNode":
            return Text()
        case "empty":
            return Empty()
        case "valList":
            return Values(read_val_list(element, problems))
    times = _times(element, problems)
    match name:
        case "sequence":
            return Sequence(_parts(element, problems), times, element.get("preserveOrder", "true") not in ("false", "0"))
        case "alternate":
            return Alternate(_parts(element, problems), times)
        case "anyElement":
            return AnyElement(tuple(element.get("require", "").split()), _exceptions(element, problems), times)
        case "dataRef":
            return _data(element, times, problems)
        case _:
            return _reference(element, name, times, problems)


def _reference(element: etree._Element, name: str, times: Times, problems: Problems) -> Node | None:
    at, key = spot(element), element.get("key")
    if not key:
        problems.add(WRONG_CONSTRUCT, at, f"this {name} has no key", f'say what it means: <{name} key="…"/>')
        return None
    if name == "elementRef":
        return ElementRef(key, times, at)
    if name == "macroRef":
        return MacroRef(key, times, at)
    expand = next((known for known in EXPANSIONS if known == element.get("expand", "alternate")), None)
    if expand is None:
        problems.unknown(at, "way to expand a class", element.get("expand", ""), EXPANSIONS)
        return None
    include = element.get("include")
    return ClassRef(
        key, times, at, expand, None if include is None else tuple(include.split()), tuple(element.get("except", "").split())
    )


def _data(element: etree._Element, times: Times, problems: Problems) -> DataRef | None:
    at = spot(element)
    key, name, restriction = element.get("key"), element.get("name"), element.get("restriction")
    facets = [(facet.get("name", ""), facet.get("value", "")) for facet in children(element, "dataFacet")]
    if restriction is not None:
        facets.append(("pattern", restriction))
    if (key is None) == (name is None):
        problems.add(WRONG_CONSTRUCT, at, "a dataRef needs a key or a name, and not both", 'write <dataRef key="teidata.word"/>')
        return None
    if key is not None and facets:
        problems.add(
            WRONG_CONSTRUCT,
            at,
            f"{key} is a datatype of the ODD, and only those of XML Schema can be restricted here",
            'restrict a named type: <dataRef name="token" restriction="…"/>',
        )
        return None
    return DataRef(key, name, tuple(facets), times, at)


def _exceptions(element: etree._Element, problems: Problems) -> tuple[tuple[str, str | None], ...] | None:
    """Namespaces and names of elements that are not meant; `None` where nothing is said."""
    given = element.get("except")
    if given is None:
        return None
    found: list[tuple[str, str | None]] = []
    for word in given.split():
        prefix, colon, name = word.partition(":")
        if colon and "/" not in word and prefix in element.nsmap:
            found.append((element.nsmap[prefix] or "", name))
        else:
            found.append((word, None))
    return tuple(found)


def _times(element: etree._Element, problems: Problems) -> Times:
    least, most = element.get("minOccurs", "1"), element.get("maxOccurs", "1")
    try:
        times = Times(int(least), None if most == "unbounded" else int(most))
    except ValueError:
        problems.add(
            WRONG_CONSTRUCT,
            spot(element),
            f'minOccurs="{least}" and maxOccurs="{most}" are no numbers',
            'write a whole number, or maxOccurs="unbounded"',
        )
        return ONCE
    if max(times.least, times.most or 0) > _MOST:
        cure = 'write maxOccurs="unbounded", and count in a constraint'
        problems.add(WRONG_CONSTRUCT, spot(element), f"a number above {_MOST}: no grammar counts so far", cure)
        return ONCE
    if times.least < 0 or (times.most is not None and times.most < times.least):
        # minOccurs="2" alone can only mean two: maxOccurs is 1 where nothing is said.
        if "maxOccurs" not in element.attrib and times.least > 0:
            return Times(times.least, times.least)
        problems.add(WRONG_CONSTRUCT, spot(element), f"at least {least} and at most {most}", "correct minOccurs or maxOccurs")
        return ONCE
    return times
