"""Attributes under a wrong name, or on the wrong element."""

from __future__ import annotations

from bench.faults.change import attribute, one_of, with_attribute
from bench.faults.slip import Kind

KINDS: dict[str, Kind] = {
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
}
"""The kinds of faults by their names."""
