"""What a short text becomes: the inside of its document element, as rules' tests compare it."""

from __future__ import annotations

import re

from lxml import etree

from teiencode.decode import decode
from teiencode.encode import Encoded, encode

NAMESPACES = {"tei": "http://www.tei-c.org/ns/1.0"}
DOCUMENT = re.compile(r'<div type="document"[^>]*>\n?(.*?)\n?</div>\n</body>', re.DOTALL)


def encoded(text: str, profile: str) -> Encoded:
    """A text as encoded; it comes back as it was."""
    result = encode(text, profile=profile)
    assert decode(result.xml).data.decode() == text
    return result


def body_of(text: str, profile: str) -> str:
    """The inside of the document's own division, without the break of its first page."""
    found = DOCUMENT.search(encoded(text, profile).xml.decode())
    assert found is not None
    return found[1].removeprefix('<pb n="1"/>').removeprefix("\n")


def codes_of(text: str, profile: str) -> list[str]:
    """The codes of the diagnostics that a text raises."""
    return [diagnostic.code for diagnostic in encoded(text, profile).diagnostics]


def elements_of(text: str, profile: str, name: str) -> list[etree._Element]:
    """The elements of one name in the encoded text, in order."""
    root = etree.fromstring(encoded(text, profile).xml)
    return list(root.iterfind(f"tei:text//tei:{name}", NAMESPACES))
