"""The colours of the pages: their names, what they are where nobody chooses, and whether what is written in them can be read.

Contrast is that of WCAG 2.2 (relative luminance, success criterion 1.4.3): level AA asks for 4.5 to 1 for text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

LIGHT: Mapping[str, str] = {
    "paper": "#fdfcf8",
    "ink": "#211e1a",
    "quiet": "#66605a",
    "line": "#ddd7cc",
    "wash": "#f5f1e8",
    "accent": "#8c2318",
    "change": "#1d5a7a",
    "mark": "#fbe08a",
}
DARK: Mapping[str, str] = {
    "paper": "#181614",
    "ink": "#e8e2d8",
    "quiet": "#a49c91",
    "line": "#3a3631",
    "wash": "#221f1c",
    "accent": "#f0a08c",
    "change": "#8cc4e4",
    "mark": "#6b5410",
}
"""As `edition.css` has them, by scheme."""

FRONTS, GROUNDS = ("ink", "quiet", "accent", "change"), ("paper", "wash")
PAIRS = (*((front, ground) for front in FRONTS for ground in GROUNDS), ("ink", "mark"))
"""What is written in which colour on which ground."""

LEAST = 4.5
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


def is_colour(written: str) -> bool:
    """Whether a text is a colour as the project file writes it: `#8c2318` or `#821`."""
    return _COLOUR.fullmatch(written) is not None


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 (none) to 21 (black on white)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def unreadable(colours: Mapping[str, str]) -> Iterator[tuple[str, str, float]]:
    """The pairs of a scheme's colours that are too near one another: front, ground, contrast."""
    for front, ground in PAIRS:
        found = contrast(colours[front], colours[ground])
        if found < LEAST:
            yield front, ground, found


def nearest_readable(front: str, ground: str) -> str:
    """The colour nearest to `front`, darker or lighter, that can be read on `ground`."""
    end = "#000000" if contrast("#000000", ground) > contrast("#ffffff", ground) else "#ffffff"
    for step in range(101):
        mixed = _mixed(front, end, step / 100)
        if contrast(mixed, ground) >= LEAST:
            return mixed
    return end


def _parts(colour: str) -> tuple[int, int, int]:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def _luminance(colour: str) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (each / 255 for each in _parts(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _mixed(one: str, other: str, share: float) -> str:
    mixed = (round(a + (b - a) * share) for a, b in zip(_parts(one), _parts(other), strict=True))
    return "#" + "".join(f"{part:02x}" for part in mixed)
