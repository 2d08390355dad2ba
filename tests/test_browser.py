"""The published pages in a real browser, by axe-core and by the HTML checker of the W3C (vnu).

They run where `TEIENCODE_NODE_MODULES` names a folder with the npm packages `axe-core` and `vnu-jar`, and the package playwright
and Chromium (`TEIENCODE_CHROMIUM`, else the one on the path) are there; CI installs them.
"""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from teiencode.project import Edition, Look
from teiencode.publishing import publish
from teiencode.serving import EditionServer, State

MODULES = Path(os.environ.get("TEIENCODE_NODE_MODULES") or "no-node-modules")
CHROMIUM = os.environ.get("TEIENCODE_CHROMIUM") or shutil.which("chromium") or ""
ENCODED = Path(__file__).resolve().parent.parent / "tei"
SAMPLES = Path(__file__).parent / "publishing"
ANY_TEI = Path(__file__).parent / "any-tei"

if not (MODULES / "axe-core").is_dir() or not CHROMIUM:
    pytest.skip("no axe-core (TEIENCODE_NODE_MODULES) or no Chromium", allow_module_level=True)
sync_api = pytest.importorskip("playwright.sync_api")

KINDS = (
    "index.html",
    "correspondents.html",
    "classification.html",
    "collections.html",
    "search.html?q=draft",
    "telegram/index.html",
    "telegram/diplomatic.html",
    "telegram/tei.html",
    "telegram/print.html",
    "scan/index.html",
    "scan/diplomatic.html",
    "incoming-telegram-1991/tei.html",
    "letter/index.html",
    "letter/diplomatic.html",
    "letters/index.html",
    "letters-first/index.html",
    *(f"{name}/{view}.html" for name in ("drama", "verse", "dictionary", "manuscript") for view in ("index", "diplomatic")),
    "verse/print.html",
)
LETTER = """<TEI xmlns="http://www.tei-c.org/ns/1.0" {id}><teiHeader><fileDesc><titleStmt><title>A letter</title></titleStmt>
<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>
<text><body><div><pb n="1" facs="pages/1.png"/><head>A letter</head><p>Words <pb n="2" facs="pages/1.png"/> of it.</p>
<table><row><cell><pb n="3" facs="pages/1.png"/>In a cell</cell></row></table></div></body></text></TEI>"""
"""With images of its pages; `{id}` is the place of an `xml:id`."""
PIXEL = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("edition")
    output, own = folder / "site", folder / "own"
    (own / "pages").mkdir(parents=True)
    (own / "pages" / "1.png").write_bytes(PIXEL)
    (own / "logo.png").write_bytes(PIXEL)
    (own / "letter.xml").write_text(LETTER.format(id=""), encoding="utf-8")
    parts = "".join(LETTER.format(id=f'xml:id="{each}"') for each in ("first", "second"))
    header = LETTER[LETTER.index("<teiHeader>") : LETTER.index("<text>")]
    (own / "letters.xml").write_text(
        f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">{header}{parts}</teiCorpus>', encoding="utf-8"
    )
    for name in ("drama", "verse", "dictionary", "manuscript"):
        shutil.copy(ANY_TEI / f"{name}.xml", own)
    look = Look(logo=own / "logo.png", colours=(("accent", "#1d5a7a"),), dark_colours=(("accent", "#9cd4f4"),))
    published = publish([SAMPLES, ENCODED, own], output, edition=Edition(title="An edition"), formats=("html",), look=look)
    assert [each for each in published.diagnostics if each.severity != "info"] == []
    return output


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield running
        running.close()


