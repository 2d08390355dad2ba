"""Cures that work: who follows the first suggestion of each finding has a valid file, in as many steps as there are findings."""

from __future__ import annotations

import pytest
from mending import mend
from test_validation import TEI_ALL

from teiencode.diagnostic import Finding
from teiencode.validation import validate_bytes

LETTER = """\
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="letter">
<teiHeader><fileDesc><titleStmt><title>A letter</title></titleStmt>
<publicationStmt><publisher>Office</publisher><idno>letter</idno>
<availability><licence target="https://example.org/">free</licence></availability></publicationStmt>
<sourceDesc><p>Box 3.</p></sourceDesc></fileDesc><encodingDesc><p>By hand.</p></encodingDesc></teiHeader>
<text><body><div type="document" n="1" xml:id="d1"><head>Letter</head>
<p>Words.</p>
</div></body></text></TEI>
"""
HEAD, WORDS = "<head>Letter</head>", "<p>Words.</p>"
TITLE, PUBLISHER, SOURCE, ENCODING = (
    "<title>A letter</title>",
    "<publisher>Office</publisher>",
    "<sourceDesc><p>Box 3.</p></sourceDesc>",
    "<encodingDesc><p>By hand.</p></encodingDesc>",
)

SLIPS = [
    # Tags and signs that make a file no XML.
    *((WORDS, new) for new in ('<p>a<gap reason="illegible"><desc>hole</desc> b</p>', "<p>a &#E9; b</p>")),
    *((WORDS, new) for new in ("<p>a<br>b</p>", "<p>a<hr>b</p>", "<p>R & D</p>", "<p>caf&eacute;</p>", "<p>a&nbsp;b</p>")),
    (HEAD, "<hed>Letter</head>"),
    (HEAD, "<head>Letter</hed>"),
    *((WORDS, new) for new in ("<p><ref target=#d1>x</ref></p>", '<p><ref target="#d1>x</ref></p>', '<p n="1" n="2">x</p>')),
    (WORDS, '<p>a<hi rend="italic">b</p>'),
    # Names of other vocabularies and languages, in other letters, with other attributes, with others in them.
    *(
        (WORDS, new)
        for new in ("<p>a<br/>b</p>", "<absatz>x</absatz>", "<Absatz>x</Absatz>", "<P>x</P>", "<paragraphe>x</paragraphe>")
    ),
    *((WORDS, new) for new in ("<p><persname>x</persname></p>", "<p><personne>x</personne></p>")),
    *((WORDS, new) for new in ("<p><fußnote>x</fußnote></p>",)),
    *(
        (WORDS, new)
        for new in ("<p><b>x</b></p>", "<p><i>x</i> <u>y</u></p>", "<b>x</b>", "<ul><li>x</li></ul>", "<h1>x</h1><p/>")
    ),
    (WORDS, '<p><a href="https://example.org/">x</a></p>'),
    (WORDS, "<tabelle><zeile><zelle>x</zelle></zeile></tabelle>"),
    (HEAD, "<überschrift>x</überschrift>"),
    (HEAD, "<titre>x</titre>"),
    *((WORDS, new) for new in ("<sourcenote>x</sourcenote>", "<p><day>27 October</day></p>", "<p>a<page>12</page>b</p>")),
    *(
        (WORDS, f"<p>a {new} b</p>")
        for new in (
            "<toponym>x</toponym>",
            "<author_name>x</author_name>",
            "<page-break/>",
            "<annot>x</annot>",
        )
    ),
    *(
        ("</encodingDesc>", f"</encodingDesc><profileDesc><correspDesc>{new}</correspDesc></profileDesc>")
        for new in ("<sender>x</sender>", "<sender>x</sender><recipient>y</recipient>")
    ),
    (SOURCE, "<source><p>Box 3.</p></source>"),
    # Attributes and their values.
    *((WORDS, new) for new in ('<p align="center">x</p>', '<p class="x">x</p>', '<p id="a">x</p>', '<p lang="de">x</p>')),
    *((WORDS, f"<p><date {new}>x</date></p>") for new in ('datum="1962-10-27"', 'when="27.10.1962"', 'when="27 octobre 1962"')),
    (WORDS, '<p xml:id="1">x</p><p xml:id="id1">y</p>'),
    (WORDS, '<p xml:id="a b">x</p><p xml:id="a-b">y</p>'),
    (WORDS, '<p xml:id="p1">x</p><p xml:id="p1">y</p><p xml:id="p1-2">z</p>'),
    *(
        (WORDS, f"<p><date when={new}</date></p>")
        for new in ('"1976-08-32">August 16, 1976', '"1960-02-30">soon', '"1960-13-05">5 décembre 1960', '"--02-30">x')
    ),
    (WORDS, '<p><date from="1962-02-30T10:00:00" to="1962-05-02">x</date></p>'),
    (WORDS, '<p><date when="1956-01-31 1 p.m.">x</date></p>'),
    ('xml:id="d1"', 'xml:id="d1" id="d1"'),
    (HEAD, '<head level="2">Letter</head>'),
    (WORDS, '<p><abbr title="Delegation">Delga</abbr></p>'),
    # Pointers.
    (WORDS, '<p xml:id="nn1"><ref target="#n1n">x</ref><ref target="#d1">x</ref></p>'),
    (WORDS, '<p xml:id="ed1"><ref target="#edr">x</ref><ref target="#d1">x</ref></p>'),
    (WORDS, '<p xml:id="fn8">x</p><p xml:id="fn8">y <ref target="#fn9">x</ref><ref target="#d1">x</ref></p>'),
    (WORDS, '<p xml:id="note09">x</p><p><ref target="#note9">x</ref><ref target="#note9">x</ref><ref target="#d1">x</ref></p>'),
    (WORDS, '<p><ref target="#D1">x</ref></p>'),
    # Elements and words where they may not stand.
    (HEAD, f"Words first {HEAD}"),
    (HEAD, f"<p>Words first</p>{HEAD}"),
    (HEAD, f"{HEAD}words behind"),
    *(
        (WORDS, new)
        for new in ("<list>x<item>y</item></list>", "<list><item>y</item>x</list>", "<table>x<row><cell>y</cell></row></table>")
    ),
    *(
        (WORDS, new)
        for new in ("<table><row>x<cell>y</cell></row></table>", "<item>x</item>", "<row><cell>x</cell></row>", "<list/>")
    ),
    *(
        (WORDS, new)
        for new in (
            "<p><p>x</p></p>",
            "<p>x<p>y</p>z</p>",
            '<p>x</p><hi rend="italic">y</hi>',
            "<closer><signed>x</signed></closer>",
        )
    ),
    # Blocks in mark-up of words, paragraphs among lines and rows, and words between rows.
    *((WORDS, f"<p>a {new} b</p>") for new in ('<hi rend="italic">x <p>y</p></hi>', '<ref target="#d1"><p>x</p></ref>')),
    (WORDS, "<p>x</p><closer><signed><p>y</p></signed></closer>"),
    (HEAD, "<head><p>Letter</p></head>"),
    (WORDS, "<table><row><cell>a</cell></row>x<row><cell>b</cell></row></table>"),
    (WORDS, "<table><row><cell>a</cell></row><p>x</p><row><cell>b</cell></row></table>"),
    # What stands too early, with more than one element behind it that may not follow it.
    *(
        (WORDS, f"<p>x</p>\n<closer><signed>y</signed></closer>{behind}")
        for behind in (
            "<p>z</p>",
            "\n<p>z</p>\n<pb/>\n<p>z</p>",
            "\n<p>z</p>\n<table><row><cell>z</cell></row></table>\n<p>z</p>",
            "\n<pb/>\n<table><row><cell>z</cell></row></table>\n<pb/>\n<list><item>z</item></list>",
        )
    ),
    # Elements of which nothing is known, pictures and speakers where the schema may have none.
    *(
        (WORDS, f"<p>x {new} y</p>")
        for new in ("<speaker>z</speaker>", "<xyzzy>z</xyzzy>", '<xyzzy>z <hi rend="italic">z</hi></xyzzy>', '<img src="a.png"/>')
    ),
    *((WORDS, new) for new in ("<speaker>x</speaker><p>y</p>", "<xyzzy><p>x</p><p>y</p></xyzzy>", "<xyzzy>x</xyzzy>")),
    # The header.
    (TITLE, "A letter"),
    (TITLE, f"{TITLE}<author>B</author><date>1962</date>"),
    ("</titleStmt>", "</titleStmt><author>B</author>"),
    ("</titleStmt>", f"</titleStmt>{TITLE}"),
    (SOURCE, "<sourceDesc>Box 3.</sourceDesc>"),
    (SOURCE, "<sourceDesc><title>x</title></sourceDesc>"),
    (SOURCE, ""),
    (ENCODING, "<p>By hand.</p>"),
    (ENCODING, TITLE),
    (ENCODING, SOURCE),
    (ENCODING, '<langUsage><language ident="en">English</language></langUsage>'),
    (ENCODING, '<change when="2001-01-01">x</change>'),
    (PUBLISHER, f"{PUBLISHER}{TITLE}"),
    (PUBLISHER, f"{PUBLISHER}<licence>x</licence>"),
    (PUBLISHER, f"{PUBLISHER}some words"),
    (PUBLISHER, "Office, 1962"),
    ("</titleStmt>", "<respStmt><persName>A</persName><role>encoder</role></respStmt></titleStmt>"),
]


