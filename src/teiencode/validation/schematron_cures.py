"""What may be done about a broken rule, as far as its test and its words tell.

Most rules ask for an attribute or an element, forbid two beside each other, or forbid one within another.
"""

from __future__ import annotations

import re
from collections.abc import Collection

_ATTRIBUTE = re.compile(r"(?<![\w/\])])@([A-Za-z][\w.:-]*)")
_ELEMENT = re.compile(
    r"(?<![\w@/:$])(?:\.//|\./|child::|descendant::)?(?!(?:xsd?|fn|math|map|array|local):)(?:[A-Za-z][\w-]*:)([A-Za-z][\w.-]*)(?![\w.(:-])"
)
_AROUND = re.compile(r"(?:ancestor|ancestor-or-self|parent)::(?:[A-Za-z][\w-]*:)?([A-Za-z][\w.-]*)")
_BEHIND = re.compile(r"\bfollowing(?:-sibling)?::")
_TWO = re.compile(r"contains\(\s*normalize-space\(\s*@([\w:]+)\s*\)\s*,\s*' '\s*\)")
_AT_MOST_ONE = re.compile(
    r"count\(\s*(?:\w+:)?(\w+)\s*\)\s*(?:gt|>|ge|>=)\s*[12]|count\(\s*(?:\w+:)?(\w+)\s*\)\s*(?:lt|<|le|<=)\s*[12]"
)
_SEVERAL = re.compile(r"count\(\s*(?:child::)?\*\s*\)\s*(?:gt|>|ge|>=)\s*[12]")
_INSTEAD = re.compile(r"\buse (?:an? |the )?<?([A-Za-z]\w*)>? instead", re.IGNORECASE)
_CONTAIN = re.compile(
    r"\b(?:must|should|has to|needs to) (?:contain|have|include) (?:either |at least )?(?:one |an? |two )?"
    r"(?:child |element )?((?:\w+)(?:(?:, or |, | or (?:an? )?)\w+)*)"
)
_MOST = 4


def cures_of_test(test: str, *, must: bool, message: str = "", present: Collection[str] = ()) -> tuple[str, ...]:
    """Suggestions for a rule whose test must be true (an assertion) or must not be (a report).

    `message`: the rule's own words. `present`: the attributes that the element has.
    """
    instead = [f"Use <{name}> in its place." for name in _INSTEAD.findall(message)]
    found = _of_assertion(test, present) if must else _of_report(test)
    said = [] if found else _of_words(message)
    return (*instead, *found, *said)[:3]


def _of_assertion(test: str, present: Collection[str]) -> list[str]:
    positive = re.sub(r"not\s*\([^()]*\)", "", test)
    two = _TWO.search(test)
    if two:
        return [f"Write two values or more in {two[1]}, with a space between them."]
    if _SEVERAL.search(test):
        return ["Add another element to it.", "Remove it, and keep what is in it."]
    single = _AT_MOST_ONE.search(test)
    if single and single[2]:
        return [f"Keep one <{single[2]}>, and remove the others."]
    around = list(dict.fromkeys(_AROUND.findall(positive)))
    if around:
        return [f"Move it into {_either(around)}.", "Remove it."]
    attributes = list(dict.fromkeys(_ATTRIBUTE.findall(positive)))[:_MOST]
    behind = bool(_BEHIND.search(test)) and any(each in present for each in attributes)
    cures = [
        f"Move what {each} points at behind this element, or this element before it."
        for each in attributes
        if behind and each in present
    ]
    cures += [f"Correct {each}." for each in attributes if each in present]
    lacking = [each for each in attributes if each not in present and not behind]
    elements = list(dict.fromkeys(_ELEMENT.findall(positive)))[:_MOST] if "preceding" not in test and not behind else []
    return [*(f"Add the attribute {each}." for each in lacking), *(f"Add <{each}>." for each in elements), *cures]


def _of_report(test: str) -> list[str]:
    allowed = re.sub(r"not\s*\((?:[^()]|\([^()]*\))*\)", "", test)
    single = _AT_MOST_ONE.search(test)
    if single and single[1]:
        return [f"Keep one <{single[1]}>, and remove the others."]
    several = _TWO.search(test)
    if several:
        return [f"Write one value in {several[1]}."]
    around = list(dict.fromkeys(_AROUND.findall(allowed)))
    if around:
        return [f"Move it out of {_either(around)}.", "Remove it."]
    if "preceding-sibling::" in test or "preceding::" in test:
        return ["Remove it, or put what is in it into the first.", "Keep one of the two."]
    lacking = re.findall(r"not\s*\(\s*@([\w:.-]+)\s*\)", test)
    attributes = list(dict.fromkeys(_ATTRIBUTE.findall(allowed)))[:_MOST]
    elements = [] if attributes else list(dict.fromkeys(_ELEMENT.findall(allowed)))[:_MOST]
    missing = list(dict.fromkeys(_ELEMENT.findall(" ".join(re.findall(r"not\s*\(([^()]*)\)", test)))))[:_MOST]
    return [
        *(f"Add {each}." for each in lacking),
        *(f"Remove {each}." for each in attributes),
        *(f"Move <{each}> out of it, or remove its tags." for each in elements),
        *(f"Add <{each}>." for each in missing if not attributes and not elements),
    ]


def _of_words(message: str) -> list[str]:
    """What the rule's words ask for, where its test does not tell."""
    found = _CONTAIN.search(message)
    if found is None:
        return []
    names = [name for name in re.split(r", or an? |, or |, | or an? | or ", found[1]) if name]
    return [f"Add {_either(names[:3])}."]


def _either(names: list[str]) -> str:
    shown = [f"<{name}>" for name in names]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} or {shown[-1]}"
