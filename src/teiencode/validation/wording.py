"""Faults in words that an editor can act on: what is wrong, and the likeliest cures first.

Cures come from the grammar itself: names that are nearly the same, the element that is missing around another, the values
that an attribute has. A few words of other vocabularies are known besides.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice
from pathlib import Path

from lxml import etree

from teiencode.diagnostic import Code, Diagnostic
from teiencode.validation import codes, derivatives, patterns
from teiencode.validation.attribute_wording import AttributeWording
from teiencode.validation.faults import Fault, split_tag
from teiencode.validation.grammar import Grammar
from teiencode.validation.homes import after_element, earlier_place, goes_on_behind, home_in, wrapping, wrapping_two
from teiencode.validation.names import Name
from teiencode.validation.nearest import (
    UnknownNames,
    by_attributes,
    common_first,
    first_word,
    is_called_after,
    names_of_the_same,
    nearest_names,
    typical_first,
)
from teiencode.validation.next_elements import (
    holders_next,
    nested_around,
    next_names,
    other_namespaces,
    speaking_next,
    with_what_it_needs,
)
from teiencode.validation.other_vocabularies import plain_name
from teiencode.validation.paths import local_name
from teiencode.validation.phrases import FEW, but, either, shortened, tag
from teiencode.validation.reading import Document
from teiencode.validation.renaming import Renaming
from teiencode.validation.required import needed
from teiencode.validation.schema_names import attribute_names, child_names, element_names, names_of, written
from teiencode.validation.value_cures import listed, value_cures
from teiencode.validation.vocabularies import (
    COMMON,
    FREQUENT,
    MISLED,
    NEEDLESS,
    PARTNERS,
)

_BESIDE_ALL = ("note", "head")
"""Elements that stand beside others and are not what those around them are."""

_PLAIN = ("p", "ab")
"""Elements that say no more of words than that they stand together."""

_NUMBER = re.compile(r"[\[(]?(?:[A-Za-z]{0,2}[. ]{0,2}\d{1,5}[a-z]?|[ivxlcIVXLC]+)[\])]?")
"""The number of a page, a line or a column: 12, 12r, p. 12, [xii]."""

_MOST_SIBLINGS = 200
"""So many elements are looked at behind one that stands too early."""

_SMALL = 60
"""An element that may hold so few others, and no words, is made for them."""


class Wording:
    """Turns the faults of one document under one grammar into findings."""

    def __init__(self, document: Document, grammar: Grammar, tei_source: Path | None) -> None:
        """Take the document for places, the grammar for what it would have had, TEI's source for what its names stand for."""
        self._document = document
        self._grammar = grammar
        self._names = names_of(grammar, tei_source)
        self._renaming = Renaming(document, grammar, self._names)
        self._unknown = UnknownNames()
        self._attributes = AttributeWording(document, grammar, self._names, self._renaming)
        # A volume says the same wrong thing thousands of times.
        self._before: dict[tuple[etree._Element, str], bool] = {}
        self._held: dict[etree._Element, list[str]] = {}
        self._words_in: dict[tuple[tuple[patterns.Element, ...], str], list[str]] = {}

    def finding(self, fault: Fault) -> Diagnostic:
        """The finding for a fault, with its place, its words and its cures."""
        match fault.kind:
            case "root":
                return self._root(fault)
            case "unknown element":
                return self._unknown_element(fault)
            case "misplaced element":
                return self._misplaced_element(fault)
            case "incomplete":
                return self._incomplete(fault)
            case "text":
                return self._text(fault)
            case "unknown attribute":
                return self._attributes.unknown(fault)
            case "missing attribute":
                return self._attributes.missing(fault)
            case "attribute value":
                return self._attributes.value(fault)
            case "content value":
                return self._content_value(fault)

    def _root(self, fault: Fault) -> Diagnostic:
        namespace, local = split_tag(fault.name)
        allowed = list(dict.fromkeys(element_names(derivatives.first(fault.expected))))
        message = f"A document cannot begin with {tag(local)}{but(allowed)}."
        cures: tuple[str, ...] = ()
        for option in derivatives.first(fault.expected):
            if isinstance(option.names, Name) and option.names.local == local:
                wanted = option.names.namespace
                message = f"{tag(local)} is {f'in the namespace {namespace}' if namespace else 'in no namespace'}."
                cures = (f'Write <{local} xmlns="{wanted}">.',)
        return self._at_tag(codes.ROOT, fault.element, message, cures)

    def _unknown_element(self, fault: Fault) -> Diagnostic:
        namespace, local = split_tag(fault.name)
        allowed = next_names(fault.expected)
        everywhere = self._names.everywhere
        message = f"{tag(local)} is no element of the schema."
        if local in everywhere:
            where = f"in the namespace {namespace}" if namespace else "in no namespace"
            message = f"{tag(local)} stands {where}, where the schema does not have it."
            cures = [f'Declare the namespace on the outermost element, and remove xmlns="{namespace}" here.']
            return self._at_tag(codes.ELEMENT_UNKNOWN, fault.element, message, cures)
        if self._unknown.are_too_many(local):
            cure = "Remove its two tags, or write the name of an element of the schema."
            return self._at_tag(codes.ELEMENT_UNKNOWN, fault.element, message, [cure])
        foreign = other_namespaces(fault.expected, namespace, local)
        cures = [f'Give it its namespace: <{local} xmlns="{foreign[0]}">.'] if foreign else []
        if plain_name(local) in NEEDLESS:
            cures.append(f"Remove its two tags, and keep what is between them: TEI has no {tag(local)}.")
        near = [self._renaming.fitting(name) for name in nearest_names(local, tuple(allowed), everywhere, self._names.glosses)]
        kinds = self._renaming.by_types(local, fault.expected)
        near = [*near, *kinds] if near and first_word(near[0]) in allowed else [*kinds, *near]
        attributes = [written(str(name)) for name in fault.element.attrib]
        if len(near) < 2:
            near += by_attributes(attributes, allowed, self._names.owner_names, len(everywhere))[:2]
        for name in dict.fromkeys(near):
            holder = "" if first_word(name) in allowed else self._renaming.around(fault, first_word(name))
            cures.append(f"Did you mean {self._renaming.in_place_of(fault.element, name)}{holder}?")
        parent = fault.element.getparent()
        if (
            near
            and parent is not None
            and first_word(near[0]) == local_name(str(parent.tag))
            and derivatives.holds_text(fault.pattern)
        ):
            # A part of a date is a part of its words.
            cures.insert(0, f"Remove its tags, and keep what is between them in {tag(first_word(near[0]))}.")
        if not cures and allowed:
            cures += self._with_another_name(fault, allowed)
        return self._at_tag(codes.ELEMENT_UNKNOWN, fault.element, message, cures[:4])

    def _with_another_name(self, fault: Fault, allowed: list[str]) -> list[str]:
        """The cures of an element of whose name nothing can be said: what holds what is in it, or nothing at all."""
        children = list(fault.element.iterchildren("*"))
        inner = {local_name(str(child.tag)) for child in children}.intersection(self._names.everywhere)
        has_words = any((words or "").strip() for words in (fault.element.text, *(child.tail for child in children)))
        speaking = element_names(speaking_next(fault.expected)) if has_words else allowed
        fitting = speaking or allowed
        use = f"Use {either(common_first(fitting)[: FEW if len(fitting) <= FEW else 3])}."
        if self._document.stands_alone(fault.element):
            return ["Remove it.", use]
        # What is in it may stand without it: words in running text, paragraphs in a section.
        goes_without = derivatives.holds_text(fault.pattern) or not speaking if has_words else bool(inner)
        is_bare = goes_without and inner <= child_names(fault.pattern)
        return ["Remove its tags.", use] if is_bare else [use, "Remove its tags."]

    def _misplaced_element(self, fault: Fault) -> Diagnostic:
        local = local_name(fault.name)
        parent = fault.element.getparent()
        holder = local_name(parent.tag) if parent is not None else ""
        allowed = next_names(fault.expected)
        message, cures = self._out_of_order(fault, local, holder, allowed)
        # Around a word in running text another mark-up of words is no cure; a list around an item is.
        wrappers = self._usual_around(fault, local)
        behind = next(fault.element.itersiblings("*"), None)
        fitting = wrapping(wrappers, fault.expected, fault.pattern, str(fault.element.tag), behind)
        lacking = () if fault.expected.nullable else needed(fault.expected)
        names = _wrappers(fitting, lacking, local, holder)
        loose = [] if names else _wrappers(wrappers, lacking, local, holder)
        if parent is not None:
            # What stands among items is put in one.
            names = [name for name in names if name in self._common_in(parent)[:1]] or names
        meant = [MISLED[local]] if local in MISLED else names_of_the_same(local, tuple(allowed), self._names.glosses)[:1]
        meant = [name for name in meant if first_word(name) in FREQUENT]
        if meant and first_word(meant[0]) in allowed and fault.until is None:
            cures.insert(0, f"Did you mean {self._renaming.in_place_of(fault.element, meant[0])}?")
        if local == holder and parent is not None:
            cures.append(f"End the <{holder}> before it: write </{holder}> first, {self._and_then(parent, fault.element)}.")
        if fault.until is None and not fault.missing and names:
            nested = self._nested(fault, local) if set(names) <= set(_BESIDE_ALL) else ""
            cures += [f"Put it in {nested}."] if nested else []
            cures.append(f"Put it in {either(names[:3])}.")
        if fault.until is None and not fault.missing:
            together, second = wrapping_two([] if names else wrappers, fault.expected, fault.pattern, fault.element)
            if together and second is not None:
                around = tag(_wrappers(together, needed(fault.expected), local, holder)[0])
                cures.append(f"Put it in {around}, with the {tag(local_name(str(second.tag)))} behind it.")
            self._elsewhere(fault, local, holder, names, cures)
            cures += [f"Put it in {either(loose[:3])}."] if loose else []
        if not cures:
            cures.append(f"Move it out of {tag(holder)}, or remove it.")
        return self._at_tag(codes.ELEMENT_MISPLACED, fault.element, message, cures)

    def _out_of_order(self, fault: Fault, local: str, holder: str, allowed: list[str]) -> tuple[str, list[str]]:
        """Why an element cannot stand where it does, and the moves that bring it and its siblings into their order."""
        cures: list[str] = []
        if fault.until is not None:
            message = f"{tag(local)} cannot follow {tag(local_name(fault.until.tag))} in {tag(holder)}."
            before = f"the {tag(local_name(fault.until.tag))} of line {self._line(fault.until)}"
            place = earlier_place(fault.element, fault.until, fault.pattern, self._before)
            if local_name(fault.until.tag) == local:
                cures += [f"Put what is in it into {before}: there is only one.", "Remove it."]
            elif place is not None:
                if fault.later is not None and fault.later is not fault.element:
                    # All that stands between would have to be moved before it, one after the other.
                    behind_it = f"behind the {tag(local_name(str(fault.later.tag)))} of line {self._line(fault.later)}"
                    cures.append(f"Move {before} {behind_it}.")
                cures.append(f"Move it before the {tag(local_name(place.tag))} of line {self._line(place)}.")
                other = local_name(fault.until.tag)
                whole = self._grammar.content_anywhere(*split_tag(str(fault.until.tag)))
                if other in next_names(fault.expected) and local in child_names(whole):
                    cures.append(f"Put it in {tag(other)}, if the order of the text is to stay.")
            else:
                cures.append(f"Remove it, or {before}: one excludes the other.")
        elif local in child_names(fault.pattern):
            message = f"{tag(local)} cannot stand at this place in {tag(holder)}{but(allowed)}."
            missing = element_names(fault.missing)
            siblings = islice(fault.element.itersiblings("*"), _MOST_SIBLINGS if missing else 0)
            behind = next((each for each in siblings if local_name(each.tag) in missing), None)
            if behind is not None:
                awaited = f"the {tag(local_name(behind.tag))} of line {self._line(behind)}"
                if behind is not next(fault.element.itersiblings("*")) and goes_on_behind(fault.element, behind, fault.expected):
                    cures.append(f"Move {awaited} before this {tag(local)}.")
                cures.append(f"Move it behind {awaited}.")
            elif missing:
                cures.append(f"Put {either(missing if len(missing) <= FEW else typical_first(missing, '')[:3])} before it.")
            else:
                cures.append("Remove it, or what stands before it: one excludes the other.")
        else:
            message = f"{tag(local)} cannot stand in {tag(holder)}{but(allowed)}."
        return message, cures

    def _usual_around(self, fault: Fault, local: str) -> tuple[patterns.Element, ...]:
        """The elements that may stand here and hold one of a name, as texts have them.

        Around a word in running text another mark-up of words is no cure, and a note is none; a list around an item is. What may
        stand in many elements is not put in one that is rare: in a climate.
        """
        is_running = derivatives.holds_text(fault.pattern)
        wrappers = holders_next(fault.expected, local, without_words=is_running)
        if len(self._names.holders(local)) <= FEW:
            return wrappers
        if is_running:
            # A list around an item, and not around all that may stand at the end of a list.
            return tuple(each for each in wrappers if local in _needs(each) and set(COMMON).intersection(element_names((each,))))
        usual = set(FREQUENT)
        return tuple(each for each in wrappers if any(self._is_usual(name, usual) for name in element_names((each,))))

    def _is_usual(self, name: str, usual: set[str]) -> bool:
        """Whether an element is one of the usual ones, or made for few places, of which this is one."""
        return name in usual or len(self._names.holders(name)) <= FEW // 2

    def _nested(self, fault: Fault, inner: str | None) -> str:
        """The tags to put around words, or an element of the name `inner`, among elements of which each needs another in it."""
        likely = (*self._common_in(fault.element if inner is None else _parent(fault.element)), *element_names(fault.missing))
        found = (nested_around(fault.expected, name, inner) for name in likely if name in next_names(fault.expected))
        return next((tags for tags in found if tags), "")

    def _and_then(self, outer: etree._Element, inner: etree._Element) -> str:
        """What else is to do where an element is ended before another of its name that stood in it."""
        name = local_name(str(outer.tag))
        if inner.getnext() is not None or (inner.tail or "").strip():
            return f"and begin another behind it with <{name}>"
        line, _ = self._document.lines.place(self._document.end_tag(outer)[0])
        return f"and remove the second </{name}> in line {line}"

    def _elsewhere(self, fault: Fault, local: str, holder: str, wrappers: list[str], cures: list[str]) -> None:
        """Add where else an element may stand; between the parts of a header, what the file has there already."""
        element = fault.element
        holders = [name for name in self._names.holders(local) if name != holder]
        out = f"Move it out of {tag(holder)}: it may stand in {either(typical_first(holders, local)[:3])}." if holders else ""
        header = next(element.iterancestors("{*}teiHeader"), None)
        is_plain = local in _PLAIN and fault.until is None
        is_foreign = is_plain or not set(COMMON) & set(holders)
        if header is None and not derivatives.holds_text(fault.pattern) and not len(element) and is_foreign:
            # It belongs to another kind of text: what is in it is taken for the words that it is.
            behind = next(element.itersiblings("*"), None)
            words = wrapping(speaking_next(fault.expected), fault.expected, fault.pattern, None, behind)
            names = self._for_words(words, holder)
            if is_plain:
                # A paragraph among lines is one of them.
                likely = (*self._common_in(_parent(element)), *common_first(element_names(needed(fault.expected))))
                names = [name for name in likely if name in names and name in COMMON and name not in _BESIDE_ALL]
            if names and not (is_plain and names[0] in wrappers):
                cures.insert(0 if is_plain else len(cures), f"Write {tag(names[0])} in place of {tag(local)}.")
        if header is None or derivatives.holds_text(fault.pattern):
            inner = {local_name(str(child.tag)) for child in element.iterchildren("*")}
            is_running = derivatives.holds_text(fault.pattern) and not cures
            is_named = any("Did you mean" in cure for cure in cures)
            if (header is not None or is_running) and inner <= child_names(fault.pattern) and not is_named:
                cures.insert(0, f"Remove its tags, and keep what is between them in {tag(holder)}.")
            cures += [out] if out else []
            return
        # Deep in a header, as in a person, what stands wrongly says something of that.
        is_frame = header in islice(element.iterancestors("*"), 3)
        home = home_in(header, element, self._grammar) if is_frame else None
        if home is not None:
            into = local_name(str(home.element.tag))
            where = "at its end" if home.before is None else f"before its {tag(local_name(str(home.before.tag)))}"
            made = set(wrappers).intersection(holders) if len(holders) <= FEW // 2 else set()
            parent = element.getparent()
            alone = bool(wrappers) and parent is not None and len(parent) == 1
            cure = f"Move it into the {tag(into)} of line {self._line(home.element)}, {where}."
            cures.insert(len(cures) if made - {into} or alone else 0, cure)
        elif out and (not is_frame or len(holders) <= FEW):
            cures.append(out)
        else:
            cures.append("Remove it, or move it into the text.")

    def _incomplete(self, fault: Fault) -> Diagnostic:
        local = local_name(fault.name)
        missing = element_names(needed(fault.expected))
        needs = either(missing) if 0 < len(missing) <= FEW else "another element"
        message = f"{tag(local)} {'ends too early: it' if len(fault.element) else 'is empty and'} needs {needs}."
        span = self._document.end_tag(fault.element)
        partners = [PARTNERS.get(local_name(str(child.tag)), "") for child in fault.element.iterchildren("*")]
        first = [name for name in partners if name in missing]
        likely = list(dict.fromkeys((*first, *common_first(missing))))
        likely.sort(key=lambda name: name == local)  # it needs no other of its own name
        whole = [with_what_it_needs(fault.expected, name) for name in likely[: FEW if len(missing) <= FEW else 4]]
        cures = [f"Add {listed(whole)}."] if whole else []
        return self._document.finding(codes.INCOMPLETE, fault.element, span, message, tuple(cures))

    def _text(self, fault: Fault) -> Diagnostic:
        local = local_name(fault.name)
        wrappers = speaking_next(fault.expected)
        span = self._document.characters(*fault.span) if fault.span else self._document.start_tag(fault.element)
        behind = self._document.following(fault.span[1]) if fault.span else None
        behind = behind if behind is not None and behind.getparent() is fault.element else None
        fitting = wrapping(wrappers, fault.expected, fault.pattern, None, behind)
        names = self._for_words(fitting or wrappers, local)
        partners = [PARTNERS.get(local_name(str(child.tag)), "") for child in fault.element.iterchildren("*")]
        usual = [name for name in (*partners, *self._common_in(fault.element)) if name in names]
        called = (name for name in names if is_called_after(name, local) and not name.islower())
        usual = usual or [*called, *(name for name in common_first(element_names(needed(fault.expected))) if name in names)]
        names = list(dict.fromkeys((*usual, *names)))
        if names[:1] == ["note"]:
            names = [*names[1:], *names[:1]]  # hardly what is meant by words that only stand at the wrong place
        message = f"Text cannot stand directly in {tag(local)}{' here' if derivatives.holds_text(fault.expected) else ''}."
        cures = [*self._standing_alone(fault, local), *self._meant_for_words(fault, local)]
        nested = "" if set(names).intersection(self._common_in(fault.element)) else self._nested(fault, None)
        cures += [f"Put it in {nested}."] if nested else []
        cures += [f"Put it in {either(names[:3])}."] if names else []
        block = next((name for name in ("p", "ab") if name in next_names(fault.expected)), "") if behind is not None else ""
        goes_on = behind is not None and block in next_names(after_element(fault.expected, str(behind.tag)))
        if behind is not None and block and goes_on and fitting and block not in element_names(fitting):
            # A head begins what it stands in: words before it were mostly meant to follow.
            head = f"{tag(local_name(str(behind.tag)))} of line {self._line(behind)}"
            cures.insert(0, f"Move it behind the {head}, into a {tag(block)}.")
        cures.append("Remove it, or move it into another element.")
        return self._document.finding(codes.TEXT_MISPLACED, fault.element, span, message, tuple(cures))

    def _standing_alone(self, fault: Fault, local: str) -> list[str]:
        """The cures of an element that stands alone and has a number or words between its tags: <pb>12</pb>, <lb>words</lb>."""
        words = " ".join((fault.element.text or "").split())
        here = self._grammar.content_anywhere(*split_tag(str(fault.element.tag)))
        if len(fault.element) or child_names(here) or local in MISLED:
            return []
        is_number = _NUMBER.fullmatch(words) and fault.element.get("n") is None and "n" in attribute_names(here)
        behind = f"Close {tag(local)} at once with />, and put the words behind it."
        return [f'Write <{local} n="{words}"/>.', behind] if is_number else [behind]

    def _meant_for_words(self, fault: Fault, local: str) -> list[str]:
        """The cure of an element that holds no words and was taken for one that does: <location> for a place's name."""
        parent = fault.element.getparent()
        meant = MISLED.get(local, "")
        if parent is None or not meant or len(fault.element):
            return []
        around = self._grammar.content_anywhere(*split_tag(str(parent.tag)))
        return [f"Write {tag(meant)} in place of {tag(local)}."] if first_word(meant) in child_names(around) else []

    def _content_value(self, fault: Fault) -> Diagnostic:
        text = " ".join((fault.element.text or "").split())
        message = f"{shortened(text)} is no value of {tag(local_name(fault.name))}."
        span = self._document.content(fault.element) if text else self._document.end_tag(fault.element)
        return self._document.finding(codes.CONTENT_VALUE, fault.element, span, message, value_cures(text, (fault.expected,)))

    def _at_tag(self, code: Code, element: etree._Element, message: str, cures: Iterable[str]) -> Diagnostic:
        return self._document.finding(code, element, self._document.start_tag(element), message, tuple(cures))

    def _line(self, element: etree._Element) -> int:
        return self._document.lines.place(self._document.start_tag(element)[0])[0]

    def _common_in(self, holder: etree._Element) -> list[str]:
        """What an element, and those of its name in it, mostly hold: what stands among lines is a line."""
        found = self._held.get(holder)
        if found is None:
            inner = (child for each in (holder, *holder.iterdescendants(str(holder.tag))) for child in each.iterchildren("*"))
            times = Counter(local_name(str(child.tag)) for child in inner)
            common = (name for name, _ in times.most_common() if name not in PARTNERS and name not in _BESIDE_ALL)
            found = self._held[holder] = list(common)
        return found

    def _for_words(self, wrappers: tuple[patterns.Element, ...], holder: str) -> list[str]:
        """Of elements that hold words: two that are common, and one that is made for this place.

        That is one that has its name from what holds it (persName in person), or that few others have.
        """
        found = self._words_in.get((wrappers, holder))
        if found is None:
            names = element_names(wrappers)
            common = typical_first(names, "")
            rare = sorted((name for name in names if name not in common[:2]), key=lambda name: len(self._names.holders(name)))
            own = [name for name in rare if len(self._names.holders(name)) <= FEW]
            called = [name for name in names if is_called_after(name, holder)]
            in_order = [*called[:1], *own[:1], *common[:2], *own[1:2], *common[2:]]
            found = self._words_in[wrappers, holder] = list(dict.fromkeys(in_order))
        return found


