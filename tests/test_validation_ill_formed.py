"""What is said of a file that is no XML: the very sign, and what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from teiencode import validate

HEAD = "<TEI>\n<text>"

CASES = [
    ("<p>a & b</p>", "&", "Write &amp;."),
    ("<p>AT&T</p>", "&", "Write &amp;."),
    ("<p>a &amp b</p>", "&", "Write &amp;."),
    ("<p>a < b</p>", "< b", "Write &lt;."),
    ("<p>a &eacute; b</p>", "&", "Write é itself (or &#233;)."),
    ("<p>a&nbsp;b</p>", "&", "Write &#160;."),
    ("<p>a &#8; b</p>", "&", "Remove it."),
    ("<p>a \x08 b</p>", "\x08", "Remove it."),
    ("<p>a \x00 b</p>", "\x00", "Remove it."),
    ("<p>a ]]> b</p>", "]]>", "Write ]]&gt;."),
    ("<p n=1>a</p>", "n=1", 'Write n="1".'),
    ('<p n=1">a</p>', "n=1", 'Write n="1".'),
    ('<p n="1>a</p><p>b</p>', "n=", 'Write n="1".'),
    ('<p n="1>a <hi rend="x">b</hi></p>', "n=", 'Write n="1".'),
    ("<p n>a</p>", "n>", 'Write n="…".'),
    ('<p n "1">a</p>', "n ", 'Write n="1".'),
    ('<p\u00a0n="1">a</p>', "\u00a0", "Write a common space."),
    ('<p n="1"\u3000rend="x">a</p>', "\u3000", "Write a common space."),
    ('<p n="1" \u200brend="x">a</p>', "\u200b", "Write a common space."),
    ("<pb\u2009/>", "\u2009", "Write a common space."),
    ('<p n="1"rend="x">a</p>', "rend", "Put a space before rend."),
    ('<p n="1" n="2">a</p>', 'n="2', "Remove one of the two."),
    ('<p n="1" a</p>', "<p", "Close it with >"),
    ("<p>a<lb>b</p>", "<lb>", "Write <lb/>."),
    ("<p>a<hi>b</p>", "</p>", "Write </hi> before </p>."),
    ("<p><hi><q>a</hi></q></p>", "</hi>", "Exchange the two end tags: </q></hi>."),
    ("<p><hi><q>a</hi>\n</q></p>", "</hi>", "Exchange the two end tags: </q></hi>."),
    ("<p><term>a</temr> b</p>", "</temr>", "Write </term>."),
    ("<p><term>a</big> b</term></p>", "</big>", "Remove </big>: no element of this name is open."),
    ("<p>a</P>", "</P>", "Write </p>."),
    ("<div><div><p>a</p></hi></div></div>", "</hi>", "Remove </hi>: no element of this name is open."),
    ("<p>a</p></hi>", "</hi>", "Remove </hi>: no element of this name is open."),
    ('<p>a</p rend="x">', "</p", "Write </p>."),
    ("< p>a</p>", "< p", "Write <p without the space between."),
    ("<p><xi:include/></p>", "<xi", 'Declare it on the outermost element: xmlns:xi="http://www.w3.org/2001/XInclude".'),
    ('<p><ref xlink:href="a"/></p>', "xlink", "Declare it on the outermost element"),
    ("<p><!-- a -- b --></p>", "-- b", "Write - - in place of --."),
    ("<p><!-- a </p>", "<!--", "End it with -->."),
    ("<p><![CDATA[ a </p>", "<![CDATA[", "End it with ]]>."),
    ("<p>a <telegram, as sent <hi>b</hi></p>", "<telegram", "Write &lt;."),
    ("<p>a <costs of it;</p>", "<costs", "Write &lt;."),
    ("<p>a <goes.</p>", "<goes", "Write &lt;."),
    ("<p>a <b n/> c</p>", "n/>", 'Write n="…".'),
    ("<p>a </hi>b</hi> c</p>", "</hi>", "Write <hi> in place of this </hi>."),
    ('<p>a <hi rend="x"/>b</hi> c</p>', "</hi>", "Write > in place of /> at the <hi> of line 2."),
    ("<p><w>a</w></w></p>", "</w></p>", "Remove </w>: no element of this name is open."),
    ("<p>a<p/><p>b</p>", "<p/>", "Write </p>: the slash of an end tag stands before the name."),
    ("<!-- <p>a</p> <!-- b --> --><p>c</p>", "<!-- b", "Remove the inner <!-- and its -->."),
    ("<!-- a <p>b</p> <!-- c --><p>d</p>", "<!-- a", "End it with -->."),
    ("<!-- a -><p>b -- c</p>", "<!-- a", "Write --> in place of the -> in line 2."),
    ("<!-- a --<p>b</p>", "--<", "Write -->."),
    ("<p><![CDATA[ a ]]</p>", "]]", "Write ]]>."),
    ("<p>a <b@example.org> c <by>d</by></p>", "<b@", "Write &lt;."),
    ("<p>a <pers Name>b</persName></p>", "Name>b", 'Write Name="…".'),
    ("<p><sp who='#c'arin #b'>x</sp></p>", "who", "Write &quot; for a quote in a value."),
    ("<p>a &#x2014 b</p>", "&#x2014", "Write &#x2014;."),
    ("<p>a &#8212 b</p>", "&#8212", "Write &#8212;."),
    ("<p>a &#8217s b</p>", "&#8217s", "Write &#8217;."),
    ("<p>a &#E9; b</p>", "&#E9;", "Write &#xE9;."),
    ("<p>a &#2014A; b</p>", "&#2014A;", "Write &#x2014A;."),
    ("<p>a &#XE9; b</p>", "&#XE9;", "Write &#xE9;."),
    ("<p>a & #233; b</p>", "& #233;", "Write &#233;."),
    ("<p>a &8212; b</p>", "&8212;", "Write &#8212;."),
    ("<p>a &x2014; b</p>", "&x2014;", "Write &#x2014;."),
    ("<p>a &#82l7; b</p>", "&#82l7;", "Write &#8217;."),
    ('<p n="&#E9;">a</p>', "&#E9;", "Write &#xE9;."),
    ("<p>a &#FFFFFFFF; b</p>", "&#FFFFFFFF;", "Write &amp;."),
    ("<p>a<gap><desc>b</desc> c</p>", " c", "Write </gap>: its description ends here."),
    ("<p>a<gap>\n<desc>b</desc><desc>c</desc><certainty/> d</p>", " d", "Write </gap>: its description ends here."),
    ("<p>a<hi>b<gap><desc>c</desc></hi></gap></p>", "</hi>", "Exchange the two end tags: </gap></hi>."),
    ("<p>a<gap><desc>b</gap></desc></p>", "</gap>", "Exchange the two end tags: </desc></gap>."),
    ("<p>a<gap><desc>b</p>", "</p>", "Write </desc></gap> before </p>."),
    ('<p>a <hirend="x">b</hi></p>', "<hirend", "Write <hi rend=…."),
    ('<p>a <pbn="1"/> b</p>', "<pbn", "Write <pb n=…."),
    ('<p xml: id="a">b</p>', "xml: id", "Write xml:id."),
    ('<p xml::id="a">b</p>', "xml::id", "Write xml:id."),
    ("<p>a <hi>b[/hi] c</p>", "[/hi]", "Write </hi>."),
    ("<p>a <hi>b&lt;/hi&gt; c</p>", "&lt;", "Write </hi>."),
    ("<p>a <hi>b/hi> c</p>", "/hi", "Write </hi>."),
    ("<p>a [hi]b</hi> c</p>", "</hi>", "Write <hi> in place of [hi]."),
    # An address without quotes, whose slashes are no end of a tag; and quotes of other languages and machines.
    ("<p><ref target=https://example.org/a/b.html>a</ref></p>", "target", 'Write target="https://example.org/a/b.html".'),
    ("<p><ref target=https://example.org/a/>a</ref></p>", "target", 'Write target="https://example.org/a/".'),
    ("<p><ptr target=https://example.org/a/></p>", "target", 'Write target="https://example.org/a".'),
    ("<p>a<lb n=1/>b</p>", "n=1", 'Write n="1".'),
    *(
        (f"<p n={quoted}>a</p>", "n=", 'Write n="1 a"')
        for quoted in ("″1 a″", "„1 a“", "‚1 a‘", "«1 a»", "＂1 a＂", "”1 a”", '“1 a"')
    ),
    ('<p n="1”>a</p>', "n=", 'Write n="1".'),
    ('<p n=\\"1\\">a</p>', "n=", 'Write n="1", with straight quotes.'),
    ('<p n: "1">a</p>', "n:", 'Write n="1".'),
    ('<p>a <hi n="1"b</hi> c</p>', "<hi", 'Close it with >: <hi n="1">'),
    ("<p>a <pers Name>b</pers Name> c</p>", "Name>b", "Write <persName in one word."),
    ("<p>a <pers Name>b</persName> c</p>", "Name>b", "Write <persName in one word."),
    # What a merge has left: in the text, in a tag, and beside other faults.
    (
        f"<p>a\n{(marks := '<<<<<<< HEAD')}\nb\n=======\nc & d\n>>>>>>> notes\n</p>",
        marks,
        "Keep one of the two versions, and remove",
    ),
    (
        f"<p\n{marks}\nn='1'\n||||||| 12ab\n=======\nn='2'\n>>>>>>> notes\n>b</p>",
        marks,
        "Keep one of the two versions, and remove",
    ),
]


@pytest.mark.parametrize(("text", "sign", "cure"), CASES, ids=[case[0] for case in CASES])
def test_the_place_and_the_cure(text: str, sign: str, cure: str) -> None:
    (finding,) = validate(f"{HEAD}{text}</text>\n</TEI>".encode())
    assert finding.group == "wellformed"
    before = f"<text>{text[: text.index(sign)]}".split("\n")
    assert (finding.line, finding.column) == (len(before) + 1, len(before[-1]) + 1)
    assert any(suggestion.startswith(cure) for suggestion in finding.suggestions[:3]), finding.suggestions


def test_where_an_element_was_to_end() -> None:
    text = f"{HEAD}<p>a\n<p>b</p>\n<list><item>c<list><item>d</item></list>\n<item>e</item></list></text></TEI>"
    (finding,) = validate(text.encode())
    assert finding.suggestions[0] == "Write </item> before the <item> of line 5."
    (finding,) = validate(text.replace("d</item></list>", "d</item></list></item>").encode())
    assert finding.suggestions[0] == "Write </p> before the <p> of line 3."


def test_two_byte_order_marks() -> None:
    (finding,) = validate(b"\xef\xbb\xbf" * 2 + b"<TEI/>")
    assert (finding.code, finding.line, finding.column) == ("TE803", 1, 1)


DECLARED = '<?xml version="1.0" encoding="UTF-8"?>'
TEXT = "<TEI><p>a</p></TEI>"
OUTSIDE = [
    (f"{DECLARED}\nA draft\n{TEXT}", "A draft", "Remove it."),
    (f"A draft\n{TEXT}", "A draft", "Remove what stands before the first <."),
    (f"{DECLARED}\n{TEXT}\n&\n", "&", "Remove it"),
    (f"{DECLARED}\n{TEXT}\nThe end", "The end", "Remove it"),
    (f"{TEXT}\n<p>b</p>", "<p>b", "Remove it"),
    (f"{TEXT}\n{DECLARED}{TEXT}", "<?xml", "Make two files of it."),
    ("<TEI/><p>a</p></TEI>", "<TEI/>", "Write > in place of />."),
    (f"<!-- a\n{TEXT}", "<!-- a", "End it with -->."),
    ('<?xml encoding="UTF-8" version="1.0"?><TEI/>', "encoding", 'Put version="1.0" before encoding.'),
    ('<?xml version="1.0" coding="UTF-8"?><TEI/>', "coding", "Did you mean encoding?"),
    ('<?xml version=1.0 encoding="UTF-8"?><TEI/>', "version", 'Write version="1.0".'),
    ('<?xml version="1.0" encoding="UTF8 "?><TEI/>', "encoding", 'Write encoding="UTF-8".'),
    ('<?xml version="1.0" encoding="UTF-8" standalone="true"?><TEI/>', "standalone", 'Write standalone="yes".'),
    ('<?xml version="1.0" standalone="yes" encoding="UTF-8"?><TEI/>', "encoding", "Put encoding before standalone."),
    ('<?xml version="1.0" encoding?><TEI/>', "encoding", 'Write encoding="UTF-8".'),
    ('<?xml version="1.0" encoding="UTF-8"><TEI/>', "><TEI", "Write ?>."),
    (f"<?XML{DECLARED[5:]}<TEI/>", "<?XML", "Write <?xml."),
    ('<?xml version="1.0" encoding="unicode"?><TEI/>', "encoding", 'Write encoding="UTF-8", and save the file as UTF-8.'),
]


@pytest.mark.parametrize(("text", "sign", "cure"), OUTSIDE, ids=[case[0] for case in OUTSIDE])
def test_what_is_wrong_outside_the_outermost_element(text: str, sign: str, cure: str) -> None:
    (finding,) = validate(text.encode())
    place = text.rindex(sign)
    assert (finding.line, finding.column) == (text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place))
    assert any(suggestion.startswith(cure) for suggestion in finding.suggestions[:3]), finding.suggestions


@pytest.mark.parametrize("cut", range(1, 60))
def test_wherever_a_file_is_cut_off_there_is_one_finding(cut: int) -> None:
    whole = "<TEI><!-- a --><p rend=\"x\" n='1'>a &amp; b<![CDATA[c]]></p></TEI>"
    (finding,) = validate(whole[:cut].encode())
    assert finding.group == "wellformed"
    assert finding.line == 1


@pytest.mark.parametrize(
    ("end", "what"),
    [
        ('<list type="sim', "the value of type"),
        ('<list n="1" type="', "the value of type"),
        ("<list n='1' type", "the tag <list>"),
        ("<lis", "the tag <lis>"),
        ("<", "a tag"),
        ("</p", "the end tag </p>"),
        ("<!-- no more", "a comment"),
        ("<![CDATA[ no more", "a CDATA section"),
        ("<?xml-style", "an instruction"),
        ("a &am", "the name of a character"),
    ],
)
def test_within_what_a_file_was_cut_off(end: str, what: str) -> None:
    text = f"<TEI><text>\n<p>{end}"
    (finding,) = validate(text.encode())
    assert finding.message == f"The file ends here, in the middle of {what}."
    assert finding.suggestions[0].endswith(" and write </p></text></TEI> at the end.")
    assert "cut off" in finding.suggestions[1]
    (finding,) = validate(f"{text}</p></text></TEI>".encode())
    assert "ends here" not in finding.message


def test_the_marks_of_a_merge_are_told_with_their_lines() -> None:
    conflict = "<<<<<<< HEAD\n<p>a</p>\n=======\n<p>b</p>\n>>>>>>> notes\n"
    (finding,) = validate(f"<TEI>\n{conflict}{conflict}</TEI>".encode())
    assert finding.message == "The marks of a merge conflict were left in the file. There is 1 more."
    assert finding.suggestions == ("Keep one of the two versions, and remove the marks in lines 2, 4 and 6.",)
    (finding,) = validate(f"<TEI>\n<p>{conflict[:7]} a</p></TEI>".encode())
    assert "conflict" not in finding.message


MANY_POINTERS = " ".join(f"#a{number}" for number in range(50_000))
MANY_ATTRIBUTES = " ".join(f'a{number}="x"' for number in range(5_000))
HUGE = {
    "a date": f'<date when="{"1" * 1_000_000}">x</date>',
    "pointers in one attribute": f'<hi xml:id="a" corresp="#a {MANY_POINTERS}">x</hi>',
    "attributes of one tag": f"<hi {MANY_ATTRIBUTES}>x</hi>",
}


@pytest.mark.parametrize("name", HUGE)
def test_what_is_huge_in_one_tag_ends(name: str) -> None:
    """Work that grows with the square of it would not end within the time that a test may take."""
    document = (Path(__file__).parent / "validation" / "telegram.xml").read_text(encoding="utf-8")
    found = validate(document.replace("<p>", f"<p>{HUGE[name]}", 1).encode(), select=("relaxng", "pointers"))
    assert {finding.code for finding in found} & {"TE816", "TE818", "TE851"}


@pytest.mark.parametrize("text", ["<!-- a -->\n", '<?xml version="1.0"?>', "<!DOCTYPE TEI>"])
def test_a_file_without_any_element(text: str) -> None:
    (finding,) = validate(text.encode())
    assert finding.message == "The file ends before its first element."


@pytest.mark.parametrize("data", [b"", b" \r\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\xef\xbb\xbf\n"])
def test_an_empty_file(data: bytes) -> None:
    (finding,) = validate(data)
    assert finding.code == "TE800"
