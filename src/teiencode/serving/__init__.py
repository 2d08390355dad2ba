"""An edition while one works on it: served on this machine alone, made again when a file changes, reloaded in the browser."""

from teiencode.serving.codes import CODES, FAILED, NO_PORT
from teiencode.serving.server import EditionServer
from teiencode.serving.state import State
from teiencode.serving.watching import Watch

__all__ = ["CODES", "FAILED", "NO_PORT", "EditionServer", "State", "Watch"]
