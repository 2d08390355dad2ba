"""How diagnostics are shown: places, excerpts, carets, JSON."""

import json

import pytest

from teiencode.diagnostic import Code, Diagnostic, Place
from teiencode.reports import json as json_report
from teiencode.reports import text as text_report
from teiencode.reports.placed import Excerpt, Placed, place

CODE = Code("TE399", "made-up", "omissions", "warning", "Made up.", "Do something.")


def shown(text: str, *spans: tuple[int, int]) -> str:
    return text_report.render(place([CODE.at(span, "so?") for span in spans], "a.txt", text))


def test_line_caret_and_suggestion() -> None:
    assert shown("one\ntwo words\n", (8, 13)) == (
        "a.txt:2:5: warning TE399 so?\n  two words\n      ^^^^^\n  help: Do something.\n"
    )


def test_files_are_grouped_in_their_order() -> None:
    first, second = place([CODE.at((0, 1), "so?")] * 2, "a.txt", "x"), place([CODE.at(None, "so?")], "b.txt", "")
    lines = text_report.render([first[0], second[0], first[1]]).splitlines()
    assert [line for line in lines if "TE399" in line or not line] == [
        "a.txt:1:1: warning TE399 so?",
        "a.txt:1:1: warning TE399 so?",
        "",
        "b.txt: warning TE399 so?",
    ]


@pytest.mark.parametrize(
    ("text", "span", "lines"),
    [
        ("a\tb", (2, 3), ["  a b", "    ^"]),
        ("a\x1b[31mb", (6, 7), ["  a␛[31mb", "        ^"]),
        ("漢字 b", (3, 4), ["  漢字 b", "       ^"]),
        ("e\u0301 b", (3, 4), ["  e\u0301 b", "    ^"]),
        ("one\r\ntwo", (0, 3), ["  one", "  ^^^"]),
        ("one\ntwo", (1, 6), ["  one", "   ^^"]),
        ("one\n", (3, 3), ["  one", "     ^"]),
    ],
)
def test_the_caret_stands_under_what_is_meant(text: str, span: tuple[int, int], lines: list[str]) -> None:
    assert shown(text, span).splitlines()[1:3] == lines


def test_a_line_of_a_megabyte_is_shown_about_the_place() -> None:
    text = "x" * 1_000_000 + "here" + "y" * 1_000_000
    (placed,) = place([CODE.at((1_000_000, 1_000_004), "so?")], "a.txt", text)
    assert placed.excerpt == Excerpt("x" * 40 + "here" + "y" * 56, 40, 44, cut_before=True, cut_behind=True)
    shown = text_report.render([placed]).splitlines()[1:]
    assert shown[0] == "  …" + "x" * 40 + "here" + "y" * 56 + "…"
    assert shown[1] == " " * 43 + "^^^^"
    assert placed.diagnostic.column == 1_000_001


def test_a_place_that_is_already_known_is_kept() -> None:
    finding = Diagnostic(
        code="TE811", group="relaxng", severity="error", message="so?", line=2, column=1, end_line=2, end_column=4
    )
    (placed,) = place([finding], "a.xml", "<a>\n<b/>\n</a>")
    assert placed == Placed(
        Diagnostic(
            code="TE811",
            group="relaxng",
            severity="error",
            message="so?",
            file="a.xml",
            line=2,
            column=1,
            end_line=2,
            end_column=4,
        ),
        Excerpt("<b/>", 0, 3),
    )


def test_a_line_that_the_text_has_not_gives_no_excerpt() -> None:
    finding = Diagnostic(code="TE811", group="relaxng", severity="error", message="so?", line=9)
    (placed,) = place([finding], "a.xml", "<a/>")
    assert placed.excerpt is None
    assert text_report.render([placed]) == "a.xml:9: error TE811 so?\n"


def test_path_and_source_are_named() -> None:
    finding = Diagnostic(
        code="TE811",
        group="relaxng",
        severity="error",
        message="so?",
        file="a.xml",
        path="/TEI/text",
        source=Place("a.txt", 3, 4),
    )
    assert text_report.render([Placed(finding)]) == "a.xml: error TE811 so?\n  in: /TEI/text\n  source: a.txt:3:4\n"
    (told,) = json.loads(json_report.render([Placed(finding)]))
    assert told["source"] == {"file": "a.txt", "line": 3, "column": 4}
    assert told["line"] is None


def test_colour_is_put_on_only_when_asked() -> None:
    placed = place([CODE.at((0, 1), "so?")], "a.txt", "x")
    assert "\x1b[33mwarning\x1b[0m" in text_report.render(placed, colour=True)
    assert "\x1b" not in text_report.render(placed)


def test_nothing_to_tell() -> None:
    assert text_report.render([]) == ""
    assert json_report.render([]) == "[]\n"
