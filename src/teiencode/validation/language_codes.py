"""Codes of languages: those of two letters that are registered (ISO 639-1, with the old ones), and what others are meant for."""

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
    "grc": "grk",
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
    "tr": "trk",
    "uk": "ua ukn",
    "vi": "vn",
    "zh": "cn",
}

MEANT = {written: code for code, words in _MEANT.items() for written in words.split()}
"""What is meant by codes that no language has: those of countries, names cut short, and codes that were given up."""
