"""A third set of faults, in every vocabulary of TEI, thought of before anyone had seen what the validator says of them."""

from __future__ import annotations

import re
from random import Random

from bench.faults.slip import Kind, Page, Slip

Change = tuple[str, ...]
"""A pattern, what stands there instead (a template, in which ¦ stands before each place), and the cures."""


def one_of(*changes: Change) -> Kind:
    """One of these changes, wherever in the document it can be made."""

    def kind(page: Page, pick: Random) -> Slip | None:
        root = page.text.index("<TEI")
        found = [
            (one, change) for change in changes for one in re.finditer(change[0], page.text, re.DOTALL) if one.start() >= root
        ]
        if not found:
            return None
        one, (_, template, *cures) = pick.choice(found)
        parts = one.expand(template).split("¦")
        places = []
        at = one.start()
        for part in parts[:-1]:
            at += len(part)
            places.append(at)
        words = tuple(one.expand(cure) for cure in cures)
        return Slip(page.with_text(*one.span(), "".join(parts)), tuple(places), words)

    return kind


def element(*names: tuple[str, str]) -> Kind:
    """Elements under a wrong name: pairs of right and wrong."""
    changes = [(rf"<{right}(?P<rest>[ >/][^<]*?)</{right}>", rf"¦<{wrong}\g<rest></{wrong}>", right) for right, wrong in names]
    return one_of(*changes)


def empty(*names: tuple[str, str]) -> Kind:
    """Elements without content under a wrong name."""
    return one_of(*((rf"<{right}(?P<rest>[^<>]*/>)", rf"¦<{wrong}\g<rest>", right) for right, wrong in names))


def attribute(*names: tuple[str, str, str], value: str = "") -> Kind:
    """Attributes under a wrong name: element, right, wrong."""
    return one_of(*((rf"(<{holder} [^<>]*?){right}(=\"{value})", rf"\1¦{wrong}\2", right) for holder, right, wrong in names))


def values(*wrong: tuple[str, str, str, str]) -> Kind:
    """Wrong values: element, attribute, wrong value, what the cure says."""
    return one_of(
        *((rf"(<{holder} (?:[^<>]*? )?)({name}=)\"[^\"]*\"", rf'\1¦\2"{new}"', cure) for holder, name, new, cure in wrong)
    )


def with_attribute(*added: tuple[str, ...]) -> Kind:
    """Attributes on the wrong element: element, the attribute with its value, cures."""
    return one_of(
        *((rf"(<{holder})(?=[ >/])(?![^>]* {each.split('=')[0]}=)", rf"\1 ¦{each}", *cures) for holder, each, *cures in added)
    )


