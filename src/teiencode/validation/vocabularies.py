"""What editors know from elsewhere: attributes, names that mislead, elements that TEI does without; and what is common at all."""

from __future__ import annotations

MISLED = {
    "line": "l",
    "link": 'ref target="…"',
    "location": "placeName",
    "person": "persName",
    "place": "placeName",
    "s": "del",
    "span": "seg",
    "title": "head",
    "desc": "figDesc",
    "entry": "cell",
    "lang": "foreign",
    "number": "num",
    "ptr": "ref",
    "role": "resp",
    "u": 'hi rend="underline"',
    "when": "date",
}
"""Names that TEI has for something else, and what was probably meant by one that stands where TEI has no such thing."""


NEEDLESS = frozenset(
    (
        *(
            "tbody",
            "thead",
            "tfoot",
            "colgroup",
            "tgroup",
            "captiongroup",
            "wrapper",
            "container",
            "group",
            "content",
            "document",
        ),
        *(
            "tablewrap",
            "figgroup",
            "fngroup",
            "footnotes",
            "footnotegroup",
            "appgroup",
            "alternatives",
            "printspace",
            "textequiv",
        ),
    )
)
"""Elements of other vocabularies that TEI does without: what is in them stands for itself."""

ROOTS = {
    "math": "http://www.w3.org/1998/Math/MathML",
    "svg": "http://www.w3.org/2000/svg",
    "mei": "http://www.music-encoding.org/ns/mei",
}
"""The outermost elements of vocabularies that stand within TEI, and their namespaces."""

PARTNERS = {
    "abbr": "expan",
    "corr": "sic",
    "expan": "abbr",
    "orig": "reg",
    "reg": "orig",
    "sic": "corr",
    "add": "del",
    "del": "add",
    "lem": "rdg",
    "label": "item",
    "supplied": "gap",
}
"""Elements, and the one that goes with them."""

OTHER_ATTRIBUTES = {
    "align": ("rend",),
    "alt": ("n",),
    "by": ("who", "resp"),
    "class": ("rend", "type"),
    "colspan": ("cols",),
    "date": ("when",),
    "font": ("rend",),
    "href": ("target", "url", "ref"),
    "id": ("xml:id", "ident"),
    "datetime": ("when",),
    "day": ("when",),
    "on": ("when",),
    "year": ("when",),
    "idref": ("target", "ref"),
    "key": ("ref",),
    "lang": ("xml:lang",),
    "link": ("target", "url", "ref"),
    "name": ("n", "key"),
    "no": ("n",),
    "nr": ("n",),
    "num": ("n", "quantity"),
    "number": ("quantity", "n"),
    "page": ("n",),
    "render": ("rend",),
    "rowspan": ("rows",),
    "src": ("url", "target", "facs"),
    "style": ("rend",),
    "ref": ("target", "who", "wit", "hand"),
    "target": ("ref", "url", "who"),
    "uri": ("target", "url", "ref"),
    "url": ("target", "ref"),
    "value": ("when", "quantity", "n"),
    "who": ("ref",),
    "after": ("notBefore",),
    "amount": ("quantity",),
    "before": ("notAfter",),
    "certainty": ("cert",),
    "count": (
        "quantity",
        "n",
    ),
    "entity": ("url",),
    "face": ("rend",),
    "file": ("url",),
    "color": ("rend",),
    "iso": ("when",),
    "iso639": ("ident",),
    "language": (
        "xml:lang",
        "ident",
    ),
    "position": ("place",),
    "size": ("rend",),
    "speaker": ("who",),
    "witness": ("wit",),
    "witnesses": ("wit",),
    "role": ("type",),
    "start": ("from",),
    "end": ("to",),
    "until": ("to",),
    "since": ("from",),
    "reference": ("ref",),
    "author": ("resp",),
    "editor": ("resp",),
    "code": (
        "ident",
        "key",
    ),
    "title": ("n",),
    "label": ("n",),
    "image": (
        "facs",
        "url",
    ),
    "hand": ("hand",),
    "kind": ("type",),
    "type": ("rend",),
    "sort": ("type",),
    "valign": ("rend",),
    "border": ("rend",),
    "width": ("rend",),
    "indent": ("rend",),
}
"""Attributes of other vocabularies, and of other elements, with those that say the same where they may stand."""

TYPICAL_OWNERS = {
    "atLeast": ("gap",),
    "cert": ("date", "persName"),
    "cols": ("table", "cell"),
    "from": ("date",),
    "function": ("metamark",),
    "ident": ("language",),
    "level": ("title",),
    "notAfter": ("date",),
    "notBefore": ("date",),
    "place": ("note", "add", "fw"),
    "quantity": ("gap", "measure"),
    "reason": ("gap",),
    "ref": ("persName", "placeName"),
    "rows": ("table", "cell"),
    "scheme": ("catRef",),
    "spanTo": ("addSpan", "delSpan"),
    "target": ("ref", "ptr"),
    "to": ("date",),
    "unit": ("gap", "measure"),
    "url": ("graphic",),
    "when": ("date",),
    "who": ("sp", "change"),
    "wit": ("rdg",),
}
"""Attributes, and the elements on which editors mostly mean them."""

COMMON = (
    *("p", "div", "item", "list", "head", "row", "cell", "table", "note", "opener", "closer", "quote", "hi", "ref", "date", "q"),
    *("body", "text", "fileDesc", "titleStmt", "publicationStmt", "sourceDesc", "teiHeader", "profileDesc", "encodingDesc"),
    *("dateline", "salute", "signed", "seg", "ab", "lg", "l", "sp", "persName", "placeName", "title", "bibl", "label"),
    *("availability", "person", "listPerson", "choice", "subst", "front", "back", "TEI", "category", "taxonomy"),
)
"""The elements that most editions are made of, the likelier to be meant first."""

FREQUENT = (
    *COMMON,
    *("orth", "form", "name", "w", "lb", "entry", "desc", "castItem", "actor", "role", "catDesc", "idno", "term"),
    *("author", "def", "gramGrp", "sense", "decoNote", "settlement", "respStmt", "resp", "speaker", "pos", "graphic"),
    *("stage", "pubPlace", "forename", "surname", "mentioned", "publisher", "pron", "addrLine", "biblScope", "time"),
    *("change", "measure", "orig", "reg", "rdg", "fs", "locus", "gloss", "titlePart", "msItem", "cit", "ptr"),
    *("rhyme", "event", "country", "num", "pb", "abbr", "sic", "rs", "corr", "material", "del", "extent", "gap"),
    *("certainty", "language", "etym", "lang", "msIdentifier", "address", "said", "place", "repository", "post"),
    *("index", "imprint", "orgName", "byline", "rubric", "layout", "app", "relation", "roleDesc", "surface"),
    *("docTitle", "docImprint", "roleName", "span", "anchor", "incipit", "explicit", "rendition", "edition"),
    *("msContents", "physDesc", "provenance", "pc", "add", "figure", "castGroup", "unclear", "supplied", "expan"),
    *("lem", "foreign", "emph", "origDate", "origPlace", "formula", "code", "zone", "milestone", "u", "usg", "birth"),
    *("death", "occupation", "residence", "org", "state", "trait", "witness", "licence", "editor", "funder"),
    *("keywords", "correspAction", "trailer", "postscript", "figDesc"),
)
"""And those that follow, about in the order in which TEI's own examples have them."""
