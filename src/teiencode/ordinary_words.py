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
    agreement aid airlift airline alert alliance ally alternative amendment americans analysis annex anniversary answer
    apparatus appeal appendix application appraisal approach arabs area argument arm armament armistice arms army
    arrangement arrival article asians aspect assault assembly assessment asset assistance assurance atmosphere attaché
    attack attempt attitude autonomy aviation backdrop balance ban base basis battalion behavior benefit bid bilateral bloc
    blockade bomb bombing border boundary boycott breakdown briefing broadcast budget build-up buildup business cable
    campaign canal candidate capability casualty catholics cause cease-fire ceasefire census change channel charge charter
    chinese choice christians circumstance citizen claim climate coal coalition coffee colony combat command comment
    commerce commitment committee commodity commonwealth communique communiqué communists compensation complaint compliance
    concept concern concession conclusion conduct conference confidence conflict congress consensus consequence
    consideration consortium constraint consul consulate contact content contingency contract contrast control convention
    conversation copper corps cost council country coup courier course cover coverage credit crisis criterion critique
    cubans culture currency curriculum custom cutback cypriots danger data deadline deal debate debt decade decision decline
    decree defector defence defense deficit delay delegate delivery demand demarche democracy democrats departure deployment
    depth detente deterrence development dialogue diplomacy directive disarmament discussion dispatch dispute dissent
    district divergence dividend doctrine document dollar domain draft drug duty démarche détente earning earthquake economy
    effect effort egyptians election embargo embassy emergency emigration energy engagement enterprise entry environment
    equipment equity escalation espionage estimate europeans event evidence example exchange exercise expenditure expert
    exploration export extension facility factor failure fallout famine feasibility fertilizer finance finding fishery
    fishing flexibility flight flow food force forecast formula forum framework freedom frontier fuel fund future gap
    germans goal gold-flow government grain greeks guarantee guerrilla guidance guideline harassment harbor headquarters
    health hearing heroin hijacking homeland hostage hostility hungarians idea ideology immunity impact impasse implication
    import imports impression inaction incentive incident income increase independence index indians indicator indonesians
    industry infiltration inflation influence information infrastructure initiative input inquiry insecticide inspection
    instability installment instruction instrument insurance insurgency insurgent integration intelligence intent intention
    interest interim intermediary interpretation intervention interview introduction invasion inventory investment
    invitation involvement island israelis issue italians item japanese jews journalist judgment jurisdiction key-point
    kidnapping koreans labor language law-suit lawsuit leader leadership lease legislation lend-lease lessons letter
    leverage liability liberalization limit line linkage liquidity list livestock loan lobby logistics luncheon machinery
    maneuver manpower margin material matter means measure mechanism media mediation medicine meeting member membership
    memorandum message migration military mine mineral missile mission mobilization mode modernization modification momentum
    monopoly morale moratorium motive movement muslims mutiny narcotics nation nationalism nationalists nationalization
    nature navy necessity need negotiation negotiator neutralism neutrality news newspaper nomination notice notification
    nuclear number oath object objective obligation observation observer obstacle occupation offensive offer office oil
    opening operation opinion opportunity opposition option order organization orientation origin others outcome outline
    outlook output overflight overthrow overture overview ownership pact palestinians panel paper paragraph parity
    parliament part participant participation partition partner partnership party pass passage passport path patrol pattern
    payment peace peacekeeping penalty pentagon people perception performance period permit personalities personnel
    perspective petition petroleum phase philosophy phosphate picture pilot pipeline plan planning platform plebiscite
    pledge plenary poetry point poles policy politburo politics poll pollution population port portfolio pose position
    possibility post-mortem posture potential poverty practice precaution precedent preface preference premise premises
    preparation presence presentation pressure prestige principle priority prison prisoner privilege probability problem
    procedure proceedings process procurement product production profile profit program programme progress prohibition
    project projection proliferation promise proof propaganda property proposal prospect protectionism protocol provision
    publicity purchase purpose question questionnaire quota raid railroad railway range rate ratification ratio rationale
    raw-materials reaction readiness realignment reason rebel rebellion rebuttal recess reconnaissance record recovery
    redeployment reduction reference referendum reform refugee refugees regime region register regulation reinforcement
    rejection relation relationship relief reluctance remark remedy removal repatriation reply report representative
    reprisal republicans request requirement rescue research reservation reserve resettlement resolution resource respect
    response responsibility restraint restriction result retaliation retreat return revenue review revolution right rights
    riot risk road rocket role room rubber rule rumor russians sabotage safeguard sanction satellite scenario schedule
    scheme scholarship science scope seaport secrecy secretariat section sector  security segment seizure
    self-determination seminar sensitivity sentiment sequence settlement  ship shipbuilding shipment shipping shortage
    side sign signal significance silence situation size sketch slate slogan socialists society solution source sovereignty
    soviets space species speech spending sphere spread stability staff stake stance standard standoff state statement
    static station statistic status statute stockpile stockpiling strategy strength strike strikes structure struggle study
    subcommittee subject subject-matter submarine subsidy subversion success succession suffrage suggestion summary summit
    supervision supplement supplier supply support surcharge surplus surrender surveillance survey survival suspension
    sympathy system table tactic talk tank target tariff task tax team technician technology telegram television tendency
    tension terms territory terror terrorism terrorist test testimony testing text theater theme theory thesis thinking
    threat tie timber time timetable timing tin tobacco tone tonnage topic torture total totalitarianism tour tourism trade
    tradition traffic trafficking training transcript transfer transit translation transport transportation travel treatment
    treaty trial tribunal trip troop truce trust trusteeship truth tungsten turks turmoil type uncertainty understanding
    unemployment unification union unit unity unrest uprising uranium usage use utility vaccine vacuum validity value
    variant vehicle venture verification version vessel veto vietnamese view viewpoint violation violence visa visit volume
    vote voting vulnerability wage war warfare warhead warning warship weapon welfare whaling wheat willingness wire wiretap
    withdrawal witness wording work worker works workshop world wounded year yield zone
