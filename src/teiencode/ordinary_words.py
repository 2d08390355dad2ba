"""Words of headings: what the titles of papers and of their sections are made of, and nobody is called.

`Malcolm Browne` and `Latin America` have the same shape. A line of a few capitalised words is a heading where its last word
is the name of a thing (`Oil Imports`), its first an adjective of public affairs (`Economic Situation`), or where the whole
is a country, a region, a city or a body. Words that are also common surnames (`Bell`, `Banks`, `Price`, `Lake`) are not
here.
"""

from __future__ import annotations

import re

from teiencode.dates.places import KNOWN_PLACES

_THINGS = """
    abstract access accord account act action action-items address adjournment affair africans agency agenda aggression
    agreement aid aide-memoire aide-mémoire aircraft airfield airlift airline airman airplane airport alert alliance ally
    alternative aluminum amendment americans ammunition analysis annex anniversary answer apparatus apparel appeal appendix
    application appraisal approach arabs area argument arm armament armistice arms army arrangement arrival art article
    asians aspect assault assemblies assembly assessment asset assistance assurance athlete atmosphere attaché attack
    attempt attitude attorney autonomy aviation aviator backdrop balance ban banana base basis battalion bauxite behavior
    benefit bibliography bid bilateral bloc blockade bomb bomber bombing bombings border boundary boycott breakdown briefing
    broadcast broadcasting buddhism budget build-up buildup bureau business cabinet cable cablegram camp campaign canal
    candidate capability capitalism caption carrier casualties casualty catholicism catholics cause cease-fire ceasefire
    ceasefires census chamber change channel charge charter checklist cheese children chinese choice christianity christians
    chronology circumstance citizen city claim climate coal coalition cocoa coffee colony column combat command comment
    commerce commitment committee commodity commonwealth communique communiqué communism communists compensation complaint
    compliance computer concept concern concession conclusion conduct conference confidence conflict congress consensus
    consequence consideration consortium constraint consul consulate contact content contingency contract contrast control
    convention conversation copper corps cost cotton-textiles council country coup courier course court cover coverage
    credit crisis criterion critique cruiser cubans culture currency curriculum custom cutback cypriots dairy dam danger
    data deadline deal debate debt decade decision decline decree defector defence defense deficit delay delegate delivery
    demand demarche democracy democrats departure deployment depth destroyer detente deterrence deuterium development
    dialogue diamond diamonds dimension diplomacy directive directorate disarmament discussion dispatch dispute dissent
    district divergence dividend division doctrine document dollar domain draft drug duty dynamo démarche détente earning
    earthquake economy editorial effect effort egyptians election electricity embargo embassy emergency emigration energy
    engagement enterprise entry environment equipment equity escalation espionage estimate europeans event evidence example
    excerpt exchange exercise expenditure expert exploration explosives export extension extract facility fact-sheet factor
    factory factsheet failure fallout family famine fascism feasibility fertilizer fighter film finance finding fishery
    fishing flexibility flight flow follow-up food footnote footwear force forecast foreword formula forum framework franc
    freedom frigate frontier fruit fuel fund future gap gas gendarmerie germans glossary goal gold-flow government
    governorate grain greeks growth guarantee guards guerrilla guidance guideline harassment harbor harvest headquarters
    health hearing helicopter heroin hijacking homeland hostage hostilities hostility house-of-commons hungarians idea
    ideology immunity impact impasse implication import imports impression inaction incentive incident income increase
    independence index indians indicator indonesians industry infiltration inflation influence information infrastructure
    initiative input inquiry insecticide inspection instability installment instruction instrument insurance insurgency
    insurgent integration intelligence intent intention interest interim intermediary interpretation intervention interview
    introduction invasion inventory investment invitation involvement irrigation islam island isotope isotopes israelis
    issue italians item itinerary japanese jews journal journalist judaism judgment jurisdiction key-point kidnapping
    koreans labor language laser law-suit lawsuit lead-and-zinc leader leadership leaflet lease leather legislation
    lend-lease lessons letter leverage liability liberalization library limit line linkage liquidity list livestock loan
    lobby logistics losses luncheon machinery magazine maneuver manpower margin marines mark-up marxism material matter
    means measure meat mechanism media mediation medicine meeting meetings member membership memorandum men menu message
    migration military militia milk mine mineral ministers ministry missile mission mobilization mode modernization
    modification momentum monopoly moratorium mother motive movement movie municipality munition museum music muslims mutiny
    narcotics nation nationalism nationalists nationalization nature navy nazism necessity need negotiation negotiator
    neutralism neutrality news newspaper nickel nomination note notice notification nuclear number oath object objective
    obligation observation observer obstacle occupation offensive offer office officers oil oil-field oilfield olympics
    opening operation opinion opportunity opposition option order organization orientation origin others outcome outline
    outlook output overflight overthrow overture overview ownership pact palestinians pamphlet panel paper paragraph parity
    parliament parliamentarian part participant participation partition partner partnership party pass passage passport path
    patrol pattern payment peace peacekeeping peasant penalty pentagon people perception performance period permit
    personalities personnel perspective peso petition petroleum phase philosophy phosphate picture pilot pipeline plan
    planning platform plebiscite pledge plenary plutonium poetry point poles police policeman policy politburo politics poll
    pollution population port portfolio pose position possibility post-mortem posture potential poverty practice precaution
    precedent precis preface preference premise premises preparation presence presentation presidency pressure prestige
    principle priority prison prisoner privilege probability problem procedure proceedings process procurement product
    production profile profit program programme progress prohibition project projection proliferation promise proof
    propaganda property proposal prospect protectionism protocol province provision précis publicity purchase purpose qte
    question questionnaire quota radar raid railroad railway range rate ratification ratio rationale raw-materials reaction
    reactor readiness realignment reason rebel rebellion rebuttal recess reconnaissance record recovery redeployment
    reduction reference referendum refinery reform refugee refugees regime region register regulation reinforcement
    rejection relation relationship relief religion reluctance remark remedy remittance removal repatriation reply report
    representative reprisal republicans request requirement rescue research reservation reserve resettlement resolution
    resource respect response responsibility restraint restriction result retaliation retreat return revenue review
    revolution rice-crop rifle right rights riot risk road rocket role room rubber ruble rule rumor rupee russians sabotage
    safeguard salary sanction satellite scenario schedule scheme scholarship science scope seaport secrecy secretariat
    section sector security segment seizure self-determination seminar senate sensitivity sentiment sequence setting
    settlement ship shipbuilding shipment shipping shortage shrimp side sign signal significance silence situation size
    sketch slate slogan socialism socialists society software soldiers solution sonar source sovereignty soviets space
    species speech spending sphere spread stability staff stake stance standard standoff state statement static station
    statistic status statute stockpile stockpiling strategy strength strike strikes structure struggle student study
    subcommittee subject subject-matter submarine subsidy subversion success succession suffrage sugar suggestion summary
    summit supervision supplement supplier supply support surcharge surplus surrender surveillance survey survival
    suspension sympathy system table tactic talk talks tank tanker target tariff task tax tea teacher team technician
    technology telegram telephone television telex tendency tension terms territory terror terrorism terrorist test
    testimony testing text textile textiles theater theatre theme theory thesis thinking thorium threat tie timber time
    timetable timing tin toast tobacco tone tonnage topic torpedo torture total totalitarianism tour tourism trade tradition
    traffic trafficking training transcript transfer transit translation transport transportation travel treatment treaty
    trial tribunal trip troop truce truces trust trusteeship truth tuna tungsten turbine turks turmoil type uncertainty
    understanding unemployment unification union unit unity unrest uprising uranium uranium-ore usage use utility vaccine
    vacuum validity value variant vehicle venture verification version vessel veto vietnamese view viewpoint village
    violation violence visa visit volume vote voting vulnerability wage wages war warfare warhead warning warship weapon
    welfare wellhead whaling wheat willingness wire wireless wiretap withdrawal witness women wording work worker works
    workshop world wounded year yield youth zinc zone
"""
_PUBLIC = """
    additional administrative agricultural allied alternative annual anti-communist arab asian atlantic atomic ballistic
    basic bilateral biographic biographical biological bureaucratic chemical civil civilian clandestine collective colonial
    commercial common communist confidential congressional consular conventional counterinsurgency covering covert crude
    cultural current defensive diplomatic domestic draft dual east-west eastern economic educational electoral eligible
    emergency ethnic european exchange executive-branch external federal final financial fiscal following foreign former
    free further future geneva's geographic global governmental high-level historical humanitarian ideological
    illegal immediate industrial inter-american interim internal international joint judicial keynote latin legal
    legislative likely limited local long-range long-term main maritime medical medium-range mid-term military ministerial
    miscellaneous monetary moslem multilateral municipal muslim mutual national naval near-term necessary north-south
    northern nuclear official open operational organizational other outstanding overall overseas paramilitary parliamentary
    peaceful pending petroleum political possible post-war postwar potential preliminary presidential principal private
    probable procedural proposed provisional psychological public racial radio recent recommended regional relevant
    religious remaining revised rural satellite scientific sensitive short-range short-term significant social southeast
    southern soviet specific strategic subversive suggested tactical technical technological tentative territorial
    third-country trans-atlantic tripartite underground unfinished unilateral united unresolved unsettled urban urgent
    various visa western working world worldwide
"""
_COUNTRIES = """
    afghanistan africa albania algeria america angola antarctica arabia argentina asia australia austria azerbaijan azores
    bahrain balkans bangladesh belgium biafra bizerte bolivia bonins botswana brazil britain bulgaria burma burundi cambodia
    cameroon canada caribbean ceylon chile china colombia congo cuba cyprus czechoslovakia dahomey denmark ecuador egypt
    eritrea ethiopia europe finland formosa gabon gambia germany ghana greece greenland grenada guatemala guinea guyana
    haiti honduras hungary iceland india indochina indonesia iran iraq italy jamaica japan kashmir katanga kenya korea
    kremlin kuwait laos latvia lebanon liberia libya lithuania maghreb malawi malaya malaysia mali matsu mauritania
    mauritius mexico mongolia morocco mozambique namibia nepal netherlands nicaragua niger nigeria norway okinawa oman
    pakistan palestine panama paraguay peru philippines poland portugal quemoy rhodesia romania ruhr rumania russia rwanda
    ryukyus saar scandinavia senegal sikkim sinai somalia sudan suez sweden switzerland syria taiwan tanganyika tanzania
    thailand tibet togo transjordan trieste tunisia turkey uganda ukraine uruguay vatican venezuela viet-nam vietnam yemen
    yugoslavia zaire zambia zimbabwe
"""
_WITH_COUNTRIES = """
    belgian black british central communist dutch east eastern equatorial far free great horn latin lower mainland
    middle nationalist near new north northern portuguese red saudi south southern soviet spanish sub-saharan trans upper
    viet west western
"""
_REGIONS = """
    africa america arabia asia atlantic basin berlin britain coast desert east europe guiana gulf hemisphere indies irian
    islands lanka leone nam ocean pacific peninsula rica rim salvador sea shelf strait straits volta zealand
"""
_PROPER = """
    berlin cold common cyprus indus jordan kashmir marshall mekong nato nile palestine panama peace schuman suez test
    trieste u.k. u.n. u.s. uk un us ussr world
"""
_WATERS = """
    ban bank banks canal corps forces lakes land lands market markets powers price prices race straits war waters
"""
_BODIES = """
    abm aec aid anzus asean cas cbi cia ciap cinc cincpac comecon csce dci ddo dia dod dos drv eca ecafe ecosoc ecsc eec
    efta emb eur europ fao fbi fcda fdic foa fonoff frg fyi gatt gdr gnp goi goj gok gop gos gou gvn iadb iaea ibrd ica icbm
    icc ida ifc ilo imf inr jcs kgb kmt las ltbt mbfr mdap mirv mlf nasa nato nb nea ngo nie nlf npt nsa nsc nsdm nssm oas
    oau oecd oeec oep omb opec osd pfiap plo poc prc pto re roc rok rvn saca sais salt sam sdr seato shape snie tba tbd
    treas uar uk un unctad undp unef unesco unga ungga unhcr unicef unrra unrwa unsc usaf usg usia usis usro ussr usun vc
    voa weu who wto
"""


