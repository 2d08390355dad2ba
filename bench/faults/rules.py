"""Faults that no grammar sees: pointers, ids, notes, pages, tables, dates, empty elements, the header, Schematron."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from random import Random

from bench.faults.grammar import add_attribute, put_in, value
from bench.faults.slip import Kind, Page, Slip


def duplicate_id(page: Page, pick: Random) -> Slip | None:
    """An id that an element before it has."""
    ids = list(re.finditer(r'xml:id="([^"]+)"', page.text))
    element = page.some(pick, "p", "hi", "head", "item", "date")
    before = [each[1] for each in ids if element and each.end() < element.begin]
    if element is None or not before or "xml:id" in page.text[element.begin : element.inside]:
        return None
    at = element.begin + 1 + len(element.name)
    return Slip(page.with_text(at, at, f' xml:id="{pick.choice(before)}"'), (at + 1,), ("of its own", "copy", "Rename"))


def dangling(page: Page, pick: Random) -> Slip | None:
    """A pointer that goes nowhere."""
    return _point(page, pick, lambda right: "#nowhere", "xml:id")


def near_pointer(page: Page, pick: Random) -> Slip | None:
    """A pointer with a slip in it."""
    return _point(page, pick, lambda right: right[:-1] + ("x" if right[-1].isdigit() else right[-1] * 2), "{right}")


def pointer_case(page: Page, pick: Random) -> Slip | None:
    """A pointer in wrong case."""
    return _point(page, pick, str.upper, "{right}")


def pointer_without_sign(page: Page, pick: Random) -> Slip | None:
    """A pointer without its #."""
    return _point(page, pick, lambda right: right[1:], "{right}", attributes="(?:target|ref|who)")


def _point(
    page: Page, pick: Random, wrong: Callable[[str], str], cure: str, attributes: str = "(?:target|ref|who|corresp|ana|resp)"
) -> Slip | None:
    found = list(re.finditer(rf'(?<=\s){attributes}="(#[\w.-]+)"', page.text))
    ids = set(re.findall(r'xml:id="([^"]+)"', page.text))
    found = [each for each in found if each[1][1:] in ids and wrong(each[1])[1:] not in ids]
    if not found:
        return None
    one = pick.choice(found)
    return Slip(page.with_text(*one.span(1), wrong(one[1])), (one.start(),), (cure.format(right=one[1]),))


def pages_backwards(page: Page, pick: Random) -> Slip | None:
    """A page whose number is lower than that of the page before."""
    pages = [each for each in re.finditer(r'<pb\b[^>]*?\s(n="(\d+)")[^>]*>', page.text) if "ed=" not in each[0]]
    pairs = [(one, other) for one, other in pairwise(pages) if 1 < int(one[2]) - 1 < int(other[2]) - 1]
    if not pairs:
        return None
    one, other = pick.choice(pairs)
    return Slip(
        page.with_text(*other.span(2), str(int(one[2]) - 1)), (other.start(1), other.start()), (str(int(one[2]) + 1), "@n")
    )


def note_twice(page: Page, pick: Random) -> Slip | None:
    """Two notes with one number."""
    notes = list(re.finditer(r'<note\b[^>]*?\s(n="(\d+)")[^>]*>', page.text))
    pairs = [(one, other) for one, other in pairwise(notes) if int(other[2]) == int(one[2]) + 1]
    if not pairs:
        return None
    one, other = pairs[-1]
    following = [each for each in notes if each.start() > other.start()]
    if following and int(following[0][2]) == int(other[2]) + 1:
        return None
    return Slip(page.with_text(*other.span(2), one[2]), (other.start(1), other.start()), (other[2], "@n"))


def call_without_note(page: Page, pick: Random) -> Slip | None:
    """The call of a note that is not there."""
    element = page.some(pick, "p", filled=True)
    if element is None:
        return None
    new = '<ref type="note" target="#note_99" n="99">99</ref>'
    return Slip(page.with_text(element.last, element.last, new), (element.last + new.index("target"),), ("xml:id", "note"))


def note_without_call(page: Page, pick: Random) -> Slip | None:
    """A numbered note between blocks that nothing calls."""
    element = page.some(pick, "div")
    if element is None:
        return None
    new = '<note n="98" place="bottom" xml:id="note_98">Left over.</note>'
    return Slip(page.with_text(element.last, element.last, new), (element.last,), ("call", "number"))


def row_short(page: Page, pick: Random) -> Slip | None:
    """A row with a cell too few."""
    rows = [each for each in page.elements if each.name == "row" and page.text[each.begin : each.end].count("<cell") > 1]
    cells = [each for each in page.elements if each.name == "cell" and rows and rows[-1].inside <= each.begin < rows[-1].last]
    if not rows or len(rows) < 2 or "cols=" in page.text[rows[-1].inside : rows[-1].last]:
        return None
    last = cells[-1]
    return Slip(page.with_text(last.begin, last.end, ""), (rows[-1].begin,), ("cell",))


