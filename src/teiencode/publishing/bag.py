"""An edition as a bag (BagIt, RFC 8493) for a library's ingest: what is kept, with checksums, in one ZIP file.

It holds all that was published but the pages of the web: the TEI, the sources, the PDFs, the EPUBs, the records.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from teiencode.project import Edition
from teiencode.publishing.archive import packed
from teiencode.publishing.document import day_of
from teiencode.version import __version__

BAG = "edition-bag.zip"
FOLDER = "edition-bag"
WEB = (".html", ".css", ".js")
"""The endings of what is not kept: it can be made again of the TEI."""


def is_kept(name: str) -> bool:
    """Whether a published file belongs into the bag; `name` is its path below the edition's folder."""
    return name != BAG and not name.endswith(WEB) and not name.startswith(("pagefind/", "."))


def bag(files: Mapping[str, bytes], edition: Edition) -> bytes:
    """The bag of files by their paths below the edition's folder."""
    payload = {f"data/{name}": data for name, data in files.items()}
    tags = {
        "bagit.txt": b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "bag-info.txt": _information(payload, edition),
        "manifest-sha256.txt": _manifest(payload),
    }
    whole = {**payload, **tags, "tagmanifest-sha256.txt": _manifest(tags)}
    return packed({f"{FOLDER}/{name}": data for name, data in whole.items()})


def _manifest(files: Mapping[str, bytes]) -> bytes:
    return "".join(f"{sha256(files[name]).hexdigest()}  {_written(name)}\n" for name in sorted(files)).encode()


def _written(name: str) -> str:
    """A path as a manifest writes it: signs that would end its line are escaped, and so is the sign of escape."""
    return name.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")


def _information(payload: Mapping[str, bytes], edition: Edition) -> bytes:
    entries = {
        "Source-Organization": edition.publisher,
        "Contact-Email": edition.contact,
        "External-Description": edition.title,
        "External-Identifier": edition.address,
        "Bagging-Date": day_of(edition.date or ""),
        "Bag-Software-Agent": f"teiencode {__version__}",
        "Payload-Oxum": f"{sum(map(len, payload.values()))}.{len(payload)}",
    }
    return "".join(f"{label}: {' '.join(value.split())}\n" for label, value in entries.items() if value).encode()
