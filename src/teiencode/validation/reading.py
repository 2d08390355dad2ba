"""A TEI file as read for validation: its text, its tree, and the place of every tag in the text.

Two parsers read it. Expat goes first: it stops at the first declaration of an entity (so none is ever expanded), says line and
column of what is ill-formed, notes where each tag stands, which lxml does not, and has a grammar run along. lxml makes the tree
where it is asked for, without network, entities or DTD, and without a table of ids, so that a duplicate id is a finding of ours
and not the end of the file.
"""

from __future__ import annotations

import ctypes
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from io import BytesIO
from itertools import accumulate, chain, count
from typing import TYPE_CHECKING, Any
from xml.parsers import expat

from teiencode.diagnostic import Code, Diagnostic, LineIndex, Span
from teiencode.validation.codes import ENTITY, ILL_FORMED
from teiencode.validation.decoding import in_whole_lines, utf8
from teiencode.validation.explanation import Explanation, undefined
from teiencode.validation.held import Held
from teiencode.validation.ill_formed import explain, is_stray_mark
from teiencode.validation.numbering import Numbering
from teiencode.validation.paths import Addresses
from teiencode.validation.run import GrammarRun
from teiencode.validation.tags import Marks, RefusedError

if TYPE_CHECKING:  # lxml is only loaded where a tree is wanted
    from lxml import etree

_STRETCH = 4_096
"""Bytes."""

_LARGE = 8_000_000
"""In bytes. The tree of a larger file does not stand in the memory beside another's, and is rather read twice."""

_OF_NODE, _OF_ATTRIBUTE = 120, 232
"""In bytes: what libxml2 takes for an element or a piece of text, and for an attribute with its value."""

_DECLARATION = re.compile(rb"<\?xml\s[^>]*\?>\s*")

_DOCTYPE = re.compile(rb"<!--.*?-->|<\?.*?\?>|(<!DOCTYPE)", re.DOTALL)
"""Where a DOCTYPE begins, among comments and instructions, which may have the same words in them."""

_CONTINUING = bytes(range(0x80, 0xC0))
"""The bytes with which no character begins in UTF-8."""

_SAFELY: dict[str, Any] = {
    "encoding": "utf-8",
    "collect_ids": False,
    "huge_tree": True,
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
}
"""How lxml reads: nothing but what it is given, which is UTF-8 whatever the XML declaration says."""

_HEADER = "{http://www.tei-c.org/ns/1.0}teiHeader"

_ATTRIBUTE = re.compile(rb"""([^\s"'=<>/]+)\s*=\s*(?:"[^"]*"|'[^']*')""")
_ID = re.compile(rb"""\sxml:id\s*=\s*["']\s*([^"'<>\s]+)""")
_POINTED = re.compile(rb"""["'\s]#([^"'<>\s]+)""")
_TAG_END = re.compile(rb"""(?:[^"'>]|"[^"]*"|'[^']*')*>""")


