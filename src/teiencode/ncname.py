"""Names that XML can hold as ids: NCName (Namespaces in XML 1.0), as narrow as parsers still have it.

Parsers check `xml:id` by the tables of XML 1.0's fourth edition (appendix B), which know the letters of Unicode 2.0. The fifth
edition allows more; here stand the scripts that both allow, and what they do not hold (`¹`, `½`, `ª`, later letters) becomes `_`.
"""

from __future__ import annotations

import re

LETTERS = (
    "A-Za-z_"
    "À-ÖØ-öø-ÿ\u0100-\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e\u0180-\u01c3\u01cd-\u01f0\u01f4-\u01f5\u01fa-\u0217"  # Latin
    "\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce"  # Greek
    "\u0401-\u040c\u040e-\u044f\u0451-\u045c\u045e-\u0481\u0490-\u04c4"  # Cyrillic
    "\u05d0-\u05ea\u0621-\u063a\u0641-\u064a"  # Hebrew, Arabic
    "\u3041-\u3094\u30a1-\u30fa\u4e00-\u9fa5\uac00-\ud7a3"  # Japanese, Chinese, Korean
)
OTHERS = r".\-0-9\u0660-\u0669\u06f0-\u06f9\u0966-\u096f"
"""What may stand in a name, but not begin it."""

NO_PART_OF_A_NAME = re.compile(f"[^{LETTERS}{OTHERS}]")
BEGINNING = re.compile(f"[{LETTERS}]")


def in_ncname(characters: str) -> str:
    """`characters` with `_` for each one that no part of an NCName can hold; whether the first may begin one is not asked."""
    return NO_PART_OF_A_NAME.sub("_", characters)


def ncname(name: str) -> str:
    """A name made an NCName: what it cannot hold becomes `_`, and one stands before what cannot begin it."""
    name = in_ncname(name)
    return name if BEGINNING.match(name) else f"_{name}"
