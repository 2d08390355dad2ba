"""The pair that a rule's docstring shows is what the encoder does."""

from __future__ import annotations

import importlib
import inspect
import re
from collections.abc import Iterator

import pytest

from teiencode.encode import encode, is_restored
from teiencode.profile import PROFILES, load_profile
from teiencode.reading import Reading, View
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


def not_accepted(rule: str, source: str) -> Iterator[str]:
    """Why readings that a rule proposes are passed over: the signs in them would not be written back as they stand."""
    proposing = (rule_called(rule).lines, rule_called(rule).inline)
    for profile in profiles_with(rule):
        for propose in filter(None, proposing):
            for reading in propose(View(source), load_profile(profile)):
                if isinstance(reading, Reading) and not is_restored(reading, source, profile):
                    words = source[reading.start : reading.end]
                    yield f"{profile}: {words!r} is not taken for a {reading.kind}: give its signs in tei/conventions.py"


def test_a_rule_without_its_sign_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("teiencode.tei.conventions.HIGHLIGHTS", {})
    source = parts("highlights")["Source"]
    told = list(not_accepted("highlights", source))
    assert told
    assert all("give its signs in tei/conventions.py" in each for each in told)


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
    assert any(packed(told["TEI"]) in xml for xml in made), "\n".join(
        [*(xml.partition("</teiHeader>")[2] for xml in made), *not_accepted(rule, told["Source"])]
    )


@pytest.mark.parametrize("rule", RULES)
def test_the_codes_in_the_docstring(rule: str) -> None:
    named = set(re.findall(r"\bTE\d{3}\b", parts(rule)["Codes"]))
    assert named == {code.code for code in rule_called(rule).codes}
