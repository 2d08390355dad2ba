"""What publishing has to tell: elements no stylesheet knows, files that cannot be read as TEI, characters without a font."""

from __future__ import annotations

from teiencode.diagnostic import Code

UNKNOWN_ELEMENT = Code(
    code="TE951",
    name="unknown-element",
    group="publishing",
    severity="warning",
    explanation="The stylesheets do not know an element. Its text is shown where it stands, without any special look.",
    cure="nothing to do where the plain text is enough; else add a template to the stylesheets",
)
NOT_PUBLISHABLE = Code(
    code="TE952",
    name="not-publishable",
    group="publishing",
    severity="error",
    explanation="The file is not well-formed XML, or its root is neither TEI nor teiCorpus, so there is nothing to publish. "
    "The other documents are published all the same.",
    cure="run teiencode validate on the file, mend what it finds, and publish again",
)
ENTITY = Code(
    code="TE953",
    name="entity-reference",
    group="publishing",
    severity="warning",
    explanation="The file refers to an entity that its own document type would have to declare. Entities are never read, "
    "for they may lead out of the file; the reference is shown as it is written.",
    cure="put the characters themselves in place of the reference",
)
NO_GLYPH = Code(
    code="TE954",
    name="character-without-glyph",
    group="publishing",
    severity="warning",
    explanation="The fonts of the PDF have no shape for a character. Its code stands in its place, in a box; HTML shows the "
    "character itself.",
    cure="nothing to do where that is enough; a character that was misread belongs corrected in the source",
)
NO_TYPESETTER = Code(
    code="TE955",
    name="no-typesetter",
    group="publishing",
    severity="error",
    explanation="PDF is made by the Python package typst, which is not installed. All other forms are published.",
    cure="pip install 'teiencode[publish]'",
)
NOT_SET = Code(
    code="TE956",
    name="not-set",
    group="publishing",
    severity="error",
    explanation="A form of the document could not be made. This is a fault of the stylesheets, never of the text; what an "
    "earlier run made of it stands as it was.",
    cure="please report it, with the TEI file if that may be shared",
)
LEFT_OVER = Code(
    code="TE957",
    name="left-over",
    group="publishing",
    severity="info",
    explanation="An earlier run published a file that no longer belongs to the edition. It is left where it is, for others may "
    "have linked to it.",
    cure="remove it where nobody needs it any more",
)
UNKNOWN_FORMAT = Code(
    code="TE958",
    name="unknown-format",
    group="publishing",
    severity="error",
    explanation="A format was asked for that this version of teiencode does not make.",
    cure="ask for html, pdf, epub, text or bag",
)
NO_ADDRESS = Code(
    code="TE959",
    name="no-address",
    group="publishing",
    severity="info",
    explanation="A sitemap, a static repository for OAI-PMH and a file for correspSearch hold addresses in full, the repository "
    "also a mail address, and the file the address of a licence. Those are not made for which teiencode.toml lacks one; the "
    "rest of the edition is published all the same.",
    cure='say where the edition will stand: [edition] address = "https://…/", and contact = "…@…", licence = "https://…"',
)
WRONG_STYLESHEET = Code(
    code="TE974",
    name="wrong-stylesheet",
    group="publishing",
    severity="error",
    explanation="A stylesheet of the edition ([publish] stylesheets) is not XSLT that can be run, fails on a document, or "
    "reaches for something beyond it, which an edition's stylesheets may not. What was published earlier stands as it was.",
    cure="mend the stylesheet at the line that is named",
)
NOT_USED_STYLESHEET = Code(
    code="TE975",
    name="stylesheet-not-used",
    group="publishing",
    severity="warning",
    explanation="A stylesheet of the edition has the name of none of ours and is included by none: most often a slip of the pen.",
    cure="give it the name of the stylesheet that it is to stand in for, or include it in one",
)
STYLESHEET_MESSAGE = Code(
    code="TE976",
    name="stylesheet-message",
    group="publishing",
    severity="info",
    explanation="A stylesheet of the edition told something with xsl:message.",
    cure="nothing to do where the stylesheet means to tell it",
)
NO_PAGEFIND = Code(
    code="TE977",
    name="no-pagefind",
    group="publishing",
    severity="error",
    explanation="The search by Pagefind was asked for, and its packages are not installed. The edition's own search is there "
    "all the same.",
    cure="pip install 'teiencode[search]'",
)
NO_IMAGE = Code(
    code="TE978",
    name="image-not-published",
    group="publishing",
    severity="warning",
    explanation="A page break or a figure names an image by the name of a file, and that file is not there, is no image, or lies "
    "outside the folder of the TEI file. Only images in that folder, or below it, are published, for a TEI file may have come "
    "from anywhere; and those in the folder that the edition names for its images. The text is published all the same.",
    cure="put the image into the folder of the TEI file or one below it, name its address on the web, or say in teiencode.toml "
    'where the images lie: [publish] images = "FOLDER"',
)
LEADS_NOWHERE = Code(
    code="TE979",
    name="pointer-leads-nowhere",
    group="publishing",
    severity="info",
    explanation="A pointer (ref or ptr) names a file, or a place, that no document of the edition is or has. Its words stand in "
    "the text without a link.",
    cure="publish the file that it names with the others, or correct the target; nothing to do where it leads elsewhere",
)
NOT_IN_PRINT = Code(
    code="TE980",
    name="image-not-in-print",
    group="publishing",
    severity="warning",
    explanation="The typesetter of the PDF does not take an image: it is damaged, of a kind that it does not know (avif), or has "
    "colours that a PDF for the archive may not have (CMYK). Its name stands in its place; the pages show the image.",
    cure="save the image as PNG or JPEG, in RGB or grey",
)
CODES = (
    NO_IMAGE,
    LEADS_NOWHERE,
    NOT_IN_PRINT,
    NO_PAGEFIND,
    UNKNOWN_ELEMENT,
    NOT_PUBLISHABLE,
    ENTITY,
    NO_GLYPH,
    NO_TYPESETTER,
    NOT_SET,
    LEFT_OVER,
    UNKNOWN_FORMAT,
    NO_ADDRESS,
    WRONG_STYLESHEET,
    NOT_USED_STYLESHEET,
    STYLESHEET_MESSAGE,
)
