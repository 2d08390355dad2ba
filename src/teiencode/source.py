"""The text as it came: decoded, with offsets and its digest, and never normalised.

Two facts of a file are kept as flags beside the text, so that no rule meets them: a byte order mark at its start, and line
ends that are CRLF throughout. `Source.offset` takes an offset of the text back to the file as it came.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from teiencode.diagnostic import LineIndex

BOM = "\ufeff"
MIXED_LINE_ENDS = re.compile(r"\r(?!\n)|(?<!\r)\n")


class SourceError(ValueError):
    """A source that cannot be read as text; the message says where, what, and how to mend it."""


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
    def _line_starts(self) -> list[int]:
        return LineIndex(self.text).starts

    def offset(self, at: int) -> int:
        """The offset in the file as it came (in characters) of an offset in `text`."""
        lines_before = bisect_right(self._line_starts, at) - 1 if self.crlf else 0
        return at + lines_before + self.bom

    def data(self) -> bytes:
        """The bytes that the source was read from."""
        return self.as_it_came.encode(self.encoding)


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
        raise SourceError(
            f"byte 0x{data[error.start]:02X} at offset {error.start} is not {encoding}; "
            "name the file's own encoding with --encoding, for example --encoding windows-1252"
        ) from None
    except LookupError:
        raise SourceError(f"no encoding is called {encoding!r}; try utf-8, windows-1252, iso-8859-1 or utf-16") from None
    if encoding.lower().replace("_", "-") not in ("utf-8", "utf8") and text.encode(encoding) != data:
        raise SourceError(
            f"read as {encoding} this file does not come back byte for byte, so it cannot be encoded without loss; "
            "convert it to UTF-8 first"
        )
    return _flagged(text, sha256(data).hexdigest(), encoding.lower())


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
