"""Profiles: how a kind of source is read and written back, as data (`profiles/NAME.toml`).

A profile lists the rules in order, the weights of what may follow what, the signs by which `auto` knows such a source, and
the conventions of its writer (see `teiencode.tei.conventions`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

PROFILES: tuple[str, ...] = ("frus", "scan", "plain")
"""The profiles that come with teiencode; the first that fits best is taken by `auto`."""


class ProfileError(ValueError):
    """A profile that does not exist or is itself wrong."""


@dataclass(frozen=True, slots=True)
class Telltale:
    """A sign by which `auto` knows a kind of source: each match adds `weight`, at most `most` matches count."""

    name: str
    pattern: re.Pattern[str]
    weight: float
    most: int


@dataclass(frozen=True)
class Profile:
    """A kind of source: the rules that read it, and the data that they and the writer use."""

    name: str
    description: str
    rules: tuple[str, ...]
    telltales: tuple[Telltale, ...] = ()
    transitions: Mapping[str, float] = field(default_factory=dict)
    keeps_sentence: frozenset[str] = frozenset()
    settings: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


@cache
def load_profile(name: str) -> Profile:
    """The profile of that name. Raises `ProfileError` when there is none."""
    if name not in PROFILES:
        raise ProfileError(f"no profile is called {name!r}; there are: auto, {', '.join(PROFILES)}")
    data = tomllib.loads(files("teiencode").joinpath("profiles", f"{name}.toml").read_text("utf-8"))
    return Profile(
        name=name,
        description=data["description"],
        rules=tuple(data["rules"]),
        telltales=tuple(
            Telltale(sign["name"], re.compile(sign["pattern"], re.MULTILINE), sign["weight"], sign.get("most", 1))
            for sign in data.get("telltales", ())
        ),
        transitions=data.get("transitions", {}),
        keeps_sentence=frozenset(data.get("keeps_sentence", ())),
        settings={key: value for key, value in data.items() if isinstance(value, dict) and key != "transitions"},
    )


@dataclass(frozen=True, slots=True)
class Recognised:
    """The profile that `auto` chose, and the telltales that spoke for it."""

    profile: Profile
    reasons: tuple[str, ...]


TELLTALE_REACH = 200_000
"""Characters at a text's start that `auto` looks at: enough for any sign, and bounded for any size."""


def recognise(text: str) -> Recognised:
    """Choose the profile by the signs that the text holds; without any, `plain`."""
    head = text[:TELLTALE_REACH]
    best: tuple[float, Profile, tuple[str, ...]] | None = None
    for name in PROFILES:
        profile = load_profile(name)
        score, reasons = 0.0, []
        for telltale in profile.telltales:
            found = 0
            for _ in telltale.pattern.finditer(head):
                found += 1
                if found == telltale.most:
                    break
            if found:
                score += telltale.weight * found
                reasons.append(telltale.name)
        if best is None or score > best[0]:
            best = (score, profile, tuple(reasons))
    assert best is not None
    if best[0] <= 0:
        return Recognised(load_profile("plain"), ())
    return Recognised(best[1], best[2])
