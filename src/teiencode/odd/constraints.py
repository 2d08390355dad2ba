"""Constraints: rules in another language that stand in a specification (`constraintSpec`)."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from teiencode.odd.modes import Mode, read_mode
from teiencode.odd.problems import WRONG_CONSTRUCT, Problems, Spot, spot
from teiencode.odd.reading import children

SCHEMES = ("schematron", "isoschematron")


@dataclass(frozen=True, slots=True)
class Constraint:
    """A named set of Schematron rules. `rules` are the elements in its `constraint`."""

    ident: str
    mode: Mode
    rules: tuple[etree._Element, ...]
    at: Spot


def read_constraints(specification: etree._Element, problems: Problems) -> tuple[Constraint, ...]:
    """The constraints of a specification."""
    return tuple(
        constraint
        for element in children(specification, "constraintSpec")
        for constraint in [read_constraint(element, problems)]
        if constraint is not None
    )


def read_constraint(element: etree._Element, problems: Problems) -> Constraint | None:
    """A `constraintSpec`; nothing, with a problem noted, for one without a name or in another language."""
    at, ident, mode = spot(element), element.get("ident"), read_mode(element, problems)
    if not ident:
        problems.add(
            WRONG_CONSTRUCT, at, "this constraintSpec has no ident", 'name it: <constraintSpec ident="…" scheme="schematron">'
        )
        return None
    scheme = element.get("scheme", "schematron")
    if scheme not in SCHEMES and mode != "delete":
        problems.unknown(at, "language of constraints", scheme, SCHEMES, 'write scheme="schematron"')
        return None
    rules = tuple(rule for constraint in children(element, "constraint") for rule in constraint if isinstance(rule.tag, str))
    return Constraint(ident, mode, rules, at)


def merge_constraints(old: tuple[Constraint, ...], new: tuple[Constraint, ...], problems: Problems) -> tuple[Constraint, ...]:
    """The constraints after a change: by their names added, replaced or taken away."""
    merged = {each.ident: each for each in old}
    for each in new:
        if each.mode in ("delete", "change") and each.ident not in merged:
            problems.unknown(each.at, "constraint", each.ident, merged)
        elif each.mode == "delete":
            del merged[each.ident]
        else:
            merged[each.ident] = each
    return tuple(merged.values())
