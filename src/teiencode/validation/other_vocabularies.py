"""Names of HTML, DocBook, JATS, EAD, MODS, MEI, ALTO, PAGE and older TEI, and plain words, and what TEI calls the thing.

They stand in small letters, without the hyphens and points that some write in them. A name that says how something looks as
well as what it is stands in two lines.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_NAMES: Mapping[str, str] = {
    # How words look.
    'hi rend="bold"': "b bf bold boldface boldtext strong",
    'hi rend="italic"': "em emphasis emphasized emphasised i it ital italic italics italictext cursive oblique var foreignphrase "
    "wordasword",
    'hi rend="underline"': "u ul uline underline underlined underscore underscored",
    'hi rend="monospace"': "tt monospace monospaced monospacetext typewriter teletype fixedwidth kbd samp userinput plaintext",
    'hi rend="large"': "big large larger",
    'hi rend="small"': "small smaller fineprint",
    'hi rend="smallcaps"': "sc smallcap smallcaps smcap scap",
    'hi rend="superscript"': "sup superscript supscript super raised",
    'hi rend="subscript"': "sub subscript lowered",
    'hi rend="center"': "center centre centered centred centertext",
    'hi rend="highlight"': "mark highlight highlighted marked",
    'hi rend="overline"': "overline overlined",
    'hi rend="roman"': "roman upright",
    'hi rend="sansserif"': "sansserif",
    'hi rend="…"': "font style formatted styled",
    "hi": "bdi bdo blink inline nobr phrase rend replaceable styledcontent trademark",
    # What words are.
    "code": "kbd literal pre samp tt programlisting screen literallayout markup command filename classname varname "
    "userinput preformat xmp",
    "abbr": "abbrev abbreviated acronym initialism",
    "expan": "expanded unabbreviated",
    "term": "dfn defterm firstterm glossterm subject keyword kwd technicalterm indexterm genreform",
    "foreign": "foreignphrase foreignword foreignwords otherlanguage",
    "gloss": "glossdef",
    "q": "quoted quotationmark quotemark quotes inlinequote",
    "quote": "blockquote blockquotation quotation dispquote longquote citedtext extractquote",
    "said": "saying directspeech",
    "title": "book booktitle citetitle journaltitle articletitle worktitle chaptertitle series seriestitle subtitle titleproper "
    "titleabbrev transtitle parttitle unittitle work",
    "num": "data roman numeral",
    "measure": "weight price amount",
    "formula": "equation informalequation inlineequation inlineformula dispformula texmath math",
    "email": "mail emailaddress",
    "seg": "namedcontent span sentencepart",
    "w": "word token wort",
    "s": "sentence",
    # Names, places and dates.
    "persName": "addressee authorname editorname famname fullname individual nameperson namedperson personalname person "
    "personname recipient receiver sender signatory stringname",
    "orgName": "company corpname corporation institution nameoforganization organisation organisationname organization "
    "organizationname orgtitle publishername",
    "placeName": "geogname geographicname location locationname nameplace namedplace place placename toponym toponymy",
    "settlement": "city town village",
    "country": "nation",
    "region": "province county",
    "street": "road",
    "name": "entity namedentity nameentity namepart namegroup propername",
    "forename": "christianname first firstname fname given givenname givennames",
    "surname": "familyname family last lastname lname",
    "roleName": "honorific jobtitle honourific rank",
    "occupation": "profession job",
    "birth": "birthdate birthday dateofbirth born",
    "death": "deathdate dateofdeath died",
    "sex": "gender",
    "listPerson": "persons people persongroup personlist",
    "listPlace": "places placelist",
    "listOrg": "organizations organisations",
    "date": "datestruct daterange dating datetime day month pubdate sentdate senddate stringdate unitdate week when year "
    "dateinwords season",
    "time": "hour timerange timestruct clocktime",
    # Pointers.
    'ref target="…"': "link ulink uri href hyperlink weblink extlink extref selfuri weburl",
    "ref": "a url xref archref bibref biblioref crossref crossreference notecall noteref footnoteref footnotecall "
    "footnotemark endnoteref see seealso internallink reference",
    "ptr": "xptr extptr",
    "anchor": "anchorname bookmark",
    # Breaks, and what stands at the edge of pages.
    "pb": "page pagebreak pagebegin pagebeginning pagestart pagenumber pagenum pagination pgbrk folio leaf newpage",
    "cb": "column columnbreak newcolumn",
    "lb": "br break hardbreak linebreak linebeginning newline softbreak wbr",
    'milestone unit="section"': "hr rule horizontalrule separator sectionbreak thematicbreak asterism ornament",
    'fw type="header"': "runninghead runningheader runningtitle pageheader",
    'fw type="footer"': "footer pagefooter runningfoot runningfooter",
    'fw type="catch"': "catchword",
    'fw type="pageNum"': "pagenumber pagenum",
    # Blocks.
    "p": "para par paragraph paragraf prg simpara formalpara licensep textblock textregion",
    "ab": "block textblock textregion",
    "head": "bridgehead caption chaptertitle h1 h2 h3 h4 h5 h6 header heading headline hgroup legend picturecaption "
    "sectionhead sectiontitle subhead subheading subtitle summary tablecaption tabletitle",
    'div type="chapter"': "chapter",
    'div type="section"': "section",
    'div type="letter"': "letter",
    "div": "act appendix article bibliodiv canto dedication details dialog div0 epilogue fieldset foreword glossary "
    "introduction nav nestedsection orgdiv part preface prologue refsection scene sec sect1 sect2 sect3 sect4 sect5 "
    "simplesect subsection boxedtext mdiv",
    "text": "bodytext maintext",
    "body": "main",
    "front": "frontmatter",
    "back": "backmatter",
    "list": "bulletlist bulletedlist deflist dir glosslist itemizedlist menu numberedlist ol orderedlist segmentedlist "
    "simplelist ul variablelist chronlist",
    'list type="gloss"': "dl deflist glosslist",
    "item": "bullet bulletpoint dd defitem li listentry listitem member point seglistitem varlistentry chronitem",
    "label": "dt listlabel number numbering",
    "table": "informaltable tgroup tablewrap",
    "row": "tr trow tablerow",
    "cell": "td entry entrytbl tcell tablecell tabledata",
    'cell role="label"': "th tableheader",
    "figure": "diagram drawing fig illustration informalfigure inlinemediaobject map mediaobject photo photograph picture plate",
    "figDesc": "alttext figcaption figdescription figuredescription longdesc textobject imagedescription",
    "graphic": "picture photo embed iframe image imagedata imageobject imageref img inlinegraphic svg",
    "media": "audio audiodata audioobject video videodata videoobject",
    "zone": "area coords imageregion",
    "line": "textline",
    # Notes and the editor's hand.
    'note place="bottom"': "foot footnote ftnote fnote pagefoot pagenote",
    'note place="end"': "endnote",
    'note place="margin"': "marginal marginalia marginnote marginalnote sidenote",
    "note": "annot annotation apparatusnote aside caution comment commentary controlnote editorialnote fn important "
    "marginal marginalia noscript personblurb remark sidebar sourcenote tip warning",
    "add": "addition added ins insert inserted insertion interlinear interlineation supralinear",
    "del": "cancelled cancellation crossedout deleted deletion erased erasure s strike strikeout strikethrough struck "
    "struckout struckthrough",
    "gap": "ellipsis illegible lacuna lost missing omission omitted redacted redaction",
    "unclear": "doubtful hardtoread illegible uncertain unreadable unsure",
    "supplied": "conjecture restored reconstructed reconstruction",
    "sic": "error mistake typo misprint",
    "corr": "corrected correction emendation",
    "orig": "original originalspelling",
    "reg": "normalized normalised modernized regularized regularised",
    "rdg": "variant variantreading",
    "lem": "lemmareading",
    "stamp": "rubberstamp",
    "handNote": "hand scribe",
    "handNotes": "handlist",
    # Letters.
    "opener": "letterhead letteropening",
    "closer": "letterclosing valediction",
    "salute": "greeting greetings salutation complimentaryclose",
    "signed": "signature signatures sig sigblock signedby",
    "dateline": "placeanddate placedate",
    "postscript": "ps",
    "address": "addressblock addr postaladdress",
    "addrLine": "addressline addrline otheraddr",
    # Drama and verse.
    "l": "verse verseline poemline textline",
    "lg": "couplet linegroup linegrp poem quatrain sonnet stanza stz strophe tercet versegroup verseparagraph",
    "sp": "speech speechact",
    "speaker": "player",
    "stage": "direction stagedir stagedirection",
    "role": "character dramaticrole",
    "castList": "cast dramatispersonae",
    "caesura": "cesura",
    # Books, and the header.
    "bibl": "attrib attribution bibliographicentry bibliomixed bibliomisc cite citation elementcitation mixedcitation "
    "source sourcecite",
    "biblStruct": "biblioentry",
    "listBibl": "bibliography bibliolist biblist bibllist literature reflist references workscited",
    "biblScope": "fpage lpage issue issuenum pagenums pages pagerange volume volumenum vol",
    "author": "authorgroup authorname composer contrib creator librettist lyricist origination writer",
    "editor": "arranger contributor editorname",
    'editor role="translator"': "translator",
    "respStmt": "contribgroup othercredit responsibility",
    "publisher": "publishername publishinghouse",
    "pubPlace": "city placeofpublication publisherloc publisherlocation publicationplace",
    "edition": "editionnumber",
    "imprint": "origininfo printhistory",
    "idno": "articleid bookid callnumber catalognumber doi eadid identifier inventorynumber isbn issn recordid shelfmark "
    "signatur unitid",
    "repository": "archive library repositorycode",
    "collection": "fonds",
    "availability": "accessrestrict copyright copyrightstatement legalnotice permissions rights rightsstatement userestrict",
    "licence": "copyright license",
    "abstract": "abstracttext",
    "summary": "scopecontent synopsis",
    "keywords": "coverage keywordset kwdgroup subjectset tags",
    "revisionDesc": "history changelog revhistory revisions",
    "change": "revision revisionentry",
    "titleStmt": "titleinfo titlegroup",
    "notesStmt": "notestmt",
    "tagsDecl": "tagdecl",
    "teiHeader": "articlemeta bookinfo eadheader info meta metadata",
    "TEI": "alto archdesc book ead html pagexml pcgts tei2",
    "teiCorpus": "teicorpus2 set",
    # Dictionaries.
    "def": "definition meaning",
    "orth": "headword spelling",
    "form": "wordform",
    "sense": "wordsense",
    "pos": "partofspeech wordclass",
    "pron": "pronunciation",
    "cit": "example translation usageexample",
    "pc": "emdash punctuation",
}


def _by_name(names: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for tei, words in names.items():
        for word in words.split():
            found[word] = (*found.get(word, ()), tei)
    return found


_BY_NAME = _by_name(_NAMES)


def in_tei(name: str) -> tuple[str, ...]:
    """What TEI calls the thing of this name: elements, some with an attribute, the likeliest first; nothing for other names."""
    return _BY_NAME.get(plain_name(name), ())


def plain_name(name: str) -> str:
    """A name in small letters, without what parts its words."""
    return re.sub("[-_.:]", "", name.lower())


HELD: Mapping[str, str] = {
    **dict.fromkeys(("sender", "addresser", "addressor"), 'correspAction type="sent"'),
    **dict.fromkeys(("addressee", "recipient", "receiver"), 'correspAction type="received"'),
}
"""Elements of other vocabularies that say by their name what in TEI something around them says."""
