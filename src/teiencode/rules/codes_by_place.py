"""Codes by their place: a reviewer's codes that no list has stand behind the last sentence of a paragraph, or in a stack.

Behind an end point a paragraph has nothing more to say, so that a letter and a figure there were written for words that are
withheld. Where a text has such a code, others of its shape that stand alone between its paragraphs are codes too.

Source:  The dam was to be built by the engineers of the province. K-3

         K-7

         They asked for a loan at the end of the year.
TEI:     province. <gap reason="redacted" cert="medium"><desc>K-3</desc></gap>
Not:     He was born in 1912 (see App. B-1); the number of a page or an archive's mark; a short mark of an office
Codes:   none
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiencode.letters import of_all_alphabets
from teiencode.line_shapes import LABEL_OF_LIST, LEAST_OF_TEXT
from teiencode.profile import Profile
from teiencode.reading import Block, Reading, View
from teiencode.rules.exemption_codes import BEFORE_A_CODE_SPOKEN_OF, attributes_of, is_row_of_codes
from teiencode.solve import evidence
from teiencode.surroundings import Surroundings, surroundings

END_POINT = re.compile(r"(?<=[\w\"”')\]][.?!])[\"”')\]]*[ \t]+(?=\S)")
"""Between the last sentence of a paragraph and what stands behind it on the line."""
LONGEST_TAIL = 40
WORD_BEFORE = re.compile(of_all_alphabets(r"[a-zß-ÿ]{4,}\W*$|[A-ZÀ-Þ]{3,}\W*$|\d{4}\W*$"))
"""A word before an end point that is no abbreviation."""
CODE = re.compile(r"(?=[^\s]*\d)(?=[^\s]*[A-Za-z§(\[])[(\[]?[\w§][\w§.:()/-]{0,11}(?<![.:/-])")
"""Letters, figures and signs with a figure among them; no number, day or hour, and no end of a sentence."""
REFERS = frozenset(
    [
        *("annex", "app", "apt", "bldg", "box", "col", "copy", "doc", "draft", "encl", "exh", "ext", "fig", "file", "fn"),
        *("item", "line", "map", "no", "nos", "note", "p", "page", "par", "para", "part", "plate", "pp", "ref", "rev"),
        *("rm", "room", "tab", "table", "tel", "vol"),
    ]
)
"""Words before a number that refer to something, and are no part of a code."""
WORD_OF_CODE = re.compile(r"[A-Za-z]{1,5}\.?")
"""A short word before the figures of a code (`art. 5`, `Sec 3`)."""
NUMBER = re.compile(r"\d+(?:[./-]\d+)*")
"""What stands behind the short word of a code."""
FIGURES, LETTERS = re.compile(r"\d+"), re.compile(r"[A-Za-z]+")
MOST_CODES = 6
MOST_LINES = 5


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a gap for each block between the paragraphs that is a stack or a row of codes of the text's own shapes."""
    around = surroundings(view, profile)
    known = _shapes(around)
    for block in view.blocks:
        if block.last - block.first >= MOST_LINES or block.end - block.start > LONGEST_TAIL:
            continue
        codes = [] if is_row_of_codes(view.block_text(block)) else _codes(view.block_text(block))
        shapes = frozenset(map(_shape, codes))
        stacked = len(codes) > 1 and (_are_alike(codes) or _are_stacked(around, block, codes))
        if codes and (stacked or known >= shapes) and _is_between_paragraphs(around, block):
            yield _gap(view.text, block.start, block.end)


def propose_inline(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a gap for the codes behind the last sentence of each paragraph."""
    around = surroundings(view, profile)
    for start, end in _tails(around):
        yield _gap(view.text, start, end)


def _gap(text: str, start: int, end: int) -> Reading:
    reasons = evidence("letters and figures where nothing more is said", 13.0)
    attributes = attributes_of(text[start:end]) | {"cert": "medium"}
    return Reading("gap", start, end, "codes_by_place", reasons, attributes, content=(start, end))


def _shapes(around: Surroundings) -> frozenset[str]:
    """The shapes of the codes behind paragraphs."""
    return frozenset(_shape(code) for start, end in _tails(around) for code in _codes(around.view.text[start:end]))


def _shape(code: str) -> str:
    return LETTERS.sub("a", FIGURES.sub("9", code))


def _tails(around: Surroundings) -> Iterator[tuple[int, int]]:
    """Where codes stand behind the last sentence of a block of running text."""
    view = around.view
    for block in view.blocks:
        line, after = view.lines[block.last], around.next_running[block.last]
        if not around.running[block.last] or line.end - line.start < LEAST_OF_TEXT:
            continue
        if after < len(around.shapes) and around.shapes[after].lower_start and not around.shapes[after].labelled:
            continue
        from_here = max(line.start, line.end - LONGEST_TAIL)
        for point in END_POINT.finditer(view.text, from_here, line.end):
            words = view.text[point.end() : line.end]
            if is_row_of_codes(words) or not _codes(words) or around.is_learned_short_mark(words):
                continue
            if BEFORE_A_CODE_SPOKEN_OF.search(view.text, line.start, point.end()):
                continue
            if WORD_BEFORE.search(view.text, line.start, point.start()):
                yield point.end(), line.end
                break


def _codes(words: str) -> list[str]:
    """The codes that words are, each with the short word before its figures; empty where they are anything else."""
    found: list[str] = []
    before = ""
    for word in words.split():
        if CODE.fullmatch(word) and not LABEL_OF_LIST.fullmatch(f"{word} "):
            found.append(f"{before}{word}")
            before = ""
        elif WORD_OF_CODE.fullmatch(word) and not before and word.lower().rstrip(".") not in REFERS:
            before = f"{word} "
        elif before and NUMBER.fullmatch(word):
            found.append(f"{before}{word}")
            before = ""
        elif is_row_of_codes(word):
            before = ""
        else:
            return []
    return [] if before or len(found) > MOST_CODES else found


def _are_alike(codes: list[str]) -> bool:
    """Whether codes without a word of their own have one shape."""
    return len(frozenset(map(_shape, codes))) == 1 and not any(" " in code for code in codes)


def _are_stacked(around: Surroundings, block: Block, codes: list[str]) -> bool:
    """Whether each line of a block is one code, under a sentence that has ended."""
    before = around.previous_running[block.first]
    return len(codes) == block.last - block.first + 1 and not around.shapes[before].opens


def _is_between_paragraphs(around: Surroundings, block: Block) -> bool:
    """Whether a block is short, and no furniture that is known."""
    lines = range(block.first, block.last + 1)
    if around.previous_running[block.first] < 0:
        return False
    if around.next_running[block.last] == len(around.shapes):
        return False
    return not any(around.front[at] or around.marks[at] or around.running[at] for at in lines)
