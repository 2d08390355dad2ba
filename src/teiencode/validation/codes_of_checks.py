"""The kinds of findings about notes, pages, tables, dates, headers and sources (TE86x to TE88x), which no grammar can say."""

from __future__ import annotations

from teiencode.diagnostic import Code

CALL_LABEL = Code(
    "TE860",
    "call-label",
    "notes",
    "warning",
    "A second call of a note bears the label of the note; here they differ.",
    "Correct @n of the call, or the target.",
)
NOTE_LABEL = Code(
    "TE861",
    "note-without-label",
    "notes",
    "warning",
    "A note at the foot of the page has the number or sign by which the text calls it in @n.",
    "Add @n as it is printed.",
)
NOTE_CALL = Code(
    "TE862",
    "note-without-call",
    "notes",
    "warning",
    "A numbered note stands between blocks, where no number in the text calls it, and does not say that its place is unsure.",
    'Move the note to the place of its number, or say cert="low".',
)
NOTE_KIND = Code(
    "TE863",
    "note-without-kind",
    "notes",
    "warning",
    "Libraries and programs that reuse the text need to know what a note is (@type) or where it stands (@place).",
    'Add type="editorial", type="source" or a @place.',
)

NOTE_NUMBER = Code(
    "TE864",
    "note-number-twice",
    "notes",
    "warning",
    "Two notes that follow each other bear the same number. Only a page, a division or a table may begin with note 1 again.",
    "Correct @n as it is printed.",
)

NOTE_ORDER = Code(
    "TE866",
    "note-order",
    "notes",
    "warning",
    "The number of a note does not fit between those about it (1, 2, 13, 4): it was misread or mistyped, or the note stands in "
    "the wrong place. A page, a division or a table may begin with note 1 again.",
    "Correct @n as it is printed, or move the note.",
)

PAGE_ORDER = Code(
    "TE865",
    "page-backwards",
    "pages",
    "warning",
    "The number of a page is lower than that of the page before in the same sequence (@ed): a page break out of place, a misread "
    "number, or a page that was bound in the wrong order.",
    "Correct @n, or move the page break.",
)

PAGE_TWICE = Code(
    "TE867",
    "page-twice",
    "pages",
    "warning",
    "Two page breaks in a row bear the same number: one of the two was misread, or stands there by mistake.",
    "Correct @n, or remove the page break that is too many.",
)

TABLE_WIDTH = Code(
    "TE870",
    "table-ragged",
    "tables",
    "warning",
    "A row has fewer or more columns than the table's first row (cells that span columns counted as many).",
    "Add the cells that are missing, empty ones too, or say @cols on a cell that spans.",
)
TABLE_SIZE = Code(
    "TE871",
    "table-size",
    "tables",
    "warning",
    "@rows or @cols of the table is not what its rows and cells come to.",
    "Correct the number, or remove the attribute.",
)

DATE_FORMS = Code(
    "TE875",
    "date-forms",
    "dates",
    "error",
    "A date is either certain (@when), or bounded (@notBefore, @notAfter), or a span (@from, @to). @when stands with none of "
    "the others.",
    "Keep @when, or keep the bounds.",
)
DATE_ORDER = Code(
    "TE876",
    "date-order",
    "dates",
    "warning",
    "The end of a span of time lies before its beginning, or an event before the one that it followed: a death before the birth.",
    "Exchange the two dates, or correct them.",
)

DATE_IMPOSSIBLE = Code(
    "TE877",
    "date-impossible",
    "dates",
    "error",
    "The value is no date that a calendar has, or not in the form that programs read (1962-10-27).",
    "Write year, month and day: 1962-10-27.",
)

DATE_CONTRADICTED = Code(
    "TE878",
    "date-contradicted",
    "dates",
    "warning",
    "The words of a date name one day and its @when another: one of the two is a slip. Days of the old calendar, doubtful ones "
    "(@cert) and those with a @calendar are not compared.",
    "Compare with the page, and correct @when, or the words.",
)

DOCUMENT_ID = Code(
    "TE880",
    "document-id",
    "header",
    "warning",
    "Libraries find a file by its identifier: the @xml:id of TEI is also an idno in publicationStmt.",
    "Add the idno to publicationStmt.",
)
NO_LICENCE = Code(
    "TE881",
    "licence-missing",
    "header",
    "warning",
    "Without a licence nobody knows what may be done with the text.",
    'Add availability/licence with a @target to publicationStmt; in teiencode.toml: licence = "…".',
)

NO_TITLE = Code(
    "TE882",
    "title-missing",
    "header",
    "warning",
    "The title of the document (titleStmt/title) is what catalogues and search results show; here it is empty.",
    "Write the title.",
)
NO_SOURCE = Code(
    "TE883",
    "source-missing",
    "header",
    "warning",
    "sourceDesc says nothing: a reader cannot know what was transcribed.",
    "Describe the source in sourceDesc.",
)

LANGUAGE = Code(
    "TE884",
    "language-name",
    "header",
    "error",
    "A language is named in a word where its code should stand: programs (hyphenation, speech, search) know codes only.",
    "Write the code of BCP 47: two or three letters, such as en, fr, la or grc.",
)

LANGUAGE_UNKNOWN = Code(
    "TE885",
    "language-unknown",
    "header",
    "warning",
    "No language has this code, or no country: mostly it is a country's (cz for cs, jp for ja), a name cut short (sp for es), or "
    "that of internet addresses (en-UK for en-GB).",
    "Write the code of BCP 47: two or three letters, such as en, fr, la or grc, and where it matters a country's, as in en-GB.",
)
NO_LANGUAGE = Code(
    "TE886",
    "language-missing",
    "header",
    "warning",
    "Nothing says in which language the text is: neither langUsage in the profileDesc nor an xml:lang of TEI or text.",
    'Add langUsage with a language to profileDesc: <langUsage><language ident="en">English</language></langUsage>.',
)
IDENTIFIER_TWICE = Code(
    "TE887",
    "identifier-twice",
    "header",
    "warning",
    "An identifier stands twice in one place, with the same type: the second says nothing, or another number was meant.",
    "Remove one of the two, or correct it.",
)

SOURCE_DIFFERS = Code(
    "TE889",
    "source-differs",
    "source",
    "warning",
    "The file was encoded from a text, and names its digest; what it decodes to now are other words: the text was "
    "changed in the TEI.",
    "Undo the change, or put it into the source and encode that again.",
)

CODES_OF_CHECKS: tuple[Code, ...] = (
    CALL_LABEL,
    NOTE_LABEL,
    NOTE_CALL,
    NOTE_KIND,
    NOTE_NUMBER,
    NOTE_ORDER,
    PAGE_ORDER,
    PAGE_TWICE,
    TABLE_WIDTH,
    TABLE_SIZE,
    DATE_FORMS,
    DATE_ORDER,
    DATE_IMPOSSIBLE,
    DATE_CONTRADICTED,
    DOCUMENT_ID,
    NO_LICENCE,
    NO_TITLE,
    NO_SOURCE,
    LANGUAGE,
    LANGUAGE_UNKNOWN,
    NO_LANGUAGE,
    IDENTIFIER_TWICE,
    SOURCE_DIFFERS,
)
"""All of them, in the order of their numbers."""
