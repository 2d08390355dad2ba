"""The categories that a header may declare: classification levels, FOIA exemptions, the reasons of E.O. 12356.

Each is named by the id that the body points to (`gap/@ana`, `catRef/@target`). A header declares only those in use.
"""

from __future__ import annotations

from collections.abc import Iterable

from teiencode.facts import LEVELS

# 5 U.S.C. 552(b), each exemption in plain words.
_FOIA = {
    "b1": "Exemption (b)(1): kept secret in the interest of national defence or foreign policy, and properly classified",
    "b2": "Exemption (b)(2): an agency's own rules and practices for its personnel",
    "b3": "Exemption (b)(3): another statute forbids the disclosure",
    "b4": "Exemption (b)(4): trade secrets, and business information given in confidence",
    "b5": "Exemption (b)(5): letters and memoranda within and between agencies, not open to the other side of a lawsuit",
    "b6": "Exemption (b)(6): personnel, medical and similar files, where disclosure would clearly invade privacy",
    "b7": "Exemption (b)(7): records of law enforcement",
    "b7C": "Exemption (b)(7)(C): records of law enforcement whose disclosure could invade somebody's privacy",
    "b8": "Exemption (b)(8): reports on the examination of banks and other financial institutions",
    "b9": "Exemption (b)(9): geological and geophysical data on wells",
}

# Executive Order 12356 of April 2, 1982, section 1.3(a): what may be classified, each category in plain words.
_EO12356 = {
    "a1": "Category (a)(1): military plans, weapons and operations",
    "a2": "Category (a)(2): weak points and abilities of systems, installations, projects and plans of national security",
    "a3": "Category (a)(3): information from or about foreign governments, given or produced in confidence",
    "a4": "Category (a)(4): intelligence activities, sources and methods",
    "a5": "Category (a)(5): foreign relations and foreign activities of the United States",
    "a6": "Category (a)(6): scientific, technical and economic matters that touch national security",
    "a7": "Category (a)(7): programs that guard nuclear materials and facilities",
    "a8": "Category (a)(8): cryptology",
    "a9": "Category (a)(9): a confidential source",
    "a10": "Category (a)(10): other matters of national security, as the head of an agency has determined",
}

TAXONOMIES: dict[str, tuple[str, dict[str, str]]] = {
    "classification": ("Levels of classification, as marked on the document", {f"class-{k}": v for k, v in LEVELS.items()}),
    "foia": (
        "Exemptions of the Freedom of Information Act, 5 U.S.C. 552(b), under which passages were withheld",
        {f"foia-{key}": words for key, words in _FOIA.items()},
    ),
    "eo12356": (
        "Categories of information that Executive Order 12356, section 1.3(a), allowed to be classified",
        {f"eo12356-{key}": words for key, words in _EO12356.items()},
    ),
}
"""The taxonomies by id: what each is, and its categories, id and meaning."""

HEADER_IDS: tuple[str, ...] = (
    "teiencode",
    *TAXONOMIES,
    *(key for _, categories in TAXONOMIES.values() for key in categories),
)
"""All ids that a header can hold: none of the body's may be one of them."""


def used_taxonomies(categories: Iterable[str]) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """The taxonomies that hold a category of `categories`: id, description, and the categories used, in fixed order."""
    wanted = set(categories)
    used = []
    for name, (description, members) in TAXONOMIES.items():
        chosen = [(key, words) for key, words in members.items() if key in wanted]
        if chosen:
            used.append((name, description, chosen))
    return used
