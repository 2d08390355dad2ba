"""Pointers within the file that go nowhere.

Example:  <ref target="#d127fn9">note 9</ref> where no element has xml:id="d127fn9"
Cure:     correct the pointer (the nearest ids are named), or give its target the xml:id

A file that was cut out of a larger one points at lists that are not in it: where several pointers of one attribute, or all of a
file, go nowhere and none arrives, they are taken to lead out of the file, and are not reported.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from sys import intern
from typing import TYPE_CHECKING
from urllib.parse import unquote

from teiencode.diagnostic import Diagnostic
from teiencode.validation.checks.index import CALLS, Index
from teiencode.validation.checks.near_ids import likeliest_ids, near_ids
from teiencode.validation.codes import CALL_TARGET, POINTER, POINTER_SIGN
from teiencode.validation.paths import local_name

if TYPE_CHECKING:
    from lxml import etree

POINTING = frozenset(
    (
        *(
            "target",
            "ref",
            "corresp",
            "ana",
            "who",
            "resp",
            "facs",
            "next",
            "prev",
            "sameAs",
            "copyOf",
            "synch",
            "select",
            "exclude",
        ),
        *(
            "source",
            "decls",
            "change",
            "hand",
            "spanTo",
            "rendition",
            "start",
            "end",
            "since",
            "wit",
            "active",
            "passive",
            "mutual",
        ),
        *("scheme", "edRef", "calendar", "period", "nymRef", "parent", "inst", "origin", "toWhom", "location", "feats", "fVal"),
        *(
            "generatedBy",
            "datingPoint",
            "domains",
            "entailed",
            "new",
            "perf",
            "require",
            "scribeRef",
            "script",
            "unitRef",
            "lemmaRef",
        ),
    )
)
"""The attributes of TEI that hold pointers."""

_MOST_NEAR = 200
_LONGEST_NEAR = 100
"""For so many lost pointers of a file, up to this length, the ids that are nearly the same are sought, which takes long."""

_MOST_MEANT = 2
"""So many ids are named that a pointer may have meant."""

_MOST_OF_ONE = 20
"""So many lost pointers of one attribute are told of."""

_SIGN = re.compile(r"(?:^|\s)#|[/.:].*#")
"""A pointer with its sign: within this file, or behind the name of another."""

_AROUND = re.compile(r"^[^\w]+|[^\w]+$")
"""Signs around a name that are none of it."""

_PICTURED = frozenset(("surface", "surfaceGrp", "zone", "graphic", "media", "facsimile", "sourceDoc", "pb"))
"""What @facs points at; any other bare name in it is that of a picture's file."""

_OTHER_THAN_POINTERS = frozenset(("script", "location", "origin", "source", "period", "perf", "facs"))
"""Attributes that hold words on some elements: a bare name in them is one, though the file has an id of that name."""


@dataclass(frozen=True, slots=True)
class _Pointer:
    element: etree._Element
    attribute: str
    word: str


def check_pointers(index: Index) -> Iterator[Diagnostic]:
    """A finding at each attribute that points at no id of the file, lacks its #, or calls what is no note."""
    if index.root_name in ("TEI", "teiCorpus") and not index.named("teiHeader"):
        return  # what pointers mostly point at is missing, and that is told
    lost: list[_Pointer] = []
    arrived: set[str] = set()
    found: set[str] = set()
    for element in index.of_tei():
        for name, value in element.items():
            if name not in POINTING:
                continue
            text = str(value)
            if not _SIGN.search(text):
                yield from _without_sign(index, element, str(name), text)
                continue
            words = [word for word in dict.fromkeys(text.split()) if word[0] == "#" and "(" not in word]
            if any(word in index.by_id for word in text.split()) and name not in _OTHER_THAN_POINTERS:
                yield from _without_sign(index, element, str(name), text)
            nowhere = [word for word in words if word[1:] not in index.by_id and unquote(word[1:]) not in index.by_id]
            if len(nowhere) < len(words):
                arrived.add(_family(element, str(name)))
                found.update(word[1:] for word in words if word not in nowhere)
            # Very many pointers may lead to one id: its name is held once.
            lost += [_Pointer(element, intern(str(name)), intern(word)) for word in nowhere[:_MOST_OF_ONE]]
    ids = index.ids_in_small_letters
    near: dict[str, list[str]] = {}
    lost = _within_the_file(lost, arrived)
    times = Counter(pointer.word for pointer in lost)
    said: dict[tuple[str, tuple[str, ...]], tuple[str, tuple[str, ...]]] = {}
    lost.reverse()
    while lost:
        pointer = lost.pop()
        name = pointer.word[1:]
        if name not in near and len(near) < _MOST_NEAR and len(name) < _LONGEST_NEAR:
            near[name] = near_ids(name, ids)
        meant = likeliest_ids(near.get(name, []), pointer.element, index.by_id)[:_MOST_MEANT]
        free = [each for each in meant if each not in found] if times[pointer.word] > 1 else []
        told = _lost(index, pointer, meant, free[:1], times[pointer.word])
        # Very many pointers may lead to one id, and what is said of them is then the same.
        message, cures = said.setdefault(told, told)
        span = index.document.attribute(pointer.element, pointer.attribute)
        yield index.document.finding(POINTER, pointer.element, span, message, cures)
    yield from _calls(index)


