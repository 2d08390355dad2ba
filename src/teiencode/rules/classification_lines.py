"""Classification lines: a marking of secrecy or handling alone on its line, at a page's foot or top; struck or not.

Source:  ~~TOP SECRET~~ - SENSITIVE
TEI:     <fw type="header" place="top"><del rend="strikethrough" type="declassification">TOP SECRET</del> - SENSITIVE</fw>
Not:     keep this secret; EYES ONLY FOR SECRETARY, a caption that was sent
Codes:   none
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from teiencode.furniture import aside, foot, top
from teiencode.marks import is_misreading, plain
from teiencode.profile import Profile
from teiencode.reading import Evidence, Reading, View
from teiencode.surroundings import Surroundings, surroundings

WORD = re.compile(r"[^\W_]+")
LEVEL, COMPANION = 2, 1
LONGEST_MARKING = 60
LEAST_MISREAD = 6
"""Letters of a word that may have one misread."""


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a foot, a top and, before the text, a marking of the front, for each line that holds marking words only."""
    around = surroundings(view, profile)
    settings = profile.settings.get("classification", {})
    words = vocabulary(*(tuple(settings.get(name, ())) for name in ("levels", "companions", "little_words")))
    rank = {position: kind for position in range(len(view.lines)) if (kind := marking_rank(around, position, words))}
    for position, kind in rank.items():
        yield from _readings(around, position, kind, rank)


class Vocabulary:
    """The words of markings, each with its rank; a long word may have a letter misread."""

    def __init__(self, levels: tuple[str, ...], companions: tuple[str, ...], little_words: tuple[str, ...]) -> None:
        """Take the phrases apart."""
        self._ranks: dict[str, int | None] = {}
        self._ranks |= {word: COMPANION for phrase in companions for word in plain(phrase).split()}
        self._ranks |= {word: LEVEL for phrase in levels for word in plain(phrase).split()}
        self._ranks |= dict.fromkeys(little_words, 0)
        self._long = [(word, rank) for word, rank in self._ranks.items() if len(word) >= LEAST_MISREAD and rank]

    def rank(self, word: str) -> int | None:
        """The rank of a word in capitals, `None` for a word of no marking."""
        if word not in self._ranks and len(word) >= LEAST_MISREAD:
            near = [rank for known, rank in self._long if is_misreading(word, known, 1)]
            self._ranks[word] = max(near, default=None)
        return self._ranks.get(word)


@cache
def vocabulary(levels: tuple[str, ...], companions: tuple[str, ...], little_words: tuple[str, ...]) -> Vocabulary:
    """The vocabulary of a profile, made once."""
    return Vocabulary(levels, companions, little_words)


def marking_rank(around: Surroundings, position: int, words: Vocabulary) -> int:
    """How much of a marking a line is: 2 with a level of secrecy, 1 with words of handling only, 0 for any other line."""
    shape = around.shapes[position]
    if not shape.bare or len(shape.bare) > LONGEST_MARKING or shape.words > 9 or shape.bare[-1] in ".,;:?":
        return 0
    best = 0
    for word in WORD.findall(shape.bare.upper()):
        rank = words.rank(word)
        if rank is None:
            return 0
        best = max(best, rank)
    return best


def _readings(around: Surroundings, position: int, kind: int, rank: dict[int, int]) -> Iterator[Reading]:
    view, shape = around.view, around.shapes[position]
    line = view.lines[position]
    reasons = [Evidence("words of a marking only", 4.0 if kind == LEVEL else 1.5)]
    struck = view.text.startswith("~~", line.start)
    if struck:
        reasons.append(Evidence("struck out", 2.0))
    if not shape.capitals:
        reasons.append(Evidence("not in capitals", -2.0))
    beside = [other for other in (position - 1, position + 1) if other in rank]
    if kind == COMPANION and any(rank[other] == LEVEL for other in beside):
        reasons.append(Evidence("beside a level of secrecy", 2.5))
    if around.front[position]:
        yield aside(view, position, "classification_lines", reasons, {"type": "header", "place": "top"})
        return
    if kind == COMPANION and around.cuts(position):
        reasons.append(Evidence("a sentence is cut here", 2.0))
    if kind == COMPANION and len(around.positions.get(shape.key, ())) > 2:
        reasons.append(Evidence("recurs", 1.0))
    before, after = around.stretch(position)
    first_group, last_group = _groups(around, before + 1, after, rank)
    at_foot, at_top = list(reasons), list(reasons)
    if not first_group:
        at_foot.append(Evidence("stands alone more often at the foot", 0.7))
    elif position in first_group:
        at_foot.append(Evidence("first of two markings", 2.0))
    if position in last_group:
        at_top.append(Evidence("last of two markings", 2.0))
    yield foot(view, position, "classification_lines", at_foot, "footer")
    yield top(view, position, "classification_lines", at_top, "header")


def _groups(around: Surroundings, first: int, end: int, rank: dict[int, int]) -> tuple[set[int], set[int]]:
    """The lines of the first and of the last marking in a stretch; both empty where it has only one.

    A marking may run over lines that stand together, each with words of its own.
    """
    groups: list[list[int]] = []
    for position in range(first, end):
        if position not in rank:
            continue
        words = set(around.shapes[position].key.split())
        together = groups and groups[-1][-1] == position - 1
        if together and not any(words & set(around.shapes[other].key.split()) for other in groups[-1]):
            groups[-1].append(position)
        else:
            groups.append([position])
    return (set(groups[0]), set(groups[-1])) if len(groups) > 1 else (set(), set())
