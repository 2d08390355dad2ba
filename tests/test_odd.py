"""The ODD compiler: what customisations do, by the verdicts of the schema that comes of them, and what is wrong in an ODD."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from command_line import Command
from lxml import etree

from teiencode.odd.customisation import compile_odd
from teiencode.odd.documentation import write_documentation
from teiencode.odd.problems import OddError
from teiencode.odd.relaxng import write_relaxng
from teiencode.odd.schematron import write_schematron
from teiencode.odd.xsd import write_xsd
from teiencode.validation import validate

TEI = "http://www.tei-c.org/ns/1.0"
SOURCE = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:sch="http://purl.oclc.org/dsdl/schematron">
<moduleSpec ident="tei"/><moduleSpec ident="core"/><moduleSpec ident="more"/>
<dataSpec ident="teidata.word" module="tei"><content><dataRef name="token" restriction="[^ ]+"/></content></dataSpec>
<dataSpec ident="teidata.count" module="tei"><content><dataRef name="nonNegativeInteger"/></content></dataSpec>
<macroSpec ident="macro.words" module="tei"><content>
  <alternate minOccurs="0" maxOccurs="unbounded"><textNode/><classRef key="model.phrase"/></alternate></content></macroSpec>
<classSpec ident="model.phrase" type="model" module="tei"/>
<classSpec ident="model.block" type="model" module="tei"/>
<classSpec ident="model.listLike" type="model" module="tei"><classes><memberOf key="model.block"/></classes></classSpec>
<classSpec ident="att.global" type="atts" module="tei"><classes><memberOf key="att.look"/></classes><attList>
  <attDef ident="xml:id"><datatype><dataRef name="ID"/></datatype></attDef>
  <attDef ident="n"><datatype><dataRef key="teidata.word"/></datatype></attDef></attList></classSpec>
<classSpec ident="att.look" type="atts" module="tei"><attList>
  <attDef ident="rend"><datatype minOccurs="1" maxOccurs="unbounded"><dataRef key="teidata.word"/></datatype></attDef>
  </attList></classSpec>
<classSpec ident="att.typed" type="atts" module="tei"><attList>
  <attDef ident="type" usage="opt"><datatype><dataRef key="teidata.word"/></datatype></attDef>
  <attDef ident="subtype"><datatype><dataRef key="teidata.word"/></datatype></attDef></attList></classSpec>
<elementSpec ident="text" module="core"><gloss xml:lang="en">text</gloss><desc xml:lang="en">a text.</desc>
  <classes><memberOf key="att.global"/></classes>
  <content><sequence><elementRef key="head" minOccurs="0"/>
    <classRef key="model.block" minOccurs="1" maxOccurs="unbounded"/></sequence>
  </content></elementSpec>
<elementSpec ident="head" module="core"><classes><memberOf key="att.global"/><memberOf key="att.typed"/></classes>
  <content><macroRef key="macro.words"/></content></elementSpec>
<elementSpec ident="p" module="core"><classes><memberOf key="att.global"/><memberOf key="model.block"/></classes>
  <content><macroRef key="macro.words"/></content>
  <constraintSpec ident="no-p-in-p" scheme="schematron"><constraint><sch:rule xmlns:tei="http://www.tei-c.org/ns/1.0"
    context="tei:p"><sch:report test="ancestor::tei:p">p in p</sch:report></sch:rule></constraint></constraintSpec></elementSpec>
<elementSpec ident="list" module="core"><classes><memberOf key="att.global"/><memberOf key="att.typed"/>
  <memberOf key="model.listLike"/></classes><content><elementRef key="item" minOccurs="2" maxOccurs="3"/></content>
  <attList><attDef ident="type" mode="change"><valList type="semi"><valItem ident="a"/><valItem ident="b"/></valList></attDef>
  </attList></elementSpec>
<elementSpec ident="item" module="core"><classes><memberOf key="att.global"/></classes>
  <content><macroRef key="macro.words"/></content></elementSpec>
<elementSpec ident="hi" module="more"><classes><memberOf key="att.global"/><memberOf key="model.phrase"/></classes>
  <content><macroRef key="macro.words"/></content></elementSpec>
<elementSpec ident="b" module="more" validUntil="2031-01-01"><classes><memberOf key="model.phrase"/></classes>
  <content><textNode/></content></elementSpec>
<elementSpec ident="link" module="more"><classes><memberOf key="model.phrase"/></classes><content><empty/></content>
  <attList org="choice"><attDef ident="to" usage="req"><datatype><dataRef name="anyURI"/></datatype></attDef>
  <attList><attDef ident="from" usage="req"><datatype><dataRef name="anyURI"/></datatype></attDef>
  <attDef ident="until" usage="req"><datatype><dataRef name="anyURI"/></datatype></attDef></attList></attList></elementSpec>
<elementSpec ident="data" module="more"><classes><memberOf key="model.block"/></classes>
  <content><anyElement minOccurs="1" maxOccurs="unbounded"/></content></elementSpec>
</TEI>"""
"""A source in small: what TEI's has, in a page."""

