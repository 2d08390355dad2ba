"""The PDF of a document: Typst markup by stylesheet, set by the `typst` package with its own fonts, the same bytes each time."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

from saxonche import PyXdmNode

from teiencode import resources
from teiencode.diagnostic import Diagnostic
from teiencode.project import Edition
from teiencode.publishing.codes import NO_GLYPH, NOT_IN_PRINT
from teiencode.publishing.document import Document, day_of
from teiencode.publishing.images import Image
from teiencode.publishing.pages import edition_parameters, unknown_elements
from teiencode.publishing.streams import with_plain_ends
from teiencode.publishing.stylesheets import Stylesheets

if TYPE_CHECKING:
    import typst

STANDARDS: tuple[Literal["ua-1"], Literal["a-3a"]] = ("ua-1", "a-3a")
"""PDF/UA-1: tagged, so that a screen reader can follow it. PDF/A-3a: for the archive, with the TEI as an attached file."""

LOOK = "edition.typ"
PROBE = f'#import "/{LOOK}": *\n#show: edition-document.with(title: "Probe", date: datetime(year: 1970, month: 1, day: 1))\n'
NOTHING: Mapping[str, Any] = MappingProxyType({})

UNDATED = "1970-01-01"
"""The day that stands for none: the first of the clocks that computers use."""

_YEAR_AND_MONTH = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]))?(?![-\d])")
_WITHOUT_GLYPH = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
# An archive forbids them: nobody can know in later times what they meant.
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
_ESCAPE = re.compile(r"\\u\{([0-9a-fA-F]+)\}|\\(.)")
_ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class Attachment:
    """The TEI file that a PDF carries in it: its name there, and its text."""

    name: str
    text: str


class TypesettingError(RuntimeError):
    """Markup that Typst refuses: a fault of the stylesheet."""


def is_available() -> bool:
    """Whether the package that sets PDF is installed."""
    from importlib.util import find_spec

    return find_spec("typst") is not None


def pdf_day(document: Document, edition: Edition) -> str:
    """The day that the PDF bears: SOURCE_DATE_EPOCH where it is set, the publication's, else the document's.

    PDF/A asks for a day: of a year or month it is the first, and where nothing is known `UNDATED`.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    return document.published or day_of(edition.date or "") or day_of(document.date) or first_day(document.date)


def first_day(date: str) -> str:
    """The first day of an ISO year or month; `UNDATED` where there is no year."""
    match = _YEAR_AND_MONTH.match(date)
    return f"{match[1]}-{match[2] or '01'}-01" if match else UNDATED


def attachment_of(name: str, data: bytes, document: Document) -> Attachment:
    """The TEI file for its PDF, byte for byte; one in another encoding than UTF-8 as what was read of it."""
    try:
        return Attachment(f"{name}.xml", data.decode("utf-8"))
    except UnicodeDecodeError:
        return Attachment(f"{name}.xml", document.xml)


