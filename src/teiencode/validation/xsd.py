"""Validation by an XSD schema, for libraries that ingest by one, with `xmlschema`.

A schema of TEI's size takes seconds to build, so what was built is kept in the user's cache folder; the second start is quick.
Its name there tells of every schema file in the folder and of the version of `xmlschema`, so that nothing stale is ever used.
"""

from __future__ import annotations

import os
import pickle
import tempfile
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from teiencode.diagnostic import Diagnostic
from teiencode.validation.codes import XSD, XSD_ATTRIBUTE
from teiencode.validation.errors import SchemaError
from teiencode.validation.paths import local_name
from teiencode.validation.reading import Document

if TYPE_CHECKING:
    from xmlschema import XMLSchema10, XMLSchemaValidationError

_MOST = 1_000
"""So many findings a file are made: one cause can make as many as there are elements."""


def check_xsd(document: Document, schema: Path) -> list[Diagnostic]:
    """What the schema has against a document. Raises `SchemaError` for a schema that cannot be used."""
    from xmlschema import XMLResource

    found = []
    built = load_xsd(schema)
    for error in built.iter_errors(XMLResource(document.tree.getroot())):
        found.append(_finding(document, error, built))
        if len(found) == _MOST:
            break
    return found


@cache
def load_xsd(schema: Path) -> XMLSchema10:
    """A schema with the files that it includes, from the cache where it is there. Raises `SchemaError`."""
    try:
        kept = _kept(schema)
    except OSError as error:
        raise SchemaError(f"{schema}: cannot be read: {error.strerror or error}") from error
    built = _from_cache(kept)
    if built is None:
        built = _build(schema)
        _to_cache(kept, built)
    return built


def _build(schema: Path) -> XMLSchema10:
    from xmlschema import XMLSchema10, XMLSchemaException

    try:
        # Only files beside the schema are read, and none that declares entities.
        return XMLSchema10(str(schema.resolve()), allow="sandbox", defuse="always")
    except (XMLSchemaException, OSError, ValueError, SyntaxError) as error:
        first = str(error).strip().splitlines()
        raise SchemaError(f"{schema}: cannot be used: {first[0] if first else type(error).__name__}") from error


def _kept(schema: Path) -> Path:
    """The file of the cache that belongs to a schema as it now is."""
    mark = sha256(f"{version('xmlschema')}\0{schema.resolve()}\0".encode())
    mark.update(schema.read_bytes())
    for beside in sorted(schema.resolve().parent.rglob("*.xsd")):
        mark.update(f"{beside}\0".encode() + sha256(beside.read_bytes()).digest())
    folder = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or str(Path.home() / ".cache")
    return Path(folder, "teiencode", f"xsd-{mark.hexdigest()[:32]}.pickle")


def _from_cache(file: Path) -> XMLSchema10 | None:
    from xmlschema import XMLSchema10

    try:
        built = pickle.loads(file.read_bytes())
    except Exception:  # whatever is wrong with a file of the cache, the schema is built again
        return None
    return built if isinstance(built, XMLSchema10) else None


def _to_cache(file: Path, built: XMLSchema10) -> None:
    """Keep a schema; where that cannot be, the next start is slow, and nothing else."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as beside:
            beside.write(pickle.dumps(built))
        Path(beside.name).replace(file)
    except (OSError, pickle.PicklingError, TypeError, AttributeError, RecursionError):
        return


def _finding(document: Document, error: XMLSchemaValidationError, schema: XMLSchema10) -> Diagnostic:
    from lxml import etree

    from teiencode.validation.xsd_cures import xsd_cures

    at: object = error.elem
    element = at if isinstance(at, etree._Element) else document.root
    cures = xsd_cures(error, schema, element)
    reason = " ".join((error.reason or error.message or "").split())
    for name in map(str, element.attrib):
        if f"attribute '{name}'" in reason or f"attribute {name}" in reason or f"'{local_name(name)}' attribute" in reason:
            span = document.attribute(element, name)
            return document.finding(XSD_ATTRIBUTE, element, span, _shortened(reason), cures)
    index = getattr(error, "index", None)
    children = list(element.iterchildren("*"))
    place = children[index] if isinstance(index, int) and index < len(children) else element
    return document.finding(XSD, place, document.start_tag(place), _shortened(reason), cures)


def _shortened(reason: str) -> str:
    """A reason without the list of eighty names at its end."""
    return reason if len(reason) <= 200 else f"{reason[:200]} …"
