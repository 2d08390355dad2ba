"""What an edition as a whole tells other machines: a feed, its correspondence, its pages, its records for harvesters.

atom.xml     Atom (RFC 4287)
cmif.xml     Correspondence Metadata Interchange Format, for correspSearch; needs address and licence
sitemap.xml  sitemaps.org; needs the edition's address
oai.xml      a static repository for OAI-PMH; needs the edition's address and contact
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from xml.sax.saxutils import quoteattr

from teiencode.diagnostic import Diagnostic
from teiencode.project import Edition
from teiencode.publishing.codes import NO_ADDRESS
from teiencode.publishing.document import day_of
from teiencode.publishing.epub import identifier_of
from teiencode.publishing.pages import edition_parameters
from teiencode.publishing.stylesheets import RECORD_NAMES, Stylesheets

WEB_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`/]+(/[^\s<>\"{}|\\^`]*)?")
MAIL_ADDRESS = re.compile(r"[^\s@]+@[^\s@.]+(\.[^\s@.]+)+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A document as the records of its edition have it.

    `day` is when it was last changed, as far as that is known, `published` the day of its publication or nothing.
    """

    name: str
    header: str
    forms: tuple[str, ...]
    day: str
    published: str


def possible_records(edition: Edition) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """The names of the records that can be made of an edition, and a diagnostic for each that lacks something."""
    possible: list[str] = []
    diagnostics: list[Diagnostic] = []
    for name in RECORD_NAMES:
        lacking = [key for key in NEEDED.get(name, ()) if not _is_given(edition, key)]
        if lacking:
            keys = " and ".join(f"[edition] {key}" for key in lacking)
            diagnostics.append(NO_ADDRESS.at(None, f"{name}.xml is not made: it needs {keys} in teiencode.toml"))
        else:
            possible.append(name)
    return tuple(possible), tuple(diagnostics)


NEEDED = {"cmif": ("address", "licence"), "sitemap": ("address",), "oai": ("address", "contact")}
"""What of the edition a record cannot be without."""


def _is_given(edition: Edition, key: str) -> bool:
    if key == "contact":
        return bool(MAIL_ADDRESS.fullmatch(edition.contact or ""))
    return bool(WEB_ADDRESS.fullmatch((edition.address if key == "address" else edition.licence) or ""))


def edition_record(name: str, documents: Iterable[Recorded], stylesheets: Stylesheets, *, edition: Edition, day: str) -> bytes:
    """The record of that name of an edition, last changed on `day`, as an XML file. Raises `StylesheetError`."""
    entries = "".join(map(partial(_entry, edition), documents))
    attributes = {"day": day, "published": day_of(edition.date or ""), "identifier": identifier_of(edition)}
    parameters = edition_parameters(edition) | {"contact": edition.contact or "", "gateway": edition.gateway or ""}
    record, _ = stylesheets.run(
        name,
        stylesheets.parse(f'<edition xmlns="urn:teiencode:publishing"{_written(attributes)}>{entries}</edition>'),
        parameters,
    )
    return record.encode()


def _entry(edition: Edition, document: Recorded) -> str:
    attributes = {
        "name": document.name,
        "forms": " ".join(document.forms),
        "day": document.day,
        "published": document.published,
        "identifier": identifier_of(edition, document.name),
    }
    return f"<document{_written(attributes)}>{document.header}</document>"


def _written(attributes: Mapping[str, str]) -> str:
    return "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items())
