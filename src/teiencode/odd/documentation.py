"""Documentation of a compiled ODD: one page in HTML, for each element what it means, its attributes, its content, examples."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from lxml import etree

from teiencode.odd.attributes import AttDef, Attribute
from teiencode.odd.content_words import children_of, content_words
from teiencode.odd.documentation_of import Documentation, in_language
from teiencode.odd.reading import local
from teiencode.odd.schema import Schema
from teiencode.odd.specifications import ClassSpec, ElementSpec, MacroSpec

_EXAMPLES = "{http://www.tei-c.org/ns/Examples}"

_RIGHTS = (
    "Descriptions and examples are those of the sources of this schema. TEI's are by the TEI Consortium, under CC BY 3.0 or the "
    "BSD 2-Clause licence."
)

_STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; color: #1a1a1a; background: #fff }
code, pre { font-family: ui-monospace, monospace; font-size: .9em }
pre { background: #f4f4f4; padding: .75rem; overflow-x: auto; white-space: pre-wrap }
nav ul { columns: 10rem; list-style: none; padding: 0 }
section { border-top: 1px solid #ccc; margin-top: 2rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid #ddd }
dt { font-weight: 600 }
a { color: #004b87 }
"""


def write_documentation(schema: Schema) -> bytes:
    """The page, in the language of the schema, and in English where the source has no other words."""
    return _Page(schema).html().encode()


