"""Slips of the hand that leave no XML: tags, attributes, characters, the ends of the file."""

from __future__ import annotations

import re
from random import Random

from bench.faults.anywhere import Made, at_attribute, at_element, in_other_case, misspelt, parent
from bench.faults.change import one_of
from bench.faults.slip import Element, Kind, Page, Slip

_WORDS = r"(>[^<>]*?[a-z]) ([a-z])"
"""Two words of running text."""


def _end_tag_lost(page: Page, element: Element, _pick: Random) -> Made | None:
    around = parent(page, element)
    if element.end == element.last or around is None:
        return None
    places = (element.begin, element.last, around.last - (element.end - element.last))
    return element.last, element.end, "", places, (f"</{element.name}>",)


def _start_tag_lost(page: Page, element: Element, _pick: Random) -> Made | None:
    if element.end == element.last or not page.text[element.inside : element.last].strip():
        return None
    places = (element.begin, element.last - (element.inside - element.begin))
    return element.begin, element.inside, "", places, (f"<{element.name}", "emove")


def _end_tag_misspelt(_page: Page, element: Element, pick: Random) -> Made | None:
    wrong = misspelt(element.name, pick)
    if element.end == element.last or wrong is None:
        return None
    return element.last, element.end, f"</{wrong}>", (element.last,), (f"</{element.name}>",)


def _start_tag_misspelt(_page: Page, element: Element, pick: Random) -> Made | None:
    wrong = misspelt(element.name, pick)
    if element.end == element.last or wrong is None:
        return None
    places = (element.begin, element.last + len(wrong) - len(element.name))
    return element.begin + 1, element.begin + 1 + len(element.name), wrong, places, (element.name,)


def _end_tag_in_other_case(_page: Page, element: Element, pick: Random) -> Made | None:
    wrong = in_other_case(element.name, pick)
    if element.end == element.last or wrong is None:
        return None
    return element.last, element.end, f"</{wrong}>", (element.last,), (f"</{element.name}>",)


def _closed_at_once(page: Page, element: Element, _pick: Random) -> Made | None:
    if element.end == element.last or not page.text[element.inside : element.last].strip():
        return None
    # The parser stops at the first end tag that is then too many; where another element of the name is around, at its end tag.
    named = [
        each.last
        for each in page.elements
        if each.name == element.name and each.begin <= element.begin and each.end >= element.end
    ]
    places = (element.begin, element.inside - 1, *(last + 1 for last in named))
    return element.inside - 1, element.inside, "/>", places, ("/", f"<{element.name}", "emove")


def _start_for_end(page: Page, element: Element, _pick: Random) -> Made | None:
    around = parent(page, element)
    if element.end == element.last or around is None or "<" in page.text[element.inside : element.last]:
        return None
    places = (element.last, element.begin, around.last - 1)
    return element.last, element.end, f"<{element.name}>", places, (f"</{element.name}>",)


def _end_tag_twice(_page: Page, element: Element, _pick: Random) -> Made | None:
    if element.end == element.last:
        return None
    return element.end, element.end, f"</{element.name}>", (element.end,), ("emove",)


def _end_tag_open(page: Page, element: Element, _pick: Random) -> Made | None:
    if element.end == element.last or page.text[element.end : element.end + 1] in ("", "<"):
        return None
    return element.end - 1, element.end, "", (element.last, element.end - 1), (">",)


def _start_tag_open(page: Page, element: Element, _pick: Random) -> Made | None:
    if element.end == element.last or page.text[element.inside] in "<\n ":
        return None
    return element.inside - 1, element.inside, " ", (element.begin, element.inside - 1, element.inside), (">",)


def _end_bracket_lost(page: Page, element: Element, _pick: Random) -> Made | None:
    around = parent(page, element)
    if element.end == element.last or around is None:
        return None
    return element.last, element.last + 1, "", (element.last, element.begin, around.last - 1), (f"</{element.name}>",)


