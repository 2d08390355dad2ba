"""A third set of faults, in every vocabulary of TEI, thought of before anyone had seen what the validator says of them."""

from __future__ import annotations

from bench.faults.slip import Kind
from bench.faults.third import attributes, ill_formed, names, rules, structure, values

KINDS: dict[str, Kind] = {
    **names.KINDS,
    **attributes.KINDS,
    **values.KINDS,
    **structure.KINDS,
    **ill_formed.KINDS,
    **rules.KINDS,
}
"""The kinds of faults by their names."""
