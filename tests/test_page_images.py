"""Images of the pages: from the sidecar's pattern into the TEI, and beside the text of the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.published_words import html_words, page_tree, tei_tree, tei_words

from teiencode import decode, encode, validate
from teiencode.project import Edition
from teiencode.publishing import publish
from teiencode.publishing.document import read_document
from teiencode.publishing.pages import Setting, document_page
from teiencode.publishing.stylesheets import stylesheets
from teiencode.settings import SettingsError
from teiencode.sidecar import Sidecar, read_sidecar

SEED = Path(__file__).resolve().parent.parent / "seeds" / "frus1977-80v23-d127.txt"
IMAGE = b"\xff\xd8\xff"
"""How a JPEG begins."""
OUTSIDE = "it does not lie in the folder of the TEI file, and publish.images names no other folder"
TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>
<facsimile><surface xml:id="s3"><graphic url="https://example.org/three.png"/></surface></facsimile>
<text><body><div><head>A letter</head><p>Words <pb n="3" facs="{facs}"/> of it.</p></div></body></text></TEI>"""


def test_a_pattern_in_the_sidecar_names_the_image_of_each_page(tmp_path: Path) -> None:
    (tmp_path / "one.toml").write_text('images = "https://example.org/reel/{nnnn}.jpg?n={n}"\n')
    encoded = encode(SEED, profile="frus", name="one", sidecar=read_sidecar(tmp_path / "one.toml"))
    assert b'<pb n="272" xml:id="pg_272" facs="https://example.org/reel/0272.jpg?n=272"/>' in encoded.xml
    assert decode(encoded.xml).data == SEED.read_bytes()
    assert [each for each in validate(encoded.xml) if each.severity == "error"] == []
    plain = encode(SEED, profile="frus", name="one", sidecar=Sidecar())
    assert b"facs=" not in plain.xml


@pytest.mark.parametrize("written", ["https://example.org/page.jpg", "https://example.org/a b/{n}.jpg"])
def test_a_pattern_without_a_number_is_a_slip(tmp_path: Path, written: str) -> None:
    (tmp_path / "one.toml").write_text(f'images = "{written}"\n')
    with pytest.raises(SettingsError, match="an address with"):
        read_sidecar(tmp_path / "one.toml")


@pytest.mark.parametrize("view", ["reading", "diplomatic"])
@pytest.mark.parametrize(
    ("facs", "small", "large"),
    [
        ("https://example.org/3.jpg", "https://example.org/3.jpg", "https://example.org/3.jpg"),
        ("#s3", "https://example.org/three.png", "https://example.org/three.png"),
        ("https://i.org/x/info.json", "https://i.org/x/full/600,/0/default.jpg", "https://i.org/x/full/max/0/default.jpg"),
        (
            "https://i.org/x/full/max/0/default.jpg",
            "https://i.org/x/full/600,/0/default.jpg",
            "https://i.org/x/full/max/0/default.jpg",
        ),
    ],
)
def test_the_image_stands_at_its_page(view: str, facs: str, small: str, large: str) -> None:
    data = TEI.format(facs=facs).encode()
    sheets = stylesheets()
    setting = Setting(name="letter", edition=Edition(title="An edition"))
    page, _ = document_page(view, sheets.parse(read_document(data).xml), sheets, setting)
    (image,) = page_tree(page).iter("img")
    assert (image.get("src"), image.get("loading"), image.get("alt")) == (small, "lazy", "Image of page 3")
    link = image.getparent()
    assert link is not None
    assert link.get("href") == large
    assert html_words(page) == tei_words(tei_tree(data))


def test_the_print_view_is_the_text_alone() -> None:
    sheets = stylesheets()
    document = sheets.parse(read_document(TEI.format(facs="https://example.org/3.jpg").encode()).xml)
    page, _ = document_page("print-view", document, sheets, Setting(name="letter", edition=Edition(title="An edition")))
    assert list(page_tree(page).iter("img")) == []


@pytest.mark.parametrize(
    "facs", ["javascript:alert(1)", "#nowhere", "../../secret.jpg", "file:///etc/passwd", "notes.txt", "/root.jpg"]
)
def test_what_is_no_image_of_the_web_or_the_folder_is_not_shown(facs: str) -> None:
    sheets = stylesheets()
    document = sheets.parse(read_document(TEI.format(facs=facs).encode()).xml)
    page, _ = document_page("reading", document, sheets, Setting(name="letter", edition=Edition(title="An edition")))
    assert list(page_tree(page).iter("img")) == []


def test_images_beside_the_tei_are_published_with_it_and_others_are_told(tmp_path: Path) -> None:
    tei, outside = tmp_path / "tei", tmp_path / "secret.jpg"
    (tei / "reel 1").mkdir(parents=True)
    (tei / "reel 1" / "3.jpg").write_bytes(IMAGE + b"an image")
    outside.write_bytes(b"no part of the edition")
    (tei / "linked.jpg").symlink_to(outside)
    for name, facs in {
        "there": "reel%201/3.jpg",
        "absent": "4.jpg",
        "above": "../secret.jpg",
        "hidden-above": "%2e%2e/secret.jpg",
        "linked": "linked.jpg",
        "web": "https://example.org/3.jpg",
    }.items():
        (tei / f"{name}.xml").write_text(TEI.format(facs=facs))
    (tei / "surface.xml").write_text(TEI.replace("https://example.org/three.png", "reel%201/3.jpg").format(facs="#s3"))
    site = tmp_path / "site"
    published = publish([tei], site, edition=Edition(title="An edition"), formats=("html",))
    assert sorted(each.message for each in published.diagnostics if each.code == "TE978") == [
        f"the image %2e%2e/secret.jpg is not published: {OUTSIDE}",
        f"the image ../secret.jpg is not published: {OUTSIDE}",
        "the image 4.jpg is not published: there is no such file",
        f"the image linked.jpg is not published: {OUTSIDE}",
    ]
    (image,) = page_tree((site / "there" / "index.html").read_bytes()).iter("img")
    assert (image.get("src"), image.get("alt")) == ("reel%201/3.jpg", "Image of page 3")
    assert list(page_tree((site / "absent" / "index.html").read_bytes()).iter("img")) == []
    copied = sorted(each.relative_to(site).as_posix() for each in site.rglob("*.jpg"))
    assert copied == ["surface/reel 1/3.jpg", "there/reel 1/3.jpg"]
    assert (site / "there" / "reel 1" / "3.jpg").read_bytes() == IMAGE + b"an image"
    assert publish([tei], site, edition=Edition(title="An edition"), formats=("html",)).written == ()
    (tei / "reel 1" / "3.jpg").write_bytes(IMAGE + b"a better image")
    again = publish([tei / "there.xml"], site, edition=Edition(title="An edition"), formats=("html",))
    assert site / "there" / "reel 1" / "3.jpg" in again.written


def test_the_documents_of_a_corpus_have_their_images(tmp_path: Path) -> None:
    (tmp_path / "3.png").write_bytes(IMAGE)
    one = TEI.format(facs="3.png")
    other = one.replace("s3", "s4")
    (tmp_path / "all.xml").write_text(
        f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>{one}{other}</teiCorpus>', encoding="utf-8"
    )
    published = publish([tmp_path / "all.xml"], tmp_path / "site", edition=Edition(title="An edition"), formats=("html",))
    assert [each.message for each in published.diagnostics if each.severity != "info"] == []
    assert len(published.documents) == 2
    assert {each.parent.name for each in (tmp_path / "site").rglob("3.png")} == {"all", *published.documents}
