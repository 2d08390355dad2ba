"""Headings of documents: what kind of paper, from whom, to whom, where and when.

Source:  127. Telegram From the Department of State to the U.S. Interests Section in Cuba
         The Ambassador in France (Caffery) to the Secretary of State
         Memorandum of Conversation, Washington, May 31, 1974, 1 p.m.
Not:     an editorial note; a title that only holds the word "to"
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from teiencode.dates import UNDATED, Dating, find_dates, is_known_place, looks_like_place, read_dateline
from teiencode.diagnostic import Diagnostic
from teiencode.facts.records import NOBODY, Party
from teiencode.facts.words import one_line

LONGEST_HEADING = 1500
"""Characters of a heading that are read."""

_NUMBER = re.compile(
    r"(?:\[?(?:(?:No|Nr|Document)\.?\s)?(\d{1,5}[A-Za-z]?)\]?\.\s+|\[(\d{1,5}[A-Za-z]?)\.?\]\s+|No\.\s(\d{1,5}[a-z]?)\s(?=The\s))(?=\S)"
)
# A note's number may be glued to the last word; a date's own figures are no call.
_CALL = re.compile(r"(?<=[^\W\d_)\].,’'\"”])(?:\d{1,2}(?:,\s?\d{1,2})?|[*†‡§]{1,2})$|(?<=[)\].])\d{1,2}$")
_PAPER = (
    r"(?:telegrams?|airgrams?|circulars?|letters?|memorand(?:um|a)|messages?|notes?|d[ei]spatch(?:es)?|instructions?"
    r"|reports?|papers?|cables?|aide-m[ée]moire|statements?|minutes|conversations?|transcripts?|record|summary|draft"
    r"|electronic mail)"
)
_MESSAGE_NUMBER = re.compile(
    r"\b(?:telegram|airgram|despatch|cable|circular|message)s?\s(?:no\.\s)?([A-Z]{0,8}[–-]?\s?\d[\w./–-]*(?:\s\d+)?)",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom\s", re.IGNORECASE)
_BY = re.compile(r"(?:,\s|\s)(?:prepared\s|drafted\s)?by\s", re.IGNORECASE)
_PREPARED = re.compile(r"\b(?:prepared|drafted)\s(?:by|in|for)\s", re.IGNORECASE)
_FOR = re.compile(r"^(?:[\w-]+\s){0,2}(?:memorandum|memoranda|paper|report|note)\sfor\s", re.IGNORECASE)
_TO = re.compile(r"\s(?:to)\s", re.IGNORECASE)
_NO_ADDRESSEE = re.compile(r"^(?:the\s)?(?:record|files?)\b", re.IGNORECASE)
_WITHOUT_PARTIES = re.compile(r"\b(?:conversation|conference|meeting|discussion|minutes|editorial note|session)\b", re.IGNORECASE)
# What a person or an office is to somebody: the "to" after such a word belongs to the title, and parts no two sides.
_RELATION = re.compile(
    r"\b(?:representatives?|ambassadors?|missions?|assistants?|adviser?s?|advisors?|delegates?|delegations?|ministers?|liaison|envoys?|aides?|observers?"
    r"|consultants?|commissioners?|attachés?|legations?|embassy|counsel|counselors?|deputy|deputies|heir|commander|accredited|credentials|secretary-designate"
    r"|amendments?|accession|answers?|reply|response|approach(?:es)?|visits?|return|threats?|relating|related|relations|aid|assistance|regard|respect|position)$",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"\([^()]+\)$|\b(?:president|secretary|ambassador|minister|chancellor|king|senator|general|admiral|colonel|shah|premier|chairman|director|mr\.|mrs\.)\b",
    re.IGNORECASE,
)
_PARTY = re.compile(r"^(?:the|all|certain|president|secretary|ambassador|mr|mrs|\[|[A-Z0-9])")
_AT_PLACE = re.compile(r",?\s(?:at|in)\s([A-Z][\w.’' -]{1,40})$")
_COMMA_PLACE = re.compile(r",\s(?:then\s|temporarily\s)?(?:at|in)\s([A-Z][\w.’' -]{1,40}),?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading, read. `title` is the heading on one line without its number; the rest is what could be read from it."""

    title: str
    number: str | None = None
    message: str | None = None
    sent: Party = NOBODY
    received: Party = NOBODY
    authors: tuple[str, ...] = ()
    place: str | None = None
    dating: Dating = UNDATED
    date_text: str | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


def read_heading(text: str) -> Heading | None:
    """Read a document's heading; None where there are no words. A note's number at its end is left out.

    The two sides of `X to Y` are parted at the "to" that no title needs (`Mission to the United Nations`); where a
    heading names no two sides (a memorandum of conversation, an editorial note) nobody has sent it.
    """
    line = one_line(text[:LONGEST_HEADING])
    number = _NUMBER.match(line)
    title = _without_call(line[number.end() :] if number else line)
    if not title:
        return None
    body, place, dating, date_text = _without_dateline(title)
    message = _MESSAGE_NUMBER.search(body)
    sender, receiver, author = _sides(body)
    return Heading(
        title=title,
        number=next(filter(None, number.groups()), None) if number else None,
        message=message[1] if message and any(c.isdigit() for c in message[1]) else None,
        sent=_party(sender),
        received=_party(receiver),
        authors=(_name(author),) if author else (),
        place=place,
        dating=dating,
        date_text=date_text,
        diagnostics=tuple(doubt for found in find_dates(title) for doubt in found.diagnostics),
    )


