"""Values that an attribute cannot have."""

from __future__ import annotations

from bench.faults.change import one_of, values
from bench.faults.slip import Kind

KINDS: dict[str, Kind] = {
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
}
"""The kinds of faults by their names."""
