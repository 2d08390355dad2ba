"""Attributes as specifications declare them: definitions with modes, references to those of classes, alternatives."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml import etree

from teiencode.odd.constraints import Constraint, merge_constraints, read_constraints
from teiencode.odd.content import Node, Times, read_datatype
from teiencode.odd.documentation_of import Documentation, read_documentation
from teiencode.odd.modes import Mode, read_mode
from teiencode.odd.problems import WITHOUT_EFFECT, WRONG_CONSTRUCT, Problems, Spot, spot
from teiencode.odd.reading import child, children, local
from teiencode.odd.values import ValList, merge_val_lists, read_val_list

USAGES = ("req", "rec", "opt", "mwa", "rwa", "nr")
"""What attDef/@usage may be; all but `req` leave the attribute out at will. Those after `opt` are TEI P4's."""


@dataclass(frozen=True, slots=True)
class AttDef:
    """An attribute. What is `None` is not said: a change leaves it as it was."""

    ident: str
    name: str
    namespace: str
    mode: Mode
    required: bool | None
    datatype: tuple[Node, Times] | None
    values: ValList | None
    documentation: Documentation
    constraints: tuple[Constraint, ...]
    valid_until: str | None
    at: Spot


@dataclass(frozen=True, slots=True)
class AttRef:
    """An attribute as a class defines it; all attributes of the class where `ident` is `None`."""

    of_class: str
    ident: str | None
    at: Spot


@dataclass(frozen=True, slots=True)
class Attributes:
    """The attribute list of a specification.

    `alternatives`: of each of these groups of idents, one set of attributes may stand.
    """

    definitions: tuple[AttDef, ...] = ()
    references: tuple[AttRef, ...] = ()
    alternatives: tuple[tuple[tuple[str, ...], ...], ...] = ()


def read_attributes(specification: etree._Element, problems: Problems) -> Attributes:
    """The attributes of an `elementSpec` or `classSpec`."""
    found = child(specification, "attList")
    if found is None:
        return Attributes()
    reader = _Reader(problems)
    reader.read(found)
    return Attributes(tuple(reader.definitions), tuple(reader.references), tuple(reader.alternatives))


class _Reader:
    def __init__(self, problems: Problems) -> None:
        self.problems = problems
        self.definitions: list[AttDef] = []
        self.references: list[AttRef] = []
        self.alternatives: list[tuple[tuple[str, ...], ...]] = []

    def read(self, attributes: etree._Element) -> tuple[str, ...]:
        """Read an `attList` and those in it; the idents of all."""
        groups: list[tuple[str, ...]] = []
        for each in children(attributes):
            match local(each):
                case "attList":
                    groups.append(self.read(each))
                case "attDef":
                    definition = read_att_def(each, self.problems)
                    if definition is not None:
                        self.definitions.append(definition)
                        groups.append((definition.ident,))
                case "attRef":
                    self._refer(each)
                case name:
                    self.problems.unknown(spot(each), "part of a list of attributes", name, ("attDef", "attRef", "attList"))
        if attributes.get("org") == "choice" and len(groups) > 1:
            self.alternatives.append(tuple(groups))
        return tuple(ident for group in groups for ident in group)

    def _refer(self, element: etree._Element) -> None:
        of_class, ident = element.get("class"), element.get("name")
        if of_class is None and element.get("key"):  # the way of older ODDs: the name of the pattern
            of_class, _, ident = element.get("key", "").partition(".attribute.")
        if of_class is None:
            cure = 'write <attRef class="att.global" name="n"/>'
            self.problems.add(WRONG_CONSTRUCT, spot(element), "this attRef names no class", cure)
        else:
            self.references.append(AttRef(of_class, ident or None, spot(element)))


