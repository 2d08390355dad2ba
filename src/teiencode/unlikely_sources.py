"""Sources that hardly anybody means to encode: a text with no words, XML, whose tags would be words, and a file's name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiencode.diagnostic import Code, Diagnostic
from teiencode.reading import WHITE

NO_WORDS = Code(
    "TE012",
    "no-words",
    "text",
    "warning",
    "The source is empty, or holds nothing but white space. Its TEI is valid, and has no text.",
    "See whether the transcription was saved, and whether this is its file.",
)
MARKUP = Code(
    "TE013",
    "source-is-markup",
    "text",
    "warning",
    "The source begins as XML or HTML does. An encoder reads transcriptions: each tag stands in the TEI as words of the text.",
    "A TEI file is read by teiencode validate, decode and publish; of a web page save the text alone.",
)
NAME = Code(
    "TE015",
    "source-is-a-name",
    "text",
    "warning",
    "The source is one word, and looks like the name of a file: in Python a str is the text itself.",
    'Give the path of the file: encode(Path("letter.txt")).',
)
CODES = (NO_WORDS, MARKUP, NAME)

BEGINS_AS_MARKUP = re.compile(r"[\s\ufeff]*(<(?:\?xml|!DOCTYPE|TEI|teiCorpus|html)\b[^<>\n]{0,60}>?)", re.IGNORECASE)

FILE_NAME = re.compile(r"\s*(\S{1,200}\.(?:txt|md|xml))\s*", re.IGNORECASE)


def unlikely(text: str) -> Iterator[Diagnostic]:
    """Yield why a text is hardly a transcription, where it is none."""
    if not text.strip(WHITE):
        yield NO_WORDS.at(None, "the text is empty")
    elif markup := BEGINS_AS_MARKUP.match(text):
        yield MARKUP.at(markup.span(1), "this begins as XML or HTML does, and is encoded as if its tags were words of the text")
    elif name := FILE_NAME.fullmatch(text):
        yield NAME.at(name.span(1), f"the whole text is “{name[1]}”, as the name of a file would be")
