"""Elements that mark words, and have none.

Example:  <p/>, <persName></persName>
Cure:     write the words, or remove the element
"""

from __future__ import annotations

from collections.abc import Iterator

from teiencode.diagnostic import Diagnostic
from teiencode.validation.checks.index import Index, in_text
from teiencode.validation.codes import EMPTY_BLOCK

_WITH_WORDS = (
    *(
        "p",
        "head",
        "item",
        "dateline",
        "signed",
        "salute",
        "ab",
        "hi",
        "emph",
        "persName",
        "placeName",
        "orgName",
        "note",
        "q",
        "quote",
    ),
    *("title", "speaker", "l", "label", "foreign", "mentioned", "soCalled", "trailer", "byline", "seg"),
)


def check_empty_elements(index: Index) -> Iterator[Diagnostic]:
    """A finding at each element that holds neither a word nor another element."""
    for name in _WITH_WORDS:
        for element in index.named(name):
            if len(element) or (element.text or "").strip() or not in_text(element):
                continue
            message = f"This <{name}> is empty."
            cures = ("Fill it with its words.", "Remove it.", "Write <gap/> in it for words that are lost or withheld.")
            yield index.document.finding(EMPTY_BLOCK, element, index.document.start_tag(element), message, cures)
