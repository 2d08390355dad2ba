"""The TEI header: facts of the document, overridden by its sidecar, completed by the edition, in TEI's order.

Empty elements are left out. No clock is read: the same facts give the same header. TEI Guidelines, chapter 2.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache

from teiencode.dates import Dating
from teiencode.facts import Classification, Facts, Party, Release, Role, one_line, read_classification
from teiencode.project import Edition
from teiencode.sidecar import CorrespondenceAction, HeaderOverrides, Sidecar
from teiencode.tei.declarations import Declaration, editorial_declarations
from teiencode.tei.document import NO_DIGEST
from teiencode.tei.portion import Portion
from teiencode.tei.taxonomies import used_taxonomies

UNPUBLISHED = "Unpublished"
"""The publisher of a file that nobody has published: TEI wants one."""

_LANGUAGES = {"en": "English", "fr": "French", "de": "German", "es": "Spanish", "und": "Undetermined"}
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PLAIN = re.compile('[^\0-\x1f&<>"\ud800-\udfff\ufffe\uffff]*')
_ADDRESS = re.compile(r"(?:https?|urn|doi|info):\S+")
_SURNAME = re.compile(r"\((?![A-Z/.\d]+\))[^()]+\)$")
_OFFICE_HOLDER = re.compile(
    r"(?:(?:the|acting|deputy|under|assistant|vice|prime|former|special|principal|first|second|third|senior|political|legal)\s)*"
    r"(?:president|secretary|ambassador|chargé|minister|chairman|director|consul|chief|counsel[lo]*r|representative|premier|king|queen"
    r"|chancellor|shah|senator|general|admiral|colonel|major|captain|mr|mrs|miss|dr|administrator|commander|commissioner|adviser"
    r"|coordinator|attorney|governor)\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:department|embass(?:y|ies)|missions?|agency|legation|delegation|consulate|headquarters|station|council|committee|office"
    r"|bureau|section|government|posts?|usun|staff|white house|commission|board|organization|ministry|cinc\w+|division|command"
    r"|bank|fund|corporation)\b",
    re.IGNORECASE,
)
_PERSONAL = re.compile(r"(?:[A-Z][\w.’'-]*\s){1,4}[A-Z][\w’'-]*[a-z](?:,?\s(?:Jr\.|Sr\.|II|III))?")


@dataclass(slots=True)
class _Element:
    """An element of the header on its way to text: it holds words or elements, never both."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    words: str | None = None
    children: list[_Element | _Written] = field(default_factory=list)

    def set_id(self, identifier: str) -> None:
        """Give it an `xml:id`, before its other attributes."""
        self.attributes = {"xml:id": identifier, **self.attributes}

    def write(self, out: list[str], indent: str) -> None:
        """Append the element as XML, indented, its words escaped."""
        attributes = "".join(f' {key}="{_attribute(value)}"' for key, value in self.attributes.items())
        if self.children:
            out.append(f"{indent}<{self.name}{attributes}>\n")
            for child in self.children:
                child.write(out, indent + "  ")
            out.append(f"{indent}</{self.name}>\n")
        elif self.words:
            out.append(f"{indent}<{self.name}{attributes}>{_content(self.words)}</{self.name}>\n")
        else:
            out.append(f"{indent}<{self.name}{attributes}/>\n")


@dataclass(frozen=True, slots=True)
class _Written:
    """A part of the header that is XML already, with its indentation."""

    xml: str

    def write(self, out: list[str], indent: str) -> None:
        """Append it as it is."""
        out.append(self.xml)


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """What made the file: the program's version, the profile, the digest of the source; what part of a file the source is."""

    version: str
    profile: str
    source_sha256: str
    portion: Portion | None = None


