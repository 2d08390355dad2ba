"""Search by Pagefind: an index in pieces of which a reader's browser fetches the few that a question needs.

It is for editions of many documents on a server. It does not work from a folder (`file://`); the edition's own search
does, and stays.
Made by the packages `pagefind` and `pagefind_bin` (the extra `search`).
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from tempfile import TemporaryDirectory

from teiencode.publishing.search import Indexed, Read, read_document_words

FOLDER = "pagefind"
NAME = "pagefind/pagefind.js"
"""The script that a page loads."""

_LEFT_AWAY = ("-ui.", "-component-ui.", "-modular-", "-highlight.")
"""Parts of names of the files for pages of other makers: ours has its own."""


def is_available() -> bool:
    """Whether Pagefind is installed."""
    return find_spec("pagefind") is not None and find_spec("pagefind_bin") is not None


def pagefind_files(documents: Iterable[Indexed]) -> dict[str, bytes]:
    """The files of the index by their paths below the edition's folder. Raises `OSError`."""
    read = [(each, read_document_words(each)) for each in documents]
    # In a thread of its own, for the caller's may be at work for other tasks already, as in a notebook.
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(lambda: asyncio.run(_made(read))).result()


async def _made(documents: list[tuple[Indexed, Read]]) -> dict[str, bytes]:
    from pagefind.index import IndexConfig, PagefindIndex

    files: dict[str, bytes] = {}
    # The index is also written to a folder when it is left: to one that goes with it, not to the current one.
    with TemporaryDirectory() as folder:
        async with PagefindIndex(config=IndexConfig(output_path=folder, keep_index_url=True)) as index:
            for each, read in documents:
                await index.add_custom_record(
                    url=f"/{each.name}/index.html",
                    content=read.text or each.title,
                    language="en",
                    meta={"title": each.title, "date": each.date[:10], "name": each.name},
                    filters={
                        "date": [each.date[:4] or "undated"],
                        "sender": list(read.senders),
                        "recipient": list(read.recipients),
                        "classification": list(read.classification),
                    },
                )
            for made in await index.get_files():
                if not any(part in made["path"] for part in _LEFT_AWAY):
                    files[f"{FOLDER}/{made['path']}"] = made["content"]
    return files