class Document:
    """A well-formed file. Spans are half-open and count characters of its text from 0, without the byte order mark.

    The text is decoded in pieces only: as a whole it would take up to four times the file's size.
    """

    def __init__(self, held: Held, marks: Marks) -> None:
        """Take the parts that `read_document` made: the text in UTF-8, and where its tags stand."""
        self._held = held
        self._marks = marks
        self._addresses = Addresses()
        self._kept: Numbering | None = None
        # The tag that was asked about last, its attributes, and the last line end in it: one tag may have very many faults.
        self._tag = (-1, -1)
        self._spread: tuple[int, dict[str, tuple[int, int]]] | None = None
        self._line_end = (-1, -1)

    @property
    def encoded(self) -> bytes:
        """The text in UTF-8."""
        return self._held.data

    @property
    def _data(self) -> bytes:
        return self._held.data

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Have the text on the disk meanwhile: only its tags are known then. Raises `OSError`."""
        with self._held.aside():
            yield

    def piece(self, begin: int, end: int) -> str:
        """The text between two offsets in characters, which may lie behind its end."""
        return self._data[self._byte(begin) : self._byte(end)].decode("utf-8", "surrogatepass")

    @cached_property
    def tree(self) -> etree._ElementTree:
        """The document's tree. Raises `UnreadableTreeError` in the rare case that lxml refuses what Expat has read."""
        from lxml import etree

        try:
            return etree.fromstring(self._data, _parser()).getroottree()
        except etree.XMLSyntaxError as error:
            line, column = error.position
            message = f"The file is not well-formed: {error.msg}."
            raise UnreadableTreeError(_at(ILL_FORMED, line or 1, max(0, (column or 1) - 1), message)) from error

    @property
    def root(self) -> etree._Element:
        """The outermost element."""
        return self.tree.getroot()

    def elements(self) -> Iterator[etree._Element]:
        """All elements in document order. A list of them would take a tenth of what the tree takes."""
        return self.tree.iter("*")

    def element(self, number: int) -> etree._Element:
        """An element by its number in document order, from 0. Raises `IndexError` where there is none, or it was not kept."""
        found = self._numbering.get(number)
        if found is None:
            raise IndexError(number)
        return found

    def hold(self, numbers: Iterable[int]) -> None:
        """Find many elements by their numbers in one walk, for `element` and the places to know them."""
        self._numbering.hold(numbers)

    @cached_property
    def _whole(self) -> Numbering:
        return Numbering(self.root, len(self._marks.starts))

    @property
    def _numbering(self) -> Numbering:
        """The numbers of the elements, of those that were kept where not all were."""
        return self._kept or self._whole

    def keep_only(self, numbers: Iterable[int]) -> None:
        """Read the tree of a large file with these elements alone: what is around, beside and directly in them, and their header.

        Then only `element` and the places of what was kept may be asked for. Raises `UnreadableTreeError`.
        """
        from lxml import etree

        wanted = sorted(set(numbers))
        children: list[list[tuple[int, etree._Element]]] = [[]]
        last = -1
        order: dict[etree._Element, int] = {}
        # Expat has read the file already. To go on after an error is what the other parser does by itself with an illegal id.
        headers: list[list[tuple[int, etree._Element]]] = []
        for event, element in etree.iterparse(BytesIO(self._data), events=("start", "end"), recover=True, **_SAFELY):
            if event == "start":
                last += 1
                children[-1].append((last, element))
                children.append([])
                if element.tag == _HEADER:
                    headers.append([])
                continue
            inner, number = children.pop(), children[-1][-1][0]
            if headers and element.tag != _HEADER:
                # What stands wrongly in a header may have its place in another part of it.
                headers[-1] += inner
                continue
            inner += headers.pop() if element.tag == _HEADER else []
            if bisect_left(wanted, number) < bisect_right(wanted, last):
                order.update((child, place) for place, child in inner)
            else:
                element.clear(keep_tail=True)
        if last + 1 != len(self._marks.starts):
            raise UnreadableTreeError(_at(ILL_FORMED, 1, 0, "lxml does not read this file to its end, though it is well-formed."))
        order.update((root, place) for place, root in children[0])
        self._kept = Numbering.of_some(children[0][0][1], order, last + 1)

    def handed_over(self) -> tuple[memoryview, ...]:
        """The document for a program that makes a tree of its own, in pieces of UTF-8 that together have no declarations."""
        declared = _DECLARATION.match(self._data)
        begin = declared.end() if declared else 0
        whole = memoryview(self._data)
        for found in _DOCTYPE.finditer(self._data, begin, self._marks.doctype_end):
            if found[1]:
                return whole[begin : found.start()], whole[self._marks.doctype_end :]
        return (whole[begin:],)

    def let_go(self) -> None:
        """Give the tree up, and all that was found out of it."""
        for known in ("tree", "_whole"):
            self.__dict__.pop(known, None)
        self._addresses = Addresses()

    @property
    def is_large(self) -> bool:
        """Whether the whole tree is better not kept in the memory where a part of it will do."""
        return len(self._data) > _LARGE

    @property
    def size_of_tree(self) -> int:
        """How many bytes of memory the tree takes, or would take, to within a tenth. No tree is made to find that out."""
        elements = len(self._marks.starts)
        attributes = self._data.count(b'="') + self._data.count(b"='")
        texts = self._data.count(b">") - self._data.count(b"><")
        return (elements + texts) * _OF_NODE + attributes * _OF_ATTRIBUTE + len(self._data)

    @property
    def size(self) -> int:
        """The text's size in bytes, in UTF-8."""
        return len(self._data)

    @property
    def is_let_go(self) -> bool:
        """Whether the tree of a large file has been given up, and nothing of it has been read again."""
        return self.is_large and "tree" not in self.__dict__ and self._kept is None

    @cached_property
    def lines(self) -> LineIndex:
        """Lines and columns of the text, which is not decoded as a whole."""
        return LineIndex.of_pieces(piece.decode("utf-8", "surrogatepass") for piece in in_whole_lines(self._data))

    def finding(
        self, code: Code, element: etree._Element, span: Span, message: str, suggestions: tuple[str, ...] = ()
    ) -> Diagnostic:
        """A finding about `element` at `span`, with its lines and columns."""
        line, column = self.lines.place(span[0])
        end_line, end_column = self.lines.place(span[1])
        found = code.at(span, message, suggestions=suggestions, path=self.path(element))
        return replace(found, line=line, column=column, end_line=end_line, end_column=end_column)

    def path(self, element: etree._Element) -> str:
        """The address of an element."""
        return self._addresses.path(element)

    def start_tag(self, element: etree._Element) -> Span:
        """The span of the element's start tag, or of its only tag."""
        return self._span(*self._start_tag(element))

    def end_tag(self, element: etree._Element) -> Span:
        """The span of the element's end tag, or of its only tag."""
        begin, end = self._start_tag(element)
        if self.stands_alone(element):
            return self._span(begin, end)
        closing = self._marks.ends[self._numbering.number(element)]
        return self._span(closing, self._data.index(b">", closing) + 1)

    def free_id(self, name: str) -> str:
        """An id that no element of the file has: this one, or with a number behind it."""
        stem = re.sub(r"-\d+$", "", name)
        tried = chain((name,), (f"{stem}-{number}" for number in count(2)))
        return next(each for each in tried if each.encode() not in self._ids)

    def is_pointed_at(self, name: str) -> bool:
        """Whether a pointer of the file leads to an id of this name."""
        return name.encode() in self._pointed

    @cached_property
    def _pointed(self) -> frozenset[bytes]:
        return frozenset(_POINTED.findall(self._data))

    @cached_property
    def _ids(self) -> frozenset[bytes]:
        return frozenset(_ID.findall(self._data))

    def stands_alone(self, element: etree._Element) -> bool:
        """Whether the element is one tag, as <lb/> is."""
        return self._data.startswith(b"/>", self._start_tag(element)[1] - 2)

    def following(self, byte: int) -> etree._Element | None:
        """The first element that begins at this byte of the file or behind it; of a large file, if it has been kept."""
        return self._numbering.get(bisect_left(self._marks.starts, byte))

    def attribute(self, element: etree._Element, name: str) -> Span:
        """The span of an attribute with its value; `name` is lxml's. The start tag's where the attribute is not in it.

        Where the tag goes on in another line the span does as well: it ends in the line in which other validators stand.
        """
        begin, end = self._start_tag(element)
        if self._spread is None or self._spread[0] != begin:
            spans = {
                _expanded(found[1].decode(), element): (begin + found.start(), begin + found.end())
                for found in _ATTRIBUTE.finditer(self._data[begin:end])
            }
            self._spread = begin, spans
        span = self._spread[1].get(name)
        return self._span(begin, end) if span is None else self._stretched(*span, end, since=begin)

    def _stretched(self, begin: int, end: int, last: int, *, since: int) -> Span:
        """A span of bytes as characters, up to `last` where that is in a later line than its end. Looked at from `since`."""
        if self._line_end[0] != last:
            self._line_end = last, max(self._data.rfind(sign, since, last) for sign in (b"\n", b"\r"))
        return self._span(begin, last if self._line_end[1] >= end else end)

    def content(self, element: etree._Element) -> Span:
        """The span between the element's tags, without white space around it; to the end tag where that is in a later line."""
        _, begin = self._start_tag(element)
        closing = self._marks.ends[self._numbering.number(element)]
        raw = self._data[begin:closing]
        begin += len(raw) - len(raw.lstrip(b" \t\r\n"))
        last = self._data.index(b">", closing) + 1
        return self._stretched(begin, begin + len(raw.strip(b" \t\r\n")), last, since=begin)

    def characters(self, begin: int, end: int) -> Span:
        """A span of the file's bytes as characters."""
        return self._span(begin, end)

    def _start_tag(self, element: etree._Element) -> tuple[int, int]:
        """The start tag's first byte and the byte behind it; that of the last one is kept, for a tag may have many faults."""
        begin = self._marks.starts[self._numbering.number(element)]
        if self._tag[0] != begin:
            tag = _TAG_END.match(self._data, begin)
            self._tag = begin, tag.end() if tag else begin + 1
        return self._tag

    @cached_property
    def _stretches(self) -> list[int] | None:
        """The characters before each stretch of the bytes, or None where bytes and characters are the same.

        Stretches and not lines, for a whole file may be one line.
        """
        if self._data.isascii():
            return None
        lengths = (_characters(self._data[at : at + _STRETCH]) for at in range(0, len(self._data), _STRETCH))
        return list(accumulate(lengths, initial=0))

    def _span(self, begin: int, end: int) -> Span:
        """Bytes as characters."""
        return self._character(begin), self._character(end)

    def _character(self, byte: int) -> int:
        before = self._stretches
        if before is None:
            return byte
        number = byte // _STRETCH
        return before[number] + _characters(self._data[number * _STRETCH : byte])

    def _byte(self, character: int) -> int:
        """The byte at which a character begins; the end of the file for one behind it."""
        before = self._stretches
        if before is None:
            return character
        number = bisect_right(before, character) - 1
        begin, left = number * _STRETCH, character - before[number]
        # A stretch may begin within a character, which was counted in the one before.
        piece = self._data[begin : begin + _STRETCH]
        begun = len(piece) - len(piece.lstrip(_CONTINUING))
        return begin + begun + len(piece[begun:].decode("utf-8", "ignore")[:left].encode())


