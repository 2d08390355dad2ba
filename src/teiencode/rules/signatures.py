"""Signatures: the short last block of a document is the name of who signed it, with his title under it.

Source:  A Telegram

         We agree.

         G. Frederick Reinhardt
         Ambassador
TEI:     <closer><signed>G. Frederick Reinhardt<lb/>Ambassador</signed></closer>
Not:     `[Here follows …]`, `cc: …`, `Attachment`, `[signed] X`, a notice of a name withheld, a last sentence
Codes:   none
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from teiencode.dates import read_dateline
from teiencode.ordinary_words import is_country_or_surname, is_heading
from teiencode.profile import Profile
from teiencode.reading import Evidence, Line, Reading, View
from teiencode.rules.archive_notes import end_of_text
from teiencode.rules.datelines import pieces_at
from teiencode.rules.heads import head_blocks, is_given_as_typed, without_number
from teiencode.rules.notes import notes_at_end
from teiencode.rules.page_breaks import is_page_mark, without_page_marks
from teiencode.signed_names import IN_WHOSE_NAME, RANK_BEFORE, has_shape_of_name, is_known_to_be_none, without_authority
from teiencode.solve import GOES_ON

LONGEST_LINE = 80
LONGEST_TITLE = 130
"""Characters of a line under a name."""
MOST_LINES = 40
SURE_DATELINE = 0.8
"""How well a line must fit a dateline to be one at a document's end."""
DATELINE_UNDER_NAME = 0.3
"""How well, where a name stands right above it: a month alone, or a day without its year."""
NOTE_READ = 400
"""Characters of a note in which a word on the signature is looked for."""

