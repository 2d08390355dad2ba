"""Withheld passages on a scan: redactions, exemption codes, and the codes that a text only speaks of."""

from __future__ import annotations

import pytest
from inline_body import body_of, elements_of

from teiencode.rules.exemption_codes import category_of

STANDING = [
    ("The end. (b)(1)", "(b)(1)", "#foia-b1"),
    ("The end. (b)(6) (c)(7)", "(b)(6) (c)(7)", "#foia-b6"),
    ("(b)(1)\n(a)(3)\n(a)(5)", "(b)(1)\n(a)(3)\n(a)(5)", "#foia-b1 #eo12356-a3 #eo12356-a5"),
    ("(b)(1) (b)(3) (X)", "(b)(1) (b)(3) (X)", "#foia-b1 #foia-b3"),
    ("(b) (1), (b) (3)", "(b) (1), (b) (3)", "#foia-b1 #foia-b3"),
    ("(b)(6) (b)(7)(C)", "(b)(6) (b)(7)(C)", "#foia-b6 #foia-b7C"),
    ("(b)(7)(D)", "(b)(7)(D)", None),
    ("(c)(1) (c)(2)", "(c)(1) (c)(2)", None),
    ("(X)", "(X)", None),
    ("25X1", "25X1", None),
    ("50X1-HUM", "50X1-HUM", None),
    ("STATINTL", "STATINTL", None),
    ("He left. (a)(3)", "(a)(3)", "#eo12356-a3"),
    ("He met (b)(6) in Paris.", "(b)(6)", "#foia-b6"),
    ("He met 25X1 in Paris.", "25X1", None),
    ("(b)(1) and then he left", "(b)(1)", "#foia-b1"),
    ("He left. [REDACTED] (b)(1)", "[REDACTED] (b)(1)", "#foia-b1"),
    ("He left.\n[REDACTED]\n(b)(1)", "[REDACTED]\n(b)(1)", "#foia-b1"),
    ("He left. (b)(1)\nHe came.", "(b)(1)", "#foia-b1"),
    ("He left. (b)(l)", "(b)(l)", None),
]


@pytest.mark.parametrize(("text", "words", "categories"), STANDING)
def test_codes_that_stand_for_words(text: str, words: str, categories: str | None) -> None:
    (gap,) = elements_of(text, "scan", "gap")
    assert (gap.get("reason"), gap.xpath("string()"), gap.get("ana")) == ("redacted", words, categories)


@pytest.mark.parametrize(
    "text",
    [
        "withheld under (b)(1)",
        "withheld under (b)(1), (b)(3) and (b)(6) of the Act",
        "exempt from release: exemption (b)(5)",
        "the (b)(1) exemption",
        "section 552(b)(1) says",
        "5 U.S.C. (b)(1)",
        "withheld pursuant to\n(b)(1)\nof the Act",
        "see paragraph 3.3(b) for",
        "as in (a)(3) it is",
        "(a)(1) First of the items\n\n(a)(2) Second of them",
        "(b) Cubans have been adamant",
        "☐ (b)(1) ☒ (b)(3)",
        "FOIA Exemptions: (b)(1)",
        "mark (X) here",
        "(1) (2)",
    ],
)
def test_codes_that_the_text_speaks_of(text: str) -> None:
    assert elements_of(text, "scan", "gap") == []


def test_each_block_has_a_gap_of_its_own() -> None:
    words = [gap.xpath("string()") for gap in elements_of("(b)(1)\n(a)(1)\n\n(b)(1)", "scan", "gap")]
    assert words == ["(b)(1)\n(a)(1)", "(b)(1)"]


@pytest.mark.parametrize(
    ("code", "category"),
    [
        ("(b)(1)", "foia-b1"),
        ("(B)(9)", "foia-b9"),
        ("(b)(0)", None),
        ("(b)(10)", None),
        ("(b)(7)(C)", "foia-b7C"),
        ("(b)(7)(E)", None),
        ("(a)(10)", "eo12356-a10"),
        ("(a)(11)", None),
        ("(c)(7)", None),
        ("(X)", None),
    ],
)
def test_categories(code: str, category: str | None) -> None:
    assert category_of(code) == category


