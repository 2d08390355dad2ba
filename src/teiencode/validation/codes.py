"""The kinds of findings: TE80x well-formed, TE81x grammar, TE82x further rules, TE84x to TE88x what no grammar can say.

An assertion of the project's Schematron whose `@id` is one of these codes is reported under it, in its group; the words are the
assertion's, the suggestions its `sch:diagnostic`.
"""

from __future__ import annotations

from teiencode.diagnostic import Code
from teiencode.validation.codes_of_checks import CODES_OF_CHECKS

EMPTY = Code(
    "TE800",
    "empty-file",
    "wellformed",
    "error",
    "The file holds no element at all, so there is nothing to validate.",
    "Encode the source again, or delete the file.",
)
BINARY = Code(
    "TE801",
    "binary-file",
    "wellformed",
    "error",
    "The file holds NUL bytes where text should be: an image, an archive or an office document with a wrong name.",
    "Name the TEI file itself; a word processor's file must be exported as TEI or text first.",
)
ENCODING = Code(
    "TE802",
    "wrong-encoding",
    "wellformed",
    "error",
    "The bytes are no text in the encoding that the XML declaration names, or in UTF-8 where it names none.",
    "Save the file as UTF-8, and let the XML declaration say so or say nothing.",
)
ILL_FORMED = Code(
    "TE803",
    "ill-formed",
    "wellformed",
    "error",
    "The file breaks a rule of XML itself (a tag that is not closed, a bare & or <, a quote that is missing). Nothing else can "
    "be checked until that is mended. Only the first such place is reported, for the rest cannot be read with certainty.",
    "Mend this place and validate again.",
)
ENTITY = Code(
    "TE804",
    "entity",
    "wellformed",
    "error",
    "The file declares or uses entities. They are never expanded, for they can hide text, read other files or grow without end.",
    "Write the characters themselves (TEI files are UTF-8), and remove the declarations from the DOCTYPE.",
)
TOO_DEEP = Code(
    "TE805",
    "nested-too-deep",
    "wellformed",
    "error",
    "Elements stand in each other to a depth that no text needs; the usual cause is a program that forgot to close them.",
    "Look for an element that is opened again and again, and close it.",
)

LARGE = Code(
    "TE806",
    "too-large-for-a-tree",
    "wellformed",
    "info",
    "The grammar is checked while a file is read, whatever its size. Pointers, ids, tables and the like need the whole tree in "
    "memory, some seven times the size of the file, and were not checked.",
    "Give --max-tree a larger number of megabytes, or validate the parts.",
)

GRAMMAR = Code(
    "TE810",
    "grammar",
    "relaxng",
    "error",
    "The document does not fit the schema. The schema is built in a way that only lets the bare message be shown.",
    "Compare the element with the schema's documentation.",
)
ROOT = Code(
    "TE811",
    "wrong-root",
    "relaxng",
    "error",
    "The outermost element is not one that the schema lets a document begin with; often the namespace is missing.",
    'Begin with <TEI xmlns="http://www.tei-c.org/ns/1.0">.',
)
ELEMENT_UNKNOWN = Code(
    "TE812",
    "element-unknown",
    "relaxng",
    "error",
    "The schema has no element of this name anywhere: a misspelling (<persname> for <persName>), a name of HTML or "
    "of another language (<br> for <lb/>, <titre> for <title>), or an element of TEI that this schema leaves out. "
    "The finding names what was probably meant.",
    "Write the other name in the start tag and in the end tag, or remove both tags and keep what is between them.",
)
ELEMENT_MISPLACED = Code(
    "TE813",
    "element-misplaced",
    "relaxng",
    "error",
    "The schema has the element, but not here. It stands in an element that cannot hold it (a <p> in a <p>, a "
    "<date> directly in a <div>), behind something that it must come before (a <head> behind a <p>), before "
    "something that must come first, or without the element that should be around it (an <item> without its "
    "<list>).",
    "Do what the finding proposes: put around it what is named, move it to the line that is named, or end the "
    'element before it. Where an element may stand, the documentation of the schema says under "Contained by".',
)
INCOMPLETE = Code(
    "TE814",
    "element-incomplete",
    "relaxng",
    "error",
    "The element ends before it has all that it needs: a <list> without an <item>, a <fileDesc> without a "
    "<sourceDesc>. The place is its end tag, for there something is missing.",
    "Add what is named before the end tag, or remove the element.",
)
TEXT_MISPLACED = Code(
    "TE815",
    "text-misplaced",
    "relaxng",
    "error",
    "Words stand directly in an element that holds other elements and no words: between two paragraphs of a <div>, "
    "before the first <item> of a <list>, in a <row> outside its cells, before the <head> of a <div>.",
    "Put the words in an element that may stand there: mostly a <p>, in a list an <item>, in a table a <cell>. "
    "Words before a <head> belong behind it, in a <p>, or in the <head> itself.",
)
ATTRIBUTE_UNKNOWN = Code(
    "TE816",
    "attribute-unknown",
    "relaxng",
    "error",
    "The schema does not give this attribute to this element: a misspelling, an attribute of HTML (href for target,"
    " class for rend, id for xml:id), or one that belongs on another element (a person named by @who on a "
    "<persName> has @ref).",
    "Write the name that is proposed, move the attribute to the element that may have it, or remove it.",
)
ATTRIBUTE_MISSING = Code(
    "TE817",
    "attribute-missing",
    "relaxng",
    "error",
    "The element lacks an attribute that the schema requires.",
    "Add the attribute.",
)
ATTRIBUTE_VALUE = Code(
    "TE818",
    "attribute-value",
    "relaxng",
    "error",
    "The value is none of those that the schema lists for the attribute, or not of its kind: a date must be written"
    " 1962-10-27 (year, month, day), a language as de or en, a pointer as # with the xml:id of its target, an "
    "xml:id without spaces and not beginning with a digit, a width with its unit (12cm).",
    "Write one of the values that the finding names, or the same value in the form that it shows. What is printed "
    "may stay in the text: only the attribute has to have this form.",
)
CONTENT_VALUE = Code(
    "TE819",
    "content-value",
    "relaxng",
    "error",
    "The element's text must be a value of a certain type (a date, a number, a word of a list), and is not.",
    "Write a value of that type.",
)

