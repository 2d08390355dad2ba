"""Settings that people write by hand: a TOML file read key by key, where every slip becomes a diagnostic in its place.

A `Table` is asked for each key that the program knows; what was never asked for is unknown, and `finish` says so and
names the nearest known key. Nothing is raised on the way: the caller decides whether a file with slips is still of use.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Collection
from datetime import date, datetime, time
from pathlib import Path

from teiencode.diagnostic import Code, Diagnostic, LineIndex, Place, Span
from teiencode.ncname import ncname
from teiencode.palette import is_colour
from teiencode.source import is_text_encoding

SYNTAX = Code(
    code="TE901",
    name="settings-syntax",
    group="project",
    severity="error",
    explanation="A settings file (teiencode.toml, or the NAME.toml beside a source) is no TOML and cannot be read.",
    cure='mend the line; texts stand in quotes: title = "…"',
)
UNKNOWN_KEY = Code(
    code="TE902",
    name="settings-unknown-key",
    group="project",
    severity="error",
    explanation="A settings file holds a key that teiencode does not know: most often a slip of the pen, which would "
    "otherwise be passed over in silence.",
    cure="correct the key, or take it out",
)
WRONG_VALUE = Code(
    code="TE903",
    name="settings-wrong-value",
    group="project",
    severity="error",
    explanation="A key of a settings file has a value of the wrong type, or one that cannot stand in TEI (a date that "
    "no calendar has, a language tag that is none, a character that XML cannot hold).",
    cure="give the value that the message describes",
)
UNREADABLE = Code(
    code="TE904",
    name="settings-unreadable",
    group="project",
    severity="error",
    explanation="A settings file is missing, may not be read, or is not UTF-8, as TOML must be.",
    cure="check the name and the permissions of the file, and save it as UTF-8",
)
CODES = (SYNTAX, UNKNOWN_KEY, WRONG_VALUE, UNREADABLE)

_KEY = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_ENTRY = re.compile(
    rf"^[ \t]*(?:(?P<mark>\[\[?)[ \t]*)?(?P<keys>{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*)[ \t]*(?(mark)\]|=)", re.MULTILINE
)
_LONG_STRING = re.compile(r'"""(?:\\.|[^\\])*?"""' + r"|'''.*?'''", re.DOTALL)
_XML_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DATE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<time>\d\d:\d\d:\d\d)(?P<zone>Z|[+-]\d\d:\d\d)?)?)?)?"
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


class SettingsError(ValueError):
    """A settings file that cannot be used. `diagnostics` say where and why, each with its cure."""

    def __init__(self, diagnostics: Collection[Diagnostic]) -> None:
        """Hold `diagnostics` (at least one)."""
        self.diagnostics = tuple(diagnostics)
        super().__init__("; ".join(each.message for each in self.diagnostics))

    def __reduce__(self) -> tuple[type[SettingsError], tuple[tuple[Diagnostic, ...]]]:
        """Pickle by the diagnostics, so that the error crosses processes whole."""
        return type(self), (self.diagnostics,)


Keys = tuple[str | int, ...]
"""Where a key stands: the names above it and its own; a number is that of a table among those of a list (`[[key]]`)."""


class Table:
    """One table of a settings file. Each reader gives the key's value, or an empty one where it is absent or wrong."""

    def __init__(self, values: dict[str, object], keys: Keys, document: Document) -> None:
        """Wrap `values`, which stand under `keys` in `document`."""
        self._values = values
        self._keys = keys
        self._document = document
        self._known: list[str] = []
        self._children: list[Table] = []

    def text(self, key: str) -> str | None:
        """A text that is not empty."""
        value = self._take(key)
        if value is None or not self._is_text(key, value):
            return None
        return str(value)

    def required(self, key: str) -> str:
        """A text that must be there; the empty text where it is absent or wrong, which is reported."""
        if key not in self._values:
            self._known.append(key)
            self._report(WRONG_VALUE, key, f"{self._name(key)} is missing", f'add {key} = "…"')
            return ""
        return self.text(key) or ""

    def label(self, key: str) -> str:
        """A text or a whole number that must be there, as text: the number of a note, for one."""
        value = self._values.get(key)
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            self._known.append(key)
            return str(value)
        return self.required(key).strip()

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; one text stands for a list of one."""
        value = self._take(key)
        entries = value if isinstance(value, list) else [] if value is None else [value]
        for each in entries:
            if not self._is_text(key, each, wanted="a text or a list of texts"):
                return ()
        return tuple(str(each) for each in entries)

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        """A table of names and texts, in its own order; the names are single words, as a `@type` must be."""
        value = self._take(key)
        if value is None:
            return ()
        if not isinstance(value, dict):
            self._wrong(key, value, 'a table of texts, such as { nara = "…" }')
            return ()
        for name in value:
            if ncname(name) != name:
                self._report(WRONG_VALUE, key, f'{self._name(key)}: "{name}" is no name', f'for example "{ncname(name)}"')
        return tuple((name, str(each)) for name, each in value.items() if self._is_text(key, each, wanted=f"a text for {name}"))

    def date(self, key: str) -> str | None:
        """A date as TEI's `@when` has it: a year, a month, a day, or with a time; quoted, or TOML's own date."""
        value = self._take(key)
        if value is None:
            return None
        written = value.isoformat() if isinstance(value, date | datetime) else value
        if isinstance(written, str) and _is_date(written):
            return written
        self._wrong(key, value, "a date such as 1962, 1962-11, 1962-11-21 or 1962-11-21T16:00:00")
        return None

    def language(self, key: str) -> str | None:
        """A language tag (BCP 47, checked for its form)."""
        value = self.text(key)
        if value is not None and not _LANGUAGE.fullmatch(value):
            self._wrong(key, value, "a language tag such as en or pt-BR")
            return None
        return value

    def number(self, key: str) -> int | None:
        """A whole number from 1."""
        value = self._take(key)
        if value is None or (isinstance(value, int) and not isinstance(value, bool) and value > 0):
            return value
        self._wrong(key, value, "a whole number from 1")
        return None

    def numbered(self, key: str) -> tuple[tuple[int, str], ...]:
        """A table whose keys are whole numbers from 1; its values are texts without blanks, or numbers. In their order."""
        value = self._take(key)
        if value is None:
            return ()
        if isinstance(value, dict) and all(map(_is_counted, value)) and all(map(_is_label, value.values())):
            return tuple(sorted((int(count), str(label)) for count, label in value.items()))
        entries = value.items() if isinstance(value, dict) else ()
        wrong = next((each for each in entries if not (_is_counted(each[0]) and _is_label(each[1]))), None)
        if wrong is None:
            self._wrong(key, value, 'a table of counts and numbers, such as { 1 = "17" }')
        else:
            message = f"{self._name(key)}: {wrong[0]} = {_shown(wrong[1])} is no count from 1 with a number"
            self._report(WRONG_VALUE, key, message, 'the first page is number 17: 1 = "17"')
        return ()

    def place(self, key: str) -> Place:
        """Where a key is written, or the nearest table above it."""
        return self._document.place((*self._keys, key))

    def encoding(self, key: str) -> str | None:
        """The name of a character encoding that Python knows."""
        value = self.text(key)
        if value is not None and not is_text_encoding(value):
            self._wrong(key, value, "an encoding such as utf-8 or windows-1252")
            return None
        return value

    def colour(self, key: str) -> str | None:
        """A colour, `#8c2318` or `#821`."""
        value = self.text(key)
        if value is not None and not is_colour(value):
            self._wrong(key, value, "a colour such as #8c2318")
            return None
        return value

    def pattern(self, key: str) -> str | None:
        """An address with a place for a number: `{n}`, or `{nnn}` for three digits."""
        value = self.text(key)
        if value is not None and not (re.search(r"\{n+\}", value) and not re.search(r"\s", value)):
            self._wrong(key, value, "an address with {n} where the number of the page stands")
            return None
        return value

    def choice(self, key: str, allowed: Collection[str]) -> str | None:
        """A text that is one of `allowed`."""
        value = self.text(key)
        return value if value is None or self._is_allowed(key, value, allowed) else None

    def choices(self, key: str, allowed: Collection[str]) -> tuple[str, ...]:
        """A list of texts, each one of `allowed`."""
        values = self.texts(key)
        return values if all(self._is_allowed(key, each, allowed) for each in values) else ()

    def table(self, key: str) -> Table:
        """The table under `key`, empty where there is none."""
        value = self._take(key)
        if value is not None and not isinstance(value, dict):
            self._wrong(key, value, f"a table: [{self._name(key)}]")
            value = None
        child = Table(value or {}, (*self._keys, key), self._document)
        self._children.append(child)
        return child

    def tables(self, key: str) -> tuple[Table, ...]:
        """The tables of a list of tables (`[[key]]`)."""
        value = self._take(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            self._wrong(key, value, f"a list of tables: [[{self._name(key)}]]")
            return ()
        children = tuple(Table(each, (*self._keys, key, number), self._document) for number, each in enumerate(value))
        self._children.extend(children)
        return children

    def finish(self) -> None:
        """Report every key that was not asked for, here and in the tables below."""
        for key in self._values:
            if key not in self._known:
                near = nearest(key, self._known)
                cure = f"did you mean {near}?" if near else f"known here: {', '.join(sorted(self._known))}"
                self._report(UNKNOWN_KEY, key, f"unknown key {self._name(key)}", cure)
        for child in self._children:
            child.finish()

    def _take(self, key: str) -> object:
        self._known.append(key)
        return self._values.get(key)

    def _is_text(self, key: str, value: object, wanted: str = "a text") -> bool:
        if not isinstance(value, str) or not value.strip():
            self._wrong(key, value, f"{wanted}, in quotes and not empty")
            return False
        illegal = _XML_ILLEGAL.search(value)
        if illegal:
            self._report(WRONG_VALUE, key, f"{self._name(key)} holds U+{ord(illegal[0]):04X}, which XML cannot hold")
        return not illegal

    def _is_allowed(self, key: str, value: str, allowed: Collection[str]) -> bool:
        if value not in allowed:
            near = nearest(value, allowed)
            cure = f"did you mean {near}?" if near else f"write one of {', '.join(allowed)}"
            message = f'{self._name(key)}: "{value}" is not one of {", ".join(allowed)}'
            self._report(WRONG_VALUE, key, message, cure)
        return value in allowed

    def _wrong(self, key: str, value: object, wanted: str) -> None:
        self._report(WRONG_VALUE, key, f"{self._name(key)} must be {wanted}, not {_shown(value)}", f"write {wanted}")

    def _report(self, code: Code, key: str, message: str, cure: str | None = None) -> None:
        span = self._document.span((*self._keys, key))
        self._document.slips.append(code.at(span, message, suggestions=[cure] if cure else ()))

    def _name(self, key: str) -> str:
        return ".".join(str(each) for each in (*self._keys, key) if not isinstance(each, int))


class Document:
    """A settings file that has been read: its tables under `root`, and the slips found so far."""

    def __init__(self, path: Path) -> None:
        """Read `path`. A file that cannot be read or parsed is an empty document with one slip; nothing is raised."""
        self.path = path
        self.slips: list[Diagnostic] = []
        self.text = ""
        self._spans: dict[Keys, Span] | None = None
        values: dict[str, object] = {}
        try:
            # TOML takes CRLF and LF alike, so newlines may be left as they are.
            self.text = path.read_bytes().decode("utf-8-sig")
            values = tomllib.loads(self.text)
        except UnicodeDecodeError as error:
            self.slips.append(UNREADABLE.at(None, f"byte {error.start} is not UTF-8"))
        except OSError as error:
            self.slips.append(UNREADABLE.at(None, f"cannot be read: {error.strerror}"))
        except tomllib.TOMLDecodeError as error:
            self.slips.append(SYNTAX.at(*_syntax_error(str(error), self.text)))
        self.root = Table(values, (), self)

    def finish(self) -> tuple[Diagnostic, ...]:
        """All slips of the file, unknown keys included, with their lines."""
        self.root.finish()
        lines = LineIndex(self.text)
        return tuple(slip.placed(str(self.path), lines) for slip in self.slips)

    def place(self, keys: Keys) -> Place:
        """The place of a key; the file's first one where neither the key nor a table above it has a line of its own."""
        span = self.span(keys)
        return Place(str(self.path), *LineIndex(self.text).place(span[0] if span else 0))

    def span(self, keys: Keys) -> Span | None:
        """Where a key is written, or the nearest table above it (a key in an inline table has no line of its own)."""
        if self._spans is None:
            self._spans = _key_spans(self.text)
        while keys and keys not in self._spans:
            keys = keys[:-1]
        return self._spans.get(keys)


