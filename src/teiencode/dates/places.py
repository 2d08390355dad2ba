"""Names of places, as they stand in datelines and headings: known ones, and what has the shape of one."""

from __future__ import annotations

import re

# Seats of government, of missions and of conferences: where diplomatic papers were dated, from the general record of
# nineteenth- and twentieth-century diplomacy. A place that is not here is still recognised by its shape.
_KNOWN = """
Abidjan; Abu Dhabi; Accra; Addis Ababa; Aden; Aleppo; Alexandria; Algiers; Amman; Amsterdam; Andorra; Ankara;
Antananarivo; Antwerp; Apia; Asmara; Asunción; Asuncion; Athens; Auckland; Baghdad; Baku; Baltimore; Bamako; Bandung;
Bangkok; Bangui; Barcelona; Basel; Basra; Batavia; Bathurst; Beijing; Beirut; Belfast; Belgrade; Belize City; Bergen;
Berlin; Bermuda; Bern; Berne; Bilbao; Bissau; Bogotá; Bogota; Bombay; Bonn; Bordeaux; Boston; Brasília; Brasilia;
Bratislava; Brazzaville; Bremen; Bridgetown; Brussels; Bucharest; Budapest; Buenos Aires; Bujumbura; Cairo; Calcutta;
Camp David; Canberra; Canton; Cape Town; Capetown; Caracas; Casablanca; Chicago; Chungking; Ciudad Trujillo; Colombo;
Conakry; Constantinople; Copenhagen; Cotonou; Dacca; Dakar; Damascus; Danzig; Dar es Salaam; Delhi; Dhahran; Dhaka;
Djakarta; Djibouti; Doha; Dublin; Düsseldorf; Edinburgh; Elisabethville; Florence; Fort Lamy; Frankfurt; Freetown;
Gaborone; Geneva; Genoa; Georgetown; Gibraltar; Glasgow; Goa; Guadalajara; Guatemala; Guatemala City; Guayaquil;
Haifa; Halifax; Hamburg; Hankow; Hanoi; Harare; Harbin; Havana; Helsinki; Helsingfors; Hong Kong; Hongkong; Honolulu;
Houston; Hué; Hue; Hyde Park; Islamabad; Istanbul; Jakarta; Jerusalem; Jidda; Jiddah; Jedda; Johannesburg; Kabul;
Kampala; Karachi; Kathmandu; Katmandu; Key West; Khartoum; Kiev; Kigali; Kingston; Kinshasa; Kobe; Kuala Lumpur;
Kuwait; Kuwait City; Kyoto; La Paz; Lagos; Lahore; Lausanne; Leipzig; Leningrad; Léopoldville; Leopoldville;
Libreville; Lilongwe; Lima; Lisbon; Liverpool; Livorno; Lomé; Lome; London; Los Angeles; Lourenço Marques; Lourenco
Marques; Luanda; Lusaka; Luxembourg; Luxemburg; Lyon; Lyons; Macao; Madras; Madrid; Malta; Managua; Manama;
Manchester; Manila; Maputo; Maracaibo; Marrakech; Marseille; Marseilles; Maseru; Mbabane; Medellín; Melbourne; Meshed;
Mexico; Mexico City; Miami; Milan; Mogadiscio; Mogadishu; Monrovia; Montevideo; Montreal; Moscow; Mukden; Munich;
Muscat; Nairobi; Nanking; Naples; Nassau; New Delhi; New Orleans; New York; Newport; Niamey; Nice; Nicosia;
Nouakchott; Odessa; Oporto; Osaka; Oslo; Ottawa; Ouagadougou; Palermo; Palm Beach; Panamá; Panama; Panama City;
Paramaribo; Paris; Peiping; Peking; Peshawar; Petersburg; Petrograd; Philadelphia; Phnom Penh; Pnompenh; Poona; Port
Louis; Port Moresby; Port of Spain; Port-au-Prince; Potsdam; Poznan; Prague; Pretoria; Quebec; Québec; Quito; Rabat;
Rangoon; Recife; Reykjavik; Reykjavík; Rhodes; Riga; Rio de Janeiro; Riyadh; Rome; Rotterdam; Saigon; St. Petersburg;
Saint Petersburg; Salisbury; Salonika; Salzburg; San Antonio; San Clemente; San Francisco; San José; San Jose; San
Juan; San Salvador; Sana; Sanaa; Santa Barbara; Santiago; Santo Domingo; São Paulo; Sao Paulo; Sarajevo; Seattle;
Seoul; Seville; Shanghai; Singapore; Sofia; Southampton; Stockholm; Strasbourg; Stuttgart; Suva; Sydney; Tabriz;
Taipei; Taiwan; Tallinn; Tampa; Tananarive; Tangier; Tashkent; Tegucigalpa; Teheran; Tehran; Tel Aviv; The Hague; The
White House; Tientsin; Tirana; Tokyo; Toronto; Trieste; Tripoli; Tsingtao; Tunis; Turin; Ulan Bator; Valletta;
Valparaíso; Valparaiso; Vatican City; Venice; Versailles; Vienna; Vientiane; Vladivostok; Warsaw; Washington;
Wellington; White House; Windhoek; Yalta; Yamoussoukro; Yaoundé; Yaounde; Yokohama; Zagreb; Zürich; Zurich
"""
KNOWN_PLACES = frozenset(" ".join(name.split()).casefold() for name in _KNOWN.split(";"))