def read_att_def(element: etree._Element, problems: Problems) -> AttDef | None:
    """An `attDef`; nothing, with a problem noted, where it has no ident."""
    at, ident = spot(element), element.get("ident")
    if not ident:
        problems.add(WRONG_CONSTRUCT, at, "this attDef has no ident", 'name the attribute: <attDef ident="type"/>')
        return None
    usage = element.get("usage")
    if usage is not None and usage not in USAGES:
        problems.unknown(at, "usage of an attribute", usage, USAGES, "the usages are req, rec and opt")
    datatype, values = child(element, "datatype"), child(element, "valList")
    documentation = read_documentation(element)
    return AttDef(
        ident=ident,
        name=documentation.name or ident,
        namespace=element.get("ns", ""),
        mode=read_mode(element, problems),
        required=None if usage is None else usage == "req",
        datatype=None if datatype is None else read_datatype(datatype, problems),
        values=None if values is None else read_val_list(values, problems),
        documentation=documentation,
        constraints=read_constraints(element, problems),
        valid_until=element.get("validUntil"),
        at=at,
    )


def merge_att_defs(old: AttDef, new: AttDef, problems: Problems) -> AttDef:
    """An attribute after a change to it; its mode is that of what is changed."""
    documentation = old.documentation.changed(new.documentation)
    return AttDef(
        ident=old.ident,
        name=documentation.name or old.ident,
        namespace=new.namespace or old.namespace,
        mode=old.mode,
        required=old.required if new.required is None else new.required,
        datatype=new.datatype or old.datatype,
        values=old.values if new.values is None else merge_val_lists(old.values, new.values, problems),
        documentation=documentation,
        constraints=merge_constraints(old.constraints, new.constraints, problems),
        valid_until=new.valid_until or old.valid_until,
        at=new.at,
    )


def merge_attributes(old: Attributes, new: Attributes, problems: Problems) -> Attributes:
    """The attribute list of a specification after a change.

    What the specification has from its classes is not known here: a change or a deletion of such an attribute is kept with its
    mode, and takes effect where the attributes of a thing are worked out (`effective`).
    """
    definitions = {each.ident: each for each in old.definitions}
    for each in new.definitions:
        before = definitions.get(each.ident)
        if each.mode == "change" and before is not None and before.mode != "delete":
            definitions[each.ident] = merge_att_defs(before, each, problems)
        elif each.mode == "delete" and before is not None:
            definitions[each.ident] = replace(each, at=before.at)  # it has taken effect, and hides one of a class too
        else:
            definitions[each.ident] = each
    gone = {each.ident for each in new.definitions if each.mode == "delete"}
    references = tuple(each for each in old.references if each.ident not in gone)
    return Attributes(tuple(definitions.values()), (*references, *new.references), (*old.alternatives, *new.alternatives))


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute that a thing has, and the class whose definition it is (`None`: its own)."""

    definition: AttDef
    of_class: str | None


def apply_own(
    inherited: dict[str, Attribute], own: Attributes, of_class: str | None, problems: Problems | None = None, file: str = ""
) -> dict[str, Attribute]:
    """What a thing has after its own attribute list has changed what it has from its classes.

    `of_class` is the class that the list belongs to, if it does. With `problems`, what stands in `file` and has no
    effect is noted.
    """
    has = dict(inherited)
    silent = Problems()
    for each in own.definitions:
        before = has.get(each.ident)
        if each.mode == "delete":
            if before is None and problems is not None and each.at.file == file:
                problems.add(WITHOUT_EFFECT, each.at, f'there is no attribute "{each.ident}" here to delete')
            has.pop(each.ident, None)
        elif each.mode == "change" and before is not None:
            has[each.ident] = Attribute(replace(merge_att_defs(before.definition, each, silent), mode="add"), of_class)
        elif each.mode == "change" and each.datatype is None and each.values is None:
            if problems is not None and each.at.file == file:
                problems.add(WITHOUT_EFFECT, each.at, f'there is no attribute "{each.ident}" here to change')
        else:
            has[each.ident] = Attribute(each, of_class)
    return has
