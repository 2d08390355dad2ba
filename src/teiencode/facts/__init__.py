"""Facts: what a document says of itself that its TEI header states."""

from teiencode.facts.classification import LEVELS, merged, read_classification
from teiencode.facts.form import Form, read_fields, read_form
from teiencode.facts.gather import facts_of
from teiencode.facts.heading import Heading, read_heading
from teiencode.facts.records import Classification, Facts, Party, Release, Role
from teiencode.facts.release import read_release
from teiencode.facts.source_note import SourceNote, read_roles, read_shelf_line, read_source_note
from teiencode.facts.words import one_line, read_language, sentences

__all__ = [
    "LEVELS",
    "Classification",
    "Facts",
    "Form",
    "Heading",
    "Party",
    "Release",
    "Role",
    "SourceNote",
    "facts_of",
    "merged",
    "one_line",
    "read_classification",
    "read_fields",
    "read_form",
    "read_heading",
    "read_language",
    "read_release",
    "read_roles",
    "read_shelf_line",
    "read_source_note",
    "sentences",
]
