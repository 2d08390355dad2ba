"""One finding a fault: what only says again what another finding says is left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from teiencode.diagnostic import Diagnostic
from teiencode.validation import codes, codes_of_checks
from teiencode.validation.codes import GRAMMAR, RULE
from teiencode.validation.name_characters import squeezed

_MOST_LINES = 8
"""So many lines of other pointers to the same id are named."""

_VALUE = re.compile(r"""=\s*["']([^"']*)""")
_FAR = 1_000
"""In characters: white space between two elements is no longer."""

_TAG = re.compile(r"<[^<>\s]+>")
_JOINED = re.compile(r' ([\w:.-]+)="')
_AWAITED = re.compile(r"Move (?:it behind )?the (<[^>]+>) of line (\d+)(?:\.| before )")
_MEANT = re.compile(r'[ "]#([^"?\s]+)')
_ID = re.compile(r"""\sxml:id\s*=\s*["']\s*([^"'\s]+)""")
_LEADS_TO = re.compile(r'Write xml:id="([^"]+)" here')
_LIST = re.compile(r"/(?:list[A-Z]\w*|taxonomy|castList|facsimile|surface|standOff|handDesc|tagsDecl|classDecl)(?:\[\d+\])?$")
"""The elements whose children are pointed at."""


Piece = Callable[[int, int], str]
"""Gives a piece of the document's text, from one offset to another."""


class Consequences:
    """What the findings of one document together say of places: those that are refused, those that are spoken of.

    A finding is left out that another explains:

    - an attribute that is missing where a misspelt one stands that was meant for it;
    - an attribute, or an element, that is missing where it stands in a value, or beside the element that lacks it;
    - text in an element of which an attribute tells that another was meant;
    - what a check or a rule says of an element that the grammar refuses, or of what stands in it;
    - what a check says of a table in which the grammar refuses something, and of a date or a pointer that the grammar refuses;
    - a rule of a schema about the same attribute as a check of ours (TEI's own rules on dates and on spanTo);
    - a category that nothing points at, where a pointer or an attribute is wrong;
    - of the pointers to an id that is nowhere all but the first, which has the lines of the others;
    - the number of a note or a page that comes twice with the id: the element was copied as a whole;
    - an element that stands too late, where that which stands before it is to be moved behind it, or it before that;
    - a note that nothing calls, where a pointer was perhaps meant for it;
    - a pointer to an id that one of two elements with the same id may have had;
    - a pointer whose target has an id that the grammar refuses, or that stands in another attribute, or was in a list now empty;
    - what a check says that the header lacks, or a rule that an element lacks, where something is wrong within that.
    """

    def __init__(self, piece: Piece) -> None:
        """Take what gives a piece of the document's text, between two offsets in characters."""
        self._piece = piece
        self._refused: set[str] = set()
        self._around: set[str] = set()
        self._spans: set[tuple[int, int] | None] = set()
        self._ours: set[str | None] = set()
        self._meant: set[tuple[str | None, str]] = set()
        self._strays: set[tuple[int, str]] = set()
        self._translated: set[str | None] = set()
        self._called: set[str] = set()
        self._awaited: set[tuple[str, str, int | None]] = set()
        self._lost = False
        self._lost_pointers: dict[str, tuple[Diagnostic, list[int]]] = {}
        self._lost_ids: set[str] = set()
        self._all_lost: str | None = None
        self._copied: set[str | None] = set()
        self._parents: set[str] = set()
        self._wrong: set[str] = set()

    def removed_from(self, found: list[Diagnostic]) -> list[Diagnostic]:
        """The findings without those that another explains, of these or of those that were given before.

        It may be asked again when there is more to tell: what is left out early takes no memory.
        """
        self._learn(found)
        return [finding for finding in found if not self._explains(finding) and self._is_first_of_its_id(finding)]

    def with_lines(self, found: list[Diagnostic]) -> list[Diagnostic]:
        """The findings at last, those on a pointer to an id that is nowhere with the lines of the others that lead to it."""
        lines = {id(first): lines for first, lines in self._lost_pointers.values() if lines}
        return [_with_lines(finding, lines[id(finding)]) if id(finding) in lines else finding for finding in found]

    def _is_first_of_its_id(self, finding: Diagnostic) -> bool:
        """Whether no finding before was on a pointer to the same id that is nowhere; the lines of all are held."""
        name = finding.message.partition(" ")[0] if finding.code == codes.POINTER.code else ""
        if len(name) <= len("#"):
            return True
        first, lines = self._lost_pointers.setdefault(name, (finding, []))
        if first is not finding and finding.line is not None and finding.line not in lines[-1:]:
            lines.append(finding.line)
        return first is finding

    def _learn(self, found: list[Diagnostic]) -> None:
        grammar = [finding for finding in found if finding.group == GRAMMAR.group]
        refused = {finding.path for finding in grammar if finding.path is not None}
        self._refused |= refused
        self._around |= {above for path in refused for above in _above(path)}
        self._spans |= {finding.span for finding in grammar}
        self._ours |= {finding.path for finding in found if finding.code in (codes_of_checks.DATE_FORMS.code, codes.POINTER.code)}
        self._meant |= {
            (finding.path, word.strip("?.,"))
            for finding in grammar
            if finding.code == codes.ATTRIBUTE_UNKNOWN.code
            for suggestion in finding.suggestions
            for word in suggestion.split()
        }
        self._meant |= {
            (finding.path, name)
            for finding in grammar
            if finding.code == codes.ATTRIBUTE_VALUE.code
            for suggestion in finding.suggestions
            for name in _JOINED.findall(suggestion)
        }
        self._strays |= {
            (finding.span[0], finding.message.partition(" ")[0])
            for finding in grammar
            if finding.code == codes.ELEMENT_MISPLACED.code and finding.span is not None
        }
        self._awaited |= {
            ((finding.path or "").rpartition("/")[0], said[1], int(said[2]))
            for finding in grammar
            if finding.code == codes.ELEMENT_MISPLACED.code
            for suggestion in finding.suggestions[:2]
            if (said := _AWAITED.match(suggestion))
        }
        self._called |= {
            name
            for finding in found
            if finding.code in (codes.POINTER.code, codes.POINTER_SIGN.code)
            for suggestion in finding.suggestions
            for name in _MEANT.findall(suggestion)
        }
        self._translated |= {
            finding.path
            for finding in grammar
            if finding.code == codes.ATTRIBUTE_UNKNOWN.code and finding.suggestions[0].startswith("Put the words in")
        }
        self._lost_ids.update(_lost_ids(found, self._piece))
        self._all_lost = None
        self._copied |= {finding.path for finding in found if finding.code == codes.DUPLICATE_ID.code}
        self._parents |= {path.rpartition("/")[0] for path in refused}
        self._wrong |= {above for finding in found if finding.severity == "error" for above in _above(finding.path or "")}
        self._lost |= bool(grammar) or any(finding.group == codes.POINTER.group for finding in found)

    def _explains(self, finding: Diagnostic) -> bool:
        """Whether another finding says what this one says."""
        path = finding.path or ""
        if finding.code == codes.ATTRIBUTE_MISSING.code:
            return any((finding.path, word.rstrip(".")) in self._meant for word in finding.message.split())
        if finding.code == codes.ELEMENT_MISPLACED.code:
            return (path.rpartition("/")[0], finding.message.partition(" ")[0], finding.line) in self._awaited
        if finding.code == codes.INCOMPLETE.code:
            return self._stands_behind(finding)
        if finding.code == codes.TEXT_MISPLACED.code:
            return finding.path in self._translated
        if finding.group == GRAMMAR.group:
            return False
        if finding.code == codes.DUPLICATE_ID.code:
            return any(above in self._refused for above in _above(path))
        if finding.code == codes_of_checks.NOTE_CALL.code and finding.span is not None:
            return not self._called.isdisjoint(_ID.findall(self._piece(*finding.span)))
        if finding.code in (codes_of_checks.NOTE_NUMBER.code, codes_of_checks.PAGE_TWICE.code):
            return finding.path in self._copied
        if finding.code == codes.UNUSED_CATEGORY.code:
            return self._lost
        if finding.group == codes_of_checks.TABLE_SIZE.group:
            return path in self._around or path.rpartition("/")[0] in self._parents
        if finding.code == codes.POINTER.code:
            return finding.span in self._spans or self._may_be_lost(finding.message)
        if finding.code == codes_of_checks.DATE_IMPOSSIBLE.code:
            return finding.span in self._spans or finding.path in self._refused
        if finding.code == RULE.code:
            again = finding.path in self._ours and "@" in finding.message
            return again or path in self._parents or any(above in self._refused for above in _above(path))
        if finding.group == codes_of_checks.NO_LICENCE.group and finding.severity != "error":
            return path in self._wrong
        return finding.severity != "error" and path in self._refused

    def _may_be_lost(self, message: str) -> bool:
        """Whether a message on a pointer ("#p1 in ref points at …") is about an id that was lost, or a part of it."""
        if not self._lost_ids or not message.startswith("#"):
            return False
        if self._all_lost is None:
            self._all_lost = "\n".join((*self._lost_ids, *map(squeezed, self._lost_ids)))
        return "" in self._lost_ids or message[1:].partition(" ")[0] in self._all_lost

    def _stands_behind(self, finding: Diagnostic) -> bool:
        """Whether what an element lacks stands right behind its end tag."""
        if finding.span is None or not self._strays:
            return False
        rest = self._piece(finding.span[1], finding.span[1] + _FAR)
        begin = finding.span[1] + (len(rest) - len(rest.lstrip()))
        return any((begin, name) in self._strays for name in _TAG.findall(finding.message)[1:])


def _with_lines(finding: Diagnostic, lines: list[int]) -> Diagnostic:
    """A finding that tells as well in which other lines the same is wrong."""
    shown = list(map(str, lines[:_MOST_LINES]))
    rest = f" and {len(lines) - len(shown)} more" if len(lines) > len(shown) else ""
    told = f"The same pointer stands in line{'s' if len(lines) > 1 else ''} {', '.join(shown)}{rest}."
    return replace(finding, suggestions=(*finding.suggestions, told))


def _lost_ids(found: Iterable[Diagnostic], piece: Piece) -> Iterator[str]:
    """The ids of elements that no pointer can find: the grammar refuses the id, or the attribute that it was put into.

    '' for those that nobody knows: of an xml:id without a value, and of a list that lost what was in it.
    """
    for finding in found:
        refused = finding.code == codes.ATTRIBUTE_VALUE.code and " of xml:id on " in finding.message
        if (refused or finding.code == codes.ATTRIBUTE_UNKNOWN.code) and finding.span is not None:
            value = _VALUE.search(piece(*finding.span))
            if value and (value[1] or refused):
                yield value[1]
        elif finding.code == codes.DUPLICATE_ID.code:
            yield from (each[1] for suggestion in finding.suggestions for each in _LEADS_TO.finditer(suggestion))
        elif finding.code == codes.INCOMPLETE.code and _LIST.search(finding.path or "") and " is empty " in finding.message:
            yield ""


def _above(path: str) -> Iterator[str]:
    """A path, and those of the elements around it."""
    while path:
        yield path
        path = path.rpartition("/")[0]