def write_header(
    facts: Facts,
    *,
    name: str,
    identifier: str,
    application: Application,
    edition: Edition | None = None,
    sidecar: Sidecar | None = None,
    residue: str = "",
    encoded: str | None = None,
    within_corpus: bool = False,
) -> str:
    """The complete `teiHeader` of one document as XML, indented.

    `name` is the document's NAME, `identifier` its `TEI/@xml:id`. `encoded` is the day of the encoding (ISO), where it
    is known (`day_of_epoch`). `residue` is the `xenoData` as XML, or empty; it stands unchanged. Within a corpus
    `encodingDesc` is the corpus's. Characters that XML cannot hold become U+FFFD.
    """
    edition = edition or Edition()
    said = sidecar.header if sidecar else HeaderOverrides()
    stated = overridden(facts, said)
    title = stated.title or name
    header = _Element("teiHeader")
    file_description = _sub(header, "fileDesc")
    _title_statement(file_description, title, stated, edition, said)
    _publication(file_description, name, identifier, edition, said)
    if edition.title:
        _sub(_sub(file_description, "seriesStmt"), "title", edition.title)
    _source(file_description, title, stated)
    if not within_corpus:
        _encoding(header, stated, application, said)
    _profile(header, stated, said)
    out: list[str] = ["<teiHeader>\n"]
    for part in header.children:
        part.write(out, "  ")
    if residue:
        out.append(f"  {residue}\n")
    _revisions(stated, name, application, encoded, said).write(out, "  ")
    out.append("</teiHeader>")
    return "".join(out)


def overridden(facts: Facts, said: HeaderOverrides) -> Facts:
    """The facts with what a sidecar's `[header]` says in their place; where it is silent they stay."""
    classification = facts.classification
    if said.classification:
        read = read_classification(said.classification)
        classification = read or Classification(handling=(said.classification,))
    return replace(
        facts,
        title=said.title or facts.title,
        authors=said.authors or facts.authors,
        roles=tuple(Role(role=each.role, name=each.name) for each in said.responsibilities) or facts.roles,
        repository=said.repository or facts.repository,
        collection=said.collection or facts.collection,
        shelfmark=said.shelfmark or facts.shelfmark,
        source=said.source or facts.source,
        history=said.history or facts.history,
        created=Dating(when=said.date) if said.date else facts.created,
        language=said.language or facts.language,
        sent=_overridden_party(facts.sent, said.sent),
        received=_overridden_party(facts.received, said.received),
        classification=replace(classification, handling=said.keywords) if said.keywords else classification,
        releases=tuple(Release(text=each.note, dating=Dating(when=each.date)) for each in said.changes) or facts.releases,
    )


def day_of_epoch(seconds: str | None) -> str | None:
    """The ISO day of a `SOURCE_DATE_EPOCH` (seconds since 1970, UTC), or None where it is absent or no number."""
    if seconds is None or not re.fullmatch(r"\d{1,11}", seconds.strip()):
        return None
    return datetime.fromtimestamp(int(seconds), UTC).date().isoformat()


def _overridden_party(party: Party, said: CorrespondenceAction | None) -> Party:
    """One side of the correspondence with what the sidecar says of it."""
    if said is None:
        return party
    return replace(
        party,
        names=said.names or party.names,
        place=said.place or party.place,
        dating=Dating(when=said.date) if said.date else party.dating,
        date_text=None if said.date else party.date_text,
    )


def _title_statement(parent: _Element, title: str, facts: Facts, edition: Edition, said: HeaderOverrides) -> None:
    """`titleStmt`: title, authors, editors, and who drafted, cleared and approved."""
    statement = _sub(parent, "titleStmt")
    _sub(statement, "title", title)
    for author in facts.authors:
        _sub(statement, "author", author)
    for editor in said.editors or edition.editors:
        _sub(statement, "editor", editor)
    for role in dict.fromkeys(role.role for role in facts.roles):
        responsibility = _sub(statement, "respStmt")
        _sub(responsibility, "resp", role)
        for each in facts.roles:
            if each.role == role:
                _sub(responsibility, "persName", each.name)


def _publication(parent: _Element, name: str, identifier: str, edition: Edition, said: HeaderOverrides) -> None:
    """`publicationStmt`: publisher, identifiers, licence, date, in the order that the contract fixes."""
    statement = _sub(parent, "publicationStmt")
    _sub(statement, "publisher", said.publisher or edition.publisher or UNPUBLISHED)
    _sub(statement, "idno", identifier, type="document")
    if name != identifier:
        _sub(statement, "idno", name, type="filename")
    for kind, value in said.identifiers:
        _sub(statement, "idno", value, type=kind)
    licence = said.licence or edition.licence
    if licence and _ADDRESS.fullmatch(licence):
        _sub(_sub(statement, "availability"), "licence", licence, target=licence)
    elif licence:
        _sub(_sub(statement, "availability"), "licence", licence)
    else:
        _sub(_sub(statement, "availability", status="unknown"), "p", "No licence has been stated.")
    published = said.published or edition.date
    if published:
        _sub(statement, "date", published, when=published)


