"""Standard streams that are closed, full, or whose reader has gone: said in one line, and never with a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import environment

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="written in the language of a POSIX shell")
full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")

RESULTS = ("validate page.xml --format json", "decode page.xml", "explain TE101", "encode page.txt --output tei --diff", "--help")


def shell(folder: Path, command: str) -> subprocess.CompletedProcess[bytes]:
    """Run `command`, in which `$teiencode` is the command under test, beside a source and its TEI."""
    (folder / "page.txt").write_bytes(b"A line of it.\n")
    xml = b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>A line of it.</p></body></text></TEI>'
    (folder / "page.xml").write_bytes(xml)
    run = environment(teiencode=f"{sys.executable} -m teiencode")
    return subprocess.run(["/bin/sh", "-c", command], cwd=folder, capture_output=True, env=run, check=False)


@pytest.mark.parametrize("command", RESULTS)
def test_a_result_that_nobody_can_have_is_a_failure(tmp_path: Path, command: str) -> None:
    done = shell(tmp_path, f"$teiencode {command} >&-")
    assert done.returncode == 2
    assert b"standard output" in done.stderr
    assert b"Traceback" not in done.stderr and b"ignored" not in done.stderr


@full
@pytest.mark.parametrize("command", RESULTS)
def test_a_full_disk_is_a_failure(tmp_path: Path, command: str) -> None:
    done = shell(tmp_path, f"$teiencode {command} >/dev/full")
    assert done.returncode == 2
    assert done.stderr.count(b"standard output") == 1 and os.strerror(28).encode() in done.stderr
    assert b"Traceback" not in done.stderr and b"ignored" not in done.stderr


@full
@pytest.mark.parametrize("stream", ["2>&-", "2>/dev/full"])
def test_without_standard_error_the_work_is_done_and_its_status_told(tmp_path: Path, stream: str) -> None:
    done = shell(tmp_path, f"$teiencode encode page.txt --output tei {stream}")
    assert done.returncode == 0
    assert (tmp_path / "tei/page.xml").is_file()
    assert shell(tmp_path, f"$teiencode encode missing.txt --output tei {stream}").returncode == 2


def test_without_standard_input_it_cannot_be_read(tmp_path: Path) -> None:
    done = shell(tmp_path, "$teiencode encode - --output tei <&-")
    assert done.returncode == 2
    assert done.stderr.startswith(b"stdin: error TE912 cannot be read")
