"""Names, places and days that the bench's texts do not have: `python -m bench.swapped`.

Rules may be fitted to the names that their makers saw. So each text that has a signature or a dateline is made anew with another
signer, another place, another day, written in another way, in the text and in its hand-made TEI alike; then both rows are scored.
What was drawn depends on the text's name alone. Only the words of the row are exchanged: the document around them stays.
"""

from __future__ import annotations

import copy
import random
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from bench.data import Collection, collections, data_or_exit
from bench.measures import events_of
from teiencode.encode import encode

TEI = "{http://www.tei-c.org/ns/1.0}"
LISTS = Path(__file__).parent / "draws"
DRAWS = 4
"""How often other words are drawn for each text."""
SURNAME = re.compile(r"[^\W\d_][\w’'-]+")
INITIALS = re.compile(r"(?:[A-Z][a-z]?\.? ?){2,4}")
DATELINE = re.compile(
    r"(?P<place>[^\W\d_][\w .,’'-]*?[\w.]), (?P<day>(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December) \d{1,2}, 19\d\d)(?P<rest>(?:[,—–].{1,30})?)"
)


@dataclass(frozen=True, slots=True)
class Lists:
    """What is drawn from: whole names and surnames of signers, places, and days as they are written."""

    names: Sequence[str]
    surnames: Sequence[str]
    places: Sequence[str]
    days: Sequence[str]


def main() -> int:
    """Score both rows on the texts as they are and with their words exchanged, and print the shares."""
    (frus,) = (each for each in collections(data_or_exit()) if each.name == "frus")
    lists = Lists(*(words(name) for name in ("names", "surnames", "places", "days")))
    print(f"{'row':12}{'texts':>7}{'as they are':>14}{'exchanged':>12}")
    for row, exchange in (("signed", signer), ("dateline", dateline)):
        right = {"as they are": 0, "exchanged": 0}
        made: list[str] = []
        number = 0
        for path in looked_at(frus):
            root = etree.parse(path.with_suffix(".gold.xml")).getroot()
            text = path.read_text("utf-8")
            for draw in range(DRAWS):
                changed = exchanged(text, root, row, exchange, lists, random.Random(f"{path.stem} {row} {draw}"))
                if changed is None:
                    break
                number += 1
                right["as they are"] += same(text, root, row)
                hit = same(*changed[:2], row)
                right["exchanged"] += hit
                if not hit:
                    made.append(f"  {path.stem}: {changed[2]}")
        print(f"{row:12}{number:7d}{right['as they are'] / number:14.4f}{right['exchanged'] / number:12.4f}")
        print("\n".join(made))
    return 0


def words(name: str) -> list[str]:
    """The lines of a list, without comments."""
    lines = (LISTS / f"{name}.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def looked_at(collection: Collection) -> list[Path]:
    """The texts of a collection that are not held out."""
    return [path for path in collection.texts if path.stem not in collection.held_out]


def exchanged(
    text: str,
    root: etree._Element,
    row: str,
    exchange: Callable[[str, Lists, random.Random], str],
    lists: Lists,
    chance: random.Random,
) -> tuple[str, etree._Element, str] | None:
    """A text and its TEI with the words of a row's first element exchanged; None where they cannot be found in both."""
    changed = copy.deepcopy(root)
    element = next(changed.iter(f"{TEI}{row}"), None)
    if element is None:
        return None
    before = first_words(element)
    at = text.rfind(f"\n{before}") if row == "signed" else text.find(f"\n{before}")
    drawn = exchange(before, lists, chance)
    if at < 0 or not drawn:
        return None
    replace_first_words(element, drawn)
    return f"{text[: at + 1]}{drawn}{text[at + 1 + len(before) :]}", changed, f"{before} > {drawn}"


def first_words(element: etree._Element) -> str:
    """The words of an element up to its first note, line end or page mark, on one line."""
    return " ".join("".join(part for part, _, _ in _parts(element)).split())


def replace_first_words(element: etree._Element, drawn: str) -> None:
    """Put other words in their stead; elements within stay, empty where their words were."""
    for position, (_, holder, place) in enumerate(_parts(element)):
        setattr(holder, place, drawn if position == 0 else "")


def _parts(element: etree._Element) -> list[tuple[str, etree._Element, str]]:
    """The pieces of text of an element's first words, each with the element that holds it and where."""
    found: list[tuple[str, etree._Element, str]] = []

    def walk(inner: etree._Element) -> bool:
        found.append((inner.text or "", inner, "text"))
        for child in inner:
            if str(child.tag) in (f"{TEI}note", f"{TEI}lb", f"{TEI}pb"):
                return False
            if not walk(child):
                return False
            found.append((child.tail or "", child, "tail"))
        return True

    walk(element)
    return found


def signer(before: str, lists: Lists, chance: random.Random) -> str:
    """Another name of the same kind: a surname for a surname, initials for initials, a whole name for a whole name."""
    if INITIALS.fullmatch(before):
        letters = "".join(chance.choice("ABCDEFGHJKLMNPRSTW") for _ in range(chance.choice((2, 3, 3))))
        return chance.choice((letters, ".".join(letters) + ".", ". ".join(letters) + "."))
    if SURNAME.fullmatch(before.strip("[]")):
        drawn = chance.choice(lists.surnames)
        return f"[{drawn}]" if before.startswith("[") else drawn
    return chance.choice(lists.names)


def dateline(before: str, lists: Lists, chance: random.Random) -> str:
    """Another place and another day in the place of a plain dateline's; nothing where it is none."""
    found = DATELINE.fullmatch(before.rstrip("."))
    return f"{chance.choice(lists.places)}, {chance.choice(lists.days)}{before[len(before.rstrip('.')) :]}" if found else ""


def same(text: str, root: etree._Element, row: str) -> bool:
    """Whether the encoder makes the same spans of a row as the hand-made TEI has."""
    made = etree.fromstring(encode(text, profile="frus", name="swapped").xml).find(f"{TEI}text")
    assert made is not None
    return events_of(made).rows[row] == events_of(root).rows[row]


if __name__ == "__main__":
    sys.exit(main())
