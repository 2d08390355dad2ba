"""The parts of a file, decoded, put together again in their order: the file's own bytes."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from teiencode.decode import Decoded
from teiencode.tei.portion import Portion


class JoinError(ValueError):
    """Parts that do not make a whole file; the message says which is missing, or that they are not of one file."""


def join(parts: Iterable[Decoded]) -> bytes:
    """The bytes of the file that `parts` are of, whatever their order here.

    Where no part was edited they are those of the file that was split, to the byte. Raises `JoinError` where a part is
    missing, given twice, of another file or of none.
    """
    by_number: dict[int, Decoded] = {}
    whole: Portion | None = None
    edited = False
    for part in parts:
        portion = part.portion
        if portion is None:
            raise JoinError("a document is no part of a file that was split")
        if whole is not None and (portion.whole, portion.sha256, portion.count) != (whole.whole, whole.sha256, whole.count):
            raise JoinError(f"the parts are of different files, {whole.whole} and {portion.whole}, or of different states of one")
        if portion.number in by_number:
            raise JoinError(f"part {portion.number} of {portion.whole} is there twice")
        by_number[portion.number] = part
        whole = portion
        edited = edited or part.edited
    if whole is None:
        raise JoinError("there are no parts to join")
    missing = sorted(set(range(1, whole.count + 1)) - set(by_number))
    if missing:
        raise JoinError(f"of the {whole.count} parts of {whole.whole} these are missing: {', '.join(map(str, missing))}")
    data = b"".join(by_number[number].data for number in sorted(by_number))
    if not edited and sha256(data).hexdigest() != whole.sha256:
        raise JoinError(f"the parts of {whole.whole} do not make the file that they were made from")
    return data
