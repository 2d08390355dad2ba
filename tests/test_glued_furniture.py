"""Furniture with no blank line about it, and other marks of scans that were typed close: read as if blank lines stood there."""

from __future__ import annotations

import pytest
from bench.dense import PLACES, without_blank_lines
from bench.hand_scans import SCANS
from bench.measures import events_of, f_scores
from inline_body import body_of
from lxml import etree

from teiencode.encode import encode
from teiencode.glued_blocks import part_glued_blocks
from teiencode.profile import load_profile
from teiencode.reading import View

CUT = "The harbour board has been told by letter that it might expect an answer about the cranes before the"
REST = "annual meeting of its members, which falls on the fourteenth of July."
LEAST = {"pb": 0.97, "block": 0.95, "fw": 0.93}


@pytest.mark.parametrize("place", PLACES)
def test_the_hand_written_scans_without_blank_lines_about_furniture(place: str) -> None:
    above, under = PLACES[place]
    compared = []
    for source in sorted((SCANS / "looked-at").glob("*.txt")):
        changed = without_blank_lines(source.read_text(encoding="utf-8"), above=above, under=under)
        right = etree.fromstring(source.with_suffix(".gold.xml").read_bytes())
        compared.append((events_of(right), events_of(etree.fromstring(encode(changed, profile="scan", name="scan").xml))))
    scores = f_scores(compared)
    assert {row: round(scores[row], 3) for row, least in LEAST.items() if scores[row] < least} == {}


@pytest.mark.parametrize(
    "turn",
    [
        "SECRET\nSECRET\nA. R. Luedecke                - 2 -                June 9, 1959",
        "~~SECRET~~\nThis document consists of 3 pages\nCopy 2 of 7, Series A\n~~SECRET~~\n- 2 -",
        "T O P  S E C R E T\nT O P  S E C R E T\n-2-",
        "T0P SECRET\nTOP SECREI\n-2- #1842, May 9, 7 p.m., from Taipei",
        "DEPARTMENT USE ONLY\nSECRET\nReport -- page 2",
        "ACTION TAKEN\tDATE OF ACTION\tDIRECTIONS\nEYES ONLY\tNOV 28 1962\tFILE NUMBER\nSECRET\nSECRET\n- 2 -",
    ],
)
def test_a_sentence_goes_on_over_a_turn_without_blank_lines(turn: str) -> None:
    body = body_of(f"{CUT}\n{turn}\n{REST}\n\nNothing else was said of it on that day.\n", "scan")
    assert body.count("<p>") == 2
    assert body.count("<pb ") == 1
    paragraph = body[: body.index("</p>")]
    assert paragraph.startswith(f"<p>{CUT}")
    assert paragraph.endswith(REST)
    furniture = "".join(element for element in paragraph.split("<fw")[1:])
    assert all(line.strip("~").split()[0] in furniture for line in turn.split("\n"))


def test_lines_that_come_again_are_parted_from_the_text_that_they_are_glued_to() -> None:
    page = "RECORD 12-1742\nmet on Tuesdays above a bakery in the old street, and nobody else came there.\n\n- {} -\n"
    body = body_of("".join(page.format(number) for number in (1, 2, 3)), "scan")
    assert body.count("RECORD 12-1742</fw>") == 3


def test_parted_blocks_keep_text_and_lines() -> None:
    view = View(f"{CUT}\nSECRET\n- 2 -\n{REST}\n")
    parted = part_glued_blocks(view, load_profile("scan"))
    assert (parted.text, parted.lines) == (view.text, view.lines)
    assert [(block.first, block.last) for block in parted.blocks] == [(0, 0), (1, 1), (2, 2), (3, 3)]
    assert part_glued_blocks(view, load_profile("plain")) is view


def test_a_level_with_words_of_handling_under_it_is_one_block() -> None:
    parted = part_glued_blocks(View(f"{CUT}\nTOP SECRET\nEYES ONLY\n{REST}\n"), load_profile("scan"))
    assert [(block.first, block.last) for block in parted.blocks] == [(0, 0), (1, 2), (3, 3)]


def test_an_item_that_a_turn_cuts_is_one_item() -> None:
    items = "- The first of them costs nothing at all.\n- It does not exist. The largest of its kind makes a\n"
    body = body_of(f"{items}SECRET\nSECRET\n- 2 -\ntwentieth of it.\n\n{REST}\n", "scan")
    assert body.count("<item>") == 2
    item = body[body.rindex("<item>") : body.rindex("</item>")]
    assert "<pb " in item
    assert item.endswith("twentieth of it.")


