"""Texts that hurt: signs cut short, control characters, pieces of real pages, in any order."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

SEEDS = Path(__file__).parent.parent / "seeds"

HURTFUL = [
    *"0123456789[]~^{}()*#-|. ,;:“”’\t\n\r",
    "\r\n", "\n\n", "\x0c", "\x00", "\x0b", "\x1b", "\x1f", "\x7f", "\x85", "\u2028", "\u2029", "\ufffe", "\uffff", "\ue000",
    "\u0301", "👩‍🔬", "\ufeff", "\u00a0", "<", "&", "]]>", "a", "Z", "word", "The Soviets", "]", "  * ", "  1. ",
]  # fmt: skip

SIGNS = [
    "[Page 272]", "[Facsimile Page 3]", "[Typeset Page 1494]", "~~SECRET~~", "^{added}", "~~their~~ ^{Castro} their",
    "[REDACTED]", "[illegible]", "(b)(1)\n(a)(3)", "(b)(6) (c)(7)", "TOP SECRET", "-2- 1991, November 28, 4 p.m., from New York.",
    "CU III 15/3", "OADR", "0A3R", "## Department of State ACTION COPY", "**01278**", "*italic*", "☒ RELEASE ☐ EXCISE",
    "DECLASSIFIED\n\nAuthority NND 383319\nBy JW NARA Date 10/19/79", "FROM: New York", "STEVENSON\n\nCTW/3", "- (a) first",
    "[2 pages (31 lines) not declassified]", "Cuba1\n\nText.2\n  1. Source: A.\n  2. B.", "Havana 8201.2", "November 281",
    "Paris, May 25, 1978, 4 p.m.", "SUBJECT\n\n  * One\n  * Two", "a\tb\tc\nd\te", "Muskie\n  1. Note", "I. BASIC ASSUMPTIONS",
    "unfulfilled\n\nends ~~unfulfilled~~ in", "1. Secret—Entire text.", "  * item\n  * item", "[Here follows the rest]",
    "Title\n=====\n\nHead\n---", "1. a\n2. b\n\n1) a\n2) b\n\n0. a\n1. b", "x[^1] y[^b]\n\n[^1]: Note.", "# One\n* star\n* star",
    "a[1] b[2]\n\n[1] One.\n[2] Two.", "a¹\n\n¹ One.", "*a **b** c* ^{a ~~b~~}", "~~a ^{b} c~~ ^{d}",
    "(b)(7)(C), (b)(6)\n[REDACTED] 25X1", "[1 line illegible] [1 line not declassified", "[name not declassified]",
    "Approve ☒ Disapprove ☐ [illegible]",
    "| a | b |\n|:--|---|\n| c~~d~~ ||\n| ^{e} | [REDACTED] |", "| a | b |\n|c|  d|\t", "| --- | --- |",
]  # fmt: skip
"""Signs of each kind; a text made of pieces holds at least one of them in most examples."""

SEED_BLOCKS = [
    block
    for seed in sorted(SEEDS.glob("*.txt"))
    for block in seed.read_text("utf-8").replace("\r\n", "\n").split("\n\n")
    if block
]

hurtful_texts = st.lists(st.sampled_from(HURTFUL), max_size=40).map("".join)
any_texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
pages = st.lists(
    st.tuples(
        st.one_of(st.sampled_from(SIGNS), st.sampled_from(SEED_BLOCKS), hurtful_texts),
        st.sampled_from(["\n\n", "\n\n", "\n\n", "\n", " ", "", "\n\n\n", "\r\n\r\n", "\x0c", "\n \n"]),
    ),
    min_size=5,
    max_size=14,
).map(lambda pieces: "".join(text + between for text, between in pieces))


def _with_notes(parts: tuple[str, list[str], int]) -> str:
    """A page with called notes at its end, some of them with signs in their words."""
    body, words, first = parts
    calls = "".join(f"\n\nThe Ambassador{first + index} left.{first + index}" for index in range(len(words)))
    return body + calls + "".join(f"\n  {first + index}. {word}" for index, word in enumerate(words))


annotated_pages = st.tuples(
    pages, st.lists(st.sampled_from(["Source: A.", "Not printed.", *SIGNS]), min_size=1, max_size=4), st.integers(1, 12)
).map(_with_notes)
long_lines = st.tuples(st.sampled_from(SIGNS + HURTFUL), st.integers(1, 3000)).map(lambda pair: pair[0] * pair[1])
texts = st.one_of(pages, pages, annotated_pages, annotated_pages, hurtful_texts, any_texts, long_lines)