FORMULA = re.compile(
    r"(?:(?:very |most |always |ever )*(?:sincerely|respectfully|faithfully|cordially|truly|yours|affectionately"
    r"|fraternally|warmly|hastily|loyally|devotedly|gratefully|obediently|fondly)|as (?:ever|always)|with (?:\w+,? ){0,5}"
    r"(?:regards?|wishes|thanks|esteem|respects?|consideration|greetings|affection|friendship|appreciation|gratitude|best)"
    r"|in (?:sincere )?(?:friendship|haste|sincerity|peace)|your (?:good |old |sincere |true )*friend"
    r"|your (?:most |very )*(?:obedient|humble)(?:,? (?:and )?humble)? servant"
    r"|(?:i am|i remain|i have the honou?r to (?:be|remain)|believe me)(?:, (?:my )?(?:dear )?[\w.’ ]{2,40})?,"
    r"|best,|love,|god bless(?: you)?|all (?:the |my |good |very )*(?:best|wishes)"
    r"|(?:best|kind|warm|personal|sincere|cordial|friendly|fond)\w* (?:\w+ )?(?:regards|wishes|greetings))"
    r"(?:[ ,]+[\w’]+){0,6}[,.—:]?\d{0,2}",
    re.IGNORECASE,
)
"""A formula of politeness: what stands under it is a name, whatever its form."""
CALL_AT_END = re.compile(r"(?:[0-9]{1,3}|[*†‡§]{1,2})$")
EDITORIAL = re.compile(r"\[?Editorial Note\b")
MESSAGE = re.compile(r"\b(?:From|[Tt]o|by)\b")
"""The heading of a paper that somebody sent or wrote, by whose name alone it may end."""
OF_A_SIGNATURE = re.compile(r"\b(?:signature|signed|initial(?:s|ed|led))\b")
POINT = re.compile(r"[A-Z]\. ")
"""A letter and its stop: somebody's initial, or the letter of a point (`B. Laos`, `A. No.`)."""
POSTSCRIPT = re.compile(r"P\. ?S\.|P\. ?P\. ?S\.|PS(?:[:.—–-]| )|Postscript\b|\[[^\[\]]{0,30}\b[Pp]ostscript[^\[\]]{0,20}\]")
DATE_LABEL = re.compile(r"Dated?:? (?:at )?")
"""What may stand before the day under a name: `Date: March 31, 1953`."""
DAY = re.compile(r"(?:Jan|Febr|Septem|Octo|Novem|Decem)\w+ \d{1,2}|(?:March|April|May|June|July|August) \d{1,2}")
ENDS_SENTENCE = re.compile(r"\b[a-z’]{3,}[”’)\]]?[.?!:;]”?(?:\d{1,3})?$")


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a reading for the last block before the notes where it is a name; several names one after another all sign.

    Place and date may stand under the name or over it, in its block or in one of their own, and a postscript under it.
    """
    blocks = _last_blocks(view)
    beside: list[Reading] = []
    while blocks and POSTSCRIPT.match(view.line_text(blocks[0][0])):
        beside.append(_reading("postscript line", blocks.pop(0), (Evidence("the letters P.S. before it", 6.0),)))
    named = False
    for position, lines in enumerate(blocks):
        above = blocks[position + 1] if position + 1 < len(blocks) else ()
        dateline, lines = _parted(view, lines)
        if dateline is not None:
            beside.append(dateline)
        reasons = _evidence(view, lines, above)
        if sum(reason.weight for reason in reasons) <= 0 or _is_day(view, lines):
            sure = SURE_DATELINE if named or not _may_sign(view, above) else DATELINE_UNDER_NAME
            dateline = _closing_dateline(view, lines, sure)
            if dateline is not None:
                beside.append(dateline)
            if dateline is None or named:
                break
            continue
        if named and len(lines) == 1 and view.line_text(lines[0]).endswith(","):
            break
        named = True
        if len(lines) > 1 and FORMULA.fullmatch(view.line_text(lines[0])):
            yield _reading("closing salute", lines[:1], (Evidence("a formula of politeness over a name", 6.0),))
            lines = lines[1:]
        yield _reading("signature", lines, reasons)
    if named:
        yield from beside


def _last_blocks(view: View) -> list[Sequence[Line]]:
    """The blocks before the notes that are no page marks, each as its lines, the last one first."""
    after = end_of_text(view)
    found: list[Sequence[Line]] = []
    for block in reversed(view.blocks):
        lines = view.lines[block.first : min(block.last + 1, after)]
        if lines and not is_page_mark(view.text[lines[0].start : lines[-1].end]):
            found.append(lines)
            if _is_long(lines) and not POSTSCRIPT.match(view.line_text(lines[0])):
                break
    return found


def _is_long(lines: Sequence[Line]) -> bool:
    """Whether the lines are too long, or too many, for names."""
    most = (LONGEST_LINE, *[LONGEST_TITLE] * (len(lines) - 1))
    return len(lines) > MOST_LINES or any(line.end - line.start > longest for line, longest in zip(lines, most, strict=True))


def _closing_dateline(view: View, lines: Sequence[Line], sure: float = SURE_DATELINE) -> Reading | None:
    """Place and day, or the day alone, where a signature may stand beside them; `sure`: how well they must fit a dateline."""
    start, end = lines[0].start, lines[-1].end
    words = without_page_marks(view.text[start:end])
    label = DATE_LABEL.match(words)
    inside = label.end() if label else 0
    found = read_dateline(words[inside:])
    if found is None or found.fit < sure or (found.place is None and not found.dating.stated):
        return None
    reasons = (
        Evidence("place and date beside a signature", 6.0),
        Evidence("its lines belong together", GOES_ON * (len(lines) - 1)),
    )
    return Reading("closing dateline", start, end, "signatures", reasons, inner=pieces_at(found, start + inside))


def _may_sign(view: View, lines: Sequence[Line]) -> bool:
    """Whether a block is a name, whatever stands above it."""
    return bool(lines) and sum(reason.weight for reason in _evidence(view, lines, ())) > 0


def _is_day(view: View, lines: Sequence[Line]) -> bool:
    """Whether a line of a block is a month and a day, and no name and call (`March 31`)."""
    return len(lines) == 1 and DAY.fullmatch(view.line_text(lines[0])) is not None


def _parted(view: View, lines: Sequence[Line]) -> tuple[Reading | None, Sequence[Line]]:
    """A block of a name with place and day on its first or last line, as the dateline and the lines of the name."""
    if len(lines) > 1 and not _is_long(lines):
        for line, others in ((lines[:1], lines[1:]), (lines[-1:], lines[:-1])):
            dateline = _closing_dateline(view, line)
            if dateline is not None and _may_sign(view, others):
                return dateline, others
    return None, lines


def _reading(kind: str, lines: Sequence[Line], reasons: Sequence[Evidence]) -> Reading:
    together = Evidence("its lines belong together", GOES_ON * (len(lines) - 1))
    return Reading(kind, lines[0].start, lines[-1].end, "signatures", (*reasons, together))


def _evidence(view: View, lines: Sequence[Line], above: Sequence[Line]) -> list[Evidence]:
    """What speaks for a block being a signature, and what against it."""
    if _is_long(lines):
        return []
    words = [" ".join(without_page_marks(view.line_text(line)).split()) for line in lines]
    words = [line for line in words if line]
    found = []
    if len(words) > 1 and FORMULA.fullmatch(words[0]):
        words = words[1:]
        found.append(Evidence("under a formula of politeness", 5.0))
    if not words or FORMULA.fullmatch(words[0]) or (len(words) == 1 and IN_WHOSE_NAME.fullmatch(words[0])):
        return []
    bare = RANK_BEFORE.sub("", CALL_AT_END.sub("", without_authority(words)[0]), count=1)
    if is_known_to_be_none(without_authority(words)[0]):
        found.append(Evidence("a word that begins no name", -12.0))
    elif _is_of_things(view, bare, lines[0].start) and not _is_named_in_head(view, bare):
        found.append(Evidence("the words of a section's title, a place or a body", -3.0))
    elif has_shape_of_name(words):
        found.append(Evidence("a name in the last block", 6.0))
    if ENDS_SENTENCE.search(words[-1]) and not any(reason.weight > 0 for reason in found):
        found.append(Evidence("the end of a sentence", -6.0))
    if len(words) == 1 and (point := POINT.match(words[0])) and not _is_named_in_head(view, bare) and _follows_point(view, point):
        found.append(Evidence("a point of several, by their letters", -8.0))
    if above and FORMULA.fullmatch(view.line_text(above[-1])):
        found.append(Evidence("under a formula of politeness", 5.0))
    elif above and IN_WHOSE_NAME.fullmatch(view.line_text(above[-1])):
        found.append(Evidence("in whose name, above it", 3.0))
    elif above and len(words) == 1 and view.line_text(above[-1]).endswith(":"):
        found.append(Evidence("what a colon announces", -8.0))
    if EDITORIAL.match(_head(view)):
        found.append(Evidence("a note of the editors, who do not sign", -8.0))
    if is_given_as_typed(view):
        found.append(Evidence("an edition that sets no signature apart", -8.0))
    if _note_tells(view, words):
        found.append(Evidence("its note tells of a signature", 5.0))
    return found


def _follows_point(view: View, point: re.Match[str]) -> bool:
    """Whether an earlier block has the letter before that of a last line, or is the question to its answer."""
    before = "Q" if point[0][0] == "A" else chr(ord(point[0][0]) - 1)
    marks = (f"{before}. ", f"{before}) ", f"({before}) ")
    return any(view.text.startswith(marks, block.start) for block in view.blocks)


def _head(view: View) -> str:
    """The words of the heading without the document's number; empty where there is none."""
    heads = head_blocks(view)
    return without_number(view.block_text(heads[-1])) if heads else ""


