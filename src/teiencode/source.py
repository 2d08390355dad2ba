"""The text as it came: decoded, with offsets and its digest, and never normalised.

Two facts of a file are kept as flags beside the text, so that no rule meets them: a byte order mark at its start, and line
ends that are CRLF throughout. `Source.offset` takes an offset of the text back to the file as it came.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from teiencode.diagnostic import LineIndex

BOM = "\ufeff"
MIXED_LINE_ENDS = re.compile(r"\r(?!\n)|(?<!\r)\n")


class SourceError(ValueError):
    """A source that cannot be read as text: where and what (`what`), and how to mend it (`cure`)."""

    def __init__(self, what: str, cure: str | None = None) -> None:
        """Hold both apart; the message is the two together."""
        super().__init__(f"{what}; {cure}" if cure else what)
        self.what = what
        self.cure = cure


@dataclass(frozen=True)
class Source:
    """A source: `text` without its byte order mark, uniform CRLF as LF; offsets count characters of `text` from 0."""

    text: str
    sha256: str
    encoding: str = "utf-8"
    bom: bool = False
    crlf: bool = False

    @cached_property
    def as_it_came(self) -> str:
        """The whole text with its byte order mark and its own line ends."""
        text = self.text.replace("\n", "\r\n") if self.crlf else self.text
        return BOM + text if self.bom else text

    @cached_property
    def _line_starts(self) -> Sequence[int]:
        return LineIndex(self.text).starts

    def offset(self, at: int) -> int:
        """The offset in the file as it came (in characters) of an offset in `text`."""
        lines_before = bisect_right(self._line_starts, at) - 1 if self.crlf else 0
        return at + lines_before + self.bom

    def data(self) -> bytes:
        """The bytes that the source was read from."""
        return self.as_it_came.encode(self.encoding)


def is_text_encoding(name: str) -> bool:
    """Whether Python knows `name` as an encoding of text; some of its names turn bytes into bytes, or refuse everything."""
    try:
        b"a".decode(name)
    except (LookupError, ValueError):
        # UTF-16 and the like have no character in one byte, and are encodings all the same.
        return _holds_text(name)
    return True


def _holds_text(name: str) -> bool:
    try:
        return "a".encode(name).decode(name) == "a"
    except (LookupError, ValueError):
        return False


def read_source(source: str | bytes | Path, encoding: str = "utf-8") -> Source:
    """Read a text, bytes or a file.

    Raises `SourceError` where bytes are not of the encoding, or where the encoding would not give the same bytes back,
    and where a `str` holds a lone surrogate, which no file can hold; `OSError` where a file cannot be read.
    """
    if isinstance(source, str):
        return _from_text(source)
    data = source.read_bytes() if isinstance(source, Path) else source
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        what = f"byte 0x{data[error.start]:02X} at offset {error.start} is not {encoding}"
        raise SourceError(what, _guess(data)) from None
    except (LookupError, UnicodeError):
        raise SourceError(f"no encoding of text is called {encoding!r}", "try utf-8, windows-1252 or iso-8859-1") from None
    if encoding.lower().replace("_", "-") not in ("utf-8", "utf8") and not _comes_back(text, encoding, data):
        raise SourceError(
            f"read as {encoding} this file does not come back byte for byte, so it cannot be encoded without loss",
            "convert it to UTF-8 first",
        )
    return _flagged(text, sha256(data).hexdigest(), encoding.lower())


def _comes_back(text: str, encoding: str, data: bytes) -> bool:
    try:
        return text.encode(encoding) == data
    except UnicodeError:
        return False


def _guess(data: bytes) -> str:
    """What the bytes look like, and what to do."""
    for mark, name in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return f"it begins like UTF-16: try --encoding {name}"
    if b"\0" in data:
        return "its zero bytes say that it is no text file: export the text from the program that made it"
    return "name the file's own encoding with --encoding, for example --encoding windows-1252"


def _from_text(text: str) -> Source:
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise SourceError(f"lone surrogate U+{ord(text[error.start]):04X} at offset {error.start}") from None
    return _flagged(text, sha256(data).hexdigest(), "utf-8")


def _flagged(text: str, digest: str, encoding: str) -> Source:
    bom = text.startswith(BOM)
    if bom:
        text = text[1:]
    crlf = "\r\n" in text and MIXED_LINE_ENDS.search(text) is None
    if crlf:
        text = text.replace("\r\n", "\n")
    return Source(text, digest, encoding, bom, crlf)
