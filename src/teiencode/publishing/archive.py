"""Files packed into one, the same bytes each time: names sorted, one time for all, no trace of the machine."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time that the format can write: it stands for none."""

_UNIX = 3
_PLAIN_FILE = 0o100644 << 16


def packed(files: Mapping[str, bytes], *, first: tuple[str, bytes] | None = None) -> bytes:
    """A ZIP archive of files by their paths in it.

    `first` is put before all others as it is, uncompressed, as EPUB asks of its `mimetype`.
    """
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        if first:
            archive.writestr(_entry(first[0]), first[1], zipfile.ZIP_STORED)
        for name in sorted(files):
            archive.writestr(_entry(name), files[name], zipfile.ZIP_DEFLATED, 9)
    return output.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, EARLIEST)
    entry.create_system = _UNIX
    entry.external_attr = _PLAIN_FILE
    return entry
