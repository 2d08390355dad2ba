"""The profile that `auto` chooses: on the bench, on the sources, and on kinds of papers that neither holds."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from teiencode.profile import PROFILES
from teiencode.recognition import CHOSEN, UNCERTAIN, recognise

ROOT = Path(__file__).parent.parent
BENCH = Path(os.environ.get("TEIENCODE_BENCH", ROOT.parent / "shared" / "bench"))

OF_EACH_KIND = {
    "frus": [
        "Editorial Note\n\nOn that day the Council met in closed session.",
        "[41.] Telegram From the Embassy in Ruritania to the Department of State\n\nStrelsau, 3 May 1961.\n\nThe King is ill.",
        "711.00/5–349: Telegram\n\nThe Minister in Ruritania ( Sapt ) to the Secretary of State\n\nsecret\n\nHe is ill.\n\nSapt",
        "The Minister of War to the Marshal\n\nWe leave the castle.1\n\nFritz\n  1. Zenda.",
        "He left for Zenda [Page 14] at once; [name not declassified] went with him.",
        "He was seen by the Duke [1 line not declassified] and by the Count [2 names not declassified].",
    ],
    "scan": [
        "MEMORANDUM\n\nTO : Mr. Sapt\nFROM : Mr. Fritz\nSUBJECT : The King\n\nCONFIDENTIAL\n\nLate.\n\n- 2 -\n\nStill late.",
        "SECRET\n\nThe castle is held by six men.\n\n- 2 -\n\nSECRET\n\nThe moat is deep.",
        "My fellow citizens, ~~tonight~~ ^{today} we remember the Duke.",
        "Approved For Release 2001/03/04\n\nThe Duke was seen.\n\n[REDACTED]\n\nHe left.",
        "ROUTING SLIP\n\n☒ ACTION ☐ INFORMATION\n\nReturn to Mr. Sapt.",
        "He has been told. (b)(1)\n\nNothing more. (b)(3) (a)(4)",
        "Dear Colonel:\n\nThank you for yours.\n\nSincerely yours,\n\n[signature]\n\nPage 2 of 3\n\nEnclosure",
        "TOP SECRET\n\nReport on the castle\n\nTOP SECRET\n\n-2- 114, May 3, 9 p.m., from Strelsau.\n\nand the moat.",
    ],
    "plain": [
        "",
        "\n \n",
        "The castle of Zenda stands by a lake.",
        "Title\n=====\n\nA text with *stars* and [brackets].[^1]\n\n[^1]: A note.",
        "# Castles\n\n- Zenda\n- Strelsau\n\n1. first\n2. second\n\n> quoted",
        "It was 1914. The war\nbegan at 5 p.m. on Sunday (see p. 12).",
        "Dear Fritz,\n\nI shall be late.\n\nYours,\nRudolf",
        "Page one\x0cPage two",
        "In the list:\n  1. one\n  2. two\n\nAnd so on.",
    ],
}


@pytest.mark.parametrize(("profile", "text"), [(name, text) for name, texts in OF_EACH_KIND.items() for text in texts])
def test_kinds_of_papers(profile: str, text: str) -> None:
    assert recognise(text).profile.name == profile, recognise(text).diagnostic.message


@pytest.mark.parametrize("name", PROFILES)
def test_the_reasons_are_told(name: str) -> None:
    told = recognise(OF_EACH_KIND[name][-1]).diagnostic
    assert told.code in (CHOSEN.code, UNCERTAIN.code)
    assert name in told.message


def test_a_narrow_choice_is_doubted() -> None:
    text = "He left ~~soon~~ for Zenda [Page 14] at once."
    told = recognise(text).diagnostic
    assert told.code == UNCERTAIN.code
    assert "frus 3" in told.message and "scan 3" in told.message


def test_the_sources() -> None:
    chosen = {source.stem: recognise(source.read_text("utf-8")).profile.name for source in (ROOT / "seeds").glob("*.txt")}
    assert len(chosen) == 5
    assert all(profile == ("frus" if name.startswith("frus") else "scan") for name, profile in chosen.items())


@pytest.mark.skipif(not BENCH.is_dir(), reason="needs the bench (TEIENCODE_BENCH)")
@pytest.mark.parametrize("profile", ["frus", "scan"])
def test_the_bench(profile: str) -> None:
    texts = sorted((BENCH / profile).glob("*.txt"))
    assert texts
    told = {text.stem: recognise(text.read_text("utf-8")) for text in texts}
    assert [name for name, recognised in told.items() if recognised.profile.name != profile] == []
    assert [name for name, recognised in told.items() if recognised.diagnostic.code == UNCERTAIN.code] == []
