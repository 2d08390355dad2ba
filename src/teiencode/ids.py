"""Ids that the program makes: kept free of clashes, so that a file never holds one twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from teiencode.tree import Tree

XML_ID = "xml:id"


def document_attributes(number: str | None, identifier: str | None = None) -> Mapping[str, str]:
    """A document's `@n` and `@xml:id`, from the number in its heading: `127` and `d127`; or with the id that it is given."""
    attributes = {} if number is None else {"n": number, XML_ID: f"d{number}"}
    return attributes if identifier is None else {**attributes, XML_ID: identifier}


def bear(tree: Tree, identifier: str) -> None:
    """Let the id of each page of `tree` bear the id of its document: `d127-pg_272`. Notes do so from the start."""
    for node in tree.nodes():
        if node.kind == "page break" and XML_ID in node.attributes:
            node.attributes = {**node.attributes, XML_ID: f"{identifier}-{node.attributes[XML_ID]}"}


def note_ids(labels: Sequence[str], document: str) -> list[str]:
    """An id for each note: the document's id, `fn`, and the note's number; its position where labels are odd or repeated."""
    plain = len(set(labels)) == len(labels) and all(label.isascii() and label.isdigit() and label[0] != "0" for label in labels)
    return [f"{document}fn{label if plain else position}" for position, label in enumerate(labels, 1)]


def free_of_clashes(tree: Tree, reserved: Iterable[str]) -> set[str]:
    """Give each node of `tree` whose id is already taken the next free one: `pg_272`, `pg_272-1`, `pg_272-2` …

    `reserved` are ids outside the tree. Pointers to an id stay with its first bearer. Returns all ids that are now taken.
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
    return taken
