"""The TEI file line by line beside the source it was made of, as a small XML document that `tei.xsl` makes a page of.

    <t:proof xmlns:t="urn:teiencode:publishing"> teiHeader
      <t:row line="12" part="text">
        <t:tei>spans of the page, and text</t:tei> <t:source><t:line number="7" at="120">words</t:line> …</t:source>
      </t:row> …
    </t:proof>

In `tei` the spans are those of the page (`tag` with `name`, `attribute`, `value` in it; `comment`), for a page has thousands of
them. One with `data-at` is text of the TEI that stands character by character in the source from there on; a tag has the span of
its element, `data-from` and `data-to`. Offsets are characters of the source from 0. So a page can show a word of one side on the
other.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from teiencode.decode import Decoded
from teiencode.diagnostic import LineIndex
from teiencode.tei.document import PARSER
from teiencode.tei.paths import element_paths
from teiencode.tei.unwriter import local_name

Span = tuple[int, int]

_TOKEN = re.compile(
    r"""<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>|<!DOCTYPE(?:[^\[>]|\[.*?\])*>|<(?:[^<>"']|"[^"]*"|'[^']*')*>|[^<]+""", re.DOTALL
)
_TAG_PART = re.compile(r"""(</?|/?>|[^\s=<>/"']+(?=\s*=)|"[^"]*"|'[^']*'|[^\s=<>/"']+|[\s=/]+)""")
_PIECE = re.compile(r"&[^;\s]*;|[^\s&]+")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_SPECIAL = re.compile("[&<>\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_NEAR = 1000
"""How far a word may stand from the one before it: signs and white space are between them, and no more."""


@dataclass(slots=True)
class _Open:
    """An element that is open: its span of the source, how far its text has been found there, whether it stands elsewhere
    than the element around it (then with the sign that stands in its place), and whether it is of the source at all."""

    span: Span
    at: int
    moved: bool
    label: str | None
    found_in_source: bool


@dataclass(slots=True)
class _Line:
    """A line of the TEI file as markup, the first place of the source that it holds, and the notes in it that stand elsewhere."""

    markup: list[str] = field(default_factory=list)
    first: int | None = None


def proof(data: bytes, header: str, decoded: Decoded | None) -> str:
    """The XML of the proofreading page of a well-formed TEI file `data`, whose `teiHeader` is `header`.

    `decoded` is the file's source; without it the file is shown alone.
    """
    root = etree.fromstring(data, PARSER)
    text = data.decode(root.getroottree().docinfo.encoding or "utf-8", errors="replace").removeprefix("\ufeff")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    source = "" if decoded is None else decoded.text
    offsets = {} if decoded is None else decoded.offsets
    reader = _Reader(source, offsets)
    lines = reader.read(text, root)
    starts = LineIndex(source).starts
    rows = "".join(_rows(lines, reader, source, starts))
    aligned = str(decoded is not None).lower()
    return f'<t:proof xmlns:t="urn:teiencode:publishing" aligned="{aligned}">{header}{rows}</t:proof>'


class _Reader:
    """Reads the file's text token by token, and finds its words in the source."""

    def __init__(self, source: str, offsets: dict[str, Span]) -> None:
        self.source = source
        self.offsets = offsets
        self.moved: list[tuple[Span, int, str]] = []
        self.text_line = 0
        self.lines = [_Line()]
        self.open = [_Open((0, len(source)), 0, False, None, False)]

    def read(self, text: str, root: etree._Element) -> list[_Line]:
        """The lines of the file. Notes that stand elsewhere in the source are kept in `moved`: span, line, sign."""
        paths = element_paths(root)
        elements = root.iter(etree.Element)
        for token in _TOKEN.findall(text):
            if token.startswith(("<!", "<?")):
                self._put("comment", token)
            elif token.startswith("</"):
                self._tag(token, None)
                self._close()
            elif token.startswith("<"):
                element = next(elements)
                if local_name(element) == "text" and not self.text_line:
                    self.text_line = len(self.lines)
                span = self.offsets.get(paths[element])
                self._enter(element, span)
                self._tag(token, span)
                if token.endswith("/>"):
                    self.open[-1].at = self.open[-1].span[1]
                    self._close()
            else:
                self._text(token)
        return self.lines

    def _enter(self, element: etree._Element, span: Span | None) -> None:
        parent = self.open[-1]
        if span is None:
            self.open.append(_Open(parent.span, parent.at, parent.moved, None, parent.found_in_source))
            return
        away = not (parent.span[0] <= span[0] and span[1] <= parent.span[1])
        self.open.append(_Open(span, span[0], parent.moved or away, element.get("n") if away else None, True))
        if away and not parent.moved:
            self.moved.append((span, len(self.lines), element.get("n") or ""))
        if not self.open[-1].moved and span[1] > span[0]:
            self._seen(span[0])

    def _close(self) -> None:
        if len(self.open) == 1:
            return
        child, parent = self.open.pop(), self.open[-1]
        if child.moved and not parent.moved:
            # The sign of the note stands here in the source, and is no text of the TEI.
            if child.label and self.source.startswith(child.label, parent.at):
                parent.at += len(child.label)
        else:
            parent.at = max(parent.at, child.at)

    def _seen(self, at: int) -> None:
        line = self.lines[-1]
        line.first = at if line.first is None else min(line.first, at)

    def _text(self, token: str) -> None:
        """Text, as runs that are the same in the source, and what is between them."""
        here = self.open[-1]
        if not here.found_in_source:
            self._plain(token)
            return
        if self._is_one_run(token, here):
            return
        run_start, run_at, done = 0, -1, 0

        def end_run() -> None:
            nonlocal done
            if run_at >= 0:
                self._put("run", token[run_start:done], at=run_at)

        for match in _PIECE.finditer(token):
            word = match[0]
            is_reference = word.startswith("&")
            plain = unescape(word) if is_reference else word
            found = self.source.find(plain, here.at, min(here.span[1], here.at + _NEAR + len(plain)))
            between = token[done : match.start()]
            follows = run_at >= 0 and found == run_at + match.start() - run_start and not is_reference
            if follows and "\n" not in between and self.source.startswith(between, found - len(between)):
                done = match.end()
            else:
                end_run()
                self._plain(between)
                run_start, run_at, done = match.start(), -1 if is_reference else found, match.end()
                if run_at < 0:
                    self._plain(word)
            if found >= 0:
                if not here.moved:
                    self._seen(found)
                here.at = found + len(plain)
        end_run()
        self._plain(token[done:])

    def _is_one_run(self, token: str, here: _Open) -> bool:
        """Whether all of a text stands in the source as it is; then it is added as one run."""
        words = token.strip()
        if not words or "\n" in words or "&" in words:
            return False
        found = self.source.find(words, here.at, min(here.span[1], here.at + _NEAR + len(words)))
        if found < 0:
            return False
        start = token.index(words)
        self._plain(token[:start])
        self._put("run", words, at=found)
        self._plain(token[start + len(words) :])
        if not here.moved:
            self._seen(found)
        here.at = found + len(words)
        return True

    def _tag(self, token: str, span: Span | None) -> None:
        where = f' data-from="{span[0]}" data-to="{span[1]}"' if span else ""
        first, *others = _highlighted(token)
        self.lines[-1].markup.append(f'<span class="tag"{where}>{first}</span>')
        for line in others:
            self.lines.append(_Line([f'<span class="tag"{where}>{line}</span>']))

    def _put(self, kind: str, text: str, at: int | None = None) -> None:
        """Add a piece of a kind; where it goes over a line's end, in parts. A run never does."""
        self._add(text, f'<span class="{kind}">' if at is None else f'<span data-at="{at}">', "</span>")

    def _plain(self, text: str) -> None:
        self._add(text, "", "")

    def _add(self, text: str, before: str, after: str) -> None:
        for number, piece in enumerate(text.split("\n")):
            if number:
                self.lines.append(_Line())
            if piece:
                self.lines[-1].markup.append(f"{before}{_shown(piece)}{after}")


@lru_cache(maxsize=4096)
def _highlighted(token: str) -> tuple[str, ...]:
    """A tag as markup, a string for each line of it. The same tags come again and again."""
    lines: list[list[str]] = [[]]
    name_seen = False
    for part in _TAG_PART.findall(token):
        if part[0] in "\"'":
            kind = "value"
        elif part[0] in "</>=" or part.isspace():
            kind = ""
        else:
            kind, name_seen = "attribute" if name_seen else "name", True
        for number, piece in enumerate(part.split("\n")):
            if number:
                lines.append([])
            if piece:
                lines[-1].append(f'<span class="{kind}">{_shown(piece)}</span>' if kind else _shown(piece))
    return tuple("".join(line) for line in lines)


def _shown(text: str) -> str:
    """Text for the page, as XML. A character that XML cannot hold has its picture, so that offsets stay right."""
    if not _SPECIAL.search(text):
        return text
    return escape(_CONTROL.sub(lambda match: chr(0x2400 + ord(match[0])) if ord(match[0]) < 0x20 else "\ufffd", text))


def _rows(lines: list[_Line], reader: _Reader, source: str, starts: Sequence[int]) -> Iterator[str]:
    """A row for each line of the TEI, with the part of the source up to what the next line begins with; then the notes."""
    places = [line.first for line in lines]
    last = max((place for place in places if place is not None), default=0)
    apart = sorted(entry for entry in reader.moved if entry[0][0] > last)
    ends = [span[0] for span, _, _ in apart]
    flow_end = ends[0] if ends else len(source)
    following: list[int] = []
    nearest = flow_end
    for place in reversed(places):
        following.append(nearest)
        nearest = nearest if place is None else min(nearest, place)
    at = 0
    for number, (line, place, end) in enumerate(zip(lines, places, reversed(following), strict=True), 1):
        part = ""
        if place is not None and end > at:
            part, at = "".join(_source_lines(source, at, end, starts)), end
        where = "text" if number >= reader.text_line else "header"
        yield f'<t:row line="{number}" part="{where}"><t:tei>{"".join(line.markup)}</t:tei><t:source>{part}</t:source></t:row>'
    for ((start, _), number, label), end in zip(apart, [*ends, len(source)][1:], strict=True):
        part = "".join(_source_lines(source, start, end, starts))
        yield f'<t:row note={quoteattr(label)} see="{number}" part="notes"><t:source>{part}</t:source></t:row>'


def _source_lines(source: str, start: int, end: int, starts: Sequence[int]) -> Iterator[str]:
    while start < end:
        number = bisect_right(starts, start)
        stop = min(end, starts[number] if number < len(starts) else end)
        text = source[start:stop].rstrip("\r\n")
        begins = "" if start == starts[number - 1] else ' goes-on="true"'
        yield f'<t:line number="{number}" at="{start}"{begins}>{_shown(text)}</t:line>'
        start = stop
