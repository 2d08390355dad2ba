"""The made scans with other archives' marks (`bench.variants`): sound variants, in which text and TEI hold the same words."""

import pytest
from bench.data import Collection, find_data
from bench.marks import FAMILIES, MISREADINGS, archives
from bench.variants import change, differences, vary

DATA = find_data()
SAMPLE = 7
"""Every so many scans are looked at."""


@pytest.fixture(scope="module")
def scans() -> Collection:
    if DATA is None:
        pytest.skip("no bench data")
    return Collection("scan", DATA / "scan")


@pytest.mark.parametrize("family", FAMILIES)
def test_text_and_tei_are_changed_alike(family: str, scans: Collection) -> None:
    for number, source in enumerate(scans.texts[::SAMPLE]):
        archive = archives(family)[number % len(archives(family))]
        text = source.read_text(encoding="utf-8")
        gold = source.with_name(f"{source.stem}.gold.xml").read_bytes()
        assert differences(text, gold) == ""
        other, tei = vary(text, gold, archive)
        assert differences(other, tei, archive.codes.values()) == ""
        assert other != text
        assert differences(other, gold) != ""


@pytest.mark.parametrize("family", FAMILIES)
def test_each_kind_of_mark_stands_somewhere(family: str, scans: Collection) -> None:
    texts = [source.read_text(encoding="utf-8") for source in scans.texts]
    for archive in archives(family):
        missing = [kind.name for kind in archive.kinds if not any(kind.pattern.search(text) for text in texts)]
        assert missing == []


@pytest.mark.parametrize("family", FAMILIES)
def test_archives_are_held_out_with_their_texts(family: str) -> None:
    assert len(archives(family)) % 4 == 0


def test_running_text_stays_and_a_struck_marking_stays_struck() -> None:
    archive = archives("others")[0]
    text = "The paper is SECRET, and OADR stands under it.\n\n~~TOP SECRET~~ - SENSITIVE\n\nOADR\n"
    changed = change(text, archive)
    assert changed.startswith("The paper is SECRET, and OADR stands under it.\n\n~~TOP SECRET~~ ")
    assert not set(changed.splitlines()[3:]) & {*MISREADINGS, "SENSITIVE"}