def _characters(data: bytes) -> int:
    """How many characters begin in a piece of UTF-8."""
    return len(data.translate(None, _CONTINUING))


def give_back() -> None:
    """Have the C library return to the system what was freed, where it can: a tree is many small pieces that it would keep."""
    try:
        trim = ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):  # another library than glibc
        return
    trim(0)


class UnreadableTreeError(Exception):
    """lxml refuses a file; `finding` says what it complains of."""

    def __init__(self, finding: Diagnostic) -> None:
        """Take the finding."""
        super().__init__(finding.message)
        self.finding = finding


def read_document(data: bytes | Held, run: GrammarRun | None = None) -> Document | Diagnostic:
    """The file's text, tree and places, or the one finding that says why it has none. Never raises for what `data` holds.

    `run` goes along with the reading, and then has the document's departures from its grammar.
    """
    held = data if isinstance(data, Held) else Held(data)
    encoded = utf8(held.data)
    if isinstance(encoded, Diagnostic):
        return encoded
    stray = is_stray_mark(encoded[:_STRETCH].decode("utf-8", "replace"))
    if stray is not None:
        return _explained(stray, encoded.decode("utf-8", "surrogatepass"))
    parser = expat.ParserCreate("utf-8", namespace_separator=" ")
    parser.ordered_attributes = True
    marks = Marks(parser, encoded, run)
    try:
        parser.Parse(encoded, True)
    except RefusedError as refused:
        before = encoded[: refused.byte].decode("utf-8", "replace")
        if refused.is_reference:
            text = encoded.decode("utf-8", "surrogatepass")
            return _explained(undefined(text, len(before)), text)
        line, column = LineIndex(before).place(len(before))
        return _at(refused.code, line, column - 1, str(refused))
    except expat.ExpatError as error:
        return _ill_formed(parser, error, marks, encoded)
    marks.close()
    return Document(held if encoded is held.data else Held(encoded), marks)


