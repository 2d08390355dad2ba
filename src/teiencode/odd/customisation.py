"""A customisation: a `schemaSpec` read with its sources. Modules are chosen, then specifications applied, in their order.

The sources are never fetched: an address on the network, or one such as `tei:current`, means the source that the caller names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import etree

from teiencode.odd.constraints import Constraint, merge_constraints, read_constraint
from teiencode.odd.documentation_of import read_documentation
from teiencode.odd.external import read_external
from teiencode.odd.library import Library, read_library
from teiencode.odd.modes import MODES
from teiencode.odd.problems import (
    UNREADABLE,
    WITHOUT_EFFECT,
    WRONG_CONSTRUCT,
    WRONG_MODE,
    OddError,
    Problems,
    Spot,
    spot,
)
from teiencode.odd.reading import TEI, TEI_NAMESPACE, XML, children, local, read_odd
from teiencode.odd.schema import Schema
from teiencode.odd.specifications import WORDS, AnySpec, merge, read_specification
from teiencode.settings import nearest

Progress = Callable[[str], None]

_REFERENCES = {"elementRef": "elementSpec", "classRef": "classSpec", "macroRef": "macroSpec", "dataRef": "dataSpec"}
_SILENT = frozenset(
    ("desc", "gloss", "altIdent", "equiv", "listRef", "remarks", "exemplum", "head", "p", "paramSpec", "outputRendition")
)
"""What may stand in a schemaSpec or specGrp and is no declaration."""
_KNOWN = ("moduleRef", *_REFERENCES, *WORDS, "constraintSpec", "specGrp", "specGrpRef")


def compile_odd(path: Path, tei_source: Path | None, progress: Progress = lambda what: None) -> Schema:
    """The schema that an ODD describes; what has no effect in it is in the schema's `problems`.

    `tei_source`: TEI's own specifications (`p5subset.xml`), or another file to change where the ODD names none. Raises
    `OddError` with all that is wrong.
    """
    problems = Problems()
    schema = _Customisation(path, tei_source, problems, progress, ()).schema()
    if not problems.errors:
        schema.check()
    if problems.errors:
        raise OddError(problems.errors)
    return schema


class _Customisation:
    """One ODD file being compiled; `chain` are the files that led to it."""

    def __init__(
        self, path: Path, tei_source: Path | None, problems: Problems, progress: Progress, chain: tuple[Path, ...]
    ) -> None:
        self.path = path
        self.tei_source = tei_source
        self.problems = problems
        self.progress = progress
        self.chain = (*chain, path.resolve())
        self.sources: dict[Path, Library] = {}
        self.parts = Library()
        self.constraints: tuple[Constraint, ...] = ()
        self.groups: list[str] = []

    def schema(self) -> Schema:
        self.progress(f"reading {self.path.name}")
        root = read_odd(self.path, self.problems)
        found = list(root.iter(f"{TEI}schemaSpec"))
        if not found:
            cure = "describe the schema in a <schemaSpec>; a source of specifications goes to --tei-source"
            raise self.problems.give_up(WRONG_CONSTRUCT, Spot(str(self.path)), "holds no schemaSpec", cure)
        specification = found[0]
        for other in found[1:]:
            self.problems.add(
                WITHOUT_EFFECT, spot(other), "a second schemaSpec in one file is not compiled", "move it to a file of its own"
            )
        declarations = list(self._declarations(specification))
        for each in declarations:
            if local(each) == "moduleRef":
                self._module(each, specification)
            elif local(each) in _REFERENCES:
                self._reference(each, specification)
        for each in declarations:
            if local(each) in WORDS:
                self._specify(each, specification)
            elif local(each) == "constraintSpec":
                constraint = read_constraint(each, self.problems)
                if constraint is not None:
                    self.constraints = merge_constraints(self.constraints, (constraint,), self.problems)
        self._in_order_of_the_source(specification)
        return Schema(
            title=specification.get("ident") or self.path.stem,
            start=self._start(specification),
            parts=self.parts,
            prefix=specification.get("prefix", ""),
            namespace=specification.get("ns", TEI_NAMESPACE),
            language=specification.get("docLang", specification.get(f"{XML}lang", "en")).split()[0],
            constraints=self.constraints,
            documentation=read_documentation(specification),
            problems=self.problems,
            file=str(self.path),
        )

    def _start(self, specification: etree._Element) -> tuple[str, ...]:
        given = specification.get("start")
        names = tuple(given.split()) if given is not None else ("TEI",)
        for name in names:
            # After other errors it may be missing only because of them.
            if name not in self.parts.elements and not self.problems.errors:
                cure = 'include the element, or name the elements that a document begins with: <schemaSpec start="…">'
                self.problems.unknown(spot(specification), "element to start with", name, self.parts.elements, cure)
        return names

    # ------------------------------------------------------------ what a schemaSpec holds

    def _declarations(self, holder: etree._Element) -> Iterator[etree._Element]:
        """The declarations in a schemaSpec or specGrp, those of the groups that it refers to in their place."""
        for each in children(holder):
            name = local(each)
            if name == "specGrp":
                yield from self._declarations(each)
            elif name == "specGrpRef":
                yield from self._group(each)
            elif name in _KNOWN:
                yield each
            elif name not in _SILENT:
                cure = f"a schema is made of {', '.join(_KNOWN)}"
                self.problems.unknown(spot(each), "declaration", name, _KNOWN, cure)

    def _group(self, reference: etree._Element) -> Iterator[etree._Element]:
        target = reference.get("target", "")
        address, _, ident = target.partition("#")
        path = self.path.parent / address if address else self.path
        root = read_odd(path, self.problems, spot(reference)) if address else reference.getroottree().getroot()
        groups = {each.get(f"{XML}id"): each for each in root.iter(f"{TEI}specGrp")}
        known = [name for name in groups if name]
        key = f"{path}#{ident}"
        if ident not in groups:
            self.problems.unknown(spot(reference), "specGrp", ident or target, known, "give the specGrp this xml:id")
        elif key in self.groups:
            self.problems.add(WRONG_CONSTRUCT, spot(reference), f'the group "{ident}" holds itself', "remove this specGrpRef")
        else:
            self.groups.append(key)
            yield from self._declarations(groups[ident])
            self.groups.pop()

    def _module(self, reference: etree._Element, specification: etree._Element) -> None:
        at, key, url = spot(reference), reference.get("key"), reference.get("url")
        if url:
            path = self.path.parent / url
            self.parts.grammars.append(read_external(reference, path, specification.get("prefix", ""), self.problems))
            return
        if key is None:
            cure = 'name the module: <moduleRef key="core"/>, or a RELAX NG grammar: <moduleRef url="svg.rng"/>'
            self.problems.add(WRONG_CONSTRUCT, at, "this moduleRef has neither a key nor a url", cure)
            return
        library = self._library(reference, specification)
        if library is None:
            return
        if key not in library.modules:
            self.problems.unknown(at, "module", key, library.modules, f"the modules are {', '.join(sorted(library.modules))}")
            return
        self.parts.modules[key] = None
        elements = {each.ident: each for each in library.of_module("elementSpec", key)}
        include, without = reference.get("include"), reference.get("except")
        if include is not None and without is not None:
            self.problems.add(WRONG_CONSTRUCT, at, "both include and except", "keep one of them")
        others = {each.ident for name in WORDS for each in library.of_module(name, key)}
        for name in (include or without or "").split():
            if name not in elements and name not in others:
                self.problems.unknown(at, f"element of the module {key}", name, elements, _elsewhere(library, name))
        chosen = set(elements) if include is None else set(include.split())
        chosen -= set((without or "").split())
        for ident, each in elements.items():
            if ident in chosen:
                self.parts.put("elementSpec", each)
        for name in ("classSpec", "macroSpec", "dataSpec"):
            for other in library.of_module(name, key):
                if other.ident not in (without or "").split():
                    self.parts.put(name, other)

    def _reference(self, reference: etree._Element, specification: etree._Element) -> None:
        key, kind = reference.get("key"), _REFERENCES[local(reference)]
        library = self._library(reference, specification)
        if library is None:
            return
        known = library.kind(kind)
        if key is None or key not in known:
            self.problems.unknown(spot(reference), WORDS[kind], key or "", known, "correct the key")
        else:
            self.parts.put(kind, known[key])

    def _specify(self, element: etree._Element, specification: etree._Element) -> None:
        new = read_specification(element, self.problems)
        if new is None or element.get("mode", "add") not in MODES:
            return
        kind, word = local(element), WORDS[local(element)]
        present = self.parts.kind(kind)
        old: AnySpec | None = present.get(new.ident)
        if new.mode == "add" and old is not None and element.get("mode") is None:
            cure = 'write mode="change" to change it, or mode="replace" to define it anew'
            self.problems.add(WRONG_MODE, new.at, f'the {word} "{new.ident}" is there already, and no mode is given', cure)
        elif new.mode == "add" and old is not None:
            cure = 'write mode="change", or mode="replace"'
            self.problems.add(WRONG_MODE, new.at, f'the {word} "{new.ident}" cannot be added: it is there already', cure)
        elif new.mode == "add" or (new.mode == "replace" and old is not None):
            self.parts.put(kind, new)
        elif old is None:
            self._absent(new, kind, word, specification)
        elif new.mode == "delete":
            self.parts.take(kind, new.ident)
        else:
            self.parts.put(kind, merge(old, new, self.problems))

    def _absent(self, new: AnySpec, kind: str, word: str, specification: etree._Element) -> None:
        """Say that something to be changed or deleted is not there, and whether the source has it."""
        library = self._library(specification, specification)
        known = library.kind(kind) if library else {}
        names = (*self.parts.kind(kind), *known)
        if new.ident not in known and new.mode == "delete":
            # An ODD that was written for another version of TEI deletes what this one never had, or has no more.
            near = nearest(new.ident, names)
            message = f'the source has no {word} "{new.ident}", so it need not be deleted'
            self.problems.add(WITHOUT_EFFECT, new.at, message, f'remove it, or did you mean "{near}"?' if near else None)
        elif new.ident not in known:
            self.problems.unknown(new.at, word, new.ident, names, 'to define it, write mode="add"')
        elif new.mode == "delete":
            message = f'the {word} "{new.ident}" is not part of the schema, so it need not be deleted'
            self.problems.add(WITHOUT_EFFECT, new.at, message)
        else:
            message = f'the {word} "{new.ident}" is not part of the schema, so it cannot be changed'
            cure = f'include it first: <moduleRef key="{known[new.ident].module}" include="… {new.ident}"/>'
            self.problems.add(WRONG_MODE, new.at, message, cure)

    def _in_order_of_the_source(self, specification: etree._Element) -> None:
        """Order what was chosen as the source has it, new things last: so the order of modules in the ODD changes nothing."""
        library = self._library(specification, specification, told=False)
        if library is None:
            return
        for kind in WORDS:
            ranks = {ident: rank for rank, ident in enumerate(library.kind(kind))}
            self.parts.order(kind, ranks)

    # ------------------------------------------------------------ sources

    def _library(self, element: etree._Element, specification: etree._Element, *, told: bool = True) -> Library | None:
        """The source that an element, or else its schema, names."""
        for holder in (element, specification):
            address = holder.get("source")
            if address:
                break
        at = spot(holder)
        path = self._path(address) if address else self.tei_source
        if path is None:
            if told:
                said = f'the source "{address}" is not read from the network' if address else "the ODD names no source"
                cure = "name the file of TEI's source: --tei-source p5subset.xml (https://tei-c.org/Vault/P5/current/xml/tei/odd/p5subset.xml)"
                raise self.problems.give_up(UNREADABLE, at, said, cure)
            return None
        if path not in self.sources:
            self.sources[path] = self._read_source(path, at, address)
            self.parts.grammars += self.sources[path].grammars
        return self.sources[path]

    def _path(self, address: str) -> Path | None:
        """A file of this computer, or TEI's source for what is none."""
        return self.tei_source if ":" in address and not Path(address).is_absolute() else self.path.parent / address

    def _read_source(self, path: Path, at: Spot, address: str | None) -> Library:
        if path.resolve() in self.chain:
            raise self.problems.give_up(WRONG_CONSTRUCT, at, f"{path} is its own source", "name another file as @source")
        self.progress(f"reading {path.name}")
        root = read_odd(path, self.problems, at if address else None)
        if root.find(f".//{TEI}schemaSpec") is None:
            return read_library(root, Spot(str(path)), self.problems)
        return _Customisation(path, self.tei_source, self.problems, self.progress, self.chain).schema().parts


def _elsewhere(library: Library, name: str) -> str | None:
    """Where an element is, if the source has it in another module."""
    found = library.elements.get(name)
    return f'"{name}" belongs to the module {found.module}' if found else None
