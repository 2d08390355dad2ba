"""Short marks: words or codes that an office stamped on page after page, misread or not, alone on a line or glued to another.

Source:  The meeting was to be held in the capital of the

         OALR

         SECRET

         neighbouring state.
TEI:     <fw type="stamp">OALR</fw>
Not:     NATO in a sentence; a name in capitals under the text
Codes:   TE501 misread-mark
"""

from __future__ import annotations

from collections.abc import Iterator

from teiencode.diagnostic import Code, Diagnostic
from teiencode.line_shapes import LABEL_OF_LIST
from teiencode.marked_lines import LABEL_SHAPE
from teiencode.marks import is_misreading, plain
from teiencode.profile import Profile
from teiencode.reading import WHITE, Evidence, Reading, View
from teiencode.solve import ends_open, evidence
from teiencode.surroundings import Surroundings, surroundings

MISREAD = Code(
    "TE501",
    "misread-mark",
    "furniture",
    "info",
    "A line looks like a known mark that the machine misread. It is encoded as that kind of mark, its letters as they are.",
    "Nothing to do where the guess is right; else say what the line is in the document's sidecar file.",
)
CODES = (MISREAD,)

REACH = 12
"""Lines of a stretch that are looked at for another short mark."""
MOST_WORDS_OF_MARK = 3


def propose_lines(view: View, profile: Profile) -> Iterator[Reading | Diagnostic]:
    """Yield readings for each line that is a short mark, and for each that has one at its start or its end."""
    around = surroundings(view, profile)
    short = dict(profile.settings.get("stamps", {}).get("short", {}).items())
    for position, shape in enumerate(around.shapes):
        if shape.bare and not (around.in_form(position) and LABEL_SHAPE.match(shape.bare)):
            yield from _short_marks(around, position, short)


def _short_marks(around: Surroundings, position: int, short: dict[str, int]) -> Iterator[Reading | Diagnostic]:
    view, shape = around.view, around.shapes[position]
    line = view.lines[position]
    if around.is_learned_short_mark(shape.bare):
        yield from _short_mark(around, position, line.start, line.end, 5.5)
        return
    if shape.words == 1 and len(shape.bare) <= 6:
        word = shape.bare.strip(".,")
        for mark, distance in short.items():
            if word.isupper() and is_misreading(word, mark, distance):
                exact = word == mark
                yield from _short_mark(around, position, line.start, line.end, 7.0 if exact else 5.5)
                if not exact:
                    yield MISREAD.at((line.start, line.end), f"{word} is taken for the mark {mark}, misread")
                return
        return
    if len(shape.bare) > 100 or (shape.capitals and around.capitals):
        return
    raw = view.text[line.start : line.end]
    for at_start in (True, False):
        words = raw.split(" ", MOST_WORDS_OF_MARK) if at_start else raw.rsplit(" ", MOST_WORDS_OF_MARK)
        for count in range(1, min(MOST_WORDS_OF_MARK, len(words) - 1) + 1):
            mark = " ".join(words[:count] if at_start else words[-count:])
            known = mark.isupper() and any(is_misreading(mark, each, min(far, 1)) for each, far in short.items())
            if known or (not around.front[position] and around.is_learned_short_mark(mark)):
                yield from _glued(around, position, mark, at_start=at_start)
                return


def _short_mark(around: Surroundings, position: int, start: int, end: int, weight: float) -> Iterator[Reading]:
    attributes = {"type": "stamp"}
    reasons = (Evidence("a known short mark", weight),)
    if around.front[position]:
        yield Reading("aside", start, end, "short_marks", reasons, attributes)
        return
    before, after = around.stretch(position)
    first = all(not around.is_short_mark(other) for other in range(max(before + 1, position - REACH), position))
    last = all(not around.is_short_mark(other) for other in range(position + 1, min(after, position + REACH)))
    at_foot = (*reasons, Evidence("the first of them", 1.0)) if first else reasons
    at_top = (*reasons, Evidence("the last of several", 1.5)) if last and not first else reasons
    yield Reading("foot", start, end, "short_marks", at_foot, attributes)
    yield Reading("top", start, end, "short_marks", at_top, attributes)
    yield Reading("aside", start, end, "short_marks", (*reasons, Evidence("in the middle of a page", -2.0)), attributes)


def _glued(around: Surroundings, position: int, word: str, *, at_start: bool) -> Iterator[Reading]:
    """A short mark on one line with something else: the line is two pieces."""
    view = around.view
    line = view.lines[position]
    text = view.text
    mark = (line.start, line.start + len(word)) if at_start else (line.end - len(word), line.end)
    start, end = (mark[1], line.end) if at_start else (line.start, mark[0])
    while start < end and text[start] in WHITE:
        start += 1
    while end > start and text[end - 1] in WHITE:
        end -= 1
    if start == end:
        return
    for piece in _other_piece(around, position, start, end):
        for furniture in _short_mark(around, position, *mark, 4.0):
            inner = (furniture, piece) if at_start else (piece, furniture)
            weight = Evidence("a known short mark beside something else", furniture.weight + piece.weight)
            yield Reading("several", line.start, line.end, "short_marks", (weight,), inner=inner)


def _other_piece(around: Surroundings, position: int, start: int, end: int) -> Iterator[Reading]:
    text = around.view.text
    words = text[start:end]
    if words.startswith("[") and words.endswith("]") and words.count("[") == 1:
        reason = "redacted" if plain(words) == "REDACTED" else "illegible"
        content = (end, end) if words in ("[REDACTED]", "[illegible]") else (start + 1, end - 1)
        yield Reading(
            "gap", start, end, "short_marks", evidence("a notice in brackets", 6.0), {"reason": reason}, content=content
        )
        return
    if plain(words) and text.startswith("~~", start) and text.endswith("~~", start, end):
        for kind, attributes in (("foot", {"type": "footer", "place": "bottom"}), ("top", {"type": "header", "place": "top"})):
            yield Reading(kind, start, end, "short_marks", evidence("struck out", 4.0), attributes)
        return
    opens = ends_open(text, end)
    yield Reading("paragraph", start, end, "short_marks", (), opens=opens)
    if not around.starts_block(position):
        yield Reading("same", start, end, "short_marks", (), opens=opens)
    if not LABEL_OF_LIST.match(words):
        lower = evidence("starts in lower case", 1.5) if words[0].islower() else ()
        yield Reading("continuation", start, end, "short_marks", lower, opens=opens)
