"""The source of an encoded file: a text that differs from it, and the line of it that a finding came from.

Example:  a TEI file whose header names the digest of its source, and that decodes to other words
Cure:     undo the change, or put it into the source and encode again

Only files that teiencode wrote name their source. It is looked for beside the file (NAME.txt, NAME.md) and, in a project, in the
folder above it and those beside it; where it is not there, nothing is said, for an editor may correct a text in the TEI.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from glob import escape
from hashlib import sha256
from pathlib import Path

from teiencode.decode import Decoded, decode
from teiencode.diagnostic import Diagnostic, LineIndex, Place
from teiencode.project import FILE_NAME
from teiencode.validation.codes_of_checks import SOURCE_DIFFERS
from teiencode.validation.reading import Document

_DIGEST = re.compile(rb'<desc type="source-sha256">([0-9a-f]{64})</desc>')
_SUFFIXES = (".txt", ".md")
_WORD = re.compile(r"\S+")


@dataclass(eq=False)
class Source:
    """What an encoded document decodes to. `file`: the TEI file, where it has a name."""

    document: Document
    data: bytes
    file: Path | None

    @cached_property
    def digest(self) -> str | None:
        """The digest that the header names; None where the file was not written by teiencode."""
        found = _DIGEST.search(self.document.encoded)
        return found[1].decode() if found else None

    @cached_property
    def decoded(self) -> Decoded | None:
        """The text that the file gives, or None where it gives none."""
        if self.digest is None:
            return None
        try:
            return decode(self.data)
        except ValueError:
            return None

    @cached_property
    def text_file(self) -> Path | None:
        """The source that the header names by its digest, if it is there."""
        if self.file is None or self.digest is None:
            return None
        names = [self.file.with_suffix(suffix).name for suffix in _SUFFIXES]
        places = [self.file.parent / name for name in names]
        root = self.file.parent.parent
        if (root / FILE_NAME).is_file():
            places += [root / name for name in names]
            places += [place for name in names for place in sorted(root.glob(f"*/{escape(name)}"))]
        return next((place for place in places if _digest(place) == self.digest), None)

    @cached_property
    def _offsets(self) -> Mapping[str, tuple[int, int]]:
        return self.decoded.offsets if self.decoded is not None else {}

    @cached_property
    def _lines(self) -> LineIndex:
        return LineIndex(self.decoded.text if self.decoded is not None else "")

    def placed(self, finding: Diagnostic) -> Diagnostic:
        """A finding with the place in the source from which its element came, if it came from there.

        A source that was not found has its name alone: where it lies is not known.
        """
        path = finding.path
        while path and path not in self._offsets:
            path = path.rpartition("/")[0]
        if not path:
            return finding
        line, column = self._lines.place(self._offsets[path][0])
        name = self.text_file or Path("text.txt" if self.file is None else self.file.with_suffix(".txt").name)
        return replace(finding, source=Place(str(name), line, column))

    def differences(self) -> Iterator[Diagnostic]:
        """A finding where the text that the file gives is not the source that it names."""
        decoded = self.decoded
        if decoded is None or decoded.portion is not None or sha256(decoded.data).hexdigest() == self.digest:
            return
        if self.text_file is not None:
            yield self._first_difference(decoded.text, self.text_file.read_bytes().decode("utf-8", "replace"))

    def _first_difference(self, ours: str, theirs: str) -> Diagnostic:
        """The finding at the first word that differs."""
        at = next((number for number, pair in enumerate(zip(ours, theirs, strict=False)) if pair[0] != pair[1]), None)
        at = min(len(ours), len(theirs)) if at is None else at
        inside = [path for path, (begin, end) in self._offsets.items() if begin <= at < max(end, begin + 1)]
        path = min(inside, key=lambda each: self._offsets[each][1] - self._offsets[each][0], default="")
        element = next((each for each in self.document.elements() if self.document.path(each) == path), self.document.root)
        word, was = _word(ours, at), _word(theirs, at)
        span = self._place(
            element_span=self.document.content(element), begin=self._offsets.get(path, (0, 0))[0], at=at, word=word
        )
        message = f'The source has "{was}" where this file has "{word}".'
        cures = (f'Write "{was}" again.', "Change the source, and encode it again, if the source is wrong.")
        return self.placed(self.document.finding(SOURCE_DIFFERS, element, span, message, cures))

    def _place(self, *, element_span: tuple[int, int], begin: int, at: int, word: str) -> tuple[int, int]:
        """Where the word stands in the file: as often before it within its element as in the text."""
        assert self.decoded is not None
        before = len(re.findall(re.escape(word), self.decoded.text[begin : max(begin, at - len(word))])) if word else 0
        places = [found.span() for found in re.finditer(re.escape(word), self.document.piece(*element_span))] if word else []
        if not places:
            return element_span
        first, last = places[min(before, len(places) - 1)]
        return element_span[0] + first, element_span[0] + last


def _word(text: str, at: int) -> str:
    """The word that stands at an offset, or the next one."""
    begin = at
    while begin > 0 and not text[begin - 1].isspace():
        begin -= 1
    found = _WORD.search(text, begin)
    return found[0] if found else ""


def _digest(file: Path) -> str:
    """The digest of a file, '' where it is not there."""
    try:
        return sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""
