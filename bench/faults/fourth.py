"""A fourth set of faults, thought of after the third had been mended and before it was run: what else goes wrong by hand."""

from __future__ import annotations

from bench.faults.change import element, empty, one_of, values, with_attribute
from bench.faults.slip import Kind

KINDS: dict[str, Kind] = {
    # Ill-formed.
    "4-start-tag-lost": one_of(
        (r"(>[^<>]*)<(hi|persName|placeName|title|q|term|emph|role|def)( [^<>]*)?>([^<]+)</\2>", r"\1\4¦</\2>", "emove", "<\\2>")
    ),
    "4-bracket-lost": one_of(
        (
            r"(<p>[^<>]*[a-z] )<(hi|persName|placeName|date|title|q|ref)( [^<>]*)?>([^<]+)</\2>",
            r"\1\2\3¦>\4¦</\2>",
            "emove",
            "<\\2",
            "&gt;",
        )
    ),
    "4-end-tags-of-others": one_of((r"</(hi|persName|title|term|q|placeName|date)>(?=[^<]*[a-z])", r"¦</note>", "</\\1>")),
    "4-quote-in-value": one_of(
        (
            r'(<(?:hi|div|date|note|title|list|item) )(\w+)="(\w\w)(\w+)"',
            r'\1¦\2="\3"\4¦"',
            "&quot;",
            "'",
            "quote",
            "space",
            "emove",
        )
    ),
    "4-character-reference": one_of(
        (r"(>[^<>]*?[a-z]) ([a-z])", r"\1 ¦&#xD800; \2", "emove", "Write"),
        (r"(>[^<>]*?[a-z]) ([a-z])", r"\1 ¦&#1114112; \2", "emove", "Write"),
        (r"(>[^<>]*?[a-z]) ([a-z])", r"\1 ¦&#xZZ; \2", "&amp;", "emove", "Write"),
        (r"(>[^<>]*?[a-z]) ([a-z])", r"\1 ¦&#8212 \2", ";", "&#8212;"),
    ),
    "4-section-end": one_of((r"(<p>[^<>]*?[a-z]) ([a-z])", r"\1 ¦]]> \2", "]]&gt;")),
    "4-control-character": one_of(
        (r"(<p>[^<>]*?[a-z]) ([a-z])", "\\1 ¦\x0b\\2", "emove"), (r"(<p>[^<>]*?[a-z]) ([a-z])", "\\1 ¦\x1f\\2", "emove")
    ),
    "4-declaration-inside": one_of((r"(<(?:div|body|text)[^<>]*>)", r'\1¦<?xml version="1.0"?>', "emove", "first")),
    "4-name-with-space": one_of(
        (r"<persName([ >])([^<]*)</persName>", r"<pers ¦Name\1\2¦</persName>", "persName", "=", "emove"),
        (r"<placeName>([^<]*)</placeName>", r"<place ¦Name>\1¦</placeName>", "placeName", "=", "emove"),
    ),
    "4-end-tag-with-slash": one_of((r"</(hi|persName|title|term|p|q)>", r"¦</\1/>", "</\\1>")),
    "4-stray-end-of-empty": one_of((r"(<(lb|pb|ptr|graphic|milestone|anchor)(?: [^<>]*)?/>)", r"\1¦</\2>", "emove")),
    "4-backslash": one_of((r"<(lb|pb|graphic|ptr)( [^<>]*)?/>", r"¦<\1\2¦\\>", "/>")),
    "4-html-comment-out": one_of((r"(<p>)", r"<!-- old ¦-- -- new -->\1", "- -", "-")),
    "4-two-files": one_of((r"</TEI>\s*\Z", '</TEI>\n¦<?xml version="1.0"?>\n<TEI/>\n', "emove", "first", "file")),
    "4-doctype-html": one_of((r"<TEI ", r'<!DOCTYPE html [¦<!ENTITY nbsp "&#160;">]>' + "\n<TEI ", "emove", "character")),
    # Names.
    "4-word-tags": element(("p", "w:p"), ("hi", "w:r")),
    "4-markdown-like": element(("head", "title1"), ("list", "bullets"), ("item", "bullet"), ("note", "fnote"), ("p", "text-p")),
    "4-camel-changed": element(
        ("persName", "PersName"),
        ("placeName", "PlaceName"),
        ("castItem", "castitem"),
        ("correspAction", "CorrespAction"),
        ("gramGrp", "GramGrp"),
        ("listPerson", "listperson"),
    ),
    "4-transposed": element(
        ("dateline", "datelien"),
        ("signed", "singed"),
        ("closer", "colser"),
        ("opener", "openre"),
        ("title", "tilte"),
        ("quote", "qoute"),
        ("table", "tabel"),
        ("label", "lable"),
        ("speaker", "speakre"),
        ("sense", "snese"),
        ("witness", "witnes"),
        ("history", "histroy"),
        ("place", "palce"),
    ),
    "4-jats": element(
        ("p", "sec-p"),
        ("table", "table-wrap"),
        ("figure", "fig"),
        ("note", "fn"),
        ("title", "article-title"),
        ("surname", "sur-name"),
        ("author", "contrib"),
        ("quote", "disp-quote"),
    ),
    "4-ead": element(
        ("persName", "persname"),
        ("repository", "repositorycode"),
        ("date", "unitdate"),
        ("title", "unittitle"),
        ("orgName", "corpname"),
        ("extent", "physdesc"),
    ),
    "4-wordy": element(
        ("sp", "speechAct"),
        ("lg", "verseGroup"),
        ("l", "verseLine"),
        ("rdg", "variantReading"),
        ("pb", "pageBreak"),
        ("def", "meaning"),
        ("stage", "stageDir"),
        ("gap", "omission"),
        ("hi", "highlighted"),
        ("bibl", "bibliography"),
    ),
    "4-empty-wordy": empty(
        ("pb", "pageBreak"),
        ("lb", "lineBreak"),
        ("gap", "omission"),
        ("cb", "columnBreak"),
        ("graphic", "picture"),
        ("ptr", "link"),
        ("milestone", "mark"),
    ),
    # Attributes.
    "4-page-number": one_of(
        (r"<pb ([^<>]*?)n=", r"<pb \1¦page=", "n?"),
        (r"<pb ([^<>]*?)n=", r"<pb \1¦no=", "n?"),
        (r"<pb ([^<>]*?)facs=", r"<pb \1¦image=", "facs"),
    ),
    "4-attribute-of-id": one_of(
        (r" xml:id=", r" ¦xml:ID=", "xml:id"),
        (r" xml:id=", r" ¦XML:id=", "xml:id"),
        (r" xml:id=", r" ¦Xml:id=", "xml:id"),
        (r" xml:lang=\"fr\"", r' ¦xml:language="fr"', "xml:lang"),
    ),
    "4-id-of-html": one_of((r"<(div|p|item|note|person|place)( [^<>]*)? xml:id=", r"<\1\2 ¦name=", "xml:id", "n?", "emove")),
    "4-rend-words": with_attribute(
        ("hi", 'bold="yes"', "rend", "emove"),
        ("hi", 'font="Arial"', "rend", "emove"),
        ("p", 'style2="x"', "style", "emove"),
        ("head", 'lvl="2"', "emove"),
        ("div", 'num="2"', "n?"),
        ("list", 'ordered="true"', "emove", "rend", "type"),
        ("note", 'number="1"', "n?"),
        ("ref", 'link="#x"', "target"),
    ),
    "4-date-attribute": one_of(
        (r"<date ([^<>]*?)when=", r"<date \1¦datetime=", "when"),
        (r"<date ([^<>]*?)when=", r"<date \1¦value=", "when"),
        (r"<date ([^<>]*?)when=", r"<date \1¦When=", "when"),
        (r"<date ([^<>]*?)when=", r"<date \1¦on=", "when"),
        (r"<date ([^<>]*?)from=", r"<date \1¦start=", "from"),
        (r"<date ([^<>]*?)notAfter=", r"<date \1¦notafter=", "notAfter"),
    ),
    "4-attribute-of-parent": with_attribute(
        ("cell", 'border="1"', "rend", "emove"),
        ("item", 'place="above"', "emove", "add"),
        ("speaker", 'who="#x"', "sp"),
        ("lem", 'type2="x"', "type"),
        ("licence", 'status="free"', "availability"),
        ("head", 'target="#x"', "ref", "emove"),
        ("persName", 'sex="1"', "person", "emove"),
        ("title", 'author="x"', "emove", "resp"),
    ),
    # Values.
    "4-dates": values(
        ("date", "when", "1962-10-27T16:00Z", "1962-10-27"),
        ("date", "when", "1962-27-10", "1962-10-27"),
        ("date", "when", "27.X.1962", "1962"),
        ("date", "when", "circa 1962", "1962"),
        ("date", "when", "before 1962", "1962"),
        ("date", "when", "1962-10/11", "1962-10"),
        ("date", "when", "1962, October", "1962-10"),
        ("date", "when", "Oct 1962", "1962-10"),
        ("date", "when", "1962-00-00", "1962"),
        (
            "date",
            "when",
            "n.d.",
            "emove",
        ),
        ("date", "when", "19621027T1600", "1962-10-27"),
        ("date", "when", "2/3/62", "62"),
        ("date", "when", "1962-10-27/1962-10-28", "from"),
        ("date", "when", "Saturday, October 27, 1962", "1962-10-27"),
        ("date", "when", "27 octobre 1962", "1962-10-27"),
    ),
    "4-ids": one_of(
        (r'<(div|item|note|person|p) ([^<>]*)xml:id="(\w+)"', r'<\1 \2¦xml:id="\3:1"', "\\3-1"),
        (r'<(div|item|note|person|p) ([^<>]*)xml:id="(\w+)"', r'<\1 \2¦xml:id="-\3"', "\\3"),
        (r'<(div|item|note|person|p) ([^<>]*)xml:id="(\w+)"', r'<\1 \2¦xml:id="\3,2"', "\\3-2", "\\3_2"),
        (r'<(div|item|note|person|p) ([^<>]*)xml:id="(\w+)"', r'<\1 \2¦xml:id="#\3"', "\\3"),
    ),
    "4-pointers": one_of(
        (r'(<(?:ref|ptr) [^<>]*?)target="#([\w-]+)"', r'\1¦target="##\2"', "#\\2"),
        (r'(<(?:ref|ptr) [^<>]*?)target="#([\w-]+)"', r'\1¦target="\2"', "#\\2"),
        (r'(<(?:persName|placeName|orgName) [^<>]*?)ref="#([\w-]+)"', r'\1¦ref="\2"', "#\\2"),
        (r'(<(?:persName|placeName|orgName) [^<>]*?)ref="#([\w-]+)"', r'\1¦ref="#\2."', "#\\2"),
        (r'(<sp [^<>]*?)who="#([\w-]+)"', r'\1¦who="#\2;"', "#\\2"),
        (r'(<(?:ref|ptr) [^<>]*?)target="#([\w-]+)"', r'\1¦target="#\2#"', "#\\2"),
    ),
    # Structure.
    "4-dateline-in-p": one_of(
        (r"(<p>)([^<]{8})", r"\1¦<dateline>x</dateline>\2", "out of", "opener"),
        (r"(<p>)([^<]{8})", r"\1¦<salute>x</salute>\2", "out of", "opener"),
        (r"(<p>)([^<]{8})", r"\1¦<byline>x</byline>\2", "out of", "emove"),
    ),
    "4-cells": one_of(
        (r"<row[^<>]*>\s*((?:<cell[^<>]*>[^<]*</cell>\s*)+)</row>", r"¦\1", "row"),
        (r"(<cell[^<>]*>)([^<]*)</cell>", r"\1¦<cell>\2</cell></cell>", "cell", "out of"),
        (r"(<row[^<>]*>)", r"\1¦<p>x</p>", "cell"),
    ),
    "4-items": one_of(
        (r"<item([^<>]*)>([^<]*)</item>(\s*</list>)", r"¦<p>\2</p>\3", "item"),
        (r"(<item[^<>]*>)([^<]*)</item>", r"\1¦<item>\2</item></item>", "list", "item", "out of"),
        (r"<label>([^<]*)</label>(\s*)<item>([^<]*)</item>(\s*</list>)", r"<label>\1</label>¦\2¦\4", "item"),
        (r"<list([^<>]*)>(\s*)<item", r"<list\1>\2¦<label>x</label><label>y</label><item", "item"),
    ),
    "4-head-late": one_of(
        (r"(<div [^<>]*>\s*)(<head>[^<]*</head>)(\s*)(<p>[^<]*</p>)", r"\1\4\3¦\2", "before"),
        (r"(<lg[^<>]*>\s*)(<l[^<>]*>.*?</l>)", r"\1\2¦<head>x</head>", "before", "emove"),
        (r"(<list[^<>]*>\s*)(<item[^<>]*>[^<]*</item>)", r"\1\2¦<head>x</head>", "before", "emove"),
    ),
    "4-header-parts": one_of(
        (r"(<titleStmt>\s*)<title[^<>]*>[^<]*</title>(\s*)(<\w)", r"\1\2¦\3", "title"),
        (r"<publicationStmt>.*?</publicationStmt>(\s*)(<)", r"\1¦\2", "publicationStmt"),
        (r"<sourceDesc>.*?</sourceDesc>(\s*)(</fileDesc>)", r"\1¦\2", "sourceDesc"),
        (r"<fileDesc>.*?</fileDesc>(\s*)(<)", r"\1¦\2", "fileDesc"),
        (r"(<revisionDesc[^<>]*>.*?</revisionDesc>)(\s*</teiHeader>)(\s*)", r"\2\3¦\1", "teiHeader", "emove", "out of", "before"),
    ),
    "4-body-parts": one_of(
        (r"<text>(.*)</text>", r"¦<body>\1</body>", "text"),
        (r"(</body>)", r"\1¦<p>x</p>", "body", "back", "before", "out of", "emove"),
        (r"(</teiHeader>)", r"\1¦<p>x</p>", "text", "out of", "emove"),
        (r"(<text>\s*)(<body>|<front>)", r"\1¦<head>x</head>\2", "body", "front", "out of", "emove"),
        (r"(<body>)", r"\1¦<titlePage><docTitle><titlePart>x</titlePart></docTitle></titlePage>", "front", "out of"),
    ),
    "4-wrong-home": one_of(
        (r"(<p>[^<]*)", r'\1¦<div type="x"><p>y</p></div>', "out of", "after", "before", "</p>"),
        (r"(<head>)([^<]+)", r"\1¦<table><row><cell>x</cell></row></table>\2", "out of", "emove", "after"),
        (r"(<date[^<>]*>)([^<]+)", r"\1¦<p>x</p>\2", "out of", "emove"),
        (r"(<list[^<>]*>\s*)", r"\1¦<persName>x</persName>", "item"),
        (r"(<div [^<>]*>\s*)(<head>)", r"\1¦<hi>x</hi>\2", "<p>", "<head>"),
        (r"(<body>\s*)", r"\1¦<date>x</date>", "<p>", "out of"),
    ),
    "4-twice": one_of(
        (r"(<titleStmt>.*?</titleStmt>)", r"\1¦\1", "one", "emove"),
        (r"(<fileDesc>.*?</fileDesc>)", r"\1¦\1", "one", "emove"),
        (r"(<speaker>[^<]*</speaker>)", r"\1¦\1", "emove", "one", "sp"),
        (r"(<body>.*</body>)", r"\1¦<body><p>x</p></body>", "one", "emove", "div", "group"),
    ),
    "4-stray-words": one_of(
        (r"(</head>)(\s*<(?:p|list|table|lg|div|sp))", r"\1\n¦some words\2", "<p>", "emove"),
        (r"(</item>)(\s*<item)", r"\1¦some words\2", "<item>", "emove"),
        (r"(</row>)(\s*<row)", r"\1¦some words\2", "emove", "row"),
        (r"(</div>)(\s*<div)", r"\1¦some words\2", "<p>", "emove"),
        (r"(</fileDesc>)", r"\1¦some words", "emove"),
        (r"(</teiHeader>)", r"\1¦some words", "emove"),
        (r"(</person>)", r"\1¦some words", "emove", "person", "<p>"),
        (r"(</speaker>)", r"\1¦some words", "<p>", "emove"),
    ),
}
"""The kinds of faults by their names."""
