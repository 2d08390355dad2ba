"""Faults against a grammar: names, places, orders, attributes and values."""

from __future__ import annotations

import re
from random import Random

from bench.faults.slip import Element, Kind, Page, Slip, renamed


def rename(names: dict[str, str], cure: str = "{right}") -> Kind:
    """Elements under wrong names: from the right name to the wrong one."""

    def kind(page: Page, pick: Random) -> Slip | None:
        present = [right for right in names if page.some(pick, right.split()[0])]
        if not present:
            return None
        right = pick.choice(present)
        element = page.some(pick, right)
        assert element is not None
        return Slip(renamed(page, element, names[right]), (element.begin,), (cure.format(right=right),))

    return kind


def wrap(wrong: str, *cures: str) -> Kind:
    """Some words in an element of another vocabulary."""

    def kind(page: Page, pick: Random) -> Slip | None:
        element = page.some(pick, "p", text=r"^[^<]*[a-z] [a-z]+ [a-z]")
        if element is None:
            return None
        found = re.search(r"(?<=[a-z] )[a-z]+(?= [a-z])", page.text[element.inside : element.last].split("<")[0])
        if found is None:
            return None
        begin, end = element.inside + found.start(), element.inside + found.end()
        name = wrong.split()[0]
        # The tag, or its attribute where the element is one of TEI that means something else.
        places = (begin, begin + len(name) + 2)
        return Slip(page.with_text(begin, end, f"<{wrong}>{found[0]}</{name}>"), places, cures)

    return kind


def add_attribute(names: tuple[str, ...], attribute: str, value: str, *cures: str) -> Kind:
    """An attribute too many on an element of one of these names."""

    def kind(page: Page, pick: Random) -> Slip | None:
        element = page.some(pick, *names)
        if element is None or f" {attribute}=" in page.text[element.begin : element.inside]:
            return None
        at = element.begin + 1 + len(element.name)
        return Slip(page.with_text(at, at, f' {attribute}="{value}"'), (at + 1,), cures)

    return kind


def rename_attribute(names: dict[str, str]) -> Kind:
    """An attribute under a wrong name."""

    def kind(page: Page, pick: Random) -> Slip | None:
        root = page.text.index("<TEI")  # before it stand instructions, whose parts only look like attributes
        present = [right for right in names if re.search(rf'\s{right}="', page.text[root:])]
        if not present:
            return None
        right = pick.choice(present)
        found = pick.choice([each for each in re.finditer(rf'(?<=\s){right}(?==")', page.text) if each.start() > root])
        return Slip(page.with_text(found.start(), found.end(), names[right]), (found.start(),), (right,))

    return kind


def value(attribute: str, values: dict[str, str], element: str = r"[\w:]+") -> Kind:
    """A wrong value of an attribute: from the wrong one to what must be in the cure."""

    def kind(page: Page, pick: Random) -> Slip | None:
        places = list(re.finditer(rf'<{element}\s(?:[^<>]*\s)?(?P<all>{attribute}="(?P<value>[^"]*)")', page.text))
        if not places:
            return None
        found = pick.choice(places)
        wrong = pick.choice(list(values))
        return Slip(page.with_text(*found.span("value"), wrong), (found.start("all"),), (values[wrong],))

    return kind


def without(name: str, cure: str, *, of: str = "") -> Kind:
    """A required child is left out: the finding is at the next sibling, or the end tag of the one around."""

    def kind(page: Page, pick: Random) -> Slip | None:
        element = page.named(name, pick) if not of else _child_of(page, of, name)
        if element is None:
            return None
        text = page.with_text(element.begin, element.end, "")
        following = text.index("<", element.begin)
        return Slip(text, (following,), (cure,))

    return kind


def _child_of(page: Page, parent: str, name: str) -> Element | None:
    return next((element for element in page.elements if element.name == name and element.parent == parent), None)


