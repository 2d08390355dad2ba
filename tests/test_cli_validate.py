"""`teiencode validate`: findings on standard output, in text and in JSON."""

import json
import os
import re
import signal
import sys
from pathlib import Path

import pytest
from command_line import Command, process

from teiencode.files import Input
from teiencode.findings import Wanted, find_many

WHOLE = Path(__file__).parents[1] / "seeds" / "frus1977-80v23-d127.txt"


@pytest.fixture
def tei(tmp_path: Path, teiencode: Command) -> Path:
    (tmp_path / "letter.txt").write_bytes(WHOLE.read_bytes())
    assert teiencode("encode", "letter.txt", "--output", "tei").status == 0
    return tmp_path / "tei" / "letter.xml"


def break_(tei: Path) -> None:
    """Put an element where it does not belong."""
    tei.write_bytes(tei.read_bytes().replace(b"<body>", b"<body><spam/>", 1))


def test_a_valid_file(teiencode: Command, tei: Path) -> None:
    done = teiencode("validate", "tei/letter.xml", "--select", "relaxng")
    assert (done.status, done.out, done.err) == (0, "", "1 file validated, 0 findings\n")


def test_findings_go_to_standard_output_in_their_places(teiencode: Command, tei: Path) -> None:
    break_(tei)
    done = teiencode("validate", "tei", "--select", "relaxng")
    assert done.status == 1
    assert "1 file validated, " in done.err
    line = next(number for number, line in enumerate(tei.read_text().splitlines(), 1) if "<spam/>" in line)
    assert done.out.startswith(f"{Path('tei/letter.xml')}:{line}:")
    assert " error TE81" in done.out
    assert "^" in done.out.splitlines()[2]


def test_json_is_one_list(teiencode: Command, tei: Path) -> None:
    assert json.loads(teiencode("validate", "tei", "--select", "relaxng", "--format", "json").out) == []
    break_(tei)
    done = teiencode("validate", "tei", "--select", "relaxng", "--format", "json")
    assert done.err == ""
    findings = json.loads(done.out)
    assert {each["group"] for each in findings} == {"relaxng"}
    assert set(findings[0]) == {
        *("file", "line", "column", "end_line", "end_column", "code", "group"),
        *("severity", "message", "path", "suggestions", "source"),
    }


def test_what_is_ignored_is_not_found(teiencode: Command, tei: Path, tmp_path: Path) -> None:
    break_(tei)
    groups = "relaxng,schematron,ids,pointers,notes,pages,tables,dates,header"
    done = teiencode("validate", "tei", "--ignore", groups)
    assert (done.status, done.out) == (0, "")
    (tmp_path / "teiencode.toml").write_text('[validate]\nignore = ["relaxng"]\n')
    assert teiencode("validate", "tei", "--select", "relaxng").status == 0


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_group_is_an_error(teiencode: Command, tei: Path, option: str) -> None:
    done = teiencode("validate", "tei", option, "relaxg")
    assert done.status == 2
    assert 'did you mean "relaxng"?' in done.err


