"""From a file's bytes to its text: byte order marks, the XML declaration, and what to say where neither fits the bytes."""

from __future__ import annotations

import codecs
import re
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


def decode_text(data: bytes) -> str | Diagnostic:
    """The text of an XML file without its byte order mark, or the one finding that says why it has none."""
    if not data.strip(b" \t\r\n"):
        return replace(EMPTY.at(None, "The file is empty."), line=1, column=1)
    encoding, mark = _encoding(data)
    try:
        decoder = codecs.lookup(encoding)
    except LookupError:
        message = f"The XML declaration names the encoding {encoding!r}, which does not exist."
        return replace(ENCODING.at(None, message), line=1, column=1)
    is_xml = data[mark:].lstrip(b" \t\r\n").startswith(b"<")
    if not is_xml and b"\0" in data[:4096] and not decoder.name.startswith(("utf-16", "utf-32")):
        return replace(BINARY.at(None, "This is a binary file, and no XML."), line=1, column=1)
    try:
        text, _ = decoder.decode(data[mark:], "strict")
    except UnicodeDecodeError as error:
        return _undecodable(data[mark:], error, decoder.name, mark)
    return text


def _encoding(data: bytes) -> tuple[str, int]:
    """The name of the encoding, and the length of the byte order mark."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name, len(mark)
    if data.startswith((b"<\0", b"\0<")):
        return ("utf-16-le" if data[1] == 0 else "utf-16-be"), 0
    declared = _DECLARED.match(data[:1024])
    return (declared[1].decode("ascii") if declared else "utf-8"), 0


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
