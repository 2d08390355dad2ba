"""Source notes: where an edition found the paper, how it was classified, who drafted, cleared and approved it.

Source:  Source: Department of State, Central Files, 611.93/8–855. Secret; Priority. Drafted by Dulles and cleared by Sebald.
Says:    repository `Department of State`, collection `Central Files`, shelfmark `611.93/8–855`, level `secret`, handling
         `Priority`, one sentence of history, `Drafted by` Dulles, `Cleared by` Sebald
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from teiencode.facts.classification import LEVEL, NO_LEVEL, read_classification
from teiencode.facts.records import UNMARKED, Classification, Role
from teiencode.facts.words import one_line, sentences

LONGEST_NOTE = 6000
"""Characters of a note that are read: what describes a source stands at its beginning."""

_OPENING = re.compile(r"^\W{0,3}(?:\d{1,3}[.)]\s*)?\[?source\s?:\s*", re.IGNORECASE)
_MARKED = re.compile(
    rf"(?:(?<=[.;\]])|(?<=[.;]\))|(?<=[.;]”))\s+(?=(?:{NO_LEVEL.pattern}|{LEVEL.pattern})[;.,\s])", re.IGNORECASE
)
_GLUED = re.compile(rf"\s(?=(?:{LEVEL.pattern});\s)", re.IGNORECASE)
_SHELF = re.compile(
    r"""^(?:
        (?:Lot|Job|Box(?:es)?|Folder|Tape|Reel|Container|Entry|Accession|ID|Record\sNumber|FRC|CF|Conversation|Number|No\.)\b.*\d
      | [\dA-Z]{2,}(?:\.[\dA-Z–-]+)+(?:[\s/].*)?$           # 611.93/8–855, 690D.91/5–3156, 501.BB Interim/1–348
      | \d{2,}[\dA-Z.–-]*/\d.*                              # 315/9–458
      | [A-Z]\d{6,}[–-]?\d*$                                # P840105–0036, the films of the electronic files
      | [A-Z]{2,}(?:[\s/–-][A-Z\d.–-]+)+$                   # POL 15–1 INDON, NIE 13–57
      | [A-Z]{1,3}[–-]?\d[\w\s–-]*$
      | RG\s\d+$
    )""",
    re.VERBOSE,
)
_GROUP = re.compile(r"^(?:RG|Record\sGroup)\s\d+", re.IGNORECASE)
_SUPPLEMENT = re.compile(
    rf"(?:^|\.\s)(?P<marks>(?:{NO_LEVEL.pattern}|{LEVEL.pattern})[^.]{{0,80}})\.\s\d{{1,4}}\spp?\.\s(?P<where>[A-Z].{{3,200}})$",
    re.IGNORECASE,
)
# A page number says that the source is a book or a journal, and no repository.
_PRINTED = re.compile(r"\bpp?\.\s?\d|\bvol(?:ume|\.)\s?\w+,\spart\b|\bCongressional Record\b|\bPress Release\b", re.IGNORECASE)
# Only what is said of this very paper: a sentence that begins with the act, or has the paper for its subject.
_HISTORY = re.compile(
    r"(?:(?:the|this)\s(?:[\w-]+\s){1,3}(?:was|were|is|are)\s|text\s|(?:[\w/]+\s){0,2}?)"
    r"(?:drafted|cleared|approved|concurred|initialed|initialled|signed|prepared|authorized|transcribed|no\sdrafting)\b",
    re.IGNORECASE,
)
_VERB = r"(?:drafted|cleared|approved|initialed|initialled|signed|prepared|concurred|authorized|transcribed)"
_VERBS = re.compile(
    rf"\b(?P<verbs>{_VERB}(?:(?:,?\sand\s|,\s){_VERB}){{0,3}})(?P<how>(?:\s(?!by\b|with\b)[\w/]+){{0,4}}?)\s(?:by|with)\s",
    re.IGNORECASE,
)
_NAMES_END = re.compile(
    rf"[;:“\"]|\.(?=\s|$)(?<![A-Z]\.)(?<!\bJr\.)(?<!\bDr\.)|,?\s(?:and\s)?(?:was\s|were\s)?(?:{_VERB})\b|,?\s(?:on|at|in|from|for|of|to|who|which|that|as|but|although|according|under|during|after|before|while|via|through|except)\s|,\s(?:on|in|with)\s",
    re.IGNORECASE,
)
_AND = re.compile(r",\s(?!(?:Jr|Sr|II|III|IV)\b)(?:and\s)?|\sand\s")
_NAME = re.compile(
    r"(?:[A-Z][\w.’'-]*\s){0,4}(?:(?:de|van|von|der|la|U)\s){0,2}[A-Z][\w’'-]*[a-z][\w’'-]*\.?"
    r"(?:,?\s(?:Jr\.|Sr\.|II|III|IV))?(?:\s\([^()]{1,40}\))?"
)
_OFFICE = re.compile(
    r"\b(?:Office|Officer|Chief|Division|Bureau|Director|Directors|Assistant|Deputy|Department|Section|Staff|Desk|Affairs|Committee|Council"
    r"|Embassy|Embassies|Agency|Mission|Resources|Defense|State|Treasury|House|Economic|Secretariat|Group|Counselor|Consul|Attaché|Army"
    r"|Navy|Force|Commerce|Agriculture|Under|Special|Acting|All|Both|Board|Administration|Labor|Justice|Branch|Policy|Branches|Documents?|Coordinator"
    r"|Adviser|Advisor)\b"
)
_TITLES = re.compile(
    r"^(?:(?:Deputy |Acting |Under |Assistant )*(?:Secretary|President|Ambassador|Minister|Mr|Mrs|Miss|Ms|Dr|General|Admiral"
    r"|Colonel|Major|Captain|Lieutenant|Commander|Senator|Governor|Director|Counselor)"
    r"\b(?: of State)?\.?\s)+"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceNote:
    """A source note, read. `text` is the note on one line, without its number; `marked` whether it says `Source:`."""

    text: str
    marked: bool
    repository: str | None = None
    collection: str | None = None
    shelfmark: str | None = None
    classification: Classification = UNMARKED
    history: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()


def read_source_note(text: str) -> SourceNote | None:
    """Read the note that tells where a document comes from; None for an empty one.

    A note that does not begin with `Source:` (older volumes hang it on the head without the word) gives its words, and
    the sentences of history in it; where the paper lies is read from it only if its first words have the form of that.
    """
    line = one_line(text[:LONGEST_NOTE])
    opening = _OPENING.match(line)
    if opening is None and (supplement := _SUPPLEMENT.search(line)):
        return _of_supplement(line, supplement)
    body = line[opening.end() :] if opening else line
    if not body:
        return None
    where, rest = _divided(body)
    repository, collection, shelfmark = _location(where) if opening or _SHELF.match(where) else (None, None, None)
    classification = _marks(rest) if opening else None
    history = tuple(sentence for sentence in sentences(rest) if opening and _HISTORY.match(sentence))
    return SourceNote(
        text=line,
        marked=opening is not None,
        repository=repository,
        collection=collection,
        shelfmark=shelfmark,
        classification=classification or UNMARKED,
        history=history,
        roles=tuple(role for sentence in history for role in read_roles(sentence)),
    )


def _of_supplement(line: str, match: re.Match[str]) -> SourceNote:
    """A note in the form of the microfiche supplements: contents, classification, pages, and then where the paper lies."""
    repository, collection, shelfmark = _location(match["where"].rstrip(" ."))
    return SourceNote(
        text=line,
        marked=True,
        repository=repository,
        collection=collection,
        shelfmark=shelfmark,
        classification=read_classification(match["marks"]) or UNMARKED,
    )


def _divided(body: str) -> tuple[str, str]:
    """The place of the paper, and what the note says after it: parted where the classification begins."""
    mark = _MARKED.search(body)
    if mark:
        return body[: mark.start()].rstrip(" ."), body[mark.end() :]
    first = next(sentences(body), "")
    if glued := _GLUED.search(first):
        return body[: glued.start()].rstrip(" ,."), body[glued.end() :]
    return first.rstrip(" ."), body[len(first) :].strip()


def _marks(rest: str) -> Classification | None:
    """The classification with which `rest` begins, up to its first stop."""
    first = re.split(r"\.(?:\s|$)|\s(?=Drafted\b)", rest, maxsplit=1)[0]
    level = LEVEL.match(first)
    return read_classification(first) or (read_classification(level[0]) if level else None)


def _location(where: str) -> tuple[str | None, str | None, str | None]:
    """Repository, collection and shelfmark in the words before the classification."""
    parts = [part for part in re.split(r",\s(?![^\[\]()]{0,80}[\])])|:\s(?=Lot\b|Box\b|Job\b|FRC\b)", where) if part]
    if not parts or len(parts[0]) > 120 or _PRINTED.search(where):
        return None, None, None
    rest = parts[1:]
    first = next((i for i, part in enumerate(rest) if _SHELF.match(part) and not _GROUP.match(part)), len(rest))
    collection, shelfmark = ", ".join(rest[:first]) or None, ", ".join(rest[first:]) or None
    if _SHELF.match(parts[0]):
        return None, None, where
    return parts[0], collection, shelfmark


def read_roles(sentence: str) -> tuple[Role, ...]:
    """The people in a sentence on drafting, clearance and approval, each with what he did: only what is a name for sure."""
    roles: list[Role] = []
    for verbs in _VERBS.finditer(sentence):
        end = _NAMES_END.search(sentence, verbs.end())
        names = sentence[verbs.end() : end.start() if end else len(sentence)].rstrip().removesuffix(" and")
        if re.search(r"\bdraft\b", verbs["how"]) and verbs["verbs"].lower() == "cleared":
            done = "Cleared in draft by"
        else:
            done = verbs["verbs"][0].upper() + verbs["verbs"][1:].lower() + " by"
        for name in _AND.split(names):
            plain = name.strip() if name.rstrip().endswith(("Jr.", "Sr.")) else name.strip(" .")
            if plain and _NAME.fullmatch(_TITLES.sub("", plain)) and not _OFFICE.search(_TITLES.sub("", plain)):
                roles.append(Role(role=done, name=plain))
    return tuple(dict.fromkeys(roles))


_SHELF_LINE = re.compile(
    r"^\[?(?P<mark>\d{2,3}[A-Z]{0,2}\.[^:/]{1,60}/\s?\d[\d–-]*(?:\s?[A-Z][\w–-]*)?)(?::\s[\w\s.-]{1,40})?\]?$"
)
_SERIES_LINE = re.compile(
    r"^(?P<repository>Department of [A-Z]\w+)\s(?P<series>[^:.]{2,60}?\bFiles?)(?:[,:]\s(?P<rest>.{1,100}))?$"
)


def read_shelf_line(text: str) -> SourceNote | None:
    """Read the line of an archive's number or file series that older volumes print over a document, or None.

    `501.BB Interim/1–348: Telegram` is a file number; `Department of State Atomic Energy Files` a repository and a
    series.
    """
    line = one_line(text[:300]).strip()
    if series := _SERIES_LINE.match(line):
        return SourceNote(
            text=line, marked=False, repository=series["repository"], collection=series["series"], shelfmark=series["rest"]
        )
    number = _SHELF_LINE.match(line)
    return SourceNote(text=line, marked=False, shelfmark=number["mark"]) if number else None