def _is_of_things(view: View, line: str, start: int) -> bool:
    """Whether a line is the title of a section, a place or a body, by its own words or by those of the text above it."""
    if is_heading(line) or _is_of_the_text(view, line, start):
        return True
    return is_country_or_surname(line) and MESSAGE.search(_head(view)) is None


def _is_of_the_text(view: View, line: str, start: int) -> bool:
    """Whether the text above has each word of a line of two or more in small letters, so that it is one of things."""
    words = line.split()
    return len(words) > 1 and all(
        word.isalpha() and len(word) > 2 and re.search(rf"(?<![^\W_]){word.casefold()}(?![^\W_])", view.text[:start])
        for word in words
    )


def _is_named_in_head(view: View, name: str) -> bool:
    """Whether the heading has the last word of a name in brackets, as that of the writer: `From the Director (Trend)`."""
    last = name.split()[-1].strip(".,[]()") if name.split() else ""
    return bool(last) and re.search(rf"\(\s*(?:[^()]* )?{re.escape(last)}\s*\)", _head(view), re.IGNORECASE) is not None


def _note_tells(view: View, words: Sequence[str]) -> bool:
    """Whether a note that is called at the end of one of the lines speaks of who signed."""
    labels = {call[0] for line in words if (call := CALL_AT_END.search(line))}
    return bool(labels) and any(
        OF_A_SIGNATURE.search(view.text, note.start, min(note.end, note.start + NOTE_READ))
        for note in notes_at_end(view)
        if note.label in labels
    )
