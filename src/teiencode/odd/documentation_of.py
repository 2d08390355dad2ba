"""What a specification says of its thing in words: names, gloss, description, remarks, examples, in several languages."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from teiencode.odd.reading import XML, children

Elements = tuple[etree._Element, ...]


@dataclass(frozen=True, slots=True)
class Documentation:
    """The elements that hold the words, as they stand in the file."""

    name: str | None = None
    """The name in documents, where it is another than the `ident` (`altIdent`)."""
    glosses: Elements = ()
    descriptions: Elements = ()
    remarks: Elements = ()
    examples: Elements = ()

    def changed(self, by: Documentation) -> Documentation:
        """With what a change says in place of what was said; of glosses and descriptions, those of the same language."""
        return Documentation(
            by.name or self.name,
            _by_language(self.glosses, by.glosses),
            _by_language(self.descriptions, by.descriptions),
            by.remarks or self.remarks,
            by.examples or self.examples,
        )

    def gloss(self, language: str = "en") -> str:
        """The gloss in a language, else in English; the empty text where there is none."""
        return _words(self.glosses, language)

    def description(self, language: str = "en") -> str:
        """The description in a language, else in English; the empty text where there is none."""
        return _words(self.descriptions, language)


def read_documentation(element: etree._Element) -> Documentation:
    """The words of a specification."""
    alternative = next(iter(children(element, "altIdent")), None)
    return Documentation(
        ("".join(map(str, alternative.itertext())).strip() or None) if alternative is not None else None,
        tuple(children(element, "gloss")),
        tuple(children(element, "desc")),
        tuple(children(element, "remarks")),
        tuple(children(element, "exemplum")),
    )


def in_language(elements: Elements, language: str) -> Elements:
    """Those of the language, else those in English or in none."""
    wanted = tuple(each for each in elements if (each.get(f"{XML}lang") or "en") == language)
    return wanted or tuple(each for each in elements if (each.get(f"{XML}lang") or "en") in ("en", "und", "mul"))


def _words(elements: Elements, language: str) -> str:
    found = in_language(elements, language)
    return " ".join("".join(map(str, found[0].itertext())).split()) if found else ""


def _by_language(old: Elements, new: Elements) -> Elements:
    said = {each.get(f"{XML}lang") for each in new}
    return (*new, *(each for each in old if each.get(f"{XML}lang") not in said)) if new else old
