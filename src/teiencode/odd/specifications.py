"""Specifications: an element, class, macro or datatype, as a file declares or changes it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

from lxml import etree

from teiencode.odd.attributes import Attributes, merge_attributes, read_attributes
from teiencode.odd.constraints import Constraint, merge_constraints, read_constraints
from teiencode.odd.content import Node, read_content
from teiencode.odd.documentation_of import Documentation, read_documentation
from teiencode.odd.modes import Mode, read_mode
from teiencode.odd.problems import WRONG_CONSTRUCT, Problems, Spot, spot
from teiencode.odd.reading import child, children, local


@dataclass(frozen=True, slots=True)
class Memberships:
    """The classes that something belongs to. `changes`: what is added and taken away, where it is a change of them."""

    keys: tuple[str, ...] = ()
    changes: tuple[tuple[str, Mode], ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Specification:
    """What all specifications have. Where a change does not speak of something, it is empty or `None`."""

    ident: str
    module: str | None
    mode: Mode
    documentation: Documentation
    constraints: tuple[Constraint, ...]
    valid_until: str | None
    at: Spot

    @property
    def name(self) -> str:
        """The name in documents."""
        return self.documentation.name or self.ident


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementSpec(Specification):
    """An element."""

    namespace: str | None
    memberships: Memberships | None
    attributes: Attributes
    content: Node | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassSpec(Specification):
    """A class of elements: those that stand in the same places (`model`), or share attributes (`atts`)."""

    kind: Literal["model", "atts"] | None
    memberships: Memberships | None
    attributes: Attributes


@dataclass(frozen=True, slots=True, kw_only=True)
class MacroSpec(Specification):
    """A content model with a name, or a datatype."""

    content: Node | None


AnySpec = ElementSpec | ClassSpec | MacroSpec

WORDS = {"elementSpec": "element", "classSpec": "class", "macroSpec": "macro", "dataSpec": "datatype"}
"""The elements that specify something, and what it is called."""


def read_specification(element: etree._Element, problems: Problems) -> AnySpec | None:
    """An `elementSpec`, `classSpec`, `macroSpec` or `dataSpec`; nothing, with a problem noted, where it has no ident."""
    at, ident = spot(element), element.get("ident")
    kind = local(element)
    if not ident:
        problems.add(WRONG_CONSTRUCT, at, f"this {kind} has no ident", f'name the {WORDS[kind]}: <{kind} ident="…">')
        return None
    shared: dict[str, Any] = {
        "ident": ident,
        "module": element.get("module"),
        "mode": read_mode(element, problems),
        "documentation": read_documentation(element),
        "constraints": read_constraints(element, problems),
        "valid_until": element.get("validUntil"),
        "at": at,
    }
    content = child(element, "content")
    model = None if content is None else read_content(content, problems)
    if kind in ("macroSpec", "dataSpec"):
        return MacroSpec(
            **shared,
            content=model,
        )
    memberships, attributes = _memberships(element, problems), read_attributes(element, problems)
    if kind == "classSpec":
        given = element.get("type")
        if given not in (None, "model", "atts"):
            problems.unknown(at, "type of class", given or "", ("model", "atts"), "a class is of type model or atts")
        return ClassSpec(
            **shared,
            kind="model" if given == "model" else "atts" if given == "atts" else None,
            memberships=memberships,
            attributes=attributes,
        )
    return ElementSpec(
        **shared,
        namespace=element.get("ns"),
        memberships=memberships,
        attributes=attributes,
        content=model,
    )


def _memberships(element: etree._Element, problems: Problems) -> Memberships | None:
    classes = child(element, "classes")
    if classes is None:
        return None
    mode = read_mode(classes, problems, "replace")
    members = [(each.get("key", ""), read_mode(each, problems)) for each in children(classes, "memberOf")]
    if mode == "change":
        return Memberships(changes=tuple(members))
    return Memberships(tuple(key for key, each in members if each != "delete"))


def _merge_memberships(old: Memberships | None, new: Memberships | None) -> Memberships:
    before = old or Memberships()
    if new is None:
        return before
    if new.changes is None:
        return new
    gone = {key for key, mode in new.changes if mode == "delete"}
    added = [key for key, mode in new.changes if mode != "delete" and key not in before.keys]
    return Memberships((*(key for key in before.keys if key not in gone), *added))


def merge(old: AnySpec, new: AnySpec, problems: Problems) -> AnySpec:
    """A specification after a change to it."""
    merged: AnySpec = replace(
        old,
        documentation=old.documentation.changed(new.documentation),
        constraints=merge_constraints(old.constraints, new.constraints, problems),
        valid_until=new.valid_until or old.valid_until,
        module=new.module or old.module,
        at=new.at,
    )
    if isinstance(merged, MacroSpec) and isinstance(new, MacroSpec):
        return replace(merged, content=new.content or merged.content)
    assert not isinstance(merged, MacroSpec) and not isinstance(new, MacroSpec)
    merged = replace(
        merged,
        memberships=_merge_memberships(merged.memberships, new.memberships),
        attributes=merge_attributes(merged.attributes, new.attributes, problems),
    )
    if isinstance(merged, ElementSpec) and isinstance(new, ElementSpec):
        return replace(merged, content=new.content or merged.content, namespace=new.namespace or merged.namespace)
    return merged
