"""Kinds of faults as patterns: what stands in a document, and what stands there instead."""

from __future__ import annotations

import re
from random import Random

from bench.faults.slip import Kind, Page, Slip

Change = tuple[str, ...]
"""A pattern, what stands there instead (a template, in which ¦ stands before each place), and the cures."""


_OURS = '<application xml:id="teiencode"'
"""In the header of what teiencode encodes."""


def one_of(*changes: Change) -> Kind:
    """One of these changes, wherever in the document it can be made."""

    def kind(page: Page, pick: Random) -> Slip | None:
        root = page.text.index("<TEI")
        found = [
            (one, change) for change in changes for one in re.finditer(change[0], page.text, re.DOTALL) if one.start() >= root
        ]
        if not found:
            return None
        one, (_, template, *cures) = pick.choice(found)
        parts = one.expand(template).split("¦")
        places = []
        at = one.start()
        for part in parts[:-1]:
            at += len(part)
            places.append(at)
        words = tuple(one.expand(cure) for cure in cures)
        return Slip(page.with_text(*one.span(), "".join(parts)), tuple(places), words)

    return kind


def element(*names: tuple[str, str]) -> Kind:
    """Elements under a wrong name: pairs of right and wrong."""
    changes = [(rf"<{right}(?P<rest>[ >/][^<]*?)</{right}>", rf"¦<{wrong}\g<rest></{wrong}>", right) for right, wrong in names]
    return one_of(*changes)


def empty(*names: tuple[str, str]) -> Kind:
    """Elements without content under a wrong name."""
    return one_of(*((rf"<{right}(?P<rest>[^<>]*/>)", rf"¦<{wrong}\g<rest>", right) for right, wrong in names))


def attribute(*names: tuple[str, str, str], value: str = "") -> Kind:
    """Attributes under a wrong name: element, right, wrong."""
    return one_of(*((rf"(<{holder} [^<>]*?){right}(=\"{value})", rf"\1¦{wrong}\2", right) for holder, right, wrong in names))


def values(*wrong: tuple[str, ...]) -> Kind:
    """Wrong values: element, attribute, wrong value, what the cure says."""
    return one_of(
        *((rf"(<{holder} (?:[^<>]*? )?)({name}=)\"[^\"]*\"", rf'\1¦\2"{new}"', *cures) for holder, name, new, *cures in wrong)
    )


def with_attribute(*added: tuple[str, ...]) -> Kind:
    """Attributes on the wrong element: element, the attribute with its value, cures."""
    return one_of(
        *((rf"(<{holder})(?=[ >/])(?![^>]* {each.split('=')[0]}=)", rf"\1 ¦{each}", *cures) for holder, each, *cures in added)
    )


def ours(kind: Kind) -> Kind:
    """A kind that is a fault in what teiencode encodes, whose lists are closed, and none by tei_all."""
    return lambda page, pick: kind(page, pick) if _OURS in page.text else None


def theirs(kind: Kind) -> Kind:
    """A kind that needs more of TEI than teiencode's own schema has."""
    return lambda page, pick: None if _OURS in page.text else kind(page, pick)