def _source(parent: _Element, title: str, facts: Facts) -> None:
    """`sourceDesc`: a manuscript description where the repository is known, else a reference with what is known."""
    description = _sub(parent, "sourceDesc")
    if facts.repository is None:
        reference = _sub(description, "bibl")
        _sub(reference, "title", title)
        if facts.created_text and facts.created.stated:
            _dated(reference, facts.created, facts.created_text)
        if facts.collection:
            _sub(reference, "title", facts.collection, level="s")
        if facts.message:
            _sub(reference, "idno", facts.message, type="message")
        for mark in (*((facts.shelfmark,) if facts.shelfmark else ()), *facts.archive_marks):
            _sub(reference, "idno", mark, type="archive")
        for sentence in facts.history:
            if not facts.source or sentence not in facts.source:
                _sub(reference, "note", sentence)
        if facts.source:
            _sub(reference, "note", facts.source, type="source")
        return
    manuscript = _sub(description, "msDesc")
    identifier = _sub(manuscript, "msIdentifier")
    _sub(identifier, "repository", facts.repository)
    if facts.collection:
        _sub(identifier, "collection", facts.collection)
    if facts.shelfmark:
        _sub(identifier, "idno", facts.shelfmark)
    for mark in facts.archive_marks:
        _sub(_sub(identifier, "altIdentifier"), "idno", mark, type="archive")
    if facts.message:
        _sub(_sub(identifier, "altIdentifier"), "idno", facts.message, type="message")
    if facts.history or facts.source:
        administration = _sub(_sub(manuscript, "additional"), "adminInfo")
        if facts.history:
            history = _sub(administration, "recordHist")
            for sentence in facts.history:
                _sub(history, "p", sentence)
        if facts.source:
            _sub(administration, "note", facts.source, type="source")


def _encoding(parent: _Element, facts: Facts, application: Application, said: HeaderOverrides) -> None:
    """`encodingDesc`: how the text was encoded, the categories in use, the program."""
    description = _sub(parent, "encodingDesc")
    if said.editorial:
        description.children.append(_editorial([("p", words) for words in said.editorial]))
    else:
        description.children.append(_editorial_of(application.profile))
    taxonomies = used_taxonomies([*_level_ids(facts), *facts.categories])
    if taxonomies:
        classes = _sub(description, "classDecl")
        for name, what, categories in taxonomies:
            taxonomy = _sub(classes, "taxonomy")
            taxonomy.set_id(name)
            _sub(taxonomy, "desc", what)
            for key, meaning in categories:
                category = _sub(taxonomy, "category")
                category.set_id(key)
                _sub(category, "catDesc", meaning)
    program = _sub(_sub(description, "appInfo"), "application", ident="teiencode", version=_version(application.version))
    program.set_id("teiencode")
    _sub(program, "label", "teiencode")
    _sub(program, "desc", application.profile, type="profile")
    _sub(program, "desc", application.source_sha256, type="source-sha256")
    for kind, words in application.portion.descriptions if application.portion else ():
        _sub(program, "desc", words, type=kind)
    _sub(program, "desc", NO_DIGEST, type="tei-sha256")


@cache
def _editorial_of(profile: str) -> _Written:
    """The `editorialDecl` of a profile: the same for all its documents, and so made and written once."""
    out: list[str] = []
    _editorial(editorial_declarations(profile)).write(out, "    ")
    return _Written("".join(out))


def _editorial(declarations: Iterable[Declaration]) -> _Element:
    """An `editorialDecl` with these paragraphs."""
    declaration = _Element("editorialDecl")
    for element, words in declarations:
        _sub(declaration if element == "p" else _sub(declaration, element), "p", words)
    return declaration


