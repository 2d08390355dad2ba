"""Stamps: what archivists, registries and reviewers stamped on a page, misread or not, alone on its lines or glued to text.

Source:  DECLASSIFIED

         Authority NND 383319
         By JW NARA Date 10/19/79
TEI:     <fw type="stamp"><stamp type="declassification">DECLASSIFIED
         Authority NND 383319<lb/>By JW NARA Date 10/19/79</stamp></fw>
Not:     the paper was declassified in 1979
Codes:   none
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from teiencode.dates import read_dateline
from teiencode.furniture import aside, foot, top
from teiencode.letters import of_all_alphabets
from teiencode.line_shapes import ABBREVIATED, Shape
from teiencode.marked_lines import LABEL_SHAPE
from teiencode.marks import Marks, marks_of, plain
from teiencode.profile import Profile
from teiencode.reading import Block, Evidence, Reading, View
from teiencode.solve import evidence
from teiencode.surroundings import Surroundings, surroundings
from teiencode.titles import is_numbered_under

DECLASSIFICATION = {"type": "declassification"}
NUMBER = re.compile(r"\d{4,6}[A-Z]?|\d{1,4}([./-])\d{1,2}\1\d{2,4}|[A-Z]{1,4}[- ]?\d{5,}(?:[-/]\d+)*")
NUMBER_AFTER_NAME = re.compile(
    of_all_alphabets(
        r"[A-ZÀ-Þ][A-Za-zÀ-ÿ .]{2,30}: ?"
        r"(?:\d[\d/.-]+|[A-Z]{1,4}[ -]?\d[\w/.-]*(?:,? [\w/.-]+){0,4})"
    )
)
"""A name, a colon, and a number: a document's number in an archive, where it stands above the form."""
STAMP_LINE = re.compile(
    r"(?:auth(?:ority|or|\.)?\b|by\b|date[ds]?\b|e\.? ?o\.? ?\d{5}|sec(?:tion|\.)? ?\d|nara|n(?:nd|lk|lj|lf|lc|ln|le|lr) ?[-\d]|"
    r"declass|dod d.r|review|released?|sanitized|per |exempt|downgraded|rac |cia-rdp|case |doc(?:ument)? ?n)",
    re.IGNORECASE,
)
PARTICIPLE = re.compile(of_all_alphabets(r"[A-ZÀ-Þ]{4,}(?:ED|IÉ|IE)[.,]?"))
"""What was done to a paper, alone in capitals: a clerk's or a reviewer's stamp."""
CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ'’]+[.,:]?"
CAPITALS_AFTER_NAME = re.compile(
    of_all_alphabets(
        rf"^#{{1,6}} [^\n]*?[a-zß-ÿ]{{2,}} ({CAPITALS} (?:{CAPITALS} |[-–—/&] |\d{{1,4}} |[A-ZÀ-Þ] )*"
        rf"(?:{CAPITALS}|\d{{1,4}}|[A-Z])"
        r"|[A-ZÀ-Þ]{8,})[ \t]*$"
    ),
    re.MULTILINE,
)
"""Words in capitals at the end of a marked head whose other words are in small letters: a stamp beside it."""
ARCHIVE_MARK = re.compile(r"[A-Z]{1,6}[IVX1l]*(?: [A-Z]{1,4}){0,2} ?\d{1,4} ?/ ?\d{1,4}")
NUMBER_FIRST = re.compile(r"(?:No|NO|Nr|N[°º]|Ref|REF|Reg|REG|Ser|SER|Doc|DOC|Log|LOG)\.? ?(?:[Nn]o\.? ?)?\d{3,6}[A-Z]?")
ENDS_AS_TEXT = re.compile(r"[.:]$|\D\)$")
SHORTEST_NUMBERED = 5
YEAR = re.compile(r"(?<=[a-zA-Z] )(?:1[789]|20)\d\d\b(?![/-])")
"""A year behind a word, as titles have it."""
FEW_LINES_ABOVE, MOST_LINES_ABOVE, MOST_WORDS_ABOVE = 3, 5, 8
LENGTH_OF_STAMP = 10
"""Characters of a line of a stamp of many lines; shorter ones are jotted down."""
MOST_LINES_OF_HOLDER = 6
"""Lines of a stamp that names who holds the paper, with its group of records, its box, its folder."""
RECEIVED = re.compile(
    r"(?:\d{4} )?(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)[A-Z]{0,6}\.? \d{1,2}(?:,? \d{4})?"
    r"(?:,? (?:[AP]\.?M\.?)? ?\d{1,2}[ :.]?\d\d(?: ?[AP]\.?M\.?)?)?"
)
"""The day, and perhaps the time, as a clerk's stamp has it: in capitals."""
LONGEST_LINE = 70
REACH = 12
"""Lines at the head of page 1 among which an archive's mark is looked for."""
MOST_LINES = 6
SURELY = 0.6
"""How like a known stamp a line must be that holds the word for a kind of paper."""
MOST_WORDS_OF_COPY = 6
TO_WHOM = frozenset({"TO", "FOR", "AN", "AAN", "FÜR", "PARA", "POUR", "PER", "TIL", "TILL", "DLA"})
"""Words with which the printed name of a list of those who have copies ends."""


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield readings for declassification stamps of several lines, for known stamps and archive numbers."""
    around = surroundings(view, profile)
    settings = profile.settings.get("stamps", {})
    declassification = marks_of(settings.get("declassification", ()))
    others = marks_of(settings.get("others", ()))
    copies = frozenset(map(plain, settings.get("copies", ())))
    covered = -1
    for position, shape in enumerate(around.shapes):
        if not shape.bare or len(shape.bare) > 160 or position <= covered:
            continue
        if shape.bare[-1] == ":" and around.in_form(position):
            # A printed name without a value (`RELEASED BY:`).
            continue
        if len(shape.bare) <= LONGEST_LINE:
            likeness = declassification.likeness(shape.bare) if shape.bare[0] in 'DdSsEeRrAaUuN"“' or shape.capitals else 0.0
            if likeness:
                covered = _last_line(around, position)
                yield from _declassified(around, position, covered, likeness)
                continue
            if around.in_form(position) and LABEL_SHAPE.match(shape.bare):
                continue
            begins_only = (around.alone(position) and others.only_starts(shape.bare)) or _names_whom(shape.bare)
            likeness = 0.0 if begins_only else others.likeness(shape.bare)
            if likeness and not (likeness < SURELY and around.title_word(shape.bare)):
                yield from _stamped(around, position, Evidence("a known stamp", 2.0 + 3.5 * likeness), others)
            elif around.alone(position) and _names_copy(around, position, copies):
                yield from _stamped(around, position, Evidence("the name of a copy", 3.0), others)
            elif NUMBER.fullmatch(shape.bare) and around.alone(position) and around.front[position]:
                reason = [Evidence("an archive's number or date on page 1", 4.0)]
                yield aside(view, position, "stamps", reason, {"type": "stamp"})
    yield from _above_mark(around)
    yield from _of_many_lines(around)
    yield from _released(around)
    yield from _received(around)
    known = (declassification, others)
    yield from _before_the_form(around, frozenset(map(plain, settings.get("holders", ()))), known)


def _goes_on(around: Surroundings, first: int, last: int) -> bool:
    """Whether lines under the first one of a stamp may be of it: short ones in capitals, no marks of their own, no titles."""
    for position in range(first, last + 1):
        shape = around.shapes[position]
        if not shape.capitals or not 0 < len(shape.bare) <= LONGEST_LINE or around.marks[position] or around.label(position):
            return False
        if around.title_word(shape.bare) or around.is_title(shape.bare):
            return False
    return True


def _names_copy(around: Surroundings, position: int, copies: frozenset[str]) -> bool:
    """Whether a line says which copy of a paper this is: the word for it with a few others, or with a number."""
    shape = around.shapes[position]
    words = plain(shape.bare).split()
    if not words or len(words) > MOST_WORDS_OF_COPY or LABEL_SHAPE.match(shape.bare) or _names_whom(shape.bare):
        return False
    if around.in_form(position):
        numbered = words[-1].isdigit() and not copies.isdisjoint(words[-2:-1])
        return numbered or words[0] in copies or words[-1] in copies
    return shape.capitals and len(words) > 1 and words[-1] in copies


def _names_whom(bare: str) -> bool:
    """Whether a line ends as the printed name of a list of those who have copies (`Copy to`)."""
    return plain(bare).rpartition(" ")[2] in TO_WHOM


def _of_many_lines(around: Surroundings) -> Iterator[Reading]:
    """Blocks that no table knows: a word for what was done to the paper, lines of authority, by whom, and when."""
    for block in around.view.blocks:
        shapes = around.shapes[block.first : block.last + 1]
        if len(shapes) > MOST_LINES or any(not 0 < len(shape.bare) <= LONGEST_LINE for shape in shapes):
            continue
        if any(around.running[block.first : block.last + 1]) or around.label(block.first):
            continue
        done = PARTICIPLE.fullmatch(shapes[0].bare) is not None and not around.marking(block.first)
        # Alone on a form such a word is as likely one that is printed there (`REPEATED`), but not above all else.
        done = done and not (len(shapes) == 1 and block.first and around.in_form(block.first))
        found = [match[0].casefold() for shape in shapes[done:] if (match := STAMP_LINE.match(shape.bare))]
        of_a_stamp = len(found)
        if not done and (len(set(found)) < 2 or of_a_stamp < len(shapes) / 2):
            continue
        reasons = [Evidence("lines of a stamp", 2.5 * of_a_stamp)] if of_a_stamp else []
        if done:
            reasons.append(Evidence("what was done to the paper, in capitals", 2.5))
        if len(shapes) > 1:
            reasons.append(Evidence("its lines stand together", 1.0 * (len(shapes) - 1)))
        if of_a_stamp:
            yield from _stamp(around, block.first, block.last, reasons)
        else:
            yield from _mark(around, block.first, block.last, reasons)


def _mark(around: Surroundings, first: int, last: int, reasons: list[Evidence]) -> Iterator[Reading]:
    if around.front[first]:
        yield aside(around.view, first, "stamps", reasons, {"type": "stamp"}, last)
    else:
        yield foot(around.view, first, "stamps", reasons, "stamp", last)
        yield top(around.view, first, "stamps", reasons, "stamp", last)


def _before_the_form(around: Surroundings, holders: frozenset[str], known: Sequence[Marks]) -> Iterator[Reading]:
    """Short blocks before the text that name who holds the paper, or stand above all else with a number of the archive's."""
    above = True
    for block in around.view.blocks:
        if not around.front[block.first]:
            # Another form may follow, with an archive's marks above it.
            above = True
            continue
        shapes = around.shapes[block.first : block.last + 1]
        first = shapes[0].bare
        stamped = PARTICIPLE.fullmatch(first) is not None or around.is_stamp(block.first, block.last)
        if above and (stamped or any(marks.likeness(first) > SURELY for marks in known)):
            continue
        if around.heads_message(block.first) or block.first in around.counting or around.is_marked_head(block.first):
            # Under the archive's mark that counts the pages the form begins, under its title, and with the head of a message.
            above = False
            continue
        if above and not block.first and NUMBER_FIRST.fullmatch(first) and not around.label(block.last + 1):
            yield aside(around.view, 0, "stamps", [Evidence("a number, the first line of all", 6.0)], {"type": "stamp"})
            continue
        if above and _is_named_and_numbered(around, block):
            reasons = [Evidence("above the form, a name with a number", 3.5)]
            if len(shapes) > 1:
                reasons.append(Evidence("its lines stand together", 3.0 * (len(shapes) - 1)))
            if block.last + 1 < len(around.shapes) and around.marks[block.last + 1] and not around.marking(block.last + 1):
                reasons.append(Evidence("above the archive's mark of the page", 2.0))
            yield aside(around.view, block.first, "stamps", reasons, {"type": "stamp"}, block.last)
            continue
        received = above and around.in_form(block.first) and is_numbered_under([shape.bare for shape in shapes])
        titled = around.title_word(first) and not received
        if around.label(block.first) or around.is_title(first) or titled or LABEL_SHAPE.match(first):
            above = False
            continue
        words = {word for shape in shapes for word in plain(shape.bare).split()}
        if around.marking(block.first) or not _may_stand_above(around, shapes, held=not words.isdisjoint(holders)):
            above = above and STAMP_LINE.match(first) is not None
            continue
        reasons = []
        if words & holders:
            reasons.append(Evidence("names who holds the paper", 4.5))
            reasons.append(Evidence("its lines stand together", 1.5 * (len(shapes) - 1)))
        goes_on = any(shape.lower_start for shape in shapes[1:])
        begins_low = len(shapes) > 1 and shapes[0].lower_start and not any(map(str.isdigit, first))
        jotted = begins_low or (goes_on and not any(map(str.isdigit, shapes[-1].bare)))
        if above and not jotted and not _is_dateline(around, first) and _has_number(shapes):
            reasons.append(Evidence("above all else, with a number", 3.0))
            reasons.append(Evidence("its lines stand together", 3.0 * (len(shapes) - 1)))
        if reasons:
            yield aside(around.view, block.first, "stamps", reasons, {"type": "stamp"}, block.last)


