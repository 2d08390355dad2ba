"""The names that were probably meant by one that a schema does not have.

A name tells in several ways what it stands for: it is nearly right, it is that of another vocabulary, it is the word that the
right name abbreviates (`expansion`, `partOfSpeech`), or the schema's documentation explains a name by it. Where it tells nothing,
its attributes do: few elements have @wit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import lru_cache

from teiencode.distance import edit_distance
from teiencode.validation.other_vocabularies import in_tei
from teiencode.validation.translations import elements_in_words
from teiencode.validation.vocabularies import COMMON, FREQUENT, MISLED

LONGEST = 200
"""In characters: what a longer name or value was meant to be is not asked."""

_SHORT = 3
"""Names up to this length have little in common with what one slip makes of them, and abbreviate too much."""

_FEW = 8
"""Of so few names one that begins with another was meant by that: sourceDesc by source."""

_ROOT = 5
"""So many letters in common make two words forms of one: deletion, deleted."""

_MISREAD = tuple(str.maketrans(digits, letters) for digits, letters in (("015", "ols"), ("015", "ois")))
"""Digits that stand where a letter was read wrongly."""

_MADE_FOR = {"signed": "closer", "salute": "opener", "dateline": "opener", "seg": "closer", "row": "table", "cell": "row"}
"""Elements, and what is made for them."""

_WORD = re.compile(r"[A-Z]?[^A-Z\W_]+|[A-Z]+(?![a-z])|\d+")


def nearest_names(
    name: str, allowed: tuple[str, ...], everywhere: tuple[str, ...], glosses: Mapping[str, str], most: int = 3
) -> list[str]:
    """Names of `everywhere` that `name` was probably meant for, those that are `allowed` here first.

    `glosses`: what the schema says that a name stands for. A name of another vocabulary may come with an attribute.
    """
    if len(name) > LONGEST:
        return []
    return list(_nearest(name, allowed, everywhere, tuple(glosses.items())))[:most]


@lru_cache(maxsize=1_000)
def _nearest(
    name: str, allowed: tuple[str, ...], everywhere: tuple[str, ...], glosses: tuple[tuple[str, str], ...]
) -> tuple[str, ...]:
    same_case = [other for other in everywhere if other.lower() == name.lower()]
    known = in_tei(name) or ((MISLED[name],) if name in MISLED else ())
    translated = [other for other in known if first_word(other) in everywhere]
    translated += [other for other in elements_in_words(name) if other in everywhere]
    if set(known).intersection(("code", "term")) and not translated and "hi" in everywhere:
        translated = ["hi"]
    # An item of a cast is one, too.
    kinds = [other for other in allowed if _words(other)[-1:] != _words(other) and _words(other)[-1] in translated]
    translated = [*kinds, *translated] if not set(map(first_word, translated)).intersection(allowed) else translated
    misread = [other for table in _MISREAD if (other := name.translate(table)) != name and other in everywhere]
    close = get_close_matches(name, allowed, n=2, cutoff=0.72) or get_close_matches(name, everywhere, n=2, cutoff=0.72)
    short = _one_off(name, allowed) if len(name) <= _SHORT and not translated else []
    glossed = [other for other, gloss in glosses if other in everywhere and _same_word(name, gloss)][:2]
    found = list(dict.fromkeys((*same_case, *translated, *misread, *short, *glossed)))
    # The last part of a compound says what it is: a source note is a note.
    kind = [other for other in COMMON if len(other) > _SHORT and other in allowed and name.lower().endswith(other.lower())]
    spelt = [*kind[:1], *close, *_by_words(name, everywhere)[:2]]
    found = list(dict.fromkeys((*found, *sorted(spelt, key=lambda each: edit_distance(each, name) > _slips(name)))))
    # What may stand here was more probably meant than what may not.
    return tuple(sorted(found, key=lambda each: first_word(each) not in allowed))


def names_of_the_same(name: str, allowed: tuple[str, ...], glosses: Mapping[str, str]) -> list[str]:
    """Names of `allowed` that say what `name` says: in another vocabulary, in a word, or shortened."""
    return list(_of_the_same(name, allowed, tuple(glosses.items())))


@lru_cache(maxsize=1_000)
def _of_the_same(name: str, allowed: tuple[str, ...], explained: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    glosses = dict(explained)
    glossed = [other for other in allowed if other in glosses and _same_word(name, glosses[other])]
    shorter = [other for other in allowed if _abbreviates(other.lower(), name.lower()) and len(other) < len(name)]
    translated = [other for other in in_tei(name) if first_word(other) in allowed]
    translated += [other for other in elements_in_words(name) if other in allowed and other != name]
    if len(allowed) <= _FEW:
        shorter += [other for other in allowed if other.startswith(name) and _within(_words(name), _words(other))]
    return tuple(dict.fromkeys((*translated, *glossed, *shorter)))


def _slips(name: str) -> int:
    return max(1, len(name) // 4)


def _by_words(name: str, everywhere: Iterable[str]) -> list[str]:
    """Names that are made of the same words, written shorter or longer: pubPlace for `publicationPlace`."""
    words = _words(name)
    found: list[tuple[int, int, str]] = []
    for other in everywhere:
        parts = _words(other)
        if len(parts) == len(words) and all(_abbreviates(part, word) for part, word in zip(parts, words, strict=True)):
            found.append((0, -len(other), other))
        elif (len(other) >= _SHORT or other in COMMON) and parts and _within(parts, words):
            found.append((1, -len(other), other))
    return [other for _, _, other in sorted(found)]


@lru_cache(maxsize=2_000)
def _words(name: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORD.findall(name))


def _within(parts: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether the words stand one after the other among others."""
    size = len(parts)
    return size < len(words) and any(words[at : at + size] == parts for at in range(len(words) - size + 1))


