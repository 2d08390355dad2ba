"""Work on many files in several processes, with what is found in the order of the files.

Processes are spawned and not forked, for a forked one has the state of libraries that were never made for it (Saxon's among
them). Each takes chunks of files; so memory does not grow with their number.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from typing import TypeVar

from teiencode.files import Input

Outcome = TypeVar("Outcome")

MOST = 8
"""Processes that are started where nobody says how many."""

_LARGEST_CHUNK = 32
"""In files."""


def worthwhile(inputs: Sequence[Input], large: int) -> int:
    """How many processes pay: one, or as many as there are processors where the files have more than `large` bytes."""
    size = 0
    for each in inputs:
        # What cannot be looked at now will be told when it is read.
        with suppress(OSError):
            size += each.path.stat().st_size if each.path else 0
    return min(_processors(), MOST) if size > large else 1


def _processors() -> int:
    # A container may have fewer than the machine.
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_processes(
    work: Callable[[Sequence[Input]], Outcome],
    inputs: Sequence[Input],
    processes: int,
    prepare: Callable[[], None] | None = None,
) -> Iterator[tuple[Sequence[Input], Outcome | None]]:
    """Each chunk of the inputs with what `work` makes of it, in order; None from the chunk on at which a process has died.

    `work` and `prepare`, which a process calls first, must be functions of modules (or `partial`s of them).
    """
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    # A dozen chunks for each process, so that one with long texts does not keep the others waiting at the end.
    size = max(1, min(_LARGEST_CHUNK, len(inputs) // (processes * 12)))
    chunks = [inputs[at : at + size] for at in range(0, len(inputs), size)]
    done = 0
    begin = partial(_begin, prepare)
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=begin) as pool:
        try:
            with interrupts_held():
                waiting = pool.map(work, chunks)
            for outcome in waiting:
                yield chunks[done], outcome
                done += 1
        except BrokenProcessPool:
            for chunk in chunks[done:]:
                yield chunk, None
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Hold interrupts back: workers that are started meanwhile keep what was held, and say nothing in their first moments."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _begin(prepare: Callable[[], None] | None) -> None:
    """Set up a worker: an interrupt is the parent's business, and the parent's death is the worker's."""
    from multiprocessing import connection, parent_process

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()

    def follow() -> None:
        if parent is not None:
            connection.wait([parent.sentinel])
            os._exit(1)

    threading.Thread(target=follow, daemon=True).start()
    if prepare is not None:
        prepare()
