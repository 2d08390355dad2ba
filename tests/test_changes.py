"""Changes on the page: struck and inserted words, and which replaces which."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from inline_body import body_of, codes_of, elements_of

from teiencode.rules.changes import SIGN_UNCLOSED

DEL, ADD = '<del rend="strikethrough">', '<add place="above">'

PAIRS = [
    ("a ~~b~~ c", f"<p>a {DEL}b</del> c</p>"),
    ("a ^{b} c", f"<p>a {ADD}b</add> c</p>"),
    ("~~taht~~ ^{that}", f"<p><subst>{DEL}taht</del> {ADD}that</add></subst></p>"),
    ("^{price} ~~prize~~", f"<p><subst>{ADD}price</add> {DEL}prize</del></subst></p>"),
    ("~~taht~~\n^{that}", f"<p><subst>{DEL}taht</del><lb/>{ADD}that</add></subst></p>"),
    ("~~a~~^{b}", f"<p><subst>{DEL}a</del>{ADD}b</add></subst></p>"),
    # of three in a row the two more alike; if equal the first two
    ("~~x~~ ^{that} ~~taht~~", f"<p>{DEL}x</del> <subst>{ADD}that</add> {DEL}taht</del></subst></p>"),
    ("^{that} ~~taht~~ ^{x}", f"<p><subst>{ADD}that</add> {DEL}taht</del></subst> {ADD}x</add></p>"),
    ("~~a~~ ^{b} ~~a~~", f"<p><subst>{DEL}a</del> {ADD}b</add></subst> {DEL}a</del></p>"),
    ("~~a~~ ^{b} ~~c~~ ^{d}", f"<p><subst>{DEL}a</del> {ADD}b</add></subst> <subst>{DEL}c</del> {ADD}d</add></subst></p>"),
    ("~~a~~ ~~b~~ ^{c}", f"<p>{DEL}a</del> <subst>{DEL}b</del> {ADD}c</add></subst></p>"),
    # anything between is no substitution
    ("~~a~~ x ^{b}", f"<p>{DEL}a</del> x {ADD}b</add></p>"),
    ("~~a~~ [illegible] ^{b}", f'<p>{DEL}a</del> <gap reason="illegible"/> {ADD}b</add></p>'),
    ("~~A.~~\n\n^{B}", f"<p>{DEL}A.</del></p>\n<p>{ADD}B</add></p>"),
    # over words and line ends, and one in the other
    ("~~one two\nthree~~ on", f"<p>{DEL}one two<lb/>three</del> on</p>"),
    ("^{one\ntwo} on", f"<p>{ADD}one<lb/>two</add> on</p>"),
    ("~~a ^{b} c~~", f"<p>{DEL}a {ADD}b</add> c</del></p>"),
    ("^{a ~~b~~ c}", f"<p>{ADD}a {DEL}b</del> c</add></p>"),
    ("~~a [illegible] b~~", f'<p>{DEL}a <gap reason="illegible"/> b</del></p>'),
    # signs that are none
    ("~~~~ and ^{} and ^{ }", "<p>~~~~ and ^{} and ^{ }</p>"),
    ("~~~a~~~", "<p>~~~a~~~</p>"),
    ("a ~ b ~ c ^ d {e}", "<p>a ~ b ~ c ^ d {e}</p>"),
    ("a~~b~~c~~d~~e", f"<p>a{DEL}b</del>c{DEL}d</del>e</p>"),
    ("one~~ two~~three~~ four", f"<p>one~~ two{DEL}three</del> four</p>"),
]


@pytest.mark.parametrize(("source", "tei"), PAIRS)
def test_changes(source: str, tei: str) -> None:
    assert body_of(source, "scan") == tei


@pytest.mark.parametrize(
    "source", ["~~SECRET~~", "~~TOP SECRET~~ - SENSITIVE", "~~TOP SECRET~~ ~~SENSITIVE~~", "~~SECRET~~ OADR"]
)
def test_a_struck_marking_alone_on_its_line_is_declassification(source: str) -> None:
    deletions = elements_of(f"He left.\n\n{source}\n\nThen he came back.", "scan", "del")
    assert deletions and {deletion.get("type") for deletion in deletions} == {"declassification"}


@pytest.mark.parametrize("source", ["His ~~secret~~ plan", "THE ~~SECRET~~ PLAN OF THE DUKE", "~~SECRETARY~~", "~~THE PLAN~~"])
def test_other_struck_words_are_a_writers_deletion(source: str) -> None:
    (deletion,) = elements_of(source, "scan", "del")
    assert deletion.get("type") is None


@pytest.mark.parametrize(
    ("source", "count"), [("a ~~b", 1), ("a ^{b", 1), ("~~a~~ b~~", 1), ("~~a\n\nb~~", 2), ("~~a~~ ^{b}", 0)]
)
def test_signs_without_a_partner_are_told(source: str, count: int) -> None:
    told = [code for code in codes_of(source, "scan") if code.startswith("TE6")]
    assert told == [SIGN_UNCLOSED.code] * count


def test_in_plain_text_the_signs_are_text() -> None:
    assert body_of("~~a~~ ^{b}", "plain") == "<p>~~a~~ ^{b}</p>"


pieces = st.sampled_from(["~~", "^{", "}", "a", "bc", " ", "\n", "\n\n", "[illegible]", "*", "**", "SECRET"])


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(pieces, max_size=24).map("".join))
def test_a_substitution_holds_one_deletion_and_one_addition(source: str) -> None:
    substitutions = elements_of(source, "scan", "subst")
    event(f"substitutions: {len(substitutions)}")
    for substitution in substitutions:
        names = sorted(str(child.tag).rpartition("}")[2] for child in substitution)
        assert [name for name in names if name != "lb"] == ["add", "del"]
        assert not (substitution.text or "").strip()
        assert not any((child.tail or "").strip() for child in substitution)
