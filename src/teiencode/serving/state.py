"""How the edition stands while it is served: the number of the build, what each build changed, what went wrong in the last."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from threading import Condition


@dataclass(frozen=True, slots=True)
class Told:
    """What a page is told: the number of the last build, the files it wrote, and the report of what went wrong in it."""

    build: int = 0
    written: tuple[str, ...] = ()
    trouble: str = ""

    def as_event(self) -> bytes:
        """The same as an event of a stream (WHATWG HTML, server-sent events)."""
        data = json.dumps({"build": self.build, "written": self.written, "trouble": self.trouble})
        return f"data: {data}\n\n".encode()


class State:
    """What was last told, shared by the thread that builds and the threads that serve."""

    def __init__(self) -> None:
        """Nothing is built yet."""
        self._changed = Condition()
        self._told = Told()
        self._closed = False

    @property
    def told(self) -> Told:
        """What was last told."""
        with self._changed:
            return self._told

    @property
    def closed(self) -> bool:
        """Whether the server is ending."""
        with self._changed:
            return self._closed

    def tell(self, written: Iterable[str], trouble: str) -> None:
        """A build is done: the files that it wrote (paths below the edition's folder), and what went wrong."""
        with self._changed:
            self._told = Told(self._told.build + 1, tuple(written), trouble)
            self._changed.notify_all()

    def close(self) -> None:
        """The server ends: nobody need wait any longer."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def wait(self, known: int, seconds: float) -> Told | None:
        """What is told after the build `known`; nothing after so many seconds, or when the server ends."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._told.build != known, seconds)
            return None if self._closed or self._told.build == known else self._told
