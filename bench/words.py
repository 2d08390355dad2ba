"""No word is lost in publishing: `python -m bench.words [NAME…]`.

Every text of the bench data is published twice, as the TEI made by hand (each wrapped as a document) and as the TEI that the
encoder makes, in every form: both views, the TEI view, the reading text, the PDF, the EPUB. The words of each form are compared
with the words of the TEI, in order; page breaks, omissions, notes, deletions and additions are counted. Status 1 where
anything differs. With names, only those texts are looked at.
"""

from __future__ import annotations

import copy
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from lxml import etree

from bench.data import OUTPUT, collections, data_or_exit
from bench.published_words import (
    TEI,
    element_words,
    epub_words,
    html_words,
    marked_words,
    missing_in_order,
    page_tree,
    pdf_words,
    printed,
    read_words,
    take_out_footnotes,
    tei_tree,
    tei_words,
)
from bench.quality import encode
from teiencode.project import Edition
from teiencode.publishing.document import read_document
from teiencode.publishing.outputs import OUTPUTS, Work
from teiencode.publishing.pages import Setting
from teiencode.publishing.stylesheets import stylesheets

EDITION = Edition(title="An edition")
COUNTED = ("pb", "gap", "note", "del", "add", "fw", "stamp", "metamark", "table", "list", "item", "figure")
HEADER = "<teiHeader><fileDesc><titleStmt><title>A document</title></titleStmt></fileDesc></teiHeader>"
NOT_READ = ("fw", "del")
FORMS = ("diplomatic", "counts", "reading", "print view", "TEI view", "reading text", "PDF", "EPUB")
SHOWN = 12
"""How many differences are printed."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs in one form of a document."""

    name: str
    form: str
    what: str


def main(names: list[str]) -> int:
    """Compare all, print the table, and return the exit status."""
    jobs = list(documents(set(names)))
    with ProcessPoolExecutor(os.cpu_count() or 1, mp_context=get_context("spawn")) as pool:
        found = [each for differences in pool.map(differences_of, jobs, chunksize=8) for each in differences]
    print(f"\nwords of {len(jobs)} documents")
    for form in FORMS:
        wrong = {each.name for each in found if each.form == form}
        print(f"{form:14}{len(jobs) - len(wrong):6d} of {len(jobs)} as the TEI has them")
    for each in found[:SHOWN]:
        print(f"{each.name}, {each.form}: {each.what}")
    if len(found) > SHOWN:
        print(f"and {len(found) - SHOWN} more")
    return 1 if found else 0


def documents(names: set[str]) -> Iterator[tuple[str, bytes]]:
    """The name and the bytes of every TEI file: made by hand, and by the encoder."""
    for collection in collections(data_or_exit()):
        encoded = encode(collection, OUTPUT / collection.name)
        for name in collection.names:
            if names and name not in names:
                continue
            yield f"{name} by hand", wrapped((collection.folder / f"{name}.gold.xml").read_text(encoding="utf-8"))
            yield f"{name} encoded", (encoded / f"{name}.xml").read_bytes()


def wrapped(division: str) -> bytes:
    """A division as a document of its own."""
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEADER}<text><body>{division}</body></text></TEI>'.encode()


def differences_of(job: tuple[str, bytes]) -> list[Difference]:
    """What differs in any form of a document: a name, and the bytes of its TEI."""
    name, data = job
    document = read_document(data)
    work = Work(data, document, Setting(name="document", edition=EDITION), stylesheets())
    made = {output.what: output.make(work) for output in OUTPUTS if output.format}
    root = tei_tree(document.xml)
    checks = {
        "diplomatic": first_difference(tei_words(root), html_words(made["diplomatic view"][0])),
        "counts": differing_counts(root, made["diplomatic view"][0]),
        "reading": first_difference(tei_words(root, NOT_READ), html_words(made["reading view"][0])),
        "print view": differing_page(root, made["print view"][0]),
        "TEI view": first_difference(data.decode().split(), shown_markup(made["TEI view"][0])),
        "reading text": differing_text(root, made["reading text"][0].decode()),
        "PDF": differing_print(root, made["PDF"][0], document.title),
        "EPUB": first_difference(read_words(root), epub_words(made["EPUB"][0])),
    }
    told = [Difference(name, "PDF", each.message) for _, diagnostics in made.values() for each in diagnostics]
    return [Difference(name, form, what) for form, what in checks.items() if what] + told


