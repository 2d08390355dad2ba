"""What no grammar says: ids, pointers, pages, tables, dates, notes, the header, Schematron."""

from __future__ import annotations

import re
from random import Random

from bench.faults.change import one_of, ours
from bench.faults.slip import Kind, Page, Slip


def _pointed_at_lost(page: Page, pick: Random) -> Slip | None:
    """What a pointer points at is gone: its xml:id was taken away."""
    found = [
        (each, ids[0])
        for each in re.finditer(
            r'(?<=\s)(?:target|ref|who|corresp|ana|wit|rendition|facs|hand|resp|start|new)="#([\w-]+)"', page.text
        )
        if len(ids := list(re.finditer(rf'\sxml:id="{each[1]}"', page.text))) == 1 and page.text.count(f'#{each[1]}"') == 1
    ]
    if not found:
        return None
    pointer, one = pick.choice(found)
    shift = one.end() - one.start() if one.start() < pointer.start() else 0
    return Slip(page.with_text(*one.span(), ""), (pointer.start() - shift,), ("xml:id", "#", "emove"))


def _copied(page: Page, pick: Random) -> Slip | None:
    """An element with an id copied and pasted behind itself."""
    found = [
        each
        for each in page.elements
        if each.name
        in ("note", "item", "person", "category", "witness", "l", "zone", "place", "pb", "w", "entry", "sense", "when")
        and re.match(r"<\w+[^<>]* xml:id=", page.text[each.begin : each.inside])
        and page.text[each.begin : each.end].count("xml:id=") == 1
    ]
    if not found:
        return None
    one = pick.choice(found)
    text = page.text[one.begin : one.end]
    at = one.end + text.index("xml:id=")
    return Slip(page.with_text(one.end, one.end, text), (at,), ("of its own", "Rename", "copy", "unique", "emove"))


def _pages_backwards(page: Page, pick: Random) -> Slip | None:
    """A figure of a page number mistyped: it, or the next, is where the numbers run backwards."""
    found = list(re.finditer(r'<pb (?![^<>]*\bed=)[^<>]*?(?<=[ ])n="(\d+)"', page.text))
    if len(found) < 2:
        return None
    which = pick.randrange(1, len(found))
    one = found[which]
    number = int(one[1])
    wrong = pick.choice((number - 10, number - 100, number - 2)) if number > 100 else number - 2
    if wrong < 0 or wrong >= int(found[which - 1][1]):
        return None
    at = one.start(1) - len('n="')
    return Slip(page.with_text(one.start(1), one.end(1), str(wrong)), (at,), (str(number), "number", "order"))


