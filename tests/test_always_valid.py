"""Whatever the source holds, and whichever rules are in use, its TEI is valid by the project's own schema."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from strategies import texts

from teiencode import validate
from teiencode.encode import encode
from teiencode.profile import PROFILES, Profile, load_profile


@st.composite
def reduced_profiles(draw: st.DrawFn) -> Profile:
    """A profile with any subset of its rules."""
    profile = load_profile(draw(st.sampled_from(PROFILES)))
    kept = draw(st.lists(st.booleans(), min_size=len(profile.rules), max_size=len(profile.rules)))
    return replace(profile, rules=tuple(rule for rule, keep in zip(profile.rules, kept, strict=True) if keep))


def faults(text: str, profile: str | Profile) -> list[str]:
    """The errors of a text's TEI, in words."""
    findings = validate(encode(text, profile=profile).xml, select=("wellformed", "relaxng"))
    return [f"{finding.line}: {finding.message}" for finding in findings if finding.severity == "error"]


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(texts, st.sampled_from(PROFILES))
@example("The Ambassador8 left.8\n  8. a¹\n\n¹ One.", "plain")  # a digit that is no number
def test_every_text_gives_valid_tei(text: str, profile: str) -> None:
    assert faults(text, profile) == []


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(texts, reduced_profiles())
def test_every_text_gives_valid_tei_with_any_subset_of_the_rules(text: str, profile: Profile) -> None:
    assert faults(text, profile) == []
