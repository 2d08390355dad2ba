"""What an unknown name, a wrong value or a broken rule was meant to be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import Command
from lxml import etree
from test_validation import TEI_ALL

from teiencode.validation import Catalogue, other_vocabularies, validate, validate_bytes
from teiencode.validation.datatype_words import described
from teiencode.validation.glosses import read_glosses
from teiencode.validation.intended import intended_values
from teiencode.validation.nearest import by_attributes, first_word, nearest_names
from teiencode.validation.other_vocabularies import in_tei, plain_name
from teiencode.validation.relaxng import FOLLOWS
from teiencode.validation.schematron_cures import cures_of_test

NAMES = (
    "pubPlace",
    "stage",
    "del",
    "rdg",
    "orig",
    "origin",
    "expan",
    "persName",
    "l",
    "hi",
    "p",
    "ptr",
    "add",
    "addSpan",
    "body",
)
GLOSSES = {"rdg": "reading", "del": "deletion", "ptr": "pointer", "hi": "highlighted", "p": "paragraph"}


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("publicationPlace", "pubPlace"),
        ("stageDirection", "stage"),
        ("stage-direction", "stage"),
        ("expansion", "expan"),
        ("original", "orig"),
        ("persname", "persName"),
        ("reading", "rdg"),
        ("deleted", "del"),
        ("pointer", "ptr"),
        ("highlight", "hi"),
        ("ht", "hi"),
    ],
)
def test_a_name_that_is_not_known_leads_to_one_that_is(wrong: str, right: str) -> None:
    assert right in nearest_names(wrong, NAMES, NAMES, GLOSSES)


def test_what_may_stand_here_comes_first() -> None:
    assert nearest_names("original", ("orig",), NAMES, {}) == ["orig", "origin"]


def test_a_name_like_none_is_meant_for_none() -> None:
    assert nearest_names("xyzzy", NAMES, NAMES, GLOSSES) == []


def test_the_attributes_of_an_element_tell_what_it_was_meant_to_be() -> None:
    owners = {"wit": frozenset({"rdg"}), "n": frozenset(NAMES)}
    assert by_attributes(["wit", "n"], NAMES, owners, len(NAMES)) == ["rdg"]
    assert by_attributes(["n"], NAMES, owners, len(NAMES)) == []


def test_glosses_come_from_a_schema_and_from_the_source_of_tei(tmp_path: Path) -> None:
    schema, source = tmp_path / "a.rng", tmp_path / "a.xml"
    schema.write_text(
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0" xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0"><start>'
        '<element name="rdg"><a:documentation>(reading) contains a reading. [12.1. x]</a:documentation><text/></element></start>'
        "</grammar>",
        encoding="utf-8",
    )
    source.write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><elementSpec ident="p"><gloss xml:lang="fr">paragraphe</gloss>'
        '<gloss xml:lang="en">paragraph</gloss><desc xml:lang="en">marks paragraphs.</desc></elementSpec></TEI>',
        encoding="utf-8",
    )
    found = read_glosses((schema, source, tmp_path / "none.rng"))
    assert found == {"rdg": ("reading", "contains a reading."), "p": ("paragraph", "marks paragraphs.")}
    finding = validate(b"<reading>x</reading>", schema=schema, select=["relaxng"])
    assert finding[0].code == "TE811"


VALUES = {
    "3. April 1838": "1838-04-03",
    "le 3 avril 1838": "1838-04-03",
    "13.09.1819": "1819-09-13",
    "1838-4": "1838-04",
    "1838-4-3": "1838-04-03",
    "1962-28-11": "1962-11-28",
    "1962-11-31": "1962-11",
    "1962-11-21 16:00": "1962-11-21T16:00:00",
    "21 November 1962, 4.30 p.m.": "1962-11-21T16:30:00",
    "c. 1391": "1391",
    "ca. 1962-11": "1962-11",
    "l962-1O-21": "1962-10-21",
    "1962--11-21": "1962-11-21",
    "1962-Nov-21": "1962-11-21",
    "1½": "1.5",
    "ca. 3": "3",
    "2 3/4": "2.75",
    "MDCCXII": "1712",
    "16:30": "16:30:00",
    "4.30 pm": "16:30:00",
    "12.05 a.m.": "00:05:00",
    **dict.fromkeys(
        ("1962-11-28T22.30.00", "1962-11-28T2230", "1962-11-28T22-30-00", "1962-11-28 22h30", "1962-11-28, 22.30 Uhr"),
        "1962-11-28T22:30:00",
    ),
    **dict.fromkeys(("T1605", "T16:05", "1605 hrs", "16.05 h", "16:5:00"), "16:05:00"),
    "1962-11-28 16:05+0100": "1962-11-28T16:05:00+01:00",
    "1962-11-28T16:05 GMT": "1962-11-28T16:05:00Z",
    **dict.fromkeys(("1793–01–21", "1793−01−21", "1793‑01‑21", "1793 – 01 – 21", "１７９３－01－21", "1793.01.21"), "1793-01-21"),
    **dict.fromkeys(("1793_01_21", "21–01–1793"), "1793-01-21"),
    "44 BC": "-0044",
    "-44": "-0044",
    "800 AD": "0800",
    "10-27": "--10-27",
    "2.0": "2",
    "2 seconds": "PT2S",
    "P2S": "PT2S",
    "3 years": "P3Y",
    "1,200": "1200",
    "two": "2",
    "second": "2",
    "XII": "12",
    "12 cm": "12cm",
    "french": "fr",
    "fr_CA": "fr-CA",
    **dict.fromkeys(("en.US", "en/US", "en_us"), "en-US"),
    **dict.fromkeys(("en, fr", "en fr", "en/fr"), "en"),
    "#a#b": "#a #b",
    "#c #d": "#c",
    "#a, #b": "#a #b",
    "a%.png": "a%25.png",
    "mailto: a@b.org": "mailto:a@b.org",
    "a b": "a-b",
    "(a)": "a",
    "1a": "id1a",
}


@pytest.mark.parametrize(("wrong", "right"), VALUES.items())
def test_a_wrong_value_leads_to_a_right_one(wrong: str, right: str) -> None:
    assert intended_values(wrong, lambda guess: guess == right) == [right]


def test_a_part_of_a_date_is_no_second_guess() -> None:
    assert intended_values("27 Oct 1962", lambda guess: guess[0] == "1") == ["1962-10-27"]
    assert intended_values("196211-28", lambda guess: guess[0] == "1") == ["1962-11-28"]


@pytest.mark.parametrize("unsure", ["74-10-10", "28/11/62"])
def test_a_day_whose_century_is_not_written_is_no_other_figure(unsure: str) -> None:
    assert intended_values(unsure, str.isdecimal) == []


@pytest.mark.parametrize(
    ("test", "must", "message", "cure"),
    [
        ("@target", True, "", "Add the attribute target."),
        ("child::tei:add and child::tei:del", True, "", "Add <add>."),
        ("ancestor::tei:l and not(ancestor::tei:note)", False, "", "Move it out of <l>."),
        ("ancestor-or-self::tei:post", True, "", "Move it into <post>."),
        ("count(tei:height) gt 1", False, "", "Keep one <height>"),
        ("count(tei:lem) lt 2", True, "", "Keep one <lem>"),
        ("count(*) gt 1", True, "", "Add another element"),
        ("tei:s", False, "use seg instead", "Use <seg>"),
        ("tei:listRef", False, "", "Move <listRef> out"),
        ("contains(normalize-space(@to),' ')", False, "", "Write one value in to."),
        (
            "normalize-space(.) eq ''",
            False,
            "An msIdentifier must contain either a repository or location.",
            "<repository> or <location>",
        ),
        ("id(substring(@spanTo,2)) and following::*[@xml:id=substring(current()/@spanTo,2)]", True, "", "behind this element"),
        ("@minOccurs cast as xs:integer lt 2", True, "", "Correct minOccurs."),
        ("not(@target)", True, "", "Remove target."),
        ("not(@target)", False, "", "Add the attribute target."),
        ("not(tei:p) and not(tei:ab)", True, "", "Move <p> out of it"),
        ("not(ancestor::tei:head)", True, "", "Move it out of <head>."),
        ("string-length( normalize-space(.) ) gt 0", True, "", "Write words in it."),
        ("normalize-space()", True, "", "Write words in it."),
        ("normalize-space(.) = ''", False, "", "Write words in it."),
        ("child::text()[ normalize-space(.) ne '']", False, "", "Remove the words"),
        ("matches(., '[.!?]$')", True, "", "Correct its words."),
        ("@type = ('a', 'b')", True, "", 'Add type: "a" or "b".'),
        ("@spanTo = ('#a', '#b')", True, "", 'Write "#a" or "#b" in spanTo.'),
        ("@spanTo = ('#a')", False, "", "Remove spanTo."),
        ("$a eq $b", False, "use the zone element rather than the path element", "Use <zone>"),
    ],
)
def test_a_broken_rule_says_what_may_be_done(test: str, must: bool, message: str, cure: str) -> None:
    cures = cures_of_test(test, must=must, message=message, present=("spanTo", "minOccurs"))
    assert any(cure in each for each in cures)
    assert not any("<integer>" in each for each in cures)


CONSEQUENCES = {
    '<p>x <ref target="#a">y</ref> <ref target="#a">z</ref></p>': ["TE851"],
    '<p>x <gap unit="line reason=redacted"/></p>': ["TE818"],
    '<p id="a">x <ref target="#a">y</ref></p>': ["TE816"],
    '<p xml:id="1a">x <ref target="#1a">y</ref></p>': ["TE818"],
    '<p xml:id="">x <ref target="#a">y</ref></p>': ["TE818"],
    "<p>x</p><item>a</item><item>b</item>": ["TE813"],
    "<p>x</p><item>a</item><p>y</p><item>b</item>": ["TE813", "TE813"],
    '<p id="a">x <ref target="#b">y</ref></p>': ["TE816", "TE851"],
    '<p name="a">x <ref target="#a">y</ref></p>': ["TE816"],
}


@pytest.mark.parametrize(("body", "codes"), CONSEQUENCES.items())
def test_what_only_follows_is_not_told(body: str, codes: list[str]) -> None:
    text = (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div type="chapter">{body}</div></body></text></TEI>'
    )
    found = validate_bytes(text.encode(), None)
    assert [finding.code for finding in found if finding.code not in ("TE814", "TE817")] == codes


LINES = {
    # What jing tells: of each paragraph behind a closer, each line of text, and the end of what lacks what is misspelt.
    "<p>x</p>\n<closer><signed>y</signed></closer>\n<p>z</p>\n<p>z</p><p>z</p>\n<p>z</p>": [4, 5, 6],
    "<head>x</head>one\ntwo\n\nthree<p>y</p>": [2, 3, 5],
    '<p>x <subst><dell rend="overstrike">y</dell>\n<add place="above">z</add>\n</subst></p>': [2, 4],
    "<p>x</p>\n<item>a</item><item>b</item>": [3],
}


@pytest.mark.parametrize(("body", "lines"), LINES.items(), ids=range(len(LINES)))
def test_programs_are_told_of_each_line_once(teiencode: Command, body: str, lines: list[int], tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    file.write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>\n'
        f'<div type="chapter">{body}</div></body></text></TEI>',
        encoding="utf-8",
    )
    ours = ["validate", "--quiet", "--select", "relaxng", str(file)]
    told = json.loads(teiencode(*ours, "--format", "json").out)
    assert told == [finding.as_json() for finding in validate(file, select=["relaxng"])]
    first, *others = (each for each in told if each["line"] > 1)
    assert [each["end_line"] for each in (first, *others)] == lines
    assert FOLLOWS not in first["suggestions"]
    assert all(each["suggestions"] == [FOLLOWS] for each in others)
    assert teiencode(*ours).out.count(": error TE") == 1 + sum(each["line"] == 1 for each in told)


@pytest.mark.parametrize(
    ("body", "column", "cure"),
    [
        ("<p>x</p</body>", 5, "</p>"),
        ("<p>x<p/></body>", 5, "</p>"),
        ("<!- x -><p>x</p></body>", 1, "<!--"),
        ("<? x ?><p>x</p></body>", 1, "<?"),
        ("<!-- x -- ><p>x</p></body>", 8, "-->"),
        ("<p>x<caesura>y</p></body>", 5, "<caesura/>"),
        ('<p rend="it"alic">x</p></body>', 4, "&quot;"),
        ('<date when="19"62">x</date></body>', 7, "&quot;"),
        ("<p>x<lb\\>y</p></body>", 8, "/>"),
        ("<p>x<lb/></lb>y</p></body>", 10, "Remove </lb>"),
        ('<p XML:id="a">x</p></body>', 4, "xml:id"),
    ],
)
def test_tags_and_comments_that_are_none(body: str, column: int, cure: str) -> None:
    found = validate(f"<body>\n{body}".encode())
    assert [(finding.line, finding.column) for finding in found] == [(2, column)]
    assert cure in found[0].suggestions[0]


def test_a_part_that_stands_behind_what_it_is_missing_in_is_one_fault() -> None:
    body = '<div type="section"><list type="subject"><head>x</head></list><item>y</item></div>'
    text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>{body}</body></text></TEI>'
    found = [(finding.code, finding.message) for finding in validate(text.encode(), select=["relaxng"])]
    assert not any("<list>" in message and code == "TE814" for code, message in found)
    assert any("<item>" in message and code == "TE813" for code, message in found)


@pytest.mark.parametrize(
    ("body", "cure"),
    [
        ('<p>On <date daytime="1962-10-27">x</date></p>', "Did you mean when?"),
        ('<list type="subject"><p>x</p></list>', "Put it in <item>"),
        (
            '<p><choice type="x"><sic corr="y">x</sic><corr>y</corr></choice></p>',
            "Write <choice><sic>…</sic><corr>y</corr></choice>.",
        ),
        ("<p>x <text-p>y</text-p></p>", "Did you mean <p>…</p>?"),
        ('<p>x <ref ref="#y">y</ref></p>', "Did you mean target?"),
        ('<p>x <persName place="above">y</persName></p>', "It belongs on"),
        ('<p>x <gap reason="redacted unit=line"/></p>', 'Write reason="redacted" unit="line".'),
    ],
)
def test_values_places_and_partners_tell_what_was_meant(body: str, cure: str) -> None:
    text = (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div type="chapter">{body}</div></body></text></TEI>'
    )
    assert any(each.startswith(cure) for finding in validate(text.encode(), select=["relaxng"]) for each in finding.suggestions)


def test_a_namespace_with_a_space_in_it() -> None:
    (found,) = validate(b'<TEI xmlns="http://www.tei-c.org/ns/1.0 "/>')
    assert (found.column, found.suggestions) == (6, ('Write xmlns="http://www.tei-c.org/ns/1.0".',))


def test_the_source_of_tei_explains_the_names_of_a_schema_that_does_not(tmp_path: Path) -> None:
    source = tmp_path / "p5subset.xml"
    source.write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><elementSpec ident="expan"><gloss>expansion</gloss></elementSpec></TEI>',
        encoding="utf-8",
    )
    schema = tmp_path / "a.rng"
    schema.write_text(
        '<element name="p" xmlns="http://relaxng.org/ns/structure/1.0">'
        '<optional><element name="expan"><empty/></element></optional></element>',
        encoding="utf-8",
    )
    found = validate_bytes(b"<p><expansion/></p>", None, schema=schema, catalogue=Catalogue(tei_source=source))
    assert "Did you mean <expan/> (expansion)?" in found[0].suggestions


@pytest.mark.parametrize(
    ("date", "message", "cures"),
    [
        ('when="1976-08-32">August 16, 1976', "August 1976 has 31 days", ["1976-08-16", "1976-08-31"]),
        ('when="30.2.1960">x', "of when on <date>", ["1960-02-29"]),
        ('when="1900-02-29">x', "February 1900 has 28 days", ["1900-02-28"]),
        ('when="--04-31">x', "April has 30 days", ["--04-30"]),
        ('when="1960-13-05">x', "a year has 12 months", ["1960-05-13"]),
        ('from="1962-04-31" to="1962-05-02">1 to 2 May', "April 1962 has 30 days", ["1962-04-30"]),
        ('when="10/11/1962">November 10, 1962', "of when on <date>", ["1962-11-10", "1962-10-11"]),
        ('when="10/11/1962">August 5, 1962', "of when on <date>", ["1962-10-11", "1962-11-10"]),
        ('when="1976-08-32">August 16 and September 1, 1976', "August 1976 has 31 days", ["1976-08-31"]),
    ],
)
def test_days_that_no_month_has(date: str, message: str, cures: list[str]) -> None:
    text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p><date {date}</date></p></body></text></TEI>'
    (found,) = validate(text.encode(), select=["TE818"])
    assert found.message.endswith(f"{message}.")
    assert [cure for cure in found.suggestions if cure.startswith("Did")] == [f'Did you mean "{each}"?' for each in cures]


@pytest.mark.parametrize(
    ("time", "why", "cure"),
    [
        ("1962-11-28T25:00:00", "no day has an hour 25", "Write the hour as a number from 00 to 23."),
        ("12:61:00", "no hour has a minute 61", "Write the minute as a number from 00 to 59."),
        ("12:00:75", "no minute has a second 75", "Write the second as a number from 00 to 59."),
    ],
)
def test_hours_that_no_day_has(time: str, why: str, cure: str) -> None:
    body = f'<body><p><date when="{time}">x</date></p></body>'
    text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text>{body}</text></TEI>'
    (found,) = validate(text.encode(), select=["TE818"])
    assert found.message.endswith(f": {why}.")
    assert found.suggestions[0] == cure


def test_two_languages_in_the_place_of_one() -> None:
    text = b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text xml:lang="en, fr"><body><p>x</p></body></text></TEI>'
    (found,) = validate(text, select=["TE818"])
    assert found.message.endswith("on <text>: it has room for one language.")
    assert found.suggestions[:2] == ('Did you mean "en"?', 'Did you mean "fr"?')


@pytest.mark.parametrize(
    ("code", "right"), [("en-UK", "en-GB"), ("sr-Latn-SWE", "sr-Latn-SE"), ("fr-QC", "fr"), ("en-EN-1", "en-GB-1")]
)
def test_countries_that_there_are_not(code: str, right: str) -> None:
    text = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text xml:lang="{}"><body><p>x</p></body></text></TEI>'
    (found,) = validate(text.format(code).encode(), select=["TE885"])
    assert found.suggestions[0] == f'Write xml:lang="{right}".'
    for known in ("en-GB", "es-419", "zh-yue", "de-1996", "en-x-uk", "en-XK", "zh-Hant-tw"):
        assert validate(text.format(known).encode(), select=["TE885"]) == []


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("tt", ("hi", "code")),
        ("page-break", ("pb",)),
        ("PageBreak", ("pb",)),
        ("alt-text", ("figDesc",)),
        ("unitdate", ("date",)),
        ("TEI.2", ("TEI",)),
        ("xyzzy", ()),
    ],
)
def test_names_of_other_vocabularies(name: str, right: tuple[str, ...]) -> None:
    assert tuple(first_word(each) for each in in_tei(name)) == right


def test_no_two_lines_say_the_same_of_a_name() -> None:
    names = [word for words in other_vocabularies._NAMES.values() for word in words.split()]
    assert [name for name in names if plain_name(name) != name] == []
    assert [name for name in set(names) if len(set(in_tei(name))) < len(in_tei(name))] == []


@pytest.mark.skipif(not TEI_ALL.is_file(), reason="needs tei_all.rng")
def test_what_other_vocabularies_are_translated_to_is_in_tei() -> None:
    names = {str(each.get("name")) for each in etree.parse(TEI_ALL).iter("{http://relaxng.org/ns/structure/1.0}element")}
    assert {first_word(each) for each in other_vocabularies._NAMES} <= names
    assert {first_word(each) for each in other_vocabularies.HELD.values()} <= names


@pytest.mark.skipif(not TEI_ALL.is_file(), reason="needs tei_all.rng")
@pytest.mark.parametrize(
    ("body", "cure"),
    [
        ("<p>x <hi><p>y</p></hi></p>", "Remove its tags, and keep what is between them in <hi>."),
        ("<lg><p>x</p><p>y</p></lg>", "Write <l> in place of <p>."),
        ("<lg><l>x</l><p>y</p></lg>", "Write <l> in place of <p>."),
        ("<table><row><cell>x</cell></row>y</table>", "Put it in <row><cell>…</cell></row>."),
        ("<hi>x</hi>", "Put it in <p>, <opener> or <quote>."),
        ("<list><item>x</item><list><item>y</item></list>z</list>", "End the <list> before it"),
        ("<lg>x<lb/>y</lg>", "Put it in <l>,"),
        ("<sp>x</sp>", "Put it in <p>"),
        ("<p>x<pb>12r</pb></p>", 'Write <pb n="12r"/>.'),
        ("<p>x<lb>y</lb></p>", "Close <lb> at once with />, and put the words behind it."),
        ('<p>x<ptr target="#a">y</ptr></p>', "Write <ref> in place of <ptr>."),
        ("<listPlace><place>x</place></listPlace>", "Put it in <placeName>,"),
        ("<p><address>x</address></p>", "Put it in <addrLine>,"),
        ("<p>x</p><postscript>y</postscript>", "Put it in <p>,"),
        ("<castList><castItem>x</castItem><li>y</li></castList>", "Did you mean <castItem>"),
        ("<p><date><day>1</day> May</date></p>", "Remove its tags, and keep what is between them in <date>."),
        ("<lg><head>x</head></lg>", "Add <l>, "),
        ("<p>x <listPerson/></p>", "Add <person>, "),
        ("<p>x <tt>y</tt></p>", 'Did you mean <hi rend="monospace">…</hi> (highlighted)?'),
        ("<p>in <location>x</location></p>", "Write <placeName> in place of <location>."),
    ],
)
def test_the_first_cure_is_what_texts_have(body: str, cure: str) -> None:
    text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div>{body}</div></body></text></TEI>'
    told = validate(text.encode(), schema=TEI_ALL, select=["TE812", "TE813", "TE814", "TE815"])
    found = [finding for finding in told if "teiHeader" not in finding.message]
    assert found[0].suggestions[0].startswith(cure)
    assert not any(
        rare in each for finding in found for each in finding.suggestions for rare in ("climate", "listRelation", "<salute> or")
    )


@pytest.mark.parametrize(
    ("body", "cures"),
    [
        ('<p>x <hi rend="italic" bold="true">y</hi></p>', ["Remove it."]),
        ('<p center="true">x</p>', ['Write rend="center" in its place.', "Remove it."]),
        ('<p type="indent">x</p>', ["Did you mean rend?"]),
        ('<p>x<note place="end" number="3">y</note></p>', ["Did you mean n?", "Remove it."]),
        ('<p>x <measure unit="kg" value="3">y</measure></p>', ["Did you mean quantity?"]),
        ('<p>x <add place="above the line">y</add></p>', ['Did you mean "above"?']),
        ('<p>x<note place="footnote">y</note></p>', ['Did you mean "bottom"?']),
        ('<p>x<fw type="running head">y</fw></p>', ['Did you mean "header"?']),
        ('<p>x <date when="196?">y</date></p>', ['Write notBefore="1960" notAfter="1969" in its place.']),
        ('<p>x <date when="18??">y</date></p>', ['Write notBefore="1800" notAfter="1899" in its place.']),
        ('<p>x <date when="1890s">y</date></p>', ['Write notBefore="1890" notAfter="1899" in its place.']),
        ('<p>x <date when="19th century">y</date></p>', ['Write notBefore="1801" notAfter="1900" in its place.']),
        ('<p>x <date when="before 1900">y</date></p>', ['Write notAfter="1900" in its place.', 'Did you mean "1900"?']),
    ],
)
def test_attributes_and_dates_as_newcomers_write_them(body: str, cures: list[str]) -> None:
    body = f'<body><div type="chapter">{body}</div></body>'
    text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text>{body}</text></TEI>'
    (found,) = validate(text.encode(), select=["TE816", "TE818"])
    assert list(found.suggestions[: len(cures)]) == cures


def test_words_are_no_days_where_words_may_stand() -> None:
    assert intended_values("struck out", lambda guess: " " not in guess) == ["struck-out", "struckout"]
    assert intended_values("chapter 1", lambda guess: " " not in guess) == ["chapter-1", "chapter1"]
    assert "a%20b.png" in intended_values("a b.png", lambda guess: " " not in guess)


def test_patterns_of_tei_are_told_in_words() -> None:
    assert described("token", (("pattern", r"[^\p{C}\p{Z}]+"),)) == "a word without spaces"
    assert described("token", (("pattern", r"[a-c]+"),)) == "some text of the form [a-c]+"


@pytest.mark.skipif(not TEI_ALL.is_file(), reason="needs tei_all.rng")
def test_a_picture_in_an_attribute_is_a_graphic() -> None:
    text = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>{}</body></text></TEI>'
    (found,) = validate(text.format('<p><figure src="a.png"/></p>').encode(), schema=TEI_ALL, select=["TE816"])
    assert found.suggestions[0] == 'Write <graphic url="a.png"/> in the <figure>, and remove it here.'
    (found,) = validate(text.format('<p><ref href="a.html">x</ref></p>').encode(), schema=TEI_ALL, select=["TE816"])
    assert found.suggestions[0] == "Did you mean target?"


def test_a_paragraph_behind_a_section_may_keep_its_place() -> None:
    body = '<div type="chapter"><div type="section"><p>x</p></div><p>y</p></div>'
    text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>{body}</body></text></TEI>'
    (found,) = validate(text.encode(), select=["TE813"])
    assert found.suggestions == (
        "Move it before the <div> of line 1.",
        "Put it in <div>, if the order of the text is to stay.",
    )
