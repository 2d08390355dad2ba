"""The pair that a rule's docstring shows is what the encoder does."""

from __future__ import annotations

import importlib
import inspect
import re

import pytest

from teiencode.encode import encode
from teiencode.profile import PROFILES, load_profile
from teiencode.rules import RULES
from teiencode.rules import rule as rule_called

PART = re.compile(r"^(?P<name>[A-Z]\w+): +(?P<words>.*(?:\n {2,}.*|\n$)*)", re.MULTILINE)


def parts(rule: str) -> dict[str, str]:
    """The parts of a rule's docstring; the lines of a part without their indentation; `⇥` is a tab, `␌` a form feed."""
    docstring = (inspect.getdoc(importlib.import_module(f"teiencode.rules.{rule}")) or "").replace("⇥", "\t").replace("␌", "\f")
    return {
        found["name"]: "\n".join(line.removeprefix("         ") for line in found["words"].split("\n"))
        .strip("\n")
        .replace("⇥", "\t")
        for found in PART.finditer(docstring)
    }


def profiles_with(rule: str) -> list[str]:
    return [name for name in PROFILES if rule in load_profile(name).rules]


def packed(xml: str) -> str:
    """XML without the white space between tags, as docstrings break their lines where they like."""
    return re.sub(r"\s+", " ", xml).replace("> <", "><").strip()


@pytest.mark.parametrize("rule", RULES)
def test_some_profile_uses_the_rule(rule: str) -> None:
    assert profiles_with(rule)


@pytest.mark.parametrize("rule", RULES)
def test_the_pair_in_the_docstring(rule: str) -> None:
    told = parts(rule)
    made = [packed(encode(told["Source"], profile=profile).xml.decode()) for profile in profiles_with(rule)]
    assert any(packed(told["TEI"]) in xml for xml in made), "\n".join(made)


@pytest.mark.parametrize("rule", RULES)
def test_the_codes_in_the_docstring(rule: str) -> None:
    named = set(re.findall(r"\bTE\d{3}\b", parts(rule)["Codes"]))
    assert named == {code.code for code in rule_called(rule).codes}
