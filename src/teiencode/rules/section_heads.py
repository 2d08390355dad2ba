"""Section heads: marked heads (`##`), sections with a number and a title, and titles alone.

Source:  II. Moscow's Proposed Basis for Negotiations.
TEI:     <div type="section"><head>II. Moscow's Proposed Basis for Negotiations.</head>
Not:     1. The loose ends still remaining; I. A. Smith said
Codes:   none
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiencode.dates import read_dateline
from teiencode.letters import of_all_alphabets
from teiencode.line_shapes import LABEL_OF_LIST
from teiencode.profile import Profile
from teiencode.reading import Evidence, Reading, View
from teiencode.rules.salutations import is_salutation
from teiencode.surroundings import Surroundings, surroundings
from teiencode.titles import is_title

MARKED = re.compile(r"^(#{1,6})[ \t]+(?=[# \t]*[^#\s])", re.MULTILINE)
ROMAN = re.compile(
    r"(?:(?:Part|PART|Section|SECTION|Chapter|CHAPTER)\s+)?(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})(?:[.:]|\s?[-–—]+(?=\s)|(?<=[IVX][IVX])(?=\s+(?!OF\b)))\s*(?=\S)"
)
ROMAN_ALONE = re.compile(r"(?:(?:Part|PART|Section|SECTION)\s+)?(?=[IVX])(?:X{0,3})(?:IX|IV|V?I{0,3})\.?")
NUMBERS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
INITIALS = re.compile(r"(?:[A-Z]\.){2,}")
LETTERED = re.compile(r"[A-H]\.\s+(?=[A-Z])")
ENCLOSURE = re.compile(r"\[?(?:enclosure|attachment|annex|appendix)(?: (?:no\. ?)?[\dA-Z]{1,3})?\]?", re.IGNORECASE)
NOTICE_AT_END = re.compile(r" ?\[[A-Za-z]+\]$")
FEWEST_WORDS = 2
FEWEST_LETTERS = 5
"""Letters of a title of one word."""
LONGEST_HEAD = 120
NUMBERED = re.compile(of_all_alphabets(r"(?:\(\d{1,4}\)|\d{1,2}\.)\s+(?=[A-ZÀ-Þ])"))


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield heads for marked lines, for numbered sections and for titles alone on their lines."""
    around = surroundings(view, profile)
    if "#" in view.text:
        yield from _marked(around)
    titled = _titles_in_capitals(around)
    for position, shape in enumerate(around.shapes):
        if not shape.bare or len(shape.bare) > LONGEST_HEAD or "\t" in shape.bare:
            continue
        if around.starts_block(position):
            yield from _section(around, position, titled=titled)
            yield from _enclosure(around, position)


def _marked(around: Surroundings) -> Iterator[Reading]:
    view = around.view
    for found in view.matches(MARKED):
        position = view.line_at.get(found.start())
        if position is None or found.end() > view.lines[position].end:
            continue
        line = view.lines[position]
        kind = "head" if around.front[position] else "section head"
        attributes = {"rend": f"h{len(found[1])}"}
        reasons = (Evidence("marked as a head", 10.0),)
        yield Reading(kind, line.start, line.end, "section_heads", reasons, attributes, content=(found.end(), line.end))


def _titles_in_capitals(around: Surroundings) -> bool:
    """Whether a title in capitals stands alone on its line, with text under it, in a text that is not in capitals."""
    if around.capitals:
        return False
    for position, shape in enumerate(around.shapes[:-1]):
        if not shape.capitals or around.front[position] or not around.running[position + 1] or not around.alone(position):
            continue
        title = shape.opens and shape.words >= FEWEST_WORDS and is_title(shape.bare) and not around.marking(position)
        if title or around.names_part(shape.bare):
            return True
    return False


def _section(around: Surroundings, position: int, *, titled: bool) -> Iterator[Reading]:
    shape = around.shapes[position]
    last = position
    if around.running[position] and shape.words > 16:
        return
    block = around.view.blocks[around.block_of[position]]
    numbered = ROMAN.match(shape.bare)
    title = shape.bare[numbered.end() :] if numbered else shape.bare
    if numbered and is_title(title) and not INITIALS.fullmatch(shape.bare):
        reasons = [Evidence("a section's number", 3.0), Evidence("words of a title", 1.5)]
        if block.last - position > 1:
            reasons.append(Evidence("more lines of the block", -3.0))
        elif block.last > position:
            last = block.last if is_title(around.shapes[block.last].bare) else position
        yield _head(around, "section head", position, last, reasons)
    elif ROMAN_ALONE.fullmatch(shape.bare) and around.alone(position):
        yield from _parted(around, position)
    elif block.last == position and LETTERED.match(shape.bare):
        yield from _lettered(around, position)
    elif block.last - position < 3 and NUMBERED.match(shape.bare) and not around.bold_alone(position):
        yield from _numbered(around, position, block.last)
    elif block.last == position and (around.bold_alone(position) or not LABEL_OF_LIST.match(shape.bare)):
        yield from _title_alone(around, position, titled=titled)


def _lettered(around: Surroundings, position: int) -> Iterator[Reading]:
    """A letter and a title of several words without an end point, with text under it."""
    shape, following = around.shapes[position], around.under(position)
    title = shape.bare[2:].strip()
    if not shape.opens or not is_title(title) or shape.words > 10 or following >= len(around.shapes):
        return
    if around.running[following] and not around.shapes[following].lower_start and not around.capitals:
        reasons = [Evidence("a letter before a title", 2.0), Evidence("text follows", 1.0)]
        yield _head(around, "section head", position, position, reasons)


