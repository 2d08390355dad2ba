"""The edition as a book: front matter, every word of every document, indexes, bookmarks, links that lead somewhere."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import page
import pypdf
import pytest
from bench.published_words import TEI, element_words, missing_in_order, pdf_words, printed, tei_tree, tei_words
from pypdf.generic import ArrayObject, DictionaryObject

from teiencode.project import Edition
from teiencode.publishing.book import Chapter, book_pdf
from teiencode.publishing.document import read_document

ENCODED = sorted((Path(__file__).resolve().parent.parent / "tei").glob("*.xml"))
EDITION = Edition(
    title="Letters of two cities",
    editors=("First Editor", "Second Editor"),
    publisher="The publisher",
    licence="https://creativecommons.org/licenses/by/4.0/",
    date="2026-11-24",
)


def letter(number: int, date: str, text: str, more: str = "") -> bytes:
    return f"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Letter {number}</title></titleStmt>
<publicationStmt><publisher>P</publisher></publicationStmt><sourceDesc><bibl>Box {number}</bibl></sourceDesc></fileDesc>
<encodingDesc><editorialDecl><p>Said of all.</p>{"<p>Said of one.</p>" if number == 2 else ""}</editorialDecl></encodingDesc>
<profileDesc><creation><date when="{date}"/></creation><correspDesc>
<correspAction type="sent"><persName>Sender {number}</persName></correspAction></correspDesc></profileDesc></teiHeader>
{more}<text><body><div><head>Letter {number}</head>{text}</div></body></text></TEI>""".encode()


TEXTS = (
    letter(
        1,
        "1790-03-01",
        """<p>To <persName ref="#brown">Mrs Brown</persName> at <placeName>York</placeName>.
<note n="1">First note of one.</note></p>
<p>The <choice><abbr>Govt</abbr><expan>Government</expan></choice> agrees.</p><pb n="7"/><p>Page seven.</p>""",
        """<standOff><listPerson><person xml:id="brown"><persName><forename>Anna</forename> <surname>Brown</surname></persName>
</person></listPerson></standOff>""",
    ),
    letter(
        2,
        "1790-04-02",
        """<p><persName key="adams">Adams</persName>, then <persName key="adams">Mr Adams</persName> and
<persName key="adams">Mr Adams</persName> near <placeName>York</placeName>.<note n="1">First note of two.</note></p>""",
    ),
)


@pytest.fixture(scope="module")
def chapters(tmp_path_factory: pytest.TempPathFactory) -> list[Chapter]:
    folder = tmp_path_factory.mktemp("tei")
    made = []
    for number, data in enumerate(TEXTS, 1):
        path = folder / f"letter-{number}.xml"
        path.write_bytes(data)
        made.append(Chapter(name=path.stem, path=path, header=read_document(data).header))
    return made


@pytest.fixture(scope="module")
def book(chapters: list[Chapter]) -> bytes:
    return book_pdf(chapters, edition=EDITION, day="2026-11-24")


def reader_of(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf))


def page_with(pdf: bytes, words: str) -> str:
    texts = [" ".join(each.extract_text().split()) for each in reader_of(pdf).pages]
    return next(text for text in texts if words in text)


def titles(outline: Sequence[object]) -> Iterator[str]:
    for each in outline:
        if isinstance(each, list):
            yield from titles(each)
        else:
            assert isinstance(each, pypdf.generic.Destination)
            yield str(each.title)


def test_it_begins_with_title_imprint_contents_principles_and_list(book: bytes) -> None:
    texts = [" ".join(each.extract_text().split()) for each in reader_of(book).pages]
    assert texts[0].startswith(
        "Letters of two cities 2 documents, 1 March 1790 to 2 April 1790 Edited by First Editor, Second Editor"
    )
    assert "The publisher" in texts[0]
    assert "Licence: CC BY 4.0" in texts[1]
    assert "TEI P5" in texts[1]
    assert texts[2].startswith("Contents")
    assert re.search(r"Letter 1[ .]*2\b.*Letter 2[ .]*3\b", texts[2]), "with the numbers of their pages"
    assert "Said of all. Said of one. Document 2." in texts[3], "what is not said of all says of which"
    assert "1 Letter 1 1 March 1790 · from Sender 1 · Box 1 2" in page_with(book, "List of documents 1")


