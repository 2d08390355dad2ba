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
_INSTEAD = re.compile(r"\buse (?:an? |the )?<?([A-Za-z]\w*)>?(?: element)?(?: instead| rather than| in place of)", re.IGNORECASE)
_NEGATED = re.compile(r"not\s*\((.*)\)", re.DOTALL)
_WORDS = r"normalize-space\s*\(\s*\.?\s*\)"
_FILLED = re.compile(
    rf"string-length\s*\(\s*{_WORDS}\s*\)\s*(?:gt|>|ne|!=)\s*0|{_WORDS}\s*(?:ne|!=)\s*(?:''|\"\")|^\s*{_WORDS}\s*$"
)
_EMPTY = re.compile(rf"string-length\s*\(\s*{_WORDS}\s*\)\s*(?:eq|=)\s*0|{_WORDS}\s*(?:eq|=)\s*(?:''|\"\")")
_TEXT = re.compile(r"(?<![\w/])(?:child::)?text\(\)")
_OWN_WORDS = re.compile(r"\b(?:matches|contains|starts-with|ends-with|translate|replace|upper-case|lower-case)\s*\(\s*\.\s*[,)]")
_ONE_OF = re.compile(r"@([\w:.-]+)\s*=\s*\(\s*((?:'[^']*'|\"[^\"]*\")(?:\s*,\s*(?:'[^']*'|\"[^\"]*\"))*)\s*\)")
_LITERAL = re.compile(r"'([^']*)'|\"([^\"]*)\"")
_MOST_VALUES = 12
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
    negated = _inside_of_not(test)
    if negated is not None:
        # That something is not so must be true: so that it is must not.
        test, must = negated, not must
    content = _of_content(test, must=must)
    if content:
        return (*instead, *_of_words(message), *content)[:3]
    found = _of_values(test, must=must, present=present)
    found = found or (_of_assertion(test, present) if must else _of_report(test))
    said = [] if found else _of_words(message)
    return (*instead, *found, *said)[:3]


def _inside_of_not(test: str) -> str | None:
    """The condition that a test denies as a whole; None where it does not."""
    found = _NEGATED.fullmatch(test.strip())
    if found is None:
        return None
    depth = 0
    for sign in found[1]:
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            return None
    return found[1]


def _of_content(test: str, *, must: bool) -> list[str]:
    """What to do about the words of an element, where the test is about nothing else."""
    if (_FILLED if must else _EMPTY).search(test):
        return ["Write words in it.", "Remove it."]
    if (_EMPTY if must else _FILLED).search(test) or (not must and _TEXT.match(test.strip())):
        return ["Remove the words from it."]
    return ["Correct its words."] if _OWN_WORDS.search(test) and "@" not in test else []


def _of_values(test: str, *, must: bool, present: Collection[str]) -> list[str]:
    """The values that an attribute must have, or must not have."""
    found = _ONE_OF.search(test)
    if found is None:
        return []
    values = [f'"{one or other}"' for one, other in _LITERAL.findall(found[2])]
    if not must:
        return [f"Write another value in {found[1]}.", f"Remove {found[1]}."]
    if len(values) > _MOST_VALUES:
        return [f"Correct {found[1]}."]
    shown = values[0] if len(values) == 1 else f"{', '.join(values[:-1])} or {values[-1]}"
    return [f"Write {shown} in {found[1]}." if found[1] in present else f"Add {found[1]}: {shown}."]


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
    found = [*(f"Add the attribute {each}." for each in lacking), *(f"Add <{each}>." for each in elements), *cures]
    denied = re.findall(r"not\s*\(([^()]*)\)", test)
    return found or (_of_report(" or ".join(denied)) if denied else [])


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
