"""A TEI file as read for validation: its text, its tree, and the place of every tag in the text.

Two parsers read it. Expat goes first: it stops at the first declaration of an entity (so none is ever expanded), says line and
column of what is ill-formed, notes where each tag stands, which lxml does not, and has a grammar run along. lxml makes the tree
where it is asked for, without network, entities or DTD, and without a table of ids, so that a duplicate id is a finding of ours
and not the end of the file.
"""

from __future__ import annotations

import ctypes
import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from io import BytesIO
from itertools import accumulate, chain, count
from typing import TYPE_CHECKING, Any
from xml.parsers import expat

from teiencode.diagnostic import Code, Diagnostic, LineIndex, Span
from teiencode.validation.codes import ENTITY, ILL_FORMED, TOO_DEEP
from teiencode.validation.decoding import in_whole_lines, utf8
from teiencode.validation.explanation import Explanation, OpenTag, undefined
from teiencode.validation.ill_formed import explain, is_stray_mark
from teiencode.validation.paths import Addresses
from teiencode.validation.run import GrammarRun

if TYPE_CHECKING:  # lxml is only loaded where a tree is wanted
    from lxml import etree

MAX_DEPTH = 200
"""How deep elements may stand in each other. The deepest volumes of the field reach some thirty."""

_STRETCH = 4_096
"""Bytes."""

_LARGE = 8_000_000
"""In bytes. The tree of a larger file does not stand in the memory beside another's, and is rather read twice."""

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

_TAG_NAME = re.compile(rb"<([^\s/>]+)")
_ATTRIBUTE = re.compile(rb"""([^\s"'=<>/]+)\s*=\s*(?:"[^"]*"|'[^']*')""")
_ID = re.compile(rb"""\sxml:id\s*=\s*["']\s*([^"'<>\s]+)""")
_TAG_END = re.compile(rb"""(?:[^"'>]|"[^"]*"|'[^']*')*>""")


class Document:
    """A well-formed file. Spans are half-open and count characters of `text` from 0; `text` has no byte order mark."""

    def __init__(self, data: bytes, marks: _Marks) -> None:
        """Take the parts that `read_document` made: the text in UTF-8, and where its tags stand."""
        self._data = data
        self._marks = marks
        self._addresses = Addresses()
        self._kept: dict[int, etree._Element] | None = None
        # The tag that was asked about last, its attributes, and the last line end in it: one tag may have very many faults.
        self._tag = (-1, -1)
        self._spread: tuple[int, dict[str, tuple[int, int]]] | None = None
        self._line_end = (-1, -1)

    @property
    def encoded(self) -> bytes:
        """The text in UTF-8."""
        return self._data

    @property
    def text(self) -> str:
        """The text, decoded anew each time: to keep it would take up to four times the file's size."""
        return self._data.decode("utf-8", "surrogatepass")

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

    @cached_property
    def elements(self) -> list[etree._Element]:
        """All elements in document order."""
        return list(self.tree.iter("*"))

    def element(self, number: int) -> etree._Element:
        """An element by its number in document order."""
        return self._kept[number] if self._kept is not None else self.elements[number]

    def keep_only(self, numbers: Iterable[int]) -> None:
        """Read the tree of a large file with these elements alone: what is around, beside and directly in them, and their header.

        Then only `element` and the places of what was kept may be asked for. Raises `UnreadableTreeError`.
        """
        from lxml import etree

        wanted = sorted(set(numbers))
        self._kept = {}
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
        elements = {place: element for element, place in order.items()}
        self._kept = {number: elements[number] for number in wanted}
        self._order = order

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
        for known in ("tree", "elements", "_order"):
            self.__dict__.pop(known, None)
        self._addresses = Addresses()

    @property
    def is_large(self) -> bool:
        """Whether the whole tree is better not kept in the memory where a part of it will do."""
        return len(self._data) > _LARGE

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
        closing = self._marks.ends[self._order[element]]
        return self._span(closing, self._data.index(b">", closing) + 1)

    def free_id(self, name: str) -> str:
        """An id that no element of the file has: this one, or with a number behind it."""
        stem = re.sub(r"-\d+$", "", name)
        tried = chain((name,), (f"{stem}-{number}" for number in count(2)))
        return next(each for each in tried if each.encode() not in self._ids)

    @cached_property
    def _ids(self) -> frozenset[bytes]:
        return frozenset(_ID.findall(self._data))

    def stands_alone(self, element: etree._Element) -> bool:
        """Whether the element is one tag, as <lb/> is."""
        return self._data.startswith(b"/>", self._start_tag(element)[1] - 2)

    def following(self, byte: int) -> etree._Element | None:
        """The first element that begins at this byte of the file or behind it; of a large file, if it has been kept."""
        number = bisect_left(self._marks.starts, byte)
        if self._kept is None:
            return self.elements[number] if number < len(self.elements) else None
        return self._numbered.get(number)

    @cached_property
    def _numbered(self) -> dict[int, etree._Element]:
        """The elements that have been kept, by their numbers."""
        return {number: element for element, number in self._order.items()}

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
        closing = self._marks.ends[self._order[element]]
        raw = self._data[begin:closing]
        begin += len(raw) - len(raw.lstrip(b" \t\r\n"))
        last = self._data.index(b">", closing) + 1
        return self._stretched(begin, begin + len(raw.strip(b" \t\r\n")), last, since=begin)

    def characters(self, begin: int, end: int) -> Span:
        """A span of the file's bytes as characters."""
        return self._span(begin, end)

    @cached_property
    def _order(self) -> dict[etree._Element, int]:
        """Each element's number in document order; it also keeps lxml's proxies alive, whose identity is the key."""
        return {element: number for number, element in enumerate(self.elements)}

    def _start_tag(self, element: etree._Element) -> tuple[int, int]:
        """The start tag's first byte and the byte behind it; that of the last one is kept, for a tag may have many faults."""
        begin = self._marks.starts[self._order[element]]
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


