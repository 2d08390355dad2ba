"""The header: complete, in TEI's order, valid for any facts, overridden by the sidecar, the same bytes each time."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from teiencode.dates import Dating
from teiencode.encode import document_id, encode
from teiencode.facts import LEVELS, Classification, Facts, Party, Release, Role
from teiencode.project import Edition
from teiencode.sidecar import Change, CorrespondenceAction, HeaderOverrides, Responsibility, Sidecar
from teiencode.tei.header import Application, agent_element, day_of_epoch, write_header
from teiencode.tei.taxonomies import HEADER_IDS, TAXONOMIES, used_taxonomies
from teiencode.validation import validate
from teiencode.validation.codes_of_checks import DATE_ORDER

BENCH = Path(os.environ.get("TEIENCODE_BENCH", Path(__file__).parents[2] / "shared" / "bench"))
TEI_ALL = BENCH.parent / "tei" / "tei_all.rng"
NS = {"t": "http://www.tei-c.org/ns/1.0"}
ID = "{http://www.w3.org/XML/1998/namespace}id"
RESIDUE = '<xenoData><residue xmlns="urn:teiencode:residue" digest="x">  <e/> </residue></xenoData>'

FULL = Facts(
    title="Telegram 1991 from New York & elsewhere",
    message="1991",
    created=Dating(when="1962-11-28T16:00:00", cert="high"),
    created_text="November 28, 4 p.m.",
    sent=Party(
        names=("Mission to the United Nations",),
        place="New York",
        dating=Dating(when="1962-11-28T16:00:00"),
        date_text="November 28",
    ),
    received=Party(names=("Secretary of State", "Department of Defense"), dating=Dating(when="1962-11-28T16:32:00")),
    authors=("Somebody <else>",),
    source="Source: Department of State, Central Files, 611.93/8–855. Secret; Niact. Drafted by Dulles.",
    repository="Department of State",
    collection="Central Files",
    shelfmark="611.93/8–855",
    history=("Drafted by Dulles.",),
    roles=(
        Role(role="Drafted by", name="Dulles"),
        Role(role="Cleared by", name="Sebald"),
        Role(role="Drafted by", name="Phleger"),
    ),
    classification=Classification(levels=("top-secret", "secret"), handling=("NIACT",)),
    releases=(
        Release(text="DECLASSIFIED By JW NARA Date 10/19/79", dating=Dating(when="1979-10-19", cert="medium")),
        Release(text="DECLASSIFIED By [Signature]"),
        Release(text="DECLASSIFIED Date 5/16/97", dating=Dating(when="1997-05-16")),
    ),
    archive_marks=("01278",),
    categories=("foia-b1", "eo12356-a3", "foia-b7C"),
    language="en",
)
MADE = Application(version="0.1.0", profile="scan", source_sha256="0" * 63 + "1")


def header(
    facts: Facts, *, sidecar: Sidecar | None = None, edition: Edition | None = None, residue: str = "", encoded: str | None = None
) -> str:
    return write_header(
        facts, name="a", identifier="a", application=MADE, edition=edition, sidecar=sidecar, residue=residue, encoded=encoded
    )


def document(written: str, categories: Iterable[str] = ()) -> bytes:
    """A whole file with the header; its text points at the categories."""
    pointers = " ".join(f"#{category}" for category in categories if category in HEADER_IDS)
    gap = f'<gap reason="redacted" ana="{pointers}"/>' if pointers else ""
    body = f'<text><body><div type="document"><p>x{gap}</p></div></body></text>'
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="a">{written}{body}</TEI>'.encode()


def parsed(facts: Facts, **given: Any) -> etree._Element:
    return etree.fromstring(document(header(facts, **given)))


def found(root: etree._Element, path: str) -> list[str]:
    """The text of the elements, or the values of the attributes, at an XPath with the prefix t."""
    return [hit if isinstance(hit, str) else str(hit.text) for hit in hits(root, path)]


def hits(root: etree._Element, path: str) -> list[Any]:
    """The elements or attribute values at an XPath with the prefix t."""
    result: Any = root.xpath(path, namespaces=NS)
    assert isinstance(result, list)
    return result


def test_a_full_header_says_everything_in_teis_order() -> None:
    root = parsed(FULL, residue=RESIDUE)
    assert [etree.QName(child).localname for child in root[0]] == [
        "fileDesc",
        "encodingDesc",
        "profileDesc",
        "xenoData",
        "revisionDesc",
    ]
    assert found(root, "//t:titleStmt/t:title") == ["Telegram 1991 from New York & elsewhere"]
    assert found(root, "//t:titleStmt/t:author") == ["Somebody <else>"]
    assert found(root, "//t:respStmt/t:resp") == ["Drafted by", "Cleared by"]
    assert found(root, "//t:respStmt[1]/t:persName") == ["Dulles", "Phleger"]
    assert [etree.QName(child).localname for child in hits(root, "//t:publicationStmt/*")][:2] == [
        "publisher",
        "idno",
    ]
    assert found(root, "//t:publicationStmt/t:idno") == ["a"]
    assert found(root, "//t:msIdentifier/*[not(*)]") == ["Department of State", "Central Files", "611.93/8–855"]
    assert found(root, "//t:adminInfo/t:recordHist/t:p") == ["Drafted by Dulles."]
    assert found(root, "//t:adminInfo/t:note")[0].startswith("Source: ")
    assert found(root, "//t:creation/t:date/@when") == ["1962-11-28T16:00:00"]
    assert found(root, "//t:catRef/@target") == ["#class-top-secret", "#class-secret"]
    assert found(root, "//t:keywords/t:term") == ["NIACT"]
    assert found(root, "//t:application/t:desc/@type") == ["profile", "source-sha256", "tei-sha256"]


def test_correspondence_is_dated_to_the_day() -> None:
    root = parsed(FULL)
    assert found(root, "//t:correspAction/@type") == ["sent", "received"]
    assert found(root, "//t:correspAction[1]/t:orgName") == ["Mission to the United Nations"]
    assert found(root, "//t:correspAction[1]/t:placeName") == ["New York"]
    assert found(root, "//t:correspAction[2]/t:persName") == ["Secretary of State"]
    assert found(root, "//t:correspAction[2]/t:orgName") == ["Department of Defense"]
    assert found(root, "//t:correspAction/t:date/@when") == ["1962-11-28", "1962-11-28"]


def test_only_categories_in_use_are_declared_and_every_pointer_resolves() -> None:
    root = parsed(FULL)
    ids = [str(element.get(ID)) for element in root.iter() if element.get(ID)]
    assert found(root, "//t:category/@xml:id") == ["class-top-secret", "class-secret", "foia-b1", "foia-b7C", "eo12356-a3"]
    assert len(ids) == len(set(ids))
    assert {*ids} - {"a"} <= {*HEADER_IDS}
    assert {pointer[1:] for pointer in found(root, "//t:catRef/@target | //t:catRef/@scheme")} <= {*ids}
    assert found(parsed(Facts()), "//t:taxonomy/@xml:id") == []
    assert used_taxonomies(["foia-b99"]) == []


def test_the_newest_act_stands_first() -> None:
    root = parsed(FULL, encoded="2026-11-24")
    assert found(root, "//t:change/@type") == ["encoding", "declassification", "declassification", "declassification"]
    assert found(root, "//t:change/@when") == ["2026-11-24", "1997-05-16", "1979-10-19"]
    assert found(root, "//t:change[@when='1979-10-19']") == ["DECLASSIFIED By JW NARA Date 10/19/79"]
    assert found(root, "//t:change[@when='1979-10-19']/@cert") == ["medium"]
    assert found(parsed(FULL), "//t:change[1]/@when") == []


def test_the_sidecar_overrides_every_part() -> None:
    said = HeaderOverrides(
        title="T",
        authors=("A",),
        editors=("E",),
        responsibilities=(Responsibility(name="R", role="Typed by"),),
        publisher="P",
        identifiers=(("nara", "N"),),
        licence="free words",
        published="2026-01-01",
        repository="Rep",
        collection="Col",
        shelfmark="Shelf",
        source="Src",
        history=("Hist",),
        editorial=("Ed",),
        date="1962-11-21",
        language="fr",
        sent=CorrespondenceAction(names=("S",), place="Washington", date="1962-11-21"),
        received=CorrespondenceAction(names=("U",)),
        classification="Confidential",
        keywords=("K",),
        changes=(Change(date="2001-01-01", note="Ch"),),
    )
    root = parsed(FULL, sidecar=Sidecar(header=said), edition=Edition(publisher="no", editors=("no",), licence="no"))
    assert found(root, "//t:titleStmt/*[not(*)] | //t:titleStmt/t:respStmt/*") == ["T", "A", "E", "Typed by", "R"]
    assert found(root, "//t:publicationStmt/*[not(*)]") == ["P", "a", "N", "2026-01-01"]
    assert found(root, "//t:licence") == ["free words"]
    assert found(root, "//t:msIdentifier/*[not(*)]") == ["Rep", "Col", "Shelf"]
    assert found(root, "//t:adminInfo/t:recordHist/t:p | //t:adminInfo/t:note") == ["Hist", "Src"]
    assert found(root, "//t:editorialDecl/t:p") == ["Ed"]
    assert found(root, "//t:creation/t:date/@when") == ["1962-11-21"]
    assert found(root, "//t:language/@ident") == ["fr"]
    assert found(root, "//t:correspAction[1]/*") == ["S", "Washington", "1962-11-21"]
    assert found(root, "//t:correspAction[2]/*[1]") == ["U"]
    assert found(root, "//t:catRef/@target") == ["#class-confidential"]
    assert found(root, "//t:keywords/t:term") == ["K"]
    assert found(root, "//t:change")[1:] == ["Ch"]


def test_without_facts_the_header_still_holds_what_tei_wants() -> None:
    root = parsed(Facts())
    assert found(root, "//t:titleStmt/t:title") == ["a"]
    assert found(root, "//t:publicationStmt/t:publisher") == ["Unpublished"]
    assert found(root, "//t:availability/@status") == ["unknown"]
    assert found(root, "//t:sourceDesc/t:bibl/t:title") == ["a"]
    assert found(root, "//t:correspDesc | //t:textClass | //t:creation | //t:classDecl | //t:xenoData") == []


def test_the_edition_completes() -> None:
    edition = Edition(
        title="The whole", publisher="House", licence="https://example.org/l", editors=("One", "Two"), date="2026-11-24"
    )
    root = parsed(Facts(), edition=edition)
    assert found(root, "//t:seriesStmt/t:title") == ["The whole"]
    assert found(root, "//t:editor") == ["One", "Two"]
    assert found(root, "//t:licence/@target") == ["https://example.org/l"]
    assert found(root, "//t:publicationStmt/t:date/@when") == ["2026-11-24"]


def test_within_a_corpus_the_corpus_declares() -> None:
    written = write_header(FULL, name="a", identifier="a", application=MADE, within_corpus=True)
    assert "encodingDesc" not in written


def test_a_residue_stays_as_it_is() -> None:
    assert RESIDUE in header(FULL, residue=RESIDUE)


def test_what_xml_cannot_hold_never_reaches_it() -> None:
    root = parsed(Facts(title="a\x00b\x01c\ufffe"), edition=Edition(licence="urn:x\x01"))
    assert found(root, "//t:titleStmt/t:title") == ["a\ufffdb\ufffdc\ufffd"] or found(root, "//t:titleStmt/t:title") == [
        "a\ufffdb c\ufffd"
    ]


def test_the_day_of_an_epoch() -> None:
    assert day_of_epoch("1763942400") == "2025-11-24"
    assert day_of_epoch(None) is None
    assert day_of_epoch("now") is None


@pytest.mark.parametrize(
    ("name", "element"),
    [
        ("Ambassador in France (Caffery)", "persName"),
        ("Department of State", "orgName"),
        ("Embassy in the United Kingdom", "orgName"),
        ("Chairman of the Joint Chiefs of Staff", "persName"),
        ("Robert W. Komer", "persName"),
        ("Organization (NATO)", "orgName"),
        ("STEVENSON", "name"),
    ],
)
def test_people_and_bodies(name: str, element: str) -> None:
    assert agent_element(name) == element


def test_an_id_of_the_header_is_no_documents_id() -> None:
    assert document_id("telegram 1") == "telegram_1"
    assert document_id("teiencode") == "teiencode-1"
    assert document_id("foia") == "foia-1"


def test_every_level_has_a_category() -> None:
    assert {f"class-{level}" for level in LEVELS} == set(TAXONOMIES["classification"][1])


@pytest.mark.parametrize("profile", ["frus", "scan", "plain"])
def test_the_whole_file_has_the_header(profile: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1763942400")
    sidecar = Sidecar(header=HeaderOverrides(title="From the sidecar"))
    xml = encode("Some words of the text.", profile=profile, name="x", sidecar=sidecar).xml
    root = etree.fromstring(xml)
    assert found(root, "//t:titleStmt/t:title") == ["From the sidecar"]
    assert found(root, "//t:change[@type='encoding']/@when") == ["2025-11-24"]
    assert xml == encode("Some words of the text.", profile=profile, name="x", sidecar=sidecar).xml
    assert validate(xml) == []


words = st.text(alphabet="aB1 &<>\"'\x00\n\t–é😀]", min_size=1, max_size=12).filter(str.strip)
some = st.one_of(st.none(), words)
datings = st.sampled_from(
    [
        Dating(),
        Dating(when="1962-11-28"),
        Dating(when="--11-28"),
        Dating(from_="1960", to="1961"),
        Dating(not_before="1960-01-01", not_after="1960-12-31", cert="medium"),
        Dating(not_after="1950-05-05"),
    ]
)
parties = st.builds(Party, names=st.lists(words, max_size=2).map(tuple), place=some, dating=datings, date_text=some)
facts_ = st.builds(
    Facts,
    title=some,
    created=datings,
    created_text=some,
    sent=parties,
    received=parties,
    authors=st.lists(words, max_size=2).map(tuple),
    source=some,
    repository=some,
    collection=some,
    shelfmark=some,
    history=st.lists(words, max_size=2).map(tuple),
    roles=st.lists(st.builds(Role, role=words, name=words), max_size=2).map(tuple),
    classification=st.builds(
        Classification,
        levels=st.lists(st.sampled_from(sorted(LEVELS)), max_size=2, unique=True).map(tuple),
        handling=st.lists(words, max_size=2).map(tuple),
    ),
    releases=st.lists(st.builds(Release, text=words, dating=datings), max_size=2).map(tuple),
    archive_marks=st.lists(words, max_size=2).map(tuple),
    categories=st.lists(st.sampled_from(["foia-b1", "foia-b7C", "eo12356-a10", "foia-b0"]), max_size=3).map(tuple),
    language=st.sampled_from(["en", "und", "nl"]),
)


@settings(max_examples=25, deadline=None)
@given(facts_)
def test_any_facts_make_a_valid_header(facts: Facts) -> None:
    found = validate(document(header(facts, residue=RESIDUE), facts.categories))
    # Of days that contradict each other that is told: they are what the text says.
    assert [finding for finding in found if finding.code != DATE_ORDER.code] == []


@pytest.mark.skipif(shutil.which("jing") is None or not TEI_ALL.is_file(), reason="jing or the TEI schema is not here")
def test_headers_are_valid_tei(tmp_path: Path) -> None:
    """Against the whole of TEI: full, empty, and each part of the facts left out in turn."""
    variants = [FULL, Facts(), *(replace(FULL, **{name: getattr(Facts(), name)}) for name in Facts.__dataclass_fields__)]
    for number, facts in enumerate(variants):
        (tmp_path / f"{number}.xml").write_bytes(document(header(facts, residue=RESIDUE if number % 2 else "")))
    done = subprocess.run(
        ["jing", str(TEI_ALL), *map(str, sorted(tmp_path.glob("*.xml")))], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_the_source_note_keeps_the_notices_of_what_is_withheld() -> None:
    text = (
        "66. Contact Report1\n\nWe met.\n  1. Source: Central Intelligence Agency, Job 79, Box 1. Secret; "
        "[handling restriction not declassified]. Drafted by [name not declassified] and Smith.\n"
    )
    xml = encode(text, profile="frus").xml.decode()
    assert "Secret; [handling restriction not declassified]. Drafted by [name not declassified] and Smith.</note>" in xml
    assert "<p>Drafted by [name not declassified] and Smith.</p>" in xml
