"""A child process with its time and its peak memory.

What a process takes at its peak is counted from its birth, when it is still a copy of its parent. So commands are started by a
small process of their own, and not by a bench that holds files of a hundred megabytes.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from functools import cache

# Linux counts the peak in kilobytes, macOS in bytes.
PEAK_UNITS_A_MEGABYTE = 1e6 if sys.platform == "darwin" else 1e3


@dataclass(frozen=True, slots=True)
class Run:
    """What a process took: seconds by the clock and of the processor, megabytes at the peak; and its exit status."""

    command: str
    seconds: float
    processor: float
    peak: float
    status: int


def run(command: list[str]) -> Run:
    """Run a command to its end and measure it (Linux and macOS: `os.wait4`). What it says is thrown away."""
    starter = _starter()
    assert starter.stdin is not None
    assert starter.stdout is not None
    starter.stdin.write(f"{json.dumps(command)}\n")
    starter.stdin.flush()
    return Run(**json.loads(starter.stdout.readline()))


@cache
def _starter() -> subprocess.Popen[str]:
    """The process that starts all others; it ends when this one does."""
    return subprocess.Popen([sys.executable, "-m", "bench.process"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def _measured(command: list[str]) -> Run:
    start = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    processor = usage.ru_utime + usage.ru_stime
    return Run(" ".join(command[:4]), seconds, processor, usage.ru_maxrss / PEAK_UNITS_A_MEGABYTE, process.returncode)


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(asdict(_measured(json.loads(line)))), flush=True)
