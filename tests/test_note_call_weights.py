"""The weights of note calls: each has a name that the rule uses, and the fit does what it says."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from bench import fit
from bench.data import find_data

from teiencode.profile import load_profile
from teiencode.rules import note_calls

TABLE = load_profile("frus").settings["note_calls"]["evidence"]


def test_every_weight_is_the_weight_of_evidence_that_the_rule_names() -> None:
    rule = Path(note_calls.__file__).read_text("utf-8")
    assert [name for name in TABLE if f'"{name}"' not in rule] == []
    assert set(TABLE) == set(fit.GUESSES)


def test_evidence_that_was_never_met_keeps_its_guess() -> None:
    assert fit.fit(Counter()) == dict(fit.GUESSES)


def test_evidence_that_is_always_right_gains_and_that_is_always_wrong_loses() -> None:
    fitted = fit.fit(
        Counter({(("glued to a word",), True): 200, (("splits a figure",), False): 200, (("a unit after it",), True): 50})
    )
    assert fitted["glued to a word"] > fit.GUESSES["glued to a word"]
    assert fitted["splits a figure"] < fit.GUESSES["splits a figure"]
    assert fitted["a unit after it"] > 0


@pytest.mark.skipif(find_data() is None, reason="no bench data")
def test_the_table_that_the_encoder_reads_is_the_fitted_one() -> None:
    assert fit.main(["--check"]) == 0
