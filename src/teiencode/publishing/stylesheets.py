"""The XSLT stylesheets, compiled once and run on many documents by Saxon."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile

from saxonche import PySaxonApiError, PySaxonProcessor, PyXdmNode, PyXsltExecutable

from teiencode import resources
from teiencode.diagnostic import Diagnostic
from teiencode.publishing.overrides import NONE, Overrides, fault

NAMES = ("reading", "diplomatic", "tei", "print-view", "print", "text", "epub", "epub-package", "mods", "dc")
"""The stylesheets for a document."""

EDITION_NAMES = ("index", "correspondents", "classification", "collections", "search")
"""The stylesheets for the pages of an edition as a whole."""

BOOK_NAMES = ("book", "print")
"""The stylesheets for the edition as a book."""

RECORD_NAMES = ("atom", "cmif", "sitemap", "oai")
"""The stylesheets for the records of an edition as a whole."""

EDITION_SHEETS = (*EDITION_NAMES, *RECORD_NAMES, "epub-package")
"""All stylesheets for an edition as a whole."""

OVERRIDABLE = frozenset((*NAMES, *EDITION_SHEETS, *BOOK_NAMES))
"""What an edition can have a stylesheet of its own for."""

PLACED = re.compile(
    r"line (?P<line>\d+)(?: column (?P<column>\d+))? of (?P<file>[^\s:]+):\s+"
    r"(?P<words>.*?)(?=\n(?:Error|Warning|  In |  at )|\Z)",
    re.DOTALL,
)
"""Where the processor says a fault is, and what it says of it."""

WARNING = "SXWN"
"""How the codes of the processor's warnings begin."""

EXTERNAL_FUNCTIONS = "http://saxon.sf.net/feature/allow-external-functions"
ALLOWED_PROTOCOLS = "http://saxon.sf.net/feature/allowedProtocols"

Parameters = Mapping[str, str]


class StylesheetError(RuntimeError):
    """A stylesheet that is wrong, or failed on a document. `faults` say where, for those of the edition."""

    def __init__(self, message: str, faults: Iterable[Diagnostic] = ()) -> None:
        """Say what failed."""
        super().__init__(message)
        self.faults = tuple(faults)

    def __reduce__(self) -> tuple[type[StylesheetError], tuple[str, tuple[Diagnostic, ...]]]:
        """Pickle with the faults, so that the error crosses processes whole."""
        return type(self), (str(self), self.faults)


