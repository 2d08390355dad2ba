"""The project file `teiencode.toml`: the edition that the documents belong to, and where things lie.

    [edition]
    title = "The Cuban Missile Crisis: five documents"
    publisher = "…"
    licence = "https://creativecommons.org/publicdomain/zero/1.0/"
    editors = ["…"]
    address = "https://example.org/cuba/"  # where the edition will stand on the web; citations and metadata name it
    contact = "edition@example.org"        # a mail address, for records that must name one
    gateway = "https://example.net/oai"    # that answers for the static repository of OAI-PMH, where there is one
    date = "2026-11-24"                    # of the publication; without it no date is claimed
    [encode]
    sources = "seeds"                      # a folder, or a list of folders, files and patterns
    output = "tei"
    profile = "auto"
    split = "no"                           # several documents in one file: "no", "files" or "corpus"
    schema = "../schema/teiencode.rng"     # the address that xml-model names, as seen from the TEI files
    [validate]
    ignore = []                            # groups and codes
    schema = "schema/letters.rng"          # for files that name none in xml-model
    tei_source = "p5subset.xml"                   # names of elements are explained by it in findings
    catalogue = [{ address = "https://example.org/tei.rng", file = "schema/tei.rng" }]   # for addresses in xml-model
    [publish]
    output = "site"
    formats = ["html", "pdf", "epub"]          # "text": the reading text; "bag": a BagIt file; "pagefind"
    logo = "logo.svg"                          # at the head of every page
    stylesheets = "xslt"                       # the edition's own, which import ours
    images = "images"                          # a folder whose images are published where a TEI file names them
    [publish.colours]                          # and [publish.colours.dark]
    accent = "#1d5a7a"

Paths are taken from the folder that the file lies in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from teiencode.diagnostic import Code, Diagnostic
from teiencode.palette import DARK, LEAST, LIGHT, nearest_readable, unreadable
from teiencode.profile import PROFILES
from teiencode.settings import WRONG_VALUE, Document, Table

FILE_NAME = "teiencode.toml"
FORMATS = ("html", "pdf", "epub", "text", "bag", "pagefind")
DEFAULT_FORMATS = ("html", "pdf", "epub")
SCHEMA = "../schema/teiencode.rng"
DEFAULT_TEI, DEFAULT_SITE = "tei", "site"
"""The folders of an edition's TEI and of its pages, beside its project file, where that names none."""

LOGO_KINDS = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif")

UNREADABLE_COLOURS = Code(
    code="TE973",
    name="unreadable-colours",
    group="project",
    severity="error",
    explanation="Two colours of [publish.colours] are so near one another that many people cannot read what is written in one "
    "on the other. Level AA of WCAG 2.2, which laws ask of public pages, wants a contrast of 4.5 to 1. A colour that is not "
    "named is teiencode's own.",
    cure="take a darker or a lighter one of the two",
)
CODES = (UNREADABLE_COLOURS,)

Split = Literal["no", "files", "corpus"]
SPLITS: tuple[Split, ...] = ("no", "files", "corpus")
"""What may be asked for a file of several documents: one document all the same, a file for each, one `teiCorpus`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What is the same for all documents of an edition, in their headers and on its pages.

    `licence` is an address or words, `address` where the edition stands on the web, `contact` a mail
    address, `gateway` the address of a gateway for OAI-PMH, `date` the publication's (ISO), `schema`
    the address of the RELAX NG grammar that the TEI names, as seen from the TEI files; the Schematron lies beside it with the
    ending `.sch`.
    """

    title: str | None = None
    publisher: str | None = None
    licence: str | None = None
    editors: tuple[str, ...] = ()
    date: str | None = None
    address: str | None = None
    contact: str | None = None
    gateway: str | None = None
    schema: str = SCHEMA