_FUNCTION = """
    and as at by during for from in into its my no not on or our since than their this those to toward towards under until
    upon versus via vis-à-vis we what when where whether which who whom whose why with within without your
"""
_ASKING = "how its my our their these those what when where which who whose why your"
_OFFICES = """
    administrator admiral ambassador ambassadors captain chairman chief colonel commander commodore consul counselor deputy
    director general governor lieutenant major marshal minister ministers officer officers president secretary sergeant acting
"""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


THINGS, PUBLIC, COUNTRIES = _set(_THINGS), _set(_PUBLIC), _set(_COUNTRIES)
WITH_COUNTRIES, REGIONS, PROPER, WATERS, BODIES = map(_set, (_WITH_COUNTRIES, _REGIONS, _PROPER, _WATERS, _BODIES))
FUNCTION, ASKING, OFFICES = map(_set, (_FUNCTION, _ASKING, _OFFICES))

ABSTRACT = re.compile(
    r"\w*(?:[a-z]{5}tions?|[a-z]{2}ssions?|[a-z]{4}ments?|[a-z]{3}it(?:y|ies)|[a-z]{3}isms?|[a-z]{4}ics|ologies|ology)"
)
"""An ending of nouns that name no thing one can see (`-tion`, `-ment`, `-ity`)."""
WORD = re.compile(r"[^\W\d_](?:[\w’'.-]*[^\W_])?")
ORDINAL = re.compile(r"(?:II|III|IV|VI{1,3}|IX|XI{1,3}|XIV|XV|[0-9]{1,2}|[a-z])\.? |[IVX]+\.?$")
"""The number or letter of a section before its title; one capital letter with its stop may be somebody's initial."""
OF_SOMETHING = re.compile(r"[’']s? |[’']s$|[0-9]|^M(?:r|rs|iss|essrs)\.? ")
"""What is somebody's (`Israel’s Atomic Reactor`), what bears a number, and who is spoken of (`Mr. Bell`)."""


