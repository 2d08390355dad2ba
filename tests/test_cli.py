"""What all commands share: help, version, exit statuses, streams."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import Command, environment, names, process

import teiencode
from teiencode import __version__
from teiencode.cli import COMMANDS
from teiencode.codes import MODULES, all_codes


def test_version(teiencode: Command) -> None:
    done = teiencode("--version")
    assert (done.status, done.out, done.err) == (0, f"teiencode {__version__}\n", "")


@pytest.mark.parametrize("name", COMMANDS)
def test_what_every_command_takes(teiencode: Command, name: str) -> None:
    assert teiencode(name, "--version").out == f"teiencode {__version__}\n"
    done = teiencode(name, "--config", "none.toml", "--quiet", "--help")
    assert (done.status, done.err) == (0, "")


def test_what_stands_before_the_command_counts(teiencode: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Some text.\n")
    done = teiencode("--quiet", "encode", "a.txt", "--output", "tei")
    assert (done.status, done.err) == (0, "")
    done = teiencode("--config", "none.toml", "encode", "a.txt", "--output", "tei")
    assert done.status == 2
    assert done.err.startswith("none.toml: error TE904 ")


def test_help_names_every_command(teiencode: Command) -> None:
    done = teiencode("--help")
    assert done.status == 0
    assert all(f"\n  {name} " in done.out for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help_with_two_examples(teiencode: Command, name: str) -> None:
    done = teiencode(name, "--help")
    assert done.status == 0
    examples = done.out[done.out.index("Examples:") :].splitlines()[1:]
    assert len(examples) == 2
    assert all(line.startswith("  teiencode ") for line in map(str.rstrip, (line[2:] for line in examples)))


def test_a_misspelt_command_names_the_nearest(teiencode: Command) -> None:
    done = teiencode("encod")
    assert done.status == 2
    assert 'did you mean "encode"?' in done.err
    assert "there are: encode, decode" in teiencode("xyz").err


@pytest.mark.parametrize("arguments", [["encode"], ["encode", "a.txt", "--nonsense"], ["encode", "a", "--profile", "fruz"]])
def test_wrong_arguments(teiencode: Command, arguments: list[str]) -> None:
    done = teiencode(*arguments)
    assert done.status == 2
    assert done.out == ""
    assert "Error:" in done.err


def test_profiles_are_listed_with_a_line_each(teiencode: Command) -> None:
    lines = teiencode("profiles").out.splitlines()
    assert [line.split()[0] for line in lines] == ["auto", "frus", "scan", "plain"]
    assert all(len(line.split()) > 4 for line in lines)


def test_explain_by_code_and_by_name(teiencode: Command) -> None:
    done = teiencode("explain", "te911")
    assert done.status == 0
    assert done.out.startswith("TE911 missing-input (error, group files)\n\nA file or folder")
    assert "\nCure: " in done.out
    assert teiencode("explain", "missing-input").out == done.out


def test_explain_of_an_unknown_code_names_the_nearest(teiencode: Command) -> None:
    done = teiencode("explain", "TE9111")
    assert done.status == 2
    assert "did you mean TE911?" in done.err


def test_explain_without_a_code_lists_all(teiencode: Command) -> None:
    lines = teiencode("explain").out.splitlines()
    assert "TE911  error   missing-input" in lines
    assert lines == sorted(lines)


def test_no_colour_in_a_pipe_and_json_is_a_list(tmp_path: Path) -> None:
    done = process("encode", "none.txt", "--output", "tei", "--format", "json", cwd=tmp_path)
    assert done.returncode == 2
    assert json.loads(done.stdout) == []
    assert b"\x1b" not in done.stderr
    assert done.stderr.decode().startswith("none.txt: error TE911 ")


def test_a_reader_that_goes_away_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Some text.\n" * 2000)
    first = process("encode", "a.txt", "--output", "tei", cwd=tmp_path)
    assert first.returncode == 0
    program = subprocess.Popen(
        [sys.executable, "-m", "teiencode", "decode", "tei/a.xml"],
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert program.stdout and program.stderr
    program.stdout.close()
    assert program.stderr.read() == b""
    assert program.wait() == 0
    program.stderr.close()


def test_an_interrupt_is_130(teiencode: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    (tmp_path / "a.txt").write_text("Some text.\n")
    monkeypatch.setattr("teiencode.batch.encode_one", interrupt)
    done = teiencode("encode", "a.txt", "--output", "tei")
    assert done.status == 130
    assert done.err.strip() == "interrupted"


@pytest.fixture
def interrupts_are_heard() -> Iterator[None]:
    """A shell that runs the tests in the background has them ignore interrupts, and so would their children."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent in another way")
@pytest.mark.usefixtures("interrupts_are_heard")
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("files", [0, 1])
def test_an_interrupt_from_the_keyboard_is_said_in_one_word(tmp_path: Path, jobs: str, files: int) -> None:
    (tmp_path / "in").mkdir()
    for number in range(400):
        (tmp_path / "in" / f"text{number:03}.txt").write_text(f"Text {number}.\n\n" + "A sentence of it. " * 400)
    program = subprocess.Popen(
        [sys.executable, "-m", "teiencode", "encode", "in", "--output", "tei", "--jobs", jobs],
        cwd=tmp_path,
        # An interrupt between the opening of a file and the start of its block is worth a warning to developers only.
        env=environment(PYTHONWARNINGS=""),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    # The folder is made when all is read and checked, just before the work begins.
    while not (tmp_path / "tei").is_dir() or len(names(tmp_path / "tei")) < files:
        assert program.poll() is None
        time.sleep(0.01)
    os.killpg(program.pid, signal.SIGINT)  # as a terminal does: to the workers too
    out, err = program.communicate(timeout=60)
    assert (program.returncode, out, err.strip()) == (130, b"", b"interrupted")
    assert not [name for name in names(tmp_path / "tei") if name.startswith(".")]


def test_every_module_with_codes_is_known_to_explain() -> None:
    package = Path(teiencode.__file__).parent
    declaring = {
        ".".join(("teiencode", *path.relative_to(package).with_suffix("").parts)).removesuffix(".__init__")
        for path in package.rglob("*.py")
        if re.search(r"^CODES\b", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert declaring == set(MODULES)


def test_no_two_codes_are_the_same() -> None:
    codes = all_codes()
    assert len({each.code for each in codes}) == len(codes)
    assert len({each.name for each in codes}) == len(codes)
    assert all(re.fullmatch(r"TE\d{3}", each.code) for each in codes)
    assert all(each.explanation.endswith(".") and each.cure for each in codes)