def text_in(*names: str, cures: tuple[str, ...] = ("Put it in", "emove")) -> Kind:
    """Words where only elements may stand."""

    def kind(page: Page, pick: Random) -> Slip | None:
        element = page.some(pick, *names) or next((each for each in page.elements if each.name in names), None)
        if element is None or element.end == element.last:
            return None
        at = element.inside
        return Slip(page.with_text(at, at, "\nstray words\n"), (at + 1,), cures)

    return kind


def put_in(holders: tuple[str, ...], what: str, *cures: str) -> Kind:
    """An element at a place that is not its own."""

    def kind(page: Page, pick: Random) -> Slip | None:
        element = page.some(pick, *holders)
        if element is None or element.end == element.last:
            return None
        return Slip(page.with_text(element.inside, element.inside, what), (element.inside,), cures)

    return kind


def head_after(page: Page, pick: Random) -> Slip | None:
    """A head behind the first paragraph."""
    element = page.some(pick, "p")
    fitting = [each for each in page.elements if each.name == "p" and each.parent == "div" and each.in_text]
    if element is None or not fitting:
        return None
    at = pick.choice(fitting).end
    return Slip(page.with_text(at, at, "<head>Late</head>"), (at,), ("before", "div"))


def header_order(page: Page, pick: Random) -> Slip | None:
    """publicationStmt before titleStmt."""
    title, publication = page.named("titleStmt"), page.named("publicationStmt")
    if title is None or publication is None:
        return None
    one, other = page.text[title.begin : title.end], page.text[publication.begin : publication.end]
    text = page.text[: title.begin] + other + page.text[title.end : publication.begin] + one + page.text[publication.end :]
    at = text.index("<titleStmt")
    return Slip(text, (title.begin, at), ("titleStmt", "publicationStmt"))


def text_before_header(page: Page, pick: Random) -> Slip | None:
    """The header is left out."""
    header = page.named("teiHeader")
    if header is None:
        return None
    text = page.with_text(header.begin, header.end, "")
    return Slip(text, (text.index("<text"),), ("teiHeader",))


def no_namespace(page: Page, pick: Random) -> Slip | None:
    """A TEI element without its namespace."""
    text = page.text.replace(' xmlns="http://www.tei-c.org/ns/1.0"', "", 1)
    return Slip(text, (text.index("<TEI"),), ('xmlns="http://www.tei-c.org/ns/1.0"',))


def wrong_namespace(page: Page, pick: Random) -> Slip | None:
    """A slip in the namespace's address."""
    wrong = pick.choice(("http://www.tei-c.org/ns/1.0/", "https://www.tei-c.org/ns/1.0", "http://www.tei-c.org/ns/P5"))
    text = page.text.replace("http://www.tei-c.org/ns/1.0", wrong, 1)
    return Slip(text, (text.index("<TEI"), text.index("xmlns=")), ('xmlns="http://www.tei-c.org/ns/1.0"',))


def inner_namespace(page: Page, pick: Random) -> Slip | None:
    """An element in no namespace."""
    element = page.some(pick, "hi", "persName", "placeName", "date", filled=True)
    if element is None:
        return None
    at = element.begin + 1 + len(element.name)
    return Slip(page.with_text(at, at, ' xmlns=""'), (element.begin, at + 1), ('xmlns=""', "namespace"))


def wrong_root(page: Page, pick: Random) -> Slip | None:
    """<tei>."""
    root = page.named("TEI")
    if root is None:
        return None
    return Slip(renamed(page, root, "tei"), (root.begin,), ("TEI",))


def empty_list(page: Page, pick: Random) -> Slip | None:
    """A list without items."""
    element = page.some(pick, "list")
    if element is None:
        return None
    text = page.with_text(element.inside, element.last, "")
    return Slip(text, (element.inside,), ("item",))


def empty_row(page: Page, pick: Random) -> Slip | None:
    """A row without cells."""
    element = page.some(pick, "table")
    if element is None:
        return None
    text = page.with_text(element.last, element.last, "<row></row>")
    return Slip(text, (element.last + 5,), ("cell",))


