"""XSD 1.0 of a compiled ODD, for programs that take nothing else: one file, never narrower than the RELAX NG.

It is made of the RELAX NG, and wider where XSD cannot follow: an element whose content model is not deterministic holds its
children in any order; of attributes of which only one may stand, all may; where text may stand, and what it is, is not said;
`xml:` attributes and elements of other namespaces are not looked at.
"""

from __future__ import annotations

from lxml import etree

from teiencode.odd.particles import NOTHING, Either, Leaf, Named, Often, Particle, Row, is_deterministic, leaves
from teiencode.odd.problems import WIDER_XSD, Spot
from teiencode.odd.reading import RNG, XSD, local
from teiencode.odd.relaxng import write_relaxng
from teiencode.odd.schema import Schema

_VALUES = ("data", "value", "list")


def write_xsd(schema: Schema) -> bytes:
    """The schema as XSD; which elements it is wider for is noted in the schema's problems. Raises `OddError`."""
    parser = etree.XMLParser(huge_tree=True)  # it is our own
    return _Writer(schema, etree.fromstring(write_relaxng(schema), parser)).xsd()


def _make(kind: str, /, *parts: etree._Element, **attributes: str) -> etree._Element:
    element = etree.Element(XSD + kind, attributes)
    element.extend(parts)
    return element