def errors(text: str, *, by_tei_all: bool) -> list[Finding]:
    found = validate_bytes(text.encode(), None, schema=TEI_ALL if by_tei_all else None)
    return [finding for finding in found if finding.severity == "error"]


needs_tei_all = pytest.mark.skipif(not TEI_ALL.is_file(), reason="needs tei_all.rng")


@pytest.mark.parametrize("by_tei_all", [False, pytest.param(True, marks=needs_tei_all)], ids=["own", "tei_all"])
@pytest.mark.parametrize(("right", "wrong"), SLIPS, ids=[wrong or f"no {right}" for right, wrong in SLIPS])
def test_the_first_suggestion_works(right: str, wrong: str, by_tei_all: bool) -> None:
    assert errors(LETTER, by_tei_all=by_tei_all) == []
    text = LETTER.replace(right, wrong, 1)
    found = errors(text, by_tei_all=by_tei_all)
    assert found
    for _ in range(len(found)):
        text = mend(text, found[0])
        found = errors(text, by_tei_all=by_tei_all)
        if not found:
            break
    assert found == []


@needs_tei_all
def test_widths_have_units() -> None:
    (finding,) = errors(LETTER.replace(WORDS, '<p><graphic url="a.png" width="200"/></p>'), by_tei_all=True)
    assert finding.suggestions == ('Did you mean "200px"?', "Write a number with its unit (12%, 12cm, 12mm, 12in).")


