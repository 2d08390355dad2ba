"""The HTML pages of an edition: the views of each document, and the front page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from saxonche import PyXdmNode

from teiencode.diagnostic import Diagnostic
from teiencode.project import Edition
from teiencode.publishing.codes import STYLESHEET_MESSAGE, UNKNOWN_ELEMENT
from teiencode.publishing.links import NO_LINKS, Links
from teiencode.publishing.stylesheets import Stylesheets

UNTITLED_EDITION = "Edition"


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The document before or after another: its name in addresses, and its title."""

    name: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A document as the edition sets it: its name in addresses, its neighbours, and the forms that its pages link to.

    `whole` is the corpus that it is a part of, where it is one, `logo` the name of the edition's logo (empty: none).
    `links` are where its pointers and images lead. `forms` may hold `pdf`, `epub`, `reading` (the reading text) and `txt` (the
    source).
    """

    name: str
    edition: Edition
    forms: tuple[str, ...] = ()
    previous: Neighbour = Neighbour()
    following: Neighbour = Neighbour()
    logo: str = ""
    whole: Neighbour = Neighbour()
    links: Links = NO_LINKS


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A document as the front page lists it. `header` is its `teiHeader` as XML, `forms` what it is also published as."""

    name: str
    header: str
    forms: tuple[str, ...]


def edition_parameters(edition: Edition) -> dict[str, str]:
    """What the stylesheets are told of the edition."""
    return {
        "edition-title": edition.title or UNTITLED_EDITION,
        "publisher": edition.publisher or "",
        "licence": edition.licence or "",
        "address": f"{edition.address.rstrip('/')}/" if edition.address else "",
        "editors": ", ".join(edition.editors),
        "editor-list": "\n".join(edition.editors),
        "edition-date": edition.date or "",
    }


def document_page(
    view: str, document: PyXdmNode, stylesheets: Stylesheets, setting: Setting
) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """One view (a stylesheet's name) of a parsed document, as HTML, and what the stylesheet did not know.

    Raises `StylesheetError`.
    """
    parameters = edition_parameters(setting.edition) | {
        "name": setting.name,
        "forms": " ".join(setting.forms),
        "previous-name": setting.previous.name,
        "previous-title": setting.previous.title,
        "next-name": setting.following.name,
        "next-title": setting.following.title,
        "logo": setting.logo,
        "whole-name": setting.whole.name,
    }
    html, messages = stylesheets.run(view, document, parameters)
    return html.encode(), unknown_elements(messages)


def edition_document(documents: Iterable[Listed]) -> str:
    """What the stylesheets of the edition as a whole read: a small document with the header of each, in their order."""
    entries = "".join(
        f"<document name={quoteattr(each.name)} forms={quoteattr(' '.join(each.forms))}>{each.header}</document>"
        for each in documents
    )
    return f'<edition xmlns="urn:teiencode:publishing">{entries}</edition>'


def edition_page(
    name: str,
    documents: Iterable[Listed],
    stylesheets: Stylesheets,
    edition: Edition,
    whole: Iterable[str] = (),
    logo: str = "",
    records: Iterable[str] = (),
    searched: bool = False,
) -> bytes:
    """A page of the edition as a whole, by the stylesheet of that name, over the documents in their order.

    `searched`: there is an index of Pagefind.
    `whole` are the forms that the edition has in one file, of `pdf` and `epub`, `records` the names of its records.
    Raises `StylesheetError`.
    """
    document = stylesheets.parse(edition_document(documents))
    own = {"whole": " ".join(whole), "logo": logo, "pagefind": "yes" if searched else "", "records": " ".join(records)}
    html, _ = stylesheets.run(name, document, edition_parameters(edition) | own)
    return html.encode()


def unknown_elements(messages: Iterable[str]) -> tuple[Diagnostic, ...]:
    """A diagnostic for each element that a stylesheet told of: its name, a space, its path.

    Whatever else is told comes from a stylesheet of the edition.
    """
    diagnostics = []
    for message in dict.fromkeys(messages):
        name, _, path = message.partition(" ")
        if not path.startswith("/"):
            diagnostics.append(STYLESHEET_MESSAGE.at(None, message))
            continue
        told = f"the stylesheets do not know the element {name}; its text is shown"
        diagnostics.append(UNKNOWN_ELEMENT.at(None, told, path=path))
    return tuple(diagnostics)