def test_abbreviations_persons_and_places_are_listed(book: bytes) -> None:
    assert "Abbreviations Govt Government" in page_with(book, "Abbreviations Govt")
    persons = page_with(book, "Mr Adams, 3")
    assert persons.startswith("Index of persons Brown, Anna, 2 Mr Adams, 3"), "a surname first; the form that stands most often"
    assert page_with(book, "York, 2, 3").startswith("Index of places York, 2, 3")


def test_bookmarks_name_the_parts_and_the_documents(book: bytes) -> None:
    found = list(titles(reader_of(book).outline))
    assert found == [
        "Contents", "Editorial principles", "List of documents", "Abbreviations", "Documents", "Letter 1", "Letter 2",
        "Index of persons", "Index of places",
    ]  # fmt: skip


def test_every_link_leads_to_a_page(book: bytes) -> None:
    reader = reader_of(book)
    numbers = {each.indirect_reference.idnum for each in reader.pages if each.indirect_reference}
    count = 0
    for each in reader.pages:
        for reference in each.get("/Annots", ()):
            annotation = reference.get_object()
            assert isinstance(annotation, DictionaryObject)
            if str(annotation["/Subtype"]) == "/Link" and "/Dest" in annotation:
                target: object = annotation["/Dest"].get_object()
                if isinstance(target, str):
                    assert target in reader.named_destinations
                else:
                    assert isinstance(target, ArrayObject)
                    assert target[0].idnum in numbers
                count += 1
    assert count > 12, "contents, list, notes, indexes"


def test_the_tei_of_each_document_is_in_the_file(book: bytes) -> None:
    attached = {name: bytes(data[0]) for name, data in reader_of(book).attachments.items()}
    assert attached == {f"letter-{number}.xml": data for number, data in enumerate(TEXTS, 1)}


def test_the_same_bytes_each_time(chapters: list[Chapter], book: bytes) -> None:
    assert book_pdf(chapters, edition=EDITION, day="2026-11-24") == book


def test_notes_keep_their_numbers_and_stand_with_their_document(book: bytes) -> None:
    first, second = page_with(book, "Letter 1 To Mrs Brown"), page_with(book, "Letter 2 Adams")
    assert "First note of one." in first
    assert "First note of two." in second
    assert re.search(r"\b7\b", first), "the page of the source, in the margin"


@cache
def seeds() -> tuple[list[Chapter], bytes]:
    made = [Chapter(name=path.stem, path=path, header=read_document(path.read_bytes()).header) for path in ENCODED]
    return made, book_pdf(made, edition=EDITION, day="2026-11-24")


def test_every_word_of_every_document_is_there_in_order() -> None:
    chapters, pdf = seeds()
    found = pdf_words(pdf)
    whole = []
    for chapter in chapters:
        root = tei_tree(chapter.path.read_bytes())
        whole += printed(tei_words(root, without=("note",)))
        for note in root.iter(f"{TEI}note"):
            assert missing_in_order(printed(element_words(note, without=("note",))), found) == []
    assert len(whole) > 5000
    assert missing_in_order(whole, found) == []


def test_it_keeps_the_rules_for_readers_and_for_archives(book: bytes) -> None:
    for pdf in (book, seeds()[1]):
        for profile in ("ua1", "3a"):
            report = page.validate_pdf_bytes(pdf, profile=profile)
            assert report.rules.total > 20
            assert [failure.message for failure in report.failures] == []


def test_categories_stand_under_their_own_taxonomy_and_codes_are_not_broken(tmp_path: Path) -> None:
    taxonomies = """<classDecl><taxonomy xml:id="acts"><category xml:id="one">
<catDesc>Exemption (b)(1): kept secret</catDesc></category>
</taxonomy><taxonomy xml:id="orders"><category xml:id="two"><catDesc>Order (a)(3): of a government</catDesc></category></taxonomy>
</classDecl></encodingDesc>"""
    path = tmp_path / "one.xml"
    path.write_bytes(TEXTS[0].replace(b"</encodingDesc>", taxonomies.encode()))
    header = read_document(path.read_bytes()).header
    made = book_pdf([Chapter(name="one", path=path, header=header)], edition=EDITION, day="2026-11-24")
    shown = page_with(made, "kept secret").split()
    assert [each for each in shown if each in {"acts", "(b)(1)", "orders", "(a)(3)"}] == ["acts", "(b)(1)", "orders", "(a)(3)"]
