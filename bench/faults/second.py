"""A second set of faults, thought of before anyone had seen what the validator says of them."""

from __future__ import annotations

import re
from random import Random

from bench.faults.grammar import add_attribute, put_in, rename, rename_attribute, text_in, value, wrap
from bench.faults.slip import Kind, Page, Slip


def written(pattern: str, wrong: str, *cures: str) -> Kind:
    """What matches `pattern` is written otherwise: `wrong` is a template (`\\1`), in which ¦ stands before the place."""

    def kind(page: Page, pick: Random) -> Slip | None:
        body = page.text.find("<text")
        found = [each for each in re.finditer(pattern, page.text) if each.start() > body]
        if not found:
            return None
        one = pick.choice(found)
        new = one.expand(wrong)
        at = max(0, new.find("¦"))
        return Slip(page.with_text(*one.span(), new.replace("¦", "")), (one.start() + at,), cures)

    return kind


def after(holders: tuple[str, ...], what: str, *cures: str, parent: str = "") -> Kind:
    """An element behind another, where it may not stand."""

    def kind(page: Page, pick: Random) -> Slip | None:
        fitting = [each for each in page.elements if each.name in holders and (not parent or each.parent == parent)]
        if not fitting:
            return None
        element = pick.choice(fitting)
        return Slip(page.with_text(element.end, element.end, what), (element.end,), cures)

    return kind


def emptied(name: str, what: str, *cures: str) -> Kind:
    """An element that holds too little: the finding is at its end tag."""

    def kind(page: Page, pick: Random) -> Slip | None:
        fitting = [each for each in page.elements if each.name == name and each.end > each.last]
        if not fitting:
            return None
        element = pick.choice(fitting)
        return Slip(page.with_text(element.inside, element.last, what), (element.inside + len(what), element.begin), cures)

    return kind


def in_paragraph(what: str, at: int, *cures: str) -> Kind:
    """Something at the end of a paragraph of words; `at` is the offset in it at which the fault stands."""

    def kind(page: Page, pick: Random) -> Slip | None:
        element = page.some(pick, "p", filled=True)
        if element is None:
            return None
        return Slip(page.with_text(element.last, element.last, what), (element.last + at,), cures)

    return kind


def row_long(page: Page, pick: Random) -> Slip | None:
    """A row with a cell too many."""
    tables = [each for each in page.elements if each.name == "table" and "cols=" not in page.text[each.inside : each.last]]
    if not tables:
        return None
    table = pick.choice(tables)
    rows = [each for each in page.elements if each.name == "row" and table.inside <= each.begin < table.last]
    if len(rows) < 2:
        return None
    last = rows[-1]
    return Slip(page.with_text(last.last, last.last, "<cell>x</cell>"), (last.begin, last.last, table.begin), ("cell", "cols"))


def note_unclosed_paragraph(page: Page, pick: Random) -> Slip | None:
    """A paragraph that ends with another start tag: the slash is missing."""
    element = page.some(pick, "p", filled=True)
    if element is None:
        return None
    text = page.with_text(element.last, element.end, "<p>")
    return Slip(text, (element.last, element.begin), ("</p>",))


_DATES = {
    "1962/10/27": "1962-10-27",
    "27.10.1962": "1962-10-27",
    "October 1962": "1962-10",
    "1962-2-3": "1962-02-03",
    "Oct. 27, 1962": "1962-10-27",
    "27th October 1962": "1962-10-27",
    "1962-10-00": "1962-10",
    "ca. 1962": "1962",
    "1962?": "1962",
    "[1962]": "1962",
    "1962-Oct-27": "1962-10-27",
    "--1962": "1962",
    "1962-10-27T25:00:00": "1962-10-27",
    "1962-10-27Z12": "1962-10-27",
}

