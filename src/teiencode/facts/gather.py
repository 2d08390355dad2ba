"""The facts of a document, gathered from its tree: each kind of node is read by what such a part can say."""

from __future__ import annotations

import re
from calendar import isleap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from teiencode.dates import UNDATED, Dateline, Dating, find_stamp_date, read_dateline
from teiencode.diagnostic import Diagnostic, Span
from teiencode.facts.classification import merged, read_classification
from teiencode.facts.filing import filed_date
from teiencode.facts.form import Form, read_fields, read_form, read_officers
from teiencode.facts.heading import Heading, read_heading
from teiencode.facts.records import NOBODY, Classification, Facts, Party, Release, Role
from teiencode.facts.release import read_release
from teiencode.facts.source_note import SourceNote, read_shelf_line, read_source_note
from teiencode.facts.words import one_line, read_language
from teiencode.tree import Leaf, Node, Tree

LONGEST_NAME = 200
"""Characters of a name in a list, at most."""

LONGEST_CAPTION = 80
"""Characters of a caption that is no known mark, at most: longer lines are sentences."""

LONGEST_PART = 8000
"""Characters of one part (a head, a note, a stamp) that are looked at."""

_WITH_GAPS = frozenset({"stamp", "source note", "archive note"})
"""Parts whose words are kept as the page has them, the notices of what is withheld included."""
_APART = frozenset({"note", "furniture", "page break", "gap"})
_READ = frozenset({"dateline", "field", "archive note", "signature", "address", "salute"})
_HANDLING = frozenset({"handling line", "handling"})
_FORM_WORDS = re.compile(
    r"(?:\W|\b(?:department|of|state|the|white|house|washington|outgoing|incoming|telegram|memorandum|memo|airgram|letter|report|action|info|copy|permanent"
    r"|record|office|united|states|government|foreign|service|america|american|embassy|despatch|message|central|intelligence|agency|national|security"
    r"|council|d\.?c\.?|unclassified|secret|top|confidential)\b)+",
    re.IGNORECASE,
)
_ACCESSION = re.compile(r"[*\s]*(\d{4,7})[*\s]*")
_MARK = re.compile(r"\W*([A-Z]{2,5}\s[IVX]{1,5}\s\d{1,3})\s?/\s?\d+\W*")
_ONE_NUMBER = re.compile(r"No\.?\s?(\d[\w–-]*)\.?", re.IGNORECASE)
_NUMBERED = re.compile(r"((?:niact|priority|immediate|flash|routine|emergency|deferred)\b[a-z ]{0,20})\s(\d{1,6})", re.IGNORECASE)
_REVIEW = re.compile(r"[☒☐].{0,80}?\b(?:release|excise|deny|declassified)\b", re.IGNORECASE | re.DOTALL)
_HONOUR = re.compile(r"(?:(?:the|his|her|right|rt|honou?rable|hon|excellency|mr|mrs|dr|sir)\b\.?[ ,]*)+", re.IGNORECASE)
_SIGNED = re.compile(r"\[(?:signature|signed|initials?)\]|\(?signed\)?:?(?=\s)|/s/", re.IGNORECASE)
"""The notice of a signature above or before the name."""
_SECTION_OF_MESSAGE = re.compile(r"\b(?:SECTION|SECT|PART) \S{1,6} OF \S{1,6}\b.*")
"""The part of a caption that tells which section of a message follows."""
_CATEGORY = re.compile(r"#((?:foia|eo12356)-[\w]+)")