@pytest.mark.parametrize("content", [b"<TEI", b"\x00\xff\xfe", b""])
def test_a_file_that_is_no_xml_is_a_finding_and_no_failure(teiencode: Command, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bad.xml").write_bytes(content)
    done = teiencode("validate", "bad.xml")
    assert done.status == 1
    assert re.match(r"bad\.xml(:1:1)?: error TE80", done.out)


def test_standard_input_is_called_stdin(tmp_path: Path) -> None:
    done = process("validate", "-", cwd=tmp_path, input=b"<TEI")
    assert done.returncode == 1
    assert done.stdout.startswith(b"stdin:1:")


def test_a_missing_file_stops_nothing_else(teiencode: Command, tei: Path) -> None:
    break_(tei)
    done = teiencode("validate", "none.xml", "tei", "--format", "json")
    assert done.status == 2
    assert done.err.startswith("none.xml: error TE911 ")
    assert json.loads(done.out)


def test_a_schema_that_cannot_be_used_is_told_once(teiencode: Command, tei: Path, tmp_path: Path) -> None:
    (tmp_path / "second.xml").write_bytes(tei.read_bytes())
    (tmp_path / "wrong.rng").write_text("<grammar")
    for schema in ("none.rng", "wrong.rng", "letter.txt"):
        done = teiencode("validate", "tei", "second.xml", "--schema", schema)
        assert done.status == 2
        assert done.err.startswith(f"{schema}: error TE906 ")
        assert done.err.count(" error ") == 1


def test_a_schema_of_ones_own(teiencode: Command, tei: Path, tmp_path: Path) -> None:
    (tmp_path / "own.rng").write_text('<element name="other" xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>')
    assert teiencode("validate", "tei", "--schema", "own.rng").status == 1


def test_warnings_fail_only_when_strict(teiencode: Command, tei: Path) -> None:
    quiet = ("--ignore", "relaxng,schematron,ids,pointers,notes,pages,tables,dates")
    done = teiencode("validate", "tei", *quiet)
    assert done.status == 0
    strict = teiencode("validate", "tei", *quiet, "--strict")
    assert strict.status == int(" warning " in done.out)


def test_two_files_of_one_name_are_both_validated(teiencode: Command, tei: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.xml").write_bytes(tei.read_bytes())
    done = teiencode("validate", "letter.xml", "tei", "--select", "relaxng")
    assert (done.status, done.err) == (0, "2 files validated, 0 findings\n")


def test_several_processes_say_what_one_says_in_its_order(teiencode: Command, tei: Path) -> None:
    """A file that is fine, some that are not, one that is no XML, one that cannot be read."""
    for number in range(20):
        copy = tei.with_name(f"letter-{number:02}.xml")
        copy.write_bytes(tei.read_bytes())
        if number % 3:
            break_(copy)
    tei.with_name("letter-99.xml").write_bytes(b"<TEI>")
    tei.with_name("letter-98.xml").symlink_to("nowhere.xml")
    alone = teiencode("validate", "tei", "--format", "json", "--jobs", "1")
    several = teiencode("validate", "tei", "--format", "json", "--jobs", "2")
    assert len(json.loads(alone.out)) > 13
    assert (several.status, several.out, several.err) == (alone.status, alone.out, alone.err)
    assert alone.status == 2
    assert "letter-98.xml" in alone.err


def test_many_that_say_the_same_are_told_by_their_first_and_their_lines(teiencode: Command, tei: Path) -> None:
    tei.write_bytes(tei.read_bytes().replace(b"<p>", b"<p>\n" + b"<spam/>\n" * 40, 1))
    done = teiencode("validate", "tei", "--select", "relaxng")
    heads = [line for line in done.out.splitlines() if "<spam> is no element" in line]
    assert len(heads) == 4
    first = int(heads[0].split(":")[1])
    lines = ", ".join(str(first + number) for number in range(3, 15))
    assert heads[3].endswith(f"TE812 <spam> is no element of the schema. (37 times more, in lines {lines} …)")
    assert done.err == "1 file validated, 40 findings\n"
    assert teiencode("validate", "tei", "--select", "relaxng", "--all").out.count("<spam> is no element") == 40
    assert len(json.loads(teiencode("validate", "tei", "--select", "relaxng", "--format", "json").out)) == 40


def test_all_tells_what_follows_too(teiencode: Command, tei: Path) -> None:
    tei.write_bytes(tei.read_bytes().replace(b"<body>", b"<body>\nstray\n<hi>words</hi>\nhere\n", 1))
    lines = {each: teiencode("validate", "tei", "--select", "relaxng", *each).out.count(" error ") for each in ((), ("--all",))}
    assert lines[()] < lines["--all",]


class Deadly(Input):
    """An input at which the process that reads it is killed."""

    def read(self) -> bytes:
        os.kill(os.getpid(), signal.SIGKILL)
        return b""


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is killed there in this way")
def test_a_worker_that_is_killed_costs_its_files_and_no_other_findings(tmp_path: Path) -> None:
    inputs = []
    for number in range(6):
        file = tmp_path / f"{number}.xml"
        file.write_text("<TEI>", encoding="utf-8")
        inputs.append(Input(file.stem, file))
    inputs.append(Deadly("last", tmp_path / "last.xml"))
    outcomes = list(find_many(inputs, Wanted(), processes=2))
    assert len(outcomes) == len(inputs)
    told = [outcome for outcome in outcomes if outcome.failure is None]
    lost = [outcome.failure for outcome in outcomes if outcome.failure is not None]
    assert all(one.diagnostic.group == "wellformed" for outcome in told for one in outcome.findings)
    assert lost
    assert outcomes[-1].failure is lost[-1]
    assert {failure.message for failure in lost} == {"a worker process died"}
    assert all(failure.suggestions == ("try again with --jobs 1",) for failure in lost)


def test_that_there_may_be_more_in_files_that_are_no_xml(teiencode: Command, tei: Path) -> None:
    (tei.parent / "torn.xml").write_text("<TEI><p></TEI>", encoding="utf-8")
    assert "1 file ill-formed, of which the rest can be checked" in teiencode("validate", "tei").err
    (tei.parent / "other.xml").write_text("<TEI>a & b</TEI>", encoding="utf-8")
    assert "2 files ill-formed, of which the rest can be checked" in teiencode("validate", "tei").err


def test_a_file_that_is_too_large_for_some_checks_is_not_ill_formed(teiencode: Command, tei: Path) -> None:
    tei.write_bytes(tei.read_bytes().replace(b"<body>", b"<body><!--" + b"x" * 1_100_000 + b"-->", 1))
    done = teiencode("validate", "tei", "--max-tree", "1")
    assert "TE806" in done.out
    assert "ill-formed" not in done.err
