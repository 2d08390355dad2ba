"""The datatypes beside jing's: `python -m bench.datatypes [SEEDS]`.

One grammar has an element for each datatype with its facets, and one document a line for each value: those that the
specification speaks of, and what becomes of them when characters are put in, taken out and changed. What is compared is the set
of lines that are refused. jing is older than the second edition of XML Schema Part 2, which we follow: where the two differ by
that, `REASONS` says so. The test of this (`tests/test_datatypes_jing.py`) takes one seed; more are for this program.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape, quoteattr

from teiencode.diagnostic import Diagnostic
from teiencode.validation.reading import read_document
from teiencode.validation.relaxng import follow_grammar, grammar_findings

FAMILIES: dict[str, list[str]] = json.loads(Path(__file__).with_name("values.json").read_text(encoding="utf-8"))
"""Values by the kind of datatype that they are for; and patterns."""

XSD = "http://www.w3.org/2001/XMLSchema-datatypes"

Facets = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Typed:
    """A datatype with facets; `family` names the values that are made for it. `literal`: it is the value of a <value>."""

    name: str
    family: str
    facets: Facets = ()
    literal: str | None = None
    library: str = XSD

    def pattern(self) -> str:
        """The pattern of RELAX NG."""
        library = f'datatypeLibrary="{self.library}"'
        if self.literal is not None:
            return f"<value {library} type={quoteattr(self.name)}>{escape(self.literal)}</value>"
        params = "".join(f"<param name={quoteattr(name)}>{escape(value)}</param>" for name, value in self.facets)
        return f"<data {library} type={quoteattr(self.name)}>{params}</data>"

    def __str__(self) -> str:
        """How it is shown."""
        told = f" = {self.literal!r}" if self.literal is not None else ""
        return f"{self.name}{told}{''.join(f' {name}={value!r}' for name, value in self.facets)}"


_INTEGERS = (
    *(
        "integer",
        "nonPositiveInteger",
        "negativeInteger",
        "nonNegativeInteger",
        "positiveInteger",
        "long",
        "int",
        "short",
        "byte",
    ),
    *("unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte"),
)
_MOMENTS = ("dateTime", "date", "time", "gYear", "gYearMonth", "gMonth", "gMonthDay", "gDay")
_WORDS = ("Name", "NCName", "NMTOKEN", "language")


def typed() -> Iterator[Typed]:
    """Every datatype bare, with each facet that it has, and as a literal."""
    for name in ("string", "token"):
        yield Typed(name, "text", library="")
        yield Typed(name, "text", literal=" a  b ", library="")
    yield from _of_numbers()
    yield from _of_moments()
    yield from _of_texts()


def _of_numbers() -> Iterator[Typed]:
    for name in ("decimal", "double", "float", *_INTEGERS):
        yield Typed(name, "number")
        negative = name in ("nonPositiveInteger", "negativeInteger")
        low, high = ("-100", "-1") if negative else ("1", "100")
        for facet in ("minInclusive", "minExclusive"):
            yield Typed(name, "number", ((facet, low),))
        for facet in ("maxInclusive", "maxExclusive"):
            yield Typed(name, "number", ((facet, high),))
        yield Typed(name, "number", (("minInclusive", low), ("maxExclusive", high)))
        yield Typed(name, "number", literal=low)
        yield Typed(name, "number", (("pattern", r"\d+"),))
        if name not in ("double", "float"):
            yield Typed(name, "number", (("totalDigits", "3"),))
    yield Typed("decimal", "number", (("fractionDigits", "1"),))
    yield Typed("decimal", "number", (("totalDigits", "3"), ("fractionDigits", "2")))
    yield Typed("integer", "number", (("fractionDigits", "0"),))
    yield Typed("decimal", "number", literal="1.50")
    yield Typed("double", "number", literal="NaN")
    yield Typed("double", "number", (("minInclusive", "-INF"),))
    yield Typed("float", "number", (("maxInclusive", "3.4e38"),))


def _of_moments() -> Iterator[Typed]:
    bounds = {
        "dateTime": ("1962-10-27T16:00:00", "1962-10-27T16:00:00Z"),
        "date": ("1962-10-27", "1962-10-27Z"),
        "time": ("16:00:00", "16:00:00Z"),
        "gYear": ("1962", "1962Z"),
        "gYearMonth": ("1962-10", "1962-10Z"),
        "gMonth": ("--10", "--10Z"),
        "gMonthDay": ("--10-27", "--10-27Z"),
        "gDay": ("---27", "---27Z"),
    }
    for name in _MOMENTS:
        yield Typed(name, "date")
        yield Typed(name, "date", (("pattern", r".*Z"),))
        for bound in bounds[name]:
            yield Typed(name, "date", literal=bound)
            for facet in ("minInclusive", "minExclusive", "maxInclusive", "maxExclusive"):
                yield Typed(name, "date", ((facet, bound),))
    yield Typed("duration", "duration")
    for bound in ("P1M", "P1Y", "PT24H", "-P1D"):
        yield Typed("duration", "duration", literal=bound)
        for facet in ("minInclusive", "minExclusive", "maxInclusive", "maxExclusive"):
            yield Typed("duration", "duration", ((facet, bound),))


def _of_texts() -> Iterator[Typed]:
    for name, family in (
        *((name, "text") for name in ("string", "normalizedString", "token")),
        *((name, "name") for name in (*_WORDS, "NMTOKENS")),
        *((name, "bytes") for name in ("hexBinary", "base64Binary")),
        ("anyURI", "address"),
    ):
        yield Typed(name, family)
        for facet in ("length", "minLength", "maxLength"):
            for size in ("1", "2", "3"):
                yield Typed(name, family, ((facet, size),))
        yield Typed(name, family, (("minLength", "2"), ("maxLength", "3")))
    yield Typed("boolean", "text")
    yield Typed("boolean", "text", literal="true")
    yield Typed("boolean", "text", (("pattern", "true|false"),))
    yield Typed("hexBinary", "bytes", literal="0a1B")
    yield Typed("base64Binary", "bytes", literal="AQ==")
    yield Typed("base64Binary", "bytes", literal="AAAAAAAA")
    yield Typed("QName", "name")
    yield Typed("QName", "name", literal="p:a")
    yield Typed("QName", "name", (("pattern", "[a-z]:.*"),))
    yield Typed("anyURI", "address", literal="a/b")
    yield Typed("NMTOKENS", "name", literal="a b")
    for name in ("string", "normalizedString", "token"):
        yield Typed(name, "text", literal=" a  b c ")
    for pattern in FAMILIES["pattern"]:
        for name in ("string", "token"):
            yield Typed(name, "text", (("pattern", pattern),))
    yield Typed("token", "text", (("pattern", "a.*"), ("pattern", ".*b"), ("maxLength", "3")))
    yield Typed("NCName", "name", (("pattern", "[a-z]+"),))
    yield Typed("anyURI", "address", (("pattern", "#.+"),))
    yield Typed("language", "name", (("pattern", "en.*"),))


_ALPHABET = (*"0123456789+-.:TZPYMDHS eE#/%[]ab_=", "\t", "\n", "\u00a0", "é", "٣", "😀", "AA", "00")


def values(family: str, random: Random, many: int) -> Iterator[str]:
    """The values of a family, and `many` that a slip has made of them."""
    known = FAMILIES[family]
    yield from known
    for _ in range(many):
        text = random.choice(known)
        for _ in range(random.choice((1, 1, 2))):
            at = random.randrange(len(text) + 1)
            match random.randrange(3):
                case 0:
                    text = text[:at] + random.choice(_ALPHABET) + text[at:]
                case 1:
                    text = text[:at] + text[at + 1 :]
                case _:
                    text = text[:at] + random.choice(_ALPHABET) + text[at + 1 :]
        yield text


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that one takes and the other refuses."""

    typed: Typed
    value: str
    jing_takes_it: bool


