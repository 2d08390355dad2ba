"""Catchwords: the first words of the next page, typed at the foot of a page to connect the two.

Source:  The declarations would be noted in a summation agreed ahead

         of time

         SECRET

         of time or in a brief procedural resolution of the Council.
TEI:     agreed ahead
         <fw type="catch">of time</fw>
         <fw type="footer" place="bottom">SECRET</fw>
         <pb n="2" cert="medium" resp="#teiencode"/> of time or in a brief procedural resolution of the Council.</p>
Not:     a word put in above the line
Codes:   none
"""

from __future__ import annotations

from collections.abc import Iterator

from teiencode.furniture import foot
from teiencode.marks import plain
from teiencode.profile import Profile
from teiencode.reading import Evidence, Reading, View
from teiencode.surroundings import surroundings

MOST_WORDS = 4
REACH = 24
"""Lines between a catchword and the words that it repeats."""


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a foot for each short line whose words start the text of the next page."""
    around = surroundings(view, profile)
    for position, shape in enumerate(around.shapes):
        if around.front[position] or not 1 <= shape.words <= MOST_WORDS or len(shape.bare) > 40:
            continue
        words = plain(shape.bare)
        if len(words) < 3 or not around.ends_block(position):
            continue
        for following in range(position + 1, min(position + REACH, len(around.shapes))):
            start = view.lines[following].start
            if (
                _begins(view.text, start, view.line_text(view.lines[position]), words, opens=shape.opens)
                and around.shapes[following].words > shape.words
            ):
                reasons = [Evidence("repeated where the text goes on", 5.0)]
                if not any(around.marks[position + 1 : following]) and not around.cuts(position):
                    reasons.append(Evidence("no mark of a page stands between", -5.0))
                yield foot(view, position, "catchwords", reasons, "catch")
                break
            if around.running[following] and around.starts_block(following) and following > around.next_running[position]:
                break


def _begins(text: str, start: int, line: str, words: str, *, opens: bool) -> bool:
    """Whether a text begins with a line's words; where the line ends a sentence, with its very signs."""
    if not opens:
        return text.startswith(line, start)
    return plain(text[start : start + len(line) + 8]).startswith(words)
