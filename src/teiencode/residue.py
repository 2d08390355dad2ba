"""The residue: the white space in which a source departs from its canonical text, and the characters XML cannot hold.

Text that XML can hold never stands here. An entry says: so many characters on, cut so much white space, put this in its
place; a hash of the words around lets it be placed again when an editor has changed the text.
"""

from __future__ import annotations

import base64
import re
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from teiencode.reading import WHITE

WHITE_RUN = re.compile(f"[{re.escape(WHITE)}]*")
CONTEXT = 12
"""Characters before and after an entry that its hash covers."""

LETTERS = {" ": "s", "\n": "n", "\t": "t", "\r": "r"}
CHARACTERS = {letter: character for character, letter in LETTERS.items()}
RUN = re.compile(r" +|\n+|\t+|\r+|.", re.DOTALL)
WRITTEN_RUN = re.compile(r"([sntr])(\d*)|u([0-9a-f]{4})")
WRITTEN_EDIT = re.compile(r"(\d+)(?:-(\d+))?(?:\+((?:[sntr]\d*|u[0-9a-f]{4})+))?@([A-Za-z0-9_-]{4})")


class ResidueError(ValueError):
    """Two texts differ in more than white space: a sign would not be written back as it stood."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Cut `cut` characters of white space at an offset of the canonical text and put `put` there."""

    at: int
    cut: int
    put: str
    context: str


def digest_of(canonical: str) -> str:
    """The digest by which a residue knows the canonical text that it corrects."""
    return sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def context_hash(text: str, at: int, cut: int) -> str:
    """Four letters for the words around an edit."""
    around = f"{text[max(0, at - CONTEXT) : at]}\0{text[at + cut : at + cut + CONTEXT]}"
    checksum = zlib.crc32(around.encode("utf-8", "surrogatepass")) & 0xFFFFFF
    return base64.urlsafe_b64encode(checksum.to_bytes(3, "big")).decode()


def difference(canonical: str, source: str) -> list[Edit]:
    """The edits that make `source` of `canonical`, in linear time.

    Raises `ResidueError` where the two differ in anything but white space and characters that XML cannot hold.
    """
    edits: list[Edit] = []
    here = there = 0
    while True:
        same = _common(canonical, here, source, there)
        here, there = here + same, there + same
        if here == len(canonical) and there == len(source):
            return edits
        while here and there and canonical[here - 1] in WHITE and canonical[here - 1] == source[there - 1]:
            here, there = here - 1, there - 1
        after_here = _end_of_white(canonical, here)
        after_there = _end_of_white(source, there)
        if canonical[here:after_here] == source[there:after_there]:
            here, there = after_here, after_there
            raise ResidueError(
                f"at {there}: {source[there : there + 24]!r} would be written back as {canonical[here : here + 24]!r}"
            )
        cut = after_here - here
        edits.append(Edit(here, cut, source[there:after_there], context_hash(canonical, here, cut)))
        here, there = after_here, after_there


def _end_of_white(text: str, at: int) -> int:
    found = WHITE_RUN.match(text, at)
    assert found is not None
    return found.end()


def _common(one: str, here: int, other: str, there: int) -> int:
    """The length of the longest common start of two texts from two offsets; compares ever longer slices."""
    low, step = 0, 64
    limit = min(len(one) - here, len(other) - there)
    while low < limit:
        step = min(step, limit - low)
        if one[here + low : here + low + step] == other[there + low : there + low + step]:
            low += step
            step = min(step * 4, 1 << 20)
        elif step == 1:
            return low
        else:
            step = max(1, step // 8)
            limit = min(limit, low + step * 8 + 7)
    return low


def write_edits(edits: Sequence[Edit]) -> str:
    """Edits as the words of the `residue` element."""
    written, before = [], 0
    for edit in edits:
        cut = f"-{edit.cut}" if edit.cut else ""
        put = f"+{_write_white(edit.put)}" if edit.put else ""
        written.append(f"{edit.at - before}{cut}{put}@{edit.context}")
        before = edit.at + edit.cut
    return " ".join(written)


def _write_white(white: str) -> str:
    written = []
    for run in RUN.findall(white):
        letter = LETTERS.get(run[0])
        many = str(len(run)) if len(run) > 1 else ""
        written.append(letter + many if letter else f"u{ord(run):04x}")
    return "".join(written)


def read_edits(written: str) -> list[Edit]:
    """The edits that `write_edits` wrote. Raises `ValueError` where it cannot have."""
    edits, before = [], 0
    for word in written.split():
        found = WRITTEN_EDIT.fullmatch(word)
        if found is None:
            raise ValueError(f"no entry of a residue: {word!r}")
        at, cut = before + int(found[1]), int(found[2] or 0)
        edits.append(Edit(at, cut, "".join(_read_white(found[3] or "")), found[4]))
        before = at + cut
    return edits


def _read_white(written: str) -> Iterator[str]:
    for run in WRITTEN_RUN.finditer(written):
        yield CHARACTERS[run[1]] * int(run[2] or 1) if run[1] else chr(int(run[3], 16))


def apply_edits(canonical: str, edits: Sequence[Edit]) -> str:
    """The source: the canonical text with its edits, which must be in order."""
    out, at = [], 0
    for edit in edits:
        out += [canonical[at : edit.at], edit.put]
        at = edit.at + edit.cut
    out.append(canonical[at:])
    return "".join(out)


def place_again(canonical: str, edits: Sequence[Edit]) -> tuple[list[Edit], list[Edit]]:
    """Place the edits in a text that has changed since: those whose context matches once, in order, and the rest."""
    wanted = {edit.context for edit in edits}
    places: dict[tuple[str, int], list[int]] = defaultdict(list)
    at = 0
    while at <= len(canonical):
        end = _end_of_white(canonical, at)
        context = context_hash(canonical, at, end - at)
        if context in wanted:
            places[context, end - at].append(at)
        at = end + 1
    placed, lost = [], []
    for edit in edits:
        found = places.get((edit.context, edit.cut), [])
        if len(found) == 1:
            placed.append(Edit(found[0], edit.cut, edit.put, edit.context))
        else:
            lost.append(edit)
    placed.sort(key=lambda edit: edit.at)
    return placed, lost
