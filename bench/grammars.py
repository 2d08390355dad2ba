"""Grammars that nobody wrote, beside jing: `python -m bench.grammars [GRAMMARS] [FIRST SEED]`.

A grammar is made by a seed, of all that RELAX NG has: groups, choices, interleaves, mixed content, lists, data with facets,
values, wildcards, elements of one name with several contents, two namespaces. Documents that fit it are made and given slips, and
laid out in many lines. What is compared is the set of lines at which something is wrong. jing is run once a grammar.

Two habits of jing's are counted apart. It says its last message again within an unknown element; and where an element stands in
another that is to hold a value, it takes what that child holds for a value too, and tells of wrong words at the end tag and not
in their lines.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape, quoteattr

from bench.mutations import Mutations
from teiencode.diagnostic import Diagnostic
from teiencode.validation import patterns
from teiencode.validation.errors import SchemaError
from teiencode.validation.grammar import Grammar
from teiencode.validation.names import AnyName, Name, NameChoice, NameClass, holds
from teiencode.validation.patterns import Pattern
from teiencode.validation.reading import read_document
from teiencode.validation.relaxng import follow_grammar, grammar_findings

DOCUMENTS = 30
"""Documents a grammar."""

_TRIES = 40

_LEAST = 6
"""Tags in a document, if chance allows."""

_ELEMENTS = ("a", "b", "c", "d", "e", "f", "n:a", "n:b", "n:g")
_ATTRIBUTES = ("x", "y", "z", "n:x", "n:w")
_DATA = (
    '<data type="integer"><param name="minInclusive">3</param></data>',
    '<data type="NCName"/>',
    '<data type="token"><param name="pattern">[a-c]+( [a-c]+)?</param></data>',
    '<data type="date"/>',
    '<data type="string"><param name="maxLength">4</param></data>',
    '<data type="anyURI"/>',
    '<data type="token"><except><value>no</value></except></data>',
    "<value>yes</value>",
    '<value type="string"> yes </value>',
    '<value type="integer">07</value>',
    "<value/>",
)
_WORDS = ("yes", " yes ", "7", "4 5", "x", "abc", "ab c", "1962-10-27", "", "#a", "no", "two words")
_TEXTS = (
    "some text",
    "yes",
    "\n  late\n",
    "one\ntwo\n\nthree",
    "a &amp; b",
    "&#x20;",
    "&#x41;",
    "<![CDATA[in it]]>",
    "<![CDATA[ ]]>",
)
_BETWEEN = ("", "", "", "\n", "\n", "  ", "\n\n", "<!-- c -->", "<!--\n-->", "<?p i?>", "\r\n")
_MESSAGE = re.compile(r"(?P<file>.*?):(?P<line>\d+):(?P<column>\d+): (?P<severity>\w+ ?\w*): (?P<words>.*)")

Validator = Callable[[Path, list[Path]], str]
"""From a schema and files to what jing says."""


class Writer:
    """Writes a grammar."""

    def __init__(self, random: Random) -> None:
        """Leave all to chance."""
        self._random = random
        self._names = [self._name_class() for _ in range(random.randrange(4, 9))]

    def grammar(self, accepts: Callable[[str], bool]) -> str:
        """The text of a schema. An element that `accepts` does not take is written anew; one grammar in ten stays wrong."""
        # The root is the last. Elements yet to come stand there by their names, on which alone the rules on interleaves depend.
        names = [*self._names, '<name ns="urn:m">root</name>']
        elements = [f"<element>{name}<empty/></element>" for name in names]
        wrong = self._random.random() < 0.1
        for number, name in enumerate(names):
            empty = elements[number]
            for _ in range(_TRIES):
                inside = self._inside() if number < len(self._names) else f"{self._reference()}{self._content(3)}"
                elements[number] = f"<element>{name}{inside}</element>"
                if accepts(self._whole(elements)):
                    break
            else:
                elements[number] = elements[number] if wrong else empty
        return self._whole(elements)

    def _whole(self, elements: list[str]) -> str:
        *others, root = elements
        definitions = "\n".join(f'<define name="e{number}">{element}</define>' for number, element in enumerate(others))
        return (
            '<grammar xmlns="http://relaxng.org/ns/structure/1.0" xmlns:n="urn:n" ns="urn:m"\n'
            ' datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">\n'
            f"<start>{root}</start>\n{definitions}\n</grammar>\n"
        )

    def _name_class(self) -> str:
        random = self._random
        chance = random.random()
        if chance < 0.88:
            name = random.choice(_ELEMENTS)
            return f'<name ns="{"urn:n" if ":" in name else "urn:m"}">{name[-1]}</name>'
        if chance < 0.92:
            return '<nsName ns="urn:n"/>'
        if chance < 0.95:
            return '<anyName><except><nsName ns="urn:m"/><nsName ns="urn:n"/></except></anyName>'
        return '<choice><name ns="urn:m">a</name><name ns="urn:m">c</name></choice>'

    def _inside(self) -> str:
        random = self._random
        parts = [self._attributes() for _ in range(random.choice((0, 0, 1, 1, 2, 3)))]
        if random.random() < 0.25:
            parts.append(self._values(2))
        else:
            parts.append(self._content(random.choice((1, 2, 2, 3))))
        if random.random() < 0.1:
            parts.reverse()
        return "".join(parts)

    def _attributes(self) -> str:
        random = self._random
        chance = random.random()
        if chance < 0.06:
            return f'<zeroOrMore><attribute><nsName ns="urn:n"/>{self._values(1)}</attribute></zeroOrMore>'
        if chance < 0.09:
            except_known = '<except><nsName ns=""/><nsName ns="urn:n"/></except>'
            return f"<zeroOrMore><attribute><anyName>{except_known}</anyName></attribute></zeroOrMore>"
        if chance < 0.2:
            return f"<choice>{self._attribute()}{self._attribute()}{random.choice(('', '<empty/>'))}</choice>"
        if chance < 0.3:
            return f"<optional>{self._attribute()}{self._attribute()}</optional>"
        if chance < 0.36:
            return f"<choice>{self._attribute()}<group>{self._attribute()}{self._reference()}</group></choice>"
        return random.choice(("{}", "<optional>{}</optional>", "<optional>{}</optional>")).format(self._attribute())

    def _attribute(self) -> str:
        name = self._random.choice(_ATTRIBUTES)
        value = "" if self._random.random() < 0.3 else self._values(2)
        return f'<attribute name="{name}">{value}</attribute>'

    def _values(self, depth: int) -> str:
        random = self._random
        chance = random.random()
        if depth == 0 or chance < 0.4:
            return random.choice(_DATA)
        if chance < 0.7:
            return f"<choice>{''.join(self._values(depth - 1) for _ in range(random.choice((2, 2, 3))))}</choice>"
        if chance < 0.75:
            return f"<choice>{self._values(depth - 1)}<empty/></choice>"
        inner = "".join(random.choice(_DATA) for _ in range(random.choice((1, 1, 2))))
        return f"<list>{random.choice(('<oneOrMore>{}</oneOrMore>', '<zeroOrMore>{}</zeroOrMore>', '{}')).format(inner)}</list>"

    def _content(self, depth: int) -> str:
        random = self._random
        chance = random.random()
        if depth == 0:
            return "<text/>" if chance < 0.15 else "<empty/>" if chance < 0.2 else self._reference()
        many = "".join(self._content(depth - 1) for _ in range(random.choice((1, 2, 2, 3, 4))))
        if chance < 0.3:
            return f"<group>{many}</group>"
        if chance < 0.45:
            return f"<choice>{many}</choice>"
        if chance < 0.57:
            return f"<interleave>{many}</interleave>"
        if chance < 0.65:
            return f"<mixed>{many}</mixed>"
        kind = random.choice(("optional", "zeroOrMore", "oneOrMore", "zeroOrMore"))
        if chance < 0.9:
            return f"<{kind}>{many}</{kind}>"
        if chance < 0.93:
            return f"<choice>{self._values(1)}{self._reference()}</choice>"
        return self._reference()

    def _reference(self) -> str:
        return f'<ref name="e{self._random.randrange(len(self._names))}"/>'


class Reader:
    """Makes documents that a grammar takes, as far as chance and size let it."""

    def __init__(self, grammar: Grammar, random: Random) -> None:
        """Take the grammar."""
        self._grammar = grammar
        self._random = random
        self._left = 0

    def document(self) -> str:
        """The text of a document."""
        text = ""
        for _ in range(_TRIES):
            self._left = self._random.randrange(10, 60)
            text = "".join(self._content(self._grammar.start, 7))
            if text.count("<") > _LEAST:
                break
        return text.replace("<root", '<root xmlns="urn:m" xmlns:n="urn:n" xmlns:o="urn:o"', 1)

    def _content(self, pattern: Pattern, depth: int) -> Iterator[str]:
        random = self._random
        match pattern:
            case patterns.Element(names=names):
                self._left -= 1
                yield from self._element(self._name(names, "element"), pattern.content(), depth - 1)
            case patterns.Choice():
                every = list(patterns.options(pattern))
                if (depth <= 0 or self._left < 0) and pattern.nullable:
                    return
                yield from self._content(random.choice(every), depth)
            case patterns.Group(left=left, right=right):
                yield from self._content(left, depth)
                yield from self._content(right, depth)
            case patterns.Interleave(left=left, right=right):
                parts = [[*self._content(left, depth)], [*self._content(right, depth)]]
                while any(parts):
                    yield random.choice([part for part in parts if part]).pop(0)
            case patterns.OneOrMore(inner=inner):
                for _ in range(random.choice((1, 1, 2, 3)) if depth > 0 and self._left > 0 else 1):
                    yield from self._content(inner, depth)
            case patterns.Data() | patterns.Value() | patterns.ListOf():
                yield escape(self._value(pattern))
            case _:
                if pattern is patterns.TEXT and random.random() < 0.7:
                    yield random.choice(_TEXTS)

    def _element(self, name: str, content: Pattern, depth: int) -> Iterator[str]:
        random = self._random
        if self._left < -100 or depth < -30:
            return
        written = dict(self._attributes(content))
        tag = "".join(f"{random.choice((' ', ' ', chr(10)))}{key}={quoteattr(value)}" for key, value in written.items())
        space = random.choice(("", "", "", " ", "\n"))
        inside = [*self._content(content, depth)]
        if not inside and random.random() < 0.6:
            yield f"<{name}{tag}{space}/>{random.choice(_BETWEEN)}"
            return
        is_value = any(isinstance(part, (patterns.Data, patterns.Value, patterns.ListOf)) for part in patterns.parts(content))
        between = ("",) if is_value else _BETWEEN
        pieces = "".join(f"{random.choice(between)}{piece}" for piece in (*inside, ""))
        yield f"<{name}{tag}{space}>{pieces}</{name}{random.choice(('', '', chr(10)))}>{random.choice(_BETWEEN)}"

    def _attributes(self, pattern: Pattern) -> Iterator[tuple[str, str]]:
        match pattern:
            case patterns.Attribute(names=names, value=value):
                yield self._name(names, "attribute"), self._value(value)
            case patterns.Choice():
                yield from self._attributes(self._random.choice(list(patterns.options(pattern))))
            case patterns.Group(left=left, right=right) | patterns.Interleave(left=left, right=right):
                yield from self._attributes(left)
                yield from self._attributes(right)
            case patterns.OneOrMore(inner=inner):
                yield from self._attributes(inner)

    def _name(self, names: NameClass, kind: str) -> str:
        match names:
            case Name(namespace=namespace, local=local):
                return f"n:{local}" if namespace == "urn:n" else local
            case NameChoice(options=options):
                return self._name(self._random.choice(options), kind)
            case AnyName():
                known = [("n:h", "urn:n", "h"), ("o:h", "urn:o", "h"), ("o:a", "urn:o", "a"), ("n:x", "urn:n", "x")]
                fitting = [written for written, namespace, local in known if holds(names, namespace, local)]
                return self._random.choice(fitting or ["h"])
        raise TypeError(names)

    def _value(self, pattern: Pattern) -> str:
        from teiencode.validation.derivatives import accepts

        fitting = [word for word in _WORDS if accepts(pattern, word)]
        return self._random.choice(fitting or _WORDS)


@dataclass(slots=True)
class Count:
    """What has been compared."""

    grammars: int = 0
    refused: int = 0
    documents: int = 0
    invalid: int = 0
    lines: int = 0
    repeated: int = 0
    valued: int = 0
    same: int = 0
    differences: list[str] = field(default_factory=list)


def by_program(schema: Path, files: list[Path]) -> str:
    """What jing says."""
    return subprocess.run(["jing", "-i", str(schema), *map(str, files)], capture_output=True, text=True).stdout


def compare(seed: int, folder: Path, jing: Validator, count: Count) -> None:
    """One grammar and its documents."""
    random = Random(f"grammar {seed}")
    schema = folder / f"{seed}.rng"

    def accepts(text: str) -> bool:
        schema.write_text(text, encoding="utf-8")
        try:
            Grammar(schema)
        except SchemaError:
            return False
        return True

    text = Writer(random).grammar(accepts)
    schema.write_text(text, encoding="utf-8")
    try:
        grammar = Grammar(schema)
    except SchemaError as error:
        count.refused += 1
        said = jing(schema, [schema])
        if f"{schema.name}:" not in said or "error" not in said:
            count.differences.append(f"{schema}: we refuse the grammar ({error}), jing takes it: {said[:200]}")
        return
    count.grammars += 1
    reader = Reader(grammar, random)
    mutations = Mutations(re.sub(r"<name[^>]*>(\w)</name>", r'<element name="\1"/>', text), random)
    files = []
    for number in range(DOCUMENTS):
        document = reader.document()
        for _ in range(random.choice((0, 1, 1, 1, 2, 3, 5))):
            if len(mutations.tags(document)) > 1:
                document = mutations.slip(document)
        files.append(folder / f"{seed}-{number}.xml")
        files[-1].write_text(document, encoding="utf-8", newline="")
    theirs: dict[str, list[tuple[int, str]]] = {file.name: [] for file in files}
    fatal: set[str] = set()
    for row in jing(schema, files).splitlines():
        message = _MESSAGE.match(row)
        if message is None or Path(message["file"]).name not in theirs:
            count.differences.append(f"{schema}: {row}")
            return
        name = Path(message["file"]).name
        if message["severity"] == "fatal":
            fatal.add(name)
        theirs[name].append((int(message["line"]), message["words"]))
    for file in files:
        compare_document(schema, file, theirs[file.name], file.name in fatal, count)


def compare_document(schema: Path, file: Path, said: list[tuple[int, str]], fatal: bool, count: Count) -> None:
    """One document."""
    count.documents += 1
    run = follow_grammar(schema)
    document = read_document(file.read_bytes(), run)
    if isinstance(document, Diagnostic) or fatal:
        if not (isinstance(document, Diagnostic) and fatal):
            count.differences.append(f"{file}: ill-formed for one: {document} {said[:2]}")
        return
    every = grammar_findings(document, run, extent="all")[0]
    shown, _ = grammar_findings(document, run)
    ours = {finding.end_line or 0: finding.message for finding in every}
    lines = {line for line, _ in said}
    count.invalid += bool(said)
    count.lines += len(lines)
    again = {line for number, (line, words) in enumerate(said) if words in [before for _, before in said[:number]]}
    unknown = any("not allowed anywhere" in words for _, words in said)
    if ours.keys() == lines:
        count.same += bool(said)
    elif unknown and ours.keys() <= lines and lines - ours.keys() <= again:
        count.repeated += 1
        count.same += 1
    elif any(
        re.search(r"^element .* not allowed \w+; expected (?:the element end-tag, )?(?:text, )?data", words) for _, words in said
    ):
        count.valued += 1
    else:
        alone = "; ".join(f"we {line}: {ours[line]}" for line in sorted(ours.keys() - lines))
        theirs = "; ".join(f"jing {line}: {words}" for line, words in said if line not in ours)
        count.differences.append(f"{file}: {alone} {theirs}")
    if bool(shown) != bool(said):
        count.differences.append(f"{file}: another verdict: {shown} {said}")


def main() -> int:
    """Compare, print what differs, and return 1 where anything does."""
    if shutil.which("jing") is None:
        sys.exit("grammars: needs jing.")
    grammars = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    count = Count()
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(first, first + grammars):
            compare(seed, Path(folder), by_program, count)
    print(
        f"{count.grammars} grammars ({count.refused} more that both refuse), {count.documents} documents, {count.invalid} invalid"
    )
    print(f"{count.lines} lines; the same in {count.same} documents, in {count.repeated} of them but for what jing repeats")
    print(f"{count.valued} documents with an element where a value should be")
    for difference in count.differences:
        print(difference)
    return bool(count.differences)


if __name__ == "__main__":
    sys.exit(main())
