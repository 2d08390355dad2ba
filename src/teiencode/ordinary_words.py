"""Words of headings: what the titles of papers and of their sections are made of, and nobody is called.

`Malcolm Browne` and `Latin America` have the same shape. A line of a few capitalised words is a heading where its last word
is the name of a thing (`Oil Imports`), its first an adjective of public affairs (`Economic Situation`), or where the whole
is a country, a region, a city or a body. The words are in `profiles/words_of_headings.toml`; a word with hyphens counts by
its last part.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from teiencode.dates.places import KNOWN_PLACES

ABSTRACT = re.compile(
    r"\w*(?:[a-z]{5}tions?|[a-z]{2}ssions?|[a-z]{4}ments?|[a-z]{3}it(?:y|ies)|[a-z]{3}isms?|[a-z]{4}ics|ologies|ology)"
)
"""An ending of nouns that name no thing one can see (`-tion`, `-ment`, `-ity`)."""
WORD = re.compile(r"[^\W\d_](?:[\w’'.-]*[^\W_])?")
ORDINAL = re.compile(r"(?:II|III|IV|VI{1,3}|IX|XI{1,3}|XIV|XV|[0-9]{1,2}|[a-z])\.? |[IVX]+\.?$")
"""The number or letter of a section before its title; one capital letter with its stop may be somebody's initial."""
OF_SOMETHING = re.compile(r"[’']s? |[’']s$|[0-9]|^M(?:r|rs|iss|essrs)\.? ")
"""What is somebody's (`Israel’s Atomic Reactor`), what bears a number, and who is spoken of (`Mr. Bell`)."""
LATER_OF_A_NAME = re.compile(r" [23]n?r?d$")
"""What tells a son from his father: `Douglas MacArthur 2d`."""


@cache
def _words(kind: str) -> frozenset[str]:
    """The words of a kind, in small letters."""
    return _lists()[kind]


@cache
def _lists() -> dict[str, frozenset[str]]:
    read = tomllib.loads(files("teiencode").joinpath("profiles", "words_of_headings.toml").read_text("utf-8"))
    return {kind: frozenset(words.split()) for kind, words in read.items()}


def is_heading(line: str) -> bool:
    """Whether a line of a few words is the title of a section, a place or a body, and so nobody's name.

    What stands behind a comma is left out: offices and titles are made of ordinary words.
    """
    line = LATER_OF_A_NAME.sub("", line.partition(",")[0])
    words = [word.casefold().rstrip(".") for word in WORD.findall(line)]
    if not words:
        return False
    if ORDINAL.match(line) or OF_SOMETHING.search(line) or "-".join(words) in _words("countries"):
        return True
    first, last = words[0], words[-1]
    if len(words) == 1:
        return first in _words("offices") or _is_thing(first) or (line.isupper() and first in _words("bodies"))
    if (
        first == "the"
        or first in _words("asking")
        or any(word.isupper() and word.casefold() in _words("function") for word in line.split() if len(word) > 1)
    ):
        return True
    if " ".join(words) in KNOWN_PLACES or first in _words("public") or last in _words("public") or any(map(_is_thing, words[1:])):
        return True
    if last in _words("countries") or last in _words("regions"):
        return first in _words("with_countries")
    return last in _words("waters") and (first in _words("proper") or first in _words("countries") or first in KNOWN_PLACES)


def is_country_or_surname(line: str) -> bool:
    """Whether a line is one word, the name of a country that people bear too (`Jordan`, `Ireland`)."""
    return line.casefold() in _words("surnames")


def _is_thing(word: str) -> bool:
    """Whether a word, in small letters, is the name of a thing, in singular or plural."""
    word = word.rpartition("-")[2]
    things = _words("things")
    if word in things or ABSTRACT.fullmatch(word):
        return True
    if not word.endswith("s"):
        return False
    return (
        word[:-1] in things
        or (word.endswith("es") and word[:-2] in things)
        or (word.endswith("ies") and f"{word[:-3]}y" in things)
    )
