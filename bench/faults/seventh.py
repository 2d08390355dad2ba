"""A seventh, small set, thought of when the sixth had been mended: prefixes, whole tables of HTML, parts that were moved."""

from __future__ import annotations

import re
from itertools import pairwise
from random import Random

from bench.faults.anywhere import Made, at_attribute, at_element, parent
from bench.faults.change import one_of, theirs
from bench.faults.slip import Element, Kind, Page, Slip

_WORDS = r"(>[^<>]*?[a-z]) ([a-z])"
"""Two words of running text."""


def _end_with_prefix(_page: Page, element: Element, pick: Random) -> Made | None:
    if element.end == element.last:
        return None
    return (
        element.last,
        element.end,
        f"</{pick.choice(('tei', 'TEI', 'ns0'))}:{element.name}>",
        (element.last,),
        (f"</{element.name}>",),
    )


def _prefix(_page: Page, element: Element, pick: Random) -> Made | None:
    return (
        element.begin + 1,
        element.begin + 1,
        "ns1:",
        (element.begin, element.last + 4),
        ("xmlns:ns1", f"<{element.name}", "prefix"),
    )


def _backticks(_page: Page, _element: Element, found: re.Match[str], pick: Random) -> Made | None:
    left, right = pick.choice(("``", "„“", "‘’", "′′", "()", "[]"))
    return found.start("value"), found.end("value"), f"{left}{found['value'][1:-1]}{right}", (found.start("name"),), ('"',)


def _space_in_name(_page: Page, _element: Element, found: re.Match[str], pick: Random) -> Made | None:
    if found["name"] not in ("xml:id", "xml:lang"):
        return None
    new = found["name"].replace(":", pick.choice((": ", " :", ";", "::", ".")))
    places = (found.start("name"), found.start("name") + 3, found.start("name") + 4, found.start("name") + 5)
    return found.start("name"), found.end("name"), new, places, (found["name"],)


def _joined_values(page: Page, element: Element, found: re.Match[str], _pick: Random) -> Made | None:
    """The quotes between two attributes are lost: n="1 xml:id=x"."""
    following = re.compile(r'\s+[\w:]+="[^"]*"').match(page.text, found.end())
    if following is None or following.end() > element.inside or '"' not in found["value"]:
        return None
    second = following[0].replace('="', "=", 1)
    return found.end("value") - 1, following.end(), second, (found.start("name"), found.end("value") - 1), ('"', "quote", "emove")


def _moved_behind(*names: str) -> Kind:
    """A part moved out of what holds it, right behind that."""

    def change(page: Page, element: Element, _pick: Random) -> Made | None:
        around = parent(page, element)
        if element.name not in names or around is None or element.end == around.last:
            return None
        part = page.text[element.begin : element.end]
        new = page.text[around.begin : element.begin] + page.text[element.end : around.end] + part
        return around.begin, around.end, new, (around.end - len(part),), (around.name, "emove", "out of", "before", "Put it in")

    return at_element(change)


def _broken_bytes(page: Page, pick: Random) -> Slip | None:
    """Half a character of UTF-8, as where a text was cut by bytes."""
    found = [each.start() for each in re.finditer(r"(?<=[a-z])—|–|’|é", page.text)]
    if not found:
        return None
    at = pick.choice(found)
    before, sign, after = page.text[:at].encode(), page.text[at].encode()[:-1], page.text[at + 1 :].encode()
    return Slip(page.text, (at,), ("UTF-8",), before + sign + after)


def _note_number(page: Page, pick: Random) -> Slip | None:
    """The number of a note mistyped: it is that of the note before."""
    found = list(re.finditer(r'<note [^<>]*?(?<= )(n="(\d+)")', page.text))
    pairs = [(one, two) for one, two in pairwise(found) if int(two[2]) == int(one[2]) + 1]
    if not pairs:
        return None
    one, two = pick.choice(pairs)
    return Slip(page.with_text(*two.span(1), one[1]), (two.start(1), two.start()), (two[1], "number", "label", "n="))