def test_a_line_in_capitals_after_an_item_is_a_paragraph() -> None:
    body = body_of(f"- Files of the office\nSECRET\nSECRET\n- 2 -\nThe board met again. {REST}\n", "scan")
    assert "<p>The board met again." in body


@pytest.mark.parametrize("codes", ["b6\nb7C", "b7C", "JS 3.3(b)(5)", "DOE b(3)"])
def test_codes_of_one_agency_alone_on_their_lines(codes: str) -> None:
    body = body_of(f"{CUT} summer.\n\n{codes}\n\n{REST}\n", "scan")
    assert f"<desc>{codes.replace(chr(10), '<lb/>')}</desc></gap>" in body.replace("\n", "<lb/>")


def test_a_code_without_brackets_in_a_sentence_is_text() -> None:
    assert "<gap" not in body_of(f"{CUT} vote on b6 of the plan, and {REST}\n", "scan")


def test_withheld_words_on_a_line_of_their_own_in_a_block_leave_one_paragraph() -> None:
    body = body_of(f"{CUT}\n[REDACTED]\n{REST.upper()}\n", "scan")
    assert body.count("<p>") == 1
    assert '<gap reason="redacted"/>' in body


@pytest.mark.parametrize(
    ("lines", "signed"),
    [
        ("For the Ambassador:\n\n[Signature]\nWilliam B. Lakeland\nCounselor of Embassy", "<signed>For the Ambassador:"),
        ("With the assurances of my regard, I am,\n\nVery truly yours,\n\n[signature]\nR. Tomic", "<salute>With the assurances"),
    ],
)
def test_what_stands_above_a_signature(lines: str, signed: str) -> None:
    assert signed in body_of(f"{CUT} summer.\n\n{lines}\n", "scan")


def test_numbers_alone_over_the_parts_of_a_speech_are_heads() -> None:
    part = f"{CUT} summer. {REST}\n\n"
    body = body_of(f"{part}I.\n\n{part}II.\n\n{part}", "scan")
    assert body.count("<head>I") == 2


def test_a_number_alone_that_no_other_follows_is_no_head() -> None:
    assert "<head>" not in body_of(f"{CUT} summer.\n\nI.\n\n{CUT} winter. {REST}\n", "scan")


def test_those_whom_a_speaker_addresses_over_two_lines() -> None:
    body = body_of(f"Mr. President, Governor Hughes, members of the class of 1964, and\nfriends:\n\n{CUT} summer.\n", "scan")
    assert "<salute>Mr. President" in body


def test_a_receipt_with_its_day_in_capitals_is_a_stamp() -> None:
    form = "TO   : Department of State\nFROM : Amembassy KABUL\n\n1963 APR 9 AM 10 44\nRM/AN\nANALYSIS BRANCH\n\n"
    assert '<fw type="stamp">1963 APR 9 AM 10 44' in body_of(f"{form}{CUT} summer. {REST}\n", "scan")


def test_the_number_of_a_printed_form() -> None:
    assert ">FD-204 (Rev. 3-3-59)</fw>" in body_of(
        f"FD-204 (Rev. 3-3-59)\n\nDate: 4/17/61\nOffice: MIAMI\n\n{CUT} summer.\n", "scan"
    )


def test_an_operators_sign_comes_again_and_is_no_mark_of_pages() -> None:
    head = "O 231455Z OCT 58\nFM COMSEVENTHFLT\nTO CINCPACFLT\n\n"
    part = "1. THE FOLLOWING ARE MY VIEWS UPON THE CONVOYS THAT HAVE BEEN TAKEN TO THE THREE MILE LINE.\n\nBT\n\n"
    body = body_of((head + part) * 3, "scan")
    assert body.count('<seg type="operator">BT</seg>') == 3


