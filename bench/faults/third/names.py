"""Names of elements that are none of TEI, but of another vocabulary, version or language."""

from __future__ import annotations

from bench.faults.change import element, empty, one_of
from bench.faults.slip import Kind

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
}
"""The kinds of faults by their names."""
