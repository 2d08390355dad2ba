"""The table: for each kind of fault what was found, where, with which cures, and what was said too many."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from random import Random

from bench.data import data_or_exit, tei_file
from bench.faults import fifth, fourth, grammar, ill_formed, rules, schematron, second, seventh, sixth, third
from bench.faults.count import Count, row
from bench.faults.documents import encoded, hand_encoded, vocabularies
from bench.faults.slip import Kind, Page, Slip
from teiencode.diagnostic import Finding, LineIndex
from teiencode.validation import validate

EACH = 12
"""Documents for each kind."""

FEW = 100
"""Where there are fewer documents than this, they are gone through several times."""

CLEAN = 0.005
"""So many findings a clean document are let pass."""

SETS = {
    "ill-formed": ill_formed.KINDS,
    "grammar": grammar.KINDS,
    "rules": rules.KINDS,
    "second": second.KINDS,
    "third": third.KINDS,
    "fourth": fourth.KINDS,
    "fifth": fifth.KINDS,
    "sixth": sixth.KINDS,
    "schematron": schematron.KINDS,
    "seventh": seventh.KINDS,
}
KINDS: dict[str, Kind] = {name: kind for kinds in SETS.values() for name, kind in kinds.items()}

Validate = Callable[[bytes], list[Finding]]


def main() -> int:
    """Measure, print the table, and return the exit status: 1 where the judgement is not met."""
    data = data_or_exit()
    shown = {name for name in KINDS if any(name.startswith(word) for word in sys.argv[1:])}
    for group, kinds in SETS.items():
        shown.update(kinds if group in sys.argv[1:] else ())
    every = Count()
    status = 0
    tei_all = tei_file("tei_all.rng")
    if tei_all:
        pages = list(hand_encoded(data))
        status |= measure("hand-encoded, tei_all", pages, lambda tei: validate(tei, schema=tei_all), every, shown)
        status |= measure(
            "every vocabulary, tei_all", list(vocabularies()), lambda tei: validate(tei, schema=tei_all), every, shown
        )
    else:
        print("faults: no tei_all.rng (set TEIENCODE_TEI), so only the project's schema is measured.")
    status |= measure("encoded, teiencode.rng", list(encoded(data, 7)), validate, every, shown)
    print(f"\n{'all':32}{row(every)}")
    return status


def measure(title: str, documents: list[tuple[str, str]], check: Validate, every: Count, shown: set[str]) -> int:
    """One corpus under one schema."""
    clean, fired = [], 0
    for name, text in documents:
        findings = check(text.encode())
        if all(finding.group == "relaxng" for finding in findings) and findings:
            continue  # what the editors' own schema takes and this one does not is no clean document
        fired += len(findings)
        for finding in findings:
            print(f"  clean {name}:{finding.line}:{finding.column} {finding.code} {finding.message}")
        clean.append(Page(text))
    print(f"\n{title}: {len(clean)} clean documents of {len(documents)}, {fired} findings on them")
    print(f"{'kind':32}{'documents':>10}{'found':>8}{'line':>8}{'column':>8}{'cure':>8}{'too many':>10}")
    total = Count()
    sets = {group: Count() for group in SETS}
    for group, name, kind in ((group, name, kind) for group, kinds in SETS.items() for name, kind in kinds.items()):
        if shown and name not in shown:
            continue
        count = Count()
        for slip in slips(name, kind, clean):
            count.add(judge(slip, check(slip.file), explain=bool(shown)))
        if count.documents:
            print(f"{name:32}{row(count)}")
            total.add(count)
            sets[group].add(count)
    for group, count in sets.items():
        if count.documents:
            print(f"{'set ' + group:32}{row(count)}")
    print(f"{'all of them':32}{row(total)}")
    every.add(total)
    # Editors' own slips are in documents that fit the grammar too: each is printed above, to be looked at.
    return 0 if total.found == total.documents and total.is_good and fired <= CLEAN * len(clean) else 1


def slips(name: str, kind: Kind, pages: list[Page]) -> Iterator[Slip]:
    """Some documents with a fault of a kind, each another; where the documents are few, one has several in turn."""
    pick = Random(name)
    made: set[bytes] = set()
    rounds = max(1, FEW // len(pages))
    for page in (page for _ in range(rounds) for page in pick.sample(pages, len(pages))):
        slip = kind(page, pick)
        if slip is not None and slip.file != page.text.encode() and slip.file not in made:
            made.add(slip.file)
            yield slip
        if len(made) == EACH * (1 if rounds == 1 else 3):
            return


def judge(slip: Slip, findings: list[Finding], *, explain: bool) -> Count:
    """What the findings of one document are worth."""
    lines = LineIndex(slip.text)
    places = [lines.place(place) for place in slip.places]
    at_line = [finding for finding in findings if any(finding.line == line for line, _ in places)]
    at_column = [finding for finding in findings if (finding.line, finding.column) in places]
    best = (at_column or at_line or findings)[:1]
    cured = any(any(cure in suggestion for cure in slip.cures) for finding in best for suggestion in finding.suggestions[:3])
    if explain and (not at_column or not cured or len(findings) > 1):
        line = slip.text.splitlines()[places[0][0] - 1] if slip.text else ""
        print(f"  {places} {slip.cures} | {line[max(0, places[0][1] - 60) : places[0][1] + 60]!r}")
        for finding in findings:
            print(f"     {finding.line}:{finding.column} {finding.code} {finding.message} {finding.suggestions}")
    return Count(1, bool(findings), bool(at_line), bool(at_column), cured, max(0, len(findings) - 1))


if __name__ == "__main__":
    sys.exit(main())