def _numbered(around: Surroundings, position: int, last: int) -> Iterator[Reading]:
    """A number in figures and a title of several words in capitals, with text under it; a line in brackets may follow."""
    shape, following = around.shapes[position], around.under(last)
    title = NUMBERED.sub("", shape.bare)
    if around.capitals or not title.isupper() or len(title.split()) < FEWEST_WORDS or shape.bare[-1] in ".,;:":
        return
    if following >= len(around.shapes) or not around.running[following] or around.shapes[following].lower_start:
        return
    others = around.shapes[position + 1 : last + 1]
    in_brackets = bool(others) and others[0].bare[:1] == "(" and others[-1].bare[-1:] == ")"
    if others and not in_brackets and not all(other.bare.isupper() for other in others):
        return
    reasons = [Evidence("a number before a title in capitals", 2.0), Evidence("text follows", 1.0)]
    yield _head(around, "section head", position, last, [*reasons, Evidence("its lines stand together", 1.5 * len(others))])


def _title_alone(around: Surroundings, position: int, *, titled: bool) -> Iterator[Reading]:
    """A title without a number: short, no end point, its longer words with capitals, text under it.

    `titled`: there are titles in capitals elsewhere, so that one word in capitals may be one.
    """
    shape = around.shapes[position]
    words = NOTICE_AT_END.sub("", shape.bare)
    bold = around.bold_alone(position)
    part = around.names_part(shape.bare)
    if shape.words > 12 or not (shape.opens or bold or part) or not (is_title(words) or bold):
        return
    one_word = shape.words < 2 and not bold and not part
    if one_word and (not words.isalpha() or around.cuts(position)):
        return
    if one_word and (
        not titled or len(around.positions.get(shape.key, ())) > 1 if shape.capitals else len(words) < FEWEST_LETTERS
    ):
        return
    if around.in_form(position) or around.marking(position):
        return
    following = around.under(position)
    if following >= len(around.shapes) or around.shapes[following].lower_start:
        return
    salutation = is_salutation(around.shapes[following].bare) or _opens_letter(around, following)
    if not around.running[following] and not salutation and not bold and not part:
        return
    if around.marks[following]:
        return
    if around.capitals and not around.bold_alone(position):
        return
    if around.cuts(position) == 2:
        return
    reasons = [Evidence("short, with capitals, and no end point", 1.0), Evidence("text follows", 1.0)]
    if around.bold_alone(position):
        reasons.append(Evidence("a bold line alone", 4.0))
    if any(map(str.isdigit, words)) and not bold:
        reasons.append(Evidence("with figures, like a date or a symbol", -1.5))
    if part:
        reasons.append(Evidence("names a part of a paper", 2.0))
    if salutation:
        reasons.append(Evidence("a letter begins under it", 2.0))
    if shape.capitals:
        reasons.append(Evidence("in capitals", 0.5))
    if one_word:
        reasons.append(Evidence("one word", -0.5))
    yield _head(around, "head" if around.front[position] else "section head", position, position, reasons)


def _opens_letter(around: Surroundings, position: int) -> bool:
    """Whether a line dates a letter, whose salutation stands under it."""
    under = position + 1
    if under >= len(around.shapes) or not is_salutation(around.shapes[under].bare):
        return False
    return read_dateline(around.shapes[position].bare) is not None


def _enclosure(around: Surroundings, position: int) -> Iterator[Reading]:
    """The head of an enclosure: its name alone on a line, with text under it."""
    shape = around.shapes[position]
    if around.alone(position) and ENCLOSURE.fullmatch(shape.bare) and around.next_running[position] < len(around.shapes):
        yield _head(around, "enclosure head", position, position, [Evidence("names an enclosure, and text follows", 4.0)])


def _parted(around: Surroundings, position: int) -> Iterator[Reading]:
    """A section's number alone, with its title under it, or parted from it by furniture."""
    end = min(around.next_running[position], position + 6)
    titles = [
        at
        for at in range(position + 1, end)
        if around.shapes[at].words >= 2 and is_title(around.shapes[at].bare) and not around.marking(at)
    ]
    if not titles:
        if _counts_parts(around, position):
            counted = [Evidence("a section's number alone", 2.0), Evidence("another of them stands alone too", 2.0)]
            yield _head(around, "section head", position, position, counted)
        return
    number = _head(around, "section head", position, position, [Evidence("a section's number alone", 4.0)])
    yield number
    for at in titles:
        line = around.view.lines[at]
        reasons = (
            Evidence("a title after a section's number", 2.0),
            Evidence("nearer to the text", 1.0 if at == titles[-1] else 0.0),
        )
        yield Reading("head continued", line.start, line.end, "section_heads", reasons)


def _counts_parts(around: Surroundings, position: int) -> bool:
    """Whether a number alone stands over a text, and the one before it or after it stands so elsewhere."""
    following = around.under(position)
    if following >= len(around.shapes) or not around.running[following] or around.cuts(position):
        return False
    numbers = [
        shape.bare.rstrip(".") for at, shape in enumerate(around.shapes) if around.alone(at) and ROMAN_ALONE.fullmatch(shape.bare)
    ]
    here = around.shapes[position].bare.rstrip(".")
    return numbers == list(NUMBERS[: len(numbers)]) and len(numbers) > 1 and here in numbers


def _head(around: Surroundings, kind: str, first: int, last: int, reasons: list[Evidence]) -> Reading:
    view = around.view
    return Reading(kind, view.lines[first].start, view.lines[last].end, "section_heads", tuple(reasons))
