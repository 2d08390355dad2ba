"""What a pattern cannot do without: the elements and attributes that are missing where it is not complete."""

from __future__ import annotations

from teiencode.validation import derivatives, patterns
from teiencode.validation.names import Name, plain_names
from teiencode.validation.patterns import Pattern


def needed(left: Pattern) -> tuple[patterns.Element, ...]:
    """Of the elements that may come next, those that complete the content, else those that bring it further at all."""
    found: tuple[patterns.Element, ...] | None = left.memo.get("needed")
    if found is None:
        found = left.memo["needed"] = _needed(left)
    return found


def _needed(left: Pattern) -> tuple[patterns.Element, ...]:
    following = {option: derivatives.after(left, option) for option in derivatives.first(left)}
    completing = tuple(option for option, then in following.items() if then.nullable and not left.nullable)
    return completing or tuple(option for option, then in following.items() if then is not left)


def required(pattern: Pattern) -> list[str]:
    """Names of the attributes that are required and have not come; of alternatives, those that ask for the fewest."""
    if derivatives.without_attributes(pattern) is not patterns.NOT_ALLOWED:
        return []
    match pattern:
        case patterns.Attribute(names=names):
            return [_spelt(name) for name in plain_names(names)][:1]
        case patterns.Choice():
            return min((required(option) for option in patterns.options(pattern)), key=len)
        case patterns.Group(left=left, right=right) | patterns.Interleave(left=left, right=right):
            return [*required(left), *required(right)]
        case patterns.OneOrMore(inner=inner):
            return required(inner)
    return []


def _spelt(name: Name) -> str:
    """A name as lxml writes it."""
    return f"{{{name.namespace}}}{name.local}" if name.namespace else name.local
