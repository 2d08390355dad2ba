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
    """A sign by which `auto` knows a kind of source: each match adds `weight`, at most `most` matches count.

    A line feed in the pattern is the start of a line: the text is looked at with one put before it.
    """

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
            Telltale(sign["name"], re.compile(sign["pattern"]), sign["weight"], sign.get("most", 1))
            for sign in data.get("telltales", ())
        ),
        transitions=data.get("transitions", {}),
        keeps_sentence=frozenset(data.get("keeps_sentence", ())),
        settings={key: value for key, value in data.items() if isinstance(value, dict) and key != "transitions"},
    )
