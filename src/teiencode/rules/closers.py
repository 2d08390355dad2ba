"""Closers: who signed, and the operator's and handling lines under it.

Source:  They agreed to meet again on Friday.

         STEVENSON

         CTW/3

         Note: Passed White House, 4:35 p.m.
TEI:     <closer><signed>STEVENSON</signed>
         <seg type="operator">CTW/3</seg>
         <seg type="handling">Note: Passed White House, 4:35 p.m.</seg></closer>
Not:     a title in capitals with text under it; PRIORITY on a form
Codes:   none
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiencode.line_shapes import ABBREVIATED
from teiencode.marked_lines import LABEL_SHAPE
from teiencode.marks import as_letters, unaccented
from teiencode.message_heads import END_OF_MESSAGE
from teiencode.profile import Profile
from teiencode.reading import Block, Evidence, Reading, View
from teiencode.signed_names import NAME_AND_OFFICE, is_known_to_be_none
from teiencode.solve import GOES_ON
from teiencode.surroundings import Surroundings, surroundings

MISREAD_NAME = re.compile(r"(?=(?:\d?[A-Z]+){1,3}\d?$)(?=(?:[^A-Z]*[A-Z]){5})[A-Z0-9]+")
"""A name in capitals with a digit or two in place of letters."""
NAME = re.compile(r"[A-Z][A-Za-z.'’-]+(?:,? (?:[A-Z][A-Za-z.'’-]*|de|van|von|la|le|Jr\.?)){0,3}")
OPERATOR = re.compile(
    rf"[A-Za-z]{{1,5}}(?:[/:][A-Za-z]{{0,4}}){{0,2}}[/:]\d{{0,3}}[A-Za-z]{{0,3}}|{END_OF_MESSAGE.pattern}|#\d{{4}}"
)
INITIALS = re.compile(
    r"(?=.*(?:[/:]|\d))(?=.*[A-Za-z])(?=.*\w[/:.-]{1,2}\w)\w[\w()]*(?:[/:.-]{1,2}[\w()]+)*(?: [\w()]+(?:[/:.-]{1,2}[\w()]+)*)?"
)
"""Letters and figures with a sign between them, in a word or two."""
LONGEST_INITIALS = 18
HANDLING = re.compile(r"(?:note|advance cop(?:y|ies)|passed|relayed|repeated|received|correction|cfn)\b", re.IGNORECASE)
ENCLOSURE = re.compile(r"(?:enclosures?|attachments?|encls?\.?|tabs?)\b ?\(?(?:\d|:|as stated)", re.IGNORECASE)
DISTRIBUTION = re.compile(r"(?:cc|copies to|copy to|distribution|bcc|info copies)\b ?:", re.IGNORECASE)
POSTSCRIPT = re.compile(r"P\. ?S\.? |PS[:.] ", re.IGNORECASE)
CLOSING = re.compile(
    r"(?:(?:very |most )?(?:sincerely|truly|respectfully|faithfully|cordially|warmly)(?: yours)?|respectfully submitted|"
    r"yours (?:very |most |ever )?(?:sincerely|truly|respectfully|faithfully|cordially|ever)?|"
    r"(?:with )?(?:my )?(?:warm|best|kind|warmest|kindest) (?:personal )?(?:regards|wishes)|"
    r"i have the honou?r to (?:be|remain)[^.]{0,60}),?",
    re.IGNORECASE,
)
SIGNATURE = re.compile(
    r"\[(?:signature|signed|initials?)\]|/s/.{0,40}|\(?signed\)?:?|"
    r"for the [^.:]{3,50}:",
    re.IGNORECASE,
)
"""A notice of a signature, or in whose name it is given."""
LONGEST_LEAVE = 80
"""Characters of a line that takes leave above the words of a closing (`With all good wishes to you both,`)."""
SIGNED_NAME = re.compile(rf"\(?(?i:signed|sgd)\.?\)?[:.]? ?{NAME.pattern}\.?")
TITLE_WORD = r"(?:[A-Z(][\w.'’/&-]*\)?,?|of|the|for|and|to|in|on|&)"
TITLE = re.compile(rf"{TITLE_WORD}(?: {TITLE_WORD}){{0,9}}")
NUMBERED_TITLE = re.compile(r"[IVX]{2,5}\.\s")
"""A section's number; one letter may be the first of a name."""
BODY_AND_PLACE = re.compile(r"[A-Z]{3,}(?:/[A-Z]{3,})?,|[A-Z][a-z]+(?:, [A-Z][\w.]*)*\.?")
"""The short name of a body, in capitals before a comma; a place."""
MOST_LINES_OF_OFFICE = 3
LONGEST_TITLE = 70
MOST_TIMES = 3
"""A name that stands alone more often than so many letters can be in one file is a mark of pages."""
MOST_LINES = 5
REACH = 12
"""Lines under a name among which a postscript or an enclosure tells that it signs."""
MOST_WORDS = 4


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield signatures for names near the end of a document, their titles with them, and for the lines under them."""
    around = surroundings(view, profile)
    for number, block in enumerate(view.blocks):
        shape = around.shapes[block.first]
        if (around.running[block.first] and shape.words > 14) or around.front[block.first] or not shape.bare:
            continue
        if CLOSING.fullmatch(shape.bare):
            start, end = view.lines[block.first].start, view.lines[block.first].end
            yield Reading("closing salute", start, end, "closers", (Evidence("takes leave of a reader", 4.0),))
            if block.last > block.first:
                yield from _signed(around, block.first + 1, block.last, [Evidence("under a closing", 2.0)])
        under = around.shapes[block.last + 1].bare if block.last + 1 < len(around.shapes) else ""
        takes_leave = block.first == block.last and len(shape.bare) <= LONGEST_LEAVE and shape.bare[-1] == ","
        if takes_leave and CLOSING.fullmatch(under):
            yield Reading("closing salute", block.start, block.end, "closers", (Evidence("above the words of a closing", 4.0),))
        yield from _signed(around, block.first, block.last, [])
        if SIGNATURE.fullmatch(shape.bare) and block.first == block.last and number + 1 < len(view.blocks):
            following = view.blocks[number + 1]
            if not around.front[following.first]:
                yield from _signed(around, block.first, following.last, [Evidence("a signature over a name", 0.0)])
        yield from _under(around, block.first, block.last)
        if _is_office(around, block):
            reasons = (Evidence("an office, right under the last words of the text", 2.5), *_no_text(around, block))
            yield Reading("signature", block.start, block.end, "closers", reasons)


def _is_office(around: Surroundings, block: Block) -> bool:
    """Whether a block right under the text, which no text follows, is the name of an office, or of a body and its place."""
    shapes = around.shapes[block.first : block.last + 1]
    if around.next_running[block.last] < len(around.shapes) or not 0 < around.previous_running[block.first] + 1 == block.first:
        return False
    if len(shapes) > MOST_LINES_OF_OFFICE or around.marks[block.first] or around.label(block.first):
        return False
    lines = [shape.bare for shape in shapes]
    if any(len(line) > LONGEST_TITLE for line in lines):
        return False
    if not all(shape.opens or ABBREVIATED.search(shape.bare) or BODY_AND_PLACE.fullmatch(shape.bare) for shape in shapes):
        return False
    if around.names_part(lines[0]) or not all(TITLE.fullmatch(line) or BODY_AND_PLACE.fullmatch(line) for line in lines):
        return False
    return around.names_office(" ".join(lines).upper()) or (len(lines) > 1 and BODY_AND_PLACE.fullmatch(lines[0]) is not None)


def _no_text(around: Surroundings, block: Block) -> Iterator[Evidence]:
    if block.last > block.first:
        yield Evidence("its lines stand together", GOES_ON * (block.last - block.first))


def _signed(around: Surroundings, first: int, last: int, reasons: list[Evidence]) -> Iterator[Reading]:
    """A signature over the lines of one block or two: a notice of it, a name, titles."""
    view = around.view
    shapes = around.shapes[first : last + 1]
    noticed = SIGNATURE.fullmatch(shapes[0].bare) is not None or SIGNED_NAME.fullmatch(shapes[0].bare) is not None
    names = shapes[1:] if noticed else shapes
    in_office = NAME_AND_OFFICE.fullmatch(shapes[0].bare) is not None
    if len(shapes) > MOST_LINES or any(around.marking(position) for position in range(first, last + 1)):
        return
    if not noticed and not in_office and (not names or names[0].words > MOST_WORDS or not _is_name(names[0].bare)):
        return
    if not noticed and around.names_part(names[0].bare):
        return
    if any(len(shape.bare) > LONGEST_TITLE or not (shape.opens or _may_end(shape.bare, noticed=noticed)) for shape in names):
        return
    if not noticed and len(names) > 1 and not all(TITLE.fullmatch(shape.bare) for shape in names[1:]):
        return
    if not noticed and len(around.positions.get(shapes[0].key, ())) > MOST_TIMES:
        return
    after = around.next_running[last]
    ends = (
        after == len(around.shapes)
        or around.front_before_text(last)
        or any(_ends_letter(around, at) for at in range(last, min(after + 1, last + REACH)))
    )
    if not ends and not noticed and not reasons:
        return
    reasons = [*reasons, Evidence("a notice of a signature", 4.0) if noticed else Evidence("a name alone after the text", 2.0)]
    if noticed and names:
        reasons.append(Evidence("a name and titles under it", 3.0 * len(names)))
    if after == len(around.shapes):
        reasons.append(Evidence("no text follows", 2.0))
    if shapes[0].capitals and shapes[0].words == 1 and first == last:
        reasons.append(Evidence("one word in capitals", 1.0))
    if around.previous_running[first] == first - 1:
        reasons.append(Evidence("text stands just before", 1.0))
    if not noticed and any(around.marking(at) for at in range(around.previous_running[first] + 1, first)):
        reasons.append(Evidence("a marking stands above it", -4.0))
    if last > first and not noticed:
        reasons.append(Evidence("titles under the name", 1.0 * (last - first)))
    yield Reading("signature", view.lines[first].start, view.lines[last].end, "closers", tuple(reasons))


def _may_end(bare: str, *, noticed: bool) -> bool:
    """Whether a line of a signature ends as one may: with an abbreviation's point, or one behind a name after *(Signed)*."""
    if SIGNATURE.fullmatch(bare):
        return True
    return ABBREVIATED.search(bare) is not None or (noticed and NAME.fullmatch(bare.removesuffix(".")) is not None)


