"""Faults against XML itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from bench.faults.slip import Kind, Page, Slip

_INLINE = ("hi", "persName", "gloss", "placeName", "ref", "date", "note", "del", "add", "signed", "item", "cell", "q", "title")
_ATTRIBUTE = re.compile(r'\s([\w:.-]+)="([^"<>]*)"')


def _gap(page: Page, pick: Random) -> int | None:
    """An offset within running text, after a space between two words."""
    starts = [
        element.inside + found.end()
        for element in page.elements
        if element.in_text and element.name in ("p", "item", "head", "ab", "note", "cell")
        for found in re.finditer(r"(?<=[a-z,]) (?=[a-z])", page.text[element.inside : element.last].split("<")[0])
    ]
    return pick.choice(starts) if starts else None


def _insert(page: Page, pick: Random, new: str, *cures: str, at: int = 0) -> Slip | None:
    """Something put between two words; `at` is where in it the fault is."""
    gap = _gap(page, pick)
    return None if gap is None else Slip(page.with_text(gap, gap, new), (gap + at,), cures)


def unclosed(page: Page, pick: Random) -> Slip | None:
    """An end tag is left out: the next end tag is wrong, and so was the start tag."""
    element = page.some(pick, *_INLINE, filled=True)
    if element is None:
        return None
    text = page.with_text(element.last, element.end, "")
    around = min(
        (each for each in page.elements if each.begin < element.begin and each.end > element.end), key=lambda each: each.end
    )
    return Slip(text, (around.last - (element.end - element.last), element.begin), (f"</{element.name}>",))


def unclosed_empty(page: Page, pick: Random) -> Slip | None:
    """`<lb>` as in HTML."""
    element = page.some(pick, "lb", "pb", "ptr", "anchor", "graphic")
    if element is None or element.end > element.last:
        return None
    return Slip(page.with_text(element.inside - 2, element.inside, ">"), (element.begin,), ("/>",))


def end_tag_misspelt(page: Page, pick: Random) -> Slip | None:
    """`</hl>` for `</hi>`."""
    element = page.some(pick, *_INLINE, "p", "head")
    if element is None or element.end == element.last:
        return None
    text = page.with_text(element.last, element.end, f"</{element.name[:-1]}x>")
    return Slip(text, (element.last,), (f"</{element.name}>",))


def end_tag_case(page: Page, pick: Random) -> Slip | None:
    """`</Persname>`."""
    element = page.some(pick, *_INLINE, "p", "head")
    if element is None or element.end == element.last:
        return None
    return Slip(page.with_text(element.last, element.end, f"</{element.name.upper()}>"), (element.last,), (f"</{element.name}>",))


def end_tag_too_many(page: Page, pick: Random) -> Slip | None:
    """`</hi></hi>`."""
    element = page.some(pick, *_INLINE)
    if element is None or element.end == element.last:
        return None
    return Slip(page.with_text(element.end, element.end, f"</{element.name}>"), (element.end,), ("Remove", "remove"))


def overlap(page: Page, pick: Random) -> Slip | None:
    """`<q><hi>…</q></hi>`."""
    element = page.some(pick, "hi", "persName", "placeName", "title", filled=True)
    if element is None:
        return None
    inner = f"<seg>{page.text[element.inside : element.last]}</{element.name}></seg>"
    text = page.with_text(element.inside, element.end, inner)
    at = text.index(f"</{element.name}>", element.inside)
    return Slip(text, (at,), ("</seg>",))


def ampersand(page: Page, pick: Random) -> Slip | None:
    """A bare & between words."""
    return _insert(page, pick, "& ", "&amp;")


def ampersand_in_word(page: Page, pick: Random) -> Slip | None:
    """AT&T."""
    return _insert(page, pick, "AT&T ", "&amp;", at=2)


def ampersand_in_attribute(page: Page, pick: Random) -> Slip | None:
    """A bare & in an address."""
    element = page.some(pick, "ref")
    if element is None:
        return None
    at = element.begin + len("<ref")
    text = page.with_text(at, element.inside - 1, ' target="https://example.org/?a=1&b=2"')
    return Slip(text, (text.index("&b", at), at + 1), ("&amp;",))


def less_than(page: Page, pick: Random) -> Slip | None:
    """A bare < between words."""
    return _insert(page, pick, "< ", "&lt;")


def less_than_number(page: Page, pick: Random) -> Slip | None:
    """<5."""
    return _insert(page, pick, "<5 ", "&lt;")


def cdata_end(page: Page, pick: Random) -> Slip | None:
    """]]> in text."""
    return _insert(page, pick, "]]> ", "]]&gt;", "&gt;")


def undeclared_entity(page: Page, pick: Random) -> Slip | None:
    """&nbsp; or &eacute;."""
    name, sign = pick.choice((("nbsp", "&#160;"), ("eacute", "é"), ("mdash", "—"), ("ldquo", "\u201c")))
    return _insert(page, pick, f"&{name}; ", sign)


def entity_without_semicolon(page: Page, pick: Random) -> Slip | None:
    """&amp without its end."""
    return _insert(page, pick, "&amp ", "&amp;")


def control_character(page: Page, pick: Random) -> Slip | None:
    """A backspace, a form feed or a vertical tab."""
    return _insert(page, pick, pick.choice("\x08\x0b\x0c\x1b"), "emove")


def character_reference(page: Page, pick: Random) -> Slip | None:
    """&#8;."""
    return _insert(page, pick, pick.choice(("&#8;", "&#0;", "&#x1F;")), "emove")


