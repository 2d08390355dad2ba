"""The filled-in lines of printed forms: `FROM: New York`, `Rec'd: November 28, 1962 4:32 p.m.`, `Drafted by: …`.

Source:  FROM: New York / TO: Secretary of State / NO: 1991, November 28, 4 p.m. / Control: 11009 / Rec'd: November 28, 1962
Says:    sent from New York on --11-28 at 16:00 (1962, as the receipt says), received by the Secretary of State
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from teiencode.dates import UNDATED, CalendarDate, ClockTime, Dating, find_dates, find_stamp_date, find_time, is_known_place
from teiencode.facts.network import NetworkHead, read_network_head
from teiencode.facts.records import NOBODY, Party, Role
from teiencode.facts.words import one_line
from teiencode.marks import as_letters

LONGEST_FIELD = 800
"""Characters of a form's line, or block of lines, that are read."""

_LABELS = (
    ("from", r"from|sender|originator"),
    ("to", r"to|memorandum\s+(?:for|to)|action(?:\s+to)?|addressee|for\s+action"),
    ("number", r"no|number|telegram\s+no|message\s+no|cite"),
    ("received", r"rec['’]?d|received|date\s+rec(?:eive|['’]?)d"),
    ("date", r"date|dated|date\s+of\s+(?:telegram|message|document)|dtg|sent"),
    ("subject", r"subject|subj|re"),
    ("control", r"control(?:\s+no)?"),
    ("drafted", r"drafted\s+by|drafter|drafting\s+officer|prepared\s+by|originated\s+by"),
    (
        "approved",
        r"(?:telegraphic\s+transmission\s+and\s+classification\s+)?approved(?:\s+by)?|approving\s+officer|(?:authorized|released)\s+by",
    ),
    ("cleared", r"cleared(?:\s+(?:by|with|in))?|clearances?(?:\s+by)?|coordination"),
    ("classified", r"classified\s+by"),
)
_FIELD = re.compile(
    r"(?:^|(?<=\n)|(?<=\s{3}))[ \t*~]{0,4}(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _LABELS)
    + r")\.?\s{0,3}:[ \t*~]*",
    re.IGNORECASE,
)
_OTHER_FIELD = re.compile(r"\n[ \t*~]{0,4}[A-Z][A-Za-z/'’. ()-]{0,24}:(?=\s)")
_ROLES = {"drafted": "Drafted by", "approved": "Approved by", "cleared": "Cleared by", "classified": "Classified by"}
_OFFICER = re.compile(
    r"^(?:[A-Z\d]{1,4}[\w/]{0,8}\s?[-–—:]\s?)?(?P<name>(?:[A-Z][\w.’'-]*\s){1,3}[A-Z][\w’'-]*[a-z]+(?:,?\sJr\.)?)$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What the fields of a form say, the parts that the header states."""

    sent: Party = NOBODY
    received: Party = NOBODY
    subject: str | None = None
    message: str | None = None
    created: Dating = UNDATED
    created_text: str | None = None
    roles: tuple[Role, ...] = ()


def read_fields(text: str) -> list[tuple[str, str]]:
    """The fields in a form's line or block: the field's name (`from`, `to`, `number` …) and its value on one line."""
    words = text[:LONGEST_FIELD]
    found = [m for m in _FIELD.finditer(as_letters(words)) if m.lastgroup]
    ends = [m.start() for m in found[1:]] + [len(words)] * bool(found)
    ends = [_end_of_value(words, m.end(), end) for m, end in zip(found, ends, strict=True)]
    pairs = [(str(m.lastgroup), one_line(words[m.end() : end]).strip(" *~")) for m, end in zip(found, ends, strict=True)]
    return [(name, value) for name, value in pairs if value]


def _end_of_value(words: str, start: int, end: int) -> int:
    """Where a value ends: at the next line that begins with a printed name, though it is none of those that are read."""
    other = _OTHER_FIELD.search(words, start, end)
    return other.start() if other else end


def read_officers(text: str) -> tuple[Role, ...]:
    """Who drafted, cleared or approved a paper, by a box that stands among the furniture of a page's foot."""
    return tuple(
        Role(role=_ROLES[name], name=officer)
        for name, value in read_fields(text)
        if name in _ROLES
        for officer in _officers(value)
    )


def read_form(blocks: Iterable[str], *, year: int | None = None) -> Form:
    """All fields of a document's form. Where a field recurs (two telegrams in one file) the first one counts.

    `year` is the document's, where something else on the page tells it; else the receipt's date tells it.
    """
    values: dict[str, str] = {}
    roles: list[Role] = []
    texts = list(blocks)
    for block in texts:
        for name, value in read_fields(block):
            values.setdefault(name, value)
            if name in _ROLES:
                roles += [Role(role=_ROLES[name], name=officer) for officer in _officers(value)]
    network = next((head for block in texts if (head := read_network_head(block))), None)
    if network is not None:
        return _sent_by_network(network, values, tuple(dict.fromkeys(roles)))
    received_date, received_text = _stated(values.get("received", ""), year)
    sent_date, sent_text = _stated(values.get("number", ""), year or _year(received_date))
    if sent_text is None:
        sent_date, sent_text = _stated(values.get("date", ""), year or _year(received_date))
    if sent_text is None:
        sent_date, sent_text = next(
            (lone for block in texts if (lone := _lone_date(block, year)) != (UNDATED, None)), (UNDATED, None)
        )
    sent_date = _not_after(sent_date, received_date)
    number = re.match(r"[A-Z]{0,8}[ –-]?\d[\w–-]*", values.get("number", ""))
    return Form(
        sent=replace(_party(values.get("from")), dating=sent_date, date_text=sent_text),
        received=replace(_party(values.get("to")), dating=received_date, date_text=received_text),
        subject=values.get("subject"),
        message=number[0] if number else None,
        created=sent_date,
        created_text=sent_text,
        roles=tuple(dict.fromkeys(roles)),
    )


def _sent_by_network(network: NetworkHead, values: Mapping[str, str], roles: tuple[Role, ...]) -> Form:
    """The form of a message that a network carried: its head tells the two sides and the time."""
    return Form(
        sent=Party(names=(network.sender,), dating=network.filed, date_text=network.filed_text),
        received=Party(names=(network.receiver,)) if network.receiver else NOBODY,
        subject=values.get("subject"),
        created=network.filed,
        created_text=network.filed_text,
        roles=roles,
    )


def _party(value: str | None) -> Party:
    """A field's value as a name, a place, or both (`USUN, NEW YORK`)."""
    if not value or len(value) > 200:
        return NOBODY
    if is_known_place(value) and "," not in value:
        return Party(place=value)
    name, comma, place = value.rpartition(", ")
    if comma and is_known_place(place):
        return Party(names=(name,), place=place)
    return Party(names=(value,))


def _stated(value: str, year: int | None) -> tuple[Dating, str | None]:
    """The date and time in a field's value, with the year filled in where it is known; and their words."""
    found = next(find_dates(value), None)
    if found is None:
        stamp = find_stamp_date(value, written=year)
        return (stamp.dating, value[slice(*stamp.span)]) if stamp else (UNDATED, None)
    time = find_time(value[found.span[1] :])
    end = found.span[1] + (time.span[1] if time else 0)
    text = value[found.span[0] : end]
    if not found.exact:
        return found.dating, text
    return _with_year(found, time, year), text


def _lone_date(block: str, year: int | None) -> tuple[Dating, str | None]:
    """A date that is a line of its own in a form's box (`11/21/62`): of drafting or signing, so of the day or nearly."""
    for line in block[:LONGEST_FIELD].split("\n"):
        plain = line.strip(" *~\t")
        stamp = find_stamp_date(plain, written=year) if len(plain) <= 30 else None
        if stamp and stamp.span == (0, len(plain)) and stamp.dating.when:
            return replace(stamp.dating, cert="low"), plain
    return UNDATED, None


def _with_year(found: CalendarDate, time: ClockTime | None, year: int | None) -> Dating:
    """The dating of a day and a time; a year that the words lack is taken from elsewhere, and then `@cert` says so."""
    supplied = found.first.year is None and year is not None
    day = replace(found.first, year=year) if supplied else found.first
    stated = day.as_date
    if stated is None or not day.possible:
        return found.dating
    value = stated.isoformat()
    if time is not None and time.first is not None and time.last is None:
        if time.first.hour == 24:
            value = (stated + timedelta(days=1)).isoformat()
        value += f"T{time.first.iso}"
    return Dating(when=value, cert="high" if supplied else found.dating.cert)


def _year(dating: Dating) -> int | None:
    """The year of a dating, or None."""
    return int(dating.when[:4]) if dating.when and dating.when[0].isdigit() else None


def _not_after(sent: Dating, received: Dating) -> Dating:
    """A sending whose year came from its receipt is not later than the receipt: December then belongs to the year before."""
    if sent.cert != "high" or not sent.when or not received.when or sent.when[:10] <= received.when[:10]:
        return sent
    day = date.fromisoformat(sent.when[:10])
    if (day - date.fromisoformat(received.when[:10])).days < 300 or (day.month, day.day) == (2, 29):
        return sent
    return replace(sent, when=day.replace(year=day.year - 1).isoformat() + sent.when[10:])


def _officers(value: str) -> list[str]:
    """The names of officers in a field: what is a name for sure, and no string of office symbols."""
    names = []
    for part in re.split(r"[;\n]|,\s(?!Jr)|\s{2,}", value):
        officer = _OFFICER.match(part.strip())
        if officer:
            names.append(officer["name"])
    return names
