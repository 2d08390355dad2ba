"""Inputs that are collected, outputs that are whole or not there, and what killed runs leave."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from command_line import Command, environment, names, process

from teiencode.decode import decode
from teiencode.files import (
    MISSING,
    NO_FOLDER,
    SAME_NAME,
    TEI_SUFFIXES,
    TEXT_SUFFIXES,
    Input,
    collect,
    make_folder,
    sweep,
    write,
    write_changed,
)
from teiencode.tei.document import was_changed


def dead_process() -> int:
    """The number of a process that has ended."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    return ended.pid


def test_inputs_come_in_the_order_of_the_arguments(tmp_path: Path) -> None:
    for name in ("z.txt", "folder/b.txt", "folder/a.md", "folder/sub/c.txt", "folder/d.xml"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    inputs, failures = collect([str(tmp_path / "z.txt"), "-", str(tmp_path / "folder")], TEXT_SUFFIXES)
    assert [each.name for each in inputs] == ["z", "stdin", "a", "b", "c"]
    assert failures == []
    inputs, failures = collect([str(tmp_path / "folder")], TEI_SUFFIXES)
    assert [each.label for each in inputs] == [str(tmp_path / "folder" / "d.xml")]


def test_names_are_cut_at_the_last_ending_only(tmp_path: Path) -> None:
    for name in ("v10.12.txt", "plain"):
        (tmp_path / name).touch()
    inputs, _ = collect([str(tmp_path / "v10.12.txt"), str(tmp_path / "plain")], TEXT_SUFFIXES)
    assert [each.name for each in inputs] == ["v10.12", "plain"]


def test_same_names_matter_only_where_they_would_meet(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "one.xml").touch()
    folders = [str(tmp_path / "a"), str(tmp_path / "b")]
    inputs, failures = collect(folders, TEI_SUFFIXES)
    assert (inputs, [each.code for each in failures]) == ([], [SAME_NAME.code])
    inputs, failures = collect(folders, TEI_SUFFIXES, unique_names=False)
    assert (len(inputs), failures) == (2, [])


def test_names_that_only_unicode_tells_apart_are_one(tmp_path: Path) -> None:
    for folder, name in (("a", "caf\u00e9.txt"), ("b", "cafe\u0301.txt")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).touch()
    _, failures = collect([str(tmp_path / "a"), str(tmp_path / "b")], TEXT_SUFFIXES)
    assert [each.code for each in failures] == [SAME_NAME.code]


def test_a_dangling_link_is_missing(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "none.txt")
    _, failures = collect([str(tmp_path / "link.txt")], TEXT_SUFFIXES)
    assert [each.code for each in failures] == [MISSING.code]


def test_the_sidecar_stands_beside_the_text_and_is_no_project_file(tmp_path: Path) -> None:
    assert Input("letter", tmp_path / "letter.txt").sidecar == tmp_path / "letter.toml"
    assert Input("teiencode", tmp_path / "teiencode.txt").sidecar is None
    assert Input("stdin").sidecar is None


def test_a_folder_is_made_or_refused(tmp_path: Path) -> None:
    assert make_folder(tmp_path / "deep" / "er") is None
    assert (tmp_path / "deep" / "er").is_dir()
    (tmp_path / "file").touch()
    for wrong in (tmp_path / "file", tmp_path / "file" / "below"):
        failure = make_folder(wrong)
        assert failure is not None
        assert (failure.code, failure.file) == (NO_FOLDER.code, str(wrong))


def test_writing_replaces_and_leaves_nothing_beside(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 250 + ".xml")
    write(path, b"one\r\n")
    write(path, b"two\n")
    assert path.read_bytes() == b"two\n"
    assert names(tmp_path) == [path.name]


def test_a_write_that_fails_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "file"
    write(path, b"old")
    monkeypatch.setattr("teiencode.files.os.replace", full)
    with pytest.raises(OSError, match="No space"):
        write(path, b"new")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["file"]


def test_what_has_not_changed_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "file"
    assert write_changed(path, b"text")
    os.utime(path, (1, 1))
    assert not write_changed(path, b"text")
    assert path.stat().st_mtime == 1
    assert write_changed(path, b"other")


def test_the_sweep_takes_what_dead_runs_left_and_nothing_else(tmp_path: Path) -> None:
    left = tmp_path / f".a.xml.{dead_process()}.teiencode-tmp"
    living = tmp_path / f".a.xml.{os.getppid()}.teiencode-tmp"
    old = tmp_path / f".b.xml.{os.getppid()}.teiencode-tmp"
    others = [tmp_path / name for name in ("a.xml", ".hidden", "a.teiencode-tmp", ".a.xml.x1.teiencode-tmp")]
    for path in (left, living, old, *others):
        path.touch()
    two_hours_ago = time.time() - 7200
    os.utime(old, (two_hours_ago, two_hours_ago))
    sweep(tmp_path)
    assert names(tmp_path) == sorted(path.name for path in (living, *others))
    sweep(tmp_path / "not there")


def test_the_next_run_sweeps(teiencode: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Some text.\n")
    (tmp_path / "tei").mkdir()
    (tmp_path / "tei" / f".a.xml.{dead_process()}.teiencode-tmp").write_bytes(b"<TEI")
    assert teiencode("encode", "a.txt", "--output", "tei").status == 0
    assert names(tmp_path / "tei") == ["a.xml"]


LIMITED = """
import resource, signal
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))
signal.signal(signal.SIGXFSZ, signal.{action})
from teiencode.cli import main
main()
"""
"""The command, stopped in the middle of the first file that grows beyond 5,000 bytes: by an error, or by its death."""


@pytest.mark.skipif(sys.platform == "win32", reason="no limits on a file's size")
@pytest.mark.parametrize(("action", "status"), [("SIG_IGN", 2), ("SIG_DFL", -25)])
def test_a_run_that_ends_in_the_middle_of_a_file(tmp_path: Path, action: str, status: int) -> None:
    (tmp_path / "a.txt").write_bytes(b"Short.\n")
    assert process("encode", "a.txt", "--output", "tei", cwd=tmp_path).returncode == 0
    before = (tmp_path / "tei/a.xml").read_bytes()
    (tmp_path / "a.txt").write_bytes(b"A long text. " * 1000)
    ended = subprocess.run(
        [sys.executable, "-c", LIMITED.format(action=action), "encode", "a.txt", "--output", "tei"],
        cwd=tmp_path,
        env=environment(PYTHONDONTWRITEBYTECODE="1"),
        capture_output=True,
        check=False,
    )
    assert ended.returncode == status, ended.stderr
    assert (tmp_path / "tei/a.xml").read_bytes() == before
    if action == "SIG_IGN":
        assert ended.stderr.startswith(b"tei/a.xml: error TE916 cannot be written: ")
        assert names(tmp_path / "tei") == ["a.xml"]
    else:
        assert len(names(tmp_path / "tei")) == 2
    assert process("encode", "a.txt", "--output", "tei", cwd=tmp_path).returncode == 0
    assert names(tmp_path / "tei") == ["a.xml"]
    assert decode(tmp_path / "tei/a.xml").data == b"A long text. " * 1000


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_run_killed_at_any_moment_leaves_no_half_of_a_file(tmp_path: Path, jobs: str) -> None:
    count = 120
    sources = tmp_path / "in"
    sources.mkdir()
    for number in range(count):
        (sources / f"text{number:03}.txt").write_text(f"Text {number}.\n\n" + "A sentence of it. " * 400)
    command = [sys.executable, "-m", "teiencode", "encode", "in", "--output", "tei", "--jobs", jobs]
    begun = time.monotonic()
    process(*command[3:], cwd=tmp_path)
    whole = time.monotonic() - begun
    versions = {(sources / path.name).read_bytes() for path in sources.iterdir()}
    cut_short = 0
    for round_ in range(6):
        # Every round has other texts, so that files are replaced, and not only made.
        for path in sources.iterdir():
            path.write_bytes(path.read_bytes() + b"More. ")
        versions |= {path.read_bytes() for path in sources.iterdir()}
        program = subprocess.Popen(command, cwd=tmp_path, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(whole * (0.3 + 0.1 * round_))
        program.kill()
        cut_short += program.wait() != 0
        for path in (tmp_path / "tei").glob("*.xml"):
            tei = path.read_bytes()
            assert not was_changed(tei), path
            assert decode(tei).data in versions
    assert cut_short, "every round was done before it was killed"
    done = process("encode", "in", "--output", "tei", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    deadline = time.monotonic() + 10
    while len(names(tmp_path / "tei")) > count and time.monotonic() < deadline:
        time.sleep(0.2)  # a worker of the last round may still be on its way out
        process("encode", "in", "--output", "tei", cwd=tmp_path)
    assert len(names(tmp_path / "tei")) == count
    for path in sources.iterdir():
        assert decode(tmp_path / "tei" / f"{path.stem}.xml").data == path.read_bytes()