def no_character(page: Page, pick: Random) -> Slip | None:
    """U+FFFE."""
    return _insert(page, pick, "\ufffe", "emove")


def nul(page: Page, pick: Random) -> Slip | None:
    """A NUL in a text."""
    return _insert(page, pick, "\0", "emove")


def latin_byte(page: Page, pick: Random) -> Slip | None:
    """A byte of Latin-1."""
    slip = _insert(page, pick, "\ue0e9", "UTF-8")
    return slip and Slip(slip.text, slip.places, slip.cures, slip.text.encode().replace("\ue0e9".encode(), b"\xe9"))


def unknown_encoding(page: Page, pick: Random) -> Slip | None:
    """encoding="utf-9"."""
    text = page.text.replace('encoding="UTF-8"', 'encoding="UTF-9"', 1)
    return Slip(text, (0, text.index("encoding=")), ("UTF-8",)) if text != page.text else None


def wrong_encoding(page: Page, pick: Random) -> Slip | None:
    """A file in UTF-8 that says that it is ASCII."""
    slip = _insert(page, pick, "\u00e9 ", "UTF-8")
    found = re.search(r"[^\x00-\x7f]", slip.text) if slip else None
    if slip is None or found is None:
        return None
    text = slip.text.replace('encoding="UTF-8"', 'encoding="ASCII"', 1)
    return Slip(text, (found.start(), text.index("encoding=")), ("UTF-8",)) if text != slip.text else None


def unquoted(page: Page, pick: Random) -> Slip | None:
    """n=1."""
    return _attribute(page, pick, lambda name, value: f"{name}={value}", '{name}="{value}"')


def quote_missing_at_start(page: Page, pick: Random) -> Slip | None:
    """n=1"."""
    return _attribute(page, pick, lambda name, value: f'{name}={value}"', '{name}="{value}"')


def quote_missing_at_end(page: Page, pick: Random) -> Slip | None:
    """n="1."""
    return _attribute(page, pick, lambda name, value: f'{name}="{value}', '"')


def value_missing(page: Page, pick: Random) -> Slip | None:
    """<p rend>."""
    return _attribute(page, pick, lambda name, value: name, '{name}="')


