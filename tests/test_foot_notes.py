"""Notes at the foot of a page of a scan: at their call in the TEI, at the page's foot in the text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_body import body_of, encoded

from teiencode.decode import decode
from teiencode.encode import encode
from teiencode.validation import validate

TEXT = "The paper gave it nine lines.{} In the same month there was, with\n\n"
FOOT = "SECRET\n\nSECRET\n\n- 2 -\n\nexamples out of the year, a long article.\n"


@pytest.mark.parametrize("label", ["*", "**", "†", "1", "12"])
def test_a_note_stands_at_its_call_and_the_cut_sentence_is_one_paragraph(label: str) -> None:
    body = body_of(TEXT.format(label) + f"{label} Issue of March 26.\n\n" + FOOT, "scan")
    assert f'nine lines.<note place="bottom" n="{label}" xml:id="fn1">Issue of March 26.</note> In the same' in body
    assert body.count("<p>") == 1 and "<item>" not in body
    assert body.index("</note>") < body.index('<fw type="footer"') < body.index("<pb")


def test_a_note_over_two_lines_and_another_below_it() -> None:
    text = "One came first,* and another.† They went on with\n\n* Issue of March 26,\npage 4.\n\n† Issue of March 27.\n\n" + FOOT
    body = body_of(text, "scan")
    assert 'first,<note place="bottom" n="*" xml:id="fn1">Issue of March 26,<lb/>page 4.</note> and another.<note' in body
    assert ">Issue of March 27.</note> They went on" in body


@pytest.mark.parametrize(
    "text",
    [
        TEXT.format("") + "* Issue of March 26.\n\n" + FOOT,
        TEXT.format("*") + "* Issue of March 26.\n\nThen they went home, and all was well.\n\n" + FOOT,
        TEXT.format("*") + "Another.* It was so.\n\n* Issue of March 26.\n\n" + FOOT,
        "He read *Pravda* at home.\n\n* Issue of March 26.\n\n" + FOOT,
    ],
    ids=["no call", "not at the foot", "two calls", "the asterisk of a highlight"],
)
def test_other_lines_are_no_notes(text: str) -> None:
    assert "<note" not in body_of(text, "scan")


def test_what_an_editor_changes_in_a_note_comes_back_at_the_foot() -> None:
    text = TEXT.format("*") + "* Issue of March 26.\n\n" + FOOT
    xml = encoded(text, "scan").xml
    assert validate(xml) == []
    edited = decode(xml.replace(b"Issue of March 26.", b"Issue of March 28."))
    assert edited.data.decode() == text.replace("March 26", "March 28")


PIECES = st.sampled_from(
    (
        *("He went.* And then", "It was so.1 So", "* Note.", "1 Note.", "† Note\nof two.", "SECRET", "- 2 -", "~~a.* b~~"),
        *("a\tb.*\tc", "*x.* y*", "on with it.", "\x0c", "- item.†", "1. It was.1 ", "(b)(1)", "STEVENSON", "OADR"),
        *("Classified by: X.* Y", "REC"),
    )
)


@settings(max_examples=1500, deadline=None)
@given(st.lists(st.tuples(PIECES, st.sampled_from(["\n", "\n\n", "\n\n\n", " \n"])), max_size=14))
def test_every_order_of_notes_calls_and_feet_comes_back(pieces: list[tuple[str, str]]) -> None:
    text = "".join(piece + white for piece, white in pieces)
    assert [each for each in validate(encoded(text, "scan").xml) if each.severity == "error"] == []


@pytest.mark.parametrize(
    ("call", "opening", "attributes"),
    [
        ("lines.1", "1. Issue", 'place="bottom" n="1" rend="numbered"'),
        ("lines.2", "2) Issue", 'place="bottom" n="2" rend="numbered-bracket"'),
        ("lines.1/", "1/ Issue", 'place="bottom" n="1/"'),
        ("lines. 1/", "1/ Issue", 'place="bottom" n="1/"'),
        ("lines¹", "¹ Issue", 'place="bottom" n="¹"'),
        ("lines.*", "*Issue", 'place="bottom" n="*"'),
    ],
)
def test_the_ways_in_which_labels_are_typed(call: str, opening: str, attributes: str) -> None:
    text = f"The paper gave it nine {call} In the same month there was, with\n\n{opening} of March 26.\n{FOOT}"
    assert f'<note {attributes} xml:id="fn1">Issue of March 26.</note> In the same' in body_of(text, "scan")


def test_a_title_may_call_a_note() -> None:
    text = "## The Harvest*\n\nIt was a poor one, and nobody said so in print that year.\n\n* Read in May.\n\n" + FOOT
    assert 'The Harvest<note place="bottom" n="*" xml:id="fn1">Read in May.</note></head>' in body_of(text, "scan")


def test_the_time_for_many_notes_grows_with_their_number() -> None:
    page = "The paper gave it nine lines,{0} and *Pravda* three. In that month there was, with\n\n{0} Issue of May.\n\n" + FOOT
    parts = [page.format(label) for label in ("*", "†", "1", "12")]
    seconds = []
    for times in (50, 200):
        text = "\n".join(parts * times)
        start = time.process_time()
        assert encode(text, profile="scan").xml.count(b"<note place") == 4 * times
        seconds.append(time.process_time() - start)
    assert seconds[1] < 10 * seconds[0]
