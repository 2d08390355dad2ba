"""Words that editors write where a schema has numbers and codes: months, languages, numbers, units of time."""

from __future__ import annotations

_MONTHS = (
    "january januar janvier enero gennaio januari janeiro ianuarius jan jän jänner gen ene",
    "february februar février febrero febbraio februari fevereiro februarius feb fév fev feber",
    "march märz mars marzo maart março martius mar mär mrz maerz",
    "april avril abril aprile aprilis apr avr abr",
    "may mai mayo maggio mei maio maius mag",
    "june juni juin junio giugno junho iunius jun giu",
    "july juli juillet julio luglio julho iulius jul lug juil",
    "august août aout agosto augustus aug aoû ago",
    "september septembre septiembre settembre setembro sep sept set",
    "october oktober octobre octubre ottobre outubro oct okt ott out",
    "november novembre noviembre novembro nov",
    "december dezember décembre diciembre dicembre dezembro dec dez déc dic",
)

MONTHS = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}
"""Numbers of months by their names and abbreviations, in English, German, French, Spanish, Italian, Dutch, Portuguese, Latin."""

NUMBERS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
"""Numbers in words, each at its own place."""

ORDINALS = (
    *("zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"),
    "twelfth",
)
"""Ordinal numbers in words, each at its own place."""

DURATIONS = {
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), ("T", "S")),
    **dict.fromkeys(("min", "mins", "minute", "minutes"), ("T", "M")),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), ("T", "H")),
    **dict.fromkeys(("d", "day", "days"), ("", "D")),
    **dict.fromkeys(("m", "month", "months"), ("", "M")),
    **dict.fromkeys(("y", "yr", "yrs", "year", "years"), ("", "Y")),
}
"""What stands before and behind the number of a duration, by the unit in words."""

_LANGUAGES = {
    "ang": "old-english anglo-saxon",
    "ar": "arabic",
    "bg": "bulgarian",
    "ca": "catalan català",
    "cop": "coptic",
    "cs": "czech čeština tschechisch",
    "cy": "welsh",
    "da": "danish dansk dänisch",
    "de": "german deutsch allemand alemán tedesco ger deu",
    "el": "modern-greek",
    "en": "english englisch anglais inglés inglese eng",
    "es": "spanish spanisch español castilian espagnol spagnolo spa",
    "et": "estonian",
    "eu": "basque",
    "fa": "persian farsi",
    "fi": "finnish suomi",
    "fr": "french französisch français francés francese fre fra",
    "ga": "irish gaelic",
    "grc": "greek ancient-greek griechisch grec",
    "he": "hebrew hebräisch",
    "hi": "hindi",
    "hr": "croatian",
    "hu": "hungarian magyar ungarisch",
    "hy": "armenian",
    "is": "icelandic",
    "it": "italian italienisch italiano italien ita",
    "ja": "japanese",
    "ko": "korean",
    "la": "latin lateinisch latina latine lat",
    "lt": "lithuanian",
    "lv": "latvian",
    "nl": "dutch niederländisch nederlands néerlandais flemish dut",
    "no": "norwegian norsk norwegisch",
    "oc": "occitan",
    "pl": "polish polski polnisch",
    "pt": "portuguese português portugiesisch portugais",
    "ro": "romanian",
    "ru": "russian russisch russe русский",
    "sa": "sanskrit",
    "sk": "slovak",
    "sl": "slovene slovenian",
    "sr": "serbian",
    "sv": "swedish svenska schwedisch",
    "syc": "syriac",
    "tr": "turkish türkisch",
    "uk": "ukrainian",
    "yi": "yiddish",
    "zh": "chinese",
}

LANGUAGES = {word.replace("-", " "): code for code, words in _LANGUAGES.items() for word in words.split()}
"""The codes of languages by their names in English, and by those that their own speakers and neighbours have for them."""
