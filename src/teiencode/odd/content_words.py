"""Content models as an editor reads them: `head?, (p | list)+`, and what elements they may hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from teiencode.odd.content import (
    Alternate,
    AnyElement,
    ClassRef,
    DataRef,
    ElementRef,
    Empty,
    Grammar,
    MacroRef,
    Node,
    Sequence,
    Text,
    Times,
    Values,
)
from teiencode.odd.reading import RNG
from teiencode.odd.schema import Schema

_EXPANDED = {
    "sequence": "each of {} in order",
    "sequenceOptional": "each of {} in order, or not",
    "sequenceOptionalRepeatable": "any number of each of {} in order",
    "sequenceRepeatable": "one or more of each of {} in order",
}


def content_words(schema: Schema, node: Node, link: Callable[[str], str], quote: Callable[[str], str]) -> str:
    """A content model in one line; `link` makes of the ident of something what stands for it, `quote` of other words.

    What the schema does not have is left out; the empty text where nothing is left.
    """

    def said(node: Node) -> str:
        match node:
            case Text():
                return "text"
            case Empty():
                return "nothing"
            case Values(values=values):
                return quote(" | ".join(f'"{word}"' for word in values.words))
            case Grammar(pattern=pattern):
                return quote(" ".join(etree.tostring(pattern, encoding="unicode", with_tail=False).split()))
            case AnyElement(times=times):
                return _often("elements of other namespaces", times, several=True)
            case DataRef(key=key, name=name, times=times):
                return _often(link(key) if key in schema.parts.datatypes else quote(name or key or ""), times)
            case ElementRef(key=key, times=times):
                return _often(link(key), times) if key in schema.elements else ""
            case MacroRef(key=key, times=times):
                return _often(link(key), times) if key in schema.parts.macros else ""
            case ClassRef(key=key, times=times, expand=expand):
                if key not in schema.classes or not schema.is_inhabited(key):
                    return ""
                return _often(_EXPANDED.get(expand, "{}").format(link(key)), times, several=expand in _EXPANDED)
            case Sequence(parts=parts, times=times, ordered=ordered):
                return joined(parts, ", " if ordered else " & ", times)
            case Alternate(parts=parts, times=times):
                return joined(parts, " | ", times)

    def joined(parts: tuple[Node, ...], sign: str, times: Times) -> str:
        words = [each for each in map(said, parts) if each]
        inner = sign.join(words)
        return "" if not words else _often(inner, times, several=len(words) > 1)

    found = said(node)
    return found[1:-1] if isinstance(node, Sequence | Alternate) and node.times == Times() and found.startswith("(") else found


def _often(words: str, times: Times, *, several: bool = False) -> str:
    sign = {(1, 1): "", (0, 1): "?", (0, None): "*", (1, None): "+"}.get((times.least, times.most))
    if sign is None:
        sign = f" {{{times.least},{'' if times.most is None else times.most}}}"
    return f"({words}){sign}" if several else f"{words}{sign}"


def children_of(schema: Schema, node: Node | None, within: frozenset[str] = frozenset()) -> Iterator[str]:
    """The idents of the elements that a content model names, by way of classes and macros too; some more than once."""
    match node:
        case ElementRef(key=key) if key in schema.elements:
            yield key
        case ClassRef(key=key, include=include, without=without) if key in schema.classes:
            for element in schema.elements_of(key):
                if (include is None or element.ident in include) and element.ident not in without:
                    yield element.ident
        case MacroRef(key=key) if key in schema.parts.macros and key not in within:
            yield from children_of(schema, schema.parts.macros[key].content, within | {key})
        case Sequence(parts=parts) | Alternate(parts=parts):
            for part in parts:
                yield from children_of(schema, part, within)
        case Grammar(pattern=pattern):
            for reference in pattern.iter(f"{RNG}ref"):
                name = reference.get("name", "")
                if name in schema.elements:
                    yield name
                else:
                    yield from (element.ident for element in schema.elements_of(name))
        case _:
            return
