"""Addresses as `anyURI` takes them: a reference of RFC 2396 and 2732 in which other characters may stand unescaped.

XML Schema Part 2 lets every character stand that an escape could stand for, so what is left to be wrong is the frame: a
scheme, an authority, a path, a query and a fragment, and escapes that are none.
"""

from __future__ import annotations

import re

_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_FRAME = re.compile(r"(?:([^:/?#]*):)?(?:(//)([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?", re.DOTALL)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*")
_HOST_OF_NUMBERS = re.compile(r"(?:[^@\[\]]*@)?\[([0-9A-Fa-f:.]+)(?:%[^\]:]+)?\](?::[0-9]*)?")
_BRACKET = re.compile(r"[\[\]]")


def is_address(text: str) -> bool:
    """Whether a text, its white space collapsed, is an address."""
    found = _FRAME.fullmatch(text)
    if found is None or ("%" in text and _ESCAPE.search(text)):
        return False
    scheme, slashes, authority, path, query, fragment = found.groups()
    if "#" in (fragment or ""):
        return False
    if scheme is not None and not _SCHEME.fullmatch(scheme):
        return False
    if slashes:
        if not authority and not path and query is None and fragment is None:
            return False
        if _BRACKET.search(authority) and not _is_host_of_numbers(authority):
            return False
    elif scheme is not None and not path and query is None:
        return False
    # Outside of a host, a bracket may stand in a query, a fragment, or behind a scheme that has no path.
    opaque = scheme is not None and not slashes and not path.startswith("/")
    return opaque or not _BRACKET.search(path)


def _is_host_of_numbers(authority: str) -> bool:
    """Whether an authority with brackets is an address of IPv6, with or without a user and a port."""
    found = _HOST_OF_NUMBERS.fullmatch(authority)
    if found is None:
        return False
    from ipaddress import AddressValueError, IPv6Address  # rare, and slow to load

    try:
        IPv6Address(found[1])
    except AddressValueError:
        return False
    return True