def document_pdf(
    document: PyXdmNode,
    stylesheets: Stylesheets,
    *,
    edition: Edition,
    day: str,
    attached: Attachment | None = None,
    images: Iterable[Image] = (),
) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The PDF of a parsed document with its images, dated `day`, and what could not be shown.

    Raises `OSError`, `StylesheetError`, `TypesettingError`.
    """
    pictures, refused = pictures_of(images)
    parameters = edition_parameters(edition) | {
        "date": day,
        "attached": attached.name if attached else "",
        "refused": "\n".join(image.packed for image in refused),
    }
    markup, messages = stylesheets.run("print", document, parameters)
    pdf, missing = typeset(markup, {"tei": attached.text} if attached else {}, pictures=pictures)
    diagnostics = unknown_elements(messages)
    for image in refused:
        diagnostics += (NOT_IN_PRINT.at(None, f"the PDF has the name of the image {image.path} in its place"),)
    if missing:
        codes = ", ".join(f"U+{ord(character):04X}" for character in missing)
        diagnostics += (NO_GLYPH.at(None, f"the PDF shows codes for characters that its fonts lack: {codes}"),)
    return pdf, diagnostics


def without_glyph(text: str) -> str:
    """The characters of a text that no font has. Each is tried once, so this is quick where the text is long.

    Raises `TypesettingError`.
    """
    characters = "".join(sorted(set(text)))
    escaped = characters.replace("\\", "\\\\").replace('"', '\\"')
    return typeset(f'{PROBE}#"{escaped}";')[1]


def pictures_of(images: Iterable[Image]) -> tuple[dict[str, bytes], tuple[Image, ...]]:
    """The images that the typesetter takes, by the names under which the markup has them, and those that it refuses.

    It refuses what is damaged, and colours that an archive may not have (CMYK). Raises `OSError`.
    """
    from typst import TypstError

    pictures: dict[str, bytes] = {}
    refused = []
    for image in images:
        if image.packed in pictures or image in refused:
            continue
        try:
            data = image.file.read_bytes()
            if not image.packed:
                refused.append(image)
                continue
            with_standards(f'{PROBE}#image("/{image.packed}", alt: "Probe")', {}, "", {image.packed: data})
        except TypstError:
            refused.append(image)
        else:
            pictures[image.packed] = data
    return pictures, tuple(refused)


def typeset(
    markup: str,
    inputs: Mapping[str, str] = NOTHING,
    missing: str = "",
    pictures: Mapping[str, bytes] = NOTHING,
) -> tuple[bytes, str]:
    """The PDF of Typst markup, and the characters that no font has, which stand as their codes. Raises `TypesettingError`.

    `inputs` are what the markup reads in `sys.inputs`, `pictures` the images that it names. `missing` are characters of which it
    is known already.
    """
    from typst import TypstError

    missing = "".join(sorted({*_PRIVATE.findall(markup), *missing}))
    for _ in range(_ATTEMPTS):
        try:
            pdf = with_standards(markup, inputs, missing, pictures)
        except TypstError as error:
            found = _characters_without_glyph(error.diagnostic)
            if found <= set(missing):
                raise TypesettingError(error.diagnostic) from None
            missing = "".join(sorted(found | set(missing)))
        else:
            return with_plain_ends(pdf), missing
    raise TypesettingError("characters without a glyph turned up again and again")


def with_standards(markup: str, inputs: Mapping[str, str], missing: str, pictures: Mapping[str, bytes] = NOTHING) -> bytes:
    """One run of the typesetter: a PDF by both standards, with codes for the `missing` characters. Raises `TypstError`."""
    with _root(pictures) as root:
        pdf = _compiler().compile(
            input=markup.encode(),
            format="pdf",
            timestamp=0,
            pdf_standards=list(STANDARDS),
            sys_inputs={**inputs, "missing": _character_class(missing)},
            root=root,
        )
    assert isinstance(pdf, bytes)
    return pdf


@contextmanager
def _root(pictures: Mapping[str, bytes]) -> Iterator[Path]:
    """The one folder that the typesetter reads from: that of the stylesheets, or one of the look and the pictures."""
    own = Path(resources.folder("xslt"))
    if not pictures:
        yield own
        return
    with TemporaryDirectory(prefix="teiencode-") as folder:
        root = Path(folder)
        (root / LOOK).write_bytes((own / LOOK).read_bytes())
        for name, data in pictures.items():
            (root / name).parent.mkdir(exist_ok=True)
            (root / name).write_bytes(data)
        yield root


def _characters_without_glyph(diagnostic: str) -> set[str]:
    return {
        character
        for text in _WITHOUT_GLYPH.findall(diagnostic)
        for character in _ESCAPE.sub(lambda match: chr(int(match[1], 16)) if match[1] else match[2], text)
    }


def _character_class(characters: str) -> str:
    """The inside of a regular expression's character class."""
    return "".join(f"\\x{{{ord(character):x}}}" for character in characters)


@cache
def _compiler() -> typst.Compiler:
    import typst

    fonts = typst.Fonts(include_system_fonts=False)
    return typst.Compiler(root=Path(resources.folder("xslt")), font_paths=fonts, ignore_system_fonts=True)