def _received(around: Surroundings) -> Iterator[Reading]:
    """Blocks of a few short lines with the day in capitals on one of them: who had the paper, and when."""
    for block in around.view.blocks:
        shapes = around.shapes[block.first : block.last + 1]
        if not 1 < len(shapes) <= MOST_LINES or any(not 0 < len(shape.bare) <= LONGEST_LINE for shape in shapes):
            continue
        if any(":" in shape.bare for shape in shapes) or any(around.running[block.first : block.last + 1]):
            continue
        if all(shape.capitals for shape in shapes) and any(RECEIVED.fullmatch(shape.bare) for shape in shapes):
            reasons = [
                Evidence("a day in capitals, as clerks stamp it", 5.5),
                Evidence("its lines stand together", 3.0 * (len(shapes) - 1)),
            ]
            yield from _mark(around, block.first, block.last, reasons)


def _is_dateline(around: Surroundings, bare: str) -> bool:
    """Whether a line at the head of a page dates the paper; above a form a day without a place is an archive's."""
    found = read_dateline(bare)
    return found is not None and (found.place is not None or not around.form_first)


def _is_named_and_numbered(around: Surroundings, block: Block) -> bool:
    """Whether each line of a block is a name with a colon, and one has a number, where no field stands beside it."""
    shapes = around.shapes[block.first : block.last + 1]
    if around.label(block.first) or not all(LABEL_SHAPE.match(shape.bare) for shape in shapes):
        return False
    if len(shapes) == 1 and not NUMBER_AFTER_NAME.fullmatch(shapes[0].bare):
        return False
    if not any(map(str.isdigit, "".join(shape.bare for shape in shapes))):
        return False
    beside = [at for at in (block.first - 1, block.last + 1) if 0 <= at < len(around.shapes)]
    return bool(beside) and not any(_is_field(around, at) for at in beside)