KINDS: dict[str, Kind] = {
    "element-hyphen": rename({"persName": "pers-name", "placeName": "place-name"}),
    "element-underscore": rename({"persName": "pers_name", "placeName": "place_name"}),
    "element-other-ending": rename({"persName": "personalName", "gloss": "glossary"}),
    "element-first-letter": rename({"head": "ead", "item": "tem", "note": "bote", "list": "kist", "hi": "ho"}),
    "element-ocr": rename({"list": "l1st", "hi": "h1", "title": "tit1e", "signed": "s1gned"}),
    "docbook-emphasis": wrap("emphasis", "hi"),
    "docbook-link": wrap('link href="https://example.org/"', "ref"),
    "docbook-itemizedlist": rename({"list": "itemizedlist"}, "list"),
    "docbook-footnote": rename({"note": "footnote"}, "note"),
    "docbook-literal": wrap("literal", "code", "hi"),
    "html-u": wrap("u", "hi"),
    "html-small": wrap("small", "hi"),
    "html-font": wrap('font color="red"', "hi"),
    "html-center": rename({"head": "center"}, "hi"),
    "html-ol": rename({"list": "ol"}, "list"),
    "html-th": rename({"cell": "th"}, "cell"),
    "html-hr": rename({"lb": "hr"}, "milestone"),
    "html-section": rename({"div": "section"}, "div"),
    "p4-xref": wrap('xref doc="x"', "ref"),
    "p4-value": rename_attribute({"when": "value"}),
    "attribute-hyphen": rename_attribute({"notBefore": "not-before", "notAfter": "not-after"}),
    "attribute-plural": rename_attribute({"target": "targets", "type": "types", "corresp": "corresps"}),
    "attribute-number": rename_attribute({"n": "num"}),
    "attribute-letter-missing": rename_attribute({"target": "targt", "type": "typ", "rend": "ren", "when": "wen", "facs": "fac"}),
    "style-on-hi": add_attribute(("hi", "p", "head"), "style-name", "x", "emove", "style"),
    "title-on-ref": add_attribute(("ref", "persName"), "title", "Secretary", "emove", "n"),
    "from-on-p": add_attribute(("p", "head", "hi"), "from", "1962", "date", "emove"),
    "date-forms": value("when", _DATES),
    "number-with-unit": value("(?:cols|rows)", {"2 columns": "2", "two": "2", "3.": "3"}),
    "id-with-sign": add_attribute(("p", "hi", "head"), "xml:id", "#here", "here"),
    "id-with-comma": add_attribute(("p", "hi", "head"), "xml:id", "one,two", "one-two", "onetwo"),
    "language-underscore": add_attribute(("p", "head"), "xml:lang", "fr_FR_1", "fr-FR"),
    "certainty-in-words": add_attribute(("date", "persName", "placeName"), "cert", "High", "high"),
    "text-in-row": text_in("row", cures=("<cell>",)),
    "text-in-choice": text_in("choice", cures=("Put it in", "emove")),
    "list-in-list": put_in(("list",), "<list><item>x</item></list>", "<item>"),
    "p-in-head": put_in(("head",), "<p>x</p>", "out of", "after", "emove"),
    "p-in-hi": put_in(("hi",), "<p>x</p>", "out of", "emove"),
    "row-in-div": after(("p",), "<row><cell>x</cell></row>", "<table>", parent="div"),
    "closer-in-p": in_paragraph("<closer>x</closer>", 0, "</p>", "out of", "after"),
    "person-in-p": in_paragraph("<person>Somebody</person>", 0, "persName", "listPerson", "out of"),
    "head-after-item": after(("item",), "<head>Late</head>", "before", "out of"),
    "head-after-row": after(("row",), "<head>Late</head>", "before", "out of"),
    "opener-after-p": after(("p",), "<opener>x</opener>", "before", "out of", parent="div"),
    "front-after-body": after(("body",), "<front><p>x</p></front>", "before", "emove"),
    "second-body": after(("body",), "<body><p>x</p></body>", "one", "emove", "group", "out of", "div"),
    "lb-with-words": written(r"<lb/>(\w+)", r"<lb>¦\1</lb>", "emove", "<lb/>", "after"),
    "choice-of-one": emptied("choice", "<abbr>Ass.</abbr>", "expan", "Add"),
    "table-empty": emptied("table", "", "row"),
    "figure-in-table": put_in(("table",), "<p>x</p>", "row", "cell", "before", "out of"),
    "smart-quotes": written(r'<hi rend="([^"]*)">', r"<hi ¦rend=“\1”>", '"'),
    "single-backslash": written(r"</hi>", r"¦<\\hi>", "</hi>"),
    "comment-in-tag": written(r"<hi rend=", r"<hi ¦<!-- why --> rend=", "comment", "-->", "tag", ">"),
    "bracket-in-value": written(r'rend="([^"]*)"', r'rend="¦<b>"', "&lt;"),
    "comma-between-attributes": written(r'(<\w+ [\w:]+="[^"]*") ([\w:]+=)', r"\1¦, \2", "comma", "space", ","),
    "end-tag-without-slash": note_unclosed_paragraph,
    "double-bracket": written(r"<hi ", r"¦<<hi ", "&lt;", "one"),
    "cdata-case": written(r"<p>(\w+)", r"<p>¦<![cdata[\1]]>", "CDATA"),
    "end-tag-space": written(r"</hi>", r"¦</ hi>", "</hi>"),
    "curly-entity": written(r" and ", r" ¦&mdash; and ", "—", "&#"),
    "row-long": row_long,
    "pointer-comma": written(r'corresp="(#[\w.-]+)"', r'¦corresp="\1,\1"', "space", "#"),
    "pointer-two-signs": written(r'target="(#[\w.-]+)"', r'¦target="#\1"', "#"),
    "pointer-space": written(r'target="#([\w.-]+)"', r'¦target="# \1"', "#"),
}
"""The kinds of faults by their names."""
