"""End tags that are not those of the element that is open: which of the two is wrong, and what to write."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from teiencode.distance import edit_distance
from teiencode.validation.explanation import Explanation, OpenTag
from teiencode.validation.other_vocabularies import in_tei
from teiencode.validation.vocabularies import FREQUENT

END = re.compile(r"</\s*([^\s<>/]*)([^<>]*)>?")
"""An end tag as people write it: its name, and what else is in it."""

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[^\s<>/!?]+)(?P<attributes>[^<>]*?)(?P<alone>/?)>")

WITHOUT_CONTENT = frozenset(
    (
        *("lb", "pb", "cb", "gb", "milestone", "anchor", "ptr", "graphic", "gap", "br", "hr", "img", "addSpan", "delSpan"),
        *("handShift", "damageSpan", "caesura", "move", "pause", "shift", "path", "zone", "space", "catRef", "refState", "redo"),
        *("undo", "witStart", "witEnd", "lacunaStart", "lacunaEnd", "variantEncoding", "link", "alt", "divGen", "when", "col"),
        *(
            "classRef",
            "elementRef",
            "macroRef",
            "attRef",
            "dataRef",
            "moduleRef",
            "equiv",
            "symbol",
            "numeric",
            "binary",
            "input",
        ),
    )
)
"""Elements that stand alone: where one is not closed, the slash was forgotten."""


_DESCRIPTION = re.compile(r"\s*<(desc|certainty|precision|respons)\b(?:[^<>]*/>|[^<>]*>(?:(?!</?\1\b).)*</\1\s*>)", re.DOTALL)
"""What elements that mostly stand alone may yet hold: it says what they are."""

_BEGINS_DESCRIPTION = re.compile(r"\s*<(?:desc|certainty|precision|respons)\b")


def mismatched(text: str, begin: int, open_tags: Sequence[OpenTag]) -> Explanation:
    """An end tag that is not that of the innermost element."""
    found = END.match(text, begin)
    name, end = (found[1], found.end()) if found else ("", begin + 2)
    inner = open_tags[-1]
    unclosed: list[OpenTag] = []
    for tag in reversed(open_tags):
        if tag.name == name:
            break
        unclosed.append(tag)
    else:
        unclosed = []
    message = f"</{name}> stands where <{inner.name}>, opened in line {inner.line}, is still open."
    if unclosed:
        alone = next((tag for tag in unclosed if tag.name in WITHOUT_CONTENT), None)
        described = _end_of_description(text, alone, begin) if alone is not None else 0
        if alone is not None and described and not _closes_next(text, alone, end):
            message = f"<{alone.name}>, opened in line {alone.line}, has no end tag behind what describes it."
            return Explanation(described, described, message, (f"Write </{alone.name}>: its description ends here.",))
        if alone is not None and described is None:
            message = f"<{alone.name}> is never closed: an element that stands alone ends with />."
            cures = [*_called_in_tei(text, alone), f"Write {_closed_at_once(text, alone)}."]
            return Explanation(alone.begin, end, message, tuple(cures))
        if len(unclosed) > 1 and unclosed[0].name == unclosed[1].name:
            # Two of one name, the one right in the other, and no end: the second is an end tag without its slash.
            inner = unclosed[0]
            message = f"<{inner.name}> stands in the <{inner.name}> of line {unclosed[1].line}, and neither is closed."
            ends = f"</{inner.name}>"
            cures = [f"Write {ends} in place of this <{inner.name}>.", f"Write {ends}{ends} before </{name}>."]
            return Explanation(inner.begin, inner.begin + len(inner.name) + 2, message, tuple(cures))
        signs = _in_other_signs(text, inner, begin)
        if signs:
            message = f"{signs[0]} is no end tag, and <{inner.name}>, opened in line {inner.line}, is still open."
            return Explanation(signs.start(), signs.end(), message, (f"Write </{inner.name}>.",))
        again = _begins_again(text, inner, begin)
        if again and again[0].endswith("/>"):
            message = f"{again[0]} stands where <{inner.name}>, opened in line {inner.line}, is still open."
            cures = [f"Write </{inner.name}>: the slash of an end tag stands before the name."]
            return Explanation(again.start(), again.end(), message, tuple(cures))
        ends = "".join(f"</{tag.name}>" for tag in unclosed)
        cures = [f"Write {ends} before </{name}>."]
        if again:
            line = text.count("\n", 0, again.start()) + 1
            cures.insert(0, f"Write </{inner.name}> before the <{inner.name}> of line {line}.")
        if _closes_next(text, inner, end):
            cures.insert(0, f"Exchange the two end tags: </{inner.name}></{name}>.")
        return Explanation(begin, end, message, (*cures, f"Remove <{inner.name}> in line {inner.line}."))
    meant = _meant_as_start(text, name, end, open_tags)
    if meant:
        return Explanation(begin, end, message, meant)
    write = f"Write </{inner.name}>."
    remove = f"Remove </{name}>: no element of this name is open."
    if text.endswith(f"</{name}>", 0, begin):
        return Explanation(begin, end, message, (remove, write))
    if _alike(name, inner.name) and name not in WITHOUT_CONTENT:
        other = f"Write <{name}> in line {inner.line}, at the beginning of the element."
        start_is_wrong = _is_known(name, text) and not _is_known(inner.name, text)
        return Explanation(begin, end, message, (other, write) if start_is_wrong else (write, other))
    in_order = (remove, write) if _closes_later(text, end, open_tags) else (write, remove)
    return Explanation(begin, end, message, in_order)


def _meant_as_start(text: str, name: str, end: int, open_tags: Sequence[OpenTag]) -> tuple[str, ...]:
    """The cures where an end tag without an element, behind which the text goes on at `end`, stands for a start tag.

    So it does where another end tag of its name follows in the same element: </hi>words</hi>; and where the start tag was closed
    at once: <hi/>words</hi>.
    """
    remove = f"Remove </{name}>: no element of this name is open."
    around = text.find(f"</{open_tags[-1].name}>", end)
    again = re.compile(rf"<(/?){re.escape(name)}[\s>]").search(text, end, max(around, end))
    if again and again[1]:
        return f"Write <{name}> in place of this </{name}>.", remove
    signs = rf"\[{re.escape(name)}(?:\s[^\]<>]*)?\]|&lt;{re.escape(name)}(?:\s[^<>]*?)?&gt;"
    other = list(re.finditer(signs, text[open_tags[-1].begin : end]))
    if other:
        return f"Write <{name}> in place of {other[-1][0]}.", remove
    closed_at_once = list(re.finditer(rf"<{re.escape(name)}(?:\s[^<>]*)?/>", text[open_tags[-1].begin : end]))
    if closed_at_once and name not in WITHOUT_CONTENT:
        line = text.count("\n", 0, open_tags[-1].begin + closed_at_once[-1].start()) + 1
        return f"Write > in place of /> at the <{name}> of line {line}.", remove
    return ()


def _in_other_signs(text: str, tag: OpenTag, end: int) -> re.Match[str] | None:
    """An end tag of an element that stands in other signs than < and >: [/hi], &lt;/hi&gt;, /hi>."""
    name = re.escape(tag.name)
    return re.compile(rf"(?:[\[({{]|&lt;|(?<=[^<\s]))/\s*{name}\s*(?:[\])}}>]|&gt;)").search(text, tag.begin, end)


def _begins_again(text: str, tag: OpenTag, end: int) -> re.Match[str] | None:
    """The tag of another element of the name that begins right within one that is never closed.

    There the end tag was forgotten, or is this: few elements stand directly in one of their own name.
    """
    depth = 0
    for found in _TAG.finditer(text, tag.begin + 1, end):
        if found["end"]:
            depth -= 1
        elif depth == 0 and found["name"] == tag.name and (not found["alone"] or not found["attributes"].strip()):
            return found
        elif not found["alone"]:
            depth += 1
    return None


def _closes_later(text: str, at: int, open_tags: Sequence[OpenTag]) -> bool:
    """Whether the innermost element has an end tag of its own after `at`, before that of the element around it."""
    own = text.find(f"</{open_tags[-1].name}>", at)
    if own < 0 or len(open_tags) == 1:
        return own >= 0
    end_of_own = own + len(f"</{open_tags[-1].name}>")
    around = text.find(f"</{open_tags[-2].name}>", end_of_own if open_tags[-2].name == open_tags[-1].name else at)
    return around < 0 or own < around


def _alike(one: str, other: str) -> bool:
    """Whether one name may be a slip for another."""
    return edit_distance(one.lower(), other.lower()) <= max(1, len(other) // 3)


def _is_known(name: str, text: str) -> bool:
    """Whether TEI has an element of this name, of those that are common, or the text another with both its tags."""
    return name in FREQUENT or (f"<{name}>" in text and f"</{name}>" in text)


def _closes_next(text: str, tag: OpenTag, at: int) -> bool:
    """Whether the next tag, with nothing before it, ends this element."""
    return re.compile(rf"\s*</{re.escape(tag.name)}\s*>").match(text, at) is not None


def _end_of_description(text: str, tag: OpenTag, end: int) -> int | None:
    """Where what describes an element that mostly stands alone ends, 0 where it does not before `end`; None where nothing does.

    <gap reason="damage"><desc>a hole</desc> has no slash, and needs an end tag.
    """
    found = _TAG.match(text, tag.begin)
    last = None
    while found is not None:
        described = _DESCRIPTION.match(text, found.end(), end)
        if described is None:
            return 0 if _BEGINS_DESCRIPTION.match(text, found.end(), end) else last
        found, last = described, described.end()
    return last


def _called_in_tei(text: str, tag: OpenTag) -> Iterator[str]:
    """The cure for an element of HTML that stands alone and has another name in TEI; its attributes would have others too."""
    other = next(iter(in_tei(tag.name)), "")
    if other.partition(" ")[0] in WITHOUT_CONTENT and text.startswith(f"<{tag.name}>", tag.begin):
        yield f"Write <{other}/>: so TEI calls it."


def _closed_at_once(text: str, tag: OpenTag) -> str:
    """The start tag of an element that stands alone, as it should be: with its slash."""
    whole = text[tag.begin : text.find(">", tag.begin)]
    return f"{whole.rstrip()}/>" if len(whole) < 60 else f"<{tag.name} …/>"
