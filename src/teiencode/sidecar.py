"""The sidecar: `NAME.toml` beside `NAME.txt`, where an editor says what the page does not.

It names the profile, and overrides any part of the header that the program would otherwise conclude from the text:

    profile = "scan"
    images = "https://example.org/reel-3/{nnn}.jpg"
    [header]
    title = "Telegram from the Mission to the United Nations"
    date = "1962-11-21"
    [header.correspondence]
    sent = { from = "Department of State", place = "Washington", date = "1962-11-21" }
    received = { to = "USUN", place = "New York" }

Every key is optional, and an absent one leaves the program's own conclusion as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from teiencode.profile import PROFILES
from teiencode.settings import Document, SettingsError, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrespondenceAction:
    """One side of a letter or telegram: who sent (or received) it, where, when. Empty where the sidecar is silent."""

    names: tuple[str, ...] = ()
    place: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility:
    """Somebody who had a part in the text (`respStmt`): the name, and what was done ("Drafted by")."""

    name: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """An act that `revisionDesc` records, with its ISO date where it is known."""

    date: str | None
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderOverrides:
    """What a sidecar's `[header]` says; `None` and empty tuples mean that it says nothing of that part.

    - `titleStmt`: title, authors, editors, responsibilities.
    - `publicationStmt`: publisher, identifiers (type and value, beside the document's own name), licence (an address,
      or words), published (ISO).
    - `sourceDesc`: repository, collection, shelfmark (its `idno`), source (the source note), history (how it was
      drafted, cleared and approved).
    - `encodingDesc/editorialDecl`: editorial (a paragraph each).
    - `profileDesc`: date (ISO), language (BCP 47), sent, received, classification, keywords.
    - `revisionDesc`: changes.
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    publisher: str | None = None
    identifiers: tuple[tuple[str, str], ...] = ()
    licence: str | None = None
    published: str | None = None
    repository: str | None = None
    collection: str | None = None
    shelfmark: str | None = None
    source: str | None = None
    history: tuple[str, ...] = ()
    editorial: tuple[str, ...] = ()
    date: str | None = None
    language: str | None = None
    sent: CorrespondenceAction | None = None
    received: CorrespondenceAction | None = None
    classification: str | None = None
    keywords: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sidecar:
    """An editor's decisions on one document: the profile (`None`: as elsewhere), and the parts of the header.

    `images` is the pattern of the addresses of its pages' images, with `{n}` for the page's number.
    """

    profile: str | None = None
    images: str | None = None
    header: HeaderOverrides = HeaderOverrides()


def read_sidecar(path: Path) -> Sidecar:
    """The sidecar at `path`.

    Raises `SettingsError` with a diagnostic for each slip: a sidecar is used whole or not at all.
    """
    document = Document(path)
    root = document.root
    sidecar = Sidecar(
        profile=root.choice("profile", ("auto", *PROFILES)),
        images=root.pattern("images"),
        header=_header(root.table("header")),
    )
    slips = document.finish()
    if slips:
        raise SettingsError(slips)
    return sidecar


def _header(table: Table) -> HeaderOverrides:
    correspondence = table.table("correspondence")
    return HeaderOverrides(
        title=table.text("title"),
        authors=table.texts("authors"),
        editors=table.texts("editors"),
        responsibilities=tuple(
            Responsibility(name=each.required("name"), role=each.required("role")) for each in table.tables("responsibilities")
        ),
        publisher=table.text("publisher"),
        identifiers=table.pairs("identifiers"),
        licence=table.text("licence"),
        published=table.date("published"),
        repository=table.text("repository"),
        collection=table.text("collection"),
        shelfmark=table.text("shelfmark"),
        source=table.text("source"),
        history=table.texts("history"),
        editorial=table.texts("editorial"),
        date=table.date("date"),
        language=table.language("language"),
        sent=_action(correspondence, "sent", "from"),
        received=_action(correspondence, "received", "to"),
        classification=table.text("classification"),
        keywords=table.texts("keywords"),
        changes=tuple(Change(date=each.date("date"), note=each.required("note")) for each in table.tables("changes")),
    )


def _action(correspondence: Table, kind: str, name_key: str) -> CorrespondenceAction | None:
    table = correspondence.table(kind)
    action = CorrespondenceAction(names=table.texts(name_key), place=table.text("place"), date=table.date("date"))
    return None if action == CorrespondenceAction() else action