def _abbreviates(one: str, other: str) -> bool:
    """Whether one word is the beginning of the other."""
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) >= _SHORT and long.startswith(short))


def is_called_after(name: str, other: str) -> bool:
    """Whether the first word of a name is that of another, or shortened: persName and person, title and titleStmt."""
    first, second = _words(name)[:1], _words(other)[:1]
    return name != other and bool(first and second) and len(first[0]) > _SHORT and _abbreviates(first[0], second[0])


def _same_word(name: str, gloss: str) -> bool:
    """Whether a name is what another is said to stand for, or a form of it."""
    written, said = "".join(_words(name)), _letters(gloss)
    if written == said:
        return True
    shared = next(
        (at for at, (one, other) in enumerate(zip(written, said, strict=False)) if one != other), min(len(written), len(said))
    )
    return shared >= _ROOT and max(len(written), len(said)) - shared <= _SHORT and " " not in gloss


@lru_cache(maxsize=2_000)
def _letters(gloss: str) -> str:
    """What is explained in small letters, without what stands between them."""
    return "".join(re.findall(r"\w+", gloss.lower()))


def _one_off(name: str, allowed: tuple[str, ...]) -> list[str]:
    """Common names of the same length that differ in one letter."""
    return [each for each in COMMON if each in allowed and len(each) == len(name) and edit_distance(each, name) == 1][:2]


def first_word(cure: str) -> str:
    """The name in a cure that may have attributes too."""
    return cure.split()[0]


def by_attributes(
    written: Iterable[str], allowed: Iterable[str], owners: Mapping[str, frozenset[str]], all_names: int
) -> list[str]:
    """Those of the allowed elements that have all the attributes that are `written`, where these are not such as many have."""
    telling = [name for name in written if 0 < len(owners.get(name, ())) < all_names // 3]
    if not telling:
        return []
    fitting = [name for name in allowed if all(name in owners[each] for each in telling)]
    return common_first(fitting)


def common_first(names: Iterable[str]) -> list[str]:
    """Names in the order in which editions have them; rare ones last, by the alphabet."""
    given = set(names)
    return [*(name for name in FREQUENT if name in given), *sorted(given.difference(FREQUENT))]


def typical_first(names: list[str], inner: str) -> list[str]:
    """Elements that may hold another: the one that is made for it, then common ones; rare ones only where there are no others."""
    given = set(names)
    common = [name for name in COMMON if name in given]
    made = [name for name in (_MADE_FOR.get(inner),) if name in given]
    return list(dict.fromkeys([*made, *common])) or [name for name in FREQUENT if name in given] or sorted(names)


_MOST_UNKNOWN = 500


class UnknownNames:
    """The unknown names of a file. For so many that no slips make them those are not sought that were meant, which takes long."""

    def __init__(self) -> None:
        """Begin with none."""
        self._known: set[str] = set()

    def are_too_many(self, name: str) -> bool:
        """Whether this is another one beyond them."""
        if len(self._known) < _MOST_UNKNOWN:
            self._known.add(name)
        return name not in self._known
