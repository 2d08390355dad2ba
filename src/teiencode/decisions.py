"""An editor's decisions on a text, from its sidecar: what lines are, where notes are called, corrections, numbers of pages.

Each names words of the text, and becomes a reading that is *given*: the solver takes it whatever the evidence is. Words
that the text does not have, or has more than once, are a slip of the sidecar; a decision that cannot stand in TEI at its
place (a note that the text does not have) is told, and the rest is done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from teiencode.dates import read_dateline
from teiencode.diagnostic import Code, Diagnostic, LineIndex, Place, Span
from teiencode.ids import XML_ID
from teiencode.reading import NOTHING_DECIDED, Decided, Reading, View
from teiencode.rules.datelines import pieces_at
from teiencode.settings import SettingsError
from teiencode.sidecar import CallDecision, LineDecision, Sidecar, Words
from teiencode.solve import Choice, ends_open
from teiencode.tei.conventions import note_call
from teiencode.tree import Leaf, Node, Tree

NOT_FOUND = Code(
    "TE908",
    "decision-without-words",
    "project",
    "error",
    "A decision in a sidecar names words that the text does not have, or has more than once: the program cannot know where it "
    "holds. The document is not encoded.",
    "write the words as they stand in the text; where they stand more than once, add more of them, or line = …",
)
NO_EFFECT = Code(
    "TE014",
    "decision-without-effect",
    "text",
    "warning",
    "A decision of the sidecar cannot be carried out: no note of that sign is known, the words run over the end of a paragraph, "
    "lines of that kind cannot stand there, or there are not so many pages. The rest is encoded.",
    "see with --explain how the lines are read, and decide on these first; or take the decision out",
)
CODES = (NOT_FOUND, NO_EFFECT)

RULE = "sidecar"
SHOWN = 40
"""Characters of the words that a message shows."""

MOST_LINES = 8
"""Of how many lines a message tells in which the words stand."""

SHOWN_BY = frozenset({"note", "foot note", "second call", "correction"})
"""The nodes by which a decision inside lines shows."""

READ_AS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "salute": ("salute", {}),
    "address": ("address", {}),
    "closing": ("closing salute", {}),
    "signature": ("signature", {}),
    "postscript": ("postscript", {}),
    "trailer": ("trailer", {}),
    "field": ("field", {}),
    "handling": ("handling", {}),
    "annotation": ("annotation", {}),
    "header": ("top", {"type": "header", "place": "top"}),
    "footer": ("foot", {"type": "footer", "place": "bottom"}),
    "page number": ("aside", {"type": "pageNum"}),
    "stamp": ("aside", {"type": "stamp"}),
}
"""The kind and the attributes of a reading, by what an editor calls it; the rest are paragraphs, heads and datelines."""


def decide_on(text: str, sidecar: Sidecar | None, profile: str, *, first_line: int = 1) -> Decided:
    """The sidecar's decisions, found in the text; `first_line` is the number of the text's first line in its file.

    Raises `SettingsError` with a diagnostic for each whose words are not found.
    """
    if sidecar is None or not sidecar.decides_on_the_text:
        return NOTHING_DECIDED
    finder = _Finder(text, first_line)
    view = View(text)
    lines = [_lines(view, decision, span) for decision in sidecar.lines if (span := finder.find(decision))]
    inline = [_call(text, decision, span, profile) for decision in sidecar.calls if (span := finder.find(decision))]
    for correction in sidecar.corrections:
        if span := finder.find(correction):
            inline.append(Reading("correction", *span, RULE, (), {"words": correction.correct}, given=True))
    if finder.slips:
        raise SettingsError(finder.slips)
    return Decided(tuple(lines), tuple(inline), dict(sidecar.pages))


def misplaced(sidecar: Sidecar, name: str, parts: Sequence[str]) -> SettingsError:
    """The slip of a file's sidecar that decides on the text of documents that have sidecars of their own."""
    decisions: tuple[Words, ...] = (*sidecar.lines, *sidecar.calls, *sidecar.corrections)
    place = next((each.place for each in decisions if each.place), Place(f"{name}.toml", 1, 1))
    message = "decisions on the text stand in the sidecars of its documents, for the file is split"
    return SettingsError([_slip(place, message, f"move them to {', '.join(f'{part}.toml' for part in parts[:3])} …")])


