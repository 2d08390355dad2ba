"""Words of other languages that people write as names: of elements and of attributes, without accents and in small letters.

What says two things in TEI stands in two lines: a title is a head above a text, and the name of a book in it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

_ELEMENTS: Mapping[str, str] = {
    "p": "absatz alinea paragraphe parrafo paragrafo paragraaf abschnitt",
    "head": "uberschrift ueberschrift kopf titel titre titulo titolo entete encabezado intestazione rubrik",
    "title": "titel titre titulo titolo werk oeuvre buchtitel",
    "div": "kapitel abschnitt chapitre section capitulo capitolo seccion sezione teil partie abteilung",
    "body": "hauptteil corps cuerpo corpo",
    "text": "texte texto testo",
    "teiHeader": "kopfdaten entete cabecera metadaten",
    "list": "liste lista aufzahlung enumeration",
    "item": "eintrag listenpunkt punkt element article elemento voce",
    "label": "etikett bezeichnung etiquette etiqueta",
    "table": "tabelle tableau tabla tabella",
    "row": "zeile reihe ligne rangee fila riga",
    "cell": "zelle cellule celda cella",
    "note": "anmerkung fussnote fusznote notiz remarque nota noot",
    "quote": "zitat citation cita citazione blockzitat",
    "q": "zitat guillemets",
    "date": "datum fecha data",
    "dateline": "datumszeile ortsdatum",
    "persName": "personenname person personne persona nompersonne name",
    "placeName": "ort ortsname lieu nomlieu lugar luogo stadt ville ciudad citta",
    "orgName": "organisation korperschaft institution organismo ente firma",
    "name": "nom nombre nome",
    "surname": "nachname familienname nomdefamille apellido cognome",
    "forename": "vorname prenom prenome",
    "ref": "verweis lien renvoi enlace rinvio referenz",
    "pb": "seite seitenumbruch seitenwechsel page sautdepage pagina salto",
    "lb": "zeilenumbruch zeilenwechsel sautdeligne retour",
    "l": "vers verszeile verso",
    "lg": "strophe strofe estrofa strofa gedicht poeme poema poesia",
    "hi": "hervorhebung fett kursiv gras italique negrita cursiva grassetto corsivo unterstrichen souligne",
    "del": "gestrichen streichung getilgt supprime rature tachado cancellato",
    "add": "zusatz erganzung einfugung ajout anadido aggiunta",
    "unclear": "unleserlich unsicher illisible incertain ilegible",
    "gap": "lucke auslassung lacune laguna",
    "signed": "unterschrift signatur firma",
    "salute": "anrede gruss grussformel salutation saludo saluto",
    "opener": "briefanfang eroffnung",
    "closer": "briefschluss schluss",
    "author": "autor verfasser auteur autore",
    "editor": "herausgeber editeur redaktor curatore",
    "publisher": "verlag verleger maisondedition editorial editore",
    "pubPlace": "verlagsort erscheinungsort lieudepublication",
    "figure": "abbildung bild illustration figura immagine",
    "figDesc": "bildbeschreibung bildunterschrift legende",
    "graphic": "grafik graphik image imagen",
    "speaker": "sprecher locuteur personaje",
    "stage": "buhnenanweisung regieanweisung didascalie acotacion didascalia",
    "sp": "rede replique",
    "foreign": "fremdsprache fremdwort etranger extranjero straniero",
    "abbr": "abkurzung abreviation abreviatura abbreviazione",
    "bibl": "literatur literaturangabe bibliografie reference",
    "language": "sprache langue lengua lingua",
    "licence": "lizenz licencia licenza",
}

_ATTRIBUTES: Mapping[str, str] = {
    "when": "datum tag wann quand fecha data jour",
    "type": "typ art tipo genre sorte",
    "n": "nummer nr numero num no",
    "xml:lang": "sprache langue lengua lingua idioma",
    "xml:id": "kennung identifiant",
    "place": "ort stelle lieu lugar luogo",
    "target": "ziel cible destino",
    "ref": "verweis referenz reference",
    "rend": "darstellung aussehen stil rendu",
    "who": "wer qui quien chi sprecher",
    "unit": "einheit unite unidad unita",
    "quantity": "menge anzahl quantite cantidad quantita",
    "reason": "grund raison razon motivo",
    "from": "von",
    "to": "bis",
    "cols": "spalten colonnes",
    "rows": "zeilen lignes",
    "resp": "verantwortlich responsable",
}


def _by_word(names: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, words in names.items():
        for word in words.split():
            found[word] = (*found.get(word, ()), name)
    return found


_ELEMENTS_BY_WORD = _by_word(_ELEMENTS)
_ATTRIBUTES_BY_WORD = _by_word(_ATTRIBUTES)


def elements_in_words(word: str) -> tuple[str, ...]:
    """The elements of TEI that a word of another language may stand for."""
    return _ELEMENTS_BY_WORD.get(_plain(word), ())


def attributes_in_words(word: str) -> tuple[str, ...]:
    """The attributes of TEI that a word of another language may stand for."""
    return _ATTRIBUTES_BY_WORD.get(_plain(word), ())


def _plain(word: str) -> str:
    """A word in small letters, without accents and hyphens."""
    parted = unicodedata.normalize("NFD", word.casefold())
    return "".join(sign for sign in parted if sign.isalnum() and not unicodedata.combining(sign))
