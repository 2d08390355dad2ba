"""A file's bytes, held by several, which may put them aside while something else needs the memory."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager


class Held:
    """Bytes in the memory. Whoever keeps this, and not the bytes, lets them be put aside."""

    __slots__ = ("data",)

    def __init__(self, data: bytes) -> None:
        """Take the bytes."""
        self.data = data

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Have the bytes on the disk meanwhile, in a file without a name; `data` is empty. Raises `OSError`."""
        with tempfile.TemporaryFile(prefix="teiencode-") as file:
            file.write(self.data)
            file.flush()  # a full disk is told while the bytes are still here
            self.data = b""
            try:
                yield
            finally:
                file.seek(0)
                self.data = file.read()