def nested_paragraph(page: Page, pick: Random) -> Slip | None:
    """A paragraph in a paragraph."""
    element = page.some(pick, "p", filled=True)
    if element is None:
        return None
    text = page.with_text(element.inside, element.last, f"<p>{page.text[element.inside : element.last]}</p>")
    return Slip(text, (element.inside,), ("p>",))


def item_alone(page: Page, pick: Random) -> Slip | None:
    """An item without a list around it."""
    element = page.some(pick, "p")
    if element is None:
        return None
    return Slip(page.with_text(element.end, element.end, "<item>alone</item>"), (element.end,), ("list",))


def illegal_id(page: Page, pick: Random) -> Slip | None:
    """An id that begins with a digit, or has a space in it."""
    wrong, right = pick.choice((("12", "12"), ("a b", "a-b"), ("d:1", "d-1"), ("2nd note", "2nd-note")))
    element = page.some(pick, "p", "hi", "head", "item")
    if element is None or "xml:id" in page.text[element.begin : element.inside]:
        return None
    at = element.begin + 1 + len(element.name)
    return Slip(page.with_text(at, at, f' xml:id="{wrong}"'), (at + 1,), (right,))


_DATES = {
    "1962-13-40": "1962",
    "27 Oct 1962": "1962-10-27",
    "October 27, 1962": "1962-10-27",
    "1962-02-30": "1962-02",
    "10/27/1962": "1962-10-27",
    "1962-6-1": "1962-06-01",
    "19621027": "1962-10-27",
    "1962-10-27T16:00": "1962-10-27T16:00:00",
    "1962.10.27": "1962-10-27",
    "62-10-27": "1962-10-27",
    "1962-10-27 16:00:00": "1962-10-27T16:00:00",
    "27/10/1962": "1962-10-27",
    "1962-10-": "1962-10",
}

