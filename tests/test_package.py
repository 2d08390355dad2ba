"""The package as users get it: one version everywhere, and a wheel that holds all it needs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, unpacked: a folder to import the package from."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True, env=os.environ | {"PYTHONWARNINGS": "default"})
    (built,) = folder.glob("*.whl")
    with zipfile.ZipFile(built) as archive:
        archive.extractall(folder / "unpacked")
    return folder / "unpacked"


def run_from(folder: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    """The command, with the package taken from `folder` before any other place."""
    command = [sys.executable, "-m", "teiencode", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, env=os.environ | {"PYTHONPATH": str(folder)})


def test_the_wheel_holds_what_the_package_reads(wheel: Path) -> None:
    for part in ("src/teiencode", "schema", "xslt"):
        inside = wheel / "teiencode" / ("" if part == "src/teiencode" else part)
        for file in (ROOT / part).rglob("*"):
            if file.is_file() and "__pycache__" not in file.parts:
                packed = inside / file.relative_to(ROOT / part)
                assert packed.is_file(), f"{file.relative_to(ROOT)} is not in the wheel"
                assert packed.read_bytes() == file.read_bytes()


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    assert {entry.name.split("-")[0] for entry in wheel.iterdir()} == {"teiencode"}
    assert not (wheel / "teiencode" / "tests").exists()


def test_the_wheel_does_the_whole_way_in_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    names = [source.stem for source in SEEDS]
    for arguments in (
        ["encode", *map(str, SEEDS), "--output", "tei"],
        ["validate", "tei"],
        ["decode", *(f"tei/{name}.xml" for name in names), "--output", "back"],
        ["publish", "tei", "--output", "site"],
    ):
        done = run_from(wheel, *arguments, cwd=tmp_path)
        assert done.returncode == 0, done.stderr.decode()
    for source in SEEDS:
        assert (tmp_path / "back" / source.name).read_bytes() == source.read_bytes()
    for name in names:
        for made in ("index.html", "diplomatic.html", f"{name}.pdf"):
            assert (tmp_path / "site" / name / made).stat().st_size > 1000


def test_the_wheel_is_what_was_run(wheel: Path, tmp_path: Path) -> None:
    code = "import teiencode; print(teiencode.__file__)"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, env=os.environ | {"PYTHONPATH": str(wheel)})
    assert Path(done.stdout.decode().strip()).is_relative_to(wheel)


def test_one_version_everywhere(wheel: Path, tmp_path: Path) -> None:
    version = PROJECT["version"]
    citation = re.search(r"^version: (\S+)$", (ROOT / "CITATION.cff").read_text(encoding="utf-8"), re.M)
    changelog = re.search(r"^## (\S+),", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)
    assert citation and changelog
    assert citation[1] == changelog[1] == version
    shown = run_from(wheel, "--version", cwd=tmp_path).stdout.decode()
    assert version in shown.split()


def test_the_readme_names_targets_that_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.M))
    named = set(re.findall(r"\bmake ([a-z]+)\b(?=.*$)", (ROOT / "README.md").read_text(encoding="utf-8"), re.M))
    assert {"build", "test"} <= named
    assert named <= targets, f"the README names targets that are not there: {sorted(named - targets)}"


def test_python_versions_are_told_once() -> None:
    oldest = PROJECT["requires-python"].removeprefix(">=")
    listed = re.findall(r"Python :: (3\.\d+)", "\n".join(PROJECT["classifiers"]))
    assert listed[0] == oldest
    assert f"Python {oldest}" in (ROOT / "README.md").read_text(encoding="utf-8")
