"""How an edition looks beside what teiencode gives it: its colours and its logo, as files of the published folder."""

from __future__ import annotations

from collections.abc import Mapping

from teiencode import resources
from teiencode.project import Look

STYLE_SHEET = "edition.css"


def asset(name: str, look: Look) -> bytes:
    """A file that all pages share: ours, and in the style sheet after ours the edition's colours, for both schemes."""
    standing = (resources.folder("xslt") / name).read_bytes()
    return standing + _style(look).encode() if name == STYLE_SHEET else standing


def _style(look: Look) -> str:
    own = ""
    if look.colours:
        own += f"\n/* The colours of this edition */\n\n@media screen {{ :root {{{_properties(look.colours)} }} }}\n"
    # What is chosen for light must not hold in the dark, so each scheme is said in full.
    if look.colours or look.dark_colours:
        own += f"@media screen and (prefers-color-scheme: dark) {{ :root {{{_properties(look.in_dark)} }} }}\n"
    return own


def logo_name(look: Look) -> str:
    """The logo's name in the published folder; empty where there is none."""
    return f"logo{look.logo.suffix.lower()}" if look.logo else ""


def _properties(colours: Mapping[str, str] | tuple[tuple[str, str], ...]) -> str:
    return "".join(f" --{name}: {value};" for name, value in dict(colours).items())
