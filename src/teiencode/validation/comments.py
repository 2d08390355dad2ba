"""What is wrong with a comment: that it does not end, ends in another way, or has two dashes in it."""

from __future__ import annotations

import re

from teiencode.validation.explanation import Explanation

_OTHER_END = re.compile(r"--\s+>|--[!\-]+>")
_DASHES_ALONE = re.compile(r"--[ \t]*(?=[<\r\n])")
_HALF_END = re.compile(r"(?<!-)->")
_SIGN = re.compile("<!--|-->")


def in_comment(text: str, at: int) -> Explanation | None:
    """The fault in the comment that is open at `at`; None where none is."""
    begin = text.find("<!--", text.rfind("-->", 0, at) + 1, at)
    if begin < 0:
        return None
    dashes = text.find("--", begin + len("<!--"))
    ending = _OTHER_END.match(text, dashes)
    if ending:
        message = f"A comment ends with -->, and not with {' '.join(ending[0].split())}."
        return Explanation(dashes, ending.end(), message, ("Write -->, without anything between.",))
    following = _SIGN.search(text, dashes - 2)
    half = _DASHES_ALONE.match(text, dashes) if following is None else None
    if half:
        return Explanation(dashes, dashes + 2, "A comment ends with -->, and not with --.", ("Write -->.",))
    if following is None:
        return never_ends(text, begin)
    if following[0] == "<!--":
        # Either the first lacks its end, or a stretch with a comment in it was to be hidden; then another end follows.
        end = text.find("-->", following.end())
        after = _SIGN.search(text, end + len("-->")) if end >= 0 else None
        if after is None or after[0] == "<!--" or dashes < following.start():
            return never_ends(text, begin)
        message = "A comment begins within a comment, and the first --> ends both."
        cures = ("Remove the inner <!-- and its -->.", "Write - - in place of the -- within.")
        return Explanation(following.start(), following.end(), message, cures)
    message = "Two dashes stand within a comment, where they may only end it."
    return Explanation(dashes, dashes + 2, message, ("Write - - in place of --.",))


def never_ends(text: str, begin: int) -> Explanation:
    """A comment that has no end before the next begins."""
    following = text.find("<!--", begin + len("<!--"))
    stop = following if following > 0 else len(text)
    half = _HALF_END.search(text, begin, stop)
    cures = ["End it with -->."]
    if half:
        cures.insert(0, f"Write --> in place of the -> in line {text.count(chr(10), 0, half.start()) + 1}.")
    return Explanation(begin, stop, "The comment never ends.", tuple(cures))