class _Page:
    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self.parents: dict[str, dict[str, None]] = {}
        for spec in schema.elements.values():
            for child in children_of(schema, spec.content):
                self.parents.setdefault(child, {})[spec.ident] = None

    def html(self) -> str:
        schema, title = self.schema, escape(self.schema.title)
        elements = sorted(schema.elements.values(), key=_alphabetical)
        classes = [each for each in sorted(schema.classes.values(), key=_alphabetical) if self._is_used(each)]
        macros = sorted((*schema.parts.macros.values(), *schema.parts.datatypes.values()), key=_alphabetical)
        parts = [
            f'<!DOCTYPE html>\n<html lang="{escape(schema.language)}">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title}: elements and attributes</title>\n<style>{_STYLE}</style>\n</head>\n<body>",
            f"<header><h1>{title}</h1>",
            f"<p>A document begins with {self._links(schema.start)}.</p></header>\n<main>",
            '<nav aria-label="Elements"><h2>Elements</h2><ul>',
            *(f"<li>{self._link(each.ident)}</li>" for each in elements),
            "</ul></nav>",
            *map(self._element, elements),
            "<h2>Classes</h2>",
            *map(self._class, classes),
            "<h2>Macros and datatypes</h2>",
            *map(self._macro, macros),
            f"</main>\n<footer><p>{_RIGHTS}</p></footer>\n</body>\n</html>\n",
        ]
        return "\n".join(parts)

    # ------------------------------------------------------------ one thing

    def _element(self, spec: ElementSpec) -> str:
        shown = f"&lt;{escape(spec.name)}&gt;" + (f" ({escape(spec.ident)})" if spec.name != spec.ident else "")
        content = content_words(self.schema, spec.content, self._link, _code) if spec.content is not None else ""
        rows = [
            ("May hold", content or "nothing"),
            ("Stands in", self._links(sorted(self.parents.get(spec.ident, {}), key=str.lower)) or "no other element"),
            ("Classes", self._links(spec.memberships.keys if spec.memberships else ())),
            ("Module", escape(spec.module or "")),
        ]
        attributes = self._attributes(self.schema.attributes_of(spec))
        return self._section(spec.ident, shown, spec.documentation, rows, attributes + self._examples(spec.documentation))

    def _class(self, spec: ClassSpec) -> str:
        members = self._links(sorted((each.ident for each in self.schema.members(spec.ident)), key=str.lower))
        rows = [("Members", members), ("Classes", self._links(spec.memberships.keys if spec.memberships else ()))]
        has = {ident: each for ident, each in self.schema.attributes_of_class(spec.ident).items() if each.of_class == spec.ident}
        return self._section(spec.ident, escape(spec.ident), spec.documentation, rows, self._attributes(has))

    def _macro(self, spec: MacroSpec) -> str:
        content = content_words(self.schema, spec.content, self._link, _code) if spec.content is not None else ""
        return self._section(spec.ident, escape(spec.ident), spec.documentation, [("Stands for", content or "nothing")], "")

    def _section(self, ident: str, shown: str, words: Documentation, rows: list[tuple[str, str]], rest: str) -> str:
        language = self.schema.language
        gloss, description = words.gloss(language), words.description(language)
        said = f"<p>{f'<b>{escape(gloss)}</b> ' if gloss else ''}{escape(description)}</p>" if gloss or description else ""
        facts = "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in rows if value)
        return f'<section id="{escape(ident)}"><h3><code>{shown}</code></h3>{said}<dl>{facts}</dl>{rest}</section>'

    # ------------------------------------------------------------ attributes

    def _attributes(self, has: dict[str, Attribute]) -> str:
        if not has:
            return ""
        rows = "".join(self._attribute(each) for _, each in sorted(has.items(), key=lambda item: item[0].lower()))
        return f"<table><thead><tr><th>Attribute</th><th>Values</th><th>Meaning</th></tr></thead><tbody>{rows}</tbody></table>"

    def _attribute(self, attribute: Attribute) -> str:
        definition, language = attribute.definition, self.schema.language
        words = [definition.documentation.gloss(language), definition.documentation.description(language)]
        meaning = escape(": ".join(each for each in words if each))
        origin = f" ({self._link(attribute.of_class)})" if attribute.of_class else ""
        needed = " <strong>required</strong>" if definition.required else ""
        name = f"<code>{escape(definition.name)}</code>{needed}{origin}"
        return f"<tr><td>{name}</td><td>{self._values(definition)}</td><td>{meaning}</td></tr>"

    def _values(self, definition: AttDef) -> str:
        listed, typed = definition.values, ""
        if definition.datatype is not None:
            node, times = definition.datatype
            typed = content_words(self.schema, node, self._link, _code)
            if times.most != 1:
                typed = f"words, each {typed}"
        if listed is None or not listed.items:
            return typed or "text"
        values = ", ".join(_value(item.name, item.documentation.gloss(self.schema.language)) for item in listed.items)
        match listed.openness:
            case "closed":
                return values
            case "semi":
                return f"{values}; or {typed or 'text'}"
            case _:
                return f"{typed or 'text'}; such as {values}"

    # ------------------------------------------------------------ words

    def _examples(self, words: Documentation) -> str:
        found = [
            example
            for exemplum in in_language(words.examples, self.schema.language)
            for example in exemplum.iter(f"{_EXAMPLES}egXML")
        ]
        return "".join(f"<pre>{escape(_source(example))}</pre>" for example in found)

    def _is_used(self, spec: ClassSpec) -> bool:
        return bool(self.schema.members(spec.ident))

    def _links(self, idents: tuple[str, ...] | list[str]) -> str:
        return " ".join(self._link(ident) for ident in idents if self._is_known(ident))

    def _is_known(self, ident: str) -> bool:
        parts = self.schema.parts
        if ident in parts.classes:
            return self._is_used(parts.classes[ident])
        return ident in parts.elements or ident in parts.macros or ident in parts.datatypes

    def _link(self, ident: str) -> str:
        shown = _code(ident)
        return f'<a href="#{escape(ident)}">{shown}</a>' if self._is_known(ident) else shown


def _alphabetical(spec: ElementSpec | ClassSpec | MacroSpec) -> tuple[str, str]:
    return spec.ident.lower(), spec.ident


def _code(words: str) -> str:
    return f"<code>{escape(words)}</code>"


def _value(word: str, gloss: str) -> str:
    return _code(word) + (f" ({escape(gloss)})" if gloss and gloss != word else "")


def _source(example: etree._Element) -> str:
    """The XML in an example as one would write it: without the namespace of examples."""
    return "".join(_tags(example)).strip("\n")


def _tags(element: etree._Element) -> Iterator[str]:
    yield escape(element.text or "", quote=False)
    for each in element:
        if isinstance(each, etree._Comment):
            yield f"<!--{each.text}-->"
        elif isinstance(each.tag, str):
            name = f"{each.prefix}:{local(each)}" if each.prefix else local(each)
            attributes = "".join(f' {_attribute_name(key)}="{escape(str(value))}"' for key, value in each.attrib.items())
            inner = "".join(_tags(each))
            yield f"<{name}{attributes}>{inner}</{name}>" if inner else f"<{name}{attributes}/>"
        yield escape(each.tail or "", quote=False)


def _attribute_name(key: str | bytes) -> str:
    name = etree.QName(str(key))
    return f"xml:{name.localname}" if name.namespace else name.localname