def first_difference(wanted: list[str], found: list[str]) -> str:
    """Where two lists of words part, with the words around; empty where they are the same."""
    if wanted == found:
        return ""
    at = next(
        (at for at, (one, other) in enumerate(zip(wanted, found, strict=False)) if one != other), min(len(wanted), len(found))
    )
    return f"{' '.join(wanted[max(0, at - 3) : at + 5])!r} became {' '.join(found[max(0, at - 3) : at + 5])!r}"


def differing_counts(root: etree._Element, page: bytes) -> str:
    """The elements whose number is not the same in the diplomatic view."""
    shown = Counter(token for element in page_tree(page).iter() for token in (element.get("class") or "").split())
    texts = list(root.iter(f"{TEI}text"))
    counts = {name: sum(len(list(text.iter(f"{TEI}{name}"))) for text in texts) for name in COUNTED}
    return ", ".join(
        f"{name}: {counts[name]}, shown {shown[f'tei-{name}']}" for name in COUNTED if counts[name] != shown[f"tei-{name}"]
    )


def differing_page(root: etree._Element, page: bytes) -> str:
    """What the print view has otherwise: its text without footnotes, then its list of notes."""
    text = copy.deepcopy(root)
    notes = take_out_footnotes(text)
    found: list[str] = []
    for each in page_tree(page).iter("div"):
        if each.get("class") == "note-text":
            each.set("data-tei", "")
            found += _plain(marked_words(each))
    different = first_difference(tei_words(text), html_words(page))
    return different or _lacking([], [_plain(element_words(note, ("note",))) for note in notes], found)


def shown_markup(page: bytes) -> list[str]:
    """The words of the TEI view's side of the file, tags and all."""
    lines = [
        "".join(str(text) for text in line.itertext())
        for line in page_tree(page).iter("code")
        if line.get("data-tei") is not None
    ]
    return "\n".join(lines).split()


def differing_text(root: etree._Element, text: str) -> str:
    """What the reading text lacks, or has too much of. Signs of notes, dashes of lists and brackets are its own."""
    found = _plain(re.sub(r"\[\^[^\]\n]*\]:?", " ", text).split())
    body = _plain(tei_words(root, (*NOT_READ, "note")))
    notes = [_plain(element_words(note, (*NOT_READ, "note"))) for note in _read_notes(root)]
    return _lacking(body, notes, found) or _too_much(body, notes, found, {"redacted", "illegible", "withheld", "left", "out"})


def differing_print(root: etree._Element, pdf: bytes, title: str) -> str:
    """What the PDF lacks, or has too much of. Running heads, numbers and signs are its own."""
    found = _plain(pdf_words(pdf))
    body = _plain(printed(tei_words(root, ("note",))))
    notes = [_plain(printed(element_words(note, ("note",)))) for note in root.iter(f"{TEI}note") if _is_in_text(note)]
    own = {
        *printed(f"{title} {EDITION.title}".split()),
        *printed(f"{title} {EDITION.title}".lower().split()),
        "redacted",
        "illegible",
    }
    return _lacking(body, notes, found) or _too_much(body, notes, found, own | {"facsimile", "typeset"})


def _plain(words: list[str]) -> list[str]:
    """Words without square brackets, which stand around omissions that have none of their own."""
    return re.sub(r"\[\s*|\s*\]", "", " ".join(words)).split()


def _is_in_text(note: etree._Element) -> bool:
    return next(note.iterancestors(f"{TEI}text"), None) is not None


def _read_notes(root: etree._Element) -> Iterator[etree._Element]:
    for note in root.iter(f"{TEI}note"):
        if _is_in_text(note) and not any(each.tag in {f"{TEI}{name}" for name in NOT_READ} for each in note.iterancestors()):
            yield note


def _lacking(body: list[str], notes: list[list[str]], found: list[str]) -> str:
    for words in (body, *notes):
        if missing := missing_in_order(words, found):
            return f"lacks {' '.join(missing)!r}"
    return ""


def _too_much(body: list[str], notes: list[list[str]], found: list[str], own: set[str]) -> str:
    added = Counter(found) - Counter(body) - Counter(word for words in notes for word in words)
    strange = [word for word in added if word not in own and not re.fullmatch(r"[\W\d]+[a-z]?|\S*…|[a-z]", word)]
    return f"has {' '.join(strange[:8])!r} too much" if strange else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
