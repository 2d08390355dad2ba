"""What is wrong with a file that is no XML, at the very sign, and what to write instead.

Expat says that something is wrong and about where it noticed. What an editor needs is where it begins: the attribute without
quotes, the & that is meant as a sign, the element that was never closed. So the tag or the text in which Expat stopped is read
again here, with more patience.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from teiencode.validation.comments import in_comment, never_ends
from teiencode.validation.cut_off import LOOK, cut_off
from teiencode.validation.end_tags import END, WITHOUT_CONTENT, mismatched
from teiencode.validation.explanation import (
    ENTITY,
    NAME,
    START,
    Explanation,
    OpenTag,
    ampersand,
    bare_less_than,
    is_bare,
    is_illegal,
    no_character,
    undefined,
)
from teiencode.validation.merge_conflicts import in_conflict
from teiencode.validation.outside import before_root, behind_root, in_declaration
from teiencode.validation.vocabularies import FREQUENT

_ATTRIBUTE_NAME = re.compile(NAME)
_EQUALS = re.compile(r"\s*=\s*")
_SPACES = re.compile(r"[ \t\r\n]*")
_OTHER_SPACE = re.compile(r"[^\S \t\r\n]|[\u200b-\u200d\u2060\ufeff]")
"""A space as word processors and pages of the web have them, which XML does not know between attributes."""
_INNER_QUOTE = re.compile(r"""[^\s"'<>=/][^"'<>=]*["'](?=[\s/>])""")
"""What follows a quote that stands within a value: the rest of it, and its own quote."""

_XML_NAME = re.compile(r"xml\s*[:;]+\s*(id|lang|space|base)\b")
_BARE_VALUE = re.compile(r"""[^\s"'<>]+?(?=/?>|[\s"'<]|\Z)""")
"""A value without quotes: up to a space, or to the end of the tag."""

_QUOTES = "\"'"
_CURLY = "“”„‟‘’‚‛«»‹›´`′″‵‶＂＇〝〞〟"
"""Signs that stand for quotes elsewhere: those of other languages, primes, and those as wide as a letter of Chinese."""

_LONGEST_NAME = 200
"""In characters: so far back the beginning of an end tag is looked for."""

_LONGEST_VALUE = 200
"""In characters: a longer one has no closing quote."""


def explain(text: str, at: int, reason: str, open_tags: Sequence[OpenTag], root: OpenTag | None) -> Explanation:
    """What is wrong about the place `at` (in characters), for which Expat gives `reason`.

    `open_tags` from the outside in; `root` is the outermost element, where it has begun.
    """
    conflict = in_conflict(text, at)
    if conflict is not None:
        return conflict
    outside = None if open_tags else _outside(text, at, root)
    if outside is not None:
        return outside
    match reason:
        case "mismatched tag":
            return mismatched(text, text.rfind("<", 0, at + 1), open_tags)
        case "no element found" if open_tags:
            return _ends_early(text, open_tags)
        case "no element found":
            cures = ("Encode the source again, or delete the file.", "Name the TEI file itself, if this is another.")
            return Explanation(len(text.rstrip()), len(text), "The file ends before its first element.", cures)
        case "unclosed token" | "unclosed CDATA section" | "partial character":
            explained = _unclosed(text, at, open_tags)
            return cut_off(text, at if text[at : at + 1] in ("<", "&") else explained.begin, open_tags, explained)
        case "syntax error" if (spaced := _spaced_namespace(text, at)) is not None:
            return spaced
        case "undefined entity":
            return undefined(text, at)
        case "duplicate attribute":
            return _twice(text, at)
        case "unbound prefix":
            return _unbound(text, text.rfind("<", 0, at + 1), open_tags)
        case "reference to invalid character number":
            return no_character(text, at, ENTITY)
        case "XML or text declaration not at start of entity":
            cures = ("Let <?xml … ?> be the very first thing in the file.", "Remove the declaration.")
            return Explanation(at, at + 5, "The XML declaration does not stand at the very beginning of the file.", cures)
    return _invalid(text, at, reason, open_tags)


def _outside(text: str, at: int, root: OpenTag | None) -> Explanation | None:
    """What is wrong outside the outermost element, where no element is open."""
    opened = text.rfind("<!--", 0, at + 1)
    if opened >= 0 and text.find("-->", opened, at) < 0:
        return in_comment(text, at) or never_ends(text, opened)
    if root is not None:
        return behind_root(text, at, root)
    return in_declaration(text, at) or before_root(text)


def is_stray_mark(text: str) -> Explanation | None:
    """A second byte order mark at the beginning of a text, which Expat lets pass and others do not."""
    if not text.startswith("\ufeff"):
        return None
    return Explanation(0, 1, "The file begins with two byte order marks.", ("Remove the second one: save the file as UTF-8.",))


def _spaced_namespace(text: str, at: int) -> Explanation | None:
    """A namespace with a space in it, in the tag at `at`: no address has one."""
    tag = text[at : text.find(">", at) + 1]
    found = re.search(r"""\s(xmlns(?::[\w.\-]+)?)\s*=\s*(?:"([^"]*)"|'([^']*)')""", tag)
    if found is None or not re.search(r"\s", found[2] or found[3] or ""):
        return None
    address = "".join((found[2] or found[3]).split())
    message = f"The namespace of {found[1]} has a space in it, and no address has one."
    return Explanation(at + found.start(1), at + found.end(), message, (f'Write {found[1]}="{address}".',))


def _ends_early(text: str, open_tags: Sequence[OpenTag]) -> Explanation:
    """The end of the file, where elements are open."""
    inner = open_tags[-1]
    ends = "".join(f"</{tag.name}>" for tag in reversed(open_tags))
    message = f"The file ends while <{inner.name}>, opened in line {inner.line}, is still open."
    at = len(text.rstrip())
    return Explanation(at, at, message, (f"Write {ends} at the end.", LOOK))


def _unclosed(text: str, at: int, open_tags: Sequence[OpenTag]) -> Explanation:
    """A comment, a section or a tag that does not end before the file does."""
    opened = {"<!--": "-->", "<![CDATA[": "]]>", "<?": "?>"}
    found = max(((text.rfind(sign, 0, at + len(sign)), sign) for sign in opened), key=lambda each: each[0])
    begin, sign = found
    if begin >= 0 and text.find(opened[sign], begin) < 0:
        if sign == "<!--":
            return never_ends(text, begin)
        half = re.compile("]](?!>)").search(text, begin) if sign == "<![CDATA[" else None
        if half:
            message = "A CDATA section ends with ]]>, and not with ]]."
            return Explanation(half.start(), half.end(), message, ("Write ]]>.",))
        what = {"<![CDATA[": "The CDATA section", "<?": "The instruction"}[sign]
        return Explanation(begin, len(text), f"{what} never ends.", (f"End it with {opened[sign]}.",))
    begin = text.rfind("<", 0, at + 1)
    if begin >= 0 and (START.match(text, begin) or text.startswith("</", begin)):
        in_tag = _in_tag(text, begin, open_tags)
        if in_tag is not None:
            return in_tag
    return (
        _ends_early(text, open_tags)
        if open_tags
        else _at(text, at, "The file ends in the middle of a tag.", "Close the tag with >.")
    )


# ---------------------------------------------------------------------------------------------------------------------- tags


def _invalid(text: str, at: int, reason: str, open_tags: Sequence[OpenTag]) -> Explanation:
    """Something that is no XML in text or in a tag: Expat stands at it or a little behind."""
    if at < len(text) and is_illegal(text[at]):
        return no_character(text, at, re.compile(r"(?!)"))
    comment = in_comment(text, at)
    if comment is not None:
        return comment
    begin = text.rfind("<", 0, at + 1)
    while begin > 0 and text[begin - 1] == "<":
        begin -= 1
    sign = text.rfind("&", max(0, text.rfind("<", 0, at), at - 40), at + 1)
    if sign >= 0 and is_bare(text, sign):
        return ampersand(text, sign)
    unended = re.compile(rf"</({NAME})\s*\Z").search(text, max(0, at - _LONGEST_NAME), at)
    if unended and text[at : at + 1] in ("<", ""):
        message = f"The end tag </{unended[1]} is not closed."
        return Explanation(unended.start(), at, message, (f"Write </{unended[1]}>.",))
    if begin >= 0:
        # A quote that is missing lets the next < stand in a value, so the tag before is looked at first.
        before = text.rfind("<", 0, begin)
        open_before = before >= 0 and (">" not in text[before:at] or text.count('"', before, at) % 2 == 1)
        if begin == at and open_before and START.match(text, before):
            in_tag = _in_tag(text, before, open_tags)
            if in_tag is not None:
                return in_tag
        if _within_tag(text, begin, at):
            in_tag = _in_tag(text, begin, open_tags)
            if in_tag is not None:
                return in_tag
    if text.startswith("]]>", max(0, at - 2)) or "]]>" in text[max(0, at - 2) : at + 3]:
        section = text.index("]]>", max(0, at - 2))
        return Explanation(section, section + 3, "]]> may not stand in text.", ("Write ]]&gt;.",))
    message = f"The file is not well-formed: {reason}."
    return Explanation(at, at + 1, message, ("Write & as &amp; and < as &lt; where they are text, and quote every attribute.",))


def _within_tag(text: str, begin: int, at: int) -> bool:
    """Whether a tag that begins at `begin` reaches to `at`, or begins as none does."""
    closing = text.find(">", begin, at)
    return closing < 0 or not START.match(text, begin)


def _in_tag(text: str, begin: int, open_tags: Sequence[OpenTag]) -> Explanation | None:
    """The first fault in the tag that begins at `begin`; None where it is in order."""
    if text.startswith("</", begin):
        return _in_end_tag(text, begin, open_tags)
    start = START.match(text, begin)
    if start is None:
        section = re.compile(r"<!\[cdata\[", re.IGNORECASE).match(text, begin)
        if section:
            cures = ("Write <![CDATA[, in capitals.", "Write &lt; if you mean the sign <.")
            return Explanation(begin, section.end(), f"{section[0]} begins no CDATA section.", cures)
        slash = re.compile(rf"<[\\|]({NAME})>").match(text, begin)
        if slash:
            cures = (f"Write </{slash[1]}>.", "Write &lt; if you mean the sign <.")
            return Explanation(begin, slash.end(), f"{slash[0]} is no tag.", cures)
        half = re.compile(r"<!-(?!-)|<!(?=\s)").match(text, begin)
        if half:
            cures = ("Write <!-- before a comment, and --> behind it.", "Write &lt; if you mean the sign <.")
            return Explanation(begin, half.end(), f"{half[0]} begins no comment.", cures)
        question = re.compile(r"<\?\s").match(text, begin)
        if question:
            cures = ("Write the name of the instruction directly behind <?.", "Remove it, or write <!-- … --> for a comment.")
            return Explanation(begin, begin + 2, "<? is followed by no name.", cures)
        doubled = re.compile(rf"<+(</?{NAME})").match(text, begin)
        if doubled:
            cures = (f"Write {doubled[1]} with one <.", "Write &lt; for a < that is text.")
            return Explanation(begin, doubled.end(), "A < stands before the < of a tag.", cures)
        spaced = re.compile(rf"<\s+(/?{NAME})\b(?=[^<>]*>)").match(text, begin)
        if spaced:
            cures = (f"Write <{spaced[1]} without the space between.", "Write &lt; if you mean the sign <.")
            return Explanation(begin, spaced.end(), "A space stands between < and the name of the element.", cures)
        return bare_less_than(begin, "The name of an element begins with a letter.")
    fault = _in_start_tag(text, begin, start)
    if fault is not None and _is_text(text, begin, start):
        return bare_less_than(begin, f"Close the tag with > if <{start[1]} begins one.")
    return fault


def _is_text(text: str, begin: int, start: re.Match[str]) -> bool:
    """Whether what looks like a start tag that is not in order is a sign before a word: nothing ends it, and it has no =."""
    sign = re.compile("[<>=]|/>").search(text, start.end())
    is_tag = sign is not None and sign[0] in ("=", "/>")
    name = start[1].rstrip(".")
    # A name that was parted by a space has its end tag, too.
    joined = re.sub(r"\s", "", text[begin + 1 : sign.start()] if sign else name)[:_LONGEST_NAME]
    ended = re.compile(rf"</(?:{re.escape(name)}(?:\s[^<>]*)?|{re.escape(joined)})\s*>").search(text, begin)
    return not is_tag and start[1] not in WITHOUT_CONTENT and ended is None


def _in_start_tag(text: str, begin: int, start: re.Match[str]) -> Explanation | None:
    """The first fault in a start tag, whose sign and name are `start`; None where it is in order."""
    name, at = start[1], start.end()
    before = at
    seen: set[str] = set()
    while True:
        spaces = _SPACES.match(text, at)
        assert spaces is not None  # it matches nothing at all, too
        here = spaces.end()
        other = _OTHER_SPACE.match(text, here)
        if other:
            called = unicodedata.name(other[0], "other sign").lower()
            message = f"A {called} (U+{ord(other[0]):04X}) stands in the tag, where XML has common spaces only."
            return Explanation(here, here + 1, message, ("Write a common space.", "Remove it."))
        if text.startswith((">", "/>"), here):
            return None
        attribute = _ATTRIBUTE_NAME.match(text, here)
        inner = _INNER_QUOTE.match(text, here) if here == at and at > start.end() else None
        if inner:
            message = f"A quote stands in the value of {text[before:at].partition('=')[0].strip()}, and ends it."
            rest = inner[0].split()[0].rstrip(_QUOTES)
            cures = ("Write &quot; for a quote in a value.", f"Put a space before {rest}.")
            return Explanation(before, inner.end(), message, cures)
        parted = _XML_NAME.match(text, here)
        if parted and parted[0] != f"xml:{parted[1]}":
            message = f"{parted[0]} is written xml:{parted[1]}, without anything between."
            return Explanation(here, parted.end(), message, (f"Write xml:{parted[1]}.",))
        if attribute is None and here == start.end() and text.startswith("=", here):
            return _run_together(text, begin, here, name)
        if attribute is None:
            return _tag_open(text, begin, here, name)
        if here == at and at > start.end() and not _EQUALS.match(text, attribute.end()):
            return _tag_open(text, begin, here, name)
        if here == at and at > start.end():
            message = f"A space is missing before the attribute {attribute[0]}."
            return Explanation(here, attribute.end(), message, (f"Put a space before {attribute[0]}.",))
        found = _value(text, here, attribute[0], attribute.end(), begin, name)
        if isinstance(found, Explanation):
            return found
        if attribute[0] in seen:
            return _twice(text, here)
        seen.add(attribute[0])
        before, at = here, found


def _run_together(text: str, begin: int, at: int, name: str) -> Explanation:
    """The name of an element and that of its first attribute without a space between: <hirend="bold">."""
    ended = (each for each in range(len(name) - 1, 0, -1) if name[:each] in WITHOUT_CONTENT or f"</{name[:each]}>" in text[at:])
    parted = next(ended, 0) if len(name) < _LONGEST_NAME // 4 else 0
    cure = "Put a space between the name of the element and that of the attribute."
    cures = (f"Write <{name[:parted]} {name[parted:]}=….", cure) if parted else (cure,)
    return Explanation(begin, at, f"A space is missing in <{name}= before the name of the attribute.", cures)


def _value(text: str, here: int, attribute: str, at: int, begin: int, name: str) -> int | Explanation:
    """The offset behind an attribute's value, or what is wrong with it."""
    equals = _EQUALS.match(text, at)
    if equals is None:
        quoted = re.compile(r"""\s*[:;]?\s*(["'])([^"'<>]*)\1""").match(text, at)
        if quoted:
            message = f"The attribute {attribute} has no = before its value."
            return Explanation(here, quoted.end(), message, (f'Write {attribute}="{quoted[2]}".',))
        if text[at : at + 1] == "<" or (re.compile(r"\s+[a-z]+\s+[a-z]+").match(text, at) and begin + 1 + len(name) + 1 == here):
            return _tag_open(text, begin, here, name)
        message = f"The attribute {attribute} has no value."
        cures = (f'Write {attribute}="…".', f"Remove {attribute}.", f"Close the tag with > if {attribute} is text.")
        joined = name + attribute
        if begin + 1 + len(joined) < here + len(attribute) and (joined in FREQUENT or f"</{joined}>" in text[at:]):
            return Explanation(here, at, f"A space stands in the name {joined}.", (f"Write <{joined} in one word.", *cures))
        return Explanation(here, at, message, cures)
    at = equals.end()
    sign = text[at : at + 1]
    if sign and sign in "\"'":
        end = text.find(sign, at + 1)
        value = text[at + 1 : end] if end >= 0 else text[at + 1 :]
        less = value.find("<")
        if less >= 0 and len(value) < _LONGEST_VALUE and "=" not in value and re.compile(r"[\s/>]").match(text, end + 1):
            place = at + 1 + less
            message = f"A < stands in the value of {attribute}, where it may not."
            return Explanation(
                place, place + 1, message, ("Write &lt;.", f"Close the value of {attribute} with {sign} before it.")
            )
        if end < 0 or less >= 0:
            bare = _BARE_VALUE.match(text, at + 1)
            shown = bare[0].rstrip(_CURLY) if bare else ""
            stop = bare.end() if bare else at + 1
            return Explanation(
                here, stop, f"The value of {attribute} has no closing {sign}.", (f"Write {attribute}={sign}{shown}{sign}.",)
            )
        bare_sign = next((each for each in range(at + 1, end) if is_bare(text, each)), None)
        if bare_sign is not None:
            return ampersand(text, bare_sign)
        following = text[end + 1 : end + 2]
        if value.endswith("=") and following and following not in " \t\r\n/>":
            # The quote that was missing was given by the next attribute's.
            word = _BARE_VALUE.match(text, at + 1)
            shown = word[0] if word else ""
            return Explanation(
                here, at + 1, f"The value of {attribute} has no closing {sign}.", (f"Write {attribute}={sign}{shown}{sign}.",)
            )
        return end + 1
    return _in_no_quotes(text, here, attribute, at, name)


def _in_no_quotes(text: str, here: int, attribute: str, at: int, name: str) -> Explanation:
    """A value at `at` that has no quotes, or others than those of XML."""
    curly = re.compile(rf"(?:[{_CURLY}]+|\\[{_QUOTES}])([^{_CURLY}{_QUOTES}<>\\]*)[{_CURLY}{_QUOTES}\\]+").match(text, at)
    if curly:
        message = f"The value of {attribute} stands in quotes that are not those of XML."
        return Explanation(here, curly.end(), message, (f'Write {attribute}="{curly[1]}", with straight quotes.',))
    bare = _BARE_VALUE.match(text, at)
    value = bare[0] if bare else ""
    end = bare.end() if bare else at
    if "/" in value and text.startswith("/>", end) and _has_end_tag(text, name, end):
        # An address that ends with a slash, and not a tag that does.
        value, end = f"{value}/", end + 1
    half = text[end : end + 1] in ('"', "'")
    message = f"The value of {attribute} has no opening quote." if half else f"The value of {attribute} stands without quotes."
    return Explanation(here, end + half, message, (f'Write {attribute}="{value.strip(_CURLY)}".',))


def _has_end_tag(text: str, name: str, at: int) -> bool:
    """Whether the end tag of an element follows, before another of its name begins."""
    following = re.compile(rf"<(/?){re.escape(name)}[\s/>]").search(text, at)
    return following is not None and bool(following[1])


def _tag_open(text: str, begin: int, at: int, name: str) -> Explanation:
    """A start tag that goes over into something else."""
    sign = text[at : at + 1]
    if text.startswith("<!--", at):
        end = text.find("-->", at)
        cures = (
            "Put the comment behind the tag.",
            "Remove it.",
            f"Close the tag before it with >: {text[begin:at].rstrip()[-40:]}>",
        )
        return Explanation(at, end + 3 if end > 0 else at + 4, f"A comment stands in the tag <{name}>.", cures)
    if sign in ("<", "") or sign.isalpha():
        end = at
        return Explanation(begin, end, f"The tag <{name} is not closed.", (f"Close it with >: {text[begin:at].rstrip()[-40:]}>",))
    message = f"{sign} cannot stand in the tag <{name}>."
    if text.startswith("\\>", at):
        return Explanation(at, at + 2, message, ("Write />.", f"Remove {sign}."))
    return Explanation(at, at + 1, message, (f"Remove {sign}.", "Close the tag before it with >."))


def _in_end_tag(text: str, begin: int, open_tags: Sequence[OpenTag]) -> Explanation | None:
    found = END.match(text, begin)
    name = found[1] if found else ""
    inner = open_tags[-1].name if open_tags else name
    if found is None or not name or (found[2].strip() and not found[0].endswith(">")):
        return Explanation(begin, begin + 2, "An end tag has no name.", (f"Write </{inner}>.",))
    if text[begin + 2].isspace():
        message = f"A space stands between </ and {name}."
        return Explanation(begin, found.end(), message, (f"Write </{name}>.",))
    if found[2].strip():
        return Explanation(begin, found.end(), f"The end tag </{name}> has more in it than a name.", (f"Write </{name}>.",))
    if not found[0].endswith(">"):
        return Explanation(begin, found.end(), f"The end tag </{name} is not closed.", (f"Write </{name}>.",))
    return None


def _twice(text: str, at: int) -> Explanation:
    found = _ATTRIBUTE_NAME.match(text, at)
    name = found[0] if found else "The attribute"
    whole = re.compile(rf"{NAME}\s*=\s*(?:\"[^\"]*\"|'[^']*')").match(text, at)
    end = whole.end() if whole else at + len(name)
    return Explanation(
        at,
        end,
        f"The attribute {name} stands twice in this tag.",
        ("Remove one of the two.", "Keep one, with both values in it."),
    )


def _unbound(text: str, begin: int, open_tags: Sequence[OpenTag]) -> Explanation:
    """A prefix that no namespace is declared for: that of the element, or of one of its attributes."""
    end = text.find(">", begin)
    tag = text[begin : end + 1]
    known = {"xml", *re.findall(r"xmlns:([\w.\-]+)\s*=", tag)}
    for each in open_tags:
        known.update(re.findall(r"xmlns:([\w.\-]+)\s*=", text[each.begin : text.find(">", each.begin)]))
    for found in re.finditer(r"(?:^<|\s)(([\w.\-]+):[\w.\-]+)", tag):
        if found[2] not in known and found[2] != "xmlns":
            prefix, whole = found[2], found[1]
            at = begin if found.start() == 0 else begin + found.start(1)
            address = _ADDRESSES.get(prefix, "…")
            message = f"{whole} has the prefix {prefix}, for which no namespace is declared."
            if prefix.lower() == "xml":
                local = whole.partition(":")[2]
                return Explanation(
                    at, at + len(whole), f"{whole} is written xml:{local}, in small letters.", (f"Write xml:{local}.",)
                )
            cures = (
                f'Declare it on the outermost element: xmlns:{prefix}="{address}".',
                f"Write {whole.partition(':')[2]} without the prefix.",
            )
            stop = end + 1 if at == begin else at + len(whole)
            return Explanation(at, stop, message, (*cures, "Remove it."))
    return Explanation(
        begin, end + 1, "A prefix is used for which no namespace is declared.", ("Declare the prefix, or leave it out.",)
    )


_ADDRESSES = {
    "tei": "http://www.tei-c.org/ns/1.0",
    "xi": "http://www.w3.org/2001/XInclude",
    "xlink": "http://www.w3.org/1999/xlink",
    "mml": "http://www.w3.org/1998/Math/MathML",
    "svg": "http://www.w3.org/2000/svg",
    "frus": "http://history.state.gov/frus/ns/1.0",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "rng": "http://relaxng.org/ns/structure/1.0",
    "sch": "http://purl.oclc.org/dsdl/schematron",
    "teix": "http://www.tei-c.org/ns/Examples",
}
"""The namespaces that TEI files mostly mean by these prefixes."""


def _at(text: str, at: int, message: str, *cures: str) -> Explanation:
    return Explanation(at, min(at + 1, len(text)), message, cures)
