"""Losslessness: every text comes back byte for byte, whatever the profile and whichever of its rules are in use."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from strategies import SEEDS, texts

from teiencode.decode import decode
from teiencode.encode import encode
from teiencode.profile import PROFILES, Profile, load_profile
from teiencode.reading import WHITE

NOT_INK = re.compile(f"[{re.escape(WHITE)}]+")
SETTINGS = settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])

profiles = st.sampled_from(PROFILES).map(load_profile)


@st.composite
def reduced_profiles(draw: st.DrawFn) -> Profile:
    """A profile with any subset of its rules."""
    profile = draw(profiles)
    kept = draw(st.lists(st.booleans(), min_size=len(profile.rules), max_size=len(profile.rules)))
    return replace(profile, rules=tuple(rule for rule, keep in zip(profile.rules, kept, strict=True) if keep))


@SETTINGS
@given(texts, profiles)
def test_every_text_comes_back(text: str, profile: Profile) -> None:
    assert decode(encode(text, profile=profile).xml).data.decode("utf-8") == text


@SETTINGS
@given(texts, reduced_profiles())
def test_every_text_comes_back_with_any_subset_of_the_rules(text: str, profile: Profile) -> None:
    assert decode(encode(text, profile=profile).xml).data.decode("utf-8") == text


@SETTINGS
@given(texts, profiles)
def test_without_the_residue_no_visible_character_is_missing(text: str, profile: Profile) -> None:
    root = etree.fromstring(encode(text, profile=profile).xml)
    for residue in root.findall(".//{*}xenoData"):
        above = residue.getparent()
        assert above is not None
        above.remove(residue)
    back = decode(etree.tostring(root, encoding="UTF-8")).data.decode("utf-8")
    text = text.removeprefix("\ufeff")
    assert sorted(NOT_INK.sub("", back)) == sorted(NOT_INK.sub("", text))


@pytest.mark.parametrize(
    ("profile", "sign", "share"),
    [
        ("frus", b"<note ", 0.2),
        ("frus", b"<gap ", 0.05),
        ("frus", b"<pb ", 0.05),
        ("scan", b"<gap ", 0.2),
        ("scan", b"<del ", 0.1),
    ],
)
def test_a_stated_share_of_the_examples_holds_the_sign(profile: str, sign: bytes, share: float) -> None:
    """The property tests are only worth something where their texts do trigger the rules."""
    hits = [0, 0]

    @settings(deadline=None, max_examples=300, derandomize=True, database=None)
    @given(texts)
    def count(text: str) -> None:
        hits[0] += sign in encode(text, profile=profile).xml
        hits[1] += 1

    count()
    assert hits[0] >= share * hits[1], f"{hits[0]} of {hits[1]}"


@pytest.mark.parametrize("seed", sorted(SEEDS.glob("*.txt")), ids=lambda seed: seed.stem)
@pytest.mark.parametrize("ends", ["as it is", "crlf", "bom", "mixed"])
def test_the_sources_come_back(seed: Path, ends: str) -> None:
    data = seed.read_bytes()
    if ends == "crlf":
        data = data.replace(b"\n", b"\r\n")
    elif ends == "bom":
        data = b"\xef\xbb\xbf" + data
    elif ends == "mixed":
        data = data.replace(b"\n", b"\r\n", 3)
    assert decode(encode(data).xml).data == data


@pytest.mark.parametrize("encoding", ["windows-1252", "iso-8859-1", "utf-16", "utf-16-le", "utf-8-sig"])
def test_other_encodings_come_back(encoding: str) -> None:
    data = "Café — “quoted”\r\n\r\nText".encode(encoding, "replace")
    assert decode(encode(data, encoding=encoding).xml).data == data