def facts_of(tree: Tree, text: str) -> tuple[Facts, tuple[Diagnostic, ...]]:
    """What the document with this tree says of itself, and what is doubtful in it.

    `text` is the source that the tree's leaves point into; spans of diagnostics count its characters from 0, and are
    those of the part (the dateline, the head, the stamp) that a doubt is about.
    """
    parts = _Parts(text)
    parts.visit(tree.root)
    heading = read_heading(parts.first("head")) if parts.of("head") else None
    unnumbered = (words for words in parts.of("archive note") if words.startswith("Source:"))
    notes = [read for words in (*parts.of("source note"), *unnumbered) if (read := read_source_note(words))]
    note = next((each for each in notes if each.marked), notes[0] if notes else None)
    dateline = next(((line, words) for words in parts.of("dateline") if (line := read_dateline(one_line(words)))), None)
    stamped = _stamped_date(parts.of("stamp"))
    year = _year(_dating_of(dateline), heading.dating if heading else UNDATED, stamped)
    form = read_form([words for words in parts.of("field") if not _REVIEW.search(words)], year=year)
    facts = _facts(parts, heading, note, dateline, form, stamped)
    releases, doubts = _releases(parts, _year(facts.created), reviewed=any(map(_REVIEW.search, parts.of("field"))))
    if releases and facts.created == form.created and _is_review(form, releases):
        facts = replace(facts, created=stamped, created_text=None, sent=replace(facts.sent, dating=stamped, date_text=None))
    told = [*_told(parts, "head", heading), *_told(parts, "dateline", dateline[0] if dateline else None), *doubts]
    return replace(facts, releases=releases, language=read_language(text)), tuple(told)


def _told(parts: _Parts, kind: str, read: Heading | Dateline | None) -> Iterator[Diagnostic]:
    """What is doubtful in the head or the dateline, the first of its kind, with the span of that part."""
    for doubt in read.diagnostics if read else ():
        yield replace(doubt, span=_span(parts.nodes[kind][0]))


@dataclass(slots=True)
class _Parts:
    """The words of the parts that say something, by the part's kind, in the order of the tree.

    `nodes` are the parts themselves, `listed` the names in the lists under `TO` and `FROM`.
    """

    text: str
    words: dict[str, list[str]] = field(default_factory=dict)
    nodes: dict[str, list[Node]] = field(default_factory=dict)
    categories: dict[str, None] = field(default_factory=dict)
    listed: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, kind: str) -> list[str]:
        """The words of all parts of a kind."""
        return self.words.get(kind, [])

    def first(self, kind: str) -> str:
        """The words of the first part of a kind."""
        return self.words[kind][0]

    def visit(self, root: Node) -> None:
        """Collect the parts of a document."""
        at_top = {id(child) for child in root.children}
        for node in _nodes(root):
            kind = self._part(node, at_top)
            if kind is not None:
                words = "".join(_words(node, self.text, with_gaps=kind in _WITH_GAPS))
                self.words.setdefault(kind, []).append(words[:LONGEST_PART])
                self.nodes.setdefault(kind, []).append(node)
            elif node.kind == "list":
                self._list(node)
            elif node.kind == "gap":
                self.categories.update(dict.fromkeys(_CATEGORY.findall(node.attributes.get("ana", ""))))

    def _list(self, node: Node) -> None:
        """Collect the names in a list under `TO` or `FROM`, the first of each in a document."""
        children = [child for child in node.children if isinstance(child, Node)]
        heads = ["".join(_words(child, self.text)).strip(" :\n").casefold() for child in children if child.kind == "list head"]
        if len(heads) == 1 and heads[0] in ("to", "from") and heads[0] not in self.listed:
            items = (one_line("".join(_words(child, self.text))) for child in children if child.kind == "item")
            self.listed[heads[0]] = tuple(item for item in items if 0 < len(item) <= LONGEST_NAME)

    def _part(self, node: Node, at_top: set[int]) -> str | None:
        """What a node is for the header, or None; `at_top` are the identities of the document's own children."""
        if node.kind == "head":
            return "head" if id(node) in at_top else None
        if node.kind == "note":
            return "source note" if node.attributes.get("type") == "source" else None
        if node.kind == "furniture":
            kind = node.attributes.get("type")
            return {"stamp": "stamp", "pageNum": "page number"}.get(str(kind), "running line")
        if node.kind in _HANDLING:
            return "handling"
        if node.kind == "closing dateline":
            return "dateline"
        return node.kind if node.kind in _READ else None