def nearest(word: str, known: Collection[str]) -> str | None:
    """The known word that looks most like `word`, if any does."""
    from difflib import get_close_matches  # only a slip needs it

    return next(iter(get_close_matches(word, known, n=1)), None)


def _is_counted(key: str) -> bool:
    return key.isascii() and key.isdecimal() and 0 < len(key) < 7 and int(key) > 0


def _is_label(value: object) -> bool:
    return (isinstance(value, int) and not isinstance(value, bool) and value >= 0) or (
        isinstance(value, str) and re.fullmatch(r"[^\s\x00-\x1f]{1,20}", value) is not None
    )


def _key_spans(text: str) -> dict[Keys, Span]:
    # Long strings are blanked, so that a line of theirs is not taken for a key.
    blanked = _LONG_STRING.sub(lambda match: " " * len(match[0]), text)
    spans: dict[Keys, Span] = {}
    above: Keys = ()
    members: Counter[Keys] = Counter()
    for entry in _ENTRY.finditer(blanked):
        keys = tuple(key.strip("\"'") for key in re.findall(_KEY, entry["keys"]))
        if entry["mark"]:
            above = ()
        for length in range(1, len(keys) + 1):
            spans.setdefault(above + keys[:length], entry.span("keys"))
        if entry["mark"]:
            above = keys
        if entry["mark"] == "[[":
            above = (*keys, members[keys])
            members[keys] += 1
            spans[above] = entry.span("keys")
    return spans


def _syntax_error(message: str, text: str) -> tuple[Span, str]:
    # tomllib names the place only in its message before Python 3.14.
    place = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)$", message)
    offset = len(text)
    if place and place[1]:
        lines = text.split("\n")
        offset = sum(len(line) + 1 for line in lines[: int(place[1]) - 1]) + int(place[2]) - 1
    what = message[: place.start()] if place else message
    return (offset, min(offset + 1, len(text))), f"no TOML: {what[:1].lower()}{what[1:]}"


def _is_date(written: str) -> bool:
    match = _DATE.fullmatch(written)
    if not match:
        return False
    try:
        date(int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))
        time.fromisoformat((match["time"] or "00:00:00") + (match["zone"] or ""))
    except ValueError:
        return False
    return True


def _shown(value: object) -> str:
    names = {
        str: "the text",
        bool: "true or false",
        int: "a number",
        float: "a number",
        list: "a list",
        dict: "a table",
    }
    name = names.get(type(value), "a date")
    if isinstance(value, str):
        return f'{name} "{value[:40]}"' if value.strip() else "an empty text"
    return f"{name} ({value})" if isinstance(value, int | float) and not isinstance(value, bool) else name
