"""What a document says of itself, as far as a TEI header can state it: plain values, and no opinion."""

from __future__ import annotations

from dataclasses import dataclass

from teiencode.dates import UNDATED, Dating


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One side of a letter or telegram: the names as they are written, the place, the time."""

    names: tuple[str, ...] = ()
    place: str | None = None
    dating: Dating = UNDATED
    date_text: str | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing is known of it; words that name no date are nothing."""
        return not (self.names or self.place or self.dating.stated)


NOBODY = Party()
"""A side of which nothing is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """Somebody who had a part in the text: what was done (`Drafted by`), and the name as it is written."""

    role: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """An act of declassification or release: the stamp's words on one line (initials too), and its date."""

    text: str
    dating: Dating = UNDATED


@dataclass(frozen=True, slots=True, kw_only=True)
class Classification:
    """Levels (`top-secret`, `secret` …) in the order of the page, and handling marks (`NIACT`, `Eyes Only`) as written."""

    levels: tuple[str, ...] = ()
    handling: tuple[str, ...] = ()


UNMARKED = Classification()
"""No level and no mark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything that the header states about one document.

    `message` is a telegram's number (`1991`). `source` is the source note as it stands on
    the page; `history` holds its sentences on drafting, clearance and approval, verbatim. `categories` are the ids of
    the exemptions that the text's gaps name (`foia-b1`, `eo12356-a3`). `language` is a BCP 47 tag, `und` where unknown.
    No string is blank: what is not known is None or absent.
    """

    title: str | None = None
    message: str | None = None
    created: Dating = UNDATED
    created_text: str | None = None
    sent: Party = NOBODY
    received: Party = NOBODY
    authors: tuple[str, ...] = ()
    source: str | None = None
    repository: str | None = None
    collection: str | None = None
    shelfmark: str | None = None
    history: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    classification: Classification = UNMARKED
    releases: tuple[Release, ...] = ()
    archive_marks: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    language: str = "und"