def equals_missing(page: Page, pick: Random) -> Slip | None:
    """n "1"."""
    return _attribute(page, pick, lambda name, value: f'{name} "{value}"', '{name}="{value}"')


def _attribute(page: Page, pick: Random, write: Callable[[str, str], str], cure: str) -> Slip | None:
    """An attribute written otherwise."""
    element = page.some(pick, text="")
    while element is not None:
        found = _ATTRIBUTE.search(page.text, element.begin, element.inside)
        if found and re.fullmatch(r"[\w#.-]+", found[2]) and "xmlns" not in found[1]:
            text = page.with_text(found.start(1), found.end(), write(found[1], found[2]))
            return Slip(text, (found.start(1),), (cure.format(name=found[1], value=found[2]),))
        element = page.some(pick)
    return None


def attribute_twice(page: Page, pick: Random) -> Slip | None:
    """n="1" n="2"."""
    element = page.some(pick, "note", "hi", "pb", "fw", "div", "list", "date")
    found = element and _ATTRIBUTE.search(page.text, element.begin, element.inside)
    if not element or not found:
        return None
    at = found.end()
    return Slip(page.with_text(at, at, f' {found[1]}="second"'), (at + 1,), ("emove", "Keep one"))


def space_missing(page: Page, pick: Random) -> Slip | None:
    """a="1"b="2"."""
    element = page.some(pick, "note", "hi", "pb", "fw", "div", "list", "date", "gap")
    found = element and _ATTRIBUTE.search(page.text, element.begin, element.inside)
    if not element or not found:
        return None
    at = found.end()
    return Slip(page.with_text(at, at, 'resp="#codes"'), (at,), ("space",))


def undeclared_prefix(page: Page, pick: Random) -> Slip | None:
    """<xi:include/> without a declaration."""
    return _insert(page, pick, '<xi:include href="a.xml"/>', "xmlns:xi", "emove")


def undeclared_attribute_prefix(page: Page, pick: Random) -> Slip | None:
    """xlink:href without a declaration."""
    element = page.some(pick, "ref", "hi", "p")
    if element is None:
        return None
    at = element.begin + 1 + len(element.name)
    return Slip(page.with_text(at, at, ' xlink:href="a.xml"'), (at + 1,), ("xmlns:xlink", "emove"))


def second_root(page: Page, pick: Random) -> Slip | None:
    """<TEI/> after </TEI>."""
    text = page.text.rstrip() + "\n"
    return Slip(text + "<TEI/>\n", (len(text),), ("emove", "inside"))


def text_after_root(page: Page, pick: Random) -> Slip | None:
    """Words after </TEI>."""
    text = page.text.rstrip() + "\n"
    return Slip(text + "the end\n", (len(text),), ("emove",))


def text_before_prolog(page: Page, pick: Random) -> Slip | None:
    """Words before <?xml."""
    return Slip("x" + page.text, (0,), ("emove",))


def blank_before_prolog(page: Page, pick: Random) -> Slip | None:
    """A blank line before <?xml."""
    return Slip("\n" + page.text, (1, 0), ("first", "emove")) if page.text.startswith("<?xml") else None


def mark_twice(page: Page, pick: Random) -> Slip | None:
    """Two byte order marks."""
    return Slip(page.text, (0,), ("emove", "first"), b"\xef\xbb\xbf" * 2 + page.text.encode())


def dashes_in_comment(page: Page, pick: Random) -> Slip | None:
    """<!-- a -- b -->."""
    slip = _insert(page, pick, "<!-- see -- there -->", "--", at=9)
    return slip and Slip(slip.text, (*slip.places, slip.places[0] - 9), slip.cures)


def comment_unclosed(page: Page, pick: Random) -> Slip | None:
    """<!-- without end."""
    return _insert(page, pick, "<!-- see there ", "-->")


