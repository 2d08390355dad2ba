"""Decoding: edited files, the residue placed again, and the spans of elements."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from strategies import SEEDS, texts

from teiencode.decode import DecodeError, decode
from teiencode.encode import encode
from teiencode.residue import ResidueError, apply_edits, difference, read_edits, write_edits

SOURCE = "First  line   \n\n\n\nSecond line with a good many words\n   indented\n\nThird \x00 line\n"


def test_an_unchanged_file_is_not_edited() -> None:
    assert not decode(encode(SOURCE, profile="plain").xml).edited


def test_an_edit_leaves_all_other_white_space_in_place() -> None:
    tei = encode(SOURCE, profile="plain").xml.replace(b"good many", b"few")
    decoded = decode(tei)
    assert decoded.edited
    assert decoded.data.decode() == SOURCE.replace("good many", "few")


def test_white_space_whose_context_is_gone_is_reported() -> None:
    source = "One two three four\n\n\n\nfive six seven eight"
    tei = encode(source, profile="plain").xml.replace(b"four", b"4").replace(b"five", b"5")
    decoded = decode(tei)
    assert [diagnostic.code for diagnostic in decoded.diagnostics] == ["TE090", "TE091"]
    assert decoded.data.decode() == "One two three 4\n\n5 six seven eight"


def test_a_changed_header_changes_no_text() -> None:
    tei = encode(SOURCE, profile="plain").xml.replace(b"<label>teiencode", b"<label>by hand, with teiencode")
    assert decode(tei).edited
    assert decode(tei).data.decode() == SOURCE


def test_an_entity_reference_is_kept_as_it_is_written() -> None:
    tei = (
        b'<!DOCTYPE TEI [<!ENTITY x "y">]><TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>a &x; b</p></body></text></TEI>'
    )
    decoded = decode(tei)
    assert decoded.data == b"a &x; b"
    assert [each.code for each in decoded.diagnostics] == ["TE090", "TE092"]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_offsets_are_spans_of_the_source_as_it_came(ends: str, mark: str) -> None:
    source = mark + SOURCE.replace("\n", ends)
    offsets = decode(encode(source, profile="plain").xml).offsets
    words = {path: source[start:end] for path, (start, end) in offsets.items()}
    assert words["/TEI/text/body/div/p[2]"] == f"Second line with a good many words{ends}   indented"
    assert words["/TEI/text/body/div/p[3]"] == "Third \x00 line"


@pytest.mark.parametrize("seed", sorted(SEEDS.glob("*.txt")), ids=lambda seed: seed.stem)
def test_every_element_has_a_span_inside_its_parents(seed: str) -> None:
    decoded = decode(encode(seed).xml)
    length = len(decoded.data.decode())
    assert decoded.offsets["/TEI/text"][1] == length
    for path, (start, end) in decoded.offsets.items():
        assert 0 <= start <= end <= length, path


@pytest.mark.parametrize(
    ("tei", "says"), [(b"", "not well-formed"), (b"<p/>", "no TEI document"), (b"\x00\xff", "not well-formed")]
)
def test_what_is_no_tei_is_refused_with_a_reason(tei: bytes, says: str) -> None:
    with pytest.raises(DecodeError, match=says):
        decode(tei)


@settings(deadline=None)
@given(texts)
def test_edits_are_written_and_read_back(text: str) -> None:
    squeezed = " ".join(text.split(" ")).replace("\n\n", "\n").replace("\x00", "")
    edits = difference(squeezed, text)
    assert read_edits(write_edits(edits)) == edits
    assert apply_edits(squeezed, edits) == text


def test_a_difference_in_more_than_white_space_is_refused() -> None:
    for source in ("one too", "one  too", "one", "", "one xtwo", "one two three"):
        with pytest.raises(ResidueError):
            difference("one two", source)


def test_zeros_of_the_text_are_no_digest() -> None:
    encoded = encode("0" * 64 + "\n\nA paragraph.", profile="frus").xml
    assert f"<title>{'0' * 64}</title>".encode() in encoded
    assert not decode(encoded).edited


OUT_OF_ORDER = "127. Telegram From A to B1\n\nThe text goes on.2\n  2. Second.\n  1. Source: A."


def test_a_note_that_an_editor_added_is_written_too() -> None:
    tei = encode(OUT_OF_ORDER, profile="frus").xml
    assert decode(tei).data.decode() == OUT_OF_ORDER
    added = tei.replace(b"goes on.", b'goes<note n="3" place="bottom">Third.</note> on.')
    assert b" order=" in added
    assert "Third." in decode(added).data.decode()


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [(b"windows-1252", b"windows-9999", "no encoding"), (b"Caf", "Ж".encode(), "cannot hold")],
)
def test_what_the_source_cannot_have_held_is_told(before: bytes, after: bytes, says: str) -> None:
    tei = encode("Café".encode("windows-1252"), profile="plain", encoding="windows-1252").xml
    with pytest.raises(DecodeError, match=says):
        decode(tei.replace(before, after))


def test_an_order_that_is_none_is_told() -> None:
    tei = encode(OUT_OF_ORDER, profile="frus").xml
    with pytest.raises(DecodeError, match="order"):
        decode(tei.replace(b' order="', b' order="x '))
