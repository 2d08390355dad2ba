"""An edition's own stylesheets, colours and logo: the guide's examples, faults in their place, and nothing that reaches out."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from bench.published_words import page_tree
from command_line import Command

from teiencode import palette, resources
from teiencode.diagnostic import Diagnostic
from teiencode.project import Edition, Look, read_project
from teiencode.publishing import Published, publish

SAMPLES = Path(__file__).parent / "publishing"
GUIDE = Path(__file__).resolve().parent.parent / "docs" / "overriding.md"
EDITION = Edition(
    title="Letters from the North",
    publisher="An Archive",
    licence="https://creativecommons.org/licenses/by/4.0/",
    address="https://example.org/north/",
    contact="edition@example.org",
)
SHEET = """\
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:t="urn:teiencode:publishing"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">
  <xsl:import href="teiencode:reading.xsl"/>
  {}
</xsl:stylesheet>
"""


def examples() -> list[str]:
    return re.findall(r"```xml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture
def sheets(tmp_path: Path) -> Path:
    (tmp_path / "xslt").mkdir()
    return tmp_path / "xslt"


def made(sheets: Path, *, formats: tuple[str, ...] = ("html",)) -> Published:
    return publish(
        [SAMPLES / "telegram.xml"], sheets.parent / "site", edition=EDITION, formats=formats, look=Look(stylesheets=sheets)
    )


def run(sheets: Path, template: str, name: str = "reading.xsl") -> tuple[Diagnostic, ...]:
    (sheets / name).write_text(SHEET.format(template), encoding="utf-8")
    return made(sheets).diagnostics


def page(sheets: Path, name: str = "telegram/index.html") -> str:
    return (sheets.parent / "site" / name).read_text(encoding="utf-8")


def test_the_examples_of_the_guide_work(sheets: Path) -> None:
    reading, words = examples()
    (sheets / "reading.xsl").write_text(reading, encoding="utf-8")
    (sheets / "words.xsl").write_text(words, encoding="utf-8")
    assert made(sheets).diagnostics == ()
    shown = page(sheets)
    assert '<a class="place" href="https://www.openstreetmap.org/search?query=Washington">Washington</a>' in shown
    assert "Transcribed in the reading room" in shown
    assert "CC BY 4.0" in shown, "ours goes on"
    assert '<html lang="de" class="reading">' in shown
    assert ">Anmerkungen<" in shown
    assert ">Lesetext<" in shown
    assert "Anmerkungen" not in page(sheets, "telegram/diplomatic.html"), "only where it is included"


def test_every_fixed_word_of_the_guide_is_one_that_is_asked_for() -> None:
    asked = set()
    for path in resources.folder("xslt").rglob("*.xsl"):
        asked |= set(re.findall(r"t:word\('([^']*)'\)", path.read_text(encoding="utf-8")))
    told = set(re.findall(r"'([^']+)': '", examples()[1]))
    assert len(told) > 8
    assert told <= asked


def test_pages_of_the_edition_and_print_can_be_overridden_too(sheets: Path) -> None:
    for name in ("index", "print", "text"):
        sheet = SHEET.replace("reading.xsl", f"{name}.xsl")
        (sheets / f"{name}.xsl").write_text(sheet.format('<xsl:template match="salute" priority="99">overridden</xsl:template>'))
    (sheets / "index.xsl").write_text(
        SHEET.replace("reading.xsl", "index.xsl").format(
            '<xsl:template name="t:imprint"><p class="imprint">Our own foot</p></xsl:template>'
        )
    )
    assert made(sheets, formats=("html", "pdf", "text")).diagnostics == ()
    assert "Our own foot" in page(sheets, "index.html")


def test_a_changed_stylesheet_makes_the_pages_anew(sheets: Path) -> None:
    run(sheets, '<xsl:template name="t:imprint"><p>One</p></xsl:template>')
    assert made(sheets).written == ()
    (sheets / "reading.xsl").write_text(SHEET.format('<xsl:template name="t:imprint"><p>Two</p></xsl:template>'))
    assert made(sheets).written
    assert "<p>Two</p>" in page(sheets)


@pytest.mark.parametrize(
    ("template", "line", "words"),
    [
        ('<xsl:template match="p"><xsl:value-of select="$nope"/></xsl:template>', 5, r"Variable \$nope has not been declared"),
        ('<xsl:template match="p["/>', 5, "XPST0003|XTSE0340"),
        ("\n\n<xsl:tempate/>", 7, "XTSE0010"),
        ("<xsl:template>", 6, "not well-formed"),
        ('<xsl:include href="missing.xsl"/>', 5, "missing.xsl cannot be taken in: there is no such stylesheet"),
        ('<xsl:import href="teiencode:raeding.xsl"/>', 5, "teiencode has no stylesheet raeding.xsl"),
    ],
)
def test_a_faulty_stylesheet_is_one_message_in_its_place(sheets: Path, template: str, line: int, words: str) -> None:
    made(sheets)
    before = page(sheets)
    (told,) = run(sheets, template)
    assert (told.code, told.severity, told.file, told.line) == ("TE974", "error", str(sheets / "reading.xsl"), line)
    assert re.search(words, told.message)
    assert "\n" not in told.message
    assert page(sheets) == before


def test_a_stylesheet_that_fails_on_documents_is_told_once_in_its_place(sheets: Path, capfd: pytest.CaptureFixture[str]) -> None:
    made(sheets)
    before = page(sheets)
    told = run(sheets, '<xsl:template match="p">\n<xsl:value-of select="xs:integer(string(@n))"/></xsl:template>')
    assert [(each.code, each.file, each.line) for each in told] == [("TE974", str(sheets / "reading.xsl"), 6)]
    assert "Cannot convert" in told[0].message
    assert page(sheets) == before
    assert capfd.readouterr().err == ""


def test_a_slip_in_the_name_of_a_stylesheet_is_told(sheets: Path) -> None:
    told = run(sheets, "", name="raeding.xsl")
    assert [(each.code, each.suggestions) for each in told] == [("TE975", ("did you mean reading.xsl?",))]


def test_what_a_stylesheet_says_is_told(sheets: Path) -> None:
    told = run(sheets, '<xsl:template match="head"><xsl:message select="\'a head\'"/><xsl:next-match/></xsl:template>')
    assert {(each.code, each.message) for each in told} == {("TE976", "a head")}


SECRET = "a secret beyond the edition"


@pytest.mark.parametrize(
    "template",
    [
        '<xsl:template match="head"><xsl:value-of select="unparsed-text(\'{file}\')"/></xsl:template>',
        '<xsl:template match="head"><xsl:value-of select="unparsed-text-lines(\'{file}\')"/></xsl:template>',
        '<xsl:template match="head"><xsl:value-of select="doc(\'{file}\')"/></xsl:template>',
        '<xsl:template match="head"><xsl:value-of select="document(\'{file}\')"/></xsl:template>',
        '<xsl:template match="head"><xsl:value-of select="json-doc(\'{file}\')"/></xsl:template>',
        '<xsl:template match="head"><xsl:value-of select="collection(\'{folder}?select=*\')"/></xsl:template>',
        '<xsl:template match="head"><xsl:value-of select="uri-collection(\'{folder}\')"/></xsl:template>',
        '<xsl:template match="head"><xsl:source-document href="{file}">x</xsl:source-document></xsl:template>',
        '<xsl:template match="head"><xsl:evaluate xpath="\'unparsed-text(&quot;{file}&quot;)\'"/></xsl:template>',
        "<xsl:template match='head'><xsl:sequence select=\"transform(map {{'stylesheet-location': '{file}'}})\"/></xsl:template>",
        '<xsl:template match="head"><xsl:result-document href="{folder}/written.txt">x</xsl:result-document></xsl:template>',
        '<xsl:param name="s" static="yes" select="unparsed-text(\'{file}\')"/>',
        '<xsl:param name="s" _static="yes" select="unparsed-text(\'{file}\')"/>',
        "<xsl:template match=\"head\" use-when=\"contains(unparsed-text('{file}'), 'a')\">x</xsl:template>",
        "<xsl:template match=\"head\"><p xsl:use-when=\"unparsed-text('{file}') ne ''\"/></xsl:template>",
        '<xsl:include href="{file}"/>',
        '<xsl:include href="../beyond.xsl"/>',
        '<xsl:include href="teiencode:../README.md"/>',
        '<xsl:import-schema schema-location="{file}"/>',
        '<xsl:use-package name="urn:x"/>',
        '<xsl:include href="reading.xsl" xml:base="{folder}/"/>',
    ],
)
def test_no_stylesheet_reaches_beyond_the_edition(sheets: Path, template: str) -> None:
    beyond = sheets.parent / "beyond.xsl"
    beyond.write_text(
        f'<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><!--{SECRET}--></xsl:stylesheet>'
    )
    told = run(sheets, template.format(file=beyond.as_uri(), folder=sheets.parent.as_uri()))
    assert [each.code for each in told].count("TE974") >= 1
    assert all(SECRET not in each.message for each in told)
    assert not (sheets.parent / "written.txt").exists()
    site = sheets.parent / "site"
    assert not [path for path in site.rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()]


def test_an_entity_of_a_stylesheet_reads_no_file(sheets: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(SECRET)
    entity = f'<!DOCTYPE xsl:stylesheet [<!ENTITY s SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>\n'
    (sheets / "reading.xsl").write_text(entity + SHEET.format('<xsl:template match="head">&s;</xsl:template>'))
    (told,) = made(sheets).diagnostics
    assert "a document type is not allowed here" in told.message


def test_no_variable_of_the_system_is_seen(sheets: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_X", SECRET)
    run(
        sheets,
        '<xsl:template name="t:imprint"><p>[<xsl:value-of select="environment-variable(\'SECRET_X\')"/>]</p></xsl:template>',
    )
    assert "<p>[]</p>" in page(sheets)


def test_colours_and_logo_are_on_every_page(sheets: Path) -> None:
    project = sheets.parent / "teiencode.toml"
    (toml,) = re.findall(r"```toml\n(\[edition\].*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    project.write_text(toml)
    (sheets.parent / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>')
    read, slips = read_project(project)
    assert slips == ()
    output = sheets.parent / "site"
    publish([SAMPLES], output, edition=read.edition, formats=("html",), look=read.publish.look)
    style = (output / "edition.css").read_text()
    assert style.startswith((resources.folder("xslt") / "edition.css").read_text())
    assert "{ :root { --accent: #1d4f7a; } }" in style
    assert "--accent: #9cc7ee; " in style
    assert (output / "logo.svg").is_file()
    for name, address in (
        ("index.html", "logo.svg"),
        ("telegram/index.html", "../logo.svg"),
        ("telegram/tei.html", "../logo.svg"),
    ):
        root = page_tree((output / name).read_bytes())
        assert [each.get("src") for each in root.iter("img")] == [address]
        text = " ".join("".join(map(str, root.itertext())).split())
        assert "Letters from the North" in text
        assert "An Archive" in text
        assert "CC BY 4.0" in text


def test_colours_in_which_nobody_could_read_are_refused(tmp_path: Path, teiencode: Command) -> None:
    shutil.copy(SAMPLES / "telegram.xml", tmp_path)
    (tmp_path / "teiencode.toml").write_text('[publish.colours]\naccent = "#d9b36c"\n')
    done = teiencode("publish", "telegram.xml", "--output", "site")
    assert done.status == 2
    (told,) = re.findall(r"```told\n(TE973.*)\n```", GUIDE.read_text(encoding="utf-8"))
    assert f"teiencode.toml:2:1: error {told}" in done.err
    (cure,) = set(re.findall(r'accent = "(#[0-9a-f]{6})"', done.err.split("on wash")[1]))
    (tmp_path / "teiencode.toml").write_text(f'[publish.colours]\naccent = "{cure}"\n')
    assert teiencode("publish", "telegram.xml", "--output", "site").status == 0


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ('[publish.colours]\nacent = "#123456"', "did you mean accent?"),
        ('[publish.colours]\naccent = "blue"', "a colour such as #8c2318"),
        ('[publish.colours.dark]\nink = "#333"', "in the dark"),
        ('[publish]\nlogo = "logo.exe"', "must be an image"),
        ('[publish]\nlogo = "logo.png"', "no such file; publish.logo names it"),
        ('[publish]\nstylesheets = "sheets"', "no such folder; publish.stylesheets names it"),
    ],
)
def test_slips_are_clear(tmp_path: Path, teiencode: Command, settings: str, words: str) -> None:
    shutil.copy(SAMPLES / "telegram.xml", tmp_path)
    (tmp_path / "teiencode.toml").write_text(settings + "\n")
    done = teiencode("publish", "telegram.xml", "--output", "site")
    assert done.status == 2
    assert words in done.err


def test_the_palette_is_that_of_the_style_sheet() -> None:
    style = (resources.folder("xslt") / "edition.css").read_text()
    light, dark = re.findall(r":root \{(.*?)\}", style, re.DOTALL)[:2]
    for written, known in ((light, palette.LIGHT), (dark, palette.DARK)):
        assert dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", written)) == dict(known)
        assert list(palette.unreadable(known)) == []


def test_contrast_is_that_of_wcag() -> None:
    assert palette.contrast("#000", "#ffffff") == 21
    assert round(palette.contrast("#777777", "#fff"), 2) == 4.48
    assert palette.contrast("#8c2318", "#8c2318") == 1
