"""What is missing, too many, in the wrong order or in the wrong place."""

from __future__ import annotations

from bench.faults.change import one_of, ours
from bench.faults.slip import Kind


def _swapped(first: str, second: str, *, late: bool = True) -> tuple[str, ...]:
    """Two neighbours in the wrong order: it is wrong that the second begins before, or that the first comes after."""
    begin = rf"(<{first}(?: [^<>]*)?>(?:(?!</{first}>).)*</{first}>)(\s*)(<{second}(?: [^<>]*)?>(?:(?!</{second}>).)*</{second}>)"
    return (begin, r"¦\3\2¦\1" if late else r"\3\2¦\1", "before", "behind", "after", first)


def _lost(name: str, *cures: str) -> tuple[str, ...]:
    """A required element left out: what follows, or the end of what is around it, is where it lacks."""
    return (rf"<{name}(?: [^<>]*)?>(?:(?!</{name}>).)*</{name}>(\s*)(</?[a-zA-Z])", r"\1¦\2", name, *cures)


def _unwrapped(name: str, *cures: str) -> tuple[str, ...]:
    """The tags of an element left out, its content kept."""
    return (rf"<{name}(?: [^<>]*)?>(\s*)(<(?:(?!</?{name}[ >]).)*)</{name}>", r"\1¦\2", name, *cures)


