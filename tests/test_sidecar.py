from pathlib import Path

import pytest

from teiencode.settings import SettingsError
from teiencode.sidecar import Change, CorrespondenceAction, HeaderOverrides, Responsibility, Sidecar, read_sidecar

WHOLE = """\
profile = "scan"

[header]
title = "Telegram from the Mission to the United Nations"
authors = "Adlai Stevenson"
editors = ["A. Editor", "B. Editor"]
publisher = "An Archive"
licence = "https://creativecommons.org/publicdomain/zero/1.0/"
published = 2026-11-24
identifiers = { nara = "193566", "state-case" = "F-1989" }
repository = "National Archives"
collection = "Central Files"
shelfmark = "611.37/11-2162"
source = "Secret; Niact."
history = ["Drafted by Yost.", "Cleared by Cleveland."]
editorial = "Line ends are kept."
date = "1962-11-21"
language = "en"
classification = "secret"
keywords = ["Cuba", "missiles"]

[header.correspondence]
sent = { from = "Department of State", place = "Washington", date = "1962-11-21" }
received = { to = ["USUN", "Moscow"], place = "New York" }

[[header.responsibilities]]
name = "Charles Yost"
role = "Drafted by"

[[header.changes]]
date = 1991-05-02
note = "Released in part"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "telegram.toml"
    path.write_text(text, encoding="utf-8")
    return path


def slip(folder: Path, text: str) -> tuple[str, int | None, str, tuple[str, ...]]:
    with pytest.raises(SettingsError) as caught:
        read_sidecar(written(folder, text))
    (only,) = caught.value.diagnostics
    assert only.file == str(folder / "telegram.toml")
    assert only.severity == "error"
    return only.code, only.line, only.message, only.suggestions


def test_an_identifier_is_called_by_one_word(tmp_path: Path) -> None:
    told = slip(tmp_path, '[header]\nidentifiers = { "my archive" = "5" }\n')
    assert told == ("TE903", 2, 'header.identifiers: "my archive" is no name', ('for example "my_archive"',))


def test_every_key_is_read(tmp_path: Path) -> None:
    sidecar = read_sidecar(written(tmp_path, WHOLE))
    assert sidecar.profile == "scan"
    assert sidecar.header == HeaderOverrides(
        title="Telegram from the Mission to the United Nations",
        authors=("Adlai Stevenson",),
        editors=("A. Editor", "B. Editor"),
        responsibilities=(Responsibility(name="Charles Yost", role="Drafted by"),),
        publisher="An Archive",
        identifiers=(("nara", "193566"), ("state-case", "F-1989")),
        licence="https://creativecommons.org/publicdomain/zero/1.0/",
        published="2026-11-24",
        repository="National Archives",
        collection="Central Files",
        shelfmark="611.37/11-2162",
        source="Secret; Niact.",
        history=("Drafted by Yost.", "Cleared by Cleveland."),
        editorial=("Line ends are kept.",),
        date="1962-11-21",
        language="en",
        sent=CorrespondenceAction(names=("Department of State",), place="Washington", date="1962-11-21"),
        received=CorrespondenceAction(names=("USUN", "Moscow"), place="New York"),
        classification="secret",
        keywords=("Cuba", "missiles"),
        changes=(Change(date="1991-05-02", note="Released in part"),),
    )


def test_an_empty_sidecar_says_nothing(tmp_path: Path) -> None:
    assert read_sidecar(written(tmp_path, "")) == Sidecar()


def test_windows_line_ends_and_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "telegram.toml"
    path.write_bytes(b'\xef\xbb\xbfprofile = "frus"\r\n[header]\r\ntitle = "T"\r\n')
    assert read_sidecar(path) == Sidecar(profile="frus", header=HeaderOverrides(title="T"))


@pytest.mark.parametrize(
    ("text", "code", "line", "words", "cure"),
    [
        ('profil = "scan"', "TE902", 1, "unknown key profil", "did you mean profile?"),
        ('[header]\n\ntitel = "x"', "TE902", 3, "unknown key header.titel", "did you mean title?"),
        ('[header]\nzzz = "x"', "TE902", 2, "unknown key header.zzz", "known here: authors,"),
        ('[header.correspondence]\nsent = { form = "x" }', "TE902", 2, "header.correspondence.sent.form", "from"),
        ('[header]\ncorrespondence.recieved.to = "x"', "TE902", 2, "correspondence.recieved", "received"),
        ("[header]\ntitle = 3", "TE903", 2, "header.title must be a text", "write a text"),
        ('[header]\ntitle = " "', "TE903", 2, "not an empty text", "write a text"),
        ('[header]\ntitle = "\\u0001"', "TE903", 2, "U+0001", ""),
        ('[header]\nkeywords = ["a", 2]', "TE903", 2, "header.keywords must be a text or a list of texts", ""),
        ('[header]\nidentifiers = "x"', "TE903", 2, "must be a table of texts", ""),
        ('[header]\ndate = "21 November"', "TE903", 2, 'not the text "21 November"', "1962-11-21"),
        ('[header]\ndate = "1962-02-30"', "TE903", 2, "header.date must be a date", ""),
        ('[header]\nlanguage = "English, US"', "TE903", 2, "a language tag", ""),
        ('header = "x"', "TE903", 1, "header must be a table", ""),
        ("[[header.changes]]\ndate = 1991", "TE903", 2, "header.changes.date", ""),
        ('[[header.responsibilities]]\nname = "Yost"', "TE903", 1, "header.responsibilities.role is missing", "role ="),
        ('[header]\ntitle = "x\n', "TE901", 2, "no TOML", "quotes"),
        ("[header]\ntitle = x\n", "TE901", 2, "no TOML", "quotes"),
        ('title = """\n', "TE901", 2, "no TOML", "quotes"),
    ],
)
def test_a_slip_says_where_what_and_how_to_mend(tmp_path: Path, text: str, code: str, line: int, words: str, cure: str) -> None:
    if "changes" in text:
        text += '\nnote = "x"'
    found = slip(tmp_path, text)
    assert found[:2] == (code, line)
    assert words in found[2]
    assert cure in found[3][0]


def test_a_key_inside_a_long_string_is_no_key(tmp_path: Path) -> None:
    assert slip(tmp_path, '[header]\ntitle = """\nlanguage = 1\n"""\nlanguage = 2')[:2] == ("TE903", 5)


def test_every_slip_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        read_sidecar(written(tmp_path, "profile = 1\n[header]\ntitle = 2\nlangage = 3\n"))
    assert [(each.code, each.line) for each in caught.value.diagnostics] == [("TE903", 1), ("TE903", 3), ("TE902", 4)]


def test_a_missing_sidecar_and_one_that_is_not_utf8(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        read_sidecar(tmp_path / "none.toml")
    path = tmp_path / "latin.toml"
    path.write_bytes(b'profile = "\xe9"')
    with pytest.raises(SettingsError, match="byte 11 is not UTF-8"):
        read_sidecar(path)


def test_an_unknown_profile_names_the_nearest(tmp_path: Path) -> None:
    assert slip(tmp_path, '\nprofile = "scann"')[1:] == (
        2,
        'profile: "scann" is not one of auto, frus, scan, plain',
        ("did you mean scan?",),
    )
