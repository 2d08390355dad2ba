"""The XSLT stylesheets, compiled once and run on many documents by Saxon."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from saxonche import PySaxonApiError, PySaxonProcessor, PyXdmNode, PyXsltExecutable

from teiencode import resources

NAMES = ("reading", "diplomatic", "tei", "print", "text", "epub", "epub-package", "mods", "dc")
"""The stylesheets for a document."""

EDITION_NAMES = ("index", "correspondents", "classification", "collections", "search")
"""The stylesheets for the pages of an edition as a whole."""

BOOK_NAMES = ("book", "print")
"""The stylesheets for the edition as a book."""

RECORD_NAMES = ("atom", "cmif", "sitemap", "oai")
"""The stylesheets for the records of an edition as a whole."""

ALLOWED_PROTOCOLS = "http://saxon.sf.net/feature/allowedProtocols"

Parameters = Mapping[str, str]


class StylesheetError(RuntimeError):
    """A stylesheet that failed on a document."""


class Stylesheets:
    """The stylesheets of a folder. A process needs one of these, and makes it in its main thread."""

    def __init__(self, folder: Path, names: Iterable[str]) -> None:
        """Compile the named stylesheets of `folder`. Raises `PySaxonApiError`, with line and code, where one is wrong."""
        self._processor = PySaxonProcessor(license=False)
        compiler = self._processor.new_xslt30_processor()
        self._compiled: dict[str, PyXsltExecutable] = {
            name: compiler.compile_stylesheet(stylesheet_file=str(folder / f"{name}.xsl")) for name in names
        }
        for executable in self._compiled.values():
            executable.set_save_xsl_message(True)
        # Nothing that a document holds can make the processor open a file or an address.
        self._processor.set_configuration_property(ALLOWED_PROTOCOLS, "")

    def parse(self, xml: str) -> PyXdmNode:
        """A document for `run`: XML without a document type."""
        return self._processor.parse_xml(xml_text=xml)

    def run(self, name: str, document: PyXdmNode, parameters: Parameters) -> tuple[str, tuple[str, ...]]:
        """What the stylesheet makes of the document, and its messages. Raises `StylesheetError`."""
        executable = self._compiled[name]
        executable.clear_parameters()
        for key, value in parameters.items():
            executable.set_parameter(key, self._processor.make_string_value(value))
        try:
            result = executable.transform_to_string(xdm_node=document)
        except PySaxonApiError as error:
            raise StylesheetError(str(error)) from None
        said = executable.get_xsl_messages()
        messages = () if said is None else tuple(str(said.item_at(at)).strip() for at in range(said.size))
        executable.clear_xsl_messages()
        return result or "", messages


@cache
def stylesheets() -> Stylesheets:
    """The stylesheets for documents, compiled at the first call in a process."""
    return Stylesheets(resources.folder("xslt"), NAMES)


@cache
def edition_stylesheets() -> Stylesheets:
    """The stylesheets for an edition as a whole, compiled at the first call in a process."""
    return Stylesheets(resources.folder("xslt"), (*EDITION_NAMES, *RECORD_NAMES, "epub-package"))


@cache
def book_stylesheets() -> Stylesheets:
    """The stylesheets for the edition as a book, compiled at the first call in a process."""
    return Stylesheets(resources.folder("xslt"), BOOK_NAMES)
