"""A whole TEI file: prolog, header, text; and the digest by which a later run knows that nobody has changed it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256

from lxml import etree

from teiencode.ncname import ncname

NAMESPACE = "http://www.tei-c.org/ns/1.0"
DIGEST = re.compile(rb'(<desc type="tei-sha256">)([0-9a-f]{64})(</desc>)')
NO_DIGEST = "0" * 64

PARSER = etree.XMLParser(collect_ids=False, huge_tree=True, resolve_entities=False, no_network=True)
"""A parser that reads nothing but what it is given, and leaves duplicate ids to the validator."""


def write_document(name: str, header: str, text: str, schema: str, root: str = "TEI") -> bytes:
    """The bytes of a TEI file; the header holds `NO_DIGEST` where the file's own digest belongs.

    `text` is what stands after the header: the `text` element, or where `root` is `teiCorpus` its documents.
    """
    schematron = re.sub(r"\.rng$", ".sch", schema)
    instructions = "".join(
        f'<?xml-model href="{href}" type="application/xml" schematypens="{namespace}"?>\n'
        for href, namespace in (
            (schema, "http://relaxng.org/ns/structure/1.0"),
            (schematron, "http://purl.oclc.org/dsdl/schematron"),
        )
    )
    xml = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{instructions}<{root} xmlns="{NAMESPACE}" xml:id="{ncname(name)}">\n'
        f"{header}\n{text}\n</{root}>\n"
    ).encode()
    # By its element: a title may be so many zeros too.
    return DIGEST.sub(lambda found: found[1] + sha256(xml).hexdigest().encode() + found[3], xml, count=1)


def bears_a_digest(tei: bytes) -> bool:
    """Whether teiencode wrote a TEI file at some time: whether it bears a digest."""
    return DIGEST.search(tei) is not None


def was_changed(tei: bytes) -> bool:
    """Whether a TEI file is not, byte for byte, what teiencode wrote (a file that it never wrote counts as changed)."""
    found = DIGEST.search(tei)
    if found is None:
        return True
    blank = tei[: found.start(2)] + NO_DIGEST.encode() + tei[found.end(2) :]
    return sha256(blank).hexdigest().encode() != found[2]


def residue_element(attributes: Mapping[str, str], entries: str) -> str:
    """The `xenoData` with a residue as XML; empty where there is nothing to say."""
    if not entries and set(attributes) <= {"digest"}:
        return ""
    written = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f'<xenoData><residue xmlns="urn:teiencode:residue"{written}>{entries}</residue></xenoData>'