def _space_in_tag(_page: Page, element: Element, pick: Random) -> Made | None:
    if element.end > element.last and pick.random() < 1 / 2:
        at = pick.choice((element.last + 1, element.last + 2))
        return at, at, " ", (element.last,), (f"</{element.name}",)
    return element.begin + 1, element.begin + 1, " ", (element.begin,), (f"<{element.name}",)


def _quote_lost(page: Page, element: Element, found: re.Match[str], pick: Random) -> Made | None:
    at = pick.choice((found.start("value"), found.end("value") - 1))
    return at, at + 1, "", (found.start("name"), found.start("value"), found.end("value") - 1), ('"', "quote")


def _no_equals(_page: Page, _element: Element, found: re.Match[str], pick: Random) -> Made | None:
    new = pick.choice((" ", "", ": ", "=="))
    return found.end("name"), found.start("value"), new, (found.start("name"), found.end("name"), found.end("name") + 1), ("=",)


def _no_value(_page: Page, _element: Element, found: re.Match[str], pick: Random) -> Made | None:
    new = pick.choice(("", "="))
    places = (found.start("name"), found.end("name"), found.end("name") + len(new))
    return found.end("name"), found.end("value"), new, places, ('"', "alue", "emove")


def _attribute_twice(_page: Page, _element: Element, found: re.Match[str], _pick: Random) -> Made | None:
    return found.end(), found.end(), found.group(), (found.end() + 1,), ("emove", "Keep")


def _attributes_joined(page: Page, element: Element, found: re.Match[str], _pick: Random) -> Made | None:
    if page.text[found.start() - 1] not in "\"'":
        return None
    return found.start(), found.start("name"), "", (found.start(),), ("space", "blank")


def _comma_behind(page: Page, element: Element, found: re.Match[str], pick: Random) -> Made | None:
    mark = pick.choice(",;.")
    return found.end(), found.end(), mark, (found.end(), found.start("name")), ("emove", "space", "comma")


def _less_than_in_value(_page: Page, _element: Element, found: re.Match[str], _pick: Random) -> Made | None:
    at = found.start("value") + 1
    return at, at, "<", (at, found.start("name")), ("&lt;", "emove")


def _ampersand_in_value(_page: Page, _element: Element, found: re.Match[str], _pick: Random) -> Made | None:
    at = found.end("value") - 1
    return at, at, " & co", (at + 1, found.start("name")), ("&amp;",)


def _cut_short(page: Page, pick: Random) -> Slip | None:
    """A file that ends in its midst, as after a broken copy."""
    ends = [
        each
        for each in page.elements
        if each.in_text and each.end > each.last and each.name in ("p", "head", "item", "l", "u", "ab")
    ]
    if not ends:
        return None
    last = pick.choice(ends)
    around = parent(page, last)
    if around is None:
        return None
    text = page.text[: last.end] + "\n"
    return Slip(text, (around.begin, last.end, len(text)), (f"</{around.name}>",))


def _byte_of_latin(page: Page, pick: Random) -> Slip | None:
    """A letter saved in Latin-1 in a file that says UTF-8."""
    found = [each.start() + 1 for each in re.finditer(r"[a-z]e[a-z]", page.text[page.text.index("<text") :])]
    if not found:
        return None
    at = page.text.index("<text") + pick.choice(found)
    text = page.with_text(at, at + 1, "é")
    return Slip(text, (at,), ("UTF-8", "é"), text[:at].encode() + b"\xe9" + text[at + 1 :].encode())