def _without_call(title: str) -> str:
    """The title without a note's number glued to its end; the figures of a date and a telegram's number stay."""
    title = title.strip()
    call = _CALL.search(title)
    if call is None or title[: call.start()].endswith(("p.m.", "a.m.", "p. m.", "a. m.")):
        return title[: call.start()].strip() if call else title
    return title[: call.start()].strip()


def _without_dateline(title: str) -> tuple[str, str | None, Dating, str | None]:
    """The title without the place and date at its end, then the place, the dating and the words of the date."""
    last = None
    for found in find_dates(title):
        if last is None or title.rfind("[", 0, found.span[0]) <= title.rfind("]", 0, found.span[0]):
            last = found
    if last is None or len(title) - last.span[1] > 60:
        return title, None, UNDATED, None
    commas = [m.start() for m in re.finditer(r",\s", title[: last.span[0]])]
    for comma in commas[-2:][::-1]:
        line = read_dateline(title[comma + 2 :])
        if line is None or not line.pieces:
            continue
        words = title[comma + 2 :]
        date = next((p for p in line.pieces if p.kind == "date"), None)
        place = words[slice(*line.place)] if line.place else None
        if date is None or (place is not None and not is_known_place(place) and not _lone_place(title[:comma], place)):
            continue
        if comma is commas[-1] and place is None:
            before = title[:comma].rpartition(", ")
            candidate = before[2]
            if before[0] and is_known_place(candidate) and looks_like_place(candidate):
                return before[0], candidate, date.dating, words[slice(*date.span)]
        return title[:comma], place, date.dating, words[slice(*date.span)]
    return title, None, last.dating if last.dating.stated else UNDATED, title[slice(*last.span)]


def _lone_place(before: str, place: str) -> bool:
    """Whether an unknown name before a date is its place, and not the last name of a list of addressees."""
    return looks_like_place(place) and not place.startswith("and ") and "," not in before[-40:]


def _sides(body: str) -> tuple[str | None, str | None, str | None]:
    """Who sends, who receives, who has written: the words of each."""
    start = _FROM.search(body)
    if start and re.search(rf"{_PAPER}", body[: start.start()] or "", re.IGNORECASE):
        sender, receiver = _parted(body[start.end() :])
        return sender or body[start.end() :], receiver, None
    if addressee := _FOR.match(body):
        rest = body[addressee.end() :]
        if not _NO_ADDRESSEE.match(rest):
            return None, rest, None
        writer = _BY.search(rest)
        return None, None, rest[writer.end() :] if writer else None
    by = _BY.search(body)
    if by and re.match(rf"(?:[\w-]+\s){{0,3}}{_PAPER}\b", body, re.IGNORECASE):
        rest = body[by.end() :]
        if _WITHOUT_PARTIES.search(body[: by.start()]):
            return None, None, rest
        sender, receiver = _parted(rest)
        return (sender, receiver, None) if receiver else (None, None, rest)
    if _WITHOUT_PARTIES.search(body) or _PREPARED.search(body):
        return None, None, None
    if paper := re.match(rf"(?:[\w-]+\s){{0,2}}{_PAPER}\sto\s", body, re.IGNORECASE):
        return None, body[paper.end() :], None
    sender, receiver = _parted(body)
    if sender and receiver and (sender.startswith(("The ", "President ", "Mr. ", "Mrs. ")) or sender.endswith(")")):
        return sender, receiver, None
    return None, None, None


def _parted(words: str) -> tuple[str | None, str | None]:
    """`X to Y` as X and Y, parted at the best "to"; Nones where none parts two names."""
    best: tuple[float, int, int] | None = None
    for order, match in enumerate(_TO.finditer(words)):
        left, right = words[: match.start()].rstrip(" ,"), words[match.end() :]
        if left.count("(") != left.count(")") or not _PARTY.match(right):
            continue
        score = -0.1 * order + (1.0 if left.endswith(")") else 0.0) - (2.0 if _RELATION.search(left) else 0.0)
        score += 0.3 if _PERSON.search(left) else 0.0
        if best is None or score > best[0]:
            best = (score, match.start(), match.end())
    if best is None:
        return None, None
    return words[: best[1]], words[best[2] :]


def _party(words: str | None) -> Party:
    """A side's name, and its place where it is set off by a comma (`the Secretary of State, at Geneva`)."""
    if not words:
        return NOBODY
    words = words.strip(" ,;")
    place = None
    if match := _COMMA_PLACE.search(words):
        place, words = match[1].strip(" ,"), words[: match.start()]
    name = _name(words)
    return Party(names=(name,) if name else (), place=place)


def _name(words: str) -> str:
    """A name without the article before it and the stops after it."""
    words = re.sub(r"^(?:the|The)\s", "", words.strip(" ,;"))
    return words if words.endswith(("Jr.", "Sr.")) else words.removesuffix(".")