def rows_lie(page: Page, pick: Random) -> Slip | None:
    """@rows that is not the number of rows."""
    return _table_size(page, "rows", "row")


def cols_lie(page: Page, pick: Random) -> Slip | None:
    """@cols that is not the number of columns."""
    return _table_size(page, "cols", "cell")


def _table_size(page: Page, attribute: str, part: str) -> Slip | None:
    found = re.search(rf'<table\b[^>]*?\s({attribute}="(\d+)")', page.text)
    if found is None:
        return None
    return Slip(page.with_text(*found.span(2), str(int(found[2]) + 2)), (found.start(1),), (found[2],))


def empty_element(page: Page, pick: Random) -> Slip | None:
    """An element of words without any."""
    element = page.some(pick, "p", "hi", "head", "persName", "item", "placeName", "q", "title", "note", "signed", filled=True)
    if element is None:
        return None
    return Slip(page.with_text(element.inside, element.last, ""), (element.begin,), ("emove", "ill"))


def title_empty(page: Page, pick: Random) -> Slip | None:
    """A header with an empty title."""
    title = page.named("title")
    if title is None:
        return None
    return Slip(page.with_text(title.inside, title.last, ""), (title.begin,), ("title",))


def no_licence(page: Page, pick: Random) -> Slip | None:
    """A header without a licence."""
    licence = page.named("availability")
    publication = page.named("publicationStmt")
    if licence is None or publication is None:
        return None
    end = publication.last - (licence.end - licence.begin)
    return Slip(page.with_text(licence.begin, licence.end, ""), (end,), ("licence",))


def other_id(page: Page, pick: Random) -> Slip | None:
    """A document whose xml:id is none of its idnos."""
    found = re.search(r'<TEI\b[^>]*\s(xml:id="([^"]+)")', page.text)
    idno = page.named("idno")
    if found is None or idno is None:
        return None
    other = "something else"
    places = [found.start(1), idno.begin]
    publication = page.named("publicationStmt")
    if publication is not None:
        places.append(publication.last + len(other) - (idno.last - idno.inside))
    return Slip(page.with_text(idno.inside, idno.last, other), tuple(places), ("idno",))


def source_empty(page: Page, pick: Random) -> Slip | None:
    """A header that does not say what was transcribed."""
    source = page.named("sourceDesc")
    if source is None:
        return None
    return Slip(page.with_text(source.inside, source.last, "<p/>"), (source.begin, source.inside), ("source",))


def when_and_from(page: Page, pick: Random) -> Slip | None:
    """A date that is both a day and a span."""
    found = re.search(r'<date (when="1962-10-27")>', page.text)
    if found is None:
        return None
    return Slip(page.with_text(found.end(1), found.end(1), ' from="1962-10-26"'), (found.start(1), found.start()), ("when",))


def at_element(kind: Kind) -> Kind:
    """A kind whose place is the start tag around the attribute: that is the node that a rule of Schematron speaks of."""

    def made(page: Page, pick: Random) -> Slip | None:
        slip = kind(page, pick)
        return slip and Slip(slip.text, (slip.text.rindex("<", 0, slip.places[0]), *slip.places), slip.cures)

    return made


KINDS: dict[str, Kind] = {
    "id-twice": duplicate_id,
    "pointer-nowhere": dangling,
    "pointer-slip": near_pointer,
    "pointer-case": pointer_case,
    "pointer-without-sign": pointer_without_sign,
    "pages-backwards": pages_backwards,
    "note-twice": note_twice,
    "call-without-note": call_without_note,
    "note-without-call": note_without_call,
    "row-short": row_short,
    "rows-lie": rows_lie,
    "cols-lie": cols_lie,
    "empty-element": empty_element,
    "title-empty": title_empty,
    "licence-missing": no_licence,
    "id-and-idno": other_id,
    "source-empty": source_empty,
    "date-when-and-from": when_and_from,
    "date-to-before-from": value("to", {"1962-10-20": "xchange", "1961-10-28": "xchange"}, element="date"),
    "date-bounds": value("notAfter", {"1961-12-31": "xchange"}, element="date"),
    "schematron-cref": at_element(add_attribute(("ptr", "ref"), "cRef", "Gen.1", "cRef", "one of")),
    "schematron-subtype": at_element(add_attribute(("date", "placeName"), "subtype", "small", "type")),
    "schematron-gloss-list": at_element(value("type", {"gloss": "label"}, element="list")),
    "schematron-subst": put_in(("q",), "<subst><add>a</add></subst>", "del"),
    "schematron-span": put_in(("q",), '<delSpan spanTo="#codes"/>', "follow", "spanTo"),
    "schematron-link": put_in(("q",), '<join target="#end_1"/>', "two"),
}
"""The kinds of faults by their names."""
