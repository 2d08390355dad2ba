"""Values that an attribute cannot have."""

from __future__ import annotations

from bench.faults.anywhere import at_attribute
from bench.faults.change import ours, values
from bench.faults.slip import Kind

KINDS: dict[str, Kind] = {
    # Values.
    "5-date-impossible": values(
        ("date", "when", "1962-11-31", "1962-11"),
        ("date", "when", "1963-02-29", "1963-02"),
        ("date", "when", "1962-00-21", "1962"),
        ("date", "when", "1962-13-21", "1962"),
        ("date", "when", "1962-21-11", "1962-11-21"),
        ("birth", "when", "1901-04-31", "1901-04"),
        ("change", "when", "2020-02-30", "2020-02"),
    ),
    "5-date-form": values(
        ("date", "when", "Nov. 21, 1962", "1962-11-21"),
        ("date", "when", "1962/11/21", "1962-11-21"),
        ("date", "when", "21-11-1962", "1962-11-21"),
        ("date", "when", "1962-11-21 16:00", "1962-11-21T16:00:00"),
        ("date", "when", "1962-11-21T16:00", "1962-11-21T16:00:00"),
        ("date", "when", "1962.11.21", "1962-11-21"),
        ("date", "when", "1962-Nov-21", "1962-11-21"),
        ("date", "when", "l962-11-21", "1962-11-21"),
        ("date", "when", "1962-1O-21", "1962-10-21"),
        ("date", "when", "1962--11-21", "1962-11-21"),
        ("date", "when", "2 Nov 1962", "1962-11-02"),
        ("date", "when", "11/21/1962", "1962-11-21"),
        ("date", "when", "1962-11-21T4pm", "1962-11-21"),
        ("date", "when", "1962-11-21T16:00:00+5", "+05:00", "1962-11-21"),
        ("date", "when", "1962-11-21 ?", "1962-11-21"),
        ("date", "when", "[1962]", "1962"),
        ("date", "when", "ca. 1962-11", "1962-11"),
        ("date", "when", "1960s", "1960"),
        ("date", "from", "1962-11-1", "1962-11-01"),
        ("date", "to", "28 October", "10-28"),
        ("date", "notBefore", "Spring 1963", "1963"),
        ("date", "notAfter", "1963-12-", "1963-12"),
        ("change", "when", "3.2.2020", "2020"),
        ("when", "absolute", "2 pm", "14:00:00"),
        ("recording", "dur", "12:30", "PT12M30S"),
    ),
    "5-number": values(
        ("table", "rows", "two", "2"),
        ("table", "rows", "2 rows", "2"),
        ("table", "cols", "3,0", "3", "umber"),
        ("table", "cols", "-3", "3"),
        ("cell", "cols", "1.5", "umber"),
        ("gap", "quantity", "two", "2"),
        ("gap", "quantity", "2 lines", "2"),
        ("gap", "atMost", "1½", "1.5"),
        ("gap", "atMost", "one", "1"),
        ("layout", "columns", "one", "1"),
        ("zone", "ulx", "10 px", "10"),
        ("surface", "lrx", "2OO", "200", "umber"),
        ("num", "value", "1.200,50", "1200.50"),
        ("when", "interval", "3,2", "3.2"),
        ("population", "quantity", "9.000 souls", "9"),
        ("handDesc", "hands", "2 hands", "2"),
    ),
    "5-yes-or-no": values(
        ("kinesic", "iterated", "yes", "true"),
        ("kinesic", "iterated", "True", "true"),
        ("vocal", "iterated", "no", "false"),
        ("listChange", "ordered", "yes", "true"),
        ("pb", "break", "No", "no"),
    ),
    "5-closed-list": values(
        ("date", "cert", "hi", "high"),
        ("title", "level", "book", "m"),
        ("title", "level", "article", "a"),
        ("shift", "new", "", "emove", "Write", "normal"),
        ("u", "trans", "overlapping", "overlap"),
        ("langKnown", "level", "", "emove"),
        ("l", "part", "1", "I"),
    ),
    "5-closed-list-of-ours": ours(
        values(
            ("fw", "type", "headline", "header"),
            ("fw", "type", "pageNumber", "pageNum"),
            ("fw", "place", "foot", "bottom"),
            ("note", "type", "footnote", "editorial"),
            ("note", "type", "Editorial", "editorial"),
            ("note", "place", "foot", "bottom"),
            ("gap", "reason", "redaction", "redacted"),
            ("gap", "reason", "illegable", "illegible"),
            ("gap", "unit", "lines", "line"),
            ("correspAction", "type", "sender", "sent"),
            ("correspAction", "type", "receive", "received"),
            ("availability", "status", "open", "free"),
            ("div", "type", "doc", "document"),
            ("div", "type", "sections", "section"),
            ("seg", "type", "handle", "handling"),
            ("ab", "type", "fields", "field"),
            ("del", "rend", "strikethru", "strikethrough"),
            ("del", "rend", "crossed out", "strikethrough"),
            ("add", "place", "over", "above"),
            ("hi", "rend", "italics", "italic"),
            ("hi", "rend", "Bold", "bold"),
            ("row", "role", "header", "label"),
            ("pb", "ed", "facs", "facsimile"),
        )
    ),
    "5-space-in-value": values(
        ("note", "type", "source note", "source-note", "source"),
        ("div", "type", "my chapter", "my-chapter", "document"),
        ("fw", "type", "page num", "pageNum"),
        ("person", "role", "", "emove"),
        ("idno", "type", "call number", "call-number"),
        ("measure", "unit", "old thaler", "old-thaler"),
        ("gap", "reason", "", "emove", "illegible"),
        ("list", "type", "to do", "to-do", "subject"),
        ("mapping", "type", "standard form", "standard-form"),
    ),
    "5-language": values(
        ("language", "ident", "en-", "en"),
        ("language", "ident", "eng.", "en"),
        ("language", "ident", "English (US)", "en"),
        ("foreign", "xml:lang", "fr-", "fr"),
        ("foreign", "xml:lang", "Fr.", "fr", "Fr"),
        ("foreign", "xml:lang", "lat in", "la"),
        ("TEI", "xml:lang", "en, de", "en"),
        ("langKnown", "tag", "nn_NO", "nn-NO"),
    ),
    "5-value-emptied": at_attribute(
        lambda _page, _element, found, _pick: (
            (
                found.start("value"),
                found.end("value"),
                '""',
                (found.start("name"),),
                ("emove", "Write", "Did you mean", "Give", "Point"),
            )
            if found["name"] in ("xml:id", "when", "target", "type", "ref", "place", "reason", "rend", "level", "from", "resp")
            else None
        )
    ),
}
"""The kinds of faults by their names."""