ALL = '<moduleRef key="tei"/><moduleRef key="core"/><moduleRef key="more"/>'


class Workplace:
    """A folder with a source, where ODDs are compiled and documents judged."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.source = folder / "source.xml"
        self.source.write_text(SOURCE, encoding="utf-8")
        self.count = 0

    def odd(self, declarations: str, name: str = "my.odd", attributes: str = 'start="text"', beside: str = "") -> Path:
        path = self.folder / name
        path.write_text(
            f'<TEI xmlns="{TEI}" xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:rng="http://relaxng.org/ns/structure/1.0">'
            f'\n<schemaSpec ident="my" {attributes}>{declarations}</schemaSpec>{beside}</TEI>',
            encoding="utf-8",
        )
        return path

    def judge(self, declarations: str, **given: str) -> Judge:
        schema = self.folder / f"{self.count}.rng"
        self.count += 1
        schema.write_bytes(write_relaxng(compile_odd(self.odd(declarations, **given), self.source)))
        return Judge(schema)

    def problem(self, declarations: str, **given: str) -> str:
        """The one thing that is wrong, as it is told."""
        with pytest.raises(OddError) as raised:
            write_relaxng(compile_odd(self.odd(declarations, **given), self.source))
        (told,) = raised.value.problems
        assert told.line is not None
        assert told.suggestions
        return f"{Path(told.file or '').name}:{told.line} {told.code} {told.message}: {told.suggestions[0]}"


class Judge:
    """A schema that takes the content of a text, or does not."""

    def __init__(self, schema: Path) -> None:
        self.schema = schema

    def __call__(self, content: str) -> bool:
        document = content if content.startswith("<TEXT") else f"<text>{content}</text>"
        data = document.replace("TEXT", "text").replace("<text", f'<text xmlns="{TEI}"', 1).encode()
        return validate(data, schema=self.schema, select=["wellformed", "relaxng"]) == []


@pytest.fixture
def work(tmp_path: Path) -> Workplace:
    return Workplace(tmp_path)


def test_modules_with_all_that_they_have(work: Workplace) -> None:
    takes = work.judge(ALL)
    assert takes("<p/>")
    assert takes('<head xml:id="a" n="1" rend="x y" type="t">a<hi>b</hi></head><p>c</p>')
    assert not takes("<head/>")
    assert not takes("<p><p/></p>")
    assert not takes('<p type="t"/>')
    assert not takes('<p n=""/>')


def test_how_often(work: Workplace) -> None:
    takes = work.judge(ALL)
    item = "<item/>"
    assert [takes(f"<list>{item * number}</list>") for number in range(5)] == [False, False, True, True, False]


def test_include_and_except(work: Workplace) -> None:
    takes = work.judge('<moduleRef key="tei"/><moduleRef key="core" except="list item"/><moduleRef key="more" include="hi"/>')
    assert takes("<p><hi/></p>")
    assert not takes("<list><item/><item/></list>")
    assert not takes("<p><b/></p>")


def test_one_element_without_its_module(work: Workplace) -> None:
    takes = work.judge('<moduleRef key="tei"/><moduleRef key="core"/><elementRef key="hi"/>')
    assert takes("<p><hi/></p>")
    assert not takes("<p><b/></p>")


def test_a_class_that_is_left_out_takes_its_attributes_along(work: Workplace) -> None:
    takes = work.judge(f'{ALL}<classSpec ident="att.look" type="atts" mode="delete"/>')
    assert takes('<p n="1"/>')
    assert not takes('<p rend="x"/>')


def test_what_is_left_out_leaves_the_content_models(work: Workplace) -> None:
    takes = work.judge(f'{ALL}<elementSpec ident="head" mode="delete"/>')
    assert takes("<p/>")
    assert not takes("<head/><p/>")


@pytest.mark.parametrize(
    ("change", "taken", "refused"),
    [
        ('<attDef ident="type" mode="delete"/>', '<list n="1">', '<list type="a">'),
        ('<attDef ident="type" mode="change" usage="req"/>', '<list type="z">', "<list>"),
        (
            '<attDef ident="type" mode="change"><valList type="closed" mode="change"/></attDef>',
            '<list type="b">',
            '<list type="z">',
        ),
        (
            '<attDef ident="type" mode="change"><valList type="closed" mode="change"><valItem ident="b" mode="delete"/>'
            '<valItem ident="c" mode="add"/></valList></attDef>',
            '<list type="c">',
            '<list type="b">',
        ),
        (
            '<attDef ident="type" mode="replace"><datatype><dataRef key="teidata.count"/></datatype></attDef>',
            '<list type="7">',
            '<list type="a">',
        ),
        ('<attDef ident="rend" mode="delete"/>', '<list n="1">', '<list rend="x">'),
        (
            '<attDef ident="size" mode="add"><datatype><dataRef name="integer"/></datatype></attDef>',
            '<list size="1">',
            '<list size="x">',
        ),
        (
            '<attDef ident="subtype" mode="delete"/><attRef class="att.typed" name="subtype"/>',
            '<list type="a">',
            '<list subtype="a">',
        ),
    ],
)
def test_attributes_are_changed_for_one_element(work: Workplace, change: str, taken: str, refused: str) -> None:
    takes = work.judge(f'{ALL}<elementSpec ident="list" mode="change"><attList>{change}</attList></elementSpec>')
    rest = "<item/><item/></list>"
    assert takes(taken + rest)
    assert not takes(refused + rest)
    assert takes('<head type="any" subtype="thing" rend="x"/><p/>')


def test_attributes_are_changed_for_a_class(work: Workplace) -> None:
    change = '<attDef ident="n" mode="change" usage="req"><datatype><dataRef key="teidata.count"/></datatype></attDef>'
    takes = work.judge(f'{ALL}<classSpec ident="att.global" type="atts" mode="change"><attList>{change}</attList></classSpec>')
    assert takes('<TEXT n="1"><p n="2"/></TEXT>')
    assert not takes('<TEXT n="1"><p/></TEXT>')
    assert not takes('<TEXT n="1"><p n="x"/></TEXT>')


def test_one_of_several_attributes(work: Workplace) -> None:
    takes = work.judge(ALL)
    assert takes('<p><link to="#a"/><link from="#a" until="#b"/></p>')
    assert not takes('<p><link to="#a" from="#a" until="#b"/></p>')
    assert not takes('<p><link from="#a"/></p>')


def test_classes_are_changed(work: Workplace) -> None:
    change = '<classes mode="change"><memberOf key="model.block" mode="delete"/><memberOf key="model.phrase"/></classes>'
    takes = work.judge(f'{ALL}<elementSpec ident="p" mode="change">{change}</elementSpec>')
    assert takes("<list><item><p/></item><item/></list>")
    assert not takes("<p/>")


def test_elements_classes_and_datatypes_are_added(work: Workplace) -> None:
    takes = work.judge(
        f'{ALL}<dataSpec ident="my.size" mode="add"><content><dataRef name="decimal">'
        '<dataFacet name="minInclusive" value="0"/></dataRef></content></dataSpec>'
        '<classSpec ident="model.my" type="model" mode="add"><classes><memberOf key="model.block"/>'
        '</classes></classSpec><elementSpec ident="box" ns="urn:box" mode="add"><classes><memberOf key="model.my"/></classes>'
        '<content><valList type="closed"><valItem ident="on"/><valItem ident="off"/></valList></content><attList>'
        '<attDef ident="size" usage="req"><datatype><dataRef key="my.size"/></datatype></attDef></attList></elementSpec>'
    )
    assert takes('<box xmlns="urn:box" size="1.5">on</box>')
    assert not takes('<box size="1.5">on</box>')
    assert not takes('<box xmlns="urn:box" size="-1">on</box>')
    assert not takes('<box xmlns="urn:box" size="1">up</box>')


@pytest.mark.parametrize(
    ("expand", "taken", "refused"),
    [
        ("alternate", ("<p/>",), ("", "<p/><list><item/><item/></list>")),
        ("sequence", ("<p/><list><item/><item/></list>",), ("<p/>", "<list><item/><item/></list><p/>")),
        ("sequenceOptional", ("", "<p/>", "<p/><list><item/><item/></list>"), ("<p/><p/>", "<list><item/><item/></list><p/>")),
        ("sequenceOptionalRepeatable", ("", "<p/><p/>"), ("<list><item/><item/></list><p/>",)),
        ("sequenceRepeatable", ("<p/><p/><list><item/><item/></list>",), ("<p/>", "")),
    ],
)
def test_classes_are_expanded(work: Workplace, expand: str, taken: tuple[str, ...], refused: tuple[str, ...]) -> None:
    content = f'<content><classRef key="model.block" expand="{expand}" except="data"/></content>'
    takes = work.judge(f'{ALL}<elementSpec ident="text" mode="change">{content}</elementSpec>')
    assert [takes(each) for each in taken] == [True] * len(taken)
    assert [takes(each) for each in refused] == [False] * len(refused)


def test_only_some_members_of_a_class(work: Workplace) -> None:
    content = '<content><classRef key="model.block" include="list"/></content>'
    takes = work.judge(f'{ALL}<elementSpec ident="text" mode="change">{content}</elementSpec>')
    assert takes("<list><item/><item/></list>")
    assert not takes("<p/>")


def test_in_any_order(work: Workplace) -> None:
    content = '<content><sequence preserveOrder="false"><elementRef key="p"/><elementRef key="head"/></sequence></content>'
    takes = work.judge(f'{ALL}<elementSpec ident="text" mode="change">{content}</elementSpec>')
    assert takes("<p/><head/>")
    assert takes("<head/><p/>")
    assert not takes("<p/>")


def test_relax_ng_in_content(work: Workplace) -> None:
    lists = '<rng:optional><rng:ref name="model.listLike"/></rng:optional>'
    content = f'<content><rng:oneOrMore><rng:ref name="p"/>{lists}</rng:oneOrMore></content>'
    takes = work.judge(f'{ALL}<elementSpec ident="text" mode="change">{content}</elementSpec>')
    assert takes("<p/><p/><list><item/><item/></list>")
    assert not takes("<list><item/><item/></list>")


def test_elements_from_elsewhere(work: Workplace) -> None:
    takes = work.judge(ALL)
    assert takes('<data><a xmlns="urn:a" x="1"><b/>text</a></data>')
    assert not takes("<data/>")
    assert not takes('<data><a xmlns="urn:a"><p xmlns="http://www.tei-c.org/ns/1.0"/></a></data>')


def test_another_name_in_documents_and_a_prefix_of_patterns(work: Workplace) -> None:
    change = '<elementSpec ident="p" mode="change"><altIdent>para</altIdent></elementSpec>'
    takes = work.judge(ALL + change, attributes='start="text" prefix="my_"')
    assert takes("<para/>")
    assert not takes("<p/>")
    defined = etree.parse(str(takes.schema)).getroot().findall("{*}define")
    assert {define.get("name", "")[:3] for define in defined} == {"my_"}


def test_groups_of_specifications(work: Workplace) -> None:
    group = f'<specGrp xmlns="{TEI}" xml:id="far"><elementSpec ident="list" mode="delete"/></specGrp>'
    (work.folder / "groups.xml").write_text(f'<TEI xmlns="{TEI}"><text>{group}</text></TEI>')
    here = '<specGrp xml:id="here"><elementSpec ident="head" mode="delete"/></specGrp>'
    takes = work.judge(f'{ALL}<specGrpRef target="#here"/><specGrpRef target="groups.xml#far"/>', beside=here)
    assert takes("<p/>")
    assert not takes("<head/><p/>")
    assert not takes("<list><item/><item/></list>")


def test_an_odd_on_an_odd(work: Workplace) -> None:
    first = '<moduleRef key="tei"/><moduleRef key="core" except="head"/><elementSpec ident="list" mode="change"><attList>'
    work.odd(f'{first}<attDef ident="type" mode="delete"/></attList></elementSpec>', name="first.odd")
    takes = work.judge('<moduleRef key="tei"/><moduleRef key="core"/>', attributes='start="text" source="first.odd"')
    assert takes("<p/><list><item/><item/></list>")
    assert not takes("<head/><p/>")
    assert not takes('<list type="a"><item/><item/></list>')
    told = work.problem('<moduleRef key="core" include="head"/>', attributes='source="first.odd"')
    assert 'there is no element of the module core "head"' in told


def test_schematron_of_elements_attributes_and_what_is_given_up(work: Workplace) -> None:
    added = (
        '<elementSpec ident="list" mode="change"><constraintSpec ident="two" scheme="schematron" mode="add"><constraint>'
        '<sch:assert test="tei:item[2]">one item</sch:assert></constraint></constraintSpec><attList>'
        '<attDef ident="type" mode="change"><constraintSpec ident="short" scheme="schematron"><constraint>'
        '<sch:report test="string-length(.) gt 3">long</sch:report>'
        "</constraint></constraintSpec></attDef></attList></elementSpec>"
    )
    rules = work.folder / "my.sch"
    rules.write_bytes(write_schematron(compile_odd(work.odd(ALL + added), work.source)))
    document = f'<text xmlns="{TEI}"><p><p/><b/></p><list type="lists"><item/></list></text>'
    found = validate(document.encode(), schema=rules, select=["schematron"])
    found = [finding for finding in found if finding.code == "TE820"]  # and not what every TEI file is asked
    assert sorted((finding.message, finding.severity) for finding in found) == [
        ("TEI keeps the element b only until 2031-01-01: use another.", "warning"),
        ("long", "error"),
        ("one item", "error"),
        ("p in p", "error"),
    ]
    gone = (
        '<elementSpec ident="p" mode="change"><constraintSpec ident="no-p-in-p" scheme="schematron" mode="delete"/></elementSpec>'
    )
    rules.write_bytes(write_schematron(compile_odd(work.odd(ALL + gone), work.source)))
    assert "p in p" not in rules.read_text()


def test_documentation_tells_of_each_element_what_it_means_and_holds(work: Workplace) -> None:
    added = (
        '<elementSpec ident="list" mode="change"><desc xml:lang="en">things &amp; such.</desc><attList><attDef ident="type" '
        'mode="change" usage="req"><valList type="closed" mode="replace"><valItem ident="a"><gloss>first</gloss></valItem>'
        "</valList>"
        '</attDef></attList><exemplum><egXML xmlns="http://www.tei-c.org/ns/Examples"><list type="a"><item/></list></egXML>'
        "</exemplum></elementSpec>"
    )
    page = write_documentation(compile_odd(work.odd(ALL + added), work.source)).decode()
    root: Any = etree.HTML(page)
    idents = root.xpath("//@id")
    assert len(idents) == len(set(idents))
    assert set(root.xpath("//a/@href")) <= {f"#{ident}" for ident in idents}
    (section,) = root.xpath("//section[@id = 'list']")
    words = " ".join(section.xpath("string()").split())
    assert "things & such." in words
    assert "item {2,3}" in words
    assert "type required" in words
    assert "a (first)" in words
    assert section.xpath("string(.//pre)") == '<list type="a"><item/></list>'
    assert section.xpath("string(.//dt[. = 'Stands in']/following-sibling::dd[1])") == "text"


def xsd(work: Workplace, declarations: str) -> tuple[etree.XMLSchema, list[str]]:
    """The XSD of an ODD, and what is noted of it."""
    schema = compile_odd(work.odd(declarations), work.source)
    data = write_xsd(schema)
    return etree.XMLSchema(etree.fromstring(data)), [told.message for told in schema.problems.found]


def by_xsd(schema: etree.XMLSchema, content: str) -> bool:
    return schema.validate(etree.fromstring(f'<text xmlns="{TEI}">{content}</text>'))


def test_xsd_takes_what_the_grammar_takes_and_refuses_slips(work: Workplace) -> None:
    schema, noted = xsd(work, ALL)
    assert noted == []
    item = "<item/>"
    assert by_xsd(schema, '<head xml:id="a" n="1" rend="x y" type="t">a<hi>b</hi></head><p>c</p>')
    assert [by_xsd(schema, f"<list>{item * number}</list>") for number in range(5)] == [False, False, True, True, False]
    assert by_xsd(schema, '<p><link to="#a"/></p><data><a xmlns="urn:a" x="1"><b/>text</a></data>')
    for slip in (
        "<head/>",
        "<p><p/></p>",
        '<p type="t"/>',
        '<p n=""/>',
        "<p/>text",
        "<data/>",
        '<list type=""><item/><item/></list>',
    ):
        assert not by_xsd(schema, slip), slip


def test_xsd_is_wider_where_a_content_model_is_not_deterministic_and_it_is_said(work: Workplace) -> None:
    any_number = '<elementRef key="p" minOccurs="0" maxOccurs="unbounded"/>'
    twice = f'<sequence>{any_number}<elementRef key="p"/><elementRef key="head"/></sequence>'
    declarations = f'{ALL}<elementSpec ident="text" mode="change"><content>{twice}</content></elementSpec>'
    takes = work.judge(declarations)
    schema, noted = xsd(work, declarations)
    assert takes("<p/><p/><head/>")
    assert by_xsd(schema, "<p/><p/><head/>")
    assert not takes("<head/><p/>")
    assert by_xsd(schema, "<head/><p/>")
    assert not by_xsd(schema, "<list><item/><item/></list>")
    assert len(noted) == 1
    assert "1 of" in noted[0]
    assert "text" in noted[0]


MUSIC = """<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="urn:music"
datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"><include href="note.rng">
<define name="pitch"><attribute name="pitch"><choice>
<value>c</value><value>d</value></choice></attribute></define></include><start><ref name="score"/></start>
<div><define name="score"><element name="score"><oneOrMore><ref name="note"/></oneOrMore></element></define></div></grammar>"""
NOTE = """<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="urn:music">
<define name="note"><element name="note"><ref name="pitch"/></element></define>
<define name="pitch"><attribute name="pitch"/></define></grammar>"""
JOINED = (
    '<moduleRef url="music.rng" prefix="music_"><content><rng:define name="model.block" combine="choice">'
    '<rng:ref name="{}score"/></rng:define></content></moduleRef>'
)


@pytest.mark.parametrize("prefix", ["", "music_"])
def test_a_grammar_from_elsewhere_joins_a_class(work: Workplace, prefix: str) -> None:
    (work.folder / "music.rng").write_text(MUSIC, encoding="utf-8")
    (work.folder / "note.rng").write_text(NOTE, encoding="utf-8")
    takes = work.judge(ALL + JOINED.format(prefix))
    score = '<score xmlns="urn:music"><note pitch="{}"/></score>'
    assert takes("<p/>" + score.format("c"))
    assert not takes(score.format("h"))
    assert not takes('<score xmlns="urn:music"/>')
    assert not takes(score.format("c").replace(' xmlns="urn:music"', ""))
    assert not work.judge(ALL)(score.format("c"))


def test_a_grammar_comes_along_with_the_odd_that_another_is_made_from(work: Workplace) -> None:
    (work.folder / "music.rng").write_text(MUSIC, encoding="utf-8")
    (work.folder / "note.rng").write_text(NOTE, encoding="utf-8")
    work.odd(ALL + JOINED.format(""), name="first.odd")
    takes = work.judge('<moduleRef key="tei"/><moduleRef key="core"/>', attributes='start="text" source="first.odd"')
    assert takes('<p/><score xmlns="urn:music"><note pitch="d"/></score>')


@pytest.mark.parametrize(
    ("grammar", "declared", "code", "message"),
    [
        (None, JOINED.format(""), "TE960", "cannot be read"),
        ("<grammar", JOINED.format(""), "TE960", "not well-formed"),
        ("<element/>", JOINED.format(""), "TE960", "no RELAX NG grammar"),
        (MUSIC.replace("note.rng", "music.rng"), JOINED.format(""), "TE963", "includes itself"),
        (MUSIC.replace('<ref name="score"/>', '<externalRef href="a.rng"/>'), JOINED.format(""), "TE963", "externalRef"),
        (MUSIC, JOINED.format("").replace('name="score"', 'name="scroe"'), "TE961", 'pattern "scroe"'),
        (MUSIC, JOINED.format("").replace("model.block", "model.blok"), "TE961", 'pattern "model.blok"'),
        (MUSIC, JOINED.format("").replace(' combine="choice"', ""), "TE963", "does not say how"),
    ],
)
def test_a_grammar_that_cannot_be_brought_in(
    work: Workplace, grammar: str | None, declared: str, code: str, message: str
) -> None:
    (work.folder / "note.rng").write_text(NOTE, encoding="utf-8")
    if grammar is not None:
        (work.folder / "music.rng").write_text(grammar, encoding="utf-8")
    with pytest.raises(OddError) as raised:
        write_relaxng(compile_odd(work.odd(ALL + declared), work.source))
    told = raised.value.problems[0]
    assert (told.code, message in told.message) == (code, True)
    assert told.line is not None
    assert told.suggestions


WRONG = [
    ('<moduleRef key="cor"/>', "TE961", 'module "cor"', 'did you mean "core"?'),
    (f'{ALL}<elementSpec ident="lst" mode="change"/>', "TE961", 'element "lst"', 'did you mean "list"?'),
    (f'{ALL}<classSpec ident="att.loook" mode="change"/>', "TE961", 'class "att.loook"', 'did you mean "att.look"?'),
    (f'{ALL}<elementSpec ident="list" mode="chnage"/>', "TE962", '"chnage" is no mode', 'did you mean "change"?'),
    (f'{ALL}<elementSpec ident="list"/>', "TE962", "there already", 'mode="change"'),
    (f'{ALL}<elementSpec ident="list" mode="add"/>', "TE962", "there already", 'mode="change"'),
    (f'{ALL}<elementSpec mode="change"/>', "TE963", "no ident", "name the element"),
    (f"{ALL}<elemntSpec/>", "TE961", 'declaration "elemntSpec"', 'did you mean "elementSpec"?'),
    (f'{ALL}<specGrpRef target="#none"/>', "TE961", 'specGrp "none"', "xml:id"),
    ('<moduleRef key="core" include="hi"/>', "TE961", 'element of the module core "hi"', "module more"),
    (
        f'{ALL}<elementSpec ident="p" mode="change"><content><elementRef key="hey"/></content></elementSpec>',
        "TE961",
        '"hey"',
        "hi",
    ),
    (
        f'{ALL}<elementSpec ident="p" mode="change"><content><dataRef key="teidata.wrd"/></content></elementSpec>',
        "TE961",
        "wrd",
        "word",
    ),
    (f'{ALL}<elementSpec ident="p" mode="change"><content><txt/></content></elementSpec>', "TE961", '"txt"', "textNode"),
    (
        f'{ALL}<elementSpec ident="p" mode="change"><content><elementRef key="hi" maxOccurs="many"/></content></elementSpec>',
        "TE963",
        "many",
        "unbounded",
    ),
    (f'{ALL}<elementSpec ident="p" mode="change"><content><rng:ref name="hai"/></content></elementSpec>', "TE961", '"hai"', "hi"),
    (
        '<moduleRef key="tei"/><moduleRef key="core"/><elementSpec ident="hi" mode="change"/>',
        "TE962",
        "not part of the schema",
        '<moduleRef key="more" include="… hi"/>',
    ),
]


@pytest.mark.parametrize(("declarations", "code", "message", "cure"), WRONG, ids=[str(number) for number in range(len(WRONG))])
def test_what_is_wrong_is_told_with_its_place_and_cure(
    work: Workplace, declarations: str, code: str, message: str, cure: str
) -> None:
    told = work.problem(declarations)
    assert told.startswith(f"my.odd:2 {code} ")
    assert message in told
    assert cure in told


def test_what_another_version_of_the_source_had_need_not_be_deleted(work: Workplace) -> None:
    gone = f'{ALL}<classSpec ident="att.loook" mode="delete"/><elementSpec ident="wholly" mode="delete"/>'
    schema = compile_odd(work.odd(gone), work.source)
    assert [(each.code, each.line) for each in schema.problems.found] == [("TE964", 2), ("TE964", 2)]
    assert schema.problems.found[0].suggestions == ('remove it, or did you mean "att.look"?',)


def test_all_that_is_wrong_is_told_in_one_run(work: Workplace) -> None:
    odd = work.odd('<moduleRef key="cor"/>\n<moduleRef key="tea"/>\n<elementSpec ident="list" mode="chnage"/>')
    with pytest.raises(OddError) as raised:
        compile_odd(odd, work.source)
    assert [told.line for told in raised.value.problems] == [2, 3, 4]


def test_the_command_writes_what_it_makes_and_says_so(teiencode: Command, tmp_path: Path) -> None:
    odd = Workplace(tmp_path).odd(ALL)
    done = teiencode("schema", "build", str(odd), "--tei-source", "source.xml")
    assert (done.status, done.out) == (0, "")
    assert "my.rng" in done.err
    first = (tmp_path / "my.rng").read_bytes()
    again = teiencode("schema", "build", str(odd), "--tei-source", "source.xml", "--output", "elsewhere", "--only", "rng")
    assert again.status == 0
    assert [path.name for path in (tmp_path / "elsewhere").iterdir()] == ["my.rng"]
    assert (tmp_path / "elsewhere" / "my.rng").read_bytes() == first


@pytest.mark.parametrize(
    ("text", "arguments", "said"),
    [
        ("<TEI", ("--tei-source", "source.xml"), "not well-formed"),
        ("<html/>", ("--tei-source", "source.xml"), "no ODD"),
        (f'<TEI xmlns="{TEI}"/>', ("--tei-source", "source.xml"), "no schemaSpec"),
        (f'<TEI xmlns="{TEI}"><schemaSpec ident="a"><moduleRef key="core"/></schemaSpec></TEI>', (), "--tei-source"),
        (
            f'<TEI xmlns="{TEI}"><schemaSpec ident="a"><moduleRef key="core"/></schemaSpec></TEI>',
            ("--tei-source", "none"),
            "none",
        ),
        (
            f'<TEI xmlns="{TEI}"><schemaSpec ident="a" source="b.odd"><moduleRef key="core"/></schemaSpec></TEI>',
            (),
            "its own source",
        ),
    ],
)
def test_the_command_fails_in_a_message(
    teiencode: Command, tmp_path: Path, text: str, arguments: tuple[str, ...], said: str
) -> None:
    Workplace(tmp_path)
    (tmp_path / "b.odd").write_text(text)
    done = teiencode("schema", "build", "b.odd", *arguments)
    assert (done.status, done.out) == (2, "")
    assert said in done.err
    assert "Traceback" not in done.err
    assert not (tmp_path / "b.rng").exists()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ('<content><dataRef name="tokken"/></content>', "tokken"),
        ('<content><dataRef name="integer" restriction="["/></content>', "RELAX NG"),
        ("<content><rng:nonsense/></content>", "nonsense"),
        ('<attList><attDef ident="a b" mode="add"/></attList>', "a b"),
        ('<content><elementRef key="hi" maxOccurs="3000"/></content>', "unbounded"),
        ('<constraintSpec ident="a" mode="add"><constraint><sch:asert test="a"/></constraint></constraintSpec>', "asert"),
    ],
)
def test_what_is_no_grammar_is_told_and_not_written(teiencode: Command, tmp_path: Path, change: str, said: str) -> None:
    Workplace(tmp_path).odd(f'{ALL}<elementSpec ident="p" mode="change">{change}</elementSpec>')
    done = teiencode("schema", "build", "my.odd", "--tei-source", "source.xml")
    assert (done.status, done.out) == (2, "")
    assert "my.odd:2: error TE96" in done.err
    assert said in done.err
    assert not (tmp_path / "my.rng").exists()
