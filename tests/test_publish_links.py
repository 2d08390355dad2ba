"""Pointers between documents and images of figures: links in every form, and nothing that leads nowhere."""

from __future__ import annotations

import base64
import io
import zipfile
from pathlib import Path

import pypdf
import pytest
from bench.published_words import page_tree
from lxml import etree

from teiencode.project import Edition, Look
from teiencode.publishing import Published, publish

PIXEL = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
HEADER = """<teiHeader><fileDesc><titleStmt><title>{title}</title></titleStmt><publicationStmt><p>For tests.</p></publicationStmt>
<sourceDesc><p>Written for tests.</p></sourceDesc></fileDesc></teiHeader>"""
TEI = 'xmlns="http://www.tei-c.org/ns/1.0"'
EDITION = Edition(title="An edition")
ALL = ("html", "pdf", "epub", "text")


def tei(title: str, body: str, root: str = TEI) -> str:
    return f"<TEI {root}>{HEADER.format(title=title)}<text><body>{body}</body></text></TEI>"


def made(folder: Path, files: dict[str, str], edition: Edition = EDITION, formats: tuple[str, ...] = ALL) -> Published:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    published = publish([folder], folder.with_name("site"), edition=edition, formats=formats)
    assert [each.message for each in published.diagnostics if each.severity == "error"] == []
    return published


def links(page: Path) -> list[tuple[str, str]]:
    """The links of a page's text: their words and their addresses."""
    (article,) = page_tree(page.read_bytes()).iter("article")
    return [("".join(str(text) for text in each.itertext()), each.get("href") or "") for each in article.iter("a")]


def links_in_epub(epub: Path, text: str) -> list[str]:
    with zipfile.ZipFile(epub) as archive:
        root = etree.fromstring(archive.read(f"EPUB/{text}"))
    return [
        each.get("href") or "" for each in root.iter("{http://www.w3.org/1999/xhtml}a") if "tei-ref" in (each.get("class") or "")
    ]


def pages_linked(pdf: bytes) -> list[int | str]:
    """Where the links of a PDF lead: pages of it (from 0), or addresses."""
    read = pypdf.PdfReader(io.BytesIO(pdf))
    found: list[int | str] = []
    for page in read.pages:
        for each in page.get("/Annots", []):
            link = each.get_object()
            if "/A" in link and "/URI" in link["/A"]:
                found.append(str(link["/A"]["/URI"]))
            elif "/Dest" in link:
                found.append(read.get_page_number(link["/Dest"][0].get_object()) or 0)
    return found


ONE = """<div><head>One</head><p>See <ref target="two.xml#deep">the other</ref>, <ptr target="two.xml"/>
and <ref target="three.xml">a third</ref>.</p></div>"""
TWO = '<div><head>Two</head><p>First.</p><p xml:id="deep">Deep, after <ref target="sub/../one#pg_7">one</ref>.</p></div>'


@pytest.fixture
def pointing(tmp_path: Path) -> tuple[Path, Published]:
    one = ONE.replace("</p>", '<pb n="7"/></p>')
    return tmp_path / "site", made(tmp_path / "tei", {"one.xml": tei("The first", one), "two.xml": tei("The second", TWO)})


def test_pointers_between_files_are_links_to_their_pages(pointing: tuple[Path, Published]) -> None:
    site, published = pointing
    for view, file in (("index", "index.html"), ("diplomatic", "diplomatic.html"), ("print", "print.html")):
        found = links(site / "one" / f"{view}.html")
        assert ("the other", f"../two/{file}#deep") in found
        assert ("The second", f"../two/{file}") in found
        assert "a third" not in dict(found)
        assert ("one", f"../one/{file}#pg_7") in links(site / "two" / f"{view}.html")
    told = [each for each in published.diagnostics if each.code == "TE979"]
    assert [(Path(each.file or "").name, each.message) for each in told] == [
        ("one.xml", "no document of the edition has three.xml; the words stand without a link")
    ]


def test_pointers_between_files_are_links_in_epub_and_pdf(pointing: tuple[Path, Published]) -> None:
    site, _ = pointing
    assert links_in_epub(site / "edition.epub", "text-1.xhtml") == ["text-2.xhtml#deep"]
    assert links_in_epub(site / "edition.epub", "text-2.xhtml") == ["text-1.xhtml#pg_7"]
    assert links_in_epub(site / "one" / "one.epub", "text.xhtml") == []
    assert pages_linked((site / "one" / "one.pdf").read_bytes()) == ["../two/index.html#deep", "../two/index.html"]
    book = pypdf.PdfReader(site / "edition.pdf")
    (first,) = [number for number, page in enumerate(book.pages) if "See the other" in page.extract_text()]
    (second,) = [number for number, page in enumerate(book.pages) if "Deep, after" in page.extract_text()]
    led = pages_linked((site / "edition.pdf").read_bytes())
    assert led[-3:] == [second, second, first]