@lru_cache(maxsize=1_000)
def _wrappers(
    wrappers: tuple[patterns.Element, ...], missing: tuple[patterns.Element, ...], local: str, holder: str
) -> list[str]:
    """Names of elements to put around one in a `holder`.

    First what is missing here, then what is called after the holder, then what holds few elements and no words, then common ones.
    """
    first = [option for option in wrappers if option in missing]
    small = {option: len(child_names(option.content())) for option in wrappers if not derivatives.holds_text(option.content())}
    made = sorted((option for option, size in small.items() if size <= _SMALL), key=lambda option: small[option])
    names = element_names(wrappers)
    needs = common_first(element_names(first))
    needs.sort(key=lambda name: not is_called_after(name, holder))
    called = [name for name in names if is_called_after(name, holder)]
    found = dict.fromkeys((*needs, *called, *element_names(made), *typical_first(names, local)))
    return sorted(found, key=lambda name: name in _BESIDE_ALL)


def _needs(option: patterns.Element) -> list[str]:
    """The names of the elements without which one would be incomplete."""
    return element_names(needed(derivatives.without_attributes(option.content(), forgiving=True)))


def _parent(element: etree._Element) -> etree._Element:
    """The element around one that stands in another."""
    parent = element.getparent()
    assert parent is not None
    return parent