def opened(browser: Any, site: Path, path: str, **options: Any) -> Any:
    page = browser.new_page(**options)
    page.set_default_timeout(5_000)
    page.goto(f"{site.as_uri()}/{path}")
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", KINDS)
def test_axe_finds_nothing(browser: Any, site: Path, path: str, scheme: str) -> None:
    page = opened(browser, site, path, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    page.evaluate((MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("(rules) => axe.run({runOnly: rules})", RULES)
    assert [(each["id"], [node["html"][:160] for node in each["nodes"]][:3]) for each in found["violations"]] == []
    assert found["passes"]
    page.close()


@pytest.mark.parametrize("path", KINDS)
def test_nothing_is_wider_than_a_small_screen(browser: Any, site: Path, path: str) -> None:
    page = opened(browser, site, path, viewport={"width": 320, "height": 640})
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()


def test_a_note_opens_and_closes_by_keyboard(browser: Any, site: Path) -> None:
    page = opened(browser, site, "telegram/index.html")
    call = page.locator("a.call").nth(1)
    call.focus()
    page.keyboard.press("Enter")
    box = page.locator("#page-note")
    assert "orderly departure process" in box.inner_text()
    assert call.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    assert not box.is_visible()
    assert page.evaluate("document.activeElement.id") == call.get_attribute("id")
    page.close()


def test_a_note_opens_by_touch(browser: Any, site: Path) -> None:
    page = opened(browser, site, "telegram/index.html", has_touch=True, viewport={"width": 360, "height": 740})
    page.locator("a.call").nth(1).tap()
    box = page.locator("#page-note")
    assert box.is_visible()
    edges = box.bounding_box()
    assert edges["x"] >= 0
    assert edges["x"] + edges["width"] <= 360
    page.close()


def test_without_javascript_the_notes_are_a_list_with_a_way_back(browser: Any, site: Path) -> None:
    page = opened(browser, site, "telegram/index.html", java_script_enabled=False)
    page.locator("a.call").nth(1).click()
    assert page.url.endswith("#d127fn2")
    page.locator("#d127fn2 a.label").click()
    assert page.url.endswith("#d127fn2-call")
    page.locator("#page-changes").check()
    assert page.locator("del.change").first.is_visible()
    page.close()


def test_the_switch_shows_what_was_struck_out(browser: Any, site: Path) -> None:
    page = opened(browser, site, "scan/index.html")
    assert not page.locator("del.change").first.is_visible()
    page.locator("#page-changes").check()
    assert page.locator("del.change").first.is_visible()
    page.close()


def test_the_view_is_changed(browser: Any, site: Path) -> None:
    page = opened(browser, site, "telegram/index.html")
    page.get_by_role("link", name="Diplomatic").click()
    assert page.locator("html.diplomatic").count() == 1
    page.get_by_role("link", name="TEI", exact=True).click()
    assert page.locator("html.tei").count() == 1
    page.close()


def test_the_citation_names_the_page_that_was_followed(browser: Any, site: Path) -> None:
    page = opened(browser, site, "telegram/index.html#pg_272")
    assert page.locator(".cite .pages").first.text_content() == "272"
    page.close()


def test_the_search_finds_words_phrases_and_by_filter(browser: Any, site: Path) -> None:
    page = opened(browser, site, "index.html")
    page.locator("#page-search").fill("“orderly departure” padron")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    assert page.locator(".results a").first.get_attribute("href") in {"telegram/index.html", "frus1977-80v23-d127/index.html"}
    assert page.locator(".results mark").first.text_content() == "Orderly Departure"
    around = page.locator(".results .around").first.text_content()
    assert "Discussion of Orderly Departure Program. Ref: Havana 8201." in (around or "")
    page.locator("#page-search").fill("departure orderly")
    page.locator("#filter-until").fill("1970-01-01")
    assert page.locator("[role=status]").text_content() == "0 documents"
    page.locator("#page-search").fill("")
    page.locator("#filter-until").fill("")
    page.locator("#filter-sender").select_option("Department of State")
    assert page.locator(".results li").count() >= 1
    page.close()


def test_pagefind_finds_words_and_by_filter_and_from_a_folder_the_own_search_does(
    browser: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("pagefind")
    pytest.importorskip("pagefind_bin")
    current = tmp_path / "current"
    current.mkdir()
    monkeypatch.chdir(current)
    output = tmp_path / "site"
    formats = ("html", "pagefind")
    published = publish([SAMPLES], output, edition=Edition(title="An edition"), formats=formats)
    assert [each for each in published.diagnostics if each.severity == "error"] == []
    assert (output / "pagefind" / "pagefind.js").is_file()
    assert list(current.iterdir()) == []
    assert publish([SAMPLES], output, edition=Edition(title="An edition"), formats=formats).written == ()
    server = EditionServer(output, State(), 0)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        page = browser.new_page()
        page.set_default_timeout(10_000)
        fetched: list[str] = []
        page.on("request", lambda request: fetched.append(request.url))
        page.goto(f"{server.address}search.html?q=padron")
        found = page.locator(".results a")
        found.first.wait_for()
        assert found.first.get_attribute("href") == "telegram/index.html"
        assert "padron" in (page.locator(".results mark").first.text_content() or "").lower()
        assert not [each for each in fetched if each.endswith("search-index.js")]
        page.locator("#page-search").fill("")
        page.locator("#filter-sender").select_option("Department of State")
        page.locator("[role=status]", has_text="2 documents").wait_for()
        page.locator("#filter-until").fill("1950-01-01")
        page.locator("[role=status]", has_text="0 documents").wait_for()
        page.close()
    finally:
        server.state.close()
        server.shutdown()
        thread.join()
        server.server_close()
    page = opened(browser, output, "search.html?q=padron")
    assert page.locator(".results a").first.get_attribute("href") == "telegram/index.html"
    page.close()


@pytest.mark.parametrize(
    "path", ["letter/index.html", "letter/diplomatic.html", "letters-first/index.html", "letters/index.html"]
)
def test_the_images_of_the_pages_and_the_logo_are_there(browser: Any, site: Path, path: str) -> None:
    page = opened(browser, site, path)
    page.evaluate("document.querySelectorAll('img').forEach((each) => { each.loading = 'eager'; })")
    page.wait_for_function("[...document.images].every((each) => each.complete)")
    widths = page.evaluate("[...document.images].map((each) => each.naturalWidth)")
    assert len(widths) == (7 if path == "letters/index.html" else 4)
    assert set(widths) == {1}
    page.close()


def test_dark_mode_is_dark(browser: Any, site: Path) -> None:
    page = opened(browser, site, "telegram/index.html", color_scheme="dark")
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert sum(int(part) for part in paper.removeprefix("rgb(").rstrip(")").split(",")) < 150
    page.close()


def test_a_word_of_the_source_is_shown_in_the_tei(browser: Any, site: Path) -> None:
    page = opened(browser, site, "incoming-telegram-1991/tei.html")
    page.locator(".source .words", has_text="Stevenson, McCloy and Yost").first.click(position={"x": 20, "y": 8})
    shown = page.evaluate("[...CSS.highlights.get('shown')].map((range) => range.toString())")
    assert len(shown) == 2
    assert shown[0] == shown[1] != ""
    page.close()


@pytest.mark.skipif(not shutil.which("java"), reason="vnu needs Java")
def test_vnu_has_no_error(site: Path) -> None:
    jar = next(MODULES.joinpath("vnu-jar").rglob("vnu.jar"))
    pages = [str(path) for path in sorted(site.rglob("*.html"))]
    run = subprocess.run(["java", "-jar", str(jar), "--errors-only", *pages], capture_output=True, text=True, check=False)
    assert run.stderr == ""
    assert run.returncode == 0