def _nodes(root: Node) -> Iterator[Node]:
    """All nodes, parents first, without recursion."""
    stack = [root]
    while stack:
        node = stack.pop()
        yield node
        stack.extend(child for child in reversed(node.children) if isinstance(child, Node))


def _span(node: Node) -> Span:
    """The span of a node: from its first character to its last."""
    leaves = [leaf for inner in _nodes(node) for leaf in inner.children if isinstance(leaf, Leaf)]
    return (min(leaf.start for leaf in leaves), max(leaf.end for leaf in leaves)) if leaves else (0, 0)


def _words(node: Node, text: str, *, with_gaps: bool = False) -> Iterator[str]:
    """The words of a node as the page has them, without the notes and furniture inside it.

    Omissions are left out, or `with_gaps` stand as their own words in brackets (`[Signature]`).
    """
    stack: list[Node | Leaf] = list(reversed(node.children))
    while stack:
        child = stack.pop()
        if isinstance(child, Leaf):
            if child.role == "text":
                yield text[child.start : min(child.end, child.start + LONGEST_PART)]
            elif child.role == "space":
                yield "\n" if "\n" in text[child.start : child.end] else " "
        elif child.kind == "gap" and with_gaps:
            yield f"[{''.join(_words(child, text)).strip('[]') or 'illegible'}]"
        elif child.kind in _APART:
            yield " "
        elif child.kind == "line break":
            yield "\n"
        else:
            stack.extend(reversed(child.children))


def _facts(
    parts: _Parts,
    heading: Heading | None,
    note: SourceNote | None,
    dateline: tuple[Dateline, str] | None,
    form: Form,
    stamped: Dating,
) -> Facts:
    """The facts but for the acts of release and the language."""
    shelf = next((line for line in map(read_shelf_line, parts.of("archive note")) if line), None)
    shelfmark = (note.shelfmark if note else None) or (shelf.shelfmark if shelf else None)
    created, created_text = _creation(heading, dateline, form, stamped if stamped.stated else filed_date(shelfmark or ""))
    sent, received = _parties(parts, heading, dateline, form)
    if not sent.empty or not received.empty:
        sent = replace(sent, dating=created, date_text=created_text) if not sent.dating.stated else sent
    source = note.text if note else None
    return Facts(
        title=_title(heading, form),
        message=(heading.message if heading else None) or form.message or _message([*parts.of("handling"), *parts.of("field")]),
        created=created,
        created_text=created_text,
        sent=sent,
        received=received,
        authors=heading.authors if heading else (),
        source=source or (shelf.text if shelf else None),
        repository=(note.repository if note else None) or (shelf.repository if shelf else None),
        collection=(note.collection if note else None) or (shelf.collection if shelf else None),
        shelfmark=shelfmark,
        history=note.history if note else (),
        roles=tuple(dict.fromkeys([*(note.roles if note else ()), *form.roles, *_officers_at_feet(parts)])),
        classification=_classification(note, parts),
        archive_marks=_archive_marks(parts),
        categories=tuple(parts.categories),
    )


def _officers_at_feet(parts: _Parts) -> Iterator[Role]:
    """The officers of drafting boxes that cut a sentence, and so are furniture of a page's foot."""
    for words in parts.of("running line"):
        yield from read_officers(words)


def _title(heading: Heading | None, form: Form) -> str | None:
    """The document's title: its heading; where that only names the form, the subject, or what the form's fields say.

    A form with a message's number is a telegram's, whose heading is the form's name, though it may be misread.
    """
    if heading is not None and not form.message and not _FORM_WORDS.fullmatch(heading.title):
        return heading.title
    if form.subject:
        return form.subject
    sender = next(iter(form.sent.names), form.sent.place)
    receiver = next(iter(form.received.names), form.received.place)
    if sender or receiver:
        kind = "Telegram" if form.message or heading is None or "telegram" in heading.title.casefold() else heading.title
        told = [kind, form.message, f"from {sender}" if sender else None, f"to {receiver}" if receiver else None]
        return " ".join(word for word in told if word)
    return heading.title if heading else None


