"""Schematron of a compiled ODD: the rules of its constraints, and warnings of what TEI is about to give up.

A constraint holds patterns, or rules, or bare assertions; these belong to the element or attribute that the constraint stands in.
Keys, functions and diagnostics that a constraint brings along go to the top of the schema, where Schematron has them.
"""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from teiencode.odd.attributes import AttDef
from teiencode.odd.constraints import Constraint
from teiencode.odd.problems import WRONG_CONSTRUCT, OddError
from teiencode.odd.reading import SCH, TEI_NAMESPACE, XSLT, local
from teiencode.odd.schema import Schema
from teiencode.odd.specifications import ElementSpec

_PREFIXES = {"tei": TEI_NAMESPACE, "xs": "http://www.w3.org/2001/XMLSchema"}
_RULES = ("let", "rule", "assert", "report", "p", "extends")


def write_schematron(schema: Schema) -> bytes:
    """All rules as an ISO Schematron schema for XSLT 3.0, in the order of the source. Raises `OddError`."""
    return _Writer(schema).schematron()


class _Writer:
    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self.prefixes = dict(_PREFIXES)
        self.above: list[etree._Element] = []
        self.patterns: list[etree._Element] = []
        self.diagnostics: list[etree._Element] = []
        self.idents: dict[str, int] = {}

    def schematron(self) -> bytes:
        schema = self.schema
        for spec in schema.elements.values():
            for constraint in spec.constraints:
                self._constraint(constraint, f"{spec.ident}-{constraint.ident}", self._context(spec))
            for ident, attribute in schema.attributes_of(spec).items():
                if attribute.of_class is None:
                    self._of_attribute(attribute.definition, f"{spec.ident}-{ident}", self._context(spec))
            if spec.valid_until:
                self._deprecated(f"{spec.ident}-deprecated", self._context(spec), f"the element {spec.name}", spec.valid_until)
        for key, of_class in schema.classes.items():
            context = "|".join(self._context(each) for each in dict.fromkeys(schema.elements_of(key)))
            if not context:
                continue
            for constraint in of_class.constraints:
                self._constraint(constraint, f"{key}-{constraint.ident}", context)
            for ident, attribute in schema.attributes_of_class(key).items():
                if attribute.of_class == key:
                    self._of_attribute(attribute.definition, f"{key}-{ident}", context)
        for constraint in schema.constraints:
            self._constraint(constraint, constraint.ident, None)
        if schema.problems.errors:
            raise OddError(schema.problems.errors)
        return self._written()

    def _of_attribute(self, definition: AttDef, name: str, context: str) -> None:
        at = "|".join(f"{each}/@{definition.name}" for each in context.split("|"))
        for constraint in definition.constraints:
            self._constraint(constraint, f"{name}-{constraint.ident}", at)
        if definition.valid_until:
            self._deprecated(f"{name}-deprecated", at, f"the attribute {definition.name}", definition.valid_until)

    def _context(self, spec: ElementSpec) -> str:
        namespace = spec.namespace or self.schema.namespace
        return f"{self._prefix(namespace)}:{spec.name}"

    def _prefix(self, namespace: str) -> str:
        for prefix, uri in self.prefixes.items():
            if uri == namespace:
                return prefix
        prefix = "teix" if namespace.endswith("/Examples") else f"ns{len(self.prefixes)}"
        self.prefixes[prefix] = namespace
        return prefix

    def _constraint(self, constraint: Constraint, name: str, context: str | None) -> None:
        """The rules of one constraint, as patterns; bare assertions get `context`."""
        bare: list[etree._Element] = []
        rules: list[etree._Element] = []
        for each in constraint.rules:
            self._declare(each)
            if each.tag.startswith(XSLT):
                self.above.append(each)
            elif each.tag == f"{SCH}ns":
                self.prefixes[each.get("prefix", "")] = each.get("uri", "")
            elif each.tag == f"{SCH}diagnostics":
                self.diagnostics += [diagnostic for diagnostic in each if isinstance(diagnostic.tag, str)]
            elif each.tag == f"{SCH}pattern":
                self._pattern(deepcopy(each), name)
            elif each.tag == f"{SCH}rule" or (each.tag == f"{SCH}let" and context is None):
                rules.append(each)
            elif each.tag.startswith(SCH) and local(each) in _RULES:
                bare.append(each)
            else:
                known = ("pattern", "rule", "assert", "report", "let", "ns", "diagnostics")
                self.schema.problems.unknown(constraint.at, "part of a Schematron constraint", local(each), known)
        if rules or bare:
            if bare and context is None:
                raise self.schema.problems.give_up(
                    WRONG_CONSTRUCT,
                    constraint.at,
                    f'the assertions of "{constraint.ident}" belong to no element',
                    "put them in a sch:rule with a context",
                )
            pattern = etree.Element(f"{SCH}pattern")
            pattern.extend(deepcopy(rule) for rule in rules)
            if bare:
                rule = etree.SubElement(pattern, f"{SCH}rule", context=context or "")
                rule.extend(deepcopy(each) for each in bare)
            self._pattern(pattern, name)

    def _pattern(self, pattern: etree._Element, name: str) -> None:
        """Keep a pattern, under a name of its own."""
        if pattern.get("id") is None:
            number = self.idents[name] = self.idents.get(name, 0) + 1
            safe = "".join(character if character.isalnum() or character in "-_." else "-" for character in name)
            pattern.set("id", safe if number == 1 else f"{safe}-{number}")
        pattern.tail = None
        self.patterns.append(pattern)

    def _deprecated(self, name: str, context: str, what: str, until: str) -> None:
        pattern = etree.Element(f"{SCH}pattern")
        rule = etree.SubElement(pattern, f"{SCH}rule", context=context)
        report = etree.SubElement(rule, f"{SCH}report", test="true()", role="warning")
        report.text = f"TEI keeps {what} only until {until}: use another."
        self._pattern(pattern, name)

    def _declare(self, element: etree._Element) -> None:
        """Keep the prefixes that stand at a rule, for the expressions in it."""
        for prefix, uri in element.nsmap.items():
            if prefix and uri not in (SCH[1:-1], XSLT[1:-1]) and prefix != "xml":
                self.prefixes.setdefault(prefix, uri)

    def _written(self) -> bytes:
        root = etree.fromstring(f'<schema xmlns="{SCH[1:-1]}" xmlns:xsl="{XSLT[1:-1]}" queryBinding="xslt3"/>')
        etree.SubElement(root, f"{SCH}title").text = f"{self.schema.title}: rules beside the grammar"
        used = "".join(etree.tostring(each, encoding="unicode") for each in (*self.patterns, *self.above))
        for prefix, uri in sorted(self.prefixes.items()):
            if f"{prefix}:" in used:
                etree.SubElement(root, f"{SCH}ns", prefix=prefix, uri=uri)
        root.extend(_unique(self.above))
        root.extend(self.patterns)
        if self.diagnostics:
            etree.SubElement(root, f"{SCH}diagnostics").extend(_unique(self.diagnostics))
        etree.strip_elements(root, etree.Comment, with_tail=False)
        etree.cleanup_namespaces(root, keep_ns_prefixes=["xsl"])
        etree.indent(root)
        head = f"<!-- {self.schema.title}: made of its ODD by `teiencode schema build`. Change the ODD, and build again. -->"
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n{etree.tostring(root, encoding="unicode")}\n'.encode()


def _unique(elements: list[etree._Element]) -> list[etree._Element]:
    """Copies of the elements, each said once."""
    found: dict[bytes, etree._Element] = {}
    for each in elements:
        copy = deepcopy(each)
        copy.tail = None
        found.setdefault(etree.tostring(copy, method="c14n"), copy)
    return list(found.values())
