"""Where the cells of a table's row stand: between tabs, or between pipes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from teiencode.diagnostic import Span
from teiencode.reading import WHITE

PIPES = "pipes"
"""A table's `@rend` where its cells stand between pipes."""

COLUMN_RULE = re.compile(r"(:?)(-{1,200})(:?)")
"""What stands under a column's label in a table with pipes: a line of hyphens, a colon at the side to which the column leans."""

LEANINGS = {(":", ""): "left", ("", ":"): "right", (":", ":"): "center", ("", ""): ""}
USUAL_RULE = 3
"""Hyphens under a label that need no `@rend`."""


class Row(NamedTuple):
    """The spans of a row's cells, without the white space around their words, and the `@rend` of each."""

    cells: Sequence[Span]
    rends: Sequence[str]


def parted_by(sign: str, text: str, start: int, end: int) -> list[Span]:
    """The spans between `start` and `end` that a sign of one character parts."""
    spans = []
    at = start
    while (found := text.find(sign, at, end)) >= 0:
        spans.append((at, found))
        at = found + 1
    return [*spans, (at, end)]


def between_pipes(text: str, start: int, end: int) -> list[Span]:
    """The spans of the cells of a line that begins and ends with a pipe; an empty cell has no width."""
    first, last = text.index("|", start, end) + 1, text.rindex("|", start, end)
    return [_without_white(text, *span) for span in parted_by("|", text, first, last)]


def rules_under(text: str, start: int, end: int) -> list[str] | None:
    """The `@rend` of each label over a line of hyphens between pipes; nothing where the line is another."""
    rends = [column_rend(text[first:after]) for first, after in between_pipes(text, start, end)]
    given = [rend for rend in rends if rend is not None]
    return given if len(given) == len(rends) else None


def column_rend(rule: str) -> str | None:
    """The `@rend` of a label under which `rule` is drawn in a table with pipes; nothing where that is no such line."""
    found = COLUMN_RULE.fullmatch(rule)
    if found is None:
        return None
    length = "" if len(found[2]) == USUAL_RULE else f"rule-{len(found[2])}"
    return " ".join(filter(None, (LEANINGS[found[1], found[3]], length)))


def column_rule(rend: str) -> str:
    """What is drawn under a label with this `@rend`."""
    words = rend.split()
    before, behind = next(signs for signs, leaning in LEANINGS.items() if leaning in words or not leaning)
    lengths = [word.removeprefix("rule-") for word in words if word.startswith("rule-")]
    length = int(lengths[0]) if lengths and lengths[0].isdecimal() else USUAL_RULE
    return f"{before}{'-' * length}{behind}"


def cells_of(text: str, start: int, end: int, attributes: Mapping[str, str]) -> Row:
    """The cells of a row from `start` to `end`; under a row of labels between pipes stands their line of hyphens."""
    if attributes.get("rend") != PIPES:
        cells = parted_by("\t", text, start, end)
        return Row(cells, [""] * len(cells))
    first, _, rules = text[start:end].partition("\n")
    cells = between_pipes(text, start, start + len(first))
    given = rules_under(rules, 0, len(rules)) if rules else None
    return Row(cells, given or [""] * len(cells))


def _without_white(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    first = start + len(words) - len(words.lstrip(WHITE))
    return (first, first + len(words.strip(WHITE))) if first < end else (start, start)
