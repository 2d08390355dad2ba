"""An editor's decisions on the text, from the sidecar into the TEI; decoding gives back the source all the same."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest
from command_line import Command, command_in

from teiencode import decode, encode, validate
from teiencode.decisions import decide_on
from teiencode.diagnostic import Diagnostic
from teiencode.encode import Encoded
from teiencode.explanation import explain_lines
from teiencode.profile import load_profile
from teiencode.reports.reasons import render_text
from teiencode.settings import SettingsError
from teiencode.sidecar import LINE_KINDS, CallDecision, Correction, LineDecision, Sidecar, read_sidecar

EDITION = """\
127. Telegram From Havana1

Havana, May 25, 1978.

He said that all was wel. The others agreed.

They read telegram 14622 and met again. They read telegram 15722 and left.

Latin America
  1. Source: Carter Library.
  2. Not found.
"""
SCAN = """\
                    - 2 -

SECRET

MEMORANDUM FOR: The Director

1.  The Ambassador called. He said that his Govern-
ment had [illegible] the note of 4 March.

                                     J. R. Miller
                                     Chief, Nordic Division

                    SECRET
                    - 3 -

2.  He asked whether more would be said.

                    - 7 -

3.  He left.
"""


def encoded(folder: Path, text: str, sidecar: str, profile: str = "frus") -> Encoded:
    """The text as encoded with the sidecar; it comes back, and its TEI is valid."""
    (folder / "text.toml").write_text(sidecar)
    found = encode(text, profile=profile, sidecar=read_sidecar(folder / "text.toml"))
    assert decode(found.xml).data == text.encode()
    assert [each.message for each in validate(found.xml) if each.severity == "error"] == []
    return found


def body(found: Encoded) -> str:
    """What stands after the header."""
    return found.xml.decode().partition("</teiHeader>")[2]


def codes(found: Encoded) -> list[str]:
    """What is told, but for the doubt about the note of `EDITION` that nobody has decided."""
    return [each.code for each in found.diagnostics if each.severity != "info" and each.code != "TE203"]


def slip(folder: Path, text: str, sidecar: str) -> Diagnostic:
    with pytest.raises(SettingsError) as caught:
        encoded(folder, text, sidecar)
    (only,) = caught.value.diagnostics
    assert (only.code, only.file) == ("TE908", str(folder / "text.toml"))
    return only


def test_a_correction_stands_beside_the_fault(tmp_path: Path) -> None:
    found = encoded(tmp_path, EDITION, '[[corrections]]\nwords = "was wel."\ncorrect = "was <well>."\n')
    assert "all <choice><sic>was wel.</sic><corr>was &lt;well&gt;.</corr></choice> The" in body(found)
    assert codes(found) == []


def test_a_correction_holds_what_stands_in_the_fault(tmp_path: Path) -> None:
    written = '[[corrections]]\nwords = "Govern- ment had [illegible]"\ncorrect = "Government lost"\n'
    found = encoded(tmp_path, SCAN, written, "scan")
    told = '<choice><sic>Govern-<lb break="no"/>ment had <gap reason="illegible"/></sic><corr>Government lost</corr></choice>'
    assert told in body(found)


def test_a_correction_in_a_date_or_a_name(tmp_path: Path) -> None:
    found = encoded(tmp_path, EDITION, '[[corrections]]\nwords = "Havana"\nline = 3\ncorrect = "La Habana"\n')
    assert "<placeName><choice><sic>Havana</sic><corr>La Habana</corr></choice></placeName>" in body(found)


def test_a_correction_over_two_paragraphs_is_told(tmp_path: Path) -> None:
    found = encoded(tmp_path, EDITION, '[[corrections]]\nwords = "agreed. They"\ncorrect = "agreed, they"\n')
    assert codes(found) == ["TE014"]
    assert "<choice>" not in body(found)


@pytest.mark.parametrize("words", ["telegram 14622", "telegram 15722"])
def test_a_note_is_called_where_the_editor_says(tmp_path: Path, words: str) -> None:
    found = encoded(tmp_path, EDITION, f'[[calls]]\nwords = "{words}"\nnote = 2\n')
    assert f'{words[:-1]}<note n="2" xml:id="d127fn2" place="bottom" type="editorial">Not found.</note>' in body(found)
    assert [each.code for each in found.diagnostics if each.severity != "info"] == []


@pytest.mark.parametrize("words", ["The others agreed.", "all was"])
def test_a_note_whose_sign_is_lost_has_a_place_all_the_same(tmp_path: Path, words: str) -> None:
    text = EDITION.replace("14622", "1462").replace("15722", "1572")
    found = encoded(tmp_path, text, f'[[calls]]\nwords = "{words}"\nnote = "2"\n')
    note = '<note n="2" xml:id="d127fn2" place="bottom" type="editorial" anchored="false">Not found.</note>'
    assert f"{words}{note}" in body(found)
    assert codes(found) == []


def test_a_note_called_without_a_sign_stands_there_though_its_sign_stands_elsewhere(tmp_path: Path) -> None:
    text = "Zenda[^a] lies by a lake. So does the town.\n\n[^a]: A castle.\n"
    call = '[[calls]]\nwords = "{}"\nnote = "a"\n'
    found = encoded(tmp_path, text, call.format("a lake"), "plain")
    assert 'Zenda<ptr type="note" target="#fn1" n="a"/> lies by a lake<note n="a"' in body(found)
    assert codes(found) == []
    assert codes(encoded(tmp_path, text, call.format("a lake") + call.format("the town"), "plain")) == ["TE014"]


def test_a_note_that_is_not_there_is_told(tmp_path: Path) -> None:
    found = encoded(tmp_path, EDITION, '[[calls]]\nwords = "all was"\nnote = "7"\n')
    (told,) = (each for each in found.diagnostics if each.code == "TE014")
    assert told.message == "the sidecar says that note 7 is called here; no line of this text is read as a note 7"
    assert told.span == (EDITION.index(" wel"),) * 2


def test_a_note_at_a_page_s_foot_that_is_called_twice(tmp_path: Path) -> None:
    text = "The paper* was read, and another paper* was not.\n\n* Issue of March 26.\n\nSECRET\n\nHe left.\n\nSECRET\n"
    assert "<note" not in body(encode(text, profile="scan"))
    found = encoded(tmp_path, text, '[[calls]]\nwords = "another paper*"\nnote = "*"\n', "scan")
    assert 'another paper<note place="bottom" n="*" xml:id="fn1">Issue of March 26.</note>' in body(found)
    assert codes(found) == []


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("paragraph", "<p>Latin America</p>"),
        ("head", "<head>Latin America</head>"),
        ("signature", "<closer><signed>Latin America</signed></closer>"),
        ("footer", '<fw type="footer" place="bottom">Latin America</fw>'),
        ("page number", '<fw type="pageNum">Latin America</fw>'),
        ("field", '<ab type="field">Latin America</ab>'),
        ("trailer", "<trailer>Latin America</trailer>"),
    ],
)
def test_lines_are_what_the_editor_says(tmp_path: Path, kind: str, told: str) -> None:
    found = encoded(tmp_path, EDITION, f'[[lines]]\nwords = "Latin"\nkind = "{kind}"\n')
    assert told in body(found)
    assert codes(found) == []


def test_a_dateline_has_its_place_and_date(tmp_path: Path) -> None:
    text = "Lieber Freund!\n\nEs geht mir gut.\n\nMit Hochachtung\n\nWeimar, den 12. März 1803\n"
    closing = '[[lines]]\nwords = "Mit"\nkind = "closing"\n[[lines]]\nwords = "Weimar"\nkind = "closing dateline"\n'
    found = encoded(tmp_path, text, closing, "plain")
    assert "<closer><salute>Mit Hochachtung</salute>\n<dateline>" in body(found)
    assert '<dateline><placeName>Weimar</placeName>, den <date when="1803-03-12">12. März 1803</date></dateline>' in body(found)


def test_two_decisions_on_one_line_cannot_both_hold(tmp_path: Path) -> None:
    twice = '[[lines]]\nwords = "Latin"\nkind = "head"\n[[lines]]\nwords = "America"\nkind = "paragraph"\n'
    assert codes(encoded(tmp_path, EDITION, twice)) == ["TE014"]


def test_pages_count_on_from_the_editor_s_number(tmp_path: Path) -> None:
    found = encoded(tmp_path, SCAN, '[pages]\n1 = "2"\n3 = 7\n', "scan")
    assert [part.split('"')[0] for part in body(found).split('<pb n="')[1:]] == ["2", "3", "7"]
    assert codes(found) == []


def test_a_number_that_is_none_holds_for_its_page_alone(tmp_path: Path) -> None:
    found = encoded(tmp_path, "One\fTwo\fThree\n", '[pages]\n2 = "1a"\n', "plain")
    assert [part.split('"')[0] for part in body(found).split('<pb n="')[1:]] == ["1", "1a", "3"]


def test_more_pages_than_there_are_is_told(tmp_path: Path) -> None:
    assert codes(encoded(tmp_path, EDITION, "[pages]\n1 = 2\n")) == ["TE014"]


def test_words_that_the_text_does_not_have_are_a_slip(tmp_path: Path) -> None:
    told = slip(tmp_path, EDITION, '\n[[corrections]]\nwords = "all was well"\ncorrect = "x"\n')
    assert (told.line, told.message) == (3, "“all was well” does not stand in the text")


def test_each_slip_has_its_own_line(tmp_path: Path) -> None:
    (tmp_path / "text.toml").write_text('[[calls]]\nwords = "nowhere"\nnote = "2"\n[[calls]]\nwords = "They read"\nnote = "2"\n')
    with pytest.raises(SettingsError) as caught:
        encode(EDITION, sidecar=read_sidecar(tmp_path / "text.toml"))
    assert [(each.line, each.message) for each in caught.value.diagnostics] == [
        (2, "“nowhere” does not stand in the text"),
        (5, "“They read” stands 2 times in line 7"),
    ]


def test_words_that_stand_more_than_once_need_their_line(tmp_path: Path) -> None:
    decision = '[[corrections]]\nwords = "Havana"\ncorrect = "La Habana"\n'
    told = slip(tmp_path, EDITION, decision)
    assert (told.message, told.suggestions) == ("“Havana” stands 2 times, in lines 1, 3", ("add line = 1, or words around it",))
    assert "does not begin in line 2" in slip(tmp_path, EDITION, f"{decision}line = 2\n").message
    assert "<placeName><choice>" in body(encoded(tmp_path, EDITION, f"{decision}line = 3\n"))


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ('[[lines]]\nwords = "x"\n', "lines.kind is missing"),
        ('[[lines]]\nkind = "head"\n', "lines.words is missing"),
        ('[[lines]]\nwords = "x"\nkind = "heading"\n', 'lines.kind: "heading" is not one of'),
        ('[[corrections]]\nwords = "x"\ncorrect = "y"\nline = 0\n', "corrections.line must be a whole number from 1"),
        ("pages = 2\n", "pages must be a table of counts and numbers"),
        ('[pages]\none = "2"\n', 'pages: one = the text "2" is no count from 1 with a number'),
        ('[pages]\n1 = "page 2"\n', 'pages: 1 = the text "page 2" is no count from 1 with a number'),
        ('[[calls]]\nwords = "x"\nnote = true\n', "calls.note must be a text"),
        ('[[lines]]\nwords = "x"\nkind = "head"\n[[lines]]\nwords = "y"\nkynd = "head"\n', "lines.kind is missing"),
    ],
)
def test_slips_of_the_pen(tmp_path: Path, written: str, message: str) -> None:
    (tmp_path / "text.toml").write_text(written)
    with pytest.raises(SettingsError) as caught:
        read_sidecar(tmp_path / "text.toml")
    first = caught.value.diagnostics[0]
    assert first.message.startswith(message)
    assert first.code == "TE903"


def test_decisions_without_a_file() -> None:
    sidecar = Sidecar(
        lines=(LineDecision(words="Latin America", kind="paragraph"),),
        corrections=(Correction(words="wel", line=5, correct="well"),),
    )
    assert "<corr>well</corr>" in body(encode(EDITION, profile="frus", sidecar=sidecar))


SEVERAL = (
    "1. Letter From Ann to Bob\n\nAll is wel.\n\n2. Letter From Bob to Ann\n\nAll is wel.\n\n3. Letter From Ann to Bob\n\nGood.\n"
)


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Command:
    (tmp_path / "letters.txt").write_text(SEVERAL)
    return command_in(tmp_path, monkeypatch, capfdbinary)


@pytest.mark.parametrize("split", ["files", "corpus"])
def test_a_document_of_several_has_its_own_decisions(command: Command, tmp_path: Path, split: str) -> None:
    (tmp_path / "letters-d2.toml").write_text('[[corrections]]\nwords = "wel"\nline = 7\ncorrect = "well"\n')
    done = command("encode", "letters.txt", "--output", "tei", "--split", split, "--profile", "frus")
    assert done.status == 0
    made = "".join(path.read_text() for path in sorted((tmp_path / "tei").iterdir()))
    assert made.count("<corr>well</corr>") == 1


def test_the_sidecar_of_a_split_file_cannot_decide_on_its_text(command: Command, tmp_path: Path) -> None:
    (tmp_path / "letters.toml").write_text('[[corrections]]\nwords = "Good"\ncorrect = "Well"\n')
    assert command("encode", "letters.txt", "--output", "tei", "--profile", "frus").status == 0
    done = command("encode", "letters.txt", "--output", "tei", "--split", "files", "--profile", "frus")
    assert done.status == 2
    assert done.err.startswith("letters.toml:2:1: error TE908 decisions on the text stand in the sidecars of its documents")
    assert "letters-d1.toml" in done.err


def test_explain_shows_the_decision(command: Command, tmp_path: Path) -> None:
    (tmp_path / "letters.toml").write_text('[[lines]]\nwords = "Good."\nkind = "signature"\n')
    done = command("encode", "letters.txt", "--explain", "--profile", "frus")
    assert "    signature  (sidecar)\n    an editor's decision, which is not weighed\n" in done.out


PROFILES = ("frus", "scan", "plain")
SOURCES = re.compile(r"^```source\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("profile", PROFILES)
def test_whatever_is_decided_the_text_comes_back_and_the_tei_is_valid(profile: str) -> None:
    random = Random(profile)
    pages = sorted((Path(__file__).parent / "cases" / profile).glob("*.md"))
    texts = [text for page in pages for text in SOURCES.findall(page.read_text(encoding="utf-8")) if text.strip()]
    for text in random.choices(texts, k=120):
        sidecar = Sidecar(
            lines=tuple(LineDecision(words=each, kind=random.choice(LINE_KINDS)) for each in words_of(text, random)),
            calls=tuple(CallDecision(words=each, note=random.choice(("1", "2", "*", "a"))) for each in words_of(text, random)),
            corrections=tuple(Correction(words=each, correct=random.choice(("x", "y & <z>"))) for each in words_of(text, random)),
            pages=((1, random.choice(("3", "iv"))),),
        )
        found = encode(text, profile=profile, sidecar=sidecar)
        assert decode(found.xml).data == text.encode(), sidecar
        assert [each.message for each in validate(found.xml) if each.severity == "error"] == [], sidecar


def words_of(text: str, random: Random) -> list[str]:
    """Up to two pieces of a text, each of which stands in it once."""
    starts = [random.randrange(len(text)) for _ in range(random.randrange(3))]
    pieces = [text[start : start + random.choice((2, 8, 30, 150))].strip() for start in starts]
    return [each for each in pieces if each and len(re.findall(r"\s+".join(map(re.escape, each.split())), text)) == 1]


def test_lines_beside_a_decision_say_what_they_yield_to() -> None:
    text = "T O P SECRET\nFROM: New York\nTO: State\nThe text of a paper goes on here.\n"
    line = LineDecision(words="FROM: New York", kind="stamp")
    profile = load_profile("scan")
    told = render_text("a.txt", "scan", explain_lines(text, profile, decide_on(text, Sidecar(lines=(line,)), "scan")))
    assert "by an editor's decision beside it" in told
    assert "9999" not in told
