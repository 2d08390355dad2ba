"""Where the schemas and stylesheets lie: inside an installed wheel, or at the root of a checkout.

The wheel carries `schema/` and `xslt/` inside the package; in a checkout (an editable install, or `PYTHONPATH=src`) they lie
beside `src/`, so that editors and other programs find them where a repository has such things.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


@cache
def folder(name: Literal["schema", "xslt"]) -> Path:
    """The folder of that name. Raises `FileNotFoundError` naming both places where it was looked for."""
    for candidate in (_PACKAGE / name, _CHECKOUT / name):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"The folder {name!r} is neither in {_PACKAGE} nor in {_CHECKOUT}: install teiencode again.")