_NAMES_OF_MOMENTS = frozenset(_MOMENTS)

REASONS: tuple[tuple[str, bool, frozenset[str], str], ...] = (
    ("the day's end is 24:00:00", False, _NAMES_OF_MOMENTS, r"(?:.*T)?24:00:00.*"),
    ("zones go to -14:00", False, _NAMES_OF_MOMENTS, r".*-1[34]:\d\d"),
    ("a minute has no second 60", True, _NAMES_OF_MOMENTS, r".*:60(?:\..*)?(?:Z|[+-]..:..)?"),
    ("a point is followed by digits", True, _NAMES_OF_MOMENTS, r".*:\d\d\.(?:Z|[+-]..:..)?"),
    ("seconds have digits before a point and behind it", True, frozenset(("duration",)), r".*T(?:.*[HM])?(?:\d*\.|\.\d+)S"),
    ("zeros at the end are no digits of a value", False, frozenset(("decimal",)), r".*\..*0"),
)
"""What the second edition says otherwise than jing: in words, whether jing takes it, of which datatypes, and of which values."""

_SMALL_FRACTION = re.compile(r".*\.\d{4,}.*")


def reason(difference: Difference) -> str | None:
    """Why jing differs there, or None where nothing is known of it."""
    value = " ".join(difference.value.split())
    for words, jing_takes_it, names, pattern in REASONS:
        if difference.jing_takes_it == jing_takes_it and difference.typed.name in names and re.fullmatch(pattern, value):
            return words
    bound = difference.typed.literal is not None or any("clusive" in name for name, _ in difference.typed.facets)
    if bound and difference.typed.name in _NAMES_OF_MOMENTS and _SMALL_FRACTION.fullmatch(value):
        return "a second may be parted as finely as one likes; jing compares thousandths"
    if bound and re.fullmatch(r"-?\d{9,}.*", value):
        return "jing counts years up to some number"
    if bound and difference.typed.name == "duration":
        return "P1Y and P12M are one value, P1D and PT24H too"
    return None