def _is_name(bare: str) -> bool:
    bare = unaccented(bare)
    if is_known_to_be_none(bare) or OPERATOR.fullmatch(bare) or NUMBERED_TITLE.match(bare):
        return False
    return NAME.fullmatch(bare) is not None or MISREAD_NAME.fullmatch(bare) is not None


def _ends_letter(around: Surroundings, position: int) -> bool:
    """Whether a line stands under the signature of a letter: a postscript, an enclosure, a list of copies."""
    bare = around.shapes[position].bare
    return bool(POSTSCRIPT.match(bare) or ENCLOSURE.match(bare) or DISTRIBUTION.match(bare) or OPERATOR.fullmatch(bare))


def _may_be_initials(around: Surroundings, first: int, last: int) -> bool:
    """Whether a line alone may hold a typist's or an operator's initials, as they stand under a signature."""
    bare = around.shapes[first].bare
    if first != last or len(bare) > LONGEST_INITIALS or around.marking(first) or first in around.counting:
        return False
    return INITIALS.fullmatch(bare) is not None


def _under(around: Surroundings, first: int, last: int) -> Iterator[Reading]:
    view, shape = around.view, around.shapes[first]
    start, end = view.lines[first].start, view.lines[last].end
    if first == last and OPERATOR.fullmatch(shape.bare):
        ends = END_OF_MESSAGE.fullmatch(shape.bare) is not None
        reason = Evidence("an operator's sign that the message ends", 5.0) if ends else Evidence("an operator's initials", 2.5)
        yield Reading("operator", start, end, "closers", (reason,))
    elif _may_be_initials(around, first, last):
        reasons = [Evidence("short, with a sign between letters or figures", 1.5)]
        if first and _is_name(around.shapes[first - 1].bare) and not around.marks[first - 1]:
            reasons.append(Evidence("right under a name", 1.5))
        yield Reading("operator", start, end, "closers", tuple(reasons))
    elif HANDLING.match(as_letters(shape.bare)):
        reasons = [Evidence("words of handling", 1.0)]
        if not around.running[first] or around.next_running[first] == len(around.shapes):
            reasons.append(Evidence("after the text", 1.0))
        yield Reading("closing handling", start, end, "closers", tuple(reasons))
    elif ENCLOSURE.match(shape.bare):
        reasons = [Evidence("names an enclosure", 2.0)]
        if around.next_running[last] == len(around.shapes):
            reasons.append(Evidence("no text follows", 1.5))
        yield Reading("enclosure line", start, end, "closers", tuple(reasons))
    elif around.next_running[last] == len(around.shapes) or around.front_before_text(last):
        if DISTRIBUTION.match(shape.bare):
            yield Reading("distribution", start, end, "closers", (Evidence("names who had copies", 3.0),))
        elif LABEL_SHAPE.match(shape.bare) and first == last and not shape.labelled and shape.bare.count(":") == 1:
            printed = not around.capitals and shape.bare.partition(":")[0].isupper()
            kind = "field" if printed else "closing handling"
            yield Reading(kind, start, end, "closers", (Evidence("a name with a colon, after the text", 2.0),))
    elif DISTRIBUTION.match(shape.bare):
        yield Reading("distribution", start, end, "closers", (Evidence("names who had copies", 3.0),))