KINDS: dict[str, Kind] = {
    # Names.
    "3-name-case": element(
        ("msIdentifier", "msidentifier"),
        ("castList", "Castlist"),
        ("roleDesc", "roledesc"),
        ("biblScope", "biblscope"),
        ("orgName", "orgname"),
        ("gramGrp", "gramgrp"),
        ("listWit", "listwit"),
        ("figDesc", "figdesc"),
        ("forename", "foreName"),
        ("origPlace", "origplace"),
        ("speaker", "Speaker"),
        ("docAuthor", "docauthor"),
        ("addrLine", "addrline"),
    ),
    "3-name-slip": element(
        ("repository", "repositry"),
        ("settlement", "settlment"),
        ("speaker", "speeker"),
        ("provenance", "provenence"),
        ("rdg", "rgd"),
        ("surname", "surame"),
        ("occupation", "ocupation"),
        ("def", "deff"),
        ("explicit", "explict"),
        ("salute", "salut"),
        ("witness", "wittness"),
        ("foliation", "folation"),
        ("orth", "ortho"),
        ("licence", "licens"),
    ),
    "3-name-us-spelling": element(("licence", "license"), ("catDesc", "categoryDesc"), ("keywords", "keyWords")),
    "3-name-whole-word": element(
        ("rdg", "reading"),
        ("def", "definition"),
        ("pos", "partOfSpeech"),
        ("orth", "orthography"),
        ("pron", "pronunciation"),
        ("abbr", "abbreviation"),
        ("expan", "expansion"),
        ("corr", "correction"),
        ("reg", "regularized"),
        ("orig", "original"),
        ("l", "line"),
        ("lg", "linegroup"),
        ("sp", "speech"),
        ("lem", "lemma"),
        ("etym", "etymology"),
    ),
    "3-name-abbreviated": element(
        ("title", "ttl"),
        ("author", "auth"),
        ("editor", "edtr"),
        ("publisher", "publ"),
        ("forename", "fname"),
        ("surname", "sname"),
    ),
    "3-name-plural": element(
        ("rdg", "rdgs"), ("stage", "stages"), ("l", "ls"), ("role", "roles"), ("author", "authors"), ("term", "terms")
    ),
    "3-name-synonym": element(
        ("forename", "firstName"),
        ("surname", "lastName"),
        ("birth", "birthDate"),
        ("occupation", "profession"),
        ("head", "heading"),
        ("stage", "stageDirection"),
        ("pubPlace", "publicationPlace"),
        ("supplied", "added"),
        ("del", "deleted"),
    ),
    "3-empty-name": empty(
        ("caesura", "cesura"),
        ("lb", "LB"),
        ("pb", "page"),
        ("gap", "lacuna"),
        ("anchor", "anker"),
        ("handShift", "handshift"),
        ("graphic", "image"),
        ("milestone", "mileStone"),
        ("zone", "area"),
        ("ptr", "pointer"),
    ),
    "3-german-name": element(
        ("p", "absatz"),
        ("date", "datum"),
        ("title", "titel"),
        ("author", "autor"),
        ("note", "anmerkung"),
        ("placeName", "ortsName"),
    ),
    # Other vocabularies.
    "3-html-span": one_of((r"(<p>[^<]*?[a-z] )([a-z]+)( )", r'\1¦<span ¦class="x">\2</span>\3', "hi", "seg")),
    "3-html-s": one_of((r"<del[^<>]*>([^<]+)</del>", r"¦<strike>\1</strike>", "del")),
    "3-html-dl": one_of((r'<list type="gloss"[^<>]*>(.*?)</list>', r"¦<dl>\1</dl>", "list")),
    "3-html-figure": one_of((r"<figDesc>([^<]*)</figDesc>", r"¦<figcaption>\1</figcaption>", "head", "figDesc")),
    "3-html-caption": one_of((r"(<table[^<>]*>\s*)<head>([^<]*)</head>", r"\1¦<caption>\2</caption>", "head")),
    "3-html-tbody": one_of((r"(<table[^<>]*>)(.*?)</table>", r"\1¦<tbody>\2</tbody></table>", "emove", "row")),
    "3-html-code-pre": one_of((r"<code[^<>]*>([^<]*)</code>", r"¦<pre>\1</pre>", "code", "eg", "ab")),
    "3-docbook": element(
        ("p", "para"),
        ("cit", "blockquote"),
        ("term", "firstterm"),
        ("author", "personname"),
        ("bibl", "citation"),
        ("quote", "citetitle"),
    ),
    "3-docbook-mediaobject": one_of((r"<figure[^<>]*>(.*?)</figure>", r"¦<mediaobject>\1</mediaobject>", "figure")),
    "3-p4-change-date": one_of((r'<change when="([\d-]+)"([^<>]*)>', r'<change ¦date="\1"\2>', "when")),
    "3-p4-reg": one_of((r"<orig>([^<]*)</orig><reg>([^<]*)</reg>", r'<orig ¦reg="\2">\1</orig>', "choice", "<reg>")),
    "3-p4-sic": one_of(
        (r"<choice><sic>([^<]*)</sic><corr>([^<]*)</corr></choice>", r'<sic ¦corr="\2">\1</sic>', "choice", "<corr>")
    ),
    "3-p4-expan": one_of(
        (r"<choice><abbr>(.*?)</abbr><expan>([^<]*).*?</expan></choice>", r'<abbr ¦expan="\2">\1</abbr>', "choice", "<expan>")
    ),
    "3-p4-id": one_of((r"xml:id=(\"[^\"]*\")", r"¦id=\1", "xml:id")),
    "3-p4-figure-entity": one_of((r"<graphic url=\"([^\"]*)\"", r'<graphic ¦entity="\1"', "url")),
    "3-p4-tei2": one_of((r"<TEI (.*)</TEI>", r"¦<TEI.2 \1</TEI.2>", "TEI")),
    "3-p4-language-id": one_of(
        (r"<language ident=", r"<language ¦id=", "ident"), (r"<language ident=", r"<language ¦iso639=", "ident")
    ),
    "3-word-export": one_of((r"<hi rend=\"([^\"]*)\">", r'<hi ¦style="\1" ¦face="Arial">', "emove", "rend", "style")),
    "3-mods-names": one_of(
        (r"<forename[^<>]*>([^<]*)</forename>", r'¦<namePart ¦type="given">\1</namePart>', "forename", "name")
    ),
    # Attributes.
    "3-attribute-slip": attribute(
        ("rdg", "wit", "witt"),
        ("lem", "wit", "wits"),
        ("sp", "who", "speaker"),
        ("zone", "ulx", "ulX"),
        ("biblScope", "unit", "units"),
        ("term", "ref", "reff"),
        ("gap", "reason", "raeson"),
        ("supplied", "reason", "reasons"),
        ("w", "lemma", "lema"),
        ("relation", "active", "activ"),
        ("layout", "columns", "colums"),
        ("locus", "from", "form"),
        ("licence", "target", "taget"),
    ),
    "3-attribute-synonym": attribute(
        ("date", "when", "iso"),
        ("graphic", "url", "href"),
        ("ref", "target", "href"),
        ("persName", "ref", "key-ref"),
        ("dimensions", "unit", "units"),
        ("rdg", "wit", "witness"),
        ("gap", "quantity", "number"),
        ("date", "notBefore", "after"),
        ("measure", "quantity", "amount"),
        ("add", "place", "position"),
        ("foreign", "xml:lang", "language"),
    ),
    "3-attribute-prefix": attribute(
        ("foreign", "xml:lang", "lang"),
        ("title", "xml:lang", "lang"),
        ("cit", "xml:lang", "lang"),
        ("p", "xml:id", "xmlid"),
        ("w", "xml:id", "xml_id"),
    ),
    "3-attribute-xlink": one_of((r"<ref target=", r"<ref ¦href=", "target"), (r"<graphic url=", r"<graphic ¦file=", "url")),
    "3-on-wrong-element": with_attribute(
        ("quote", 'target="#x1"', "ref", "source", "emove"),
        ("l", 'who="#anna"', "sp", "emove"),
        ("lg", 'wit="#A"', "rdg", "lem", "app", "emove"),
        ("author", 'when="1801"', "date", "emove"),
        ("def", 'lang="en"', "xml:lang"),
        ("head", 'url="a.png"', "graphic", "emove"),
        ("cell", 'rowspan="2"', "rows"),
        ("persName", 'xml:lang="la" ¦target="#p"', "ref"),
        ("placeName", 'who="#p"', "ref", "emove"),
        ("speaker", 'who="#anna"', "sp"),
        ("lem", 'resp="#x" ¦witness="#A"', "wit"),
        ("stage", 'speaker="x"', "who", "emove"),
    ),
    "3-on-parent": one_of(
        (r"<list type=\"ordered\">", r'<list ¦numbered="yes">', "rend", "type", "emove"),
        (r"<app>", r'<app ¦wit="#A #B">', "lem", "rdg", "emove"),
        (r"<castList>", r'<castList ¦who="#x">', "emove", "castItem"),
        (r"<correspDesc ([^<>]*)>", r'<correspDesc \1 ¦sent="1838">', "emove", "correspAction", "type"),
    ),
    "3-style-attribute": with_attribute(
        ("p", 'align="center"', "rend", "style", "emove"),
        ("head", 'align="center"', "rend", "style", "emove"),
        ("div", 'title="x"', "head", "emove", "n"),
        ("p", 'indent="2"', "rend", "style", "emove"),
        ("table", 'border="1"', "rend", "emove"),
        ("cell", 'valign="top"', "rend", "style", "emove"),
        ("graphic", 'alt="a ship"', "figDesc", "desc", "emove"),
    ),
    # Values.
    "3-date-native": values(
        ("date", "when", "3. April 1838", "1838-04-03"),
        ("birth", "when", "13.09.1819", "1819-09-13"),
        ("death", "when", "29/07/1856", "1856-07-29"),
        ("provenance", "when", "c. 1391", "1391"),
        ("docDate", "when", "MDCCXII", "year"),
        ("change", "when", "2019-3-1", "2019-03-01"),
        ("origDate", "notBefore", "1150 AD", "1150"),
        ("date", "notAfter", "08-04-1838", "1838-04-08"),
        ("date", "when", "1838-04-31", "1838-04"),
        ("event", "when", "1 June 1724", "1724-06-01"),
        ("date", "from", "1901-", "1901"),
        ("origDate", "notAfter", "12th century", "year"),
        ("date", "when", "1838-4", "1838-04"),
        ("date", "when", "April 3rd, 1838", "1838-04-03"),
        ("date", "when", "3 avril 1838", "1838-04-03"),
        ("date", "when", "1838-04-03.", "1838-04-03"),
        ("date", "when", " 1838-04-03T", "1838-04-03"),
        ("date", "when", "1838/39", "1838"),
        ("date", "when", "1838-1839", "from"),
        ("date", "when", "183-", "year"),
        ("date", "when", "April", "--04"),
        ("date", "when", "1838-W14", "1838"),
    ),
    "3-time": values(
        ("time", "when", "16:30", "16:30:00"),
        ("time", "when", "4.30 pm", "16:30:00"),
        ("time", "when", "half past four", "16:30:00"),
        ("time", "when", "25:00:00", "16:00:00"),
    ),
    "3-duration": values(("pause", "dur", "2 seconds", "PT2S"), ("pause", "dur", "2s", "PT2S"), ("pause", "dur", "P2S", "PT2S")),
    "3-number": values(
        ("layout", "writtenLines", "twenty", "20"),
        ("gap", "quantity", "3 chars", "3"),
        ("measure", "quantity", "1,200", "1200"),
        ("handDesc", "hands", "two", "2"),
        ("zone", "ulx", "100px", "100"),
        ("surface", "lrx", "2000.5.1", "number"),
        ("space", "quantity", "two", "2"),
        ("num", "value", "XII", "12"),
        ("tagUsage", "occurs", "2x", "2"),
        ("forename", "sort", "second", "2"),
        ("cell", "cols", "two", "2"),
        ("language", "usage", "95%", "95"),
    ),
    "3-measure-with-unit": values(
        ("graphic", "width", "12 cm", "12cm"), ("graphic", "width", "wide", "12"), ("zone", "points", "100 500 1900 900", ",")
    ),
    "3-closed-list": values(
        ("l", "part", "first", "I"),
        ("title", "level", "monograph", "m"),
        ("unclear", "cert", "not sure", "low"),
        ("variantEncoding", "method", "parallel", "parallel-segmentation"),
        ("variantEncoding", "location", "intern", "internal"),
        ("availability", "status", "Restricted", "restricted"),
        ("correction", "method", "silently", "silent"),
        ("objectDesc", "form", "codex book", "codex"),
        ("handNote", "scope", "main", "major"),
        ("hyphenation", "eol", "partly", "some"),
        ("purpose", "degree", "strong", "high"),
        ("channel", "mode", "written", "w"),
        ("rendition", "scheme", "CSS", "css"),
        ("title", "level", "J", "j"),
        ("date", "cert", "likely", "medium"),
        ("pron", "notation", "i p a", "ipa"),
        ("dimensions", "unit", "milli metres", "mm"),
    ),
    "3-language-tag": values(
        ("foreign", "xml:lang", "french", "fr"),
        ("foreign", "xml:lang", "fr_CA", "fr-CA"),
        ("cit", "xml:lang", "French (France)", "fr"),
        ("title", "xml:lang", "latin", "la"),
        ("language", "ident", "german language", "de"),
        ("textLang", "mainLang", "Old English", "ang"),
        ("msDesc", "xml:lang", "en_GB", "en-GB"),
        ("placeName", "xml:lang", "nl NL", "nl-NL"),
        ("TEI", "xml:lang", "de_DE", "de-DE"),
    ),
    "3-id-form": one_of(
        (r'xml:id="([A-Za-z0-9]+)"(?=[^<]*<)', r'¦xml:id="1\1"', "1\\1"),
        (r'xml:id="([A-Za-z0-9]+)"', r'¦xml:id="\1 b"', "\\1-b", "\\1_b", "\\1b"),
        (r'xml:id="([A-Za-z0-9]+)"', r'¦xml:id="\1/b"', "\\1-b", "\\1_b", "\\1b"),
        (r'xml:id="([A-Za-z0-9]+)"', r'¦xml:id="(\1)"', "\\1"),
        (r'xml:id="([A-Za-z0-9]+)"', r'¦xml:id=""', "emove", "Give"),
    ),
    "3-address": values(
        ("licence", "target", "http://[creativecommons.org", "address"),
        ("ref", "target", "the figure 100%", "address"),
        ("graphic", "url", "ship%.png", "%25"),
        ("ptr", "target", "http://a b%", "address"),
    ),
    "3-pattern-value": values(
        ("idno", "type", "my type", "my-type"),
        ("usg", "type", "geo east", "geo-east"),
        ("div", "type", "first chapter", "first-chapter"),
        ("note", "type", "", "emove"),
        ("list", "type", "bulleted, simple", "bulleted"),
        ("measure", "unit", "", "emove"),
    ),
    "3-empty-value": one_of(
        (
            r"(<\w+ )((?:when|ref|target|wit|who|type|cert|level|unit|from|cols|url|quantity)=)\"[^\"]+\"(?=[ >/])",
            r'\1¦\2""',
            "emove",
            "Write",
            "Did you mean",
            "Give",
        )
    ),
    "3-who-in-words": one_of(
        (r'(<sp )who="[^"]*"(>\s*<speaker>)(\w+)', r'\1¦who="\3"\2\3', "#"),
        (r'(<change when="[^"]*" )who="#(\w+)"', r'\1¦who="\2"', "#\\2"),
    ),
    "3-wit-without-sign": one_of((r'(<(?:rdg|lem) )wit="#(\w)"', r'\1¦wit="\2"', "#\\2")),
    "3-wit-comma": one_of(
        (r'wit="#(\w) #(\w)"', r'¦wit="#\1, #\2"', "#\\1 #\\2", "space", "comma"),
        (r'wit="#(\w) #(\w)"', r'¦wit="#\1;#\2"', "#\\1 #\\2", "space"),
    ),
    "3-wit-joined": one_of((r'wit="#(\w) #(\w)"', r'¦wit="#\1#\2"', "#\\1 #\\2", "space")),
    "3-pointer-unknown": one_of(
        (r'(<(?:rdg|lem) )wit="#(\w)"', r'\1¦wit="#D"', "#A", "xml:id"),
        (r'(<\w+ )(facs|resp|hand|new|where|active|ref|who)="#[\w-]+"', r'\1¦\2="#nowhere"', "xml:id", "#"),
        (r'(<\w+ (?:[^<>]* )?)(corresp|ana|decls|scheme|rendition|spanTo)="#[\w-]+"', r'\1¦\2="#nowhere"', "xml:id", "#"),
    ),
    "3-pointer-slip": one_of(
        (r'(<\w+ )(facs|ref|who|where|wit|target|rendition|hand|new|resp)="#(\w)(\w{2,})"', r'\1¦\2="#\3\3\4"', "#\\3\\4"),
        (r'(<\w+ )(ref|who|where|target)="#(\w{3,})"', r'\1¦\2="#\3_"', "#\\3"),
    ),
    "3-pointer-case": one_of(
        (r'ref="#clara"', '¦ref="#Clara"', "#clara"),
        (r'who="#anna"', '¦who="#Anna"', "#anna"),
        (r'wit="#A"', '¦wit="#a"', "#A"),
        (r'ref="#place1"', '¦ref="#Place1"', "#place1"),
        (r'target="#fig1"', '¦target="#Fig1"', "#fig1"),
        (r'rendition="#it"', '¦rendition="#IT"', "#it"),
        (r'hand="#h2"', '¦hand="#H2"', "#h2"),
        (r'target="#harl"', '¦target="#Harl"', "#harl"),
    ),
    "3-id-twice": one_of(
        (
            r'(xml:id="(\w+)".{1,900}?<(?:p|l|head|rdg|item|persName|sense|cell|seg|w|def|place|zone)(?= |>))(?![^<>]*xml:id)',
            r'\1 ¦xml:id="\2"',
            "of its own",
            "Rename",
            "copy",
        )
    ),
    # Structure: required parts.
    "3-required-part": one_of(
        (r"<respStmt([^<>]*)><resp[^<>]*>[^<]*</resp>(.*?</respStmt>)", r"<respStmt\1>¦\2", "resp"),
        (r"<monogr>\s*<title[^<>]*>[^<]*</title>(\s*)<imprint>", r"<monogr>\1¦<imprint>", "title"),
        (r"(<monogr>\s*<title[^<>]*>[^<]*</title>\s*)<imprint>.*?</imprint>(\s*)</monogr>", r"\1\2¦</monogr>", "imprint"),
        (r"<taxonomy ([^<>]*)>.*?</taxonomy>", r"<taxonomy \1>¦</taxonomy>", "category"),
        (r"<listWit>.*?</listWit>", r"<listWit>¦</listWit>", "witness"),
        (r"<msIdentifier>.*?</msIdentifier>", r"<msIdentifier>¦</msIdentifier>", "settlement", "repository", "idno"),
        (r"(<correspDesc[^<>]*>).*?</correspDesc>", r"\1¦</correspDesc>", "correspAction"),
        (r"<castList>\s*<head>([^<]*)</head>.*?</castList>", r"<castList><head>\1</head>¦</castList>", "castItem"),
        (r"<choice>.{1,120}?</choice>", r"<choice>¦</choice>", "sic", "abbr", "orig", "corr"),
        (r"(<listPerson[^<>]*>)(\s*<head>.{1,20}?</head>)?\s*<person .*?</listPerson>", r"\1¦</listPerson>", "person"),
        (r"(<biblStruct[^<>]*>).*?</biblStruct>", r"\1¦</biblStruct>", "monogr"),
        (r"(<lg[^<>]*>)(?:<l>[^<]*</l>)+</lg>", r"\1¦</lg>", "<l>", "add", "Add"),
        (
            r"<profileDesc>(\s*)<correspDesc([^<>]*)>.*?</correspDesc>",
            r"<profileDesc>\1<correspDesc\2>¦</correspDesc>",
            "correspAction",
        ),
        (r"(<figure[^<>]*>)(.*?)<graphic [^<>]*/>", r"\1\2¦<graphic/>", "url"),
    ),
    "3-required-attribute": one_of(
        (r"<language ident=\"[^\"]*\"", r"¦<language", "ident"),
        (r"<graphic url=\"[^\"]*\"", r"¦<graphic", "url"),
        (r"<application ident=\"[^\"]*\"", r"¦<application", "ident"),
        (r"<prefixDef ident=\"[^\"]*\"", r"¦<prefixDef", "ident"),
        (r"<variantEncoding method=\"[^\"]*\"", r"¦<variantEncoding", "method"),
        (r"<tagUsage gi=\"[^\"]*\"", r"¦<tagUsage", "gi"),
        (r"<namespace name=\"[^\"]*\"", r"¦<namespace", "name"),
        (r"<cRefPattern matchPattern=\"[^\"]*\"", r"¦<cRefPattern", "matchPattern"),
        (r"<milestone unit=\"[^\"]*\"", r"¦<milestone", "unit"),
        (r"<application ident=\"([^\"]*)\" version=\"[^\"]*\"", r'¦<application ident="\1"', "version"),
        (r"<classCode scheme=\"[^\"]*\"", r"¦<classCode", "scheme"),
        (r"<idno type=\"ISSN\">([^<]*)</idno>", r'<idno ¦Type="ISSN">\1</idno>', "type"),
    ),
    # Structure: order, places, wrappers.
    "3-order": one_of(
        (r"(<settlement>[^<]*</settlement>)(\s*)(<repository>[^<]*</repository>)", r"\3\2¦\1", "before", "settlement"),
        (
            r"(<forename>.*?</persName>)(<birth[^<>]*/>)(</person>)",
            r'\1\2<death when="1900"/>¦<p>x</p>\3',
            "before",
            "emove",
            "note",
        ),
        (r"(<titleStmt>.{1,600}?</titleStmt>)(\s*)(<editionStmt>.*?</editionStmt>)", r"¦\3\2¦\1", "before", "behind"),
        (r"(<lem [^<>]*>[^<]*</lem>)(<rdg [^<>]*>[^<]*</rdg>)", r"\2¦\1", "before"),
        (r"(<fileDesc>.*?</fileDesc>)(\s*)(<encodingDesc>.*?</encodingDesc>)", r"¦\3\2¦\1", "fileDesc", "before"),
        (r"(<analytic>.*?</analytic>)(\s*)(<monogr>.*?</monogr>)", r"\3\2¦\1", "before"),
        (r"(<speaker>[^<]*</speaker>)(\s*)(<(p|l)>.{1,80}?</\4>)", r"\3\2¦\1", "before"),
        (r"(<front>.*?</front>)(\s*)(<body>.*?</body>)", r"\3\2¦\1", "before"),
        (r"(<head>[^<]*</head>)(\s*)(<lg[^<>]*>.*?</lg>)", r"\3\2¦\1", "before"),
        (r"(<support>.*?</support>)(\s*)(<extent>.*?</extent>)", r"\3\2¦\1", "before"),
        (r"(<opener>.*?</opener>)(\s*)(<p>.*?</p>)", r"\3\2¦\1", "before"),
        (r"(<teiHeader>.*?</teiHeader>)(\s*)(<facsimile>.*?</facsimile>)", r"¦\3\2¦\1", "teiHeader", "before"),
    ),
    "3-wrapper-missing": one_of(
        (r"<msIdentifier>\s*(<(?:country|settlement)>.*?)</msIdentifier>", r"¦\1", "msIdentifier"),
        (r"<castItem[^<>]*>(<role>[^<]*</role>)[^<]*(?:<roleDesc>.*?</roleDesc>)?</castItem>", r"¦\1", "castItem"),
        (r"<imprint>(.*?)</imprint>", r"¦\1", "imprint"),
        (r"<handDesc[^<>]*>\s*(<handNote.*?)</handDesc>", r"¦\1", "handDesc"),
        (r"<form><orth>(hake)</orth></form>", r"¦<orth>\1</orth>", "form"),
        (r"<titleStmt>(\s*)(<title[^<>]*>[^<]*</title>)(.{1,900}?)</titleStmt>", r"\1¦\2\3", "titleStmt"),
        (r"<langUsage>(.*?)</langUsage>", r"¦\1", "langUsage"),
        (r"<particDesc>(\s*)(.*?)</particDesc>", r"\1¦\2", "particDesc"),
        (r"<textClass>(\s*)(.*?)</textClass>", r"\1¦\2", "textClass"),
        (r"<availability[^<>]*>(<licence.*?</licence>)</availability>", r"¦\1", "availability"),
        (r"(<text>\s*)<body>(\s*)(<div.*)</body>", r"\1\2¦\3", "body"),
        (r"<classDecl>(\s*)(.*?)</classDecl>", r"\1¦\2", "classDecl"),
        (r"<change when=\"2018-11-20\" n=\"1\">([^<]*)</change>", r"¦<p>\1</p>", "change"),
        (r"<row[^<>]*>((?:<cell[^<>]*>[^<]*</cell>)+)</row>", r"¦\1", "row"),
    ),
    "3-text-where-none": one_of(
        (r"<choice>", r"<choice>¦or ", "emove", "Put"),
        (r"<lg([^<>]*)>(\s*<l)", r"<lg\1>¦A stanza\2", "<l>", "<head>"),
        (r"<castList>", "<castList>¦The persons", "<head>", "castItem"),
        (r"<person ([^<>]*)>", r"<person \1>¦a person", "persName", "<p>", "note"),
        (r"<listPerson([^<>]*)>", r"<listPerson\1>¦Persons", "<head>", "person"),
        (r"<sp ([^<>]*)>", r"<sp \1>¦Anna:", "<speaker>", "<p>"),
        (r"<msContents>", r"<msContents>¦A psalter", "<p>", "summary"),
        (r"<correspAction ([^<>]*)>", r"<correspAction \1>¦by post", "<p>", "note"),
        (r"<row([^<>]*)>", r"<row\1>¦x", "<cell>"),
        (r"<entry([^<>]*)>", r"<entry\1>¦haar", "form", "Put"),
        (r"<app([^<>]*)>(<lem)", r"<app\1>¦tide\2", "<lem>", "rdg"),
        (r"<monogr>", r"<monogr>¦Annals", "<title>"),
        (r"<physDesc>", r"<physDesc>¦parchment", "<p>"),
        (r"<publicationStmt>", r"<publicationStmt>¦A publisher", "<publisher>", "<p>"),
        (r"<langUsage>", r"<langUsage>¦German", "<language>", "<p>"),
        (r"<revisionDesc([^<>]*)>", r"<revisionDesc\1>¦typed", "<change>"),
        (r"<div ([^<>]*)>", r"<div \1>¦Words", "<p>", "<head>"),
        (r"<figure([^<>]*)>", r"<figure\1>¦A ship", "<head>", "figDesc", "<p>"),
        (r"<surface ([^<>]*)>", r"<surface \1>¦page", "emove", "Put", "zone"),
    ),
    "3-p-in-inline": one_of(
        (
            r"<(emph|hi|title|persName|term|abbr|def|speaker|l|salute|orth|rdg|role)( [^<>]*)?>([^<]{3,})</\1>",
            r"<\1\2>¦<p>\3</p></\1>",
            "out of",
            "emove",
            "<p>",
        )
    ),
    "3-block-in-inline": one_of(
        (r"<l( [^<>]*)?>([^<]+)", r"<l\1>¦<lg><l>x</l></lg>\2", "out of", "emove", "before", "after"),
        (r"<head>([^<]+)", r"<head>¦<div><p>x</p></div>\1", "out of", "emove", "before", "after"),
        (r"<speaker>([^<]+)", r"<speaker>¦<sp><p>x</p></sp>\1", "out of", "emove", "before", "after"),
        (r"<salute>([^<]+)", r"<salute>¦<closer>x</closer>\1", "out of", "emove", "before", "after"),
    ),
    "3-wrong-parent": one_of(
        (r"(</lg>)(\s*<trailer)", r"\1¦<speaker>Anna</speaker>\2", "sp"),
        (r"(<lg[^<>]*>\s*)(<l)", r"\1¦<p>x</p>\2", "<l>", "out of", "emove"),
        (r"(<row[^<>]*>)", r"\1¦<item>x</item>", "cell", "list"),
        (r"(<body>\s*)", r"\1¦<stage-direction/>", "stage"),
        (r"(<publicationStmt>\s*<publisher>[^<]*</publisher>)", r"\1¦<author>x</author>", "titleStmt", "emove", "out of"),
        (r"(<titleStmt>)", r"\1¦<publisher>x</publisher>", "publicationStmt", "title"),
        (r"(<msItem[^<>]*>\s*)", r"\1¦<support>x</support>", "supportDesc", "out of", "emove"),
        (r"(<history>\s*)", r"\1¦<condition>x</condition>", "supportDesc", "origin", "out of", "emove"),
        (r"(<person [^<>]*>)", r"\1¦<placeName>x</placeName>", "birth", "residence", "emove", "out of"),
        (r"(<correspAction [^<>]*>)", r"\1¦<addressee>x</addressee>", "persName", "emove"),
        (r"(<place [^<>]*>)", r"\1¦<geo>1 2</geo>", "location"),
        (r"(<entry[^<>]*>)", r"\1¦<definition>n</definition>", "def"),
        (r"(<fileDesc>\s*)", r"\1¦<title>x</title>", "titleStmt"),
        (r"(<facsimile>\s*)", r"\1¦<zone/>", "surface"),
        (r"(<listWit>\s*)", r"\1¦<item>x</item>", "witness", "list"),
        (r"(<keywords [^<>]*>)", r"\1¦<p>x</p>", "term", "list", "emove"),
        (r"(<listBibl>)", r"\1¦<monogr><title>x</title><imprint><date>1</date></imprint></monogr>", "biblStruct"),
        (r"(<standOff>\s*)", r"\1¦<person/>", "listPerson"),
        (r"(<encodingDesc>\s*)", r"\1¦<category><catDesc>x</catDesc></category>", "taxonomy"),
    ),
    "3-mixed-level": one_of(
        (r"(<body>\s*)<div ", r"\1<div1><p>x</p></div1>¦<div ", "div1", "div"),
        (r"(</lg>)(\s*<lg)", r"\1¦<l1>x</l1>\2", "<l>", "l"),
        (r"(<div type=\"act\"[^<>]*>\s*<head>[^<]*</head>)", r"\1¦<div1><p>x</p></div1>", "div"),
        (r"(<div type=\"scene\"[^<>]*>\s*<head>[^<]*</head>)", r"\1¦<div3><p>x</p></div3>", "div"),
    ),
    "3-text-after-div": one_of(
        (r"(</div>)(\s*</body>)", r"\1¦<p>At last.</p>\2", "before", "<div>", "into", "div"),
        (r"(</div>)(\s*</body>)", r"\1¦<lg><l>At last.</l></lg>\2", "before", "<div>", "into", "div"),
        (r"(</div>\s*)(<div type=\"scene\" n=\"2\">)", r"\1¦<sp><p>x</p></sp>\2", "before", "div"),
    ),
    "3-too-many": one_of(
        (r"(<body>.*?</body>)", r"\1¦<body><p>x</p></body>", "one", "emove", "div", "group"),
        (r"(<publicationStmt>.{1,1000}?</publicationStmt>)", r"\1¦<publicationStmt><p>x</p></publicationStmt>", "one", "emove"),
        (r"(<repository>[^<]*</repository>)", r"\1¦\1", "one", "emove"),
        (r"(<lem [^<>]*>[^<]*</lem>)", r"\1¦\1", "one", "emove", "rdg"),
        (r"(<front>.*?</front>)", r"\1¦<front><p>x</p></front>", "one", "emove", "front", "body"),
        (r"(<msIdentifier>.*?</msIdentifier>)", r"\1¦\1", "one", "emove"),
        (r"(<history>.*?</history>)", r"\1¦<history><p>x</p></history>", "one", "emove"),
        (r"(<summary>[^<]*</summary>)", r"\1¦\1", "one", "emove"),
        (
            r"(<profileDesc>.*?</profileDesc>)(\s*<revisionDesc)",
            r"\1¦<fileDesc><titleStmt><title>x</title></titleStmt></fileDesc>\2",
            "one",
            "emove",
            "before",
        ),
        (r"(<trailer>Finis</trailer>)", r"\1¦<head>x</head>", "before", "one", "div"),
        (r"(<origin>.*?</origin>)", r"\1¦<origin>x</origin>", "one", "emove"),
    ),
    "3-empty-with-text": one_of(
        (
            r"<(lb|pb|milestone|anchor|caesura|graphic|ptr|handShift|space)( [^<>]*)?/>",
            r"<\1\2>¦words</\1>",
            "emove",
            "/>",
            "after",
        )
    ),
    # Ill-formed.
    "3-tag-unclosed": one_of(
        (
            r"<(persName|hi|title|quote|emph|role|term|rdg|def|w|seg)( [^<>]*)?>([^<]+)</\1>([^<]*)(</\w+>)",
            r"¦<\1\2>\3\4¦\5",
            "</\\1>",
        )
    ),
    "3-tags-crossed": one_of((r"<(\w+)( [^<>]*)?><(\w+)( [^<>]*)?>([^<]+)</\3></\1>", r"<\1\2><\3\4>\5¦</\1></\3>", "</\\3>")),
    "3-end-case": one_of(
        *(
            (f"</{right}>", f"¦</{wrong}>", f"</{right}>")
            for right, wrong in (
                ("persName", "persname"),
                ("roleDesc", "roledesc"),
                ("biblScope", "biblscope"),
                ("catDesc", "catdesc"),
                ("speaker", "Speaker"),
                ("orth", "Orth"),
                ("head", "Head"),
                ("surface", "surfaces"),
                ("def", "definition"),
            )
        )
    ),
    "3-not-closed-empty": one_of(
        (r"<(lb|pb|caesura|gap|anchor|graphic|zone|handShift|ptr|milestone)( [^<>]*)?/>", r"¦<\1\2>", "/>")
    ),
    "3-ampersand": one_of(
        (r"(>[^<>]*?\w )(and|et|und|of|in) ", r"\1¦& ", "&amp;"),
        (r"target=\"(https://[^\"]*)\"", r'¦target="\1?a=1¦&b=2"', "&amp;"),
    ),
    "3-html-entities": one_of(
        (r"(>[^<>]*?\w)( )(\w)", r"\1¦&nbsp;\3", "&#160;", "&#xA0;", "\u00a0", "&#xa0;"),
        (r"(>[^<>]*?\w)( )(\w)", r"\1¦&eacute;\3", "é"),
        (r"(>[^<>]*?\w)( )(\w)", r"\1¦&longs;\3", "ſ", "&#"),
        (r"(>[^<>]*?\w)( )(\w)", r"\1¦&hellip;\3", "…"),
        (r"(>[^<>]*?\w)( )(\w)", r"\1¦&#x;\3", "&#", "emove", "Write"),
        (r"(>[^<>]*?\w)( )(\w)", r"\1¦&#0;\3", "emove"),
        (r"(>[^<>]*?\w)( )(\w)", r"\1¦&amp \3", "&amp;"),
    ),
    "3-quotes": one_of(
        (r'((?:xml:)?\w+)="(\w+)"(?=[ />])', r"¦\1=\2", '"'),
        (r'((?:xml:)?\w+)="(\w+)"(?=[ />])', r"¦\1=”\2”", '"'),
        (r'((?:xml:)?\w+)="(\w+)"(?=>)', r'¦\1="\2', '"'),
        (r'((?:xml:)?\w+)="(\w+)"(?=[ />])', r'¦\1="\2\'', '"'),
        (r'((?:xml:)?\w+)="(\w+)"(?=[ />])', r'¦\1:"\2"', "="),
    ),
    "3-attribute-twice": one_of((r'<(\w+) (type|when|ref|who|wit|n|unit)="([^"]*)">', r'<\1 \2="\3" ¦\2="x">', "emove", "Keep")),
    "3-bad-tags": one_of(
        (r"<(hi|q|term|emph|rdg|l)([ >])", r"¦<<\1\2", "&lt;", "one"),
        (r"</(hi|q|term|emph|rdg|l|p)>", r"¦<//\1>", "</\\1>"),
        (r"</(hi|q|term|emph|rdg|l|p)>", r"¦<\1/>", "</\\1>"),
        (r"</(hi|q|term|emph|rdg|l|p)>", r"¦</\1", "</\\1>", ">"),
        (r"<(hi|q|term|emph|rdg|l|p)([ >])", r"¦<1\1\2", "&lt;", "<\\1"),
        (r"(>[^<>]*?\w) (\w)", r"\1 ¦< 5 \2", "&lt;"),
        (r"(>[^<>]*?\w) (\w)", r"\1 ¦<- \2", "&lt;"),
    ),
    "3-comments": one_of(
        (r"(<p>)", r"<!-- a ¦-- b -->\1", "-"),
        (r"(<p>|<l>)", r"¦<!- a ->\1", "<!--"),
        (r"(<p>|<l>)", r"<!-- a ¦--->\1", "-"),
        (r"<p>(?!.*<!--)", r"¦<!-- a -- ><p>", "-->"),
        (r"(<p>|<l>)", r"¦<? note ?>\1", "<?", "emove"),
    ),
    "3-prefix": one_of(
        (r"<(persName|title|date|head|p)( [^<>]*)?>([^<]+)</\1>", r"¦<tei:\1\2>\3</tei:\1>", "xmlns:tei", "<\\1>"),
        (r"<(graphic|ptr|ref) ", r'<\1 ¦xlink:href="a" ', "xmlns:xlink", "emove"),
        (r"(<p>[^<]*)", r"\1¦<mml:math/>", "xmlns:mml", "emove"),
        (r"(<persName) ", r'\1 ¦my:x="1" ', "xmlns:my", "emove"),
    ),
    "3-namespace": one_of(
        (r'<TEI xmlns="http://www.tei-c.org/ns/1.0"', r"¦<TEI", "xmlns"),
        (
            r'<TEI xmlns="http://www.tei-c.org/ns/1.0"',
            r'¦<TEI ¦xmlns="http://www.tei-c.org/ns/1.0 "',
            "http://www.tei-c.org/ns/1.0",
        ),
        (
            r'<TEI xmlns="http://www.tei-c.org/ns/1.0"',
            r'¦<TEI ¦xmlns="http://www.tei-c.org/ns/2.0"',
            "http://www.tei-c.org/ns/1.0",
        ),
        (
            r'<TEI xmlns="http://www.tei-c.org/ns/1.0"',
            r'¦<TEI ¦xmlns="http://www.w3.org/1999/xhtml"',
            "http://www.tei-c.org/ns/1.0",
        ),
        (r"<text>", r'¦<text ¦xmlns="http://www.tei-c.org/ns/Examples">', "namespace", "xmlns"),
        (r"<(div|lg|sp|entry|table) ", r'¦<\1 ¦xmlns="" ', "xmlns", "namespace"),
    ),
    "3-math": one_of(
        (
            r"<formula([^<>]*)>[^<]*</formula>",
            r"<formula\1>¦<math><mi>x</mi></math></formula>",
            "http://www.w3.org/1998/Math/MathML",
            "namespace",
            "xmlns",
        )
    ),
    # Schematron of TEI, and other rules.
    "3-s-in-s": one_of((r"<s>(.*?)</s>", r"¦<s>¦<s>\1</s></s>", "seg", "out of")),
    "3-l-in-l": one_of((r"<l>([^<]+)</l>", r"<l>¦<l>\1</l></l>", "l", "out of", "lg")),
    "3-lg-with-p": one_of((r"<lg type=\"couplet\">.*?</lg>", r'¦<lg type="couplet"><head>x</head>¦</lg>', "<l>", "lg")),
    "3-p-with-p": one_of((r"<p>([^<]*)<q>([^<]*)</q>", r"<p>\1<q>\2</q>¦<div><p>x</p></div>", "out of", "before", "after")),
    "3-ref-target-and-cref": one_of(
        (r"<ref target=", r'¦<ref ¦cRef="Gen 1" target=', "one", "cRef"),
        (r"<term ref=", r'¦<term ¦cRef="Gen 1" ref=', "one", "cRef", "emove"),
    ),
    "3-subtype-alone": one_of((r"<(div|lg|rdg|stage|idno|title) type=", r"¦<\1 ¦subtype=", "type")),
    "3-span": one_of(
        (r"<delSpan spanTo=\"[^\"]*\"/>", r"¦<delSpan/>", "spanTo"),
        (
            r"<delSpan (spanTo=\"[^\"]*\")/>(.{1,30})(<anchor [^<>]*/>)",
            r"\3\2¦<delSpan ¦\1/>",
            "follow",
            "before",
            "after",
            "spanTo",
        ),
    ),
    "3-target-case": one_of((r"<catRef target=\"[^\"]*\"", r'¦<catRef ¦Target="#sea"', "target")),
    "3-when-and-from": one_of(
        (r"(<date |<provenance |<event )([^<>]*?)(when=\"[^\"]*\")", r'¦\1\2¦\3 notBefore="1500"', "when", "notBefore", "from")
    ),
    "3-dates-swapped": one_of(
        (r'(<\w+ )(notBefore|from)="([\d-]+)" (notAfter|to)="([\d-]+)"', r'¦\1¦\2="\5" ¦\4="\3"', "xchange")
    ),
    "3-table": one_of(
        (r'(<table )rows="3"', r'\1¦rows="4"', "3"),
        (r'(<table [^<>]*)cols="2"', r'\1¦cols="3"', "2"),
        (r"(<row>)<cell role=\"label\">1</cell>", r"¦\1", "cell"),
    ),
    "3-empty-elements": one_of(
        (
            r"<(persName|title|hi|role|term|def|orth|head|quote|l|item|placeName)( [^<>]*)?>[^<]{2,}</\1>(?=.*</body>)",
            r"¦<\1\2></\1>",
            "emove",
            "ill",
            "Write",
        )
    ),
    "3-closer-first": one_of(
        (
            r"(<div type=\"letter\">\s*)(<opener>)",
            r"\1¦<closer><signed>x</signed></closer>\2",
            "after",
            "out of",
            "opener",
            "behind",
        ),
        (r"(<postscript>.*?</postscript>)", r"\1¦<p>After all.</p>", "before", "postscript", "out of"),
    ),
    "3-linkgrp": one_of(
        (r'<link target="(#\w+) #\w+"/>', r'¦<link ¦target="\1"/>', "two"),
        (r'(<relation [^<>]*)mutual="[^"]*"', r'¦\1¦mutual="#nobody #pers1"', "xml:id", "#"),
        (r'(<relation [^<>]*?)(?: active="[^"]*"| mutual="[^"]*")', r"¦\1", "mutual", "active"),
    ),
    "3-choice-doubled": one_of(
        (r"<choice><sic>([^<]*)</sic><corr>[^<]*</corr></choice>", r"¦<choice><sic>\1</sic>¦</choice>", "corr", "two"),
        (r"<choice><orig>([^<]*)</orig><reg>[^<]*</reg></choice>", r"¦<choice><orig>\1</orig>¦</choice>", "reg", "two"),
    ),
}
"""The kinds of faults by their names."""