def cdata_unclosed(page: Page, pick: Random) -> Slip | None:
    """<![CDATA[ without end."""
    return _insert(page, pick, "<![CDATA[ see there ", "]]>")


def instruction_named_xml(page: Page, pick: Random) -> Slip | None:
    """<?xml … ?> in the middle."""
    return _insert(page, pick, '<?xml version="1.0"?>', "first", "emove")


def truncated(page: Page, pick: Random) -> Slip | None:
    """The end of the file is missing."""
    gap = _gap(page, pick)
    if gap is None:
        return None
    text = page.text[:gap]
    return Slip(text, (len(text), len(text) - 1), ("</", "lose"))


def root_unclosed(page: Page, pick: Random) -> Slip | None:
    """</TEI> is missing."""
    text = page.text.rstrip().removesuffix("</TEI>")
    return Slip(text, (len(text), len(text) - 1, text.index("<TEI")), ("</TEI>",))


def space_after_bracket(page: Page, pick: Random) -> Slip | None:
    """< hi>."""
    element = page.some(pick, *_INLINE, "p", "head")
    if element is None:
        return None
    return Slip(page.with_text(element.begin, element.begin + 1, "< "), (element.begin,), (f"<{element.name}", "&lt;"))


def attribute_in_end_tag(page: Page, pick: Random) -> Slip | None:
    """</hi rend="bold">."""
    element = page.some(pick, *_INLINE, "p", "head")
    if element is None or element.end == element.last:
        return None
    text = page.with_text(element.end - 1, element.end - 1, ' rend="bold"')
    return Slip(text, (element.last, element.end), (f"</{element.name}>",))


def bracket_missing(page: Page, pick: Random) -> Slip | None:
    """<hi rend="bold" of the…"""
    element = page.some(pick, *_INLINE, filled=True)
    if element is None or not re.match(r"[A-Za-z ]", page.text[element.inside]):
        return None
    return Slip(page.with_text(element.inside - 1, element.inside, " "), (element.begin, element.inside), (">",))


def name_with_digit(page: Page, pick: Random) -> Slip | None:
    """<1p>."""
    return _insert(page, pick, "<1st/>", "&lt;", "letter")


def entity_declared(page: Page, pick: Random) -> Slip | None:
    """A DOCTYPE that declares an entity."""
    at = page.text.index("<TEI")
    new = '<!DOCTYPE TEI [<!ENTITY a "aaaaaaaaaa">]>\n'
    return Slip(page.with_text(at, at, new), (at, at + new.index("<!ENTITY")), ("emove",))


def binary(page: Page, pick: Random) -> Slip | None:
    """A picture by the name of a TEI file."""
    return Slip(page.text, (0,), ("Name", "export"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0")


def empty(page: Page, pick: Random) -> Slip | None:
    """No file at all."""
    return Slip("", (0,), ("ncode", "elete"))


KINDS: dict[str, Kind] = {
    kind.__name__.replace("_", "-"): kind
    for kind in (
        *(unclosed, unclosed_empty, end_tag_misspelt, end_tag_case, end_tag_too_many, overlap),
        *(ampersand, ampersand_in_word, ampersand_in_attribute, less_than, less_than_number, cdata_end),
        *(undeclared_entity, entity_without_semicolon, control_character, character_reference, no_character, nul),
        *(latin_byte, unknown_encoding, wrong_encoding),
        *(unquoted, quote_missing_at_start, quote_missing_at_end, value_missing, equals_missing, attribute_twice, space_missing),
        *(undeclared_prefix, undeclared_attribute_prefix),
        *(second_root, text_after_root, text_before_prolog, blank_before_prolog, mark_twice),
        *(dashes_in_comment, comment_unclosed, cdata_unclosed, instruction_named_xml),
        *(truncated, root_unclosed, space_after_bracket, attribute_in_end_tag, bracket_missing, name_with_digit),
        *(entity_declared, binary, empty),
    )
}
"""The kinds of faults by their names."""