def _creation(
    heading: Heading | None, dateline: tuple[Dateline, str] | None, form: Form, archived: Dating
) -> tuple[Dating, str | None]:
    """When the document was made, from the best witness: dateline, head, form, an archive's date for it."""
    if dateline is not None:
        line, words = dateline[0], one_line(dateline[1])
        dates = [piece for piece in line.pieces if piece.kind in ("date", "time")]
        if dates:
            return _with_year(line.dating, archived), words[dates[0].span[0] : dates[-1].span[1]]
    if heading is not None and heading.date_text:
        return _with_year(heading.dating, archived), heading.date_text
    if form.created_text:
        return form.created, form.created_text
    return archived, None


def _with_year(dating: Dating, archived: Dating) -> Dating:
    """A dating without a year, completed by that of the archive's date; what is completed is not certain."""
    if archived.when is None or dating.when is None or not dating.when.startswith("--"):
        return dating
    year = int(archived.when[:4])
    if dating.when == "--02-29" and not isleap(year):
        return dating
    return Dating(when=f"{year}{dating.when[1:]}", cert="medium")


def _parties(parts: _Parts, heading: Heading | None, dateline: tuple[Dateline, str] | None, form: Form) -> tuple[Party, Party]:
    """Sender and receiver: of the head, else of the form, else of the lists under `FROM` and `TO`.

    The dateline gives the sender's place and the date of receipt.
    """
    sent, received = (heading.sent, heading.received) if heading else (NOBODY, NOBODY)
    if sent.empty and received.empty:
        sent, received = form.sent, form.received
        if not (sent.names or sent.place):
            sent = replace(sent, names=parts.listed.get("from", ()))
        if not (received.names or received.place):
            received = replace(received, names=parts.listed.get("to", ()))
        if sent.empty and received.empty:
            sent, received = _letter(parts)
        if sent.empty and received.empty:
            return sent, received
        signatures = parts.of("signature")
        if not sent.names and signatures and (sent.place or received.names):
            signer = one_line(_SIGNED.sub("", signatures[0].strip()).strip().partition("\n")[0])
            sent = replace(sent, names=(signer,)) if signer and "[" not in signer and len(signer) < 60 else sent
    if dateline is not None:
        line, words = dateline[0], one_line(dateline[1])
        if sent.place is None and line.place is not None:
            sent = replace(sent, place=words[slice(*line.place)])
        if line.received is not None and not received.empty:
            received = replace(received, dating=line.received)
    elif heading is not None and sent.place is None and heading.place:
        sent = replace(sent, place=heading.place)
    return sent, received


def _letter(parts: _Parts) -> tuple[Party, Party]:
    """Writer and addressee of a letter, which has a salutation: the name that signs, and the name above the salutation."""
    if not parts.of("salute"):
        return NOBODY, NOBODY
    signed = [line for words in parts.of("signature")[:1] for line in words.split("\n")]
    writer = next((name for line in signed if (name := _name_in(line))), None)
    lines = [line for words in parts.of("address")[:1] for line in words.split("\n")]
    addressee = next((name for line in lines if (name := _name_in(line))), None)
    return Party(names=(writer,)) if writer else NOBODY, Party(names=(addressee,)) if addressee else NOBODY


def _name_in(line: str) -> str | None:
    """The person that a line names (`The Rt. Hon. The Earl of Home, K.T.`), and nothing where it names an honour alone."""
    name = one_line(line).strip(" ,()*~")
    return name if 2 < len(name) <= LONGEST_NAME and not _HONOUR.fullmatch(name) and "[" not in name else None


