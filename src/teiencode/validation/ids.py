"""Ids: one name, one element. A grammar can only say what a single id looks like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teiencode.diagnostic import Diagnostic
from teiencode.validation.codes import DUPLICATE_ID
from teiencode.validation.paths import local_name
from teiencode.validation.reading import Document

if TYPE_CHECKING:
    from lxml import etree

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def check_ids(document: Document) -> list[Diagnostic]:
    """A finding at each `xml:id` that an earlier element of the file already bears."""
    first: dict[str, etree._Element] = {}
    findings = []
    for element in document.tree.iter("*"):
        written = element.get(XML_ID)
        if written is None:
            continue
        name = written.strip()
        if name not in first:
            first[name] = element
            continue
        line, _ = document.lines.place(document.start_tag(first[name])[0])
        message = f'The xml:id "{name}" is already that of <{local_name(first[name].tag)}> in line {line}.'
        findings.append(document.finding(DUPLICATE_ID, element, document.attribute(element, XML_ID), message))
    return findings
