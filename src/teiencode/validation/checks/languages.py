"""Languages: codes that are names, which a grammar takes for codes, and codes that no language has, or no country in them.

Example:  <foreign xml:lang="french">, <language ident="cz">, <text xml:lang="en-UK">
Cure:     xml:lang="fr", ident="cs", xml:lang="en-GB"

A code begins with two or three letters (BCP 47; longer ones are reserved, and none is given out), or with x or i.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiencode.diagnostic import Diagnostic
from teiencode.validation.checks.index import TEI, XML_LANG, Index
from teiencode.validation.codes_of_checks import LANGUAGE, LANGUAGE_UNKNOWN
from teiencode.validation.language_codes import COUNTRIES, COUNTRIES_MEANT, MEANT, REGISTERED
from teiencode.validation.value_words import LANGUAGES

_NAME = re.compile(r"[A-Za-z]{4,8}(?:-|$)")
_CODE = re.compile(r"([A-Za-z]{2,3})(?:-|$)")
_COUNTRY = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?-(?P<code>[A-Za-z]{2,3})(?=-|$)")
"""A language, a script, and a country of two letters; three letters are a kind of the language, and mostly none."""


def check_languages(index: Index) -> Iterator[Diagnostic]:
    """A finding at each language that is named in a word where its code should stand, or by a code that none has."""
    document = index.document
    tagged = document.tree.iterfind(f".//*[@{XML_LANG}]")
    texts = index.named("textLang")
    for attribute, elements in (
        (XML_LANG, (document.tree.getroot(), *tagged)),
        ("ident", index.named("language")),
        ("mainLang", texts),
    ):
        for element in elements:
            code = str(element.get(attribute, "")).strip()
            if not code or not str(element.tag).startswith(TEI):
                continue
            written = "xml:lang" if attribute == XML_LANG else attribute
            if _NAME.match(code):
                known = LANGUAGES.get(code.lower())
                said, message = LANGUAGE, f'"{code}" in {written} is no code of a language: that has two or three letters.'
            elif _is_unknown(code):
                first, sign, rest = code.partition("-")
                known = MEANT.get(first.lower())
                known = known and known + sign + rest
                said, message = LANGUAGE_UNKNOWN, f'No language has the code "{first}" ({written}).'
            elif country := _unknown_country(code):
                meant = COUNTRIES_MEANT.get(country["code"].upper())
                known = (
                    code[: country.start("code")] + meant + code[country.end() :] if meant else code[: country.start("code") - 1]
                )
                said, message = LANGUAGE_UNKNOWN, f'No country has the code "{country["code"]}" ({written}).'
            else:
                continue
            cures = (f'Write {written}="{known}".',) if known else ()
            cures = (*cures, f'Write the code of the language (BCP 47), such as {written}="en" or {written}="en-GB".')
            yield document.finding(said, element, document.attribute(element, attribute), message, cures)


def _unknown_country(code: str) -> re.Match[str] | None:
    """The country in a code, where none has these letters; those from QM to QZ and from XA to XZ are for anybody's own use."""
    found = _COUNTRY.match(code)
    if found is None:
        return None
    letters = found["code"].upper()
    is_free = len(letters) == 2 and (letters in COUNTRIES or letters == "AA" or re.fullmatch("Q[M-Z]|X[A-Z]", letters))
    return None if is_free or (len(letters) > 2 and letters not in COUNTRIES_MEANT) else found


def _is_unknown(code: str) -> bool:
    """Whether a code begins with two letters that stand for no language, or with three that are known to be a slip."""
    found = _CODE.match(code)
    if found is None:
        return False
    letters = found[1].lower()
    return letters in MEANT or (len(letters) == 2 and letters not in REGISTERED)
