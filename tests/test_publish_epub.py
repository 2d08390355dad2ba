"""EPUB: the words of the text, what reading systems need to know, files that hold together whatever the text says."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from functools import cache
from pathlib import Path

import pytest
from bench.published_words import epub_texts, epub_words, read_words, tei_tree, tei_words
from lxml import etree

from teiencode.project import Edition
from teiencode.publishing import publish
from teiencode.publishing.document import read_document
from teiencode.publishing.epub import edition_day, identifier_of
from teiencode.publishing.outputs import OUTPUTS, Work
from teiencode.publishing.pages import Setting
from teiencode.publishing.pdf import UNDATED
from teiencode.publishing.stylesheets import stylesheets

SAMPLES = Path(__file__).parent / "publishing"
ENCODED = Path(__file__).resolve().parent.parent / "tei"
FILES = sorted(SAMPLES.glob("*.xml")) + sorted(ENCODED.glob("*.xml"))
ANY = sorted((Path(__file__).parent / "any-tei").glob("*.xml"))
BENCH = Path(os.environ.get("TEIENCODE_BENCH") or Path(__file__).resolve().parents[2] / "shared" / "bench")
GOLD = sorted(BENCH.glob("frus/*.gold.xml")) + sorted(BENCH.glob("scan/*.gold.xml"))
EDITION = Edition(title="An edition", editors=("Ada B.", "Carl D."), publisher="A press", address="https://example.org/e/")
NAMES = {
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "h": "http://www.w3.org/1999/xhtml",
}
TYPE = "{http://www.idpf.org/2007/ops}type"


def made_of(data: bytes, name: str, edition: Edition = EDITION) -> tuple[bytes, tuple[str, ...]]:
    output = next(each for each in OUTPUTS if each.format == "epub")
    epub, diagnostics = output.make(Work(data, read_document(data), Setting(name=name, edition=edition), stylesheets()))
    return epub, tuple(each.message for each in diagnostics)


@cache
def epub_of(path: Path) -> bytes:
    epub, messages = made_of(path.read_bytes(), path.stem)
    assert messages == ()
    return epub


def part(epub: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(epub)) as archive:
        return etree.fromstring(archive.read(f"EPUB/{name}"))


def found(root: etree._Element, path: str) -> list[str]:
    values = root.xpath(path, namespaces=NAMES)
    assert isinstance(values, list)
    return [str(each) for each in values]


def wrapped(body: str, header: str = "<fileDesc><titleStmt><title>A document</title></titleStmt></fileDesc>") -> bytes:
    head = f"<teiHeader>{header}</teiHeader>"
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{head}<text><body>{body}</body></text></TEI>'.encode()


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_no_word_is_missing_and_none_is_added(path: Path) -> None:
    root = tei_tree(read_document(path.read_bytes()).xml)
    assert epub_words(epub_of(path)) == read_words(root)
    # And nothing is lost by taking footnotes to the end: the words are those of the reading view.
    assert sorted(read_words(root)) == sorted(tei_words(root, ("fw", "del")))


@pytest.mark.skipif(not GOLD, reason="no bench data: set TEIENCODE_BENCH to the folder that holds them")
def test_no_word_of_documents_by_other_hands_is_missing() -> None:
    for path in GOLD[::3]:
        data = wrapped(path.read_text(encoding="utf-8"))
        epub, messages = made_of(data, "document")
        assert messages == (), path.name
        assert epub_words(epub) == read_words(tei_tree(data)), path.name


@pytest.mark.parametrize("path", ANY, ids=[path.stem for path in ANY])
def test_no_letter_of_any_tei_is_missing(path: Path) -> None:
    # What its stylesheets do not know they show and tell, so there may be messages.
    epub, _ = made_of(path.read_bytes(), path.stem)
    assert "".join(epub_words(epub)) == "".join(read_words(tei_tree(path.read_bytes())))


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_every_link_leads_to_a_place(path: Path) -> None:
    (text,) = epub_texts(epub_of(path))
    ids = [element.get("id") for element in text.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    links = found(text, "//a[starts-with(@href, '#')]/@href")
    assert {link[1:] for link in links} <= set(ids)
    navigation = part(epub_of(path), "nav.xhtml")
    targets = [href.partition("#") for href in found(navigation, "//h:a/@href")]
    assert targets
    for file, _, place in targets:
        assert file == "text.xhtml"
        assert not place or place in ids


def test_notes_are_called_and_lead_back() -> None:
    (text,) = epub_texts(epub_of(SAMPLES / "telegram.xml"))
    calls = [element for element in text.iter("a") if element.get(TYPE) == "noteref"]
    notes = [element for element in text.iter("aside") if element.get(TYPE) == "footnote"]
    assert calls
    assert notes
    assert {call.get("role") for call in calls} == {"doc-noteref"}
    assert {note.get("role") for note in notes} == {"doc-footnote"}
    # A second call of a note has no name of its own: the way back leads to the first.
    called = {(call.get("href") or "")[1:]: call.get("id") for call in calls if call.get("id")}
    assert len(called) == len(calls) - 1
    back = {
        note.get("id"): (link.get("href") or "")[1:] for note in notes for link in note.iter("a") if link.get("class") == "label"
    }
    assert back == called
    assert [note.get("id") for note in notes if note.get("id") not in called] == ["d127fn5"], "its number stands nowhere"


def test_pages_of_the_source_are_listed_in_order() -> None:
    path = SAMPLES / "telegram.xml"
    navigation = part(epub_of(path), "nav.xhtml")
    breaks = found(tei_tree(path.read_bytes()), "//*[local-name()='pb']/@n")
    listed = found(navigation, "//h:nav[@role='doc-pagelist']//h:a/text()")
    assert len(breaks) > 1
    assert [label.split()[-1] for label in listed] == breaks


def test_omissions_say_how_much_and_why() -> None:
    (text,) = epub_texts(epub_of(SAMPLES / "scan.xml"))
    titles = found(text, "//*[contains(concat(' ', @class, ' '), ' tei-gap ')]/@title")
    assert titles
    assert all(titles)
    meant = found(text, "//section[contains(@class, 'omissions')]//dd/text()")
    assert any(meaning in title for title in titles for meaning in meant)


def test_the_package_tells_what_the_header_tells() -> None:
    package = part(epub_of(SAMPLES / "telegram.xml"), "package.opf")
    (title,) = found(package, "//dc:title/text()")
    assert title.endswith("Telegram From the Department of State to the U.S. Interests Section in Cuba")
    assert found(package, "//dc:identifier/text()")[0] == identifier_of(EDITION, "telegram")
    assert found(package, "//dc:creator/text()") == ["Department of State"]
    assert found(package, "//dc:contributor/text()")[-2:] == ["Ada B.", "Carl D."]
    assert found(package, "//dc:language/text()") == ["en"]
    assert found(package, "//dc:publisher/text()") == ["A press"]
    assert found(package, "//opf:meta[@property='dcterms:created']/text()") == ["1980-12-11"]
    (modified,) = found(package, "//opf:meta[@property='dcterms:modified']/text()")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", modified)
    assert {"tableOfContents", "pageNavigation"} <= set(
        found(package, "//opf:meta[@property='schema:accessibilityFeature']/text()")
    )


def test_nothing_is_claimed_that_is_not_there() -> None:
    epub, _ = made_of(wrapped("<p>Words.</p>"), "bare", Edition())
    package = part(epub, "package.opf")
    for name in ("creator", "contributor", "publisher", "rights", "source", "subject"):
        assert found(package, f"//dc:{name}") == [], name
    assert not set(found(package, "//opf:meta/text()")) & {"pageNavigation", "pageBreakMarkers"}
    assert found(package, "//opf:meta[@property='dcterms:created']") == []


def test_identifiers_stay_and_differ() -> None:
    moved = Edition(title="Another title", address="https://example.org/e")
    assert identifier_of(EDITION, "a") == identifier_of(moved, "a")
    assert (
        len({identifier_of(EDITION, "a"), identifier_of(EDITION, "b"), identifier_of(EDITION), identifier_of(Edition(), "a")})
        == 4
    )


def test_the_day_of_an_edition_is_that_of_its_newest_document() -> None:
    assert edition_day(["1962-10-27", UNDATED, "1962-11-28"], Edition(date="2026")) == "1962-11-28"
    assert edition_day([UNDATED], Edition(date="2026-11-24")) == "2026-11-24"
    assert edition_day([], Edition()) == UNDATED


HOSTILE = (
    "<head>A &lt;/title&gt; &amp; ]]&gt; &#x80;&#x85;&#x9F; &#xD; &#xFDD0; &#xE000; &#x1FFFE; &#x202E;abc</head>"
    '<p xml:id="a b" rend="x&quot;&gt;y" xml:lang="no language!">&lt;script&gt;alert(1)&lt;/script&gt; '
    '<pb n="&quot;&gt;&lt;b&gt;"/> <ref target="http://[nonsense">one</ref> <ref target="https://example.org/?c=%zz">two</ref> '
    '<ref target="#nowhere">three</ref> <ref target="javascript:alert(1)">four</ref> <ptr target="#gone"/> '
    '<date when="2026-13-45">five</date><note>with <list><item>a list</item></list></note></p><note n="9">not called</note>'
    '<table><row><cell cols="0">c</cell></row></table><del><pb n="2"/><note n="3">struck</note><gap reason="x y" ana="#z"/></del>'
)


def test_hostile_text_makes_files_that_are_well_formed() -> None:
    data = wrapped(HOSTILE, "<fileDesc><titleStmt><title>T &lt;/title&gt; &#x80; \u202e</title></titleStmt></fileDesc>")
    edition = Edition(title="E </dc:title> & ]]>\x80", editors=('"A" <b>',), licence="<i>&", publisher="&amp;")
    epub, _ = made_of(data, 'n "%" &', edition)
    (text,) = epub_texts(epub)
    assert epub_words(epub) == read_words(tei_tree(data.replace(b'xml:id="a b"', b"")))
    assert found(part(epub, "package.opf"), "//dc:title/text()") == ["T </title> \x80 \u202e"]
    assert found(part(epub, "package.opf"), "//dc:rights/text()") == ["<i>&"]
    assert found(text, "//script") == []
    assert [href for href in found(text, "//a/@href") if not href.startswith("#")] == []


def test_the_files_lie_as_the_format_asks() -> None:
    with zipfile.ZipFile(io.BytesIO(epub_of(SAMPLES / "scan.xml"))) as archive:
        entries = archive.infolist()
        assert (entries[0].filename, entries[0].compress_type, entries[0].extra) == ("mimetype", zipfile.ZIP_STORED, b"")
        assert archive.read("mimetype") == b"application/epub+zip"
        assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
        manifest = found(etree.fromstring(archive.read("EPUB/package.opf")), "//opf:item/@href")
        inside = {entry.filename.removeprefix("EPUB/") for entry in entries if entry.filename.startswith("EPUB/")}
        assert inside == {*manifest, "package.opf"}


def test_an_edition_is_one_book_too(tmp_path: Path) -> None:
    first = publish([ENCODED], tmp_path, edition=EDITION, formats=("epub",))
    assert first.diagnostics == ()
    book = (tmp_path / "edition.epub").read_bytes()
    title, contents, *texts = epub_texts(book)
    assert found(title, "//h1/text()") == ["An edition"]
    names = list(first.documents)
    assert len(names) == len(texts) == 5
    single = [word for name in names for word in epub_words((tmp_path / name / f"{name}.epub").read_bytes())]
    assert epub_words(book) == single
    headings = found(contents, "//nav[@role='doc-toc']/ol/li/a/text()")
    assert len(headings) == 5
    places = {f"text-{number}.xhtml#{each}" for number, text in enumerate(texts, 1) for each in found(text, "//@id")}
    linked = found(contents, "//a[contains(@href, '#')]/@href")
    assert linked
    assert set(linked) <= places


def test_a_second_run_makes_only_what_changed(tmp_path: Path) -> None:
    tei = tmp_path / "tei"
    tei.mkdir()
    for path in FILES[:3]:
        (tei / path.name).write_bytes(path.read_bytes())
    site = tmp_path / "site"
    publish([tei], site, edition=EDITION, formats=("epub",))
    again = publish([tei], site, edition=EDITION, formats=("epub",))
    assert again.written == ()
    changed = tei / FILES[0].name
    changed.write_bytes(changed.read_bytes().replace(b"</body>", b"<p>More.</p></body>"))
    third = publish([tei], site, edition=EDITION, formats=("epub",))
    written = {path.name for path in third.written if path.suffix == ".epub"}
    assert written == {f"{changed.stem}.epub", "edition.epub"}
    assert epub_words((site / "edition.epub").read_bytes()).count("More.") == 1


def test_a_document_that_fails_is_not_in_the_book_and_stops_nobody(tmp_path: Path) -> None:
    tei = tmp_path / "tei"
    tei.mkdir()
    for name in ("good", "better"):
        (tei / f"{name}.xml").write_bytes(wrapped(f"<p>{name.title()}.</p>"))
    (tei / "bad.xml").write_bytes(b"<TEI")
    published = publish([tei], tmp_path / "site", edition=EDITION, formats=("epub",))
    assert [each.code for each in published.diagnostics] == ["TE952"]
    assert epub_words((tmp_path / "site" / "edition.epub").read_bytes()) == ["Better.", "Good."]


def test_the_bytes_are_the_same_in_another_process(tmp_path: Path) -> None:
    outputs = []
    for zone, seed in (("Asia/Tokyo", "1"), ("America/Lima", "2")):
        folder = tmp_path / seed
        script = f"from teiencode.publishing import publish; publish([{str(SAMPLES)!r}], {str(folder)!r}, formats=('epub',))"
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ENCODED.parent / "src")}
        subprocess.run([sys.executable, "-c", script], check=True, env=environment, cwd=tmp_path)
        outputs.append([(folder / name).read_bytes() for name in ("edition.epub", "scan/scan.epub", "telegram/telegram.epub")])
    assert outputs[0] == outputs[1]