def _family(element: etree._Element, attribute: str) -> str:
    return f"{local_name(str(element.tag))}/@{attribute}"


def _within_the_file(lost: list[_Pointer], arrived: set[str]) -> list[_Pointer]:
    """The pointers that were meant for this file, and not for the larger one that it was cut out of."""
    words: dict[str, set[str]] = defaultdict(set)
    for pointer in lost:
        words[_family(pointer.element, pointer.attribute)].add(pointer.word)
    if not arrived and len(set().union(*words.values())) > 1:
        return []
    outward = {family for family, several in words.items() if family not in arrived and len(several) > 1}
    return [pointer for pointer in lost if _family(pointer.element, pointer.attribute) not in outward]


def _lost(index: Index, pointer: _Pointer, near: list[str], free: list[str], times: int) -> tuple[str, tuple[str, ...]]:
    """What is said of a pointer, and its cures. `near`: ids like the one that is lost; `free`: those to which none leads."""
    name = pointer.word[1:]
    message = f"{pointer.word} in {pointer.attribute} points at no xml:id of this file."
    bare = name.strip(",;.:#")
    value = str(pointer.element.get(pointer.attribute))
    if (bare != name and bare in index.by_id) or (not name and value.strip() != "#"):
        parted = [f"#{word}" for word in re.split(r"[\s,;#]+", value) if word]
        cures = [f'Write {pointer.attribute}="{" ".join(parted)}": spaces alone stand between pointers.']
    else:
        # Several pointers to one id are rather right than the one id.
        leads = f"{times} pointers lead to it, none to"
        cures = [f'Write xml:id="{name}" in line {index.line_of(each)}: {leads} "{each}".' for each in free]
        for each in near:
            twice = f'The xml:id "{each}" stands twice: if one of the two is meant, give that the xml:id "{name}".'
            cures.append(twice if each in index.doubled else f"Did you mean #{each}?")
    if name and pointer.element.get("type") in CALLS:
        cures.append(f'Add the note that is called (<note xml:id="{name}">…</note>), or remove the call.')
    cures.append(f'Give its target the xml:id "{name}", or correct the pointer.' if name else "Write the xml:id behind the #.")
    return message, tuple(cures)


def _without_sign(index: Index, element: etree._Element, attribute: str, text: str) -> Iterator[Diagnostic]:
    """A finding where bare names are ids of this file, or would be in small letters."""
    words = [_AROUND.sub("", word) for word in text.split()]
    exact = all(word in index.by_id for word in words)
    ids = words if exact else [index.ids_in_small_letters.get(word.lower(), "") for word in words]
    if not ids or not all(ids):
        return
    if attribute in _OTHER_THAN_POINTERS and not (attribute == "facs" and exact and _is_pictured(index, ids)):
        return
    having = "this xml:id" if exact else f'the xml:id "{ids[0]}"'
    message = f'{attribute}="{text}" names a file; an element of this file has {having}.'
    span = index.document.attribute(element, attribute)
    cure = f'Write {attribute}="{" ".join(f"#{each}" for each in ids)}".'
    yield index.document.finding(POINTER_SIGN, element, span, message, (cure,))


def _is_pictured(index: Index, ids: list[str]) -> bool:
    """Whether all of these are ids of parts of a facsimile."""
    return all(local_name(str(index.by_id[each].tag)) in _PICTURED for each in ids)


def _calls(index: Index) -> Iterator[Diagnostic]:
    """Calls of notes that point at something else; of an id that stands twice nobody knows which is meant."""
    for element in (*index.named("ptr"), *index.named("ref")):
        if element.get("type") not in CALLS:
            continue
        for word in str(element.get("target", "")).split():
            target = index.by_id.get(word[1:]) if word.startswith("#") and word[1:] not in index.doubled else None
            if target is not None and local_name(str(target.tag)) not in ("note", "noteGrp"):
                message = f"The call points at <{local_name(str(target.tag))}>, and not at a note."
                span = index.document.attribute(element, "target")
                yield index.document.finding(CALL_TARGET, element, span, message, ("Point at the xml:id of the note.",))
