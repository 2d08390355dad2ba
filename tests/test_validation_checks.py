"""What no grammar says: each check on what it is for, and on what it must leave alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from teiencode.diagnostic import Finding
from teiencode.validation import validate

HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>A letter</title></titleStmt><publicationStmt><p>Printed.</p></publicationStmt>"
    "<sourceDesc><p>A box.</p></sourceDesc></fileDesc></teiHeader>"
)
GROUPS = ("ids", "pointers", "notes", "pages", "tables", "dates", "header", "TE824")


def check(body: str, header: str = HEADER) -> list[Finding]:
    text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}\n<text><body>{body}</body></text></TEI>'
    return validate(text.encode(), select=GROUPS)


NUMBERED = '<p>a<note type="editorial" n="{0}">x</note> b{2}<note type="editorial" n="{1}">y</note></p>'

NOTE = '<note type="editorial" n="%s">x</note>'
NOTES = f"<div><p>a{NOTE % '{0}'} b{NOTE % '{1}'}{{4}} c{NOTE % '{2}'} d{NOTE % '{3}'}</p></div>"

LETTER = (
    '<correspDesc><correspAction type="sent"><date {0}/></correspAction>'
    '<correspAction type="received"><date {1}/></correspAction></correspDesc>'
)

FAULTS = [
    ('<p xml:id="a"/>x<ab xml:id="a">x</ab>', "TE824 TE841", "xml:id"),
    ('<p><ref target="#b">x</ref></p>', "TE851", "target"),
    ('<p xml:id="note1">x<ref target="#Note1">y</ref></p>', "TE851", "target"),
    ('<p xml:id="b">x<ref target="b">y</ref></p>', "TE854", "target"),
    ('<p xml:id="b">x<ptr type="note" target="#b"/></p>', "TE852", "target"),
    ('<p>x<note type="editorial" n="1" xml:id="n">y</note><ptr type="note" n="2" target="#n"/></p>', "TE860", 'n="2"'),
    ('<div><p>x</p><note type="editorial" n="1">y</note></div>', "TE862", "<note"),
    (NUMBERED.format(2, 2, ""), "TE864", 'n="2">y'),
    (NUMBERED.format(2, 2, "<pb/>"), "TE864", 'n="2">y'),
    (NOTES.format(1, 2, 13, 4, ""), "TE866", 'n="13"'),
    (NOTES.format(11, 2, 3, 4, ""), "TE866", 'n="11"'),
    (NOTES.format(5, 6, 8, 7, ""), "TE866", 'n="7"'),
    (NOTES.format(5, 6, 3, 4, ""), "TE866", 'n="3"'),
    (NOTES.format(1, 2, 2, 4, "</p></div><div><p>"), "TE864", 'n="2"'),
    (NOTES.format(1, 2, 4, 3, ""), "TE866", 'n="3"'),
    (NOTES.format(2, 1, 3, 4, ""), "TE866", 'n="1"'),
    (NOTES.format(1, 3, 2, 4, "</p></div><div><p>"), "TE866", 'n="2"'),
    (NOTES.format(1, 3, 2, 4, "<pb/>"), "TE866", 'n="2"'),
    (NOTES.format(4, 5, 1, 7, "<pb/>"), "TE866", 'n="1"'),
    (NOTES.format(5, 6, 6, 7, "</p></div><div><p>"), "TE864", 'n="6">x</note> d'),
    ('<p>x<note type="editorial" n="2" xml:id="n">y</note><ref type="noteAnchor" target="#n">(12)</ref></p>', "TE860", "(12)"),
    ('<pb n="5"/><pb n="1"/><pb n="7"/>', "TE865", 'n="1"'),
    ('<pb n="2"/><pb n="1"/><pb n="3"/>', "TE865", 'n="1"'),
    ('<person><birth when="1901-03"/><death when="1899"/></person>', "TE876", 'when="1899"'),
    (
        '<person><birth><date when="1901-03">x</date></birth><death><date when="1899">y</date></death></person>',
        "TE876",
        'when="1899"',
    ),
    ('<person><birth when="1901-03-09"/><death when="1901-03-02"/></person>', "TE876", 'when="1901-03-02"'),
    (LETTER.format('when="1847-05-03"', 'when="1846-05-03"'), "TE876", 'when="1846'),
    (LETTER.format('notBefore="1847-05-03" notAfter="1847-05-09"', 'notBefore="1846" notAfter="1847-03"'), "TE876", "notAfter"),
    ('<pb n="7"/><pb n="5"/><pb n="8"/>', "TE865", 'n="5"'),
    ('<pb n="5"/><pb n="46"/><pb n="7"/>', "TE865", 'n="46"'),
    ('<pb n="5"/><pb n="6"/><pb n="0"/>', "TE865", 'n="0"'),
    ('<pb n="5"/><pb n="5"/><pb n="7"/>', "TE867", 'n="5"'),
    ('<pb n="4"/><pb n="5"/><pb n="5"/>', "TE867", 'n="5"'),
    ('<pb n="1"/><pb n="1"/><pb n="3"/>', "TE867", 'n="1"'),
    ('<pb n="7"/><pb n="80"/><pb n="9"/><pb n="10"/>', "TE865", 'n="80"'),
    ('<pb n="70"/><pb n="8"/><pb n="9"/>', "TE865", 'n="70"'),
    ('<pb n="7"/><pb n="8"/><pb n="9"/><pb n="4"/><pb n="5"/>', "TE865", 'n="4"'),
    ('<table rows="3"><row><cell>x</cell></row></table>', "TE871", "rows"),
    ('<table cols="2"><row><cell>x</cell></row></table>', "TE871", "cols"),
    ('<table cols="2"><row><cell>x</cell></row><row><cell/><cell/></row></table>', "TE870", "<row><cell>x"),
    ("<table><row><cell/><cell/></row><row><cell>1</cell></row><row><cell/><cell/></row></table>", "TE870", "<row><cell>1"),
    ('<p><date when="1962-02-30">x</date></p>', "TE877", "when"),
    ('<p><date when="1962" from="1962">x</date></p>', "TE875", "when"),
    ('<p><date from="1962-03" to="1961-12-01">x</date></p>', "TE876", "to="),
    ("<p>x <persName/></p>", "TE824", "<persName"),
    ("<p>x <subst><del>y</del><add/></subst></p>", "TE824", "<add"),
    ("<p>x <date/></p>", "TE824", "<date"),
    ('<p><date when="1978-06-19">June 18, 1978</date></p>', "TE878", "when"),
    ('<p><date when="1988-06-18T10:00:00Z"><hi>18 June</hi> 1978</date></p>', "TE878", "when"),
    ('<p><date when="1978-07-18">1978-06-18</date></p>', "TE878", "when"),
    ('<p>x <foreign xml:lang="cz">y</foreign></p>', "TE885", "xml:lang"),
    ('<p>x <foreign xml:lang="jap-Latn">y</foreign></p>', "TE885", "xml:lang"),
    ('<p>x <foreign xml:lang="xq">y</foreign></p>', "TE885", "xml:lang"),
    ('<p>x <foreign xml:lang="french">y</foreign></p>', "TE884", "xml:lang"),
    ('<p xml:id="b">x<rdg wit="b">y</rdg></p>', "TE854", "wit"),
    ('<p xml:id="ann">x<q who="Ann">y</q></p>', "TE854", "who"),
    ('<p xml:id="b">x<rdg wit="#b, #b">y</rdg></p>', "TE851", "wit"),
    ('<p xml:id="b">x<ref target="b#">y</ref></p>', "TE854", "target"),
    ('<p xml:id="b">x<ref target="@b">y</ref></p>', "TE854", "target"),
    ('<p xml:id="b">x<ab xml:id="c"/><ref target="#b c">y</ref></p>', "TE824 TE854", "target"),
    ('<p><pb xml:id="b"/>x<seg facs="b">y</seg></p>', "TE854", "facs"),
]


@pytest.mark.parametrize(("body", "codes", "at"), FAULTS, ids=[fault[0] for fault in FAULTS])
def test_a_fault_is_found_at_its_place(body: str, codes: str, at: str) -> None:
    found = check(body)
    assert " ".join(sorted(finding.code for finding in found)) == codes
    assert found[-1].column == len("<text><body>") + body.rindex(at) + 1
    assert found[-1].suggestions


NOTES_IN_TWO = '<note type="editorial" xml:lang="en" n="{0}">x</note><note type="editorial" xml:lang="fr" n="{0}">y</note>'

CLEAN = [
    '<p>x <foreign xml:lang="grc">y</foreign> <foreign xml:lang="x-slang">z</foreign> <foreign xml:lang="">w</foreign></p>',
    '<p xml:id="d1"><pb facs="d1"/>x</p>',
    '<p><ref target="a.xml#b">x</ref> <ref target="https://example.org/#b">y</ref></p>',
    '<p xml:id="b">x<ref target="#b">y</ref> <ref target="#xpath(//p)">y</ref></p>',
    '<p><persName corresp="#p1">a</persName><persName corresp="#p2">b</persName></p>',
    NUMBERED.format(1, 2, ""),
    NUMBERED.format(1, 1, "<pb/>"),
    NOTES.format(98, 99, 1, 2, ""),
    NOTES.format(2, 1, 2, 3, "<pb/>"),
    NOTES.format(1, 3, 1, 2, "</p></div><div><p>"),
    '<p>x<note type="editorial" n="2" xml:id="n">y</note> <ref type="note" target="#n">2</ref><ref target="#n">12</ref>'
    '<ref type="note" target="#n">note 12</ref></p>',
    '<pb n="1"/><pb n="2"/><pb n="1"/><pb n="3"/>',
    LETTER.format('when="1847-05-03"', 'when="1847-05-01"'),
    LETTER.format('notBefore="1847-05-03" notAfter="1847-05-09"', 'notBefore="1846" notAfter="1848"'),
    '<person><birth when="1901"/><death notBefore="1899"/></person><person><birth/><death when="1899"/></person>',
    NOTES.format(1, 2, 1, 2, "<pb/>"),
    NOTES.format(3, 4, 3, 4, "</p></div><div><p>"),
    f"<p>a{NOTE % 1}</p><table><row><cell>b{NOTE % 1} {NOTE % 2}</cell></row></table><p>c{NOTE % 2} {NOTE % 3}</p>",
    '<p><pb n="5"/>a<note type="editorial">x<pb n="6"/>y</note></p><pb n="6"/><pb n="1"/>',
    '<pb n="5"/><pb n="1"/><pb n="1"/><pb n="2"/><pb n="0"/><pb n="1"/>',
    '<div><p>x</p><note type="source">y</note><note type="editorial" n="1" cert="low">y</note></div>',
    '<pb n="iv"/><pb n="1"/><pb n="2"/><pb n="1" ed="b"/><pb n="3"/><pb n="4a"/><pb n="1"/><pb n="2"/>',
    "<table><row><cell>title</cell></row><row><cell/><cell/></row><row><cell/><cell/></row></table>",
    '<table rows="2" cols="2"><row><cell cols="2">a</cell></row><row><cell/><cell/></row></table>',
    '<table cols="2"><row><cell rows="2">a</cell><cell/></row><row><cell/></row></table>',
    '<p><date from="1962" to="1962-03-01">x</date><date notBefore="1962-03-01" notAfter="1962">y</date></p>',
    '<p><date when="--10-27">x</date><date when="16:00:00">y</date><span from="#a" to="#b"/></p>',
    '<p><date when="1978-06-18">June 18, 1978</date><date when="1978-06-18">June 18</date></p>',
    '<p><date when="1917-11-07">25 October 1917</date><date when="1641-02-12">12 February 1640</date></p>',
    '<p><date when="1962-10-28T02:00:00Z">October 27, 1962</date><date when="1978" cert="low">June 18, 1979</date></p>',
    '<p><date when="1954-05-05">May 5, 1953 [1954]</date><date when="1962-10-27">before October 28, 1962</date></p>',
    '<p><date when="1978-06-18">June <del>8</del><add>18</add>, 1978</date></p>',
    '<p><date when="1978-06-18"/><persName sameAs="#a" xml:id="a"/><del><gap/></del><choice><sic>x</sic><corr/></choice></p>',
    '<p>x <foreign xml:lang="zxx">y</foreign> <foreign xml:lang="sh">z</foreign> <foreign xml:lang="sr-Latn">z</foreign></p>',
    "<p>x<lb/></p><p><gap/></p><p><persName><hi>x</hi></persName></p>",
    '<p>x <foreign xml:lang="trk">y</foreign> <foreign xml:lang="grk">z</foreign></p>',
    # Winter and night come again and again: their ends are not before their beginnings.
    '<p><date from="--12-24" to="--01-06">x</date><time notBefore="22:00:00" notAfter="02:00:00">x</time></p>',
    "".join(
        f'<floatingText><text><body><pb n="{page}"/><pb n="{page + 1}"/></body></text></floatingText>' for page in (12, 5, 3)
    ),
    "".join(f'<div xml:lang="{code}"><pb n="5"/><p>x</p><pb n="6"/><pb n="7"/></div>' for code in ("la", "en")),
    '<pb n="5" type="ms"/><pb n="105" type="print"/><pb n="6" type="ms"/><pb n="106" type="print"/>',
    NOTES.format(1, 2, 1, 1, ""),
    f"<p>a{NOTE % 1} {NOTE.replace('editorial', 'authorial') % 1} b{NOTE % 2} {NOTE.replace('editorial', 'authorial') % 2}</p>",
    '<p>a<note place="foot" xml:id="n1" n="1">x</note><pb/>b<note place="foot" xml:id="n2" n="1">y</note>'
    ' c<note place="foot" xml:id="n3" n="2">z</note></p>',
    '<div><p>x</p><note place="foot" n="12" anchored="false">y</note></div>',
    f"<p>a{NOTES_IN_TWO.format(1)} b{NOTES_IN_TWO.format(2)}</p>",
    f'<p>a<note type="editorial" n="1">x{NOTE % 1}</note> b{NOTE % 2}</p>',
    f"<p>a<app><lem>x{NOTE % 1}</lem><rdg>y{NOTE % 1}</rdg></app> b{NOTE % 2}</p>",
    '<pb n="12"/><pb n="12"/><pb n="13"/><pb n="13"/>',
    "<div>{}</div><div>{}</div>".format(*("".join(f'<pb n="{page}"/>' for page in pages) for pages in ((3, 4, 5, 6), (2, 3, 4)))),
    '<p xml:id="ä">x<ref target="#%C3%A4">y</ref></p>',
    '<div><head>Commentary</head><note type="editorial" n="1">x</note><pb n="3"/><note type="editorial" n="12">y</note></div>',
]

HUGE = "9" * 5_000
"""A number of more figures than Python reads."""


@pytest.mark.parametrize("body", CLEAN)
def test_what_is_right_is_left_alone(body: str) -> None:
    assert check(body) == []


@pytest.mark.parametrize(
    "body",
    [
        f'<pb n="{HUGE}"/><pb n="1"/>',
        f"<p>x{NOTE % HUGE} {NOTE % 1}</p>",
        f'<table rows="{HUGE}" cols="{HUGE}"><row><cell cols="{HUGE}"/></row></table>',
    ],
)
def test_a_number_of_any_length(body: str) -> None:
    assert check(body) == []


def header_of(publication: str, profile: str = "", root: str = "") -> list[Finding]:
    """What is said of a document with this publicationStmt."""
    header = HEADER.replace("<p>Printed.</p>", publication).replace("</fileDesc>", f"</fileDesc>{profile}")
    text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0" {root}>{header}<text><body><p>x</p></body></text></TEI>'
    return validate(text.encode(), select=["header", "TE824"])


LICENSED = "<publisher>Office</publisher><availability><licence>Free</licence></availability>"


def test_the_header() -> None:
    structured = HEADER.replace("<p>Printed.</p>", "<publisher>Office</publisher><idno>a</idno>").replace("<p>A box.</p>", "<p/>")
    text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="b">{structured}<text><body><p>x</p></body></text></TEI>'
    assert [finding.code for finding in validate(text.encode(), select=["header"])] == ["TE880", "TE881", "TE883"]
    assert [finding.code for finding in check("<p>x</p>", HEADER.replace("A letter", " "))] == ["TE882"]


def test_what_is_missing_is_told_at_the_end_tag_of_what_lacks_it() -> None:
    cases = (
        ("<publisher>Office</publisher>", "", "", "TE881", "</publicationStmt>"),
        ("<publisher>Office</publisher><availability><p/></availability>", "", "", "TE881", "<availability"),
        (LICENSED, "", 'xml:id="box-1"', "TE880", "</publicationStmt>"),
        (LICENSED + '<idno type="nara">193</idno>', "", 'xml:id="box-1"', "TE880", "</publicationStmt>"),
        (LICENSED + '<idno type="own">box-2</idno>', "", 'xml:id="box-1"', "TE880", "xml:id"),
        (LICENSED + "<idno/>", "", 'xml:id="box-1"', "TE880", "<idno/>"),
        (LICENSED, "<profileDesc><creation/></profileDesc>", "", "TE886", "</profileDesc>"),
    )
    for publication, profile, root, code, at in cases:
        (finding,) = header_of(publication, profile, root)
        header = HEADER.replace("<p>Printed.</p>", publication).replace("</fileDesc>", f"</fileDesc>{profile}")
        text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0" {root}>{header}'
        assert finding.span is not None
        assert (finding.code, text[slice(*finding.span)][: len(at)]) == (code, at)


def test_a_language_that_is_stated_is_not_missing() -> None:
    assert header_of(LICENSED, "<profileDesc><creation/></profileDesc>", 'xml:lang="en"') == []
    languages = '<profileDesc><langUsage><language ident="en">English</language></langUsage></profileDesc>'
    assert header_of(LICENSED, languages) == []
    (finding,) = header_of(LICENSED, languages.replace('"en"', '"sp"'))
    assert (finding.code, finding.suggestions[0]) == ("TE885", 'Write ident="es".')


def test_an_identifier_that_stands_twice() -> None:
    (finding,) = header_of(LICENSED + '<idno type="a">1</idno><idno type="a">1</idno>')
    assert (finding.code, finding.suggestions[0]) == ("TE887", "Remove the second.")
    assert header_of(LICENSED + '<idno type="a">1</idno><idno type="a">2</idno><idno type="b">1</idno>') == []


def test_the_day_that_the_words_name_is_the_cure() -> None:
    assert cures('<p><date when="1978-06-19">June 18, 1978</date></p>') == ['Write when="1978-06-18".']
    assert cures('<p>x <foreign xml:lang="gr">y</foreign></p>') == ['Write xml:lang="el".']


def test_a_space_behind_the_sign_of_a_pointer() -> None:
    (finding,) = check('<p xml:id="b">x<ref target="# b">y</ref></p>')
    assert finding.suggestions[0].startswith('Write target="#b"')


def test_the_numbers_of_two_pages_exchanged() -> None:
    (finding,) = check('<pb n="6"/><pb n="8"/><pb n="7"/><pb n="9"/>')
    assert finding.suggestions[0] == 'Exchange the two: n="7" on the page before, n="8" here.'


def cures(text: str) -> list[str]:
    """The first cure of each finding."""
    return [finding.suggestions[0] for finding in check(text)]


def test_a_misread_number_is_that_which_its_neighbours_leave_room_for() -> None:
    assert cures(NOTES.format(1, 2, 13, 4, "")) == ['Write n="3".']
    assert cures(NOTES.format(11, 2, 3, 4, "")) == ['Write n="1".']
    assert cures(NOTES.format(1, 2, 4, 4, "")) == ['Write n="3".']
    assert cures(NOTES.format(5, 6, 8, 7, ""))[0].startswith('Exchange the two: n="7" on the note before')
    assert cures('<pb n="5"/><pb n="46"/><pb n="7"/>') == ['Write n="6".']
    assert cures('<pb n="5"/><pb n="5"/><pb n="7"/>') == ['Write n="6".']
    assert cures('<pb n="4"/><pb n="5"/><pb n="5"/>') == ['Write n="6", if this is the next page.']


def test_an_id_changed_into_that_of_another_is_one_fault() -> None:
    (finding,) = check('<p xml:id="anna">x</p><p xml:id="anna">y <ref target="#zeno">z</ref> <ref target="#zeno">z</ref></p>')
    assert (finding.code, finding.suggestions[0].partition(",")[0]) == ("TE841", 'Write xml:id="zeno" here')


def test_what_is_empty_in_a_header() -> None:
    empty = "<publisher/><publisher type='x'/><authority ref='#x'/>"
    header = HEADER.replace("<p>Printed.</p>", f"<publisher>Office</publisher>{empty}")
    assert [finding.message for finding in check("<p>x</p>", header) if finding.code == "TE824"] == [
        "This <publisher> is empty."
    ] * 2
    archive = "<msDesc><msIdentifier><repository/><idno>1</idno></msIdentifier></msDesc>"
    (finding,) = check("<p>x</p>", HEADER.replace("<p>A box.</p>", archive))
    assert (finding.message, finding.suggestions) == ("This <repository> is empty.", ("Fill it with its words.", "Remove it."))
    header = HEADER.replace("A letter</title>", 'A letter</title><title type="sub"/>')
    assert [finding.message for finding in check("<p>x</p>", header)] == ["This <title> is empty."]


def test_pointers_into_a_header_that_is_missing_are_not_told() -> None:
    assert check('<p ana="#b1">x</p>', "") == []


def test_a_wrong_root_is_one_finding() -> None:
    text = '<TEI><teiHeader/><text><body><p><ref target="#b"/></p></body></text></TEI>'
    assert [finding.code for finding in validate(text.encode())] == ["TE811"]


@pytest.mark.parametrize("name", ["telegram.xml", "scan.xml"])
def test_documents_without_faults(name: str) -> None:
    assert validate(Path(__file__).parent / "validation" / name) == []


def test_of_two_ids_one_is_that_to_which_a_pointer_leads() -> None:
    body = (
        b'<p><del xml:id="del1">a</del> <del xml:id="del1">b</del> <add corresp="#del1">c</add> <add corresp="#del2">d</add></p>'
    )
    tei = b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>' + body + b"</body></text></TEI>"
    (finding,) = validate(tei, select=["ids"])
    assert "del2" in finding.suggestions[0]


def cures_of_pointer(ids: str, pointer: str) -> list[str]:
    body = "".join(f'<seg xml:id="{each}">x</seg>' for each in ids.split())
    found = check(f'<p xml:id="p">{body}<ref target="#p">x</ref>{pointer}</p>')
    return [cure for finding in found if finding.code == "TE851" for cure in finding.suggestions if cure.startswith("Did")]


@pytest.mark.parametrize(
    ("ids", "lost", "meant"),
    [
        ("ed1", "edr", ["ed1"]),
        ("nn1", "n1n", ["nn1"]),
        ("n1", "nr", ["n1"]),
        ("ed1 dd1", "e1d", ["ed1"]),
        ("note10 note01", "ntoe10", ["note10"]),
        ("n1 n2", "n3", []),
        ("a b", "c", []),
    ],
)
def test_a_slip_in_a_short_id(ids: str, lost: str, meant: list[str]) -> None:
    found = cures_of_pointer(ids, f'<ref target="#{lost}">x</ref>')
    assert found == [f"Did you mean #{each}?" for each in meant]


@pytest.mark.parametrize("pointer", ['<ptr type="note" target="#fn" n="2"/>', '<ref target="#fn">2</ref>'])
def test_of_several_near_ids_that_of_the_number_comes_first(pointer: str) -> None:
    notes = "".join(f'<note type="editorial" xml:id="fn{number}" n="{number}">x</note>' for number in (1, 2, 3, 4))
    assert cures_of_pointer("", notes + pointer) == ["Did you mean #fn2?", "Did you mean #fn4?"]


def test_a_call_means_a_note() -> None:
    note = '<note type="editorial" xml:id="fnx" n="1">x</note>'
    assert cures_of_pointer("fny", note + '<ptr type="note" target="#fn"/>')[0] == "Did you mean #fnx?"


def test_a_call_without_a_note_asks_for_the_note() -> None:
    (finding,) = check('<p>x<ref type="noteAnchor" target="#en2">2</ref> <ref target="#a">y</ref></p><p xml:id="a">z</p>')
    assert finding.suggestions[0] == 'Add the note that is called (<note xml:id="en2">…</note>), or remove the call.'


def test_a_note_is_called_by_a_pointer_that_was_meant_for_it() -> None:
    note = '<div><p>a<ref type="note" target="%s">1</ref></p>' + "".join(
        f'<note type="editorial" n="{number}" xml:id="{name}">x</note>' for number, name in ((1, "endn"), (2, "other"))
    )
    for target, codes in (("#edn", ["TE851", "TE862"]), ("endn", ["TE854", "TE862"]), ("#zz", ["TE851", "TE862", "TE862"])):
        found = check(f"{note % target}<p><ref>z</ref></p></div>")
        assert [finding.code for finding in found] == codes


def test_an_id_that_stands_twice_is_one_fault() -> None:
    body = '<p xml:id="n">x</p><p>x<note type="editorial" n="1" xml:id="n">y</note><ptr type="note" n="1" target="#n"/></p>'
    assert [finding.code for finding in check(body)] == ["TE841"]
    for copied in ('<pb n="2" xml:id="pg2"/>', '<note type="editorial" n="1" xml:id="n">y</note>'):
        assert [finding.code for finding in check(f"<p>x{copied}{copied} z</p>")] == ["TE841"]


@pytest.mark.parametrize(
    ("call", "other"),
    [
        ('<ref target="#a1">1</ref>', '<ref target="#a2">2</ref>'),
        ('<ptr target="#a1" type="note" n="1"/>', '<ptr target="#a2" type="note" n="2"/>'),
        ('<ref target="#a1" xml:id="r"><hi rend="sup">[1]</hi></ref>', '<ref target="#a2"><hi rend="sup">[2]</hi></ref>'),
    ],
)
def test_a_note_that_nothing_calls_is_called_as_the_others_are(call: str, other: str) -> None:
    notes = '<note place="end" xml:id="a1" n="1">x</note><note place="end" xml:id="a2" n="2">y</note>'
    (found,) = (each for each in check(f"<div><p>x{call}</p>{notes}</div>") if each.code == "TE862")
    assert found.suggestions[0] == f"Add {other} at the place of its number in the text."
    first, _ = (each for each in check(f"<div><p>x</p>{notes}</div>") if each.code == "TE862")
    assert first.suggestions[0] == "Move the note to the place of its number in the text."
