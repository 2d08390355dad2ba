"""Several documents in one file: where each begins, and that no character is lost however the file is split."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections import defaultdict
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from lxml import etree
from strategies import texts

from teiencode import decode, encode, encode_all, validate
from teiencode.encode import Encoded
from teiencode.joining import JoinError, join
from teiencode.profile import load_profile
from teiencode.sidecar import HeaderOverrides, Sidecar
from teiencode.source import SourceError
from teiencode.split import divide, several_documents

BENCH = Path(os.environ.get("TEIENCODE_BENCH", Path(__file__).parents[2] / "shared" / "bench"))
TEI_ALL = BENCH.parent / "tei" / "tei_all.rng"
JING = shutil.which("jing")
SETTINGS = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
ID = "{http://www.w3.org/XML/1998/namespace}id"
FRUS = load_profile("frus")

TELEGRAM = (
    "127. Telegram From the Embassy in Norway to the Department of State1\n\nOslo, May 3, 1961, 4 p.m.\n\n"
    "512. The Minister agreed.2 He asked for time.\n\n1. Fish. Quotas stay.\n\n2. Ships. None was named.\n\nWillis\n"
    "  1. Source: Department of State, Central Files, 657.00/5–361. Confidential.\n  2. Not found."
)
NOTE = "128. Editorial Note\n\nOn May 4 the two ministers met again. The talks came to nothing."
MEMORANDUM = (
    "[Page 301]\n\n129. Memorandum of Conversation1\n\nWashington, May 5, 1961.\n\nSUBJECT\n\n  * Fisheries\n\n"
    "The Secretary spoke first.\n\n[Attachment]\n\nMemorandum From Mr. Holt to the Secretary of State\n\n"
    "Washington, May 1, 1961.\n\nThe quotas are too low.\n  1. Source: Kennedy Library. Secret."
)
CHAPTER = "Fisheries in the North\n\nMay–June 1961\n\n" + "\n\n".join((TELEGRAM, NOTE, MEMORANDUM))

OLDER = "\n\n".join((
    "857.628/3–1648: Telegram\n\nThe Ambassador in Norway (Hale) to the Secretary of State\n\nOslo, March 16, 1948—noon.\n\n"
    "secret\n\n531. The Minister left1 today.\n\nHale\n  1. For Stockholm.",
    "857.628/3–1848\n\nMemorandum of Conversation, by the Chief of the Division of Northern Affairs (Hill)\n\n"
    "[Washington,] March 18, 1948.\n\nThe Minister called. He had no news.",
    "IO Files\n\nThe Secretary of State to the Embassy in Norway\n\nWashington, March 19, 1948—7 p. m.\n\nus urgent\n\n"
    "212. Please report.\n\nMarshall",
))  # fmt: skip


def begins(text: str) -> list[str]:
    """The first words of each part of a text, and its identifier."""
    return [f"{part.identifier}: {text[part.start : part.end].split(maxsplit=1)[0]}" for part in divide(text, FRUS).parts]


def codes(encoded: list[Encoded]) -> list[str]:
    return [each.code for one in encoded for each in one.diagnostics if each.code.startswith("TE11")]


def ids(xml: bytes) -> list[str]:
    return [str(each.get(ID)) for each in etree.fromstring(xml).iter() if each.get(ID)]


# ---- where documents begin


def test_documents_begin_at_their_numbers_and_the_chapter_keeps_its_title() -> None:
    assert begins(CHAPTER) == ["chapter: Fisheries", "d127: 127.", "d128: 128.", "d129: [Page"]
    assert codes(encode_all(CHAPTER, profile="frus", name="north")) == ["TE114"]


def test_older_documents_begin_at_the_number_of_the_archive() -> None:
    assert begins(OLDER) == ["doc1: 857.628/3–1648:", "doc2: 857.628/3–1848", "doc3: IO"]


def test_a_title_between_two_documents_is_a_part_of_its_own() -> None:
    text = f"{TELEGRAM}\n\nTHE SECOND ROUND\n\nJune 1961\n\n{MEMORANDUM.replace('129', '128')}"
    assert begins(text) == ["d127: 127.", "chapter: THE", "d128: [Page"]


@pytest.mark.parametrize(
    "text",
    [
        TELEGRAM,
        NOTE,
        MEMORANDUM,
        "",
        "127. Report\n\n1. Memorandum of Understanding\n\nText.\n\n2. Letter of Intent\n\nText.\n  1. Source: A.",
        "A plain text.\n\n1. Letter\n\n2. Telegram\n",
    ],
)
def test_a_file_of_one_document_is_encoded_as_ever(text: str) -> None:
    for split in ("no", "files", "corpus"):
        assert [each.xml for each in encode_all(text, split=split, profile="frus", name="a")] == [
            encode(text, profile="frus", name="a").xml
        ]
    assert several_documents(text, FRUS) == ()


def test_other_profiles_know_no_documents() -> None:
    for profile in ("scan", "plain"):
        assert [each.name for each in encode_all(CHAPTER, profile=profile, name="a")] == ["a"]


def test_notes_of_two_documents_in_a_text_that_is_not_split_are_told() -> None:
    (told,) = [each for each in encode(CHAPTER, profile="frus").diagnostics if each.code == "TE110"]
    assert "3 documents" in told.message


def test_a_break_in_the_numbering_is_told_where_it_is() -> None:
    text = f"{TELEGRAM}\n\n{MEMORANDUM}"
    (told,) = [each for each in encode_all(text, profile="frus")[0].diagnostics if each.code == "TE111"]
    assert told.span is not None
    assert text[slice(*told.span)] == "129. Memorandum of Conversation1"
    assert told.message == "document 129 follows document 127"


def test_of_a_selection_the_breaks_are_told_once() -> None:
    numbers = (127, 130, 140, 142, 160)
    text = "\n\n".join(MEMORANDUM.replace("129. ", f"{number}. ") for number in numbers)
    told = [each.message for each in encode_all(text, profile="frus")[0].diagnostics if each.code == "TE111"]
    assert told == ["4 times numbers are passed over between document 127 and document 160"]


def test_a_number_that_falls_back_is_told_in_a_selection_too() -> None:
    numbers = (127, 130, 140, 142, 160, 12)
    text = "\n\n".join(MEMORANDUM.replace("129. ", f"{number}. ") for number in numbers)
    told = [each.message for each in encode_all(text, profile="frus")[0].diagnostics if each.code == "TE111"]
    assert "document 12 follows document 160" in told
    assert len(told) == 2


def test_a_number_in_a_block_of_its_own_begins_a_document() -> None:
    head = "\n\n611.00/1–152: Telegram\n\nThe Ambassador in France to the Department of State\n\nWe met.1\n  1. Not printed.\n"
    parts = encode_all(f"No. 12{head}\nNo. 13{head}", profile="frus", split="files")
    assert [part.name for part in parts] == ["text-d12", "text-d13"]


def test_a_number_with_a_letter_is_no_break() -> None:
    text = "\n\n".join((TELEGRAM, MEMORANDUM.replace("129", "127a"), TELEGRAM.replace("127", "128")))
    assert begins(text) == ["d127: 127.", "d127a: [Page", "d128: 128."]
    assert codes(encode_all(text, profile="frus")) == []


def test_a_start_that_is_no_more_than_likely_is_told() -> None:
    text = f"{OLDER}\n\nMemorandum by the Chief of the Division (Hill)\n\nOslo, May 2, 1948.\n\nThe Minister called again."
    told = [each for each in encode_all(text, profile="frus")[0].diagnostics if each.code == "TE112"]
    assert [text[slice(*each.span)] for each in told if each.span] == ["Memorandum by the Chief of the Division (Hill)"]


def test_text_after_notes_that_begins_no_document_is_told() -> None:
    text = f"{TELEGRAM}\n\nthis goes on, without a heading, and is no document that anybody knows of.\n\n{NOTE}"
    told = [each for each in encode_all(text, profile="frus")[0].diagnostics if each.code == "TE113"]
    assert len(told) == 1


def test_the_best_chain_passes_over_numbered_headings() -> None:
    inside = TELEGRAM.replace("127. Telegram", "1. Telegram").replace("1. Fish.", "2. Report on Fish\n\nText.")
    text = f"{inside}\n\n{MEMORANDUM.replace('129.', '2.')}\n\n{TELEGRAM.replace('127.', '3.')}"
    assert begins(text) == ["d1: 1.", "d2: [Page", "d3: 3."]


def test_a_file_twice_as_long_has_twice_the_documents() -> None:
    text = "\n\n".join(TELEGRAM.replace("127.", f"{number}.") for number in range(1, 1501))
    assert [part.number for part in divide(text, FRUS).parts] == [str(number) for number in range(1, 1501)]


# ---- ids, header


def test_names_and_ids_do_not_clash() -> None:
    text = "\n\n".join((TELEGRAM, MEMORANDUM, TELEGRAM, MEMORANDUM))
    files = encode_all(text, profile="frus", name="x")
    assert [each.name for each in files] == ["x-d127", "x-d129", "x-d127-1", "x-d129-1"]
    (corpus,) = encode_all(text, split="corpus", profile="frus", name="x")
    found = ids(corpus.xml)
    assert len(found) == len(set(found))
    assert {"d127", "d127fn1", "d127-1", "d127-1fn1", "d129-pg_301", "d129-1-pg_301", "x", "x-d127-1"} <= set(found)


def test_a_corpus_declares_once_what_its_documents_use() -> None:
    (corpus,) = encode_all(CHAPTER, split="corpus", profile="frus", name="north")
    root = etree.fromstring(corpus.xml)
    assert corpus.name == "north"
    assert root.get(ID) == "north"
    assert [each.get(ID) for each in root.iterfind("{*}TEI")] == ["north-chapter", "north-d127", "north-d128", "north-d129"]
    for once in ("appInfo", "classDecl", "editorialDecl"):
        assert len(root.findall(f".//{{*}}{once}")) == 1, once
    assert root.findtext("{*}teiHeader/{*}fileDesc/{*}titleStmt/{*}title") == "Fisheries in the North"
    assert {"class-confidential", "class-secret"} <= set(ids(corpus.xml))
    assert root.findall(".//{*}xenoData") == []
    assert [each.get("type") for each in root.iterfind("{*}TEI/{*}text/{*}body/{*}div")] == ["chapter", *["document"] * 3]


def test_each_file_says_which_part_it_is() -> None:
    files = encode_all(CHAPTER, profile="frus", name="north")
    portions = [decode(each.xml).portion for each in files]
    assert [portion and (portion.number, portion.count, portion.whole) for portion in portions] == [
        (number, 4, "north") for number in (1, 2, 3, 4)
    ]
    assert {portion.sha256 for portion in portions if portion} == {sha256(CHAPTER.encode()).hexdigest()}
    assert all(b"xenoData" not in each.xml for each in files)
    assert decode(encode(TELEGRAM).xml).portion is None


def test_a_part_has_a_sidecar_of_its_own_and_shares_what_is_common() -> None:
    whole = Sidecar(header=HeaderOverrides(title="The chapter", editors=("A. Editor",)))
    own = {"north-d128": Sidecar(header=HeaderOverrides(title="A note"))}
    titles = {
        each.name: etree.fromstring(each.xml).findtext(".//{*}titleStmt/{*}title")
        for each in encode_all(CHAPTER, profile="frus", name="north", sidecar=whole, sidecar_of=own.get)
    }
    assert titles["north-d128"] == "A note"
    assert "The chapter" not in titles.values()
    (corpus,) = encode_all(CHAPTER, split="corpus", profile="frus", name="north", sidecar=whole, sidecar_of=own.get)
    assert [each.text for each in etree.fromstring(corpus.xml).iterfind(".//{*}titleStmt/{*}title")][::3] == [
        "The chapter",
        "A note",
    ]


# ---- there and back


BETWEEN = ["\n\n", "\n\n", "\n\n", "\n", "\r\n\r\n", "\n\n\n", " \n\n", "\n\n\ufeff"]
OTHERS = [*OLDER.split("\n\n857"), "A Title", "  1. Source: x", "127. Letter From A to B", "1. Letter1\n\n2. Telegram1"]


def _numbered(pieces: list[tuple[str, str]]) -> str:
    """A chapter of these documents, each with what stands after it, numbered on."""
    return "".join(re.sub(r"12[789]\.", f"{number}.", text) + after for number, (text, after) in enumerate(pieces, 127))


documents = st.lists(st.tuples(st.sampled_from([TELEGRAM, NOTE, MEMORANDUM]), st.sampled_from(BETWEEN)), min_size=1, max_size=4)
others = st.lists(st.tuples(st.one_of(st.sampled_from(OTHERS), texts), st.sampled_from(BETWEEN)), max_size=2)
chapters = st.tuples(others, documents, others).map(lambda parts: _numbered([piece for part in parts for piece in part]))


@SETTINGS
@given(chapters)
@example(CHAPTER)
@example("\ufeff" + CHAPTER.replace("\n", "\r\n"))
def test_the_parts_joined_are_the_file(text: str) -> None:
    files = encode_all(text, profile="frus", name="x")
    decoded = [decode(each.xml) for each in files]
    assert b"".join(each.data for each in decoded) == text.encode()
    assert not any(each.edited for each in decoded)
    if len(files) > 1:
        assert join(reversed(decoded)) == text.encode()


@SETTINGS
@given(chapters)
@example(CHAPTER)
@example("\ufeff" + CHAPTER.replace("\n", "\r\n"))
def test_a_corpus_decodes_to_the_file(text: str) -> None:
    (corpus,) = encode_all(text, split="corpus", profile="frus", name="x")
    decoded = decode(corpus.xml)
    assert decoded.data == text.encode()
    assert not decoded.edited


def test_made_chapters_do_hold_several_documents() -> None:
    several = total = 0

    @settings(SETTINGS, max_examples=100, derandomize=True, database=None)
    @given(chapters)
    def count(text: str) -> None:
        nonlocal several, total
        total += 1
        several += len(divide(text, FRUS).parts) > 1

    count()
    assert several > total / 3


@settings(SETTINGS, max_examples=80)
@given(chapters)
@example(CHAPTER)
@example(OLDER)
def test_corpus_and_files_are_valid(text: str) -> None:
    for each in (*encode_all(text, profile="frus", name="x"), *encode_all(text, split="corpus", profile="frus", name="x")):
        faults = [f for f in validate(each.xml, select=("wellformed", "relaxng", "ids")) if f.severity == "error"]
        assert faults == []


def test_a_chapter_has_no_findings_but_the_licence() -> None:
    for split in ("files", "corpus"):
        for each in encode_all(CHAPTER, split=split, profile="frus", name="north"):
            assert validate(each.xml) == []


@SETTINGS
@given(chapters)
@example(CHAPTER)
def test_spans_of_diagnostics_are_of_the_whole_text(text: str) -> None:
    assume("\r" not in text and not text.startswith("\ufeff"))
    for one in encode_all(text, profile="frus", name="x"):
        for each in one.diagnostics:
            if each.code == "TE201" and each.span:
                assert re.match(r"\S+\.? ", text[each.span[0] :])
            elif each.span:
                assert 0 <= each.span[0] <= each.span[1] <= len(text)


def test_offsets_of_a_corpus_count_the_whole_file() -> None:
    for text in (CHAPTER, "\ufeff" + CHAPTER.replace("\n", "\r\n")):
        (corpus,) = encode_all(text, split="corpus", profile="frus", name="north")
        offsets = decode(corpus.xml).offsets
        start, end = offsets["/teiCorpus/TEI[3]/text/body/div/head"]
        assert text[start:end] == "128. Editorial Note"
        spans = [offsets[f"/teiCorpus/TEI[{number}]/text"] for number in (1, 2, 3, 4)]
        assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_an_edit_in_one_document_of_a_corpus_leaves_the_others() -> None:
    text = CHAPTER.replace("came to nothing.", "came to nothing. ").replace("Oslo, May", "Oslo,  May") + "\n\n\n"
    (corpus,) = encode_all(text, split="corpus", profile="frus", name="north")
    assert decode(corpus.xml).data == text.encode()
    decoded = decode(corpus.xml.replace(b"The talks", b"These talks"))
    assert decoded.edited
    assert decoded.data == text.replace("The talks", "These talks").encode()


def test_what_cannot_be_cut_is_refused() -> None:
    assert b"".join(
        decode(each.xml).data for each in encode_all(CHAPTER.encode("cp1252"), encoding="cp1252", profile="frus")
    ) == CHAPTER.encode("cp1252")
    with pytest.raises(SourceError, match="UTF-8"):
        encode_all(CHAPTER.encode("utf-16"), encoding="utf-16", profile="frus")


def test_parts_of_which_some_are_missing_make_no_file() -> None:
    decoded = [decode(each.xml) for each in encode_all(CHAPTER, profile="frus", name="north")]
    other = [decode(each.xml) for each in encode_all(CHAPTER + "\n", profile="frus", name="north")]
    for parts, words in (
        (decoded[:2], "missing: 3, 4"),
        ([*decoded, decoded[0]], "twice"),
        ([*decoded[:3], other[3]], "different"),
        ([decode(encode(NOTE).xml)], "no part"),
        ([], "no parts"),
    ):
        with pytest.raises(JoinError, match=words):
            join(parts)


# ---- chapters made of real documents


def real_chapters() -> dict[str, str]:
    """A file for each volume of the bench: its documents in order, numbered on where they have numbers."""
    volumes: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for path in (BENCH / "frus").glob("*.txt"):
        volume, _, number = path.stem.rpartition("-d")
        volumes[volume].append((int(re.sub(r"\D", "", number)), path.read_bytes().decode()))
    return {volume: "\n\n".join(text for _, text in sorted(documents)) for volume, documents in sorted(volumes.items())}


@pytest.mark.skipif(not (BENCH / "frus").is_dir(), reason="needs the bench (TEIENCODE_BENCH)")
def test_documents_of_the_bench_are_found_and_come_back() -> None:
    right = found = wanted = 0
    for text in real_chapters().values():
        numbers = [part.start for part in divide(text, FRUS).parts if part.kind == "document"]
        expected = _starts(text)
        right += len(set(numbers) & expected)
        found += len(numbers)
        wanted += len(expected)
    assert right >= 0.985 * wanted
    assert right >= 0.985 * found


def _starts(text: str) -> set[int]:
    """Where the documents of the bench stand in a chapter that was made of them."""
    starts, at = set(), 0
    documents = {path.read_bytes().decode() for path in (BENCH / "frus").glob("*.txt")}
    while at < len(text):
        document = next(each for each in documents if text.startswith(each, at) and _ends(text, at + len(each)))
        starts.add(at)
        at += len(document) + 2
    return starts


def _ends(text: str, at: int) -> bool:
    return at == len(text) or text.startswith("\n\n", at)


@pytest.mark.skipif(JING is None or not TEI_ALL.is_file(), reason="needs jing and the bench (TEIENCODE_BENCH)")
def test_real_chapters_come_back_and_are_valid_tei(tmp_path: Path) -> None:
    assert JING is not None
    for name, text in list(real_chapters().items())[::5]:
        (corpus,) = encode_all(text, split="corpus", profile="frus", name=name)
        assert decode(corpus.xml).data == text.encode()
        assert b"xenoData" not in corpus.xml
        (tmp_path / f"{name}.xml").write_bytes(corpus.xml)
        assert [f for f in validate(corpus.xml) if f.severity == "error"] == []
    files = sorted(map(str, tmp_path.glob("*.xml")))
    run = subprocess.run([JING, str(TEI_ALL), *files], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (0, "")