def test_single_files_lead_to_the_edition_on_the_web_where_it_stands_there(tmp_path: Path) -> None:
    edition = Edition(title="An edition", address="https://example.org/e")
    made(tmp_path / "tei", {"one.xml": tei("The first", ONE), "two.xml": tei("The second", TWO)}, edition)
    page = "https://example.org/e/two/index.html"
    assert pages_linked((tmp_path / "site" / "one" / "one.pdf").read_bytes()) == [f"{page}#deep", page]
    assert links_in_epub(tmp_path / "site" / "one" / "one.epub", "text.xhtml") == [f"{page}#deep"]


def test_pointers_within_a_corpus_lead_to_the_pages_of_its_documents(tmp_path: Path) -> None:
    first = tei(
        "A", '<div xml:id="d1"><p>See <ref target="#d2">two</ref> and <ref target="#n2">its note</ref>.</p></div>', 'xml:id="a"'
    )
    second = tei("B", '<div xml:id="d2"><p>Words<note n="1" xml:id="n2">A note.</note>.</p></div>', 'xml:id="b"')
    outside = tei("C", '<p>From <ref target="all.xml#n2">outside</ref>, and <ref target="all#b">all of it</ref>.</p>')
    corpus = f"<teiCorpus {TEI}>{HEADER.format(title='All')}{first}{second}</teiCorpus>"
    made(tmp_path / "tei", {"all.xml": corpus, "c.xml": outside}, formats=("html",))
    assert links(tmp_path / "site" / "all-a" / "diplomatic.html") == [
        ("two", "../all-b/diplomatic.html"),
        ("its note", "../all-b/diplomatic.html#n2"),
    ]
    assert links(tmp_path / "site" / "all" / "diplomatic.html")[:2] == [("two", "#d2"), ("its note", "#n2")]
    assert [address for _, address in links(tmp_path / "site" / "c" / "index.html")] == [
        "../all-b/index.html#n2",
        "../all-b/index.html",
    ]


def test_pointers_within_a_volume_that_was_split_lead_to_its_documents_and_to_no_other_volume(tmp_path: Path) -> None:
    def document(number: int, text: str) -> str:
        return tei(f"Document {number}", f'<div type="document" xml:id="d{number}"><p>{text}</p></div>')

    files = {
        "v1-d1.xml": document(
            1, 'See <ref target="#d2">two</ref>, <ref target="#pg_9">a page</ref>, <ref target="v2#d1">another volume</ref>.'
        ),
        "v1-d2.xml": document(2, 'Words <pb n="9" xml:id="pg_9"/> go on, <ref target="#d3">there is none</ref>.'),
        "v2-d1.xml": document(1, 'A <pb n="9" xml:id="pg_9"/> page.'),
        "v2-d3.xml": document(3, "Nothing."),
    }
    made(tmp_path / "tei", files, formats=("html",))
    assert links(tmp_path / "site" / "v1-d1" / "diplomatic.html") == [
        ("two", "../v1-d2/diplomatic.html"),
        ("a page", "../v1-d2/diplomatic.html#pg_9"),
        ("another volume", "../v2-d1/diplomatic.html"),
    ]
    assert [words for words, _ in links(tmp_path / "site" / "v1-d2" / "diplomatic.html") if "none" in words] == []


def test_a_document_is_made_again_when_what_it_points_to_is_otherwise(tmp_path: Path) -> None:
    files = {"one.xml": tei("The first", ONE), "two.xml": tei("The second", TWO)}
    made(tmp_path / "tei", files, formats=("html",))
    again = made(tmp_path / "tei", {"three.xml": tei("A third", "<p>Here.</p>")}, formats=("html",))
    assert tmp_path / "site" / "one" / "print.html" in again.written
    assert tmp_path / "site" / "two" / "print.html" not in again.written


FIGURE = """<p>Before.</p><figure><graphic url="{url}"/><head>The mill</head><figDesc>A mill beside a stream.</figDesc></figure>
<p>After <graphic url="{url}"/>.</p>"""