def grammar(types: list[Typed]) -> str:
    """A grammar with an element for each."""
    elements = "".join(f'<element name="t{number}">{each.pattern()}</element>\n' for number, each in enumerate(types))
    return (
        '<element name="root" xmlns="http://relaxng.org/ns/structure/1.0" xmlns:p="urn:p"><zeroOrMore><choice>\n'
        f"{elements}</choice></zeroOrMore></element>\n"
    )


def compare(folder: Path, jing: str, seed: int, many: int = 40) -> tuple[int, int, list[Difference]]:
    """How many values were taken by both, how many refused, and where the two differ. Files are made in `folder`."""
    random = Random(seed)
    types = list(typed())
    schema, file = folder / f"types-{seed}.rng", folder / f"types-{seed}.xml"
    schema.write_text(grammar(types), encoding="utf-8")
    asked = [(number, value) for number, each in enumerate(types) for value in values(each.family, random, many)]
    # White space is written as references, so that the value has it, and each stands in one line.
    rows = [f"<t{number}>{_written(value)}</t{number}>" for number, value in asked]
    file.write_text(f'<root xmlns:p="urn:p" xmlns:q="urn:p">\n{chr(10).join(rows)}\n</root>', encoding="utf-8")
    run = subprocess.run([jing, "-i", str(schema), str(file)], capture_output=True, text=True)
    theirs = {int(found[1]) for found in re.finditer(r"^.*?:(\d+):\d+: error", run.stdout, re.MULTILINE)}
    if not theirs or "fatal" in run.stdout:
        raise RuntimeError(run.stdout[:500])
    follow = follow_grammar(schema)
    document = read_document(file.read_bytes(), follow)
    if isinstance(document, Diagnostic):
        raise RuntimeError(document.message)
    ours = {finding.end_line for finding in grammar_findings(document, follow)[0]}
    differences = [
        Difference(types[number], value, line not in theirs)
        for line, (number, value) in enumerate(asked, 2)
        if (line in theirs) != (line in ours)
    ]
    return len(asked) - len(theirs), len(theirs), differences


def _written(value: str) -> str:
    return "".join(f"&#{ord(each)};" if each in "\t\n\r" else escape(each) for each in value)


def main() -> int:
    """Compare by some seeds; print what differs, and return 1 where anything does."""
    jing = shutil.which("jing")
    if jing is None:
        sys.exit("datatypes: needs jing.")
    status = 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(int(sys.argv[1]) if len(sys.argv) > 1 else 5):
            taken, refused, differences = compare(Path(folder), jing, seed)
            unknown = [each for each in differences if reason(each) is None]
            why = Counter(reason(each) or "unknown" for each in differences)
            print(f"seed {seed}: {taken} values taken, {refused} refused, {len(differences)} otherwise by jing")
            for words, count in why.most_common():
                print(f"  {count:4} {words}")
            told: dict[str, list[Difference]] = {}
            for each in unknown:
                told.setdefault(str(each.typed), []).append(each)
            for name, several in told.items():
                examples = ", ".join(f"{each.value!r} ({'jing' if each.jing_takes_it else 'we'})" for each in several[:6])
                print(f"  {name}: {len(several)}: {examples}")
            status |= bool(unknown)
    return status


if __name__ == "__main__":
    sys.exit(main())
