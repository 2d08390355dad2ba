"""teiencode: raw transcriptions to TEI P5 XML that an editor would sign.

    from teiencode import encode, decode, validate, publish

Nothing is loaded before it is used, so that the command starts quickly.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from teiencode.version import __version__

if TYPE_CHECKING:
    from teiencode.decode import decode as decode
    from teiencode.documents import encode_all as encode_all
    from teiencode.encode import encode as encode
    from teiencode.publishing import publish as publish
    from teiencode.validation import validate as validate

__all__ = ["__version__", "decode", "encode", "encode_all", "publish", "validate"]

_HOMES = {
    "decode": "teiencode.decode",
    "encode": "teiencode.encode",
    "encode_all": "teiencode.documents",
    "publish": "teiencode.publishing",
    "validate": "teiencode.validation",
}


def __getattr__(name: str) -> object:
    """A function of the public interface, from the module that is its home."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


class _Package(ModuleType):
    """The package, where `encode` is the function and never the module of the same name, whoever imported that before."""

    def __setattr__(self, name: str, value: object) -> None:
        """Set an attribute, unless it is a module that the import system would put in a function's place."""
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