def _parser() -> etree.XMLParser:
    """A parser that reads nothing but what it is given."""
    from lxml import etree

    return etree.XMLParser(**_SAFELY)


def _ill_formed(parser: expat.XMLParserType, error: expat.ExpatError, marks: Marks, encoded: bytes) -> Diagnostic:
    """Expat's complaint in words that say what to do, at the very place."""
    text = encoded.decode("utf-8", "surrogatepass")
    at = len(encoded[: parser.ErrorByteIndex].decode("utf-8", "replace"))
    open_tags = [marks.open_tag(number) for number in marks.open]
    root = marks.open_tag(0) if marks.starts else None
    return _explained(explain(text, at, expat.ErrorString(error.code) or "", open_tags, root), text)


def _explained(found: Explanation, text: str) -> Diagnostic:
    code = ENTITY if found.is_entity else ILL_FORMED
    begin, end = min(found.begin, len(text)), min(max(found.end, found.begin), len(text))
    lines = LineIndex(text)
    line, column = lines.place(begin)
    end_line, end_column = lines.place(end)
    finding = code.at((begin, end), found.message, suggestions=found.cures)
    return replace(finding, line=line, column=column, end_line=end_line, end_column=end_column)


def _at(code: Code, line: int, column: int, message: str, cure: str | None = None) -> Diagnostic:
    """A finding at a line counted from 1 and a column counted from 0, as Expat has them."""
    found = code.at(None, message, suggestions=(cure,) if cure else ())
    return replace(found, line=line, column=column + 1, end_line=line, end_column=column + 2)


def _expanded(written: str, element: etree._Element) -> str:
    """An attribute's name as written, in the form that lxml gives it."""
    prefix, colon, local = written.rpartition(":")
    if not colon:
        return written
    namespace = "http://www.w3.org/XML/1998/namespace" if prefix == "xml" else element.nsmap.get(prefix)
    return f"{{{namespace}}}{local}"