KINDS: dict[str, Kind] = {
    # Ids and pointers.
    "5-id-illegal": one_of(
        (r'(?<=\s)xml:id="([A-Za-z]\w*)"', r'¦xml:id="1\1"', "1\\1"),
        (r'(?<=\s)xml:id="([A-Za-z]\w*)"', r'¦xml:id="\1 \1"', "\\1-\\1", "\\1_\\1", "\\1\\1"),
        (r'(?<=\s)xml:id="([A-Za-z]\w*)"', r'¦xml:id="\1+"', "\\1"),
        (r'(?<=\s)xml:id="([A-Za-z]\w*)"', r'¦xml:id="\1\'s"', "\\1-s", "\\1_s", "\\1s"),
        (r'(?<=\s)xml:id="([A-Za-z]\w*)"', r'¦xml:id="\1&amp;b"', "\\1-b", "\\1_b", "\\1b"),
        (r'(?<=\s)xml:id="([A-Za-z]\w*)"', r'¦xml:id=".\1"', "\\1"),
        (r'(?<=\s)xml:id="([A-Za-z]\w*)"', r'¦xml:id="§\1"', "\\1"),
        (r'(?<=\s)xml:id="([A-Za-z]\w*)"', r'¦xml:id="\1:2"', "\\1-2", "\\1_2", "\\1.2", "\\g<1>2"),
    ),
    "5-id-copied": _copied,
    "5-pointed-at-lost": _pointed_at_lost,
    "5-pointer-typo": one_of(
        (r'(?<=\s)(target|ref|who|corresp|ana|wit|facs|hand)="#(\w\w+)(\w)"', r'¦\1="#\2"', "#\\2\\3"),
        (r'(?<=\s)(target|ref|who|corresp|ana|facs|hand)="#(\w+)(\w)"', r'¦\1="#\2\3\3"', "#\\2\\3"),
        (r'(?<=\s)(target|ref|who|corresp|ana|facs|hand)="#(\w+)"', r'¦\1="# \2"', "#\\2"),
        (r'(?<=\s)(target|ref|who|corresp|ana|facs|hand)="#(\w+)"', r'¦\1="\2#"', "#\\2"),
        (r'(?<=\s)(target|ref|who|corresp|ana|facs|hand)="#(\w+)"', r'¦\1="@\2"', "#\\2"),
    ),
    "5-pointer-without-sign": one_of(
        (r'(?<=\s)(target|ref|who|corresp|ana|wit|facs|hand|resp|start)="#([\w-]+)"', r'¦\1="\2"', "#\\2")
    ),
    "5-one-pointer-of-two": one_of(
        (r'(?<=\s)(target|ref|who|corresp|ana|wit|facs)="#([\w-]+)"', r'¦\1="#\2 #nowhere-at-all"', "xml:id", "emove", "#"),
        (r'(?<=\s)(target|ref|who|corresp|ana|wit|facs)="#([\w-]+)"', r'¦\1="#nowhere-at-all #\2"', "xml:id", "emove", "#"),
    ),
    # What no grammar says.
    "5-page-number-wrong": _pages_backwards,
    "5-tables-that-lie": one_of(
        (r'(<table [^<>]*?)rows="2"', r'\1¦rows="3"', "2"),
        (r'(<table [^<>]*?)rows="3"', r'\1¦rows="1"', "3"),
        (r'(<table [^<>]*?)cols="3"', r'\1¦cols="4"', "3"),
        (r'(<table [^<>]*?)cols="2"', r'\1¦cols="1"', "2"),
        (r"(<row>)<cell>1</cell>(<cell>2</cell>)", r"¦\1\2", "cell"),
        (r"(<row>)(<cell>1</cell><cell>2</cell>)", r"¦\1<cell>0</cell>\2", "cell", "emove"),
        (
            r"(<row[^<>]*>)<cell>([^<>]*)</cell>(\s*<cell>[^<>]*</cell>\s*</row>\s*</table>)",
            r'¦\1<cell cols="2">\2</cell>\3',
            "cols",
            "cell",
            "emove",
        ),
    ),
    "5-emptied": one_of(
        (
            r"<(p|head|item|persName|title|note|placeName|l|q|orth|def|role|seg|u)( [^<>]*)?>[^<>]{4,}</\1>(?=.*</body>)",
            r"¦<\1\2></\1>",
            "emove",
            "ill",
            "Write",
        ),
        (
            r"<(p|head|item|persName|title|note|placeName|l|q)( [^<>]*)?>[^<>]{4,}</\1>(?=.*</body>)",
            r"¦<\1\2/>",
            "emove",
            "ill",
            "Write",
        ),
    ),
    "5-spans-backwards": one_of(
        (r'(<date )(from)="([\d-]+)" (to)="([\d-]+)"', r'\1¦\2="\5" ¦\4="\3"', "xchange"),
        (r'(?<=\s)(notBefore)="([\d-]+)" (notAfter)="([\d-]+)"', r'¦\1="\4" ¦\3="\2"', "xchange"),
        (r'<date when="(\d{4})([^"]*)"', r'<date ¦from="\1\2" ¦to="1492"', "xchange", "orrect"),
    ),
    "5-two-datings": one_of(
        (r'<date when="([^"]*)"', r'¦<date ¦when="\1" ¦notBefore="\1"', "when", "notBefore", "emove"),
        (r'<(date|acquisition) from="([^"]*)"', r'¦<\1 ¦when="\2" ¦from="\2"', "when", "from", "emove"),
    ),
    "5-header-lacks": one_of(
        (
            r"(<publicationStmt>)(.*?)<availability[^<>]*>.*?</availability>(.*?)(</publicationStmt>)",
            r"¦\1\2¦\3¦\4",
            "licence",
            "availability",
        ),
        (r"(<title[^<>]*>)[^<>]*</title>(?=.*</titleStmt>)", r"¦\1</title>", "itle", "emove"),
        (r"(<publisher>)[^<>]*</publisher>", r"¦\1</publisher>", "ublisher", "emove", "ill", "Write"),
        (r"(<sourceDesc>).*?</sourceDesc>", r"¦\1¦<p/></sourceDesc>", "ource", "emove"),
        (r"(<TEI [^<>]*?)xml:id=\"([^\"]*)\"", r'\1¦xml:id="\2x"', "idno", "xml:id"),
    ),
    "5-notes-that-do-not-pair": one_of(
        (
            r"(<note n=\"(\d+)\" xml:id=\"[^\"]*\"[^<>]*>[^<>]*</note>)([^<>]*)",
            r'\3<ref ¦target="#fn9\2">9</ref>\1',
            "#",
            "xml:id",
            "note",
        ),
        (r"(<note )n=\"(\d+)\"([^<>]*>[^<>]*</note>.*?<note )n=\"(\d+)\"", r'\1¦n="\4"\3¦n="\4"', "n", "2", "note", "label"),
        (r"<note n=\"\d+\" (xml:id=\"[^\"]*\" place=\"bottom\")", r"¦<note \1", "n=", "label", "n"),
        (r"(<note [^<>]*?) place=\"bottom\" type=\"editorial\"", r"¦\1", "type", "place"),
    ),
    "5-omissions": ours(
        one_of(
            (r"<gap (reason=\"[^\"]*\")(?= ?/?>)", r'¦<gap \1 ¦quantity="2"', "unit"),
            (r"<gap (reason=\"[^\"]*\")(?= ?/?>)", r'¦<gap \1 ¦quantity="2" unit="line" ¦atMost="3"', "quantity", "atMost"),
            (r"<gap (reason=\"[^\"]*\")(?= ?/?>)", r'¦<gap \1 ¦ana="#teiencode"', "category", "ana", "#"),
        )
    ),
    "5-rules-of-tei": one_of(
        (r"(<list type=\")ordered(\">)", r"¦\1gloss\2", "label", "type"),
        (r'<variantEncoding ([^<>]*)location="internal"', r'¦<variantEncoding \1¦location="external"', "internal", "method"),
        (r"(<quotation) marks=\"all\">.*?</quotation>", r"¦\1/>", "marks", "<p>"),
        (
            r"<measure (quantity=\"12\" )unit=\"thaler\"",
            r'¦<measure \1¦unit="thaler" unitRef="https://example.org/thaler"',
            "unit",
            "unitRef",
        ),
        (r"(<date when=\"1891-03-14\" calendar=\"[^\"]*\">)[^<>]*</date>", r"¦\1</date>", "calendar", "ill", "emove", "Do as"),
        (r"<subst><del[^<>]*>[^<>]*</del>(.*?)</subst>", r"¦<subst>\1¦</subst>", "del", "two", "emove"),
        (r"(<ptr )(target=\"[^\"]*\"/>)", r'¦\1¦cRef="Gen.1" \2', "one", "cRef", "emove"),
        (r"<(div|note|list|idno|seg) type=(\"[^\"]*\")", r"¦<\1 ¦subtype=\2", "type"),
        (r"<l>([^<>]+)</l>", r"<l>¦<l>\1</l></l>", "out of", "emove", "one"),
    ),
}
"""The kinds of faults by their names."""
