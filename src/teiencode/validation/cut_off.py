"""A file that ends in the middle of a tag, a value or a comment: what follows was cut off, and what is there is no slip."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from teiencode.validation.explanation import NAME, Explanation, OpenTag

LOOK = "Look for what was cut off, in a copy of the file."

_IN_VALUE = re.compile(rf"<{NAME}(?:\s+{NAME}\s*=\s*(?:\"[^\"]*\"|'[^']*'))*\s+({NAME})\s*=\s*(?:\"[^\"]*|'[^']*)\Z")
_IN_TAG = re.compile(rf"<(/?)({NAME})[^<>]*\Z")
_OTHERS = {
    "<!--": "a comment",
    "<![CDATA[": "a CDATA section",
    "<?": "an instruction",
    "</": "an end tag",
    "<": "a tag",
    "&": "the name of a character",
}
_SHOWN = 40
"""In characters: of so much the beginning is repeated in a cure."""


def cut_off(text: str, begin: int, open_tags: Sequence[OpenTag], explained: Explanation) -> Explanation:
    """What is said of a file that ends within what begins at `begin`, in place of what is `explained` as a slip.

    It is a slip where the outermost element has its end tag behind it all the same, or other tags follow.
    """
    what = _what(text, begin)
    if not open_tags or not what or f"</{open_tags[0].name}>" in text[begin:]:
        return explained
    ends = "".join(f"</{tag.name}>" for tag in reversed(open_tags))
    half = text[begin:].rstrip()
    shown = half if len(half) <= _SHOWN and "\n" not in half else f"{half.split()[0][:_SHOWN]} …"
    cures = (f"Remove {shown} and write {ends} at the end.", LOOK)
    return replace(explained, message=f"The file ends here, in the middle of {what}.", cures=cures)


def _what(text: str, begin: int) -> str:
    """What begins at a place and does not end before the file; '' where it is no tag, or others follow."""
    value = _IN_VALUE.match(text, begin)
    if value:
        return f"the value of {value[1]}"
    tag = _IN_TAG.match(text, begin)
    if tag:
        return f"the {'end ' if tag[1] else ''}tag <{tag[1]}{tag[2]}>"
    sign, name = next((each for each in _OTHERS.items() if text.startswith(each[0], begin)), ("", ""))
    return name if len(sign) > 1 or not re.search("[<>]", text[begin + 1 :]) else ""
