"""Forms of the printed edition, one a line, in `tests/forms/*.txt`: what stands at a document's end and top, lists, omissions.

A section (`[name]`) may give the heading of its documents (`head: …`, its first line). A form is a row of blocks parted by ` | `,
each a kind and its words; ` // ` is a line end, `{2}` the call of note 2, and after `=>` the value of date or gap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree

from teiencode.encode import encode, place
from teiencode.profile import load_profile

FORMS = Path(__file__).parent / "forms"
TEI = "{http://www.tei-c.org/ns/1.0}"
KINDS = {"head", "p", "ab", "item", "dateline", "signed", "salute", "seg"}
SENTENCE = "We met in his office today and agreed on all that was asked of us."
PHRASES = {2: "his office", 3: "today"}
"""Where notes are called that a form does not call; note 1 at the end of the heading."""
CALL = re.compile(r"\{(\d)\}")


@dataclass(frozen=True)
class Form:
    """A line of a file of forms: its section, the heading that the section gives, and the line."""

    section: str
    head: str
    line: str


def forms(name: str) -> list[object]:
    section = head = ""
    found: list[object] = []
    for line in (FORMS / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            section, head = line.strip("[]"), ""
        elif not head and line.startswith("head: ") and section != "heads":
            head = line.removeprefix("head: ")
        elif line and not line.startswith("#"):
            found.append(pytest.param(Form(section, head, line), id=f"{section}: {line}"))
    return found


def before_calls() -> list[str]:
    """What may stand before a call: the lines of its file of forms."""
    return [line for line in (FORMS / "calls.txt").read_text("utf-8").splitlines() if line and not line.startswith("#")]


def blocks(line: str) -> list[tuple[str, str, str]]:
    """Kind, words and value of each block of a form."""
    found = []
    for part in line.split(" | "):
        kind, _, words = part.partition(": ")
        words, _, value = words.partition(" => ")
        found.append((kind, words, value))
    return found


def source(before: list[str], line: str, after: list[str]) -> str:
    """The text of a document with the blocks of a form, its notes at the end."""
    text, above = "", ""
    for kind, words in [
        *(("p", words) for words in before),
        *((k, w) for k, w, _ in blocks(line)),
        *(("p", words) for words in after),
    ]:
        parting = "" if not text else "\n" if kind == above == "item" else "\n\n"
        words = CALL.sub(r"\1", words).replace(" // ", "\n")
        text += parting + ("  * " if kind == "item" else "") + words
        above = kind
    called = {int(call) for call in CALL.findall(line)}
    last = max(called, default=0)
    for number in set(range(1, last)) - called:
        words = PHRASES.get(number, text.partition("\n\n")[0])
        text = text.replace(words, f"{words}{number}", 1)
    notes = [f"  {number}. Not printed." for number in range(1, last + 1)]
    return "\n".join([text, *notes]) + "\n"


def encoded(form: Form, *, at_end: bool) -> list[tuple[str, str, str]]:
    """Kind, words and ISO value of each block that the encoder makes of a form's document, without those around the form."""
    before = [form.head] if form.head else []
    around = ([*before, SENTENCE], []) if at_end else (before, [SENTENCE])
    body = etree.fromstring(encode(source(around[0], form.line, around[1]), profile="frus", name="form").xml).find(
        f".//{TEI}body"
    )
    assert body is not None
    made = list(leaves(body))
    return made[len(around[0]) : len(made) - len(around[1])]


def leaves(body: etree._Element) -> Iterator[tuple[str, str, str]]:
    for element in body.iter(f"{TEI}*"):
        name = str(element.tag).removeprefix(TEI)
        above = element.getparent()
        if any(str(up.tag) == f"{TEI}note" for up in element.iterancestors()):
            continue
        if name == "note" and element.get("rend") == "inline":
            yield "archive", words(element), ""
        if name not in KINDS:
            continue
        up = str(above.tag).removeprefix(TEI) if above is not None else ""
        dates = [date.get("when", "")[:10] for date in element.iter(f"{TEI}date") if date.get("when")]
        kind = {"list": "list", "postscript": "postscript"}.get(up, name) if name in ("head", "p") else name
        yield kind, words(element), (dates or [""])[0]


def words(element: etree._Element) -> str:
    """The words of a block: a note as its call, a line end as ` // `, a gap as its bracket."""
    found = element.text or ""
    for child in element:
        name = str(child.tag).removeprefix(TEI)
        inner = words(child)
        found += {"note": f"{{{child.get('n')}}}", "lb": " // ", "gap": f"[{inner}]"}.get(name, inner) + (child.tail or "")
    return " ".join(found.replace("\n", " ").split()) if element.getparent() is None else found


def tidy(made: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    return [(kind, " ".join(said.split()), value) for kind, said, value in made]


@pytest.mark.parametrize("form", forms("closings"))
def test_what_stands_at_the_end(form: Form) -> None:
    assert tidy(encoded(form, at_end=True)) == blocks(form.line)


@pytest.mark.parametrize("form", forms("openings"))
def test_what_stands_at_the_top(form: Form) -> None:
    assert tidy(encoded(form, at_end=False)) == blocks(form.line)


@pytest.mark.parametrize("form", forms("lists"))
def test_lists_and_their_captions(form: Form) -> None:
    assert tidy(encoded(form, at_end=False)) == blocks(form.line)


@pytest.mark.parametrize("form", forms("omissions"))
def test_notices_of_what_is_left_out(form: Form) -> None:
    ((kind, said, value),) = blocks(form.line)
    xml = encode(f"5. Paper\n\nHe met [{said}] there.\n", profile="frus", name="form").xml
    gap = etree.fromstring(xml).find(f".//{TEI}gap")
    assert (gap is not None) == (kind == "gap")
    if gap is not None:
        assert gap.findtext(f"{TEI}desc") == said
        extent = gap.get("quantity") or (f"<{gap.get('atMost')}" if gap.get("atMost") and not gap.get("atLeast") else "")
        assert " ".join([gap.get("reason", ""), gap.get("unit", "-"), extent]).strip() == value


@pytest.mark.parametrize("number", [2, 7, 12, 38])
@pytest.mark.parametrize("words", before_calls())
def test_a_note_is_called_after(words: str, number: int) -> None:
    labels = (number - 1, number, number + 1)
    goes_on = "They met again." if words.endswith((".", "?", "!", ".”", ".)", ".’”")) else "and the two sides met."
    before = f"5. Minutes{labels[0]}\n\nHe spoke of {words}"
    notes = "".join(f"  {label}. Not printed.\n" for label in labels)
    text = f"{before}{number} {goes_on} The talk was long, and in all it was good for both.{labels[2]}\n{notes}"
    called = [call.reading.start for call in place(text, load_profile("frus"), []).calls]
    assert called[1:2] == [len(before)]
