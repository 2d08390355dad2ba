"""Codes of languages and of the countries in them: those of two letters that are registered, and what others are meant for.

Of languages those of ISO 639-1, with the old ones; of countries those of ISO 3166-1, with those that BCP 47 keeps of former ones.
"""

from __future__ import annotations

_REGISTERED = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo "
    "es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in io is it iu iw ja ji "
    "jv jw ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my na nb "
    "nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr "
    "ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)

REGISTERED = frozenset(_REGISTERED.split())
"""The codes of two letters. Those of three are more than seven thousand, and hardly one combination is free."""

_MEANT = {
    "cs": "cz",
    "da": "dk",
    "de": "at",
    "el": "gr gk",
    "en": "gb us",
    "es": "sp esp",
    "fa": "ir",
    "fr": "frn",
    "he": "il hb hbr",
    "hr": "scr",
    "ja": "jp jap",
    "ka": "ge",
    "kk": "kz",
    "pt": "po",
    "ru": "rss",
    "sq": "al",
    "sr": "rs scc",
    "sv": "svn",
    "uk": "ua ukn",
    "vi": "vn",
    "zh": "cn",
}

MEANT = {written: code for code, words in _MEANT.items() for written in words.split()}
"""What is meant by codes that no language has: those of countries, names cut short, and codes that were given up."""

_COUNTRIES = (
    "AC AD AE AF AG AI AL AM AN AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BU BV BW BY BZ "
    "CA CC CD CF CG CH CI CK CL CM CN CO CP CQ CR CS CU CV CW CX CY CZ DD DE DG DJ DK DM DO DZ EA EC EE EG EH ER ES ET EU EZ "
    "FI FJ FK FM FO FR FX GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU IC ID IE IL IM IN IO IQ "
    "IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN "
    "MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NT NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY "
    "QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SU SV SX SY SZ TA TC TD TF TG TH TJ TK TL TM TN TO "
    "TP TR TT TV TW TZ UA UG UM UN US UY UZ VA VC VE VG VI VN VU WF WS YD YE YT YU ZA ZM ZR ZW ZZ"
)

COUNTRIES = frozenset(_COUNTRIES.split())
"""The codes of countries, and of the parts of the world that have one."""

_COUNTRIES_MEANT = {
    "AT": "AUT",
    "CH": "SUI CHE",
    "CN": "CHN",
    "CZ": "CZE",
    "DE": "DEU GER",
    "DK": "DA DEN DNK",
    "ES": "SP ESP",
    "FR": "FRA",
    "GB": "UK EN ENG GBR",
    "GR": "EL GRC",
    "IE": "EI IRL",
    "IT": "ITA",
    "JP": "JA JAP JPN",
    "KR": "KO KOR",
    "NL": "HO NED NLD",
    "PL": "PO POL",
    "PT": "POR PRT",
    "RU": "RUS",
    "SE": "SWE",
    "UA": "UK UKR",
    "US": "USA",
    "VN": "VIE VNM",
}

COUNTRIES_MEANT = {written: code for code, words in reversed(_COUNTRIES_MEANT.items()) for written in words.split()}
"""What is meant by codes that no country has: those of languages, of internet addresses and cars, and those of three letters."""