class _RefusedError(Exception):
    """Raised inside Expat's handlers to stop it at once. `byte` is where it stood, at a reference or elsewhere."""

    def __init__(self, code: Code, message: str, byte: int, *, is_reference: bool = False) -> None:
        super().__init__(message)
        self.code = code
        self.byte = byte
        self.is_reference = is_reference


class UnreadableTreeError(Exception):
    """lxml refuses a file; `finding` says what it complains of."""

    def __init__(self, finding: Diagnostic) -> None:
        """Take the finding."""
        super().__init__(finding.message)
        self.finding = finding


class _Marks:
    """Expat's handlers: the byte at which each element's tags begin, in document order, and the numbers of those now open.

    `doctype_end` is the byte behind the DOCTYPE, 0 where there is none.
    """

    def __init__(self, parser: expat.XMLParserType, data: bytes, run: GrammarRun | None) -> None:
        self._data = data
        # Arrays and not lists: a large file has millions of tags.
        self.starts = array("q")
        self.ends = array("q")
        self.open: list[int] = []
        self.doctype_end = 0
        self._parser = parser
        self._run = run
        if run is None:
            parser.StartElementHandler = self._start
            parser.EndElementHandler = self._end
        else:
            run.attach(parser, data)
            parser.StartElementHandler = self._start_and_run
            parser.EndElementHandler = self._end_and_run
        parser.EndDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._entity
        parser.SkippedEntityHandler = self._skipped

    def _start(self, _: str, __: object) -> None:
        if len(self.open) == MAX_DEPTH:
            raise _RefusedError(TOO_DEEP, f"More than {MAX_DEPTH} elements stand in each other.", self._parser.CurrentByteIndex)
        self.open.append(len(self.starts))
        self.starts.append(self._parser.CurrentByteIndex)
        self.ends.append(-1)

    def _end(self, _: str) -> None:
        self.ends[self.open.pop()] = self._parser.CurrentByteIndex

    def _doctype(self) -> None:
        self.doctype_end = self._parser.CurrentByteIndex + 1

    def _start_and_run(self, name: str, attributes: list[str]) -> None:
        self._start(name, attributes)
        assert self._run is not None
        self._run.start(name, attributes)

    def _end_and_run(self, name: str) -> None:
        self._end(name)
        assert self._run is not None
        self._run.end()

    def open_tag(self, number: int) -> OpenTag:
        """An open element by its number: its name as written, and where its start tag begins, in characters."""
        begin = self.starts[number]
        written = _TAG_NAME.match(self._data, begin)
        name = written[1].decode() if written else ""
        return OpenTag(name, len(self._data[:begin].decode()), self._data.count(b"\n", 0, begin) + 1)

    def _entity(self, name: str, *_: object) -> None:
        # Expat stands somewhere within the declaration.
        byte = self._data.rfind(b"<!ENTITY", 0, self._parser.CurrentByteIndex + 1)
        raise _RefusedError(ENTITY, f"The DOCTYPE declares the entity {name!r}; entities are not read.", max(byte, 0))

    def _skipped(self, name: str, *_: object) -> None:
        raise _RefusedError(ENTITY, f"&{name};", self._parser.CurrentByteIndex, is_reference=True)


def read_document(data: bytes, run: GrammarRun | None = None) -> Document | Diagnostic:
    """The file's text, tree and places, or the one finding that says why it has none. Never raises for what `data` holds.

    `run` goes along with the reading, and then has the document's departures from its grammar.
    """
    encoded = utf8(data)
    if isinstance(encoded, Diagnostic):
        return encoded
    stray = is_stray_mark(encoded[:_STRETCH].decode("utf-8", "replace"))
    if stray is not None:
        return _explained(stray, encoded.decode("utf-8", "surrogatepass"))
    parser = expat.ParserCreate("utf-8", namespace_separator=" ")
    parser.ordered_attributes = True
    marks = _Marks(parser, encoded, run)
    try:
        parser.Parse(encoded, True)
    except _RefusedError as refused:
        before = encoded[: refused.byte].decode("utf-8", "replace")
        if refused.is_reference:
            text = encoded.decode("utf-8", "surrogatepass")
            return _explained(undefined(text, len(before)), text)
        line, column = LineIndex(before).place(len(before))
        return _at(refused.code, line, column - 1, str(refused))
    except expat.ExpatError as error:
        return _ill_formed(parser, error, marks, encoded)
    return Document(encoded, marks)


def _parser() -> etree.XMLParser:
    """A parser that reads nothing but what it is given."""
    from lxml import etree

    return etree.XMLParser(**_SAFELY)


def _ill_formed(parser: expat.XMLParserType, error: expat.ExpatError, marks: _Marks, encoded: bytes) -> Diagnostic:
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
