"""An edition as a folder: what is written, what a second run leaves alone, what fails without harm to the rest."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bench.published_words import page_tree

from teiencode.decode import decode
from teiencode.project import Edition
from teiencode.publishing import publish, site
from teiencode.publishing.bag import BAG
from teiencode.publishing.epub import EDITION_EPUB
from teiencode.publishing.stamps import FILE_NAME
from teiencode.publishing.stylesheets import EDITION_NAMES

SAMPLES = Path(__file__).parent / "publishing"
EDITION = Edition(
    title="An edition",
    editors=("An editor",),
    address="https://example.org/e",
    contact="e@example.org",
    licence="https://example.org/free",
)
SOURCE = str(Path(__file__).resolve().parent.parent / "src")
PAGES = {"index.html", "diplomatic.html", "tei.html", "print.html"}
WHOLE = {site.BOOK, EDITION_EPUB, BAG}
RECORDS = {"atom.xml", "cmif.xml", "sitemap.xml", "oai.xml"}


def files_of(name: str) -> set[str]:
    """What stands in the folder of a document that teiencode wrote."""
    return {*PAGES, *(f"{name}.{ending}" for ending in ("pdf", "epub", "reading.txt", "xml", "txt", "mods.xml", "dc.xml"))}


@pytest.fixture
def tei(tmp_path: Path) -> Path:
    folder = tmp_path / "tei"
    shutil.copytree(SAMPLES, folder)
    return folder


def below(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_an_edition_holds_what_the_interface_promises(tei: Path, tmp_path: Path) -> None:
    output = tmp_path / "site"
    published = publish([tei], output, edition=EDITION)
    assert published.diagnostics == ()
    assert published.documents == ("scan", "telegram"), "by date"
    expected = {*(f"{name}.html" for name in EDITION_NAMES), *WHOLE, *RECORDS, site.SEARCH_INDEX, *site.ASSETS, FILE_NAME}
    for name in published.documents:
        expected |= {f"{name}/{file}" for file in files_of(name)}
    assert set(below(output)) == expected
    assert {path.relative_to(output).as_posix() for path in published.written} == expected - {FILE_NAME}
    for name in published.documents:
        source = (tei / f"{name}.xml").read_bytes()
        assert (output / name / f"{name}.xml").read_bytes() == source
        assert (output / name / f"{name}.txt").read_bytes() == decode(source).data


def test_every_link_leads_to_a_file_that_is_there(tei: Path, tmp_path: Path) -> None:
    # A name that addresses must escape.
    (tei / "scan.xml").rename(tei / "scan 100% & more.xml")
    output = tmp_path / "site"
    publish([tei], output, edition=EDITION)
    count = 0
    for page in output.rglob("*.html"):
        ids = {element.get("id") for element in page_tree(page.read_bytes()).iter()}
        for element in page_tree(page.read_bytes()).iter("a", "link"):
            target = urlsplit(element.get("href") or "")
            if target.scheme:
                continue
            count += 1
            if target.path:
                assert (page.parent / unquote(target.path)).is_file(), f"{page.name}: {element.get('href')}"
            else:
                assert target.fragment in ids
    assert count > 40


def test_a_second_run_writes_nothing_and_says_so(tei: Path, tmp_path: Path) -> None:
    first = publish([tei], tmp_path / "site", edition=EDITION)
    times = {path: path.stat().st_mtime_ns for path in first.written}
    second = publish([tei], tmp_path / "site", edition=EDITION)
    assert second.written == ()
    assert set(second.unchanged) == set(first.written)
    assert {path: path.stat().st_mtime_ns for path in times} == times


def test_only_what_changed_is_made_again(tei: Path, tmp_path: Path) -> None:
    publish([tei], tmp_path / "site", edition=EDITION)
    path = tei / "telegram.xml"
    path.write_bytes(path.read_bytes().replace(b"Jose Luis Padron", b"Jos\xc3\xa9 Luis Padr\xc3\xb3n"))
    changed = publish([path, tei / "scan.xml"], tmp_path / "site", edition=EDITION)
    files = {each.relative_to(tmp_path / "site").as_posix() for each in changed.written}
    made = {f"telegram/{name}" for name in files_of("telegram")} | WHOLE | {site.SEARCH_INDEX}
    # They are made of the header, and come out as they were.
    made -= {"telegram/telegram.mods.xml", "telegram/telegram.dc.xml"}
    assert files == made
    left = {each.relative_to(tmp_path / "site").as_posix() for each in changed.unchanged}
    assert left == set(below(tmp_path / "site")) - made - {FILE_NAME}


def test_the_book_and_its_like_can_wait(tei: Path, tmp_path: Path) -> None:
    output = tmp_path / "site"
    publish([tei], output, edition=EDITION)
    before = {name: (output / name).read_bytes() for name in WHOLE}
    path = tei / "telegram.xml"
    path.write_bytes(path.read_bytes().replace(b"Jose Luis Padron", b"Jos\xc3\xa9 Luis Padr\xc3\xb3n"))
    pages = publish([tei], output, edition=EDITION, together=False)
    assert output / "telegram" / "index.html" in pages.written
    assert [each.message for each in pages.diagnostics if each.code == "TE957"] == []
    assert {name: (output / name).read_bytes() for name in WHOLE} == before
    rest = publish([tei], output, edition=EDITION)
    assert {each.name for each in rest.written} == WHOLE


def test_a_new_title_changes_the_pages_of_its_neighbours(tei: Path, tmp_path: Path) -> None:
    publish([tei], tmp_path / "site", edition=EDITION)
    path = tei / "telegram.xml"
    path.write_bytes(path.read_bytes().replace(b"<title>127. Telegram", b"<title>127. A telegram"))
    changed = publish([tei], tmp_path / "site", edition=EDITION)
    files = {each.relative_to(tmp_path / "site").as_posix() for each in changed.written}
    assert {"index.html", "scan/index.html", "scan/diplomatic.html", "telegram/index.html"} <= files
    assert "scan/scan.pdf" not in files


def test_a_file_that_somebody_changed_or_removed_is_made_again(tei: Path, tmp_path: Path) -> None:
    output = tmp_path / "site"
    publish([tei], output, edition=EDITION)
    whole = below(output)
    (output / "scan" / "index.html").write_bytes(b"half a pa")
    (output / "telegram" / "telegram.pdf").unlink()
    repaired = publish([tei], output, edition=EDITION)
    assert {path.name for path in repaired.written} == {"index.html", "telegram.pdf"}
    assert below(output) == whole


def test_stamps_that_cannot_be_read_cost_time_and_nothing_else(tei: Path, tmp_path: Path) -> None:
    output = tmp_path / "site"
    publish([tei], output, edition=EDITION)
    whole = below(output)
    for damage in (b"", b"[1, 2]", b'{"index.html": 3}', b"\xff"):
        (output / FILE_NAME).write_bytes(damage)
        assert publish([tei], output, edition=EDITION).written == ()
        assert below(output) == whole


def test_the_same_bytes_in_any_folder_and_with_any_number_of_processes(tei: Path, tmp_path: Path) -> None:
    publish([tei], tmp_path / "one", edition=EDITION)
    publish([tei], tmp_path / "two" / "deep", edition=EDITION, jobs=2)
    assert below(tmp_path / "one") == below(tmp_path / "two" / "deep")


def test_a_file_that_is_no_tei_is_reported_and_the_others_are_published(tei: Path, tmp_path: Path) -> None:
    output = tmp_path / "site"
    publish([tei], output, edition=EDITION)
    before = below(output)
    (tei / "scan.xml").write_bytes(b"<TEI><unclosed>")
    (tei / "page.xml").write_bytes(b"<html/>")
    published = publish([tei], output, edition=EDITION)
    assert published.documents == ("telegram",)
    assert [(each.code, Path(each.file or "").name) for each in published.diagnostics] == [
        ("TE952", "page.xml"),
        ("TE952", "scan.xml"),
    ]
    after = below(output)
    assert {name for name in before if after.get(name) != before[name]} == {
        *(f"{name}.html" for name in EDITION_NAMES), site.SEARCH_INDEX,
        "telegram/index.html", "telegram/diplomatic.html", "telegram/tei.html", FILE_NAME, *RECORDS, BAG,
    }  # fmt: skip


def test_what_no_longer_belongs_is_left_and_told(tei: Path, tmp_path: Path) -> None:
    output = tmp_path / "site"
    publish([tei], output, edition=EDITION)
    (tei / "scan.xml").unlink()
    published = publish([tei], output, edition=EDITION)
    told = [each for each in published.diagnostics if each.code == "TE957"]
    assert {Path(each.file or "").name for each in told} == files_of("scan") | WHOLE - {BAG}
    assert (output / "scan" / "index.html").is_file()


def test_an_output_that_is_a_file_is_one_clear_message(tei: Path, tmp_path: Path) -> None:
    (tmp_path / "site").write_bytes(b"mine")
    published = publish([tei], tmp_path / "site", edition=EDITION)
    assert [each.code for each in published.diagnostics] == ["TE915"]
    assert (tmp_path / "site").read_bytes() == b"mine"


def test_left_over_halves_of_a_killed_run_are_swept(tei: Path, tmp_path: Path) -> None:
    output = tmp_path / "site"
    publish([tei], output, edition=EDITION)
    # The number of a process that has ended.
    half = output / "scan" / ".index.html.99999999.teiencode-tmp"
    half.write_bytes(b"half")
    os.utime(half, (0, 0))
    (tei / "scan.xml").write_bytes((tei / "scan.xml").read_bytes().replace(b"STEVENSON", b"Stevenson"))
    publish([tei], output, edition=EDITION)
    assert not half.exists()


def test_a_run_killed_at_any_moment_leaves_no_half_file(tei: Path, tmp_path: Path) -> None:
    for number in range(30):
        shutil.copyfile(tei / "telegram.xml", tei / f"telegram-{number}.xml")
    publish([tei], tmp_path / "whole", edition=EDITION)
    whole = below(tmp_path / "whole")
    output = tmp_path / "site"
    command = "import sys; from teiencode import publish; from teiencode.project import Edition; "
    command += f"publish([sys.argv[1]], sys.argv[2], edition={EDITION!r})"
    partly = 0
    for files in (1, 30, 90):
        run = subprocess.Popen([sys.executable, "-c", command, str(tei), str(output)], env=os.environ | {"PYTHONPATH": SOURCE})
        while run.poll() is None and len(list(output.rglob("*.*"))) < files:
            time.sleep(0.002)
        run.kill()
        run.wait()
        standing = {name: data for name, data in below(output).items() if not name.endswith(".teiencode-tmp")}
        assert all(whole[name] == data for name, data in standing.items())
        partly += len(standing) < len(whole)
    assert partly, "no run was killed before its end"
    publish([tei], output, edition=EDITION)
    assert below(output) == whole


def test_formats_are_chosen(tei: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    published = publish([tei / "scan.xml"], tmp_path / "html", edition=EDITION, formats=["html"])
    assert not list((tmp_path / "html").rglob("*.pdf"))
    assert b".pdf" not in (tmp_path / "html" / "scan" / "index.html").read_bytes()
    assert published.diagnostics == ()
    published = publish([tei / "scan.xml"], tmp_path / "other", edition=EDITION, formats=["docx"])
    assert [each.code for each in published.diagnostics] == ["TE958"]
    monkeypatch.setattr(site, "is_available", lambda: False)
    published = publish([tei / "scan.xml"], tmp_path / "without", edition=EDITION)
    assert [each.code for each in published.diagnostics] == ["TE955"]
    assert (tmp_path / "without" / "scan" / "index.html").is_file()


def test_no_document_can_read_another_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret", encoding="utf-8")
    document = f"""<!DOCTYPE TEI [<!ENTITY outside SYSTEM "{secret.as_uri()}"><!ENTITY inside "inner">]>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc></teiHeader>
<text><body><p>a &outside; b &inside;c <hi>d</hi>&inside;</p></body></text></TEI>"""
    (tmp_path / "document.xml").write_text(document, encoding="utf-8")
    published = publish([tmp_path / "document.xml"], tmp_path / "site", edition=EDITION)
    assert [each.code for each in published.diagnostics] == ["TE953", "TE953"]
    page = (tmp_path / "site" / "document" / "diplomatic.html").read_bytes()
    assert b"secret" not in page
    assert b"a &amp;outside; b &amp;inside;c " in page