def _declaration(page: Page, pick: Random) -> Slip | None:
    """The first line of a file, written by hand."""
    right = '<?xml version="1.0" encoding="UTF-8"?>'
    if not page.text.startswith(right):
        return None
    wrong, *cures = pick.choice(
        (
            ("\n¦" + right, "first", "emove", "before"),
            (" ¦" + right, "first", "emove", "before"),
            ('¦<?xml ¦version="1.0" ¦encoding="UTF8 "?>', "UTF-8"),
            ('¦<?xml ¦version="1.0" ¦encoding="¦unicode"?>', "UTF-8"),
            ('¦<?xml ¦encoding="UTF-8" ¦version="1.0"?>', "version", "first", "before"),
            ('¦<?xml ¦encoding="UTF-8"?>', "version"),
            ('¦<?xml version="1.0" encoding="UTF-8"¦>', "?>"),
            ('¦<?xml ¦version=¦1.0 encoding="UTF-8"?>', '"'),
            ('¦<?xml version="1.0" ¦encoding="UTF-8" ¦standalone="¦true"?>', "yes"),
            ('¦<?XML version="1.0" encoding="UTF-8"?>', "<?xml"),
            ('¦<?xml ¦version="1.0" ¦coding="UTF-8"?>', "encoding"),
        )
    )
    parts = wrong.split("¦")
    places = tuple(sum(map(len, parts[:each])) for each in range(1, len(parts)))
    return Slip("".join(parts) + page.text[len(right) :], places, tuple(cures))


