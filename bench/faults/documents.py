"""Valid documents to make faults in: hand-encoded ones with a header, and what teiencode makes of texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from bench.data import collections
from teiencode import encode

_HEADER = """\
<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{name}">
<teiHeader>
<fileDesc>
<titleStmt><title>Papers: {name}</title><editor>A. Editor</editor></titleStmt>
<publicationStmt>
<publisher>Office of Papers</publisher>
<date when="1996">1996</date>
<idno type="papers">{name}</idno>
<availability status="free"><licence target="https://creativecommons.org/publicdomain/zero/1.0/">Free.</licence></availability>
</publicationStmt>
<sourceDesc><bibl>Papers, volume 3.</bibl></sourceDesc>
</fileDesc>
<encodingDesc>
{renditions}<classDecl><taxonomy xml:id="codes">
<category xml:id="code-x"><catDesc>a code</catDesc></category>
{codes}</taxonomy></classDecl>
</encodingDesc>
<profileDesc>
<langUsage><language ident="en">English</language></langUsage>
<particDesc><listPerson>
<person xml:id="p_first" sex="M"><persName>First Person</persName><birth when="1901-02-03"/></person>
{persons}</listPerson></particDesc>
<correspDesc><correspAction type="sent">
<persName ref="#p_first">First</persName><date when="1962-10-27"/></correspAction></correspDesc>
</profileDesc>
<revisionDesc><change when="2020-02-03" who="#p_first">Proofread.</change></revisionDesc>
</teiHeader>
<text>
<body>
"""

_FOOT = """
</body>
<back>
<div type="appendix" xml:id="appendix">
<head>Appendix</head>
<p>The meeting of <date when="1962-10-27">27 October 1962</date> in <placeName ref="#place_1">Havana</placeName> is told by
<persName ref="#p_first">First</persName>, <choice><abbr>Ass.</abbr><expan>Assistant</expan></choice> Secretary, in
<ref target="#appendix">this appendix</ref> and in <title level="m">The Papers</title>; see <ptr target="#table_1"/>.
It lasted from <date from="1962-10-27" to="1962-10-28">the 27th to the 28th</date>, <hi rend="italic">as was said</hi>.</p>
<p>It was <date notBefore="1963-01-01" notAfter="1963-12-31">in 1963</date>, with <q>few words</q> and a
<foreign xml:lang="fr">rapport</foreign><note xml:id="note_1" n="1" type="editorial" place="bottom">Not printed.</note>, that
<subst><del rend="strikethrough">they</del><add place="above">we</add></subst> met<anchor xml:id="end_1"/>.</p>
<table xml:id="table_1" rows="2" cols="3">
<row role="label"><cell>a</cell><cell>b</cell><cell>c</cell></row>
<row><cell>1</cell><cell>2</cell><cell>3</cell></row>
</table>
<list type="gloss" xml:id="terms_1">
<label>NSC</label><item>National Security Council</item>
<label>OAS</label><item>Organization of American States</item>
</list>
<figure><graphic url="map.png"/><figDesc>A map</figDesc></figure>
<list>
<item xml:id="place_1">Havana</item>
{items}</list>
<lg><l>A line of verse</l><l>and another</l></lg>
<sp who="#p_first"><speaker>First</speaker><p>A speech.</p></sp>
</div>
</back>
</text>
</TEI>
"""

_POINTER = re.compile(r'(?P<attribute>[\w:]+)="(?P<value>[^"]*#[^"]*)"')


def hand_encoded(data: Path) -> Iterator[tuple[str, str]]:
    """Names and texts of the hand-made documents, each whole: with a header, and with all that it points at."""
    for collection in collections(data):
        for name in collection.names:
            div = (collection.folder / f"{name}.gold.xml").read_text(encoding="utf-8")
            yield name, whole(name, re.sub(r"^<\?xml[^>]*\?>\s*", "", div))


def whole(name: str, div: str) -> str:
    """A document around a division."""
    lacking: dict[str, dict[str, None]] = {"rendition": {}, "ana": {}, "corresp": {}, "target": {}}
    ids = set(re.findall(r'xml:id="([^"]+)"', div))
    for pointer in _POINTER.finditer(div):
        words = [word[1:] for word in pointer["value"].split() if word.startswith("#")]
        lacking.setdefault(pointer["attribute"], {}).update(dict.fromkeys(word for word in words if word not in ids))
    renditions = "".join(f'<rendition xml:id="{each}">text-align: start</rendition>\n' for each in lacking["rendition"])
    persons = [each for each in lacking["corresp"] if each not in lacking["target"]]
    items = [each for each in lacking["target"] if each not in lacking["rendition"]]
    head = _HEADER.format(
        name=name,
        renditions=f"<tagsDecl>\n{renditions}</tagsDecl>\n" if renditions else "",
        codes="".join(f'<category xml:id="{each}"><catDesc>{each}</catDesc></category>\n' for each in lacking["ana"]),
        persons="".join(f'<person xml:id="{each}"><persName>{each}</persName></person>\n' for each in persons),
    )
    return head + div + _FOOT.format(items="".join(f'<item xml:id="{each}">{each}</item>\n' for each in items))


def vocabularies() -> Iterator[tuple[str, str]]:
    """Names and texts of short documents in the vocabularies of TEI: manuscripts, drama, verse, dictionaries, letters …"""
    for file in sorted((Path(__file__).parent / "vocabularies").glob("*.xml")):
        yield file.stem, file.read_text(encoding="utf-8")


def encoded(data: Path, every: int) -> Iterator[tuple[str, str]]:
    """Names and texts of what teiencode makes of each `every`-th text."""
    for collection in collections(data):
        for text in collection.texts[::every]:
            yield text.stem, encode(text, name=text.stem).xml.decode()
