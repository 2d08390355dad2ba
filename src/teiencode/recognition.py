"""Which profile a text is read by, when `auto` chooses: the one whose telltales weigh most, and why."""

from __future__ import annotations

from dataclasses import dataclass

from teiencode.diagnostic import Code, Diagnostic
from teiencode.profile import PROFILES, Profile, load_profile

CHOSEN = Code(
    "TE010",
    "profile-chosen",
    "text",
    "info",
    "Profile `auto` chose the profile whose telltales weigh most in the text.",
    "choose another with --profile, or `profile = …` in the sidecar",
)
UNCERTAIN = Code(
    "TE011",
    "profile-uncertain",
    "text",
    "warning",
    "Profile `auto` found nearly as much for another profile as for the one that it chose.",
    "choose with --profile, or `profile = …` in the sidecar",
)
CODES = (CHOSEN, UNCERTAIN)

REACH = 100_000
"""Characters at a text's start that are looked at: enough for any sign, and bounded for any size."""
ENOUGH = 2.0
"""What must speak for a profile before a text is taken for more than plain."""
CLOSE = 1.5
"""A lead that may be chance."""
FALLBACK = "plain"


@dataclass(frozen=True, slots=True)
class Recognised:
    """The profile that was chosen, and what is told of the choice."""

    profile: Profile
    diagnostic: Diagnostic


@dataclass(frozen=True, slots=True)
class _Candidate:
    name: str
    weight: float
    reasons: tuple[str, ...]

    @property
    def told(self) -> str:
        return f"{self.name} {self.weight:g}" + (f" ({', '.join(self.reasons)})" if self.reasons else "")


def recognise(text: str) -> Recognised:
    """Choose the profile by the signs that the text holds; where they are too few, `plain`."""
    head = "\n" + text[:REACH]
    ranked = sorted((_weigh(name, head) for name in PROFILES), key=lambda candidate: -candidate.weight)
    best, second = ranked[0], ranked[1]
    if best.weight < ENOUGH:
        message = f"read by profile {FALLBACK}: too few signs of any other; {best.told}"
        return Recognised(load_profile(FALLBACK), CHOSEN.at(None, message))
    code = UNCERTAIN if best.weight - second.weight < CLOSE else CHOSEN
    return Recognised(load_profile(best.name), code.at(None, f"read by profile {best.told}; next {second.told}"))


def _weigh(name: str, head: str) -> _Candidate:
    weight, reasons = 0.0, []
    for telltale in load_profile(name).telltales:
        found = 0
        for _ in telltale.pattern.finditer(head):
            found += 1
            if found == telltale.most:
                break
        if found:
            weight += telltale.weight * found
            reasons.append(f"{telltale.name} × {found}" if found > 1 else telltale.name)
    return _Candidate(name, weight, tuple(reasons))