def test_the_image_of_a_figure_is_an_image_in_every_form(tmp_path: Path) -> None:
    (tmp_path / "tei" / "pictures").mkdir(parents=True)
    (tmp_path / "tei" / "pictures" / "the mill.png").write_bytes(PIXEL)
    text = tei("Figures", FIGURE.format(url="pictures/the%20mill.png"))
    published = made(tmp_path / "tei", {"one.xml": text, "two.xml": tei("The second", "<p>Words.</p>")})
    assert [each.message for each in published.diagnostics if each.severity != "info"] == []
    site = tmp_path / "site"
    for view in ("index", "diplomatic", "print"):
        images = [
            (each.get("src"), each.get("alt")) for each in page_tree((site / "one" / f"{view}.html").read_bytes()).iter("img")
        ]
        assert images == [("pictures/the%20mill.png", "A mill beside a stream."), ("pictures/the%20mill.png", "image")]
    assert (site / "one" / "pictures" / "the mill.png").read_bytes() == PIXEL
    for epub in (site / "one" / "one.epub", site / "edition.epub"):
        with zipfile.ZipFile(epub) as archive:
            (image,) = [name for name in archive.namelist() if name.startswith("EPUB/images/")]
            assert archive.read(image) == PIXEL
            package = " ".join(archive.read("EPUB/package.opf").decode().split())
            assert f'href="{image.removeprefix("EPUB/")}" media-type="image/png"' in package
    for pdf in (site / "one" / "one.pdf", site / "edition.pdf"):
        assert sum(len(page.images) for page in pypdf.PdfReader(pdf).pages) == 1, "the file is there once"
        assert "A mill beside a stream." in "".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages)
    changed = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=")
    (tmp_path / "tei" / "pictures" / "the mill.png").write_bytes(changed)
    again = made(tmp_path / "tei", {})
    assert {site / "one" / "pictures" / "the mill.png", site / "one" / "one.pdf", site / "one" / "one.epub"} <= set(again.written)


def test_an_image_of_the_web_is_a_link_and_nothing_is_fetched(tmp_path: Path) -> None:
    address = "https://example.org/mill.png"
    made(tmp_path / "tei", {"one.xml": tei("Figures", FIGURE.format(url=address))})
    page = tmp_path / "site" / "one" / "index.html"
    assert ("A mill beside a stream.", address) in links(page)
    assert list(page_tree(page.read_bytes()).iter("img")) == []
    assert address in pages_linked((tmp_path / "site" / "one" / "one.pdf").read_bytes())


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("../outside.png", "it does not lie in the folder of the TEI file, and publish.images names no other folder"),
        ("absent.png", "there is no such file"),
        ("text.png", "its bytes are no image"),
        ("plan.tif", "it is of no kind that browsers show (jpg, png, webp, avif, gif)"),
    ],
)
def test_an_image_that_is_not_published_is_told_and_named(tmp_path: Path, url: str, why: str) -> None:
    (tmp_path / "tei").mkdir()
    (tmp_path / "outside.png").write_bytes(PIXEL)
    (tmp_path / "tei" / "text.png").write_text("secret")
    (tmp_path / "tei" / "plan.tif").write_bytes(PIXEL)
    published = made(tmp_path / "tei", {"one.xml": tei("Figures", FIGURE.format(url=url))})
    assert [each.message for each in published.diagnostics if each.code == "TE978"] == [
        f"the image {url} is not published: {why}"
    ]
    page = (tmp_path / "site" / "one" / "index.html").read_text(encoding="utf-8")
    assert f"[image: {url}]" in page
    assert "<img" not in page


def test_the_folder_that_the_edition_names_for_its_images_is_published_from(tmp_path: Path) -> None:
    (tmp_path / "scans" / "reel").mkdir(parents=True)
    (tmp_path / "scans" / "reel" / "1.png").write_bytes(PIXEL)
    (tmp_path / "tei").mkdir()
    text = tei("Figures", f'<pb n="1" facs="../scans/reel/1.png"/>{FIGURE.format(url="../scans/reel/1.png")}')
    (tmp_path / "tei" / "one.xml").write_text(text, encoding="utf-8")
    site = tmp_path / "site"
    published = publish([tmp_path / "tei"], site, edition=EDITION, formats=("html",), look=Look(images=tmp_path / "scans"))
    assert [each.message for each in published.diagnostics if each.severity != "info"] == []
    images = [each.get("src") or "" for each in page_tree((site / "one" / "index.html").read_bytes()).iter("img")]
    assert images == ["edition-images/reel/1.png"] * 3
    assert (site / "one" / images[0]).read_bytes() == PIXEL


def test_an_image_that_print_cannot_have_is_named_there(tmp_path: Path) -> None:
    (tmp_path / "tei").mkdir()
    (tmp_path / "tei" / "mill.png").write_bytes(PIXEL[:50])
    published = made(tmp_path / "tei", {"one.xml": tei("Figures", FIGURE.format(url="mill.png"))})
    assert [(each.code, each.message) for each in published.diagnostics if each.severity != "info"] == [
        ("TE980", "the PDF has the name of the image mill.png in its place")
    ]
    (page,) = pypdf.PdfReader(tmp_path / "site" / "one" / "one.pdf").pages
    assert "[image: mill.png]" in page.extract_text()