@dataclass(frozen=True, slots=True, kw_only=True)
class EncodeSettings:
    """`[encode]`: the sources (folders, files, patterns), where their TEI goes, the profile, the sources' encoding.

    `split` is what becomes of a source that holds several documents.
    """

    sources: tuple[str, ...] = ()
    output: Path | None = None
    profile: str = "auto"
    encoding: str = "utf-8"
    split: Split = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidateSettings:
    """`[validate]`: the groups and codes that are passed over, and the schemas.

    `schema` is for files that name none; `catalogue` has files for the addresses that `xml-model` names. `tei_source`: TEI's own
    source (p5subset.xml), which says what its elements stand for.
    """

    ignore: tuple[str, ...] = ()
    schema: Path | None = None
    catalogue: tuple[tuple[str, Path], ...] = ()
    tei_source: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How the pages look beside what teiencode gives them: colours by name (those that were chosen), a logo, stylesheets.

    `images` is a folder whose images are published where a TEI file names them, though they do not lie beside it.
    """

    colours: tuple[tuple[str, str], ...] = ()
    dark_colours: tuple[tuple[str, str], ...] = ()
    logo: Path | None = None
    stylesheets: Path | None = None
    images: Path | None = None

    @property
    def in_light(self) -> Mapping[str, str]:
        """All colours of the light scheme."""
        return {**LIGHT, **dict(self.colours)}

    @property
    def in_dark(self) -> Mapping[str, str]:
        """All colours of the dark scheme."""
        return {**DARK, **dict(self.dark_colours)}


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishSettings:
    """`[publish]`: where the pages go, in which formats (`FORMATS`), and how they look."""

    output: Path | None = None
    formats: tuple[str, ...] = DEFAULT_FORMATS
    look: Look = Look()


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A project file. Its paths are taken from the folder `root`; `path` is `None` where there is no such file."""

    path: Path | None = None
    root: Path = Path()
    edition: Edition = Edition()
    encode: EncodeSettings = EncodeSettings()
    validate: ValidateSettings = ValidateSettings()
    publish: PublishSettings = PublishSettings()

    @property
    def tei(self) -> Path:
        """The folder of the TEI."""
        return self.encode.output or self.root / DEFAULT_TEI

    @property
    def site(self) -> Path:
        """The folder of the pages."""
        return self.publish.output or self.root / DEFAULT_SITE


def find_project() -> Path | None:
    """The nearest `teiencode.toml` in the working folder or one above it, if any, as a relative path."""
    folder = Path()
    for _ in Path.cwd().parts:
        if (folder / FILE_NAME).is_file():
            return folder / FILE_NAME
        folder = Path("..", folder)
    return None


def read_project(path: Path) -> tuple[Project, tuple[Diagnostic, ...]]:
    """The project at `path`, and a diagnostic for each slip in it; a key with a slip counts as absent."""
    document = Document(path)
    root = document.root
    folder = path.parent
    edition, encode = root.table("edition"), root.table("encode")
    validate, publish = root.table("validate"), root.table("publish")
    project = Project(
        path=path,
        root=folder,
        edition=Edition(
            title=edition.text("title"),
            publisher=edition.text("publisher"),
            licence=edition.text("licence"),
            editors=edition.texts("editors"),
            date=edition.date("date"),
            address=edition.text("address"),
            contact=edition.text("contact"),
            gateway=edition.text("gateway"),
            schema=encode.text("schema") or SCHEMA,
        ),
        encode=EncodeSettings(
            sources=encode.texts("sources"),
            output=_within(folder, encode, "output"),
            profile=encode.choice("profile", ("auto", *PROFILES)) or "auto",
            encoding=encode.encoding("encoding") or "utf-8",
            split=next((each for each in SPLITS if each == encode.choice("split", SPLITS)), "no"),
        ),
        validate=ValidateSettings(
            ignore=validate.texts("ignore"),
            schema=_within(folder, validate, "schema"),
            tei_source=_within(folder, validate, "tei_source"),
            catalogue=tuple((each.required("address"), folder / each.required("file")) for each in validate.tables("catalogue")),
        ),
        publish=PublishSettings(
            output=_within(folder, publish, "output"),
            formats=publish.choices("formats", FORMATS) or DEFAULT_FORMATS,
            look=_look(folder, publish, document),
        ),
    )
    return project, document.finish()


def _look(folder: Path, publish: Table, document: Document) -> Look:
    light = publish.table("colours")
    dark = light.table("dark")
    look = Look(
        colours=_colours(light),
        dark_colours=_colours(dark),
        logo=_logo(folder, publish, document),
        stylesheets=_within(folder, publish, "stylesheets"),
        images=_within(folder, publish, "images"),
    )
    for colours, chosen, keys in ((look.in_light, look.colours, ()), (look.in_dark, look.dark_colours, ("dark",))):
        for front, ground, contrast in unreadable(colours):
            named = front if front in dict(chosen) else ground
            where = document.span(("publish", "colours", *keys, named))
            told = (
                f"{front} {colours[front]} on {ground} {colours[ground]}{' in the dark' if keys else ''} has a contrast of "
                f"{contrast:.2f} to 1; {LEAST} is the least that can be read"
            )
            cure = f'for example {front} = "{nearest_readable(colours[front], colours[ground])}"'
            document.slips.append(UNREADABLE_COLOURS.at(where, told, suggestions=[cure]))
    return look


def _colours(table: Table) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name in LIGHT if (value := table.colour(name)))


def _logo(folder: Path, publish: Table, document: Document) -> Path | None:
    logo = _within(folder, publish, "logo")
    if logo is not None and logo.suffix.lower() not in LOGO_KINDS:
        where = document.span(("publish", "logo"))
        document.slips.append(WRONG_VALUE.at(where, f"publish.logo must be an image ({', '.join(LOGO_KINDS)})"))
        return None
    return logo


def _within(folder: Path, table: Table, key: str) -> Path | None:
    written = table.text(key)
    return folder / written if written else None
