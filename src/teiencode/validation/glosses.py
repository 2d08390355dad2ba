"""What a schema's documentation says that its names stand for: "(expansion) contains the expansion of an abbreviation."

TEI's schemas explain each element so, in `a:documentation`; the specifications that they are made from do it in `gloss` and
`desc`. They are read only where something is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from lxml import etree

_RNG = "{http://relaxng.org/ns/structure/1.0}"
_DOCUMENTATION = "{http://relaxng.org/ns/compatibility/annotations/1.0}documentation"
_TEI = "{http://www.tei-c.org/ns/1.0}"
_SAID = re.compile(r"\((?P<gloss>[^()]+)\)\s*(?P<rest>.*)|(?P<whole>.+)", re.DOTALL)
_REFERENCE = re.compile(r"\s*\[[\d.A-Z][^\[\]]*\]\s*$")
_LONGEST = 90
"""In characters: what is longer is cut where a part of it ends."""

Glosses = dict[str, str]
"""From the names of elements to what they stand for, in a word or two; '' where only a sentence says it."""


@cache
def read_glosses(files: tuple[Path, ...]) -> dict[str, tuple[str, str]]:
    """For each element of schemas, or of TEI's source, the words that its name stands for, and what it is for; '' for none."""
    found: dict[str, tuple[str, str]] = {}
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    for file in files:
        try:
            root = etree.parse(file, parser).getroot()
        except (OSError, etree.XMLSyntaxError):
            continue  # glosses are an extra: a file that cannot be read is told of where it is needed
        for name, text in (*_of_grammar(root), *_of_source(root)):
            found.setdefault(name, _parted(text))
    return found


def short_glosses(files: tuple[Path, ...]) -> Glosses:
    """What the names of elements stand for, of those that stand for something else than they say."""
    return {name: gloss for name, (gloss, _) in read_glosses(files).items() if gloss}


def _of_grammar(root: etree._Element) -> Iterable[tuple[str, str]]:
    for element in root.iter(f"{_RNG}element"):
        said = element.find(_DOCUMENTATION)
        name = element.get("name") or element.findtext(f"{_RNG}name", "")
        if said is not None and name:
            yield name.strip().rpartition(":")[2], "".join(str(text) for text in said.itertext())


def _of_source(root: etree._Element) -> Iterable[tuple[str, str]]:
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    for spec in root.iter(f"{_TEI}elementSpec"):
        gloss, sentence = (
            next(
                (
                    "".join(str(text) for text in each.itertext())
                    for each in spec.findall(f"{_TEI}{kind}")
                    if each.get(language, "en") == "en"
                ),
                "",
            )
            for kind in ("gloss", "desc")
        )
        if spec.get("ident") and (gloss or sentence):
            yield str(spec.get("ident")), f"({gloss}) {sentence}" if gloss else sentence


def _parted(text: str) -> tuple[str, str]:
    """The words that a name stands for, and the sentence on what it is for, without references to chapters."""
    plain = _REFERENCE.sub("", " ".join(text.split()))
    found = _SAID.match(plain)
    if found is None:
        return "", ""
    gloss, sentence = found["gloss"] or "", (found["rest"] if found["gloss"] else found["whole"]) or ""
    return gloss, sentence if len(sentence) <= _LONGEST else sentence[: _LONGEST - 2].rsplit(" ", 1)[0] + " …"