@pytest.mark.parametrize(
    ("front", "wanted"),
    [
        ("CATALOGUED\nROUTING AND RECORD SHEET\n\nFROM: C/WH/4\nDATE: 6 November 1962", "<head>ROUTING AND RECORD SHEET</head>"),
        ("C.O.S. (49) 117\n2nd April, 1949\n\nCOALING STATIONS IN THE SOUTHERN OCEAN", "<dateline>"),
        ("T/C.2/SR.88\n14 February 1953\n\nDRAFT REPORT OF THE COMMITTEE", "<dateline>"),
        ("BY HW NARA, DATE 4/2/12\nMEMORANDUM\n\nSUBJECT: Discussion at the 214th Meeting", "<head>MEMORANDUM</head>"),
        (
            "A-214\nTO: Department of State\n\nFROM: Amembassy ACCRA",
            '<ab type="field"><label>TO:</label> Department of State</ab>',
        ),
        ("USIA AIRGRAM\nINF 8\n\nTO: USIA WASHINGTON", "<head>USIA AIRGRAM</head>"),
        (
            "PRESIDENTIAL PAPERS\nBox 14\n\nTHE HARVEST OF 1959\nAND ITS CONSEQUENCES\n\nJanuary 7, 1960",
            "<head>THE HARVEST OF 1959",
        ),
    ],
)
def test_what_stands_before_the_text_without_blank_lines(front: str, wanted: str) -> None:
    assert wanted in body_of(f"{front}\n\n{CUT} summer. {REST}\n", "scan")


def test_the_addressee_at_a_pages_foot_is_furniture() -> None:
    lines = "\n".join((CUT, CUT, CUT))
    body = body_of(f"{lines}\nHis Excellency\nThe Honourable Maxwell H. Gluck,\nAmbassador of Norway.\n2.\n{REST}\n", "scan")
    assert body.count("<p>") == 1
    assert body.count("<fw") >= 2
    assert ">His Excellency" in body


def test_a_remark_in_brackets_ends_no_sentence_and_opens_none() -> None:
    body = body_of(f"{CUT} summer.\n\n[Applause]\n\nWe shall spend in this valley a quarter of a million.\n", "scan")
    assert body.count("<p>") == 3
    assert body.count("<pb ") == 0


def test_a_table_under_the_name_of_a_part_is_text() -> None:
    rows = "I. The Harvest\t1\nII. The Price of Bread\t2"
    assert "<table>" in body_of(
        f"{CUT} summer. {REST}\n\nTABLE OF CONTENTS\n\n{rows}\n\nSECRET\nSECRET\n- 2 -\n{CUT} fall.\n", "scan"
    )


def test_a_marking_with_a_point() -> None:
    body = body_of(f"CONFIDENTIAL.\n\nMy dear Ambassador,\n\n{CUT} summer. {REST}\n", "scan")
    assert ">CONFIDENTIAL.</fw>" in body


def test_a_network_s_messages_follow_each_other_on_a_page() -> None:
    head = "O 231455Z OCT 58\nFM COMSEVENTHFLT\nTO CINCPACFLT\nINFO CNO\nBT\n"
    part = "T O P  S E C R E T  SECTION {} OF TWO\n\n1. THE FOLLOWING ARE MY VIEWS UPON THE CONVOYS OF THE LAST MONTH.\n\nBT\n\n"
    body = body_of(head + part.format("ONE") + head + part.format("TWO"), "scan")
    assert body.count("<pb ") == 0
    assert body.count('<ab type="handling">T O P') == 2


@pytest.mark.parametrize(
    "office", ["OTAN/NATO,\nParis, XVIe.", "Office of the Harbour Master", "Allied Secretariat\nControl Commission"]
)
def test_an_office_may_sign_without_a_name(office: str) -> None:
    signed = office.replace("\n", "<lb/>")
    assert f"<signed>{signed}</signed>" in body_of(f"{CUT} summer. {REST}\n\n{office}\n\nSECRET\n", "scan")


def test_an_office_over_more_text_signs_nothing() -> None:
    body = body_of(f"{CUT} summer.\n\nOffice of the Harbour Master\n\n{CUT} winter. {REST}\n", "scan")
    assert "<signed>" not in body


def test_a_section_of_an_order_in_a_sentence_is_a_code_where_others_stand_alone() -> None:
    sentence = "The convoy was seen by a clerk whom 1.5(c) had told of it, and nobody else."
    assert "<desc>1.5(c)</desc>" in body_of(f"{sentence}\n\n1.5(c)\n\n{CUT} summer. {REST}\n", "scan").split("</p>")[0]
    assert "<gap" not in body_of(f"{sentence}\n\n{CUT} summer. {REST}\n", "scan")