def _is_field(around: Surroundings, position: int) -> bool:
    bare = around.shapes[position].bare
    return LABEL_SHAPE.match(bare) is not None or (around.label(position) is not None and not NUMBER_FIRST.fullmatch(bare))


def _may_stand_above(around: Surroundings, shapes: Sequence[Shape], *, held: bool) -> bool:
    """Whether the lines of a block may be what an archive put above a form; many lines only where there is a form.

    `held`: they name who holds the paper.
    """
    if len(shapes) > (MOST_LINES_OF_HOLDER if held else MOST_LINES_ABOVE) or any(
        not _may_be_put_above(shape) for shape in shapes
    ):
        return False
    if held or len(shapes) <= FEW_LINES_ABOVE:
        return True
    long = sum(len(shape.bare) for shape in shapes) >= LENGTH_OF_STAMP * len(shapes)
    return around.form_first and long and not any(shape.lower_start for shape in shapes)


def _has_number(shapes: Sequence[Shape]) -> bool:
    """Whether lines hold a number that is no year, and are more than the symbol of an office (`J-3`)."""
    words = YEAR.sub("", " ".join(shape.bare for shape in shapes))
    return len(words) > SHORTEST_NUMBERED and any(map(str.isdigit, words))


def _may_be_put_above(shape: Shape) -> bool:
    bare = shape.bare
    ends_as_text = ENDS_AS_TEXT.search(bare) and not ABBREVIATED.search(bare)
    return 0 < len(bare) <= LONGEST_LINE and shape.words <= MOST_WORDS_ABOVE and not ends_as_text


