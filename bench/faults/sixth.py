"""A sixth, small set, thought of when the fifth had been mended, and before it was run: were causes mended, or kinds?"""

from __future__ import annotations

import re
from random import Random

from bench.faults.anywhere import Made, at_attribute, at_element, parent
from bench.faults.change import one_of, ours, values, with_attribute
from bench.faults.slip import Element, Kind, Page, Slip

_WORDS = r"(>[^<>]*?[a-z]) ([a-z])"
"""Two words of running text."""


def _attribute_of_no_name(_page: Page, _element: Element, found: re.Match[str], pick: Random) -> Made | None:
    sign = pick.choice("1@-#.$")
    at = found.start("name")
    return at, at, sign, (at,), (f"{found['name']}=", f"Write {found['name']}", f"Remove {sign}", "begins with a letter")


def _brackets_crossed(_page: Page, element: Element, _pick: Random) -> Made | None:
    """`<p<` for `<p>`."""
    if element.end == element.last:
        return None
    return element.inside - 1, element.inside, "<", (element.begin, element.inside - 1), (">",)


def _nameless_end(_page: Page, element: Element, _pick: Random) -> Made | None:
    if element.end == element.last:
        return None
    return element.last, element.end, "</>", (element.last,), (f"</{element.name}>",)


def _start_twice(page: Page, element: Element, _pick: Random) -> Made | None:
    around = parent(page, element)
    if element.end == element.last or around is None or "<" in page.text[element.inside : element.last]:
        return None
    start = page.text[element.begin : element.inside]
    length = len(start)
    places = (element.begin, element.inside, around.last + length)
    return element.begin, element.begin, start, places, (f"</{element.name}>", "emove")


def _quotes_mixed(_page: Page, _element: Element, found: re.Match[str], _pick: Random) -> Made | None:
    value = found["value"][1:-1]
    if len(value) < 4:
        return None
    new = f"'{value[:2]}'{value[2:]}'"
    return (
        found.start("value"),
        found.end("value"),
        new,
        (found.start("name"), found.start("value") + 3, found.start("value") + 4),
        ('"', "&apos;", "&quot;", "space"),
    )


def _ends_of_blocks_crossed(page: Page, element: Element, _pick: Random) -> Made | None:
    around = parent(page, element)
    if element.end == element.last or around is None or page.text[element.end : around.last].strip():
        return None
    between = page.text[element.end : around.last]
    new = f"</{around.name}>{between}</{element.name}>"
    if around.name == element.name:
        return None
    return element.last, around.end, new, (element.last,), (f"</{element.name}>",)


def _wrapper_never_ends(page: Page, pick: Random) -> Slip | None:
    """One of the last end tags of the file is missing."""
    found = [
        each for each in page.elements if each.name in ("body", "text", "TEI", "teiHeader", "fileDesc", "back", "profileDesc")
    ]
    one = pick.choice(found)
    around = parent(page, one)
    text = page.with_text(one.last, one.end, "")
    stop = around.last - (one.end - one.last) if around else len(text.rstrip())
    return Slip(text, (one.begin, one.last, stop), (f"</{one.name}>",))


def _neighbours_id(page: Page, pick: Random) -> Slip | None:
    """The number in an xml:id forgotten to be raised: two elements of a name have one id."""
    for name in pick.sample(("note", "item", "person", "category", "pb", "zone", "witness", "castItem", "w", "place"), 10):
        found = list(re.finditer(rf'<{name} [^<>]*?(?<=\s)(xml:id="[^"]*")', page.text))
        if len(found) > 1:
            at = pick.randrange(1, len(found))
            one, before = found[at], found[at - 1]
            return Slip(page.with_text(*one.span(1), before[1]), (one.start(1),), ("of its own", "Rename", "copy", "unique"))
    return None


def _pages_exchanged(page: Page, pick: Random) -> Slip | None:
    """The numbers of two pages exchanged."""
    found = [each for each in re.finditer(r'<pb (?![^<>]*\bed=)[^<>]*?(?<= )n="(\d+)"', page.text) if int(each[1]) > 1]
    found = [each for each in found if int(each[1]) >= 2]
    if len(found) < 2:
        return None
    at = pick.randrange(len(found) - 1)
    one, other = found[at], found[at + 1]
    if int(other[1]) <= int(one[1]):
        return None
    text = page.text[: one.start(1)] + other[1] + page.text[one.end(1) : other.start(1)] + one[1] + page.text[other.end(1) :]
    shift = len(other[1]) - len(one[1])
    return Slip(text, (one.start(1) - 3, other.start(1) - 3 + shift), (one[1], other[1]))


