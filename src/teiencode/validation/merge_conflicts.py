"""The marks that a merge leaves in a file where two versions differ: <<<<<<< before both, ======= between, >>>>>>> behind."""

from __future__ import annotations

import re

from teiencode.validation.explanation import Explanation

_BEGIN = re.compile(r"^<{7}(?: .*)?\r?$", re.MULTILINE)
_MARK = re.compile(r"^(?:[<>|]{7}(?: .*)?|={7})\r?$", re.MULTILINE)
_SIGNS = 7


def in_conflict(text: str, at: int) -> Explanation | None:
    """What is said of a conflict whose first mark is in the line of `at`; None where none is there."""
    opened = _BEGIN.match(text, text.rfind("\n", 0, at) + 1)
    return of_marks(text, opened.start(), opened.start()) if opened else None


def of_marks(text: str, begin: int, end: int) -> Explanation | None:
    """What is said of the marks of one conflict from `begin` on; None where none begins before `end`, or at it."""
    first = _MARK.search(text, begin)
    if first is None or first.start() > max(begin, end):
        return None
    lines = [text.count("\n", 0, first.start()) + 1]
    for mark in _MARK.finditer(text, first.end()):
        if mark[0].startswith("<") or text[first.start()] == ">":
            break
        lines.append(text.count("\n", 0, mark.start()) + 1)
        if mark[0].startswith(">"):
            break
    others = len(_BEGIN.findall(text)) - text.startswith("<", first.start())
    more = f" There {'is' if others == 1 else 'are'} {others} more." if others > 0 else ""
    message = f"The marks of a merge conflict were left in the file.{more}"
    which = f"lines {', '.join(map(str, lines[:-1]))} and {lines[-1]}" if len(lines) > 1 else f"line {lines[0]}"
    cure = f"Keep one of the two versions, and remove the marks in {which}."
    return Explanation(first.start(), first.start() + _SIGNS, message, (cure,))
