"""Names that are none, and attributes that are elsewhere."""

from __future__ import annotations

from random import Random

from bench.faults.anywhere import Made, at_element, attribute_renamed, in_other_case, misspelt, renamed
from bench.faults.change import attribute, element, empty, one_of, with_attribute
from bench.faults.slip import Element, Kind, Page


def _without_any_attribute_known(page: Page, element: Element, pick: Random) -> Made | None:
    name = pick.choice(("foo", "colour", "data-id", "remark", "pagenum", "verified", "onclick", "tooltip"))
    at = element.begin + 1 + len(element.name)
    return at, at, f' {name}="1"', (at + 1,), ("emove", "n?")


def _no_such_element(page: Page, element: Element, pick: Random) -> Made | None:
    """An element that no vocabulary has, around the words of another."""
    content = page.text[element.inside : element.last]
    if "<" in content or not content.strip() or not element.in_text:
        return None
    name = pick.choice(("foo", "mytag", "important", "xyz", "todo", "unsure", "blah"))
    return element.inside, element.last, f"<{name}>{content}</{name}>", (element.inside,), ("emove", "Did you mean", "hi")


KINDS: dict[str, Kind] = {
    # Names of elements and attributes.
    "5-element-misspelt": renamed(misspelt),
    "5-element-in-other-case": renamed(in_other_case),
    "5-attribute-misspelt": attribute_renamed(misspelt),
    "5-attribute-in-other-case": attribute_renamed(in_other_case),
    "5-element-in-plural": renamed(lambda name, _: name + "s"),
    "5-element-with-number": renamed(lambda name, pick: name + pick.choice("123") if name not in ("div", "l") else None),
    "5-element-unknown": at_element(_no_such_element),
    "5-attribute-unknown": at_element(_without_any_attribute_known),
    "5-html": element(
        ("head", "h3"),
        ("head", "h1"),
        ("quote", "blockquote"),
        ("hi", "small"),
        ("hi", "mark"),
        ("q", "cite"),
        ("item", "li"),
        ("cell", "th"),
        ("row", "tr"),
        ("ref", "a"),
        ("list", "ul"),
        ("ab", "div-block"),
        ("lg", "pre"),
        ("figDesc", "caption"),
        ("div", "section"),
        ("body", "main"),
        ("teiHeader", "head"),
    ),
    "5-html-empty": empty(
        ("lb", "br"), ("pb", "page"), ("graphic", "img"), ("ptr", "xref"), ("milestone", "hr"), ("anchor", "a")
    ),
    "5-markdown": one_of(
        (r"(</p>\s*)<p>", r"\1¦## A heading\n<p>", "<head>", "<p>", "emove"),
        (r"(</head>)", r"\1¦* * *", "<p>", "emove", "milestone"),
    ),
    "5-other-spelling": element(
        ("catDesc", "catDescription"),
        ("persName", "personName"),
        ("placeName", "place-name"),
        ("dateline", "dateLine"),
        ("closer", "closing"),
        ("opener", "opening"),
        ("signed", "signature"),
        ("availability", "rights"),
        ("licence", "copyright"),
        ("gloss", "glossary"),
        ("item", "entry-item"),
        ("u", "utterance"),
        ("surface", "page"),
        ("zone", "region"),
        ("kinesic", "gesture"),
        ("desc", "description"),
        ("publisher", "published"),
        ("correspAction", "correspondence"),
    ),
    # Attributes on the wrong element.
    "5-attribute-misplaced": with_attribute(
        ("date", 'url="#x"', "emove"),
        ("row", 'cols="2"', "cell", "table", "emove"),
        ("persName", 'target="#x"', "ref", "emove"),
        ("p", 'place="bottom"', "note", "emove", "rend"),
        ("del", 'reason="illegible"', "gap", "emove"),
        ("p", 'who="#x"', "sp", "emove"),
        ("item", 'level="a"', "title", "emove"),
        ("head", 'ident="en"', "xml:lang", "emove", "language"),
        ("body", 'status="free"', "availability", "emove"),
        ("lb", 'facs2="x"', "facs", "emove"),
        ("text", 'version="2"', "TEI", "emove"),
        ("l", 'quantity="2"', "emove"),
        ("signed", 'ref="#x"', "persName", "emove"),
        ("pb", 'quantity="2"', "emove"),
        ("hi", 'level="m"', "title", "emove"),
        ("title", 'url="x"', "ref", "emove"),
    ),
    "5-attribute-of-neighbour": attribute(
        ("ptr", "target", "ref"),
        ("ref", "target", "ref"),
        ("graphic", "url", "target"),
        ("persName", "ref", "target"),
        ("language", "ident", "xml:id2"),
        ("date", "when", "n-when"),
        ("pb", "n", "num"),
        ("note", "n", "nr"),
        ("gloss", "target", "ref"),
        ("sp", "who", "ref"),
        ("u", "who", "speaker"),
        ("person", "sex", "gender-"),
    ),
    "5-width-and-height": with_attribute(
        ("table", 'width="100%"', "rend", "style", "emove"),
        ("cell", 'colspan="2"', "cols"),
        ("cell", 'align="right"', "rend", "style", "emove"),
        ("p", 'class="first"', "rend", "type", "style", "emove"),
        ("hi", 'color="red"', "rend", "style", "emove"),
        ("pb", 'id="p5"', "xml:id"),
        ("note", 'id="n5"', "xml:id"),
        ("list", 'start="3"', "n", "emove"),
        ("ref", 'title="x"', "n", "emove"),
        ("foreign", 'lang="fr"', "xml:lang"),
    ),
}
"""The kinds of faults by their names."""
