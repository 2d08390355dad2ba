"""The signs of a source as its profile writes them: what stood where an element now stands.

`signs` is used in both directions: an encoded text is written back with it, and a reading is only accepted when the signs
that it would be written back with are those that the source has (white space apart). So a sign can never be lost.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from lxml import etree

from teiencode.cells import PIPES, column_rule

PAGE_MARKS = {"": "[Page {}]", "facsimile": "[Facsimile Page {}]", "typeset": "[Typeset Page {}]"}
DEFAULT_GAPS = {"redacted": "[REDACTED]", "illegible": "[illegible]"}
HIGHLIGHTS: Mapping[str, Mapping[str, str]] = {"scan": {"bold": "**", "italic": "*"}}
"""What stands before and after highlighted words, by profile and by `@rend`."""

START_OF_TEXT = {"scan": "\n\n"}
"""White space before the first block, by profile."""

ITEM_SIGNS = {"": "  * ", "dash": "- ", "star": "* "}
"""What stands before an item, by the list's `@rend`."""

ITEM_NUMBERS = {"numbered": "{}. ", "numbered-bracket": "{}) "}
"""The same for items with numbers of their own (`@n`)."""

UNDERLINED = re.compile(r"(double-)?underlined-(\d{1,3})")
"""A head's `@rend` where a line of so many hyphens or equals signs is drawn under it."""

RAISED_LABEL = re.compile(r"[¹²³⁰⁴-⁹]+")
"""A note's label of raised figures: no stop stands behind it at the note."""

LABEL_BETWEEN_SIGNS = re.compile(r"[A-Za-z0-9_-]+")
"""A note's label that stands as `[^label]` in plain text; others (`[1]`, `¹`) stand as they are."""

NO_HIGHLIGHTS: Mapping[str, str] = {}

Signs = tuple[str, str]
NOTHING: Signs = ("", "")


def signs(name: str, attributes: Mapping[str, str] | etree._Attrib, profile: str, *, has_desc: bool = False) -> Signs:
    """The signs before and after an element's content in a source of `profile`; both empty where it stands for none.

    `has_desc`: a gap whose words stand in its `desc`.
    """
    if name == "pb":
        if "resp" in attributes or profile != "frus":
            return NOTHING
        mark = PAGE_MARKS.get(attributes.get("ed", ""))
        return (mark.format(attributes.get("n", "")), "") if mark else NOTHING
    if name == "gap":
        if not has_desc:
            return DEFAULT_GAPS.get(attributes.get("reason", ""), DEFAULT_GAPS["redacted"]), ""
        in_brackets = profile != "scan" or attributes.get("reason") == "illegible"
        return ("[", "]") if in_brackets else NOTHING
    if name == "del":
        return ("~~", "~~") if profile == "scan" else NOTHING
    if name == "add":
        return ("^{", "}") if profile == "scan" and "resp" not in attributes else NOTHING
    if name == "hi":
        mark = HIGHLIGHTS.get(profile, NO_HIGHLIGHTS).get(attributes.get("rend", ""), "")
        return mark, mark
    if name == "head":
        rend = attributes.get("rend", "")
        drawn = UNDERLINED.fullmatch(rend)
        if drawn is not None:
            return "", "\n" + ("=" if drawn[1] else "-") * int(drawn[2])
        return ("#" * int(rend[1:]) + " ", "") if rend[1:].isdigit() and rend[0] == "h" else NOTHING
    return NOTHING


def item_sign(rend: str, number: str = "") -> str:
    """What stands before an item of a list with this `@rend`; `number` is the item's own."""
    return ITEM_NUMBERS[rend].format(number) if rend in ITEM_NUMBERS else ITEM_SIGNS.get(rend, "")


def row_signs(rend: str, labels: Sequence[str] | None = None) -> tuple[str, str, str]:
    """What stands before, between and behind the cells of a row, in a table with this `@rend`.

    `labels`: the `@rend` of each cell of a row of labels; `None` for other rows.
    """
    if rend != PIPES:
        return "", "\t", ""
    if labels is None:
        return "| ", " | ", " |"
    return "| ", " | ", f" |\n| {' | '.join(map(column_rule, labels))} |"


def note_call(label: str, profile: str) -> str:
    """What stands in the text where a note is called."""
    return f"[^{label}]" if profile == "plain" and LABEL_BETWEEN_SIGNS.fullmatch(label) else label


def note_prefix(label: str, profile: str, rend: str = "") -> str:
    """What stands before the words of a note at the end of a text, or at a page's foot; `rend` is that of the note."""
    if profile == "scan":
        return ITEM_NUMBERS.get(rend, "{} ").format(label)
    if RAISED_LABEL.fullmatch(label):
        return f"{label} "
    if profile != "plain":
        return f"  {label}. "
    return f"[^{label}]: " if LABEL_BETWEEN_SIGNS.fullmatch(label) else f"{label} "
