"""Baselines: what is known of an old corpus is written down once, and only what is new fails from then on."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from teiencode.files import write
from teiencode.reports.fingerprint import fingerprints
from teiencode.reports.placed import Placed

_VERSION = 1


class BaselineError(ValueError):
    """A baseline that cannot be read, or is none. The message says why."""


def write_baseline(file: Path, placed: Sequence[Placed]) -> None:
    """Write down findings, each with its file, code and words for those who read the file. Raises `OSError`."""
    known = {
        fingerprint: f"{each.diagnostic.file}: {each.diagnostic.code} {each.diagnostic.message}"
        for each, fingerprint in zip(placed, fingerprints(placed), strict=True)
    }
    text = json.dumps({"teiencode-baseline": _VERSION, "findings": known}, ensure_ascii=False, indent=1)
    write(file, (text + "\n").encode())


def without_known(file: Path, placed: Sequence[Placed]) -> list[Placed]:
    """The findings that a baseline does not have. Raises `BaselineError`."""
    try:
        read = json.loads(file.read_bytes())
        known = read["findings"]
        version = read["teiencode-baseline"]
    except OSError as error:
        raise BaselineError(f"cannot be read: {error.strerror}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise BaselineError("is no baseline: write one with --write-baseline") from error
    if version != _VERSION or not isinstance(known, dict):
        raise BaselineError(f"is a baseline of another version ({version}): write it again with --write-baseline")
    return [each for each, fingerprint in zip(placed, fingerprints(placed), strict=True) if fingerprint not in known]