@needs_tei_all
def test_the_entities_of_a_file_are_told_at_once() -> None:
    (finding,) = errors(LETTER.replace(WORDS, "<p>&eacute; &amp; &nbsp;&mdash;&eacute; &own;</p>"), by_tei_all=True)
    assert finding.suggestions[:2] == ("Write é itself (or &#233;).", "The others in the file: &nbsp; is &#160;, &mdash; is —.")
    declared = '<!DOCTYPE TEI SYSTEM "tei.dtd">' + LETTER.replace(WORDS, "<p>&eacute;</p>")
    (finding,) = errors(declared, by_tei_all=True)
    assert finding.suggestions[0] == "Write é itself (or &#233;)."


@needs_tei_all
def test_what_excludes_another_is_named() -> None:
    found = errors(LETTER.replace(PUBLISHER, f"<p>x</p>{PUBLISHER}"), by_tei_all=True)
    assert found[0].suggestions == ("Remove it, or the <p> of line 3: one excludes the other.",)


@needs_tei_all
@pytest.mark.parametrize(
    ("body", "cure"),
    [
        ("<lg>x<l>y</l></lg>", "Put it in <l>, <head> or <note>."),
        ("<lg><l>y</l>x<l>z</l></lg>", "Put it in <l>, <note> or <label>."),
        ("<lg><lg><l>y</l></lg>x<lg><l>z</l></lg></lg>", "Put it in <l>, <note> or <label>."),
        ("<list><head>y</head>x<item>z</item></list>", "Put it in <item>"),
        ("<sp><speaker>y</speaker>x<p>z</p></sp>", "Put it in <p>"),
    ],
)
def test_words_among_elements_are_put_in_one_like_those(body: str, cure: str) -> None:
    text = LETTER.replace(WORDS, body)
    (finding,) = errors(text, by_tei_all=True)
    assert finding.suggestions[0].startswith(cure)
    assert errors(mend(text, finding), by_tei_all=True) == []


def test_what_comes_first_and_stands_late_is_one_fault() -> None:
    title = "<titleStmt><title>A letter</title></titleStmt>"
    text = LETTER.replace(title, "").replace(SOURCE, f"{SOURCE}\n{title}", 1)
    (finding,) = errors(text, by_tei_all=False)
    assert finding.suggestions[0] == "Move the <titleStmt> of line 6 before this <publicationStmt>."
    assert errors(mend(text, finding), by_tei_all=False) == []


def test_an_id_is_that_which_a_pointer_leads_to() -> None:
    text = LETTER.replace(WORDS, '<p xml:id="ann a">x</p><p><ref target="#anna">y</ref></p>')
    (finding,) = errors(text, by_tei_all=False)
    assert finding.suggestions[0] == 'Did you mean "anna"?'
    assert errors(mend(text, finding), by_tei_all=False) == []


def test_what_stands_too_early_is_one_fault_where_one_move_mends_it() -> None:
    closer = "<closer><signed>x</signed></closer>"
    (finding,) = errors(LETTER.replace(WORDS, f"{WORDS}\n{closer}\n{WORDS}\n<pb/>{WORDS}\n{WORDS}"), by_tei_all=False)
    assert finding.suggestions == (
        "Move the <closer> of line 8 behind the <p> of line 11.",
        "Move it before the <closer> of line 8.",
    )
    # Here one move mends nothing: each head is a fault of its own.
    found = errors(LETTER.replace(HEAD, f"{WORDS}{HEAD}{WORDS}{HEAD}"), by_tei_all=False)
    assert len(found) == 2