class _Writer:
    def __init__(self, schema: Schema, grammar: etree._Element) -> None:
        self.schema = schema
        self.grammar = grammar
        self.defines = {each.get("name", ""): each for each in grammar.iter(f"{RNG}define")}
        self.elements = {
            name: each[0] for name, each in self.defines.items() if len(each) == 1 and each[0].tag == f"{RNG}element"
        }
        self.particles: dict[str, Particle] = {}
        self.groups: dict[str, Particle] = {}
        self.types: dict[str, None] = {}
        self.wider: list[str] = []

    def xsd(self) -> bytes:
        namespace = self.schema.namespace
        names = f'xmlns:xs="{XSD[1:-1]}" xmlns="{namespace}" targetNamespace="{namespace}"'
        root = etree.fromstring(f'<xs:schema {names} elementFormDefault="qualified"/>')
        start = self.grammar.find(f"{RNG}start")
        assert start is not None
        for reference in start.iter(f"{RNG}ref"):
            name = reference.get("name", "")
            root.append(_make("element", name=self.elements[name].get("name", ""), type=name))
        types = [self._type(name, element) for name, element in self.elements.items() if self._is_ours(element)]
        written: set[str] = set()
        while len(written) < len(self.groups):  # writing one may need others
            for name in [each for each in self.groups if each not in written]:
                written.add(name)
                root.append(_make("group", self._compositor(self.groups[name]), name=name))
        root.extend(self._simple(self.defines[name], name) for name in self.types)
        root.extend(types)
        if self.wider:
            message = (
                f"the XSD lets {len(self.wider)} of {len(types)} elements hold their children in any order: {_some(self.wider)}"
            )
            self.schema.problems.add(WIDER_XSD, Spot(self.schema.file), message)
        etree.indent(root)
        head = f"<!-- {self.schema.title}: made of its ODD by `teiencode schema build`. Change the ODD, and build again. -->"
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n{etree.tostring(root, encoding="unicode")}\n'.encode()

    def _is_ours(self, element: etree._Element) -> bool:
        return element.get("name") is not None and element.get("ns", self.schema.namespace) == self.schema.namespace

    # ------------------------------------------------------------ elements

    def _type(self, name: str, element: etree._Element) -> etree._Element:
        content = _make("complexType", name=name)
        attributes = [*self._attributes(list(element), {}, required=True).values()]
        attributes.append(_make("anyAttribute", namespace="http://www.w3.org/XML/1998/namespace", processContents="skip"))
        particle = self._row(list(element))
        if self._has_text(element, set()):
            content.set("mixed", "true")
        if any(leaves(particle)):
            content.append(self._model(name, particle))
        content.extend(attributes)
        return content

    def _model(self, name: str, particle: Particle) -> etree._Element:
        if not is_deterministic(particle):
            self.wider.append(name)
            particle = Often(Either(tuple(dict.fromkeys(leaves(particle)))), optional=True, repeated=True)
        return self._written(particle, grouped=True)

    def _written(self, particle: Particle, *, grouped: bool = False) -> etree._Element:
        """A particle as XSD; `grouped`: as a sequence or choice, and no lone element."""
        match particle:
            case Leaf(name=name, type=None):
                element = _make("any", namespace=name, processContents="skip")
            case Leaf(name=name, type=of_type):
                element = _make("element", name=name, type=of_type or "")
            case Named(name=name, inner=inner):
                self.groups.setdefault(name, inner)
                element = _make("group", ref=name)
            case Row(parts=parts):
                return _make("sequence", *map(self._written, parts))
            case Either(parts=parts):
                return _make("choice", *map(self._written, parts))
            case Often(inner=inner, optional=optional, repeated=repeated):
                element = self._written(inner, grouped=grouped)
                if element.get("minOccurs") or element.get("maxOccurs"):
                    element = _make("sequence", element)
                if optional:
                    element.set("minOccurs", "0")
                if repeated:
                    element.set("maxOccurs", "unbounded")
                return element
        return _make("sequence", element) if grouped else element

    def _compositor(self, particle: Particle) -> etree._Element:
        """A particle as a sequence or choice that stands once, as a group must hold it."""
        element = self._written(particle, grouped=True)
        return _make("sequence", element) if element.get("minOccurs") or element.get("maxOccurs") else element

    # ------------------------------------------------------------ RELAX NG to particles

    def _row(self, patterns: list[etree._Element]) -> Particle:
        parts = tuple(part for part in map(self._particle, patterns) if part != NOTHING)
        return parts[0] if len(parts) == 1 else Row(parts)

    def _particle(self, pattern: etree._Element) -> Particle:
        kind = local(pattern)
        match kind:
            case "group":
                return self._row(list(pattern))
            case "choice":
                parts = tuple(dict.fromkeys(map(self._particle, pattern)))
                some = tuple(part for part in parts if part != NOTHING)
                inner: Particle = some[0] if len(some) == 1 else Either(some)
                return NOTHING if not some else inner if len(some) == len(parts) else Often(inner, optional=True, repeated=False)
            case "optional" | "zeroOrMore" | "oneOrMore":
                inner = self._row(list(pattern))
                return inner if inner == NOTHING else _often(inner, kind != "oneOrMore", kind != "optional")
            case "interleave":  # XSD has no such thing for more than single elements
                inner = self._row(list(pattern))
                return inner if inner == NOTHING else _often(Either(tuple(dict.fromkeys(leaves(inner)))), True, True)
            case "element":
                return Leaf("##any", None)
            case "ref":
                return self._referred(pattern.get("name", ""))
            case _:
                return NOTHING

    def _referred(self, name: str) -> Particle:
        if name in self.elements:
            element = self.elements[name]
            if self._is_ours(element):
                return Leaf(element.get("name", ""), name)
            return Leaf(element.get("ns", "##other"), None)
        if name not in self.particles:
            self.particles[name] = NOTHING  # a macro that holds itself would have no end
            inner = self._row(list(self.defines[name]))
            self.particles[name] = inner if inner == NOTHING or isinstance(inner, Leaf) else Named(name, inner)
        return self.particles[name]

    def _has_text(self, pattern: etree._Element, seen: set[str]) -> bool:
        """Whether text or a value may stand among the children."""
        for each in pattern:
            kind = local(each)
            if kind == "text" or kind in _VALUES:
                return True
            if kind == "ref":
                name = each.get("name", "")
                if name not in self.elements and name not in seen and self._has_text(self.defines[name], seen | {name}):
                    return True
            elif kind not in ("attribute", "element") and self._has_text(each, seen):
                return True
        return False

    # ------------------------------------------------------------ attributes

    def _attributes(
        self, patterns: list[etree._Element], found: dict[str, etree._Element], *, required: bool
    ) -> dict[str, etree._Element]:
        """The attributes among patterns, by name; those that are one way of several are optional."""
        for each in patterns:
            kind = local(each)
            if kind == "attribute":
                name = each.get("name", "")
                if name and not name.startswith("xml:") and not each.get("ns"):
                    attribute = _make("attribute", self._simple(each), name=name)
                    if required:
                        attribute.set("use", "required")
                    found.setdefault(name, attribute)
            elif kind == "ref":
                name = each.get("name", "")
                if name not in self.elements and ".attribute" in name:
                    self._attributes(list(self.defines[name]), found, required=required)
            elif kind in ("group", "interleave"):
                self._attributes(list(each), found, required=required)
            elif kind in ("optional", "choice", "zeroOrMore"):
                self._attributes(list(each), found, required=False)
        return found

    def _simple(self, holder: etree._Element, name: str | None = None) -> etree._Element:
        """The simple type of what an attribute or a definition holds."""
        patterns = [each for each in holder if isinstance(each.tag, str)]
        element = _make("simpleType", self._restricted(patterns[0]) if patterns else _make("restriction", base="xs:string"))
        if name is not None:
            element.set("name", name)
        return element

    def _restricted(self, pattern: etree._Element) -> etree._Element:
        match local(pattern):
            case "data":
                facets = [_make(param.get("name", ""), value=param.text or "") for param in pattern]
                return _make("restriction", *facets, base=f"xs:{pattern.get('type')}")
            case "value":
                return _make("restriction", _make("enumeration", value=pattern.text or ""), base="xs:token")
            case "ref":
                self._need(pattern.get("name", ""))
                return _make("restriction", base=pattern.get("name", ""))
            case "choice":
                words = [each for each in pattern if local(each) == "value"]
                others = [each for each in pattern if local(each) != "value"]
                listed = _make("restriction", *(_make("enumeration", value=each.text or "") for each in words), base="xs:token")
                if not others:
                    return listed
                members = [
                    *([_make("simpleType", listed)] if words else []),
                    *(_make("simpleType", self._restricted(each)) for each in others),
                ]
                return _make("union", *members)
            case "list":
                return self._list(pattern)
            case "group" | "optional" | "oneOrMore" | "zeroOrMore" if len(pattern):
                return self._restricted(pattern[0])
            case _:
                return _make("restriction", base="xs:string")

    def _list(self, pattern: etree._Element) -> etree._Element:
        """A list of words: its items are those of all its parts, and it has at least as many as must be there."""
        kinds: dict[bytes, etree._Element] = {}
        least = 0
        for each in pattern:
            item = self._restricted(each)
            kinds.setdefault(etree.tostring(item, method="c14n"), item)
            least += local(each) not in ("optional", "zeroOrMore")
        items = [_make("simpleType", each) for each in kinds.values()]
        item = items[0] if len(items) == 1 else _make("simpleType", _make("union", *items))
        listed = _make("list", item)
        if not least:
            return listed
        return _make("restriction", _make("simpleType", listed), _make("minLength", value=str(least)))

    def _need(self, name: str) -> None:
        """Define a named type, and those that it names."""
        if name not in self.types:
            self.types[name] = None
            for reference in self.defines[name].iter(f"{RNG}ref"):
                self._need(reference.get("name", ""))


def _often(inner: Particle, optional: bool, repeated: bool) -> Particle:
    if isinstance(inner, Often):
        return Often(inner.inner, optional or inner.optional, repeated or inner.repeated)
    return Often(inner, optional, repeated)


def _some(names: list[str], most: int = 8) -> str:
    return ", ".join(names[:most]) + ("" if len(names) <= most else f" and {len(names) - most} more")
