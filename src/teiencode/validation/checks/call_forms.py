"""In what form the notes of a document are called: <ref target="#fn1">1</ref>, <ptr target="#fn1" type="note" n="1"/>."""

from __future__ import annotations

import re
from collections import defaultdict
from copy import deepcopy
from typing import TYPE_CHECKING

from teiencode.validation.checks.index import XML_ID, Index
from teiencode.validation.paths import local_name

if TYPE_CHECKING:
    from lxml import etree

_LONGEST = 120
"""In characters: a call that is longer says more than that there is a note."""

_KEPT = ("target", "type", "n", "rend", "rendition")
"""The attributes of a call that another has as well."""


class CallForms:
    """The calls of one document, by their forms."""

    def __init__(self, index: Index) -> None:
        """Take the elements that point at one note."""
        forms: dict[tuple[str, ...], list[tuple[etree._Element, etree._Element]]] = defaultdict(list)
        for call in (*index.named("ref"), *index.named("ptr")):
            note = index.by_id.get(str(call.get("target", "")).removeprefix("#"))
            if note is not None and local_name(str(note.tag)) == "note" and note.get("n"):
                inner = (str(each.tag) for each in call.iterdescendants("*"))
                forms[str(call.tag), str(call.get("type")), str("n" in call.attrib), *inner].append((call, note))
        self._usual = max(forms.values(), key=len)[0] if forms else None

    def call_of(self, note: etree._Element) -> str:
        """The tags that call a note as most of the others are called; '' where none is, or the note has no xml:id."""
        if self._usual is None or not note.get(XML_ID):
            return ""
        call, called = deepcopy(self._usual[0]), self._usual[1]
        for name in [str(name) for name in call.attrib if name not in _KEPT]:
            del call.attrib[name]
        call.set("target", f"#{note.get(XML_ID)}")
        if "n" in call.attrib:
            call.set("n", str(note.get("n")))
        old = re.compile(rf"(?<!\w){re.escape(str(called.get('n')))}(?!\w)")
        for each in call.iter():
            each.text = old.sub(lambda _: str(note.get("n")), each.text) if each.text else each.text
        tags = _written(call)
        return tags if len(tags) <= _LONGEST else ""


def _written(element: etree._Element) -> str:
    """An element as it is written, without what follows it and without the declarations of namespaces."""
    from lxml import etree

    whole = etree.tostring(element, encoding="unicode", with_tail=False)
    return " ".join(re.sub(r'\sxmlns(?::[\w.-]+)?="[^"]*"', "", whole).split())