KINDS: dict[str, Kind] = {
    # Ill-formed: tags.
    "5-end-tag-lost": at_element(_end_tag_lost),
    "5-start-tag-lost": at_element(_start_tag_lost),
    "5-end-tag-misspelt": at_element(_end_tag_misspelt),
    "5-start-tag-misspelt": at_element(_start_tag_misspelt),
    "5-end-tag-in-other-case": at_element(_end_tag_in_other_case),
    "5-closed-at-once": at_element(_closed_at_once),
    "5-start-for-end": at_element(_start_for_end),
    "5-end-tag-twice": at_element(_end_tag_twice),
    "5-end-tag-open": at_element(_end_tag_open),
    "5-start-tag-open": at_element(_start_tag_open),
    "5-end-bracket-lost": at_element(_end_bracket_lost),
    "5-space-in-tag": at_element(_space_in_tag),
    "5-end-for-start": one_of((r"<(hi|q|persName|term|def|title|seg|emph)(?: [^<>]*)?>([^<>]+)</\1>", r"¦</\1>\2</\1>", r"<\1")),
    "5-crossed": one_of(
        (r"(<p>[^<>]{3,40}?) ([a-z]+) ([a-z]+) ([a-z]+) ", r'\1 <hi rend="bold">\2 <q>\3¦</hi> \4¦</q> ', "</q>"),
        (r"<(p|l|seg|ab|item)( [^<>]*)?>([^<>]+)</\1>", r'<\1\2><hi rend="italic">\3¦</\1>¦</hi>', "</hi>"),
    ),
    "5-block-unclosed": at_element(
        lambda page, element, pick: (
            _end_tag_lost(page, element, pick)
            if element.name in ("p", "item", "row", "cell", "l", "head", "ab", "u", "note")
            else None
        )
    ),
    # Ill-formed: attributes.
    "5-quote-lost": at_attribute(_quote_lost),
    "5-no-equals": at_attribute(_no_equals),
    "5-no-value": at_attribute(_no_value),
    "5-attribute-repeated": at_attribute(_attribute_twice),
    "5-attributes-joined": at_attribute(_attributes_joined),
    "5-mark-behind-attribute": at_attribute(_comma_behind),
    "5-less-than-in-value": at_attribute(_less_than_in_value),
    "5-ampersand-in-value": at_attribute(_ampersand_in_value),
    # Ill-formed: characters, comments, the ends of the file.
    "5-ampersand": one_of(
        (_WORDS, r"\1 A¦&P \2", "&amp;"),
        (_WORDS, r"\1 ¦&c. \2", "&amp;"),
        (_WORDS, r"\1 ¦& \2", "&amp;"),
        (_WORDS, r"\1 Q¦&A; \2", "&amp;"),
    ),
    "5-less-than": one_of(
        (_WORDS, r"\1 ¦<5 \2", "&lt;"),
        (_WORDS, r"\1 ¦<= \2", "&lt;"),
        (_WORDS, r"\1 ¦<\2", "&lt;"),
        (_WORDS, r"\1 ¦<<\2", "&lt;"),
    ),
    "5-entity-of-html": one_of(
        (_WORDS, r"\1¦&mdash;\2", "—"),
        (_WORDS, r"\1 ¦&sect; \2", "§"),
        (_WORDS, r"\1 ¦&frac12; \2", "½"),
        (_WORDS, r"\1 ¦&ldquo;\2", "“"),
        (_WORDS, r"\1¦&thinsp;\2", "&#", "\u2009"),
        (_WORDS, r"\1 ¦&pound;\2", "£"),
        (_WORDS, r"\1¦&shy;\2", "&#", "\u00ad"),
    ),
    "5-entity-of-ones-own": one_of(
        (_WORDS, r"\1 ¦&USSR; \2", "&amp;", "eclare"), (_WORDS, r"\1 ¦&myentity; \2", "&amp;", "eclare")
    ),
    "5-reference-without-end": one_of(
        (_WORDS, r"\1 ¦&amp\2", "&amp;"), (_WORDS, r"\1 ¦&lt \2", "&lt;"), (_WORDS, r"\1 ¦&#160\2", ";")
    ),
    "5-comment-open": one_of(
        (r"(<p>)(?!.*-->)", r"¦<!-- to be checked\1", "-->"),
        (r"(<p>)(?!.*-->)", r"¦<!-- to be checked ->\1", "-->"),
        (r"(</p>\s*)(<p>)(?!.*-->)", r"\1<!-- to be checked --> ¦and done -->\2", "emove", "&gt;", "<!--"),
    ),
    "5-comment-in-comment": one_of((r"(<p>[^<>]*</p>)", r"<!-- \1 ¦<!-¦- old ¦--> ¦-->", "-", "emove")),
    "5-cdata-open": one_of((r"(<p>)(?!.*\]\]>)", r"\1¦<![CDATA[", "]]>")),
    "5-instruction-open": one_of((r"(<p>)(?!.*\?>)", r"¦<?pagebreak 5>\1", "?>")),
    "5-control-character": one_of(
        (_WORDS, "\\1 ¦\x08\\2", "emove"), (_WORDS, "\\1 ¦\x1b\\2", "emove"), (_WORDS, "\\1¦\ufffe\\2", "emove")
    ),
    "5-words-at-the-end": one_of(
        (r"</TEI>\s*\Z", "</TEI>\n¦end of file\n", "emove", "move"),
        (r"</TEI>\s*\Z", "</TEI>\n¦<note>x</note>\n", "emove", "move", "into"),
        (r"</TEI>\s*\Z", "</TEI>\n¦</TEI>\n", "emove"),
        (r"</TEI>\s*\Z", "</TEI>\n¦&\n", "emove", "&amp;"),
    ),
    "5-words-before-the-root": one_of(
        (r"<TEI ", "¦A draft\n<TEI ", "emove", "comment"), (r"<TEI ", "¦TEI <TEI ", "emove", "comment")
    ),
    "5-cut-short": _cut_short,
    "5-byte-of-latin": _byte_of_latin,
    "5-declaration": _declaration,
    "5-prefix-undeclared": one_of(
        (r"<TEI ", '<TEI ¦xsi:schemaLocation="http://www.tei-c.org/ns/1.0 tei.xsd" ', "xmlns:xsi", "emove"),
        (r"<(note|persName|p|item)(?=[ >])", r'<\1 ¦frus:doc="x"', "xmlns:frus", "emove"),
        (r"(<p>)", r"\1¦<frus:attachment/>", "xmlns:frus", "emove"),
        (r"<(p|head|l|u)>", r'<\1 ¦tei:n="x">', "xmlns:tei", "emove", "n"),
    ),
}
"""The kinds of faults by their names."""
