"""The weights of the evidence for note calls, fitted on hand-made TEI: `python -m bench.fit [--check]`.

Each number that may call a note is one observation: the names of its evidence, and whether the hand-made TEI has a note there.
The weights are those of a logistic regression, each drawn to a guess made beforehand with the strength of one observation or so
(a normal prior of unit variance), so that evidence seldom met keeps its guess. Only the texts that are not held out are used.

Prints the table `[note_calls.evidence]` as `profiles/frus.toml` has it; `--check` compares, and ends with status 1 where they
differ. What calls gain or lose by their order (`[note_calls.chain]`) is set by hand.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Iterable, Mapping

from bench.data import Collection, collections, data_or_exit
from bench.gold_calls import gold_calls
from teiencode.profile import load_profile
from teiencode.reading import View
from teiencode.rules.note_calls import propose_inline

GUESSES: Mapping[str, float] = {
    "glued to a word": 3.0,
    "glued to a designation": -1.0,
    "after a closing mark": 4.0,
    "after a mark in a line's middle": 3.0,
    "after a figure and its mark": 0.5,
    "after a numeral and its mark": 0.0,
    "a letter after it": -3.0,
    "at the end of the head": 3.0,
    "the note names the word": 1.5,
    "a figure goes on before it": -6.0,
    "a unit after it": -6.0,
    "the figure goes on": -4.0,
    "a sentence or line ends": 0.5,
    "an opening mark after it": -0.5,
    "a day before it": 2.5,
    "the whole is a day": -3.0,
    "no day before it": -6.0,
    "a year before it": 2.5,
    "a clock time before it": 2.0,
    "a group of thousands before it": 0.5,
    "splits a figure": -3.5,
    "splits a year": -5.0,
    "splits money": -4.5,
    "splits the number of a paper": -2.0,
    "the note names the figure": 4.0,
    "the note names the whole": -6.0,
    "a sign of notes": 4.0,
    "a letter after a closing mark": 2.0,
}
"""What each evidence was thought to weigh before anything was counted, in log odds."""

STEPS = 3_000
RATE = 0.002

Observations = Counter[tuple[tuple[str, ...], bool]]
"""How often evidence of these names was met where a note is called, and where none is."""


def main(arguments: list[str]) -> int:
    """Fit, print the table or compare it with the profile's, and return the exit status."""
    (frus,) = (each for each in collections(data_or_exit()) if each.name == "frus")
    fitted = fit(observe(frus))
    if "--check" not in arguments:
        print("[note_calls.evidence]")
        print("\n".join(f'"{name}" = {weight}' for name, weight in fitted.items()))
        return 0
    stands: Mapping[str, float] = load_profile("frus").settings["note_calls"]["evidence"]
    differing = [name for name in {**fitted, **stands} if fitted.get(name) != stands.get(name)]
    for name in differing:
        print(f"{name}: fitted {fitted.get(name)}, profiles/frus.toml has {stands.get(name)}")
    print(f"weights of note calls: {len(fitted) - len(differing)} of {len(fitted)} in profiles/frus.toml are the fitted ones")
    return 1 if differing else 0


def observe(collection: Collection) -> Observations:
    """Every number that may call a note in the texts that are not held out."""
    profile = load_profile("frus")
    found: Observations = Counter()
    for path in collection.texts:
        text = path.read_text("utf-8")
        calls = None if path.stem in collection.held_out else gold_calls(text, path.with_suffix(".gold.xml"))
        if calls is None:
            continue
        for reading in propose_inline(View(text), profile):
            spans = [(call.start, call.end) for call in reading.inner or (reading,)]
            found[tuple(reason.name for reason in reading.evidence), calls.issuperset(spans)] += 1
    return found


def fit(observations: Observations) -> dict[str, float]:
    """The weights with the greatest posterior, by gradient ascent, to a tenth."""
    weights = dict(GUESSES)
    rows = [(names, called, count) for (names, called), count in sorted(observations.items())]
    for _ in range(STEPS):
        gradient = {name: GUESSES[name] - weight for name, weight in weights.items()}
        for names, called, count in rows:
            surplus = count * (called - _probability(names, weights))
            for name in names:
                gradient[name] += surplus
        for name, slope in gradient.items():
            weights[name] += RATE * slope
    return {name: round(weight, 1) + 0.0 for name, weight in weights.items()}


def _probability(names: Iterable[str], weights: Mapping[str, float]) -> float:
    total = sum(weights[name] for name in names)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
