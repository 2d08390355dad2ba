"""`teiencode encode --explain`: why each line of a text is read as it is. Nothing is written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from teiencode.console import Console

if TYPE_CHECKING:
    from teiencode.diagnostic import Diagnostic
    from teiencode.files import Input


def explain(console: Console, inputs: Sequence[Input], *, profile: str | None, default: str, encoding: str) -> list[Diagnostic]:
    """Print a page for each input, or one JSON list for all; what could not be read or is no text is returned.

    `profile` stands above the sidecar's, `default` counts where neither names one.
    """
    from teiencode.batch import NOT_TEXT, sidecar_of
    from teiencode.decisions import decide_on
    from teiencode.encode import choose_profile
    from teiencode.explanation import explain_lines
    from teiencode.files import UNREADABLE, about
    from teiencode.reports import reasons
    from teiencode.settings import SettingsError
    from teiencode.source import SourceError, read_source

    failures: list[Diagnostic] = []
    objects: list[dict[str, Any]] = []
    between = ""
    for given in inputs:
        try:
            text = read_source(given.read(), encoding).text
            sidecar = sidecar_of(given)
            chosen, _ = choose_profile(text, profile or (sidecar and sidecar.profile) or default, None)
            decided = decide_on(text, sidecar, chosen.name)
        except SettingsError as error:
            failures += error.diagnostics
        except OSError as error:
            failures.append(about(given.label, UNREADABLE, f"cannot be read: {error.strerror or error}"))
        except SourceError as error:
            failures.append(about(given.label, NOT_TEXT, error.what, error.cure))
        else:
            lines = explain_lines(text, chosen, decided)
            if console.format == "json":
                objects += reasons.as_objects(given.label, chosen.name, lines)
            else:
                console.result(between + reasons.render_text(given.label, chosen.name, lines))
                between = "\n"
    if console.format == "json":
        console.result(reasons.render_json(objects))
    return failures