class Stylesheets:
    """The stylesheets of a folder. A process needs one of these, and makes it in its main thread."""

    def __init__(self, folder: Path, names: Iterable[str], overrides: Overrides = NONE) -> None:
        """Compile the named stylesheets of `folder`, or what the edition has in their stead.

        Raises `StylesheetError` where one of the edition is wrong.
        """
        self._overrides = overrides
        self.names = frozenset(names)
        self._processor = PySaxonProcessor(license=False)
        # No second file is written, no variable of the system is read, no code is called.
        self._processor.set_configuration_property(EXTERNAL_FUNCTIONS, "false")
        with TemporaryDirectory(prefix="teiencode-") as own:
            overrides.assemble(Path(own), folder.resolve())
            self._compiled = {name: self._compile(name, Path(own) if overrides.has(name) else folder) for name in self.names}
        for executable in self._compiled.values():
            executable.set_save_xsl_message(True)
        # Nothing that a document holds can make the processor open a file or an address.
        self._processor.set_configuration_property(ALLOWED_PROTOCOLS, "")

    def _compile(self, name: str, folder: Path) -> PyXsltExecutable:
        try:
            return self._processor.new_xslt30_processor().compile_stylesheet(stylesheet_file=str(folder / f"{name}.xsl"))
        except PySaxonApiError as error:
            faults = self._faults(name, str(error), "") if self._overrides.has(name) else ()
            raise StylesheetError(f"{name}.xsl is wrong: {error}", faults) from None

    def _faults(self, name: str, message: str, told: str) -> list[Diagnostic]:
        """The faults that the processor tells of a stylesheet of the edition; at least one."""
        by_file = {Path(file).name: file for file, _ in reversed(self._overrides.files)}
        found = []
        for each in PLACED.finditer(told or message):
            file = by_file.get(each["file"], f"{name}.xsl")
            line = int(each["line"]) if each["file"] in by_file else None
            words = " ".join(each["words"].split())
            if words.startswith(WARNING):
                continue
            found.append(fault(self._overrides.path(file), line, words, column=int(each["column"] or 1)))
        return found or [fault(self._overrides.path(f"{name}.xsl"), None, message.splitlines()[0] if message else "it failed")]

    def parse(self, xml: str) -> PyXdmNode:
        """A document for `run`: XML without a document type."""
        return self._processor.parse_xml(xml_text=xml)

    def run(self, name: str, document: PyXdmNode, parameters: Parameters) -> tuple[str, tuple[str, ...]]:
        """What the stylesheet makes of the document, and its messages. Raises `StylesheetError`."""
        executable = self._compiled[name]
        executable.clear_parameters()
        for key, value in parameters.items():
            executable.set_parameter(key, self._processor.make_string_value(value))
        if self._overrides.has(name):
            result = self._run_own(name, executable, document)
        else:
            try:
                result = executable.transform_to_string(xdm_node=document)
            except PySaxonApiError as error:
                raise StylesheetError(str(error)) from None
        said = executable.get_xsl_messages()
        messages = () if said is None else tuple(str(said.item_at(at)).strip() for at in range(said.size))
        executable.clear_xsl_messages()
        return result or "", messages

    def _run_own(self, name: str, executable: PyXsltExecutable, document: PyXdmNode) -> str | None:
        """Run a stylesheet of the edition. The processor tells the line of a failure on the stream of errors and nowhere else."""
        with TemporaryFile() as kept:
            standing = os.dup(2)
            os.dup2(kept.fileno(), 2)
            failure = None
            try:
                result: str | None = executable.transform_to_string(xdm_node=document)
            except PySaxonApiError as error:
                failure = str(error)
            finally:
                os.dup2(standing, 2)
                os.close(standing)
            if failure is None:
                return result
            kept.seek(0)
            told = kept.read().decode("utf-8", "replace")
        faults = self._faults(name, failure, told)[:1]
        raise StylesheetError(failure, faults)


def stylesheets(overrides: Overrides = NONE, names: Collection[str] = NAMES) -> Stylesheets:
    """The stylesheets for documents, compiled at the first need in a process: those asked for, seldom all.

    Raises `StylesheetError`.
    """
    known = _KEPT.get(overrides)
    if known is None or not known.names >= {*names}:
        known = Stylesheets(resources.folder("xslt"), {*names, *(known.names if known else ())}, overrides)
        _KEPT.clear()
        _KEPT[overrides] = known
    return known


_KEPT: dict[Overrides, Stylesheets] = {}
"""The stylesheets for documents that this process has compiled last."""


@lru_cache(maxsize=2)
def edition_stylesheets(overrides: Overrides = NONE) -> Stylesheets:
    """The stylesheets for an edition as a whole, compiled at the first call in a process. Raises `StylesheetError`."""
    return Stylesheets(resources.folder("xslt"), EDITION_SHEETS, overrides)


@lru_cache(maxsize=2)
def book_stylesheets(overrides: Overrides = NONE) -> Stylesheets:
    """The stylesheets for the edition as a book, compiled at the first call in a process. Raises `StylesheetError`."""
    return Stylesheets(resources.folder("xslt"), BOOK_NAMES, overrides)


def faults_of(overrides: Overrides) -> list[Diagnostic]:
    """What is wrong with the edition's own stylesheets; empty where all can be run."""
    found: dict[Diagnostic, None] = {}
    for names, compiled in ((NAMES, stylesheets), (EDITION_SHEETS, edition_stylesheets), (BOOK_NAMES, book_stylesheets)):
        if any(map(overrides.has, names)):
            try:
                compiled(overrides)
            except StylesheetError as error:
                found |= dict.fromkeys(error.faults)
    return list(found)