def is_heading(line: str) -> bool:
    """Whether a line of a few words is the title of a section, a place or a body, and so nobody's name.

    What stands behind a comma is left out: offices and titles are made of ordinary words.
    """
    line = line.partition(",")[0]
    words = [word.casefold().rstrip(".") for word in WORD.findall(line)]
    if not words:
        return False
    if ORDINAL.match(line) or OF_SOMETHING.search(line):
        return True
    first, last = words[0], words[-1]
    if len(words) == 1:
        return first in COUNTRIES or first in OFFICES or _is_thing(first) or (line.isupper() and first in BODIES)
    if (
        first == "the"
        or first in ASKING
        or any(word.isupper() and word.casefold() in FUNCTION for word in line.split() if len(word) > 1)
    ):
        return True
    if " ".join(words) in KNOWN_PLACES or first in PUBLIC or last in PUBLIC or any(map(_is_thing, words[1:])):
        return True
    if last in COUNTRIES or last in REGIONS:
        return first in WITH_COUNTRIES
    return last in WATERS and (first in PROPER or first in COUNTRIES or first in KNOWN_PLACES)


def _is_thing(word: str) -> bool:
    """Whether a word, in small letters, is the name of a thing, in singular or plural."""
    if word in THINGS or ABSTRACT.fullmatch(word):
        return True
    if not word.endswith("s"):
        return False
    return (
        word[:-1] in THINGS
        or (word.endswith("es") and word[:-2] in THINGS)
        or (word.endswith("ies") and f"{word[:-3]}y" in THINGS)
    )
