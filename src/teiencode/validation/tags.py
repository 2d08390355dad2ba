"""Where a file's tags stand: what Expat tells while it reads, with a grammar's run beside it.

It stops at the first declaration of an entity, so that none is ever expanded, and where elements stand too deep in each other.
"""

from __future__ import annotations

import re
from array import array
from xml.parsers import expat

from teiencode.diagnostic import Code
from teiencode.validation.codes import ENTITY, TOO_DEEP
from teiencode.validation.explanation import OpenTag
from teiencode.validation.run import GrammarRun

MAX_DEPTH = 200
"""How deep elements may stand in each other. The deepest volumes of the field reach some thirty."""

_TAG_NAME = re.compile(rb"<([^\s/>]+)")


class RefusedError(Exception):
    """Raised inside Expat's handlers to stop it at once. `byte` is where it stood, at a reference or elsewhere."""

    def __init__(self, code: Code, message: str, byte: int, *, is_reference: bool = False) -> None:
        """Take what is to be said, and where."""
        super().__init__(message)
        self.code = code
        self.byte = byte
        self.is_reference = is_reference


class Marks:
    """Expat's handlers: the byte at which each element's tags begin, in document order, and the numbers of those now open.

    `doctype_end` is the byte behind the DOCTYPE, 0 where there is none.
    """

    def __init__(self, parser: expat.XMLParserType, data: bytes, run: GrammarRun | None) -> None:
        """Listen to a parser that is about to parse `data`, in UTF-8, and hand on to `run` what it tells."""
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

    def close(self) -> None:
        """Let go of the parser and of the text, which has been read to its end."""
        if self._run is not None:
            self._run.detach()
        del self._parser, self._run, self._data

    def _start(self, _: str, __: object) -> None:
        if len(self.open) == MAX_DEPTH:
            raise RefusedError(TOO_DEEP, f"More than {MAX_DEPTH} elements stand in each other.", self._parser.CurrentByteIndex)
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
        raise RefusedError(ENTITY, f"The DOCTYPE declares the entity {name!r}; entities are not read.", max(byte, 0))

    def _skipped(self, name: str, *_: object) -> None:
        raise RefusedError(ENTITY, f"&{name};", self._parser.CurrentByteIndex, is_reference=True)