# A kind of paper anywhere, or one of the words of the second list at the start: the words are no place, capitals or
# not.
_PAPER_WORDS = """
memorandum memoranda memo letter telegram airgram despatch dispatch notes minutes report paper message
    statement summary draft circular instruction instructions conversation conversations estimate issue study
    meeting discussion discussions remarks speech proposal
"""
_PAPERS = frozenset(_PAPER_WORDS.split())
_OPENING_WORDS = """
record records editorial note telephone dear mr mrs miss dr source subject dated received from to re ref
    references participants attachment enclosure tab annex appendix document documents see for by in on the and
    approved copy copies chapter section part article law resolution page vol volume no ibid also sincerely date time
    declassified authority control monday tuesday wednesday thursday friday saturday sunday
"""
_NO_PLACE = frozenset(_OPENING_WORDS.split())
_ON_THE_WAY = ("on board", "aboard", "en route", "in flight")
_THE = (
    "the hague",
    "the white",
    "the pentagon",
    "the department",
    "the residence",
    "the american",
    "the embassy",
    "the secretary",
    "the president",
    "the ambassador",
    "the palace",
    "the foreign",
    "the prime",
    "the legation",
    "the ranch",
    "the hotel",
    "the villa",
    "the kremlin",
    "the vatican",
    "the élysée",
    "the capitol",
    "the under",
    "the consulate",
)
_JOINING = (
    r"(?:and|at|am|auf|board|aboard|da|das|de|del|della|den|der|des|di|do|dos|du|el|en|im|in|la|las|le|les|los|near|of|off|on|over"
    r"|route|sea|sur|the|upon|van|via|von|zu)"
)
_WORD = (
    r"(?:(?:[dlDL]['’]|[ae][lnrst]-|[ae]sh-)?[^\W\d_a-zà-öø-ÿ][\w.'’-]{0,30}|"
    + _JOINING
    + r"|\d{1,5}(?:th|st|nd|rd)?|&|[\"“”‘’S.]{1,3})"
)
_SHAPE = re.compile(rf"\[?\(?{_WORD}(?:[,;]?[\s]{{1,3}}\[?\(?{_WORD}[\])]?){{0,11}}[,\])]{{0,2}}")
_ASKED = re.compile(r"\[?[^\[\]?]{2,40}\?\]?|[^\[\]?]{2,40} \[\?\]")
"""A place with a question mark: `[Moscow?]`, `Paris [?]`."""
_STREET = re.compile(r"\d{1,5} (?:[^\W\d_a-z][\w.’-]* ){1,3}(?:Street|Avenue|Square|Road|Place|Boulevard|Lane|Gardens)\b")
"""A house and its street: `10 Downing Street`."""
_PARTS = re.compile(r",\s|/|[–—]")
_SENTENCE_WORDS = "is are was were be been has have had will would that which who this his her their it"
_SENTENCE = frozenset(_SENTENCE_WORDS.split())
_MOST_WORDS = 10
"""Words of a place, where a part of it is known."""
_BRACKET = re.compile(r"\[[^\[\]]{1,80}\]")
_NOT_GIVEN = re.compile(r"\[(?:No place|Place (?:not|unknown)\b[^\]]*)\]")
"""The editors say that the paper names no place."""


def is_known_place(name: str) -> bool:
    """Whether `name`, or a part of it between commas, is a place that the program knows by name."""
    bare = " ".join(name.replace("[", " ").replace("]", " ").split()).strip(" ,.;:()").casefold()
    return bare in KNOWN_PLACES or any(part.strip() in KNOWN_PLACES for part in bare.split(","))


def looks_like_place(name: str) -> bool:
    """Whether `name` can be a place: capitalised words, few joining ones, no kind of paper; or a bracket."""
    if len(name) > 120:
        return False
    if _BRACKET.fullmatch(name) and (name[1:2].islower() or _NOT_GIVEN.search(name)):
        words_lower = name.lower()
        return any(word in words_lower for word in ("place", "location", "declassified")) or words_lower == "[illegible]"
    if _ASKED.fullmatch(name):
        name = name.replace("?", "")
    words = [word.casefold() for word in re.findall(r"[\w'’]+", name)]
    if not any(word[0].isupper() for word in name.split()) or not words or not _PAPERS.isdisjoint(words):
        return False
    if len(words) <= _MOST_WORDS and _SENTENCE.isdisjoint(words) and (_parts_known(name) or _on_the_way(name)):
        return True
    if _STREET.match(name):
        return True
    if words[0].isdigit() or (words[0] in _NO_PLACE and not " ".join(words[:2]).startswith(_THE)):
        return False
    return is_known_place(name) or _SHAPE.fullmatch(name) is not None


def _on_the_way(name: str) -> bool:
    """Whether a name is no place on the map, but a ship, an aeroplane or a journey."""
    return name.lstrip("[(").casefold().startswith(_ON_THE_WAY)


def _parts_known(name: str) -> bool:
    """Whether the first or the last of the parts of a name, parted by commas, strokes and dashes, is a known place."""
    first, *others = _PARTS.split(name)
    return is_known_place(first) or bool(others and is_known_place(others[-1]))
