"""Diagnostics for people: `path:line:column: severity CODE message`, the line with a caret, then what to do."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable

from teiencode.reports.placed import Excerpt, Placed

_COLOURS = {"error": "31", "warning": "33", "info": "36"}
_BOLD, _FAINT = "1", "2"


MANY = 5
"""From so many diagnostics on that say the same, in all files together, they have one cause."""

SHOWN = 3
"""So many of them are printed; of the rest the lines, `LINES` of a file."""

LINES = 12

_CUT = "…"
"""Stands for what is left out of a long line."""


def render(placed: Iterable[Placed], *, colour: bool = False, full: bool = False) -> str:
    """The report, grouped by file in the order of their first diagnostic; the empty text for none.

    Of many that say the same, with one cause, the first ones stand for all, unless it is to be `full`.
    """
    placed = tuple(placed)
    files: dict[str | None, list[Placed]] = {}
    for each in placed:
        files.setdefault(each.diagnostic.file, []).append(each)
    alike = Counter(_cause(each) for each in placed)
    printed: Counter[tuple[str, str]] = Counter()
    groups = []
    for group in files.values():
        entries: list[str] = []
        left: dict[tuple[str, str], list[Placed]] = {}
        for each in group:
            cause = _cause(each)
            if full or alike[cause] < MANY or printed[cause] < SHOWN:
                printed[cause] += 1
                entries.append(_entry(each, colour))
            else:
                left.setdefault(cause, []).append(each)
        groups.append("".join((*entries, *(_rest(several, colour) for several in left.values()))))
    return "\n".join(groups)


def _cause(placed: Placed) -> tuple[str, str]:
    return placed.diagnostic.code, placed.diagnostic.message


def _rest(placed: list[Placed], colour: bool) -> str:
    """One line for those of a file that say what has been printed before."""
    diagnostic = placed[0].diagnostic
    lines = list(dict.fromkeys(each.diagnostic.line for each in placed if each.diagnostic.line is not None))
    where = f", in {'lines' if len(lines) > 1 else 'line'} {', '.join(map(str, lines[:LINES]))}" if lines else ""
    where += " …" if len(lines) > LINES else ""
    severity = _paint(diagnostic.severity, _COLOURS[diagnostic.severity], colour)
    times = "once more" if len(placed) == 1 else f"{len(placed)} times more"
    place = _paint(printable(diagnostic.file or "-"), _BOLD, colour)
    return f"{place}: {severity} {diagnostic.code} {printable(diagnostic.message)} ({times}{where})\n"


def _entry(placed: Placed, colour: bool) -> str:
    diagnostic = placed.diagnostic
    place = printable(diagnostic.file or "-")
    if diagnostic.line is not None:
        place += f":{diagnostic.line}"
        if diagnostic.column is not None:
            place += f":{diagnostic.column}"
    severity = _paint(diagnostic.severity, _COLOURS[diagnostic.severity], colour)
    lines = [f"{_paint(place, _BOLD, colour)}: {severity} {diagnostic.code} {printable(diagnostic.message)}"]
    if placed.excerpt:
        lines += _caret(placed.excerpt, _COLOURS[diagnostic.severity], colour)
    if diagnostic.path:
        lines.append(_paint(f"  in: {diagnostic.path}", _FAINT, colour))
    if diagnostic.source:
        source = diagnostic.source
        lines.append(f"  source: {printable(source.file)}:{source.line}:{source.column}")
    lines += [f"  help: {printable(suggestion)}" for suggestion in diagnostic.suggestions]
    return "\n".join(lines) + "\n"


def _caret(excerpt: Excerpt, paint: str, colour: bool) -> list[str]:
    shown = [printable(excerpt.text[: excerpt.start]), printable(excerpt.text[excerpt.start : excerpt.end])]
    rest = printable(excerpt.text[excerpt.end :])
    if not any(shown) and not rest:
        return []
    shown[0] = f"{_CUT * excerpt.cut_before}{shown[0]}"
    rest += _CUT * excerpt.cut_behind
    caret = "^" * max(1, _columns(shown[1]))
    return ["  " + "".join(shown) + rest, "  " + " " * _columns(shown[0]) + _paint(caret, paint, colour)]


def printable(text: str) -> str:
    """The text on one line: breaks and tabs as spaces, control characters as pictures, so that none acts."""
    return text if text.isprintable() else "".join(map(_shown, text))


def _shown(character: str) -> str:
    if character in "\t\n\r\u2028\u2029":
        return " "
    if unicodedata.category(character) != "Cc":
        return character
    code = ord(character)
    return chr(0x2400 + code) if code < 0x20 else "␡" if code == 0x7F else "\ufffd"


def _columns(text: str) -> int:
    # A terminal gives wide characters two columns and combining marks none.
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(each) else 2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)


def _paint(text: str, colour: str, on: bool) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if on else text