KINDS: dict[str, Kind] = {
    "8-end-with-prefix": at_element(_end_with_prefix),
    "8-start-with-prefix": at_element(_prefix),
    "8-other-quotes": at_attribute(_backticks),
    "8-space-in-name": at_attribute(_space_in_name),
    "8-joined-values": at_attribute(_joined_values),
    "8-broken-bytes": _broken_bytes,
    "8-nul": one_of((_WORDS, "\\1 ¦\0\\2", "emove")),
    "8-entity-declared": one_of(
        (r"<TEI ", '<!DOCTYPE TEI [¦<!ENTITY ussr "Soviet Union">]>\n<TEI ', "emove", "character", "Write", "entit")
    ),
    "8-include": one_of(
        (
            r"(</p>)(\s*<p>)",
            r'\1¦<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="a.xml"/>\2',
            "emove",
            "nclude",
            "ut ",
        )
    ),
    "8-space-kept": theirs(
        one_of(
            (r"<(p|div|l|head|item|u)>", r'<\1 ¦xml:space="keep">', "preserve"),
            (r"<(p|l|head|item|u)>", r'<\1 ¦xml:space="yes">', "preserve"),
        )
    ),
    "8-table-of-html": one_of(
        (r"(</p>)(\s*<p>)", r"\1<table>¦<tr><cell>a</cell></tr></table>\2", "row"),
        (r"(</p>)(\s*<p>)", r"\1<table><row>¦<td>a</td></row></table>\2", "cell"),
        (r"(</p>)(\s*<p>)", r"\1<table><row role=\"label\">¦<th>a</th></row></table>\2".replace('\\"', '"'), "cell"),
        (r"(</p>)(\s*<p>)", r"\1<list>¦<li>a</li></list>\2", "item"),
        (r"(</p>)(\s*<p>)", r"\1¦<ul><item>a</item></ul>\2", "list"),
    ),
    "8-words-in-containers": one_of(
        (r"(<TEI [^<>]*>)", r"\1¦A letter", "emove", "move"),
        (r"(<teiHeader>)", r"\1¦A header", "emove", "move"),
        (r"(<titleStmt>)", r"\1¦A title", "<title>"),
        (r"(<sourceDesc>)(\s*<)", r"\1¦A source\2", "<p>", "bibl", "emove"),
        (r"(<back>)", r"\1¦The end", "<p>", "<div>", "head", "emove", "move"),
        (r"(<revisionDesc[^<>]*>)", r"\1¦2020", "<change>", "emove"),
        (r"(<msIdentifier>)", r"\1¦Box 4", "emove", "idno", "repository", "collection", "Put"),
    ),
    "8-paragraph-in-header": one_of(
        (r"(<titleStmt>)", r"\1¦<p>x</p>", "title", "out of", "emove"),
        (r"(<fileDesc>)", r"\1¦<p>x</p>", "out of", "emove", "titleStmt", "Move it"),
        (r"(<correspAction [^<>]*>)", r"\1¦<head>x</head>", "out of", "emove", "note", "<p>"),
        (r"(<langUsage>)", r"\1¦<term>x</term>", "language", "out of", "emove"),
        (r"(<revisionDesc>)", r"\1¦<note>x</note>", "change", "out of", "emove"),
        (r"(<taxonomy [^<>]*>)", r"\1¦<item>x</item>", "category", "out of", "emove"),
    ),
    "8-moved-behind": _moved_behind("catDesc", "cell", "item", "title", "speaker", "publisher", "repository", "language", "row"),
    "8-note-number": _note_number,
    "8-cell-too-wide": one_of(
        (
            r"(<table(?:(?!<row).)*<row[^<>]*>(?:<cell>[^<>]*</cell>){3}</row>\s*)(<row>)<cell>",
            r'\1¦\2¦<cell cols="4">',
            "cols",
            "cell",
            "emove",
        )
    ),
    "8-call-of-no-note": theirs(
        one_of(
            (
                r'(<TEI [^<>]*xml:id="([^"]+)".*?<p>[^<>]*?[a-z]) ([a-z])',
                r'\1 <ref type="noteAnchor" ¦target="#\2">1</ref> \3',
                "note",
            )
        )
    ),
    "8-in-the-wrong-part": one_of(
        (r"(<body>)(\s*<div)", r"\1¦<teiHeader/>\2", "out of", "emove", "before"),
        (r"(<back>)", r"¦<front><p>x</p></front>\1", "before", "out of", "emove"),
        (r"(</body>)", r"\1¦<div><p>x</p></div>", "body", "back", "before", "out of", "emove", "into"),
        (r"(</text>)", r"\1¦<p>x</p>", "body", "text", "before", "out of", "emove", "into"),
        (r"(</fileDesc>)", r"\1¦<availability><licence>x</licence></availability>", "publicationStmt", "out of"),
        (r"(</titleStmt>)", r"\1¦<title>x</title>", "titleStmt", "out of"),
        (r"(</publicationStmt>)", r"\1¦<idno>x</idno>", "publicationStmt", "out of"),
    ),
    "8-names-run-together": one_of(
        (r"<(persName|placeName|note|date|ref|gloss|title) (\w+)=", r"¦<\1¦\2=", "space", "<\\1", "Did you mean", "\\1 \\2"),
        (r"<(pb|lb|ptr|graphic) (\w+)=", r"¦<\1¦\2=", "space", "<\\1", "Did you mean", "\\1 \\2"),
    ),
    "8-signs-for-brackets": one_of(
        (r"<(hi|persName|date|title|q|note)(?: [^<>]*)?>([^<>]+)</\1>", r"[\1]\2¦</\1>", "<\\1", "emove"),
        (r"<(hi|persName|date|title|q|note)((?: [^<>]*)?)>([^<>]+)</\1>", r"¦<\1\2>\3¦[/\1]¦", "</\\1>"),
        (r"<(hi|persName|date|title|q|note)((?: [^<>]*)?)>([^<>]+)</\1>", r"¦<\1\2>\3¦&lt;/\1&gt;¦", "</\\1>"),
        (r"<(hi|persName|date|title|q|note)((?: [^<>]*)?)>([^<>]+)</\1>", r"¦<\1\2>\3¦<\\\1>", "</\\1>"),
    ),
}
"""The kinds of faults by their names."""
