"""What may be done about a broken rule, as far as its test tells: most ask for an attribute or an element, or forbid two."""

from __future__ import annotations

import re

_ATTRIBUTE = re.compile(r"(?<![\w/\])])@([A-Za-z][\w.:-]*)")
_ELEMENT = re.compile(r"(?<![\w@/:$])(?:\.//|\./|child::|descendant::)?(?:[A-Za-z][\w-]*:)([A-Za-z][\w.-]*)(?![\w.(:-])")
_TWO = re.compile(r"contains\(\s*normalize-space\(\s*@([\w:]+)\s*\)\s*,\s*' '\s*\)")
_MOST = 4


def cures_of_test(test: str, *, must: bool) -> tuple[str, ...]:
    """Suggestions for a rule whose test must be true (an assertion) or must not be (a report)."""
    positive = re.sub(r"not\s*\([^()]*\)", "", test)
    attributes = list(dict.fromkeys(_ATTRIBUTE.findall(positive)))[:_MOST]
    here = "ancestor" not in test and "preceding" not in test
    elements = list(dict.fromkeys(_ELEMENT.findall(positive)))[:_MOST] if here else []
    two = _TWO.search(test)
    if must and two:
        return (f"Write two values or more in {two[1]}, with a space between them.",)
    if not must:
        cures = [f"Remove {each}." for each in attributes]
        lacking = re.findall(r"not\s*\(\s*@([\w:.-]+)\s*\)", test)
        return (*(f"Add {each}." for each in lacking), *cures)[:3]
    return (*(f"Add the attribute {each}." for each in attributes), *(f"Add <{each}>." for each in elements))[:3]
