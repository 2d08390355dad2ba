"""Saxon, which is given documents that have been read before, and can read nothing else: no file, no network, no environment.

One processor serves the whole process and is never used from another thread.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from saxonche import PySaxonApiError, PySaxonProcessor

_PROTOCOLS = "http://saxon.sf.net/feature/allowedProtocols"
_EXTERNAL = "http://saxon.sf.net/feature/allow-external-functions"


@cache
def processor() -> Any:
    """The process's one Saxon, without access to anything but what it is handed."""
    made = _processor()
    made.set_configuration_property(_PROTOCOLS, "")
    return made


def _processor() -> Any:
    made = PySaxonProcessor(license=False)
    # Among these are the variables of the environment, and the instruction that writes files.
    made.set_configuration_property(_EXTERNAL, "false")
    return made


@contextmanager
def as_a_file(pieces: Iterable[memoryview]) -> Iterator[Path]:
    """A document in UTF-8, given in pieces, as a file that is removed at the end. Raises `OSError`.

    Handed over as a string, a document is copied four times.
    """
    with TemporaryDirectory(prefix="teiencode-") as folder:
        file = Path(folder) / "document.xml"
        with file.open("wb") as writing:
            writing.writelines(pieces)
        del pieces
        yield file


def read_by_its_own(file: Path) -> tuple[Any, Any]:
    """A processor that has read this file and can read nothing else from then on, and the document.

    What Saxon once may not read it never may again, and trees of one processor are of no use to another: so this one is for
    this document alone. Raises `PySaxonApiError`.
    """
    own = _processor()
    own.set_configuration_property(_PROTOCOLS, "file")
    node = own.parse_xml(xml_file_name=str(file))
    own.set_configuration_property(_PROTOCOLS, "")
    return own, node


def plain(error: PySaxonApiError) -> str:
    """Saxon's first message in one line, without the place in the stylesheet that nobody has written."""
    first = re.split(r"\n(?=Error )", str(error).strip())[0]
    return re.sub(r" (on|at) line \d+.*?(?=( [A-Z]{4}\d{4} )|$)", "", " ".join(first.split()))


@contextmanager
def silenced() -> Iterator[None]:
    """Keep what Saxon writes to the file descriptor of standard error from the user, who is told the same in one line."""
    try:
        kept = os.dup(2)
    except OSError:  # standard error is closed: nobody would see it
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