def _profile(parent: _Element, facts: Facts, said: HeaderOverrides) -> None:
    """`profileDesc`: creation, language, correspondence, classification."""
    description = _sub(parent, "profileDesc")
    if facts.created_text or facts.created.stated:
        _dated(_sub(description, "creation"), facts.created, None if said.date else facts.created_text)
    language = facts.language
    _sub(_sub(description, "langUsage"), "language", _LANGUAGES.get(language, language), ident=language)
    levels, handling = _level_ids(facts), facts.classification.handling
    if levels or handling:
        text_class = _sub(description, "textClass")
        for level in levels:
            _sub(text_class, "catRef", scheme="#classification", target=f"#{level}")
        if handling:
            keywords = _sub(text_class, "keywords")
            for mark in handling:
                _sub(keywords, "term", mark)
    _correspondence(description, facts)


def _correspondence(parent: _Element, facts: Facts) -> None:
    """`correspDesc`, with an action for each side that is known.

    A paper with one place and date and no names has none.
    """
    if not (facts.sent.names or facts.received.names or (facts.sent.place and facts.received.place)):
        return
    description = _sub(parent, "correspDesc")
    for kind, party in (("sent", facts.sent), ("received", facts.received)):
        if party.empty:
            continue
        action = _sub(description, "correspAction", type=kind)
        for name in party.names:
            _sub(action, agent_element(name), name)
        if party.place:
            _sub(action, "placeName", party.place)
        if party.dating.stated:
            # Exchanges of correspondence metadata want no times: CMIF dates are days.
            _dated(action, party.dating.to_the_day(), party.date_text)


def _revisions(facts: Facts, name: str, application: Application, encoded: str | None, said: HeaderOverrides) -> _Element:
    """`revisionDesc`, the newest act first: the encoding, the dated releases, then the undated ones as on the page."""
    description = _Element("revisionDesc")
    made = f"Encoded from {name} by teiencode {application.version}, profile {application.profile}."
    _sub(description, "change", made, type="encoding", **({"when": encoded} if encoded else {}))
    dated = sorted((r for r in facts.releases if r.dating.when), key=lambda r: str(r.dating.when), reverse=True)
    for release in (*dated, *(r for r in facts.releases if not r.dating.when)):
        kind = {} if said.changes else {"type": "declassification"}
        _sub(description, "change", release.text, **kind, **dict(release.dating.attributes))
    return description


def agent_element(name: str) -> str:
    """The TEI element for somebody named in a heading: `persName`, `orgName`, or `name` where the words do not tell."""
    if _SURNAME.search(name) or _OFFICE_HOLDER.match(name):
        return "persName"
    if _BODY.search(name):
        return "orgName"
    return "persName" if _PERSONAL.fullmatch(name) else "name"


def _level_ids(facts: Facts) -> list[str]:
    """The ids of the document's levels of classification."""
    return [f"class-{level}" for level in facts.classification.levels]


def _version(version: str) -> str:
    """The version as TEI's pattern wants it: one to four numbers, the last with `rc1` or the like; other endings go."""
    match = re.match(r"\d+[a-z]*\d*(?:\.\d+[a-z]*\d*){0,3}", version)
    return match[0] if match else "0"


def _dated(parent: _Element, dating: Dating, words: str | None) -> None:
    """A `date`: the words of the page, or the ISO value where the page has none."""
    values = [value for name, value in dating.attributes if name != "cert"]
    _sub(parent, "date", words or "/".join(values), **dict(dating.attributes))


def _sub(parent: _Element, name: str, words: str | None = None, **attributes: str) -> _Element:
    """A new child element, with its words on one line."""
    child = _Element(name, attributes, None if words is None else one_line(words))
    parent.children.append(child)
    return child


def _content(words: str) -> str:
    """Words as the content of an element; a character that XML cannot hold becomes U+FFFD."""
    if _PLAIN.fullmatch(words):
        return words
    words = _NOT_XML.sub("\ufffd", words)
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _attribute(value: str) -> str:
    """Words as the value of an attribute in double quotes."""
    if _PLAIN.fullmatch(value):
        return value
    return _content(value).replace('"', "&quot;").replace("\n", " ").replace("\t", " ").replace("\r", " ")
