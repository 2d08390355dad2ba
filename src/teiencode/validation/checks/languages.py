"""Languages: codes that are names, which a grammar takes for codes.

Example:  <foreign xml:lang="french">
Cure:     xml:lang="fr"

A code begins with two or three letters (BCP 47; longer ones are reserved, and none is given out), or with x or i.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teiencode.diagnostic import Diagnostic
from teiencode.validation.checks.index import TEI, Index
from teiencode.validation.codes_of_checks import LANGUAGE
from teiencode.validation.value_words import LANGUAGES

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NAME = re.compile(r"[A-Za-z]{4,8}(?:-|$)")


def check_languages(index: Index) -> Iterator[Diagnostic]:
    """A finding at each language that is named in a word where its code should stand."""
    document = index.document
    tagged = document.tree.iterfind(f".//*[@{_XML_LANG}]")
    for attribute, elements in ((_XML_LANG, (document.tree.getroot(), *tagged)), ("ident", index.named("language"))):
        for element in elements:
            code = str(element.get(attribute, "")).strip()
            if not _NAME.match(code) or not str(element.tag).startswith(TEI):
                continue
            written = "xml:lang" if attribute == _XML_LANG else attribute
            known = LANGUAGES.get(code.lower())
            cures = (f'Write {written}="{known}".',) if known else ()
            message = f'"{code}" in {written} is no code of a language: that has two or three letters.'
            cures = (*cures, f'Write the code of the language (BCP 47), such as {written}="en".')
            yield document.finding(LANGUAGE, element, document.attribute(element, attribute), message, cures)
