"""What heads a scan and its parts, and what stands beside a head without being one."""

from __future__ import annotations

import pytest
from inline_body import body_of

TEXT = "The fleets were rebuilt after the war with vessels from three countries, and they now number about two hundred.\n"


@pytest.mark.parametrize(
    ("above", "tei"),
    [
        (
            "THE FISHING FLEETS OF THE NORTH:\nNUMBERS AND PORTS",
            "<head>THE FISHING FLEETS OF THE NORTH:<lb/>NUMBERS AND PORTS</head>",
        ),
        (
            "The Fishing Fleets of the Northern Ports\nand the Strike of the Netters",
            "Ports<lb/>and the Strike of the Netters</head>",
        ),
        (
            "MINUTES\nof the Fourth Meeting of the\nHARBOUR COMMITTEE",
            "<head>MINUTES<lb/>of the Fourth Meeting of the<lb/>HARBOUR COMM",
        ),
        ("RECORD OF A TALK ON FISHING", "<head>RECORD OF A TALK ON FISHING</head>"),
        ("HARBOUR PROFILE SHEET\n\nDATE: 3 May 1951\n\nTO: Mr. Lind", '<head>HARBOUR PROFILE SHEET</head>\n<ab type="field">'),
    ],
)
def test_titles_before_the_text(above: str, tei: str) -> None:
    assert tei in body_of(f"RESTRICTED\n\n{above}\n\n{TEXT}", "scan")


@pytest.mark.parametrize("above", ["C.O.S. (49) 117", "OIR Report No. 5811", "OIR Report No. 5811\nCopy No. 7 of 90"])
def test_a_papers_own_number_is_furniture(above: str) -> None:
    body = body_of(f"RESTRICTED\n\n{above}\n\nTHE FLEETS OF THE NORTH\n\n{TEXT}", "scan")
    assert "<head>THE FLEETS OF THE NORTH</head>" in body
    assert body.count("<head") == 1 and body.count("<p>") == 1


@pytest.mark.parametrize("title", ["ABSTRACT", "1. THE FLEETS IN 1945", "(593) SUPPLY OF COAL", "Background:", "**Con:**"])
def test_heads_of_parts(title: str) -> None:
    body = body_of(f"REPORT ON THE FLEETS\n\n{TEXT}\n{title}\n\n{TEXT}", "scan")
    assert "<head>" in body.partition("</p>")[2]


def test_a_word_in_capitals_is_a_head_beside_other_titles_in_capitals() -> None:
    body = body_of(f"REPORT ON THE FLEETS\n\n{TEXT}\nPRESENT STATE\n\n{TEXT}\nCOST\n\n{TEXT}", "scan")
    assert "<head>COST</head>" in body


def test_a_marking_and_the_pages_number_on_its_line_are_two_pieces() -> None:
    text = (
        "The fleets were rebuilt after the war, and they\n\nSECRET/SENSITIVE\n\nSECRET/SENSITIVE 2\n\nnow number two hundred.\n"
    )
    assert '<fw type="header" place="top">SECRET/SENSITIVE</fw> <fw type="pageNum">2</fw>' in body_of(text, "scan")


def test_the_head_of_a_message_is_a_field_where_it_comes_again() -> None:
    head = "R 191315Z JUL 78\nFM AMEMBASSY BELGRADE\nTO SECSTATE WASHDC 1180\n\n"
    part = "THE DELEGATIONS MET FOR THREE DAYS AND AGREED UPON THE DEPTH OF THE CHANNEL IN THE RIVER.\n\nNNN\n\n"
    body = body_of(head + part + head + part, "scan")
    assert body.count('<ab type="field">R 191315Z JUL 78<lb/>FM AMEMBASSY BELGRADE<lb/>TO SECSTATE WASHDC 1180</ab>') == 2
    assert "<fw" not in body


@pytest.mark.parametrize(
    "signed",
    ["John A. Lind, Director of Harbours", "(Signed) T.M. LIND\nA.D. ROSS.", "JOHN A. LIND\nChief, Harbour Division"],
)
def test_signatures_with_offices(signed: str) -> None:
    text = signed.replace("\n", "<lb/>")
    assert f"<signed>{text}</signed>" in body_of(f"{TEXT}\n{signed}\n", "scan")


FORM = "FROM: Harbour Office, Bergen\n\nTO: Mr. Lind\n\nDATE: 3 May 1951\n\n"


@pytest.mark.parametrize(
    "above",
    ["HARBOUR MESSAGE ROOM\n14 MAY 1951", "HARBOUR MESSAGE ROOM\nCOPY N'-12", "Message 118", "Message: 118", "Dispatch 14/A"],
)
def test_a_receipt_and_a_papers_number_are_no_title_of_the_form(above: str) -> None:
    body = body_of(f"{above}\n\nHARBOUR SERVICE Department of Ports\n\n{FORM}{TEXT}", "scan")
    assert body.count("<head>") == 1
    assert "<head>HARBOUR SERVICE Department of Ports</head>" in body
