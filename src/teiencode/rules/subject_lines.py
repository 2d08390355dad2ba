"""Subject lines: at the top of a document a caption with its words on the same line (`SUBJECT`, `TO`, `FROM`).

Source:  225. Contact Report

         SUBJECT: Troop Strength

         We met.
TEI:     <ab type="field">SUBJECT: Troop Strength</ab>
Not:     a caption over items, which is the head of a list; a speaker's name before his words
Codes:   none
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiencode.profile import Profile
from teiencode.reading import Reading, View
from teiencode.rules.heads import opening_blocks
from teiencode.solve import GOES_ON, evidence

CAPTION = re.compile(r"(?P<name>[A-Z][A-Za-z ]{1,24}?) ?:[ \t]+(?=\S)")


def propose_lines(view: View, profile: Profile) -> Iterator[Reading]:
    """Yield a reading for each block of the opening whose every line begins with a caption that the profile knows."""
    known: dict[str, str] = profile.settings.get("lists", {}).get("types", {})
    for block in opening_blocks(view):
        captions = [CAPTION.match(view.line_text(line)) for line in view.block_lines(block)]
        if all(caption and caption["name"].casefold() in known for caption in captions):
            weight = 6.0 + GOES_ON * (block.last - block.first)
            yield Reading("field", block.start, block.end, "subject_lines", evidence("a caption before its words", weight))