def _row_lost(page: Page, pick: Random) -> Slip | None:
    """A row taken out of a table that says how many it has."""
    tables = [each for each in page.elements if each.name == "table" and "rows=" in page.text[each.begin : each.inside]]
    rows = [each for each in page.elements if each.name == "row" and any(one.begin < each.begin < one.end for one in tables)]
    if not rows:
        return None
    row = pick.choice(rows)
    table = next(each for each in tables if each.begin < row.begin < each.end)
    at = page.text.index("rows=", table.begin)
    right = sum(table.begin < each.begin < table.end for each in rows) - 1
    return Slip(page.with_text(row.begin, row.end, ""), (at,), (str(right),))


def _other(*names: tuple[str, str]) -> Kind:
    """Elements under the name of another that TEI has, which cannot stand there."""
    return one_of(
        *(
            (
                rf"<{right}(?P<rest>(?: [^<>]*)?>[^<>]*)</{right}>",
                rf"¦<{wrong}\g<rest></{wrong}>",
                right,
                "emove",
                "out of",
                "Put it in",
            )
            for right, wrong in names
        )
    )


KINDS: dict[str, Kind] = {
    "6-attribute-of-no-name": at_attribute(_attribute_of_no_name),
    "6-brackets-crossed": at_element(_brackets_crossed),
    "6-nameless-end": at_element(_nameless_end),
    "6-start-twice": at_element(_start_twice),
    "6-quotes-mixed": at_attribute(_quotes_mixed),
    "6-ends-of-blocks-crossed": at_element(_ends_of_blocks_crossed),
    "6-wrapper-never-ends": _wrapper_never_ends,
    "6-section-misspelt": one_of(
        (r"(<p>)([^<>]+)", r"\1¦<!CDATA[\2]]>", "<![CDATA[", "&lt;"),
        (r"(<p>)([^<>]+)", r"\1¦<![CDATA\2]]>", "<![CDATA[", "&lt;"),
        (r"(<p>)([^<>]+)", r"\1¦<![CDATA[\2¦]]", "]]>"),
    ),
    "6-signs-in-names": one_of(
        (r"<(persName|placeName|note|date|head|item)([ >])", r"¦<#\1\2", "<\\1", "&lt;"),
        (r"<(persName|placeName|note|date|head|item)>", r"<\1¦,>", "<\\1>", "emove ,"),
        (r"<(persName|placeName|note|date|head|item)>", r"<\1¦#>", "<\\1>", "emove #"),
        (r"<(pers|place)(Name)([ >])", r"¦<\1¦/\2\3", "emove", "<\\1\\2", "/>"),
    ),
    "6-reference-broken": one_of(
        (_WORDS, r"\1 ¦&#x2014 \2", "&#x2014;"),
        (_WORDS, r"\1 ¦&# 8212; \2", "&#8212;", "&amp;"),
        (_WORDS, r"\1 ¦& amp; \2", "&amp;"),
        (_WORDS, r"\1 ¦&amp,\2", "&amp;"),
        (_WORDS, r"\1 ¦&Amp; \2", "&amp;"),
        (_WORDS, r"\1 ¦&ouml;\2", "ö"),
    ),
    "6-other-element": _other(
        ("persName", "person"),
        ("date", "change"),
        ("hi", "item"),
        ("cell", "row"),
        ("gloss", "sense"),
        ("title", "titleStmt"),
        ("term", "keywords"),
        ("q", "sp"),
        ("signed", "closer"),
        ("role", "castList"),
        ("seg", "p"),
        ("orth", "entry"),
        ("language", "langUsage"),
    ),
    "6-root": one_of(
        (r"<TEI (.*)</TEI>", r"¦<tei \1</tei>", "TEI"),
        (r"<TEI (.*)</TEI>", r"¦<Tei \1</Tei>", "TEI"),
        (r"<TEI (.*)</TEI>", r"¦<TEI2 \1</TEI2>", "TEI"),
        (r"<TEI (.*)</TEI>", r"¦<html \1</html>", "TEI"),
        (r"<TEI (.*)</TEI>", r"¦<document \1</document>", "TEI"),
        (r"(<TEI )([^<>]*>)(.*)</TEI>", r"¦<body \2\3</body>", "TEI"),
    ),
    "6-foreign-namespace": one_of(
        (r"<(p|head|list|table|lg|u)>", r'¦<\1 ¦xmlns="http://www.w3.org/1999/xhtml">', "xmlns", "namespace"),
        (r"<(p|head|list|table|lg|u)>", r'¦<\1 ¦xmlns="">', "xmlns", "namespace"),
        (r"<(date|persName|hi)([ >])", r'¦<\1 ¦xmlns="http://docbook.org/ns/docbook"\2', "xmlns", "namespace"),
    ),
    "6-order-in-publication": one_of(
        (
            r"(<publicationStmt>\s*)(<(?:publisher|authority)>[^<>]*</(?:publisher|authority)>\s*)(<(?:date|idno|pubPlace)[^<>]*>[^<>]*</\w+>\s*)",
            r"\1¦\3¦\2",
            "before",
            "behind",
            "publisher",
            "authority",
        ),
        (r"(<publicationStmt>\s*)<(publisher|authority)>[^<>]*</\2>(\s*)(<)", r"\1\3¦\4", "publisher", "authority"),
    ),
    "6-order-in-text": one_of(
        (r"(<closer>(?:(?!</closer>).)*</closer>)", r"\1¦<p>After all.</p>", "before", "div", "out of", "postscript"),
        (r"(</p>)(\s*<p>)", r"\1¦<opener><salute>Sir,</salute></opener>\2", "before", "div", "out of"),
        (r"(<trailer>[^<>]*</trailer>)", r"\1¦<p>After all.</p>", "before", "out of"),
        (r"(</row>)(\s*</table>)", r"\1¦<head>x</head>\2", "before", "trailer"),
        (r"(<sp[^<>]*>\s*<speaker>[^<>]*</speaker>\s*<p>[^<>]*</p>)", r"\1¦<speaker>x</speaker>", "sp", "before", "emove"),
        (r"(</div>)(\s*</body>)", r"\1¦<p>Last.</p>\2", "before", "<div>", "div"),
        (r"(<back>)(\s*)(<div)", r"\1\2¦<body><p>x</p></body>\3", "emove", "out of", "before"),
    ),
    "6-attribute-of-another": with_attribute(
        ("p", 'when="1962-10-27"', "date"),
        ("head", 'level="2"', "title", "emove"),
        ("list", 'cols="2"', "cell", "table", "emove"),
        ("item", 'target="#x"', "ref", "ptr"),
        ("div", 'ref="#x"', "emove", "corresp", "persName"),
        ("note", 'when="1962"', "date"),
        ("note", 'reason="x"', "gap", "supplied", "emove"),
        ("q", 'target="#x"', "ref", "source"),
        ("l", 'wit="#x"', "rdg", "lem"),
        ("placeName", 'level="m"', "title"),
        ("publisher", 'url="x"', "graphic", "ref", "emove"),
        ("u", 'speaker="x"', "who"),
        ("zone", 'x="10"', "ulx", "emove", "points"),
        ("graphic", 'src="x"', "url", "emove"),
    ),
    "6-date": values(
        ("date", "when", "1962-10-27T04:00 pm", "1962-10-27"),
        ("date", "when", "Oct 27, '62", "62", "day"),
        ("date", "when", "27-Oct-1962", "1962-10-27"),
        ("date", "when", "1962 October 27", "1962-10-27"),
        ("date", "when", "October 27 1962", "1962-10-27"),
        ("date", "when", "1962-10-27z", "1962-10-27"),
        ("date", "when", "1962-10-270", "1962-10-27", "1962-10"),
        ("date", "when", "962-10-27", "0962", "1962", "day"),
        ("date", "when", "1962-1027", "1962-10-27"),
        ("date", "when", "1962_10_27", "1962-10-27"),
        ("date", "when", "1962:10:27", "1962-10-27"),
        ("date", "when", "1962-10-27-1962-10-28", "from"),
        ("date", "when", "the 1960s", "1960"),
        ("date", "when", "after 1962-10-27", "1962-10-27"),
        ("date", "from", "1962-10-27 to 1962-10-28", "1962-10-27"),
        ("date", "notBefore", "early 1963", "1963"),
        ("date", "when", "today", "day"),
        ("date", "when", "1962-10-27T16.00.00", "1962-10-27T16:00:00"),
        ("date", "when", "--10-1962", "1962-10"),
        ("birth", "when", "2 février 1901", "1901-02-02"),
    ),
    "6-number": values(
        ("table", "rows", "II", "2"),
        ("table", "rows", "2x", "2"),
        ("table", "cols", "three", "3"),
        ("table", "cols", "3.", "3"),
        ("gap", "quantity", "ca. 3", "3"),
        ("gap", "atMost", "1/2", "0.5"),
        ("measure", "quantity", "12 1/2", "12.5"),
        ("zone", "lrx", "190,5", "190.5"),
        ("layout", "columns", "2 cols", "2"),
    ),
    "6-pointer": one_of(
        (r'(?<=\s)(target|ref|who|corresp|ana|facs|hand)="#([\w-]+)(\w)"', r'¦\1="#\2_\3"', "#\\2\\3"),
        (r'(?<=\s)(target|ref|who|corresp|ana|facs|hand)="#(\w+)"', r'¦\1="#\2\'"', "#\\2"),
        (r'(?<=\s)(target|ref|who|corresp|ana|facs|hand)="#(\w+)"', r'¦\1="#"', "xml:id"),
        (r'(?<=\s)(target|ref|who|corresp|ana|facs|hand)="#(\w+)"', r'¦\1="#\2 \2"', "#\\2"),
        (r'(?<=\s)(target|ref|who|corresp|ana|facs|hand)="#(\w)(\w)(\w+)"', r'¦\1="#\3\2\4"', "#\\2\\3\\4"),
        (r'(?<=\s)(target|ref|who|corresp|ana|facs|hand)="#(\w+)"', r'¦\1="#\2.xml"', "#\\2"),
    ),
    "6-id-of-neighbour": _neighbours_id,
    "6-id-with-sign": one_of(
        (r'(?<=\s)xml:id="([A-Za-z]\w*)"', r'¦xml:id="\1–2"', "\\1-2", "\\1_2", "\\g<1>2"),
        (r'(?<=\s)xml:id="([A-Za-z]\w*)"', r'¦xml:id="\1?"', "\\1"),
        (r'(?<=\s)xml:id="([A-Za-z]\w*)"', r'¦xml:id="@\1"', "\\1"),
        (r'(?<=\s)xml:id="([A-Za-z]\w*)"', r'¦xml:id="12"', "12"),
        (r'(?<=\s)xml:id="([A-Za-z]\w*)"', r'¦xml:id="\1, \1"', "\\1"),
        (r'(?<=\s)xml:id="([A-Za-z]\w*)"', r'¦xml:id="\1;b"', "\\1-b", "\\1_b", "\\1b"),
    ),
    "6-pages-exchanged": _pages_exchanged,
    "6-row-lost": _row_lost,
    "6-cell-lost": one_of(
        (
            r"(<table(?:(?!<row).)*(?:<row[^<>]*>(?:<cell>[^<>]*</cell>){3}</row>\s*){1,4})(<row>)<cell>[^<>]*</cell>",
            r"\1¦\2",
            "cell",
        )
    ),
    "6-rules-of-ours": ours(
        one_of(
            (
                r"(</category>)(\s*</taxonomy>)",
                r'\1¦<category xml:id="nobody-points-here"><catDesc>x</catDesc></category>\2',
                "oint",
                "emove",
            ),
            (r"<fw ([^<>]*)>[^<>]*</fw>", r"¦<fw \1></fw>", "emove", "ill", "Write"),
            (r"(<gap reason=\"[^\"]*\") unit=\"[^\"]*\" (quantity=\"[^\"]*\")", r"¦\1 ¦\2", "unit"),
            (r"<list>(\s*<item)", r'¦<list type="gloss">\1', "label", "type"),
        )
    ),
    "6-two-dates": one_of(
        (r'<date (when="[^"]*")', r'<date ¦\1 ¦to="2001-01-01"', "emove", "when", "from"),
        (r'<date (from="[^"]*" to="[^"]*")', r'<date ¦when="1962" ¦\1', "emove", "when"),
        (r'<date (notBefore="[^"]*")', r'<date ¦when="1963" ¦\1', "emove", "when"),
    ),
    "6-empty": at_element(
        lambda page, element, _pick: (
            (element.begin, element.end, f"<{element.name}/>", (element.begin,), ("emove", "ill", "Write"))
            if element.in_text
            and element.name in ("p", "head", "note", "hi", "signed", "salute", "item", "quote", "l", "speaker", "title")
            and "xml:id" not in page.text[element.begin : element.end]
            else None
        )
    ),
    "6-pseudo-markup": one_of(
        (_WORDS, r"\1 ¦<http://example.org> \2", "&lt;", "emove"),
        (_WORDS, r"\1 ¦<a@example.org> \2", "&lt;", "emove"),
        (_WORDS, r"\1 ¦<...> \2", "&lt;"),
        (_WORDS, r"\1 ¦<-- \2", "&lt;"),
        (rf"{_WORDS}([^<>]*)(</)", r"\1 ¦<illegible> \2\3¦\4", "gap", "&lt;", "/>", "unclear", "</illegible>"),
        (_WORDS, r"\1 ¦<?> \2", "&lt;", "?>", "<?", "emove"),
    ),
}
"""The kinds of faults by their names."""
