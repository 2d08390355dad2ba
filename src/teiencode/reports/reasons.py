"""Why lines are read as they are, as text for people and as JSON: `encode --explain`."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from typing import Any

from teiencode.explanation import Explained, evidence_of
from teiencode.reading import Evidence, Reading
from teiencode.reports.text import printable
from teiencode.solve import GIVEN

LONGEST_WORDS = 72


def render_text(name: str, profile: str, explained: Iterable[Explained]) -> str:
    """A page: for each decision the line's number and words, its label, the evidence, the runner-up and the margin."""
    parts = [f"{printable(name)}: profile {profile}\n"]
    parts += [_entry(each) for each in explained]
    return "\n".join(parts)


def _entry(each: Explained) -> str:
    lines = str(each.line) if each.line == each.last_line else f"{each.line}-{each.last_line}"
    rows = [f"{lines}: {_shortened(each.words)}", f"    {each.kind}{_attributes(each.reading)}  ({each.reading.rule})"]
    rows += [_weighed(reason) for reason in each.evidence]
    if each.place:
        rows.append(_weighed(Evidence(f"after: {each.after}", each.place)))
    if each.reading.given:
        rows.append("    an editor's decision, which is not weighed")
    elif each.rival is None:
        rows.append("    no other reading was possible")
    else:
        total = sum(reason.weight for reason in evidence_of(each.rival))
        by = f"by {each.margin:.1f}" if each.margin < GIVEN / 2 else "by an editor's decision beside it,"
        rows.append(f"    {by} rather than {each.rival.kind}  ({each.rival.rule}, {total:+.1f})")
        rows += [f"  {_weighed(reason)}" for reason in evidence_of(each.rival)]
    return "\n".join(rows) + "\n"


def _shortened(words: str) -> str:
    flat = " ".join(words[: 4 * LONGEST_WORDS].split())
    return printable(flat if len(flat) <= LONGEST_WORDS else flat[: LONGEST_WORDS - 1] + "…")


def _attributes(reading: Reading) -> str:
    return "".join(f' {name}="{value}"' for name, value in reading.attributes.items())


def _weighed(reason: Evidence) -> str:
    return f"      {reason.weight:+5.1f}  {reason.name}"


def as_objects(name: str, profile: str, explained: Iterable[Explained]) -> list[dict[str, Any]]:
    """The same as objects for JSON, one a decision; lines count from 1, and a margin without rival is null."""
    return [
        {
            "file": name,
            "profile": profile,
            "line": each.line,
            "end_line": each.last_line,
            "text": each.words,
            "after": each.after,
            "place": each.place,
            "margin": each.margin if math.isfinite(each.margin) else None,
            **_object(each.reading),
            "rival": None if each.rival is None else _object(each.rival),
        }
        for each in explained
    ]


def render_json(objects: list[dict[str, Any]]) -> str:
    """One list; empty where there is nothing to explain."""
    return json.dumps(objects, ensure_ascii=False, indent=2) + "\n"


def _object(reading: Reading) -> dict[str, Any]:
    return {
        "kind": reading.kind,
        "rule": reading.rule,
        "attributes": dict(reading.attributes),
        "evidence": [{"name": reason.name, "weight": reason.weight} for reason in evidence_of(reading)],
    }
