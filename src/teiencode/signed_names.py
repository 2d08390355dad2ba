"""Names as they are signed: what the lines of a signature look like, and what a short last line is that is none.

No list of people: a name is a few words that begin with a capital, with the particles of several languages between them;
under it may stand titles, offices, ranks, bodies, or more names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
"""A letter that is no small one; those beyond Latin-1 are taken as they come."""
LETTER = r"[\w.’'\[\]‐–-]"
PARTICLE = (
    r"(?:de la|de los|de|von|zu|van|der|den|ten|ter|la|le|du|da|das|do|dos|di|del|della|y|e|af|al|el|bin|ben|ibn|ibni|bint|ul|ud)"
)
NAME_WORD = (
    rf"(?:(?:[dlDLO]['’]|Mc|Mac|de|St\. |(?:[ae][dlnrst]|a[hz]|[ae]sh)- ?|[‘’ʻ])?{CAPITAL}{LETTER}{{0,24}}"
    rf"|[dlDL]['’]{CAPITAL}\w{{1,20}}"
    rf"|\(?[“\"‘]{CAPITAL}\w{{1,12}}[”\"’]\)?|\({CAPITAL}\w{{1,12}}\)|{PARTICLE})"
)
ADDED = r"(?:,? (?:[Jj]r|[Ss]r|Esq|M\. ?D|Ph\. ?D|K\. ?C\. ?B|R)\.?|,? I{1,3}|,? IV|,? [23]d|,? 2nd|,? 3rd|,? V|,? Acting)"
CALL = r"(?:[0-9]{1,3}|[*†‡§])"
NAME_END = rf"{ADDED}?[.,—]?(?: [(\[][Ss]igned[)\]]| /s/)?\??[\])]?[ ]?{CALL}?"
SIGNED_BEFORE = r"(?:/?[sS]/ ?|\(for\) |By: |\([sS]\) |\([Ss](?:igned|gd)\.?\) |Sgd\. )?"
RANK_BEFORE = re.compile(
    r"(?:(?:General of the (?:Army|Armies|Air Force)|(?:Field |Air )?Marshal of (?:the )?[A-Z][\w ]{2,30}"
    r"|Admiral of the Fleet) )?(?:[+†✝] )?"
)
PEER = r"(?:Lord|Viscount|Earl|Baron|Duke|Marquess|Bishop|Archbishop|Patriarch)"
NAME = re.compile(rf"{SIGNED_BEFORE}{RANK_BEFORE.pattern}[\[(]?{NAME_WORD}(?: {{1,2}}{NAME_WORD}){{0,7}}{NAME_END}")
NAME_OF_A_PEER = re.compile(rf"(?:The )?(?:{NAME_WORD} ){{0,3}}{PEER}(?: {NAME_WORD}){{0,2}} of {NAME_WORD}{NAME_END}")
NAME_FOR_ANOTHER = re.compile(rf"\[?{NAME_WORD}(?: {NAME_WORD}){{1,4}} \(?for {NAME_WORD}(?: {NAME_WORD}){{1,4}}\)?{NAME_END}")
TWO_NAMES = re.compile(rf"{NAME_WORD}(?: {NAME_WORD}){{1,3}} and {NAME_WORD}(?: {NAME_WORD}){{1,3}}{NAME_END}")
SURNAMES = re.compile(rf"{CAPITAL}[\w’-]+(?:/{CAPITAL}[\w’-]+){{1,3}}{NAME_END}")
"""The surnames of those who send a message together: `Bunker/Taylor`."""
INITIALS = re.compile(rf"{CAPITAL}{{2,4}}(?:[/:]{CAPITAL}{{2,4}}){{0,3}}{CALL}?")

RANK = (
    r"(?:(?:Acting|Deputy|Assistant|Special|Executive|Under|Rear|Vice|Lieutenant|Brigadier|Major|First|Second|Third|Consul) )?"
    r"(?:Director|Chairman|Secretary|General|Admiral|Colonel|Captain|Major|Commander|Chief|Counselor|Ambassador|Minister"
    r"|President|Administrator|Assistant|Adviser|Representative|Officer|Consul)"
)
JOINING = (
    r"(?:of|the|for|from|by|and|to|in|in charge|in the absence of|on|at|with|&|de|la|du|des|[dl]['’]\w+|ad interim|ad int\."
    r"|a\. ?i\.)"
)
TITLE_WORD = rf"(?:(?:{CAPITAL}|[(“])[\w.’'/&)(”–-]*|\d{{1,2}}(?:st|nd|rd|th|d))"
TITLE = re.compile(rf"(?:{TITLE_WORD}|{JOINING})(?:,? (?:– )?(?:{TITLE_WORD}|{JOINING})){{0,20}}[.,;]?\]?{CALL}?")
NAME_AND_RANK = re.compile(
    rf"{NAME_WORD}(?: {NAME_WORD}){{1,6}}, (?:U\.?S\.? ?)?[A-Z][\w.]{{1,12}}(?: [A-Z][\w.]{{1,12}}){{0,2}}{NAME_END}"
)
NAME_AND_OFFICE = re.compile(
    rf"{NAME_WORD}(?: {NAME_WORD}){{1,4}}{ADDED}?,? {RANK}(?:,? (?:{TITLE_WORD}|{JOINING})){{0,11}}{CALL}?"
)
OFFICE = re.compile(rf"(?:The )?{RANK}(?:,? (?:{TITLE_WORD}|{JOINING})){{0,8}},?")
NAMES = (NAME, NAME_OF_A_PEER, NAME_AND_RANK, NAME_AND_OFFICE, NAME_FOR_ANOTHER, TWO_NAMES, SURNAMES, INITIALS)

IN_WHOSE_NAME = re.compile(
    r"(?:F(?:or|OR)|(?i:By (?:direction|order|authority|command) of|On behalf of)) [A-Z\w](?:[^.:]|\.(?=\w| \w)|(?<=\bi)\.)"
    r"{2,60}:|F(?:or the|OR THE) [A-Z][^.:]{2,60}(?:\ba\. ?i\.)?"
)

NO_NAME = re.compile(
    r"(?:(?:the )?(?:right )?hon(?:ou?rable)?|(?:his|her|your) (?:excellency|majesty|highness)|signatures"
    r"|cc|bcc|copy|copies|attachments?|enclosures?|tab|annex|appendix|approved?|disapproved?|distribution|approval|page(?= \d)"
    r"|secret|confidential|limited|unquote|quote|more follows|happy new|merry christmas|season"
    r"|unclassified|declassified|top|end|signed|unsigned|initialed|initialled|washington|undated"
    r"|recommendations?|conclusions?|here|omitted|editorial|notes?|summary|agenda|discussion|comments?|none|yes|no|ed\.|etc|ok|noted"
    r"|concur|concurrences?|confirmed|adjourned|agreed|seconded|regards|goodbye|good-bye|bye|thanks|thank|amen|gentlemen|source"
    r"|see me|call me|speak to me|discuss|let[’']s|other|okay|go ahead|hold(?: off)?|reject(?:ed)?|disagree|agree|alternatively"
    r"|do not|as (?:amended|revised|modified|is)|send|prepare|schedule|no objection|more|please|advise|present|absent|attendees"
    r"|laughter|inaudible|applause|pause|silence|recessed|postscript|encls?\.|tabs"
    r"|continued|translation|action|info|information|drafted|cleared|ibid|\(?seal|recess|background|next steps|meeting|eyes only"
    r"|nodis|exdis|limdis|niact|noforn|immediate|priority|routine|minimize|repeat(?:ed)?|pass(?:ed)?|department pass"
    r"|draft (?:letter|message|memorandum|telegram|cable|resolution|statement|text|reply|note))(?![^\W_])",
    re.IGNORECASE,
)
"""Words with which a short last line begins that is no signature: copies, enclosures, captions, what was left out."""

PART_OF_A_PAPER = re.compile(
    r"(?:Table|Chart|Article|Section|Chapter|Part|Phase|Option|Plan|Step|Figure|Map|Item|Paragraph|Point|Question|Group|Track|Issue"
    r"|Volume|Stage|Schedule|Position|Version|Formula|Case|Alternative|Scenario|Model|Protocol|Footnote|Zone|Line|Area)"
    r" (?:[A-Z]|[IVX]{1,4}|[0-9]{1,2}|One|Two|Three|Four|Five)"
)
SPOKEN_OF = re.compile(
    r"(?:(?:Acting|Deputy|Under|Assistant|Foreign|Prime|Vice) )?(?:President|Secretary|Minister|Ambassador|Senator|Congressman"
    r"|Governor|Chancellor|Premier|Chairman|Director|Dr\.|General|Admiral|Colonel|Counselor|Mayor) [A-Z][\w’-]+"
)
"""An office and a surname: so a man is spoken of, and nobody signs."""
BODY = re.compile(
    r"(?:The )?(?:[A-Z][\w.’-]* (?:of |for |and |the )*){0,6}(?:Embassy|Legation|Mission|Delegation|Consulate(?: General)?|Agency"
    r"|Council|Board|Committee|Commission|Bureau|Ministry|Government|Staff|Affairs|Session|Points|Guidance|Aid|Assistance|Copies"
    r"|Paragraphs|Resolution|States|Union|Kingdom|Republic|Nations)"
)
"""A body or a subject and nobody's name: what stands alone on a last line is no signature then."""


def has_shape_of_name(lines: Sequence[str]) -> bool:
    """Whether the lines of a block have the shape of a name, with titles or more names under it.

    A line that says in whose name, or the signer's office, may stand above the name.
    """
    lines = without_authority(lines)
    name, *titles = lines
    if is_known_to_be_none(name) or not any(shape.fullmatch(name) for shape in NAMES):
        return False
    return all(TITLE.fullmatch(title) for title in titles)


def without_authority(lines: Sequence[str]) -> Sequence[str]:
    """The lines of a signature without a first one that says in whose name, or in what office, it is signed."""
    if len(lines) > 1 and (IN_WHOSE_NAME.fullmatch(lines[0]) or (OFFICE.fullmatch(lines[0]) and NAME.fullmatch(lines[1]))):
        return lines[1:]
    return lines


def is_known_to_be_none(line: str) -> bool:
    """Whether a line begins with a word that begins no signature, or is a bracket of the editors in small letters."""
    if PART_OF_A_PAPER.fullmatch(line) or BODY.fullmatch(line) or SPOKEN_OF.fullmatch(line):
        return True
    return NO_NAME.match(line.lstrip("[")) is not None or (line.startswith("[") and line[1:2].islower())