RULE = Code(
    "TE820",
    "schematron-rule",
    "schematron",
    "error",
    "A rule of a Schematron schema was broken. The message is the rule's own.",
    "Do as the rule says.",
)
GAP_AMOUNT = Code(
    "TE821",
    "gap-amount-twice",
    "schematron",
    "error",
    "An omission is either of a stated size (@quantity) or bounded (@atLeast, @atMost): 'less than 1 line' is atMost=\"1\" "
    "alone.",
    "Keep @quantity, or keep @atLeast and @atMost.",
)
GAP_UNIT = Code(
    "TE822",
    "gap-unit",
    "schematron",
    "error",
    "An amount says nothing without its unit, nor a unit without an amount or the page's words: 2 lines, 2 pages, 1 name.",
    "Add @unit, or remove the amount.",
)
EMPTY_FURNITURE = Code(
    "TE823",
    "furniture-empty",
    "schematron",
    "error",
    "Page furniture is what stands on the page; without any text there is none.",
    "Remove the element, or write what the page has.",
)
GLOSS_LIST = Code(
    "TE826",
    "gloss-list-without-labels",
    "schematron",
    "error",
    "A list of the type gloss explains terms: each item has its term before it, in a label.",
    "Add a <label> before each item, or give the list another type.",
)
EMPTY_BLOCK = Code(
    "TE824",
    "block-empty",
    "schematron",
    "warning",
    "A paragraph, head, item, dateline or signature without any content: usually left over from an edit.",
    "Remove the element.",
)
UNUSED_CATEGORY = Code(
    "TE825",
    "category-unused",
    "schematron",
    "warning",
    "The header lists only the categories that the document points at, so that a reader sees which exemptions and classifications"
    " occur.",
    "Remove the category, or point at it with @ana or catRef.",
)

XSD = Code(
    "TE830",
    "xsd-element",
    "xsd",
    "error",
    "An element or what it holds is not what the XSD schema has. The words are those of the validator `xmlschema`.",
    "Compare the element with the schema's documentation; the RELAX NG schema of the same TEI gives cures.",
)
XSD_ATTRIBUTE = Code(
    "TE831",
    "xsd-attribute",
    "xsd",
    "error",
    "An attribute or its value is not what the XSD schema has.",
    "Rename or remove the attribute, or write a value of its type.",
)

DUPLICATE_ID = Code(
    "TE841",
    "id-duplicate",
    "ids",
    "error",
    "Two elements bear one @xml:id, so that a pointer to it is ambiguous. The finding stands at the second and each later one.",
    "Give this element an id of its own, or remove the copy.",
)
ID_LOST = Code(
    "TE842",
    "id-reference-lost",
    "ids",
    "error",
    "The schema makes this attribute a reference to an id (IDREF), and no element of the file has that id.",
    "Correct the reference, or give its target the id.",
)

POINTER = Code(
    "TE851",
    "pointer-unresolved",
    "pointers",
    "error",
    "A pointer within the file (a # and a name) leads to an element that bears this name as its @xml:id, and no "
    "element does: the pointer is misspelt, the id is, or the element is missing.",
    "Correct the pointer, or give the element that is meant this @xml:id: the finding names ids that are nearly the same.",
)
CALL_TARGET = Code(
    "TE852",
    "call-target",
    "pointers",
    "error",
    'The second call of a note (ptr type="note") must point at the note.',
    "Point at the note's @xml:id.",
)
EXEMPTION_TARGET = Code(
    "TE853",
    "exemption-target",
    "pointers",
    "error",
    "An omission's @ana names the exemption or classification by which it was withheld: a category of a taxonomy in the header.",
    "Point at a category, or use @corresp.",
)

POINTER_SIGN = Code(
    "TE854",
    "pointer-without-sign",
    "pointers",
    "warning",
    "A pointer to an element of the same file begins with #; without it the name of a file is meant.",
    "Write the # before the name.",
)

CODES: tuple[Code, ...] = (
    EMPTY,
    BINARY,
    ENCODING,
    ILL_FORMED,
    ENTITY,
    TOO_DEEP,
    LARGE,
    GRAMMAR,
    ROOT,
    ELEMENT_UNKNOWN,
    ELEMENT_MISPLACED,
    INCOMPLETE,
    TEXT_MISPLACED,
    ATTRIBUTE_UNKNOWN,
    ATTRIBUTE_MISSING,
    ATTRIBUTE_VALUE,
    CONTENT_VALUE,
    RULE,
    GAP_AMOUNT,
    GAP_UNIT,
    EMPTY_FURNITURE,
    GLOSS_LIST,
    EMPTY_BLOCK,
    UNUSED_CATEGORY,
    XSD,
    XSD_ATTRIBUTE,
    DUPLICATE_ID,
    ID_LOST,
    POINTER,
    CALL_TARGET,
    EXEMPTION_TARGET,
    POINTER_SIGN,
    *CODES_OF_CHECKS,
)
"""Every kind of finding that validation can report."""

BY_CODE = {code.code: code for code in CODES}
"""The same by their stable codes, which are also the ids of the project's Schematron assertions."""