def _released(around: Surroundings) -> Iterator[Reading]:
    """Blocks that are no sentence and begin with a word of release."""
    for block in around.view.blocks:
        if around.is_stamp(block.first, block.last):
            reasons = [Evidence("begins with a word of release", 3.5)]
            if block.last > block.first:
                reasons.append(Evidence("its lines stand together", 3.0 * (block.last - block.first)))
            yield from _stamp(around, block.first, block.last, reasons)


def propose_inline(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield furniture for known stamps that end the line of a marked head."""
    settings = profile.settings.get("stamps", {})
    known = sorted((*settings.get("others", ()), *settings.get("short", {})), key=len, reverse=True)
    if not known or "#" not in view.text:
        return
    for found in view.matches(CAPITALS_AFTER_NAME):
        yield Reading(
            "furniture", *found.span(1), "stamps", evidence("capitals after a name in a head's line", 12.5), {"type": "stamp"}
        )
    stamps = "|".join(re.escape(mark) for mark in known)
    for found in re.finditer(rf"^#{{1,6}} [^\n]*?\S[ \t]+((?:{stamps})(?:[ \t]+(?:{stamps}))*)[ \t]*$", view.text, re.MULTILINE):
        yield Reading("furniture", *found.span(1), "stamps", evidence("a known stamp in a head's line", 12.0), {"type": "stamp"})


def _above_mark(around: Surroundings) -> Iterator[Reading]:
    """Blocks above an archive's mark at the head of page 1: what an archive put there, with its mark."""
    view = around.view
    first_mark = next((at for at, shape in enumerate(around.shapes[:REACH]) if ARCHIVE_MARK.fullmatch(shape.bare)), None)
    if first_mark is None or not around.front[first_mark]:
        return
    for block in view.blocks:
        if block.last >= first_mark:
            return
        shapes = around.shapes[block.first : block.last + 1]
        if len(shapes) <= MOST_LINES and all(0 < len(shape.bare) <= LONGEST_LINE for shape in shapes):
            reasons = [Evidence("above an archive's mark", 2.0), Evidence("its lines stand together", 1.0 * (len(shapes) - 1))]
            if not around.label(block.first) and not around.is_title(shapes[0].bare):
                yield aside(view, block.first, "stamps", reasons, {"type": "stamp"}, block.last)


def _last_line(around: Surroundings, first: int) -> int:
    """The last line under a stamp's first one that reads like its own, in the same block or the next."""
    last = position = first
    while position + 1 < len(around.shapes) and position + 1 - first <= MOST_LINES:
        position += 1
        bare = around.shapes[position].bare
        if not bare or len(bare) > LONGEST_LINE or around.block_of[position] > around.block_of[first] + 1:
            break
        if STAMP_LINE.match(bare):
            last = position
        elif around.starts_block(position) or around.running[position]:
            break
    return last


def _declassified(around: Surroundings, position: int, last: int, likeness: float) -> Iterator[Reading]:
    """A declassification stamp: its first line alone, with the lines that read like its own, and with its whole block."""
    if around.running[position] and around.shapes[position].words > 8:
        return
    first = Evidence("words of declassification", 1.5 + 4.0 * likeness)
    yield from _stamp(around, position, position, [first])
    if last > position:
        yield from _stamp(around, position, last, [first, Evidence("lines of a stamp under it", 5.5 * (last - position))])
    end = around.view.blocks[around.block_of[last]].last
    if end > last and end - position <= MOST_LINES and not any(around.running[last + 1 : end + 1]):
        reasons = [first, Evidence("lines of a stamp under it", 5.5 * (last - position)), Evidence("the rest of its block", 0.5)]
        yield from _stamp(around, position, end, reasons)


def _stamp(around: Surroundings, first: int, last: int, reasons: list[Evidence]) -> Iterator[Reading]:
    view = around.view
    span = view.lines[first].start, view.lines[last].end
    inner = (Reading("stamp", *span, "stamps", evidence("the whole of it", 10.0), DECLASSIFICATION),)
    if around.front[first]:
        yield aside(view, first, "stamps", reasons, {"type": "stamp"}, last, inner=inner)
        return
    yield top(view, first, "stamps", [*reasons, Evidence("stands mostly at the top", 0.5)], "stamp", last, inner=inner)
    yield foot(view, first, "stamps", reasons, "stamp", last, inner=inner)


def _stamped(around: Surroundings, position: int, reason: Evidence, known: Marks) -> Iterator[Reading]:
    view = around.view
    if around.running[position] and around.shapes[position].words > 8:
        return
    stamp = {"type": "stamp"}
    end = view.blocks[around.block_of[position]].last
    last = position
    while last < end and last - position < MOST_LINES and known.piece(around.shapes[last + 1].bare):
        last += 1
        more = Evidence("the lines under it are of the same stamp", 2.5 * (last - position))
        for make in (foot, top):
            yield make(view, position, "stamps", [reason, more], "stamp", last)
    if position < end <= position + 2 and around.starts_block(position) and not any(around.running[position : end + 1]):
        yield aside(view, position, "stamps", [reason, Evidence("the rest of its block", 0.5)], stamp, end)
        if _goes_on(around, position + 1, end):
            together = Evidence("its lines stand together", 3.0 * (end - position))
            yield from _mark(around, position, end, [reason, together])
        if around.shapes[position + 1].lower_start and not around.front[position]:
            # A line that goes on in lower case is no other mark.
            goes_on = Evidence("the line under it goes on with its sentence", 2.5)
            for make in (foot, top):
                yield make(view, position, "stamps", [reason, goes_on], "stamp", end)
    if around.front[position]:
        yield aside(view, position, "stamps", [reason], stamp)
        return
    yield aside(view, position, "stamps", [reason, Evidence("in the middle of a page", -1.0)], stamp)
    yield foot(view, position, "stamps", [reason], "stamp")
    yield top(view, position, "stamps", [reason], "stamp")
