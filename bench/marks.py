"""The marks, forms and stamps of the made scans, each kind with a pattern, and what stands for it in another archive's papers.

A pattern holds for the source, where a mark runs over lines and may be struck or in bold, and for the hand-made TEI, where it is
the text of one element: so both are changed alike. Running text is never changed.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

ARCHIVES = Path(__file__).parent / "archives"
FAMILIES = ("related", "others", "unseen", "further", "newest", "sixth", "seventh")

WORDS_OF_SECRECY = r"TOP SECRET|SECRET|CONFIDENTIAL|SENSITIVE|EYES ONLY"
MISREADINGS = ("OADR", "OASD", "OALR", "0A3R")
NAMES = ("Info", "Origin", "Action:", "M", "SS", "IO", "PRIORITY 1135")
CAPTIONS = ("NIACT", "DEPT PASS TO WHITE HOUSE")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
BOX = "[☐☒] (RELEASE|DECLASSIFIED|EXCISE|DELETED|DENY|IN FILE)"
CODE = re.compile(r"\([ab]\)\(\d\)(?!\([A-F]\))")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of mark: what it looks like, and what becomes of it."""

    name: str
    pattern: re.Pattern[str]
    replace: Callable[[re.Match[str]], str]


@dataclass(frozen=True, slots=True)
class Archive:
    """The marks of an archive, a kind each."""

    name: str
    kinds: tuple[Kind, ...]
    codes: dict[str, str]


def archives(family: str) -> list[Archive]:
    """The archives of a family, from `archives/FAMILY.toml`."""
    with (ARCHIVES / f"{family}.toml").open("rb") as file:
        return [_archive(table) for table in tomllib.load(file)["archive"]]


def _archive(table: dict[str, Any]) -> Archive:
    return Archive(table["name"], tuple(_kinds(table)), table["codes"])


def _kinds(table: dict[str, Any]) -> Iterator[Kind]:
    """The kinds of marks, those that hold others first."""
    yield _whole(
        "grid",
        r"ACTION TAKEN\s+DATE OF ACTION\s+DIRECTIONS\s+EYES ONLY\s+(\d+/\d+/\d+)\s+FILE NUMBER",
        lambda found: _filled(table["grid"], date=found[1]),
    )
    yield _whole("foot", r'REPRODUCTION FROM THIS COPY IS\s+PROHIBITED UNLESS "UNCLASSIFIED"', lambda found: table["foot"])
    yield _whole(
        "stamp of page 1",
        r"DECLASSIFIED\s+Authority:? (?:NND |NLK-)(\d+)\s+By:? [A-Z0-9-]+ (?:NARA )?Date:? (\d+/\d+/\d+)",
        lambda found: _filled(_choice(table["first_stamp"], found[1]), number=found[1], date=found[2]),
    )
    yield _whole(
        "stamp of a turn",
        r"DECLASSIFIED\s+Author: \[(?:unclear|Signature)\](?: (\d+/\d+/\d+))?(?:\s+Date: \[unclear\])?"
        r"\s+By: \[(?:unclear|Signature)\] (?:RAR|MARA) Date: \[(?:unclear|Signature)\]",
        lambda found: _filled(table["turn_stamp"][bool(found[1]) % len(table["turn_stamp"])], date=found[1] or "11/2/84"),
    )
    yield _whole("archive's mark", r"CU III (\d+)/(\d+)", lambda found: _filled(table["page_mark"], file=found[1], page=found[2]))
    yield _whole(
        "running head",
        r"-(\d+)- (\d+), (\w+ \d+), (\d+ [ap]\.m\.), from ([\w ]+)\.",
        lambda found: _filled(table["running_head"], page=found[1], number=found[2], day=found[3], time=found[4], place=found[5]),
    )
    yield _whole("short mark", "|".join(MISREADINGS), lambda found: table["short_marks"][MISREADINGS.index(found[0])])
    yield _whole(
        "archive's date",
        r"(\d{4})/(\d+)/(\d+)",
        lambda found: _filled(table["date"], year=found[1], month=found[2], day=found[3]),
    )
    yield _whole("archive's number", r"\d{5}", lambda found: _filled(table["number"], number=found[0]))
    # A kind of copy stands alone, or ends the line of a head.
    yield Kind(
        "copy",
        re.compile(r"(?m)(?:(?<=Department of State )|^)ACTION COPY(?: PERMANENT RECORD COPY)?(?=[ ]*$)"),
        lambda found: _filled(table["copies"][found[0]], number="7"),
    )
    yield Kind(
        "title",
        re.compile(r"(?m)(?:^|(?<=^## ))(?:OUTGOING TELEGRAM )?Department of State(?=\s|\Z)"),
        lambda found: _each(found[0], table["titles"]),
    )
    yield Kind(
        "field",
        re.compile(r"(?m)^(Control|Rec'd|FROM|TO(?=: Secretary of State)|NO)(?=: )"),
        lambda found: table["fields"][found[0]],
    )
    yield _whole("name on a form", "|".join(map(re.escape, NAMES)), lambda found: table["names"][found[0]])
    yield _whole("caption", "|".join(CAPTIONS), lambda found: table["captions"][found[0]])
    yield _whole("signer", "|".join(table["signers"]), lambda found: table["signers"][found[0]])
    yield _whole("operator", "CTW/3", lambda found: table["operator"])
    yield _whole("note of the sender", r"Note: Passed White House, .*\(RLL\)", lambda found: table["notes"][0])
    yield _whole("note of copies", r"NOTE: Advance copies SS\. .*CWO-L", lambda found: table["notes"][1])
    yield Kind("boxes", re.compile(rf"(?m)(?:^|(?<=[A-Z] )){BOX}"), lambda found: f"{found[0][:2]}{table['boxes'][found[1]]}")
    # Each part of a marking may be struck; the words between two parts are not.
    yield Kind(
        "marking",
        re.compile(
            rf"(?m)^(~~)?({WORDS_OF_SECRECY})(~~)?(?:( - | )(~~)?({WORDS_OF_SECRECY})(~~)?)?(?=[ ]*$)",
        ),
        lambda found: _marking(found, table["secrecy"], table["joint"]),
    )


def _whole(name: str, pattern: str, replace: Callable[[re.Match[str]], str]) -> Kind:
    """A kind whose marks fill their lines; a mark in bold stays in bold."""
    return Kind(name, re.compile(rf"(?m)(?:^|(?<=^\*\*))(?:{pattern})(?=(?:\*\*)?[ ]*$)"), replace)


def _marking(found: re.Match[str], secrecy: dict[str, str], joint: str) -> str:
    signs = [sign or "" for sign in found.group(1, 3, 5, 7)]
    first = f"{signs[0]}{secrecy[found[2]]}{signs[1]}"
    if not found[4]:
        return first
    return f"{first}{joint if found[4] == ' - ' else ' '}{signs[2]}{secrecy[found[6]]}{signs[3]}"


def _each(words: str, table: dict[str, str]) -> str:
    for word, other in table.items():
        words = words.replace(word, other)
    return words


def _filled(template: str, **values: str) -> str:
    """The template with its values; `month` in words where the template has spaces between day, month and year."""
    if "{month} " in template:
        values["month"] = MONTHS[(int(values["month"]) - 1) % 12]
    values.setdefault("number", "10" + str(crc32("".join(values.values()).encode()) % 1000))
    stock = str(100000 + crc32("".join(values.values()).encode()) % 90000)
    return template.format(**{"stock": stock, "year": "1998", "month": "4", "day": "7", **values})


def _choice(templates: list[str], by: str) -> str:
    return templates[crc32(by.encode()) % len(templates)]