KINDS: dict[str, Kind] = {
    "element-case": rename(
        {"persName": "persname", "placeName": "placename", "p": "P", "head": "Head", "note": "Note", "hi": "HI", "list": "List"}
    ),
    "header-case": rename({"title": "Title", "hi": "Hi"}),
    "element-letter-missing": rename(
        {
            "persName": "prsName",
            "placeName": "placName",
            "head": "hed",
            "note": "not",
            "item": "itm",
            "gloss": "glos",
            "date": "dat",
        }
    ),
    "element-letters-swapped": rename(
        {"persName": "perName", "head": "haed", "note": "ntoe", "item": "itme", "date": "daet", "gloss": "golss"}
    ),
    "element-letter-doubled": rename(
        {"persName": "perssName", "head": "headd", "note": "notte", "item": "itemm", "date": "datte"}
    ),
    "element-plural": rename({"persName": "persNames", "head": "heads", "note": "notes", "item": "items", "cell": "cells"}),
    "element-long": rename(
        {"persName": "personName", "placeName": "place-name", "p": "para", "pb": "pagebreak", "lb": "linebreak"}
    ),
    "html-i": wrap("i", 'hi rend="italic"'),
    "html-b": wrap("b", 'hi rend="bold"'),
    "html-em": wrap("em", 'hi rend="italic"'),
    "html-strong": wrap("strong", 'hi rend="bold"'),
    "html-tt": wrap("tt", "code", "hi"),
    "html-a": wrap('a href="#appendix"', "ref"),
    "html-sup": wrap("sup", "hi"),
    "html-br": rename({"lb": "br"}, "lb"),
    "html-h": rename({"head": "h2"}, "head"),
    "html-ul": rename({"list": "ul"}, "list"),
    "html-li": rename({"item": "li"}, "item"),
    "html-td": rename({"cell": "td"}, "cell"),
    "html-tr": rename({"row": "tr"}, "row"),
    "html-img": rename({"graphic": "img"}, "graphic"),
    "html-blockquote": rename({"q": "blockquote"}, "quote"),
    "who-on-name": add_attribute(("persName",), "who", "#p_first", "ref"),
    "when-on-p": add_attribute(("p", "head"), "when", "1962-10-27", "date"),
    "target-on-name": add_attribute(("persName", "placeName"), "target", "#p_first", "ref"),
    "url-on-ref": add_attribute(("ref", "ptr"), "url", "https://example.org/", "target"),
    "href-on-ref": add_attribute(("gloss", "hi", "p"), "href", "https://example.org/", "ref", "target"),
    "class-on-p": add_attribute(("p", "hi", "div", "head"), "class", "small", "rend", "ana"),
    "id-without-xml": add_attribute(("p", "hi", "head"), "id", "x1", "xml:id"),
    "lang-without-xml": add_attribute(("p", "hi", "foreign", "head"), "lang", "fr", "xml:lang"),
    "level-on-head": add_attribute(("head",), "level", "1", "title", "emove"),
    "place-on-hi": add_attribute(("persName", "date", "title"), "place", "above", "emove"),
    "attribute-case": rename_attribute({"type": "Type", "rend": "Rend", "when": "When", "target": "TARGET", "n": "N"}),
    "attribute-misspelt": rename_attribute(
        {"type": "tpye", "rend": "rendd", "when": "whn", "target": "traget", "corresp": "coresp"}
    ),
    "colspan": rename_attribute({"cols": "colspan", "rows": "rowspan"}),
    "src": rename_attribute({"url": "src"}),
    "date-impossible": value("when", _DATES),
    "date-from": value("from", {"27 October 1962": "1962-10-27", "1962-10-32": "1962-10"}),
    "number-in-words": value("(?:cols|rows)", {"two": "2", "3 rows": "3", "-1": "number", "1.5": "number"}),
    "closed-value": value("status", {"fre": "free", "Free": "free", "open": "free"}, element="availability"),
    "certainty-value": add_attribute(("date", "persName", "placeName"), "cert", "hgih", "high"),
    "level-value": value("level", {"M": "m", "book": "m"}, element="title"),
    "language": add_attribute(("p", "head", "q"), "xml:lang", "en_US", "en-US"),
    "space-value": add_attribute(("p", "head", "q"), "xml:space", "keep", "preserve", "emove"),
    "address": value("target", {"http://[x": "address", "a%zz": "address"}, element="ref"),
    "attribute-empty": value("(?:when|from|to)", {"": "day"}),
    "illegal-id": illegal_id,
    "url-missing": rename_attribute({"url": "URL"}),
    "child-missing-title": without("title", "title", of="titleStmt"),
    "child-missing-titleStmt": without("titleStmt", "titleStmt"),
    "child-missing-publicationStmt": without("publicationStmt", "publicationStmt"),
    "child-missing-sourceDesc": without("sourceDesc", "sourceDesc"),
    "child-missing-fileDesc": without("fileDesc", "fileDesc"),
    "child-missing-body": without("body", "body"),
    "header-missing": text_before_header,
    "text-in-div": text_in("div", cures=("<p>",)),
    "text-in-list": text_in("list", cures=("<item>", "<head>")),
    "text-in-table": text_in("table", "row", cures=("Put it in", "emove")),
    "text-in-body": text_in("body", cures=("<p>", "<div>", "emove")),
    "text-in-header": text_in("titleStmt", "fileDesc", cures=("Put it in", "emove", "title")),
    "head-in-p": put_in(("p",), "<head>Misplaced</head>", "out of", "before", "div"),
    "div-in-p": put_in(("p",), "<div><p>x</p></div>", "out of", "before", "after", "body"),
    "row-in-list": put_in(("list",), "<row><cell>x</cell></row>", "table", "item"),
    "cell-in-table": put_in(("table",), "<cell>x</cell>", "row"),
    "title-in-body": put_in(("body",), "<titleStmt><title>x</title></titleStmt>", "fileDesc"),
    "item-without-list": item_alone,
    "p-in-list": put_in(("list",), "<p>x</p>", "item"),
    "p-in-p": nested_paragraph,
    "head-after-p": head_after,
    "header-order": header_order,
    "namespace-missing": no_namespace,
    "namespace-wrong": wrong_namespace,
    "namespace-inside": inner_namespace,
    "root-misspelt": wrong_root,
    "list-empty": empty_list,
    "row-empty": empty_row,
}
"""The kinds of faults by their names."""
