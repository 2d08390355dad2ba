"""What is wrong outside the outermost element: in the XML declaration, before the first tag, behind the last."""

from __future__ import annotations

import re
from difflib import get_close_matches

from teiencode.validation.explanation import START, Explanation, OpenTag

_DECLARATION = re.compile(r"<\?xml(?=[\s?>])", re.I)
_PART = re.compile(r"""([^\s=?<>"']+)(?:\s*(=)\s*)?("[^"<>]*"|'[^'<>]*'|[^\s?<>]*)""")
"""A name, an = and a value, as they should be or not."""

_VALUES = {"version": r"1\.[0-9]+", "encoding": r"[A-Za-z][A-Za-z0-9._\-]*", "standalone": "yes|no"}
"""What an XML declaration may say, in this order."""

_RIGHT = {"version": "1.0", "encoding": "UTF-8", "standalone": "yes"}
_WHOLE = 'Write <?xml version="1.0" encoding="UTF-8"?>.'

_PROLOG = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[<>]*(?:\[[^\]]*\]\s*)?>)*", re.DOTALL)
"""What may stand before the outermost element."""

_TAG_END = re.compile(r"""(?:[^"'<>]|"[^"<]*"|'[^'<]*')*>""")


def in_declaration(text: str, at: int) -> Explanation | None:
    """The first fault in the XML declaration, where Expat stopped in it or at its beginning; None where it is in order."""
    opened = _DECLARATION.match(text)
    if opened is None or at > text.find(">"):
        return None
    if opened[0] != "<?xml":
        message = f"The XML declaration begins with <?xml, in small letters, and not with {opened[0]}."
        return Explanation(0, opened.end(), message, ("Write <?xml.", _WHOLE))
    here, seen = opened.end(), ""
    while True:
        here += len(text[here:]) - len(text[here:].lstrip())
        if text.startswith("?>", here):
            break
        part = _PART.match(text, here)
        if part is None:
            return Explanation(here, here + 1, "The XML declaration does not end with ?>.", ("Write ?>.", _WHOLE))
        fault = _in_part(part, seen)
        if fault is not None:
            return Explanation(here, part.end(), fault[0], (*fault[1], _WHOLE))
        seen, here = part[1], part.end()
    return None


def _in_part(part: re.Match[str], before: str) -> tuple[str, tuple[str, ...]] | None:
    """What is wrong with a part of the declaration that follows the part `before`, and its cures."""
    name, value = part[1], part[3]
    order = list(_VALUES)
    right = f'{name}="{_RIGHT.get(name, "…")}"'
    if name not in _VALUES:
        near = get_close_matches(name.lower(), order, n=1, cutoff=0.5)
        return f"The XML declaration has no {name}.", (*(f"Did you mean {each}?" for each in near), f"Remove {name}.")
    if not before and name != "version":
        return f"The XML declaration begins with version, and not with {name}.", (f'Put version="1.0" before {name}.',)
    if before and order.index(name) <= order.index(before):
        return f"In the XML declaration {name} cannot follow {before}.", (f"Put {name} before {before}.",)
    if not part[2]:
        return f"{name} of the XML declaration has no value.", (f"Write {right}.",)
    bare = value.strip("\"'")
    if len(value) < 2 or value[0] not in "\"'" or value[0] != value[-1]:
        quoted = f'{name}="{bare}"' if re.fullmatch(_VALUES[name], bare) else right
        return f"The value of {name} stands without quotes.", (f"Write {quoted}.",)
    if not re.fullmatch(_VALUES[name], bare):
        return f'"{bare}" is no {name} that an XML declaration may have.', (f"Write {right}.",)
    return None


def before_root(text: str) -> Explanation | None:
    """Text before the outermost element; None where that begins as it should."""
    begin = _end_of_prolog(text)
    if text.startswith("<", begin) or begin >= len(text):
        return None
    end = text.find("<", begin)
    stop = begin + len(text[begin : end if end >= 0 else len(text)].rstrip())
    if begin > len(text) - len(text.lstrip()):
        cures = ("Remove it.", "Write it within <!-- and -->, as a comment.", "Put it inside the outermost element.")
        return Explanation(begin, stop, "Text stands before the outermost element.", cures)
    to_do = "Remove what stands before the first <." if end >= 0 else "Make TEI of this text with teiencode encode."
    otherwise = "Name the TEI file itself, if this is another."
    return Explanation(begin, stop, "The file does not begin as XML does: with <.", (to_do, otherwise))


def _end_of_prolog(text: str) -> int:
    found = _PROLOG.match(text)
    assert found is not None  # it matches nothing at all, too
    return found.end()


def behind_root(text: str, at: int, root: OpenTag | None) -> Explanation:
    """Something after the outermost element, whose start tag is `root`."""
    found = START.match(text, at)
    tag = _TAG_END.match(text, root.begin + 1) if root else None
    if root and tag and tag[0].endswith("/>") and text.find(f"</{root.name}", at) > 0:
        message = f"<{root.name}> is closed at once by its />, and what should stand in it follows."
        return Explanation(root.begin, tag.end(), message, ("Write > in place of />.",))
    if found:
        message = f"<{found[1]}> follows the outermost element, and a file has only one."
        cures = ("Remove it, or put it inside the outermost element.", "Put both in <teiCorpus>.")
        return Explanation(at, found.end(), message, cures)
    declaration = _DECLARATION.match(text, at)
    if declaration:
        message = "An XML declaration follows the outermost element: these are two files in one."
        return Explanation(at, declaration.end(), message, ("Make two files of it.", "Remove what follows, from here on."))
    if text[at : at + 1] != "<":
        at = text.rfind(">", 0, at) + 1
    while text[at : at + 1].isspace():
        at += 1
    end = text.find("\n", at)
    message = "Text follows the outermost element."
    return Explanation(at, end if end > 0 else len(text), message, ("Remove it, or put it inside the outermost element.",))
