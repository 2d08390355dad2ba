"""A child process with its time and its peak memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass

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
    start = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    processor = usage.ru_utime + usage.ru_stime
    return Run(" ".join(command[:4]), seconds, processor, usage.ru_maxrss / PEAK_UNITS_A_MEGABYTE, process.returncode)
