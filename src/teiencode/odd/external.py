"""RELAX NG from elsewhere: `<moduleRef url="svg.rng">` brings a whole grammar into the schema, and says where its elements stand.

Its patterns are copied under names with a prefix, its start is left out. What stands in the moduleRef's `content` are
definitions that join the grammar to the schema: `<rng:define name="model.graphicLike" combine="choice"><rng:ref name="svg"/>
</rng:define>`. A definition of a name that the grammar has takes the place of the grammar's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from teiencode.odd.problems import UNREADABLE, WRONG_CONSTRUCT, Problems, Spot, spot
from teiencode.odd.reading import RNG, TEI, local

_NOT_COPIED = ("externalRef", "parentRef", "grammar")
"""What refers to other grammars, or to those around: such a grammar cannot be copied piece by piece."""


@dataclass(frozen=True, slots=True)
class ExternalGrammar:
    """A grammar that was brought in. `defines`: its definitions, under their new names. `joins`: what joins it to the schema.

    In `joins` a name is one of the schema's own; references to the grammar have its new names already.
    """

    defines: tuple[etree._Element, ...]
    joins: tuple[etree._Element, ...]
    at: Spot

    @property
    def extended(self) -> frozenset[str]:
        """The names of the schema's own patterns that the grammar is joined to."""
        return frozenset(str(each.get("name")) for each in self.joins)


def read_external(reference: etree._Element, path: Path, own_prefix: str, problems: Problems) -> ExternalGrammar:
    """The grammar that a moduleRef names; `own_prefix` is what the names of the schema's own patterns begin with.

    Raises `OddError` where the file is no grammar that can be read.
    """
    at, prefix = spot(reference), reference.get("prefix", "")
    given = [each for content in reference.iter(f"{TEI}content") for each in content.iterfind(f"{RNG}define")]
    found: dict[str, list[etree._Element]] = {}
    for define in _definitions(path, at, problems, ()):
        found.setdefault(str(define.get("name")), []).append(define)
    names = {name: prefix + name for name in found}
    own = [each for each in given if _known(str(each.get("name")), prefix, names) is None]
    replaced = {_known(str(each.get("name")), prefix, names): each for each in given if each not in own}
    defines = [
        _renamed(define, names, prefix)
        for name, several in found.items()
        for define in ([replaced[names[name]]] if names[name] in replaced else several)
    ]
    joins = []
    for each in own:
        join = _renamed(each, names, prefix)
        join.set("name", str(each.get("name")).removeprefix(own_prefix))
        if each.get("combine") not in ("choice", "interleave"):
            said = f'the definition of "{join.get("name")}" does not say how it is joined to the schema\'s own'
            problems.add(WRONG_CONSTRUCT, spot(each), said, 'write combine="choice" on the define')
        joins.append(join)
    return ExternalGrammar(tuple(defines), tuple(joins), at)


def _known(name: str, prefix: str, names: dict[str, str]) -> str | None:
    """The new name of one of the grammar's patterns, that is written with the prefix or without; None for any other."""
    return names.get(name) or (name if prefix and name.removeprefix(prefix) in names else None)


def _renamed(define: etree._Element, names: dict[str, str], prefix: str) -> etree._Element:
    """A copy of a definition in which the grammar's patterns have their new names."""
    copy = deepcopy(define)
    copy.tail = None
    for each in (copy, *copy.iter(f"{RNG}ref")):
        new = _known(str(each.get("name")), prefix, names)
        if new is not None:
            each.set("name", new)
    return copy


def _definitions(path: Path, at: Spot, problems: Problems, chain: tuple[Path, ...]) -> Iterator[etree._Element]:
    """The definitions of a grammar and of what it includes, each with the namespace and the datatypes that it inherits."""
    if path.resolve() in chain:
        raise problems.give_up(WRONG_CONSTRUCT, at, f"{path} includes itself", "remove the include")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_comments=True)
    try:
        root = etree.fromstring(path.read_bytes(), parser)
    except OSError as error:
        cure = "name a file beside the ODD: addresses are not read from the network"
        raise problems.give_up(UNREADABLE, at, f"{path}: cannot be read: {error.strerror}", cure) from error
    except etree.XMLSyntaxError as error:
        raise problems.give_up(UNREADABLE, at, f"{path}: not well-formed: {error.msg}") from error
    if root.tag != f"{RNG}grammar":
        cure = "name a RELAX NG schema in XML syntax (trang makes one of the compact syntax)"
        raise problems.give_up(UNREADABLE, at, f"{path}: is no RELAX NG grammar: its root is {local(root)}", cure)
    for name in _NOT_COPIED:
        inner = next((each for each in root.iter(f"{RNG}{name}") if each is not root), None)
        if inner is not None:
            said = f"{path}:{inner.sourceline}: {name} is not copied into a schema"
            raise problems.give_up(WRONG_CONSTRUCT, at, said, "simplify the grammar first (trang writes it in one piece)")
    yield from _within(root, path, at, problems, (*chain, path.resolve()))


def _within(
    holder: etree._Element, path: Path, at: Spot, problems: Problems, chain: tuple[Path, ...]
) -> Iterator[etree._Element]:
    for each in holder:
        match local(each):
            case "define":
                each.set("ns", _inherited(each, "ns"))
                each.set("datatypeLibrary", _inherited(each, "datatypeLibrary"))
                yield each
            case "div":
                yield from _within(each, path, at, problems, chain)
            case "include":
                instead = {str(define.get("name")) for define in each.iter(f"{RNG}define")}
                other = _definitions(path.parent / each.get("href", ""), at, problems, chain)
                yield from (define for define in other if define.get("name") not in instead)
                yield from _within(each, path, at, problems, chain)


def _inherited(element: etree._Element, name: str) -> str:
    """The value of `ns` or `datatypeLibrary` where an element stands."""
    around = (str(each.get(name)) for each in (element, *element.iterancestors()) if each.get(name) is not None)
    return next(around, "")
