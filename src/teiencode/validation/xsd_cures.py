"""What may be done about what an XSD schema refuses: the names and values that it would have taken, the likeliest first."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any

from teiencode.validation.intended import intended_values
from teiencode.validation.nearest import nearest_names
from teiencode.validation.paths import local_name
from teiencode.validation.vocabularies import OTHER_ATTRIBUTES

if TYPE_CHECKING:
    from lxml import etree
    from xmlschema import XMLSchema10, XMLSchemaValidationError

_FEW = 8
"""As many names as a cure lists."""

_UNKNOWN_ATTRIBUTE = re.compile(r"'([^']+)' attribute not allowed")
_MISSING_ATTRIBUTE = re.compile(r"missing required attribute '([^']+)'")
_NO_TEXT = "character data"


def xsd_cures(error: XMLSchemaValidationError, schema: XMLSchema10, element: etree._Element) -> tuple[str, ...]:
    """Suggestions for an error of `xmlschema` at an element; none where it does not tell what was expected."""
    reason = error.reason or ""
    wrong: Any = getattr(error, "invalid_tag", None)
    expected: Any = getattr(error, "expected", None)
    unknown, missing = _UNKNOWN_ATTRIBUTE.search(reason), _MISSING_ATTRIBUTE.search(reason)
    if unknown:
        return _of_attribute(local_name(unknown[1]), [local_name(str(name)) for name in _keys(error.validator)])
    if missing:
        return (f'Add {local_name(missing[1])}="…".',)
    if reason.startswith(_NO_TEXT):
        return ("Put the text in an element of its own.", "Remove it, or move it into another element.")
    if wrong is not None or expected is not None:
        return _of_child(local_name(wrong or ""), _names(expected), _everywhere(schema))
    if "is not an element of the schema" in reason:
        local = local_name(str(element.tag))
        return _of_child(local, _names(schema.elements.values()), _everywhere(schema))
    return _of_value(str(error.obj), error.validator) if isinstance(error.obj, str) else ()


def _of_attribute(name: str, here: list[str]) -> tuple[str, ...]:
    others = [each for each in OTHER_ATTRIBUTES.get(name.lower(), ()) if each in here]
    near = [each for each in nearest_names(name, tuple(here), tuple(here), {}) if each in here]
    return (*(f"Did you mean {each}?" for each in dict.fromkeys((*others, *near))), "Remove it.")


def _of_child(wrong: str, allowed: list[str], everywhere: tuple[str, ...]) -> tuple[str, ...]:
    """Cures for a child that may not stand where it does, or for one that is missing (`wrong` is '')."""
    some = _either(allowed) if 0 < len(allowed) <= _FEW else ""
    if not wrong:
        return (f"Add {some}.",) if some else ()
    if wrong in everywhere:
        first = (f"Put {some} before it.",) if some else ()
        return (*first, "Move it to where the schema has it, or remove it.")
    near = nearest_names(wrong, tuple(allowed), everywhere, {})
    return (*(f"Did you mean <{each}>?" for each in near), *((f"Use {some}.",) if some else ()), "Remove its tags.")[:3]


def _of_value(value: str, validator: Any) -> tuple[str, ...]:
    listed = [str(each) for each in getattr(validator, "enumeration", None) or ()]
    takes = getattr(validator, "is_valid", None)
    near = [each for each in listed if each.lower() == value.strip().lower()] + get_close_matches(value, listed, n=2, cutoff=0.6)
    near += intended_values(value, lambda guess: guess in listed if listed else bool(takes and takes(guess)))
    cures = [f'Did you mean "{each}"?' for each in dict.fromkeys(near)][:2]
    if 0 < len(listed) <= 2 * _FEW:
        cures.append("Write {}.".format(" or ".join(f'"{each}"' for each in listed)))
    return tuple(cures)


def _keys(validator: Any) -> list[str]:
    """The names of a group of attributes; wildcards have none."""
    return [str(key) for key in validator if key] if hasattr(validator, "keys") else []


def _names(elements: Any) -> list[str]:
    return list(dict.fromkeys(str(each.local_name) for each in elements or () if getattr(each, "local_name", None)))


@cache
def _everywhere(schema: XMLSchema10) -> tuple[str, ...]:
    """The names of all elements of the schema, also of those that are declared within others."""
    elements = (each for each in schema.iter_components() if hasattr(each, "substitution_group"))
    return tuple(sorted({str(getattr(each, "local_name", "") or "") for each in elements} - {""}))


def _either(names: list[str]) -> str:
    shown = [f"<{name}>" for name in names]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} or {shown[-1]}"
