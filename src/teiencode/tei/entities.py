"""Entity references that the parser leaves alone: they may lead out of the file, so they are never read."""

from __future__ import annotations

from lxml import etree


def spell_out_entities(root: etree._Element) -> list[str]:
    """Put each entity reference into the text as it is written (`&name;`); the references, in the order of the document."""
    references: list[str] = []
    for entity in list(root.iter(etree.Entity)):
        written = entity.text or ""
        parent, previous = entity.getparent(), entity.getprevious()
        if parent is None:
            continue
        text = written + (entity.tail or "")
        if previous is None:
            parent.text = (parent.text or "") + text
        else:
            previous.tail = (previous.tail or "") + text
        entity.tail = None
        parent.remove(entity)
        references.append(written)
    return references