"""
_PUBLIC = """
    additional administrative agricultural allied alternative annual anti-communist arab asian atlantic atomic ballistic
    basic bilateral biographic biographical biological bureaucratic chemical civil civilian clandestine collective colonial
    commercial common communist confidential congressional consular conventional counterinsurgency covering covert crude
    cultural current defensive diplomatic domestic draft dual east-west eastern economic educational electoral eligible
    emergency ethnic european exchange executive-branch external federal final financial fiscal following foreign former
    free french further future geneva's geographic global governmental high-level historical humanitarian ideological
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
    belgian black british central communist dutch east eastern equatorial far free french great horn latin lower mainland
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


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


THINGS, PUBLIC, COUNTRIES = _set(_THINGS), _set(_PUBLIC), _set(_COUNTRIES)
WITH_COUNTRIES, REGIONS, PROPER, WATERS, BODIES = map(_set, (_WITH_COUNTRIES, _REGIONS, _PROPER, _WATERS, _BODIES))

ABSTRACT = re.compile(
    r"\w*(?:[a-z]{5}tions?|[a-z]{2}ssions?|[a-z]{4}ments?|[a-z]{3}it(?:y|ies)|[a-z]{3}isms?|[a-z]{4}ics|ologies|ology)"
)
"""An ending of nouns that name no thing one can see (`-tion`, `-ment`, `-ity`)."""
WORD = re.compile(r"[^\W\d_](?:[\w’'.-]*[^\W_])?")
ORDINAL = re.compile(r"(?:II|III|IV|VI{1,3}|IX|XI{1,3}|XIV|XV|[0-9]{1,2}|[a-z])\.? ")
"""The number or letter of a section before its title; one capital letter with its stop may be somebody's initial."""


def is_heading(line: str) -> bool:
    """Whether a line of a few words is the title of a section, a place or a body, and so nobody's name."""
    words = [word.casefold().rstrip(".") for word in WORD.findall(line)]
    if not words:
        return False
    if ORDINAL.match(line):
        return True
    first, last = words[0], words[-1]
    if len(words) == 1:
        return first in COUNTRIES or _is_thing(first) or (line.isupper() and first in BODIES)
    if first == "the":
        return True
    if " ".join(words) in KNOWN_PLACES or _is_thing(last) or first in PUBLIC or last in PUBLIC:
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
