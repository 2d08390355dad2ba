"""Letterheads: the printed name of an office at the head of its paper, which is no title of the document.

Source:  DEPARTMENT OF STATE

         SUBJECT: Next Steps
TEI:     <fw type="header" place="top">DEPARTMENT OF STATE</fw>
Not:     OUTGOING TELEGRAM Department of State, a form's title; ## Department of State, a marked head
Codes:   none
"""

from __future__ import annotations

from collections.abc import Iterator

from teiencode.furniture import aside
from teiencode.marks import plain
from teiencode.profile import Profile
from teiencode.reading import Block, Evidence, Reading, View
from teiencode.surroundings import Surroundings, surroundings

WHOM = ("FROM", "TO")
LONGEST_LINE = 60
MOST_LINES = 4


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield an aside for each block of capitals at the head of page 1 that names an office."""
    around = surroundings(view, profile)
    offices = tuple(f" {plain(name)} " for name in profile.settings.get("letterheads", {}).get("offices", ()))
    captions = frozenset(map(plain, (*WHOM, *profile.settings.get("captions", {}).get("words", ()))))
    for block in view.blocks:
        if not around.front[block.first]:
            break
        if block.last - block.first >= MOST_LINES or around.label(block.first) or around.under_title(block.first):
            continue
        shapes = around.shapes[block.first : block.last + 1]
        if (
            any(len(shape.bare) > LONGEST_LINE for shape in shapes)
            or not shapes[0].capitals
            or around.is_title(shapes[0].bare, whole=True)
        ):
            continue
        words = f" {' '.join(plain(shape.bare) for shape in shapes)} "
        over_head = block.last + 1 < len(around.shapes) and around.is_marked_head(block.last + 1)
        if any(office in words for office in offices):
            reasons = [Evidence("capitals that name an office, at the head of the page", 4.0)]
        elif over_head and _may_be_letterhead(around, block):
            reasons = [Evidence("capitals at the head of the page", 2.0)]
        else:
            continue
        if around.in_form(block.first) and not captions.isdisjoint(words.split()):
            reasons.append(Evidence("says from whom or for whom, as a caption does", -4.0))
        if len(shapes) > 1 and all(shape.capitals for shape in shapes):
            reasons.append(Evidence("its lines stand together", 1.0 * (len(shapes) - 1)))
        if over_head:
            reasons.append(Evidence("a marked head stands under it", 4.0))
        elif any(around.title_word(shape.bare) for shape in shapes):
            reasons.append(Evidence("the word for a kind of paper", -2.0))
        yield aside(view, block.first, "letterheads", reasons, {"type": "header", "place": "top"}, block.last)


def _may_be_letterhead(around: Surroundings, block: Block) -> bool:
    """Whether capitals over the head of a form are no marks, no numbers, and not its title, misread or not."""
    first = around.shapes[block.first].bare
    titled = around.title_word(first) or around.is_title(first)
    numbered = any(map(str.isdigit, around.view.block_text(block)))
    return around.in_form(block.first) and not (titled or numbered) and not any(around.marks[block.first : block.last + 1])
