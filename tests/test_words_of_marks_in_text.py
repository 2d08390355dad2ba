"""Running text that speaks of marks stays text, and marks that no profile lists are found beside it."""

import pytest
from lxml import etree

from teiencode.encode import encode

TEI = "{http://www.tei-c.org/ns/1.0}"

SENTENCES = (
    "The Minister asked that the paper be kept SECRET until the talks in Geneva had ended.",
    "He had been told that the file was declassified by the Archives in 1979 under the new order.",
    "Our copy of the despatch bore the words TOP SECRET and a number, CU III 20/1, in red ink.",
    "They would return this copy to the central files, as the notice on its foot required.",
    "Approved for release were the first and the third of the four papers that he named.",
    "The registry had received, on November 6, a telegram that was marked EYES ONLY.",
    "Page 2 of the memorandum speaks of a reproduction that was prohibited unless unclassified.",
)

PAGES = """FROM: Zara

TO: Ministry of the Sea

NO: 4411, March 3

The harbour master reports that the works on the eastern mole have come to a halt and that

{foot}

VELUM - HARBOUR OFFICE

{turn}

{top} 4411/2

the contractor asks for a further month. The Ministry may wish to answer him before the winter storms begin.

The second report will follow when the soundings have been taken by the boats of the

{foot}

VELUM - HARBOUR OFFICE

{turn}

{top} 4411/3

pilot service, and when the engineer has returned from the islands.
"""


def body_of(text: str) -> etree._Element:
    body = etree.fromstring(encode(text.encode(), profile="scan", name="page").xml).find(f".//{TEI}body")
    assert body is not None
    return body


def words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_that_speaks_of_marks_is_a_paragraph(sentence: str) -> None:
    before = "The delegations met again in the afternoon, and nothing was settled."
    body = body_of(f"FROM: Geneva\n\nTO: Secretary of State\n\n{before}\n\n{sentence}\n\nThe talks will be resumed on Monday.\n")
    assert sentence in [words(paragraph) for paragraph in body.iter(f"{TEI}p")]
    assert [words(mark) for mark in body.iter(f"{TEI}fw")] == []


@pytest.mark.parametrize("sentence", SENTENCES)
def test_it_is_text_between_the_marks_of_pages_too(sentence: str) -> None:
    marks = "SECRET\n\nCU III 20/{page}\n\nSECRET\n\n"
    text = f"{sentence}\n\n{marks.format(page=2)}{sentence}\n\n{marks.format(page=3)}{sentence}\n"
    body = body_of(f"FROM: Geneva\n\nTO: Secretary of State\n\nNO: 1655, November 6\n\n{text}")
    assert [words(paragraph) for paragraph in body.iter(f"{TEI}p")] == [sentence] * 3


@pytest.mark.parametrize(
    ("foot", "turn", "top"),
    [
        ("GRANULE NOT TO BE SHOWN", "ZONAL CUSTODY\nRelinquished to readers\nNo. 77", "QV Fasc. 9"),
        ("Not to be taken from the reading room of the lower custody", "OPENED TO READERS", "Zara to Ministry No."),
    ],
)
def test_marks_that_nobody_lists_are_furniture(foot: str, turn: str, top: str) -> None:
    body = body_of(PAGES.format(foot=foot, turn=turn, top=top))
    marks = [words(mark) for mark in body.iter(f"{TEI}fw")]
    assert len(list(body.iter(f"{TEI}pb"))) == 3
    assert len(list(body.iter(f"{TEI}p"))) == 2
    for mark in (foot, "VELUM - HARBOUR OFFICE"):
        assert sum(mark in each for each in marks) == 2
    assert [mark for mark in marks if mark.startswith(top)] == [f"{top} 4411/2", f"{top} 4411/3"]
