"""Schematron: what the compiler takes, what it refuses, and that rules can read nothing but the document."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from test_validation import DOCUMENTS, TEI_ALL

from teiencode.diagnostic import Finding
from teiencode.resources import folder
from teiencode.validation import CODES, SchemaError, validate, validate_bytes
from teiencode.validation.schematron import load_rules

OPENING = (
    '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
)


def run(tmp_path: Path, rules: str, document: str) -> list[Finding]:
    schema = tmp_path / "rules.sch"
    schema.write_text(f"{OPENING}{rules}</schema>", encoding="utf-8")
    return validate(document.encode(), schema=schema)


def test_an_assertion_says_what_where_and_how_to_mend_it(tmp_path: Path) -> None:
    rules = """
      <pattern><rule context="line">
        <assert id="short" test="string-length(.) le 3" diagnostics="cut">The <name/> has
          <value-of select="string-length(.)"/> <emph>letters</emph>.</assert>
      </rule></pattern>
      <diagnostics><diagnostic id="cut">Cut it after <value-of select="substring(., 1, 3)"/>.</diagnostic></diagnostics>"""
    (finding,) = run(tmp_path, rules, "<letter><line>one</line>\n<line>four</line></letter>")
    assert (finding.code, finding.group, finding.severity) == ("TE820", "schematron", "error")
    assert finding.message == "The line has 4 letters. [short]"
    assert finding.suggestions == ("Cut it after fou.",)
    assert (finding.line, finding.column, finding.path) == (2, 1, "/letter/line[2]")


def test_a_report_and_its_role(tmp_path: Path) -> None:
    rules = """<pattern><rule context="line" role="warning">
        <report test=". = 'one'">one</report>
        <report test=". = 'two'" role="info">two</report>
        <report test=". = 'three'" role="fatal">three</report>
      </rule></pattern>"""
    found = run(tmp_path, rules, "<letter><line>one</line><line>two</line><line>three</line><line>four</line></letter>")
    assert [(finding.message, finding.severity) for finding in found] == [("one", "warning"), ("two", "info"), ("three", "error")]


def test_a_node_is_taken_by_the_first_rule_of_each_pattern(tmp_path: Path) -> None:
    rules = """
      <pattern><rule context="line[@n]"><report test="true()">numbered</report></rule>
        <rule context="line"><report test="true()">any</report></rule></pattern>
      <pattern><rule context="line"><report test="true()">again</report></rule></pattern>"""
    found = run(tmp_path, rules, '<letter><line n="1"/><line/></letter>')
    assert sorted(finding.message for finding in found) == ["again", "again", "any", "numbered"]


def test_variables_functions_keys_and_namespaces(tmp_path: Path) -> None:
    rules = """
      <ns prefix="l" uri="urn:letter"/><ns prefix="f" uri="urn:functions"/>
      <xsl:key name="name" match="l:line" use="@n"/>
      <xsl:function name="f:double"><xsl:param name="x"/><xsl:sequence select="2 * $x"/></xsl:function>
      <let name="limit" value="3"/>
      <pattern><let name="lines" value="count(//l:line)"/>
        <rule context="l:line"><let name="n" value="number(@n)"/>
          <assert test="f:double($n) le $limit"><value-of select="$n"/> of <value-of select="$lines"/></assert>
          <report test="count(key('name', @n)) gt 1">twice</report></rule></pattern>"""
    found = run(tmp_path, rules, '<letter xmlns="urn:letter"><line n="1"/><line n="2"/><line n="2"/></letter>')
    assert sorted(finding.message for finding in found) == ["2 of 3", "2 of 3", "twice", "twice"]


def test_abstract_patterns_and_rules(tmp_path: Path) -> None:
    rules = """
      <pattern abstract="true" id="needs">
        <rule context="$parent">
          <assert test="$child">The <name/> needs $childs? <value-of select="count($child)"/></assert></rule>
      </pattern>
      <pattern is-a="needs"><param name="parent" value="letter"/><param name="child" value="line"/></pattern>
      <pattern is-a="needs"><param name="parent" value="line"/><param name="child" value="word"/></pattern>
      <pattern>
        <rule abstract="true" id="numbered"><assert test="@n">no number</assert></rule>
        <rule context="word"><extends rule="numbered"/></rule>
      </pattern>"""
    found = run(tmp_path, rules, "<letter><line/><line><word/></line></letter>")
    assert sorted((finding.message, finding.path) for finding in found) == [
        ("The line needs $childs? 0", "/letter/line[1]"),
        ("no number", "/letter/line[2]/word"),
    ]


def test_a_rule_may_speak_of_attributes_and_text(tmp_path: Path) -> None:
    rules = """
      <pattern><rule context="@n"><report test=". = '2'">two</report></rule>
        <rule context="text()"><report test="contains(., '?')">asks</report></rule></pattern>"""
    found = run(tmp_path, rules, '<letter>\n<line a="x" n="2">who?</line></letter>')
    assert [(finding.message, finding.line, finding.column) for finding in found] == [("asks", 2, 1), ("two", 2, 13)]


def test_a_subject_is_the_place(tmp_path: Path) -> None:
    rules = '<pattern><rule context="letter"><report test="line" subject="line[2]">two</report></rule></pattern>'
    (finding,) = run(tmp_path, rules, "<letter><line/>\n<line/></letter>")
    assert finding.path == "/letter/line[2]"


REFUSED = [
    ('<pattern><rule context="line"><assert test="count(">x</assert></rule></pattern>', "cannot be compiled"),
    ('<pattern is-a="none"/>', "none"),
    ('<pattern><rule context="line"><extends rule="none"/></rule></pattern>', "none"),
    ('<pattern><rule context="line"><assert test="a" diagnostics="none">x</assert></rule></pattern>', "none"),
    ('<include href="other.sch"/>', "other.sch: cannot be read"),
    ('<include href="http://example.org/other.sch"/>', "only files that are named relative"),
    ('<phase id="one"><active pattern="p"/></phase>', "no pattern 'p'"),
    ("<pattern documents=\"'other.xml'\"/>", "other files"),
]


@pytest.mark.parametrize(("rules", "reason"), REFUSED, ids=[str(number) for number in range(len(REFUSED))])
def test_a_wrong_schema_is_an_error(tmp_path: Path, rules: str, reason: str) -> None:
    with pytest.raises(SchemaError, match=reason):
        run(tmp_path, rules, "<letter/>")


def test_a_default_phase_has_its_patterns_alone(tmp_path: Path) -> None:
    rules = """<phase id="one"><let name="limit" value="1"/><active pattern="a"/></phase>
      <pattern id="a"><rule context="line"><report test="@n &gt; $limit">a</report></rule></pattern>
      <pattern id="b"><rule context="line"><report test="true()">b</report></rule></pattern>"""
    schema = tmp_path / "phased.sch"
    head = '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3"'
    document = b'<letter><line n="1"/><line n="2"/></letter>'
    schema.write_text(f'{head} defaultPhase="one">{rules}</schema>')
    assert [finding.message for finding in validate(document, schema=schema)] == ["a"]


def test_a_phase_that_is_asked_for_takes_the_place_of_the_default(tmp_path: Path) -> None:
    rules = """<phase id="one"><active pattern="a"/></phase><phase id="two"><active pattern="b"/></phase>
      <pattern id="a"><rule context="line"><report test="true()">a</report></rule></pattern>
      <pattern id="b"><rule context="line"><report test="true()">b</report></rule></pattern>"""
    schema = tmp_path / "phased.sch"
    schema.write_text(
        f'<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3" defaultPhase="one">{rules}</schema>'
    )
    document = b"<letter><line/></letter>"

    def said(phase: str | None) -> list[str]:
        return [finding.message for finding in validate_bytes(document, None, schema=schema, phase=phase)]

    assert (said(None), said("two"), said("#ALL")) == (["a"], ["b"], ["a", "b"])
    with pytest.raises(SchemaError, match="no phase 'three'; its phases are one, two"):
        said("three")


SECRET = "The words of a file that nobody named"

READERS = [
    *(
        "doc('secret.xml')",
        "document('secret.xml')",
        "document('')",
        "unparsed-text('secret.xml')",
        "unparsed-text-lines('secret.xml')",
    ),
    *("collection('.')", "collection()", "uri-collection('.')", "doc('FOLDER/secret.xml')", "unparsed-text('FOLDER/secret.xml')"),
    *("doc-available('secret.xml')", "unparsed-text-available('secret.xml')", "json-doc('secret.xml')"),
    *("transform(map{'stylesheet-location': 'secret.xml', 'source-node': .})?output", "f:read()"),
]
FUNCTION = (
    '<xsl:function xmlns:xsl="http://www.w3.org/1999/XSL/Transform" name="f:read"><xsl:source-document href="secret.xml">'
    '<xsl:copy-of select="."/></xsl:source-document></xsl:function>'
)


@pytest.mark.parametrize("where", ["sch", "rng", "odd"])
@pytest.mark.parametrize("reader", READERS)
def test_a_strangers_rules_read_no_file(tmp_path: Path, reader: str, where: str) -> None:
    """One clear reason, or nothing of what the file has in it: wherever the rules stand."""
    (tmp_path / "secret.xml").write_text(f"<s>{SECRET}</s>")
    test = reader.replace("FOLDER", tmp_path.as_uri())
    names = '<ns prefix="f" uri="urn:f"/>'
    rule = f'<pattern><rule context="letter"><report test="true()">so: <value-of select="{test}"/></report></rule></pattern>'
    schematron = 'xmlns="http://purl.oclc.org/dsdl/schematron"'
    function = FUNCTION.replace("<xsl:function", '<xsl:function xmlns:f="urn:f"')
    declared, placed = names.replace("<ns", f"<ns {schematron}"), rule.replace("<pattern", f"<pattern {schematron}", 1)
    schema = tmp_path / f"rules.{where}"
    match where:
        case "sch":
            schema.write_text(f'<schema {schematron} queryBinding="xslt3">{names}{function}{rule}</schema>')
        case "rng":
            grammar = '<element name="letter" xmlns="http://relaxng.org/ns/structure/1.0">'
            schema.write_text(f"{grammar}{declared}{function}{placed}<text/></element>")
        case _:
            odd = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><schemaSpec ident="x"><constraintSpec ident="c" scheme="schematron">'
            end = "</constraint></constraintSpec></schemaSpec></TEI>"
            schema.write_text(f"{odd}<constraint>{declared}{function}{placed}{end}")
    try:
        found = validate(b"<letter>x</letter>", schema=schema)
    except SchemaError as error:
        assert SECRET not in str(error)
        assert "\n" not in str(error)
        assert str(error).startswith(str(schema))
    else:
        assert [finding.code for finding in found] == ["TE820"]
        assert SECRET not in found[0].message


@pytest.mark.parametrize(
    "test", ["environment-variable('PATH')", "available-environment-variables()", "system-property('user.home')"]
)
def test_a_strangers_rules_do_not_see_the_environment(tmp_path: Path, test: str) -> None:
    rules = f'<pattern><rule context="letter"><report test="true()">[<value-of select="{test}"/>]</report></rule></pattern>'
    assert [finding.message for finding in run(tmp_path, rules, "<letter/>")] == ["[]"]


@pytest.mark.parametrize("instruction", ["include", "import"])
def test_a_strangers_stylesheets_are_not_read(tmp_path: Path, instruction: str) -> None:
    (tmp_path / "other.xsl").write_text('<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"/>')
    other = f'<xsl:{instruction} xmlns:xsl="http://www.w3.org/1999/XSL/Transform" href="other.xsl"/>'
    rules = f'{other}<pattern><rule context="letter"><report test="true()">so</report></rule></pattern>'
    with pytest.raises(SchemaError, match=f"xsl:{instruction} is not read"):
        run(tmp_path, rules, "<letter/>")


FAILING = ["xs:date(@n) gt xs:date('2000-01-01')", "number(@n) idiv 0", "error()", "1 to 'x'", "(1, 2) gt 1"]


@pytest.mark.parametrize("test", FAILING)
def test_a_rule_that_fails_while_it_runs_is_one_clear_reason(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], test: str
) -> None:
    names = '<ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/>'
    rules = f'{names}<pattern><rule context="letter"><report test="{test}">x</report></rule></pattern>'
    with pytest.raises(SchemaError) as raised:
        run(tmp_path, rules, '<letter n="yesterday"/>')
    assert "\n" not in str(raised.value)
    assert "cannot be" in str(raised.value)
    assert capfd.readouterr() == ("", "")


def test_quick_fixes_are_suggestions(tmp_path: Path) -> None:
    rules = """<sqf:fix xmlns:sqf="http://www.schematron-quickfix.com/validator/process" id="number">
        <sqf:description><sqf:title>Number the line</sqf:title></sqf:description></sqf:fix>
      <pattern><rule context="line"><assert xmlns:sqf="http://www.schematron-quickfix.com/validator/process"
        sqf:fix="number" test="@n">no number</assert></rule></pattern>"""
    (finding,) = run(tmp_path, rules, "<letter><line/></letter>")
    assert finding.suggestions == ("Number the line", "Add the attribute n.")


def test_included_files_are_read_beside_the_schema(tmp_path: Path) -> None:
    namespace = 'xmlns="http://purl.oclc.org/dsdl/schematron"'
    (tmp_path / "part.sch").write_text(
        f'<pattern {namespace}><rule context="line"><report test="true()">x</report></rule></pattern>'
    )
    (finding,) = run(tmp_path, '<include href="part.sch"/>', "<letter><line/></letter>")
    assert finding.message == "x"


def test_rules_within_a_grammar_are_kept(tmp_path: Path) -> None:
    schema = tmp_path / "own.rng"
    schema.write_text(
        """<element name="letter" xmlns="http://relaxng.org/ns/structure/1.0"><optional><attribute name="n"/></optional>
        <sch:pattern xmlns:sch="http://purl.oclc.org/dsdl/schematron"><sch:rule context="letter">
        <sch:assert test="@n">no number</sch:assert></sch:rule></sch:pattern><empty/></element>"""
    )
    (finding,) = validate(b"<letter/>", schema=schema)
    assert (finding.code, finding.message, finding.suggestions) == ("TE820", "no number", ("Add the attribute n.",))
    assert validate(b'<letter n="1"/>', schema=schema) == []
    assert validate(b"<letter/>", schema=schema, select=["relaxng"]) == []


def test_rules_within_an_odd_are_kept(tmp_path: Path) -> None:
    schema = tmp_path / "own.odd"
    head = '<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:s="http://purl.oclc.org/dsdl/schematron"><text><body>'
    head += '<schemaSpec ident="x">'
    rule = '<constraintSpec ident="n" scheme="schematron"><constraint><s:assert test="@n">no number</s:assert></constraint>'
    foot = "</constraintSpec></elementSpec></schemaSpec></body></text></TEI>"
    schema.write_text(f'{head}<elementSpec ident="l" mode="change">{rule}{foot}')
    (finding,) = validate(b'<l xmlns="http://www.tei-c.org/ns/1.0"/>', schema=schema, select=["TE820"])
    assert finding.message == "no number"
    schema = tmp_path / "none.odd"
    schema.write_text(f"{head}</schemaSpec></body></text></TEI>")
    with pytest.raises(SchemaError, match="has no rules"):
        validate(b"<l/>", schema=schema)


def test_another_query_language_is_an_error(tmp_path: Path) -> None:
    schema = tmp_path / "old.sch"
    schema.write_text('<schema xmlns="http://purl.oclc.org/dsdl/schematron"/>')
    with pytest.raises(SchemaError, match="xslt2"):
        validate(b"<letter/>", schema=schema)


@pytest.mark.parametrize("reading", ["doc('{0}')", "unparsed-text('{0}')", "collection('{0}')", "json-doc('{0}')"])
def test_rules_cannot_read_files(tmp_path: Path, reading: str) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_text("<secret>7</secret>")
    test = reading.format(secret.as_uri())
    rules = f'<pattern><rule context="letter"><report test="string({test}) ne \'no\'">read</report></rule></pattern>'
    with pytest.raises(SchemaError):
        run(tmp_path, rules, "<letter/>")


@pytest.mark.skipif(not TEI_ALL.is_file(), reason="needs tei_all.rng")
def test_the_rules_that_tei_has_in_its_grammar_compile_and_are_kept(tmp_path: Path) -> None:
    namespace = "http://purl.oclc.org/dsdl/schematron"
    grammar = etree.parse(str(TEI_ALL))
    prefixes = {found.get("prefix"): found.get("uri") for found in grammar.iter(f"{{{namespace}}}ns")}
    declared = "".join(f'<s:ns prefix="{prefix}" uri="{uri}"/>' for prefix, uri in prefixes.items())
    patterns = [etree.tostring(found, encoding="unicode", with_tail=False) for found in grammar.iter(f"{{{namespace}}}pattern")]
    assert len(patterns) > 50
    schema = tmp_path / "tei.sch"
    schema.write_text(
        f'<s:schema xmlns:s="{namespace}" queryBinding="xslt3">{declared}{"".join(patterns)}</s:schema>', encoding="utf-8"
    )
    for document in sorted(DOCUMENTS.glob("*.xml")):
        assert validate(document, schema=schema) == []
    broken = (DOCUMENTS / "scan.xml").read_text(encoding="utf-8").replace("<p>1. The", "<p><hi><p/></hi>1. The")
    assert [finding.line for finding in validate(broken.encode(), schema=schema) if finding.code == "TE820"] == [
        broken[: broken.index("<p/>")].count("\n") + 1
    ]


def test_the_projects_rules_are_codes_of_the_same_severity_and_all_rules_have_a_code() -> None:
    by_code = {code.code: code for code in CODES}
    schema = folder("schema") / "teiencode.sch"
    load_rules(schema)
    asserted = [element for element in etree.parse(str(schema)).iter("{*}assert", "{*}report") if isinstance(element.tag, str)]
    assert len(asserted) > 20
    for element in asserted:
        code = by_code[element.get("id", "")]
        assert element.get("role") == code.severity


def test_a_rule_that_fails_on_what_the_grammar_refuses_stops_nothing(tmp_path: Path) -> None:
    grammar = tmp_path / "numbers.rng"
    grammar.write_text(
        '<element name="a" xmlns="http://relaxng.org/ns/structure/1.0" xmlns:sch="http://purl.oclc.org/dsdl/schematron"'
        ' datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">'
        '<sch:pattern><sch:rule context="a"><sch:assert test="xs:integer(@n) gt 1">too few</sch:assert></sch:rule></sch:pattern>'
        '<attribute name="n"><data type="integer"/></attribute></element>'
    )
    refused, notice = sorted(validate(b'<a n="x"/>', schema=grammar), key=lambda finding: finding.code, reverse=True)
    assert (refused.code, notice.code) == ("TE818", "TE806")
    assert "a rule cannot be worked out" in notice.message
    assert [finding.message for finding in validate(b'<a n="1"/>', schema=grammar)] == ["too few"]