def lines_without_effect(decided: Decided, choices: Sequence[Choice]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each decision on lines that the solver could not take."""
    taken = {(choice.reading.start, choice.reading.end, choice.reading.kind) for choice in choices}
    for reading in decided.lines:
        if (reading.start, reading.end, reading.kind) not in taken:
            message = f"the sidecar says that this is a {reading.kind}; it cannot be one here"
            yield NO_EFFECT.at((reading.start, reading.end), message)


def without_effect(decided: Decided, tree: Tree) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each decision inside lines, or on a page, that the tree does not show."""
    if decided is NOTHING_DECIDED:
        return
    showing = [node for node in tree.nodes() if node.kind in SHOWN_BY]
    shown = {(node.kind == "correction", _start(node)) for node in showing}
    labels = {node.attributes.get("n") for node in showing}
    for reading in decided.inline:
        corrects, label = reading.kind == "correction", reading.attributes.get("n")
        if (corrects, reading.start) in shown:
            continue
        if corrects:
            message = "the sidecar corrects these words, which are not in one paragraph, or cross another sign"
        elif label in labels:
            message = f"the sidecar says that note {label} is called here, and it cannot be"
        else:
            message = f"the sidecar says that note {label} is called here; no line of this text is read as a note {label}"
        yield NO_EFFECT.at((reading.start, reading.end), message)
    counted = sum(node.kind == "page break" and XML_ID not in node.attributes for node in tree.nodes())
    for count, number in decided.pages.items():
        if count > counted:
            message = f"the sidecar gives page {count} the number {number}, and the pages counted in this text are {counted}"
            yield NO_EFFECT.at(None, message)


def _start(node: Node) -> int:
    """Where the first leaf of a node starts; -1 where it has none."""
    first: Node | Leaf = node
    while isinstance(first, Node):
        if not first.children:
            return -1
        first = first.children[0]
    return first.start


class _Finder:
    """Words of decisions, found in a text; those that are not found once are `slips`."""

    def __init__(self, text: str, first_line: int) -> None:
        self.text = text
        self.first_line = first_line
        self.index = LineIndex(text)
        self.slips: list[Diagnostic] = []

    def find(self, decision: Words) -> Span | None:
        """Where the words of a decision stand; None, and a slip, where that is not one place."""
        pattern = re.compile(r"\s+".join(map(re.escape, decision.words.split())))
        spans = [found.span() for found in pattern.finditer(self.text)]
        lines = [self.index.place(start)[0] + self.first_line - 1 for start, _ in spans]
        chosen = [span for span, line in zip(spans, lines, strict=True) if decision.line in (None, line)]
        if len(chosen) == 1:
            return chosen[0]
        words = decision.words if len(decision.words) <= SHOWN else f"{decision.words[:SHOWN]}…"
        standing = ", ".join(map(str, sorted(set(lines))[:MOST_LINES]))
        place = decision.place or Place("sidecar", 1, 1)
        if not spans:
            self.slips.append(_slip(place, f"“{words}” does not stand in the text", "write the words as they stand there"))
        elif not chosen:
            self.slips.append(_slip(place, f"“{words}” does not begin in line {decision.line}", f"line = {lines[0]}"))
        elif len(set(lines)) == 1 or decision.line:
            self.slips.append(_slip(place, f"“{words}” stands {len(chosen)} times in line {lines[0]}", "add words around it"))
        else:
            message = f"“{words}” stands {len(chosen)} times, in lines {standing}"
            self.slips.append(_slip(place, message, f"add line = {lines[0]}, or words around it"))
        return None


def _slip(place: Place, message: str, cure: str) -> Diagnostic:
    told = NOT_FOUND.at(None, message, suggestions=[cure])
    return replace(told, file=place.file, line=place.line, column=place.column)


def _lines(view: View, decision: LineDecision, span: Span) -> Reading:
    """The lines that hold the words of a decision, read as its kind."""
    first, last = view.line_of(span[0]), view.line_of(span[1] - 1)
    words = view.text[first.start : last.end]
    kind, attributes = READ_AS.get(decision.kind, (decision.kind, {}))
    inner: tuple[Reading, ...] = ()
    if decision.kind == "head" and first.start > view.lines[0].start:
        kind = "section head"
    elif decision.kind in ("dateline", "closing dateline") and (dateline := read_dateline(words)):
        inner = pieces_at(dateline, first.start)
    opens = ends_open(view.text, last.end)
    return Reading(kind, first.start, last.end, RULE, (), attributes, inner=inner, opens=opens, given=True)


def _call(text: str, decision: CallDecision, span: Span, profile: str) -> Reading:
    """The call of a note at the end of words: its sign, where they end in it, else nothing but the place."""
    end = span[1]
    sign = note_call(decision.note, profile)
    start = end - len(sign) if text[span[0] : end].endswith(sign) else end
    return Reading("note call", start, end, RULE, (), {"n": decision.note}, content=(end, end), given=True)
