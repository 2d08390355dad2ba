"""EPUB 3.3 of a document, and of a whole edition: stylesheets make the files, this packs them, the same bytes each time.

    mimetype, META-INF/container.xml
    EPUB/package.opf  nav.xhtml  epub.css  text.xhtml  images/ of a document
    EPUB/package.opf  nav.xhtml  epub.css  title.xhtml  text-1.xhtml  text-2.xhtml …     of an edition

An edition takes the text of each document out of the document's own EPUB, so that what has not changed is not made again.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import quoteattr

from lxml import etree

from teiencode import resources
from teiencode.project import Edition
from teiencode.publishing.archive import packed
from teiencode.publishing.document import day_of
from teiencode.publishing.pages import edition_parameters
from teiencode.publishing.pdf import UNDATED
from teiencode.publishing.stylesheets import Stylesheets

MIMETYPE = b"application/epub+zip"
TEXT = "text.xhtml"
STYLE = "epub.css"
EDITION_EPUB = "edition.epub"
NO_FILES: Mapping[str, bytes] = MappingProxyType({})
XHTML = "{http://www.w3.org/1999/xhtml}"
POINTING = "data-document"
"""The attribute of a link that leads to another document: that document's name."""

_ID = re.compile(r'\sid="([^"]+)"')

CONTAINER = b"""<?xml version="1.0" encoding="UTF-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
  <rootfiles>
    <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A document in an EPUB: its name in the edition, its `teiHeader` as XML, its text as XHTML, its images by their names."""

    name: str
    header: str
    text: str
    images: tuple[tuple[str, bytes], ...] = ()


def identifier_of(edition: Edition, name: str = "") -> str:
    """The identifier of a document, or of the edition where there is no `name`: a URN that stays as long as these names do.

    It is made of the edition's address, or of its title where it has no address (RFC 9562, a UUID of version 5).
    """
    stem = edition.address.rstrip("/") if edition.address else f"urn:teiencode:{edition.title or ''}"
    return uuid5(NAMESPACE_URL, f"{stem}/{name}").urn


def edition_day(days: Iterable[str], edition: Edition) -> str:
    """The day on which an edition was last changed: the newest of its documents' `days`, else the edition's own."""
    return max((day for day in days if day != UNDATED), default=day_of(edition.date or "") or UNDATED)


def document_epub(
    content: Content, stylesheets: Stylesheets, *, edition: Edition, day: str, images: Mapping[str, bytes] = NO_FILES
) -> bytes:
    """The EPUB of one document, last changed on `day` (ISO), with its images by their names in it. Raises `StylesheetError`."""
    files = _package([(content, TEXT)], stylesheets, edition=edition, name=content.name, day=day)
    return _packed({**files, TEXT: content.text.encode(), **images})


def edition_epub(contents: Iterable[Content], stylesheets: Stylesheets, *, edition: Edition, day: str) -> bytes:
    """The EPUB of all documents of an edition, in their order. Raises `StylesheetError`."""
    named = {content.name: (content, f"text-{number}.xhtml") for number, content in enumerate(contents, 1)}
    files_of = {name: (file, frozenset(_ID.findall(content.text))) for name, (content, file) in named.items()}
    placed = [(replace(content, text=_linked(content.text, files_of)), file) for content, file in named.values()]
    files = _package(placed, stylesheets, edition=edition, name="", day=day)
    images = {name: data for content, _ in placed for name, data in content.images}
    return _packed({**files, **{file: content.text.encode() for content, file in placed}, **images})


def _linked(text: str, files: Mapping[str, tuple[str, Collection[str]]]) -> str:
    """The text with links to the other documents; `files` are their files in the EPUB, with the ids in them, by their names."""
    if POINTING not in text:
        return text
    root = etree.fromstring(text.encode())
    for each in root.iter(etree.Element):
        if POINTING in each.attrib:
            file, ids = files.get(str(each.attrib.pop(POINTING)), ("", ()))
            place = str(each.attrib.pop("data-place", ""))
            if file:
                each.tag = f"{XHTML}a"
                each.set("href", f"{file}#{place}" if place in ids else file)
    return etree.tostring(root, encoding="unicode", doctype="<!DOCTYPE html>")


def content_of(epub: Path, name: str, header: str) -> Content:
    """The text and the images of a document as its EPUB has them. Raises `OSError`."""
    try:
        with zipfile.ZipFile(epub) as archive:
            images = tuple(
                (each.removeprefix("EPUB/"), archive.read(each)) for each in archive.namelist() if each.startswith("EPUB/images/")
            )
            return Content(name=name, header=header, text=archive.read(f"EPUB/{TEXT}").decode(), images=images)
    except (zipfile.BadZipFile, KeyError, UnicodeDecodeError) as error:
        raise OSError(f"is no EPUB of a document: {error}") from error


def _package(
    placed: Iterable[tuple[Content, str]], stylesheets: Stylesheets, *, edition: Edition, name: str, day: str
) -> dict[str, bytes]:
    """The package document, the navigation and, for an edition (no `name`), the title page."""
    entries = "".join(
        f"<document name={quoteattr(content.name)} file={quoteattr(file)}>{content.header}{_root(content.text)}</document>"
        for content, file in placed
    )
    document = stylesheets.parse(f'<edition xmlns="urn:teiencode:publishing">{entries}</edition>')
    parameters = edition_parameters(edition) | {
        "identifier": identifier_of(edition, name),
        "modified": f"{day}T00:00:00Z",
        "whole": "" if name else "yes",
    }
    files, _ = stylesheets.run("epub-package", document, parameters)
    parser = etree.XMLParser(huge_tree=True, resolve_entities=False)
    return {each.get("name", ""): (each.text or "").encode() for each in etree.fromstring(files.encode(), parser)}


def _root(xhtml: str) -> str:
    """An XHTML file without its declaration and its document type."""
    return xhtml[xhtml.index("<html") :]


def _packed(files: Mapping[str, bytes]) -> bytes:
    style = (resources.folder("xslt") / STYLE).read_bytes()
    below = {f"EPUB/{name}": data for name, data in {**files, STYLE: style}.items()}
    return packed({"META-INF/container.xml": CONTAINER, **below}, first=("mimetype", MIMETYPE))
