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
    [pages]
    1 = "17"
    [[lines]]
    words = "CHAPTER II."
    kind = "head"
    [[calls]]
    words = "on that day.2"
    note = "2"
    [[corrections]]
    words = "recieved"
    correct = "received"

Every key is optional, and an absent one leaves the program's own conclusion as it is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from teiencode.diagnostic import Place
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
class Words:
    """Words of the text that a decision is about; `line` (from 1) tells them apart where they stand more than once.

    White space may be any. `place` is where the sidecar has them.
    """

    words: str
    line: int | None = None
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineDecision(Words):
    """What the lines that hold the words are: one of `LINE_KINDS`."""

    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallDecision(Words):
    """A note is called where the words end; its sign may be their end, or be lost."""

    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction(Words):
    """The words are a fault, and should read `correct`."""

    correct: str


LINE_KINDS = (
    "paragraph",
    "head",
    "dateline",
    "salute",
    "address",
    "closing",
    "closing dateline",
    "signature",
    "postscript",
    "trailer",
    "field",
    "handling",
    "annotation",
    "header",
    "footer",
    "page number",
    "stamp",
)
"""What an editor may say that lines are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sidecar:
    """An editor's decisions on one document: the profile (`None`: as elsewhere), the parts of the header, and the text.

    `images` is the pattern of the addresses of its pages' images, with `{n}` for the page's number. `pages` are numbers of
    pages by their count in the text, from 1; those after one count on.
    """

    profile: str | None = None
    images: str | None = None
    header: HeaderOverrides = HeaderOverrides()
    pages: tuple[tuple[int, str], ...] = ()
    lines: tuple[LineDecision, ...] = ()
    calls: tuple[CallDecision, ...] = ()
    corrections: tuple[Correction, ...] = ()

    @property
    def decides_on_the_text(self) -> bool:
        """Whether it says anything of the text itself."""
        return bool(self.pages or self.lines or self.calls or self.corrections)


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
        pages=root.numbered("pages"),
        lines=tuple(
            LineDecision(words=_words(each), line=each.number("line"), place=each.place("words"), kind=_kind(each))
            for each in root.tables("lines")
        ),
        calls=tuple(
            CallDecision(words=_words(each), line=each.number("line"), place=each.place("words"), note=each.label("note"))
            for each in root.tables("calls")
        ),
        corrections=tuple(
            Correction(words=_words(each), line=each.number("line"), place=each.place("words"), correct=each.required("correct"))
            for each in root.tables("corrections")
        ),
    )
    slips = document.finish()
    if slips:
        raise SettingsError(slips)
    return sidecar


def _words(table: Table) -> str:
    return table.required("words")


def _kind(table: Table) -> str:
    if not table.required("kind"):
        return ""
    return table.choice("kind", LINE_KINDS) or ""


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