REDACTIONS = [
    ("[REDACTED]", "redacted", "", {}),
    ("[illegible]", "illegible", "", {}),
    ("[redacted]", "redacted", "[redacted]", {}),
    ("[unclear]", "illegible", "unclear", {}),
    ("[Signature]", "illegible", "Signature", {}),
    ("[2 words unclear]", "illegible", "2 words unclear", {"unit": "word", "quantity": "2"}),
    ("[1 line deleted]", "redacted", "[1 line deleted]", {"unit": "line", "quantity": "1"}),
    ("[less than 1 line not declassified]", "redacted", "[less than 1 line not declassified]", {"unit": "line", "atMost": "1"}),
]


@pytest.mark.parametrize(("notice", "reason", "words", "extent"), REDACTIONS)
@pytest.mark.parametrize("place", ["{}", "He left {} again.", "He left.\n{}\nHe came."])
def test_notices(notice: str, reason: str, words: str, extent: dict[str, str], place: str) -> None:
    (gap,) = elements_of(place.format(notice), "scan", "gap")
    assert (gap.xpath("string()"), {key: gap.get(key) for key in map(str, gap.keys())}) == (words, {"reason": reason, **extent})


@pytest.mark.parametrize("text", ["[nor Fomin]", "[1] at any time", "[and had]", "[sic]"])
def test_other_brackets_stay_text(text: str) -> None:
    assert elements_of(text, "scan", "gap") == []


BOX = '<metamark function="checkbox" rend="{}checked">{}</metamark>'
TICKED, EMPTY = BOX.format("", "☒"), BOX.format("un", "☐")


@pytest.mark.parametrize(
    ("text", "tei"),
    [
        ("☒ RELEASE ☐ EXCISE", f"{TICKED} <label>RELEASE</label> {EMPTY} <label>EXCISE</label>"),
        ("Approve ☒  Disapprove ☐", f"<label>Approve</label> {TICKED}  <label>Disapprove</label> {EMPTY}"),
        ("CHARGE TO: ☐ COLLECT", f"<label>CHARGE TO:</label> {EMPTY} <label>COLLECT</label>"),
        ("☐ DENY\nFOIA Exemptions ____", f"{EMPTY} <label>DENY</label><lb/><label>FOIA Exemptions</label> ____"),
    ],
)
def test_boxes_and_their_words(text: str, tei: str) -> None:
    assert body_of(text, "scan") == f'<ab type="field">{tei}</ab>'


@pytest.mark.parametrize(
    ("text", "tei"),
    [
        ("a **b** c", '<p>a <hi rend="bold">b</hi> c</p>'),
        ("a *b* c", '<p>a <hi rend="italic">b</hi> c</p>'),
        ("**a *b* c**", '<p><hi rend="bold">a <hi rend="italic">b</hi> c</hi></p>'),
        (r"\*a*", r"<p>\*a*</p>"),
        (r"*a\*", r"<p>*a\*</p>"),
        ("It is 2 * 3 * 4 feet.", "<p>It is 2 * 3 * 4 feet.</p>"),
        ("* * *", "<p>* * *</p>"),
        ("*a\nb*", '<p><hi rend="italic">a<lb/>b</hi></p>'),
        ("*a\n\nb*", "<p>*a</p>\n<p>b*</p>"),
    ],
)
def test_highlights(text: str, tei: str) -> None:
    assert body_of(text, "scan") == tei


def test_a_stack_with_a_code_that_no_list_has_still_points_to_those_that_are_known() -> None:
    before, after = (
        "The talks went on for the rest of the week.",
        "They ended on Friday, as all had known they would.",
    )
    text = f"{before}\n\n(b)(1)\n(a)(3)\n\n{after}\n"
    assert 'ana="#foia-b1 #eo12356-a3"' in body_of(text, "scan")


@pytest.mark.parametrize(
    "end",
    [
        "in para. 3(b).",
        "would be approx. 3-4.",
        "of the Council. Tab B-1",
        "be done again. 3/17",
        "to wait there. Room 5-B.",
        "it. 4:30",
    ],
)
def test_what_is_spoken_of_behind_a_sentence_or_an_abbreviation_is_no_code(end: str) -> None:
    text = f"The Board has looked at the figures of the last three years with some care, as was said at length {end}\n"
    assert "<gap" not in body_of(text, "scan")


def test_how_a_paper_goes_is_a_field_of_its_form_and_no_name_of_a_copy() -> None:
    text = (
        "The harbour master reports that the works on the eastern mole have come to a halt, and that all wait for the contractor."
    )
    body = body_of(f"## AIRGRAM\n\nFROM: Amembassy ACCRA\n\nTO: Department of State\n\nVIA AIR POUCH\n\n{text}\n", "scan")
    assert '<ab type="field">VIA AIR POUCH</ab>' in body
