"""From a file's bytes to its text: byte order marks, the XML declaration, and what to say where neither fits the bytes."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import replace

from teiencode.diagnostic import Diagnostic, LineIndex
from teiencode.validation.codes import BINARY, EMPTY, ENCODING

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks, the longer before those that they begin with."""

_DECLARED = re.compile(rb"""<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']""")

_BLANK = re.compile(rb"[ \t\r\n]*")

_HEAD = 4096
"""In bytes: so much of a file tells whether it is text."""

_PIECE = 1_000_000
"""In bytes: so much is decoded at once to see whether it can be."""


def utf8(data: bytes) -> bytes | Diagnostic:
    """The text of an XML file in UTF-8 without its byte order mark, or the one finding that says why it has none.

    Where the file is that already its own bytes are returned: a large file is not copied.
    """
    encoding, mark = _encoding(data)
    if _BLANK.fullmatch(data, mark):
        return replace(EMPTY.at(None, "The file is empty."), line=1, column=1)
    try:
        decoder = codecs.lookup(encoding)
    except LookupError:
        return _unknown_encoding(data[mark:], encoding)
    is_xml = data[mark:_HEAD].lstrip(b" \t\r\n").startswith(b"<")
    if not is_xml and b"\0" in data[:_HEAD] and not decoder.name.startswith(("utf-16", "utf-32")):
        return replace(BINARY.at(None, "This is a binary file, and no XML."), line=1, column=1)
    body = data[mark:] if mark else data
    try:
        if decoder.name == "utf-8":
            _decode_in_pieces(body)
            return body
        text, _ = decoder.decode(body, "strict")
    except UnicodeDecodeError as error:
        return _undecodable(body, error, decoder.name, mark)
    return text.encode("utf-8", "surrogatepass")


def in_whole_lines(data: bytes) -> Iterator[bytes]:
    """Pieces of a text in UTF-8, each to the end of a line (LF): so no line end and no character is torn."""
    at = 0
    while at < len(data):
        end = data.find(b"\n", at + _PIECE) + 1 or len(data)
        yield data[at:end]
        at = end


def _decode_in_pieces(body: bytes) -> None:
    """Decode UTF-8 and keep nothing of it. Raises `UnicodeDecodeError` with its place in the whole."""
    if body.isascii():
        return
    decoder = codecs.getincrementaldecoder("utf-8")("strict")
    for at in range(0, len(body), _PIECE):
        waiting = len(decoder.getstate()[0])
        try:
            decoder.decode(body[at : at + _PIECE], final=at + _PIECE >= len(body))
        except UnicodeDecodeError as error:
            start = at - waiting + error.start
            raise UnicodeDecodeError("utf-8", body, start, start + error.end - error.start, error.reason) from error


def _encoding(data: bytes) -> tuple[str, int]:
    """The name of the encoding, and the length of the byte order mark."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name, len(mark)
    if data.startswith((b"<\0", b"\0<")):
        return ("utf-16-le" if data[1] == 0 else "utf-16-be"), 0
    declared = _DECLARED.match(data[:1024])
    return (declared[1].decode("ascii") if declared else "utf-8"), 0


def _unknown_encoding(data: bytes, encoding: str) -> Diagnostic:
    """The finding where the XML declaration names an encoding that does not exist."""
    at = max(0, data[:_HEAD].find(b"encoding"))
    cures = ('Write encoding="UTF-8", and save the file as UTF-8.',)
    message = f"The XML declaration names the encoding {encoding!r}, which does not exist."
    line, column = LineIndex(data[:at].decode("ascii", "replace")).place(at)
    return replace(ENCODING.at((at, at + len("encoding")), message, suggestions=cures), line=line, column=column)


def _undecodable(body: bytes, error: UnicodeDecodeError, encoding: str, mark: int) -> Diagnostic:
    """The finding at the first byte that is no text in `encoding`."""
    before = body[: error.start].decode(encoding, "replace")
    finding = ENCODING.at(
        (len(before), len(before) + 1),
        f"The byte 0x{body[error.start]:02X} at offset {error.start + mark} is no {encoding.upper()} text.",
        suggestions=(ENCODING.cure, 'If the file is in another encoding, name it: <?xml version="1.0" encoding="…"?>.'),
    )
    line, column = LineIndex(before).place(len(before))
    return replace(finding, line=line, column=column, end_line=line, end_column=column + 1)