def _classification(note: SourceNote | None, parts: _Parts) -> Classification:
    """Levels and marks, as the source note, the lines under the head, captions and running lines have them."""
    found = [note.classification] if note else []
    numbered = [words for words in parts.of("field") if _NUMBERED.fullmatch(words.strip())]
    for words in [*parts.of("handling"), *numbered]:
        for line in words.split("\n"):
            mark = one_line(line).strip(" .")
            mark = _SECTION_OF_MESSAGE.sub("", _NUMBERED.sub(r"\1", mark)).strip()
            if mark and not _ONE_NUMBER.fullmatch(mark):
                caption = (mark,) if len(mark) <= LONGEST_CAPTION else ()
                found.append(read_classification(mark) or Classification(handling=caption))
    for words in parts.of("running line"):
        found += [read for line in re.split(r"[\n\t]", words) if (read := read_classification(line))]
    return merged(*found)


def _message(lines: Iterable[str]) -> str | None:
    """A message's number that stands alone (`No. 298`, `PRIORITY 1135`)."""
    for words in lines:
        if match := _ONE_NUMBER.fullmatch(words.strip()):
            return match[1]
        if match := _NUMBERED.fullmatch(words.strip()):
            return match[2]
    return None


def _archive_marks(parts: _Parts) -> tuple[str, ...]:
    """The archive's marks: an accession number stamped on the page, and what its page marks (`CU III 15/3`) share."""
    numbers = [match[1] for words in parts.of("stamp") if (match := _ACCESSION.fullmatch(words))]
    stems = Counter(match[1] for words in parts.of("page number") if (match := _MARK.fullmatch(words)))
    shared = [stem for stem, count in stems.most_common(1) if count > 1]
    return tuple(dict.fromkeys(numbers + shared))


def _stamped_date(stamps: Iterable[str]) -> Dating:
    """The date that an archive has stamped alone on the page: what it holds for the document's date."""
    for words in stamps:
        plain = words.strip(" *\n")
        found = find_stamp_date(plain)
        if found and found.span == (0, len(plain)) and found.dating.when and len(found.dating.when) == 10:
            return replace(found.dating, cert="medium")
    return UNDATED


def _releases(parts: _Parts, written: int | None, *, reviewed: bool) -> tuple[tuple[Release, ...], tuple[Diagnostic, ...]]:
    """The acts of declassification and release: stamps, and the form of a review (`☒ RELEASE` … `Date: 3/13/93`)."""
    found: dict[str, Release] = {}
    doubts: list[Diagnostic] = []
    for words, node in zip(parts.of("stamp"), parts.nodes.get("stamp", []), strict=True):
        release, told = read_release(words, written=written)
        if release is not None and release.text not in found:
            found[release.text] = release
            doubts += [replace(doubt, span=_span(node)) for doubt in told]
    if reviewed:
        boxes = next(one_line(words) for words in parts.of("field") if _REVIEW.search(words))
        for words in parts.of("field"):
            for name, value in read_fields(words):
                date = find_stamp_date(value, written=written) if name == "date" else None
                if date is not None and date.dating.when:
                    text = f"{boxes} {one_line(words)}"
                    found.setdefault(text, Release(text=text, dating=date.dating))
    return tuple(found.values()), tuple(doubts)


def _is_review(form: Form, releases: Sequence[Release]) -> bool:
    """Whether the form's date is the reviewer's and not the document's."""
    return form.message is None and any(form.created.when == release.dating.when for release in releases)


def _dating_of(dateline: tuple[Dateline, str] | None) -> Dating:
    return dateline[0].dating if dateline else UNDATED


def _year(*datings: Dating) -> int | None:
    """The first year that one of the datings states."""
    for dating in datings:
        for value in (dating.when, dating.from_, dating.not_before, dating.not_after):
            if value and value[0].isdigit():
                return int(value[:4])
    return None