KINDS: dict[str, Kind] = {
    # Structure: order, what is missing, what is too many.
    "5-order": one_of(
        _swapped("titleStmt", "publicationStmt"),
        _swapped("publicationStmt", "sourceDesc"),
        _swapped("fileDesc", "profileDesc"),
        _swapped("fileDesc", "encodingDesc"),
        _swapped("profileDesc", "revisionDesc"),
        _swapped("encodingDesc", "revisionDesc"),
        _swapped("teiHeader", "text"),
        _swapped("body", "back"),
        _swapped("front", "body"),
        _swapped("head", "p", late=False),
        _swapped("p", "closer", late=False),
        _swapped("body", "p", late=False),
        _swapped("head", "row", late=False),
        _swapped("opener", "p", late=False),
        _swapped("speaker", "p", late=False),
        _swapped("repository", "idno"),
        _swapped("settlement", "repository"),
        _swapped("lem", "rdg", late=False),
        _swapped("label", "item"),
        _swapped("title", "editor"),
    ),
    "5-part-missing": one_of(
        _lost("titleStmt"),
        _lost("publicationStmt"),
        _lost("sourceDesc"),
        _lost("fileDesc"),
        _lost("body"),
        _lost("teiHeader"),
        (r"<text>.*</text>(\s*)(</TEI>)", r"\1¦\2", "text"),
        (r"(<titleStmt>\s*)(?:<title[^<>]*>[^<>]*</title>\s*)+", r"\1¦", "title"),
        (r"(<list[^<>]*>\s*)(?:<item[^<>]*>[^<>]*</item>\s*)+</list>", r"\1¦</list>", "item"),
        (r"(<row[^<>]*>\s*)(?:<cell[^<>]*>[^<>]*</cell>\s*)+</row>", r"\1¦</row>", "cell"),
        (r"(<table[^<>]*>\s*)(?:<row.*?</row>\s*)+</table>", r"\1¦</table>", "row"),
        (r"(<div [^<>]*>\s*)<head>[^<>]*</head>\s*<p>[^<>]*</p>\s*</div>", r"\1¦</div>", "<p>", "add", "Add", "emove"),
        (r"(<respStmt[^<>]*>).*?</respStmt>", r"\1¦</respStmt>", "resp", "name"),
        (r"(<correspDesc[^<>]*>).*?</correspDesc>", r"\1¦</correspDesc>", "correspAction"),
        (r"(<editorialDecl[^<>]*>).*?</editorialDecl>", r"\1¦</editorialDecl>", "<p>", "correction"),
        (r"(<langUsage>).*?</langUsage>", r"\1¦</langUsage>", "language"),
        (r"(<revisionDesc>).*?</revisionDesc>", r"\1¦</revisionDesc>", "change"),
        (r"(<availability[^<>]*>).*?</availability>", r"\1¦</availability>", "licence"),
        (r"(<facsimile>).*?</facsimile>", r"\1¦</facsimile>", "surface", "graphic"),
        (r"(<sourceDoc>).*?</sourceDoc>", r"\1¦</sourceDoc>", "surface"),
        (r"(<recordingStmt>).*?</recordingStmt>", r"\1¦</recordingStmt>", "recording", "<p>"),
    ),
    "5-attribute-missing": one_of(
        (r"(<language) ident=\"[^\"]*\"", r"¦\1", "ident"),
        (r"(<graphic) url=\"[^\"]*\"", r"¦\1", "url"),
        (r"(<application[^<>]*?) version=\"[^\"]*\"", r"¦\1", "version"),
        (r"(<application[^<>]*?) ident=\"[^\"]*\"", r"¦\1", "ident"),
        (r"(<langKnown) tag=\"[^\"]*\"", r"¦\1", "tag"),
        (r"(<media url=\"[^\"]*\") mimeType=\"[^\"]*\"", r"¦\1", "mimeType"),
        (r"(<media) url=\"[^\"]*\"", r"¦\1", "url"),
        (r"(<styleDefDecl) scheme=\"[^\"]*\"", r"¦\1", "scheme"),
    ),
    "5-attribute-missing-of-ours": ours(
        one_of(
            (r"(<category) xml:id=\"[^\"]*\"(?=>)", r"¦\1", "xml:id", "n?"),
            (r"(<fw) type=\"[^\"]*\"", r"¦\1", "type"),
            (r"(<gap) reason=\"[^\"]*\"", r"¦\1", "reason"),
            (r"(<add) place=\"[^\"]*\"", r"¦\1", "place"),
            (r"(<catRef[^<>]*?) target=\"[^\"]*\"", r"¦\1", "target"),
            (r"(<keywords) scheme=\"[^\"]*\"", r"¦\1", "scheme"),
            (r"(<metamark[^<>]*?) function=\"[^\"]*\"", r"¦\1", "function"),
        )
    ),
    "5-unwrapped": one_of(
        _unwrapped("row"),
        _unwrapped("titleStmt"),
        _unwrapped("body"),
        _unwrapped("langUsage"),
        _unwrapped("msIdentifier"),
        _unwrapped("correspAction"),
        _unwrapped("availability"),
        _unwrapped("editorialDecl"),
        _unwrapped("revisionDesc"),
        _unwrapped("taxonomy"),
        _unwrapped("surface"),
        _unwrapped("recordingStmt"),
        _unwrapped("castItem"),
        _unwrapped("handDesc"),
        _unwrapped("appInfo"),
        _unwrapped("textClass"),
        _unwrapped("group"),
        (r"<item(?: [^<>]*)?>([^<>]+)</item>", r"¦\1", "<item>", "emove"),
        (r"<cell(?: [^<>]*)?>([^<>]+)</cell>", r"¦\1", "<cell>", "emove"),
        (r"<catDesc>([^<>]+)</catDesc>", r"¦\1", "<catDesc>", "<desc>", "<gloss>"),
        (r"<speaker>([^<>]+)</speaker>", r"¦\1", "<speaker>", "<p>"),
        (r"(</head>\s*)<p>([^<>]+)</p>", r"\1¦\2", "<p>"),
        (r"<publisher>([^<>]+)</publisher>", r"¦\1", "<publisher>", "<p>", "Put it in"),
    ),
    "5-twice": one_of(
        (r"(<titleStmt>.*?</titleStmt>)", r"\1¦\1", "one", "emove"),
        (r"(<publicationStmt>.*?</publicationStmt>)", r"\1¦\1", "one", "emove"),
        (
            r"(<teiHeader>)(.*?</teiHeader>)",
            r"<teiHeader><fileDesc><titleStmt><title>x</title></titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader>¦\1\2",
            "one",
            "emove",
        ),
        (r"(<editionStmt>.*?</editionStmt>)", r"\1¦\1", "one", "emove"),
        (r"(<repository>[^<>]*</repository>)", r"\1¦\1", "one", "emove"),
        (r"(<analytic>.*?</analytic>)(\s*<monogr>.*?</monogr>)", r"\1\2¦\1", "one", "emove", "before"),
        (r"(<back>)", r"<back><p>x</p></back>¦\1", "one", "emove"),
        (r"(<foliation>.*?</foliation>)(.*?)(</physDesc>)", r"\1\2¦\1\3", "emove", "supportDesc", "out of", "one"),
        (r"(<orth>)([^<>]*)(</orth></form>)(\s*<gramGrp>)", r"\1\2\3¦</orth>\4", "emove"),
    ),
    "5-in-itself": one_of(
        (
            r"<(p|head|cell|row|item|speaker|l|fw|signed|dateline|titleStmt|publisher|langUsage|surface|u|catDesc)>([^<>]+)</\1>",
            r"<\1>¦<\1>\2</\1></\1>",
            "out of",
            "emove",
            "one",
            "after",
        ),
        (r"<(body)>((?:(?!<body>).)*)</\1>", r"<\1>¦<\1>\2</\1></\1>", "out of", "emove", "one", "div"),
        (r"<(table) ([^<>]*)>(.*?)</\1>", r"<\1 \2>¦<\1>\3</\1></\1>", "out of", "emove", "row", "cell"),
    ),
    # Structure: in the wrong place.
    "5-block-in-line": one_of(
        (
            r"(<(?:hi|persName|date|title|placeName|term|foreign|orth|role)(?: [^<>]*)?>)([^<>]+)",
            r"\1¦<div><p>x</p></div>\2",
            "out of",
            "emove",
            "after",
            "before",
        ),
        (
            r"(<(?:hi|persName|date|title|placeName|term|foreign|def|role|emph)(?: [^<>]*)?>)([^<>]+)",
            r"\1¦<item>\2</item>",
            "list",
            "out of",
            "emove",
        ),
        (
            r"(<(?:hi|persName|date|title|placeName|term|foreign)(?: [^<>]*)?>)([^<>]+)",
            r"\1¦<head>\2</head>",
            "out of",
            "emove",
            "before",
            "after",
        ),
        (
            r"(<(?:persName|date|placeName|head|speaker)(?: [^<>]*)?>)([^<>]+)",
            r"\1¦<row><cell>\2</cell></row>",
            "table",
            "out of",
            "emove",
        ),
    ),
    "5-inline-between-blocks": one_of(
        (r"(<div [^<>]*>\s*<head>[^<>]*</head>)", r'\1¦<hi rend="italic">x</hi>', "<p>", "emove", "head"),
        (r"(</p>)(\s*<p>)", r"\1¦<persName>x</persName>\2", "<p>", "emove"),
        (r"(</p>)(\s*<p>)", r"\1¦<date>x</date>\2", "<p>", "emove"),
        (r"(<body>\s*)", r"\1¦<title>x</title>", "<p>", "<head>", "emove", "titleStmt"),
        (r"(<table[^<>]*>\s*)", r"\1¦<placeName>x</placeName>", "<head>", "cell", "emove", "row"),
        (r"(</item>)(\s*<item)", r"\1¦<term>x</term>\2", "item", "emove"),
        (r"(<row[^<>]*>)", r"\1¦<hi>x</hi>", "cell", "emove"),
        (r"(<lg[^<>]*>\s*)(<l)", r"\1¦<hi>x</hi>\2", "<l>", "emove"),
        (r"(<titleStmt>\s*)", r"\1¦<hi>x</hi>", "title", "emove"),
        (r"(</u>)(\s*<)", r"\1¦<hi>x</hi>\2", "<p>", "emove", "u"),
    ),
    "5-stray-part": one_of(
        (r"(</table>)", r"\1¦<row><cell>x</cell></row>", "table", "emove", "into"),
        (r"(</list>)", r"\1¦<item>x</item>", "list", "emove", "into"),
        (r"(</p>)(\s*<p>)", r"\1¦<cell>x</cell>\2", "row", "table", "emove"),
        (r"(</p>)(\s*<p>)", r"\1¦<signed>x</signed>\2¦", "closer", "emove", "after", "div"),
        (r"(</p>)(\s*<p>)", r"\1¦<body><p>x</p></body>\2", "emove", "out of", "floatingText", "div"),
        (r"(</p>)(\s*<p>)", r"\1¦<titlePart>x</titlePart>\2", "emove", "out of", "titlePage", "head"),
        (r"(</p>)(\s*<p>)", r"\1¦<speaker>x</speaker>\2", "sp", "emove"),
        (r"(</p>)(\s*<p>)", r"\1¦<catDesc>x</catDesc>\2", "category", "emove", "header"),
        (
            r"(</p>)(\s*<p>)",
            r"\1¦<teiHeader><fileDesc><titleStmt><title>x</title></titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader>\2",
            "emove",
            "out of",
            "before",
        ),
        (r"(</p>)(\s*<p>)", r"\1¦<person><p>x</p></person>\2", "listPerson", "emove", "header"),
        (r"(<profileDesc>\s*)", r"\1¦<title>x</title>", "titleStmt", "emove"),
        (r"(<profileDesc>\s*)", r"\1¦<p>x</p>", "emove", "abstract", "out of", "creation"),
        (r"(<sourceDesc>\s*)", r"\1¦<head>x</head>", "emove", "out of", "bibl"),
        (r"(<fileDesc>\s*)", r"\1¦<language ident='en'>x</language>", "langUsage", "profileDesc"),
        (r"(</publicationStmt>)", r"\1¦<licence>x</licence>", "availability", "publicationStmt"),
        (
            r"(<encodingDesc>\s*)",
            r"\1¦<keywords scheme='#teiencode'><term>x</term></keywords>",
            "textClass",
            "profileDesc",
            "emove",
        ),
        (r"(<revisionDesc[^<>]*>\s*)", r"\1¦<date when='1962'>x</date>", "change", "emove"),
        (r"(</teiHeader>)", r"\1¦<div><p>x</p></div>", "body", "text", "emove"),
    ),
    "5-words-between": one_of(
        (r"(<body>\s*)", r"\1¦Words. ", "<p>", "<head>"),
        (r"(<text>\s*)", r"\1¦Words. ", "body", "emove", "<p>", "front"),
        (r"(</p>)(\s*<p>)", r"\1 ¦words\2", "<p>", "emove"),
        (r"(</p>)(\s*</div>)", r"\1 ¦.\2", "<p>", "emove"),
        (r"(</row>)", r"\1 ¦total", "row", "emove", "cell"),
        (r"(</cell>)(\s*<cell)", r"\1¦,\2", "emove", "cell"),
        (r"(</correspAction>)", r"\1¦and", "emove", "<p>", "note"),
        (r"(<profileDesc>\s*)", r"\1¦profile", "emove"),
        (r"(</category>)", r"\1¦;", "emove"),
        (r"(</zone>)", r"\1¦x", "emove", "zone", "line"),
        (r"(</listPerson>)", r"\1¦x", "emove", "<p>"),
        (r"(</sense>)(\s*<)", r"\1¦x\2", "emove", "note", "def", "<"),
    ),
    "5-empty-filled": one_of(
        (
            r"<(lb|pb|ptr|graphic|anchor|catRef|shift|media|pause|when)( [^<>]*)?/>",
            r"<\1\2>¦x</\1>",
            "emove",
            "/>",
            "after",
            "out of",
        )
    ),
}
"""The kinds of faults by their names."""
