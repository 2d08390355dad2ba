"""What a finding is known by from one run to the next: its file, its code, its element, its words, and not its line.

So a finding stays the same one when lines are put in before it. Where several are alike in all of this, they are counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from pathlib import PurePath

from teiencode.diagnostic import Diagnostic
from teiencode.reports.placed import Placed


def fingerprints(placed: Iterable[Placed]) -> list[str]:
    """A fingerprint for each finding, no two the same: 32 hexadecimal digits."""
    seen: Counter[str] = Counter()
    found = []
    for each in placed:
        known_by = _known_by(each.diagnostic)
        seen[known_by] += 1
        found.append(sha256(f"{known_by}\0{seen[known_by]}".encode()).hexdigest()[:32])
    return found


def _known_by(diagnostic: Diagnostic) -> str:
    file = PurePath(diagnostic.file or "").as_posix()
    # A message may name another line, which moves.
    words = " ".join("" if word.rstrip(".,").isdigit() else word for word in diagnostic.message.split())
    return "\0".join((file, diagnostic.code, diagnostic.path or "", words))
