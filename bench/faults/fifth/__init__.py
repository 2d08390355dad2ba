"""A fifth set of faults, thought of before the messages were looked at again: an ordinary slip wherever chance puts it."""

from __future__ import annotations

from bench.faults.fifth import ill_formed, names, rules, structure, values
from bench.faults.slip import Kind

KINDS: dict[str, Kind] = {
    **ill_formed.KINDS,
    **names.KINDS,
    **values.KINDS,
    **structure.KINDS,
    **rules.KINDS,
}
"""The kinds of faults by their names."""
