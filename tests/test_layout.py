"""The layout of the package, as docs/decisions say it: imports run downward, lists are explicit, names tell."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "teiencode"

PUBLIC = ""
"""The package itself: the public API."""

LAYERS: tuple[tuple[str, ...], ...] = (
    # what is said, and what is read
    ("version", "diagnostic", "letters", "ncname", "resources", "distance", "palette"),
    ("source", "settings", "dates", "extents", "marks", "before_digits", "ordinary_words", "signed_names"),
    ("sidecar", "project", "profile", "profiles", "recognition"),
    ("files", "stray_sidecars", "processes"),
    # the way of a text
    ("reading",),
    ("solve",),
    ("line_shapes", "cells", "unlikely_sources"),
    (
        "rules",
        "segments",
        "transitions",
        "calls",
        "surroundings",
        "furniture",
        "titles",
        "message_heads",
        "counting_lines",
        "handling_words",
        "learned_marks",
        "marked_lines",
        "marks_by_place",
        "feet_in_text",
    ),
    ("document_starts", "split", "glued_blocks", "glued_fronts"),
    ("tree",),
    ("facts",),
    ("tei", "ids", "residue", "struck_partners", "page_images"),
    ("inline", "assemble", "placement", "decisions"),
    ("decode", "joining"),
    ("encode", "explanation", "documents", "validation", "odd", "publishing"),
    (PUBLIC,),
    # the command line
    ("codes", "reports"),
    ("batch", "findings", "left_over", "build", "check", "console", "baseline"),
    ("serving",),
    ("commands",),
    ("cli", "__main__"),
)
"""From the bottom up. A module imports from its own layer and those before it; a package's modules stand in its layer."""

VAGUE_NAMES = {"utils", "util", "helpers", "helper", "manager", "common", "misc", "tools", "core", "base"}
LONGEST_MODULE = 500
RULE_SECTIONS = ("Source:", "TEI:", "Not:", "Codes:")


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def name_of(module: Path) -> str:
    """The dotted name below the package; the package itself is the empty name."""
    parts = module.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def syntax(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def imported(module: Path) -> Iterator[str]:
    """The names below the package that a module imports, wherever in it the import stands."""
    known = {name_of(other) for other in modules()}
    for node in ast.walk(syntax(module)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.split(".")[0] == "teiencode":
                    yield alias.name.removeprefix("teiencode").removeprefix(".")
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module.name} line {node.lineno}: a relative import"
            if node.module and node.module.split(".")[0] == "teiencode":
                below = node.module.removeprefix("teiencode").removeprefix(".")
                for alias in node.names:
                    full = f"{below}.{alias.name}".lstrip(".")
                    yield full if full in known else below


def layer(name: str) -> int:
    """The layer of a module: that of the longest prefix of its name that LAYERS lists."""
    prefixes = {prefix: rank for rank, row in enumerate(LAYERS) for prefix in row}
    at = name
    while at not in prefixes or (at == PUBLIC and name != PUBLIC):
        assert at, f"{name} stands in no layer: give it one in LAYERS"
        at = at.rpartition(".")[0]
    return prefixes[at]


@pytest.mark.parametrize("module", modules(), ids=name_of)
def test_imports_run_downward(module: Path) -> None:
    own = name_of(module)
    upward = {other for other in imported(module) if layer(other) > layer(own)}
    assert not upward, f"{own} imports from above: {', '.join(sorted(upward))}"


def test_no_module_imports_itself_by_way_of_others() -> None:
    graph = {name_of(module): set(imported(module)) for module in modules()}
    done: set[str] = set()

    def visit(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, f"a circle of imports: {' → '.join((*way, name))}"
        if name not in done:
            for other in sorted(graph[name]):
                visit(other, (*way, name))
            done.add(name)

    for name in graph:
        visit(name, ())


@pytest.mark.parametrize("module", modules(), ids=name_of)
def test_a_module_is_named_after_what_it_holds(module: Path) -> None:
    assert not VAGUE_NAMES & set(name_of(module).split("."))


@pytest.mark.parametrize("module", modules(), ids=name_of)
def test_a_module_is_short(module: Path) -> None:
    lines = len(module.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST_MODULE, f"{lines} lines: would a newcomer find their room in it?"


PRINTS = re.compile(r"(?<![\w.])print\(|\bsys\.(stdout|stderr)\b|\bclick\.s?echo\b")
COMMAND_LINE = ("cli", "console", "commands")


@pytest.mark.parametrize("module", modules(), ids=name_of)
def test_only_the_command_line_prints(module: Path) -> None:
    if name_of(module).split(".")[0] not in COMMAND_LINE:
        found = PRINTS.search(module.read_text(encoding="utf-8"))
        assert not found, f"{found[0]} in {name_of(module)}"


def rule_modules() -> list[Path]:
    return [module for module in modules() if module.parent.name == "rules" and module.name != "__init__.py"]


def test_there_are_rules() -> None:
    assert rule_modules()


@pytest.mark.parametrize("module", rule_modules(), ids=name_of)
def test_a_rule_tells_its_convention(module: Path) -> None:
    docstring = ast.get_docstring(syntax(module)) or ""
    missing = [section for section in RULE_SECTIONS if not re.search(rf"^{section}", docstring, re.M)]
    assert not missing, f"the docstring lacks {', '.join(missing)}"


SCANS = re.compile(r"\b(pkgutil|iter_modules|iterdir|glob|rglob|scandir|listdir)\b")


def test_rules_and_profiles_are_listed_and_not_searched_for() -> None:
    listed = (PACKAGE / "rules" / "__init__.py").read_text(encoding="utf-8")
    assert not SCANS.search(listed)
    for module in rule_modules():
        assert re.search(rf"\b{module.stem}\b", listed), f"{module.stem} is not in the list of rules"
