"""Ids that the program makes: kept free of clashes, so that a file never holds one twice."""

from __future__ import annotations

from collections.abc import Iterable

from teiencode.tree import Tree

XML_ID = "xml:id"


def free_of_clashes(tree: Tree, reserved: Iterable[str]) -> None:
    """Give each node of `tree` whose id is already taken the next free one: `pg_272`, `pg_272-1`, `pg_272-2` …

    `reserved` are ids outside the tree. Pointers to an id stay with its first bearer.
    """
    taken = set(reserved)
    next_number: dict[str, int] = {}
    for node in tree.nodes():
        wanted = node.attributes.get(XML_ID)
        if wanted is None:
            continue
        identifier, number = wanted, next_number.get(wanted, 0)
        while identifier in taken:
            number += 1
            identifier = f"{wanted}-{number}"
        taken.add(identifier)
        if identifier != wanted:
            next_number[wanted] = number
            node.attributes = {**node.attributes, XML_ID: identifier}
