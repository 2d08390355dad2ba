"""Which schemas a file is validated by: those that were asked for, else those that it names, else the project's, else ours.

A file names schemas in `xml-model` instructions before its root. They are read from the disk only: an address of the network is
looked up in the project's catalogue, and passed over where that does not have it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from teiencode import resources

_INSTRUCTION = re.compile(rb"<\?xml-model\s([^?]*)\?>")
_HREF = re.compile(rb"""(?:^|\s)href\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_ROOT = re.compile(rb"<[A-Za-z_:\x80-\xff]")
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]+:")
_KINDS = (".rng", ".sch", ".xsd")
OWN = ("teiencode.rng", "teiencode.sch")
"""The project's own schemas, which are known wherever a file says that they lie."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """What a project says of schemas. `default`: for files that name none. `addresses`: files for addresses of the network.

    `tei_source`: TEI's own source, which says what names stand for, for schemas that do not.
    """

    default: Path | None = None
    addresses: Mapping[str, Path] = field(default_factory=dict)
    tei_source: Path | None = None


def choose_schemas(data: bytes, file: Path | None, catalogue: Catalogue) -> tuple[Path, ...]:
    """The schemas for a file with these bytes, which lies at `file` where it is one."""
    root = _ROOT.search(data)
    found: list[Path] = []
    for instruction in _INSTRUCTION.finditer(data, 0, root.start() if root else len(data)):
        href = _HREF.search(instruction[1])
        address = (href[1] or href[2] or b"").decode("utf-8", "replace") if href else ""
        schema = _local(address, file, catalogue)
        if schema is not None and schema.suffix.lower() in _KINDS and schema not in found:
            found.append(schema)
    if found:
        return tuple(found)
    if catalogue.default is not None:
        return (catalogue.default,)
    return own_schemas()


def own_schemas() -> tuple[Path, ...]:
    """The project's RELAX NG and its Schematron."""
    folder = resources.folder("schema")
    return tuple(folder / name for name in OWN)


def _local(address: str, file: Path | None, catalogue: Catalogue) -> Path | None:
    """The file of an address, or None where there is none on the disk."""
    if address in catalogue.addresses:
        return catalogue.addresses[address]
    if not _ABSOLUTE.match(address) and file is not None:
        beside = file.parent / address.partition("#")[0]
        if address and beside.is_file():
            return beside.absolute()
    name = address.rpartition("/")[2]
    return resources.folder("schema") / name if name in OWN else None
