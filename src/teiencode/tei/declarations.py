"""What `editorialDecl` says: how a text of each profile was transcribed and encoded, for whoever uses the file."""

from __future__ import annotations

Declaration = tuple[str, str]
"""An element of TEI's class model.editorialDeclPart (or `p`), and the words of the paragraph in it."""

_ALWAYS: tuple[Declaration, ...] = (
    (
        "correction",
        "Nothing has been corrected: spelling, capitals, quotation marks, dashes and faults of the transcription stand as "
        "they are. An editor's correction is a choice of sic and corr.",
    ),
    (
        "interpretation",
        "What the page says is the content of elements. What the program concludes stands in attributes, on empty elements "
        'with @resp="#teiencode", and in this header; @cert says where it is not certain.',
    ),
    (
        "normalization",
        "Dates and times have their ISO form in @when, @from, @to, @notBefore and @notAfter; the words stay as they are.",
    ),
)

_LINES: Declaration = (
    "p",
    "In mixed content lb is the end of a line of the transcription, and a line feed stands for an empty line of it. White "
    "space between blocks is not part of the text.",
)

_BY_PROFILE: dict[str, tuple[Declaration, ...]] = {
    "frus": (
        (
            "segmentation",
            "Each block of the transcription is one element. A footnote stands where its number is called, and the number "
            'is in @n; a note whose place is not known is the last child of the document, with @cert="low". A page mark in '
            "brackets is a pb, with @ed for the pages of a facsimile or of the printed supplement.",
        ),
        (
            "p",
            'A bracketed notice that words were not declassified is a gap with @reason="redacted", one that they cannot be '
            'read a gap with @reason="illegible"; its words are in desc, and the extent in @quantity or @atMost and @unit '
            "wherever the words give it. Other brackets are text.",
        ),
    ),
    "scan": (
        (
            "segmentation",
            "Headings, paragraphs, form lines and lists follow the page. Running heads, classification lines, page numbers, "
            "stamps and the feet of forms are fw, where they stand; a paragraph that they cut is one p. A pb with "
            '@resp="#teiencode" has no sign in the transcription: it was concluded from what surrounds it.',
        ),
        ("hyphenation", 'A hyphen at the end of a line is kept, followed by lb with @break="no".'),
        (
            "p",
            "Struck out words (~~ ~~) are del, inserted ones (^{ }) add, both together subst. Headings marked # are head, "
            "words in asterisks hi, what stands between pipes cell. These signs are not repeated in the text.",
        ),
        (
            "p",
            'A withheld passage ([REDACTED], or the code of an exemption) is a gap with @reason="redacted"; @ana points to '
            "the exemption where it is a known one, and the code is in desc. What the machine could not read is a gap with "
            '@reason="illegible".',
        ),
    ),
}
_OTHER: tuple[Declaration, ...] = (
    (
        "segmentation",
        "Empty lines part paragraphs. Headings, lists, tables, notes and form feeds became elements where their signs are "
        "unmistakable; all other signs are text.",
    ),
)


def editorial_declarations(profile: str) -> tuple[Declaration, ...]:
    """The declarations for a profile, by its name; a profile that this module does not know gets the general ones."""
    return (*_ALWAYS, *_BY_PROFILE.get(profile, _OTHER), _LINES)
