"""A document that is one part of a file: what its header keeps, so that the parts can be joined to the file again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from teiencode.tei.document import NAMESPACE

BETWEEN_DOCUMENTS = "\n\n"
"""What stands in a canonical file between two documents; it belongs to the one before."""

_PLACE = re.compile(r"([1-9]\d*) of ([1-9]\d*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion:
    """Which part of a file a document is: the `number`th, from 1, of `count`; the file's NAME and the digest of its bytes."""

    number: int
    count: int
    whole: str
    sha256: str

    @property
    def followed(self) -> bool:
        """Whether another part comes after it."""
        return self.number < self.count

    @property
    def descriptions(self) -> Iterator[tuple[str, str]]:
        """What `appInfo` says of it: the types of `desc` elements and their words."""
        yield "part", f"{self.number} of {self.count}"
        yield "whole", self.whole
        yield "whole-sha256", self.sha256


def read_portion(root: etree._Element) -> Portion | None:
    """Which part of a file the TEI document `root` is, as its header says; None where it is a whole one."""
    said = {
        str(desc.get("type")): desc.text or ""
        for desc in root.iterfind(f".//{{{NAMESPACE}}}appInfo/{{{NAMESPACE}}}application/{{{NAMESPACE}}}desc")
    }
    place = _PLACE.fullmatch(said.get("part", ""))
    if place is None or "whole" not in said or "whole-sha256" not in said:
        return None
    return Portion(number=int(place[1]), count=int(place[2]), whole=said["whole"], sha256=said["whole-sha256"])
